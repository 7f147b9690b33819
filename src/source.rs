//! Sources: the public documents that figures stand on, and how strong each is as evidence.

use std::fmt;
use std::sync::Arc;

use crate::vocabulary::spoken;
use crate::{Date, Id, Vocabulary};

/// A public document or dataset that figures are cited from.
///
/// ```
/// use accelspec::{Catalog, Evidence};
///
/// let catalog = Catalog::builtin();
/// let source = catalog.source("epoch-ml-hardware").expect("a source of the catalog");
/// assert_eq!(source.evidence, Evidence::Dataset);
/// assert_eq!(source.publisher, "Epoch AI");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[non_exhaustive]
#[serde(rename_all = "kebab-case")]
pub struct Source {
    /// Unique in the catalog.
    pub id: Id,
    /// Who published it.
    pub publisher: String,
    /// Its title.
    pub title: String,
    /// Its public address.
    pub url: String,
    /// When it was published, where it says so.
    pub date: Option<Date>,
    /// What kind of document it is.
    pub evidence: Evidence,
    /// How it was read.
    pub via: Access,
}

/// Publisher, title, date and kind on one line: what a list of sources prints.
impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, {}", self.publisher, self.title)?;
        if let Some(date) = self.date {
            write!(f, ", {date}")?;
        }
        write!(f, " ({}", self.evidence)?;
        if self.via == Access::Transcription {
            f.write_str(", read in a transcription")?;
        }
        f.write_str(")")
    }
}

/// What kind of document a source is, strongest evidence first.
///
/// ```
/// use accelspec::Evidence;
///
/// assert!(Evidence::Datasheet.is_stronger_than(Evidence::Press));
/// assert_eq!("vendor-docs".parse::<Evidence>()?, Evidence::VendorDocs);
/// # Ok::<(), accelspec::UnknownWord>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Evidence {
    /// The vendor's data sheet, product brief or product page.
    Datasheet,
    /// The vendor's white paper or architecture brief.
    Whitepaper,
    /// The vendor's documentation, developer blog or published code.
    VendorDocs,
    /// The vendor's press release.
    VendorPress,
    /// What the vendor said on a stage or in an interview.
    VendorTalk,
    /// A standards body.
    Standards,
    /// An independent reader of the documents or the hardware.
    Independent,
    /// A published benchmark result.
    Benchmark,
    /// A public table without a source for each figure.
    Dataset,
    /// The press.
    Press,
    /// An analyst's or author's estimate.
    Estimate,
    /// A page that nobody vouches for. Never the preferred figure.
    Rumour,
}

impl Evidence {
    /// Whether this kind of document outweighs the other.
    ///
    /// ```
    /// use accelspec::Evidence;
    ///
    /// assert!(Evidence::Whitepaper.is_stronger_than(Evidence::VendorPress));
    /// assert!(!Evidence::Rumour.is_stronger_than(Evidence::Rumour));
    /// ```
    pub const fn is_stronger_than(self, other: Self) -> bool {
        (self as u8) < (other as u8)
    }

    /// Whether it is a document of the vendor's own.
    ///
    /// ```
    /// use accelspec::Evidence;
    ///
    /// assert!(Evidence::VendorTalk.is_from_vendor());
    /// assert!(!Evidence::Dataset.is_from_vendor());
    /// ```
    pub const fn is_from_vendor(self) -> bool {
        matches!(self, Self::Datasheet | Self::Whitepaper | Self::VendorDocs | Self::VendorPress | Self::VendorTalk)
    }
}

impl Vocabulary for Evidence {
    const MEANING: &'static str = "kind of evidence";
    const WORDS: &'static [(Self, &'static str)] = &[
        (Self::Datasheet, "datasheet"),
        (Self::Whitepaper, "whitepaper"),
        (Self::VendorDocs, "vendor-docs"),
        (Self::VendorPress, "vendor-press"),
        (Self::VendorTalk, "vendor-talk"),
        (Self::Standards, "standards"),
        (Self::Independent, "independent"),
        (Self::Benchmark, "benchmark"),
        (Self::Dataset, "dataset"),
        (Self::Press, "press"),
        (Self::Estimate, "estimate"),
        (Self::Rumour, "rumour"),
    ];
}

spoken!(Evidence);

/// How a source was read: itself, or a public copy of its figures.
///
/// ```
/// use accelspec::Access;
///
/// assert_eq!("transcription".parse::<Access>()?, Access::Transcription);
/// # Ok::<(), accelspec::UnknownWord>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Access {
    /// The document itself was read.
    Original,
    /// A public copy, transcription or quotation of it was read.
    Transcription,
}

impl Vocabulary for Access {
    const MEANING: &'static str = "way of reading";
    const WORDS: &'static [(Self, &'static str)] =
        &[(Self::Original, "original"), (Self::Transcription, "transcription")];
}

spoken!(Access);

/// A source and the place in it that a figure stands on.
///
/// ```
/// use accelspec::Catalog;
///
/// let catalog = Catalog::builtin();
/// let h100 = catalog.find("H100")?;
/// let transistors = h100.figures.transistors.as_ref().expect("recorded");
/// assert!(transistors.provenance().citation.source.url.starts_with("https://"));
/// # Ok::<(), accelspec::LookupError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[non_exhaustive]
#[serde(rename_all = "kebab-case")]
pub struct Citation {
    /// The document, shared by all figures that cite it. Serialised as its id.
    #[serde(serialize_with = "id_of_source")]
    pub source: Arc<Source>,
    /// Where in it: a page, a table, a column.
    pub at: Option<Box<str>>,
}

fn id_of_source<S: serde::Serializer>(source: &Arc<Source>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(source.id.as_str())
}

impl fmt::Display for Citation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.source)?;
        match &self.at {
            Some(at) => write!(f, ", {at}"),
            None => Ok(()),
        }
    }
}
