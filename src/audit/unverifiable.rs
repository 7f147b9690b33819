//! Why the catalog cannot say whether a claim is true.

use crate::{ClaimMetric, CompareError, Precision, Ratio, Resource, Side};

/// Why a claim cannot be checked.
///
/// ```
/// use accelspec::{Catalog, Finding, audit};
///
/// let catalog = Catalog::builtin();
/// let eightfold = audit(catalog, catalog.claim("mach1-power-efficiency-8x").expect("recorded"));
/// let Finding::Nothing(reason) = eightfold.finding else { panic!("there is nothing to check it against") };
/// assert_eq!(reason.to_string(), "the source does not name the baseline");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Unverifiable {
    /// The source does not say what is compared.
    #[error("the source does not name the {side}")]
    Undisclosed {
        /// Which of the two.
        side: Side,
    },
    /// A side is no product of the catalog.
    #[error("`{party}` is no product of the catalog")]
    Outside {
        /// The side.
        party: String,
    },
    /// The claim speaks of a part of the product.
    #[error("the claim speaks of a part, {part}, and the catalog's figures are of the whole")]
    Part {
        /// Which part.
        part: String,
    },
    /// The claim is about performance, where a figure was asked for.
    #[error("{metric} is no figure of the catalog, but depends on the work")]
    NotAFigure {
        /// What it compares.
        metric: ClaimMetric,
    },
    /// The claim is about something that neither figures nor rates describe.
    #[error("{metric} follows from no figure of the catalog")]
    NoSpec {
        /// What it compares.
        metric: ClaimMetric,
    },
    /// The claim rests on prices, which differ from seller to seller and from day to day.
    #[error("{metric} rests on prices of one seller and day, which the catalog does not hold")]
    Money {
        /// What it compares.
        metric: ClaimMetric,
    },
    /// The claim leaves open what was compared.
    #[error("the claim does not state {what}")]
    Open {
        /// What is open.
        what: &'static str,
    },
    /// The claim does not say at which precision it is made.
    #[error("the claim does not state the precision of both sides; {}", holds(.holds_at, *.of))]
    PrecisionOpen {
        /// The precisions at which the figures bear it out: one, or that of the subject against that of the baseline.
        holds_at: Vec<String>,
        /// How many were tried.
        of: usize,
    },
    /// The claim does not say how many accelerators stand against each other, and more than equal numbers allow is claimed.
    #[error(
        "the claim does not state how many accelerators stand on each side, and at equal numbers the rates allow {low} to {high}"
    )]
    UnitsOpen {
        /// The least that the rates allow at equal numbers.
        low: Ratio,
        /// The most.
        high: Ratio,
    },
    /// The claim is not what the recorded rates allow, but one is missing that might.
    #[error("the {side}'s {} is not recorded, and the other rates allow {low} to {high}", rate(*.resource))]
    RateMissing {
        /// Whose.
        side: Side,
        /// Which.
        resource: Resource,
        /// The least that the recorded rates allow.
        low: Ratio,
        /// The most.
        high: Ratio,
    },
    /// A side has no dense rate of its matrix engine at the precision claimed, or at any.
    #[error("no rate of the matrix engine of the {side} that is marked dense is recorded{}", .precision.map_or_else(String::new, |precision| format!(" at {precision}")))]
    NoFormat {
        /// Whose.
        side: Side,
        /// At which precision, where the claim states one.
        precision: Option<Precision>,
    },
    /// The claim is about energy, and a design power is missing.
    #[error("the {side}'s design power is not recorded")]
    PowerMissing {
        /// Whose.
        side: Side,
    },
    /// The figures do not compare.
    #[error(transparent)]
    Compare(#[from] CompareError),
}

fn rate(resource: Resource) -> &'static str {
    match resource {
        Resource::Operations => "rate of operations",
        Resource::MemoryBytes => "memory bandwidth",
        Resource::LinkBytes => "bandwidth between accelerators",
    }
}

fn holds(at: &[String], of: usize) -> String {
    match (at, of) {
        (_, 0) => "and the two have none in common".to_owned(),
        ([], _) => format!("it holds at none of the {of} that both have"),
        (some, _) => format!("it holds at {} of the {of} that both have: {}", some.len(), some.join(", ")),
    }
}
