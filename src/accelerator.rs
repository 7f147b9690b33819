//! Accelerators: what is sold as one device.

use crate::dimension::{Area, Bandwidth, Count, Information, OperationRate, Power};
use crate::figure::AbsentFigure;
use crate::vocabulary::spoken;
use crate::{Absence, Citation, Figure, Figures, Id, PciId, PeakKey, Quantity, Vocabulary};

/// What is sold as one device: a board, module, package, wafer or superchip.
///
/// ```
/// use accelspec::{Catalog, Kind};
///
/// let h100 = Catalog::builtin().find("h100 sxm5")?;
/// assert_eq!(h100.name, "NVIDIA H100 SXM5 80GB");
/// assert_eq!(h100.kind, Kind::Gpu);
/// assert_eq!(h100.tdp()?.to_string(), "700 W");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
#[serde(rename_all = "kebab-case")]
pub struct Accelerator {
    /// Unique in the catalog.
    pub id: Id,
    /// Its full name.
    pub name: String,
    /// Who sells it.
    pub vendor: String,
    /// What kind of device it is.
    pub kind: Kind,
    /// Other names that people use.
    pub aliases: Vec<String>,
    /// What drivers and tools report, exactly. A name may stand on several accelerators; then it alone does not tell which it is.
    pub device_names: Vec<String>,
    /// What the bus says it is.
    pub pci_ids: Vec<PciId>,
    /// The LLVM target of an AMD device: `gfx942`.
    pub gfx: Option<String>,
    /// The accelerators on it that are also counted as devices of their own: the two GPUs of a superchip.
    pub parts: Vec<Part>,
    /// Its figures, of the whole device.
    pub figures: Figures,
}

/// A number of one accelerator on another, and the source that says so.
///
/// ```
/// use accelspec::Catalog;
///
/// let superchip = Catalog::builtin().find("GB200")?;
/// assert_eq!((superchip.parts[0].accelerator.as_str(), superchip.parts[0].count), ("nvidia-gb200-gpu", 2));
/// # Ok::<(), accelspec::LookupError>(())
/// ```
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
#[serde(rename_all = "kebab-case")]
pub struct Part {
    /// The accelerator, by id.
    pub accelerator: Id,
    /// How many of it.
    pub count: u32,
    /// The source.
    pub citation: Citation,
}

impl Accelerator {
    /// How many accelerators it is counted as: one, unless others are on it.
    ///
    /// ```
    /// use accelspec::Catalog;
    ///
    /// let catalog = Catalog::builtin();
    /// assert_eq!((catalog.find("H100")?.units(), catalog.find("GB200")?.units()), (1, 2));
    /// # Ok::<(), accelspec::LookupError>(())
    /// ```
    pub fn units(&self) -> u64 {
        match self.parts.as_slice() {
            [] => 1,
            parts => parts.iter().map(|part| u64::from(part.count)).sum(),
        }
    }

    /// Transistors of all logic dies together.
    ///
    /// # Errors
    ///
    /// [`AbsentFigure`] when the count is not recorded, undisclosed or not applicable.
    ///
    /// ```
    /// use accelspec::Catalog;
    ///
    /// let b100 = Catalog::builtin().find("B100")?;
    /// assert_eq!(b100.transistors()?.to_string(), "208 G");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn transistors(&self) -> Result<Quantity<Count>, AbsentFigure> {
        self.value("transistors", self.figures.transistors.as_ref())
    }

    /// Area of all logic dies together.
    ///
    /// # Errors
    ///
    /// [`AbsentFigure`] when the area is not recorded, undisclosed or not applicable.
    ///
    /// ```
    /// use accelspec::Catalog;
    ///
    /// let h100 = Catalog::builtin().find("H100")?;
    /// assert_eq!(h100.die_area()?.to_string(), "814 mm²");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn die_area(&self) -> Result<Quantity<Area>, AbsentFigure> {
        self.value("die-area", self.figures.die_area.as_ref())
    }

    /// Thermal design power.
    ///
    /// # Errors
    ///
    /// [`AbsentFigure`] when the power is not recorded, undisclosed or not applicable.
    ///
    /// ```
    /// use accelspec::{Absence, Catalog};
    ///
    /// let catalog = Catalog::builtin();
    /// assert_eq!(catalog.find("MI300X")?.tdp()?.to_string(), "750 W");
    /// assert_eq!(catalog.find("Mach-1")?.tdp().unwrap_err().absence(), Absence::Undisclosed);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn tdp(&self) -> Result<Quantity<Power>, AbsentFigure> {
        self.value("tdp", self.figures.tdp.as_ref())
    }

    /// Capacity of the main memory.
    ///
    /// # Errors
    ///
    /// [`AbsentFigure`] when the capacity is not recorded, undisclosed or not applicable.
    ///
    /// ```
    /// use accelspec::Catalog;
    ///
    /// let mi300x = Catalog::builtin().find("MI300X")?;
    /// assert_eq!(mi300x.memory_capacity()?.to_string(), "192 GB");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn memory_capacity(&self) -> Result<Quantity<Information>, AbsentFigure> {
        self.value("memory-capacity", self.figures.memory_capacity.as_ref())
    }

    /// Bandwidth of the main memory.
    ///
    /// # Errors
    ///
    /// [`AbsentFigure`] when the bandwidth is not recorded, undisclosed or not applicable.
    ///
    /// ```
    /// use accelspec::Catalog;
    ///
    /// let h100 = Catalog::builtin().find("H100")?;
    /// assert_eq!(h100.memory_bandwidth()?.to_string(), "3.35 TB/s");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn memory_bandwidth(&self) -> Result<Quantity<Bandwidth>, AbsentFigure> {
        self.value("memory-bandwidth", self.figures.memory_bandwidth.as_ref())
    }

    /// The peak operation rate under exactly this key.
    ///
    /// # Errors
    ///
    /// [`AbsentFigure`] when no rate is recorded under the key, or the rate is undisclosed or not applicable.
    ///
    /// ```
    /// use accelspec::{Catalog, PeakKey, Precision};
    ///
    /// let h100 = Catalog::builtin().find("H100")?;
    /// let dense = h100.peak(PeakKey::dense_matrix(Precision::Bf16))?;
    /// assert_eq!(Precision::Bf16.show(dense), "989.4 TFLOP/s");
    /// assert!(h100.peak("int16".parse()?).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn peak(&self, key: PeakKey) -> Result<Quantity<OperationRate>, AbsentFigure> {
        self.value(&format!("peak {key}"), self.figures.peaks.get(key))
    }

    fn value<V: Copy>(&self, name: &str, figure: Option<&Figure<V>>) -> Result<V, AbsentFigure> {
        let stated = figure.map_or(Err(Absence::NotRecorded), Figure::get);
        stated.copied().map_err(|absence| {
            AbsentFigure::new(&self.name, name, absence, figure.map(|figure| figure.provenance().citation.clone()))
        })
    }
}

/// What kind of device an accelerator is.
///
/// ```
/// use accelspec::Kind;
///
/// assert_eq!("superchip".parse::<Kind>()?, Kind::Superchip);
/// # Ok::<(), accelspec::UnknownWord>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// A graphics processor, on its board or module.
    Gpu,
    /// Processor and graphics cores in one package.
    Apu,
    /// The neural engine of a client chip, or a small neural processor of its own.
    Npu,
    /// A chip made for machine learning alone.
    Asic,
    /// Processors and accelerators sold as one module.
    Superchip,
    /// A client system-on-chip that holds an accelerator.
    Soc,
    /// A wafer-scale device.
    Wafer,
    /// A language processing unit.
    Lpu,
}

impl Vocabulary for Kind {
    const MEANING: &'static str = "kind";
    const WORDS: &'static [(Self, &'static str)] = &[
        (Self::Gpu, "gpu"),
        (Self::Apu, "apu"),
        (Self::Npu, "npu"),
        (Self::Asic, "asic"),
        (Self::Superchip, "superchip"),
        (Self::Soc, "soc"),
        (Self::Wafer, "wafer"),
        (Self::Lpu, "lpu"),
    ];
}

spoken!(Kind);
