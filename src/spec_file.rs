//! Spec files: the text that catalogs are loaded from.
//!
//! A text becomes records in three stages, the same for built-in files and the user's: [`parse`] reads the TOML and reports every syntax
//! error, then another [`format`] than this one, then the shape of each row and every row that has it wrong; [`check`] applies the rules and
//! reports every breach.
//! A later stage begins only when the earlier one found nothing.

mod check;
mod directory;
mod error;
mod format;
mod parse;
mod raw;
#[cfg(feature = "schema")]
mod schema;

pub use error::{LoadError, SpecError};

use crate::names::Names;
use crate::records::Records;

/// The name and text of one spec file. The name stands at the head of every error message.
///
/// ```
/// use accelspec::{Catalog, SpecFile};
///
/// let file = SpecFile::new("empty.toml", "");
/// assert_eq!(Catalog::from_files(&[file])?.accelerators().count(), 0);
/// # Ok::<(), accelspec::LoadError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SpecFile {
    name: String,
    text: String,
}

impl SpecFile {
    /// A spec file from its text.
    ///
    /// ```
    /// use accelspec::SpecFile;
    ///
    /// assert_eq!(SpecFile::new("mine.toml", "").name(), "mine.toml");
    /// ```
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self { name: name.into(), text: text.into() }
    }

    /// The name, as messages print it.
    ///
    /// ```
    /// assert_eq!(accelspec::SpecFile::new("mine.toml", "").name(), "mine.toml");
    /// ```
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The text.
    ///
    /// ```
    /// assert_eq!(accelspec::SpecFile::new("mine.toml", "# none").text(), "# none");
    /// ```
    pub fn text(&self) -> &str {
        &self.text
    }
}

/// What happens when a file declares an id that the catalog has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Clash {
    /// An error.
    Refuse,
    /// What the file names takes the place of what was there.
    Override,
}

/// Which rows are loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// Every row.
    All,
    /// Products, memory technologies and their sources; what is said of them is left unread.
    Products,
}

/// Loads files on top of the records of a base catalog: all of them, or nothing.
pub(crate) fn load(
    base: &Records,
    files: &[SpecFile],
    clash: Clash,
    wanted: Wanted,
) -> Result<(Records, Names), LoadError> {
    let mut sorted: Vec<&SpecFile> = files.iter().collect();
    sorted.sort();
    let mut errors = Vec::new();
    let mut parsed = Vec::with_capacity(sorted.len());
    for file in sorted {
        match parse::parse(file, wanted) {
            Ok(spec) => parsed.push((file, spec)),
            Err(found) => errors.extend(found),
        }
    }
    if !errors.is_empty() {
        return Err(LoadError::new(errors));
    }
    check::check(&parsed, base, clash)
}
