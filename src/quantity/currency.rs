//! Currencies: what an amount of money is counted in.

use std::fmt;
use std::str::FromStr;

use crate::excerpt::Excerpt;

/// A currency, by its ISO 4217 code. The crate holds no exchange rate.
///
/// ```
/// use accelspec::Currency;
///
/// let won: Currency = "KRW".parse()?;
/// assert_eq!(won, Currency::Krw);
/// assert_eq!(won.to_string(), "KRW");
/// assert_eq!("krw".parse::<Currency>().unwrap_err().to_string(),
///     "unknown currency `krw`; known are CNY, EUR, GBP, INR, JPY, KRW, TWD, USD");
/// # Ok::<(), accelspec::UnknownCurrency>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Currency {
    /// Chinese yuan.
    Cny,
    /// Euro.
    Eur,
    /// Pound sterling.
    Gbp,
    /// Indian rupee.
    Inr,
    /// Japanese yen.
    Jpy,
    /// South Korean won.
    Krw,
    /// New Taiwan dollar.
    Twd,
    /// United States dollar.
    Usd,
}

impl Currency {
    /// Every currency the crate knows, by code.
    ///
    /// ```
    /// assert!(accelspec::Currency::ALL.contains(&accelspec::Currency::Krw));
    /// ```
    pub const ALL: &[Self] = &[Self::Cny, Self::Eur, Self::Gbp, Self::Inr, Self::Jpy, Self::Krw, Self::Twd, Self::Usd];

    /// The ISO 4217 code.
    ///
    /// ```
    /// assert_eq!(accelspec::Currency::Usd.code(), "USD");
    /// ```
    pub const fn code(self) -> &'static str {
        match self {
            Self::Cny => "CNY",
            Self::Eur => "EUR",
            Self::Gbp => "GBP",
            Self::Inr => "INR",
            Self::Jpy => "JPY",
            Self::Krw => "KRW",
            Self::Twd => "TWD",
            Self::Usd => "USD",
        }
    }

    pub(crate) fn known_codes() -> String {
        Self::ALL.iter().map(|currency| currency.code()).collect::<Vec<_>>().join(", ")
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

impl FromStr for Currency {
    type Err = UnknownCurrency;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .iter()
            .copied()
            .find(|currency| currency.code() == text)
            .ok_or_else(|| UnknownCurrency { text: text.to_owned() })
    }
}

/// A text that is no currency code the crate knows.
///
/// ```
/// assert!("dollars".parse::<accelspec::Currency>().is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown currency `{}`; known are {}", Excerpt(.text), Currency::known_codes())]
pub struct UnknownCurrency {
    text: String,
}
