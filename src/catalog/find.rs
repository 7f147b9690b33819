//! Finding a product by any of its names.

use std::collections::BTreeSet;

use super::Catalog;
use crate::excerpt::Excerpt;
use crate::names::{distance, latin_forms, normalized};
use crate::records::Slot;
use crate::{Accelerator, Product, System};

/// At most this many names stand in a message.
const LISTED: usize = 8;

impl Catalog {
    /// The accelerator with this name: its id, full name or an alias, whatever the case, spaces, hyphens and other punctuation, with or
    /// without the vendor's name in front. Never a guess: part of a name finds nothing.
    ///
    /// # Errors
    ///
    /// [`LookupError::Ambiguous`] when the words are part of several names, [`LookupError::System`] when the name is that of a system,
    /// [`LookupError::Unknown`] otherwise, with the nearest names.
    ///
    /// ```
    /// use accelspec::Catalog;
    ///
    /// let catalog = Catalog::builtin();
    /// assert_eq!(catalog.find("nvidia h-100")?.id, "nvidia-h100-sxm5-80gb");
    /// assert_eq!(catalog.find("마하 1")?.id, "samsung-mach-1");
    /// assert_eq!(catalog.find("H10O").unwrap_err().to_string(), "no accelerator or system is called `H10O`; did you mean H100?");
    /// # Ok::<(), accelspec::LookupError>(())
    /// ```
    pub fn find(&self, name: &str) -> Result<&Accelerator, LookupError> {
        match self.find_product(name)? {
            Product::Accelerator(accelerator) => Ok(accelerator),
            Product::System(system) => Err(LookupError::System {
                name: system.name.clone(),
                members: system.members.iter().map(|member| member.accelerator.name.clone()).collect(),
            }),
        }
    }

    /// The system with this name, found as [`Catalog::find`] finds an accelerator.
    ///
    /// # Errors
    ///
    /// [`LookupError::Accelerator`] when the name is that of an accelerator; the others as for [`Catalog::find`].
    ///
    /// ```
    /// use accelspec::Catalog;
    ///
    /// let catalog = Catalog::builtin();
    /// assert_eq!(catalog.find_system("dgx-gh200")?.id, "nvidia-dgx-gh200");
    /// assert!(catalog.find_system("GH200").is_err());
    /// # Ok::<(), accelspec::LookupError>(())
    /// ```
    pub fn find_system(&self, name: &str) -> Result<&System, LookupError> {
        match self.find_product(name)? {
            Product::System(system) => Ok(system),
            Product::Accelerator(accelerator) => Err(LookupError::Accelerator { name: accelerator.name.clone() }),
        }
    }

    /// The accelerator or system with this name, found as [`Catalog::find`] finds an accelerator.
    ///
    /// # Errors
    ///
    /// [`LookupError::Ambiguous`] or [`LookupError::Unknown`] as for [`Catalog::find`].
    ///
    /// ```
    /// use accelspec::{Catalog, Product};
    ///
    /// let catalog = Catalog::builtin();
    /// assert!(matches!(catalog.find_product("DGX H100")?, Product::System(_)));
    /// assert!(matches!(catalog.find_product("H100")?, Product::Accelerator(_)));
    /// # Ok::<(), accelspec::LookupError>(())
    /// ```
    pub fn find_product(&self, name: &str) -> Result<Product<'_>, LookupError> {
        self.slot(name).map(Slot::product).ok_or_else(|| self.not_found(name, &normalized(name)))
    }

    /// All accelerators, then all systems, each kind by id.
    ///
    /// ```
    /// use accelspec::Catalog;
    ///
    /// let catalog = Catalog::builtin();
    /// assert_eq!(catalog.products().count(), catalog.accelerators().count() + catalog.systems().count());
    /// ```
    pub fn products(&self) -> impl Iterator<Item = Product<'_>> {
        self.accelerators().map(Product::Accelerator).chain(self.systems().map(Product::System))
    }

    fn not_found(&self, name: &str, normal: &str) -> LookupError {
        if let Some((slot, form)) = self.all_products().names.in_latin(name) {
            let product = slot.product();
            let bare = form.strip_prefix(&normalized(product.vendor())).unwrap_or(&form);
            let label = labels(product).find(|label| [&form, bare].contains(&normalized(label).as_str()));
            let label = label.unwrap_or(product.name());
            return LookupError::Unknown { name: name.to_owned(), suggestions: vec![label.to_owned()] };
        }
        let asked = words(name);
        let part_of = |product: &Product<'_>| labels(*product).any(|label| asked.is_subset(&words(label)));
        let candidates: Vec<_> = self.products().filter(part_of).map(|product| product.name().to_owned()).collect();
        if candidates.len() > 1 && !asked.is_empty() {
            return LookupError::Ambiguous { name: name.to_owned(), candidates };
        }
        let most = (normal.chars().count() / 3).max(1);
        let near = |label: &str| distance(normal, &normalized(label));
        let mut nearest: Vec<(usize, &str)> = self
            .products()
            .filter_map(|product| labels(product).map(|label| (near(label), label)).min())
            .filter(|(distance, _)| *distance <= most)
            .collect();
        nearest.sort_unstable();
        let closest = nearest.first().map_or(0, |(distance, _)| *distance);
        let nearest = nearest.into_iter().take_while(|(distance, _)| *distance == closest).take(3);
        let suggestions =
            if candidates.len() == 1 { candidates } else { nearest.map(|(_, label)| label.to_owned()).collect() };
        LookupError::Unknown { name: name.to_owned(), suggestions }
    }
}

/// The full name and the aliases of a product.
fn labels(product: Product<'_>) -> impl Iterator<Item = &str> {
    std::iter::once(product.name()).chain(product.aliases().iter().map(String::as_str))
}

/// The words of a name, each in normal form.
fn words(name: &str) -> BTreeSet<String> {
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(normalized).collect()
}

/// Why a name leads to no product.
///
/// ```
/// use accelspec::{Catalog, LookupError};
///
/// let error = Catalog::builtin().find("DGX GH200").unwrap_err();
/// assert!(matches!(error, LookupError::System { .. }));
/// assert_eq!(error.to_string(),
///     "NVIDIA DGX GH200 is a system of several accelerators; for one of them ask for NVIDIA GH200 96GB");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LookupError {
    /// No product has the name.
    #[error("no accelerator or system is called `{}`{}", Excerpt(.name), did_you_mean(.name, .suggestions))]
    Unknown {
        /// The name as asked for.
        name: String,
        /// Names that are near it.
        suggestions: Vec<String>,
    },
    /// The words are part of the names of several products.
    #[error("`{}` may be any of {}; ask for one of them by its full name", Excerpt(.name), listed(.candidates))]
    Ambiguous {
        /// The name as asked for.
        name: String,
        /// The full names of all of them.
        candidates: Vec<String>,
    },
    /// An accelerator was asked for, and the name is that of a system.
    #[error("{name} is a system of several accelerators; for one of them ask for {}", listed(.members))]
    System {
        /// The full name of the system.
        name: String,
        /// The full names of its accelerators.
        members: Vec<String>,
    },
    /// A system was asked for, and the name is that of an accelerator.
    #[error("{name} is an accelerator, not a system; look it up as one")]
    Accelerator {
        /// The full name of the accelerator.
        name: String,
    },
}

fn did_you_mean(name: &str, suggestions: &[String]) -> String {
    let alike =
        |suggestion: &String| latin_forms(name).iter().any(|form| normalized(form).ends_with(&normalized(suggestion)));
    if let Some(suggestion) = suggestions.iter().find(|suggestion| alike(suggestion)) {
        format!("; did you mean {suggestion}, in Latin letters?")
    } else if suggestions.is_empty() {
        "; the catalog lists what it has, and a spec file of your own can add more".to_owned()
    } else {
        format!("; did you mean {}?", suggestions.join(" or "))
    }
}

/// Names as a message lists them: not too many.
pub(super) fn listed(names: &[String]) -> String {
    let more = names.len().saturating_sub(LISTED);
    let shown = names.iter().take(LISTED).cloned().collect::<Vec<_>>().join(", ");
    if more == 0 { shown } else { format!("{shown} and {more} more") }
}
