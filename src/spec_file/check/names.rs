//! Rules of names: each leads to one product, and no alias is there for nothing.

use std::collections::{HashMap, HashSet};

use toml::Spanned;

use super::super::SpecFile;
use super::super::error::Fault;
use super::super::raw::{RawProduct, Text};
use super::Checker;
use super::illegible::illegible;
use crate::Product;
use crate::names::{Names, latin_forms, normalized};
use crate::records::{Records, Slot};

/// The products whose names are given out: their ids by index, and their indices by id.
#[derive(Default)]
struct Owners<'a> {
    ids: Vec<&'a str>,
    indices: HashMap<&'a str, usize>,
}

impl<'a> Owners<'a> {
    fn index(&mut self, id: &'a str) -> usize {
        *self.indices.entry(id).or_insert_with(|| {
            self.ids.push(id);
            self.ids.len() - 1
        })
    }
}

impl Checker<'_> {
    /// The names of the base catalog come first, so that of two equal names it is the one in these files that is refused.
    pub(super) fn names(&mut self, records: &Records) -> Names {
        let base = self.base;
        let mut owners = Owners::default();
        let mut names = Names::for_products(records.iter());
        for product in base.iter() {
            let owner = owners.index(product.id().as_str());
            // The file that overrides a product may drop its aliases, but not its id and name.
            let overridden = self.declared.contains_key(product.id().as_str());
            let aliases = if overridden { &[] } else { product.aliases() };
            let vendor = normalized(product.vendor());
            // A catalog that has been loaded has no name twice.
            for name in aliases.iter().map(String::as_str).chain([product.name()]) {
                let _ = names.insert(owner, &vendor, name);
                let _ = names.insert_looks(owner, &vendor, name);
            }
            let _ = names.insert_id(owner, product.id().as_str());
        }
        let declared: Vec<_> = self
            .files
            .iter()
            .flat_map(|(file, spec)| {
                let mut rows: Vec<_> = spec.accelerators.iter().chain(&spec.systems).collect();
                rows.sort_by_key(|row| row.span().start);
                rows.into_iter().map(move |row| (*file, row))
            })
            .collect();
        self.vendors(&declared);
        for (file, row) in declared {
            let raw = row.get_ref();
            let known = base.product(&raw.id);
            let vendor = raw.vendor.as_deref().or(known.map(Product::vendor)).unwrap_or_default();
            let given = Given { file, vendor: normalized(vendor), owner: owners.index(&raw.id) };
            self.names_of(&given, raw, known.map(Product::aliases).unwrap_or_default(), &mut names, &owners);
        }
        let slots: Option<Vec<Slot>> = owners.ids.iter().map(|id| records.slot(id)).collect();
        // Without a slot for each there are errors, and the names are not used.
        names.of(slots.unwrap_or_default())
    }

    /// A vendor in other letters would be a second one that nobody can tell from the first.
    fn vendors(&mut self, declared: &[(&SpecFile, &Spanned<RawProduct<'_>>)]) {
        let base = self.base;
        let stated =
            declared.iter().filter_map(|(file, row)| Some((*file, row.get_ref(), row.get_ref().vendor.as_ref()?)));
        // Plain Latin letters are taken for no others.
        if base.iter().all(|product| product.vendor().is_ascii())
            && stated.clone().all(|(.., vendor)| vendor.is_ascii())
        {
            return;
        }
        // A product that is given another vendor leaves the one that it had.
        let moved: HashSet<&str> = stated.clone().map(|(_, raw, _)| &*raw.id).collect();
        let mut looks = HashMap::new();
        for product in base.iter().filter(|product| !moved.contains(product.id().as_str())) {
            let _ = insert_vendor(&mut looks, product.vendor());
        }
        for (file, _, vendor) in stated.filter(|(.., vendor)| illegible("vendor", vendor).is_none()) {
            if let Err(like) = insert_vendor(&mut looks, vendor) {
                let fault = Fault::VendorLooksLike { vendor: vendor.to_string(), like: like.to_owned() };
                self.fail(file, vendor.span(file), fault);
            }
        }
    }

    fn names_of(
        &mut self,
        given: &Given<'_>,
        raw: &RawProduct<'_>,
        inherited: &[String],
        names: &mut Names,
        owners: &Owners<'_>,
    ) {
        // One that is illegible was reported with the row.
        if let Some(name) = raw.name.as_ref().filter(|name| illegible("name", name).is_none()) {
            self.give(given, name, name, names, owners);
        }
        for alias in raw.aliases.iter().flatten() {
            if !self.illegible(given.file, "alias", alias) && !self.give(given, alias, alias, names, owners) {
                self.fail(given.file, alias.span(given.file), Fault::RedundantAlias { name: alias.to_string() });
            }
        }
        if raw.aliases.is_none() {
            for alias in inherited {
                self.give(given, alias, &raw.id, names, owners);
            }
        }
        let taken = names.insert_id(given.owner, &raw.id).err();
        if let Some(other) = taken {
            self.taken(given, &raw.id, &raw.id, other, owners);
        }
    }

    /// Gives a name to a product. False where the product has the name already; a name of another product is an error.
    fn give(
        &mut self,
        given: &Given<'_>,
        name: &str,
        place: &Text<'_>,
        names: &mut Names,
        owners: &Owners<'_>,
    ) -> bool {
        let given_anew = names.insert(given.owner, &given.vendor, name).unwrap_or_else(|other| {
            self.taken(given, name, place, other, owners);
            true
        });
        if let Err((other, like)) = names.insert_looks(given.owner, &given.vendor, name) {
            let other = owners.ids.get(other).copied().unwrap_or_default().to_owned();
            let fault = Fault::LooksLike { name: name.to_owned(), like, other };
            self.fail(given.file, place.span(given.file), fault);
        }
        given_anew
    }

    fn taken(&mut self, given: &Given<'_>, name: &str, place: &Text<'_>, other: usize, owners: &Owners<'_>) {
        let other = owners.ids.get(other).copied().unwrap_or_default().to_owned();
        self.fail(given.file, place.span(given.file), Fault::TakenName { name: name.to_owned(), other });
    }
}

/// Puts a vendor under its name and what that looks like in Latin letters. Where another one stands there, the error is that one.
fn insert_vendor<'v>(looks: &mut HashMap<String, &'v str>, vendor: &'v str) -> Result<(), &'v str> {
    let name = normalized(vendor);
    let mut forms: Vec<_> = latin_forms(vendor).iter().map(|form| normalized(form)).collect();
    let own = |known: &&&str| normalized(known) == name;
    let other = forms.iter().chain([&name]).find_map(|form| looks.get(form).filter(|known| !own(known)));
    if let Some(other) = other {
        return Err(other);
    }
    forms.push(name);
    for form in forms {
        looks.entry(form).or_insert(vendor);
    }
    Ok(())
}

/// Whom names are given to.
struct Given<'a> {
    file: &'a SpecFile,
    /// In normal form.
    vendor: String,
    owner: usize,
}
