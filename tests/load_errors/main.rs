//! Every rule of spec files, by the whole text of its message. The bad entry stands in second place, so that no rule stops at the first.

mod claims;
mod devices;
mod figures;
mod format;
mod rows;
mod syntax;

use accelspec::Catalog;

const GOOD: &str = r#"[[source]]
id = "sheet"
publisher = "Acme"
title = "A1 data sheet"
url = "https://example.com/a1.pdf"
date = "2024-03"
evidence = "datasheet"

[[source]]
id = "blog"
publisher = "A blog"
title = "A1 seen"
url = "https://example.com/blog"
evidence = "press"

[[source]]
id = "gossip"
publisher = "A forum"
title = "A1 heard of"
url = "https://example.com/forum"
evidence = "rumour"

[[accelerator]]
id = "acme-a1"
name = "Acme A1"
vendor = "Acme"
kind = "asic"
aliases = ["First", "Premier"]
announced = { value = "2024-03-01", source = "sheet" }
released = { value = "2024-06", source = "sheet" }
tdp = { value = "75 W", source = "sheet", also = [{ value = "80 W", source = "blog", why = "rounded up" }] }
peak = [
  { precision = "int8", engine = "matrix", sparsity = "dense", value = "100 TOP/s", source = "sheet" },
  { precision = "int8", engine = "matrix", sparsity = "2:4", value = "200 TOP/s", source = "sheet" },
]
interconnect = [{ link = "AcmeLink", role = "scale-up", direction = "bidirectional", value = "100 GB/s", source = "sheet" }]
on-chip-memory = [{ level = "sram", value = "64 MiB", source = "sheet" }]
price = [{ basis = "list", value = "1,000 USD", source = "sheet" }]

[[system]]
id = "acme-box"
name = "Acme Box"
vendor = "Acme"
members = [{ id = "acme-a1", count = 4, source = "sheet" }]

[[claim]]
id = "box-claim"
subject = "acme-box"
baseline = "acme-a1"
metric = "throughput"
ratio = "4"
bound = "up-to"
as-printed = "up to 4x"
source = "blog"
"#;

/// The lines of the good document, so that tests count on from there.
const LINES: usize = 54;

#[track_caller]
fn refused(text: &str, expected: &[&str]) {
    let error = Catalog::from_toml("mine.toml", text).expect_err("the text is bad");
    assert_eq!(error.to_string(), expected.join("\n"));
}

/// Adds rows behind good ones. In the expected text, `mine.toml:+3:` is the third line of the rows.
#[track_caller]
fn refused_after_good(rows: &str, expected: &[&str]) {
    let error = Catalog::from_toml("mine.toml", &format!("{GOOD}{rows}")).expect_err("the rows are bad");
    let counted = |line: &&str| match line.strip_prefix("mine.toml:+") {
        Some(rest) => {
            let (number, rest) = rest.split_once(':').expect("a column");
            format!("mine.toml:{}:{rest}", number.parse::<usize>().expect("a number") + LINES)
        }
        None => (*line).to_owned(),
    };
    assert_eq!(error.to_string(), expected.iter().map(counted).collect::<Vec<_>>().join("\n"));
}

/// A second accelerator with one more line, which is the seventh of its rows.
#[track_caller]
fn refused_figure(line: &str, expected: &[&str]) {
    refused_after_good(
        &format!(
            "\n[[accelerator]]\nid = \"acme-a2\"\nname = \"Acme A2\"\nvendor = \"Acme\"\nkind = \"asic\"\n{line}\n"
        ),
        expected,
    );
}

#[test]
fn an_error_is_told_in_parts_as_well() {
    let error = Catalog::from_toml("mine.toml", "[[system]]\nid = 's'\nmembers = 5\n").expect_err("no list");
    let message = "expected a list, found integer `5`; write it in [ ]";
    assert_eq!(format!("{error:?}"), format!("LoadError(\nmine.toml:3:11: {message}\n)"));
    let [first] = error.errors() else { panic!("{error}") };
    assert_eq!(
        (first.file(), first.line(), first.column(), first.message()),
        ("mine.toml", Some(3), Some(11), message)
    );
}

#[test]
fn the_good_document_is_good() {
    assert_eq!(GOOD.lines().count(), LINES);
    let catalog = Catalog::from_toml("mine.toml", GOOD).expect("good");
    assert_eq!(catalog.products().count(), 2);
}
