//! What explains a number, on figures made up so that one rule decides.

use accelspec::{Catalog, FigureKind, Found, Hints, Precision, SpecFile, explain};

const ACME: &str = r#"
[[source]]
id = "sheet"
publisher = "Acme"
title = "Sheet"
url = "https://example.com/sheet"
evidence = "datasheet"

[[source]]
id = "blog"
publisher = "A blog"
title = "Seen"
url = "https://example.com/blog"
evidence = "press"

[[accelerator]]
id = "card"
name = "Acme Rock Card"
vendor = "Acme"
kind = "gpu"
tdp = { value = "10000 W", source = "sheet" }
memory-capacity = { value = "123440 MB", source = "sheet" }
memory-bandwidth = { value = "700 GB/s", source = "sheet" }
interconnect = [{ link = "L", role = "scale-up", direction = "bidirectional", value = "95 GB/s", source = "sheet" }]
peak = [{ precision = "bf16", engine = "matrix", sparsity = "dense", value = "100 TFLOP/s", source = "sheet" }]

[[accelerator]]
id = "kin"
name = "Acme Rock Board"
vendor = "Acme"
kind = "gpu"
memory-capacity = { value = "64 GB", source = "sheet", also = [{ value = "57 GB", source = "blog", why = "usable" }] }
peak = [
  { precision = "bf16", engine = "matrix", sparsity = "dense", value = "700 TFLOP/s", source = "sheet" },
  { precision = "bf16", engine = "matrix", sparsity = "2:4", value = "1400 TFLOP/s", source = "sheet", also = [
    { value = "1700 TFLOP/s", source = "blog", why = "boosted" },
  ] },
  { precision = "fp8", engine = "matrix", sparsity = "2:4", value = "2900 TFLOP/s", source = "sheet" },
]

[[accelerator]]
id = "pair"
name = "Twin"
vendor = "Twins"
kind = "gpu"
dies = { value = "3", source = "sheet" }
memory-capacity = { value = "90 GB", source = "sheet" }

[[accelerator]]
id = "near"
name = "Fine Stone Mark Seven Card"
vendor = "Fine"
kind = "gpu"
memory-bandwidth = { value = "80 GB/s", source = "sheet" }

[[accelerator]]
id = "nearer"
name = "Fine Stone Mark Seven Board"
vendor = "Fine"
kind = "gpu"
memory-bandwidth = { value = "10 GB/s", source = "sheet" }

[[system]]
id = "box"
name = "Acme Box"
vendor = "Acme"
members = [{ id = "card", count = 8, source = "sheet" }]
tdp = { value = "95 kW", source = "sheet" }

[[system]]
id = "crate"
name = "Acme Crate"
vendor = "Acme"
members = [{ id = "kin", count = 8, source = "sheet" }]
tdp = { value = "83 kW", source = "sheet" }
"#;

/// What a number may be, each as `cause, cause: figure of holder`, likeliest first.
fn explained(id: &str, kind: FigureKind, found: &str) -> Vec<String> {
    let catalog = Catalog::from_files(&[SpecFile::new("acme.toml", ACME)]).unwrap_or_else(|error| panic!("{error}"));
    let found = Found::read(kind, found).expect("a quantity");
    let precision = (kind == FigureKind::Peak).then_some(Precision::Bf16);
    let hints = Hints { precision, ..Hints::among(&catalog) };
    let explanations = explain(catalog.get(id).expect("there"), &found, &hints);
    let shown = explanations.iter().map(|explanation| {
        let causes: Vec<_> = explanation.causes.iter().map(ToString::to_string).collect();
        let causes = if causes.is_empty() { "exact".to_owned() } else { causes.join(", ") };
        format!("{causes}: {} of {}", explanation.figure, explanation.holder)
    });
    shown.collect()
}

#[track_caller]
fn explains(id: &str, kind: FigureKind, found: &str, expected: &[&str]) {
    assert_eq!(explained(id, kind, found), expected, "{found}");
}

#[allow(clippy::float_cmp)] // both are read from whole numbers
#[test]
fn a_number_is_read_with_its_unit() {
    let base = |kind, text| Found::read(kind, text).expect("a quantity").base();
    assert_eq!((base(FigureKind::Tdp, "10 kW"), base(FigureKind::MemoryCapacity, "1 GiB")), (1e4, 1_073_741_824.0));
}

#[test]
fn the_last_digits_may_differ_and_zeros_may_be_rounded() {
    explains("card", FigureKind::Tdp, "10001 W", &["exact: tdp of Acme Rock Card"]);
    explains("card", FigureKind::Tdp, "10005 W", &["one digit differs: tdp of Acme Rock Card"]);
    explains("card", FigureKind::MemoryCapacity, "123400 MB", &["rounded: memory-capacity of Acme Rock Card"]);
    explains("card", FigureKind::MemoryCapacity, "123400.0 MB", &[]);
}

#[test]
fn units_dies_and_kinds_of_bandwidth_are_mistaken() {
    let one = |found: &str, cause: &str| {
        explains("pair", FigureKind::MemoryCapacity, found, &[&format!("{cause}: memory-capacity of Twin")]);
    };
    one("30 GB", "one die of 3");
    one("270 GB", "all 3 dies, where the figure is of one");
    one("83.819 GB", "binary units taken for decimal ones, or the other way");
    one("96.637 GB", "binary units taken for decimal ones, or the other way");
    let memory = "the memory-bandwidth: memory-bandwidth of Acme Rock Card";
    explains("card", FigureKind::InterconnectBandwidth, "700 GB/s", &[memory]);
}

#[test]
fn a_system_explains_a_number_of_what_it_holds() {
    explains("card", FigureKind::Tdp, "95 kW", &["the whole system, Acme Box: tdp of Acme Box"]);
    explains("card", FigureKind::Tdp, "83 kW", &[]);
    explains("kin", FigureKind::Tdp, "83 kW", &["the whole system, Acme Crate: tdp of Acme Crate"]);
}

#[test]
fn a_sibling_explains_a_number_without_a_slip_and_its_dissent_with_nothing_else() {
    let capacity = "memory-capacity of Acme Rock Board";
    let kin = "another accelerator, Acme Rock Board";
    explains("card", FigureKind::MemoryCapacity, "64 GB", &[&format!("{kin}: {capacity}")]);
    explains("card", FigureKind::MemoryCapacity, "68.719 GB", &[]);
    explains("card", FigureKind::MemoryCapacity, "57 GB", &[&format!("{kin}, another source (usable): {capacity}")]);
    let sparse = format!("{kin}, the 2:4 rate: peak bf16 matrix 2:4 of Acme Rock Board");
    explains("card", FigureKind::Peak, "1400 TFLOP/s", &[&sparse]);
    explains("card", FigureKind::Peak, "1700 TFLOP/s", &[]);
    let narrow = format!("{kin}, the fp8 rate, the 2:4 rate: peak fp8 matrix 2:4 of Acme Rock Board");
    explains("card", FigureKind::Peak, "2900 TFLOP/s", &[&narrow]);
}

#[test]
fn a_sibling_of_much_the_same_name_is_likelier_than_bits_for_bytes() {
    explains(
        "near",
        FigureKind::MemoryBandwidth,
        "10 GB/s",
        &[
            "another accelerator, Fine Stone Mark Seven Board: memory-bandwidth of Fine Stone Mark Seven Board",
            "bits taken for bytes: memory-bandwidth of Fine Stone Mark Seven Card",
        ],
    );
}
