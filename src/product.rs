//! Products: what a name can lead to.

use std::fmt;

use crate::{Accelerator, Figures, Id, System};

/// An accelerator or a system. The two are levels: a figure of one level is never compared with one of the other.
///
/// ```
/// use accelspec::{Catalog, Product};
///
/// let catalog = Catalog::builtin();
/// let product = catalog.find_product("GB200 NVL72")?;
/// assert_eq!(product.name(), "NVIDIA GB200 NVL72");
/// assert!(matches!(product, Product::System(_)));
/// # Ok::<(), accelspec::LookupError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Product<'a> {
    /// What is sold as one device.
    Accelerator(&'a Accelerator),
    /// Several accelerators sold as one.
    System(&'a System),
}

impl<'a> Product<'a> {
    /// The id.
    ///
    /// ```
    /// assert_eq!(accelspec::Catalog::builtin().find_product("MI300X")?.id(), &"amd-mi300x");
    /// # Ok::<(), accelspec::LookupError>(())
    /// ```
    pub fn id(self) -> &'a Id {
        match self {
            Self::Accelerator(record) => &record.id,
            Self::System(record) => &record.id,
        }
    }

    /// The full name.
    ///
    /// ```
    /// assert_eq!(accelspec::Catalog::builtin().find_product("DGX H100")?.name(), "NVIDIA DGX H100");
    /// # Ok::<(), accelspec::LookupError>(())
    /// ```
    pub fn name(self) -> &'a str {
        match self {
            Self::Accelerator(record) => &record.name,
            Self::System(record) => &record.name,
        }
    }

    /// The vendor.
    ///
    /// ```
    /// assert_eq!(accelspec::Catalog::builtin().find_product("MI300X")?.vendor(), "AMD");
    /// # Ok::<(), accelspec::LookupError>(())
    /// ```
    pub fn vendor(self) -> &'a str {
        match self {
            Self::Accelerator(record) => &record.vendor,
            Self::System(record) => &record.vendor,
        }
    }

    /// The other names that people use.
    ///
    /// ```
    /// let product = accelspec::Catalog::builtin().find_product("H100")?;
    /// assert!(product.aliases().iter().any(|alias| alias == "H100"));
    /// # Ok::<(), accelspec::LookupError>(())
    /// ```
    pub fn aliases(self) -> &'a [String] {
        match self {
            Self::Accelerator(record) => &record.aliases,
            Self::System(record) => &record.aliases,
        }
    }

    /// How many accelerators it is counted as; a superchip counts as those on it.
    ///
    /// ```
    /// assert_eq!(accelspec::Catalog::builtin().find_product("GB200 NVL72")?.units(), 72);
    /// # Ok::<(), accelspec::LookupError>(())
    /// ```
    pub fn units(self) -> u64 {
        match self {
            Self::Accelerator(record) => record.units(),
            Self::System(record) => record.units(),
        }
    }

    /// What claims and benchmarks count of it: itself, or the accelerators on it, by id.
    pub(crate) fn counted(self) -> Vec<&'a Id> {
        match self {
            Self::Accelerator(record) if record.parts.is_empty() => vec![&record.id],
            Self::Accelerator(record) => record.parts.iter().map(|part| &part.accelerator).collect(),
            Self::System(record) => {
                let members = record.members.iter().map(|member| Self::Accelerator(&member.accelerator));
                members.flat_map(Self::counted).collect()
            }
        }
    }

    /// The figures: of the device, or the published totals of the system.
    ///
    /// ```
    /// let product = accelspec::Catalog::builtin().find_product("H100")?;
    /// assert!(product.figures().tdp.is_some());
    /// # Ok::<(), accelspec::LookupError>(())
    /// ```
    pub fn figures(self) -> &'a Figures {
        match self {
            Self::Accelerator(record) => &record.figures,
            Self::System(record) => &record.figures,
        }
    }
}

impl fmt::Display for Product<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl<'a> From<&'a Accelerator> for Product<'a> {
    fn from(record: &'a Accelerator) -> Self {
        Self::Accelerator(record)
    }
}

impl<'a> From<&'a System> for Product<'a> {
    fn from(record: &'a System) -> Self {
        Self::System(record)
    }
}
