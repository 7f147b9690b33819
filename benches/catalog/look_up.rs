//! From names to accelerators, beside a plain map that knows one spelling of each name.

use std::collections::HashMap;
use std::hint::black_box;

use accelspec::{Accelerator, Catalog, Identified, LookupError};
use divan::Bencher;

/// The least that a look-up by name could be.
pub(crate) fn plain_map() -> HashMap<String, &'static Accelerator> {
    let accelerators = Catalog::builtin().accelerators();
    let named = accelerators.flat_map(|it| it.aliases.iter().chain([&it.name]).map(move |name| (name.clone(), it)));
    named.collect()
}

#[divan::bench(args = ["H100", "NVIDIA H100 SXM5 80GB"])]
fn plain_map_by_name(bencher: Bencher, name: &str) {
    let map = plain_map();
    bencher.bench_local(|| map.get(black_box(name)).copied());
}

#[divan::bench(args = ["H100", "NVIDIA H100 SXM5 80GB", "nvidia h100-sxm5 80gb", "마하-1"])]
fn find(name: &str) -> &'static Accelerator {
    Catalog::builtin().find(black_box(name)).expect("built in")
}

#[divan::bench]
fn by_id() -> &'static Accelerator {
    Catalog::builtin().get(black_box("nvidia-h100-sxm5-80gb")).expect("built in")
}

#[divan::bench]
fn find_nothing() -> LookupError {
    Catalog::builtin().find(black_box("H10O")).expect_err("a slip of the finger")
}

#[divan::bench(args = ["NVIDIA H100 80GB HBM3", "AMD Instinct MI300X OAM", "NVIDIA A100-SXM4-80GB MIG 3g.40gb", "H100_NVLINK_80GB"])]
fn identify(reported: &str) -> Identified<'static> {
    Catalog::builtin().identify(black_box(reported)).expect("built in")
}
