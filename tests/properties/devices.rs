//! Laws of identifying devices and of explaining numbers.

use accelspec::{Accelerator, Catalog, FigureKind, Found, Hints, IdentifyError, Metric, explain};
use proptest::prelude::*;
use proptest::sample::select;

fn accelerators() -> Vec<&'static Accelerator> {
    Catalog::builtin().accelerators().collect()
}

/// The device names that lead to one accelerator, whole.
fn device_names() -> Vec<(&'static str, &'static Accelerator)> {
    let names =
        accelerators().into_iter().flat_map(|one| one.device_names.iter().map(move |name| (name.as_str(), one)));
    names.filter(|(name, _)| Catalog::builtin().identify(name).is_ok_and(|found| found.slice.is_none())).collect()
}

proptest! {
    #[test]
    fn no_text_makes_identification_panic(text in "\\PC{0,40}") {
        let _ = Catalog::builtin().identify(&text);
    }

    #[test]
    fn case_does_not_tell_devices_apart((name, accelerator) in select(device_names()), upper in any::<bool>()) {
        let other = if upper { name.to_uppercase() } else { name.to_lowercase() };
        let found = Catalog::builtin().identify(&other).map(|found| &found.accelerator.id);
        prop_assert_eq!(found, Ok(&accelerator.id));
    }

    #[test]
    fn a_slice_names_its_parent((name, accelerator) in select(device_names()), slices in 1..7_u32, memory in 5..80_u32) {
        let slice = format!("MIG {slices}g.{memory}gb");
        match Catalog::builtin().identify(&format!("{name} {slice}")) {
            Ok(found) => {
                prop_assert_eq!(&found.accelerator.id, &accelerator.id);
                prop_assert_eq!(found.slice, Some(slice));
            }
            // Without its punctuation the name may fit a sibling too.
            Err(IdentifyError::Ambiguous { candidates, .. }) => prop_assert!(candidates.contains(&accelerator.name)),
            Err(error) => prop_assert!(false, "{}", error),
        }
    }

    #[test]
    fn a_word_more_is_another_device((name, _) in select(device_names()), word in "[a-z]{4,8}q") {
        let found = Catalog::builtin().identify(&format!("{name} {word}"));
        prop_assert!(matches!(found, Err(IdentifyError::Unknown { .. })), "{name} {word}: {found:?}");
    }

    #[test]
    fn a_figure_explains_itself(accelerator in select(accelerators())) {
        let kinds = [
            (FigureKind::Transistors, Metric::Transistors),
            (FigureKind::DieArea, Metric::DieArea),
            (FigureKind::Tdp, Metric::Tdp),
            (FigureKind::MemoryCapacity, Metric::MemoryCapacity),
            (FigureKind::MemoryBandwidth, Metric::MemoryBandwidth),
        ];
        for (kind, metric) in kinds {
            let Ok(reading) = metric.read(accelerator) else { continue };
            let found = Found::read(kind, &reading.to_string()).expect("as published");
            let explanations = explain(accelerator, &found, &Hints::among(Catalog::builtin()));
            prop_assert!(explanations[0].causes.is_empty(), "{} {}: {}", accelerator.id, metric, explanations[0]);
        }
    }

    #[test]
    fn every_rate_is_explained_by_its_own_qualifiers(accelerator in select(accelerators())) {
        for (key, figure) in accelerator.figures.peaks.iter().filter(|(_, figure)| figure.get().is_ok()) {
            let found = Found::read(FigureKind::Peak, &figure.provenance().published).expect("as published");
            let hints = Hints { precision: Some(key.precision), engine: Some(key.engine), sparsity: Some(key.sparsity), catalog: None };
            let explanations = explain(accelerator, &found, &hints);
            let exact = explanations.iter().find(|explanation| {
                explanation.causes.is_empty() || explanation.causes == [accelspec::Cause::Accumulation(key.accumulate)]
            });
            prop_assert!(exact.is_some(), "{} {key}", accelerator.id);
        }
    }

    #[test]
    fn explanations_come_likeliest_first_and_each_once(accelerator in select(accelerators()), watts in 1..3000_u32) {
        let found = Found::read(FigureKind::Tdp, &format!("{watts} W")).expect("a power");
        let explanations = explain(accelerator, &found, &Hints::among(Catalog::builtin()));
        for (index, explanation) in explanations.iter().enumerate() {
            prop_assert!(explanations[..index].iter().all(|other| other.causes != explanation.causes));
            prop_assert!(index == 0 || !explanation.causes.is_empty());
        }
    }
}
