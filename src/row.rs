//! The catalog as a table: one row for each thing that a source says of a product.

use serde::Serialize;

use crate::figures::{FigureKey, Value, Walk};
use crate::peak::PeakPattern;
use crate::{
    Accumulation, Catalog, Engine, Evidence, Figure, Id, Link, Memory, Precision, Price, Product, Sparsity, Vocabulary,
};

impl Catalog {
    /// The whole catalog as a table: for each accelerator, system and memory technology a row for each preferred figure or absence, and
    /// one for each dissenting statement.
    ///
    /// ```
    /// use accelspec::Catalog;
    ///
    /// let rows = Catalog::builtin().rows();
    /// let tdp = rows.iter().find(|row| row.accelerator == "nvidia-h100-sxm5-80gb" && row.metric == "tdp").expect("recorded");
    /// assert_eq!((tdp.value.as_str(), tdp.unit, tdp.published, tdp.preferred), ("700", "W", "700 W", true));
    /// ```
    pub fn rows(&self) -> Vec<Row<'_>> {
        let memories = self.memories().flat_map(Memory::rows);
        memories.chain(self.products().flat_map(Product::rows)).collect()
    }
}

impl Memory {
    /// The figures of this technology as a table, like [`Product::rows`].
    ///
    /// ```
    /// use accelspec::Catalog;
    ///
    /// let hbm3 = Catalog::builtin().memory("HBM3").expect("recorded");
    /// assert_eq!(hbm3.rows()[0].qualifier, "per stack; up-to");
    /// ```
    pub fn rows(&self) -> Vec<Row<'_>> {
        let mut table = Table::of(&self.id);
        let words = [format!("per {}", self.per)];
        if let Some(figure) = &self.capacity {
            table.figure_of("memory-capacity", None, &words, figure);
        }
        if let Some(figure) = &self.bandwidth {
            table.figure_of("memory-bandwidth", None, &words, figure);
        }
        if let Some(figure) = &self.bus_width {
            table.figure_of("memory-bus-width", None, &words, figure);
        }
        if let Some(figure) = &self.data_rate {
            table.figure_of("memory-data-rate", None, &words, figure);
        }
        table.rows
    }
}

impl<'a> Product<'a> {
    /// The figures of this product as a table: a row for each preferred figure or absence, and one for each dissenting statement.
    ///
    /// ```
    /// use accelspec::Catalog;
    ///
    /// let b100 = Catalog::builtin().find_product("B100")?;
    /// let powers: Vec<_> = b100.rows().into_iter().filter(|row| row.metric == "tdp").collect();
    /// assert_eq!((powers[0].value.as_str(), powers[0].preferred), ("700", true));
    /// assert_eq!((powers[1].value.as_str(), powers[1].preferred), ("1000", false));
    /// # Ok::<(), accelspec::LookupError>(())
    /// ```
    pub fn rows(self) -> Vec<Row<'a>> {
        let mut table = Table::of(self.id());
        self.figures().walk(&mut table);
        table.rows
    }
}

/// One thing that a source says of a product. The columns stand in this order in an export.
///
/// ```
/// use accelspec::Catalog;
///
/// let mach1 = Catalog::builtin().find_product("Mach-1")?;
/// let unknown = mach1.rows().into_iter().find(|row| row.metric == "transistors").expect("a source was read");
/// assert_eq!((unknown.value.as_str(), unknown.published), ("", "undisclosed"));
/// # Ok::<(), accelspec::LookupError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Row<'a> {
    /// The id of the accelerator, system or memory technology.
    pub accelerator: &'a str,
    /// What it is a figure of: the id of a metric where there is one, the key of a spec file otherwise.
    pub metric: &'static str,
    /// Of a peak rate: its precision.
    pub precision: Option<Precision>,
    /// Of a peak rate: its engine.
    pub engine: Option<Engine>,
    /// Of a peak rate: its sparsity.
    pub sparsity: Option<Sparsity>,
    /// What else tells it from its neighbours, and what the source says of the value besides the number, joined by `; `.
    pub qualifier: String,
    /// The value in base units, or the text of a figure that is none; empty for an absence.
    pub value: String,
    /// The base unit: `count`, `m²`, `W`, `B`, `B/s`, `op/s`, a currency code; empty for a text or an absence.
    pub unit: &'static str,
    /// As the source prints it; for an absence `undisclosed` or `not-applicable`.
    pub published: &'a str,
    /// How strong the source is as evidence.
    pub evidence: Evidence,
    /// The id of the source.
    pub source: &'a str,
    /// The address of the source.
    pub url: &'a str,
    /// Whether it is the preferred figure; false for a dissenting statement.
    pub preferred: bool,
}

/// The rows of one record, as they come.
struct Table<'a> {
    id: &'a str,
    rows: Vec<Row<'a>>,
}

impl<'a> Walk<'a> for Table<'a> {
    fn figure<V: Value>(&mut self, name: &'static str, key: &FigureKey<'a>, figure: &'a Figure<V>) {
        let metric = if name == "interconnect" { "interconnect-bandwidth" } else { name };
        let words = match key {
            FigureKey::Plain | FigureKey::Peak(PeakPattern { accumulate: Accumulation::Unstated, .. }) => Vec::new(),
            FigureKey::Peak(PeakPattern { accumulate, .. }) => vec![format!("{accumulate}-accumulate")],
            FigureKey::Link(Link { name, role, direction }) => {
                vec![name.clone(), role.to_string(), direction.to_string()]
            }
            FigureKey::AnyLink(role) => role.iter().map(ToString::to_string).collect(),
            FigureKey::Level(level) => vec![(*level).to_owned()],
            FigureKey::Price(_, Price { basis, date, .. }) => {
                basis.iter().map(ToString::to_string).chain(date.iter().map(ToString::to_string)).collect()
            }
        };
        let rate = if let FigureKey::Peak(pattern) = key { Some(*pattern) } else { None };
        self.figure_of(metric, rate, &words, figure);
    }
}

impl<'a> Table<'a> {
    fn of(id: &'a Id) -> Self {
        Self { id: id.as_str(), rows: Vec::new() }
    }

    /// The preferred figure, then those that dissent.
    fn figure_of<V: Value>(
        &mut self,
        metric: &'static str,
        rate: Option<PeakPattern>,
        words: &[String],
        figure: &'a Figure<V>,
    ) {
        let whole = figure.provenance();
        let preferred = (figure.get(), &whole.published, &whole.citation, whole.qualifiers, true);
        let dissent = figure
            .dissent()
            .map(|(value, dissent)| (value, &dissent.published, &dissent.citation, dissent.qualifiers, false));
        for (value, published, citation, qualifiers, preferred) in std::iter::once(preferred).chain(dissent) {
            let (value, unit) = value.map(Value::in_base).unwrap_or_default();
            let qualifiers = qualifiers.iter().map(|qualifier| qualifier.word().to_owned());
            let source = &citation.source;
            self.rows.push(Row {
                accelerator: self.id,
                metric,
                precision: rate.and_then(|rate| rate.precision),
                engine: rate.and_then(|rate| rate.engine),
                sparsity: rate.and_then(|rate| rate.sparsity),
                qualifier: words.iter().cloned().chain(qualifiers).collect::<Vec<_>>().join("; "),
                value,
                unit,
                published,
                evidence: source.evidence,
                source: source.id.as_str(),
                url: &source.url,
                preferred,
            });
        }
    }
}
