//! Laws of identifying devices and of explaining numbers.

use accelspec::{
    Accelerator, Catalog, DeviceHints, FigureKind, Found, Hints, IdentifyError, Metric, PciId, Precision, Quantity,
    Vocabulary, explain,
};
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::laws::explanations::{explanations_stand_in_the_catalog, utilization_is_a_share};
use crate::laws::names::identify;

fn accelerators() -> Vec<&'static Accelerator> {
    Catalog::builtin().accelerators().collect()
}

/// The device names that lead to one accelerator, whole.
fn device_names() -> Vec<(&'static str, &'static Accelerator)> {
    let names =
        accelerators().into_iter().flat_map(|one| one.device_names.iter().map(move |name| (name.as_str(), one)));
    names.filter(|(name, _)| Catalog::builtin().identify(name).is_ok_and(|found| found.slice.is_none())).collect()
}

/// Any word of a list.
fn word<W: Vocabulary>(index: Index) -> W {
    index.get(W::WORDS).0
}

/// Words of device names in any order, or anything.
fn reported() -> impl Strategy<Value = String> {
    let words: Vec<_> = device_names().into_iter().flat_map(|(name, _)| name.split_inclusive([' ', '-'])).collect();
    let marks =
        vec!["(", ")", "[10de:2330]", " MIG 1g.5gb", "-8Q", "MI", "mig ", "80GB", "80gbx8", "gfx942:", "마하", "™"];
    let words = prop_oneof![3 => select(words), 1 => select(marks)].prop_map(str::to_owned);
    prop_oneof![prop::collection::vec(words, 0..5).prop_map(|words| words.concat()), "\\PC{0,40}"]
}

proptest! {
    #[test]
    fn any_text_identifies_an_accelerator_or_says_why_not(
        text in reported(),
        memory_mib in prop::option::of(any::<u32>()),
        pci_id in prop::option::of(any::<(u16, u16)>()),
        gfx in prop::option::of("gfx9[0-9a-f]{2}"),
    ) {
        let pci_id = pci_id.map(|(vendor, device)| PciId { vendor, device });
        let (catalog, none) = (Catalog::builtin(), DeviceHints::default());
        prop_assert_eq!(catalog.identify(&text), catalog.identify_with(&text, &none));
        identify(catalog, &text, &none);
        identify(catalog, &text, &DeviceHints { memory_mib, pci_id, gfx: gfx.as_deref() });
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
    fn explanations_stand_in_the_catalog_and_each_once(
        accelerator in select(accelerators()),
        kind in select(FigureKind::WORDS),
        number in "[1-9][0-9]{0,3}([.][0-9]{1,3})?",
        unit in select(vec!["", "M", "G", "T"]),
        hints in any::<(Option<Index>, Option<Index>, Option<Index>, bool)>(),
    ) {
        let (kind, _) = kind;
        let base = match kind {
            FigureKind::Transistors => "",
            FigureKind::DieArea => "mm²",
            FigureKind::Tdp => "W",
            FigureKind::MemoryCapacity => "B",
            FigureKind::MemoryBandwidth | FigureKind::InterconnectBandwidth => "B/s",
            _ => "FLOP/s",
        };
        let unit = if kind == FigureKind::DieArea { "" } else { unit };
        let found = Found::read(kind, &format!("{number} {unit}{base}")).expect("a figure of the kind");
        let hints = Hints {
            precision: hints.0.map(word),
            engine: hints.1.map(word),
            sparsity: hints.2.map(word),
            catalog: hints.3.then(Catalog::builtin),
        };
        explanations_stand_in_the_catalog(accelerator, &found, &hints);
    }

    #[test]
    fn a_utilization_is_a_share_of_the_peak(
        accelerator in select(accelerators()),
        precision in select(Precision::WORDS),
        achieved in 1e6..1e19f64,
    ) {
        let rate = Quantity::from_base(achieved).expect("in range");
        utilization_is_a_share(rate, accelerator, precision.0);
    }
}
