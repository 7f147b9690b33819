//! More of everything, and longer, than anybody writes.
//!
//! The sizes are such that a debug build takes a fraction of a second where the work grows with the size, and minutes where it grows with
//! the square of it.

use std::fmt::Write;

use accelspec::{Catalog, SpecFile};

use super::{ACCELERATOR, SHEET, load, loads, refused, refused_lines, refused_many};

const LONG: usize = 1_000_000;

fn each(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count).fold(String::new(), |mut text, index| {
        let _ = write!(text, "{}", line(index));
        text
    })
}

/// An accelerator whose name no other has.
fn row(index: usize) -> String {
    ACCELERATOR.replace("acme-a1", &format!("acme-row-{index}")).replace("Acme A1", &format!("Acme row {index}"))
}

/// What a message shows of a long text of one letter.
fn shown(letter: &str, length: usize) -> String {
    format!("{}… ({length} characters)", letter.repeat(120))
}

#[test]
fn rows() {
    let catalog = loads(&(SHEET.to_owned() + &each(3_000, row)));
    assert_eq!(catalog.products().count(), Catalog::builtin().products().count() + 3_000);
    assert_eq!(catalog.find("row 2999").map(|found| found.id.as_str()), Ok("acme-row-2999"));
}

#[test]
fn unknown_keys_of_one_row() {
    let keys = "aliases, announced, architecture, device-names, die-area, dies, form-factor, foundry, gfx, host-interface, host-memory, id, \
                interconnect, kind, max-power, members, memory-bandwidth, memory-bus-width, memory-capacity, memory-data-rate, memory-stacks, \
                memory-type, name, on-chip-memory, parts, pci-ids, peak, price, process, released, status, tdp, transistors, typical-power, vendor";
    refused_lines(
        &each(20_000, |index| format!("zzz-{index} = 1\n")),
        &[&format!("mine.toml:12:1: unknown key `zzz-0`; write one of {keys}")],
    );
}

#[test]
fn unknown_sections() {
    let unknown = |line: usize| {
        format!(
            "mine.toml:{line}:2: unknown section `s{}`; a spec file holds [[source]], [[memory]], [[accelerator]], [[system]], [[claim]], [[measured]] and [[reference]]",
            line - 1
        )
    };
    refused_many(&each(20_000, |index| format!("[s{index}]\n")), 20_000, &unknown(1), &unknown(100));
}

#[test]
fn rows_of_a_wrong_shape() {
    let bad = |line: usize| {
        format!("mine.toml:{line}:6: expected a string, found integer `{}`; write the text in quotes", line / 2 - 1)
    };
    refused_many(&each(10_000, |index| format!("[[system]]\nid = {index}\n")), 10_000, &bad(2), &bad(200));
}

#[test]
fn errors_on_one_line() {
    let texts = each(10_000, |index| format!("\"{index:05}\","));
    let bad = |index: usize| {
        format!(
            "mine.toml:12:{}: `{index:05}` is not a PCI id; write vendor and device in hexadecimal, such as `10de:2330`",
            12 + 8 * index
        )
    };
    refused_many(&format!("{SHEET}{ACCELERATOR}pci-ids = [{texts}]"), 10_000, &bad(0), &bad(99));
}

#[test]
fn errors_in_texts_with_an_escape() {
    let texts = each(3_000, |index| format!("\"\\u0041{index:04}\","));
    let bad = |index: usize| {
        format!(
            "mine.toml:12:{}: `A{index:04}` is not a PCI id; write vendor and device in hexadecimal, such as `10de:2330`",
            12 + 13 * index
        )
    };
    refused_many(&format!("{SHEET}{ACCELERATOR}pci-ids = [{texts}]"), 3_000, &bad(0), &bad(99));
}

#[test]
fn unknown_sources_among_many() {
    let source = |index: usize| SHEET.replace("\"sheet\"", &format!("\"sheet-{index:04}\""));
    let lines =
        each(1_000, |index| format!("{{ level = \"l{index}\", value = \"1 MB\", source = \"sheat-{index:04}\" }},\n"));
    let text = format!("{}{ACCELERATOR}on-chip-memory = [\n{lines}]\n", each(1_000, source));
    let error = load(&text).expect_err("no such sources");
    assert_eq!(error.errors().len(), 1_000);
    let errors: Vec<_> = error.errors().iter().map(ToString::to_string).collect();
    assert_eq!(errors[0], "mine.toml:6007:42: no source `sheat-0000`; did you mean `sheet-0000`?");
    // So many words have been compared by then that no more are.
    assert_eq!(errors[999], "mine.toml:7006:44: no source `sheat-0999`; declare it with [[source]]");
}

#[test]
fn one_slip_made_many_times_is_explained_each_time() {
    let source = |index: usize| SHEET.replace("\"sheet\"", &format!("\"sheet-{index:04}\""));
    let lines = each(100, |index| format!("{{ level = \"l{index}\", value = \"1 MB\", source = \"sheat-0007\" }},\n"));
    let text = format!("{}{ACCELERATOR}on-chip-memory = [\n{lines}]\n", each(2_000, source));
    let error = load(&text).expect_err("no such sources");
    let explained =
        |error: &&accelspec::SpecError| error.message() == "no source `sheat-0007`; did you mean `sheet-0007`?";
    assert_eq!(error.errors().iter().filter(explained).count(), 100);
}

#[test]
fn long_lists_of_one_product() {
    let links = each(2_000, |index| {
        format!(
            "{{ link = \"L{index}\", role = \"host\", direction = \"unstated\", value = \"1 GB/s\", source = \"sheet\" }},"
        )
    });
    let levels = each(2_000, |index| format!("{{ level = \"l{index}\", value = \"1 MB\", source = \"sheet\" }},"));
    let aliases = each(2_000, |index| format!("\"Alias {index}\","));
    let lists = format!("interconnect = [{links}]\non-chip-memory = [{levels}]\naliases = [{aliases}]\n");
    let catalog = loads(&format!("{SHEET}{ACCELERATOR}{lists}"));
    let found = catalog.find("alias 1999").expect("an alias");
    assert_eq!((found.figures.links.iter().count(), found.figures.on_chip_memory.len()), (2_000, 2_000));

    // Declared once more, they take the place of those that are there, and come no second time.
    let again = SpecFile::new("again.toml", format!("[[accelerator]]\nid = \"acme-a1\"\n{lists}"));
    assert!(catalog.overridden_by(&[again]).expect("an override") == catalog);
}

#[test]
fn many_members_and_parts() {
    let list = |key: &str| {
        format!(
            "{key} = [{}]\n",
            each(2_000, |index| format!("{{ id = \"acme-row-{index}\", count = 1, source = \"sheet\" }},"))
        )
    };
    let system = "[[system]]\nid = \"acme-box\"\nname = \"Acme Box\"\nvendor = \"Acme\"\n";
    let text = format!("{SHEET}{}{ACCELERATOR}{}{system}{}", each(2_000, row), list("parts"), list("members"));
    let catalog = loads(&text);
    assert_eq!(catalog.find_system("acme box").map(accelspec::System::units), Ok(2_000));
    assert_eq!(catalog.find("acme a1").map(accelspec::Accelerator::units), Ok(2_000));
}

#[test]
fn ids_and_names_have_a_bound() {
    let longest = "a".repeat(200);
    let text = format!("{SHEET}{}", ACCELERATOR.replace("acme-a1", &longest).replace("Acme A1", &longest));
    assert_eq!(loads(&text).find(&longest).map(|found| found.name.len()), Ok(200));
    // Characters are counted, not bytes.
    assert!(load(&format!("{SHEET}{}", ACCELERATOR.replace("Acme A1", &"마".repeat(200)))).is_ok());

    for length in [201, LONG] {
        let long = "a".repeat(length);
        let too_long =
            |what: &str| format!("the {what} `{}` is longer than 200 characters; shorten it", shown("a", length));
        refused(
            &format!(
                "{SHEET}{}device-names = [\"{long}\"]\naliases = [\"{long}\"]\n",
                ACCELERATOR
                    .replace("\"acme-a1\"", &format!("\"{long}\""))
                    .replace("\"Acme", &format!("\"{long}"))
                    .replace(" A1\"", "\"")
            ),
            &[
                &format!("mine.toml:8:6: {}", too_long("id")),
                &format!("mine.toml:9:8: {}", too_long("name")),
                &format!("mine.toml:10:10: {}", too_long("vendor")),
                &format!("mine.toml:12:17: {}", too_long("device name")),
                &format!("mine.toml:13:12: {}", too_long("alias")),
            ],
        );
        refused(&SHEET.replace("\"sheet\"", &format!("\"{long}\"")), &[&format!("mine.toml:2:6: {}", too_long("id"))]);
    }
}

#[test]
fn of_a_long_text_that_is_bad_the_beginning_is_shown() {
    let (lower, upper) = ("k".repeat(LONG), "K".repeat(LONG));
    let (low, high) = (shown("k", LONG), shown("K", LONG));
    refused(
        &format!("{SHEET}{}", ACCELERATOR.replace("acme-a1", &upper)),
        &[&format!(
            "mine.toml:8:6: `{high}` is not an id; write lower-case letters and digits, in groups joined by `-` or `.`"
        )],
    );
    let (lower_name, upper_name) = ("k".repeat(200), "K".repeat(200));
    refused_lines(
        &format!("aliases = [\"{lower_name}\", \"{upper_name}\"]\n"),
        &[&format!(
            "mine.toml:12:216: the alias `{}` adds nothing to the other names; leave it out: look-up ignores case, spaces, punctuation and the vendor's name in front",
            shown("K", 200)
        )],
    );
    refused_lines(
        &format!("tdp = {{ value = \"{lower}\", source = \"sheet\" }}\n"),
        &[&format!(
            "mine.toml:12:17: `{low}` is not a power: it does not begin with a number; write digits, then the unit"
        )],
    );
    refused_lines(
        &format!("tdp = {{ value = \"1 {lower}\", source = \"sheet\" }}\n"),
        &[&format!(
            "mine.toml:12:17: `1 {}… (1000002 characters)` is not a power: unknown unit `{low}`; write one of mW, W, kW, MW, GW, TW",
            "k".repeat(118)
        )],
    );
    refused_lines(
        &format!("tdp = \"{lower}\"\n"),
        &[&format!(
            "mine.toml:12:7: expected a table, found string \"{}… (1000009 characters); write it as {{ value = \"…\", source = \"…\" }}",
            "k".repeat(112)
        )],
    );
    refused(
        &format!("[[{lower}]]"),
        &[&format!(
            "mine.toml:1:3: unknown section `{low}`; a spec file holds [[source]], [[memory]], [[accelerator]], [[system]], [[claim]], [[measured]] and [[reference]]"
        )],
    );
}

#[test]
fn a_long_word_is_near_to_none() {
    let long = "k".repeat(LONG);
    let shown = shown("k", LONG);
    refused_lines(
        &format!("tdp = {{ value = \"1 W\", source = \"{long}\" }}\n"),
        &[&format!("mine.toml:12:33: no source `{shown}`; declare it with [[source]]")],
    );
    refused_lines(
        &format!("tdp = {{ {long} = 1 }}\n"),
        &[&format!(
            "mine.toml:12:9: unknown key `{shown}`; write one of absent, also, at, because, note, qualifiers, source, value"
        )],
    );
    // Not even where a known one is nearly as long.
    let long = "k".repeat(200);
    let text = format!(
        "{SHEET}{}[[system]]\nid = \"acme-box\"\nname = \"Acme Box\"\nvendor = \"Acme\"\nmembers = [{{ id = \"{long}k\", count = 1, source = \"sheet\" }}]\n",
        ACCELERATOR.replace("acme-a1", &long)
    );
    refused(
        &text,
        &[&format!(
            "mine.toml:16:19: no accelerator `{}… (201 characters)`; declare it with [[accelerator]]",
            "k".repeat(120)
        )],
    );
}

#[test]
fn a_long_name_asked_for_is_an_error_at_once() {
    let catalog = Catalog::builtin();
    let (long, shown) = ("h".repeat(LONG), shown("h", LONG));
    assert_eq!(
        catalog.find(&long).expect_err("unknown").to_string(),
        format!(
            "no accelerator or system is called `{shown}`; the catalog lists what it has, and a spec file of your own can add more"
        )
    );
    assert_eq!(
        catalog.identify(&long).expect_err("unknown").to_string(),
        format!("no accelerator reports itself as `{shown}`; a spec file of your own can add it")
    );
}
