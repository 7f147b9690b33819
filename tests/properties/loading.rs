//! Laws of loading: any text gives a catalog or an error.

use accelspec::{Catalog, Claim, LoadError, Metric, Product, SpecFile, audit, compare, rank};
use proptest::prelude::*;
use proptest::sample::Index;

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

/// Loads a text alone, beside the built-in catalog, and over it.
fn loads_or_says_why(text: &str) -> Result<(), TestCaseError> {
    let builtin = Catalog::builtin();
    let file = [SpecFile::new("any.toml", text)];
    let alone = outcome(text, Catalog::from_toml("any.toml", text))?;
    let beside = outcome(text, builtin.with_files(&file))?;
    let over = outcome(text, builtin.overridden_by(&file))?;
    if let Some(alone) = &alone {
        answers(alone, alone.products())?;
        let again = Catalog::from_toml("any.toml", text);
        prop_assert_eq!(Ok(alone), again.as_ref());
    }
    if let Some(beside) = &beside {
        prop_assert_eq!(Some(beside), over.as_ref(), "what clashes with nothing overrides nothing");
    }
    if let Some(over) = &over {
        let is_new = |product: &Product<'_>| builtin.product(product.id().as_str()) != Some(*product);
        answers(over, over.products().filter(is_new))?;
    }
    Ok(())
}

/// An error points into the text.
fn outcome(text: &str, loaded: Result<Catalog, LoadError>) -> Result<Option<Catalog>, TestCaseError> {
    let error = match loaded {
        Ok(catalog) => return Ok(Some(catalog)),
        Err(error) => error,
    };
    prop_assert!(!error.errors().is_empty());
    for error in error.errors() {
        let (line, column) = (error.line().expect("a line"), error.column().expect("a column"));
        let length = text.split('\n').nth(line - 1).map(|line| line.chars().count());
        prop_assert!(length.is_some_and(|length| column <= length + 1), "{}", error);
    }
    Ok(None)
}

/// What was loaded is found by each of its names, and can be asked anything.
fn answers<'a>(catalog: &Catalog, products: impl Iterator<Item = Product<'a>>) -> Result<(), TestCaseError> {
    let products: Vec<_> = products.collect();
    for product in &products {
        let names = product.aliases().iter().map(String::as_str).chain([product.name(), product.id().as_str()]);
        for name in names {
            prop_assert_eq!(catalog.find_product(name).map(Product::id), Ok(product.id()), "{}", name);
        }
        for row in product.rows().iter().filter(|row| !row.unit.is_empty() && !row.value.is_empty()) {
            prop_assert!(row.value.parse().is_ok_and(|value: f64| value.is_finite() && value > 0.0), "{:?}", row);
        }
        match product {
            Product::Accelerator(accelerator) => prop_assert!(serde_json::to_string(accelerator).is_ok()),
            Product::System(system) => prop_assert!(serde_json::to_string(system).is_ok()),
        }
        for baseline in &products {
            let asked = compare(*product, *baseline).map(|comparison| comparison.to_string());
            prop_assert!(!asked.unwrap_or_else(|error| error.to_string()).is_empty());
        }
    }
    for metric in Metric::PLAIN.iter().copied().chain(["peak fp16".parse().expect("a metric")]) {
        let ranking = rank(catalog.accelerators(), metric);
        prop_assert_eq!(ranking.ranked.len() + ranking.absent.len(), catalog.accelerators().count());
    }
    let new = |claim: &&Claim| Catalog::builtin().claim(claim.id.as_str()) != Some(*claim);
    for claim in catalog.claims().filter(new) {
        prop_assert!(audit(catalog, claim).to_string().contains(&claim.as_printed));
    }
    Ok(())
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
        loads_or_says_why(&text)?;
    }

    #[test]
    fn any_bytes_load_or_say_why(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        loads_or_says_why(&String::from_utf8_lossy(&bytes))?;
    }

    #[test]
    fn a_changed_spec_file_loads_or_says_why(changes in prop::collection::vec(change(), 0..4)) {
        let text = changes.iter().fold(VALID.to_owned(), |text, change| changed(&text, change));
        loads_or_says_why(&text)?;
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
