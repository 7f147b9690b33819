//! Rules of sources and products.

use super::refused_after_good;

#[test]
fn a_source_declared_twice() {
    let rows = r#"
[[source]]
id = "sheet"
publisher = "B"
title = "B"
url = "https://b.example"
evidence = "press"
"#;
    refused_after_good(
        rows,
        &["mine.toml:+3:6: duplicate id `sheet`, declared at mine.toml:2:6; rename one of the two"],
    );
}

#[test]
fn an_address_has_a_host_and_no_blank_in_it() {
    for url in [
        "https://",
        "https:///b",
        "https:// b.example",
        "https://b.example/a b",
        "https://b.example/\\u007F",
        "b.example",
    ] {
        let rows = format!(
            "\n[[source]]\nid = \"b\"\npublisher = \"B\"\ntitle = \"B\"\nurl = \"{url}\"\nevidence = \"press\"\n"
        );
        let read = url.replace("\\u007F", "\\u{7f}");
        let expected =
            format!("mine.toml:+6:7: `{read}` is no public address; write one that begins with https:// or http://");
        refused_after_good(&rows, &[&expected]);
    }
}

#[test]
fn every_text_of_a_source() {
    let rows = r#"
[[source]]
id = "A Sheet"
publisher = ""
title = " "
url = "ftp://b.example"
evidence = "hearsay"
date = "May 2024"
via = "telepathy"
"#;
    refused_after_good(
        rows,
        &[
            "mine.toml:+3:6: `A Sheet` is not an id; write lower-case letters and digits, in groups joined by `-` or `.`",
            "mine.toml:+4:13: `publisher` is empty; write something or leave the key out",
            "mine.toml:+5:9: `title` is empty; write something or leave the key out",
            "mine.toml:+6:7: `ftp://b.example` is no public address; write one that begins with https:// or http://",
            "mine.toml:+7:12: unknown kind of evidence `hearsay`; write one of datasheet, whitepaper, vendor-docs, vendor-press, vendor-talk, standards, independent, benchmark, dataset, press, estimate, rumour",
            "mine.toml:+8:8: `May 2024` is not a date; write YYYY, YYYY-H1, YYYY-Q1, YYYY-MM or YYYY-MM-DD",
            "mine.toml:+9:7: unknown way of reading `telepathy`; write one of original, transcription",
        ],
    );
}

#[test]
fn an_accelerator_declared_twice() {
    let rows = r#"
[[accelerator]]
id = "acme-a1"
name = "Acme A9"
vendor = "Acme"
kind = "asic"
"#;
    refused_after_good(
        rows,
        &["mine.toml:+3:6: duplicate id `acme-a1`, declared at mine.toml:24:6; rename one of the two"],
    );
}

#[test]
fn a_system_with_the_id_of_an_accelerator() {
    let rows = r#"
[[system]]
id = "acme-a1"
name = "Acme A9"
vendor = "Acme"
members = [{ id = "acme-a1", count = 4, source = "sheet" }]
"#;
    refused_after_good(
        rows,
        &["mine.toml:+3:6: duplicate id `acme-a1`, declared at mine.toml:24:6; rename one of the two"],
    );
}

#[test]
fn an_accelerator_without_its_keys() {
    let rows = r#"
[[accelerator]]
id = "acme-a2"
"#;
    refused_after_good(
        rows,
        &[
            "mine.toml:+2:1: missing key `kind`; every accelerator has one",
            "mine.toml:+2:1: missing key `name`; every accelerator has one",
            "mine.toml:+2:1: missing key `vendor`; every accelerator has one",
        ],
    );
}

#[test]
fn an_accelerator_with_members_and_an_unknown_kind() {
    let rows = r#"
[[accelerator]]
id = "acme-a2"
name = "Acme A2"
vendor = "Acme"
kind = "chip"
members = [{ id = "acme-a1", count = 4, source = "sheet" }]
"#;
    refused_after_good(
        rows,
        &[
            "mine.toml:+6:8: unknown kind `chip`; write one of gpu, apu, npu, asic, superchip, soc, wafer, lpu",
            "mine.toml:+7:11: an accelerator has no `members`; write it as [[system]], or `parts` for the accelerators on one board",
        ],
    );
}

#[test]
fn names_of_another_product() {
    let rows = r#"
[[accelerator]]
id = "acme-a2"
name = "acme BOX"
vendor = "Acme"
kind = "asic"
aliases = ["Second", "first", "Acme-A1"]
"#;
    refused_after_good(
        rows,
        &[
            "mine.toml:+4:8: the name `acme BOX` belongs to `acme-box` already; each name leads to one product, so choose another",
            "mine.toml:+7:22: the name `first` belongs to `acme-a1` already; each name leads to one product, so choose another",
            "mine.toml:+7:31: the name `Acme-A1` belongs to `acme-a1` already; each name leads to one product, so choose another",
        ],
    );
}

#[test]
fn aliases_that_add_nothing_or_cannot_be_asked_for() {
    let rows = r#"
[[accelerator]]
id = "acme-a2"
name = "Acme A2"
vendor = "Acme"
kind = "asic"
aliases = ["Second", "SECOND", "A-2", "--"]
"#;
    refused_after_good(
        rows,
        &[
            "mine.toml:+7:22: the alias `SECOND` adds nothing to the other names; leave it out: look-up ignores case, spaces, punctuation and the vendor's name in front",
            "mine.toml:+7:32: the alias `A-2` adds nothing to the other names; leave it out: look-up ignores case, spaces, punctuation and the vendor's name in front",
            "mine.toml:+7:39: the alias `--` has no letter or digit; write one that can be asked for",
        ],
    );
}

#[test]
fn a_system_with_the_keys_of_an_accelerator() {
    let rows = r#"
[[system]]
id = "acme-rack"
name = "Acme Rack"
vendor = "Acme"
kind = "asic"
device-names = ["Rack"]
members = []
"#;
    refused_after_good(
        rows,
        &[
            "mine.toml:+2:1: missing key `members`; every system has one",
            "mine.toml:+6:8: a system has no `kind`; write it with its member accelerators",
            "mine.toml:+7:16: a system has no `device-names`; write it with its member accelerators",
        ],
    );
}

#[test]
fn members_that_are_not_there_or_twice() {
    let rows = r#"
[[system]]
id = "acme-rack"
name = "Acme Rack"
vendor = "Acme"
members = [
  { id = "acme-a1", count = 4, source = "sheet" },
  { id = "acme-a1", count = 2, source = "sheet" },
  { id = "acme-b1", count = 2, source = "sheets" },
  { id = "other", count = 2, source = "sheet" },
]
"#;
    refused_after_good(
        rows,
        &[
            "mine.toml:+8:10: `acme-a1` is a member already; add the two counts up",
            "mine.toml:+9:10: no accelerator `acme-b1`; did you mean `acme-a1`?",
            "mine.toml:+9:41: no source `sheets`; did you mean `sheet`?",
            "mine.toml:+10:10: no accelerator `other`; declare it with [[accelerator]]",
        ],
    );
}

#[test]
fn parts_are_accelerators_without_parts() {
    let rows = r#"
[[accelerator]]
id = "acme-a2"
name = "Acme A2"
vendor = "Acme"
kind = "superchip"
parts = [
  { id = "acme-a1", count = 2, source = "sheet" },
  { id = "acme-a1", count = 2, source = "sheet" },
  { id = "acme-a9", count = 2, source = "sheet" },
  { id = "acme-a3", count = 2, source = "sheets" },
]

[[accelerator]]
id = "acme-a3"
name = "Acme A3"
vendor = "Acme"
kind = "superchip"
parts = [{ id = "acme-a2", count = 2, source = "sheet" }]

[[system]]
id = "acme-rack"
name = "Acme Rack"
vendor = "Acme"
members = [{ id = "acme-a1", count = 2, source = "sheet" }]
parts = [{ id = "acme-a1", count = 2, source = "sheet" }]
"#;
    refused_after_good(
        rows,
        &[
            "mine.toml:+9:10: `acme-a1` is a member already; add the two counts up",
            "mine.toml:+10:10: no accelerator `acme-a9`; did you mean `acme-a1`?",
            "mine.toml:+11:10: `acme-a3` has parts of its own; name those, so that each accelerator is counted once",
            "mine.toml:+11:41: no source `sheets`; did you mean `sheet`?",
            "mine.toml:+19:17: `acme-a2` has parts of its own; name those, so that each accelerator is counted once",
            "mine.toml:+26:9: a system has no `parts`; write it with its member accelerators",
        ],
    );
}
