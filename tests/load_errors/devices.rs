//! Rules of memory technologies, PCI ids, LLVM targets and accumulation.

use super::{refused_after_good, refused_figure};

#[test]
fn a_memory_without_its_unit() {
    let rows = r#"
[[memory]]
id = "acme-ram"
name = "Acme RAM"

[[memory]]
id = "acme-ram-2"
per = "crate"
capacity = { value = "1 GHz", source = "sheet" }
"#;
    refused_after_good(
        rows,
        &[
            "mine.toml:+2:1: missing key `per`; every memory has one",
            "mine.toml:+6:1: missing key `name`; every memory has one",
            "mine.toml:+8:7: unknown unit of memory `crate`; write one of stack, package",
            "mine.toml:+9:22: `1 GHz` is not an amount of memory: unknown unit `GHz`; write one of B, kB, MB, GB, TB, PB, EB",
        ],
    );
}

#[test]
fn a_memory_with_the_id_of_an_accelerator() {
    let rows = "\n[[memory]]\nid = \"acme-a1\"\nname = \"Acme RAM\"\nper = \"stack\"\n";
    refused_after_good(
        rows,
        &["mine.toml:+3:6: duplicate id `acme-a1`, declared at mine.toml:24:6; rename one of the two"],
    );
}

#[test]
fn a_pci_id_that_is_none() {
    refused_figure(
        r#"pci-ids = ["10de:2330", "H100"]"#,
        &["mine.toml:+7:25: `H100` is not a PCI id; write vendor and device in hexadecimal, such as `10de:2330`"],
    );
}

#[test]
fn an_empty_target() {
    refused_figure(r#"gfx = """#, &["mine.toml:+7:7: `gfx` is empty; write something or leave the key out"]);
}

#[test]
fn bus_and_target_of_a_system() {
    let rows = r#"
[[system]]
id = "acme-box-2"
name = "Acme Box 2"
vendor = "Acme"
members = [{ id = "acme-a1", count = 4, source = "sheet" }]
pci-ids = ["10de:2330"]
gfx = "gfx942"
"#;
    refused_after_good(
        rows,
        &[
            "mine.toml:+7:11: a system has no `pci-ids`; write it with its member accelerators",
            "mine.toml:+8:7: a system has no `gfx`; write it with its member accelerators",
        ],
    );
}

#[test]
fn accumulation_tells_two_rates_apart_and_nothing_else_does() {
    let peaks = r#"peak = [
  { precision = "fp16", engine = "matrix", sparsity = "dense", value = "1 TFLOP/s", source = "sheet" },
  { precision = "fp16", engine = "matrix", sparsity = "dense", accumulate = "fp16", value = "2 TFLOP/s", source = "sheet" },
  { precision = "fp16", engine = "matrix", sparsity = "dense", accumulate = "fp16", value = "3 TFLOP/s", source = "sheet" },
  { precision = "fp16", engine = "matrix", sparsity = "2:4", accumulate = "fp8", value = "4 TFLOP/s", source = "sheet" },
]"#;
    refused_figure(
        peaks,
        &[
            "mine.toml:+10:93: two figures for `peak fp16 matrix dense fp16-accumulate`; keep one and move the other to its `also`",
            "mine.toml:+11:75: unknown accumulation `fp8`; write one of unstated, fp32, fp16",
        ],
    );
}
