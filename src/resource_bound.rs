//! The resource bound: how much faster one device can be than another on the same work, from the ratios of their rates alone.

use std::fmt;

use crate::Ratio;

/// What work uses up.
///
/// ```
/// assert_eq!(accelspec::Resource::MemoryBytes.to_string(), "memory");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Resource {
    /// Operations at a precision.
    Operations,
    /// Bytes to and from the main memory.
    MemoryBytes,
    /// Bytes over the link to other accelerators.
    LinkBytes,
}

impl fmt::Display for Resource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Operations => "operations",
            Self::MemoryBytes => "memory",
            Self::LinkBytes => "link",
        })
    }
}

/// The least and the most by which one device can outrun another on the same work.
///
/// Let the work need an amount *w* ≥ 0 of each resource, and a device provide it at a rate *r*. Whether its time is the sum of all *w/r*
/// or the largest of them, the ratio of two devices' times lies between the smallest and the largest ratio of their rates: each *w/r* of
/// the one is some ratio of rates times that of the other, so that a sum or a maximum of them is between the smallest and the largest
/// such ratio times that of the other. Work that needs one resource alone reaches each end. It generalises the roofline of Williams,
/// Waterman and Patterson 2009, <https://doi.org/10.1145/1498765.1498785>, to any number of resources.
///
/// ```
/// use accelspec::{Ratio, Resource, ResourceBound};
///
/// let rates = [(Resource::Operations, Ratio::new(2.27)?), (Resource::MemoryBytes, Ratio::new(2.39)?)];
/// let bound = ResourceBound::of(&rates).expect("two resources");
/// assert_eq!(bound.low().get(), 2.27);
/// assert_eq!(bound.high().get(), 2.39);
/// assert_eq!(bound.highest(), Resource::MemoryBytes);
/// # Ok::<(), accelspec::OutOfRange>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ResourceBound {
    lowest: (Resource, Ratio),
    highest: (Resource, Ratio),
}

impl ResourceBound {
    /// The bound from the ratio of rates of each resource; none without a resource.
    ///
    /// ```
    /// assert!(accelspec::ResourceBound::of(&[]).is_none());
    /// ```
    pub fn of(rates: &[(Resource, Ratio)]) -> Option<Self> {
        let lowest = *rates.iter().min_by_key(|(_, ratio)| *ratio)?;
        let highest = *rates.iter().max_by_key(|(_, ratio)| *ratio)?;
        Some(Self { lowest, highest })
    }

    /// The smallest ratio of rates: no work is sped up by less.
    ///
    /// ```
    /// use accelspec::{Ratio, Resource, ResourceBound};
    ///
    /// let bound = ResourceBound::of(&[(Resource::Operations, Ratio::new(2.0)?)]).expect("one resource");
    /// assert_eq!(bound.low(), bound.high());
    /// # Ok::<(), accelspec::OutOfRange>(())
    /// ```
    pub const fn low(&self) -> Ratio {
        self.lowest.1
    }

    /// The largest ratio of rates: no work is sped up by more.
    ///
    /// ```
    /// use accelspec::{Ratio, Resource, ResourceBound};
    ///
    /// let bound = ResourceBound::of(&[(Resource::LinkBytes, Ratio::new(2.0)?)]).expect("one resource");
    /// assert_eq!(bound.high().get(), 2.0);
    /// # Ok::<(), accelspec::OutOfRange>(())
    /// ```
    pub const fn high(&self) -> Ratio {
        self.highest.1
    }

    /// The resource of the smallest ratio.
    ///
    /// ```
    /// use accelspec::{Ratio, Resource, ResourceBound};
    ///
    /// let rates = [(Resource::Operations, Ratio::new(2.0)?), (Resource::LinkBytes, Ratio::new(3.0)?)];
    /// assert_eq!(ResourceBound::of(&rates).expect("two").lowest(), Resource::Operations);
    /// # Ok::<(), accelspec::OutOfRange>(())
    /// ```
    pub const fn lowest(&self) -> Resource {
        self.lowest.0
    }

    /// The resource of the largest ratio.
    ///
    /// ```
    /// use accelspec::{Ratio, Resource, ResourceBound};
    ///
    /// let rates = [(Resource::Operations, Ratio::new(2.0)?), (Resource::LinkBytes, Ratio::new(3.0)?)];
    /// assert_eq!(ResourceBound::of(&rates).expect("two").highest(), Resource::LinkBytes);
    /// # Ok::<(), accelspec::OutOfRange>(())
    /// ```
    pub const fn highest(&self) -> Resource {
        self.highest.0
    }

    /// The bound on work of which it is open whether this or another one holds.
    ///
    /// ```
    /// use accelspec::{Ratio, Resource, ResourceBound};
    ///
    /// let at = |ratio| Some(ResourceBound::of(&[(Resource::Operations, Ratio::new(ratio).ok()?)])?);
    /// let either = at(2.0).expect("in range").or(at(4.0).expect("in range"));
    /// assert_eq!((either.low().get(), either.high().get()), (2.0, 4.0));
    /// ```
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        let lowest = if other.low() < self.low() { other.lowest } else { self.lowest };
        let highest = if other.high() > self.high() { other.highest } else { self.highest };
        Self { lowest, highest }
    }

    /// The bound on work for the same energy, where each device draws so many times the power of the other.
    ///
    /// ```
    /// use accelspec::{Ratio, Resource, ResourceBound};
    ///
    /// let bound = ResourceBound::of(&[(Resource::Operations, Ratio::new(6.0)?)]).expect("one resource");
    /// assert_eq!(bound.per_power(Ratio::new(1.5)?).high().get(), 4.0);
    /// # Ok::<(), accelspec::OutOfRange>(())
    /// ```
    #[must_use]
    pub fn per_power(self, power: Ratio) -> Self {
        let scaled = |(resource, ratio): (Resource, Ratio)| (resource, ratio * power.inverse());
        Self { lowest: scaled(self.lowest), highest: scaled(self.highest) }
    }
}

impl fmt::Display for ResourceBound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}) to {} ({})", self.low(), self.lowest(), self.high(), self.highest())
    }
}
