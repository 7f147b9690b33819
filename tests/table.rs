//! The printed comparison, by its whole text.

use accelspec::{Catalog, Metric, Product, SpecFile, compare};

const FILE: &str = r#"
[[source]]
id = "sheet"
publisher = "Acme"
title = "Data sheet of a device with a rather long title, so that the line has to be broken somewhere"
url = "https://example.com/sheet"
date = "2026-01"
evidence = "datasheet"

[[source]]
id = "blog"
publisher = "A blog"
title = "Seen"
url = "https://example.com/blog"
evidence = "press"
via = "transcription"

[[accelerator]]
id = "acme-a1"
name = "Acme A1 with a name that is too long for a heading"
vendor = "Acme"
kind = "superchip"
transistors = { value = "100 G", source = "sheet", at = "page 2" }
die-area = { value = "800 mm²", source = "sheet" }
tdp = { value = "500 W", source = "sheet", qualifiers = ["up-to"], also = [
  { value = "450 W", source = "blog", why = "measured at the wall" },
] }
max-power = { value = "600 W", source = "sheet" }
memory-capacity = { value = "100 GB", source = "sheet" }
memory-bandwidth = { absent = "undisclosed", source = "sheet" }
peak = [
  { precision = "bf16", engine = "matrix", sparsity = "dense", value = "1 PFLOP/s", source = "sheet" },
  { precision = "fp8", engine = "matrix", sparsity = "2:4", value = "4 PFLOP/s", source = "sheet" },
]
interconnect = [
  { link = "L", role = "scale-up", direction = "per-direction", value = "100 GB/s", source = "sheet" },
]
price = [{ value = "1,000 USD", source = "sheet" }, { value = "1 M KRW", source = "sheet" }]

[[accelerator]]
id = "acme-a2"
name = "Acme A2"
vendor = "Acme"
kind = "gpu"
transistors = { value = "50 G", source = "sheet", at = "page 2" }
tdp = { value = "250 W", source = "blog", because = "the sheet is about another board" }
memory-capacity = { value = "40 GB", source = "sheet" }
peak = [
  { precision = "bf16", engine = "matrix", sparsity = "unstated", value = "400 TFLOP/s", source = "sheet" },
  { precision = "fp8", engine = "matrix", sparsity = "dense", value = "800 TFLOP/s", source = "sheet" },
]
interconnect = [
  { link = "L", role = "scale-up", direction = "per-direction", value = "50 GB/s", source = "sheet" },
  { link = "L", role = "scale-up", direction = "bidirectional", value = "100 GB/s", source = "sheet" },
]
price = [{ value = "500 USD", source = "sheet" }]

[[system]]
id = "acme-box"
name = "Acme Box"
vendor = "Acme"
members = [{ id = "acme-a2", count = 4, source = "sheet" }, { id = "acme-a1", count = 1, source = "sheet" }]
"#;

fn catalog() -> Catalog {
    Catalog::from_files(&[SpecFile::new("acme.toml", FILE)]).unwrap_or_else(|error| panic!("{error}"))
}

const TABLE: &str = "\
Acme A1 with a name that is too long for a heading against Acme A2
a superchip against a gpu: the figures of one of them count a host processor

                           A1 with a name that is…  A2                    ratio
transistors                100 G [1]                50 G [1]               2.00
die area                   800 mm² [2]              not recorded              -
transistor density         125 M/mm² [1][2]         not recorded              -
TDP                        500 W [2]                250 W [3]              2.00  a b
memory                     100 GB [2]               40 GB [2]              2.50
memory bandwidth           undisclosed [2]          not recorded              -
bf16 matrix dense          1 PFLOP/s [2]            400 TFLOP/s [2]        2.50  c
fp8 matrix dense           not recorded             800 TFLOP/s [2]           -  d
scale-up link, one way     100 GB/s [2]             50 GB/s [2]            2.00
price, USD                 1,000 USD [2]            500 USD [2]            2.00
peak per watt, bf16        2 TFLOP/s/W [2]          1.6 TFLOP/s/W [2][3]   1.25  a b c
bytes per operation, bf16  undisclosed [2]          not recorded              -
bandwidth per watt         undisclosed [2]          not recorded              -

notes
   a  A1 with a name that is too long for a heading, tdp: up-to; 500 W is preferred; A blog [3] says
      450 W: measured at the wall
   b  A2, tdp: not from the vendor but press
   c  A2, peak: the source does not state the sparsity
   d  Acme A1 with a name that is too long for a heading has no `peak fp8 matrix dense` recorded,
      and figures of different kinds do not compare; ask both sides for `peak fp8 matrix 2:4`

sources
 [1]  Acme, Data sheet of a device with a rather long title, so that the line has to be broken
      somewhere, 2026-01 (datasheet), page 2
      https://example.com/sheet
 [2]  Acme, Data sheet of a device with a rather long title, so that the line has to be broken
      somewhere, 2026-01 (datasheet)
      https://example.com/sheet
 [3]  A blog, Seen (press, read in a transcription)
      https://example.com/blog
";

#[test]
fn a_table_with_every_kind_of_row_and_note() {
    let catalog = catalog();
    let comparison = compare(catalog.get("acme-a1").expect("there"), catalog.get("acme-a2").expect("there"));
    let table = comparison.expect("one level").to_string();
    assert_eq!(table, TABLE, "\n{table}");
}

#[test]
fn after_z_the_notes_go_on_with_two_letters() {
    let peaks = |times: u32| -> String {
        let rate = |(number, precision): (u32, &str)| {
            let number = number * 2 + times;
            format!(
                "  {{ precision = \"{precision}\", engine = \"matrix\", sparsity = \"dense\", value = \"{number} TOP/s\", source = \"sheet\", also = [{{ \
                 value = \"{number}.1 TOP/s\", source = \"blog\", why = \"reason {number}\" }}] }},\n"
            )
        };
        let words = "fp64 fp32 tf32 bf16 fp16 int16 fp8 mxfp8 int8 fp6 mxfp6 fp4 nvfp4 mxfp4 int4";
        (10..).zip(words.split(' ')).map(rate).collect()
    };
    let accelerator = |id: &str, times| {
        format!(
            "\n[[accelerator]]\nid = \"{id}\"\nname = \"{id}\"\nvendor = \"Acme\"\nkind = \"gpu\"\npeak = [\n{}]\n",
            peaks(times)
        )
    };
    let head = FILE.split_once("[[accelerator]]").expect("sources first").0;
    let text = format!("{head}{}{}", accelerator("x1", 0), accelerator("x2", 1));
    let catalog = Catalog::from_files(&[SpecFile::new("acme.toml", text)]).unwrap_or_else(|error| panic!("{error}"));
    let [one, other] = ["x1", "x2"].map(|id| catalog.get(id).expect("there"));
    let table = compare(one, other).expect("one level").to_string();
    let notes = table.split_once("\nnotes\n").and_then(|(_, rest)| rest.split_once("\n\n")).expect("notes").0;
    let letters: Vec<_> =
        notes.lines().filter_map(|line| line.split_once("  x")).map(|(letter, _)| letter.trim()).collect();
    assert_eq!(letters.len(), 30, "{table}");
    assert_eq!([letters[0], letters[25], letters[26], letters[27], letters[29]], ["a", "z", "aa", "ab", "ad"]);
}

#[test]
fn a_word_too_long_for_any_line_stands_behind_its_mark() {
    let long = "Acme".repeat(25);
    let catalog =
        Catalog::from_toml("acme.toml", &FILE.replace("publisher = \"Acme\"", &format!("publisher = \"{long}\"")));
    let catalog = catalog.unwrap_or_else(|error| panic!("{error}"));
    let table = compare(catalog.get("acme-a1").expect("there"), catalog.get("acme-a2").expect("there"));
    let table = table.expect("one level").to_string();
    assert!(table.contains(&format!("\n [1]  {long},\n      Data sheet of a device ")), "{table}");
}

#[test]
fn long_names_go_on_in_a_second_line() {
    let found = |name| Catalog::builtin().find(name).expect("built in");
    let table =
        compare(found("GB300 Grace Blackwell Ultra Superchip"), found("RTX PRO 6000 Max-Q")).expect("one level");
    let table = table.to_string();
    let head: Vec<_> = table.lines().take(2).collect();
    assert_eq!(
        head,
        [
            "NVIDIA GB300 Grace Blackwell Ultra Superchip against NVIDIA RTX PRO 6000 Blackwell Max-Q Workstation",
            "Edition"
        ]
    );
}

#[test]
fn a_table_shows_what_either_has_something_to_say_on() {
    let catalog = catalog();
    let metrics = |subject, baseline| -> Vec<String> {
        let product = |id| catalog.products().find(|product| product.id() == id).expect("there");
        let comparison = compare::<'_>(product(subject), product(baseline)).expect("one level");
        comparison.metrics().iter().map(Metric::to_string).collect()
    };
    assert_eq!(
        metrics("acme-a2", "acme-a2"),
        [
            "transistors",
            "tdp",
            "memory-capacity",
            "peak bf16 matrix unstated",
            "peak fp8 matrix dense",
            "interconnect-bandwidth scale-up bidirectional",
            "price USD",
            "peak-per-watt fp8 matrix dense",
        ]
    );
    assert_eq!(metrics("acme-box", "acme-box"), ["transistors", "memory-capacity", "peak bf16 matrix dense"]);
}

#[test]
fn derived_metrics_take_the_rate_that_people_ask_for() {
    let catalog = Catalog::builtin();
    let found = |name| catalog.find(name).expect("built in");
    let metrics = compare(found("MI300X"), found("H100")).expect("one level").metrics();
    let derived = metrics.iter().map(Metric::to_string).filter(|metric| metric.contains("per"));
    let expected = ["peak-per-watt bf16 matrix dense", "bytes-per-operation bf16 matrix dense", "bandwidth-per-watt"];
    assert_eq!(derived.collect::<Vec<_>>(), expected);
}

#[test]
fn a_total_is_the_sum_over_all_members() {
    let catalog = catalog();
    let system = Product::System(catalog.system("acme-box").expect("there"));
    let total = |metric: &str| metric.parse::<Metric>().expect("a metric").read(system).map(|reading| reading.base());
    assert!(total("transistors").is_ok_and(|sum| (sum - 300e9).abs() < 1.0));
    assert!(total("memory-capacity").is_ok_and(|sum| (sum - 260e9).abs() < 1.0));
    assert!(total("memory-bandwidth").is_err());
    assert!(total("tdp").is_err(), "the power of a system is more than that of its accelerators");
}
