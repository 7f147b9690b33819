//! The catalog as a table, and records written out with serde.

use accelspec::{Catalog, Metric, Row};
use serde_json::{Value, json};

fn header_and_line(row: &Row<'_>) -> (String, String) {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.serialize(row).expect("a row is flat");
    let text = String::from_utf8(writer.into_inner().expect("written to memory")).expect("UTF-8");
    let (header, line) = text.split_once('\n').expect("two lines");
    (header.to_owned(), line.trim_end().to_owned())
}

fn row(accelerator: &str, metric: &str, wanted: impl Fn(&Row<'_>) -> bool) -> Row<'static> {
    let rows = Catalog::builtin().rows();
    let found = rows.into_iter().find(|row| row.accelerator == accelerator && row.metric == metric && wanted(row));
    found.unwrap_or_else(|| panic!("no {metric} of {accelerator}"))
}

#[test]
fn the_columns_are_these() {
    let dense = row("nvidia-h100-sxm5-80gb", "peak", |row| {
        row.published == "989.4 TFLOP/s" && row.precision == "bf16".parse().ok() && row.preferred
    });
    let (header, line) = header_and_line(&dense);
    assert_eq!(
        header,
        "accelerator,metric,precision,engine,sparsity,qualifier,value,unit,published,evidence,source,url,preferred"
    );
    assert!(
        line.starts_with(
            "nvidia-h100-sxm5-80gb,peak,bf16,matrix,dense,,989400000000000,op/s,989.4 TFLOP/s,whitepaper,"
        ),
        "{line}"
    );
    assert!(line.ends_with(",true"), "{line}");
}

#[test]
fn units_are_base_units() {
    let unit = |accelerator: &str, metric: &str| {
        let found = row(accelerator, metric, |row| row.preferred);
        (found.value, found.unit)
    };
    let is = |value: &str, unit: &'static str| (value.to_owned(), unit);
    assert_eq!(unit("nvidia-h100-sxm5-80gb", "transistors"), is("80000000000", "count"));
    assert_eq!(unit("nvidia-h100-sxm5-80gb", "die-area"), is("0.000814", "m²"));
    assert_eq!(unit("nvidia-h100-sxm5-80gb", "memory-capacity"), is("80000000000", "B"));
    assert_eq!(unit("nvidia-h100-sxm5-80gb", "memory-bandwidth"), is("3350000000000", "B/s"));
    assert_eq!(unit("nvidia-h100-sxm5-80gb", "announced"), is("2022-03-22", ""));
    assert_eq!(unit("nvidia-h100-sxm5-80gb", "architecture"), is("Hopper", ""));
    assert_eq!(unit("samsung-mach-1", "status"), is("cancelled", ""));
    assert_eq!(unit("samsung-mach-1", "price"), is("5000000", "KRW"));
    assert_eq!(unit("hbm3", "memory-bandwidth"), is("819000000000", "B/s"));
}

#[test]
fn an_absence_has_no_value_and_dissent_is_not_preferred() {
    let unknown = row("samsung-mach-1", "transistors", |_| true);
    assert_eq!((unknown.value.as_str(), unknown.unit, unknown.published), ("", "", "undisclosed"));
    let dissent = row("nvidia-b100", "tdp", |row| !row.preferred);
    assert_eq!(dissent.published, "1000 W");
}

#[test]
fn the_table_holds_every_figure_once_and_all_dissent() {
    let catalog = Catalog::builtin();
    for product in catalog.products() {
        let rows = product.rows();
        let entries = product.figures().entries();
        assert_eq!(rows.iter().filter(|row| row.preferred).count(), entries.len(), "{product}");
        let dissent: usize = entries.iter().map(|entry| entry.provenance.dissent().len()).sum();
        assert_eq!(rows.iter().filter(|row| !row.preferred).count(), dissent, "{product}");
    }
    let products: usize = catalog.products().map(|product| product.rows().len()).sum();
    assert!(catalog.rows().len() > products, "memory technologies come on top");
}

#[test]
fn the_table_says_what_the_metrics_say() {
    for accelerator in Catalog::builtin().accelerators() {
        for metric in Metric::PLAIN {
            let Ok(reading) = metric.read(accelerator) else { continue };
            let rows = Catalog::builtin().find_product(accelerator.id.as_str()).expect("by its id").rows();
            let Some(found) = rows.iter().find(|row| row.metric == metric.id() && row.preferred) else { continue };
            assert_eq!(found.value.parse(), Ok(reading.base()), "{} {metric}", accelerator.id);
        }
    }
}

#[test]
fn records_are_written_out_as_they_are_read() {
    let catalog = Catalog::builtin();
    let h100 = serde_json::to_value(catalog.get("nvidia-h100-sxm5-80gb")).expect("serialises");
    assert_eq!(h100["kind"], "gpu");
    let tdp = &h100["figures"]["tdp"];
    assert_eq!(tdp["value"], json!({ "base": 700.0, "unit": "W" }));
    assert_eq!((&tdp["published"], &tdp["qualifiers"]), (&json!("700 W"), &json!(["up-to", "configurable"])));
    assert_eq!(h100["figures"]["typical-power"], Value::Null);
    let peak = h100["figures"]["peaks"].as_array().and_then(|peaks| peaks.first()).expect("recorded");
    assert_eq!((&peak["precision"], &peak["accumulate"]), (&json!("fp64"), &json!("unstated")));

    let mach1 = serde_json::to_value(catalog.get("samsung-mach-1")).expect("serialises");
    assert_eq!(mach1["figures"]["transistors"]["absent"], "undisclosed");
    let system = serde_json::to_value(catalog.system("nvidia-dgx-h100")).expect("serialises");
    assert_eq!(
        (&system["members"][0]["accelerator"], &system["members"][0]["count"]),
        (&json!("nvidia-h100-sxm5-80gb"), &json!(8))
    );
    for claim in catalog.claims() {
        assert_eq!(serde_json::to_value(claim).expect("serialises")["id"], claim.id.as_str());
    }
    for source in catalog.sources() {
        assert_eq!(serde_json::to_value(source).expect("serialises")["evidence"], source.evidence.to_string());
    }
    for memory in catalog.memories() {
        assert_eq!(serde_json::to_value(memory).expect("serialises")["per"], memory.per.to_string());
    }
}
