//! The traits of the `approx` crate.

#![cfg(feature = "approx")]

use accelspec::dimension::{Money, Power};
use accelspec::{Catalog, Quantity, Ratio, memory_bandwidth};
use approx::{assert_abs_diff_eq, assert_abs_diff_ne, assert_relative_eq, assert_relative_ne};

#[test]
fn quantities_and_ratios_compare_within_a_tolerance() {
    let quantity = |text: &str| text.parse::<Quantity<Power>>().expect("a power");
    assert_relative_eq!(quantity("700 W"), quantity("0.7 kW"));
    assert_relative_eq!(quantity("700 W"), quantity("701 W"), max_relative = 0.01);
    assert_relative_ne!(quantity("700 W"), quantity("750 W"), max_relative = 0.01);
    assert_abs_diff_eq!(quantity("700 W"), quantity("701 W"), epsilon = 2.0);

    let catalog = Catalog::builtin();
    let found = |name| catalog.find(name).expect("built in");
    let ratio = memory_bandwidth(found("MI300X"), found("H100")).expect("both known").ratio;
    assert_relative_eq!(ratio, Ratio::new(1.58).expect("in range"), max_relative = 0.005);
}

#[test]
fn without_a_tolerance_only_neighbouring_numbers_are_near() {
    let quantity = |number: f64| Quantity::<Power>::from_base(number).expect("in range");
    let ratio = |number: f64| Ratio::new(number).expect("in range");
    for (near, far) in [(1.0 + f64::EPSILON, 1.0 + 1e-12), (1.0 - f64::EPSILON, 1.0 - 1e-12)] {
        assert_abs_diff_eq!(quantity(near), quantity(1.0));
        assert_abs_diff_ne!(quantity(far), quantity(1.0));
        assert_relative_eq!(quantity(1024.0 * near), quantity(1024.0));
        assert_relative_ne!(quantity(1024.0 * far), quantity(1024.0));
        assert_abs_diff_eq!(ratio(near), ratio(1.0));
        assert_abs_diff_ne!(ratio(far), ratio(1.0));
        assert_relative_eq!(ratio(1024.0 * near), ratio(1024.0));
        assert_relative_ne!(ratio(1024.0 * far), ratio(1024.0));
    }
}

#[test]
fn amounts_in_two_currencies_are_never_near() {
    let money = |text: &str| text.parse::<Quantity<Money>>().expect("an amount");
    assert_relative_ne!(money("1 USD"), money("1 KRW"), epsilon = 1e9, max_relative = 1e9);
    assert_abs_diff_ne!(money("1 USD"), money("1 KRW"), epsilon = 1e9);
}
