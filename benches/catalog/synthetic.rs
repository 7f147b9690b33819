//! Made-up accelerators as spec text, so many as are asked for: files of a family each, as the real ones are.

use std::fmt::Write;
use std::sync::OnceLock;

use accelspec::{Catalog, SpecFile};

/// How many, in turn.
pub(crate) const SIZES: [usize; 4] = [300, 3_000, 30_000, 100_000];

/// A family in a file of its own.
const FAMILY: usize = 20;

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
    let mut text = format!(
        r#"[[source]]
id = "acme-{first}-sheet"
publisher = "Acme"
title = "Data sheet of the accelerators from {first} on, second edition"
url = "https://example.com/documents/accelerators/{first}/data-sheet.pdf"
date = "2025-03-18"
evidence = "datasheet"
"#
    );
    for number in first..first + members {
        let source = format!("acme-{first}-sheet");
        // Multiplied by a large prime, the numbers are scattered, and the same in each run.
        let scattered = number * 7_919 % 100_003;
        let (power, memory) = (100 + number, 16 + number);
        let bandwidth = format!("{}.{:02}", 1 + scattered / 100, scattered % 100);
        write!(
            text,
            r#"
[[accelerator]]
id = "acme-anvil-{number}"
name = "Acme Anvil {number}"
vendor = "Acme"
kind = "gpu"
aliases = ["Forge {number}"]
announced = {{ value = "2025-03-18", source = "{source}" }}
architecture = {{ value = "Hammer", source = "{source}", at = "page 3" }}
process = {{ value = "TSMC N4", source = "{source}" }}
transistors = {{ value = "{power} G", source = "{source}", note = "as the sheet rounds it" }}
tdp = {{ value = "{power} W", source = "{source}", qualifiers = ["up-to"] }}
memory-type = {{ value = "HBM3E", source = "{source}" }}
memory-capacity = {{ value = "{memory} GB", source = "{source}" }}
memory-bandwidth = {{ value = "{bandwidth} GB/s", source = "{source}" }}
peak = [
  {{ precision = "bf16", engine = "matrix", sparsity = "dense", value = "{power}.5 TFLOP/s", source = "{source}" }},
  {{ precision = "bf16", engine = "matrix", sparsity = "2:4", value = "{}.5 TFLOP/s", source = "{source}" }},
  {{ precision = "fp32", engine = "vector", sparsity = "unstated", value = "{number}.25 TFLOP/s", source = "{source}" }},
]
"#,
            2 * power
        )
        .expect("a text takes all");
    }
    SpecFile::new(format!("acme/{first:06}.toml"), text)
}
