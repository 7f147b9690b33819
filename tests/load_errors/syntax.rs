//! Syntax and shape.

use super::refused;

#[test]
fn all_syntax_errors_at_once() {
    let text = "[[source]]
id = = 1
[[source]]
id = 2 3
";
    refused(
        text,
        &[
            "mine.toml:2:6: not TOML: extra `=`, expected nothing; see https://toml.io for the syntax",
            "mine.toml:2:8: not TOML: unexpected key or value, expected newline, `#`; see https://toml.io for the syntax",
            "mine.toml:4:6: not TOML: string values must be quoted, expected literal string; see https://toml.io for the syntax",
        ],
    );
}

#[test]
fn a_duplicate_key() {
    let text = "[[source]]
id = 'a'
id = 'b'
";
    refused(text, &["mine.toml:3:1: not TOML: duplicate key; see https://toml.io for the syntax"]);
}

#[test]
fn a_text_with_an_escape_is_found_where_it_stands() {
    let row = |id: &str, kind: &str| {
        format!("[[accelerator]]\nid = \"{id}\"\nname = \"Name of {id}\"\nvendor = \"V\"\nkind = \"{kind}\"\n")
    };
    let kinds = "write one of gpu, apu, npu, asic, superchip, soc, wafer, lpu";
    refused(
        &[row("a", "k\\u0031"), row("b", "k\\u0032"), row("c", "k\\u0033")].concat(),
        &[
            &format!("mine.toml:5:8: unknown kind `k1`; {kinds}"),
            &format!("mine.toml:10:8: unknown kind `k2`; {kinds}"),
            &format!("mine.toml:15:8: unknown kind `k3`; {kinds}"),
        ],
    );
}

#[test]
fn unknown_sections() {
    let text = "[[source]]
id = 'a'
publisher = 'a'
title = 'a'
url = 'https://a.example'
evidence = 'press'
[[chip]]
";
    refused(
        text,
        &[
            "mine.toml:7:3: unknown section `chip`; a spec file holds [[source]], [[memory]], [[accelerator]], [[system]], [[claim]], [[measured]] and [[reference]]",
        ],
    );
}

#[test]
fn a_section_that_is_no_list() {
    let text = "[[source]]
id = 'a'
publisher = 'a'
title = 'a'
url = 'https://a.example'
evidence = 'press'
[accelerator]
id = 'b'
";
    refused(text, &["mine.toml:7:1: `accelerator` is not a list of tables; write [[accelerator]]"]);
}

#[test]
fn one_shape_error_for_each_row() {
    let text = "[[system]]
id = 's'
members = [{ id = 'x', count = 0, source = 's' }]
[[system]]
name = 7
[[claim]]
id = 'c'
subject-units = -3
[[claim]]
id = 'd'
subject = 1
[[source]]
id = 'e'
";
    refused(
        text,
        &[
            "mine.toml:3:32: expected a whole number above zero, found integer `0`; write how many there are",
            "mine.toml:5:8: expected a string, found integer `7`; write the text in quotes",
            "mine.toml:8:17: expected a whole number above zero, found integer `-3`; write how many there are",
            "mine.toml:11:11: expected a string, found integer `1`; write the text in quotes",
            "mine.toml:12:1: missing key `publisher`; add it to this table",
        ],
    );
}
