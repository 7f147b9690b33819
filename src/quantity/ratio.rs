//! The quotient of two like quantities.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Mul;

use crate::quantity::{OutOfRange, bounded};

/// How many times one quantity is another: a plain number, finite and above zero, so that it has a total order.
///
/// ```
/// use accelspec::{Quantity, Ratio, dimension::Information};
///
/// let mi300x: Quantity<Information> = "192 GB".parse()?;
/// let h100: Quantity<Information> = "80 GB".parse()?;
/// let ratio: Ratio = mi300x / h100;
/// assert_eq!(ratio.get(), 2.4);
/// assert_eq!(ratio.to_string(), "2.40");
/// assert_eq!((ratio * ratio.inverse()).get(), 1.0);
/// # Ok::<(), accelspec::ParseQuantityError>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Ratio(f64);

impl Ratio {
    /// A ratio from a number.
    ///
    /// # Errors
    ///
    /// [`OutOfRange`] unless the number is between [`Quantity::MIN`](crate::Quantity::MIN) and [`Quantity::MAX`](crate::Quantity::MAX).
    ///
    /// ```
    /// use accelspec::Ratio;
    ///
    /// assert_eq!(Ratio::new(1.5)?.get(), 1.5);
    /// assert!(Ratio::new(0.0).is_err());
    /// assert!(Ratio::new(f64::NAN).is_err());
    /// # Ok::<(), accelspec::OutOfRange>(())
    /// ```
    pub fn new(number: f64) -> Result<Self, OutOfRange> {
        bounded(number).map(Self)
    }

    /// The ratio of a thing to itself.
    ///
    /// ```
    /// use accelspec::Ratio;
    ///
    /// assert_eq!(Ratio::ONE * Ratio::ONE, Ratio::ONE);
    /// ```
    pub const ONE: Self = Self(1.0);

    /// The ratio of two numbers that quantities hold; such numbers are bounded, so the quotient is finite and above zero.
    pub(crate) fn of(subject: f64, baseline: f64) -> Self {
        Self::clamped(subject / baseline)
    }

    fn clamped(number: f64) -> Self {
        Self(number.clamp(f64::MIN_POSITIVE, f64::MAX))
    }

    /// The number.
    ///
    /// ```
    /// assert_eq!(accelspec::Ratio::new(2.4)?.get(), 2.4);
    /// # Ok::<(), accelspec::OutOfRange>(())
    /// ```
    pub const fn get(self) -> f64 {
        self.0
    }

    /// The ratio seen from the other side.
    ///
    /// ```
    /// assert_eq!(accelspec::Ratio::new(4.0)?.inverse().get(), 0.25);
    /// # Ok::<(), accelspec::OutOfRange>(())
    /// ```
    #[must_use]
    pub fn inverse(self) -> Self {
        Self::clamped(1.0 / self.0)
    }
}

/// Composes two ratios: a to b times b to c is a to c. A product beyond what an `f64` holds stays at its largest or smallest positive value.
impl Mul for Ratio {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        Self::clamped(self.0 * other.0)
    }
}

/// Shows two decimals, or three digits where the number is small or large; a precision (`{:.4}`) sets the decimals.
impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match f.precision() {
            Some(decimals) => format!("{:.decimals$}", self.0),
            None if (0.095..1000.0).contains(&self.0) => format!("{:.2}", self.0),
            None if (0.001..0.095).contains(&self.0) => format!("{:.4}", self.0),
            None if (1000.0..1e6).contains(&self.0) => format!("{:.0}", self.0),
            None => format!("{:.2e}", self.0),
        };
        f.pad_integral(true, "", &text)
    }
}

impl PartialEq for Ratio {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Ratio {}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Ratio {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.total_cmp(&other.0)
    }
}

impl Hash for Ratio {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.to_bits().hash(state);
    }
}
