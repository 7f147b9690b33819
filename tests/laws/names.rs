//! Laws of names: each leads to a product that has it, or to an error that says what was asked for.

use accelspec::{Catalog, DeviceHints, IdentifyError, LookupError};

use super::message::repeats;

/// A product that is found has the name, with the vendor's before it or without; one that is not found is named in the error.
pub(crate) fn look_up(catalog: &Catalog, name: &str) {
    if let Some(memory) = catalog.memory(name) {
        assert!([memory.name.as_str(), memory.id.as_str()].iter().any(|known| normal(known) == normal(name)), "{name}");
    }
    match catalog.find_product(name) {
        Ok(product) => {
            let (asked, vendor) = (normal(name), normal(product.vendor()));
            let names = product.aliases().iter().map(String::as_str).chain([product.name(), product.id().as_str()]);
            let has = |name: String| {
                asked == name || asked == format!("{vendor}{name}") || name == format!("{vendor}{asked}")
            };
            assert!(names.map(normal).any(has), "{name}: {}", product.name());
            let (accelerator, system) = (catalog.find(name), catalog.find_system(name));
            assert!(accelerator.is_ok() != system.is_ok(), "{name}");
            match accelerator {
                Ok(accelerator) => assert_eq!(product.id(), &accelerator.id),
                Err(error) => assert!(matches!(error, LookupError::System { .. }), "{name}: {error}"),
            }
            match system {
                Ok(system) => assert_eq!(product.id(), &system.id),
                Err(error) => assert!(matches!(error, LookupError::Accelerator { .. }), "{name}: {error}"),
            }
        }
        Err(error) => {
            assert!(repeats(&error.to_string(), name), "{error}");
            let others = match error {
                LookupError::Unknown { suggestions, .. } => {
                    assert!(suggestions.len() <= 3, "{suggestions:?}");
                    suggestions
                }
                LookupError::Ambiguous { candidates, .. } => {
                    assert!(candidates.len() > 1, "{candidates:?}");
                    candidates
                }
                other => panic!("{name}: {other}"),
            };
            assert!(others.iter().all(|name| catalog.find_product(name).is_ok()), "{others:?}");
        }
    }
}

/// A device is one of the catalog's accelerators, or the error repeats what was reported and names accelerators alone.
pub(crate) fn identify(catalog: &Catalog, reported: &str, hints: &DeviceHints<'_>) {
    let error = match catalog.identify_with(reported, hints) {
        Ok(found) => {
            assert_eq!(catalog.get(found.accelerator.id.as_str()), Some(found.accelerator), "{reported}");
            // Word by word, since what stands in parentheses between them is left out.
            let holds = |word: &str| reported.to_uppercase().contains(&word.to_uppercase());
            assert!(found.slice.is_none_or(|slice| slice.split_whitespace().all(holds)), "{reported}");
            return;
        }
        Err(error) => error,
    };
    let message = error.to_string();
    let (named, accelerators) = match error {
        IdentifyError::System { name, .. } => {
            assert!(catalog.find_system(&name).is_ok(), "{message}");
            return;
        }
        IdentifyError::Unknown { reported, nearest } => (reported, nearest),
        IdentifyError::Ambiguous { reported, candidates } => {
            assert!(candidates.len() > 1, "{message}");
            (reported, candidates)
        }
        IdentifyError::Contradicted { reported, candidates } => {
            assert!(!candidates.is_empty(), "{message}");
            (reported, candidates)
        }
        other => panic!("{reported}: {other}"),
    };
    assert!(named == reported && repeats(&message, reported), "{message}");
    assert!(accelerators.iter().all(|name| catalog.find(name).is_ok()), "{accelerators:?}");
}

/// What counts in a name: letters and digits, whatever their case.
fn normal(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
