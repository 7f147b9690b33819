//! Figures: one fact each, with the source it stands on and the sources that disagree.

use std::fmt;

use crate::vocabulary::spoken;
use crate::{Citation, Qualifiers, Vocabulary};

/// One fact about a product: a preferred value of type `V`, or the reason why there is none, with its source and the dissent.
///
/// ```
/// use accelspec::Catalog;
///
/// let b100 = Catalog::builtin().find("B100")?;
/// let power = b100.figures.tdp.as_ref().expect("recorded");
/// assert_eq!(power.get().map(ToString::to_string), Ok("700 W".to_owned()));
///
/// let (value, dissent) = power.dissent().next().expect("a source says otherwise");
/// assert_eq!(value.map(ToString::to_string), Ok("1 kW".to_owned()));
/// assert!(!dissent.why.is_empty());
/// # Ok::<(), accelspec::LookupError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Figure<V> {
    stated: Result<V, Absence>,
    /// Boxed, since a product has room for many figures and most products have few.
    behind: Box<Behind<V>>,
}

/// What stands behind a figure, and the values of those who dissent in the order of what is said of them.
#[derive(Clone, Debug, PartialEq)]
struct Behind<V> {
    provenance: Provenance,
    dissenting: Box<[Result<V, Absence>]>,
}

impl<V> Figure<V> {
    /// Of a preferred value or absence, those that dissent, and what is said of each: the two lists of dissent run in parallel.
    pub(crate) fn new(stated: Result<V, Absence>, dissenting: Vec<Result<V, Absence>>, provenance: Provenance) -> Self {
        Self { stated, behind: Box::new(Behind { provenance, dissenting: dissenting.into_boxed_slice() }) }
    }

    /// The preferred value.
    ///
    /// # Errors
    ///
    /// The [`Absence`] that the source states: undisclosed or not applicable.
    ///
    /// ```
    /// use accelspec::{Absence, Catalog};
    ///
    /// let mach1 = Catalog::builtin().find("Mach-1")?;
    /// let transistors = mach1.figures.transistors.as_ref().expect("a source was read");
    /// assert_eq!(transistors.get(), Err(Absence::Undisclosed));
    /// # Ok::<(), accelspec::LookupError>(())
    /// ```
    pub fn get(&self) -> Result<&V, Absence> {
        self.stated.as_ref().map_err(|absence| *absence)
    }

    /// The values of sources that disagree, each with what is said of it.
    ///
    /// ```
    /// use accelspec::Catalog;
    ///
    /// let b100 = Catalog::builtin().find("B100")?;
    /// let power = b100.figures.tdp.as_ref().expect("recorded");
    /// assert!(power.dissent().all(|(_, dissent)| dissent.citation.source.url.starts_with("https://")));
    /// # Ok::<(), accelspec::LookupError>(())
    /// ```
    pub fn dissent(&self) -> impl Iterator<Item = (Result<&V, Absence>, &Dissent)> {
        let values = self.behind.dissenting.iter().map(|value| value.as_ref().map_err(|absence| *absence));
        values.zip(self.behind.provenance.dissent())
    }

    /// What stands behind the figure: its source and the texts as published.
    ///
    /// ```
    /// use accelspec::Catalog;
    ///
    /// let mi300x = Catalog::builtin().find("MI300X")?;
    /// let transistors = mi300x.figures.transistors.as_ref().expect("recorded");
    /// assert_eq!(transistors.provenance().published, "153 G");
    /// # Ok::<(), accelspec::LookupError>(())
    /// ```
    pub fn provenance(&self) -> &Provenance {
        &self.behind.provenance
    }
}

/// What stands behind a figure, whatever its type: the text as published, the source, the qualifiers, the dissent.
///
/// ```
/// use accelspec::Catalog;
///
/// let h100 = Catalog::builtin().find("H100")?;
/// let provenance = h100.figures.tdp.as_ref().expect("recorded").provenance();
/// assert_eq!(provenance.published, "700 W");
/// assert_eq!(provenance.citation.source.publisher, "NVIDIA");
/// # Ok::<(), accelspec::LookupError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Provenance {
    /// The value as the source prints it, or the word of the absence.
    pub published: String,
    /// The source it stands on.
    pub citation: Citation,
    /// What the source says of the value besides: up to, preliminary.
    pub qualifiers: Qualifiers,
    /// A remark on the figure.
    pub note: Option<String>,
    /// Boxed, since most figures have none.
    disagreement: Option<Box<Disagreement>>,
}

/// What is said of other values than the preferred one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Disagreement {
    /// Why this value is preferred over one of stronger evidence.
    pub(crate) because: Option<String>,
    /// What other sources say.
    pub(crate) dissent: Vec<Dissent>,
}

impl Provenance {
    pub(crate) fn new(
        published: String,
        citation: Citation,
        qualifiers: Qualifiers,
        note: Option<String>,
        disagreement: Disagreement,
    ) -> Self {
        let stated = disagreement.because.is_some() || !disagreement.dissent.is_empty();
        let disagreement = stated.then(|| Box::new(disagreement));
        Self { published, citation, qualifiers, note, disagreement }
    }

    /// Why this value is preferred over one of stronger evidence.
    ///
    /// ```
    /// use accelspec::Catalog;
    ///
    /// let products = Catalog::builtin().products();
    /// let entries = products.flat_map(|product| product.figures().entries());
    /// assert!(entries.filter_map(|entry| entry.provenance.because()).all(|because| !because.is_empty()));
    /// ```
    pub fn because(&self) -> Option<&str> {
        self.disagreement.as_ref()?.because.as_deref()
    }

    /// What other sources say.
    ///
    /// ```
    /// use accelspec::Catalog;
    ///
    /// let b100 = Catalog::builtin().find("B100")?;
    /// let dissent = &b100.figures.tdp.as_ref().expect("recorded").provenance().dissent()[0];
    /// assert_eq!(dissent.published, "1000 W");
    /// # Ok::<(), accelspec::LookupError>(())
    /// ```
    pub fn dissent(&self) -> &[Dissent] {
        self.disagreement.as_ref().map_or(&[], |disagreement| &disagreement.dissent)
    }
}

/// What a source says that disagrees with the preferred one.
///
/// ```
/// use accelspec::Catalog;
///
/// let b100 = Catalog::builtin().find("B100")?;
/// let dissent = &b100.figures.tdp.as_ref().expect("recorded").provenance().dissent()[0];
/// assert_eq!(dissent.published, "1000 W");
/// # Ok::<(), accelspec::LookupError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
#[serde(rename_all = "kebab-case")]
pub struct Dissent {
    /// The value as the source prints it, or the word of the absence.
    pub published: String,
    /// The source that says so.
    pub citation: Citation,
    /// What the source says of the value besides.
    pub qualifiers: Qualifiers,
    /// Why it is not the preferred value.
    pub why: String,
}

/// Why there is no value. Three different things, and none of them is a zero.
///
/// ```
/// use accelspec::Absence;
///
/// assert_eq!(Absence::NotRecorded.to_string(), "not recorded");
/// assert_eq!(Absence::Undisclosed.to_string(), "undisclosed");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Absence {
    /// Nobody has recorded the figure yet.
    NotRecorded,
    /// A cited document was read, and does not say.
    Undisclosed,
    /// The hardware has no such thing.
    NotApplicable,
}

impl Vocabulary for Absence {
    const MEANING: &'static str = "absence";
    /// What a spec file can state; that nobody has recorded a figure is said by leaving its key out.
    const WORDS: &'static [(Self, &'static str)] =
        &[(Self::Undisclosed, "undisclosed"), (Self::NotApplicable, "not-applicable")];

    fn word(self) -> &'static str {
        match self {
            Self::NotRecorded => "not recorded",
            Self::Undisclosed => "undisclosed",
            Self::NotApplicable => "not-applicable",
        }
    }
}

spoken!(Absence);

/// A figure that was asked for and has no value: which, of what, why, and which source says so.
///
/// ```
/// use accelspec::Catalog;
///
/// let mach1 = Catalog::builtin().find("Mach-1")?;
/// let error = mach1.tdp().unwrap_err();
/// assert!(error.to_string().starts_with("tdp of Samsung Mach-1 is undisclosed, says "), "{error}");
/// # Ok::<(), accelspec::LookupError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AbsentFigure {
    product: String,
    figure: String,
    absence: Absence,
    citation: Option<Citation>,
}

impl AbsentFigure {
    pub(crate) fn new(product: &str, figure: &str, absence: Absence, citation: Option<Citation>) -> Self {
        Self { product: product.to_owned(), figure: figure.to_owned(), absence, citation }
    }

    /// Why there is no value.
    ///
    /// ```
    /// use accelspec::{Absence, Catalog};
    ///
    /// let mach1 = Catalog::builtin().find("Mach-1")?;
    /// assert_eq!(mach1.memory_capacity().unwrap_err().absence(), Absence::Undisclosed);
    /// # Ok::<(), accelspec::LookupError>(())
    /// ```
    pub fn absence(&self) -> Absence {
        self.absence
    }

    /// The source that was read, unless nothing is recorded.
    ///
    /// ```
    /// use accelspec::Catalog;
    ///
    /// let mach1 = Catalog::builtin().find("Mach-1")?;
    /// assert!(mach1.memory_capacity().unwrap_err().citation().is_some());
    /// # Ok::<(), accelspec::LookupError>(())
    /// ```
    pub fn citation(&self) -> Option<&Citation> {
        self.citation.as_ref()
    }
}

impl fmt::Display for AbsentFigure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {} is {}", self.figure, self.product, self.absence)?;
        match &self.citation {
            Some(citation) => write!(f, ", says {citation} {}", citation.source.url),
            None => f.write_str("; a spec file of your own can add it"),
        }
    }
}

impl std::error::Error for AbsentFigure {}
