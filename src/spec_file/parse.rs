//! The first two stages: TOML syntax, then the shape of each row.

use std::ops::Range;

use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use super::error::Fault;
use super::raw::RawSpec;
use super::{SpecError, SpecFile, Wanted, format};
use crate::excerpt::Excerpt;

/// Reads a text into its rows.
///
/// Another format than this one is the only error, since the rest of the file may follow other rules. Otherwise all syntax errors are
/// reported, or, where there are none, one error for each row whose shape is wrong.
pub(crate) fn parse(file: &SpecFile, wanted: Wanted) -> Result<RawSpec<'_>, Vec<SpecError>> {
    let (document, syntax) = read(file.text());
    format::check(file, document.get_ref()).map_err(|error| vec![error])?;
    if !syntax.is_empty() {
        let error = |error: toml::de::Error| {
            SpecError::at(file, error.span().unwrap_or_default(), Fault::Syntax { message: error.message().to_owned() })
        };
        let mut errors: Vec<_> = syntax.into_iter().map(error).collect();
        // One slip of the pen can break two rules of the grammar at one place; the first says enough.
        errors.dedup_by_key(|error| (error.line(), error.column()));
        return Err(errors);
    }
    let mut spec = RawSpec::default();
    let mut errors = Vec::new();
    for (section, content) in document.into_inner() {
        let reader = Rows { file, errors: &mut errors };
        match section.get_ref().as_ref() {
            "claim" | "measured" | "reference" if wanted == Wanted::Products => {}
            "format" => {}
            "source" => spec.sources = reader.read("source", content),
            "memory" => spec.memories = reader.read("memory", content),
            "accelerator" => spec.accelerators = reader.read("accelerator", content),
            "system" => spec.systems = reader.read("system", content),
            "claim" => spec.claims = reader.read("claim", content),
            "measured" => spec.measured = reader.read("measured", content),
            "reference" => spec.references = reader.read("reference", content),
            other => {
                let fault = Fault::UnknownSection { section: other.to_owned() };
                errors.push(SpecError::at(file, section.span(), fault));
            }
        }
    }
    if errors.is_empty() { Ok(spec) } else { Err(errors) }
}

/// In texts of more bytes only the first syntax error is looked for: an error for each byte takes hundreds of times the memory of the text.
const MOST_FOR_ALL_ERRORS: usize = 256 << 10;

fn read(text: &str) -> (Spanned<DeTable<'_>>, Vec<toml::de::Error>) {
    if text.len() <= MOST_FOR_ALL_ERRORS {
        return DeTable::parse_recoverable(text);
    }
    match DeTable::parse(text) {
        Ok(document) => (document, Vec::new()),
        Err(error) => (Spanned::new(0..0, DeTable::new()), vec![error]),
    }
}

struct Rows<'a> {
    file: &'a SpecFile,
    errors: &'a mut Vec<SpecError>,
}

impl Rows<'_> {
    /// The rows of one section. Each is read by itself, since serde stops at the first error of what it is given.
    fn read<'t, R: Deserialize<'t>>(self, section: &str, content: Spanned<DeValue<'t>>) -> Vec<Spanned<R>> {
        let span = content.span();
        let DeValue::Array(rows) = content.into_inner() else {
            let fault = Fault::NotRows { section: section.to_owned() };
            self.errors.push(SpecError::at(self.file, span, fault));
            return Vec::new();
        };
        let mut read = Vec::with_capacity(rows.len());
        for row in rows {
            let span = row.span();
            match R::deserialize(ValueDeserializer::from(row)) {
                Ok(value) => read.push(Spanned::new(span, value)),
                Err(error) => self.errors.push(self.shape_error(span, &error)),
            }
        }
        read
    }

    fn shape_error(&self, row: Range<usize>, error: &toml::de::Error) -> SpecError {
        let fault = Fault::Shape { message: mended(error.message()) };
        SpecError::at(self.file, error.span().unwrap_or(row), fault)
    }
}

/// serde's message in the words of this format, with the mend.
fn mended(message: &str) -> String {
    if let Some(rest) = message.strip_prefix("unknown field ") {
        let (key, known) = rest.rsplit_once(", expected ").unwrap_or((rest, ""));
        let key = key.trim_matches('`');
        let mut known: Vec<&str> = known.split('`').skip(1).step_by(2).collect();
        known.sort_unstable();
        let near = crate::names::nearest(key, known.iter().copied());
        return match near {
            Some(near) => format!("unknown key `{}`; did you mean `{near}`?", Excerpt(key)),
            None => format!("unknown key `{}`; write one of {}", Excerpt(key), known.join(", ")),
        };
    }
    if let Some(key) = message.strip_prefix("missing field ") {
        return format!("missing key {key}; add it to this table");
    }
    let found = message.strip_prefix("invalid type: ").or_else(|| message.strip_prefix("invalid value: "));
    let found = found.and_then(|rest| rest.rsplit_once(", expected "));
    let found = found.map(|(found, expected)| (Excerpt(found).to_string(), expected));
    match found {
        Some((found, "a string")) => format!("expected a string, found {found}; write the text in quotes"),
        Some((found, "a nonzero u32")) => {
            format!("expected a whole number above zero, found {found}; write how many there are")
        }
        Some((found, "a sequence")) => {
            format!("expected a list, found {}; write it in [ ]", found.replace("map", "a table"))
        }
        // What else a row holds is tables.
        Some((found, _)) => {
            format!("expected a table, found {found}; write it as {{ value = \"…\", source = \"…\" }}")
        }
        None => format!("{}; check this row against the format", Excerpt(message)),
    }
}
