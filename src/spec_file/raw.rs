//! The rows of a spec file as they are written: what serde reads, before any rule is applied.
//!
//! Values are texts here, each of which knows its place, so that the rules can report all that is wrong with a row at once. No untagged or
//! flattened types: those lose places. A figure has no place of its own: messages on it point at its value.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::num::NonZeroU32;
use std::ops::{Deref, Range};

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::SpecFile;

/// A text, borrowed from the file unless it holds an escape: half of the time of loading would go into copies otherwise.
///
/// Where it stands follows from where it is borrowed from, and is worked out only when a message needs it: to carry the place of each
/// text along would cost a twelfth of the time of loading.
#[derive(Debug)]
pub(crate) struct Text<'t>(Cow<'t, str>);

impl Text<'_> {
    /// Where it begins in its file, quotes included, as an empty range: messages need no more. A text with an escape stands nowhere as it
    /// reads; for those the file is parsed once more.
    pub(crate) fn span(&self, file: &SpecFile) -> Range<usize> {
        let start = match &self.0 {
            Cow::Borrowed(text) => {
                let offset = text.as_ptr().addr().saturating_sub(file.text().as_ptr().addr());
                opening(file.text(), offset)
            }
            Cow::Owned(text) => {
                let places = file.index.escaped.get_or_init(|| escaped(file.text()));
                places.get(text.as_str()).copied().unwrap_or_default()
            }
        };
        start..start
    }
}

/// Where the quotes before a text begin. A text in three quotes may begin on the line after them.
fn opening(file: &str, text: usize) -> usize {
    let before = file.get(..text).unwrap_or_default();
    let line = before.strip_suffix('\n').map_or(before, |line| line.strip_suffix('\r').unwrap_or(line));
    let quoted = ["\"\"\"", "'''"].iter().find_map(|quotes| line.strip_suffix(quotes));
    quoted.or_else(|| before.strip_suffix(['"', '\''])).unwrap_or(before).len()
}

/// Where the first of the texts that have an escape and read so begins.
fn escaped(file: &str) -> HashMap<Box<str>, usize> {
    let mut places = HashMap::new();
    if let Ok(table) = DeTable::parse(file) {
        in_table(table.get_ref(), &mut places);
    }
    places
}

fn in_table(table: &DeTable<'_>, places: &mut HashMap<Box<str>, usize>) {
    table.iter().for_each(|(_, value)| in_value(value, places));
}

fn in_value(value: &Spanned<DeValue<'_>>, places: &mut HashMap<Box<str>, usize>) {
    match value.get_ref() {
        // One without an escape would have been borrowed.
        DeValue::String(Cow::Owned(text)) => {
            places.entry(text.as_str().into()).or_insert(value.span().start);
        }
        DeValue::Array(values) => values.iter().for_each(|value| in_value(value, places)),
        DeValue::Table(table) => in_table(table, places),
        _ => {}
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
        &self.0
    }
}

impl<'de: 't, 't> Deserialize<'de> for Text<'t> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(TextVisitor)
    }
}

struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Text<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Text(Cow::Borrowed(text)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Text(Cow::Owned(text.to_owned())))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Self::Value, E> {
        Ok(Text(Cow::Owned(text)))
    }
}

#[derive(Debug, Default)]
pub(crate) struct RawSpec<'t> {
    pub(crate) sources: Vec<Spanned<RawSource<'t>>>,
    pub(crate) memories: Vec<Spanned<RawMemory<'t>>>,
    pub(crate) accelerators: Vec<Spanned<RawProduct<'t>>>,
    pub(crate) systems: Vec<Spanned<RawProduct<'t>>>,
    pub(crate) claims: Vec<Spanned<RawClaim<'t>>>,
    pub(crate) measured: Vec<Spanned<RawMeasured<'t>>>,
    pub(crate) references: Vec<Spanned<RawReference<'t>>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", bound(deserialize = "'de: 't"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(bound = ""))]
pub(crate) struct RawSource<'t> {
    pub(crate) id: Text<'t>,
    pub(crate) publisher: Text<'t>,
    pub(crate) title: Text<'t>,
    pub(crate) url: Text<'t>,
    pub(crate) date: Option<Text<'t>>,
    pub(crate) evidence: Text<'t>,
    pub(crate) via: Option<Text<'t>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", bound(deserialize = "'de: 't"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(bound = ""))]
pub(crate) struct RawMemory<'t> {
    pub(crate) id: Text<'t>,
    pub(crate) name: Option<Text<'t>>,
    pub(crate) per: Option<Text<'t>>,
    pub(crate) capacity: Option<RawFigure<'t>>,
    pub(crate) bandwidth: Option<RawFigure<'t>>,
    pub(crate) bus_width: Option<RawFigure<'t>>,
    pub(crate) data_rate: Option<RawFigure<'t>>,
}

/// An accelerator or a system: the same keys, but for `kind` and what tells a device of the one, and `members` of the other.
// Most rows lack most figures, and a row is moved several times: so they are boxed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", bound(deserialize = "'de: 't"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(bound = ""))]
pub(crate) struct RawProduct<'t> {
    pub(crate) id: Text<'t>,
    pub(crate) name: Option<Text<'t>>,
    pub(crate) vendor: Option<Text<'t>>,
    pub(crate) kind: Option<Text<'t>>,
    pub(crate) aliases: Option<Vec<Text<'t>>>,
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<Text<'t>>>"))]
    pub(crate) device_names: Option<Spanned<Vec<Text<'t>>>>,
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<Text<'t>>>"))]
    pub(crate) pci_ids: Option<Spanned<Vec<Text<'t>>>>,
    pub(crate) gfx: Option<Text<'t>>,
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<RawMember<'t>>>"))]
    pub(crate) parts: Option<Spanned<Vec<RawMember<'t>>>>,
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<RawMember<'t>>>"))]
    pub(crate) members: Option<Spanned<Vec<RawMember<'t>>>>,
    pub(crate) status: Option<Box<RawFigure<'t>>>,
    pub(crate) announced: Option<Box<RawFigure<'t>>>,
    pub(crate) released: Option<Box<RawFigure<'t>>>,
    pub(crate) architecture: Option<Box<RawFigure<'t>>>,
    pub(crate) process: Option<Box<RawFigure<'t>>>,
    pub(crate) foundry: Option<Box<RawFigure<'t>>>,
    pub(crate) form_factor: Option<Box<RawFigure<'t>>>,
    pub(crate) host_interface: Option<Box<RawFigure<'t>>>,
    pub(crate) memory_type: Option<Box<RawFigure<'t>>>,
    pub(crate) dies: Option<Box<RawFigure<'t>>>,
    pub(crate) transistors: Option<Box<RawFigure<'t>>>,
    pub(crate) die_area: Option<Box<RawFigure<'t>>>,
    pub(crate) tdp: Option<Box<RawFigure<'t>>>,
    pub(crate) max_power: Option<Box<RawFigure<'t>>>,
    pub(crate) typical_power: Option<Box<RawFigure<'t>>>,
    pub(crate) memory_capacity: Option<Box<RawFigure<'t>>>,
    pub(crate) memory_bandwidth: Option<Box<RawFigure<'t>>>,
    pub(crate) memory_bus_width: Option<Box<RawFigure<'t>>>,
    pub(crate) memory_data_rate: Option<Box<RawFigure<'t>>>,
    pub(crate) memory_stacks: Option<Box<RawFigure<'t>>>,
    pub(crate) host_memory: Option<Box<RawFigure<'t>>>,
    pub(crate) peak: Option<Vec<RawPeak<'t>>>,
    pub(crate) interconnect: Option<Vec<RawLink<'t>>>,
    pub(crate) on_chip_memory: Option<Vec<RawLevel<'t>>>,
    pub(crate) price: Option<Vec<RawPrice<'t>>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", bound(deserialize = "'de: 't"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(bound = ""))]
pub(crate) struct RawMember<'t> {
    pub(crate) id: Text<'t>,
    pub(crate) count: NonZeroU32,
    pub(crate) source: Text<'t>,
    pub(crate) at: Option<Text<'t>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", bound(deserialize = "'de: 't"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(bound = ""))]
pub(crate) struct RawFigure<'t> {
    pub(crate) value: Option<Text<'t>>,
    pub(crate) absent: Option<Text<'t>>,
    pub(crate) source: Text<'t>,
    pub(crate) at: Option<Text<'t>>,
    pub(crate) qualifiers: Option<Vec<Text<'t>>>,
    pub(crate) note: Option<Text<'t>>,
    pub(crate) because: Option<Text<'t>>,
    pub(crate) also: Option<Vec<RawDissent<'t>>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", bound(deserialize = "'de: 't"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(bound = ""))]
pub(crate) struct RawDissent<'t> {
    pub(crate) value: Option<Text<'t>>,
    pub(crate) absent: Option<Text<'t>>,
    pub(crate) source: Text<'t>,
    pub(crate) at: Option<Text<'t>>,
    pub(crate) qualifiers: Option<Vec<Text<'t>>>,
    pub(crate) why: Text<'t>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", bound(deserialize = "'de: 't"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(bound = ""))]
pub(crate) struct RawPeak<'t> {
    pub(crate) precision: Option<Text<'t>>,
    pub(crate) engine: Option<Text<'t>>,
    pub(crate) sparsity: Option<Text<'t>>,
    pub(crate) accumulate: Option<Text<'t>>,
    pub(crate) value: Option<Text<'t>>,
    pub(crate) absent: Option<Text<'t>>,
    pub(crate) source: Text<'t>,
    pub(crate) at: Option<Text<'t>>,
    pub(crate) qualifiers: Option<Vec<Text<'t>>>,
    pub(crate) note: Option<Text<'t>>,
    pub(crate) because: Option<Text<'t>>,
    pub(crate) also: Option<Vec<RawDissent<'t>>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", bound(deserialize = "'de: 't"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(bound = ""))]
pub(crate) struct RawLink<'t> {
    pub(crate) link: Option<Text<'t>>,
    pub(crate) role: Option<Text<'t>>,
    pub(crate) direction: Option<Text<'t>>,
    pub(crate) value: Option<Text<'t>>,
    pub(crate) absent: Option<Text<'t>>,
    pub(crate) source: Text<'t>,
    pub(crate) at: Option<Text<'t>>,
    pub(crate) qualifiers: Option<Vec<Text<'t>>>,
    pub(crate) note: Option<Text<'t>>,
    pub(crate) because: Option<Text<'t>>,
    pub(crate) also: Option<Vec<RawDissent<'t>>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", bound(deserialize = "'de: 't"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(bound = ""))]
pub(crate) struct RawLevel<'t> {
    pub(crate) level: Text<'t>,
    pub(crate) value: Option<Text<'t>>,
    pub(crate) absent: Option<Text<'t>>,
    pub(crate) source: Text<'t>,
    pub(crate) at: Option<Text<'t>>,
    pub(crate) qualifiers: Option<Vec<Text<'t>>>,
    pub(crate) note: Option<Text<'t>>,
    pub(crate) because: Option<Text<'t>>,
    pub(crate) also: Option<Vec<RawDissent<'t>>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", bound(deserialize = "'de: 't"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(bound = ""))]
pub(crate) struct RawPrice<'t> {
    pub(crate) basis: Option<Text<'t>>,
    pub(crate) date: Option<Text<'t>>,
    pub(crate) value: Option<Text<'t>>,
    pub(crate) absent: Option<Text<'t>>,
    pub(crate) source: Text<'t>,
    pub(crate) at: Option<Text<'t>>,
    pub(crate) qualifiers: Option<Vec<Text<'t>>>,
    pub(crate) note: Option<Text<'t>>,
    pub(crate) because: Option<Text<'t>>,
    pub(crate) also: Option<Vec<RawDissent<'t>>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", bound(deserialize = "'de: 't"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(bound = ""))]
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
    pub(crate) subject_sparsity: Option<Text<'t>>,
    pub(crate) baseline_sparsity: Option<Text<'t>>,
    pub(crate) subject_units: Option<NonZeroU32>,
    pub(crate) baseline_units: Option<NonZeroU32>,
    pub(crate) caveats: Option<Vec<Text<'t>>>,
    pub(crate) source: Text<'t>,
    pub(crate) at: Option<Text<'t>>,
    pub(crate) date: Option<Text<'t>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", bound(deserialize = "'de: 't"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(bound = ""))]
pub(crate) struct RawMeasured<'t> {
    pub(crate) benchmark: Text<'t>,
    pub(crate) round: Option<Text<'t>>,
    pub(crate) workload: Text<'t>,
    pub(crate) scenario: Text<'t>,
    pub(crate) unit: Text<'t>,
    pub(crate) source: Text<'t>,
    pub(crate) at: Option<Text<'t>>,
    pub(crate) results: Vec<RawResult<'t>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", bound(deserialize = "'de: 't"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(bound = ""))]
pub(crate) struct RawResult<'t> {
    pub(crate) accelerator: Text<'t>,
    pub(crate) count: NonZeroU32,
    pub(crate) value: Text<'t>,
    pub(crate) precision: Option<Text<'t>>,
    pub(crate) submitter: Option<Text<'t>>,
    pub(crate) system: Option<Text<'t>>,
    pub(crate) note: Option<Text<'t>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", bound(deserialize = "'de: 't"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(bound = ""))]
pub(crate) struct RawReference<'t> {
    pub(crate) id: Text<'t>,
    pub(crate) name: Option<Text<'t>>,
    pub(crate) energy: Option<RawFigure<'t>>,
    pub(crate) accelerators: Option<RawFigure<'t>>,
    pub(crate) utilization: Option<RawFigure<'t>>,
    pub(crate) budget: Option<RawFigure<'t>>,
    pub(crate) price_per_year: Option<RawFigure<'t>>,
    pub(crate) price_per_hour: Option<RawFigure<'t>>,
}
