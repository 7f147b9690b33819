//! Rules of sources, products and claims.

use super::refused_after_good;

#[test]
fn a_source_declared_twice() {
    let rows = r#"
[[source]]
id = "sheet"
publisher = "B"
title = "B"
url = "https://b.example"
evidence = "press"
"#;
    refused_after_good(
        rows,
        &["mine.toml:+3:6: duplicate id `sheet`, declared at mine.toml:2:6; rename one of the two"],
    );
}

#[test]
fn every_text_of_a_source() {
    let rows = r#"
[[source]]
id = "A Sheet"
publisher = ""
title = " "
url = "ftp://b.example"
evidence = "hearsay"
date = "May 2024"
via = "telepathy"
"#;
    refused_after_good(
        rows,
        &[
            "mine.toml:+3:6: `A Sheet` is not an id; write lower-case letters and digits, in groups joined by `-` or `.`",
            "mine.toml:+4:13: `publisher` is empty; write something or leave the key out",
            "mine.toml:+5:9: `title` is empty; write something or leave the key out",
            "mine.toml:+6:7: `ftp://b.example` is no public address; write one that begins with https:// or http://",
            "mine.toml:+7:12: unknown kind of evidence `hearsay`; write one of datasheet, whitepaper, vendor-docs, vendor-press, vendor-talk, standards, independent, benchmark, dataset, press, estimate, rumour",
            "mine.toml:+8:8: `May 2024` is not a date; write YYYY, YYYY-H1, YYYY-Q1, YYYY-MM or YYYY-MM-DD",
            "mine.toml:+9:7: unknown way of reading `telepathy`; write one of original, transcription",
        ],
    );
}

#[test]
fn an_accelerator_declared_twice() {
    let rows = r#"
[[accelerator]]
id = "acme-a1"
name = "Acme A9"
vendor = "Acme"
kind = "asic"
"#;
    refused_after_good(
        rows,
        &["mine.toml:+3:6: duplicate id `acme-a1`, declared at mine.toml:24:6; rename one of the two"],
    );
}

#[test]
fn a_system_with_the_id_of_an_accelerator() {
    let rows = r#"
[[system]]
id = "acme-a1"
name = "Acme A9"
vendor = "Acme"
members = [{ id = "acme-a1", count = 4, source = "sheet" }]
"#;
    refused_after_good(
        rows,
        &["mine.toml:+3:6: duplicate id `acme-a1`, declared at mine.toml:24:6; rename one of the two"],
    );
}

#[test]
fn an_accelerator_without_its_keys() {
    let rows = r#"
[[accelerator]]
id = "acme-a2"
"#;
    refused_after_good(
        rows,
        &[
            "mine.toml:+2:1: missing key `kind`; every accelerator has one",
            "mine.toml:+2:1: missing key `name`; every accelerator has one",
            "mine.toml:+2:1: missing key `vendor`; every accelerator has one",
        ],
    );
}

#[test]
fn an_accelerator_with_members_and_an_unknown_kind() {
    let rows = r#"
[[accelerator]]
id = "acme-a2"
name = "Acme A2"
vendor = "Acme"
kind = "chip"
members = [{ id = "acme-a1", count = 4, source = "sheet" }]
"#;
    refused_after_good(
        rows,
        &[
            "mine.toml:+6:8: unknown kind `chip`; write one of gpu, apu, npu, asic, superchip, soc, wafer, lpu",
            "mine.toml:+7:11: an accelerator has no `members`; write it as [[system]], or `parts` for the accelerators on one board",
        ],
    );
}

#[test]
fn names_of_another_product() {
    let rows = r#"
[[accelerator]]
id = "acme-a2"
name = "acme BOX"
vendor = "Acme"
kind = "asic"
aliases = ["Second", "first", "Acme-A1"]
"#;
    refused_after_good(
        rows,
        &[
            "mine.toml:+4:8: the name `acme BOX` belongs to `acme-box` already; each name leads to one product, so choose another",
            "mine.toml:+7:22: the name `first` belongs to `acme-a1` already; each name leads to one product, so choose another",
            "mine.toml:+7:31: the name `Acme-A1` belongs to `acme-a1` already; each name leads to one product, so choose another",
        ],
    );
}

#[test]
fn aliases_that_add_nothing_or_cannot_be_asked_for() {
    let rows = r#"
[[accelerator]]
id = "acme-a2"
name = "Acme A2"
vendor = "Acme"
kind = "asic"
aliases = ["Second", "SECOND", "A-2", "--"]
"#;
    refused_after_good(
        rows,
        &[
            "mine.toml:+7:22: the alias `SECOND` adds nothing to the other names; leave it out: look-up ignores case, spaces, punctuation and the vendor's name in front",
            "mine.toml:+7:32: the alias `A-2` adds nothing to the other names; leave it out: look-up ignores case, spaces, punctuation and the vendor's name in front",
            "mine.toml:+7:39: the name `--` has no letter or digit; write one that can be asked for",
        ],
    );
}

#[test]
fn a_system_with_the_keys_of_an_accelerator() {
    let rows = r#"
[[system]]
id = "acme-rack"
name = "Acme Rack"
vendor = "Acme"
kind = "asic"
device-names = ["Rack"]
members = []
"#;
    refused_after_good(
        rows,
        &[
            "mine.toml:+2:1: missing key `members`; every system has one",
            "mine.toml:+6:8: a system has no `kind`; write it with its member accelerators",
            "mine.toml:+7:16: a system has no `device-names`; write it with its member accelerators",
        ],
    );
}

#[test]
fn members_that_are_not_there_or_twice() {
    let rows = r#"
[[system]]
id = "acme-rack"
name = "Acme Rack"
vendor = "Acme"
members = [
  { id = "acme-a1", count = 4, source = "sheet" },
  { id = "acme-a1", count = 2, source = "sheet" },
  { id = "acme-b1", count = 2, source = "sheets" },
  { id = "other", count = 2, source = "sheet" },
]
"#;
    refused_after_good(
        rows,
        &[
            "mine.toml:+8:10: `acme-a1` is a member already; add the two counts up",
            "mine.toml:+9:10: no accelerator `acme-b1`; did you mean `acme-a1`?",
            "mine.toml:+9:41: no source `sheets`; did you mean `sheet`?",
            "mine.toml:+10:10: no accelerator `other`; declare it with [[accelerator]]",
        ],
    );
}

#[test]
fn every_text_of_a_claim() {
    let rows = r#"
[[claim]]
id = "c2"
metric = "speed"
ratio = "4x"
bound = "maybe"
as-printed = ""
sense = "worse"
link = "NVLink"
subject-precision = "half"
source = "blogg"
"#;
    refused_after_good(
        rows,
        &[
            r#"mine.toml:+2:1: a claim without `baseline`; name a product of the catalog, or write `baseline-name = "…"`, or `baseline = "undisclosed"`"#,
            r#"mine.toml:+2:1: a claim without `subject`; name a product of the catalog, or write `subject-name = "…"`, or `subject = "undisclosed"`"#,
            "mine.toml:+4:10: unknown claim metric `speed`; write one of transistors, memory-capacity, memory-bandwidth, peak-compute, interconnect-bandwidth, power, price, throughput, latency, training-time, energy, performance-per-watt, price-performance, tco, chip-count, floor-space, bottleneck",
            "mine.toml:+5:9: `4x` is not a ratio; write it as printed: `30`, `45 % more`, `68 % less`, `1/8`, or `10 J to 0.4 J` for a change from the baseline's amount to the subject's",
            "mine.toml:+6:9: unknown bound `maybe`; write one of up-to, about, at-least, exactly",
            "mine.toml:+7:14: `as-printed` is empty; write something or leave the key out",
            "mine.toml:+8:9: unknown sense `worse`; write one of more, less",
            "mine.toml:+9:8: unknown link role `NVLink`; write one of scale-up, scale-out, host, die-to-die",
            "mine.toml:+10:21: unknown precision `half`; write one of fp64, fp32, tf32, bf16, fp16, fp8, fp6, fp4, nvfp4, mxfp8, mxfp6, mxfp4, int16, int8, int4, unstated",
            "mine.toml:+11:10: no source `blogg`; did you mean `blog`?",
        ],
    );
}

#[test]
fn a_claim_says_which_way_it_goes() {
    let claim = |id: &str, rest: &str| {
        format!(
            "\n[[claim]]\nid = \"{id}\"\nsubject = \"acme-a1\"\nbaseline = \"undisclosed\"\nbound = \"about\"\nas-printed = \"so\"\nsource = \"blog\"\n{rest}\n"
        )
    };
    let rows = [
        claim("c2", "metric = \"training-time\"\nratio = \"4\""),
        claim("c3", "metric = \"power\"\nratio = \"68 % less\"\nsense = \"more\""),
        claim("c4", "metric = \"power\"\nratio = \"68 % less\""),
        claim("c5", "metric = \"training-time\"\nratio = \"4\"\nsense = \"less\""),
    ];
    refused_after_good(
        &rows.concat(),
        &[
            "mine.toml:+9:10: of `training-time` less is better, so say which is meant: `sense = \"less\"` or `sense = \"more\"`",
            "mine.toml:+20:9: the ratio `68 % less` says less, but `sense` says more; keep one of them",
        ],
    );
}

#[test]
fn parts_are_accelerators_without_parts() {
    let rows = r#"
[[accelerator]]
id = "acme-a2"
name = "Acme A2"
vendor = "Acme"
kind = "superchip"
parts = [
  { id = "acme-a1", count = 2, source = "sheet" },
  { id = "acme-a1", count = 2, source = "sheet" },
  { id = "acme-a9", count = 2, source = "sheet" },
  { id = "acme-a3", count = 2, source = "sheets" },
]

[[accelerator]]
id = "acme-a3"
name = "Acme A3"
vendor = "Acme"
kind = "superchip"
parts = [{ id = "acme-a2", count = 2, source = "sheet" }]

[[system]]
id = "acme-rack"
name = "Acme Rack"
vendor = "Acme"
members = [{ id = "acme-a1", count = 2, source = "sheet" }]
parts = [{ id = "acme-a1", count = 2, source = "sheet" }]
"#;
    refused_after_good(
        rows,
        &[
            "mine.toml:+9:10: `acme-a1` is a member already; add the two counts up",
            "mine.toml:+10:10: no accelerator `acme-a9`; did you mean `acme-a1`?",
            "mine.toml:+11:10: `acme-a3` has parts of its own; name those, so that each accelerator is counted once",
            "mine.toml:+11:41: no source `sheets`; did you mean `sheet`?",
            "mine.toml:+19:17: `acme-a2` has parts of its own; name those, so that each accelerator is counted once",
            "mine.toml:+26:9: a system has no `parts`; write it with its member accelerators",
        ],
    );
}

#[test]
fn the_parties_of_a_claim() {
    let rows = r#"
[[claim]]
id = "c2"
subject = "acme-a9"
subject-name = "A9"
baseline = "acme-a2"
metric = "throughput"
ratio = "4"
bound = "up-to"
as-printed = "4x"
source = "blog"

[[claim]]
id = "c3"
subject = "globex-one"
baseline-name = "Globex Two"
metric = "throughput"
ratio = "4"
bound = "up-to"
as-printed = "4x"
source = "no-such-thing"
"#;
    refused_after_good(
        rows,
        &[
            "mine.toml:+4:11: a claim has both `subject` and `subject-name`; keep one",
            "mine.toml:+6:12: no accelerator or system `acme-a2`; did you mean `acme-a1`?",
            "mine.toml:+15:11: no accelerator or system `globex-one`; name a product outside the catalog with `subject-name` or `baseline-name`",
            "mine.toml:+21:10: no source `no-such-thing`; declare it with [[source]]",
        ],
    );
}

#[test]
fn what_is_measured_stands_on_tests_units_and_accelerators() {
    let rows = r#"
[[measured]]
benchmark = "Bench"
round = ""
workload = "model"
scenario = "offline"
unit = "tokens"
source = "blogg"
results = [{ accelerator = "acme-a1", count = 1, value = "5" }]

[[measured]]
benchmark = "Bench"
workload = "model"
scenario = "offline"
unit = "tokens/s"
source = "blog"
results = [
  { accelerator = "acme-a1", count = 1, value = "5 tokens/s" },
  { accelerator = "acme-a1", count = 1, value = "0" },
  { accelerator = "acme-a9", count = 1, value = "5", precision = "half" },
  { accelerator = "acme-a1", count = 8, value = "41.5", submitter = " " },
]
"#;
    refused_after_good(
        rows,
        &[
            "mine.toml:+4:9: `round` is empty; write something or leave the key out",
            "mine.toml:+7:8: unknown unit of a result `tokens`; write one of tokens/s, samples/s, queries/s, tokens/s/MW, minutes, ms",
            "mine.toml:+8:10: no source `blogg`; did you mean `blog`?",
            "mine.toml:+18:49: `5 tokens/s` is not a result; write digits above zero, without a unit: it stands on the row as `unit`",
            "mine.toml:+19:49: `0` is not a result; write digits above zero, without a unit: it stands on the row as `unit`",
            "mine.toml:+20:19: no accelerator `acme-a9`; did you mean `acme-a1`?",
            "mine.toml:+20:66: unknown precision `half`; write one of fp64, fp32, tf32, bf16, fp16, fp8, fp6, fp4, nvfp4, mxfp8, mxfp6, mxfp4, int16, int8, int4, unstated",
            "mine.toml:+21:69: `submitter` is empty; write something or leave the key out",
        ],
    );
}

#[test]
fn a_reference_has_an_amount() {
    let rows = r#"
[[reference]]
id = "nowhere-2024"
name = "Nowhere: electricity"

[[reference]]
id = "box-claim"
energy = { value = "5 W", source = "blog" }
utilization = { value = "0.61", source = "blog" }
"#;
    refused_after_good(
        rows,
        &[
            "mine.toml:+2:1: a reference without an amount; write one of energy, accelerators, utilization, budget, price-per-year, price-per-hour",
            "mine.toml:+6:1: missing key `name`; every reference has one",
            "mine.toml:+7:6: duplicate id `box-claim`, declared at mine.toml:47:6; rename one of the two",
            "mine.toml:+8:20: `5 W` is not an energy: unknown unit `W`; write one of J, kJ, MJ, GJ, TJ, PJ, or Wh, kWh, MWh, GWh, TWh",
            "mine.toml:+9:25: `0.61` is not a share: the number has no unit; write one of %",
        ],
    );
}
