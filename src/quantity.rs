//! Quantities with a unit: read as data sheets print them, kept in base units, shown with a sensible prefix.

mod currency;
pub mod dimension;
mod number;
mod ratio;
mod unit;

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::{Add, Div, Mul};
use std::str::FromStr;

pub use currency::{Currency, UnknownCurrency};
use dimension::{
    Area, Bandwidth, BytesPerJoule, BytesPerOperation, Count, Density, Dimension, OperationRate, OperationsPerByte,
    OperationsPerJoule, Power,
};
pub use number::ParseQuantityError;
pub use ratio::Ratio;
use unit::Basis;

/// A number with a unit, of dimension `D`: `Quantity<Power>`, `Quantity<Bandwidth>`.
///
/// A quantity is finite and above zero by construction, so it has a total order and a hash, and a quotient of two is finite too.
///
/// ```
/// use accelspec::{Quantity, dimension::Information};
///
/// let marketed: Quantity<Information> = "80 GB".parse()?;
/// let binary: Quantity<Information> = "80 GiB".parse()?;
/// assert!(marketed < binary);
/// assert_eq!(marketed.to_string(), "80 GB");
/// assert_eq!(marketed.base(), 80e9);
/// assert_eq!((marketed + marketed).to_string(), "160 GB");
/// # Ok::<(), accelspec::ParseQuantityError>(())
/// ```
///
/// Quantities of two dimensions neither add nor compare:
///
/// ```compile_fail,E0308
/// use accelspec::{Quantity, dimension::{Information, Power}};
///
/// let power: Quantity<Power> = "700 W".parse().unwrap();
/// let memory: Quantity<Information> = "80 GB".parse().unwrap();
/// let sum = power + memory;
/// ```
///
/// They divide where the quotient means something: a rate by a power, a bandwidth by a rate or a power, a count by an area.
///
/// ```
/// use accelspec::{Quantity, dimension::{OperationRate, Power}};
///
/// let rate: Quantity<OperationRate> = "989.4 TFLOP/s".parse()?;
/// let power: Quantity<Power> = "700 W".parse()?;
/// assert_eq!(format!("{:.2}", rate / power), "1.41 TOP/s/W");
/// # Ok::<(), accelspec::ParseQuantityError>(())
/// ```
#[derive(Clone, Copy)]
pub struct Quantity<D: Dimension> {
    value: f64,
    basis: D::Basis,
}

impl<D: Dimension> Quantity<D> {
    /// The smallest number of base units that is read.
    ///
    /// ```
    /// use accelspec::{Quantity, dimension::Power};
    ///
    /// assert!(Quantity::<Power>::from_base(Quantity::<Power>::MIN).is_ok());
    /// ```
    pub const MIN: f64 = 1e-60;

    /// The largest number of base units that is read.
    ///
    /// ```
    /// assert!("1e61 W".parse::<accelspec::Quantity<accelspec::dimension::Power>>().is_err());
    /// ```
    pub const MAX: f64 = 1e60;

    /// The value in base units: W, J, B, B/s, operations per second, m², s, a plain number, or units of the currency.
    ///
    /// ```
    /// use accelspec::{Quantity, dimension::Bandwidth};
    ///
    /// assert_eq!("3.35 TB/s".parse::<Quantity<Bandwidth>>()?.base(), 3.35e12);
    /// # Ok::<(), accelspec::ParseQuantityError>(())
    /// ```
    pub const fn base(self) -> f64 {
        self.value
    }

    /// What one of [`Quantity::base`] is: `W`, `B`, `op/s`, `count`, or the code of the currency.
    ///
    /// ```
    /// use accelspec::{Quantity, dimension::{Money, OperationRate}};
    ///
    /// assert_eq!("1.979 PFLOP/s".parse::<Quantity<OperationRate>>()?.base_unit(), "op/s");
    /// assert_eq!("5 M KRW".parse::<Quantity<Money>>()?.base_unit(), "KRW");
    /// # Ok::<(), accelspec::ParseQuantityError>(())
    /// ```
    pub fn base_unit(self) -> &'static str {
        if D::BASE_UNIT.is_empty() { self.basis.code() } else { D::BASE_UNIT }
    }

    /// The ratio of two quantities of one dimension, where the division is not sure to have a meaning: two amounts of money.
    ///
    /// # Errors
    ///
    /// [`DifferentCurrencies`] when the two are amounts in different currencies; the crate holds no exchange rate.
    ///
    /// ```
    /// use accelspec::{Quantity, dimension::Money};
    ///
    /// let gh200: Quantity<Money> = "100 M KRW".parse()?;
    /// let h100: Quantity<Money> = "60 M KRW".parse()?;
    /// let dollars: Quantity<Money> = "30,000 USD".parse()?;
    /// assert_eq!(gh200.ratio_to(h100)?.to_string(), "1.67");
    /// assert_eq!(gh200.partial_cmp(&dollars), None);
    /// assert_eq!(gh200.ratio_to(dollars).unwrap_err().to_string(),
    ///     "100 M KRW and 30000 USD are in two currencies; convert one of them at a rate of your own first");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn ratio_to(self, other: Self) -> Result<Ratio, DifferentCurrencies> {
        if self.basis == other.basis {
            Ok(Ratio::of(self.value, other.value))
        } else {
            Err(DifferentCurrencies { left: self.to_string(), right: other.to_string() })
        }
    }
}

impl<D: Dimension<Basis = ()>> Quantity<D> {
    /// A quantity from a number of base units.
    ///
    /// # Errors
    ///
    /// [`OutOfRange`] unless the number is between [`Quantity::MIN`] and [`Quantity::MAX`].
    ///
    /// ```
    /// use accelspec::{Quantity, dimension::Power};
    ///
    /// assert_eq!(Quantity::<Power>::from_base(700.0)?.to_string(), "700 W");
    /// assert_eq!(Quantity::<Power>::from_base(-1.0).unwrap_err().to_string(),
    ///     "-1 is not between 1e-60 and 1e60; a quantity is finite and above zero");
    /// # Ok::<(), accelspec::OutOfRange>(())
    /// ```
    pub fn from_base(value: f64) -> Result<Self, OutOfRange> {
        Ok(Self { value: bounded(value)?, basis: () })
    }

    /// A quantity from a number that is already known to be finite and above zero: a sum or a quotient of quantities.
    pub(crate) fn derived(value: f64) -> Self {
        Self { value: value.clamp(f64::MIN_POSITIVE, f64::MAX), basis: () }
    }
}

impl Quantity<dimension::Energy> {
    /// Shows the energy as electricity is counted, in watt-hours, rounded to four digits.
    ///
    /// ```
    /// use accelspec::{Quantity, dimension::Energy};
    ///
    /// assert_eq!("44.15 PJ".parse::<Quantity<Energy>>()?.watt_hours(), "12.26 TWh");
    /// # Ok::<(), accelspec::ParseQuantityError>(())
    /// ```
    pub fn watt_hours(self) -> String {
        let watts = self.value / 3600.0;
        let rounded = format!("{watts:.3e}").parse().unwrap_or(watts);
        format!("{}h", Quantity::<Power>::derived(rounded))
    }
}

impl Quantity<dimension::Money> {
    /// The currency of the amount.
    ///
    /// ```
    /// use accelspec::{Currency, Quantity, dimension::Money};
    ///
    /// assert_eq!("5 M KRW".parse::<Quantity<Money>>()?.currency(), Currency::Krw);
    /// # Ok::<(), accelspec::ParseQuantityError>(())
    /// ```
    pub const fn currency(self) -> Currency {
        self.basis
    }

    /// An amount of so many units of a currency, from a number that is known to be finite and above zero.
    pub(crate) fn in_currency(amount: f64, currency: Currency) -> Self {
        Self { value: amount.clamp(f64::MIN_POSITIVE, f64::MAX), basis: currency }
    }
}

fn bounded(value: f64) -> Result<f64, OutOfRange> {
    if (1e-60..=1e60).contains(&value) { Ok(value) } else { Err(OutOfRange { value }) }
}

/// Reads a number and a unit as data sheets print them: `700 W`, `3.35TB/s`, `1,979 TFLOP/s`, `814 mm2`, `208 billion`, `5 M KRW`.
///
/// Commas separate groups of three digits; the unit's letters keep their case, since `Gb` is not `GB`.
impl<D: Dimension> FromStr for Quantity<D> {
    type Err = ParseQuantityError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (value, basis) = number::parse::<D>(text)?;
        Ok(Self { value, basis })
    }
}

/// Shows the exact value with a prefix that fits; a precision (`{:.2}`) rounds to that many decimals.
impl<D: Dimension> fmt::Display for Quantity<D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&number::show::<D>(self.value, self.basis.code(), f.precision()))
    }
}

impl<D: Dimension> fmt::Debug for Quantity<D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Quantity({self})")
    }
}

impl<D: Dimension> PartialEq for Quantity<D> {
    fn eq(&self, other: &Self) -> bool {
        self.partial_cmp(other) == Some(Ordering::Equal)
    }
}

impl<D: Dimension> Eq for Quantity<D> {}

impl<D: Dimension> Hash for Quantity<D> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.value.to_bits().hash(state);
        self.basis.hash(state);
    }
}

impl<D: Dimension> PartialOrd for Quantity<D> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        (self.basis == other.basis).then(|| self.value.total_cmp(&other.value))
    }
}

impl<D: Dimension<Basis = ()>> Ord for Quantity<D> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.value.total_cmp(&other.value)
    }
}

/// A sum beyond what an `f64` holds stays at its largest value.
impl<D: Dimension<Basis = ()>> Add for Quantity<D> {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self::derived(self.value + other.value)
    }
}

impl<D: Dimension<Basis = ()>> Div for Quantity<D> {
    type Output = Ratio;

    fn div(self, other: Self) -> Ratio {
        Ratio::of(self.value, other.value)
    }
}

impl Div<Quantity<Power>> for Quantity<OperationRate> {
    type Output = Quantity<OperationsPerJoule>;

    fn div(self, power: Quantity<Power>) -> Self::Output {
        Quantity::derived(self.value / power.value)
    }
}

impl Div<Quantity<Bandwidth>> for Quantity<OperationRate> {
    type Output = Quantity<OperationsPerByte>;

    fn div(self, bandwidth: Quantity<Bandwidth>) -> Self::Output {
        Quantity::derived(self.value / bandwidth.value)
    }
}

/// The operations each second that a bandwidth feeds, at so many operations for each byte.
impl Mul<Quantity<OperationsPerByte>> for Quantity<Bandwidth> {
    type Output = Quantity<OperationRate>;

    fn mul(self, intensity: Quantity<OperationsPerByte>) -> Self::Output {
        Quantity::derived(self.value * intensity.value)
    }
}

impl Div<Quantity<OperationRate>> for Quantity<Bandwidth> {
    type Output = Quantity<BytesPerOperation>;

    fn div(self, rate: Quantity<OperationRate>) -> Self::Output {
        Quantity::derived(self.value / rate.value)
    }
}

impl Div<Quantity<Power>> for Quantity<Bandwidth> {
    type Output = Quantity<BytesPerJoule>;

    fn div(self, power: Quantity<Power>) -> Self::Output {
        Quantity::derived(self.value / power.value)
    }
}

impl Div<Quantity<Area>> for Quantity<Count> {
    type Output = Quantity<Density>;

    fn div(self, area: Quantity<Area>) -> Self::Output {
        Quantity::derived(self.value / area.value)
    }
}

/// A number that no quantity or ratio holds: zero, negative, not finite, or beyond any physical scale.
///
/// ```
/// assert!(accelspec::Ratio::new(f64::INFINITY).is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
#[error("{value} is not between 1e-60 and 1e60; a quantity is finite and above zero")]
pub struct OutOfRange {
    value: f64,
}

/// Two amounts of money that do not compare.
///
/// ```
/// use accelspec::{Quantity, dimension::Money};
///
/// let won: Quantity<Money> = "5 M KRW".parse()?;
/// assert!(won.ratio_to("3,756 USD".parse()?).is_err());
/// # Ok::<(), accelspec::ParseQuantityError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{left} and {right} are in two currencies; convert one of them at a rate of your own first")]
pub struct DifferentCurrencies {
    left: String,
    right: String,
}

#[cfg(feature = "approx")]
mod approximate {
    use approx::{AbsDiffEq, RelativeEq};

    use super::{Dimension, Quantity, Ratio};

    impl<D: Dimension> AbsDiffEq for Quantity<D> {
        type Epsilon = f64;

        fn default_epsilon() -> f64 {
            f64::default_epsilon()
        }

        fn abs_diff_eq(&self, other: &Self, epsilon: f64) -> bool {
            self.basis == other.basis && self.value.abs_diff_eq(&other.value, epsilon)
        }
    }

    impl<D: Dimension> RelativeEq for Quantity<D> {
        fn default_max_relative() -> f64 {
            f64::default_max_relative()
        }

        fn relative_eq(&self, other: &Self, epsilon: f64, max_relative: f64) -> bool {
            self.basis == other.basis && self.value.relative_eq(&other.value, epsilon, max_relative)
        }
    }

    impl AbsDiffEq for Ratio {
        type Epsilon = f64;

        fn default_epsilon() -> f64 {
            f64::default_epsilon()
        }

        fn abs_diff_eq(&self, other: &Self, epsilon: f64) -> bool {
            self.get().abs_diff_eq(&other.get(), epsilon)
        }
    }

    impl RelativeEq for Ratio {
        fn default_max_relative() -> f64 {
            f64::default_max_relative()
        }

        fn relative_eq(&self, other: &Self, epsilon: f64, max_relative: f64) -> bool {
            self.get().relative_eq(&other.get(), epsilon, max_relative)
        }
    }
}
