//! What is claimed of two products, and whether a claim about a figure agrees with the catalog.

use crate::{
    Bound, Catalog, Claim, ClaimMetric, CompareError, Compared, Direction, Metric, Party, PeakKey, PrintedRatio,
    Product, Ratio, Sense, compare,
};

/// The published claims that set the subject against the baseline, by id.
///
/// ```
/// use accelspec::{Catalog, speedup_claims};
///
/// let catalog = Catalog::builtin();
/// let claims = speedup_claims(catalog, catalog.find("MI300X")?, catalog.find("H100")?);
/// assert!(claims.iter().any(|claim| claim.ratio.to_string() == "2.4"));
/// # Ok::<(), accelspec::LookupError>(())
/// ```
pub fn speedup_claims<'a>(
    catalog: &'a Catalog,
    subject: impl Into<Product<'a>>,
    baseline: impl Into<Product<'a>>,
) -> Vec<&'a Claim> {
    let (subject, baseline) = (subject.into().id(), baseline.into().id());
    let is = |party: &Party, id| matches!(party, Party::Product(known) if known == id);
    catalog.claims().filter(|claim| is(&claim.subject, subject) && is(&claim.baseline, baseline)).collect()
}

/// Recomputes a claim about a figure from the catalog. The digits as printed are its tolerance: "1.6" is anything from 1.55 to 1.65.
///
/// Peak rates are read dense, on the matrix engine, which is what the word of a claim covers at least.
///
/// # Errors
///
/// [`RecomputeError`] when the claim is not about a figure of two products of the catalog, leaves open what was compared, or speaks of
/// a part or of unequal numbers; and when a figure is absent.
///
/// ```
/// use accelspec::{Agreement, Catalog, recompute, speedup_claims};
///
/// let catalog = Catalog::builtin();
/// for claim in speedup_claims(catalog, catalog.find("MI300X")?, catalog.find("H100")?) {
///     match recompute(catalog, claim) {
///         Ok(recomputed) => println!("{}: {} ({})", claim.as_printed, recomputed.agreement, recomputed.compared),
///         Err(reason) => println!("{}: {reason}", claim.as_printed),
///     }
/// }
/// # Ok::<(), accelspec::LookupError>(())
/// ```
pub fn recompute<'a>(catalog: &'a Catalog, claim: &Claim) -> Result<Recomputed<'a>, RecomputeError> {
    if let Some(part) = &claim.part {
        return Err(RecomputeError::Part { part: part.clone() });
    }
    let metric = metric(claim)?;
    let subject = product(catalog, &claim.subject)?;
    let baseline = product(catalog, &claim.baseline)?;
    if claim.subject_units != claim.baseline_units {
        return Err(RecomputeError::Units);
    }
    let compared = compare(subject, baseline)?.by(metric)?;
    let ratio = match claim.sense {
        Sense::More => compared.ratio,
        Sense::Less => compared.ratio.inverse(),
    };
    Ok(Recomputed { ratio, agreement: Agreement::of(ratio, &claim.ratio, claim.bound), compared })
}

/// The metric that a claim about a figure is about.
fn metric(claim: &Claim) -> Result<Metric, RecomputeError> {
    match claim.metric {
        ClaimMetric::Transistors => Ok(Metric::Transistors),
        ClaimMetric::MemoryCapacity => Ok(Metric::MemoryCapacity),
        ClaimMetric::MemoryBandwidth => Ok(Metric::MemoryBandwidth),
        ClaimMetric::Power => Ok(Metric::Tdp),
        ClaimMetric::PeakCompute => match (claim.subject_precision, claim.baseline_precision) {
            (Some(subject), Some(baseline)) if subject == baseline => Ok(Metric::Peak(PeakKey::dense_matrix(subject))),
            (Some(_), Some(_)) => Err(RecomputeError::Precisions),
            _ => Err(RecomputeError::Open { what: "the precision of both sides" }),
        },
        ClaimMetric::InterconnectBandwidth => match claim.link {
            Some(role) => Ok(Metric::InterconnectBandwidth(role, Direction::Bidirectional)),
            None => Err(RecomputeError::Open { what: "which link it speaks of" }),
        },
        ClaimMetric::Price => Err(RecomputeError::Open { what: "the price of when and where" }),
        performance => Err(RecomputeError::NotAFigure { metric: performance }),
    }
}

fn product<'a>(catalog: &'a Catalog, party: &Party) -> Result<Product<'a>, RecomputeError> {
    let outside = || RecomputeError::Party { party: party.to_string() };
    let Party::Product(id) = party else { return Err(outside()) };
    let accelerator = catalog.get(id.as_str()).map(Product::Accelerator);
    accelerator.or_else(|| catalog.system(id.as_str()).map(Product::System)).ok_or_else(outside)
}

/// A claim about a figure, set against the catalog.
///
/// ```
/// use accelspec::{Agreement, Catalog, recompute};
///
/// let catalog = Catalog::builtin();
/// let claim = catalog.claim("mi300x-vs-h100-capacity-2p4x").expect("recorded");
/// let recomputed = recompute(catalog, claim)?;
/// assert_eq!(recomputed.ratio.get(), 2.4);
/// assert_eq!(recomputed.agreement, Agreement::Confirmed);
/// # Ok::<(), accelspec::RecomputeError>(())
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Recomputed<'a> {
    /// The figures it was recomputed from.
    pub compared: Compared<'a>,
    /// The ratio in the sense of the claim.
    pub ratio: Ratio,
    /// What follows for the claim.
    pub agreement: Agreement,
}

/// Whether a claimed ratio agrees with the figures.
///
/// ```
/// use accelspec::{Agreement, Bound, Ratio};
///
/// let bandwidth = Ratio::new(5.3 / 3.35)?;
/// assert_eq!(Agreement::of(bandwidth, &"1.6".parse()?, Bound::About), Agreement::Confirmed);
/// assert_eq!(Agreement::of(bandwidth, &"1.6".parse()?, Bound::AtLeast), Agreement::ConfirmedWhenRounded);
/// assert_eq!(Agreement::of(bandwidth, &"1.7".parse()?, Bound::AtLeast), Agreement::Overstated);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Agreement {
    /// The figures bear it out.
    Confirmed,
    /// The figures bear it out only once they are rounded to the digits printed.
    ConfirmedWhenRounded,
    /// The figures fall short of it.
    Overstated,
    /// The figures go beyond it.
    Understated,
}

impl Agreement {
    /// Sets a ratio from the figures against one as printed. The bound says which side counts: "at least" is met by anything above,
    /// "exactly" by nothing but the number itself before rounding.
    ///
    /// ```
    /// use accelspec::{Agreement, Bound, Ratio};
    ///
    /// let ratio = Ratio::new(2.6)?;
    /// assert_eq!(Agreement::of(ratio, &"2.5".parse()?, Bound::AtLeast), Agreement::Confirmed);
    /// assert_eq!(Agreement::of(ratio, &"2.5".parse()?, Bound::About), Agreement::Understated);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn of(ratio: Ratio, claimed: &PrintedRatio, bound: Bound) -> Self {
        let (computed, stated) = (ratio.get(), claimed.value().get());
        // A quotient of printed decimals is exact but for the last bit or two.
        let equal = (computed - stated).abs() <= stated * 1e-12;
        let rounds =
            computed >= claimed.low().get() - stated * 1e-12 && computed <= claimed.high().get() + stated * 1e-12;
        match bound {
            _ if equal => Self::Confirmed,
            Bound::AtLeast if computed > stated => Self::Confirmed,
            Bound::About if rounds => Self::Confirmed,
            Bound::UpTo if rounds && computed < stated => Self::Confirmed,
            _ if rounds => Self::ConfirmedWhenRounded,
            _ if computed < stated => Self::Overstated,
            _ => Self::Understated,
        }
    }
}

impl std::fmt::Display for Agreement {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(match self {
            Self::Confirmed => "confirmed",
            Self::ConfirmedWhenRounded => "confirmed when rounded",
            Self::Overstated => "overstated",
            Self::Understated => "understated",
        })
    }
}

/// Why a claim cannot be recomputed from figures.
///
/// ```
/// use accelspec::{Catalog, ClaimMetric, recompute};
///
/// let catalog = Catalog::builtin();
/// let claim = catalog.claims().find(|claim| claim.metric == ClaimMetric::Throughput).expect("recorded");
/// assert_eq!(recompute(catalog, claim).unwrap_err().to_string(), "throughput is no figure of the catalog, but depends on the work");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RecomputeError {
    /// It is about performance.
    #[error("{metric} is no figure of the catalog, but depends on the work")]
    NotAFigure {
        /// What it compares.
        metric: ClaimMetric,
    },
    /// A side is no product of the catalog.
    #[error("`{party}` is no product of the catalog")]
    Party {
        /// The side.
        party: String,
    },
    /// The claim leaves open what was compared.
    #[error("the claim does not state {what}")]
    Open {
        /// What is open.
        what: &'static str,
    },
    /// The two sides are given at different precisions.
    #[error("the claim sets one precision against another")]
    Precisions,
    /// The two sides are different numbers of units.
    #[error("the claim sets different numbers of units against each other")]
    Units,
    /// The claim speaks of a part of the product.
    #[error("the claim speaks of a part, {part}, and the catalog's figures are of the whole")]
    Part {
        /// Which part.
        part: String,
    },
    /// The figures do not compare.
    #[error(transparent)]
    Compare(#[from] CompareError),
}
