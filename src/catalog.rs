//! The catalog: records by id and by any of their names.

mod builtin;
mod embedded;
mod filter;
mod find;
mod identify;

use std::sync::{Arc, LazyLock, OnceLock};

use builtin::Builtin;
pub use find::LookupError;
use identify::Devices;
pub use identify::{DeviceHints, Identified, IdentifyError};

use crate::names::{Names, normalized};
use crate::records::{Records, Slot};
use crate::spec_file::{Clash, Wanted, load};
use crate::{Accelerator, Claim, LoadError, Measurement, Memory, Product, Reference, Source, SpecFile, System};

/// Accelerators, systems, claims, measurements and the sources they stand on.
///
/// ```
/// use accelspec::Catalog;
///
/// let catalog = Catalog::builtin();
/// assert_eq!(catalog.find("MI300X")?.memory_capacity()?.to_string(), "192 GB");
/// assert!(catalog.get("nvidia-h100-sxm5-80gb").is_some());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Catalog {
    contents: Contents,
}

#[derive(Clone, Debug)]
enum Contents {
    /// Loaded as far as it was asked for, by this catalog or a clone of it.
    Builtin(Arc<Builtin>),
    /// Loaded from the files that were given.
    Given(Box<Loaded>),
}

/// Records with the ways to find them.
#[derive(Clone, Debug)]
struct Loaded {
    records: Records,
    names: Names,
    devices: OnceLock<Devices>,
}

impl From<(Records, Names)> for Loaded {
    fn from((records, names): (Records, Names)) -> Self {
        Self { records, names, devices: OnceLock::new() }
    }
}

impl Catalog {
    /// The catalog that is built into the crate. It loads as far as it is asked for, once: a product that is asked for by name costs the
    /// loading of its family; who asks for all of them, or for one that it has not, loads all products; who asks for claims, measurements,
    /// references or sources, or builds upon it, loads all records. Of a product that was loaded with its family and again with all others
    /// there are two that are equal: tell them apart by id, not by address.
    ///
    /// ```
    /// use accelspec::Catalog;
    ///
    /// assert!(Catalog::builtin().accelerators().count() > 20);
    /// ```
    ///
    /// # Panics
    ///
    /// Never: a test of the crate loads the same text.
    pub fn builtin() -> &'static Self {
        static BUILTIN: LazyLock<Catalog> =
            LazyLock::new(|| Catalog { contents: Contents::Builtin(Arc::new(Builtin::new())) });
        &BUILTIN
    }

    /// A catalog of one spec file alone.
    ///
    /// # Errors
    ///
    /// [`LoadError`] with every error of the stage that found one: syntax, shape of the rows, rules. In a text of more than 256 KiB the
    /// first error of syntax alone is looked for.
    ///
    /// ```
    /// use accelspec::Catalog;
    ///
    /// let catalog = Catalog::from_toml("mine.toml", r#"
    /// [[source]]
    /// id = "acme-a1-sheet"
    /// publisher = "Acme"
    /// title = "A1 data sheet"
    /// url = "https://example.com/a1.pdf"
    /// evidence = "datasheet"
    ///
    /// [[accelerator]]
    /// id = "acme-a1"
    /// name = "Acme A1"
    /// vendor = "Acme"
    /// kind = "asic"
    /// tdp = { value = "75 W", source = "acme-a1-sheet" }
    /// "#)?;
    /// assert_eq!(catalog.find("acme a1")?.tdp()?.to_string(), "75 W");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn from_toml(name: &str, text: &str) -> Result<Self, LoadError> {
        Self::from_files(&[SpecFile::new(name, text)])
    }

    /// A catalog of several spec files, which may cite each other's sources. Their order does not matter.
    ///
    /// # Errors
    ///
    /// [`LoadError`] with every error, of all files, of the stage that found one, as for [`Catalog::from_toml`].
    ///
    /// ```
    /// use accelspec::Catalog;
    ///
    /// let catalog = Catalog::from_files(&Catalog::builtin_files())?;
    /// assert_eq!(&catalog, Catalog::builtin());
    /// # Ok::<(), accelspec::LoadError>(())
    /// ```
    pub fn from_files(files: &[SpecFile]) -> Result<Self, LoadError> {
        Self::given(&Records::default(), files, Clash::Refuse)
    }

    /// This catalog with the records of more files, which may cite its sources and claim about its products.
    ///
    /// # Errors
    ///
    /// [`LoadError`] as for [`Catalog::from_files`]; also where a file declares an id or a name that this catalog has.
    ///
    /// ```
    /// use accelspec::{Catalog, SpecFile};
    ///
    /// let mine = SpecFile::new("mine.toml", r#"
    /// [[accelerator]]
    /// id = "nvidia-b100"
    /// "#);
    /// let error = Catalog::builtin().with_files(&[mine]).unwrap_err();
    /// assert!(error.to_string().starts_with("mine.toml:3:6: `nvidia-b100` is in the catalog already"));
    /// # Ok::<(), accelspec::LoadError>(())
    /// ```
    pub fn with_files(&self, files: &[SpecFile]) -> Result<Self, LoadError> {
        Self::given(&self.whole().records, files, Clash::Refuse)
    }

    /// This catalog with the records of more files, where an accelerator, system or claim that it has may be declared again: then each
    /// key, peak rate, link, level and price that the file names takes the place of the old one, and all others stay.
    ///
    /// # Errors
    ///
    /// [`LoadError`] as for [`Catalog::from_files`]; also where a file declares a source that this catalog has, since its figures
    /// stand on that one, and where it declares a name of another product.
    ///
    /// ```
    /// use accelspec::{Catalog, SpecFile};
    ///
    /// let mine = SpecFile::new("mine.toml", r#"
    /// [[source]]
    /// id = "my-measurement"
    /// publisher = "me"
    /// title = "Power of our H100s"
    /// url = "https://example.com/power"
    /// evidence = "independent"
    ///
    /// [[accelerator]]
    /// id = "nvidia-h100-sxm5-80gb"
    /// tdp = { value = "650 W", source = "my-measurement" }
    /// "#);
    /// let catalog = Catalog::builtin().overridden_by(&[mine])?;
    /// let h100 = catalog.find("H100")?;
    /// assert_eq!(h100.tdp()?.to_string(), "650 W");
    /// assert_eq!(h100.transistors()?.to_string(), "80 G");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn overridden_by(&self, files: &[SpecFile]) -> Result<Self, LoadError> {
        Self::given(&self.whole().records, files, Clash::Override)
    }

    /// The accelerator with exactly this id.
    ///
    /// ```
    /// use accelspec::Catalog;
    ///
    /// assert!(Catalog::builtin().get("amd-mi300x").is_some());
    /// assert!(Catalog::builtin().get("MI300X").is_none());
    /// ```
    pub fn get(&self, id: &str) -> Option<&Accelerator> {
        match self.product(id)? {
            Product::Accelerator(accelerator) => Some(accelerator),
            Product::System(_) => None,
        }
    }

    /// The system with exactly this id.
    ///
    /// ```
    /// use accelspec::Catalog;
    ///
    /// assert!(Catalog::builtin().system("nvidia-dgx-h100").is_some());
    /// ```
    pub fn system(&self, id: &str) -> Option<&System> {
        match self.product(id)? {
            Product::System(system) => Some(system),
            Product::Accelerator(_) => None,
        }
    }

    /// The accelerator or system with exactly this id.
    ///
    /// ```
    /// use accelspec::Catalog;
    ///
    /// assert_eq!(Catalog::builtin().product("nvidia-dgx-h100").expect("recorded").units(), 8);
    /// ```
    pub fn product(&self, id: &str) -> Option<Product<'_>> {
        self.slot(id).map(Slot::product).filter(|product| *product.id() == *id)
    }

    /// The source with exactly this id.
    ///
    /// ```
    /// use accelspec::Catalog;
    ///
    /// assert!(Catalog::builtin().source("techpowerup-gpu-db").is_some());
    /// ```
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.whole().records.sources.get(id).map(AsRef::as_ref)
    }

    /// The claim with exactly this id.
    ///
    /// ```
    /// use accelspec::Catalog;
    ///
    /// assert!(Catalog::builtin().claim("no-such-claim").is_none());
    /// ```
    pub fn claim(&self, id: &str) -> Option<&Claim> {
        self.whole().records.claims.get(id).map(AsRef::as_ref)
    }

    /// All accelerators, by id.
    ///
    /// ```
    /// use accelspec::Catalog;
    ///
    /// let ids: Vec<_> = Catalog::builtin().accelerators().map(|accelerator| &accelerator.id).collect();
    /// assert!(ids.is_sorted());
    /// ```
    pub fn accelerators(&self) -> impl Iterator<Item = &Accelerator> {
        self.all_products().records.accelerators.values().map(AsRef::as_ref)
    }

    /// All systems, by id.
    ///
    /// ```
    /// use accelspec::Catalog;
    ///
    /// assert!(Catalog::builtin().systems().all(|system| !system.members.is_empty()));
    /// ```
    pub fn systems(&self) -> impl Iterator<Item = &System> {
        self.all_products().records.systems.values().map(AsRef::as_ref)
    }

    /// The memory technology with this name or id; case, spaces and punctuation do not count.
    ///
    /// ```
    /// use accelspec::Catalog;
    ///
    /// assert_eq!(Catalog::builtin().memory("HBM3E").map(|memory| memory.name.as_str()), Some("HBM3E"));
    /// assert!(Catalog::builtin().memory("HBM9").is_none());
    /// ```
    pub fn memory(&self, name: &str) -> Option<&Memory> {
        let name = normalized(name);
        self.memories().find(|memory| normalized(&memory.name) == name || normalized(memory.id.as_str()) == name)
    }

    /// All memory technologies, by id.
    ///
    /// ```
    /// use accelspec::Catalog;
    ///
    /// assert!(Catalog::builtin().memories().count() >= 5);
    /// ```
    pub fn memories(&self) -> impl Iterator<Item = &Memory> {
        self.all_products().records.memories.values().map(AsRef::as_ref)
    }

    /// All sources, by id.
    ///
    /// ```
    /// use accelspec::Catalog;
    ///
    /// assert!(Catalog::builtin().sources().all(|source| source.url.starts_with("https://")));
    /// ```
    pub fn sources(&self) -> impl Iterator<Item = &Source> {
        self.whole().records.sources.values().map(AsRef::as_ref)
    }

    /// All claims, by id.
    ///
    /// ```
    /// use accelspec::Catalog;
    ///
    /// assert!(Catalog::builtin().claims().count() > 0);
    /// ```
    pub fn claims(&self) -> impl Iterator<Item = &Claim> {
        self.whole().records.claims.values().map(AsRef::as_ref)
    }

    /// All measurements, in the order of their files.
    ///
    /// ```
    /// use accelspec::Catalog;
    ///
    /// assert!(Catalog::builtin().measurements().all(|result| result.citation.source.url.starts_with("https://")));
    /// ```
    pub fn measurements(&self) -> impl Iterator<Item = &Measurement> {
        self.whole().records.measurements.iter().map(AsRef::as_ref)
    }

    /// The reference with exactly this id.
    ///
    /// ```
    /// use accelspec::Catalog;
    ///
    /// assert!(Catalog::builtin().reference("no-such-country").is_none());
    /// ```
    pub fn reference(&self, id: &str) -> Option<&Reference> {
        self.whole().records.references.get(id).map(AsRef::as_ref)
    }

    /// All references, by id.
    ///
    /// ```
    /// use accelspec::Catalog;
    ///
    /// assert!(Catalog::builtin().references().any(|reference| reference.energy.is_some()));
    /// ```
    pub fn references(&self) -> impl Iterator<Item = &Reference> {
        self.whole().records.references.values().map(AsRef::as_ref)
    }

    fn given(base: &Records, files: &[SpecFile], clash: Clash) -> Result<Self, LoadError> {
        let loaded = load(base, files, clash, Wanted::All)?;
        Ok(Self { contents: Contents::Given(Box::new(loaded.into())) })
    }

    /// The product with a name.
    fn slot(&self, name: &str) -> Option<&Slot> {
        match &self.contents {
            Contents::Builtin(builtin) => builtin.slot(name),
            Contents::Given(loaded) => loaded.names.get(&normalized(name)),
        }
    }

    /// With all products; claims, measurements and references may be missing.
    fn all_products(&self) -> &Loaded {
        match &self.contents {
            Contents::Builtin(builtin) => builtin.all_products(),
            Contents::Given(loaded) => loaded,
        }
    }

    /// With all records.
    fn whole(&self) -> &Loaded {
        match &self.contents {
            Contents::Builtin(builtin) => builtin.whole(),
            Contents::Given(loaded) => loaded,
        }
    }
}

/// Two catalogs are equal when their records are.
impl PartialEq for Catalog {
    fn eq(&self, other: &Self) -> bool {
        self.whole().records == other.whole().records
    }
}
