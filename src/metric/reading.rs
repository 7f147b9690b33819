//! What a metric finds in a product: a value with the figures it rests on, or the reason why there is none.

use std::fmt;

use super::Metric;
use crate::dimension::Dimension;
use crate::interconnect::Links;
use crate::peak::Peaks;
use crate::price::Prices;
use crate::{
    Absence, Currency, Direction, Engine, Figure, LinkRole, PeakKey, Precision, Provenance, Quantity, Sparsity, System,
};

/// The value of a metric for one product, with the figures it rests on.
///
/// ```
/// use accelspec::{Catalog, Metric};
///
/// let h100 = Catalog::builtin().find("H100")?;
/// let reading = Metric::BandwidthPerWatt.read(h100)?;
/// let names: Vec<_> = reading.inputs().map(|input| input.name).collect();
/// assert_eq!(names, ["memory-bandwidth", "tdp"]);
/// assert_eq!(reading.base(), 3.35e12 / 700.0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Reading<'a> {
    metric: Metric,
    base: f64,
    inputs: [Option<Input<'a>>; 2],
    /// What the members of a system add, beside the first; empty unless the reading is their sum.
    members: Vec<Input<'a>>,
    from_members: bool,
}

/// One figure that a reading rests on.
///
/// ```
/// use accelspec::{Catalog, Metric};
///
/// let reading = Metric::Tdp.read(Catalog::builtin().find("H100")?)?;
/// let input = reading.inputs().next().expect("one");
/// assert_eq!(input.provenance.published, "700 W");
/// assert_eq!(input.unstated().count(), 0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Input<'a> {
    /// The key of the figure in a spec file.
    pub name: &'static str,
    /// The value in base units.
    pub base: f64,
    /// What stands behind it.
    pub provenance: &'a Provenance,
    open: Open,
}

/// The qualifiers that a figure leaves open. An array and no list, since a reading is copied about and allocates nothing.
type Open = [Option<Unstated>; 3];

impl Input<'_> {
    /// What the source leaves open of the qualifiers that such a figure has.
    ///
    /// ```
    /// use accelspec::{Catalog, Metric, Unstated};
    ///
    /// let m4 = Catalog::builtin().find("M4")?;
    /// let reading = Metric::Peak("unstated matrix unstated".parse()?).read(m4)?;
    /// let open: Vec<_> = reading.inputs().flat_map(|input| input.unstated()).collect();
    /// assert_eq!(open, [Unstated::Precision, Unstated::Sparsity]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn unstated(&self) -> impl Iterator<Item = Unstated> + use<> {
        self.open.into_iter().flatten()
    }
}

/// A qualifier that a source leaves open.
///
/// ```
/// assert_eq!(accelspec::Unstated::Sparsity.to_string(), "sparsity");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Unstated {
    /// Which number format a rate is of.
    Precision,
    /// Which engine a rate is of.
    Engine,
    /// Whether a rate counts skipped zeros.
    Sparsity,
    /// Whether a link bandwidth counts one direction or both.
    Direction,
}

impl Unstated {
    /// What the key of a recorded rate leaves open.
    fn of(key: PeakKey) -> Open {
        [
            (key.precision == Precision::Unstated).then_some(Self::Precision),
            (key.engine == Engine::Unstated).then_some(Self::Engine),
            (key.sparsity == Sparsity::Unstated).then_some(Self::Sparsity),
        ]
    }
}

impl fmt::Display for Unstated {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Precision => "precision",
            Self::Engine => "engine",
            Self::Sparsity => "sparsity",
            Self::Direction => "direction",
        })
    }
}

/// Why a metric has no value for a product.
///
/// ```
/// use accelspec::{Absence, Catalog, Metric};
///
/// let gap = Metric::PeakPerWatt("bf16".parse()?).read(Catalog::builtin().find("Mach-1")?).unwrap_err();
/// assert_eq!(gap.absence, Absence::Undisclosed);
/// assert_eq!(gap.name, "peak bf16 matrix dense");
/// assert!(gap.provenance.is_some());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Gap<'a> {
    /// The figure that is missing, with its qualifiers.
    pub name: String,
    /// Why it is missing.
    pub absence: Absence,
    /// What stands behind the absence; nothing where the figure is not recorded.
    pub provenance: Option<&'a Provenance>,
    /// Figures of the same name that are recorded under other qualifiers, as questions that would find them.
    pub instead: Vec<Metric>,
}

impl Gap<'_> {
    /// The gap of a figure with qualifiers. Where nothing is recorded under them, it tells what is recorded under others.
    fn instead_of(self, asked: Metric, others: impl Iterator<Item = Metric>) -> Self {
        let instead = if self.absence == Absence::NotRecorded { others.collect() } else { Vec::new() };
        Self { name: asked.to_string(), instead, ..self }
    }
}

impl fmt::Display for Gap<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is {}", self.name, self.absence)?;
        if let Some(provenance) = self.provenance {
            write!(f, ", says {}", provenance.citation)?;
        }
        if !self.instead.is_empty() {
            let instead: Vec<_> = self.instead.iter().map(|metric| format!("`{metric}`")).collect();
            write!(f, "; recorded is {}", instead.join(", "))?;
        }
        Ok(())
    }
}

impl std::error::Error for Gap<'_> {}

impl<'a> Reading<'a> {
    pub(super) fn one(metric: Metric, input: Result<Input<'a>, Gap<'a>>) -> Result<Self, Gap<'a>> {
        let input = input?;
        Ok(Self { metric, base: input.base, inputs: [Some(input), None], members: Vec::new(), from_members: false })
    }

    pub(super) fn quotient(
        metric: Metric,
        over: Result<Input<'a>, Gap<'a>>,
        under: Result<Input<'a>, Gap<'a>>,
    ) -> Result<Self, Gap<'a>> {
        let (over, under) = (over?, under?);
        let base = over.base / under.base;
        Ok(Self { metric, base, inputs: [Some(over), Some(under)], members: Vec::new(), from_members: false })
    }

    /// The sum over the members of a system.
    pub(super) fn total(metric: Metric, system: &'a System) -> Result<Self, Gap<'a>> {
        let mut base = 0.0;
        let mut members = Vec::new();
        for member in &system.members {
            let reading = metric.read_member(&member.accelerator.figures)?;
            base += reading.base * f64::from(member.count);
            members.extend(reading.inputs.into_iter().flatten());
        }
        Ok(Self { metric, base, inputs: [None, None], members, from_members: true })
    }

    /// The value in base units: W, B, B/s, operations per second, m², units of the currency, or the quotient of two of these.
    ///
    /// ```
    /// use accelspec::{Catalog, Metric};
    ///
    /// assert_eq!(Metric::DieArea.read(Catalog::builtin().find("H100")?)?.base(), 814e-6);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn base(&self) -> f64 {
        self.base
    }

    /// What was read.
    ///
    /// ```
    /// use accelspec::{Catalog, Metric};
    ///
    /// assert_eq!(Metric::Tdp.read(Catalog::builtin().find("H100")?)?.metric(), Metric::Tdp);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn metric(&self) -> Metric {
        self.metric
    }

    /// The figures that the value rests on: one, or two for a quotient, or one of each member for the total of a system.
    ///
    /// ```
    /// use accelspec::{Catalog, Metric};
    ///
    /// assert_eq!(Metric::Tdp.read(Catalog::builtin().find("H100")?)?.inputs().count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn inputs(&self) -> impl Iterator<Item = &Input<'a>> {
        self.inputs.iter().flatten().chain(&self.members)
    }

    /// Whether a figure that it rests on leaves a qualifier open.
    pub(super) fn is_vague(&self) -> bool {
        self.inputs().any(|input| input.unstated().next().is_some())
    }

    /// Whether it is the sum over the members of a system, which publishes no such total.
    ///
    /// ```
    /// use accelspec::{Catalog, Metric};
    ///
    /// assert!(!Metric::Tdp.read(Catalog::builtin().find("H100")?)?.is_derived_from_members());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn is_derived_from_members(&self) -> bool {
        self.from_members
    }
}

/// Shows a figure as its source prints it, and a derived value in a fitting unit.
impl fmt::Display for Reading<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.inputs {
            [Some(only), None] => f.pad(&only.provenance.published),
            _ => f.pad(&self.metric.show(self.base)),
        }
    }
}

impl<'a> Input<'a> {
    pub(super) fn of<D: Dimension>(
        name: &'static str,
        figure: Option<&'a Figure<Quantity<D>>>,
    ) -> Result<Self, Gap<'a>> {
        let gap = |absence, provenance| Gap { name: name.to_owned(), absence, provenance, instead: Vec::new() };
        let figure = figure.ok_or_else(|| gap(Absence::NotRecorded, None))?;
        let provenance = figure.provenance();
        match figure.get() {
            Ok(value) => Ok(Self { name, base: value.base(), provenance, open: [None; 3] }),
            Err(absence) => Err(gap(absence, Some(provenance))),
        }
    }

    /// The rate under a key; else one whose source leaves engine or sparsity open, marked so; never one under another key.
    pub(super) fn peak(peaks: &'a Peaks, key: PeakKey) -> Result<Self, Gap<'a>> {
        let vague = || {
            let open = [
                PeakKey { sparsity: Sparsity::Unstated, ..key },
                PeakKey { engine: Engine::Unstated, ..key },
                PeakKey { engine: Engine::Unstated, sparsity: Sparsity::Unstated, ..key },
            ];
            let known = |key| peaks.recorded(key).filter(|figure| figure.get().is_ok()).map(|figure| (key, figure));
            open.into_iter().find_map(known)
        };
        let recorded = peaks.recorded(key).map(|figure| (key, figure)).or_else(vague);
        let open = recorded.map_or([None; 3], |(found, _)| Unstated::of(found));
        let figure = recorded.map(|(_, figure)| figure).or_else(|| peaks.covering(key));
        Self::of("peak", figure).map(|input| Self { open, ..input }).map_err(|gap| {
            let others =
                peaks.iter().filter(|(other, figure)| other.precision == key.precision && figure.get().is_ok());
            gap.instead_of(Metric::Peak(key), others.map(|(other, _)| Metric::Peak(other)))
        })
    }

    /// The first link with a role and direction; else one whose source leaves the direction open, marked so.
    pub(super) fn link(links: &'a Links, role: LinkRole, direction: Direction) -> Result<Self, Gap<'a>> {
        let known = |direction| links.recorded(role, direction).is_some();
        let found = if known(direction) || !known(Direction::Unstated) { direction } else { Direction::Unstated };
        let open = [(found == Direction::Unstated).then_some(Unstated::Direction), None, None];
        let figure = links.get(role, found).map(|(_, figure)| figure);
        Self::of("interconnect", figure).map(|input| Self { open, ..input }).map_err(|gap| {
            let others = links.iter().filter(|(link, figure)| link.role == role && figure.get().is_ok());
            let others = others.map(|(link, _)| Metric::InterconnectBandwidth(link.role, link.direction));
            gap.instead_of(Metric::InterconnectBandwidth(role, direction), others)
        })
    }

    /// The price in a currency, and in no other.
    pub(super) fn price(prices: &'a Prices, currency: Currency) -> Result<Self, Gap<'a>> {
        Self::of("price", prices.get(currency).map(|price| &price.figure)).map_err(|gap| {
            gap.instead_of(Metric::Price(currency), prices.iter().map(|(known, _)| Metric::Price(known)))
        })
    }
}
