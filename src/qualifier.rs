//! Qualifiers: what a source says of a value besides the number.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::Vocabulary;
use crate::vocabulary::spoken;

/// What a source says of a value besides the number.
///
/// ```
/// use accelspec::Qualifier;
///
/// assert_eq!("up-to".parse::<Qualifier>()?, Qualifier::UpTo);
/// # Ok::<(), accelspec::UnknownWord>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Qualifier {
    /// An upper end: "up to 192 GB".
    UpTo,
    /// A round number: "about".
    About,
    /// A lower end: "over 100 billion".
    AtLeast,
    /// Printed as preliminary, before the product shipped.
    Preliminary,
    /// A power that the operator can set.
    Configurable,
    /// The power of the whole board or module, as AMD's TBP.
    BoardPower,
    /// The power of the graphics processor with its memory, as NVIDIA's TGP for laptops.
    GraphicsPower,
    /// Projected, not measured.
    Projected,
    /// Computed from what the source prints, by its own words; the note says how.
    Derived,
}

impl Vocabulary for Qualifier {
    const MEANING: &'static str = "qualifier";
    const WORDS: &'static [(Self, &'static str)] = &[
        (Self::UpTo, "up-to"),
        (Self::About, "about"),
        (Self::AtLeast, "at-least"),
        (Self::Preliminary, "preliminary"),
        (Self::Configurable, "configurable"),
        (Self::BoardPower, "board-power"),
        (Self::GraphicsPower, "graphics-power"),
        (Self::Projected, "projected"),
        (Self::Derived, "derived"),
    ];
}

spoken!(Qualifier);

/// The qualifiers of one value, each once. Small, since nearly every figure has none.
///
/// ```
/// use accelspec::{Catalog, Qualifier};
///
/// let mi300x = Catalog::builtin().find("MI300X")?;
/// let tdp = mi300x.figures.tdp.as_ref().expect("recorded").provenance();
/// assert!(tdp.qualifiers.contains(Qualifier::BoardPower));
/// assert_eq!(tdp.qualifiers.iter().collect::<Vec<_>>(), [Qualifier::UpTo, Qualifier::BoardPower]);
/// # Ok::<(), accelspec::LookupError>(())
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Qualifiers {
    /// One bit for each.
    bits: u16,
}

impl Qualifiers {
    /// Whether this one is among them.
    ///
    /// ```
    /// use accelspec::{Qualifier, Qualifiers};
    ///
    /// assert!(!Qualifiers::default().contains(Qualifier::About));
    /// ```
    pub fn contains(self, qualifier: Qualifier) -> bool {
        self.bits & qualifier.bit() != 0
    }

    /// Whether there are none.
    ///
    /// ```
    /// assert!(accelspec::Qualifiers::default().is_empty());
    /// ```
    pub fn is_empty(self) -> bool {
        self.bits == 0
    }

    /// Each of them, in the order in which [`Qualifier`] names them.
    ///
    /// ```
    /// use accelspec::{Qualifier, Qualifiers};
    ///
    /// let qualifiers: Qualifiers = [Qualifier::About, Qualifier::UpTo].into_iter().collect();
    /// assert!(qualifiers.iter().eq([Qualifier::UpTo, Qualifier::About]));
    /// ```
    pub fn iter(self) -> impl Iterator<Item = Qualifier> {
        Qualifier::WORDS.iter().map(|(qualifier, _)| *qualifier).filter(move |qualifier| self.contains(*qualifier))
    }
}

impl FromIterator<Qualifier> for Qualifiers {
    fn from_iter<I: IntoIterator<Item = Qualifier>>(qualifiers: I) -> Self {
        Self { bits: qualifiers.into_iter().fold(0, |bits, qualifier| bits | qualifier.bit()) }
    }
}

impl fmt::Debug for Qualifiers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

impl Serialize for Qualifiers {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl Qualifier {
    fn bit(self) -> u16 {
        1 << self as u16
    }
}

#[cfg(test)]
mod tests {
    use super::{Qualifier, Qualifiers};

    #[test]
    fn each_stands_once_whatever_the_order() {
        let qualifiers: Qualifiers = [Qualifier::Derived, Qualifier::UpTo, Qualifier::Derived].into_iter().collect();
        assert!(qualifiers.iter().eq([Qualifier::UpTo, Qualifier::Derived]));
        assert_eq!(format!("{qualifiers:?}"), "{UpTo, Derived}");
        assert!(!qualifiers.contains(Qualifier::About));
    }

    #[test]
    fn none_is_empty_and_one_is_not() {
        assert!(Qualifiers::default().is_empty());
        assert!(!Qualifiers::from_iter([Qualifier::UpTo]).is_empty());
    }
}
