//! What was measured, paired by test, and the catalog's peaks set against it.

use std::collections::BTreeMap;

use accelspec::{
    Catalog, Counts, MeasuredRange, MeasuredRatio, Measurement, Metric, PeakKey, Precision, Product, Quantity,
    SpecFile, Vocabulary, dimension::OperationRate, measured_ratios,
};
use proptest::prelude::*;
use proptest::sample::select;

fn product(name: &str) -> Product<'static> {
    Catalog::builtin().find_product(name).expect("in the catalog")
}

fn ratios(subject: &str, baseline: &str) -> Vec<MeasuredRatio<'static>> {
    measured_ratios(Catalog::builtin(), product(subject), product(baseline))
}

fn shown(ratios: &[MeasuredRatio<'_>], test: &str) -> Vec<String> {
    ratios.iter().map(ToString::to_string).filter(|text| text.contains(test)).collect()
}

#[test]
fn results_of_one_test_are_paired_each_accelerator_for_itself() {
    let ratios = ratios("B200", "H200 SXM 141GB");
    assert_eq!(
        shown(&ratios, "v5.0, llama2-70b-99.9, server"),
        [
            "2.98 in MLPerf Inference v5.0, llama2-70b-99.9, server: 98443.3 tokens/s on 8 (NVIDIA) against 33071.46 on 8 \
             (NVIDIA), equal counts"
        ]
    );
}

#[test]
fn a_rack_stands_for_the_gpus_in_it_and_unequal_counts_are_flagged() {
    let ratios = ratios("GB200 NVL72", "H200 SXM 141GB");
    let server = ratios.iter().find(|ratio| ratio.subject.test.to_string().ends_with("v5.0, llama3.1-405b, server"));
    let server = server.expect("both were measured");
    assert_eq!((server.subject.count, server.baseline.count, server.counts), (72, 8, Counts::Unequal));
    let by_hand = (8850.1 / 72.0) / (server.baseline.value / 8.0);
    assert!((server.ratio.get() / by_hand - 1.0).abs() < 1e-12);
}

const TRAINED: &str = r#"
[[source]]
id = "mine"
publisher = "me"
title = "Times"
url = "https://example.com/times"
evidence = "independent"

[[measured]]
benchmark = "Bench"
workload = "model"
scenario = "time-to-train"
unit = "minutes"
source = "mine"
results = [
  { accelerator = "amd-mi300x", count = 8, value = "60" },
  { accelerator = "amd-mi300x", count = 8, value = "50", submitter = "Better" },
  { accelerator = "amd-mi325x", count = 16, value = "20" },
  { accelerator = "amd-mi325x", count = 64, value = "6" },
]

[[measured]]
benchmark = "Bench"
workload = "model"
scenario = "all-in"
unit = "tokens/s/MW"
source = "mine"
results = [
  { accelerator = "amd-mi300x", count = 8, value = "60" },
  { accelerator = "amd-mi325x", count = 4, value = "30" },
]

[[measured]]
benchmark = "Bench"
workload = "model"
scenario = "first token"
unit = "ms"
source = "mine"
results = [
  { accelerator = "amd-mi300x", count = 8, value = "60" },
  { accelerator = "amd-mi325x", count = 4, value = "30" },
]
"#;

#[test]
fn times_pair_at_equal_counts_or_are_scaled_with_a_flag() {
    let catalog = Catalog::builtin().with_files(&[SpecFile::new("mine.toml", TRAINED)]).expect("good");
    let id = |id: &str| catalog.get(id).expect("built in");
    let mut ratios = measured_ratios(&catalog, id("amd-mi325x"), id("amd-mi300x"));
    ratios.retain(|ratio| ratio.subject.test.benchmark == "Bench");
    let shown: Vec<_> = ratios.iter().map(ToString::to_string).collect();
    assert_eq!(
        shown,
        [
            "0.50 in Bench, model, all-in: 30 tokens/s/MW on 4 (unnamed) against 60 on 8 (unnamed), unequal counts",
            "2.00 in Bench, model, first token: 30 ms on 4 (unnamed) against 60 on 8 (unnamed), unequal counts",
            "1.25 in Bench, model, time-to-train: 20 minutes on 16 (unnamed) against 50 on 8 (Better), scaled to equal counts, as \
             if twice as many took half the time",
        ]
    );
    let range = MeasuredRange::of(ratios).expect("three pairs");
    assert_eq!((range.pairs, range.low.ratio.get(), range.high.ratio.get()), (3, 0.5, 2.0));
}

#[test]
fn the_best_of_several_results_stands_and_of_equals_the_first() {
    let rows = |unit: &str, values: [&str; 4]| {
        let result = |(submitter, value): (&str, &str)| {
            format!(
                "  {{ accelerator = \"amd-mi300x\", count = 8, value = \"{value}\", submitter = \"{submitter}\" }},\n"
            )
        };
        let results: String = ["A", "B", "C", "D"].into_iter().zip(values).map(result).collect();
        let other = "  { accelerator = \"amd-mi325x\", count = 8, value = \"10\" },\n";
        let head = TRAINED.split_once("[[measured]]").expect("a source first").0;
        let text = format!(
            "{head}[[measured]]\nbenchmark = \"Bench\"\nworkload = \"model\"\nscenario = \"s\"\nunit = \"{unit}\"\nsource = \"mine\"\n\
             results = [\n{results}{other}]\n"
        );
        let catalog = Catalog::builtin().with_files(&[SpecFile::new("mine.toml", text)]).expect("good");
        let id = |id: &str| catalog.get(id).expect("built in");
        let ratios = measured_ratios(&catalog, id("amd-mi300x"), id("amd-mi325x"));
        let mine: Vec<_> = ratios.into_iter().filter(|ratio| ratio.subject.test.benchmark == "Bench").collect();
        mine.iter().map(|ratio| (ratio.subject.published.clone(), ratio.subject.submitter.clone())).collect::<Vec<_>>()
    };
    let is = |value: &str, submitter: &str| vec![(value.to_owned(), Some(submitter.to_owned()))];
    assert_eq!(rows("tokens/s", ["20", "30", "30", "10"]), is("30", "B"));
    assert_eq!(rows("ms", ["20", "10", "10", "30"]), is("10", "B"));
}

#[test]
fn pairs_at_equal_counts_make_the_range_where_there_are_any() {
    let all = ratios("H200 SXM 141GB", "H100");
    let equal = all.iter().filter(|ratio| ratio.counts == Counts::Equal).count();
    assert!(equal > 0 && equal < all.len(), "{equal} of {}", all.len());
    assert_eq!(MeasuredRange::of(all).expect("measured").pairs, equal);
}

/// Operations of one run of a benchmark, counted low: see the fixture for each count and its sources.
fn operations() -> BTreeMap<&'static str, f64> {
    let table = include_str!("fixtures/training-operations.tsv").lines().skip(1);
    let row = |line: &'static str| {
        let mut cells = line.split('\t');
        (cells.next().expect("a workload"), cells.next().and_then(|count| count.parse().ok()).expect("a count"))
    };
    table.map(row).collect()
}

/// The share of the dense rate that a training run comes to at least, by the operations it cannot do without.
fn share(result: &Measurement, operations: f64, precision: Precision) -> Option<f64> {
    let accelerator = Catalog::builtin().get(result.accelerator.as_str()).expect("checked on loading");
    let peak = Metric::Peak(PeakKey::dense_matrix(precision)).read(accelerator).ok()?.base();
    let achieved = operations / (result.value * 60.0 * f64::from(result.count));
    let rate: Quantity<OperationRate> = Quantity::from_base(achieved).expect("in range");
    Some(rate.base() / peak)
}

#[test]
fn no_training_run_did_more_operations_than_the_hardware_can() {
    let operations = operations();
    let trained = Catalog::builtin().measurements().filter(|result| result.test.benchmark == "MLPerf Training");
    let mut checked = 0;
    let mut above_bf16 = Vec::new();
    for result in trained {
        let Some(count) = operations.get(result.test.workload.as_str()) else { continue };
        checked += 1;
        let best = Precision::WORDS.iter().filter_map(|(precision, _)| share(result, *count, *precision));
        let least = best.min_by(f64::total_cmp).expect("every measured accelerator has a rate");
        assert!(least <= 1.0, "{result:?} is {:.0} % of the fastest rate on record", least * 100.0);
        if share(result, *count, Precision::Bf16).is_some_and(|share| share > 1.0) {
            above_bf16.push(format!("{} {} {}", result.accelerator, result.count, result.published));
        }
    }
    assert!(checked > 180, "{checked}");
    // The submission ships a configuration in NVFP4 beside the plain one (training_results_v5.1, NVIDIA/benchmarks/llama31_405b).
    assert_eq!(above_bf16, ["nvidia-gb300-gpu 512 64.605"]);
}

proptest! {
    #[test]
    fn swapping_the_sides_inverts_what_was_measured(
        a in select(Catalog::builtin().accelerators().filter(|a| Catalog::builtin().measurements().any(|result| result.accelerator == a.id)).collect::<Vec<_>>()),
        b in select(Catalog::builtin().accelerators().filter(|a| Catalog::builtin().measurements().any(|result| result.accelerator == a.id)).collect::<Vec<_>>()),
    ) {
        let catalog = Catalog::builtin();
        let (forth, back) = (measured_ratios(catalog, a, b), measured_ratios(catalog, b, a));
        prop_assert_eq!(forth.len(), back.len());
        for (forth, back) in forth.iter().zip(&back) {
            prop_assert_eq!(&forth.subject.test, &forth.baseline.test);
            prop_assert!((forth.ratio.get() * back.ratio.get() - 1.0).abs() < 1e-12);
            prop_assert_eq!(forth.counts, back.counts);
            prop_assert_eq!(forth.counts == Counts::Equal, forth.subject.count == forth.baseline.count);
        }
    }
}
