//! Units: how a text such as `TB/s` becomes a scale to base units.

use std::fmt::Debug;
use std::hash::Hash;

use super::Currency;
use super::dimension::Dimension;

/// What two quantities share besides their dimension.
#[doc(hidden)]
pub trait Basis: Copy + Eq + Hash + Debug + Send + Sync + 'static {
    /// Takes the basis off the end of a unit as printed: the currency code of `M KRW`.
    fn split(unit: &str) -> Option<(&str, Self)>;

    /// What follows the unit when shown.
    fn code(self) -> &'static str;

    /// What to write for it, for an error message.
    fn known() -> Option<String>;
}

impl Basis for () {
    fn split(unit: &str) -> Option<(&str, Self)> {
        Some((unit, ()))
    }

    fn code(self) -> &'static str {
        ""
    }

    fn known() -> Option<String> {
        None
    }
}

impl Basis for Currency {
    fn split(unit: &str) -> Option<(&str, Self)> {
        let (multiple, code) = unit.rsplit_once(' ').unwrap_or(("", unit));
        Some((multiple.trim_end(), code.parse().ok()?))
    }

    fn code(self) -> &'static str {
        Self::code(self)
    }

    fn known() -> Option<String> {
        Some(format!("a currency code ({})", Self::known_codes()))
    }
}

/// Reads a unit as printed, such as `TB/s`: its scale to base units and its basis.
pub(super) fn read_unit<D: Dimension>(text: &str) -> Option<(Scale, D::Basis)> {
    let (text, basis) = D::Basis::split(text)?;
    let scale = D::UNITS.iter().find_map(|unit| unit.read(text))?;
    Some((scale, basis))
}

/// How a unit reaches base units: the printed number times `factor` times ten to the `exponent`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scale {
    pub(crate) factor: f64,
    pub(crate) exponent: i32,
}

/// One unit before its prefix.
#[doc(hidden)]
#[derive(Debug)]
pub struct Unit {
    symbol: &'static str,
    scale: Scale,
    prefixes: Prefixes,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Prefixes {
    /// The unit stands alone.
    None,
    /// k, M, G, T, P, E, Z.
    Large,
    /// Those, and m, µ, n, p.
    Metric,
    /// k to Z, and Ki, Mi, Gi, Ti, Pi, which are powers of 1024.
    Binary,
}

const LARGE: &[(&str, i32)] =
    &[("", 0), ("k", 3), ("K", 3), ("M", 6), ("G", 9), ("T", 12), ("P", 15), ("E", 18), ("Z", 21)];
const SMALL: &[(&str, i32)] = &[("m", -3), ("µ", -6), ("μ", -6), ("u", -6), ("n", -9), ("p", -12)];
const BINARY: &[(&str, f64)] = &[
    ("Ki", 1024.0),
    ("Mi", 1_048_576.0),
    ("Gi", 1_073_741_824.0),
    ("Ti", 1_099_511_627_776.0),
    ("Pi", 1_125_899_906_842_624.0),
];

pub(super) const fn unit(symbol: &'static str, factor: f64, exponent: i32, prefixes: Prefixes) -> Unit {
    Unit { symbol, scale: Scale { factor, exponent }, prefixes }
}

impl Unit {
    fn read(&self, text: &str) -> Option<Scale> {
        let prefix = text.strip_suffix(self.symbol)?;
        let Scale { factor, exponent } = self.scale;
        let decimal = |table: &[(&str, i32)]| {
            let (_, power) = table.iter().find(|(name, _)| *name == prefix)?;
            Some(Scale { factor, exponent: exponent + power })
        };
        let binary = || {
            let (_, power) = BINARY.iter().find(|(name, _)| *name == prefix)?;
            Some(Scale { factor: factor * power, exponent })
        };
        match self.prefixes {
            Prefixes::None => prefix.is_empty().then_some(self.scale),
            Prefixes::Large => decimal(LARGE),
            Prefixes::Metric => decimal(LARGE).or_else(|| decimal(SMALL)),
            Prefixes::Binary => decimal(LARGE).or_else(binary),
        }
    }
}
