//! Peak operation rates, each under its precision, engine and sparsity.

use std::fmt;
use std::str::FromStr;

use crate::dimension::OperationRate;
use crate::vocabulary::spoken;
use crate::{Absence, Figure, Precision, Quantity, UnknownWord, Vocabulary};

/// Which part of the hardware does the operations.
///
/// ```
/// use accelspec::Engine;
///
/// assert_eq!(Engine::Vector.to_string(), "vector");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Engine {
    /// Matrix units: tensor cores, matrix cores, systolic arrays.
    Matrix,
    /// Vector or scalar units: CUDA cores, stream processors.
    Vector,
    /// The source does not say.
    Unstated,
}

impl Vocabulary for Engine {
    const MEANING: &'static str = "engine";
    const WORDS: &'static [(Self, &'static str)] =
        &[(Self::Matrix, "matrix"), (Self::Vector, "vector"), (Self::Unstated, "unstated")];
}

spoken!(Engine);

/// Whether zeros in the operands are skipped and counted as work done.
///
/// ```
/// use accelspec::Sparsity;
///
/// assert_eq!("2:4".parse::<Sparsity>()?, Sparsity::TwoOfFour);
/// # Ok::<(), accelspec::UnknownWord>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Sparsity {
    /// Every operand counts.
    Dense,
    /// Two of every four operands are zero.
    TwoOfFour,
    /// Another structured sparsity.
    Structured,
    /// The source does not say.
    Unstated,
}

impl Sparsity {
    /// Whether skipped zeros are counted as work.
    ///
    /// ```
    /// use accelspec::Sparsity;
    ///
    /// assert!(Sparsity::TwoOfFour.is_sparse());
    /// assert!(!Sparsity::Unstated.is_sparse());
    /// ```
    pub const fn is_sparse(self) -> bool {
        matches!(self, Self::TwoOfFour | Self::Structured)
    }
}

impl Vocabulary for Sparsity {
    const MEANING: &'static str = "sparsity";
    const WORDS: &'static [(Self, &'static str)] = &[
        (Self::Dense, "dense"),
        (Self::TwoOfFour, "2:4"),
        (Self::Structured, "structured"),
        (Self::Unstated, "unstated"),
    ];
}

spoken!(Sparsity);

/// How wide the sums of a rate of matrix operations are kept. Client graphics cards keep narrow sums at twice the rate of wide ones.
///
/// ```
/// use accelspec::Accumulation;
///
/// assert_eq!("fp16".parse::<Accumulation>()?, Accumulation::Fp16);
/// # Ok::<(), accelspec::UnknownWord>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[non_exhaustive]
pub enum Accumulation {
    /// The source does not tell rates apart by it. Asked for, it stands for sums that are not narrowed.
    #[default]
    Unstated,
    /// Sums in 32-bit floating point.
    Fp32,
    /// Sums in 16-bit floating point.
    Fp16,
}

impl Vocabulary for Accumulation {
    const MEANING: &'static str = "accumulation";
    const WORDS: &'static [(Self, &'static str)] =
        &[(Self::Unstated, "unstated"), (Self::Fp32, "fp32"), (Self::Fp16, "fp16")];
}

spoken!(Accumulation);

/// What a peak rate is a rate of. Two rates compare only under one key.
///
/// ```
/// use accelspec::{PeakKey, Precision, Sparsity};
///
/// let key = PeakKey::dense_matrix(Precision::Bf16);
/// assert_eq!(key.to_string(), "bf16 matrix dense");
/// assert_eq!("bf16".parse::<PeakKey>()?, key);
/// assert_eq!("bf16 matrix 2:4".parse::<PeakKey>()?.sparsity, Sparsity::TwoOfFour);
/// # Ok::<(), accelspec::UnknownWord>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct PeakKey {
    /// The number format.
    pub precision: Precision,
    /// The part of the hardware.
    pub engine: Engine,
    /// Whether skipped zeros count.
    pub sparsity: Sparsity,
    /// How wide the sums are, where the source has a rate for each.
    pub accumulate: Accumulation,
}

impl PeakKey {
    /// A key from its parts, without a word on accumulation.
    ///
    /// ```
    /// use accelspec::{Engine, PeakKey, Precision, Sparsity};
    ///
    /// let key = PeakKey::new(Precision::Fp64, Engine::Vector, Sparsity::Dense);
    /// assert_eq!(key.to_string(), "fp64 vector dense");
    /// ```
    pub const fn new(precision: Precision, engine: Engine, sparsity: Sparsity) -> Self {
        Self { precision, engine, sparsity, accumulate: Accumulation::Unstated }
    }

    /// The rate that people mean by "peak": dense, on the matrix units. A sparse rate must be asked for by name.
    ///
    /// ```
    /// use accelspec::{Engine, PeakKey, Precision};
    ///
    /// assert_eq!(PeakKey::dense_matrix(Precision::Fp8).engine, Engine::Matrix);
    /// ```
    pub const fn dense_matrix(precision: Precision) -> Self {
        Self::new(precision, Engine::Matrix, Sparsity::Dense)
    }
}

impl fmt::Display for PeakKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { precision, engine, sparsity, accumulate } = self;
        f.pad(&match accumulate {
            Accumulation::Unstated => format!("{precision} {engine} {sparsity}"),
            stated => format!("{precision} {engine} {sparsity} {stated}-accumulate"),
        })
    }
}

/// Reads a precision, then an engine and a sparsity where they are not `matrix` and `dense`, and `fp32-accumulate` or `fp16-accumulate`.
impl FromStr for PeakKey {
    type Err = UnknownWord;

    fn from_str(text: &str) -> Result<Self, UnknownWord> {
        let mut words = text.split_whitespace();
        let mut key = Self::dense_matrix(words.next().unwrap_or_default().parse()?);
        let mut engine = None;
        for word in words {
            if let Some(accumulate) = word.strip_suffix("-accumulate") {
                key.accumulate = accumulate.parse()?;
                continue;
            }
            // `unstated` is a word of both: the engine's where none was named yet.
            match word.parse() {
                Ok(named) if engine.is_none() => engine = Some(named),
                _ => key.sparsity = word.parse()?,
            }
        }
        key.engine = engine.unwrap_or(key.engine);
        Ok(key)
    }
}

/// The peak rates recorded of a product.
///
/// ```
/// use accelspec::{Catalog, PeakKey, Precision};
///
/// let h100 = Catalog::builtin().find("H100")?;
/// let dense = h100.figures.peaks.get(PeakKey::dense_matrix(Precision::Bf16)).expect("recorded");
/// assert_eq!(dense.provenance().published, "989.4 TFLOP/s");
/// # Ok::<(), accelspec::LookupError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Peaks {
    /// By key, each once.
    rates: Vec<(PeakKey, Figure<Quantity<OperationRate>>)>,
    /// Absences that speak of many rates at once.
    absences: Vec<(PeakPattern, Figure<Quantity<OperationRate>>)>,
}

/// A key of which any part may be left open: what an absence speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PeakPattern {
    pub(crate) precision: Option<Precision>,
    pub(crate) engine: Option<Engine>,
    pub(crate) sparsity: Option<Sparsity>,
    /// Never open: most sources have one rate, whatever the sums.
    pub(crate) accumulate: Accumulation,
}

impl From<PeakKey> for PeakPattern {
    fn from(key: PeakKey) -> Self {
        let PeakKey { precision, engine, sparsity, accumulate } = key;
        Self { precision: Some(precision), engine: Some(engine), sparsity: Some(sparsity), accumulate }
    }
}

impl PeakPattern {
    /// The key, where no part is left open.
    pub(crate) fn key(self) -> Option<PeakKey> {
        let (precision, engine, sparsity) = (self.precision?, self.engine?, self.sparsity?);
        Some(PeakKey { precision, engine, sparsity, accumulate: self.accumulate })
    }

    /// How many parts of the key it names.
    fn parts(self) -> usize {
        usize::from(self.precision.is_some())
            + usize::from(self.engine.is_some())
            + usize::from(self.sparsity.is_some())
    }

    fn matches(self, key: PeakKey) -> bool {
        self.precision.is_none_or(|precision| precision == key.precision)
            && self.engine.is_none_or(|engine| engine == key.engine)
            && self.sparsity.is_none_or(|sparsity| sparsity == key.sparsity)
    }
}

impl fmt::Display for PeakPattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = [
            self.precision.map(Vocabulary::word),
            self.engine.map(Vocabulary::word),
            self.sparsity.map(Vocabulary::word),
        ];
        let words = words.into_iter().flatten().map(ToOwned::to_owned);
        let accumulate = (self.accumulate != Accumulation::Unstated).then(|| format!("{}-accumulate", self.accumulate));
        let words: Vec<String> = words.chain(accumulate).collect();
        f.pad(&if words.is_empty() { "any".to_owned() } else { words.join(" ") })
    }
}

impl Peaks {
    /// The figure under a key: the rate, or the absence that covers it. A key without a word on accumulation finds the rate with wide sums
    /// where the source has one for each.
    ///
    /// ```
    /// use accelspec::{Absence, Catalog, PeakKey, Precision};
    ///
    /// let mach1 = Catalog::builtin().find("Mach-1")?;
    /// let rate = mach1.figures.peaks.get(PeakKey::dense_matrix(Precision::Bf16)).expect("a source was read");
    /// assert_eq!(rate.get(), Err(Absence::Undisclosed));
    /// # Ok::<(), accelspec::LookupError>(())
    /// ```
    pub fn get(&self, key: PeakKey) -> Option<&Figure<Quantity<OperationRate>>> {
        self.recorded(key).or_else(|| self.covering(key))
    }

    /// The figure recorded under this key itself.
    pub(crate) fn recorded(&self, key: PeakKey) -> Option<&Figure<Quantity<OperationRate>>> {
        let exactly = |key: PeakKey| self.rates.binary_search_by(|(known, _)| known.cmp(&key)).ok();
        let wide = || {
            let asked = key.accumulate == Accumulation::Unstated;
            asked.then(|| exactly(PeakKey { accumulate: Accumulation::Fp32, ..key })).flatten()
        };
        let index = exactly(key).or_else(wide)?;
        Some(&self.rates[index].1)
    }

    /// The absence that speaks of this key among others; of several, the one that leaves least open.
    pub(crate) fn covering(&self, key: PeakKey) -> Option<&Figure<Quantity<OperationRate>>> {
        let covering = self.absences.iter().filter(|(pattern, _)| pattern.matches(key));
        covering.max_by_key(|(pattern, _)| pattern.parts()).map(|(_, figure)| figure)
    }

    /// The figures recorded under a key of their own, in the order of the keys.
    ///
    /// ```
    /// use accelspec::{Catalog, Precision};
    ///
    /// let h100 = Catalog::builtin().find("H100")?;
    /// assert!(h100.figures.peaks.iter().any(|(key, _)| key.precision == Precision::Fp64));
    /// # Ok::<(), accelspec::LookupError>(())
    /// ```
    pub fn iter(&self) -> impl Iterator<Item = (PeakKey, &Figure<Quantity<OperationRate>>)> {
        self.rates.iter().map(|(key, figure)| (*key, figure))
    }

    /// The absences that speak of many rates at once, each with what it speaks of.
    pub(crate) fn absences(&self) -> impl Iterator<Item = (PeakPattern, &Figure<Quantity<OperationRate>>)> {
        self.absences.iter().map(|(pattern, figure)| (*pattern, figure))
    }

    /// Makes room for more rates.
    pub(crate) fn reserve(&mut self, more: usize) {
        self.rates.reserve_exact(more);
    }

    /// Records a figure, in place of the one that stood under the same key. Only an absence may leave parts of the key open.
    pub(crate) fn set(&mut self, pattern: PeakPattern, figure: Figure<Quantity<OperationRate>>) {
        if let Some(key) = pattern.key() {
            match self.rates.binary_search_by(|(known, _)| known.cmp(&key)) {
                Ok(index) => self.rates[index].1 = figure,
                Err(index) => self.rates.insert(index, (key, figure)),
            }
        } else {
            debug_assert_ne!(figure.get().err(), None::<Absence>);
            self.absences.retain(|(known, _)| *known != pattern);
            self.absences.push((pattern, figure));
        }
    }
}
