//! Laws of quantities and ratios.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use accelspec::dimension::{Area, Bandwidth, Count, Dimension, Energy, Information, Money, OperationRate, Power};
use accelspec::{Currency, Quantity, Ratio};
use proptest::prelude::*;

use crate::laws::text::{LawOfDimensions, holds_for_every_dimension, number_of_base_units};

/// A number of base units, of any size that is read.
fn base() -> impl Strategy<Value = f64> {
    (1.0..10.0f64, -59..59i32)
        .prop_map(|(mantissa, exponent)| format!("{mantissa}e{exponent}").parse().expect("a number"))
}

fn quantity<D: Dimension<Basis = ()>>() -> impl Strategy<Value = Quantity<D>> {
    base().prop_map(|base| Quantity::from_base(base).expect("in range"))
}

/// Two units of a dimension differ by the power of ten between them, however the number before them is written.
struct UnitsAgree(u32);

impl LawOfDimensions for UnitsAgree {
    fn holds_for<D: Dimension<Basis = ()>>(&self) {
        let Self(number) = self;
        for (unit, power) in D::SHOWN {
            let read: Quantity<D> = format!("{number} {unit}").parse().expect("a known unit");
            let expected: f64 = format!("{number}e{power}").parse().expect("a number");
            assert_eq!(read.base(), expected, "{number} {unit}");
        }
    }
}

fn hash(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

proptest! {
    #[test]
    fn reading_is_the_inverse_of_showing(base in base()) {
        number_of_base_units(base);
    }

    #[test]
    fn a_number_is_read_as_the_standard_library_reads_it(digits in "[0-9]{1,19}([.][0-9]{1,19})?", exponent in -30..30i32) {
        let expected: f64 = format!("{digits}e{exponent}").parse().expect("a number");
        if let Ok(read) = format!("{digits}e{exponent} W").parse::<Quantity<Power>>() {
            prop_assert_eq!(read.base(), expected);
        } else {
            prop_assert!(!(1e-60..=1e60).contains(&expected));
        }
    }

    #[test]
    fn units_differ_by_their_power_of_ten(number in 1..1_000_000u32) {
        holds_for_every_dimension(&UnitsAgree(number));
    }

    #[test]
    fn decimal_and_binary_units_are_never_equal(number in 1..1_000_000u32) {
        for (decimal, binary) in [("kB", "KiB"), ("MB", "MiB"), ("GB", "GiB"), ("TB", "TiB"), ("PB", "PiB")] {
            let decimal: Quantity<Information> = format!("{number} {decimal}").parse().expect("known");
            let binary: Quantity<Information> = format!("{number} {binary}").parse().expect("known");
            prop_assert!(decimal < binary);
        }
    }

    #[test]
    fn a_byte_is_eight_bits(number in 1..1_000_000u32) {
        let bytes: Quantity<Bandwidth> = format!("{number} GB/s").parse().expect("known");
        let bits: Quantity<Bandwidth> = format!("{number} Gb/s").parse().expect("known");
        prop_assert_eq!((bytes / bits).get(), 8.0);
    }

    #[test]
    fn thousands_may_be_set_apart(number in 1_000..1_000_000u32) {
        let plain: Quantity<OperationRate> = format!("{number} TFLOP/s").parse().expect("known");
        let apart: Quantity<OperationRate> = format!("{},{:03}TFLOPS", number / 1000, number % 1000).parse().expect("known");
        prop_assert_eq!(plain, apart);
    }

    #[test]
    fn a_ratio_and_its_reverse_multiply_to_one(a in quantity::<Power>(), b in quantity::<Power>()) {
        prop_assert!(((a / b * (b / a)).get() - 1.0).abs() < 1e-14);
        prop_assert!(((a / b).inverse().get() / (b / a).get() - 1.0).abs() < 1e-14);
    }

    #[test]
    fn ratios_compose(a in quantity::<Count>(), b in quantity::<Count>(), c in quantity::<Count>()) {
        let (through, direct) = (a / b * (b / c), a / c);
        prop_assert!((through.get() / direct.get() - 1.0).abs() < 1e-14);
    }

    #[test]
    fn every_ratio_is_finite_and_above_zero(a in quantity::<Area>(), b in quantity::<Area>()) {
        let ratio = a / b;
        prop_assert!(ratio.get().is_finite() && ratio.get() > 0.0);
        prop_assert_eq!(ratio > Ratio::new(1.0).expect("in range"), a > b);
    }

    #[test]
    fn addition_commutes_and_never_shrinks(a in quantity::<Energy>(), b in quantity::<Energy>()) {
        prop_assert_eq!(a + b, b + a);
        prop_assert!(a + b >= a.max(b));
    }

    #[test]
    fn a_sum_of_many_stays_finite(a in quantity::<Power>()) {
        let doubled = (0..3000).fold(a, |sum, _| sum + sum);
        prop_assert!(doubled.base().is_finite() && doubled >= a);
    }

    #[test]
    fn order_equality_and_hash_agree_with_the_numbers(a in base(), b in base()) {
        let (one, other) = (Quantity::<Power>::from_base(a).expect("in range"), Quantity::<Power>::from_base(b).expect("in range"));
        prop_assert_eq!(one.cmp(&other), a.total_cmp(&b));
        prop_assert_eq!(one == other, a == b);
        prop_assert_eq!(hash(&one), hash(&Quantity::<Power>::from_base(a).expect("in range")));
    }

    #[test]
    fn two_currencies_never_compare(base in base()) {
        for one in Currency::ALL {
            for other in Currency::ALL {
                let money = |currency: &Currency| format!("{base:e} {currency}").parse::<Quantity<Money>>().expect("in range");
                let (a, b) = (money(one), money(other));
                prop_assert_eq!(a.partial_cmp(&b).is_some(), one == other);
                prop_assert_eq!(a.ratio_to(b).is_ok(), one == other);
                prop_assert_eq!(a == b, one == other);
            }
        }
    }

    #[test]
    fn a_mixed_quotient_undoes_by_multiplying(
        (rate, power, bandwidth) in (quantity::<OperationRate>(), quantity::<Power>(), quantity::<Bandwidth>()),
        (count, area) in (quantity::<Count>(), quantity::<Area>()),
    ) {
        let undone = |quotient: f64, divisor: f64, whole: f64| (quotient * divisor / whole - 1.0).abs() < 1e-14;
        prop_assert!(undone((rate / power).base(), power.base(), rate.base()));
        prop_assert!(undone((rate / bandwidth).base(), bandwidth.base(), rate.base()));
        prop_assert!(undone((bandwidth / rate).base(), rate.base(), bandwidth.base()));
        prop_assert!(undone((bandwidth / power).base(), power.base(), bandwidth.base()));
        prop_assert!(undone((count / area).base(), area.base(), count.base()));
        prop_assert!(undone((bandwidth * (rate / bandwidth)).base(), 1.0, rate.base()));
    }

    #[test]
    fn any_number_with_a_unit_is_read_or_refused(digits in "[0-9.,eE+-]{0,12}", unit in "[kKMGTPµ]?(W|B|B/s|b/s| GiB)?") {
        if let Ok(read) = format!("{digits}{unit}").parse::<Quantity<Power>>() {
            prop_assert!((1e-60..=1e60).contains(&read.base()));
        }
    }
}
