//! Between text and number: reads `3.35 TB/s` and shows it again, without losing a digit either way.
//!
//! A printed number and the power of ten of its unit are put together as text before they become an `f64`, and shown the same way
//! back, so that reading what was shown gives the same value.

use std::fmt::Write;

use super::bounded;
use super::dimension::Dimension;
use super::unit::{Scale, read_unit};
use crate::excerpt::Excerpt;

/// Why a text is no quantity of the dimension asked for. The message names the text, the dimension, the fault and the mend.
///
/// ```
/// use accelspec::{Quantity, dimension::Power};
///
/// let error = "700 hp".parse::<Quantity<Power>>().unwrap_err();
/// assert_eq!(error.to_string(), "`700 hp` is not a power: unknown unit `hp`; write one of mW, W, kW, MW, GW, TW");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{}` is not {} {dimension}: {fault}", Excerpt(.text), article(dimension))]
pub struct ParseQuantityError {
    text: String,
    dimension: &'static str,
    fault: Fault,
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
enum Fault {
    #[error("it does not begin with a number; write digits, then the unit")]
    NoNumber,
    #[error("a comma separates groups of three digits; write a decimal point for a fraction")]
    Comma,
    #[error("the number has no unit; write {0}")]
    NoUnit(String),
    #[error("unknown unit `{}`; write {}", Excerpt(.0), .1)]
    UnknownUnit(String, String),
    #[error("it is not above zero; leave the figure out, or write `absent = \"undisclosed\"`")]
    NotPositive,
    #[error("it is beyond any physical scale; check the number and the unit")]
    OutOfRange,
}

/// Reads a number and its unit; the value is in base units.
pub(super) fn parse<D: Dimension>(text: &str) -> Result<(f64, D::Basis), ParseQuantityError> {
    let failed = |fault| ParseQuantityError { text: text.to_owned(), dimension: D::NAME, fault };
    let trimmed = text.trim();
    if trimmed.starts_with(['-', '−']) {
        return Err(failed(Fault::NotPositive));
    }
    let number = Number::split(trimmed).ok_or_else(|| failed(Fault::NoNumber))?;
    if !number.commas_are_thousands() {
        return Err(failed(Fault::Comma));
    }
    let Some((scale, basis)) = read_unit::<D>(number.unit) else {
        let fault = if number.unit.is_empty() {
            Fault::NoUnit(D::known_units())
        } else {
            Fault::UnknownUnit(number.unit.to_owned(), D::known_units())
        };
        return Err(failed(fault));
    };
    let value = number.scaled(scale).ok_or_else(|| failed(Fault::OutOfRange))?;
    if value == 0.0 && number.digits.bytes().all(|byte| matches!(byte, b'0' | b'.' | b',')) {
        return Err(failed(Fault::NotPositive));
    }
    bounded(value).map(|value| (value, basis)).map_err(|_| failed(Fault::OutOfRange))
}

/// Shows a value in the largest unit that leaves at least one before the decimal point.
pub(super) fn show<D: Dimension>(value: f64, code: &str, decimals: Option<usize>) -> String {
    let scientific = format!("{value:e}");
    let (digits, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    let fitting = D::SHOWN.iter().rev().find(|(_, power)| *power <= exponent);
    let (unit, power) = fitting.or(D::SHOWN.first()).copied().unwrap_or(("", 0));
    let number = match decimals {
        Some(decimals) => format!("{:.decimals$}", shift(digits, exponent - power).parse().unwrap_or(value)),
        None => shift(digits, exponent - power),
    };
    // A density's unit follows its number at once: `98.3 M/mm²`, but `12/mm²`.
    let space = if unit.starts_with('/') || (unit.is_empty() && code.is_empty()) { "" } else { " " };
    let gap = if unit.is_empty() || code.is_empty() { "" } else { " " };
    format!("{number}{space}{unit}{gap}{code}")
}

/// Moves the decimal point of `d.ddd` by `places`, as text; a number that would become very long keeps its exponent.
fn shift(digits: &str, places: i32) -> String {
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let all = format!("{whole}{fraction}");
    let Ok(length) = i32::try_from(all.len()) else { return format!("{digits}e{places}") };
    match places {
        ..-6 | 15.. => format!("{digits}e{places}"),
        ..0 => format!("0.{}{all}", "0".repeat(places.unsigned_abs() as usize - 1)),
        _ if length <= places + 1 => format!("{all}{}", "0".repeat((places + 1 - length).unsigned_abs() as usize)),
        _ => {
            let (whole, fraction) = all.split_at(places.unsigned_abs() as usize + 1);
            format!("{whole}.{fraction}")
        }
    }
}

fn article(dimension: &str) -> &'static str {
    if dimension.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" }
}

/// A text taken apart: `1,979.5e3 TFLOP/s` has digits `1,979.5`, exponent 3, unit `TFLOP/s`.
struct Number<'a> {
    digits: &'a str,
    exponent: &'a str,
    unit: &'a str,
}

impl<'a> Number<'a> {
    fn split(text: &'a str) -> Option<Self> {
        let end = text.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',').unwrap_or(text.len());
        let (digits, rest) = text.split_at(end);
        let well_formed = digits.starts_with(|c: char| c.is_ascii_digit())
            && digits.ends_with(|c: char| c.is_ascii_digit())
            && digits.bytes().filter(|byte| *byte == b'.').count() <= 1;
        let exponent_end = exponent_length(rest);
        let (exponent, unit) = rest.split_at(exponent_end);
        well_formed.then(|| Self { digits, exponent: exponent.get(1..).unwrap_or("0"), unit: unit.trim_start() })
    }

    fn commas_are_thousands(&self) -> bool {
        if !self.digits.contains(',') {
            return true;
        }
        let (whole, fraction) = self.digits.split_once('.').unwrap_or((self.digits, ""));
        let mut groups = whole.split(',');
        let first = groups.next().unwrap_or_default();
        let mut others = groups.peekable();
        !fraction.contains(',') && (others.peek().is_none() || first.len() <= 3) && others.all(|group| group.len() == 3)
    }

    /// The number in base units, rounded once; `None` where the exponent is out of all bounds.
    fn scaled(&self, scale: Scale) -> Option<f64> {
        let exponent = self.exponent.parse::<i32>().ok()?.checked_add(scale.exponent)?;
        if let Some(value) = self.exact(exponent) {
            return Some(value * scale.factor);
        }
        let mut text = String::with_capacity(self.digits.len() + 8);
        text.extend(self.digits.split(','));
        write!(text, "e{exponent}").ok()?;
        text.parse::<f64>().ok().map(|value| value * scale.factor)
    }

    /// The product or quotient of two numbers that an `f64` holds exactly, where the digits and the power of ten are such: the one
    /// operation rounds as reading the whole text would (Clinger 1990). So are nearly all printed figures, and it saves a copy of each.
    fn exact(&self, exponent: i32) -> Option<f64> {
        let mut integer: u64 = 0;
        let mut decimals = None;
        for byte in self.digits.bytes().filter(|byte| *byte != b',') {
            if byte == b'.' {
                decimals = Some(0);
                continue;
            }
            integer = integer.checked_mul(10)?.checked_add(u64::from(byte - b'0'))?;
            decimals = decimals.map(|count: i32| count + 1);
        }
        let power = exponent.checked_sub(decimals.unwrap_or(0))?;
        let exact = POWERS_OF_TEN.get(power.unsigned_abs() as usize)?;
        if integer > 1 << f64::MANTISSA_DIGITS {
            return None;
        }
        #[allow(clippy::cast_precision_loss)] // no more digits than the mantissa holds
        let integer = integer as f64;
        Some(if power < 0 { integer / exact } else { integer * exact })
    }
}

/// Those that an `f64` holds exactly.
const POWERS_OF_TEN: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
];

/// How many bytes of `text` are an exponent: `e12` counts, the `E` of `EFLOP/s` does not.
fn exponent_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    if !matches!(bytes.first(), Some(b'e' | b'E')) {
        return 0;
    }
    let sign = usize::from(matches!(bytes.get(1), Some(b'+' | b'-')));
    let digits = bytes[1 + sign..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    if digits == 0 { 0 } else { 1 + sign + digits }
}

#[cfg(test)]
mod tests {
    use super::shift;

    #[track_caller]
    fn shifted(digits: &str, places: i32, expected: &str) {
        assert_eq!(shift(digits, places), expected);
    }

    #[test]
    fn the_point_moves_without_losing_a_digit() {
        shifted("3.35", 0, "3.35");
        shifted("3.35", 1, "33.5");
        shifted("3.35", 2, "335");
        shifted("3.35", 4, "33500");
        shifted("3.35", -1, "0.335");
        shifted("3.35", -3, "0.00335");
        shifted("8", 2, "800");
        shifted("8", -7, "8e-7");
        shifted("8", 15, "8e15");
    }
}
