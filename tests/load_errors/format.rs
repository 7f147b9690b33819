//! The version of the format of a spec file.

use accelspec::{Catalog, SpecFile};

use super::{GOOD, refused};

#[test]
fn a_file_that_names_format_1_loads_as_one_that_names_none() {
    let plain = Catalog::from_toml("mine.toml", GOOD).expect("good");
    for version in ["1", "+1", "0x1", "0b1"] {
        let named = Catalog::from_toml("mine.toml", &format!("format = {version}\n{GOOD}")).expect(version);
        assert_eq!(named, plain);
    }
}

#[test]
fn a_newer_format_is_the_only_error_of_its_file() {
    let text = "format = 2\n[[chip]]\n[[source]]\nid = 7\n";
    refused(
        text,
        &[
            "mine.toml:1:10: format 2 is newer than this accelspec reads (1); upgrade accelspec, or write the file in format 1",
        ],
    );
}

/// It may have a syntax that this one has not.
#[test]
fn a_newer_format_comes_before_errors_of_syntax() {
    refused(
        "format = 2\n= 1\n",
        &[
            "mine.toml:1:10: format 2 is newer than this accelspec reads (1); upgrade accelspec, or write the file in format 1",
        ],
    );
}

#[test]
fn a_newer_format_of_more_digits_than_a_number_holds() {
    refused(
        "# mine\nformat = 99999999999999999999\n",
        &[
            "mine.toml:2:10: format 99999999999999999999 is newer than this accelspec reads (1); upgrade accelspec, or write the file in format 1",
        ],
    );
}

#[test]
fn formats_that_never_were() {
    for version in ["0", "-1", "-99999999999999999999"] {
        refused(
            &format!("format = {version}\n"),
            &[&format!("mine.toml:1:10: there is no format {version}; write `format = 1`, or leave it out")],
        );
    }
}

#[test]
fn a_format_that_is_no_whole_number() {
    let written = [("\"1\"", "string"), ("1.0", "float"), ("true", "boolean"), ("[1]", "array"), ("{}", "table")];
    for (version, found) in written {
        refused(
            &format!("format = {version}\n[[chip]]\n"),
            &[&format!(
                "mine.toml:1:10: `format` is a whole number, found {found}; write `format = 1`, or leave it out"
            )],
        );
    }
    refused(
        "[[source]]\nid = 7\n[format]\nversion = 1\n",
        &["mine.toml:3:1: `format` is a whole number, found table; write `format = 1`, or leave it out"],
    );
}

#[test]
fn other_files_report_their_own_errors_beside_it() {
    let files = [SpecFile::new("new.toml", "format = 2\n[[chip]]\n"), SpecFile::new("old.toml", "source = 1\n")];
    assert_eq!(
        Catalog::from_files(&files).expect_err("both are bad").to_string(),
        "new.toml:1:10: format 2 is newer than this accelspec reads (1); upgrade accelspec, or write the file in format 1\n\
         old.toml:1:10: `source` is not a list of tables; write [[source]]"
    );
}
