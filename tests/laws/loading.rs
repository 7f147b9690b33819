//! Laws of loading: any text gives a catalog that can be asked anything, or errors that each point into it.

use accelspec::{
    Catalog, ClaimMetric, LoadError, Metric, Product, Ratio, SpecFile, Vocabulary, audit_all, chains, compare,
    inconsistent_cycles, measured_ratios, pareto, rank,
};

/// At most this many products are set against each other, and asked for by each metric.
const ASKED: usize = 4;

const NAME: &str = "any.toml";

/// Loads a text alone, beside a catalog, and over it.
pub(crate) fn loads_or_says_why(base: &Catalog, text: &str) {
    let file = [SpecFile::new(NAME, text)];
    let alone = outcome(text, Catalog::from_toml(NAME, text));
    let beside = outcome(text, base.with_files(&file));
    let over = outcome(text, base.overridden_by(&file));
    assert_eq!(alone.as_ref(), Catalog::from_toml(NAME, text).as_ref().ok());
    if let Some(catalog) = &alone {
        asked_anything(catalog, &catalog.products().collect::<Vec<_>>());
    }
    if let Some(catalog) = &beside {
        assert_eq!(Some(catalog), over.as_ref(), "what clashes with nothing overrides nothing");
        for product in base.products() {
            assert_eq!(catalog.product(product.id().as_str()), Some(product));
        }
    }
    if let Some(catalog) = &over {
        assert!(base.products().all(|product| catalog.product(product.id().as_str()).is_some()));
        assert!(base.sources().all(|source| catalog.source(source.id.as_str()) == Some(source)));
        let is_new = |product: &Product<'_>| base.product(product.id().as_str()).as_ref() != Some(product);
        let products: Vec<_> = catalog.products().filter(is_new).collect();
        asked_anything(catalog, &products);
    }
}

/// What a load gives; where it is an error, it points into the text.
fn outcome(text: &str, loaded: Result<Catalog, LoadError>) -> Option<Catalog> {
    let error = match loaded {
        Ok(catalog) => return Some(catalog),
        Err(error) => error,
    };
    assert!(!error.errors().is_empty());
    assert!(error.errors().is_sorted());
    let lines: Vec<usize> = text.split('\n').map(|line| line.chars().count()).collect();
    for error in error.errors() {
        let (line, column) = (error.line().expect("a line"), error.column().expect("a column"));
        assert!(line >= 1 && column >= 1, "{error}");
        assert!(lines.get(line - 1).is_some_and(|length| column <= length + 1), "{error}");
        assert!(error.to_string().starts_with(&format!("{NAME}:{line}:{column}: ")), "{error}");
        assert!(!error.message().is_empty(), "{error}");
    }
    None
}

/// What was loaded can be found by each of its names, written out, and asked any question.
fn asked_anything(catalog: &Catalog, products: &[Product<'_>]) {
    for product in products {
        let names = product.aliases().iter().map(String::as_str).chain([product.name(), product.id().as_str()]);
        for name in names {
            assert_eq!(catalog.find_product(name).map(Product::id), Ok(product.id()), "{name}");
        }
        assert!(product.units() > 0);
        for row in product.rows() {
            if !row.unit.is_empty() && !row.value.is_empty() {
                assert!(row.value.parse().is_ok_and(|value: f64| value.is_finite() && value > 0.0), "{row:?}");
            }
            let _ = serde_json::to_string(&row).expect("a row");
        }
        assert_eq!(product.figures().entries().len(), product.rows().iter().filter(|row| row.preferred).count());
        match product {
            Product::Accelerator(accelerator) => {
                let _ = serde_json::to_string(accelerator).expect("an accelerator");
                // Another may have the device name too, but no other has it alone.
                for name in &accelerator.device_names {
                    if let Ok(found) = catalog.identify(name) {
                        assert!(found.accelerator.device_names.contains(name), "{name}");
                    }
                }
            }
            Product::System(system) => drop(serde_json::to_string(system).expect("a system")),
        }
    }
    for record in catalog.claims() {
        let _ = serde_json::to_string(record).expect("a claim");
    }
    for record in catalog.measurements() {
        let _ = serde_json::to_string(record).expect("a measurement");
    }
    for record in catalog.references() {
        let _ = serde_json::to_string(record).expect("a reference");
    }
    for memory in catalog.memories() {
        assert_eq!(catalog.memory(&memory.name).is_some(), catalog.memory(memory.id.as_str()).is_some());
    }
    for audit in audit_all(catalog) {
        assert!(audit.to_string().contains(&audit.claim.as_printed), "{audit}");
    }
    let factor = Ratio::new(1.5).expect("in range");
    for (metric, _) in ClaimMetric::WORDS {
        for cycle in inconsistent_cycles(catalog, *metric, factor) {
            assert!(cycle.composed.ratio >= factor, "{cycle}");
        }
    }
    set_against_each_other(catalog, &products[..products.len().min(ASKED)]);
}

fn set_against_each_other(catalog: &Catalog, products: &[Product<'_>]) {
    let questions =
        ["peak fp16", "peak-per-watt fp16", "bytes-per-operation fp16", "interconnect-bandwidth", "price USD"];
    let questions = questions.map(|question| question.parse().unwrap_or_else(|error| panic!("{error}")));
    let metrics: Vec<Metric> = Metric::PLAIN.iter().copied().chain(questions).collect();
    for subject in products {
        for metric in &metrics {
            match metric.read(*subject) {
                Ok(reading) => assert!(reading.base().is_finite() && reading.base() > 0.0, "{reading}"),
                Err(gap) => assert!(!gap.to_string().is_empty()),
            }
        }
        for baseline in products {
            match compare(*subject, *baseline) {
                Ok(comparison) => assert!(!comparison.to_string().is_empty()),
                Err(error) => assert!(!error.to_string().is_empty()),
            }
            for pair in measured_ratios(catalog, *subject, *baseline) {
                assert!(!pair.to_string().is_empty());
            }
            for chain in chains(catalog, *subject, *baseline, ClaimMetric::Throughput) {
                assert!(chain.links.len() > 1, "{chain}");
            }
        }
    }
    for metric in &metrics {
        let ranking = rank(catalog.accelerators(), *metric);
        assert_eq!(ranking.ranked.len() + ranking.absent.len(), catalog.accelerators().count());
    }
    let split = pareto(catalog.accelerators(), &metrics[..3]);
    assert_eq!(split.front.len() + split.dominated.len() + split.absent.len(), catalog.accelerators().count());
}
