//! The version of the format of spec files, which a file may name: `format = 1`. One that does not is in format 1.

use toml::de::{DeInteger, DeTable, DeValue};

use super::error::Fault;
use super::{SpecError, SpecFile};

/// The only version so far.
const FORMAT: u64 = 1;

/// Refuses a file in another format, before anything else in it is read: the rest of it may follow other rules.
pub(super) fn check(file: &SpecFile, document: &DeTable<'_>) -> Result<(), SpecError> {
    let Some(format) = document.get("format") else { return Ok(()) };
    let fault = match format.get_ref() {
        DeValue::Integer(version) if number(version) == Some(FORMAT) => return Ok(()),
        DeValue::Integer(version) if number(version) == Some(0) || version.as_str().starts_with('-') => {
            Fault::NoFormat { version: version.to_string(), known: FORMAT }
        }
        DeValue::Integer(version) => Fault::NewerFormat { version: version.to_string(), known: FORMAT },
        other => Fault::FormatOfType { found: other.type_str(), known: FORMAT },
    };
    Err(SpecError::at(file, format.span(), fault))
}

/// The number, where it is one of those that a version can have.
fn number(version: &DeInteger<'_>) -> Option<u64> {
    u64::from_str_radix(version.as_str(), version.radix()).ok()
}
