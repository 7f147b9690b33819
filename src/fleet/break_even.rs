//! Software that is priced by the year or by the hour: from when on the year is cheaper.

use std::fmt;

use crate::dimension::{Duration, Money, Share};
use crate::{DifferentCurrencies, Quantity};

/// From how much use on a licence for a year costs less than one by the hour.
///
/// # Errors
///
/// [`DifferentCurrencies`] when the two prices are in different currencies.
///
/// ```
/// use accelspec::break_even;
///
/// let even = break_even("4,500 USD".parse()?, "1 USD".parse()?)?;
/// assert_eq!(even.to_string(), "4500 h, 51.4 % of a year");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn break_even(per_year: Quantity<Money>, per_hour: Quantity<Money>) -> Result<BreakEven, DifferentCurrencies> {
    let hours = per_year.ratio_to(per_hour)?.get();
    Ok(BreakEven { time: Quantity::derived(hours * 3600.0), share_of_year: Quantity::derived(hours / (365.0 * 24.0)) })
}

/// The use at which two prices come to the same.
///
/// ```
/// let even = accelspec::break_even("8,760 USD".parse()?, "1 USD".parse()?)?;
/// assert_eq!(even.share_of_year.to_string(), "100 %");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct BreakEven {
    /// How long in a year.
    pub time: Quantity<Duration>,
    /// The same as a share of a year of 365 days; above 100 % the price by the hour is always the lower one.
    pub share_of_year: Quantity<Share>,
}

impl fmt::Display for BreakEven {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} h, {:.1} of a year", self.time.base() / 3600.0, self.share_of_year)
    }
}
