//! What no name holds, be it of a product, a vendor, a memory, a reference or what a driver reports.

use super::super::error::Fault;
use crate::names::{is_compatibility_form, is_invisible, look_alike_among_latin};

/// More characters than anybody gives a name: no built-in name has half as many. Messages that list names are bounded by it.
pub(in crate::spec_file) const LONGEST: usize = 200;

/// Whether an id or a name is too long to be one.
pub(super) fn is_long(name: &str) -> bool {
    name.len() > LONGEST && name.chars().nth(LONGEST).is_some()
}

/// Why a name is not what a reader takes it for, or cannot be asked for: its length, hidden characters, letters in a special form, letters
/// of other scripts that look like its Latin ones, or no letter at all. Nothing where all is well.
pub(super) fn illegible(key: &'static str, name: &str) -> Option<Fault> {
    let text = || name.to_owned();
    if is_long(name) {
        Some(Fault::LongName { key, text: text() })
    } else if let Some(hidden) = name.trim().chars().find(|c| is_invisible(*c)) {
        Some(Fault::Invisible { key, text: text(), number: hidden.into() })
    } else if let Some(form) = name.chars().find(|c| is_compatibility_form(*c)) {
        Some(Fault::CompatibilityForm { key, text: text(), form })
    } else if let Some((other, latin)) = look_alike_among_latin(name) {
        Some(Fault::MixedScripts { key, text: text(), other, latin })
    } else if !name.contains(char::is_alphanumeric) {
        Some(Fault::Unnamed { key, text: text() })
    } else {
        None
    }
}
