//! Memory technologies: what accelerators are built from.

use crate::dimension::{Bandwidth, Information};
use crate::vocabulary::spoken;
use crate::{Figure, Id, Quantity, Vocabulary};

/// A memory technology, with the figures of one stack or package of it: the level below the accelerator.
///
/// ```
/// use accelspec::{Catalog, MemoryUnit};
///
/// let hbm3 = Catalog::builtin().memory("hbm3").expect("recorded");
/// assert_eq!(hbm3.per, MemoryUnit::Stack);
/// let bandwidth = hbm3.bandwidth.as_ref().and_then(|figure| figure.get().ok()).expect("recorded");
/// assert_eq!(bandwidth.to_string(), "819 GB/s");
/// ```
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
#[serde(rename_all = "kebab-case")]
pub struct Memory {
    /// Unique in the catalog.
    pub id: Id,
    /// Its name in its standard.
    pub name: String,
    /// What the figures are of.
    pub per: MemoryUnit,
    /// The most that one holds.
    pub capacity: Option<Figure<Quantity<Information>>>,
    /// Bandwidth of one.
    pub bandwidth: Option<Figure<Quantity<Bandwidth>>>,
    /// Width of the interface of one; one bit is an eighth of a byte.
    pub bus_width: Option<Figure<Quantity<Information>>>,
    /// Bits that each data line carries in a second.
    pub data_rate: Option<Figure<Quantity<Bandwidth>>>,
}

/// What the figures of a memory technology are of.
///
/// ```
/// use accelspec::MemoryUnit;
///
/// assert_eq!("stack".parse::<MemoryUnit>()?, MemoryUnit::Stack);
/// # Ok::<(), accelspec::UnknownWord>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MemoryUnit {
    /// Dies on top of each other, beside the logic: HBM.
    Stack,
    /// A component of its own on the board: GDDR, LPDDR.
    Package,
}

impl Vocabulary for MemoryUnit {
    const MEANING: &'static str = "unit of memory";
    const WORDS: &'static [(Self, &'static str)] = &[(Self::Stack, "stack"), (Self::Package, "package")];
}

spoken!(MemoryUnit);
