//! Any text as a name: it leads to a product that has it, or to an error that says what was asked for.
//!
//! The first line is the name. The second, if there is one, holds what else is known of a device: its memory, PCI id and gfx target.

#![no_main]

use accelspec::{Catalog, DeviceHints, IdentifyError, LookupError, Product};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let (name, known) = text.split_once('\n').unwrap_or((text, ""));
    let catalog = Catalog::builtin();
    if let Some(product) = lookup(catalog, name) {
        match catalog.find(name) {
            Ok(accelerator) => assert_eq!(product.id(), &accelerator.id),
            Err(error) => assert!(matches!(error, LookupError::System { .. }), "{name}: {error}"),
        }
        match catalog.find_system(name) {
            Ok(system) => assert_eq!(product.id(), &system.id),
            Err(error) => assert!(matches!(error, LookupError::Accelerator { .. }), "{name}: {error}"),
        }
        assert!(catalog.find(name).is_ok() != catalog.find_system(name).is_ok(), "{name}");
    }
    if let Some(memory) = catalog.memory(name) {
        assert!([memory.name.as_str(), memory.id.as_str()].iter().any(|known| normal(known) == normal(name)));
    }
    let mut hints = known.split(' ');
    let hints = DeviceHints {
        memory_mib: hints.next().and_then(|memory| memory.parse().ok()),
        pci_id: hints.next().and_then(|id| id.parse().ok()),
        gfx: hints.next().filter(|target| !target.is_empty()),
    };
    identification(catalog, name, &hints);
});

/// A product that is found has the name, with the vendor's before it or without; one that is not found is named in the error.
fn lookup<'a>(catalog: &'a Catalog, name: &str) -> Option<Product<'a>> {
    match catalog.find_product(name) {
        Ok(product) => {
            let asked = normal(name);
            let vendor = normal(product.vendor());
            let labels = product.aliases().iter().map(String::as_str).chain([product.name()]);
            let mut forms = labels.map(normal).chain([normal(product.id().as_str())]);
            let fits = |label: String| {
                asked == label || asked == format!("{vendor}{label}") || label == format!("{vendor}{asked}")
            };
            assert!(forms.any(fits), "{name}: {}", product.name());
            Some(product)
        }
        Err(error) => {
            assert!(repeats(&error.to_string(), name), "{error}");
            match error {
                LookupError::Unknown { suggestions, .. } => {
                    assert!(suggestions.len() <= 3);
                    assert!(suggestions.iter().all(|name| catalog.find_product(name).is_ok()), "{suggestions:?}");
                }
                LookupError::Ambiguous { candidates, .. } => {
                    assert!(candidates.len() > 1);
                    assert!(candidates.iter().all(|name| catalog.find_product(name).is_ok()), "{candidates:?}");
                }
                other => panic!("{name}: {other}"),
            }
            None
        }
    }
}

/// An accelerator that is identified is one of the catalog's; hints never find what the name alone rules out.
fn identification(catalog: &Catalog, name: &str, hints: &DeviceHints<'_>) {
    let accelerator = |name: &String| assert!(catalog.find(name).is_ok(), "{name}");
    match catalog.identify_with(name, hints) {
        Ok(found) => {
            let known = catalog.get(found.accelerator.id.as_str()).expect("in the catalog");
            assert_eq!(known, found.accelerator);
            assert!(found.slice.is_none_or(|slice| name.to_uppercase().contains(&slice.to_uppercase())), "{name}");
        }
        Err(error) => {
            let message = error.to_string();
            match error {
                IdentifyError::Unknown { reported, nearest } => {
                    assert!(reported == name && repeats(&message, name), "{message}");
                    nearest.iter().for_each(accelerator);
                }
                IdentifyError::Ambiguous { reported, candidates } => {
                    assert!(reported == name && repeats(&message, name) && candidates.len() > 1, "{message}");
                    candidates.iter().for_each(accelerator);
                }
                IdentifyError::Contradicted { reported, candidates } => {
                    assert!(reported == name && repeats(&message, name) && !candidates.is_empty(), "{message}");
                    candidates.iter().for_each(accelerator);
                }
                IdentifyError::System { name, .. } => assert!(catalog.find_system(&name).is_ok(), "{message}"),
                other => panic!("{name}: {other}"),
            }
        }
    }
}

/// What counts in a name: letters and digits, whatever their case.
fn normal(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether a message repeats a text as far as it is plainly seen: what is hidden is shown by its number, and of a long text the beginning.
fn repeats(message: &str, text: &str) -> bool {
    let seen = |c: &char| c.is_ascii_graphic() || *c == ' ' || ('가'..='힣').contains(c);
    message.contains(&text.chars().take(120).take_while(seen).collect::<String>())
}
