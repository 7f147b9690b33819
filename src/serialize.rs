//! How records are written out with serde. The fields of records are derived; here is what is not a plain list of fields.
//!
//! A figure is written flat, as a spec file has it: its value or `absent`, then what stands behind it. A quantity is a number of base
//! units and that unit. What is not recorded is `null`.

use serde::ser::{Serialize, SerializeMap, SerializeSeq, SerializeStruct, Serializer};

use crate::dimension::Dimension;
use crate::interconnect::Links;
use crate::peak::Peaks;
use crate::price::Prices;
use crate::{Absence, Date, Dissent, Figure, Id, PciId, PrintedRatio, Provenance, Quantity, Ratio};

impl<D: Dimension> Serialize for Quantity<D> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Quantity", 2)?;
        fields.serialize_field("base", &self.base())?;
        fields.serialize_field("unit", self.base_unit())?;
        fields.end()
    }
}

impl<V: Serialize> Serialize for Figure<V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_map(None)?;
        figure(&mut fields, self)?;
        fields.end()
    }
}

/// The fields of a figure, after those that tell it from its neighbours.
fn figure<M: SerializeMap, V: Serialize>(fields: &mut M, figure: &Figure<V>) -> Result<(), M::Error> {
    stated(fields, figure.get())?;
    let provenance = figure.provenance();
    let Provenance { published, citation, qualifiers, note, .. } = provenance;
    fields.serialize_entry("published", published)?;
    fields.serialize_entry("source", &citation.source.id)?;
    fields.serialize_entry("at", &citation.at)?;
    fields.serialize_entry("qualifiers", qualifiers)?;
    fields.serialize_entry("note", note)?;
    fields.serialize_entry("because", &provenance.because())?;
    debug_assert_eq!(figure.dissent().count(), provenance.dissent().len());
    fields
        .serialize_entry("also", &figure.dissent().map(|(value, dissent)| Also { value, dissent }).collect::<Vec<_>>())
}

impl Serialize for Provenance {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { published, citation, qualifiers, note, .. } = self;
        let mut fields = serializer.serialize_struct("Provenance", 6)?;
        fields.serialize_field("published", published)?;
        fields.serialize_field("citation", citation)?;
        fields.serialize_field("qualifiers", qualifiers)?;
        fields.serialize_field("note", note)?;
        fields.serialize_field("because", &self.because())?;
        fields.serialize_field("dissent", self.dissent())?;
        fields.end()
    }
}

fn stated<M: SerializeMap, V: Serialize>(fields: &mut M, value: Result<V, Absence>) -> Result<(), M::Error> {
    match value {
        Ok(value) => fields.serialize_entry("value", &value),
        Err(absence) => fields.serialize_entry("absent", &absence),
    }
}

/// A dissenting value with what is said of it.
struct Also<'a, V> {
    value: Result<&'a V, Absence>,
    dissent: &'a Dissent,
}

impl<V: Serialize> Serialize for Also<'_, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Dissent { published, citation, qualifiers, why } = self.dissent;
        let mut fields = serializer.serialize_map(None)?;
        stated(&mut fields, self.value)?;
        fields.serialize_entry("published", published)?;
        fields.serialize_entry("source", &citation.source.id)?;
        fields.serialize_entry("at", &citation.at)?;
        fields.serialize_entry("qualifiers", qualifiers)?;
        fields.serialize_entry("why", why)?;
        fields.end()
    }
}

/// A figure with what tells it from others of its name.
struct Keyed<'a, V> {
    key: Vec<(&'static str, String)>,
    figure: &'a Figure<V>,
}

impl<V: Serialize> Serialize for Keyed<'_, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_map(None)?;
        for (name, word) in &self.key {
            fields.serialize_entry(name, word)?;
        }
        figure(&mut fields, self.figure)?;
        fields.end()
    }
}

impl Serialize for Peaks {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut rates = serializer.serialize_seq(None)?;
        for (key, figure) in self.iter() {
            let key = vec![
                ("precision", key.precision.to_string()),
                ("engine", key.engine.to_string()),
                ("sparsity", key.sparsity.to_string()),
                ("accumulate", key.accumulate.to_string()),
            ];
            rates.serialize_element(&Keyed { key, figure })?;
        }
        for (pattern, figure) in self.absences() {
            rates.serialize_element(&Keyed { key: vec![("of", pattern.to_string())], figure })?;
        }
        rates.end()
    }
}

impl Serialize for Links {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut links = serializer.serialize_seq(None)?;
        for (link, figure) in self.iter() {
            let key = vec![
                ("link", link.name.clone()),
                ("role", link.role.to_string()),
                ("direction", link.direction.to_string()),
            ];
            links.serialize_element(&Keyed { key, figure })?;
        }
        for (role, figure) in self.absences() {
            let of = role.map_or_else(|| "any".to_owned(), |role| role.to_string());
            links.serialize_element(&Keyed { key: vec![("of", of)], figure })?;
        }
        links.end()
    }
}

impl Serialize for Prices {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter().map(|(_, price)| price).chain(self.absence()))
    }
}

/// The levels of on-chip memory, each with its name.
pub(crate) fn levels<S: Serializer, V: Serialize>(
    levels: &[(String, Figure<V>)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(levels.iter().map(|(level, figure)| Keyed { key: vec![("level", level.clone())], figure }))
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Serialize for PciId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// As printed.
impl Serialize for PrintedRatio {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Serialize for Ratio {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.get())
    }
}
