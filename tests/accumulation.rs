//! Rates with sums of two widths, told apart.

use accelspec::{Accumulation, Catalog, Metric, PeakKey, Precision, compare};

const CARD: &str = r#"
[[source]]
id = "sheet"
publisher = "Acme"
title = "Cards"
url = "https://example.com/cards"
evidence = "datasheet"

[[accelerator]]
id = "acme-client"
name = "Acme Client"
vendor = "Acme"
kind = "gpu"
peak = [
  { precision = "fp16", engine = "matrix", sparsity = "dense", accumulate = "fp16", value = "330 TFLOP/s", source = "sheet" },
  { precision = "fp16", engine = "matrix", sparsity = "dense", accumulate = "fp32", value = "165 TFLOP/s", source = "sheet" },
  { precision = "fp8", engine = "matrix", sparsity = "dense", accumulate = "fp16", value = "660 TFLOP/s", source = "sheet" },
]

[[accelerator]]
id = "acme-server"
name = "Acme Server"
vendor = "Acme"
kind = "gpu"
peak = [
  { precision = "fp16", engine = "matrix", sparsity = "dense", value = "495 TFLOP/s", source = "sheet" },
]
"#;

#[test]
fn a_key_without_a_word_on_it_means_wide_sums() {
    let catalog = Catalog::from_toml("cards.toml", CARD).expect("good");
    let client = catalog.find("Client").expect("there");
    let key = PeakKey::dense_matrix(Precision::Fp16);
    assert_eq!(client.peak(key), Ok("165 TFLOP/s".parse().expect("a rate")));
    let narrow = PeakKey { accumulate: Accumulation::Fp16, ..key };
    assert_eq!(client.peak(narrow), Ok("330 TFLOP/s".parse().expect("a rate")));
    assert_eq!("fp16 matrix dense fp16-accumulate".parse(), Ok(narrow));
    assert_eq!(narrow.to_string(), "fp16 matrix dense fp16-accumulate");
}

#[test]
fn narrow_sums_never_stand_for_wide_ones() {
    let catalog = Catalog::from_toml("cards.toml", CARD).expect("good");
    let client = catalog.find("Client").expect("there");
    let gap = Metric::Peak(PeakKey::dense_matrix(Precision::Fp8)).read(client).expect_err("only narrow");
    assert_eq!(
        gap.to_string(),
        "peak fp8 matrix dense is not recorded; recorded is `peak fp8 matrix dense fp16-accumulate`"
    );
}

#[test]
fn a_card_with_two_rates_compares_by_the_wide_one() {
    let catalog = Catalog::from_toml("cards.toml", CARD).expect("good");
    let (server, client) = (catalog.find("Server").expect("there"), catalog.find("Client").expect("there"));
    let comparison = compare(server, client).expect("one level");
    let metric = Metric::Peak(PeakKey::dense_matrix(Precision::Fp16));
    assert_eq!(comparison.ratio(metric).expect("both").to_string(), "3.00");
    assert_eq!(comparison.metrics().iter().filter(|shown| matches!(shown, Metric::Peak(_))).count(), 1);
}
