//! Why two products do not compare by a metric.

use super::Side;
use crate::{AbsentFigure, Gap, Metric, Product};

/// Why there is no ratio: which side, what it lacks, and how to ask properly.
///
/// ```
/// use accelspec::{Catalog, CompareError, peak_rate};
///
/// let catalog = Catalog::builtin();
/// let error = peak_rate(catalog.find("Mach-1")?, catalog.find("H100")?, "bf16".parse()?).unwrap_err();
/// assert!(matches!(error, CompareError::Absent { .. }));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CompareError {
    /// One is a system and the other an accelerator.
    #[error(
        "{system} is a system of several accelerators and {accelerator} is one accelerator; compare {} with it, or two systems",
        members.join(" or ")
    )]
    Levels {
        /// The system.
        system: String,
        /// Its accelerators.
        members: Vec<String>,
        /// The accelerator.
        accelerator: String,
    },
    /// A side has no such figure.
    #[error("{figure}")]
    Absent {
        /// Which side.
        side: Side,
        /// Which figure, why it is absent, and who says so.
        figure: AbsentFigure,
    },
    /// A side has such a figure only under other qualifiers: a sparse rate where a dense one was asked for, one direction of a link
    /// where both were.
    #[error("{product} has no `{asked}` recorded, and figures of different kinds do not compare; ask both sides for {}", options(.recorded))]
    Unlike {
        /// Which side.
        side: Side,
        /// The product of that side.
        product: String,
        /// What was asked for.
        asked: Metric,
        /// What the product has instead.
        recorded: Vec<Metric>,
    },
}

impl CompareError {
    pub(crate) fn of(side: Side, product: Product<'_>, asked: Metric, gap: &Gap<'_>) -> Self {
        if gap.instead.is_empty() {
            let citation = gap.provenance.map(|provenance| provenance.citation.clone());
            let figure = AbsentFigure::new(product.name(), &gap.name, gap.absence, citation);
            return Self::Absent { side, figure };
        }
        Self::Unlike { side, product: product.name().to_owned(), asked, recorded: gap.instead.clone() }
    }
}

fn options(recorded: &[Metric]) -> String {
    recorded.iter().map(|metric| format!("`{metric}`")).collect::<Vec<_>>().join(" or ")
}
