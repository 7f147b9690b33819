//! Prices: an amount of money, what kind of price it is, and of when.

use crate::dimension::Money;
use crate::vocabulary::spoken;
use crate::{Currency, Date, Figure, Quantity, Vocabulary};

/// A price as a source gives it.
///
/// ```
/// use accelspec::{Catalog, Currency, PriceBasis};
///
/// let mach1 = Catalog::builtin().find("Mach-1")?;
/// let price = mach1.figures.prices.get(Currency::Krw).expect("reported");
/// assert_eq!(price.figure.get().map(ToString::to_string), Ok("5 M KRW".to_owned()));
/// assert_eq!(price.basis, Some(PriceBasis::Report));
/// # Ok::<(), accelspec::LookupError>(())
/// ```
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
#[serde(rename_all = "kebab-case")]
pub struct Price {
    /// How much, in one currency.
    pub figure: Figure<Quantity<Money>>,
    /// What kind of price, where the source says.
    pub basis: Option<PriceBasis>,
    /// The time it held at, where the source says.
    pub date: Option<Date>,
}

/// What kind of price a source gives.
///
/// ```
/// use accelspec::PriceBasis;
///
/// assert_eq!("list".parse::<PriceBasis>()?, PriceBasis::List);
/// # Ok::<(), accelspec::UnknownWord>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PriceBasis {
    /// The vendor's own.
    List,
    /// What a publication reports.
    Report,
    /// What resellers ask.
    Street,
    /// Somebody's estimate.
    Estimate,
}

impl Vocabulary for PriceBasis {
    const MEANING: &'static str = "price basis";
    const WORDS: &'static [(Self, &'static str)] =
        &[(Self::List, "list"), (Self::Report, "report"), (Self::Street, "street"), (Self::Estimate, "estimate")];
}

spoken!(PriceBasis);

/// The prices recorded of a product, one preferred in each currency.
///
/// ```
/// use accelspec::{Catalog, Currency};
///
/// let h100 = Catalog::builtin().find("H100")?;
/// assert!(h100.figures.prices.get(Currency::Usd).is_some());
/// # Ok::<(), accelspec::LookupError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Prices {
    prices: Vec<(Currency, Price)>,
    absence: Option<Price>,
}

impl Prices {
    /// The price in a currency, or the absence that covers it.
    ///
    /// ```
    /// use accelspec::{Catalog, Currency};
    ///
    /// let h100 = Catalog::builtin().find("H100")?;
    /// assert!(h100.figures.prices.get(Currency::Inr).is_none());
    /// # Ok::<(), accelspec::LookupError>(())
    /// ```
    pub fn get(&self, currency: Currency) -> Option<&Price> {
        let recorded = self.prices.iter().find(|(known, _)| *known == currency);
        recorded.map(|(_, price)| price).or(self.absence.as_ref())
    }

    /// The prices by currency.
    ///
    /// ```
    /// use accelspec::{Catalog, Currency};
    ///
    /// let mach1 = Catalog::builtin().find("Mach-1")?;
    /// assert!(mach1.figures.prices.iter().any(|(currency, _)| currency == Currency::Krw));
    /// # Ok::<(), accelspec::LookupError>(())
    /// ```
    pub fn iter(&self) -> impl Iterator<Item = (Currency, &Price)> {
        self.prices.iter().map(|(currency, price)| (*currency, price))
    }

    /// The absence that speaks of every currency.
    pub(crate) fn absence(&self) -> Option<&Price> {
        self.absence.as_ref()
    }

    /// Records a price, in place of the one in the same currency, or an absence that speaks of all.
    pub(crate) fn set(&mut self, price: Price) {
        let Ok(currency) = price.figure.get().map(|amount| amount.currency()) else {
            self.absence = Some(price);
            return;
        };
        match self.prices.binary_search_by(|(known, _)| known.cmp(&currency)) {
            Ok(index) => self.prices[index].1 = price,
            Err(index) => self.prices.insert(index, (currency, price)),
        }
    }
}
