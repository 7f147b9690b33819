//! Any number against any accelerator: what explains it stands in the catalog, likeliest first and each once, and a share of the peak is a
//! share.
//!
//! Four bytes choose the accelerator, the kind of figure, and the hints; the rest is the number as printed.

#![no_main]

#[path = "../../tests/laws"]
mod laws {
    pub(crate) mod explanations;
}

use std::sync::LazyLock;

use accelspec::{Accelerator, Catalog, Engine, FigureKind, Found, Hints, Precision, Sparsity, Vocabulary};
use libfuzzer_sys::fuzz_target;

use crate::laws::explanations::{explanations_stand_in_the_catalog, utilization_is_a_share};

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
        explanations_stand_in_the_catalog(accelerator, &found, &hints);
    }
    if let (Ok(achieved), Some(precision)) = (number.parse(), hints.precision) {
        utilization_is_a_share(achieved, accelerator, precision);
    }
});

/// No word for a number beyond the list, and so for none of zero.
fn word<W: Vocabulary>(index: usize) -> Option<W> {
    W::WORDS.get(index.checked_sub(1)?).map(|(word, _)| *word)
}
