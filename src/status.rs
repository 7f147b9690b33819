//! Where a product stands in its life.

use crate::Vocabulary;
use crate::vocabulary::spoken;

/// The life of a product, as a source reports it. A cited figure like any other, and often disputed.
///
/// ```
/// use accelspec::{Catalog, Status};
///
/// let h100 = Catalog::builtin().find("H100")?;
/// let status = h100.figures.status.as_ref().expect("recorded");
/// assert_eq!(status.get(), Ok(&Status::Shipping));
/// # Ok::<(), accelspec::LookupError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Status {
    /// Made public, not yet in customers' hands.
    Announced,
    /// With selected customers.
    Sampling,
    /// Sold or rented to the public.
    Shipping,
    /// No longer sold.
    Discontinued,
    /// Ended before it shipped.
    Cancelled,
}

impl Vocabulary for Status {
    const MEANING: &'static str = "status";
    const WORDS: &'static [(Self, &'static str)] = &[
        (Self::Announced, "announced"),
        (Self::Sampling, "sampling"),
        (Self::Shipping, "shipping"),
        (Self::Discontinued, "discontinued"),
        (Self::Cancelled, "cancelled"),
    ];
}

spoken!(Status);
