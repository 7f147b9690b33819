//! The questions, over the built-in catalog.

use std::hint::black_box;

use accelspec::{Catalog, Metric, audit_all, compare, measured_ratios, memory_bandwidth, pareto, rank};
use divan::Bencher;

use crate::pair;

#[divan::bench]
fn one_ratio(bencher: Bencher) {
    let (subject, baseline) = pair();
    bencher.bench(|| memory_bandwidth(black_box(subject), black_box(baseline)).expect("both known").ratio);
}

#[divan::bench]
fn one_derived_ratio(bencher: Bencher) {
    let (subject, baseline) = pair();
    let metric: Metric = "peak-per-watt bf16".parse().expect("a metric");
    bencher.bench(|| {
        compare(black_box(subject), black_box(baseline)).expect("one level").ratio(metric).expect("both known")
    });
}

#[divan::bench]
fn full_comparison(bencher: Bencher) {
    let (subject, baseline) = pair();
    bencher.bench(|| compare(black_box(subject), black_box(baseline)).expect("one level").to_string());
}

#[divan::bench]
fn ranking() -> usize {
    rank(black_box(Catalog::builtin()).accelerators(), Metric::MemoryBandwidth).ranked.len()
}

#[divan::bench]
fn front() -> usize {
    pareto(black_box(Catalog::builtin()).accelerators(), &[Metric::MemoryCapacity, Metric::Tdp]).front.len()
}

#[divan::bench]
fn all_audits() -> usize {
    audit_all(black_box(Catalog::builtin())).len()
}

#[divan::bench]
fn measured(bencher: Bencher) {
    let (subject, baseline) = pair();
    bencher.bench(|| measured_ratios(Catalog::builtin(), black_box(subject), black_box(baseline)));
}
