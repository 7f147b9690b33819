//! Laws of looking up names.

use accelspec::{Catalog, Product};
use proptest::prelude::*;
use proptest::sample::select;

use crate::laws::names::look_up;

/// A product with one of its names: the full name, an alias, or its id.
fn named() -> impl Strategy<Value = (Product<'static>, String)> {
    let names = Catalog::builtin().products().flat_map(|product| {
        let names = product.aliases().iter().cloned().chain([product.name().to_owned(), product.id().to_string()]);
        names.map(move |name| (product, name)).collect::<Vec<_>>()
    });
    select(names.collect::<Vec<_>>())
}

/// Words of names in any order, or anything.
fn text() -> impl Strategy<Value = String> {
    let words = named().prop_map(|(_, name)| name.split(' ').next_back().unwrap_or_default().to_owned());
    let vendor = named().prop_map(|(product, _)| product.vendor().to_owned());
    let words = prop_oneof![words, vendor, named().prop_map(|(_, name)| name), "[A-Z]?[0-9]{0,3}"];
    prop_oneof![prop::collection::vec(words, 0..3).prop_map(|words| words.join(" ")), ".{0,40}"]
}

proptest! {
    #[test]
    fn every_name_finds_its_product_whatever_its_case_and_punctuation(
        (product, name) in named(),
        cases in prop::collection::vec(any::<bool>(), 64),
        marks in prop::collection::vec(select(vec!["", "", " ", "-", "_", ".", "/", " (", ") ", "™"]), 64),
        vendor in any::<bool>(),
    ) {
        let varied = name.chars().zip(cases.iter().cycle()).zip(marks.iter().cycle()).map(|((c, upper), mark)| {
            let c: String = if *upper { c.to_uppercase().collect() } else { c.to_lowercase().collect() };
            format!("{mark}{c}")
        });
        let mut varied: String = varied.collect();
        // Nobody writes the vendor's name twice, and an id is written whole.
        let has_vendor = name == product.id().as_str() || name.to_lowercase().starts_with(&product.vendor().to_lowercase());
        if vendor && !has_vendor {
            varied = format!("{} {varied}", product.vendor());
        }
        let found = Catalog::builtin().find_product(&varied);
        prop_assert_eq!(found.map(Product::id), Ok(product.id()), "{}", varied);
    }

    #[test]
    fn any_text_finds_a_product_that_has_the_name_or_says_why(text in text()) {
        look_up(Catalog::builtin(), &text);
    }
}
