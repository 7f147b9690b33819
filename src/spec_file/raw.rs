//! The rows of a spec file as they are written: what serde reads, before any rule is applied.
//!
//! Values are texts here, each with its place, so that the rules can report all that is wrong with a row at once. No untagged or flattened
//! types: those lose places. A figure has no place of its own, which would cost as much as a text's: messages on
//! it point at its value.

use std::borrow::Cow;
use std::fmt;
use std::num::NonZeroU32;
use std::ops::{Deref, Range};

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer};
use toml::Spanned;

/// A text and where it stands.
#[derive(Debug)]
pub(crate) struct Text<'t> {
    text: Piece<'t>,
    start: usize,
}

impl Text<'_> {
    /// Where it begins, as an empty range: messages need no more, and rows are the smaller for it.
    pub(crate) fn span(&self) -> Range<usize> {
        self.start..self.start
    }
}

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self)
    }
}

impl Deref for Text<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

impl<'de: 't, 't> Deserialize<'de> for Text<'t> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let spanned = Spanned::<Piece<'t>>::deserialize(deserializer)?;
        Ok(Self { start: spanned.span().start, text: spanned.into_inner() })
    }
}

/// A text, borrowed from the file unless it holds an escape. Half of the time of loading would go into copies otherwise.
#[derive(Debug)]
pub(crate) struct Piece<'t>(Cow<'t, str>);

impl Deref for Piece<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl<'de: 't, 't> Deserialize<'de> for Piece<'t> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(PieceVisitor)
    }
}

struct PieceVisitor;

impl<'de> Visitor<'de> for PieceVisitor {
    type Value = Piece<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Piece(Cow::Borrowed(text)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Piece(Cow::Owned(text.to_owned())))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Self::Value, E> {
        Ok(Piece(Cow::Owned(text)))
    }
}

#[derive(Debug, Default)]
pub(crate) struct RawSpec<'t> {
    pub(crate) sources: Vec<Spanned<RawSource<'t>>>,
    pub(crate) accelerators: Vec<Spanned<RawProduct<'t>>>,
    pub(crate) systems: Vec<Spanned<RawProduct<'t>>>,
    pub(crate) claims: Vec<Spanned<RawClaim<'t>>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", bound(deserialize = "'de: 't"))]
pub(crate) struct RawSource<'t> {
    pub(crate) id: Text<'t>,
    pub(crate) publisher: Text<'t>,
    pub(crate) title: Text<'t>,
    pub(crate) url: Text<'t>,
    pub(crate) date: Option<Text<'t>>,
    pub(crate) evidence: Text<'t>,
    pub(crate) via: Option<Text<'t>>,
}

/// An accelerator or a system: the same keys, but for `kind` and `device-names` of the one and `members` of the other.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", bound(deserialize = "'de: 't"))]
pub(crate) struct RawProduct<'t> {
    pub(crate) id: Text<'t>,
    pub(crate) name: Option<Text<'t>>,
    pub(crate) vendor: Option<Text<'t>>,
    pub(crate) kind: Option<Text<'t>>,
    pub(crate) aliases: Option<Vec<Text<'t>>>,
    pub(crate) device_names: Option<Spanned<Vec<Text<'t>>>>,
    pub(crate) members: Option<Spanned<Vec<RawMember<'t>>>>,
    pub(crate) status: Option<RawFigure<'t>>,
    pub(crate) announced: Option<RawFigure<'t>>,
    pub(crate) released: Option<RawFigure<'t>>,
    pub(crate) architecture: Option<RawFigure<'t>>,
    pub(crate) process: Option<RawFigure<'t>>,
    pub(crate) foundry: Option<RawFigure<'t>>,
    pub(crate) form_factor: Option<RawFigure<'t>>,
    pub(crate) host_interface: Option<RawFigure<'t>>,
    pub(crate) memory_type: Option<RawFigure<'t>>,
    pub(crate) dies: Option<RawFigure<'t>>,
    pub(crate) transistors: Option<RawFigure<'t>>,
    pub(crate) die_area: Option<RawFigure<'t>>,
    pub(crate) tdp: Option<RawFigure<'t>>,
    pub(crate) max_power: Option<RawFigure<'t>>,
    pub(crate) typical_power: Option<RawFigure<'t>>,
    pub(crate) memory_capacity: Option<RawFigure<'t>>,
    pub(crate) memory_bandwidth: Option<RawFigure<'t>>,
    pub(crate) memory_bus_width: Option<RawFigure<'t>>,
    pub(crate) memory_stacks: Option<RawFigure<'t>>,
    pub(crate) host_memory: Option<RawFigure<'t>>,
    pub(crate) peak: Option<Vec<RawPeak<'t>>>,
    pub(crate) interconnect: Option<Vec<RawLink<'t>>>,
    pub(crate) on_chip_memory: Option<Vec<RawLevel<'t>>>,
    pub(crate) price: Option<Vec<RawPrice<'t>>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", bound(deserialize = "'de: 't"))]
pub(crate) struct RawMember<'t> {
    pub(crate) id: Text<'t>,
    pub(crate) count: NonZeroU32,
    pub(crate) source: Text<'t>,
    pub(crate) at: Option<Piece<'t>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", bound(deserialize = "'de: 't"))]
pub(crate) struct RawFigure<'t> {
    pub(crate) value: Option<Text<'t>>,
    pub(crate) absent: Option<Text<'t>>,
    pub(crate) source: Text<'t>,
    pub(crate) at: Option<Piece<'t>>,
    pub(crate) qualifiers: Option<Vec<Text<'t>>>,
    pub(crate) note: Option<Piece<'t>>,
    pub(crate) because: Option<Piece<'t>>,
    pub(crate) also: Option<Vec<RawDissent<'t>>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", bound(deserialize = "'de: 't"))]
pub(crate) struct RawDissent<'t> {
    pub(crate) value: Option<Text<'t>>,
    pub(crate) absent: Option<Text<'t>>,
    pub(crate) source: Text<'t>,
    pub(crate) at: Option<Piece<'t>>,
    pub(crate) qualifiers: Option<Vec<Text<'t>>>,
    pub(crate) why: Text<'t>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", bound(deserialize = "'de: 't"))]
pub(crate) struct RawPeak<'t> {
    pub(crate) precision: Option<Text<'t>>,
    pub(crate) engine: Option<Text<'t>>,
    pub(crate) sparsity: Option<Text<'t>>,
    pub(crate) value: Option<Text<'t>>,
    pub(crate) absent: Option<Text<'t>>,
    pub(crate) source: Text<'t>,
    pub(crate) at: Option<Piece<'t>>,
    pub(crate) qualifiers: Option<Vec<Text<'t>>>,
    pub(crate) note: Option<Piece<'t>>,
    pub(crate) because: Option<Piece<'t>>,
    pub(crate) also: Option<Vec<RawDissent<'t>>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", bound(deserialize = "'de: 't"))]
pub(crate) struct RawLink<'t> {
    pub(crate) link: Option<Text<'t>>,
    pub(crate) role: Option<Text<'t>>,
    pub(crate) direction: Option<Text<'t>>,
    pub(crate) value: Option<Text<'t>>,
    pub(crate) absent: Option<Text<'t>>,
    pub(crate) source: Text<'t>,
    pub(crate) at: Option<Piece<'t>>,
    pub(crate) qualifiers: Option<Vec<Text<'t>>>,
    pub(crate) note: Option<Piece<'t>>,
    pub(crate) because: Option<Piece<'t>>,
    pub(crate) also: Option<Vec<RawDissent<'t>>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", bound(deserialize = "'de: 't"))]
pub(crate) struct RawLevel<'t> {
    pub(crate) level: Text<'t>,
    pub(crate) value: Option<Text<'t>>,
    pub(crate) absent: Option<Text<'t>>,
    pub(crate) source: Text<'t>,
    pub(crate) at: Option<Piece<'t>>,
    pub(crate) qualifiers: Option<Vec<Text<'t>>>,
    pub(crate) note: Option<Piece<'t>>,
    pub(crate) because: Option<Piece<'t>>,
    pub(crate) also: Option<Vec<RawDissent<'t>>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", bound(deserialize = "'de: 't"))]
pub(crate) struct RawPrice<'t> {
    pub(crate) basis: Option<Text<'t>>,
    pub(crate) date: Option<Text<'t>>,
    pub(crate) value: Option<Text<'t>>,
    pub(crate) absent: Option<Text<'t>>,
    pub(crate) source: Text<'t>,
    pub(crate) at: Option<Piece<'t>>,
    pub(crate) qualifiers: Option<Vec<Text<'t>>>,
    pub(crate) note: Option<Piece<'t>>,
    pub(crate) because: Option<Piece<'t>>,
    pub(crate) also: Option<Vec<RawDissent<'t>>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", bound(deserialize = "'de: 't"))]
pub(crate) struct RawClaim<'t> {
    pub(crate) id: Text<'t>,
    pub(crate) subject: Option<Text<'t>>,
    pub(crate) subject_name: Option<Text<'t>>,
    pub(crate) baseline: Option<Text<'t>>,
    pub(crate) baseline_name: Option<Text<'t>>,
    pub(crate) metric: Text<'t>,
    pub(crate) ratio: Text<'t>,
    pub(crate) bound: Text<'t>,
    pub(crate) sense: Option<Text<'t>>,
    pub(crate) link: Option<Text<'t>>,
    pub(crate) part: Option<Text<'t>>,
    pub(crate) as_printed: Text<'t>,
    pub(crate) workload: Option<Text<'t>>,
    pub(crate) subject_precision: Option<Text<'t>>,
    pub(crate) baseline_precision: Option<Text<'t>>,
    pub(crate) subject_units: Option<NonZeroU32>,
    pub(crate) baseline_units: Option<NonZeroU32>,
    pub(crate) caveats: Option<Vec<Piece<'t>>>,
    pub(crate) source: Text<'t>,
    pub(crate) at: Option<Piece<'t>>,
    pub(crate) date: Option<Text<'t>>,
}
