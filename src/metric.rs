//! Metrics: everything comparable, each defined once, with its id, its unit, which way is better, and how it is read from a product.

mod reading;

use std::fmt;
use std::str::FromStr;

pub use reading::{Gap, Input, Reading, Unstated};

use crate::dimension::{
    Area, Bandwidth, BytesPerJoule, BytesPerOperation, Count, Density, Dimension, Information, OperationRate,
    OperationsPerJoule, Power,
};
use crate::excerpt::Excerpt;
use crate::{
    Absence, Currency, Direction, Figures, LinkRole, PeakKey, Precision, Product, Quantity, System, UnknownWord,
    Vocabulary,
};

/// Anything that two products can be compared by: a figure, or what is derived from figures.
///
/// ```
/// use accelspec::{Catalog, Metric, PeakKey, Precision};
///
/// let h100 = Catalog::builtin().find("H100")?;
/// let rate = Metric::Peak(PeakKey::dense_matrix(Precision::Bf16)).read(h100)?;
/// assert_eq!(rate.to_string(), "989.4 TFLOP/s");
/// let per_watt: Metric = "peak-per-watt bf16".parse()?;
/// assert_eq!(per_watt.read(h100)?.to_string(), "1.413 TFLOP/s/W");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Metric {
    /// Transistors of all logic dies.
    Transistors,
    /// Area of all logic dies.
    DieArea,
    /// Transistors over die area.
    TransistorDensity,
    /// Thermal design power.
    Tdp,
    /// The most it draws, where that is stated apart from the design power.
    MaxPower,
    /// Capacity of the main memory.
    MemoryCapacity,
    /// Bandwidth of the main memory.
    MemoryBandwidth,
    /// Peak operation rate at a precision, on an engine, with a sparsity.
    Peak(PeakKey),
    /// Bandwidth of the first link with a role, in a direction.
    InterconnectBandwidth(LinkRole, Direction),
    /// Price in a currency.
    Price(Currency),
    /// Peak operation rate over thermal design power: operations per joule at best.
    PeakPerWatt(PeakKey),
    /// Memory bandwidth over peak operation rate: bytes that can be moved for each operation. The inverse of the ridge point of a
    /// roofline (Williams, Waterman, Patterson 2009, <https://doi.org/10.1145/1498765.1498785>).
    BytesPerOperation(PeakKey),
    /// Memory bandwidth over thermal design power.
    BandwidthPerWatt,
}

/// What stands written once about a metric.
struct Definition {
    id: &'static str,
    label: &'static str,
    better: Better,
    /// Whether the value of a system is the sum of its members' values.
    additive: bool,
    show: fn(f64) -> String,
}

impl Metric {
    fn definition(self) -> Definition {
        let define = |id, label, better, additive, show| Definition { id, label, better, additive, show };
        match self {
            Self::Transistors => define("transistors", "transistors", Better::Higher, true, show::<Count>),
            Self::DieArea => define("die-area", "die area", Better::Lower, true, show::<Area>),
            Self::TransistorDensity => {
                define("transistor-density", "transistor density", Better::Higher, false, show::<Density>)
            }
            Self::Tdp => define("tdp", "TDP", Better::Lower, false, show::<Power>),
            Self::MaxPower => define("max-power", "maximum power", Better::Lower, false, show::<Power>),
            Self::MemoryCapacity => define("memory-capacity", "memory", Better::Higher, true, show::<Information>),
            Self::MemoryBandwidth => {
                define("memory-bandwidth", "memory bandwidth", Better::Higher, true, show::<Bandwidth>)
            }
            Self::Peak(_) => define("peak", "peak", Better::Higher, true, show::<OperationRate>),
            Self::InterconnectBandwidth(..) => {
                define("interconnect-bandwidth", "link", Better::Higher, false, show::<Bandwidth>)
            }
            Self::Price(_) => define("price", "price", Better::Lower, false, show::<Count>),
            Self::PeakPerWatt(_) => {
                define("peak-per-watt", "peak per watt", Better::Higher, false, show::<OperationsPerJoule>)
            }
            Self::BytesPerOperation(_) => {
                define("bytes-per-operation", "bytes per operation", Better::Higher, false, show::<BytesPerOperation>)
            }
            Self::BandwidthPerWatt => {
                define("bandwidth-per-watt", "bandwidth per watt", Better::Higher, false, show::<BytesPerJoule>)
            }
        }
    }

    /// Reads the metric from the figures of a product.
    fn read_figures(self, figures: &Figures) -> Result<Reading<'_>, Gap<'_>> {
        let tdp = || Input::of("tdp", figures.tdp.as_ref());
        let bandwidth = || Input::of("memory-bandwidth", figures.memory_bandwidth.as_ref());
        match self {
            Self::Transistors => Reading::one(self, Input::of("transistors", figures.transistors.as_ref())),
            Self::DieArea => Reading::one(self, Input::of("die-area", figures.die_area.as_ref())),
            Self::TransistorDensity => Reading::quotient(
                self,
                Input::of("transistors", figures.transistors.as_ref()),
                Input::of("die-area", figures.die_area.as_ref()),
            ),
            Self::Tdp => Reading::one(self, tdp()),
            Self::MaxPower => Reading::one(self, Input::of("max-power", figures.max_power.as_ref())),
            Self::MemoryCapacity => Reading::one(self, Input::of("memory-capacity", figures.memory_capacity.as_ref())),
            Self::MemoryBandwidth => Reading::one(self, bandwidth()),
            Self::Peak(key) => Reading::one(self, Input::peak(&figures.peaks, key)),
            Self::InterconnectBandwidth(role, direction) => {
                Reading::one(self, Input::link(&figures.links, role, direction))
            }
            Self::Price(currency) => Reading::one(self, Input::price(&figures.prices, currency)),
            Self::PeakPerWatt(key) => Reading::quotient(self, Input::peak(&figures.peaks, key), tdp()),
            Self::BytesPerOperation(key) => Reading::quotient(self, bandwidth(), Input::peak(&figures.peaks, key)),
            Self::BandwidthPerWatt => Reading::quotient(self, bandwidth(), tdp()),
        }
    }

    /// The id: what a spec file, an export or a command line calls it, without the qualifiers.
    ///
    /// ```
    /// assert_eq!(accelspec::Metric::MemoryCapacity.id(), "memory-capacity");
    /// ```
    pub fn id(self) -> &'static str {
        self.definition().id
    }

    /// Whether more of it is better.
    ///
    /// ```
    /// use accelspec::{Better, Metric};
    ///
    /// assert_eq!(Metric::Tdp.better(), Better::Lower);
    /// assert_eq!(Metric::MemoryBandwidth.better(), Better::Higher);
    /// ```
    pub fn better(self) -> Better {
        self.definition().better
    }

    /// Whether two of a thing have twice as much of it.
    ///
    /// ```
    /// use accelspec::Metric;
    ///
    /// assert!(Metric::MemoryCapacity.is_additive());
    /// assert!(!Metric::TransistorDensity.is_additive());
    /// ```
    pub fn is_additive(self) -> bool {
        self.definition().additive
    }

    /// The name that a table prints, with the qualifiers.
    ///
    /// ```
    /// use accelspec::{Metric, PeakKey, Precision};
    ///
    /// assert_eq!(Metric::Tdp.label(), "TDP");
    /// assert_eq!(Metric::Peak(PeakKey::dense_matrix(Precision::Fp8)).label(), "fp8 matrix dense");
    /// ```
    pub fn label(self) -> String {
        let label = self.definition().label;
        match self {
            Self::Peak(PeakKey { precision: Precision::Unstated, engine, sparsity, .. }) => {
                format!("unstated precision, {engine} {sparsity}")
            }
            Self::Peak(key) => key.to_string(),
            Self::PeakPerWatt(key) | Self::BytesPerOperation(key) => format!("{label}, {}", key.precision),
            Self::InterconnectBandwidth(role, direction) => {
                let ways = match direction {
                    Direction::Bidirectional => "both ways",
                    Direction::PerDirection => "one way",
                    Direction::Unstated => "direction unstated",
                };
                format!("{role} {label}, {ways}")
            }
            Self::Price(currency) => format!("{label}, {currency}"),
            _ => label.to_owned(),
        }
    }

    /// Shows a number of base units of this metric in a fitting unit, rounded to four digits.
    ///
    /// ```
    /// use accelspec::Metric;
    ///
    /// assert_eq!(Metric::MemoryBandwidth.show(5.3e12), "5.3 TB/s");
    /// ```
    pub fn show(self, base: f64) -> String {
        let shown = (self.definition().show)(base);
        match self {
            Self::Peak(key) | Self::PeakPerWatt(key) | Self::BytesPerOperation(key)
                if key.precision.is_floating_point() =>
            {
                shown.replace("OP", "FLOP")
            }
            Self::Price(currency) => format!("{shown} {currency}"),
            _ => shown,
        }
    }

    /// Reads the metric from a product: from its own figures, or, where a system publishes no total and the metric adds up, from its
    /// members. A published total that leaves a qualifier open gives way to members that do not.
    ///
    /// # Errors
    ///
    /// [`Gap`] when a figure it rests on is not recorded, undisclosed, not applicable, or recorded only under other qualifiers.
    ///
    /// ```
    /// use accelspec::{Catalog, Metric};
    ///
    /// let catalog = Catalog::builtin();
    /// assert_eq!(Metric::TransistorDensity.read(catalog.find("H100")?)?.to_string(), "98.28 M/mm²");
    ///
    /// let dgx = catalog.find_system("DGX H100")?;
    /// let transistors = Metric::Transistors.read(dgx)?;
    /// assert!(transistors.is_derived_from_members());
    /// assert_eq!(transistors.to_string(), "640 G");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn read<'a>(self, product: impl Into<Product<'a>>) -> Result<Reading<'a>, Gap<'a>> {
        match product.into() {
            Product::Accelerator(accelerator) => self.read_figures(&accelerator.figures),
            Product::System(system) => self.read_system(system),
        }
    }

    fn read_system(self, system: &System) -> Result<Reading<'_>, Gap<'_>> {
        let own = self.read_figures(&system.figures);
        let settled =
            own.as_ref().map_or_else(|gap| gap.absence != Absence::NotRecorded, |reading| !reading.is_vague());
        if settled || !self.definition().additive {
            return own;
        }
        match Reading::total(self, system) {
            Ok(total) if own.is_err() || !total.is_vague() => Ok(total),
            _ => own,
        }
    }

    /// Reads the metric from one member of a system.
    fn read_member(self, figures: &Figures) -> Result<Reading<'_>, Gap<'_>> {
        self.read_figures(figures)
    }
}

/// Four digits are more than any of these figures is exact to.
fn show<D: Dimension<Basis = ()>>(base: f64) -> String {
    // Rounded through the text, so that what is shown is the number that it reads as.
    let rounded = format!("{base:.3e}").parse().unwrap_or(base);
    Quantity::<D>::derived(rounded).to_string()
}

/// Shows the id and the qualifiers, as [`Metric::from_str`] reads them.
impl fmt::Display for Metric {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let id = self.id();
        f.pad(&match self {
            Self::Peak(key) | Self::PeakPerWatt(key) | Self::BytesPerOperation(key) => format!("{id} {key}"),
            Self::InterconnectBandwidth(role, direction) => format!("{id} {role} {direction}"),
            Self::Price(currency) => format!("{id} {currency}"),
            _ => id.to_owned(),
        })
    }
}

/// Reads an id with its qualifiers: `tdp`, `peak bf16`, `peak fp8 matrix 2:4`, `interconnect-bandwidth scale-up per-direction`,
/// `price KRW`. What may be left out is the dense rate of the matrix engine, the scale-up link, both directions, and US dollars.
impl FromStr for Metric {
    type Err = UnknownMetric;

    fn from_str(text: &str) -> Result<Self, UnknownMetric> {
        let (id, qualifiers) = text.trim().split_once(' ').unwrap_or((text.trim(), ""));
        let unknown = |reason: String| UnknownMetric { text: text.to_owned(), reason };
        let word = |error: UnknownWord| unknown(error.to_string());
        let key = || match qualifiers {
            "" => Err(unknown(format!("which precision? Write one of {}", Precision::known_words()))),
            some => some.parse().map_err(word),
        };
        let metric = match id {
            "peak" => Self::Peak(key()?),
            "peak-per-watt" => Self::PeakPerWatt(key()?),
            "bytes-per-operation" => Self::BytesPerOperation(key()?),
            "interconnect-bandwidth" => {
                let (mut role, mut direction) = (LinkRole::ScaleUp, Direction::Bidirectional);
                for qualifier in qualifiers.split_whitespace() {
                    match qualifier.parse() {
                        Ok(known) => role = known,
                        Err(_) => direction = qualifier.parse().map_err(word)?,
                    }
                }
                Self::InterconnectBandwidth(role, direction)
            }
            "price" if qualifiers.is_empty() => Self::Price(Currency::Usd),
            "price" => {
                Self::Price(qualifiers.parse().map_err(|error: crate::UnknownCurrency| unknown(error.to_string()))?)
            }
            _ => {
                let plain = Self::PLAIN.iter().find(|metric| metric.id() == id);
                *plain.ok_or_else(|| unknown(format!("write one of {}", Self::known_ids())))?
            }
        };
        if Self::PLAIN.contains(&metric) && !qualifiers.is_empty() {
            return Err(unknown(format!("`{id}` has no qualifiers; leave `{}` out", Excerpt(qualifiers))));
        }
        Ok(metric)
    }
}

impl Metric {
    /// The metrics without qualifiers.
    ///
    /// ```
    /// assert!(accelspec::Metric::PLAIN.iter().all(|metric| metric.to_string() == metric.id()));
    /// ```
    pub const PLAIN: &'static [Self] = &[
        Self::Transistors,
        Self::DieArea,
        Self::TransistorDensity,
        Self::Tdp,
        Self::MaxPower,
        Self::MemoryCapacity,
        Self::MemoryBandwidth,
        Self::BandwidthPerWatt,
    ];

    /// All ids, as a message lists them; those that need qualifiers come last.
    ///
    /// ```
    /// assert!(accelspec::Metric::known_ids().starts_with("transistors, die-area, "));
    /// ```
    pub fn known_ids() -> String {
        let key = PeakKey::dense_matrix(Precision::Bf16);
        let qualified = [
            Self::Peak(key),
            Self::PeakPerWatt(key),
            Self::BytesPerOperation(key),
            Self::InterconnectBandwidth(LinkRole::ScaleUp, Direction::Bidirectional),
            Self::Price(Currency::Usd),
        ];
        Self::PLAIN.iter().chain(&qualified).map(|metric| metric.id()).collect::<Vec<_>>().join(", ")
    }
}

/// Which way a metric is better.
///
/// ```
/// assert_eq!(accelspec::Metric::Price(accelspec::Currency::Usd).better(), accelspec::Better::Lower);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Better {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
}

/// A text that names no metric.
///
/// ```
/// let error = "speed".parse::<accelspec::Metric>().unwrap_err();
/// assert_eq!(error.to_string(), "`speed` is no metric: write one of transistors, die-area, transistor-density, tdp, max-power, \
///     memory-capacity, memory-bandwidth, bandwidth-per-watt, peak, peak-per-watt, bytes-per-operation, interconnect-bandwidth, price");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{}` is no metric: {reason}", Excerpt(.text))]
pub struct UnknownMetric {
    text: String,
    reason: String,
}
