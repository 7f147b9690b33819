//! What the catalog costs: loading beside the floor that the TOML parser sets, and each question.
//!
//! ```text
//! cargo bench --bench catalog
//! ```

use std::hint::black_box;

use accelspec::{
    Accelerator, Catalog, Metric, SpecFile, audit_all, compare, measured_ratios, memory_bandwidth, pareto, rank,
};
use divan::Bencher;
use divan::counter::BytesCount;
use toml::de::DeTable;

fn main() {
    // The first use loads the catalog; the questions are timed without it.
    let _ = Catalog::builtin();
    divan::main();
}

fn bytes(files: &[SpecFile]) -> BytesCount {
    BytesCount::new(files.iter().map(|file| file.text().len()).sum::<usize>())
}

fn pair() -> (&'static Accelerator, &'static Accelerator) {
    let found = |name| Catalog::builtin().find(name).expect("built in");
    (found("MI300X"), found("H100"))
}

mod load {
    use super::{Bencher, Catalog, DeTable, black_box, bytes};

    /// The same text, parsed into tables and no further.
    #[divan::bench]
    fn floor(bencher: Bencher) {
        let files = Catalog::builtin_files();
        bencher.counter(bytes(&files)).bench(|| {
            for file in &files {
                let _ = black_box(DeTable::parse(black_box(file.text())).expect("valid"));
            }
        });
    }

    #[divan::bench]
    fn builtin(bencher: Bencher) {
        let files = Catalog::builtin_files();
        bencher.counter(bytes(&files)).bench(|| Catalog::from_files(black_box(&files)).expect("valid"));
    }
}

mod find {
    use super::{Catalog, black_box};

    #[divan::bench(args = ["H100", "nvidia h100-sxm5 80gb", "마하-1", "NVIDIA GH200 Grace Hopper Superchip"])]
    fn by_name(name: &str) -> &'static accelspec::Accelerator {
        Catalog::builtin().find(black_box(name)).expect("built in")
    }

    #[divan::bench]
    fn by_id() -> &'static accelspec::Accelerator {
        Catalog::builtin().get(black_box("nvidia-h100-sxm5-80gb")).expect("built in")
    }

    #[divan::bench]
    fn nothing() -> accelspec::LookupError {
        Catalog::builtin().find(black_box("H10O")).expect_err("a slip of the finger")
    }
}

mod question {
    use super::{
        Bencher, Catalog, Metric, audit_all, black_box, compare, measured_ratios, memory_bandwidth, pair, pareto, rank,
    };

    #[divan::bench]
    fn one_ratio(bencher: Bencher) {
        let (subject, baseline) = pair();
        bencher.bench(|| memory_bandwidth(black_box(subject), black_box(baseline)).expect("both known").ratio);
    }

    #[divan::bench]
    fn one_derived_ratio(bencher: Bencher) {
        let (subject, baseline) = pair();
        let metric: Metric = "peak-per-watt bf16".parse().expect("a metric");
        bencher.bench(|| {
            compare(black_box(subject), black_box(baseline)).expect("one level").ratio(metric).expect("both known")
        });
    }

    #[divan::bench]
    fn whole_table(bencher: Bencher) {
        let (subject, baseline) = pair();
        bencher.bench(|| compare(black_box(subject), black_box(baseline)).expect("one level").to_string());
    }

    #[divan::bench]
    fn ranking() -> usize {
        rank(black_box(Catalog::builtin()).accelerators(), Metric::MemoryBandwidth).ranked.len()
    }

    #[divan::bench]
    fn audits() -> usize {
        audit_all(black_box(Catalog::builtin())).len()
    }

    #[divan::bench]
    fn measured(bencher: Bencher) {
        let (subject, baseline) = pair();
        bencher.bench(|| measured_ratios(Catalog::builtin(), black_box(subject), black_box(baseline)));
    }

    #[divan::bench]
    fn front() -> usize {
        pareto(black_box(Catalog::builtin()).accelerators(), &[Metric::MemoryCapacity, Metric::Tdp]).front.len()
    }
}

mod identify {
    use super::{Catalog, black_box};

    #[divan::bench(args = ["NVIDIA H100 80GB HBM3", "AMD Instinct MI300X OAM", "NVIDIA A100-SXM4-80GB MIG 3g.40gb", "H100_NVLINK_80GB"])]
    fn by_reported_name(reported: &str) -> accelspec::Identified<'static> {
        Catalog::builtin().identify(black_box(reported)).expect("built in")
    }
}
