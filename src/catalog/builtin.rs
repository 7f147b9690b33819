//! The built-in catalog, loaded as far as it is asked for.
//!
//! Names are unique over all files, and each family of products stands on its own file and the sources that files share. So a product
//! that is asked for by name costs the loading of its family; only what runs over all products loads them all, and only who asks for
//! claims, measurements or references loads those. Every step goes through the loader that users' files go through.

use std::sync::OnceLock;

use super::embedded::FILES;
use super::{Catalog, Loaded};
use crate::SpecFile;
use crate::names::{Names, normalized};
use crate::records::{Records, Slot};
use crate::spec_file::{Clash, Wanted, load};

/// The file of the sources that several families cite.
const SHARED: &str = "sources";

#[derive(Debug)]
pub(super) struct Builtin {
    /// Which of the products each name leads to, spelled as it stands in the texts and in normal form. A name that is missed here is found
    /// among all products.
    names: Names,
    products: Vec<Shelved>,
    /// By file; `None` where one does not stand alone.
    families: Vec<OnceLock<Option<Loaded>>>,
    shared: OnceLock<Records>,
    all_products: OnceLock<Loaded>,
    whole: OnceLock<Loaded>,
}

/// A product that stands in a file, loaded or not.
#[derive(Debug)]
struct Shelved {
    file: usize,
    slot: OnceLock<Option<Slot>>,
}

impl Builtin {
    pub(super) fn new() -> Self {
        let mut names = Names::default();
        let mut products = Vec::new();
        for (file, (_, text)) in FILES.iter().enumerate() {
            for row in product_rows(text) {
                let owner = products.len();
                let (Some(id), Some(vendor)) = (first_text(row, "\nid = "), first_text(row, "\nvendor = ")) else {
                    continue;
                };
                let vendor = normalized(vendor);
                // The loader is the judge of names: one that is taken is no error here.
                let _ = names.insert_id(owner, id);
                names.insert_spelled(owner, id);
                for name in texts(row, "\nname = ", "\n").chain(texts(row, "\naliases = ", "]")) {
                    let _ = names.insert(owner, &vendor, name);
                    names.insert_spelled(owner, name);
                }
                products.push(Shelved { file, slot: OnceLock::new() });
            }
        }
        let families = FILES.iter().map(|_| OnceLock::new()).collect();
        let (shared, all_products, whole) = (OnceLock::new(), OnceLock::new(), OnceLock::new());
        Self { names, products, families, shared, all_products, whole }
    }

    /// The product with a name, from its family alone where the name can be read off a text.
    pub(super) fn slot(&self, name: &str) -> Option<&Slot> {
        let owner = self.names.owner(name).or_else(|| self.names.owner(&normalized(name)));
        let slot = owner.and_then(|owner| self.products.get(owner)).and_then(|product| {
            let in_family = || self.family(product.file)?.names.get(&normalized(name)).cloned();
            product.slot.get_or_init(in_family).as_ref()
        });
        slot.or_else(|| self.all_products().names.get(&normalized(name)))
    }

    /// Accelerators, systems and memory technologies, with the claims that stand beside them.
    pub(super) fn all_products(&self) -> &Loaded {
        let files = || FILES.iter().filter(|(_, text)| has_products(text));
        self.all_products.get_or_init(|| loaded(&Records::default(), files()))
    }

    /// All records.
    pub(super) fn whole(&self) -> &Loaded {
        let others = || FILES.iter().filter(|(_, text)| !has_products(text));
        self.whole.get_or_init(|| loaded(&self.all_products().records, others()))
    }

    fn family(&self, file: usize) -> Option<&Loaded> {
        let alone = || {
            let (name, text) = FILES.get(file)?;
            load(self.shared(), &[spec_file(name, text)], Clash::Refuse, Wanted::Products).ok().map(Loaded::from)
        };
        self.families.get(file)?.get_or_init(alone).as_ref()
    }

    fn shared(&self) -> &Records {
        let shared = || FILES.iter().filter(|(name, _)| *name == SHARED);
        self.shared.get_or_init(|| loaded(&Records::default(), shared()).records)
    }
}

impl Catalog {
    /// The spec files that are built into the crate, sorted by name.
    ///
    /// ```
    /// use accelspec::Catalog;
    ///
    /// assert!(Catalog::builtin_files().iter().any(|file| file.name() == "specs/nvidia/hopper.toml"));
    /// ```
    pub fn builtin_files() -> Vec<SpecFile> {
        FILES.iter().map(|(name, text)| spec_file(name, text)).collect()
    }
}

fn spec_file(name: &str, text: &str) -> SpecFile {
    SpecFile::new(format!("specs/{name}.toml"), text)
}

#[allow(clippy::expect_used)] // a test loads the same texts
fn loaded<'f>(base: &Records, files: impl Iterator<Item = &'f (&'f str, &'f str)>) -> Loaded {
    let files: Vec<_> = files.map(|(name, text)| spec_file(name, text)).collect();
    load(base, &files, Clash::Refuse, Wanted::All).expect("the built-in spec files load").into()
}

/// Whether products or what they rest on stand in a text: not one of claims, measurements or references alone.
fn has_products(text: &str) -> bool {
    let told_of = ["claim]]", "measured]]", "reference]]"];
    product_rows(text).next().is_some() || !rows(text).any(|row| told_of.iter().any(|kind| row.starts_with(kind)))
}

fn product_rows(text: &str) -> impl Iterator<Item = &str> {
    rows(text).filter(|row| row.starts_with("accelerator]]") || row.starts_with("system]]"))
}

/// The rows of a text, from the name of their kind on.
fn rows(text: &str) -> impl Iterator<Item = &str> {
    text.strip_prefix("[[").unwrap_or(text).split("\n[[")
}

/// The texts in quotes from a key on.
fn texts<'t>(row: &'t str, key: &str, end: &str) -> impl Iterator<Item = &'t str> {
    let value = row.split_once(key).map_or("", |(_, rest)| rest.split(end).next().unwrap_or_default());
    value.split('"').skip(1).step_by(2)
}

fn first_text<'t>(row: &'t str, key: &str) -> Option<&'t str> {
    texts(row, key, "\n").next()
}

#[cfg(test)]
#[allow(clippy::expect_used)] // the built-in texts load, and have the names that they have
mod tests {
    use super::Builtin;
    use crate::Catalog;
    use crate::names::normalized;

    /// What a look-up finds in the family alone is what it finds among all; and no look-up by a known name loads more than the family.
    #[test]
    fn a_family_alone_gives_what_the_whole_gives() {
        let whole = Catalog::from_files(&Catalog::builtin_files()).expect("valid");
        let builtin = Builtin::new();
        for product in whole.products() {
            let (name, vendor) = (product.name(), product.vendor());
            let bare = name.strip_prefix(vendor).unwrap_or(name);
            let short = |alias: &&String| !normalized(alias).starts_with(&normalized(vendor));
            let full = product.aliases().iter().filter(short).map(|alias| format!("{vendor} {alias}"));
            let names = [product.id().as_str(), name, bare].into_iter().map(ToOwned::to_owned);
            for name in names.chain(product.aliases().iter().cloned()).chain(full) {
                for spelling in [&name, &normalized(&name)] {
                    let found = builtin.slot(spelling).expect("has the name");
                    assert_eq!(found.product(), product, "{spelling}");
                }
            }
        }
        assert!(builtin.all_products.get().is_none());
        assert!(builtin.whole.get().is_none());
        assert_eq!(builtin.families.iter().filter(|family| matches!(family.get(), Some(None))).count(), 0);
    }

    /// A text in quotes that is no name, such as one in a comment, would lead to a product that has it not.
    #[test]
    fn every_name_that_is_read_off_the_texts_is_one() {
        let whole = Catalog::from_files(&Catalog::builtin_files()).expect("valid");
        let builtin = Builtin::new();
        let mut names = 0;
        for name in builtin.names.iter() {
            let product = whole.find_product(name).expect("a name");
            assert_eq!(builtin.slot(name).expect("has the name").product(), product, "{name}");
            names += 1;
        }
        assert!(names > 3 * whole.products().count());
    }

    #[test]
    fn a_name_as_the_files_spell_it_is_found_as_it_is() {
        let builtin = Builtin::new();
        for product in Catalog::builtin().products() {
            let spelled = [product.id().as_str(), product.name()];
            for name in spelled.into_iter().chain(product.aliases().iter().map(String::as_str)) {
                assert!(builtin.names.owner(name).is_some(), "{name}");
            }
        }
    }

    #[test]
    fn the_steps_come_to_the_same_records_as_all_files_at_once() {
        let at_once = Catalog::from_files(&Catalog::builtin_files()).expect("valid");
        let builtin = Builtin::new();
        let (products, whole) = (&builtin.all_products().records, &at_once.whole().records);
        assert_eq!(products.accelerators, whole.accelerators);
        assert_eq!(products.systems, whole.systems);
        assert_eq!(products.memories, whole.memories);
        assert!(products.measurements.is_empty() && products.references.is_empty());
        assert_eq!(&builtin.whole().records, whole);
    }

    #[test]
    fn a_clone_loads_nothing_again() {
        let clone = Catalog::builtin().clone();
        assert!(std::ptr::eq(clone.whole(), Catalog::builtin().whole()));
    }

    #[test]
    fn a_name_that_no_file_has_is_no_product() {
        assert!(Builtin::new().slot("H10O").is_none());
    }
}
