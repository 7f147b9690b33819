//! Audits of products made up so that one rule decides.

use accelspec::{
    Audit, Catalog, Finding, Performance, Precision, SpecFile, Verdict, audit, audit_all, recompute, tally,
};

const SOURCES: &str = r#"
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
"#;

/// A catalog of two accelerators with these figures and one claim of the new one against the old.
fn catalog(new: &str, old: &str, claim: &str) -> Catalog {
    let accelerator = |id: &str, figures: &str| {
        format!("[[accelerator]]\nid = \"{id}\"\nname = \"Acme {id}\"\nvendor = \"Acme\"\nkind = \"asic\"\n{figures}\n")
    };
    let claim = format!(
        "[[claim]]\nid = \"mine\"\nsubject = \"new\"\nbaseline = \"old\"\nas-printed = \"so\"\nsource = \"sheet\"\n{claim}\n"
    );
    let text = [SOURCES, &accelerator("new", new), &accelerator("old", old), &claim].concat();
    Catalog::from_files(&[SpecFile::new("acme.toml", text)]).unwrap_or_else(|error| panic!("{error}"))
}

/// The rates of an accelerator, in trillions of operations at each precision, and in GB/s of its memory and its link.
fn rates(peaks: &[(&str, &str)], memory: &str, link: &str) -> String {
    let peak = |(precision, rate): &(&str, &str)| {
        format!(
            "  {{ precision = \"{precision}\", engine = \"matrix\", sparsity = \"dense\", value = \"{rate} TOP/s\", source = \"sheet\" }},\n"
        )
    };
    format!(
        "memory-bandwidth = {{ value = \"{memory} GB/s\", source = \"sheet\" }}\npeak = [\n{}]\n\
         interconnect = [{{ link = \"L\", role = \"scale-up\", direction = \"bidirectional\", value = \"{link} GB/s\", source = \"sheet\" }}]\n",
        peaks.iter().map(peak).collect::<String>()
    )
}

fn mine(catalog: &Catalog) -> Audit<'_> {
    audit(catalog, catalog.claim("mine").expect("made up"))
}

fn performance(audit: Audit<'_>) -> Performance<'_> {
    match audit.finding {
        Finding::Performance(performance) => performance,
        other => panic!("{other:?}"),
    }
}

#[track_caller]
fn unverifiable(catalog: &Catalog, reason: &str) {
    let Finding::Nothing(why) = mine(catalog).finding else { panic!("{}", mine(catalog)) };
    assert_eq!(why.to_string(), reason);
}

const BF16: &str = "subject-precision = \"bf16\"\nbaseline-precision = \"bf16\"";

#[test]
fn a_claim_that_only_touches_the_bound_is_within_it() {
    // "2" is anything from 1.5 to 2.5.
    let claim = format!("metric = \"throughput\"\nratio = \"2\"\nbound = \"about\"\n{BF16}");
    let old = rates(&[("bf16", "100")], "1000", "100");
    for (verdict, times) in [
        (Verdict::Beyond, ["149", "1490"]),
        (Verdict::Within, ["150", "1500"]),
        (Verdict::Within, ["250", "2500"]),
        (Verdict::Below, ["251", "2510"]),
    ] {
        let catalog = catalog(&rates(&[("bf16", times[0])], times[1], times[0]), &old, &claim);
        assert_eq!(mine(&catalog).verdict, verdict, "{times:?}");
        let least_allowed = verdict != Verdict::Beyond;
        assert_eq!(performance(mine(&catalog)).beside.is_empty(), least_allowed, "no word of formats at the bound");
    }
}

#[test]
fn a_format_that_one_side_states_is_the_one_that_both_are_held_to() {
    let new = rates(&[("bf16", "400"), ("fp8", "600")], "1000", "100");
    let old = rates(&[("bf16", "100"), ("fp8", "200")], "1000", "100");
    let same = |stated: &str| {
        let catalog =
            catalog(&new, &old, &format!("metric = \"throughput\"\nratio = \"2\"\nbound = \"about\"\n{stated}"));
        performance(mine(&catalog)).same_format.expect("both have it").to_string()
    };
    assert_eq!(same("subject-precision = \"fp8\""), "3.00");
    assert_eq!(same("baseline-precision = \"fp8\""), "3.00");
    assert_eq!(same("baseline-precision = \"bf16\""), "4.00");
    assert_eq!(same(""), "4.00");
}

#[test]
fn wide_formats_count_where_there_is_no_narrow_one() {
    let claim = "metric = \"throughput\"\nratio = \"2\"\nbound = \"about\"";
    let catalog = catalog(&rates(&[("fp32", "200")], "2000", "200"), &rates(&[("fp32", "100")], "1000", "100"), claim);
    assert_eq!(mine(&catalog).verdict, Verdict::Within);
    assert_eq!(performance(mine(&catalog)).precisions, (Precision::Fp32, Precision::Fp32));
}

#[test]
fn a_stated_format_goes_by_other_names_but_not_for_other_formats() {
    let claim = |precision: &str| {
        format!(
            "metric = \"throughput\"\nratio = \"2\"\nbound = \"about\"\nsubject-precision = \"{precision}\"\nbaseline-precision = \"{precision}\""
        )
    };
    let of = |recorded: &str, stated: &str| {
        let rates = |rate| rates(&[(recorded, rate)], "1000", "100");
        catalog(&rates("200"), &rates("100"), &claim(stated))
    };
    let same = of("mxfp8", "fp8");
    assert_eq!(performance(mine(&same)).precisions, (Precision::Mxfp8, Precision::Mxfp8));
    for (recorded, stated) in [("int8", "fp8"), ("fp8", "int8"), ("bf16", "fp16"), ("fp16", "bf16"), ("fp6", "fp8")] {
        let reason =
            format!("no rate of the matrix engine of the subject that is marked dense is recorded at {stated}");
        unverifiable(&of(recorded, stated), &reason);
    }
}

#[test]
fn the_most_that_is_allowed_is_what_a_factor_comes_to() {
    let audits = audit_all(Catalog::builtin());
    let mut checked = 0;
    for audit in audits {
        let claim = audit.claim;
        let Finding::Performance(performance) = audit.finding else { continue };
        let most = performance.factors.iter().map(accelspec::Factor::ratio).max().expect("a factor");
        let power = performance.power.map_or(1.0, accelspec::Ratio::get);
        assert!((most.get() / power / performance.bound.high().get() - 1.0).abs() < 1e-12, "{}", claim.id);
        checked += 1;
    }
    assert!(checked > 50, "{checked}");
}

#[test]
fn a_change_of_format_that_a_claim_needs_stands_with_its_verdict_alone() {
    let new = rates(&[("bf16", "100"), ("fp8", "400")], "1000", "100");
    let old = rates(&[("bf16", "100"), ("fp8", "200")], "1000", "100");
    let claim = "metric = \"throughput\"\nratio = \"3\"\nbound = \"about\"\nsubject-units = 1\nbaseline-units = 1";
    let lines = |claim: &str| {
        let text = mine(&catalog(&new, &old, claim)).to_string();
        let lines: Vec<_> = text.lines().map(str::to_owned).collect();
        [lines[1].clone(), lines[3].clone()]
    };
    let open = "the subject's precision is not stated, and taken as allows most; the baseline's precision is not stated, and taken as \
                allows most";
    assert_eq!(
        lines(claim),
        [
            "verdict: within the bound 0.50 (operations) to 4.00 (operations), but at one format on both sides the rates allow 2.00 at most"
                .to_owned(),
            format!("beside it: {open}")
        ]
    );
    assert_eq!(
        lines(&claim.replace("\"3\"", "\"30\"")),
        [
            "verdict: beyond the bound 0.50 (operations) to 4.00 (operations), 7.50 times are left unexplained"
                .to_owned(),
            format!("beside it: at one format on both sides the rates allow 2.00 at most; {open}")
        ]
    );
}

#[test]
fn what_weakens_a_rate_stands_beside_the_verdict() {
    let old = rates(&[("bf16", "100")], "1000", "100");
    let new = old
        .replace(
            "\"1000 GB/s\", source = \"sheet\"",
            "\"1000 GB/s\", source = \"blog\", because = \"the sheet leaves it out\"",
        )
        .replace("engine = \"matrix\"", "engine = \"unstated\"");
    let claim = format!("metric = \"throughput\"\nratio = \"1\"\nbound = \"about\"\n{BF16}");
    let catalog = catalog(&new, &old, &claim);
    let text = mine(&catalog).to_string();
    assert_eq!(
        text.lines().nth(3),
        Some(
            "beside it: subject's peak: the source does not state the engine; subject's memory-bandwidth stands on press evidence, not on the vendor's"
        ),
        "{text}"
    );
}

#[test]
fn power_is_compared_by_what_both_publish() {
    let catalog = catalog(
        "tdp = { value = \"500 W\", source = \"sheet\" }\nmax-power = { value = \"600 W\", source = \"sheet\" }",
        "max-power = { value = \"300 W\", source = \"sheet\" }",
        "metric = \"power\"\nratio = \"2\"\nbound = \"exactly\"\nsense = \"more\"",
    );
    let recomputed = recompute(&catalog, catalog.claim("mine").expect("made up")).expect("both are known");
    assert_eq!(recomputed.to_string(), "600 W against 300 W: 2.00");
}

#[test]
fn a_peak_is_the_one_that_the_claim_states() {
    let sparse = "{ precision = \"bf16\", engine = \"matrix\", sparsity = \"2:4\", value = \"300 TOP/s\", source = \"sheet\" },\n]\ninter";
    let new = rates(&[("bf16", "150"), ("fp8", "600")], "1000", "100").replace("]\ninter", sparse);
    let old = rates(&[("bf16", "100"), ("fp8", "200")], "1000", "100");
    let peak = |ratio: &str, rest: &str| {
        catalog(&new, &old, &format!("metric = \"peak-compute\"\nratio = \"{ratio}\"\nbound = \"exactly\"\n{rest}"))
    };
    assert_eq!(mine(&peak("1.5", BF16)).verdict, Verdict::Confirmed);
    assert_eq!(mine(&peak("3", &format!("{BF16}\nsubject-sparsity = \"2:4\""))).verdict, Verdict::Confirmed);
    assert_eq!(mine(&peak("3", BF16)).verdict, Verdict::Overstated);
    unverifiable(
        &peak("1.5", ""),
        "the claim does not state the precision of both sides; it holds at 1 of the 2 that both have: bf16",
    );
    unverifiable(
        &peak("6", ""),
        "the claim does not state the precision of both sides; it holds at 1 of the 4 that both have: fp8 against bf16",
    );
}

#[test]
fn a_tally_has_a_line_for_each_vendor_the_most_claimed_first() {
    let catalog = Catalog::builtin();
    let ids = [
        "mach1-power-efficiency-8x",
        "hgx-b200-vs-hgx-h100-15x",
        "mi300x-vs-h100-capacity-2p4x",
        "h200-vs-h100-llama70b-1p9x",
    ];
    let audits = ids.map(|id| audit(catalog, catalog.claim(id).expect("recorded")));
    assert_eq!(
        tally(catalog, &audits).to_string(),
        "| claims about | confirmed | confirmed when rounded | overstated | understated | within the bound | beyond the bound | below the bound | unverifiable | all |\n\
         |---|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n\
         | NVIDIA | 0 | 0 | 0 | 0 | 0 | 2 | 0 | 0 | 2 |\n\
         | AMD | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 1 |\n\
         | Samsung | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 1 | 1 |\n\
         | all | 1 | 0 | 0 | 0 | 0 | 2 | 0 | 1 | 4 |"
    );
}
