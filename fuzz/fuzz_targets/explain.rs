//! Any number against any accelerator: what explains it stands in the catalog, likeliest first and each once, and a share of the peak is a
//! share.
//!
//! Four bytes choose the accelerator, the kind of figure, and the hints; the rest is the number as printed.

#![no_main]

use std::sync::LazyLock;

use accelspec::{
    Accelerator, Catalog, Engine, Explanation, FigureKind, Found, Hints, PeakKey, Precision, Sparsity,
    UtilizationError, Vocabulary, explain, utilization,
};
use libfuzzer_sys::fuzz_target;

static ACCELERATORS: LazyLock<Vec<&Accelerator>> = LazyLock::new(|| Catalog::builtin().accelerators().collect());

fuzz_target!(|data: &[u8]| {
    let Some((choice, number)) = data.split_first_chunk::<4>() else { return };
    let Ok(number) = std::str::from_utf8(number) else { return };
    let [accelerator, kind, precision, rest] = choice.map(usize::from);
    let accelerators = &*ACCELERATORS;
    // More accelerators than a byte has values: the kinds leave bits to spare.
    let accelerator = accelerators[(accelerator + 256 * (kind / 16)) % accelerators.len()];
    let (kind, _) = FigureKind::WORDS[kind % 16 % FigureKind::WORDS.len()];
    let hints = Hints {
        precision: word::<Precision>(precision),
        engine: word::<Engine>(rest % 4),
        sparsity: word::<Sparsity>(rest / 4 % 8),
        catalog: (rest >= 128).then(Catalog::builtin),
    };
    if let Ok(found) = Found::read(kind, number) {
        assert_eq!(found.kind(), kind);
        check(&explain(accelerator, &found, &hints), accelerator);
    }
    if let (Ok(achieved), Some(precision)) = (number.parse(), hints.precision) {
        let peak = accelerator.peak(PeakKey::dense_matrix(precision));
        match utilization(achieved, accelerator, precision) {
            Ok(share) => {
                assert!(share.get() > 0.0 && share.get() <= 1.0, "{share}");
                assert!(peak.is_ok());
            }
            Err(error @ UtilizationError::AbovePeak { .. }) => {
                assert!(achieved > peak.expect("more than it was achieved"));
                assert!(error.to_string().contains(&accelerator.name));
                let UtilizationError::AbovePeak { explanations, utilization, .. } = error else { unreachable!() };
                assert!(utilization.get() > 1.0);
                check(&explanations, accelerator);
            }
            Err(error) => assert!(peak.is_err() && !error.to_string().is_empty()),
        }
    }
});

/// No word for a number beyond the list, and so for none of zero.
fn word<W: Vocabulary>(index: usize) -> Option<W> {
    W::WORDS.get(index.checked_sub(1)?).map(|(word, _)| *word)
}

fn check(explanations: &[Explanation<'_>], accelerator: &Accelerator) {
    let catalog = Catalog::builtin();
    for (index, explanation) in explanations.iter().enumerate() {
        assert!(catalog.source(explanation.citation.source.id.as_str()).is_some());
        assert!(catalog.find_product(explanation.holder).is_ok());
        let shown = explanation.to_string();
        assert!(shown.contains(explanation.published) && shown.contains(&explanation.figure), "{shown}");
        assert!(index == 0 || !explanation.causes.is_empty(), "the figure itself comes first: {shown}");
        if explanation.causes.is_empty() {
            assert_eq!(explanation.holder, accelerator.name);
        }
    }
}
