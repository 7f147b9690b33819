//! The list of built-in spec files against the folder they come from.

use accelspec::{Catalog, SpecFile};

#[test]
fn the_spec_files_load() {
    let files = SpecFile::read_directory("specs").unwrap_or_else(|error| panic!("\n{error}"));
    Catalog::from_files(&files).unwrap_or_else(|error| panic!("\n{error}"));
}

#[test]
fn every_spec_file_is_built_in() {
    let built_in = Catalog::builtin_files();
    let on_disk = SpecFile::read_directory("specs").expect("the folder is readable");
    let missing: Vec<_> = on_disk.iter().filter(|file| !built_in.contains(file)).map(embedding).collect();
    assert!(missing.is_empty(), "add to src/catalog/embedded.rs, sorted:\n{}", missing.join("\n"));
    assert_eq!(built_in.len(), on_disk.len(), "src/catalog/embedded.rs names a file that specs/ has not");
}

#[test]
fn the_list_is_sorted() {
    assert!(Catalog::builtin_files().is_sorted_by(|one, other| one.name() < other.name()));
}

/// The line that builds a file in.
fn embedding(file: &SpecFile) -> String {
    let name = file.name().trim_start_matches("specs/").trim_end_matches(".toml");
    format!("    (\"{name}\", include_str!(\"../../specs/{name}.toml\")),")
}
