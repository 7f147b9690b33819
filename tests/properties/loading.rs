//! Laws of loading: any text gives a catalog or an error.

use accelspec::{Catalog, SpecFile};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::laws::loading::loads_or_says_why;

/// A change to a text, at places that stand for any place in it.
#[derive(Clone, Debug)]
enum Change {
    Delete(Index, u8),
    Insert(Index, String),
    CopyLine(Index, Index),
    DeleteLine(Index),
    SwapLines(Index, Index),
}

fn change() -> impl Strategy<Value = Change> {
    let piece = prop_oneof![
        ".{0,6}",
        prop::sample::select(vec![
            "\"", "[", "]]", "{", "}", "=", "\n", "'''", "value", "0", "-", "1e999", "nan", "\u{202e}", "\0", "#"
        ])
        .prop_map(str::to_owned),
    ];
    prop_oneof![
        (any::<Index>(), 1..40u8).prop_map(|(place, length)| Change::Delete(place, length)),
        (any::<Index>(), piece).prop_map(|(place, piece)| Change::Insert(place, piece)),
        (any::<Index>(), any::<Index>()).prop_map(|(from, to)| Change::CopyLine(from, to)),
        any::<Index>().prop_map(Change::DeleteLine),
        (any::<Index>(), any::<Index>()).prop_map(|(one, other)| Change::SwapLines(one, other)),
    ]
}

fn changed(text: &str, change: &Change) -> String {
    let characters: Vec<char> = text.chars().collect();
    let mut lines: Vec<&str> = text.lines().collect();
    if characters.is_empty() || lines.is_empty() {
        return text.to_owned();
    }
    match change {
        Change::Delete(place, length) => {
            let start = place.index(characters.len());
            let end = (start + usize::from(*length)).min(characters.len());
            characters[..start].iter().chain(&characters[end..]).collect()
        }
        Change::Insert(place, piece) => {
            let start = place.index(characters.len());
            characters[..start]
                .iter()
                .copied()
                .chain(piece.chars())
                .chain(characters[start..].iter().copied())
                .collect()
        }
        Change::CopyLine(from, to) => {
            lines.insert(to.index(lines.len()), lines[from.index(lines.len())]);
            lines.join("\n")
        }
        Change::DeleteLine(place) => {
            lines.remove(place.index(lines.len()));
            lines.join("\n")
        }
        Change::SwapLines(one, other) => {
            let (one, other) = (one.index(lines.len()), other.index(lines.len()));
            lines.swap(one, other);
            lines.join("\n")
        }
    }
}

/// A row of each kind, which stand together without any other file.
const VALID: &str = include_str!("../../fuzz/seeds/load/acme.toml");

#[test]
fn the_unchanged_text_loads_alone_and_beside_the_built_in_files() {
    let alone = Catalog::from_toml("any.toml", VALID).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!((alone.products().count(), alone.claims().count(), alone.measurements().count()), (3, 1, 2));
    let beside =
        Catalog::builtin().with_files(&[SpecFile::new("any.toml", VALID)]).map(|catalog| catalog.products().count());
    assert_eq!(beside, Ok(Catalog::builtin().products().count() + 3));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_text_loads_or_says_why(text in ".{0,200}") {
        loads_or_says_why(Catalog::builtin(), &text);
    }

    #[test]
    fn any_bytes_load_or_say_why(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        loads_or_says_why(Catalog::builtin(), &String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn a_changed_spec_file_loads_or_says_why(changes in prop::collection::vec(change(), 0..4)) {
        let text = changes.iter().fold(VALID.to_owned(), |text, change| changed(&text, change));
        loads_or_says_why(Catalog::builtin(), &text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn the_order_of_files_does_not_matter(files in Just(Catalog::builtin_files()).prop_shuffle()) {
        prop_assert_eq!(&Catalog::from_files(&files).expect("good"), Catalog::builtin());
    }

    #[test]
    fn loading_in_two_steps_is_loading_at_once(split in 1..Catalog::builtin_files().len()) {
        let mut files = Catalog::builtin_files();
        // Sources that several families cite, and accelerators that claims of others name, come first.
        files.sort_by_key(|file| (file.name() != "specs/sources.toml", file.name().contains("claims")));
        let (first, second) = files.split_at(split);
        let stepwise = Catalog::from_files(first).and_then(|catalog| catalog.with_files(second));
        let cites_later = |error: &accelspec::LoadError| error.errors().iter().all(|error| error.message().starts_with("no "));
        prop_assert!(stepwise.as_ref().is_ok_and(|catalog| catalog == Catalog::builtin()) || stepwise.is_err_and(|error| cites_later(&error)));
    }
}
