//! Checks a spec file beside the built-in ones: every error with its place, then what its accelerators lack beside their family.
//!
//! A built-in file that is being edited takes the place of the one that was compiled in. The family of an accelerator are those with the
//! same vendor and architecture; what at least half of them record and it does not is worth a look, and no error.
//!
//! ```text
//! cargo run --example lint -- specs/nvidia/hopper.toml
//! cargo run --example lint -- mine.toml
//! ```

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::process::ExitCode;

use accelspec::{Accelerator, Catalog, SpecFile};

fn main() -> ExitCode {
    let Some(path) = std::env::args().nth(1) else {
        eprintln!("usage: lint FILE, such as: lint specs/nvidia/hopper.toml");
        return ExitCode::FAILURE;
    };
    let loaded = SpecFile::read(&path).and_then(|file| {
        let mut files = Catalog::builtin_files();
        files.retain(|known| !path.ends_with(known.name()));
        files.push(file.clone());
        Catalog::from_files(&files).map(|catalog| (file, catalog))
    });
    match loaded {
        Ok((file, catalog)) => match report(&file, &catalog) {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        },
        Err(errors) => {
            println!("{errors}");
            ExitCode::FAILURE
        }
    }
}

fn report(file: &SpecFile, catalog: &Catalog) -> io::Result<()> {
    let mut out = io::stdout().lock();
    let (mut checked, mut lacking) = (0, 0);
    for (number, line) in file.text().lines().enumerate() {
        let id = line.strip_prefix("id = \"").and_then(|rest| rest.strip_suffix('"'));
        let Some(accelerator) = id.and_then(|id| catalog.get(id)) else { continue };
        checked += 1;
        for (key, having, kin) in lacks(accelerator, catalog) {
            lacking += 1;
            writeln!(
                out,
                "{}:{}:1: {} lacks {key}, which {having} of {kin} in its family have",
                file.name(),
                number + 1,
                accelerator.id
            )?;
        }
    }
    writeln!(
        out,
        "{}: no errors; {checked} accelerators, {lacking} figures that others of their family have",
        file.name()
    )
}

/// What at least half of the family records and this accelerator does not: the key, how many have it, and how many there are.
fn lacks(accelerator: &Accelerator, catalog: &Catalog) -> Vec<(String, usize, usize)> {
    let family = |accelerator: &Accelerator| {
        let architecture = accelerator.figures.architecture.as_ref().and_then(|figure| figure.get().ok().cloned());
        (accelerator.vendor.clone(), architecture)
    };
    let keys = |accelerator: &Accelerator| -> Vec<String> {
        let entries = accelerator.figures.entries();
        entries
            .into_iter()
            .filter(|entry| entry.name != "interconnect")
            .map(|entry| format!("{} {}", entry.name, entry.key))
            .collect()
    };
    let kin: Vec<_> =
        catalog.accelerators().filter(|kin| kin.id != accelerator.id && family(kin) == family(accelerator)).collect();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for key in kin.iter().flat_map(|kin| keys(kin)) {
        *counts.entry(key).or_default() += 1;
    }
    let own = keys(accelerator);
    let missing = counts.into_iter().filter(|(key, having)| 2 * having >= kin.len() && !own.contains(key));
    missing.map(|(key, having)| (key.trim().to_owned(), having, kin.len())).collect()
}
