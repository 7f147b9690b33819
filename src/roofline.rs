//! Rooflines: what a device can do at best with work that needs so many operations for each byte.
//!
//! The model is that of Williams, Waterman and Patterson, *Roofline: An Insightful Visual Performance Model for Multicore Architectures*,
//! Communications of the ACM 52 (4), 2009, <https://doi.org/10.1145/1498765.1498785>.

use crate::dimension::{Bandwidth, OperationRate, OperationsPerByte};
use crate::figure::AbsentFigure;
use crate::{Accelerator, PeakKey, Quantity, Ratio};

/// The roofline of one accelerator at one peak rate: operations are done at most at the peak, and bytes moved at most at the bandwidth of
/// the main memory.
///
/// ```
/// use accelspec::{Catalog, Roofline};
///
/// let catalog = Catalog::builtin();
/// let h100 = Roofline::of(catalog.find("H100")?, "bf16".parse()?)?;
/// let h200 = Roofline::of(catalog.find("H200")?, "bf16".parse()?)?;
/// assert_eq!(format!("{:.0}", h100.ridge()), "295 OP/B");
///
/// // Generating text one token at a time does about one operation for each byte of weights that it reads.
/// let decode = "1 OP/B".parse()?;
/// assert_eq!(h100.attainable(decode).to_string(), "3.35 TOP/s");
/// assert_eq!(h200.speedup_over(&h100, decode).to_string(), "1.43");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Roofline {
    peak: Quantity<OperationRate>,
    bandwidth: Quantity<Bandwidth>,
}

impl Roofline {
    /// A roofline from its two rates.
    ///
    /// ```
    /// use accelspec::Roofline;
    ///
    /// let roofline = Roofline::new("1 PFLOP/s".parse()?, "4 TB/s".parse()?);
    /// assert_eq!(roofline.ridge().to_string(), "250 OP/B");
    /// # Ok::<(), accelspec::ParseQuantityError>(())
    /// ```
    pub const fn new(peak: Quantity<OperationRate>, bandwidth: Quantity<Bandwidth>) -> Self {
        Self { peak, bandwidth }
    }

    /// The roofline of an accelerator, from its recorded figures.
    ///
    /// # Errors
    ///
    /// [`AbsentFigure`] when the rate under the key, or the bandwidth of the main memory, is not recorded, undisclosed or not applicable.
    ///
    /// ```
    /// use accelspec::{Catalog, Roofline};
    ///
    /// let catalog = Catalog::builtin();
    /// let mi300x = Roofline::of(catalog.find("MI300X")?, "fp8".parse()?)?;
    /// assert_eq!(format!("{:.0}", mi300x.ridge()), "493 OP/B");
    /// assert!(Roofline::of(catalog.find("Mach-1")?, "fp8".parse()?).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn of(accelerator: &Accelerator, key: PeakKey) -> Result<Self, AbsentFigure> {
        Ok(Self { peak: accelerator.peak(key)?, bandwidth: accelerator.memory_bandwidth()? })
    }

    /// The peak rate: the flat part.
    ///
    /// ```
    /// use accelspec::{Catalog, Roofline};
    ///
    /// let h100 = Roofline::of(Catalog::builtin().find("H100")?, "bf16".parse()?)?;
    /// assert_eq!(h100.peak().to_string(), "989.4 TOP/s");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub const fn peak(&self) -> Quantity<OperationRate> {
        self.peak
    }

    /// The bandwidth of the main memory: the slope of the sloped part.
    ///
    /// ```
    /// use accelspec::{Catalog, Roofline};
    ///
    /// let h100 = Roofline::of(Catalog::builtin().find("H100")?, "bf16".parse()?)?;
    /// assert_eq!(h100.bandwidth().to_string(), "3.35 TB/s");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub const fn bandwidth(&self) -> Quantity<Bandwidth> {
        self.bandwidth
    }

    /// The intensity at which the two parts meet: with fewer operations for each byte the memory is the limit, with more the engine.
    ///
    /// ```
    /// use accelspec::{Catalog, Roofline};
    ///
    /// let gaudi3 = Roofline::of(Catalog::builtin().find("Gaudi 3")?, "bf16".parse()?)?;
    /// assert!(gaudi3.ridge() > "400 OP/B".parse()?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn ridge(&self) -> Quantity<OperationsPerByte> {
        self.peak / self.bandwidth
    }

    /// The most operations each second at so many operations for each byte.
    ///
    /// ```
    /// use accelspec::{Catalog, Roofline};
    ///
    /// let h100 = Roofline::of(Catalog::builtin().find("H100")?, "bf16".parse()?)?;
    /// assert_eq!(h100.attainable("100 OP/B".parse()?).to_string(), "335 TOP/s");
    /// assert_eq!(h100.attainable("1000 OP/B".parse()?), h100.peak());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn attainable(&self, intensity: Quantity<OperationsPerByte>) -> Quantity<OperationRate> {
        self.peak.min(self.bandwidth * intensity)
    }

    /// How many times the attainable rate of another this one's is, on work of one intensity.
    ///
    /// ```
    /// use accelspec::{Catalog, Roofline};
    ///
    /// let catalog = Catalog::builtin();
    /// let mi300x = Roofline::of(catalog.find("MI300X")?, "fp16".parse()?)?;
    /// let h100 = Roofline::of(catalog.find("H100")?, "fp16".parse()?)?;
    /// assert_eq!(mi300x.speedup_over(&h100, "10 OP/B".parse()?).to_string(), "1.58");
    /// assert_eq!(mi300x.speedup_over(&h100, "1000 OP/B".parse()?).to_string(), "1.32");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn speedup_over(&self, other: &Self, intensity: Quantity<OperationsPerByte>) -> Ratio {
        self.attainable(intensity) / other.attainable(intensity)
    }
}
