//! Audits of claims about performance, against bounds worked out by hand from the figures named beside them.

use accelspec::{
    Audit, Beside, Catalog, Finding, Performance, Precision, Ratio, Resource, SpecFile, Verdict, Vocabulary, audit,
    audit_all, audit_between, tally,
};

fn audited(id: &str) -> Audit<'static> {
    let catalog = Catalog::builtin();
    audit(catalog, catalog.claim(id).expect("recorded"))
}

fn performance(id: &str) -> Performance<'static> {
    match audited(id).finding {
        Finding::Performance(performance) => performance,
        other => panic!("{other:?}"),
    }
}

#[track_caller]
fn is_close(computed: Ratio, by_hand: f64) {
    assert!((computed.get() / by_hand - 1.0).abs() < 1e-9, "{computed:.6} and not {by_hand}");
}

#[track_caller]
fn bounded(id: &str, verdict: Verdict, low: f64, high: f64) -> Performance<'static> {
    assert_eq!(audited(id).verdict, verdict);
    let performance = performance(id);
    is_close(performance.bound.low(), low);
    is_close(performance.bound.high(), high);
    performance
}

#[track_caller]
fn unverifiable(id: &str, reason: &str) {
    let audit = audited(id);
    assert_eq!(audit.verdict, Verdict::Unverifiable);
    let Finding::Nothing(why) = audit.finding else { panic!("{:?}", audit.finding) };
    assert_eq!(why.to_string(), reason);
}

#[test]
fn thirty_times_is_beyond_what_the_rates_of_the_chips_allow() {
    // GB200 NVL72 against H100, fp4 against fp8: operations 10 / 1.9789, memory 8 / 3.35 and link 1.8 / 0.9, both at half the bytes.
    let performance = bounded("gb200-nvl72-vs-h100-inference-30x-same-count", Verdict::Beyond, 4.0, 10.0 / 1.9789);
    assert_eq!((performance.bound.lowest(), performance.bound.highest()), (Resource::LinkBytes, Resource::Operations));
    is_close(performance.unexplained.expect("beyond"), 30.0 / (10.0 / 1.9789));
    assert!(performance.beside.contains(&Beside::LinkDomain { subject: 72, baseline: 8 }));
    // A superchip is joined as far as the rack of its GPUs.
    let superchip = performance_of(&audited("gb200-vs-h100-inference-30x")).beside.clone();
    assert!(superchip.contains(&Beside::LinkDomain { subject: 72, baseline: 8 }));
    let measured = audited("gb200-nvl72-vs-h100-inference-30x-same-count").measured.expect("both were measured");
    assert!(measured.high.ratio < performance.bound.high(), "{}", measured.high);
}

#[test]
fn fifteen_times_is_beyond_too() {
    // Memory 7.7 / 3.35 at half the bytes; operations 9 / 1.9789 allow a little less.
    let performance = bounded("hgx-b200-vs-hgx-h100-15x", Verdict::Beyond, 4.0, 7.7 / 3.35 * 2.0);
    is_close(performance.unexplained.expect("beyond"), 15.0 / (7.7 / 3.35 * 2.0));
    is_close(performance.same_format.expect("fp8 on both"), 7.7 / 3.35);
}

#[test]
fn the_same_engine_with_faster_memory_gains_no_more_than_the_memory() {
    let performance = bounded("h200-vs-h100-llama70b-1p9x", Verdict::Beyond, 1.0, 4.8 / 3.35);
    is_close(performance.unexplained.expect("beyond"), 1.9 / (4.8 / 3.35));
    assert!(performance.beside.iter().any(|beside| matches!(beside, Beside::MemoryCapacity(_))));
}

#[test]
fn energy_divides_by_the_power() {
    // A GB200 superchip draws 2700 W for two GPUs, an H100 700 W.
    let power: f64 = 1350.0 / 700.0;
    let performance =
        bounded("gb200-nvl72-vs-h100-gptmoe-energy-25x", Verdict::Beyond, 4.0 / power, 10.0 / 1.9789 / power);
    is_close(performance.power.expect("a claim about energy"), power);
    is_close(performance.unexplained.expect("beyond"), 25.0 / (10.0 / 1.9789 / power));
}

#[test]
fn a_change_of_format_is_a_factor() {
    // H100 fp8 against A100 fp16: link 900 / 600 at half the bytes, operations 1978.9 / 312.
    let performance = bounded("h100-vs-a100-trtllm-4p6x", Verdict::Within, 3.0, 1978.9 / 312.0);
    let memory = performance.factors.iter().find(|factor| factor.resource == Resource::MemoryBytes);
    is_close(memory.expect("recorded").ratio(), 3.35 / 2.039 * 2.0);
    let audit = audited("blackwell-vs-hopper-1p8t-chip-count");
    assert_eq!(audit.verdict, Verdict::Within);
    let chips = performance_of(&audit);
    is_close(chips.per_accelerator, 4.0);
    is_close(chips.same_format.expect("common formats"), 7.7 / 3.35);
    assert!(chips.beside.contains(&Beside::FormatChange(chips.same_format.expect("common formats"))));
}

fn performance_of<'a>(audit: &'a Audit<'_>) -> &'a Performance<'a> {
    match &audit.finding {
        Finding::Performance(performance) => performance,
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_format_takes_the_bits_of_its_name() {
    // tf32 has 19, and is kept in a word of 32.
    for (precision, word) in Precision::WORDS {
        let digits: String = word.chars().filter(char::is_ascii_digit).collect();
        assert_eq!(precision.bits(), digits.parse().ok(), "{word}");
    }
}

#[test]
fn counts_are_divided_out() {
    let performance = performance("gb200-nvl72-vs-h200-mlperf50-30x");
    is_close(performance.units, 72.0 / 8.0);
    is_close(performance.per_accelerator, 30.0 * 8.0 / 72.0);
}

#[test]
fn what_every_rate_allows_is_within() {
    bounded("mi300x-vs-h100-llama2-70b-1p4x", Verdict::Within, 896.0 / 900.0, 5.3 / 3.35);
    bounded("gb300-vs-gb200-deepseek-offline-45", Verdict::Within, 1.0, 1.5);
}

#[test]
fn systems_are_weighed_with_the_power_of_their_racks() {
    // 2.5 times worse is 0.4. 559 kW for 384 accelerators against 120 kW for 72; operations 752 / 2500, link 784 / 1800.
    let power: f64 = 559.0 / 384.0 / (120.0 / 72.0);
    let id = "cloudmatrix384-vs-gb200-nvl72-perf-watt";
    let performance = bounded(id, Verdict::Within, 752.0 / 2500.0 / power, 784.0 / 1800.0 / power);
    is_close(performance.claimed, 1.0 / 2.5);
    is_close(performance.power.expect("a claim about energy"), power);
}

#[test]
fn less_than_every_rate_allows_is_below() {
    // B200 against H100 at fp8: link 1.8 / 0.9 is the least of the ratios.
    let claim = |ratio: &str, bound: &str| {
        let text = format!(
            "[[claim]]\nid = \"mine\"\nsubject = \"nvidia-b200\"\nbaseline = \"nvidia-h100-sxm5-80gb\"\nmetric = \"throughput\"\nratio = \
             \"{ratio}\"\nbound = \"{bound}\"\nas-printed = \"so\"\nsubject-precision = \"fp8\"\nbaseline-precision = \"fp8\"\nsource = \
             \"epoch-ml-hardware\"\n"
        );
        let catalog = Catalog::builtin().with_files(&[SpecFile::new("mine.toml", text)]).expect("good");
        audit(&catalog, catalog.claim("mine").expect("added")).verdict
    };
    assert_eq!(claim("1.9", "about"), Verdict::Below);
    assert_eq!(claim("1.9", "up-to"), Verdict::Below);
    assert_eq!(claim("1.9", "at-least"), Verdict::Within);
    // "2" is anything from 1.5 to 2.5, of which 2.30 is the most that is allowed.
    assert_eq!(claim("2", "about"), Verdict::Within);
    assert_eq!(claim("2.4", "about"), Verdict::Beyond);
}

#[test]
fn what_cannot_be_checked_says_why() {
    unverifiable("mach1-power-efficiency-8x", "the source does not name the baseline");
    unverifiable("willow-vs-supercomputer-rcs", "`Google Willow` is no product of the catalog");
    unverifiable(
        "gb200-nvl72-vs-h100-gptmoe-tco-25x",
        "tco rests on prices of one seller and day, which the catalog does not hold",
    );
    unverifiable("gb200-nvl72-vs-hopper-rack-space-9x", "floor-space follows from no figure of the catalog");
    unverifiable(
        "gb300-nvl72-vs-h100-35x",
        "the claim does not state how many accelerators stand on each side, and at equal numbers the rates allow 4.01 to 7.58",
    );
    unverifiable(
        "b200-vs-h100-power-eff-3x-inferencemax",
        "no rate of the matrix engine of the baseline that is marked dense is recorded at mxfp4",
    );
    unverifiable(
        "wse3-vs-h100-training-10x",
        "no rate of the matrix engine of the subject that is marked dense is recorded",
    );
    unverifiable(
        "rngd-vs-h100-throughput-3x",
        "the subject's bandwidth between accelerators is not recorded, and the other rates allow 0.13 to 1.79",
    );
    unverifiable("v6e-vs-v5e-energy-67", "the baseline's design power is not recorded");
}

#[test]
fn a_rate_that_leaves_sparsity_open_is_no_dense_rate() {
    const ACCELERATOR: &str = r#"
[[accelerator]]
id = "acme-ID"
name = "Acme ID"
vendor = "Acme"
kind = "asic"
memory-bandwidth = { value = "1 TB/s", source = "epoch-ml-hardware" }
peak = [
  { precision = "bf16", engine = "matrix", sparsity = "BF16", value = "100 TFLOP/s", source = "epoch-ml-hardware" },
  { precision = "fp8", engine = "matrix", sparsity = "FP8", value = "200 TFLOP/s", source = "epoch-ml-hardware" },
]
interconnect = [
  { link = "L", role = "scale-up", direction = "bidirectional", value = "100 GB/s", source = "epoch-ml-hardware" },
]
"#;
    let accelerator =
        |id: &str, [bf16, fp8]: [&str; 2]| ACCELERATOR.replace("ID", id).replace("BF16", bf16).replace("FP8", fp8);
    let verdict = |sparsity: [&str; 2], precisions: &str| {
        let claim = format!(
            "[[claim]]\nid = \"mine\"\nsubject = \"acme-left\"\nbaseline = \"acme-right\"\nmetric = \"throughput\"\nratio = \"9\"\nbound = \"about\"\nas-printed = \
             \"9x\"\nsource = \"epoch-ml-hardware\"\n{precisions}"
        );
        let text = accelerator("left", ["dense", "dense"]) + &accelerator("right", sparsity) + &claim;
        let catalog = Catalog::builtin().with_files(&[SpecFile::new("mine.toml", text)]).expect("good");
        let audit = audit(&catalog, catalog.claim("mine").expect("added"));
        match audit.finding {
            Finding::Nothing(reason) => reason.to_string(),
            _ => audit.verdict.to_string(),
        }
    };
    let bf16 = "subject-precision = \"bf16\"\nbaseline-precision = \"bf16\"\n";
    assert_eq!(verdict(["dense", "dense"], bf16), "beyond the bound");
    assert_eq!(
        verdict(["unstated", "dense"], bf16),
        "no rate of the matrix engine of the baseline that is marked dense is recorded at bf16"
    );
    // Stated, bf16 is all that matters; open, the rate that is not marked might allow more.
    assert_eq!(verdict(["dense", "unstated"], bf16), "beyond the bound");
    assert_eq!(
        verdict(["dense", "unstated"], ""),
        "the baseline's rate of operations is not recorded, and the other rates allow 1.00 to 2.00"
    );
}

#[test]
fn ten_septillion_years_against_five_minutes_neither_overflows_nor_prints_badly() {
    let claim = Catalog::builtin().claim("willow-vs-supercomputer-rcs").expect("recorded");
    is_close(claim.improvement(), 1e25 * 365.0 * 24.0 * 60.0 / 5.0);
    assert_eq!(claim.improvement().to_string(), "1.05e30");
}

#[test]
fn an_audit_is_five_lines() {
    assert_eq!(
        audited("hgx-b200-vs-hgx-h100-15x").to_string(),
        "nvidia-b200 against nvidia-h100-sxm5-80gb: “15X more than HGX H100” (throughput, GPT-MoE-1.8T inference; about 15 times more), \
         says NVIDIA [nvidia-blackwell-brief-2025]\n\
         verdict: beyond the bound 4.00 (link) to 4.60 (memory), 3.26 times are left unexplained\n\
         rests on: each accelerator, fp4 against fp8: operations 9 PFLOP/s/1.979 PFLOP/s = 4.55; memory 7.7 TB/s/3.35 TB/s = 2.30 × \
         2.00 for fewer bits; link 1.8 TB/s/900 GB/s = 2.00 × 2.00 for fewer bits\n\
         beside it: at one format on both sides the rates allow 2.30 at most; 2.25 times the memory for each accelerator; 8 HGX \
         systems on each side; 58 against 3.5 tokens per second, read from the vendor's chart; latency-bound\n\
         measured: 1.59 to 3.16 each, in 3 pairs; least 1.59 in MLPerf Inference v5.1, stable-diffusion-xl, server: 28.4631 \
         queries/s on 8 (NVIDIA) against 17.8585 on 8 (The_Stage), equal counts; most 3.16 in MLPerf Inference v5.0, \
         llama2-70b-99.9, server: 98443.3 tokens/s on 8 (NVIDIA) against 31106.28 on 8 (NVIDIA), equal counts"
    );
    assert_eq!(
        audited("mi300x-vs-h100-capacity-2p4x").to_string(),
        "amd-mi300x against nvidia-h100-sxm5-80gb: “2.4x” (memory-capacity; exactly 2.4 times more), says jiuyangongshe \
         [jiuyangongshe-mi300x-2023]\n\
         verdict: confirmed\n\
         rests on: 192 GB against 80 GB: 2.40\n\
         beside it: subject's memory-capacity is disputed, 192 GB is preferred: 192 GiB (the same count under a GiB heading, as for \
         every AMD part in that table); 192 against 80 GB\n\
         measured: nothing comparable is recorded"
    );
}

#[test]
fn every_claim_ends_in_a_verdict_with_its_reason() {
    let catalog = Catalog::builtin();
    let audits = audit_all(catalog);
    assert!(audits.len() >= 160, "{}", audits.len());
    for audit in &audits {
        let text = audit.to_string();
        assert_eq!(text.lines().count(), 5, "{text}");
        assert!(text.lines().all(|line| !line.trim_end().ends_with(':')), "{text}");
        let explained = match (&audit.finding, audit.verdict) {
            (Finding::Nothing(_), verdict) => verdict == Verdict::Unverifiable,
            (Finding::Performance(performance), Verdict::Beyond) => {
                performance.unexplained.is_some_and(|factor| factor > Ratio::ONE)
            }
            (Finding::Performance(performance), _) => performance.unexplained.is_none(),
            (Finding::Figures(_), verdict) => verdict < Verdict::Within,
            (other, _) => panic!("{other:?}"),
        };
        assert!(explained, "{text}");
    }
    assert_eq!(tally(catalog, &audits).total(), audits.len());
}

#[test]
fn the_claims_of_a_pair_are_audited_together() {
    let catalog = Catalog::builtin();
    let (b200, h100) = (catalog.find("B200").expect("built in"), catalog.find("H100").expect("built in"));
    let audits = audit_between(catalog, b200, h100);
    assert!(audits.len() > 5 && audits.iter().all(|audit| audit.claim.subject.to_string() == "nvidia-b200"));
}

#[test]
fn the_readme_shows_the_tally() {
    let catalog = Catalog::builtin();
    let table = tally(catalog, &audit_all(catalog)).to_string();
    let page = include_str!("../README.md");
    assert!(page.contains(&table), "the README should hold:\n{table}");
}

#[test]
fn what_was_measured_is_of_the_kind_that_the_claim_speaks_of() {
    let of = |id| audited(id).measured.expect("measured").low.subject.test.unit.to_string();
    assert_eq!(of("h100-vs-a100-trtllm-ttft-4p4x"), "ms");
    assert_eq!(of("gb200-nvl72-vs-h100-gptmoe-training-4x"), "minutes");
    assert_eq!(of("blackwell-vs-hopper-1p8t-chip-count"), "minutes");
    assert!(of("hgx-b200-vs-hgx-h100-15x").ends_with("/s"));
    let text = "[[claim]]\nid = \"mine\"\nsubject = \"nvidia-b200\"\nbaseline = \"amd-mi300x\"\nmetric = \"performance-per-watt\"\nratio = \
                \"6\"\nbound = \"about\"\nas-printed = \"6x\"\nsource = \"epoch-ml-hardware\"\n";
    let catalog = Catalog::builtin().with_files(&[SpecFile::new("mine.toml", text)]).expect("good");
    let audit = audit(&catalog, catalog.claim("mine").expect("added"));
    assert_eq!(audit.measured.expect("measured").low.subject.test.unit.to_string(), "tokens/s/MW");
    assert!(audited("mi300x-vs-h100-capacity-2p4x").measured.is_none());
}
