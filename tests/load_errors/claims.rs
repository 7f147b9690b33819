//! Rules of claims, measurements and references.

use super::refused_after_good;

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
        claim("c6", "metric = \"power\"\nratio = \"68 % less\"\nsense = \"less\""),
        claim("c7", "metric = \"power\"\nratio = \"4\"\nsense = \"worse\""),
    ];
    refused_after_good(
        &rows.concat(),
        &[
            "mine.toml:+9:10: of `training-time` less is better, so say which is meant: `sense = \"less\"` or `sense = \"more\"`",
            "mine.toml:+20:9: the ratio `68 % less` says less, but `sense` says more; keep one of them",
            "mine.toml:+64:9: unknown sense `worse`; write one of more, less",
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
fn what_is_measured_is_counted_by_the_parts_of_a_superchip() {
    let rows = r#"
[[accelerator]]
id = "acme-a2"
name = "Acme A2"
vendor = "Acme"
kind = "superchip"
parts = [{ id = "acme-a1", count = 2, source = "sheet" }]

[[measured]]
benchmark = "Bench"
workload = "model"
scenario = "offline"
unit = "tokens/s"
source = "blog"
results = [{ accelerator = "acme-a2", count = 1, value = "5" }]
"#;
    refused_after_good(
        rows,
        &["mine.toml:+15:28: `acme-a2` has parts of its own; name those, so that each accelerator is counted once"],
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
