//! Characters that are not seen, or not told from others.

use accelspec::{Catalog, LookupError, SpecFile};

use super::{ACCELERATOR, SHEET, load, loads, refused, refused_lines};

/// The accelerator with another name.
fn named(name: &str) -> String {
    format!("{SHEET}{}", ACCELERATOR.replace("Acme A1", name))
}

fn two(one: &str, other: &str) -> String {
    named(one) + &ACCELERATOR.replace("acme-a1", "acme-b1").replace("Acme A1", other)
}

#[test]
fn a_byte_order_mark_and_line_ends_of_windows_make_no_difference() {
    let plain = format!("{SHEET}{ACCELERATOR}tdp = {{ value = \"75 W\", source = \"sheet\" }}\n");
    let windows = plain.replace('\n', "\r\n");
    let catalog = loads(&plain);
    for text in [windows.clone(), format!("\u{feff}{plain}"), format!("\u{feff}{windows}")] {
        assert!(loads(&text) == catalog);
    }
}

#[test]
fn places_are_those_that_an_editor_shows() {
    let bad = "id = 1\n[[chip]]\n";
    let expected = [
        "mine.toml:1:1: unknown section `id`; a spec file holds [[source]], [[memory]], [[accelerator]], [[system]], [[claim]], [[measured]] and [[reference]]",
        "mine.toml:2:3: unknown section `chip`; a spec file holds [[source]], [[memory]], [[accelerator]], [[system]], [[claim]], [[measured]] and [[reference]]",
    ];
    refused(bad, &expected);
    refused(&bad.replace('\n', "\r\n"), &expected);
    refused(&format!("\u{feff}{bad}"), &expected);
}

#[test]
fn a_carriage_return_alone_and_control_characters_are_refused() {
    refused(
        "[[source]]\rid = 'a'\n",
        &[
            "mine.toml:1:12: not TOML: carriage return must be followed by newline, expected newline; see https://toml.io for the syntax",
        ],
    );
    refused(
        "# a\0b\n",
        &[
            "mine.toml:1:4: not TOML: invalid comment character, expected printable characters; see https://toml.io for the syntax",
        ],
    );
    refused_lines(
        "gfx = \"a\0b\"\n",
        &[
            "mine.toml:12:9: not TOML: invalid basic string, expected non-double-quote visible characters, `\\`; see https://toml.io for the syntax",
        ],
    );
    refused(
        "\0",
        &[
            "mine.toml:1:1: not TOML: invalid unquoted key, expected letters, numbers, `-`, `_`; see https://toml.io for the syntax",
            "mine.toml:1:2: not TOML: key with no value, expected `=`; see https://toml.io for the syntax",
        ],
    );
}

#[test]
fn an_id_is_of_groups_of_lower_case_latin_letters_and_digits() {
    for (id, shown) in [
        ("acme\u{202e}-a1", r"acme\u{202e}-a1"),
        ("acme\u{200b}", r"acme\u{200b}"),
        ("acme\u{301}", "acme\u{301}"),
        ("асme", "асme"),
        ("마하-9", "마하-9"),
        ("ａ１", "ａ１"),
        ("a\\u0000b", r"a\u{0}b"),
        ("a\\nb", r"a\nb"),
        ("", ""),
        ("-a1", "-a1"),
        ("acme--a1", "acme--a1"),
        ("acme-.a1", "acme-.a1"),
        ("acme-a1.", "acme-a1."),
    ] {
        let text = format!("{SHEET}{}", ACCELERATOR.replace("acme-a1", id));
        let expected = format!(
            "mine.toml:8:6: `{shown}` is not an id; write lower-case letters and digits, in groups joined by `-` or `.`"
        );
        let error = load(&text).expect_err("no id").to_string();
        assert_eq!(error, expected);
    }
}

#[test]
fn a_name_holds_nothing_that_is_not_seen() {
    for (name, shown, number) in [
        ("Acme \u{202e}1A", r"Acme \u{202e}1A", "U+202E"),
        ("Acme A\u{200b}1", r"Acme A\u{200b}1", "U+200B"),
        ("Acme A1\u{3164}", r"Acme A1\u{3164}", "U+3164"),
        ("Acme\\nA1", r"Acme\nA1", "U+000A"),
        ("Acme\\u0000A1", r"Acme\u{0}A1", "U+0000"),
        ("Acme \\u001b[31mA1", r"Acme \u{1b}[31mA1", "U+001B"),
    ] {
        refused(
            &named(name),
            &[&format!("mine.toml:9:8: the name `{shown}` holds {number}, which nobody sees; leave it out")],
        );
    }
}

#[test]
fn neither_do_aliases_vendors_and_device_names() {
    refused(
        &format!("{SHEET}{}", ACCELERATOR.replace("vendor = \"Acme\"", "vendor = \"Ac\u{2066}me\"")),
        &["mine.toml:10:10: the vendor `Ac\\u{2066}me` holds U+2066, which nobody sees; leave it out"],
    );
    refused_lines(
        "aliases = [\"First\", \"Fi\u{200d}rst\"]\n",
        &["mine.toml:12:21: the alias `Fi\\u{200d}rst` holds U+200D, which nobody sees; leave it out"],
    );
    refused_lines(
        "device-names = [\"Acme A1\", \"Acme\u{ad} A1\"]\n",
        &["mine.toml:12:28: the device name `Acme\\u{ad} A1` holds U+00AD, which nobody sees; leave it out"],
    );
}

#[test]
fn a_name_without_letters_is_one_error() {
    refused(&named(" "), &["mine.toml:9:8: `name` is empty; write something or leave the key out"]);
    refused(&named("--"), &["mine.toml:9:8: the name `--` has no letter or digit; write one that can be asked for"]);
    refused(
        &format!("{SHEET}{}", ACCELERATOR.replace("\"Acme\"", "\"…\"")),
        &["mine.toml:10:10: the vendor `…` has no letter or digit; write one that can be asked for"],
    );
    refused_lines(
        "device-names = [\"\"]\naliases = [\"\"]\n",
        &[
            "mine.toml:12:17: the device name `` has no letter or digit; write one that can be asked for",
            "mine.toml:13:12: the alias `` has no letter or digit; write one that can be asked for",
        ],
    );
}

#[test]
fn blanks_around_a_name_are_no_part_of_it() {
    let names = "name = \"\\n Acme A1 \"\naliases = [\"\\n First\\t\"]\ndevice-names = [\" Acme One\\n\"]\n";
    let catalog = loads(&format!("{SHEET}{}", ACCELERATOR.replace("name = \"Acme A1\"\n", names)));
    let found = catalog.find("first").expect("an alias");
    assert_eq!(found.name, "Acme A1");
    assert_eq!(
        (found.aliases.as_slice(), found.device_names.as_slice()),
        (&["First".to_owned()][..], &["Acme One".to_owned()][..])
    );
}

#[test]
fn letters_of_all_scripts_stay() {
    for name in ["마하-9", "가우디9 H900칩", "寒武纪 900", "Эльбрус-9", "Ω-900", "αβγ", "é-900", "e\u{301}-901"]
    {
        let catalog = loads(&named(name));
        assert_eq!(catalog.find(name).map(|found| found.id.as_str()), Ok("acme-a1"), "{name}");
    }
}

#[test]
fn a_name_is_of_plain_letters() {
    for (name, form, number) in [
        ("𝐇𝟏𝟎𝟎", "𝐇", "U+1D407"),
        ("ⅯI300X", "Ⅿ", "U+216F"),
        ("Ⓗ100", "Ⓗ", "U+24BD"),
        ("\u{212a}100", "\u{212a}", "U+212A"),
    ] {
        let fault =
            format!("`{name}` has `{form}` ({number}), a letter or digit in a special form; write the plain one");
        refused(&named(name), &[&format!("mine.toml:9:8: the name {fault}")]);
        refused_lines(&format!("aliases = [\"{name}\"]\n"), &[&format!("mine.toml:12:12: the alias {fault}")]);
        refused(
            &format!("{SHEET}{}", ACCELERATOR.replace("\"Acme\"", &format!("\"{name}\""))),
            &[&format!("mine.toml:10:10: the vendor {fault}")],
        );
    }
    // A sign is no letter.
    assert_eq!(loads(&named("Acme A1™")).find("acme a1").map(|found| found.id.as_str()), Ok("acme-a1"));
}

#[test]
fn a_mark_over_a_letter_does_not_make_another_name() {
    refused(
        &named("H\u{336}1\u{336}0\u{336}0\u{336}"),
        &[
            "mine.toml:9:8: the name `H\u{336}1\u{336}0\u{336}0\u{336}` belongs to `nvidia-h100-sxm5-80gb` already; each name leads to one product, so choose another",
        ],
    );
}

#[test]
fn korean_in_letters_is_korean_in_syllables() {
    let apart = "\u{1106}\u{1161}\u{1112}\u{1161}-1";
    assert_eq!(Catalog::builtin().find(apart).map(|found| found.id.as_str()), Ok("samsung-mach-1"));
    refused(
        &named(apart),
        &[&format!(
            "mine.toml:9:8: the name `{apart}` belongs to `samsung-mach-1` already; each name leads to one product, so choose another"
        )],
    );
    assert_eq!(
        loads(&two("칩 1", "칩 2")).find("\u{110e}\u{1175}\u{11b8}").map_err(|error| error.to_string()),
        Err("`\u{110e}\u{1175}\u{11b8}` may be any of 칩 1, 칩 2; ask for one of them by its full name".to_owned())
    );
}

#[test]
fn a_word_is_written_in_one_script() {
    refused(
        &named("Acme Hоpper"),
        &[
            "mine.toml:9:8: the name `Acme Hоpper` has `о` (U+043E) among Latin letters, which looks like `o`; write each word in one script",
        ],
    );
    refused_lines(
        "aliases = [\"ΗBM box\"]\n",
        &[
            "mine.toml:12:12: the alias `ΗBM box` has `Η` (U+0397) among Latin letters, which looks like `H`; write each word in one script",
        ],
    );
}

#[test]
fn a_name_that_looks_like_one_of_the_catalog_is_refused() {
    let refused_for = |name: &str, like: &str, other: &str| {
        refused(
            &named(name),
            &[&format!(
                "mine.toml:9:8: the name `{name}` looks like `{like}`, a name of `{other}`, and is written with other letters; write it with the same, or choose another name"
            )],
        );
    };
    refused_for("Η100", "H100", "nvidia-h100-sxm5-80gb");
    refused_for("η100", "H100", "nvidia-h100-sxm5-80gb");
    refused_for("Н100", "H100", "nvidia-h100-sxm5-80gb");
    refused_for("А100", "A100", "nvidia-a100-sxm4-80gb");
    refused_for("Acme А100", "Acme A100", "nvidia-a100-sxm4-80gb");
    refused_for("МІ300Х", "MI300X", "amd-mi300x");
    refused_for("Ｈ１００", "H100", "nvidia-h100-sxm5-80gb");
}

#[test]
fn so_is_a_vendor() {
    for (vendor, like) in [("ІВМ", "IBM"), ("ΙΒΜ", "IBM"), ("Ｉｎｔｅｌ", "Intel")] {
        refused(
            &format!("{SHEET}{}", ACCELERATOR.replace("vendor = \"Acme\"", &format!("vendor = \"{vendor}\""))),
            &[&format!(
                "mine.toml:10:10: the vendor `{vendor}` looks like `{like}`, which is written with other letters; write it with the same"
            )],
        );
    }
    let text = format!("{SHEET}{}", ACCELERATOR.replace("vendor = \"Acme\"", "vendor = \"Эльбрус\""));
    assert_eq!(loads(&text).find("Эльбрус Acme A1").map(|found| found.vendor.as_str()), Ok("Эльбрус"));
}

#[test]
fn two_new_vendors_that_look_alike_are_refused_in_either_order() {
    let made_by = |vendor: &str, id: &str, name: &str| {
        let row = ACCELERATOR.replace("\"Acme\"", &format!("\"{vendor}\""));
        row.replace("acme-a1", id).replace("Acme A1", name)
    };
    let refused_for = |one: &str, other: &str| {
        let (first, second) = (made_by(one, "sigma-one", "Sigma 1"), made_by(other, "sigma-two", "Sigma 2"));
        let expected = |line: usize| {
            format!(
                "mine.toml:{line}:10: the vendor `{other}` looks like `{one}`, which is written with other letters; write it with the same"
            )
        };
        refused(&format!("{SHEET}{first}{second}"), &[&expected(15)]);
        // The first may be in the catalog that the second is loaded on top of, and keeps its place there.
        let catalog = loads(&format!("{SHEET}{first}"));
        let later = |text: String| catalog.overridden_by(&[SpecFile::new("mine.toml", text)]);
        assert_eq!(later(second).expect_err("a second vendor").to_string(), expected(4));
        // It leaves the catalog with its last product.
        assert_eq!(
            later(format!("[[accelerator]]\nid = \"sigma-one\"\nvendor = \"{other}\"\n"))
                .expect("another vendor")
                .find("Sigma 1")
                .map(|found| found.vendor.clone()),
            Ok(other.to_owned())
        );
    };
    for (one, other) in [("ACE", "АСЕ"), ("АСЕ", "Αϲе"), ("ace", "АСЕ"), ("ACE", "ＡＣＥ")] {
        refused_for(one, other);
        refused_for(other, one);
    }
    let ace = made_by("АСЕ", "sigma-one", "Sigma 1") + &made_by("асе", "sigma-two", "Sigma 2");
    assert_eq!(loads(&format!("{SHEET}{ace}")).find("АСЕ Sigma 2").map(|found| found.id.as_str()), Ok("sigma-two"));
}

#[test]
fn two_new_names_that_look_alike_are_refused_in_either_order() {
    let refused_for = |one: &str, other: &str, like: &str| {
        refused(
            &two(one, other),
            &[&format!(
                "mine.toml:14:8: the name `{other}` looks like `{like}`, a name of `acme-a1`, and is written with other letters; write it with the same, or choose another name"
            )],
        );
    };
    refused_for("ACE 9", "АСЕ 9", "ACE 9");
    refused_for("АСЕ 9", "ACE 9", "АСЕ 9");
    refused_for("АСЕ 9", "Αϲе 9", "АСЕ 9");
}

#[test]
fn a_product_may_be_called_in_two_scripts() {
    let catalog = loads(&(named("ACE 9") + "aliases = [\"АСЕ 9\"]\n"));
    assert_eq!(catalog.find("асе 9"), catalog.find("ace-9"));
    // What looks like one of its names in yet other letters is still another product's.
    assert!(load(&(two("ACE 9", "Αϲе 9"))).is_err());
}

#[test]
fn a_name_asked_for_in_other_letters_is_not_found_and_the_message_says_which_is_meant() {
    let catalog = Catalog::builtin();
    for (asked, meant) in [("Η100", "H100"), ("NVIDIA Н100", "H100"), ("η100", "H100"), ("Ｈ１００", "H100")] {
        let error = catalog.find(asked).expect_err("other letters");
        assert!(matches!(&error, LookupError::Unknown { suggestions, .. } if suggestions == &[meant]), "{error}");
        assert_eq!(
            error.to_string(),
            format!("no accelerator or system is called `{asked}`; did you mean {meant}, in Latin letters?")
        );
    }
    assert_eq!(
        catalog.find("H\u{202e}10O").expect_err("unknown").to_string(),
        r"no accelerator or system is called `H\u{202e}10O`; did you mean H100?"
    );
}
