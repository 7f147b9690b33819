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
mod position;
mod raw;
#[cfg(feature = "schema")]
mod schema;

use std::cmp::Ordering;
use std::fmt;

pub use error::{LoadError, SpecError};
use position::{Index, Position};

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
#[derive(Clone)]
pub struct SpecFile {
    name: String,
    text: String,
    /// Follows from the text, so that no comparison asks for it.
    index: Index,
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
        Self { name: name.into(), text: text.into(), index: Index::default() }
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

    fn position(&self, offset: usize) -> Position {
        self.index.position(&self.text, offset)
    }
}

impl fmt::Debug for SpecFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SpecFile").field("name", &self.name).field("text", &self.text).finish_non_exhaustive()
    }
}

impl PartialEq for SpecFile {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for SpecFile {}

impl PartialOrd for SpecFile {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// By name, then by text.
impl Ord for SpecFile {
    fn cmp(&self, other: &Self) -> Ordering {
        (&self.name, &self.text).cmp(&(&other.name, &other.text))
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
