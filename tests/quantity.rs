//! Quantities as people meet them: what data sheets print, what is refused, what is shown.

use std::collections::HashSet;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use accelspec::dimension::{Count, Density, Dimension, Duration, Information, Money, OperationRate, Power};
use accelspec::{Quantity, Ratio};

#[track_caller]
fn reads<D: Dimension>(text: &str, base: f64, shown: &str) {
    let quantity: Quantity<D> = text.parse().unwrap_or_else(|error| panic!("{error}"));
    assert!((quantity.base() / base - 1.0).abs() < 1e-15, "{} and not {base}", quantity.base());
    assert_eq!(quantity.to_string(), shown);
}

#[track_caller]
fn refuses<D: Dimension>(text: &str, fault: &str) {
    let error = text.parse::<Quantity<D>>().expect_err("no quantity").to_string();
    assert_eq!(error.split_once(": ").map(|(_, fault)| fault), Some(fault), "{error}");
}

fn hash(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

#[test]
fn what_data_sheets_print_is_read() {
    reads::<Power>("700W", 700.0, "700 W");
    reads::<Power>(" 10.2 kW ", 10_200.0, "10.2 kW");
    reads::<Power>("1e3 W", 1000.0, "1 kW");
    reads::<OperationRate>("1,979 TFLOPS", 1.979e15, "1.979 POP/s");
    reads::<OperationRate>("1EFLOP/s", 1e18, "1 EOP/s");
    reads::<Count>("208 billion", 208e9, "208 G");
    reads::<Count>("92,160", 92_160.0, "92160");
    reads::<Count>("5", 5.0, "5");
    reads::<Money>("500 USD", 500.0, "500 USD");
    reads::<Money>("5 M KRW", 5e6, "5 M KRW");
    reads::<Density>("12 /mm²", 12e6, "12/mm²");
    reads::<Information>("80 GiB", 80.0 * 1_073_741_824.0, "85.89934592 GB");
    // More than a mantissa holds: rounded once, and not before the powers of ten as well.
    reads::<Power>("5258986265376043510e12 W", 5.258_986_265_376_044e30, "5.258986265376044e18 TW");
    // More digits than a float holds, in a unit that is no power of ten.
    reads::<Duration>("1.00000000000000000000000001 h", 3600.0, "3600 s");
}

#[test]
fn what_is_no_quantity_is_refused() {
    let number = "it does not begin with a number; write digits, then the unit";
    for text in ["", "W", ".5 W", "5. W", ",5 W", "1.2.3 W", "½ W", "about 5 W"] {
        refuses::<Power>(text, number);
    }
    let comma = "a comma separates groups of three digits; write a decimal point for a fraction";
    for text in ["1,5 W", "1,0000 W", "1234,567 W", "1.000,5 W", "1,,000 W"] {
        refuses::<Power>(text, comma);
    }
    let positive = "it is not above zero; leave the figure out, or write `absent = \"undisclosed\"`";
    for text in ["0 W", "0.000 W", "-5 W", "−5 W", "0e5 W"] {
        refuses::<Power>(text, positive);
    }
    let scale = "it is beyond any physical scale; check the number and the unit";
    for text in ["1e61 W", "1e400 W", "1e-61 W", "1e-400 W", "1e99999999999 W", "1.5e-2147483648 W"] {
        refuses::<Power>(text, scale);
    }
    refuses::<Power>("5 kw", "unknown unit `kw`; write one of mW, W, kW, MW, GW, TW");
    refuses::<Power>("5 kW h", "unknown unit `kW h`; write one of mW, W, kW, MW, GW, TW");
    refuses::<Information>("80 gb", "unknown unit `gb`; write one of B, kB, MB, GB, TB, PB, EB");
}

#[test]
fn ratios_are_shown_with_the_digits_that_matter() {
    let shown = |number: f64| Ratio::new(number).expect("in range").to_string();
    assert_eq!(shown(2.4), "2.40");
    assert_eq!(shown(0.1), "0.10");
    assert_eq!(shown(0.0123), "0.0123");
    assert_eq!(shown(0.000_123_4), "1.23e-4");
    assert_eq!(shown(999.4), "999.40");
    assert_eq!(shown(1234.5), "1234");
    assert_eq!(shown(1.25e30), "1.25e30");
    let ratio = Ratio::new(1.5).expect("in range");
    assert_eq!(format!("{ratio:.4}|{ratio:>8}|{ratio:<8}|"), "1.5000|    1.50|1.50    |");
}

#[test]
fn equal_ratios_hash_alike_and_others_are_told_apart() {
    let ratio = |number| Ratio::new(number).expect("in range");
    let distinct: HashSet<Ratio> = [1.5, 2.0, 1.5, 0.5, 2.0].map(ratio).into_iter().collect();
    assert_eq!(distinct.len(), 3);
    assert_ne!(hash(&ratio(1.5)), hash(&ratio(2.0)));
    assert_ne!(ratio(1.5), ratio(2.0));
    assert!(ratio(1.5) < ratio(2.0));
}

#[test]
fn quantities_hash_and_are_debugged_by_value_and_currency() {
    let money = |text: &str| hash(&text.parse::<Quantity<Money>>().expect("an amount"));
    assert_eq!(money("1000 USD"), money("1 k USD"));
    assert!(money("1 USD") != money("2 USD") && money("1 USD") != money("1 KRW"));
    assert_eq!(format!("{:?}", "700 W".parse::<Quantity<Power>>().expect("a power")), "Quantity(700 W)");
}
