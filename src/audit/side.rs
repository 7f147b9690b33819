//! The two sides of a claim, and what one accelerator of each provides.

use std::fmt;

use super::Unverifiable;
use crate::{Catalog, Claim, Direction, LinkRole, Metric, Party, Product, Ratio, Reading, Side};

/// The products of a claim, both of which the catalog holds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sides<'a> {
    pub(super) subject: Product<'a>,
    pub(super) baseline: Product<'a>,
}

impl<'a> Sides<'a> {
    /// Looks both products up, and refuses a claim that speaks of a part of one.
    pub(super) fn of(catalog: &'a Catalog, claim: &Claim) -> Result<Self, Unverifiable> {
        let product = |side, party: &Party| match party {
            Party::Undisclosed => Err(Unverifiable::Undisclosed { side }),
            Party::Named(name) => Err(Unverifiable::Outside { party: name.clone() }),
            Party::Product(id) => {
                catalog.product(id.as_str()).ok_or_else(|| Unverifiable::Outside { party: id.to_string() })
            }
        };
        let subject = product(Side::Subject, &claim.subject)?;
        let baseline = product(Side::Baseline, &claim.baseline)?;
        match &claim.part {
            Some(part) => Err(Unverifiable::Part { part: part.clone() }),
            None => Ok(Self { subject, baseline }),
        }
    }

    /// How many accelerators of the subject stand against each of the baseline. Where the claim names no numbers it speaks of one product
    /// of each kind; but whether one accelerator stands against a whole system it has to say.
    pub(super) fn units(&self, claim: &Claim) -> Option<Ratio> {
        match (claim.subject_units, claim.baseline_units) {
            (Some(subject), Some(baseline)) => Some(Ratio::of(f64::from(subject), f64::from(baseline))),
            (None, None) => match (self.subject, self.baseline) {
                (Product::Accelerator(_), Product::Accelerator(_)) | (Product::System(_), Product::System(_)) => {
                    Some(Ratio::of(count(self.subject), count(self.baseline)))
                }
                _ => None,
            },
            _ => None,
        }
    }

    /// What one accelerator of each side provides by a metric; or the side that nothing is recorded of.
    pub(super) fn each(&self, metric: Metric) -> Result<(Rate<'a>, Rate<'a>), Side> {
        let subject = Rate::of_one(self.subject, metric).ok_or(Side::Subject)?;
        let baseline = Rate::of_one(self.baseline, metric).ok_or(Side::Baseline)?;
        Ok((subject, baseline))
    }

    /// The first of some metrics that both products have.
    pub(super) fn first_of(&self, metrics: &[Metric]) -> Option<Metric> {
        let both = |metric: &&Metric| metric.read(self.subject).is_ok() && metric.read(self.baseline).is_ok();
        metrics.iter().find(both).copied()
    }

    /// The bandwidth between accelerators: in both directions, or else in one, or in whichever the sources mean.
    pub(super) fn link(&self) -> Result<(Rate<'a>, Rate<'a>), Side> {
        let metrics = Direction::ALL.map(|direction| Metric::InterconnectBandwidth(LinkRole::ScaleUp, direction));
        let found = metrics.iter().find_map(|metric| self.each(*metric).ok());
        found.map_or_else(|| self.each(metrics[0]), Ok)
    }
}

/// What one accelerator provides by a metric, with the figures that it rests on.
///
/// ```
/// use accelspec::{Catalog, Finding, audit};
///
/// let catalog = Catalog::builtin();
/// let claim = catalog.claim("h200-vs-h100-llama70b-1p9x").expect("recorded");
/// let Finding::Performance(performance) = audit(catalog, claim).finding else { panic!("a claim about throughput") };
/// let memory = &performance.factors[1].subject;
/// assert_eq!(memory.to_string(), "4.8 TB/s");
/// for input in memory.reading.inputs() {
///     println!("{}", input.provenance.citation);
/// }
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Rate<'a> {
    /// What was read: of the accelerator itself, or of the superchip or the system that it is a part of.
    pub reading: Reading<'a>,
    /// The share of one accelerator, in base units.
    pub base: f64,
}

impl<'a> Rate<'a> {
    /// A share of the superchip that the accelerator is on; of a system, what its accelerators are recorded with, or else a share of the
    /// total.
    pub(super) fn of_one(product: Product<'a>, metric: Metric) -> Option<Self> {
        if let Product::System(system) = product
            && let [member] = system.members.as_slice()
            && let Some(rate) = Self::of_one(Product::Accelerator(&member.accelerator), metric)
        {
            return Some(rate);
        }
        let reading = metric.read(product).ok()?;
        let base = reading.base() / count(product);
        Some(Self { reading, base })
    }
}

impl fmt::Display for Rate<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.reading.metric().show(self.base))
    }
}

/// How many accelerators a product is counted as.
#[allow(clippy::cast_precision_loss)] // no system has 2^53 accelerators
pub(super) fn count(product: Product<'_>) -> f64 {
    product.units() as f64
}
