//! Reference amounts: what a fleet can be set against.

use crate::dimension::{Count, Energy, Money, Share};
use crate::{Figure, Id, Quantity};

/// An amount that people set accelerators against: the electricity that a country uses, the fleet that a comparison counted, the price
/// of the software that runs on one.
///
/// ```
/// use accelspec::Catalog;
///
/// let lithuania = Catalog::builtin().reference("lithuania-electricity-2023").expect("recorded");
/// let used = lithuania.energy.as_ref().and_then(|figure| figure.get().ok()).expect("recorded");
/// assert_eq!(used.watt_hours(), "10.99 TWh");
/// ```
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
#[serde(rename_all = "kebab-case")]
pub struct Reference {
    /// Unique in the catalog.
    pub id: Id,
    /// What it is, and of when.
    pub name: String,
    /// An amount of energy; of one year, unless the name says otherwise.
    pub energy: Option<Figure<Quantity<Energy>>>,
    /// A number of accelerators.
    pub accelerators: Option<Figure<Quantity<Count>>>,
    /// The share of the full load at which they are taken to run.
    pub utilization: Option<Figure<Quantity<Share>>>,
    /// An amount of money.
    pub budget: Option<Figure<Quantity<Money>>>,
    /// Price of software for one accelerator and year.
    pub price_per_year: Option<Figure<Quantity<Money>>>,
    /// Price of software for one accelerator and hour.
    pub price_per_hour: Option<Figure<Quantity<Money>>>,
}
