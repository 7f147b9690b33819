//! Laws of reading: any text is refused, or shown as a text that reads the same.

use std::fmt::{Debug, Display};
use std::str::FromStr;

use accelspec::dimension::{
    Area, Bandwidth, BytesPerJoule, BytesPerOperation, Count, Density, Dimension, Duration, Energy, Information, Money,
    OperationRate, OperationsPerByte, OperationsPerJoule, Power, Share,
};
use accelspec::{Currency, Date, Id, Metric, PciId, PeakKey, PrintedRatio, Quantity};
use proptest::prelude::*;
use proptest::sample::select;

use crate::repeats;

/// Pieces of what can be read, in any order: some of the texts are read, and most are nearly so.
fn text() -> impl Strategy<Value = String> {
    let piece = select(vec![
        "1",
        "0",
        "3",
        "80",
        "1,979",
        "000",
        ".",
        ",",
        ".5",
        "e3",
        "e-60",
        "E+7",
        "e2147483647",
        "e-2147483648",
        "-",
        "−",
        " ",
        " ",
        " to ",
        "/",
        "% more",
        " % less",
        "W",
        "GB",
        "GiB",
        "Tb/s",
        "TFLOP/s",
        "TOPS",
        "mm²",
        "M/mm2",
        "k",
        "µ",
        "%",
        "h",
        "TWh",
        "M KRW",
        "USD",
        "B/FLOP",
        "peak",
        "price",
        "tdp",
        "bf16",
        "matrix",
        "2:4",
        "unstated",
        "fp32-accumulate",
        "2026",
        "-Q4",
        "-H1",
        "-02",
        "-30",
        "10de",
        ":",
        "2330",
        "0x",
        "acme",
        "마하",
        "½",
        "\u{202e}",
        "\n",
    ]);
    prop_oneof![prop::collection::vec(piece, 0..7).prop_map(|pieces| pieces.concat()), any::<String>()]
}

fn reads_back<V>(text: &str) -> Result<(), TestCaseError>
where
    V: FromStr<Err: Display> + Display + Debug + PartialEq,
{
    match text.parse::<V>() {
        Ok(value) => {
            let shown = value.to_string();
            prop_assert_eq!(shown.parse().ok(), Some(value), "{} is shown as {}", text, shown);
        }
        Err(error) => prop_assert!(!error.to_string().is_empty()),
    }
    Ok(())
}

/// What is kept as it was written.
fn reads_as_it_stands<V>(text: &str) -> Result<(), TestCaseError>
where
    V: FromStr<Err: Display> + Display + Debug + PartialEq,
{
    match text.parse::<V>() {
        Ok(value) => prop_assert_eq!(value.to_string(), text),
        Err(error) => prop_assert!(repeats(&error.to_string(), text), "{}", error),
    }
    Ok(())
}

fn quantity<D: Dimension>(text: &str) -> Result<(), TestCaseError> {
    reads_back::<Quantity<D>>(text)?;
    match text.parse::<Quantity<D>>() {
        Ok(read) => prop_assert!((Quantity::<D>::MIN..=Quantity::<D>::MAX).contains(&read.base()), "{}", text),
        Err(error) => {
            let message = error.to_string();
            prop_assert!(repeats(&message, text) && message.contains("` is not a"), "{}", message);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2048))]

    #[test]
    fn any_text_is_a_quantity_or_says_why_not(text in text()) {
        quantity::<Area>(&text)?;
        quantity::<Bandwidth>(&text)?;
        quantity::<BytesPerJoule>(&text)?;
        quantity::<BytesPerOperation>(&text)?;
        quantity::<Count>(&text)?;
        quantity::<Density>(&text)?;
        quantity::<Duration>(&text)?;
        quantity::<Energy>(&text)?;
        quantity::<Information>(&text)?;
        quantity::<Money>(&text)?;
        quantity::<OperationRate>(&text)?;
        quantity::<OperationsPerByte>(&text)?;
        quantity::<OperationsPerJoule>(&text)?;
        quantity::<Power>(&text)?;
        quantity::<Share>(&text)?;
    }

    #[test]
    fn any_text_is_a_question_or_says_why_not(text in text()) {
        reads_back::<Metric>(&text)?;
        reads_back::<PeakKey>(&text)?;
        for metric in ["peak", "peak-per-watt", "bytes-per-operation", "interconnect-bandwidth", "price"] {
            reads_back::<Metric>(&format!("{metric} {text}"))?;
        }
    }

    #[test]
    fn any_text_is_a_date_an_id_a_currency_or_says_why_not(text in text()) {
        reads_as_it_stands::<Date>(&text)?;
        reads_as_it_stands::<Id>(&text)?;
        reads_as_it_stands::<Currency>(&text)?;
        reads_back::<PciId>(&text)?;
    }

    #[test]
    fn any_text_is_a_ratio_within_its_bounds_or_says_why_not(text in text()) {
        reads_as_it_stands::<PrintedRatio>(&text)?;
        if let Ok(ratio) = text.parse::<PrintedRatio>() {
            prop_assert!(ratio.low() <= ratio.value() && ratio.value() <= ratio.high(), "{}", text);
        }
    }
}
