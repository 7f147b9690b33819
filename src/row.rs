//! The catalog as a table: one row for each thing that a source says of a product.

use serde::Serialize;

use crate::dimension::Dimension;
use crate::{
    Absence, Catalog, Citation, Date, Engine, Evidence, Figure, Figures, Link, Memory, PeakKey, Precision, Price,
    Product, Qualifier, Quantity, Sparsity, Status, Vocabulary,
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
        let mut rows = Vec::new();
        for memory in self.memories() {
            Table { id: memory.id.as_str(), rows: &mut rows }.memory(memory);
        }
        for product in self.products() {
            rows.extend(product.rows());
        }
        rows
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
        let mut rows = Vec::new();
        Table { id: self.id().as_str(), rows: &mut rows }.figures(self.figures());
        rows
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

/// A value as a cell of the table: its text and its unit.
trait Cell {
    fn cell(&self) -> (String, &'static str);
}

impl<D: Dimension> Cell for Quantity<D> {
    fn cell(&self) -> (String, &'static str) {
        (self.base().to_string(), self.base_unit())
    }
}

impl Cell for String {
    fn cell(&self) -> (String, &'static str) {
        (self.clone(), "")
    }
}

impl Cell for Date {
    fn cell(&self) -> (String, &'static str) {
        (self.to_string(), "")
    }
}

impl Cell for Status {
    fn cell(&self) -> (String, &'static str) {
        (self.to_string(), "")
    }
}

/// What tells a figure from others of its metric.
#[derive(Clone, Default)]
struct Key {
    precision: Option<Precision>,
    engine: Option<Engine>,
    sparsity: Option<Sparsity>,
    words: Vec<String>,
}

impl Key {
    fn of_words(words: impl IntoIterator<Item = String>) -> Self {
        Self { words: words.into_iter().collect(), ..Self::default() }
    }
}

struct Table<'r, 'a> {
    id: &'a str,
    rows: &'r mut Vec<Row<'a>>,
}

impl<'a> Table<'_, 'a> {
    fn figures(&mut self, figures: &'a Figures) {
        self.plain("status", figures.status.as_ref());
        self.plain("announced", figures.announced.as_ref());
        self.plain("released", figures.released.as_ref());
        self.plain("architecture", figures.architecture.as_ref());
        self.plain("process", figures.process.as_ref());
        self.plain("foundry", figures.foundry.as_ref());
        self.plain("form-factor", figures.form_factor.as_ref());
        self.plain("host-interface", figures.host_interface.as_ref());
        self.plain("memory-type", figures.memory_type.as_ref());
        self.plain("dies", figures.dies.as_ref());
        self.plain("transistors", figures.transistors.as_ref());
        self.plain("die-area", figures.die_area.as_ref());
        self.plain("tdp", figures.tdp.as_ref());
        self.plain("max-power", figures.max_power.as_ref());
        self.plain("typical-power", figures.typical_power.as_ref());
        self.plain("memory-capacity", figures.memory_capacity.as_ref());
        self.plain("memory-bandwidth", figures.memory_bandwidth.as_ref());
        self.plain("memory-bus-width", figures.memory_bus_width.as_ref());
        self.plain("memory-data-rate", figures.memory_data_rate.as_ref());
        self.plain("memory-stacks", figures.memory_stacks.as_ref());
        self.plain("host-memory", figures.host_memory.as_ref());
        for (PeakKey { precision, engine, sparsity, accumulate }, figure) in figures.peaks.iter() {
            let words = (accumulate != crate::Accumulation::Unstated).then(|| format!("{accumulate}-accumulate"));
            let words = words.into_iter().collect();
            let key = Key { precision: Some(precision), engine: Some(engine), sparsity: Some(sparsity), words };
            self.keyed("peak", &key, figure);
        }
        for (pattern, figure) in figures.peaks.absences() {
            let key = Key {
                precision: pattern.precision,
                engine: pattern.engine,
                sparsity: pattern.sparsity,
                words: Vec::new(),
            };
            self.keyed("peak", &key, figure);
        }
        for (Link { name, role, direction }, figure) in figures.links.iter() {
            let words = [name.clone(), role.to_string(), direction.to_string()];
            self.keyed("interconnect-bandwidth", &Key::of_words(words), figure);
        }
        for (role, figure) in figures.links.absences() {
            self.keyed("interconnect-bandwidth", &Key::of_words(role.map(|role| role.to_string())), figure);
        }
        for (level, figure) in &figures.on_chip_memory {
            self.keyed("on-chip-memory", &Key::of_words([level.clone()]), figure);
        }
        for Price { figure, basis, date } in
            figures.prices.iter().map(|(_, price)| price).chain(figures.prices.absence())
        {
            let words = basis.map(|basis| basis.to_string()).into_iter().chain(date.map(|date| date.to_string()));
            self.keyed("price", &Key::of_words(words), figure);
        }
    }

    fn memory(&mut self, memory: &'a Memory) {
        let key = Key::of_words([format!("per {}", memory.per)]);
        self.optional("memory-capacity", &key, memory.capacity.as_ref());
        self.optional("memory-bandwidth", &key, memory.bandwidth.as_ref());
        self.optional("memory-bus-width", &key, memory.bus_width.as_ref());
        self.optional("memory-data-rate", &key, memory.data_rate.as_ref());
    }

    fn plain<V: Cell>(&mut self, metric: &'static str, figure: Option<&'a Figure<V>>) {
        self.optional(metric, &Key::default(), figure);
    }

    fn optional<V: Cell>(&mut self, metric: &'static str, key: &Key, figure: Option<&'a Figure<V>>) {
        if let Some(figure) = figure {
            self.keyed(metric, key, figure);
        }
    }

    /// The preferred figure, then those that dissent.
    fn keyed<V: Cell>(&mut self, metric: &'static str, key: &Key, figure: &'a Figure<V>) {
        let whole = figure.provenance();
        self.row(metric, key, figure.get(), (&whole.published, &whole.citation, &whole.qualifiers), true);
        for (value, dissent) in figure.dissent() {
            self.row(metric, key, value, (&dissent.published, &dissent.citation, &dissent.qualifiers), false);
        }
    }

    fn row<V: Cell>(
        &mut self,
        metric: &'static str,
        key: &Key,
        value: Result<&V, Absence>,
        (published, citation, qualifiers): (&'a str, &'a Citation, &[Qualifier]),
        preferred: bool,
    ) {
        let (value, unit) = value.map(Cell::cell).unwrap_or_default();
        let words = qualifiers.iter().map(|qualifier| qualifier.word().to_owned());
        let qualifier = key.words.iter().cloned().chain(words).collect::<Vec<_>>().join("; ");
        let Key { precision, engine, sparsity, .. } = *key;
        let source = &citation.source;
        self.rows.push(Row {
            accelerator: self.id,
            metric,
            precision,
            engine,
            sparsity,
            qualifier,
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
