//! One catalog for all threads. The first use is a race of its own, so this file has one test of it and is a program of its own.

use std::sync::Barrier;
use std::thread;

use accelspec::{Catalog, audit, compare, dimension};

/// What one of the threads asks first, and the answer as text.
type Question = fn(&Catalog) -> String;

const QUESTIONS: [Question; 8] = [
    |catalog| format!("{:?}", catalog.find("H100").map(|found| found.id.clone())),
    |catalog| format!("{:?}", catalog.find("H10O").map(|found| found.id.clone())),
    |catalog| format!("{:?}", catalog.identify("NVIDIA H100 80GB HBM3").map(|found| found.accelerator.id.clone())),
    |catalog| format!("{:?}", catalog.identify("NVIDIA H100").map(|found| found.accelerator.id.clone())),
    |catalog| format!("{:?}", catalog.accelerators().map(|accelerator| &accelerator.id).collect::<Vec<_>>()),
    |catalog| format!("{:?}", catalog.claims().map(|claim| &claim.id).collect::<Vec<_>>()),
    |catalog| {
        let claim = catalog.claim("gb200-nvl72-vs-h100-inference-30x-same-count").expect("built in");
        audit(catalog, claim).to_string()
    },
    |catalog| {
        let found = |name| catalog.find(name).expect("built in");
        compare(found("MI300X"), found("H100")).expect("one level").to_string()
    },
];

#[test]
fn the_first_use_by_many_threads_at_once_gives_all_the_same_catalog() {
    const THREADS: usize = 64;
    let start = Barrier::new(THREADS);
    let asked: Vec<(&'static Catalog, usize, String)> = thread::scope(|scope| {
        let ask = |number: usize| {
            let start = &start;
            scope.spawn(move || {
                start.wait();
                let catalog = Catalog::builtin();
                let question = number % QUESTIONS.len();
                (catalog, question, QUESTIONS[question](catalog))
            })
        };
        let threads: Vec<_> = (0..THREADS).map(ask).collect();
        threads.into_iter().map(|thread| thread.join().expect("no panic")).collect()
    });
    let catalog = Catalog::builtin();
    // What one thread alone is told by a catalog that nobody shares.
    let alone = Catalog::from_files(&Catalog::builtin_files()).expect("valid");
    let expected = QUESTIONS.map(|question| question(&alone));
    for (seen, question, answer) in asked {
        assert!(std::ptr::eq(seen, catalog));
        assert_eq!(answer, expected[question]);
    }
    assert!(*catalog == alone);
}

fn shared<T: Send + Sync + 'static>() {}

#[test]
fn no_type_of_the_api_is_left_out() {
    let lists =
        include_str!("../src/lib.rs").split("pub use ").skip(1).map(|rest| rest.split(';').next().unwrap_or(rest));
    let names = lists.flat_map(|list| list.split(|c: char| !c.is_alphanumeric() && c != '_'));
    // Functions begin with a small letter, and constants are in capitals throughout; of traits there are no values.
    let is_type = |name: &&str| name.starts_with(char::is_uppercase) && name.contains(char::is_lowercase);
    let types = names.filter(|name| is_type(name) && *name != "Vocabulary");
    let missing: Vec<_> = types
        .filter(|name| {
            let of = |end: &str| include_str!("concurrency.rs").contains(&format!("shared::<accelspec::{name}{end}"));
            !of(">") && !of("<")
        })
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// One that no thread may be given does not build.
#[allow(clippy::too_many_lines)] // one for each type
#[test]
fn every_type_may_be_given_to_a_thread() {
    shared::<accelspec::Absence>();
    shared::<accelspec::AbsentFigure>();
    shared::<accelspec::Accelerator>();
    shared::<accelspec::Access>();
    shared::<accelspec::Accumulation>();
    shared::<accelspec::Agreement>();
    shared::<accelspec::Audit<'static>>();
    shared::<accelspec::Beside>();
    shared::<accelspec::Better>();
    shared::<accelspec::Bound>();
    shared::<accelspec::BreakEven>();
    shared::<accelspec::Catalog>();
    shared::<accelspec::Cause<'static>>();
    shared::<accelspec::Caveat<'static>>();
    shared::<accelspec::Chain<'static>>();
    shared::<accelspec::ChainLink<'static>>();
    shared::<accelspec::Citation>();
    shared::<accelspec::Claim>();
    shared::<accelspec::ClaimMetric>();
    shared::<accelspec::CompareError>();
    shared::<accelspec::Compared<'static>>();
    shared::<accelspec::Comparison<'static>>();
    shared::<accelspec::Composed>();
    shared::<accelspec::Counts>();
    shared::<accelspec::Currency>();
    shared::<accelspec::Date>();
    shared::<accelspec::DeviceHints<'static>>();
    shared::<accelspec::DifferentCurrencies>();
    shared::<accelspec::Direction>();
    shared::<accelspec::Dissent>();
    shared::<accelspec::Dominated<'static>>();
    shared::<accelspec::Engine>();
    shared::<accelspec::Entry<'static>>();
    shared::<accelspec::Evidence>();
    shared::<accelspec::ExchangeRate>();
    shared::<accelspec::Explanation<'static>>();
    shared::<accelspec::Factor<'static>>();
    shared::<accelspec::Figure<String>>();
    shared::<accelspec::Figure<accelspec::Quantity<dimension::Power>>>();
    shared::<accelspec::FigureKind>();
    shared::<accelspec::Figures>();
    shared::<accelspec::Finding<'static>>();
    shared::<accelspec::Fleet<'static>>();
    shared::<accelspec::FleetError>();
    shared::<accelspec::Found>();
    shared::<accelspec::Gap<'static>>();
    shared::<accelspec::Hints<'static>>();
    shared::<accelspec::Id>();
    shared::<accelspec::Identified<'static>>();
    shared::<accelspec::IdentifyError>();
    shared::<accelspec::Input<'static>>();
    shared::<accelspec::InvalidId>();
    shared::<accelspec::InvalidPciId>();
    shared::<accelspec::Kind>();
    shared::<accelspec::Link>();
    shared::<accelspec::LinkRole>();
    shared::<accelspec::Links>();
    shared::<accelspec::LoadError>();
    shared::<accelspec::LookupError>();
    shared::<accelspec::MeasuredRange<'static>>();
    shared::<accelspec::MeasuredRatio<'static>>();
    shared::<accelspec::Measurement>();
    shared::<accelspec::Member>();
    shared::<accelspec::Memory>();
    shared::<accelspec::MemoryUnit>();
    shared::<accelspec::Metric>();
    shared::<accelspec::OutOfRange>();
    shared::<accelspec::Pareto<'static>>();
    shared::<accelspec::ParseDateError>();
    shared::<accelspec::ParseQuantityError>();
    shared::<accelspec::ParseRatioError>();
    shared::<accelspec::Part>();
    shared::<accelspec::Party>();
    shared::<accelspec::PciId>();
    shared::<accelspec::PeakKey>();
    shared::<accelspec::Peaks>();
    shared::<accelspec::Performance<'static>>();
    shared::<accelspec::Point<'static>>();
    shared::<accelspec::Precision>();
    shared::<accelspec::Price>();
    shared::<accelspec::PriceBasis>();
    shared::<accelspec::Prices>();
    shared::<accelspec::PrintedRatio>();
    shared::<accelspec::Product<'static>>();
    shared::<accelspec::Provenance>();
    shared::<accelspec::Qualifier>();
    shared::<accelspec::Qualifiers>();
    shared::<accelspec::Quantity<dimension::Area>>();
    shared::<accelspec::Quantity<dimension::Bandwidth>>();
    shared::<accelspec::Quantity<dimension::Count>>();
    shared::<accelspec::Quantity<dimension::Duration>>();
    shared::<accelspec::Quantity<dimension::Energy>>();
    shared::<accelspec::Quantity<dimension::Information>>();
    shared::<accelspec::Quantity<dimension::Money>>();
    shared::<accelspec::Quantity<dimension::OperationRate>>();
    shared::<accelspec::Quantity<dimension::Power>>();
    shared::<accelspec::Quantity<dimension::Share>>();
    shared::<accelspec::Ranked<'static>>();
    shared::<accelspec::Ranking<'static>>();
    shared::<accelspec::Rate<'static>>();
    shared::<accelspec::Ratio>();
    shared::<accelspec::Reading<'static>>();
    shared::<accelspec::Recomputed<'static>>();
    shared::<accelspec::Reference>();
    shared::<accelspec::Resource>();
    shared::<accelspec::ResourceBound>();
    shared::<accelspec::ResultUnit>();
    shared::<accelspec::Roofline>();
    shared::<accelspec::Row<'static>>();
    shared::<accelspec::Sense>();
    shared::<accelspec::Side>();
    shared::<accelspec::Source>();
    shared::<accelspec::Sparsity>();
    shared::<accelspec::SpecError>();
    shared::<accelspec::SpecFile>();
    shared::<accelspec::Status>();
    shared::<accelspec::System>();
    shared::<accelspec::Tally>();
    shared::<accelspec::Test>();
    shared::<accelspec::UnknownCurrency>();
    shared::<accelspec::UnknownMetric>();
    shared::<accelspec::UnknownWord>();
    shared::<accelspec::Unranked<'static>>();
    shared::<accelspec::Unstated>();
    shared::<accelspec::Unverifiable>();
    shared::<accelspec::UtilizationError<'static>>();
    shared::<accelspec::Verdict>();
}
