//! All figures of one product, by name.

use std::fmt;

use crate::dimension::{Area, Bandwidth, Count, Dimension, Information, Power};
use crate::interconnect::Links;
use crate::peak::{PeakPattern, Peaks};
use crate::price::Prices;
use crate::{Absence, Currency, Date, Figure, Link, LinkRole, Price, Provenance, Quantity, Status};

/// What is recorded of a product. A figure that is `None` is not recorded; one that is recorded may still be an absence.
///
/// The figures of an accelerator are those of one whole device: of the package, not of one of its dies. The figures of a system are its
/// published totals.
///
/// ```
/// use accelspec::Catalog;
///
/// let h100 = Catalog::builtin().find("H100")?;
/// let process = h100.figures.process.as_ref().expect("recorded");
/// assert!(process.get().expect("known").contains("4N"));
/// # Ok::<(), accelspec::LookupError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
#[non_exhaustive]
#[serde(rename_all = "kebab-case")]
pub struct Figures {
    /// Where the product stands in its life.
    pub status: Option<Figure<Status>>,
    /// When it was made public.
    pub announced: Option<Figure<Date>>,
    /// When it first shipped.
    pub released: Option<Figure<Date>>,
    /// The vendor's name of the architecture.
    pub architecture: Option<Figure<String>>,
    /// The manufacturing process, as named.
    pub process: Option<Figure<String>>,
    /// Who manufactures the logic.
    pub foundry: Option<Figure<String>>,
    /// What it is mounted as: SXM5, PCIe card, OAM.
    pub form_factor: Option<Figure<String>>,
    /// How it meets its host.
    pub host_interface: Option<Figure<String>>,
    /// The technology of the main memory: HBM3.
    pub memory_type: Option<Figure<String>>,
    /// Logic dies in the package.
    pub dies: Option<Figure<Quantity<Count>>>,
    /// Transistors of all logic dies together.
    pub transistors: Option<Figure<Quantity<Count>>>,
    /// Area of all logic dies together.
    pub die_area: Option<Figure<Quantity<Area>>>,
    /// Thermal design power; of a board or module where the qualifier says so.
    pub tdp: Option<Figure<Quantity<Power>>>,
    /// The most it draws, where that is stated apart from the design power.
    pub max_power: Option<Figure<Quantity<Power>>>,
    /// What it typically draws.
    pub typical_power: Option<Figure<Quantity<Power>>>,
    /// Capacity of the main memory.
    pub memory_capacity: Option<Figure<Quantity<Information>>>,
    /// Bandwidth of the main memory.
    pub memory_bandwidth: Option<Figure<Quantity<Bandwidth>>>,
    /// Width of the interface to the main memory; one bit is an eighth of a byte.
    pub memory_bus_width: Option<Figure<Quantity<Information>>>,
    /// Bits that each data line of the main memory carries in a second; eight make a byte.
    pub memory_data_rate: Option<Figure<Quantity<Bandwidth>>>,
    /// Stacks of memory in the package.
    pub memory_stacks: Option<Figure<Quantity<Count>>>,
    /// Memory of the host processor that belongs to a superchip or system.
    pub host_memory: Option<Figure<Quantity<Information>>>,
    /// Peak operation rates.
    pub peaks: Peaks,
    /// Link bandwidths.
    pub links: Links,
    /// Memory on the logic dies, by level: "l2", "sram".
    #[serde(serialize_with = "crate::serialize::levels")]
    pub on_chip_memory: Vec<(String, Figure<Quantity<Information>>)>,
    /// Prices by currency.
    pub prices: Prices,
}

/// One figure as text: what a sheet, a count or an export prints.
///
/// ```
/// use accelspec::Catalog;
///
/// let h100 = Catalog::builtin().find("H100")?;
/// let sheet = h100.figures.entries();
/// let power = sheet.iter().find(|entry| entry.name == "tdp").expect("recorded");
/// assert_eq!(power.provenance.published, "700 W");
/// # Ok::<(), accelspec::LookupError>(())
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Entry<'a> {
    /// The key of the figure in a spec file.
    pub name: &'static str,
    /// What tells figures under one name apart: the precision of a rate, the name of a link, a currency. Empty for most.
    pub key: String,
    /// The absence, where there is no value.
    pub absence: Option<Absence>,
    /// What stands behind it.
    pub provenance: &'a Provenance,
}

impl Figures {
    /// Every recorded figure, in the order of this type's fields.
    ///
    /// ```
    /// use accelspec::Catalog;
    ///
    /// let h100 = Catalog::builtin().find("H100")?;
    /// assert!(h100.figures.entries().len() > 30);
    /// # Ok::<(), accelspec::LookupError>(())
    /// ```
    pub fn entries(&self) -> Vec<Entry<'_>> {
        let mut entries = Vec::new();
        self.walk(&mut entries);
        entries
    }

    /// Shows every recorded figure to somebody, in the order of this type's fields.
    pub(crate) fn walk<'a>(&'a self, walk: &mut impl Walk<'a>) {
        plain(walk, "status", self.status.as_ref());
        plain(walk, "announced", self.announced.as_ref());
        plain(walk, "released", self.released.as_ref());
        plain(walk, "architecture", self.architecture.as_ref());
        plain(walk, "process", self.process.as_ref());
        plain(walk, "foundry", self.foundry.as_ref());
        plain(walk, "form-factor", self.form_factor.as_ref());
        plain(walk, "host-interface", self.host_interface.as_ref());
        plain(walk, "memory-type", self.memory_type.as_ref());
        plain(walk, "dies", self.dies.as_ref());
        plain(walk, "transistors", self.transistors.as_ref());
        plain(walk, "die-area", self.die_area.as_ref());
        plain(walk, "tdp", self.tdp.as_ref());
        plain(walk, "max-power", self.max_power.as_ref());
        plain(walk, "typical-power", self.typical_power.as_ref());
        plain(walk, "memory-capacity", self.memory_capacity.as_ref());
        plain(walk, "memory-bandwidth", self.memory_bandwidth.as_ref());
        plain(walk, "memory-bus-width", self.memory_bus_width.as_ref());
        plain(walk, "memory-data-rate", self.memory_data_rate.as_ref());
        plain(walk, "memory-stacks", self.memory_stacks.as_ref());
        plain(walk, "host-memory", self.host_memory.as_ref());
        let rates = self.peaks.iter().map(|(key, figure)| (PeakPattern::from(key), figure));
        for (pattern, figure) in rates.chain(self.peaks.absences()) {
            walk.figure("peak", &FigureKey::Peak(pattern), figure);
        }
        for (link, figure) in self.links.iter() {
            walk.figure("interconnect", &FigureKey::Link(link), figure);
        }
        for (role, figure) in self.links.absences() {
            walk.figure("interconnect", &FigureKey::AnyLink(role), figure);
        }
        for (level, figure) in &self.on_chip_memory {
            walk.figure("on-chip-memory", &FigureKey::Level(level), figure);
        }
        for (currency, price) in self.prices.iter() {
            walk.figure("price", &FigureKey::Price(Some(currency), price), &price.figure);
        }
        if let Some(price) = self.prices.absence() {
            walk.figure("price", &FigureKey::Price(None, price), &price.figure);
        }
    }
}

fn plain<'a, V: Value>(walk: &mut impl Walk<'a>, name: &'static str, figure: Option<&'a Figure<V>>) {
    if let Some(figure) = figure {
        walk.figure(name, &FigureKey::Plain, figure);
    }
}

/// Somebody whom every figure is shown to, whatever its type.
pub(crate) trait Walk<'a> {
    fn figure<V: Value>(&mut self, name: &'static str, key: &FigureKey<'a>, figure: &'a Figure<V>);
}

impl<'a> Walk<'a> for Vec<Entry<'a>> {
    fn figure<V: Value>(&mut self, name: &'static str, key: &FigureKey<'a>, figure: &'a Figure<V>) {
        let (key, absence) = (key.to_string(), figure.get().err());
        self.push(Entry { name, key, absence, provenance: figure.provenance() });
    }
}

/// What tells figures under one name apart.
pub(crate) enum FigureKey<'a> {
    /// There is one such figure.
    Plain,
    /// A rate, or the rates that an absence speaks of.
    Peak(PeakPattern),
    Link(&'a Link),
    /// The links that an absence speaks of.
    AnyLink(Option<LinkRole>),
    Level(&'a str),
    /// A price, or the absence of any.
    Price(Option<Currency>, &'a Price),
}

impl fmt::Display for FigureKey<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Plain => Ok(()),
            Self::Peak(pattern) => write!(f, "{pattern}"),
            Self::Link(Link { name, role, direction }) => write!(f, "{name} {role} {direction}"),
            Self::AnyLink(Some(role)) => write!(f, "{role}"),
            Self::Level(level) => f.write_str(level),
            Self::Price(Some(currency), _) => write!(f, "{currency}"),
            Self::AnyLink(None) | Self::Price(None, _) => f.write_str("any"),
        }
    }
}

/// A value of a figure, in base units where it has any.
pub(crate) trait Value {
    /// The number or the text, and the base unit; a text has none.
    fn in_base(&self) -> (String, &'static str);
}

impl<D: Dimension> Value for Quantity<D> {
    fn in_base(&self) -> (String, &'static str) {
        (self.base().to_string(), self.base_unit())
    }
}

impl Value for String {
    fn in_base(&self) -> (String, &'static str) {
        (self.clone(), "")
    }
}

impl Value for Date {
    fn in_base(&self) -> (String, &'static str) {
        (self.to_string(), "")
    }
}

impl Value for Status {
    fn in_base(&self) -> (String, &'static str) {
        (self.to_string(), "")
    }
}
