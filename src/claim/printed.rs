//! Ratios as they are printed, in any of the ways that people print them.

use std::fmt;
use std::str::FromStr;

use super::Sense;
use crate::dimension::{Bandwidth, Count, Dimension, Duration, Energy, Information, Money, OperationRate, Power};
use crate::excerpt::Excerpt;
use crate::{Quantity, Ratio};

/// A ratio with its digits as printed, which say how exact it is: "1.6" is anything from 1.55 to 1.65.
///
/// It is read as it stands in the source and kept as a number of times: `30`, `45 % more`, `68 % less`, `1/8`, or the change from the
/// baseline's amount to the subject's, `10 J to 0.4 J`. All but the first say of themselves whether it is times more or times less.
///
/// ```
/// use accelspec::{PrintedRatio, Sense};
///
/// let ratio: PrintedRatio = "1.6".parse()?;
/// assert_eq!((ratio.value().get(), ratio.sense()), (1.6, None));
/// assert_eq!(format!("{} to {}", ratio.low(), ratio.high()), "1.55 to 1.65");
///
/// let less: PrintedRatio = "68 % less".parse()?;
/// assert_eq!((less.value().to_string(), less.sense()), ("3.12".to_owned(), Some(Sense::Less)));
/// assert_eq!("1/8".parse::<PrintedRatio>()?.value().get(), 8.0);
/// assert_eq!("10 J to 0.4 J".parse::<PrintedRatio>()?.value().get(), 25.0);
/// assert_eq!("3x".parse::<PrintedRatio>().unwrap_err().to_string(),
///     "`3x` is not a ratio; write it as printed: `30`, `45 % more`, `68 % less`, `1/8`, or `10 J to 0.4 J` for a change from the \
///     baseline's amount to the subject's");
/// # Ok::<(), accelspec::ParseRatioError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PrintedRatio {
    printed: String,
    sense: Option<Sense>,
    value: Ratio,
    low: Ratio,
    high: Ratio,
}

impl PrintedRatio {
    /// How many times: 3.125 for `68 % less`, 8 for `1/8`.
    ///
    /// ```
    /// assert_eq!("45 % more".parse::<accelspec::PrintedRatio>()?.value().get(), 1.45);
    /// # Ok::<(), accelspec::ParseRatioError>(())
    /// ```
    pub const fn value(&self) -> Ratio {
        self.value
    }

    /// The least that would be printed so.
    ///
    /// ```
    /// assert_eq!("30".parse::<accelspec::PrintedRatio>()?.low().get(), 29.5);
    /// # Ok::<(), accelspec::ParseRatioError>(())
    /// ```
    pub const fn low(&self) -> Ratio {
        self.low
    }

    /// The most that would be printed so.
    ///
    /// ```
    /// assert_eq!("30".parse::<accelspec::PrintedRatio>()?.high().get(), 30.5);
    /// # Ok::<(), accelspec::ParseRatioError>(())
    /// ```
    pub const fn high(&self) -> Ratio {
        self.high
    }

    /// Whether it is times more or times less, where the form says so.
    ///
    /// ```
    /// use accelspec::{PrintedRatio, Sense};
    ///
    /// assert_eq!("8,000 to 2,000".parse::<PrintedRatio>()?.sense(), Some(Sense::Less));
    /// # Ok::<(), accelspec::ParseRatioError>(())
    /// ```
    pub const fn sense(&self) -> Option<Sense> {
        self.sense
    }
}

impl FromStr for PrintedRatio {
    type Err = ParseRatioError;

    fn from_str(text: &str) -> Result<Self, ParseRatioError> {
        let read = || {
            let (sense, [low, value, high]) = if let Some((from, to)) = text.split_once(" to ") {
                change(from, to)?
            } else if let Some((part, whole)) = text.split_once('/') {
                fraction(part, whole)?
            } else if let Some(percent) = text.strip_suffix("% more") {
                let percent = Interval::read(percent)?;
                (Some(Sense::More), percent.map(|share| (100.0 + share) / 100.0))
            } else if let Some(percent) = text.strip_suffix("% less") {
                let percent = Interval::read(percent)?;
                (Some(Sense::Less), percent.map(|share| 100.0 / (100.0 - share)))
            } else {
                (None, Interval::read(text)?.map(|times| times))
            };
            let [low, value, high] = [Ratio::new(low).ok()?, Ratio::new(value).ok()?, Ratio::new(high).ok()?];
            Some(Self { printed: text.to_owned(), sense, value, low, high })
        };
        read().ok_or_else(|| ParseRatioError { text: text.to_owned() })
    }
}

/// A part of the whole, one eighth: the whole over the part, which is taken to be a word and so exact to half of one.
fn fraction(part: &str, whole: &str) -> Option<(Option<Sense>, [f64; 3])> {
    let (part, whole) = (Interval::read(part)?, Interval::read(whole)?);
    let less = part.value < whole.value;
    let (small, large) = if less { (part, whole) } else { (whole, part) };
    Some((Some(if less { Sense::Less } else { Sense::More }), large.map(|large| large / small.value)))
}

/// From one amount to another of the same dimension: the larger over the smaller, as exact as their digits.
fn change(from: &str, to: &str) -> Option<(Option<Sense>, [f64; 3])> {
    let quotients = [
        quotient::<Count>,
        quotient::<Duration>,
        quotient::<Energy>,
        quotient::<Power>,
        quotient::<Information>,
        quotient::<Bandwidth>,
        quotient::<OperationRate>,
        quotient::<Money>,
    ];
    let times = quotients.into_iter().find_map(|quotient| quotient(from, to))?.get();
    let (from, to) = (Interval::relative(from)?, Interval::relative(to)?);
    let (sense, times) = if times < 1.0 { (Sense::More, 1.0 / times) } else { (Sense::Less, times) };
    let (large, small) = if sense == Sense::Less { (from, to) } else { (to, from) };
    Some((Some(sense), [times * large.low / small.high, times, times * large.high / small.low]))
}

fn quotient<D: Dimension>(from: &str, to: &str) -> Option<Ratio> {
    let (from, to): (Quantity<D>, Quantity<D>) = (from.parse().ok()?, to.parse().ok()?);
    from.ratio_to(to).ok()
}

/// A printed number and what half a unit of its last digit leaves open.
#[derive(Clone, Copy)]
struct Interval {
    low: f64,
    value: f64,
    high: f64,
}

impl Interval {
    /// Reads digits with at most one decimal point.
    fn read(text: &str) -> Option<Self> {
        let digits = text.trim_end();
        let plain = digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        let value: f64 = plain.then(|| digits.parse().ok())??;
        let decimals = digits.split_once('.').map_or(0, |(_, fraction)| fraction.len());
        // Read as text, so that one decimal gives the f64 nearest to 0.05 and not ten rounding errors.
        let half: f64 = format!("5e-{}", decimals + 1).parse().ok()?;
        (value > 0.0).then_some(Self { low: (value - half).max(f64::MIN_POSITIVE), value, high: value + half })
    }

    /// What the digits at the head of an amount leave open, as shares of the number they print.
    fn relative(amount: &str) -> Option<Self> {
        let end = amount.find(|symbol: char| !symbol.is_ascii_digit() && symbol != '.' && symbol != ',');
        let number = Self::read(&amount[..end.unwrap_or(amount.len())].replace(',', ""))?;
        let [low, value, high] = number.map(|bound| bound / number.value);
        Some(Self { low, value, high })
    }

    /// The ends and the middle, through a function that keeps their order.
    fn map(self, function: impl Fn(f64) -> f64) -> [f64; 3] {
        [self.low, self.value, self.high].map(function)
    }
}

/// As printed.
impl fmt::Display for PrintedRatio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.printed)
    }
}

/// A text that is no printed ratio.
///
/// ```
/// assert!("thirty".parse::<accelspec::PrintedRatio>().is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{}` is not a ratio; write it as printed: `30`, `45 % more`, `68 % less`, `1/8`, or `10 J to 0.4 J` for a change from the \
     baseline's amount to the subject's",
    Excerpt(.text)
)]
pub struct ParseRatioError {
    text: String,
}
