//! Made-up accelerators as spec text, so many as are asked for: files of a family each, as the real ones are.

use std::fmt::Write;
use std::sync::OnceLock;

use accelspec::{Catalog, SpecFile};

/// How many, in turn.
const SIZES: [usize; 4] = [300, 3_000, 30_000, 100_000];

/// A family in a file of its own.
const FAMILY: usize = 20;

/// Whether the benchmarks are run as a test of themselves, by `--test`.
pub(crate) fn is_test() -> bool {
    std::env::args().any(|argument| argument == "--test")
}

/// How many accelerators are asked for, in turn. A test takes the two smallest: the others cost seconds and gigabytes.
pub(crate) fn sizes() -> &'static [usize] {
    if is_test() { &SIZES[..2] } else { &SIZES }
}

/// Spec files of so many accelerators.
///
/// Their memory grows with their power, so that by these two none beats another and all are on the front; bandwidths are scattered, and by
/// bandwidth and power few are.
pub(crate) fn files(accelerators: usize) -> Vec<SpecFile> {
    let families = (0..accelerators).step_by(FAMILY);
    families.map(|first| family(first, FAMILY.min(accelerators - first))).collect()
}

/// The catalog of so many accelerators, loaded once.
pub(crate) fn catalog(accelerators: usize) -> &'static Catalog {
    static LOADED: [OnceLock<Catalog>; SIZES.len()] = [const { OnceLock::new() }; SIZES.len()];
    let index = SIZES.iter().position(|size| *size == accelerators).expect("one of the sizes");
    LOADED[index].get_or_init(|| Catalog::from_files(&files(accelerators)).expect("valid"))
}

pub(crate) fn bytes(files: &[SpecFile]) -> usize {
    files.iter().map(|file| file.text().len()).sum()
}

fn family(first: usize, members: usize) -> SpecFile {
    let mut text = String::new();
    for number in first..first + members {
        write!(text, "{}", accelerator(number)).expect("a text takes all");
    }
    SpecFile::new(format!("acme/{first:06}.toml"), text)
}

/// One accelerator with two sources, thirteen figures, three remarks and two sources that disagree: as many as a built-in one has on average.
fn accelerator(number: usize) -> String {
    // Multiplied by a large prime, the numbers are scattered, and the same in each run.
    let scattered = number * 7_919 % 100_003;
    let (power, memory, double) = (100 + number, 16 + number, 200 + 2 * number);
    let bandwidth = format!("{}.{:02}", 1 + scattered / 100, scattered % 100);
    let (sheet, press) = (format!("acme-anvil-{number}-datasheet"), format!("chips-weekly-anvil-{number}"));
    format!(
        r#"
[[source]]
id = "{sheet}"
publisher = "Acme"
title = "Anvil {number} data sheet"
url = "https://example.com/documents/anvil-{number}/data-sheet.pdf"
date = "2025-03-18"
evidence = "datasheet"

[[source]]
id = "{press}"
publisher = "Chips Weekly"
title = "Acme shows Anvil {number}"
url = "https://example.org/2025/03/acme-anvil-{number}"
evidence = "press"

[[accelerator]]
id = "acme-anvil-{number}"
name = "Acme Anvil {number}"
vendor = "Acme"
kind = "gpu"
aliases = ["Forge {number}"]
status = {{ value = "shipping", source = "{sheet}" }}
announced = {{ value = "2025-03-18", source = "{press}" }}
architecture = {{ value = "Hammer", source = "{sheet}", at = "page 3" }}
process = {{ value = "TSMC N4", source = "{sheet}" }}
form-factor = {{ value = "OAM", source = "{sheet}" }}
transistors = {{ value = "{power} G", source = "{sheet}", note = "of all dies together, as the sheet rounds it", also = [
  {{ value = "{double} G", source = "{press}", why = "the article counts the memory stacks too" }},
] }}
tdp = {{ value = "{power} W", source = "{sheet}", qualifiers = ["up-to"], also = [
  {{ value = "{double} W", source = "{press}", why = "the article speaks of the whole board" }},
] }}
memory-type = {{ value = "HBM3E", source = "{sheet}" }}
memory-capacity = {{ value = "{memory} GB", source = "{sheet}" }}
memory-bandwidth = {{ value = "{bandwidth} GB/s", source = "{sheet}", note = "of all stacks together" }}
peak = [
  {{ precision = "bf16", engine = "matrix", sparsity = "dense", value = "{power}.5 TFLOP/s", source = "{sheet}" }},
  {{ precision = "bf16", engine = "matrix", sparsity = "2:4", value = "{double}.5 TFLOP/s", source = "{sheet}" }},
  {{ precision = "fp32", engine = "vector", sparsity = "unstated", value = "{number}.25 TFLOP/s", source = "{sheet}", note = "at the boost clock" }},
]
"#
    )
}
