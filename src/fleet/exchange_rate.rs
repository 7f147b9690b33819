//! Exchange rates: none is built in, the caller brings one with its date.

use std::fmt;

use crate::dimension::Money;
use crate::{Date, DifferentCurrencies, Quantity, Ratio};

/// What one amount of money was worth in another currency, and when.
///
/// ```
/// use accelspec::ExchangeRate;
///
/// let rate = ExchangeRate::new("1 USD".parse()?, "1,317 KRW".parse()?, "2024-03".parse()?);
/// assert_eq!(rate.convert("3.5 G USD".parse()?)?.to_string(), "4.6095 T KRW");
/// assert_eq!(rate.to_string(), "1 USD = 1317 KRW in 2024-03");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ExchangeRate {
    from: Quantity<Money>,
    to: Quantity<Money>,
    date: Date,
}

impl ExchangeRate {
    /// An amount, what it was worth, and when.
    ///
    /// ```
    /// use accelspec::ExchangeRate;
    ///
    /// let implied = ExchangeRate::new("3.5 G USD".parse()?, "4,609.5 G KRW".parse()?, "2024".parse()?);
    /// assert_eq!(implied.rate().to_string(), "1317");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub const fn new(from: Quantity<Money>, to: Quantity<Money>, date: Date) -> Self {
        Self { from, to, date }
    }

    /// How many units of the second currency one of the first was worth.
    ///
    /// ```
    /// use accelspec::ExchangeRate;
    ///
    /// let rate = ExchangeRate::new("2 USD".parse()?, "3 EUR".parse()?, "2024".parse()?);
    /// assert_eq!(rate.rate().get(), 1.5);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn rate(&self) -> Ratio {
        Ratio::of(self.to.base(), self.from.base())
    }

    /// An amount in the one currency, of an amount in the other.
    ///
    /// # Errors
    ///
    /// [`DifferentCurrencies`] when the amount is in neither.
    ///
    /// ```
    /// use accelspec::ExchangeRate;
    ///
    /// let rate = ExchangeRate::new("1 USD".parse()?, "1,250 KRW".parse()?, "2024".parse()?);
    /// assert_eq!(rate.convert("2,500 KRW".parse()?)?.to_string(), "2 USD");
    /// assert!(rate.convert("1 EUR".parse()?).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn convert(&self, amount: Quantity<Money>) -> Result<Quantity<Money>, DifferentCurrencies> {
        if amount.currency() == self.to.currency() {
            let times = amount.ratio_to(self.to)?;
            return Ok(Quantity::in_currency(self.from.base() * times.get(), self.from.currency()));
        }
        let times = amount.ratio_to(self.from)?;
        Ok(Quantity::in_currency(self.to.base() * times.get(), self.to.currency()))
    }
}

impl fmt::Display for ExchangeRate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} = {} in {}", self.from, self.to, self.date)
    }
}
