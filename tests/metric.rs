//! Metrics: how they are named and shown, and how they are read from a system.

use accelspec::{Catalog, Currency, Direction, LinkRole, Metric, PeakKey, Precision, SpecFile};

fn metric(text: &str) -> Metric {
    text.parse().unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn values_are_shown_in_the_unit_of_the_metric() {
    let shown = |text: &str, base: f64| metric(text).show(base);
    assert_eq!(shown("transistors", 208e9), "208 G");
    assert_eq!(shown("die-area", 814e-6), "814 mm²");
    assert_eq!(shown("transistor-density", 98.28e12), "98.28 M/mm²");
    assert_eq!(shown("tdp", 1200.0), "1.2 kW");
    assert_eq!(shown("memory-capacity", 192e9), "192 GB");
    assert_eq!(shown("memory-bandwidth", 5.3e12), "5.3 TB/s");
    assert_eq!(shown("peak bf16", 989.4e12), "989.4 TFLOP/s");
    assert_eq!(shown("peak int8", 1979e12), "1.979 POP/s");
    assert_eq!(shown("peak-per-watt fp8", 2.8271e12), "2.827 TFLOP/s/W");
    assert_eq!(shown("peak-per-watt int8", 2.8271e12), "2.827 TOP/s/W");
    assert_eq!(shown("bytes-per-operation bf16", 0.003_386), "3.386 mB/FLOP");
    assert_eq!(shown("bandwidth-per-watt", 4.7857e9), "4.786 GB/s/W");
    assert_eq!(shown("interconnect-bandwidth", 900e9), "900 GB/s");
    assert_eq!(shown("price KRW", 60e6), "60 M KRW");
}

#[test]
fn labels_name_the_qualifiers() {
    let label = |text: &str| metric(text).label();
    assert_eq!(label("peak fp8 matrix 2:4"), "fp8 matrix 2:4");
    assert_eq!(label("peak unstated matrix unstated"), "unstated precision, matrix unstated");
    assert_eq!(label("peak-per-watt bf16"), "peak per watt, bf16");
    assert_eq!(label("price KRW"), "price, KRW");
    let link = |direction| Metric::InterconnectBandwidth(LinkRole::ScaleUp, direction).label();
    assert_eq!(link(Direction::Bidirectional), "scale-up link, both ways");
    assert_eq!(link(Direction::PerDirection), "scale-up link, one way");
    assert_eq!(link(Direction::Unstated), "scale-up link, direction unstated");
}

#[test]
fn what_a_question_may_leave_out_is_the_dense_matrix_rate_both_ways_and_dollars() {
    assert_eq!(metric("peak fp8"), Metric::Peak(PeakKey::dense_matrix(Precision::Fp8)));
    assert_eq!(
        metric("interconnect-bandwidth"),
        Metric::InterconnectBandwidth(LinkRole::ScaleUp, Direction::Bidirectional)
    );
    assert_eq!(
        metric("interconnect-bandwidth host"),
        Metric::InterconnectBandwidth(LinkRole::Host, Direction::Bidirectional)
    );
    assert_eq!(metric("price"), Metric::Price(Currency::Usd));
}

#[test]
fn an_unknown_metric_is_told_which_there_are() {
    assert_eq!(
        "speed".parse::<Metric>().expect_err("no metric").to_string(),
        "`speed` is no metric: write one of transistors, die-area, transistor-density, tdp, max-power, memory-capacity, \
         memory-bandwidth, bandwidth-per-watt, peak, peak-per-watt, bytes-per-operation, interconnect-bandwidth, price"
    );
}

const SYSTEMS: &str = r#"
[[source]]
id = "s"
publisher = "P"
title = "T"
url = "https://example.com"
evidence = "datasheet"

[[accelerator]]
id = "clear"
name = "V Clear"
vendor = "V"
kind = "gpu"
memory-capacity = { value = "10 GB", source = "s" }
tdp = { value = "100 W", source = "s" }
peak = [{ precision = "fp8", engine = "matrix", sparsity = "dense", value = "10 TFLOP/s", source = "s" }]

[[accelerator]]
id = "vague"
name = "V Vague"
vendor = "V"
kind = "gpu"
memory-capacity = { absent = "undisclosed", source = "s" }
peak = [{ precision = "fp8", engine = "matrix", sparsity = "unstated", value = "10 TFLOP/s", source = "s" }]

[[system]]
id = "of-clear"
name = "V Of Clear"
vendor = "V"
members = [{ id = "clear", count = 4, source = "s" }]
peak = [{ precision = "fp8", engine = "matrix", sparsity = "unstated", value = "90 TFLOP/s", source = "s" }]

[[system]]
id = "of-vague"
name = "V Of Vague"
vendor = "V"
members = [{ id = "vague", count = 4, source = "s" }]
memory-capacity = { absent = "undisclosed", source = "s" }
peak = [{ precision = "fp8", engine = "matrix", sparsity = "unstated", value = "90 TFLOP/s", source = "s" }]

[[system]]
id = "published"
name = "V Published"
vendor = "V"
members = [{ id = "clear", count = 4, source = "s" }]
memory-capacity = { value = "39 GB", source = "s" }
peak = [{ precision = "fp8", engine = "matrix", sparsity = "dense", value = "39 TFLOP/s", source = "s" }]
"#;

#[test]
fn a_system_is_read_from_its_totals_then_from_its_members() {
    let catalog =
        Catalog::from_files(&[SpecFile::new("systems.toml", SYSTEMS)]).unwrap_or_else(|error| panic!("{error}"));
    let read = |id: &str, text: &str| match metric(text).read(catalog.system(id).expect("there")) {
        Ok(reading) => format!("{reading}, members {}", reading.is_derived_from_members()),
        Err(gap) => gap.to_string(),
    };
    assert_eq!(read("published", "memory-capacity"), "39 GB, members false");
    assert_eq!(read("published", "peak fp8"), "39 TFLOP/s, members false");
    // A total that says dense is clearer than one that leaves it open; where neither says, the published one stands.
    assert_eq!(read("of-clear", "peak fp8"), "40 TFLOP/s, members true");
    assert_eq!(read("of-vague", "peak fp8"), "90 TFLOP/s, members false");
    assert_eq!(read("of-clear", "memory-capacity"), "40 GB, members true");
    // What the system's own source leaves undisclosed is not made up from elsewhere.
    assert_eq!(read("of-vague", "memory-capacity"), "memory-capacity is undisclosed, says P, T (datasheet)");
    // The power of a system is more than that of its accelerators.
    assert_eq!(read("of-clear", "tdp"), "tdp is not recorded");
}
