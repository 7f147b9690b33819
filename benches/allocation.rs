//! What the questions allocate: the columns of divan's profiler. One ratio allocates nothing.
//!
//! ```text
//! cargo bench --bench allocation
//! ```

use std::hint::black_box;

use accelspec::{Catalog, compare, memory_bandwidth};
use divan::{AllocProfiler, Bencher};

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

fn main() {
    let _ = Catalog::builtin();
    divan::main();
}

#[divan::bench]
fn load() -> Catalog {
    Catalog::from_files(&Catalog::builtin_files()).expect("valid")
}

#[divan::bench]
fn find() -> &'static accelspec::Accelerator {
    Catalog::builtin().find(black_box("H100")).expect("built in")
}

#[divan::bench]
fn one_ratio(bencher: Bencher) {
    let found = |name| Catalog::builtin().find(name).expect("built in");
    let (subject, baseline) = (found("MI300X"), found("H100"));
    bencher.bench(|| memory_bandwidth(black_box(subject), black_box(baseline)).expect("both known").ratio);
}

#[divan::bench]
fn one_derived_ratio(bencher: Bencher) {
    let found = |name| Catalog::builtin().find(name).expect("built in");
    let comparison = compare(found("MI300X"), found("H100")).expect("one level");
    let metric = "peak-per-watt bf16".parse().expect("a metric");
    bencher.bench(|| black_box(&comparison).ratio(metric).expect("both known"));
}

#[divan::bench]
fn whole_table(bencher: Bencher) {
    let found = |name| Catalog::builtin().find(name).expect("built in");
    let (subject, baseline) = (found("MI300X"), found("H100"));
    bencher.bench(|| compare(black_box(subject), black_box(baseline)).expect("one level").to_string());
}
