//! Any text as a spec file, alone and on top of a catalog: it loads and can be asked anything, or each error points into it.

#![no_main]

#[path = "../../tests/laws"]
mod laws {
    pub(crate) mod loading;
}

use std::sync::LazyLock;

use accelspec::Catalog;
use libfuzzer_sys::fuzz_target;

use crate::laws::loading::loads_or_says_why;

/// Some of the built-in files: enough to be cited, claimed about and overridden, and few, so that an execution is short.
static BASE: LazyLock<Catalog> = LazyLock::new(|| {
    let names = ["specs/sources.toml", "specs/memory.toml", "specs/samsung/mach.toml", "specs/nvidia/volta.toml"];
    let files: Vec<_> = Catalog::builtin_files().into_iter().filter(|file| names.contains(&file.name())).collect();
    assert_eq!(files.len(), names.len());
    Catalog::from_files(&files).unwrap_or_else(|error| panic!("{error}"))
});

fuzz_target!(|text: &str| loads_or_says_why(&BASE, text));
