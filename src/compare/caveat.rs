//! What a fair reader would want to know beside a ratio.

use std::fmt;

use crate::{Evidence, Kind, Product, Provenance, Qualifier, Reading, Unstated};

/// One of the two that are compared.
///
/// ```
/// assert_eq!(accelspec::Side::Subject.to_string(), "subject");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// What is compared.
    Subject,
    /// What it is set against.
    Baseline,
}

impl fmt::Display for Side {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Subject => "subject",
            Self::Baseline => "baseline",
        })
    }
}

/// A reservation about a ratio, as data.
///
/// ```
/// use accelspec::{Catalog, Caveat, Qualifier, Side, power_draw};
///
/// let catalog = Catalog::builtin();
/// let caveats = power_draw(catalog.find("MI300X")?, catalog.find("H100")?)?.caveats();
/// assert!(caveats.iter().any(|caveat| {
///     matches!(caveat, Caveat::Qualified { side: Side::Subject, qualifier: Qualifier::BoardPower, .. })
/// }));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Caveat<'a> {
    /// Other sources say otherwise.
    Disputed {
        /// Whose figure.
        side: Side,
        /// The key of the figure.
        name: &'static str,
        /// The figure and those who dissent.
        provenance: &'a Provenance,
    },
    /// The source leaves open what the question names.
    Unstated {
        /// Whose figure.
        side: Side,
        /// The key of the figure.
        name: &'static str,
        /// What is left open.
        what: Unstated,
    },
    /// The source says something of the value besides the number.
    Qualified {
        /// Whose figure.
        side: Side,
        /// The key of the figure.
        name: &'static str,
        /// What it says.
        qualifier: Qualifier,
    },
    /// The figure stands on nothing of the vendor's.
    NotFromVendor {
        /// Whose figure.
        side: Side,
        /// The key of the figure.
        name: &'static str,
        /// What it stands on.
        evidence: Evidence,
    },
    /// The total of a system was added up from its members, since none is published.
    FromMembers {
        /// Whose figure.
        side: Side,
    },
    /// The two are different kinds of device: the figures of a superchip count its processor too.
    Kinds {
        /// The subject's.
        subject: Kind,
        /// The baseline's.
        baseline: Kind,
    },
}

/// The caveats of one side.
pub(crate) fn of_reading<'a>(side: Side, reading: &Reading<'a>) -> Vec<Caveat<'a>> {
    let mut caveats = Vec::new();
    if reading.is_derived_from_members() {
        caveats.push(Caveat::FromMembers { side });
    }
    for input in reading.inputs() {
        let (name, provenance) = (input.name, input.provenance);
        caveats.extend(input.unstated().map(|what| Caveat::Unstated { side, name, what }));
        caveats.extend(provenance.qualifiers.iter().map(|qualifier| Caveat::Qualified { side, name, qualifier }));
        let evidence = provenance.citation.source.evidence;
        if !evidence.is_from_vendor() {
            caveats.push(Caveat::NotFromVendor { side, name, evidence });
        }
        if !provenance.dissent().is_empty() {
            caveats.push(Caveat::Disputed { side, name, provenance });
        }
    }
    caveats
}

/// The caveat of comparing a superchip with a chip. Other kinds compare without one.
pub(crate) fn of_kinds<'a>(subject: Product<'a>, baseline: Product<'a>) -> Option<Caveat<'a>> {
    let (Product::Accelerator(subject), Product::Accelerator(baseline)) = (subject, baseline) else { return None };
    let holds_processor = |kind| matches!(kind, Kind::Superchip | Kind::Apu | Kind::Soc);
    let differ = holds_processor(subject.kind) != holds_processor(baseline.kind);
    differ.then_some(Caveat::Kinds { subject: subject.kind, baseline: baseline.kind })
}

impl fmt::Display for Caveat<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Disputed { side, name, provenance } => {
                let dissent =
                    provenance.dissent().iter().map(|dissent| format!("{} ({})", dissent.published, dissent.why));
                let dissent = dissent.collect::<Vec<_>>().join("; ");
                write!(f, "{side}'s {name} is disputed, {} is preferred: {dissent}", provenance.published)
            }
            Self::Unstated { side, name, what } => write!(f, "{side}'s {name}: the source does not state the {what}"),
            Self::Qualified { side, name, qualifier } => write!(f, "{side}'s {name} is given as {qualifier}"),
            Self::NotFromVendor { side, name, evidence } => {
                write!(f, "{side}'s {name} stands on {evidence} evidence, not on the vendor's")
            }
            Self::FromMembers { side } => write!(f, "{side}'s total is added up from its members"),
            Self::Kinds { subject, baseline } => {
                write!(f, "a {subject} against a {baseline}: the figures of one of them count a host processor")
            }
        }
    }
}
