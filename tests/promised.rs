//! The names that the README promises to keep: ids, metrics, precisions and the words of an export, whose columns `rows.rs` holds.
//!
//! A name that is missing here is a breaking change; a new one is written in, so that it is kept from then on.

use std::collections::BTreeSet;

use accelspec::{Catalog, Metric, Precision, Product, Vocabulary};

const IDS: &str = include_str!("fixtures/ids.txt");

/// The ids of the built-in catalog, as `tests/fixtures/ids.txt` lists them: the kind of the record, then its id.
fn ids(catalog: &Catalog) -> BTreeSet<String> {
    let accelerators = catalog.accelerators().map(|accelerator| format!("accelerator {}", accelerator.id));
    let systems = catalog.systems().map(|system| format!("system {}", system.id));
    let memories = catalog.memories().map(|memory| format!("memory {}", memory.id));
    let claims = catalog.claims().map(|claim| format!("claim {}", claim.id));
    let references = catalog.references().map(|reference| format!("reference {}", reference.id));
    let sources = catalog.sources().map(|source| format!("source {}", source.id));
    accelerators.chain(systems).chain(memories).chain(claims).chain(references).chain(sources).collect()
}

/// Whether an old id still leads to its record. That of a product may have become an alias.
fn kept(catalog: &Catalog, line: &str) -> bool {
    let (kind, id) = line.split_once(' ').expect("kind and id");
    match kind {
        "accelerator" => matches!(catalog.find_product(id), Ok(Product::Accelerator(_))),
        "system" => matches!(catalog.find_product(id), Ok(Product::System(_))),
        "memory" => catalog.memory(id).is_some(),
        "claim" => catalog.claim(id).is_some(),
        "reference" => catalog.reference(id).is_some(),
        "source" => catalog.source(id).is_some(),
        other => panic!("no kind of record has ids of the kind `{other}`"),
    }
}

#[test]
fn every_id_is_kept() {
    let catalog = Catalog::builtin();
    let gone: Vec<&str> = IDS.lines().filter(|line| !kept(catalog, line)).collect();
    assert!(
        gone.is_empty(),
        "these ids lead nowhere. Give them back; a product that is called otherwise now keeps its old id among its `aliases`:\n{}",
        gone.join("\n")
    );
}

#[test]
fn every_id_is_listed() {
    let listed: BTreeSet<String> = IDS.lines().map(str::to_owned).collect();
    let new: Vec<String> = ids(Catalog::builtin()).difference(&listed).cloned().collect();
    assert!(new.is_empty(), "add to tests/fixtures/ids.txt, sorted by LC_ALL=C sort:\n{}", new.join("\n"));
}

#[test]
fn the_list_is_sorted_and_names_no_id_twice() {
    assert!(IDS.lines().is_sorted_by(|one, other| one < other));
}

#[test]
fn an_old_id_may_live_on_as_an_alias_and_nowhere_else() {
    let row = |id: &str, aliases: &str| {
        let source =
            "[[source]]\nid = 's'\npublisher = 'p'\ntitle = 't'\nurl = 'https://a.example'\nevidence = 'press'\n";
        let row = format!(
            "[[accelerator]]\nid = '{id}'\nname = 'Acme A1'\nvendor = 'Acme'\nkind = 'asic'\naliases = [{aliases}]\n"
        );
        Catalog::from_toml("mine.toml", &format!("{source}{row}")).expect("good")
    };
    assert!(kept(&row("acme-a1-24gb", ""), "accelerator acme-a1-24gb"));
    assert!(kept(&row("acme-a1-48gb", "'acme-a1-24gb'"), "accelerator acme-a1-24gb"));
    assert!(!kept(&row("acme-a1-48gb", ""), "accelerator acme-a1-24gb"));
    assert!(!kept(&row("acme-a1-24gb", ""), "system acme-a1-24gb"));
}

#[test]
fn the_ids_of_metrics() {
    assert_eq!(
        Metric::known_ids(),
        "transistors, die-area, transistor-density, tdp, max-power, memory-capacity, memory-bandwidth, bandwidth-per-watt, peak, \
         peak-per-watt, bytes-per-operation, interconnect-bandwidth, price"
    );
}

#[test]
fn the_names_of_precisions() {
    assert_eq!(
        Precision::known_words(),
        "fp64, fp32, tf32, bf16, fp16, fp8, fp6, fp4, nvfp4, mxfp8, mxfp6, mxfp4, int16, int8, int4, unstated"
    );
}

#[test]
fn the_words_of_the_column_metric() {
    let rows = Catalog::builtin().rows();
    let words: BTreeSet<&str> = rows.iter().map(|row| row.metric).collect();
    assert_eq!(
        words.into_iter().collect::<Vec<_>>().join(" "),
        "announced architecture die-area dies form-factor foundry host-interface host-memory interconnect-bandwidth max-power \
         memory-bandwidth memory-bus-width memory-capacity memory-data-rate memory-stacks memory-type on-chip-memory peak price process \
         released status tdp transistors typical-power"
    );
}
