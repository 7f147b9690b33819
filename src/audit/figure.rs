//! Claims about figures, recomputed.

use std::fmt;

use super::Unverifiable;
use super::side::{Sides, count};
use crate::compare::caveat;
use crate::{
    Bound, Catalog, Caveat, Claim, ClaimMetric, CompareError, Direction, Metric, PeakKey, Precision, PrintedRatio,
    Product, Ratio, Reading, Sense, Side, Sparsity, Vocabulary, compare,
};

/// Recomputes a claim about a figure from the catalog. The digits as printed are its tolerance: "1.6" is anything from 1.55 to 1.65.
///
/// Peak rates are read on the matrix engine, and dense unless the claim says otherwise. Where it sets numbers of accelerators against each
/// other, each figure is taken so many times.
///
/// # Errors
///
/// [`Unverifiable`] when the claim is not about a figure of two products of the catalog, leaves open what was compared, or speaks of
/// a part; and when a figure is absent.
///
/// ```
/// use accelspec::{Agreement, Catalog, recompute, speedup_claims};
///
/// let catalog = Catalog::builtin();
/// for claim in speedup_claims(catalog, catalog.find("MI300X")?, catalog.find("H100")?) {
///     match recompute(catalog, claim) {
///         Ok(recomputed) => println!("{}: {} ({recomputed})", claim.as_printed, recomputed.agreement),
///         Err(reason) => println!("{}: {reason}", claim.as_printed),
///     }
/// }
/// # Ok::<(), accelspec::LookupError>(())
/// ```
pub fn recompute<'a>(catalog: &'a Catalog, claim: &Claim) -> Result<Recomputed<'a>, Unverifiable> {
    if !claim.metric.is_figure() {
        return Err(Unverifiable::NotAFigure { metric: claim.metric });
    }
    let sides = Sides::of(catalog, claim)?;
    let (subject, baseline) = metrics(claim, &sides)?;
    Ok(recompute_by(claim, &sides, subject, baseline)?)
}

fn recompute_by<'a>(
    claim: &Claim,
    sides: &Sides<'a>,
    subject_metric: Metric,
    baseline_metric: Metric,
) -> Result<Recomputed<'a>, CompareError> {
    let (subject, baseline) = (sides.subject, sides.baseline);
    let counts = claim.subject_units.zip(claim.baseline_units);
    let copies = if let Some((subjects, baselines)) = counts {
        Ratio::of(f64::from(subjects) / count(subject), f64::from(baselines) / count(baseline))
    } else {
        compare(subject, baseline)?;
        Ratio::ONE
    };
    let read = |side, product: Product<'a>, metric: Metric| {
        metric.read(product).map_err(|gap| CompareError::of(side, product, metric, &gap))
    };
    let subject = read(Side::Subject, subject, subject_metric)?;
    let baseline = read(Side::Baseline, baseline, baseline_metric)?;
    let more = Ratio::of(subject.base(), baseline.base()) * copies;
    let ratio = match claim.sense {
        Sense::More => more,
        Sense::Less => more.inverse(),
    };
    let agreement = Agreement::of(ratio, &claim.ratio, claim.bound);
    Ok(Recomputed { products: *sides, subject, baseline, copies, ratio, agreement })
}

/// The metric that a claim about a figure is about, on either side.
fn metrics(claim: &Claim, sides: &Sides<'_>) -> Result<(Metric, Metric), Unverifiable> {
    let both = |metric| Ok((metric, metric));
    match claim.metric {
        ClaimMetric::Transistors => both(Metric::Transistors),
        ClaimMetric::MemoryCapacity => both(Metric::MemoryCapacity),
        ClaimMetric::MemoryBandwidth => both(Metric::MemoryBandwidth),
        // Of a whole system often only the most it draws is published.
        ClaimMetric::Power => both(sides.first_of(&[Metric::Tdp, Metric::MaxPower]).unwrap_or(Metric::Tdp)),
        ClaimMetric::PeakCompute => match (claim.subject_precision, claim.baseline_precision) {
            (Some(subject), Some(baseline)) => {
                Ok((peak(subject, claim.subject_sparsity), peak(baseline, claim.baseline_sparsity)))
            }
            _ => Err(precision_open(claim, sides)),
        },
        ClaimMetric::InterconnectBandwidth => match claim.link {
            Some(role) => {
                let metrics = Direction::ALL.map(|direction| Metric::InterconnectBandwidth(role, direction));
                both(sides.first_of(&metrics).unwrap_or(metrics[0]))
            }
            None => Err(Unverifiable::Open { what: "which link it speaks of" }),
        },
        ClaimMetric::Price => Err(Unverifiable::Money { metric: claim.metric }),
        metric => Err(Unverifiable::NotAFigure { metric }),
    }
}

fn peak(precision: Precision, sparsity: Option<Sparsity>) -> Metric {
    Metric::Peak(PeakKey { sparsity: sparsity.unwrap_or(Sparsity::Dense), ..PeakKey::dense_matrix(precision) })
}

/// At which precisions a claim that leaves one open would hold: at one on both sides, unless the claim states one of them.
fn precision_open(claim: &Claim, sides: &Sides<'_>) -> Unverifiable {
    let all = || Precision::WORDS.iter().map(|(precision, _)| *precision).filter(|known| *known != Precision::Unstated);
    let of = |stated: Option<Precision>| stated.map_or_else(|| all().collect(), |stated| vec![stated]);
    let (subjects, baselines) = (of(claim.subject_precision), of(claim.baseline_precision));
    let every = || subjects.iter().flat_map(|subject| baselines.iter().map(|baseline| (*subject, *baseline)));
    let (mut holds_at, mut of) = (Vec::new(), 0);
    let mut seek = |pairs: &mut dyn Iterator<Item = (Precision, Precision)>| {
        for (subject, baseline) in pairs {
            let metrics = (peak(subject, claim.subject_sparsity), peak(baseline, claim.baseline_sparsity));
            let Ok(recomputed) = recompute_by(claim, sides, metrics.0, metrics.1) else { continue };
            of += 1;
            if matches!(recomputed.agreement, Agreement::Confirmed | Agreement::ConfirmedWhenRounded) {
                let across = subject != baseline;
                holds_at.push(if across { format!("{subject} against {baseline}") } else { subject.to_string() });
            }
        }
        !holds_at.is_empty()
    };
    // One precision on both sides is what a reader takes such a claim to mean; only where none bears it out are two looked at.
    if !seek(&mut every().filter(|(subject, baseline)| subject == baseline)) {
        seek(&mut every().filter(|(subject, baseline)| subject != baseline));
    }
    Unverifiable::PrecisionOpen { holds_at, of }
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
/// assert_eq!(recomputed.to_string(), "192 GB against 80 GB: 2.40");
/// # Ok::<(), accelspec::Unverifiable>(())
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Recomputed<'a> {
    products: Sides<'a>,
    /// The subject's figure.
    pub subject: Reading<'a>,
    /// The baseline's figure.
    pub baseline: Reading<'a>,
    /// How many of the subject the claim sets against one of the baseline.
    pub copies: Ratio,
    /// The ratio in the sense of the claim.
    pub ratio: Ratio,
    /// What follows for the claim.
    pub agreement: Agreement,
}

impl<'a> Recomputed<'a> {
    /// What a fair reader would want to know beside the ratio.
    ///
    /// ```
    /// use accelspec::{Catalog, recompute};
    ///
    /// let catalog = Catalog::builtin();
    /// let claim = catalog.claim("b200-vs-h100-transistors").expect("recorded");
    /// for caveat in recompute(catalog, claim)?.caveats() {
    ///     println!("{caveat:?}");
    /// }
    /// # Ok::<(), accelspec::Unverifiable>(())
    /// ```
    pub fn caveats(&self) -> Vec<Caveat<'a>> {
        let mut caveats = caveat::of_reading(Side::Subject, &self.subject);
        caveats.extend(caveat::of_reading(Side::Baseline, &self.baseline));
        caveats.extend(caveat::of_kinds(self.products.subject, self.products.baseline));
        caveats
    }
}

impl fmt::Display for Recomputed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} against {}", self.subject, self.baseline)?;
        if self.copies != Ratio::ONE {
            write!(f, ", {} times for the numbers", self.copies)?;
        }
        if self.subject.metric() != self.baseline.metric() {
            write!(f, ", {} against {}", self.subject.metric().label(), self.baseline.metric().label())?;
        }
        write!(f, ": {}", self.ratio)
    }
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
