//! The names that the README promises to keep: ids, metrics, the words of each vocabulary and of an export, whose columns `rows.rs` holds.
//!
//! A name that is missing here is a breaking change; a new one is written in, so that it is kept from then on.

use std::collections::BTreeSet;

use accelspec::{
    Absence, Access, Accumulation, Bound, Catalog, ClaimMetric, Direction, Engine, Evidence, FigureKind, Kind,
    LinkRole, MemoryUnit, Metric, Precision, PriceBasis, Product, Qualifier, ResultUnit, Sense, Sparsity, Status,
    Verdict, Vocabulary,
};

const IDS: &str = include_str!("fixtures/ids.txt");

/// Each vocabulary with its words, in the order of its messages.
const VOCABULARIES: [&str; 20] = [
    "Absence: undisclosed, not-applicable",
    "Access: original, transcription",
    "Accumulation: unstated, fp32, fp16",
    "Bound: up-to, about, at-least, exactly",
    "ClaimMetric: transistors, memory-capacity, memory-bandwidth, peak-compute, interconnect-bandwidth, power, \
     price, throughput, latency, training-time, energy, performance-per-watt, price-performance, tco, \
     chip-count, floor-space, bottleneck",
    "Direction: bidirectional, per-direction, unstated",
    "Engine: matrix, vector, unstated",
    "Evidence: datasheet, whitepaper, vendor-docs, vendor-press, vendor-talk, standards, independent, benchmark, \
     dataset, press, estimate, rumour",
    "FigureKind: transistors, die-area, tdp, memory-capacity, memory-bandwidth, peak, interconnect-bandwidth",
    "Kind: gpu, apu, npu, asic, superchip, soc, wafer, lpu",
    "LinkRole: scale-up, scale-out, host, die-to-die",
    "MemoryUnit: stack, package",
    "Precision: fp64, fp32, tf32, bf16, fp16, fp8, fp6, fp4, nvfp4, mxfp8, mxfp6, mxfp4, int16, int8, int4, \
     unstated",
    "PriceBasis: list, report, street, estimate",
    "Qualifier: up-to, about, at-least, preliminary, configurable, board-power, graphics-power, projected, \
     derived",
    "ResultUnit: tokens/s, samples/s, queries/s, tokens/s/MW, minutes, ms",
    "Sense: more, less",
    "Sparsity: dense, 2:4, structured, unstated",
    "Status: announced, sampling, shipping, discontinued, cancelled",
    "Verdict: confirmed, confirmed when rounded, overstated, understated, within the bound, beyond the bound, \
     below the bound, unverifiable",
];

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

/// The line of a vocabulary.
fn listed<W: Vocabulary>() -> String {
    let name = std::any::type_name::<W>().rsplit("::").next().unwrap_or_default();
    format!("{name}: {}", W::known_words())
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
fn the_words_of_the_vocabularies() {
    let words = [
        listed::<Absence>(),
        listed::<Access>(),
        listed::<Accumulation>(),
        listed::<Bound>(),
        listed::<ClaimMetric>(),
        listed::<Direction>(),
        listed::<Engine>(),
        listed::<Evidence>(),
        listed::<FigureKind>(),
        listed::<Kind>(),
        listed::<LinkRole>(),
        listed::<MemoryUnit>(),
        listed::<Precision>(),
        listed::<PriceBasis>(),
        listed::<Qualifier>(),
        listed::<ResultUnit>(),
        listed::<Sense>(),
        listed::<Sparsity>(),
        listed::<Status>(),
        listed::<Verdict>(),
    ];
    let changed: Vec<_> = words.iter().filter(|line| !VOCABULARIES.contains(&line.as_str())).collect();
    assert!(
        changed.is_empty() && words.len() == VOCABULARIES.len(),
        "a word that is gone is a breaking change: give it back. Where one has come, write in VOCABULARIES:\n{changed:#?}"
    );
}

#[test]
fn every_vocabulary_is_listed() {
    let public = include_str!("fixtures/public-api.txt").lines();
    let public = public.filter_map(|line| line.strip_prefix("impl accelspec::Vocabulary for accelspec::"));
    let listed = VOCABULARIES.iter().filter_map(|line| line.split_once(':')).map(|(name, _)| name);
    assert_eq!(public.collect::<BTreeSet<_>>(), listed.collect::<BTreeSet<_>>());
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
