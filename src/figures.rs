//! All figures of one product, by name.

use crate::dimension::{Area, Bandwidth, Count, Information, Power};
use crate::interconnect::Links;
use crate::peak::Peaks;
use crate::price::Prices;
use crate::{Absence, Date, Figure, Provenance, Quantity, Status};

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
        push(&mut entries, "status", self.status.as_ref());
        push(&mut entries, "announced", self.announced.as_ref());
        push(&mut entries, "released", self.released.as_ref());
        push(&mut entries, "architecture", self.architecture.as_ref());
        push(&mut entries, "process", self.process.as_ref());
        push(&mut entries, "foundry", self.foundry.as_ref());
        push(&mut entries, "form-factor", self.form_factor.as_ref());
        push(&mut entries, "host-interface", self.host_interface.as_ref());
        push(&mut entries, "memory-type", self.memory_type.as_ref());
        push(&mut entries, "dies", self.dies.as_ref());
        push(&mut entries, "transistors", self.transistors.as_ref());
        push(&mut entries, "die-area", self.die_area.as_ref());
        push(&mut entries, "tdp", self.tdp.as_ref());
        push(&mut entries, "max-power", self.max_power.as_ref());
        push(&mut entries, "typical-power", self.typical_power.as_ref());
        push(&mut entries, "memory-capacity", self.memory_capacity.as_ref());
        push(&mut entries, "memory-bandwidth", self.memory_bandwidth.as_ref());
        push(&mut entries, "memory-bus-width", self.memory_bus_width.as_ref());
        push(&mut entries, "memory-data-rate", self.memory_data_rate.as_ref());
        push(&mut entries, "memory-stacks", self.memory_stacks.as_ref());
        push(&mut entries, "host-memory", self.host_memory.as_ref());
        entries.extend(self.peaks.iter().map(|(key, figure)| entry("peak", key.to_string(), figure)));
        entries.extend(self.peaks.absences().map(|(pattern, figure)| entry("peak", pattern.to_string(), figure)));
        let links = self.links.iter();
        entries.extend(links.map(|(link, figure)| {
            entry("interconnect", format!("{} {} {}", link.name, link.role, link.direction), figure)
        }));
        entries.extend(self.links.absences().map(|(role, figure)| {
            entry("interconnect", role.map_or_else(|| "any".to_owned(), |role| role.to_string()), figure)
        }));
        let levels = self.on_chip_memory.iter();
        entries.extend(levels.map(|(level, figure)| entry("on-chip-memory", level.clone(), figure)));
        entries.extend(self.prices.iter().map(|(currency, price)| entry("price", currency.to_string(), &price.figure)));
        entries.extend(self.prices.absence().map(|price| entry("price", "any".to_owned(), &price.figure)));
        entries
    }
}

fn push<'a, V>(entries: &mut Vec<Entry<'a>>, name: &'static str, figure: Option<&'a Figure<V>>) {
    entries.extend(figure.map(|figure| entry(name, String::new(), figure)));
}

fn entry<'a, V>(name: &'static str, key: String, figure: &'a Figure<V>) -> Entry<'a> {
    Entry { name, key, absence: figure.get().err(), provenance: figure.provenance() }
}
