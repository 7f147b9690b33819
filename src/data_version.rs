//! The version of the built-in data.

use crate::Date;

/// The day that the built-in spec files last changed on: figures, claims, measurements, or what is said of them.
///
/// Data changes in any release, also in one that leaves the code as it was. Who publishes a number from the catalog can say by this which
/// data it is from.
///
/// ```
/// use accelspec::{Catalog, DATA_VERSION};
///
/// assert!(!DATA_VERSION.is_before("2026-11-22".parse()?));
/// let h100 = Catalog::builtin().find("H100")?;
/// println!("{}: {} (accelspec data of {DATA_VERSION})", h100.name, h100.tdp()?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub const DATA_VERSION: Date = Date::of_day(2026, 11, 22);
