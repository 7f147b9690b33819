//! Rules that the built-in spec files keep beyond those of the loader. Each test reports all breaches at once.

mod figures;
mod files;

use accelspec::{Catalog, Product};

#[track_caller]
fn none(breaches: &[String]) {
    assert!(breaches.is_empty(), "{} breaches:\n{}", breaches.len(), breaches.join("\n"));
}

fn products() -> impl Iterator<Item = Product<'static>> {
    Catalog::builtin().products()
}
