//! Is the claim true? What the catalog can say of published ratios.
//!
//! A claim about a figure is recomputed. A claim about performance is set against the [`ResourceBound`](crate::ResourceBound) of its two
//! sides: more than that cannot come from their rates alone. Beside either stands what was measured.

mod figure;
mod performance;
mod side;
mod summary;
mod tally;
mod unverifiable;

pub use figure::{Agreement, Recomputed, recompute};
pub use performance::{Beside, Factor, Performance};
pub use side::Rate;
pub use tally::{Tally, tally};
pub use unverifiable::Unverifiable;

use side::Sides;

use crate::vocabulary::spoken;
use crate::{Catalog, Claim, ClaimMetric, MeasuredRange, Party, Product, ResultUnit, Vocabulary, measured_ratios};

/// Audits one claim. Every claim ends in a verdict, and the finding says why.
///
/// ```
/// use accelspec::{Catalog, Verdict, audit};
///
/// let catalog = Catalog::builtin();
/// let capacity = audit(catalog, catalog.claim("mi300x-vs-h100-capacity-2p4x").expect("recorded"));
/// assert_eq!(capacity.verdict, Verdict::Confirmed);
///
/// let thirty = audit(catalog, catalog.claim("gb200-nvl72-vs-h100-inference-30x-same-count").expect("recorded"));
/// assert_eq!(thirty.verdict, Verdict::Beyond);
/// println!("{thirty}");
/// ```
pub fn audit<'a>(catalog: &'a Catalog, claim: &'a Claim) -> Audit<'a> {
    let finding = if claim.metric.is_figure() {
        recompute(catalog, claim).map(Finding::Figures)
    } else {
        performance::examine(catalog, claim).map(Finding::Performance)
    };
    let finding = finding.unwrap_or_else(Finding::Nothing);
    let verdict = match &finding {
        Finding::Figures(recomputed) => recomputed.agreement.into(),
        Finding::Performance(performance) => performance.verdict(),
        Finding::Nothing(_) => Verdict::Unverifiable,
    };
    Audit { claim, verdict, finding, measured: measured(catalog, claim) }
}

/// Audits every claim of a catalog, by id.
///
/// ```
/// use accelspec::{Catalog, audit_all};
///
/// let catalog = Catalog::builtin();
/// assert_eq!(audit_all(catalog).len(), catalog.claims().count());
/// ```
pub fn audit_all(catalog: &Catalog) -> Vec<Audit<'_>> {
    catalog.claims().map(|claim| audit(catalog, claim)).collect()
}

/// Audits the claims that set the subject against the baseline, by id.
///
/// ```
/// use accelspec::{Catalog, audit_between};
///
/// let catalog = Catalog::builtin();
/// for audit in audit_between(catalog, catalog.find("B200")?, catalog.find("H100")?) {
///     println!("{audit}\n");
/// }
/// # Ok::<(), accelspec::LookupError>(())
/// ```
pub fn audit_between<'a>(
    catalog: &'a Catalog,
    subject: impl Into<Product<'a>>,
    baseline: impl Into<Product<'a>>,
) -> Vec<Audit<'a>> {
    speedup_claims(catalog, subject, baseline).into_iter().map(|claim| audit(catalog, claim)).collect()
}

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

/// A claim, and what the catalog can say of it. Prints as five lines: the claim, the verdict, what it rests on, what stands beside it, and
/// what was measured.
///
/// ```
/// use accelspec::{Catalog, audit};
///
/// let catalog = Catalog::builtin();
/// let audit = audit(catalog, catalog.claim("mi300x-vs-h100-bandwidth-1p6x").expect("recorded"));
/// assert_eq!(audit.to_string().lines().count(), 5);
/// assert_eq!(audit.to_string().lines().nth(1), Some("verdict: confirmed"));
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Audit<'a> {
    /// The claim.
    pub claim: &'a Claim,
    /// What can be said of it.
    pub verdict: Verdict,
    /// What the verdict rests on.
    pub finding: Finding<'a>,
    /// What was measured of the same two products, in tests of the kind that the claim speaks of. Another workload than the claim's is
    /// context, and no refutation.
    pub measured: Option<MeasuredRange<'a>>,
}

/// What a verdict rests on.
///
/// ```
/// use accelspec::{Catalog, Finding, audit};
///
/// let catalog = Catalog::builtin();
/// let claim = catalog.claim("hgx-b200-vs-hgx-h100-15x").expect("recorded");
/// let Finding::Performance(performance) = audit(catalog, claim).finding else { panic!("a claim about throughput") };
/// assert!(performance.unexplained.is_some_and(|factor| factor.get() > 1.5));
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Finding<'a> {
    /// A ratio recomputed from figures.
    Figures(Recomputed<'a>),
    /// The bound that the rates of the two sides set.
    Performance(Performance<'a>),
    /// Nothing: the reason why.
    Nothing(Unverifiable),
}

/// What can be said of a claim.
///
/// ```
/// use accelspec::Verdict;
///
/// assert_eq!("within the bound".parse::<Verdict>()?, Verdict::Within);
/// # Ok::<(), accelspec::UnknownWord>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Verdict {
    /// The figures bear it out.
    Confirmed,
    /// The figures bear it out only once they are rounded to the digits printed.
    ConfirmedWhenRounded,
    /// The figures fall short of it.
    Overstated,
    /// The figures go beyond it.
    Understated,
    /// The rates of the two sides allow it.
    Within,
    /// No work is sped up by as much by these rates alone: the baseline ran below its limits, or the work was not the same.
    Beyond,
    /// All work is sped up by more: the subject ran further below its limits than the baseline.
    Below,
    /// The catalog cannot say; the reason stands in the finding.
    Unverifiable,
}

impl Vocabulary for Verdict {
    const MEANING: &'static str = "verdict";
    const WORDS: &'static [(Self, &'static str)] = &[
        (Self::Confirmed, "confirmed"),
        (Self::ConfirmedWhenRounded, "confirmed when rounded"),
        (Self::Overstated, "overstated"),
        (Self::Understated, "understated"),
        (Self::Within, "within the bound"),
        (Self::Beyond, "beyond the bound"),
        (Self::Below, "below the bound"),
        (Self::Unverifiable, "unverifiable"),
    ];
}

spoken!(Verdict);

impl From<Agreement> for Verdict {
    fn from(agreement: Agreement) -> Self {
        match agreement {
            Agreement::Confirmed => Self::Confirmed,
            Agreement::ConfirmedWhenRounded => Self::ConfirmedWhenRounded,
            Agreement::Overstated => Self::Overstated,
            Agreement::Understated => Self::Understated,
        }
    }
}

/// The measured ratios of the claim's two products, in tests of what it speaks of.
fn measured<'a>(catalog: &'a Catalog, claim: &Claim) -> Option<MeasuredRange<'a>> {
    let sides = Sides::of(catalog, claim).ok()?;
    let mut ratios = measured_ratios(catalog, sides.subject, sides.baseline);
    ratios.retain(|ratio| match (claim.metric, ratio.subject.test.unit) {
        (ClaimMetric::TrainingTime | ClaimMetric::ChipCount, unit) => unit == ResultUnit::Minutes,
        (ClaimMetric::Latency, unit) => unit == ResultUnit::Milliseconds,
        (ClaimMetric::Energy | ClaimMetric::PerformancePerWatt, unit) => unit == ResultUnit::TokensPerSecondPerMegawatt,
        (
            ClaimMetric::Throughput,
            ResultUnit::TokensPerSecond | ResultUnit::SamplesPerSecond | ResultUnit::QueriesPerSecond,
        ) => true,
        _ => false,
    });
    MeasuredRange::of(ratios)
}
