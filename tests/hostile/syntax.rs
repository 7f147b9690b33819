//! Brackets without end, duplicates without number.

use super::{ACCELERATOR, SHEET, loads, refused, refused_lines, refused_many};

/// As many as nobody types: a megabyte of them for each loaded text, which a debug build reads in a fraction of a second.
const MANY: usize = 1_000_000;

/// So deep may brackets stand in each other.
const DEEPEST: usize = 80;

#[test]
fn brackets_at_the_head() {
    refused(
        &"[".repeat(MANY),
        &[
            "mine.toml:1:3: not TOML: unquoted keys cannot be empty, expected letters, numbers, `-`, `_`; see https://toml.io for the syntax",
        ],
    );
}

#[test]
fn brackets_as_a_value() {
    refused(
        &format!("a = {}", "[".repeat(MANY)),
        &[
            "mine.toml:1:85: not TOML: cannot recurse further; max recursion depth met; see https://toml.io for the syntax",
        ],
    );
}

#[test]
fn tables_in_tables() {
    refused(
        &format!("a = {}", "{a=".repeat(MANY / 3)),
        &[
            "mine.toml:1:245: not TOML: cannot recurse further; max recursion depth met; see https://toml.io for the syntax",
        ],
    );
    refused(
        &"{a=".repeat(MANY / 3),
        &["mine.toml:1:1: not TOML: invalid key-value pair, expected key; see https://toml.io for the syntax"],
    );
}

#[test]
fn as_deep_as_the_parser_goes_and_one_deeper() {
    let nested = |depth: usize| format!("pci-ids = {}{}", "[".repeat(depth), "]".repeat(depth));
    refused_lines(&nested(DEEPEST), &["mine.toml:12:12: expected a string, found sequence; write the text in quotes"]);
    refused_lines(
        &nested(DEEPEST + 1),
        &[
            "mine.toml:12:91: not TOML: cannot recurse further; max recursion depth met; see https://toml.io for the syntax",
        ],
    );
}

#[test]
fn keys_of_many_parts() {
    let limit = "not TOML: recursion limit; see https://toml.io for the syntax";
    for (text, column) in [
        (format!("{}a = 1", "a.".repeat(MANY / 4)), 1),
        (format!("[{}a]", "a.".repeat(MANY / 4)), 1),
        (format!("[[{}a]]", "a.".repeat(MANY / 4)), 1),
    ] {
        refused(&text, &[&format!("mine.toml:1:{column}: {limit}")]);
    }
}

#[test]
fn a_duplicate_key_again_and_again() {
    let duplicate =
        |line: usize| format!("mine.toml:{line}:1: not TOML: duplicate key; see https://toml.io for the syntax");
    let text = format!("{SHEET}{ACCELERATOR}{}", "tdp = 1\n".repeat(10_001));
    refused_many(&text, 10_000, &duplicate(13), &duplicate(112));
}

#[test]
fn a_sign_out_of_place_on_every_line() {
    let text = "=\n".repeat(5_000);
    let empty = |line: usize| {
        format!(
            "mine.toml:{line}:1: not TOML: unquoted keys cannot be empty, expected letters, numbers, `-`, `_`; see https://toml.io for the syntax"
        )
    };
    refused_many(&text, 14_999, &empty(1), &empty(34));
}

/// To hold an error for each of them would take hundreds of times the memory of the text.
#[test]
fn of_a_large_text_the_first_error_alone() {
    refused(
        &"=\n".repeat(MANY / 4),
        &[
            "mine.toml:1:1: not TOML: unquoted keys cannot be empty, expected letters, numbers, `-`, `_`; see https://toml.io for the syntax",
        ],
    );
}

#[test]
fn an_id_again_and_again() {
    let duplicate = |line: usize| {
        format!("mine.toml:{line}:6: duplicate id `acme-a1`, declared at mine.toml:8:6; rename one of the two")
    };
    let text = format!("{SHEET}{}", ACCELERATOR.repeat(3_001));
    refused_many(&text, 3_000, &duplicate(13), &duplicate(508));
}

#[test]
fn an_empty_text_and_one_of_comments_load() {
    loads("");
    loads(&"#\n".repeat(MANY / 10));
}
