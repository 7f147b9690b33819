//! What can be wrong with a spec file, and how a message says it.

use std::fmt;
use std::ops::Range;

use crate::Sense;
use crate::excerpt::{Excerpt, Visible};
use crate::spec_file::SpecFile;
use crate::spec_file::check::illegible::LONGEST;
use crate::spec_file::position::Position;

/// So many errors stand in a text; nobody reads more at once.
const SHOWN: usize = 100;

/// Why a load failed: every error that the stage it failed in could find, sorted by file and position. Nothing was loaded.
///
/// ```
/// use accelspec::Catalog;
///
/// let error = Catalog::from_toml("mine.toml", "[[source]]\nid = 'x'\npublisher = 7").unwrap_err();
/// assert_eq!(error.to_string(), "mine.toml:3:13: expected a string, found integer `7`; write the text in quotes");
/// assert_eq!(error.errors().len(), 1);
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct LoadError {
    errors: Vec<SpecError>,
}

impl LoadError {
    pub(crate) fn new(mut errors: Vec<SpecError>) -> Self {
        errors.sort();
        errors.dedup();
        Self { errors }
    }

    /// The errors, at least one, and all of them however many the text shows.
    ///
    /// ```
    /// use accelspec::Catalog;
    ///
    /// let error = Catalog::from_toml("mine.toml", "[[chip]]").unwrap_err();
    /// assert_eq!(error.errors()[0].line(), Some(1));
    /// ```
    pub fn errors(&self) -> &[SpecError] {
        &self.errors
    }
}

/// One line for each of the first hundred errors, and how many more there are.
impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, error) in self.errors.iter().take(SHOWN).enumerate() {
            let line_break = if index == 0 { "" } else { "\n" };
            write!(f, "{line_break}{error}")?;
        }
        match self.errors.len().saturating_sub(SHOWN) {
            0 => Ok(()),
            more => write!(f, "\nand {more} more; mend these first"),
        }
    }
}

/// As it is shown, so that an `unwrap` can be read.
impl fmt::Debug for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "LoadError(\n{self}\n)")
    }
}

impl std::error::Error for LoadError {}

/// One error in a spec file: where it is, what is wrong, and what would mend it.
///
/// ```
/// use accelspec::Catalog;
///
/// let error = Catalog::from_toml("mine.toml", "id = 'x'").unwrap_err();
/// let error = &error.errors()[0];
/// assert_eq!((error.file(), error.line(), error.column()), ("mine.toml", Some(1), Some(1)));
/// assert_eq!(error.message(),
///     "unknown section `id`; a spec file holds [[source]], [[memory]], [[accelerator]], [[system]], [[claim]], [[measured]] and [[reference]]");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SpecError {
    file: String,
    position: Option<Position>,
    message: String,
}

impl SpecError {
    /// An error at a range of bytes of a file.
    #[allow(clippy::needless_pass_by_value)] // every caller hands over a fault it has just made
    pub(crate) fn at(file: &SpecFile, span: Range<usize>, fault: Fault) -> Self {
        let position = Some(file.position(span.start));
        Self { file: file.name().to_owned(), position, message: fault.to_string() }
    }

    /// An error of a file as a whole.
    #[allow(clippy::needless_pass_by_value)] // as above
    pub(crate) fn of_file(name: String, fault: Fault) -> Self {
        Self { file: name, position: None, message: fault.to_string() }
    }

    /// The name of the file.
    ///
    /// ```
    /// use accelspec::Catalog;
    ///
    /// let error = Catalog::from_toml("mine.toml", "=").unwrap_err();
    /// assert_eq!(error.errors()[0].file(), "mine.toml");
    /// ```
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The line, counted from one; none where the file could not be read.
    ///
    /// ```
    /// use accelspec::Catalog;
    ///
    /// let error = Catalog::from_toml("mine.toml", "\n=").unwrap_err();
    /// assert_eq!(error.errors()[0].line(), Some(2));
    /// ```
    pub fn line(&self) -> Option<usize> {
        self.position.map(|position| position.line)
    }

    /// The column, counted from one in characters; none where the file could not be read.
    ///
    /// ```
    /// use accelspec::Catalog;
    ///
    /// let error = Catalog::from_toml("mine.toml", "가우디 = 3").unwrap_err();
    /// assert_eq!(error.errors()[0].column(), Some(1));
    /// ```
    pub fn column(&self) -> Option<usize> {
        self.position.map(|position| position.column)
    }

    /// What is wrong and what would mend it.
    ///
    /// ```
    /// use accelspec::SpecFile;
    ///
    /// let error = SpecFile::read("specs/no-such-file.toml").unwrap_err();
    /// assert!(error.errors()[0].message().starts_with("cannot be read: "));
    /// ```
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for SpecError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.position {
            Some(position) => write!(f, "{}:{position}: {}", Visible(&self.file), self.message),
            None => write!(f, "{}: {}", Visible(&self.file), self.message),
        }
    }
}

impl std::error::Error for SpecError {}

/// Every kind of fault, with its message: what was read, what is wrong, what would mend it.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Fault {
    #[error("cannot be read: {reason}; check the path and its permissions")]
    Unreadable { reason: String },
    #[error("is not a regular file; give the path of one, or read the text yourself and hand it to `SpecFile::new`")]
    NotRegular,
    #[error("has more than {} bytes; divide it, or leave it out if it is no spec file", SpecFile::MAX_BYTES)]
    TooLong,
    #[error("the byte 0x{byte:02x} is not UTF-8; save the file as UTF-8")]
    NotUtf8 { byte: u8 },
    #[error("not TOML: {message}; see https://toml.io for the syntax")]
    Syntax { message: String },
    #[error(
        "format {} is newer than this accelspec reads ({known}); upgrade accelspec, or write the file in format {known}",
        Excerpt(.version)
    )]
    NewerFormat { version: String, known: u64 },
    #[error("there is no format {}; write `format = {known}`, or leave it out", Excerpt(.version))]
    NoFormat { version: String, known: u64 },
    #[error("`format` is a whole number, found {found}; write `format = {known}`, or leave it out")]
    FormatOfType { found: &'static str, known: u64 },
    #[error(
        "unknown section `{}`; a spec file holds [[source]], [[memory]], [[accelerator]], [[system]], [[claim]], [[measured]] and [[reference]]",
        Excerpt(.section)
    )]
    UnknownSection { section: String },
    #[error("`{section}` is not a list of tables; write [[{section}]]")]
    NotRows { section: String },
    #[error("{message}")]
    Shape { message: String },
    /// A text that its own type refuses, with that type's message.
    #[error("{message}")]
    Value { message: String },
    #[error("`{key}` is empty; write something or leave the key out")]
    Empty { key: &'static str },
    #[error("missing key `{key}`; every {row} has one")]
    Missing { row: &'static str, key: &'static str },
    #[error("duplicate id `{}`, declared at {first}; rename one of the two", Excerpt(.id))]
    DuplicateId { id: String, first: String },
    #[error("`{}` is in the catalog already; give it another id, or load the file as an override", Excerpt(.id))]
    Clash { id: String },
    #[error(
        "`{}` is the id of another kind of record in the catalog, {known}; an override keeps the kind of a record, so choose another id",
        Excerpt(.id)
    )]
    OtherKind { id: String, known: &'static str },
    #[error(
        "source `{}` is in the catalog already and figures stand on it; declare yours under another id",
        Excerpt(.id)
    )]
    SourceClash { id: String },
    #[error(
        "the name `{}` belongs to `{}` already; each name leads to one product, so choose another",
        Excerpt(.name),
        Excerpt(.other)
    )]
    TakenName { name: String, other: String },
    #[error(
        "the alias `{}` adds nothing to the other names; leave it out: look-up ignores case, spaces, punctuation and \
         the vendor's name in front",
        Excerpt(.name)
    )]
    RedundantAlias { name: String },
    #[error("the {key} `{}` is longer than {LONGEST} characters; shorten it", Excerpt(.text))]
    LongName { key: &'static str, text: String },
    #[error("the {key} `{}` holds U+{number:04X}, which nobody sees; leave it out", Excerpt(.text))]
    Invisible { key: &'static str, text: String, number: u32 },
    #[error(
        "the {key} `{}` has `{form}` (U+{:04X}), a letter or digit in a special form; write the plain one",
        Excerpt(.text),
        u32::from(*.form)
    )]
    CompatibilityForm { key: &'static str, text: String, form: char },
    #[error(
        "the {key} `{}` has `{other}` (U+{:04X}) among Latin letters, which looks like `{latin}`; write each word in one script",
        Excerpt(.text),
        u32::from(*.other)
    )]
    MixedScripts { key: &'static str, text: String, other: char, latin: char },
    #[error(
        "the name `{}` looks like `{}`, a name of `{}`, and is written with other letters; write it with the same, or choose another name",
        Excerpt(.name),
        Excerpt(.like),
        Excerpt(.other)
    )]
    LooksLike { name: String, like: String, other: String },
    #[error("the vendor `{}` looks like `{}`, which is written with other letters; write it with the same", Excerpt(.vendor), Excerpt(.like))]
    VendorLooksLike { vendor: String, like: String },
    #[error("the {key} `{}` has no letter or digit; write one that can be asked for", Excerpt(.text))]
    Unnamed { key: &'static str, text: String },
    #[error("no source `{}`; {}", Excerpt(.id), nearest_or(.nearest.as_ref(), "declare it with [[source]]"))]
    UnknownSource { id: String, nearest: Option<String> },
    #[error("no accelerator `{}`; {}", Excerpt(.id), nearest_or(.nearest.as_ref(), "declare it with [[accelerator]]"))]
    UnknownAccelerator { id: String, nearest: Option<String> },
    #[error(
        "no accelerator or system `{}`; {}",
        Excerpt(.id),
        nearest_or(.nearest.as_ref(), "name a product outside the catalog with `subject-name` or `baseline-name`")
    )]
    UnknownProduct { id: String, nearest: Option<String> },
    #[error("`{}` is no public address; write one that begins with https:// or http://", Excerpt(.url))]
    Address { url: String },
    #[error("a figure has both `value` and `absent`; keep the one that the source supports")]
    ValueAndAbsent,
    #[error("a figure has neither `value` nor `absent`; write what the source prints, or `absent = \"undisclosed\"`")]
    NeitherValueNorAbsent,
    #[error(
        "the preferred value stands on {preferred} evidence, but `also` has {dissent} evidence, which is stronger; prefer that, \
         or say `because = \"…\"`"
    )]
    WeakerPreferred { preferred: String, dissent: String },
    #[error("a rumour is never the preferred value; move it to `also`, or leave it out")]
    PreferredRumour,
    #[error(
        "a peak rate without `{part}`; name it, or write `{part} = \"unstated\"` (only an absence may leave it out)"
    )]
    PeakWithoutKey { part: &'static str },
    #[error("a link bandwidth without `{part}`; name it (only an absence may leave it out)")]
    LinkWithoutKey { part: &'static str },
    #[error("two figures for `{}`; keep one and move the other to its `also`", Excerpt(.key))]
    DuplicateKey { key: String },
    #[error(
        "the {sparse} rate {} is below the dense {}; check which of the two is which",
        Excerpt(.sparse_value),
        Excerpt(.dense_value)
    )]
    SparseBelowDense { sparse: String, sparse_value: String, dense_value: String },
    #[error("released {released}, before it was announced on {announced}; check both dates")]
    ReleasedBeforeAnnounced { released: String, announced: String },
    #[error("an accelerator has no `members`; write it as [[system]], or `parts` for the accelerators on one board")]
    MembersOfAccelerator,
    #[error("a system has no `{key}`; write it with its member accelerators")]
    AcceleratorKeyOfSystem { key: &'static str },
    #[error("`{}` is a member already; add the two counts up", Excerpt(.id))]
    DuplicateMember { id: String },
    #[error("`{}` has parts of its own; name those, so that each accelerator is counted once", Excerpt(.id))]
    PartOfParts { id: String },
    #[error(
        "`{}` is not a result; write digits above zero, without a unit: it stands on the row as `unit`",
        Excerpt(.text)
    )]
    Result { text: String },
    #[error(
        "a reference without an amount; write one of energy, accelerators, utilization, budget, price-per-year, price-per-hour"
    )]
    ReferenceWithoutAmount,
    #[error("a claim has both `{key}` and `{key}-name`; keep one")]
    PartyTwice { key: &'static str },
    #[error(
        "a claim without `{key}`; name a product of the catalog, or write `{key}-name = \"…\"`, or `{key} = \"undisclosed\"`"
    )]
    PartyMissing { key: &'static str },
    #[error("of `{metric}` less is better, so say which is meant: `sense = \"less\"` or `sense = \"more\"`")]
    SenseMissing { metric: String },
    #[error("the ratio `{}` says {formed}, but `sense` says {stated}; keep one of them", Excerpt(.ratio))]
    SenseAgainstForm { ratio: String, formed: Sense, stated: Sense },
}

fn nearest_or(nearest: Option<&String>, otherwise: &str) -> String {
    match nearest {
        Some(nearest) => format!("did you mean `{nearest}`?"),
        None => otherwise.to_owned(),
    }
}
