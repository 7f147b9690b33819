//! Comparisons against ratios worked out by hand from the figures as their sources print them, and every refusal.

use accelspec::{
    Absence, Catalog, Caveat, CompareError, Direction, Engine, LinkRole, Metric, PeakKey, Precision, Side, Sparsity,
    SpecFile, Unstated, Vocabulary, compare,
};

#[track_caller]
fn ratio(subject: &str, baseline: &str, metric: &str, by_hand: f64) {
    let catalog = Catalog::builtin();
    let products = [subject, baseline].map(|name| catalog.find_product(name).unwrap_or_else(|error| panic!("{error}")));
    let comparison = compare(products[0], products[1]).unwrap_or_else(|error| panic!("{error}"));
    let computed = comparison.ratio(metric.parse().expect("a metric")).unwrap_or_else(|error| panic!("{error}")).get();
    assert!((computed / by_hand - 1.0).abs() < 1e-12, "{computed} and not {by_hand}");
}

#[test]
fn ratios_of_figures() {
    ratio("MI300X", "H100", "transistors", 153.0 / 80.0);
    ratio("MI300X", "H100", "tdp", 750.0 / 700.0);
    ratio("MI300X", "H100", "memory-capacity", 2.4);
    ratio("MI300X", "H100", "memory-bandwidth", 5.3 / 3.35);
    ratio("MI300X", "H100", "peak bf16", 1307.4 / 989.4);
    ratio("B100", "H100", "transistors", 2.6);
    ratio("B100", "H100", "tdp", 1.0);
    ratio("H100", "A100", "interconnect-bandwidth", 900.0 / 600.0);
    ratio("H100", "A100", "die-area", 814.0 / 826.0);
    ratio("H100", "A100", "peak fp64 vector", 33.5 / 9.7);
}

#[test]
fn ratios_of_derived_metrics() {
    ratio("MI300X", "H100", "peak-per-watt bf16", (1307.4 / 750.0) / (989.4 / 700.0));
    ratio("MI300X", "H100", "bytes-per-operation bf16", (5.3 / 1307.4) / (3.35 / 989.4));
    ratio("MI300X", "H100", "bandwidth-per-watt", (5.3 / 750.0) / (3.35 / 700.0));
    ratio("H100", "A100", "transistor-density", (80.0 / 814.0) / (54.2 / 826.0));
}

#[test]
fn systems_compare_with_systems_by_published_totals_or_those_of_their_members() {
    ratio("DGX B200", "DGX H100", "memory-capacity", 1440.0 / 640.0);
    ratio("DGX B200", "DGX H100", "transistors", 208.0 / 80.0);
    let catalog = Catalog::builtin();
    let systems = ["DGX B200", "DGX H100"].map(|name| catalog.find_system(name).expect("built in"));
    let compared = accelspec::transistor_count(systems[0], systems[1]).expect("from the members");
    assert!(compared.caveats().contains(&Caveat::FromMembers { side: Side::Subject }));
    assert_eq!(compared.to_string(), "1.664 T against 640 G: 2.60");
}

#[test]
fn a_vague_total_gives_way_to_members_that_are_clear() {
    // NVIDIA prints 32 PFLOP/s of FP8 for the system without saying that it counts sparsity; its members say so.
    let dgx = Catalog::builtin().find_system("DGX H100").expect("built in");
    let read = |text: &str| text.parse::<Metric>().expect("a metric").read(dgx).expect("from the members");
    assert_eq!(read("peak fp8").to_string(), "15.83 PFLOP/s");
    assert_eq!(read("peak fp8 2:4").to_string(), "31.66 PFLOP/s");
    assert_eq!(read("peak fp8 matrix unstated").to_string(), "32 PFLOP/s");
}

#[test]
fn a_chip_is_not_compared_with_a_system() {
    let catalog = Catalog::builtin();
    let dgx = catalog.find_system("DGX GH200").expect("built in");
    let h100 = catalog.find("H100").expect("built in");
    let message = "NVIDIA DGX GH200 is a system of several accelerators and NVIDIA H100 SXM5 80GB is one accelerator; \
                   compare NVIDIA GH200 96GB with it, or two systems";
    assert_eq!(compare(dgx, h100).expect_err("levels").to_string(), message);
    assert_eq!(compare(h100, dgx).expect_err("levels").to_string(), message);
}

const TWO: &str = r#"
[[source]]
id = "sheet"
publisher = "Acme"
title = "Data sheet"
url = "https://example.com/sheet"
evidence = "datasheet"

[[accelerator]]
id = "full"
name = "Acme Full"
vendor = "Acme"
kind = "asic"
peak = [
  { precision = "bf16", engine = "matrix", sparsity = "dense", value = "100 TFLOP/s", source = "sheet" },
  { precision = "bf16", engine = "matrix", sparsity = "2:4", value = "200 TFLOP/s", source = "sheet" },
  { precision = "fp32", engine = "vector", sparsity = "dense", value = "10 TFLOP/s", source = "sheet" },
  { precision = "fp8", engine = "matrix", sparsity = "dense", value = "200 TFLOP/s", source = "sheet" },
]
interconnect = [
  { link = "AcmeLink", role = "scale-up", direction = "bidirectional", value = "800 GB/s", source = "sheet" },
  { link = "AcmeLink", role = "scale-up", direction = "per-direction", value = "400 GB/s", source = "sheet" },
  { link = "AcmeMesh", role = "scale-up", direction = "unstated", value = "1600 GB/s", source = "sheet" },
]
price = [{ value = "1,000 USD", source = "sheet" }]

[[accelerator]]
id = "sparse"
name = "Acme Sparse"
vendor = "Acme"
kind = "asic"
peak = [
  { precision = "bf16", engine = "matrix", sparsity = "2:4", value = "300 TFLOP/s", source = "sheet" },
  { precision = "fp32", engine = "matrix", sparsity = "dense", value = "50 TFLOP/s", source = "sheet" },
  { precision = "fp8", absent = "not-applicable", source = "sheet" },
]
interconnect = [{ link = "AcmeLink", role = "scale-up", direction = "per-direction", value = "300 GB/s", source = "sheet" }]
price = [{ value = "1 M KRW", source = "sheet" }]

[[accelerator]]
id = "vague"
name = "Acme Vague"
vendor = "Acme"
kind = "asic"
peak = [{ precision = "bf16", engine = "unstated", sparsity = "unstated", value = "150 TFLOP/s", source = "sheet" }]
interconnect = [{ link = "AcmeLink", role = "scale-up", direction = "unstated", value = "600 GB/s", source = "sheet" }]
transistors = { absent = "undisclosed", source = "sheet" }
"#;

fn acme() -> Catalog {
    Catalog::from_files(&[SpecFile::new("acme.toml", TWO)]).expect("good")
}

#[track_caller]
fn unlike(metric: &str, message: &str) {
    let catalog = acme();
    let comparison =
        compare(catalog.get("full").expect("there"), catalog.get("sparse").expect("there")).expect("one level");
    let error = comparison.ratio(metric.parse().expect("a metric")).expect_err("not comparable");
    assert!(matches!(error, CompareError::Unlike { side: Side::Baseline, .. }), "{error}");
    assert_eq!(error.to_string(), message);
}

#[test]
fn unlike_figures_are_refused_with_the_way_to_ask() {
    unlike(
        "peak bf16",
        "Acme Sparse has no `peak bf16 matrix dense` recorded, and figures of different kinds do not compare; \
         ask both sides for `peak bf16 matrix 2:4`",
    );
    unlike(
        "peak fp32 vector",
        "Acme Sparse has no `peak fp32 vector dense` recorded, and figures of different kinds do not compare; \
         ask both sides for `peak fp32 matrix dense`",
    );
    unlike(
        "interconnect-bandwidth",
        "Acme Sparse has no `interconnect-bandwidth scale-up bidirectional` recorded, and figures of different kinds do not \
         compare; ask both sides for `interconnect-bandwidth scale-up per-direction`",
    );
    unlike(
        "price",
        "Acme Sparse has no `price USD` recorded, and figures of different kinds do not compare; ask both sides for `price KRW`",
    );
}

#[test]
fn asking_properly_gives_the_ratio() {
    let catalog = acme();
    let comparison =
        compare(catalog.get("full").expect("there"), catalog.get("sparse").expect("there")).expect("one level");
    assert_eq!(comparison.ratio("peak bf16 2:4".parse().expect("a metric")).expect("both").to_string(), "0.67");
    let link = Metric::InterconnectBandwidth(LinkRole::ScaleUp, Direction::PerDirection);
    assert_eq!(comparison.ratio(link).expect("both").to_string(), "1.33");
}

#[test]
fn what_a_source_leaves_open_is_a_caveat() {
    let catalog = acme();
    let comparison =
        compare(catalog.get("full").expect("there"), catalog.get("vague").expect("there")).expect("one level");
    let rate = comparison.by(Metric::Peak(PeakKey::dense_matrix(Precision::Bf16))).expect("comparable");
    let open = |what| Caveat::Unstated { side: Side::Baseline, name: "peak", what };
    assert_eq!(rate.caveats(), [open(Unstated::Engine), open(Unstated::Sparsity)]);
    let link = comparison.by("interconnect-bandwidth".parse().expect("a metric")).expect("comparable");
    assert_eq!(
        link.caveats(),
        [Caveat::Unstated { side: Side::Baseline, name: "interconnect", what: Unstated::Direction }]
    );
}

#[test]
fn only_a_stated_skipping_of_zeros_makes_a_rate_sparse() {
    let sparse: Vec<_> =
        Sparsity::WORDS.iter().filter(|(sparsity, _)| sparsity.is_sparse()).map(|(_, word)| *word).collect();
    assert_eq!(sparse, ["2:4", "structured"]);
}

#[test]
fn a_rate_is_found_when_its_source_leaves_only_the_engine_open() {
    let text =
        TWO.replace("engine = \"unstated\", sparsity = \"unstated\"", "engine = \"unstated\", sparsity = \"dense\"");
    let catalog = Catalog::from_files(&[SpecFile::new("acme.toml", text)]).expect("good");
    let read = |text: &str| text.parse::<Metric>().expect("a metric").read(catalog.get("vague").expect("there"));
    let open: Vec<_> = read("peak bf16").expect("found").inputs().flat_map(accelspec::Input::unstated).collect();
    assert_eq!(open, [Unstated::Engine]);
    assert!(read("peak bf16 2:4").is_err());
}

#[test]
fn a_link_is_found_by_its_role_and_told_from_others() {
    let catalog = acme();
    let read = |id: &str, text: &str| {
        let reading = text.parse::<Metric>().expect("a metric").read(catalog.get(id).expect("there"));
        reading.map(|reading| reading.to_string()).map_err(|gap| gap.to_string())
    };
    assert_eq!(read("full", "interconnect-bandwidth"), Ok("800 GB/s".to_owned()));
    assert_eq!(read("full", "interconnect-bandwidth unstated"), Ok("1600 GB/s".to_owned()));
    assert_eq!(read("full", "interconnect-bandwidth per-direction"), Ok("400 GB/s".to_owned()));
    assert_eq!(read("vague", "interconnect-bandwidth per-direction"), Ok("600 GB/s".to_owned()));
    assert_eq!(
        read("full", "interconnect-bandwidth host"),
        Err("interconnect-bandwidth host bidirectional is not recorded".to_owned())
    );
    assert_eq!(
        read("sparse", "interconnect-bandwidth"),
        Err("interconnect-bandwidth scale-up bidirectional is not recorded; recorded is `interconnect-bandwidth scale-up per-direction`"
            .to_owned())
    );
}

#[test]
fn the_three_absences_are_told_apart() {
    let catalog = acme();
    let [full, sparse, vague] = ["full", "sparse", "vague"].map(|id| catalog.get(id).expect("there"));
    let absence = |subject, baseline, metric: &str| {
        let comparison = compare::<'_>(subject, baseline).expect("one level");
        match comparison.ratio(metric.parse().expect("a metric")).expect_err("absent") {
            CompareError::Absent { side, figure } => {
                assert_eq!(figure.citation().is_none(), figure.absence() == Absence::NotRecorded);
                (side, figure.absence(), figure.to_string())
            }
            other => panic!("{other}"),
        }
    };
    let says = "says Acme, Data sheet (datasheet) https://example.com/sheet";
    assert_eq!(
        absence(vague, full, "transistors"),
        (Side::Subject, Absence::Undisclosed, format!("transistors of Acme Vague is undisclosed, {says}"))
    );
    assert_eq!(
        absence(full, sparse, "peak fp8"),
        (
            Side::Baseline,
            Absence::NotApplicable,
            format!("peak fp8 matrix dense of Acme Sparse is not-applicable, {says}")
        )
    );
    assert_eq!(
        absence(full, sparse, "tdp"),
        (
            Side::Subject,
            Absence::NotRecorded,
            "tdp of Acme Full is not recorded; a spec file of your own can add it".to_owned()
        )
    );
}

#[test]
fn disputes_and_superchips_are_caveats() {
    let catalog = Catalog::builtin();
    let b100 = accelspec::power_draw(catalog.find("B100").expect("built in"), catalog.find("H100").expect("built in"));
    let disputed = b100.expect("both known").caveats().into_iter().find_map(|caveat| match caveat {
        Caveat::Disputed { side: Side::Subject, provenance, .. } => {
            Some(provenance.dissent().iter().map(|it| it.published.as_str()).collect::<Vec<_>>())
        }
        _ => None,
    });
    assert!(disputed.expect("disputed").contains(&"1000 W"));
    let gh200 =
        accelspec::memory_capacity(catalog.find("GH200").expect("built in"), catalog.find("H100").expect("built in"));
    assert!(gh200.expect("both known").caveats().iter().any(|caveat| matches!(caveat, Caveat::Kinds { .. })));
}

#[test]
fn metrics_read_back_as_they_are_shown() {
    for (precision, _) in Precision::WORDS {
        for (engine, _) in Engine::WORDS {
            for (sparsity, _) in Sparsity::WORDS {
                let key = PeakKey::new(*precision, *engine, *sparsity);
                for metric in [Metric::Peak(key), Metric::PeakPerWatt(key), Metric::BytesPerOperation(key)] {
                    assert_eq!(metric.to_string().parse(), Ok(metric));
                }
            }
        }
    }
    for text in [
        "tdp",
        "peak bf16 matrix dense",
        "peak fp8 vector 2:4",
        "interconnect-bandwidth host per-direction",
        "price KRW",
    ] {
        assert_eq!(text.parse::<Metric>().expect("a metric").to_string(), text);
    }
    let wrong = |text: &str| text.parse::<Metric>().expect_err("no metric").to_string();
    assert_eq!(wrong("tdp bf16"), "`tdp bf16` is no metric: `tdp` has no qualifiers; leave `bf16` out");
    assert_eq!(
        wrong("price Euro"),
        "`price Euro` is no metric: unknown currency `Euro`; known are CNY, EUR, GBP, INR, JPY, KRW, TWD, USD"
    );
    assert!(wrong("peak").starts_with("`peak` is no metric: which precision? Write one of fp64, "));
}
