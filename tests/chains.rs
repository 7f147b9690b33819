//! Claims that compose along chains, and cycles that should come to one and do not.

use accelspec::{Bound, Catalog, ClaimMetric, Ratio, SpecFile, chains, inconsistent_cycles};

const CHAINED: &str = r#"
[[source]]
id = "mine"
publisher = "me"
title = "Claims"
url = "https://example.com/claims"
evidence = "independent"

[[claim]]
id = "a-b"
subject = "cerebras-wse-1"
baseline = "groq-lpu-v1"
metric = "bottleneck"
ratio = "1/2"
bound = "up-to"
as-printed = "up to half"
source = "mine"

[[claim]]
id = "b-c"
subject = "groq-lpu-v1"
baseline = "amd-mi300x"
metric = "bottleneck"
ratio = "3"
bound = "about"
sense = "less"
as-printed = "a third"
source = "mine"

[[claim]]
id = "c-a"
subject = "amd-mi300x"
baseline = "cerebras-wse-1"
metric = "bottleneck"
ratio = "2"
bound = "exactly"
sense = "more"
as-printed = "twice"
source = "mine"
"#;

fn chained() -> Catalog {
    let one = CHAINED.replace("cerebras-wse-1", "nvidia-l4").replace("groq-lpu-v1", "nvidia-l40");
    Catalog::builtin().with_files(&[SpecFile::new("mine.toml", one)]).expect("good")
}

#[test]
fn claims_compose_into_flagged_chains() {
    let catalog = chained();
    let id = |id: &str| catalog.get(id).expect("built in");
    let there = chains(&catalog, id("nvidia-l4"), id("amd-mi300x"), ClaimMetric::Bottleneck);
    assert_eq!(there.len(), 1);
    assert_eq!((there[0].composed.ratio.get(), there[0].composed.bound), (6.0, Some(Bound::UpTo)));
    assert_eq!(
        there[0].to_string(),
        "up-to 6.00: nvidia-l4 against nvidia-l40 “up to half” [a-b], then nvidia-l40 against amd-mi300x “a third” [b-c]; each link \
         has its own workload"
    );
    let back = chains(&catalog, id("amd-mi300x"), id("nvidia-l4"), ClaimMetric::Bottleneck);
    assert_eq!((back[0].composed.ratio.to_string(), back[0].composed.bound), ("0.17".to_owned(), Some(Bound::AtLeast)));
    assert!(back[0].links.iter().all(|link| link.backwards));
    assert!(chains(&catalog, id("nvidia-l4"), id("nvidia-t4"), ClaimMetric::Bottleneck).is_empty());
}

#[test]
fn up_to_so_many_times_worse_is_a_bound_from_below() {
    let text = CHAINED.replace("ratio = \"2\"\nbound = \"exactly\"", "ratio = \"2\"\nbound = \"up-to\"");
    let catalog = Catalog::builtin().with_files(&[SpecFile::new("mine.toml", text)]).expect("good");
    let id = |id: &str| catalog.get(id).expect("built in");
    let there = chains(&catalog, id("groq-lpu-v1"), id("cerebras-wse-1"), ClaimMetric::Bottleneck);
    assert_eq!(
        there.iter().map(ToString::to_string).collect::<Vec<_>>(),
        [
            "at-least 1.50: groq-lpu-v1 against amd-mi300x “a third” [b-c], then amd-mi300x against cerebras-wse-1 “twice” [c-a]; each \
             link has its own workload"
        ]
    );
}

#[test]
fn no_chain_is_longer_than_three_claims() {
    let links = ["nvidia-l4", "nvidia-l40", "nvidia-l40s", "amd-mi300x", "amd-mi325x"];
    let claim = |(number, pair): (usize, &[&str])| {
        format!(
            "\n[[claim]]\nid = \"c{number}\"\nsubject = \"{}\"\nbaseline = \"{}\"\nmetric = \"bottleneck\"\nratio = \"1/2\"\nbound = \
             \"about\"\nas-printed = \"half\"\nsource = \"epoch-ml-hardware\"\n",
            pair[0], pair[1]
        )
    };
    let text: String = links.windows(2).enumerate().map(claim).collect();
    let catalog = Catalog::builtin().with_files(&[SpecFile::new("mine.toml", text)]).expect("good");
    let id = |id: &str| catalog.get(id).expect("built in");
    let of = |to| chains(&catalog, id("nvidia-l4"), id(to), ClaimMetric::Bottleneck);
    assert_eq!(of("amd-mi300x")[0].composed.ratio.to_string(), "8.00");
    assert!(of("amd-mi325x").is_empty());
    assert!(of("nvidia-l40").is_empty(), "a claim that joins the two is no chain");
}

#[test]
fn cycles_away_from_one_are_found() {
    let catalog = chained();
    let far =
        |factor: f64| inconsistent_cycles(&catalog, ClaimMetric::Bottleneck, Ratio::new(factor).expect("in range"));
    // Up to twice, times about thrice, times half as good: three times round, once for each way up.
    let cycles: Vec<_> = far(2.5).iter().map(|cycle| (cycle.links.len(), cycle.composed.ratio.to_string())).collect();
    assert_eq!(cycles, [(3, "3.00".to_owned())]);
    assert!(far(3.5).is_empty());
}

#[test]
fn two_claims_of_one_pair_are_a_cycle() {
    let catalog = Catalog::builtin();
    let cycles = inconsistent_cycles(catalog, ClaimMetric::Throughput, Ratio::new(1.9).expect("in range"));
    let of_pair = |links: &[accelspec::ChainLink<'_>], ids: [&str; 2]| {
        links.len() == 2 && ids.iter().all(|id| links.iter().any(|link| link.claim.id.as_str() == *id))
    };
    let ids = ["h100-vs-a100-inference-30x", "h100-vs-a100-transformer-6x"];
    let cycle = cycles.iter().find(|cycle| of_pair(&cycle.links, ids)).expect("30 against 6");
    assert!((cycle.composed.ratio.get() - 5.0).abs() < 1e-9, "{cycle}");
}
