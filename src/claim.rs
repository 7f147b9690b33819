//! Claims: published ratios between two products.

mod printed;

use std::fmt;

pub use printed::{ParseRatioError, PrintedRatio};

use crate::vocabulary::spoken;
use crate::{Better, Citation, Date, Id, LinkRole, Precision, Ratio, Sparsity, Vocabulary};

/// A published ratio: "up to 30 times the throughput of an H100".
///
/// ```
/// use accelspec::{Catalog, ClaimMetric};
///
/// let catalog = Catalog::builtin();
/// let claim = catalog.claims().find(|claim| claim.metric == ClaimMetric::MemoryCapacity).expect("a claim on memory");
/// assert!(claim.ratio.value().get() > 0.0);
/// assert!(claim.citation.source.url.starts_with("https://"));
/// ```
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
#[serde(rename_all = "kebab-case")]
pub struct Claim {
    /// Unique in the catalog.
    pub id: Id,
    /// What the claim is about.
    pub subject: Party,
    /// What the subject is set against.
    pub baseline: Party,
    /// What is compared.
    pub metric: ClaimMetric,
    /// The ratio, with its digits as printed.
    pub ratio: PrintedRatio,
    /// Which side of the truth the ratio is said to lie on.
    pub bound: Bound,
    /// Whether the ratio says how many times more or how many times less of the metric: of time, where something is faster.
    pub sense: Sense,
    /// Which link a claim on link bandwidth speaks of, where the source says.
    pub link: Option<LinkRole>,
    /// The part of the product that the claim speaks of, where it is not the whole: one core, the processor of a superchip.
    pub part: Option<String>,
    /// The words around the ratio, as printed.
    pub as_printed: String,
    /// The work that was compared, where the source says.
    pub workload: Option<String>,
    /// The number format on the subject's side, where the source says.
    pub subject_precision: Option<Precision>,
    /// The number format on the baseline's side, where the source says.
    pub baseline_precision: Option<Precision>,
    /// Which zeros the subject's rate skips, where the source says.
    pub subject_sparsity: Option<Sparsity>,
    /// Which zeros the baseline's rate skips, where the source says.
    pub baseline_sparsity: Option<Sparsity>,
    /// How many accelerators stand on the subject's side, where the source says; a superchip counts as the accelerators on it.
    pub subject_units: Option<u32>,
    /// How many accelerators stand on the baseline's side, where the source says.
    pub baseline_units: Option<u32>,
    /// What a reader should know of the comparison.
    pub caveats: Vec<String>,
    /// When it was made, where known.
    pub date: Option<Date>,
    /// The source.
    pub citation: Citation,
}

impl Claim {
    /// How many times better the subject is said to be, whatever way the source puts it; below one where it is said to be worse.
    ///
    /// ```
    /// use accelspec::Catalog;
    ///
    /// let catalog = Catalog::builtin();
    /// let eighth = catalog.claim("mach1-memory-bottleneck-eighth").expect("recorded");
    /// assert_eq!((eighth.ratio.to_string(), eighth.improvement().get()), ("1/8".to_owned(), 8.0));
    /// ```
    pub fn improvement(&self) -> Ratio {
        self.in_direction(self.ratio.value())
    }

    /// The least and the most improvement that would be printed so.
    ///
    /// ```
    /// use accelspec::Catalog;
    ///
    /// let catalog = Catalog::builtin();
    /// let (low, high) = catalog.claim("mi300x-vs-h100-bandwidth-1p6x").expect("recorded").improvement_range();
    /// assert_eq!(format!("{low} to {high}"), "1.55 to 1.65");
    /// ```
    pub fn improvement_range(&self) -> (Ratio, Ratio) {
        let (low, high) = (self.in_direction(self.ratio.low()), self.in_direction(self.ratio.high()));
        (low.min(high), low.max(high))
    }

    fn in_direction(&self, times: Ratio) -> Ratio {
        match (self.metric.better(), self.sense) {
            (Better::Higher, Sense::More) | (Better::Lower, Sense::Less) => times,
            _ => times.inverse(),
        }
    }
}

/// One side of a claim.
///
/// ```
/// use accelspec::{Catalog, Party};
///
/// let unnamed = Catalog::builtin().claims().filter(|claim| claim.baseline == Party::Undisclosed);
/// assert!(unnamed.count() > 0);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[non_exhaustive]
#[serde(rename_all = "kebab-case")]
pub enum Party {
    /// A product of the catalog, by id.
    Product(Id),
    /// A product that the catalog does not hold, by name.
    Named(String),
    /// The source does not say.
    Undisclosed,
}

impl fmt::Display for Party {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Product(id) => f.pad(id.as_str()),
            Self::Named(name) => f.pad(name),
            Self::Undisclosed => f.pad("undisclosed"),
        }
    }
}

/// Which side of the truth a claimed ratio is said to lie on.
///
/// ```
/// use accelspec::Bound;
///
/// assert_eq!("up-to".parse::<Bound>()?, Bound::UpTo);
/// # Ok::<(), accelspec::UnknownWord>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Bound {
    /// The best case: "up to 30x".
    UpTo,
    /// A round number: "2.4x".
    About,
    /// The worst case: "over 1.6x".
    AtLeast,
    /// Nothing else: "exactly 2x".
    Exactly,
}

impl Vocabulary for Bound {
    const MEANING: &'static str = "bound";
    const WORDS: &'static [(Self, &'static str)] =
        &[(Self::UpTo, "up-to"), (Self::About, "about"), (Self::AtLeast, "at-least"), (Self::Exactly, "exactly")];
}

spoken!(Bound);

/// What a claimed ratio of two says: twice as much, or half.
///
/// ```
/// use accelspec::Sense;
///
/// assert_eq!("less".parse::<Sense>()?, Sense::Less);
/// # Ok::<(), accelspec::UnknownWord>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Sense {
    /// The subject's figure over the baseline's.
    More,
    /// The baseline's figure over the subject's.
    Less,
}

impl Vocabulary for Sense {
    const MEANING: &'static str = "sense";
    const WORDS: &'static [(Self, &'static str)] = &[(Self::More, "more"), (Self::Less, "less")];
}

spoken!(Sense);

/// What a claim compares. The first seven are figures, which the catalog can recompute; the others are performance.
///
/// ```
/// use accelspec::ClaimMetric;
///
/// assert_eq!("memory-capacity".parse::<ClaimMetric>()?, ClaimMetric::MemoryCapacity);
/// # Ok::<(), accelspec::UnknownWord>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ClaimMetric {
    /// Transistor count.
    Transistors,
    /// Capacity of the main memory.
    MemoryCapacity,
    /// Bandwidth of the main memory.
    MemoryBandwidth,
    /// Peak operation rate.
    PeakCompute,
    /// Bandwidth between accelerators.
    InterconnectBandwidth,
    /// Power draw.
    Power,
    /// Price.
    Price,
    /// Work per time.
    Throughput,
    /// Time to an answer.
    Latency,
    /// Time to train a model.
    TrainingTime,
    /// Energy for some work.
    Energy,
    /// Work per energy.
    PerformancePerWatt,
    /// Work per money.
    PricePerformance,
    /// Total cost of ownership.
    Tco,
    /// Accelerators needed for some work.
    ChipCount,
    /// Room needed for some work.
    FloorSpace,
    /// Traffic at a bottleneck.
    Bottleneck,
}

impl ClaimMetric {
    /// Whether it is a figure, which the catalog can recompute, and no performance, which depends on the work.
    ///
    /// ```
    /// use accelspec::ClaimMetric;
    ///
    /// assert!(ClaimMetric::MemoryCapacity.is_figure());
    /// assert!(!ClaimMetric::Throughput.is_figure());
    /// ```
    pub const fn is_figure(self) -> bool {
        matches!(
            self,
            Self::Transistors
                | Self::MemoryCapacity
                | Self::MemoryBandwidth
                | Self::PeakCompute
                | Self::InterconnectBandwidth
                | Self::Power
                | Self::Price
        )
    }

    /// Whether more of it is better.
    ///
    /// ```
    /// use accelspec::{Better, ClaimMetric};
    ///
    /// assert_eq!(ClaimMetric::TrainingTime.better(), Better::Lower);
    /// assert_eq!(ClaimMetric::Throughput.better(), Better::Higher);
    /// ```
    pub const fn better(self) -> Better {
        match self {
            Self::Power
            | Self::Price
            | Self::Latency
            | Self::TrainingTime
            | Self::Energy
            | Self::Tco
            | Self::ChipCount
            | Self::FloorSpace
            | Self::Bottleneck => Better::Lower,
            Self::Transistors
            | Self::MemoryCapacity
            | Self::MemoryBandwidth
            | Self::PeakCompute
            | Self::InterconnectBandwidth
            | Self::Throughput
            | Self::PerformancePerWatt
            | Self::PricePerformance => Better::Higher,
        }
    }
}

impl Vocabulary for ClaimMetric {
    const MEANING: &'static str = "claim metric";
    const WORDS: &'static [(Self, &'static str)] = &[
        (Self::Transistors, "transistors"),
        (Self::MemoryCapacity, "memory-capacity"),
        (Self::MemoryBandwidth, "memory-bandwidth"),
        (Self::PeakCompute, "peak-compute"),
        (Self::InterconnectBandwidth, "interconnect-bandwidth"),
        (Self::Power, "power"),
        (Self::Price, "price"),
        (Self::Throughput, "throughput"),
        (Self::Latency, "latency"),
        (Self::TrainingTime, "training-time"),
        (Self::Energy, "energy"),
        (Self::PerformancePerWatt, "performance-per-watt"),
        (Self::PricePerformance, "price-performance"),
        (Self::Tco, "tco"),
        (Self::ChipCount, "chip-count"),
        (Self::FloorSpace, "floor-space"),
        (Self::Bottleneck, "bottleneck"),
    ];
}

spoken!(ClaimMetric);
