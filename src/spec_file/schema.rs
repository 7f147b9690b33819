//! The JSON Schema of spec files, from the types that read them.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use super::SpecFile;
use super::raw::{RawClaim, RawMeasured, RawMemory, RawProduct, RawReference, RawSource, Text};
use crate::{
    Absence, Access, Accumulation, Bound, ClaimMetric, Direction, Engine, Evidence, Kind, LinkRole, MemoryUnit,
    Precision, PriceBasis, Qualifier, ResultUnit, Sense, Sparsity, Status, Vocabulary,
};

impl SpecFile {
    /// The JSON Schema of a spec file, as text: what editors need to complete and check one. `specs/schema.json` is this.
    ///
    /// ```
    /// use accelspec::SpecFile;
    ///
    /// assert!(SpecFile::json_schema().contains("memory-bandwidth"));
    /// ```
    pub fn json_schema() -> String {
        let mut generator = SchemaGenerator::default();
        let rows = |schema: Schema| json!({ "type": "array", "items": schema });
        let source = rows(generator.subschema_for::<RawSource<'_>>());
        let memory = rows(generator.subschema_for::<RawMemory<'_>>());
        let measured = rows(generator.subschema_for::<RawMeasured<'_>>());
        let reference = rows(generator.subschema_for::<RawReference<'_>>());
        let claim = rows(generator.subschema_for::<RawClaim<'_>>());
        let accelerator = rows(without(RawProduct::json_schema(&mut generator), &["members"]));
        let system = rows(without(
            RawProduct::json_schema(&mut generator),
            &["kind", "device-names", "pci-ids", "gfx", "parts"],
        ));
        let mut definitions = Value::Object(generator.take_definitions(true));
        let mut sections = json!({
            "format": { "const": 1, "description": "The version of the format; 1 where it is left out." },
            "source": source, "memory": memory, "accelerator": accelerator, "system": system, "claim": claim,
            "measured": measured, "reference": reference,
        });
        for part in [&mut definitions, &mut sections] {
            close(part);
        }
        let schema = json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "accelspec spec file",
            "type": "object",
            "properties": sections,
            "additionalProperties": false,
            "$defs": definitions,
        });
        format!("{schema:#}\n")
    }
}

impl JsonSchema for Text<'_> {
    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string" })
    }
}

fn without(mut schema: Schema, keys: &[&str]) -> Schema {
    if let Some(Value::Object(properties)) = schema.get_mut("properties") {
        properties.retain(|key, _| !keys.contains(&key.as_str()));
    }
    schema
}

/// Puts the closed lists of words in the place of plain texts, whatever table their key stands in.
fn close(schema: &mut Value) {
    if let Value::Object(object) = schema {
        if let Some(Value::Object(properties)) = object.get_mut("properties") {
            close_keys(properties);
        }
        object.values_mut().for_each(close);
    }
}

fn close_keys(properties: &mut Map<String, Value>) {
    // A claim names the role of a link, a figure the link itself.
    let of_claim = properties.contains_key("as-printed");
    for (key, schema) in properties {
        let words = match key.as_str() {
            "precision" | "subject-precision" | "baseline-precision" => words::<Precision>(),
            "engine" => words::<Engine>(),
            "sparsity" | "subject-sparsity" | "baseline-sparsity" => words::<Sparsity>(),
            "accumulate" => words::<Accumulation>(),
            "absent" => words::<Absence>(),
            "role" => words::<LinkRole>(),
            "link" if of_claim => words::<LinkRole>(),
            "direction" => words::<Direction>(),
            "basis" => words::<PriceBasis>(),
            "metric" => words::<ClaimMetric>(),
            "bound" => words::<Bound>(),
            "unit" => words::<ResultUnit>(),
            "sense" => words::<Sense>(),
            "evidence" => words::<Evidence>(),
            "via" => words::<Access>(),
            "per" => words::<MemoryUnit>(),
            "kind" => words::<Kind>(),
            "qualifiers" => json!({ "type": "array", "items": words::<Qualifier>() }),
            "status" => json!({ "allOf": [schema.take()], "properties": { "value": words::<Status>() } }),
            _ => schema.take(),
        };
        *schema = described(key, words);
    }
}

fn described(key: &str, mut schema: Value) -> Value {
    if let Some(meaning) = meaning(key) {
        schema["description"] = meaning.into();
    }
    schema
}

/// What an editor shows beside a key.
fn meaning(key: &str) -> Option<&'static str> {
    Some(match key {
        "id" => "Unique in the whole catalog: lower-case letters and digits in groups joined by - or .",
        "name" => "The full name, beginning with the vendor.",
        "aliases" => "What people write; case, spaces, punctuation and the vendor's name in front do not count.",
        "device-names" => "Exactly what drivers and tools report for this part as a whole.",
        "pci-ids" => "Vendor and device in hexadecimal, such as 10de:2330.",
        "gfx" => "The LLVM target: gfx942.",
        "parts" => {
            "The accelerators on this one that are also counted as devices of their own: the GPUs of a superchip."
        }
        "members" => "The accelerators that the system holds.",
        "value" => "What the source prints, number and unit.",
        "absent" => {
            "undisclosed: the source was read, and does not say. not-applicable: the hardware has no such thing."
        }
        "source" => "The id of the source.",
        "at" => "Where in the source: a page, a table, a column.",
        "qualifiers" => {
            "What the source says of the value besides the number; derived where it follows from what is printed."
        }
        "note" => "A remark on the figure.",
        "because" => "Why this value is preferred although a stronger source says otherwise.",
        "also" => "The sources that disagree.",
        "why" => "Why this value is not the preferred one.",
        "benchmark" => "The benchmark, without its round: MLPerf Inference.",
        "round" => "Round or version: v5.1.",
        "workload" => "What was computed.",
        "scenario" => "How the work arrived: offline, server, interactive; time-to-train.",
        "results" => "What ran it, each with its value in the unit of the row, of all its accelerators together.",
        "energy" => "An amount of energy; of one year, unless the name says otherwise.",
        "transistors" => "Transistors of all logic dies together.",
        "die-area" => "Area of all logic dies together.",
        "dies" => "Logic dies in the package.",
        "tdp" => "Thermal design power.",
        "max-power" => "The most it draws, where that is stated apart from the design power.",
        "memory-capacity" => "Capacity of the main memory, GB or GiB as printed.",
        "memory-bandwidth" => "Bandwidth of the main memory.",
        "memory-data-rate" | "data-rate" => "What each data line carries, such as 6.4 Gbit/s.",
        "peak" => "Peak operation rates, each under its precision, engine and sparsity.",
        "accumulate" => "How wide the sums are, where the source has a rate for each width.",
        "interconnect" => "Links, each with its role and direction; totals of the package.",
        "url" => "A public address.",
        "via" => "transcription: read in a public copy, not at its own address.",
        "ratio" => {
            "As printed: 30, 45 % more, 68 % less, 1/8, or 10 J to 0.4 J from the baseline's amount to the subject's."
        }
        "sense" => {
            "Whether the ratio is times more or times less of the metric; needed where less is better, such as time."
        }
        "subject-units" | "baseline-units" => {
            "Accelerators on that side; a superchip counts as the accelerators on it."
        }
        "as-printed" => "The few words around the ratio.",
        _ => return None,
    })
}

fn words<V: Vocabulary>() -> Value {
    let words: Vec<&str> = V::WORDS.iter().map(|(_, word)| *word).collect();
    json!({ "type": "string", "enum": words })
}
