//! Why is that number different? What a number found elsewhere would be, by the figures of the catalog.

mod cause;
mod search;

use std::fmt;

pub use cause::Cause;
pub(crate) use search::rates_above;

use crate::dimension::{Area, Bandwidth, Count, Dimension, Information, OperationRate, Power};
use crate::vocabulary::spoken;
use crate::{Accelerator, Catalog, Citation, Engine, ParseQuantityError, Precision, Quantity, Sparsity, Vocabulary};

/// What a number found elsewhere would be: the figure itself, or what was mistaken for it, best explanation first.
///
/// Tried are: exact; rounded; what a dissenting source says; the rate with or without sparsity, at another precision, of the other engine,
/// with other accumulation; one die or all dies; one direction or both; another figure of the same unit; binary for decimal units; bits for
/// bytes; a wrong power of two or ten; one mistyped digit; and, with a catalog among the hints, another accelerator of the vendor, or the
/// superchip or system that holds it. Several mistakes at once come last. An empty list is an honest one: nothing in the catalog explains it.
///
/// ```
/// use accelspec::{Catalog, Cause, FigureKind, Found, Hints, Precision, Sparsity, explain};
///
/// let catalog = Catalog::builtin();
/// let found = Found::read(FigureKind::Peak, "1979 TFLOP/s")?;
/// let hints = Hints { precision: Some(Precision::Bf16), ..Hints::among(catalog) };
/// let explanations = explain(catalog.find("H100")?, &found, &hints);
/// assert_eq!(explanations[0].causes, [Cause::Sparsity(Sparsity::TwoOfFour)]);
/// assert_eq!(explanations[0].published, "1978.9 TFLOP/s");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn explain<'a>(accelerator: &'a Accelerator, found: &Found, hints: &Hints<'a>) -> Vec<Explanation<'a>> {
    search::explanations(accelerator, found, hints)
}

/// What a number found elsewhere is said to be a figure of.
///
/// ```
/// use accelspec::FigureKind;
///
/// assert_eq!("memory-bandwidth".parse::<FigureKind>()?, FigureKind::MemoryBandwidth);
/// # Ok::<(), accelspec::UnknownWord>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FigureKind {
    /// Transistors of all logic dies.
    Transistors,
    /// Area of all logic dies.
    DieArea,
    /// Power, by design or at most.
    Tdp,
    /// Capacity of the main memory.
    MemoryCapacity,
    /// Bandwidth of the main memory.
    MemoryBandwidth,
    /// A peak operation rate.
    Peak,
    /// Bandwidth of the link between accelerators.
    InterconnectBandwidth,
}

impl Vocabulary for FigureKind {
    const MEANING: &'static str = "kind of figure";
    const WORDS: &'static [(Self, &'static str)] = &[
        (Self::Transistors, "transistors"),
        (Self::DieArea, "die-area"),
        (Self::Tdp, "tdp"),
        (Self::MemoryCapacity, "memory-capacity"),
        (Self::MemoryBandwidth, "memory-bandwidth"),
        (Self::Peak, "peak"),
        (Self::InterconnectBandwidth, "interconnect-bandwidth"),
    ];
}

spoken!(FigureKind);

/// A number found elsewhere, with its unit.
///
/// ```
/// use accelspec::{FigureKind, Found};
///
/// let found = Found::read(FigureKind::Tdp, "0.7 kW")?;
/// assert_eq!((found.kind(), found.base()), (FigureKind::Tdp, 700.0));
/// assert!(Found::read(FigureKind::Tdp, "80 GB").is_err());
/// # Ok::<(), accelspec::ParseQuantityError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    kind: FigureKind,
    printed: String,
    base: f64,
}

impl Found {
    /// Reads a number and its unit as found.
    ///
    /// # Errors
    ///
    /// [`ParseQuantityError`] when the text is not a quantity of that kind.
    ///
    /// ```
    /// use accelspec::{FigureKind, Found};
    ///
    /// assert_eq!(Found::read(FigureKind::MemoryCapacity, "80 GiB")?.base(), 80.0 * 1024.0 * 1024.0 * 1024.0);
    /// # Ok::<(), accelspec::ParseQuantityError>(())
    /// ```
    pub fn read(kind: FigureKind, printed: &str) -> Result<Self, ParseQuantityError> {
        let base = match kind {
            FigureKind::Transistors => base::<Count>(printed),
            FigureKind::DieArea => base::<Area>(printed),
            FigureKind::Tdp => base::<Power>(printed),
            FigureKind::MemoryCapacity => base::<Information>(printed),
            FigureKind::MemoryBandwidth | FigureKind::InterconnectBandwidth => base::<Bandwidth>(printed),
            FigureKind::Peak => base::<OperationRate>(printed),
        }?;
        Ok(Self { kind, printed: printed.trim().to_owned(), base })
    }

    /// What it is said to be a figure of.
    ///
    /// ```
    /// use accelspec::{FigureKind, Found};
    ///
    /// assert_eq!(Found::read(FigureKind::Peak, "312 TFLOP/s")?.kind(), FigureKind::Peak);
    /// # Ok::<(), accelspec::ParseQuantityError>(())
    /// ```
    pub fn kind(&self) -> FigureKind {
        self.kind
    }

    /// The value in base units.
    ///
    /// ```
    /// use accelspec::{FigureKind, Found};
    ///
    /// assert_eq!(Found::read(FigureKind::Peak, "312 TFLOP/s")?.base(), 312e12);
    /// # Ok::<(), accelspec::ParseQuantityError>(())
    /// ```
    pub fn base(&self) -> f64 {
        self.base
    }
}

fn base<D: Dimension>(printed: &str) -> Result<f64, ParseQuantityError> {
    printed.parse().map(Quantity::<D>::base)
}

/// What is known of a number besides its value. What stays `None` is open.
///
/// ```
/// use accelspec::{Catalog, FigureKind, Found, Hints, explain};
///
/// let catalog = Catalog::builtin();
/// let found = Found::read(FigureKind::MemoryBandwidth, "2 TB/s")?;
/// // The H100 alone does not explain 2 TB/s; its sibling on a PCIe card does.
/// let h100 = catalog.find("H100")?;
/// assert!(explain(h100, &found, &Hints::default()).is_empty());
/// assert!(explain(h100, &found, &Hints::among(catalog))[0].to_string().contains("NVIDIA H100 PCIe 80GB"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct Hints<'a> {
    /// The precision that a rate is given for.
    pub precision: Option<Precision>,
    /// The engine that a rate is given for.
    pub engine: Option<Engine>,
    /// The sparsity that a rate is given for.
    pub sparsity: Option<Sparsity>,
    /// Where to look for siblings and for what holds the accelerator.
    pub catalog: Option<&'a Catalog>,
}

impl<'a> Hints<'a> {
    /// No hint but the catalog.
    ///
    /// ```
    /// use accelspec::{Catalog, Hints};
    ///
    /// assert!(Hints::among(Catalog::builtin()).precision.is_none());
    /// ```
    pub fn among(catalog: &'a Catalog) -> Self {
        Self { catalog: Some(catalog), ..Self::default() }
    }
}

/// One thing that a number may be: the figure it rests on, and what was mistaken about it.
///
/// ```
/// use accelspec::{Catalog, FigureKind, Found, Hints, explain};
///
/// let h100 = Catalog::builtin().find("H100")?;
/// let exact = &explain(h100, &Found::read(FigureKind::Tdp, "700 W")?, &Hints::default())[0];
/// assert!(exact.causes.is_empty());
/// assert!(exact.to_string().starts_with("exact: tdp of NVIDIA H100 SXM5 80GB, 700 W, says NVIDIA, "));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Explanation<'a> {
    /// What was mistaken, nothing where the number is the figure itself.
    pub causes: Vec<Cause<'a>>,
    /// The full name of the accelerator or system that has the figure.
    pub holder: &'a str,
    /// The figure that explains the number, by its key in a spec file and its qualifiers.
    pub figure: String,
    /// The value of that figure, as published.
    pub published: &'a str,
    /// The source of that value.
    pub citation: &'a Citation,
}

impl fmt::Display for Explanation<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let causes: Vec<_> = self.causes.iter().map(ToString::to_string).collect();
        let causes = if causes.is_empty() { "exact".to_owned() } else { causes.join(", ") };
        write!(f, "{causes}: {} of {}, {}, says {}", self.figure, self.holder, self.published, self.citation)
    }
}
