//! `DATA_VERSION` against the spec files: whoever changes one moves the other.

use accelspec::{Catalog, DATA_VERSION, Date};

const RECORDED: &str = include_str!("fixtures/data-version.tsv");

#[test]
fn the_data_is_that_of_its_version() {
    let files = Catalog::builtin_files();
    let digest = digest(files.iter().flat_map(|file| [file.name(), file.text()]));
    let line = format!("{DATA_VERSION}\t{digest:016x}");
    assert!(
        RECORDED.trim_end() == line,
        "the spec files have changed since the version in tests/fixtures/data-version.tsv, `{}`, or DATA_VERSION has moved without \
         them. Set DATA_VERSION in src/data_version.rs to today, unless it is, and write this line into that file, with that date:\n{line}",
        RECORDED.trim_end()
    );
}

#[test]
fn the_version_is_a_day_of_the_calendar() {
    let text = DATA_VERSION.to_string();
    assert_eq!((text.len(), text.parse::<Date>()), ("YYYY-MM-DD".len(), Ok(DATA_VERSION)));
}

#[test]
fn a_digest_tells_every_change() {
    // The values that the authors of FNV-1a give: of nothing, and of "foobar".
    assert_eq!((fnv1a(b""), fnv1a(b"foobar")), (0xcbf2_9ce4_8422_2325, 0x8594_4171_f739_67e8));
    let whole = digest(["a.toml", "tdp = 1\n"]);
    for other in [["a.toml", "tdp = 2\n"], ["b.toml", "tdp = 1\n"], ["a.toml", "tdp = 1"], ["a.tomlt", "dp = 1\n"]] {
        assert_ne!(digest(other), whole, "{other:?}");
    }
    assert_eq!(digest(["a.toml", "tdp = 1\r\n"]), whole, "line ends are the checkout's, not the data's");
}

/// Of names and texts, each closed by a byte that no text holds.
fn digest<'a>(texts: impl IntoIterator<Item = &'a str>) -> u64 {
    let bytes: Vec<u8> =
        texts.into_iter().flat_map(|text| text.bytes().filter(|byte| *byte != b'\r').chain([0xff])).collect();
    fnv1a(&bytes)
}

/// The 64-bit FNV-1a hash: enough to notice a change, and short enough to stand here.
fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}
