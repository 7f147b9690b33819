//! Fleets: any number of one product, and what they need, hold and cost together.

mod break_even;
mod exchange_rate;

pub use break_even::{BreakEven, break_even};
pub use exchange_rate::ExchangeRate;

use crate::dimension::{Energy, Information, Money, OperationRate, Power, Share};
use crate::{CompareError, Currency, Metric, PeakKey, Product, Quantity, Ratio, Reading, Side};

/// A number of one accelerator or system.
///
/// ```
/// use accelspec::{Catalog, Fleet};
///
/// let fleet = Fleet::of(Catalog::builtin().find("H100")?, 2_000_000)?;
/// assert_eq!(fleet.power()?.to_string(), "1.4 GW");
/// assert_eq!(fleet.energy_per_year("100 %".parse()?)?.watt_hours(), "12.26 TWh");
/// assert_eq!(fleet.energy_per_year("61 %".parse()?)?.watt_hours(), "7.481 TWh");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Fleet<'a> {
    product: Product<'a>,
    count: u64,
    /// How many times the power of the chips the fleet draws.
    overhead: Ratio,
}

/// A year of 365 days, in seconds.
const YEAR: f64 = 365.0 * 86_400.0;

impl<'a> Fleet<'a> {
    /// So many of a product: its chips alone, as long as no overhead is stated.
    ///
    /// # Errors
    ///
    /// [`FleetError::Empty`] when the count is zero: an amount of nothing is none, and has no ratio to anything.
    ///
    /// ```
    /// use accelspec::{Catalog, Fleet};
    ///
    /// let mi300x = Catalog::builtin().find("MI300X")?;
    /// assert_eq!(Fleet::of(mi300x, 8)?.count(), 8);
    /// assert_eq!(Fleet::of(mi300x, 0).unwrap_err().to_string(), "a fleet of no AMD Instinct MI300X; ask for at least one");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn of(product: impl Into<Product<'a>>, count: u64) -> Result<Self, FleetError> {
        let product = product.into();
        if count == 0 {
            return Err(FleetError::Empty { product: product.name().to_owned() });
        }
        Ok(Self { product, count, overhead: Ratio::ONE })
    }

    /// The same fleet with more power for each watt of the chips: hosts and network, or the power usage effectiveness (PUE) of the building.
    /// Several overheads multiply.
    ///
    /// ```
    /// use accelspec::{Catalog, Fleet, Ratio};
    ///
    /// let chips = Fleet::of(Catalog::builtin().find("H100")?, 1000)?;
    /// let building = chips.with_overhead(Ratio::new(1.5)?).with_overhead(Ratio::new(1.2)?);
    /// assert_eq!(chips.power()?.to_string(), "700 kW");
    /// assert_eq!(format!("{:.0}", building.power()?), "1 MW");
    /// assert_eq!(format!("{:.2}", building.power()?), "1.26 MW");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn with_overhead(self, factor: Ratio) -> Self {
        Self { overhead: self.overhead * factor, ..self }
    }

    /// What it is a fleet of.
    ///
    /// ```
    /// use accelspec::{Catalog, Fleet};
    ///
    /// assert_eq!(Fleet::of(Catalog::builtin().find("H100")?, 8)?.product().vendor(), "NVIDIA");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub const fn product(&self) -> Product<'a> {
        self.product
    }

    /// How many.
    ///
    /// ```
    /// use accelspec::{Catalog, Fleet};
    ///
    /// assert_eq!(Fleet::of(Catalog::builtin().find_system("DGX H100")?, 32)?.count(), 32);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub const fn count(&self) -> u64 {
        self.count
    }

    /// The power that all draw at full load: the thermal design power, or of a system that publishes none the most it draws, with the
    /// overhead stated.
    ///
    /// # Errors
    ///
    /// [`CompareError::Absent`] when neither is recorded.
    ///
    /// ```
    /// use accelspec::{Catalog, Fleet};
    ///
    /// let catalog = Catalog::builtin();
    /// assert_eq!(Fleet::of(catalog.find("MI300X")?, 8)?.power()?.to_string(), "6 kW");
    /// assert!(Fleet::of(catalog.find("Mach-1")?, 8)?.power().is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn power(&self) -> Result<Quantity<Power>, CompareError> {
        let power = self.each(Metric::Tdp).or_else(|error| self.each(Metric::MaxPower).map_err(|_| error))?;
        Ok(Quantity::derived(power.base() * self.times() * self.overhead.get()))
    }

    /// The energy of a year of 365 days, at a share of the full load.
    ///
    /// # Errors
    ///
    /// As for [`Fleet::power`].
    ///
    /// ```
    /// use accelspec::{Catalog, Fleet};
    ///
    /// let one = Fleet::of(Catalog::builtin().find("H100")?, 1)?;
    /// assert_eq!(one.energy_per_year("61 %".parse()?)?.watt_hours(), "3.741 MWh");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn energy_per_year(&self, utilization: Quantity<Share>) -> Result<Quantity<Energy>, CompareError> {
        Ok(Quantity::derived(self.power()?.base() * YEAR * utilization.base()))
    }

    /// The share of the full load at which a year takes so much energy. Above 100 % the fleet cannot use as much.
    ///
    /// # Errors
    ///
    /// As for [`Fleet::power`].
    ///
    /// ```
    /// use accelspec::{Catalog, Fleet};
    ///
    /// let fleet = Fleet::of(Catalog::builtin().find("H100")?, 2_000_000)?;
    /// assert_eq!(format!("{:.1}", fleet.utilization_for("10.992 TWh".parse()?)?), "89.6 %");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn utilization_for(&self, energy: Quantity<Energy>) -> Result<Quantity<Share>, CompareError> {
        Ok(Quantity::derived(energy.base() / (self.power()?.base() * YEAR)))
    }

    /// The main memory of all.
    ///
    /// # Errors
    ///
    /// [`CompareError::Absent`] when the capacity of one is not recorded.
    ///
    /// ```
    /// use accelspec::{Catalog, Fleet};
    ///
    /// assert_eq!(Fleet::of(Catalog::builtin().find("MI300X")?, 8)?.memory()?.to_string(), "1.536 TB");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn memory(&self) -> Result<Quantity<Information>, CompareError> {
        self.total(Metric::MemoryCapacity).map(Quantity::derived)
    }

    /// The peak rate of all, under a key.
    ///
    /// # Errors
    ///
    /// [`CompareError::Absent`] when that of one is not recorded, [`CompareError::Unlike`] when it is recorded under other keys only.
    ///
    /// ```
    /// use accelspec::{Catalog, Fleet};
    ///
    /// let fleet = Fleet::of(Catalog::builtin().find("H100")?, 10_000)?;
    /// assert_eq!(fleet.peak("bf16".parse()?)?.to_string(), "9.894 EOP/s");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn peak(&self, key: PeakKey) -> Result<Quantity<OperationRate>, CompareError> {
        self.total(Metric::Peak(key)).map(Quantity::derived)
    }

    /// The price of all, in a currency that one has a price in.
    ///
    /// # Errors
    ///
    /// [`CompareError::Absent`] when no price is recorded, [`CompareError::Unlike`] when there is one in other currencies only.
    ///
    /// ```
    /// use accelspec::{Catalog, Currency, Fleet};
    ///
    /// let fleet = Fleet::of(Catalog::builtin().find("H100")?, 1000)?;
    /// assert_eq!(fleet.price(Currency::Krw)?.to_string(), "60 G KRW");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn price(&self, currency: Currency) -> Result<Quantity<Money>, CompareError> {
        self.total(Metric::Price(currency)).map(|amount| Quantity::in_currency(amount, currency))
    }

    /// The fewest of another product that reach this fleet by a metric that adds up: memory, bandwidth, a peak rate, transistors.
    ///
    /// # Errors
    ///
    /// [`FleetError::NotAdditive`] when the metric does not add up, and [`FleetError::Compare`] when either has no such figure.
    ///
    /// ```
    /// use accelspec::{Catalog, Fleet, Metric};
    ///
    /// let catalog = Catalog::builtin();
    /// let h100s = Fleet::of(catalog.find("H100")?, 8000)?;
    /// let b200s = h100s.matched_by(catalog.find("B200")?, "peak fp8".parse()?)?;
    /// assert_eq!(b200s.count(), 3519);
    /// assert!(h100s.matched_by(catalog.find("B200")?, Metric::Tdp).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn matched_by<'b>(&self, product: impl Into<Product<'b>>, metric: Metric) -> Result<Fleet<'b>, FleetError> {
        if !metric.is_additive() {
            return Err(FleetError::NotAdditive { metric });
        }
        let one = Fleet::of(product, 1)?;
        let times = self.total(metric)? / one.total(metric)?;
        // A quotient of printed decimals is exact but for the last bits; what is a whole number but for them is one.
        let whole = times.round();
        let count = if (times - whole).abs() <= times * 1e-12 { whole } else { times.ceil() };
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        // above zero, and saturating where it is beyond all fleets
        Ok(Fleet { count: count as u64, ..one })
    }

    fn total(&self, metric: Metric) -> Result<f64, CompareError> {
        Ok(self.each(metric)?.base() * self.times())
    }

    fn each(&self, metric: Metric) -> Result<Reading<'a>, CompareError> {
        metric.read(self.product).map_err(|gap| CompareError::of(Side::Subject, self.product, metric, &gap))
    }

    #[allow(clippy::cast_precision_loss)] // no fleet has 2^53 members
    fn times(&self) -> f64 {
        self.count as f64
    }
}

/// Why there is no fleet, or none that matches another.
///
/// ```
/// use accelspec::{Catalog, Fleet, Metric};
///
/// let catalog = Catalog::builtin();
/// let fleet = Fleet::of(catalog.find("H100")?, 8)?;
/// let error = fleet.matched_by(catalog.find("B200")?, Metric::TransistorDensity).unwrap_err();
/// assert_eq!(error.to_string(), "transistor-density does not add up over a fleet; ask for memory-capacity, memory-bandwidth, transistors or a peak");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FleetError {
    /// There is none.
    #[error("a fleet of no {product}; ask for at least one")]
    Empty {
        /// What there is none of.
        product: String,
    },
    /// Two have no more of it than one.
    #[error("{metric} does not add up over a fleet; ask for memory-capacity, memory-bandwidth, transistors or a peak")]
    NotAdditive {
        /// What was asked for.
        metric: Metric,
    },
    /// A figure is missing.
    #[error(transparent)]
    Compare(#[from] CompareError),
}
