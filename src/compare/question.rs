//! One function for each question that people ask of two products.

use super::{CompareError, Compared, compare};
use crate::{Currency, Direction, LinkRole, Metric, PeakKey, Product};

fn by<'a>(
    metric: Metric,
    subject: impl Into<Product<'a>>,
    baseline: impl Into<Product<'a>>,
) -> Result<Compared<'a>, CompareError> {
    compare(subject, baseline)?.by(metric)
}

/// How many times the transistors?
///
/// # Errors
///
/// [`CompareError`] when the levels differ, or a side has no such figure.
///
/// ```
/// use accelspec::{Catalog, transistor_count};
///
/// let catalog = Catalog::builtin();
/// assert_eq!(transistor_count(catalog.find("B100")?, catalog.find("H100")?)?.ratio.to_string(), "2.60");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn transistor_count<'a>(
    subject: impl Into<Product<'a>>,
    baseline: impl Into<Product<'a>>,
) -> Result<Compared<'a>, CompareError> {
    by(Metric::Transistors, subject, baseline)
}

/// How many times the area of logic dies?
///
/// # Errors
///
/// [`CompareError`] when the levels differ, or a side has no such figure.
///
/// ```
/// use accelspec::{Catalog, die_area};
///
/// let catalog = Catalog::builtin();
/// assert_eq!(die_area(catalog.find("H100")?, catalog.find("A100")?)?.ratio.to_string(), "0.99");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn die_area<'a>(
    subject: impl Into<Product<'a>>,
    baseline: impl Into<Product<'a>>,
) -> Result<Compared<'a>, CompareError> {
    by(Metric::DieArea, subject, baseline)
}

/// How many times the transistors on the same area?
///
/// # Errors
///
/// [`CompareError`] when the levels differ, or a side has no such figure.
///
/// ```
/// use accelspec::{Catalog, transistor_density};
///
/// let catalog = Catalog::builtin();
/// assert_eq!(transistor_density(catalog.find("H100")?, catalog.find("A100")?)?.ratio.to_string(), "1.50");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn transistor_density<'a>(
    subject: impl Into<Product<'a>>,
    baseline: impl Into<Product<'a>>,
) -> Result<Compared<'a>, CompareError> {
    by(Metric::TransistorDensity, subject, baseline)
}

/// How many times the thermal design power?
///
/// # Errors
///
/// [`CompareError`] when the levels differ, or a side has no such figure.
///
/// ```
/// use accelspec::{Catalog, power_draw};
///
/// let catalog = Catalog::builtin();
/// assert_eq!(power_draw(catalog.find("MI300X")?, catalog.find("H100")?)?.ratio.to_string(), "1.07");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn power_draw<'a>(
    subject: impl Into<Product<'a>>,
    baseline: impl Into<Product<'a>>,
) -> Result<Compared<'a>, CompareError> {
    by(Metric::Tdp, subject, baseline)
}

/// How many times the memory?
///
/// # Errors
///
/// [`CompareError`] when the levels differ, or a side has no such figure.
///
/// ```
/// use accelspec::{Catalog, memory_capacity};
///
/// let catalog = Catalog::builtin();
/// assert_eq!(memory_capacity(catalog.find("MI300X")?, catalog.find("H100")?)?.ratio.to_string(), "2.40");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn memory_capacity<'a>(
    subject: impl Into<Product<'a>>,
    baseline: impl Into<Product<'a>>,
) -> Result<Compared<'a>, CompareError> {
    by(Metric::MemoryCapacity, subject, baseline)
}

/// How many times the memory bandwidth?
///
/// # Errors
///
/// [`CompareError`] when the levels differ, or a side has no such figure.
///
/// ```
/// use accelspec::{Catalog, memory_bandwidth};
///
/// let catalog = Catalog::builtin();
/// assert_eq!(memory_bandwidth(catalog.find("MI300X")?, catalog.find("H100")?)?.ratio.to_string(), "1.58");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn memory_bandwidth<'a>(
    subject: impl Into<Product<'a>>,
    baseline: impl Into<Product<'a>>,
) -> Result<Compared<'a>, CompareError> {
    by(Metric::MemoryBandwidth, subject, baseline)
}

/// How many times the peak rate, both at one precision, engine and sparsity?
///
/// # Errors
///
/// [`CompareError`] when the levels differ, or a side has no such figure.
///
/// ```
/// use accelspec::{Catalog, peak_rate};
///
/// let catalog = Catalog::builtin();
/// assert_eq!(peak_rate(catalog.find("MI300X")?, catalog.find("H100")?, "bf16".parse()?)?.ratio.to_string(), "1.32");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn peak_rate<'a>(
    subject: impl Into<Product<'a>>,
    baseline: impl Into<Product<'a>>,
    key: PeakKey,
) -> Result<Compared<'a>, CompareError> {
    by(Metric::Peak(key), subject, baseline)
}

/// How many times the bandwidth of the links with a role, both in one direction?
///
/// # Errors
///
/// [`CompareError`] when the levels differ, or a side has no such figure.
///
/// ```
/// use accelspec::{Catalog, Direction, LinkRole, interconnect_bandwidth};
///
/// let catalog = Catalog::builtin();
/// assert_eq!(interconnect_bandwidth(catalog.find("H100")?, catalog.find("A100")?, LinkRole::ScaleUp, Direction::Bidirectional)?.ratio.to_string(), "1.50");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn interconnect_bandwidth<'a>(
    subject: impl Into<Product<'a>>,
    baseline: impl Into<Product<'a>>,
    role: LinkRole,
    direction: Direction,
) -> Result<Compared<'a>, CompareError> {
    by(Metric::InterconnectBandwidth(role, direction), subject, baseline)
}

/// How many times the price, both in one currency?
///
/// # Errors
///
/// [`CompareError`] when the levels differ, or a side has no such figure.
///
/// ```
/// use accelspec::{Catalog, Currency, price};
///
/// let catalog = Catalog::builtin();
/// assert_eq!(price(catalog.find("B200")?, catalog.find("H100")?, Currency::Usd)?.ratio.to_string(), "1.33");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn price<'a>(
    subject: impl Into<Product<'a>>,
    baseline: impl Into<Product<'a>>,
    currency: Currency,
) -> Result<Compared<'a>, CompareError> {
    by(Metric::Price(currency), subject, baseline)
}

/// How many times the peak rate for each watt of design power?
///
/// # Errors
///
/// [`CompareError`] when the levels differ, or a side has no such figure.
///
/// ```
/// use accelspec::{Catalog, peak_per_watt};
///
/// let catalog = Catalog::builtin();
/// assert_eq!(peak_per_watt(catalog.find("MI300X")?, catalog.find("H100")?, "bf16".parse()?)?.ratio.to_string(), "1.23");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn peak_per_watt<'a>(
    subject: impl Into<Product<'a>>,
    baseline: impl Into<Product<'a>>,
    key: PeakKey,
) -> Result<Compared<'a>, CompareError> {
    by(Metric::PeakPerWatt(key), subject, baseline)
}

/// How many times the bytes of memory traffic for each operation?
///
/// # Errors
///
/// [`CompareError`] when the levels differ, or a side has no such figure.
///
/// ```
/// use accelspec::{Catalog, bytes_per_operation};
///
/// let catalog = Catalog::builtin();
/// assert_eq!(bytes_per_operation(catalog.find("MI300X")?, catalog.find("H100")?, "bf16".parse()?)?.ratio.to_string(), "1.20");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn bytes_per_operation<'a>(
    subject: impl Into<Product<'a>>,
    baseline: impl Into<Product<'a>>,
    key: PeakKey,
) -> Result<Compared<'a>, CompareError> {
    by(Metric::BytesPerOperation(key), subject, baseline)
}

/// How many times the memory bandwidth for each watt of design power?
///
/// # Errors
///
/// [`CompareError`] when the levels differ, or a side has no such figure.
///
/// ```
/// use accelspec::{Catalog, bandwidth_per_watt};
///
/// let catalog = Catalog::builtin();
/// assert_eq!(bandwidth_per_watt(catalog.find("MI300X")?, catalog.find("H100")?)?.ratio.to_string(), "1.48");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn bandwidth_per_watt<'a>(
    subject: impl Into<Product<'a>>,
    baseline: impl Into<Product<'a>>,
) -> Result<Compared<'a>, CompareError> {
    by(Metric::BandwidthPerWatt, subject, baseline)
}
