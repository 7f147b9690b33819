//! Claims: published ratios between two products.

use std::fmt;
use std::str::FromStr;

use crate::vocabulary::spoken;
use crate::{Citation, Date, Id, LinkRole, OutOfRange, Precision, Ratio, Vocabulary};

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
    /// Whether the ratio says how many times more or how many times less.
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
    /// How many units of the subject stand in the comparison, where the source says.
    pub subject_units: Option<u32>,
    /// How many units of the baseline stand in the comparison, where the source says.
    pub baseline_units: Option<u32>,
    /// What a reader should know of the comparison.
    pub caveats: Vec<String>,
    /// When it was made, where known.
    pub date: Option<Date>,
    /// The source.
    pub citation: Citation,
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

/// A ratio with its digits as printed, which say how exact it is: "1.6" is anything from 1.55 to 1.65.
///
/// ```
/// use accelspec::PrintedRatio;
///
/// let ratio: PrintedRatio = "1.6".parse()?;
/// assert_eq!(ratio.value().get(), 1.6);
/// assert_eq!(ratio.tolerance(), 0.05);
/// assert_eq!(ratio.to_string(), "1.6");
/// assert_eq!("3x".parse::<PrintedRatio>().unwrap_err().to_string(),
///     "`3x` is not a ratio; write its digits as printed, such as 1.6 or 30, without sign or unit");
/// # Ok::<(), accelspec::ParseRatioError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PrintedRatio {
    digits: String,
    value: Ratio,
}

impl PrintedRatio {
    /// The number.
    ///
    /// ```
    /// assert_eq!("2.40".parse::<accelspec::PrintedRatio>()?.value().get(), 2.4);
    /// # Ok::<(), accelspec::ParseRatioError>(())
    /// ```
    pub fn value(&self) -> Ratio {
        self.value
    }

    /// Half a unit of the last printed digit.
    ///
    /// ```
    /// assert_eq!("30".parse::<accelspec::PrintedRatio>()?.tolerance(), 0.5);
    /// # Ok::<(), accelspec::ParseRatioError>(())
    /// ```
    pub fn tolerance(&self) -> f64 {
        let decimals = self.digits.split_once('.').map_or(0, |(_, fraction)| fraction.len());
        // Read as text, so that one decimal gives the f64 nearest to 0.05 and not ten rounding errors.
        format!("5e-{}", decimals + 1).parse().unwrap_or(f64::MIN_POSITIVE)
    }
}

impl FromStr for PrintedRatio {
    type Err = ParseRatioError;

    fn from_str(text: &str) -> Result<Self, ParseRatioError> {
        let read = || {
            let plain = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
            let value: f64 = plain.then(|| text.parse().ok())??;
            Ratio::new(value).map_err(|OutOfRange { .. }| ()).ok()
        };
        read()
            .map(|value| Self { digits: text.to_owned(), value })
            .ok_or_else(|| ParseRatioError { text: text.to_owned() })
    }
}

impl fmt::Display for PrintedRatio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.digits)
    }
}

/// A text that is no printed ratio.
///
/// ```
/// assert!("thirty".parse::<accelspec::PrintedRatio>().is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is not a ratio; write its digits as printed, such as 1.6 or 30, without sign or unit")]
pub struct ParseRatioError {
    text: String,
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
    /// Traffic at a bottleneck.
    Bottleneck,
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
        (Self::Bottleneck, "bottleneck"),
    ];
}

spoken!(ClaimMetric);
