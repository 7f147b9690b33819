//! The answers to the founding statements: the numbers of each, worked out by hand.

#[path = "../examples/founding/answers.rs"]
mod answers;
#[path = "../examples/founding/chips.rs"]
mod chips;
#[path = "../examples/founding/claims.rs"]
mod claims;
#[path = "../examples/founding/fleets.rs"]
mod fleets;

use accelspec::Catalog;

/// Asserts that the answer holds these texts, in this order.
#[track_caller]
fn says(id: &str, texts: &[&str]) {
    let answers = answers::answers(Catalog::builtin()).expect("every statement has an answer");
    let answer = answers.iter().find(|answer| answer.id == id).expect("a statement").to_string();
    let mut rest = answer.as_str();
    for text in texts {
        let at = rest.find(text).unwrap_or_else(|| panic!("`{text}` is not in, or not in its place in\n{answer}"));
        rest = &rest[at + text.len()..];
    }
}

#[test]
fn every_statement_has_an_answer() {
    let answers = answers::answers(Catalog::builtin()).expect("every statement has an answer");
    let ids: Vec<_> = answers.iter().map(|answer| answer.id.to_owned()).collect();
    assert_eq!(ids, (1..=30).map(|number| format!("f{number:02}")).collect::<Vec<_>>());
    assert!(answers.iter().all(|answer| !answer.lines.is_empty()));
}

#[test]
fn chips() {
    // 208 / 80.
    says("f01", &["208 G [", "] against 80 G [", "]: 2.60", "B100 2 [", "H100 1 ["]);
    // GH200 prints 990 TFLOP/s for bf16 and 1979 for fp8: 1750 / 990, 2250 / 990, 2500 / 990, and 7000 of fp4 over 1979 of fp8.
    says(
        "f02",
        &[
            "NVIDIA B100, dense: 2.5 holds at no precision; not at fp64 0.45, ",
            "bf16 1.77",
            "fp8 1.77",
            "NVIDIA B200, dense: 2.5 holds at no precision; not at",
            "bf16 2.27",
            "fp8 2.27",
            "NVIDIA Blackwell GPU of GB200, dense: 2.5 holds at tf32 2.53, bf16 2.53, fp16 2.53, fp8 2.53, int8 2.53; not at fp64",
            "7000 TFLOP/s [",
            "of fp4 against 1979 TFLOP/s [",
            "is 3.54",
        ],
    );
    says(
        "f05",
        &[
            "A100 SXM4 80GB: TDP 400 W",
            "H100 SXM5 80GB: TDP 700 W",
            "B100: TDP 700 W [nvidia-blackwell-brief-tr]",
            "but 1000 W",
            "B200: TDP 1000 W",
        ],
    );
    says("f07", &["60,000,000 KRW [", "(report, 2023)", "30,000 USD [", "no exchange rate is built in"]);
    // 100 / 60.
    says("f08", &["price KRW of NVIDIA GH200 96GB is not recorded", "100 M KRW against 60 M KRW is 1.67"]);
    says("f09", &["GH200 96GB: HBM3 [", "96 GB [", "GH200 144GB: HBM3e [", "144 GB ["]);
    // 256 times 96 GB; 256 times 1979 TFLOP/s.
    says(
        "f10",
        &[
            "256 times NVIDIA GH200 96GB",
            "24 TB [",
            "24.58 TB by its parts",
            "1 EFLOP/s [",
            "506.6 PFLOP/s by its parts",
        ],
    );
    says("f12", &["192 GB [", "80 GB [", ": 2.40", "“2.4 times”: confirmed"]);
    // 5.3 / 3.35 = 1.582.
    says("f13", &["5.3 TB/s [", "3.35 TB/s [", ": 1.58", "“at least 1.6”: confirmed when rounded", "“1.6”: confirmed"]);
    says("f14", &["AMD Instinct MI300A, of kind apu: status shipping"]);
    says("f15", &["AMD Instinct MI325X, of kind gpu", "released 2024-10-10"]);
    says("f18", &["Intel Gaudi 2, of kind asic: status shipping"]);
    says(
        "f19",
        &[
            "tdp of Samsung Mach-1 is undisclosed, says Newsis",
            "verdict: unverifiable: the source does not name the baseline",
            "a development goal, not a result",
        ],
    );
    says(
        "f20",
        &[
            "memory LPDDR [",
            "status cancelled [",
            "joint development with Naver ended",
            "memory-bandwidth is undisclosed",
        ],
    );
    says(
        "f22",
        &[
            "contradicted by NVIDIA's own documents: none of the 5 processes",
            "H100 SXM5 80GB: TSMC 4N [nvidia-h100-whitepaper]",
            "B200: TSMC 4NP [",
        ],
    );
    says("f24", &["Apple M4: 38 TOP/s", "Lunar Lake) NPU: 48 TOP/s"]);
    // 8 times 3.35 TB/s.
    says(
        "f30",
        &[
            "memory HBM3: 819 GB/s [",
            "for one stack",
            "H100 SXM5 80GB: memory bandwidth 3.35 TB/s",
            "DGX H100: memory bandwidth 26.8 TB/s",
            "is a system of several accelerators",
        ],
    );
}

#[test]
fn claims() {
    // Operations at fp4 against fp8: 10 / 1.9789 = 5.05, and 30 / 5.05 = 5.94. Training in fp8: 5 / 1.9789 = 2.53, and 4 / 2.53 = 1.58.
    says(
        "f03",
        &[
            "“up to a 30x performance increase”",
            "verdict: beyond the bound 4.00 (link) to 5.05 (operations), 5.94 times are left unexplained",
            "links that join 72 against 8 accelerators",
            "measured: 3.23 to 4.37 each",
            "“4X faster training”",
            "verdict: beyond the bound 2.00 (link) to 2.53 (operations), 1.58 times are left unexplained",
            "“up to 30x higher throughput”",
            "9.00 of them against one, which leaves 3.33",
        ],
    );
    // 8,000 / 2,000; memory at one format 7.7 / 3.35 = 2.30.
    says(
        "f04",
        &[
            "verdict: within the bound",
            "at one format on both sides the rates allow 2.30 at most",
            "implied for each chip: 4.00; the rates allow 2.30 at one format",
            "4 MW for the 2,000 and 15 MW for the 8,000: 2 kW and 1.875 kW a chip",
            "NVIDIA B200: TDP 1000 W",
            "NVIDIA H100 SXM5 80GB: TDP 700 W",
        ],
    );
    // 128 / 80, 3.67 / 3.35, 1678 / 989.4, 1678 / 1978.9, 900 / 700.
    says(
        "f17",
        &[
            "TDP: 900 W",
            ": 1.29",
            "memory: 128 GB",
            ": 1.60",
            "memory bandwidth: 3.67 TB/s",
            ": 1.10",
            "bf16 matrix dense: 1678 TFLOP/s",
            ": 1.70",
            "fp8 matrix dense: 1678 TFLOP/s",
            ": 0.85",
            "within the bound",
        ],
    );
    says("f21", &["verdict: unverifiable: `3D DRAM` is no product of the catalog", "2.78"]);
    says(
        "f23",
        &[
            "“4.5 times more”",
            "verdict: unverifiable: the source does not name the baseline",
            "“68 percent less power”",
            "verdict: unverifiable: `Intel Core i7-1360P` is no product of the catalog",
        ],
    );
    says("f25", &["no factor is given"]);
    // 10^25 years of 365 days over 5 minutes.
    says("f29", &["verdict: unverifiable: `Google Willow` is no product of the catalog", "the ratio: 1.05e30"]);
}

#[test]
fn fleets() {
    // 2,000,000 times 700 W times 8,760 h is 12.264 TWh, at 61 % 7.481; 11.227 / 12.264 and so on.
    says(
        "f06",
        &[
            "12.26 TWh in a year at full load",
            "at 61 %: 7.481 TWh",
            "counts 3.5 million [",
            "at 61 % [",
            "13,091.82 GWh [",
            "Lithuania: electricity consumed in 2022: 11.227 TWh",
            "reach it at 91.5 %",
            "10.992 TWh",
            "reach it at 89.6 %",
            "Guatemala: electricity consumed in 2022: 11.387 TWh",
            "reach it at 92.8 %",
            "12.222 TWh",
            "reach it at 99.7 %",
        ],
    );
    // 10,000 times 700 W, times 8,760 h.
    says("f11", &["10,000 H100: 7 MW for the chips alone, 61.32 GWh in a year at full load", "28936", "but 10000"]);
    // 4,609.5 / 3.5.
    says("f16", &["3.5 billion USD [", "imply 1317 won for a dollar"]);
    says("f26", &["134.0 TWh", "800 TWh", "but 939 TWh", "939.314 TWh", "7200 MWh"]);
    // 4,500 / 1 hours, of 8,760.
    says("f27", &["4,500 USD [", "a year", "1 USD [", "an hour", "4500 h, 51.4 % of a year"]);
    // 10,000 times 1 kW, times 8,760 h.
    says(
        "f28",
        &[
            "10000 [",
            "2.5 trillion KRW [",
            "10,000 H100: 7 MW",
            "61.32 GWh",
            "10,000 B200: 10 MW",
            "87.6 GWh",
            "13136 [",
        ],
    );
}
