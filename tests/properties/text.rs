//! Laws of reading: any text is refused, or shown as a text that reads the same.

use proptest::prelude::*;
use proptest::sample::select;

use crate::laws::text::{names_and_dates, printed_ratio, quantities, questions, two_dates, words};

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

/// A day, a month, a quarter, a half or a year.
fn date() -> &'static str {
    "202[3-5](-(Q[1-4]|H[12]|0[1-9](-[0-2][1-8])?))?"
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2048))]

    #[test]
    fn any_text_is_a_quantity_or_says_why_not(text in text()) {
        quantities(&text);
    }

    #[test]
    fn any_text_is_a_question_or_says_why_not(text in text()) {
        questions(&text);
    }

    #[test]
    fn any_text_is_a_date_an_id_a_currency_or_says_why_not(text in text()) {
        names_and_dates(&text);
    }

    #[test]
    fn any_text_is_a_ratio_within_its_bounds_or_says_why_not(text in text()) {
        printed_ratio(&text);
    }

    #[test]
    fn any_text_is_a_word_or_says_why_not(text in text()) {
        words(&text);
    }

    #[test]
    fn a_date_is_within_another_or_before_or_after_it(one in date(), other in date()) {
        two_dates(&one, &other);
    }
}
