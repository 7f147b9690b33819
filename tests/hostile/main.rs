//! Spec files that somebody made to do harm: each loads, or is refused with a message that can be read. The built-in catalog stays as it was.

mod characters;
mod directory;
mod numbers;
mod size;
mod syntax;

use accelspec::{Catalog, LoadError, SpecFile};

const SHEET: &str = r#"[[source]]
id = "sheet"
publisher = "Acme"
title = "A1 data sheet"
url = "https://example.com/a1.pdf"
evidence = "datasheet"
"#;

/// An accelerator to which lines can be added; the first of them is line 12 behind the source.
const ACCELERATOR: &str = r#"[[accelerator]]
id = "acme-a1"
name = "Acme A1"
vendor = "Acme"
kind = "asic"
"#;

/// Loads a text on top of the built-in catalog, by both ways there are, and looks whether that one is as it was.
fn load(text: &str) -> Result<Catalog, LoadError> {
    let builtin = Catalog::builtin();
    let before = (builtin.clone(), builtin.products().count(), builtin.claims().count());
    let files = [SpecFile::new("mine.toml", text)];
    let loaded = builtin.with_files(&files);
    assert_eq!(loaded.is_ok(), builtin.overridden_by(&files).is_ok());
    assert!((builtin.clone(), builtin.products().count(), builtin.claims().count()) == before);
    loaded
}

#[track_caller]
fn loads(text: &str) -> Catalog {
    load(text).unwrap_or_else(|error| panic!("{error}"))
}

/// A text is refused in exactly these words.
#[track_caller]
fn refused(text: &str, expected: &[&str]) {
    let error = load(text).expect_err("the text is bad");
    assert_eq!(error.to_string(), expected.join("\n"));
}

/// Lines added to the accelerator are refused in exactly these words.
#[track_caller]
fn refused_lines(lines: &str, expected: &[&str]) {
    refused(&format!("{SHEET}{ACCELERATOR}{lines}"), expected);
}

/// A text is refused with so many errors, of which the message shows the first hundred; here are the first and the last of them, and
/// the line behind.
#[track_caller]
fn refused_many(text: &str, count: usize, first: &str, hundredth: &str) {
    let error = load(text).expect_err("the text is bad");
    assert_eq!(error.errors().len(), count);
    let shown = error.to_string();
    let lines: Vec<_> = shown.lines().collect();
    assert_eq!(lines.len(), 101);
    assert_eq!((lines[0], lines[99]), (first, hundredth));
    assert_eq!(lines[100], format!("and {} more; mend these first", count - 100));
}
