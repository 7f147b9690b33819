//! Rules of `[[accelerator]]` and `[[system]]`.

use std::collections::HashSet;
use std::fmt::Display;
use std::ops::Range;
use std::str::FromStr;
use std::sync::Arc;

use toml::Spanned;

use super::super::SpecFile;
use super::super::error::Fault;
use super::super::raw::{RawFigure, RawLevel, RawLink, RawMember, RawPeak, RawPrice, RawProduct, Text};
use super::figure::Parts;
use super::{Checker, rows};
use crate::dimension::Money;
use crate::interconnect::Link;
use crate::peak::{PeakPattern, Peaks};
use crate::price::Price;
use crate::records::Records;
use crate::system::Member;
use crate::{Accelerator, Date, Figure, Figures, Id, Part, PeakKey, Quantity, Sparsity, System, Vocabulary};

impl Checker<'_> {
    pub(super) fn accelerators(&mut self, records: &mut Records) {
        for (file, row) in rows(self.files, |spec| &spec.accelerators) {
            let raw = row.get_ref();
            let id = self.declare(file, &raw.id, "accelerator");
            let base = records.accelerators.get(&*raw.id).cloned();
            let base = base.as_deref();
            let at = ("accelerator", row.span());
            let (name, vendor) = self.named(file, &at, raw, base.map(|base| (&base.name, &base.vendor)));
            let kind = match &raw.kind {
                Some(text) => self.value(file, text),
                None => self.required(file, at, "kind", None, base.map(|base| base.kind)),
            };
            if let Some(members) = &raw.members {
                self.fail(file, members.span(), Fault::MembersOfAccelerator);
            }
            let parts = raw.parts.as_ref().map(|parts| self.parts(file, parts.get_ref()));
            let parts = parts.or(base.map(|base| base.parts.clone()));
            let aliases = texts(raw.aliases.as_ref()).or(base.map(|base| base.aliases.clone()));
            for name in raw.device_names.iter().flat_map(Spanned::get_ref) {
                self.illegible(file, "device name", name);
            }
            let device_names = texts(raw.device_names.as_ref().map(Spanned::get_ref));
            let device_names = device_names.or(base.map(|base| base.device_names.clone()));
            let pci_ids = raw.pci_ids.as_ref().map(|texts| texts.get_ref().as_slice());
            let pci_ids = pci_ids.map(|texts| texts.iter().filter_map(|text| self.value(file, text)).collect());
            let pci_ids = pci_ids.or(base.map(|base| base.pci_ids.clone()));
            let gfx = raw.gfx.as_ref().and_then(|text| self.words(file, "gfx", text));
            let gfx = gfx.or(base.and_then(|base| base.gfx.clone()));
            let figures = self.figures(file, raw, base.map(|base| base.figures.clone()));
            if let (Some(id), Some(name), Some(vendor), Some(kind)) = (id, name, vendor, kind) {
                let record = Accelerator {
                    id: id.clone(),
                    name,
                    vendor,
                    kind,
                    aliases: aliases.unwrap_or_default(),
                    device_names: device_names.unwrap_or_default(),
                    pci_ids: pci_ids.unwrap_or_default(),
                    gfx,
                    parts: parts.unwrap_or_default(),
                    figures,
                };
                records.accelerators.insert(id, Arc::new(record));
            }
        }
        self.known_parts(records);
        relink(records);
    }

    /// The name and the vendor of a row; `known` is what the base catalog says.
    fn named(
        &mut self,
        file: &SpecFile,
        row: &(&'static str, Range<usize>),
        raw: &RawProduct<'_>,
        known: Option<(&String, &String)>,
    ) -> (Option<String>, Option<String>) {
        let (name, vendor) = known.map(|(name, vendor)| (name.clone(), vendor.clone())).unzip();
        let name = self.required_words(file, row.clone(), "name", raw.name.as_ref(), name);
        let vendor = self.required_words(file, row.clone(), "vendor", raw.vendor.as_ref(), vendor);
        (name, vendor)
    }

    fn parts(&mut self, file: &SpecFile, raw: &[RawMember<'_>]) -> Vec<Part> {
        let mut parts: Vec<Part> = Vec::new();
        let mut seen = HashSet::new();
        for part in raw {
            let citation = self.citation(file, &part.source, part.at.as_ref());
            let (Some(accelerator), Some(citation)) = (self.value::<Id>(file, &part.id), citation) else { continue };
            if !seen.insert(accelerator.clone()) {
                self.fail(file, part.id.span(file), Fault::DuplicateMember { id: part.id.to_string() });
                continue;
            }
            parts.push(Part { accelerator, count: part.count.get(), citation });
        }
        parts
    }

    /// The parts of an accelerator may stand after it, or in another file: so they are looked up once all are there.
    fn known_parts(&mut self, records: &Records) {
        for (file, row) in rows(self.files, |spec| &spec.accelerators) {
            for part in row.get_ref().parts.iter().flat_map(Spanned::get_ref) {
                let id: &str = &part.id;
                match records.accelerators.get(id) {
                    Some(known) if known.parts.is_empty() => {}
                    Some(_) => self.fail(file, part.id.span(file), Fault::PartOfParts { id: id.to_owned() }),
                    None => {
                        let nearest =
                            self.suggestions.nearest("accelerator", id, records.accelerators.keys().map(Id::as_str));
                        self.fail(file, part.id.span(file), Fault::UnknownAccelerator { id: id.to_owned(), nearest });
                    }
                }
            }
        }
    }

    pub(super) fn systems(&mut self, records: &mut Records) {
        for (file, row) in rows(self.files, |spec| &spec.systems) {
            let raw = row.get_ref();
            let id = self.declare(file, &raw.id, "system");
            let base = records.systems.get(&*raw.id).cloned();
            let base = base.as_deref();
            let at = ("system", row.span());
            let (name, vendor) = self.named(file, &at, raw, base.map(|base| (&base.name, &base.vendor)));
            if let Some(kind) = &raw.kind {
                self.fail(file, kind.span(file), Fault::AcceleratorKeyOfSystem { key: "kind" });
            }
            if let Some(names) = &raw.device_names {
                self.fail(file, names.span(), Fault::AcceleratorKeyOfSystem { key: "device-names" });
            }
            if let Some(ids) = &raw.pci_ids {
                self.fail(file, ids.span(), Fault::AcceleratorKeyOfSystem { key: "pci-ids" });
            }
            if let Some(target) = &raw.gfx {
                self.fail(file, target.span(file), Fault::AcceleratorKeyOfSystem { key: "gfx" });
            }
            if let Some(parts) = &raw.parts {
                self.fail(file, parts.span(), Fault::AcceleratorKeyOfSystem { key: "parts" });
            }
            let stated = raw.members.as_ref().filter(|members| !members.get_ref().is_empty());
            let stated = stated.map(|members| self.members(file, records, members.get_ref()));
            let members = self.required(file, at, "members", stated, base.map(|base| base.members.clone()));
            let aliases = texts(raw.aliases.as_ref()).or(base.map(|base| base.aliases.clone()));
            let figures = self.figures(file, raw, base.map(|base| base.figures.clone()));
            if let (Some(id), Some(name), Some(vendor), Some(members)) = (id, name, vendor, members) {
                let aliases = aliases.unwrap_or_default();
                let record = System { id: id.clone(), name, vendor, aliases, members, figures };
                records.systems.insert(id, Arc::new(record));
            }
        }
    }

    fn members(&mut self, file: &SpecFile, records: &Records, raw: &[RawMember<'_>]) -> Vec<Member> {
        let mut members: Vec<Member> = Vec::new();
        let mut seen = HashSet::new();
        for member in raw {
            let id: &str = &member.id;
            let citation = self.citation(file, &member.source, member.at.as_ref());
            let Some(accelerator) = records.accelerators.get(id) else {
                let nearest = self.suggestions.nearest("accelerator", id, records.accelerators.keys().map(Id::as_str));
                self.fail(file, member.id.span(file), Fault::UnknownAccelerator { id: id.to_owned(), nearest });
                continue;
            };
            if !seen.insert(&accelerator.id) {
                self.fail(file, member.id.span(file), Fault::DuplicateMember { id: id.to_owned() });
                continue;
            }
            members.extend(citation.map(|citation| Member {
                accelerator: Arc::clone(accelerator),
                count: member.count.get(),
                citation,
            }));
        }
        members
    }

    /// The figures of a product: those of the base catalog, with those that the row names in their place.
    fn figures(&mut self, file: &SpecFile, raw: &RawProduct<'_>, base: Option<Figures>) -> Figures {
        let mut figures = base.unwrap_or_default();
        let mut set = Setter { checker: self, file };
        set.one(&mut figures.status, raw.status.as_deref());
        set.one(&mut figures.announced, raw.announced.as_deref());
        set.one(&mut figures.released, raw.released.as_deref());
        set.one(&mut figures.architecture, raw.architecture.as_deref());
        set.one(&mut figures.process, raw.process.as_deref());
        set.one(&mut figures.foundry, raw.foundry.as_deref());
        set.one(&mut figures.form_factor, raw.form_factor.as_deref());
        set.one(&mut figures.host_interface, raw.host_interface.as_deref());
        set.one(&mut figures.memory_type, raw.memory_type.as_deref());
        set.one(&mut figures.dies, raw.dies.as_deref());
        set.one(&mut figures.transistors, raw.transistors.as_deref());
        set.one(&mut figures.die_area, raw.die_area.as_deref());
        set.one(&mut figures.tdp, raw.tdp.as_deref());
        set.one(&mut figures.max_power, raw.max_power.as_deref());
        set.one(&mut figures.typical_power, raw.typical_power.as_deref());
        set.one(&mut figures.memory_capacity, raw.memory_capacity.as_deref());
        set.one(&mut figures.memory_bandwidth, raw.memory_bandwidth.as_deref());
        set.one(&mut figures.memory_bus_width, raw.memory_bus_width.as_deref());
        set.one(&mut figures.memory_data_rate, raw.memory_data_rate.as_deref());
        set.one(&mut figures.memory_stacks, raw.memory_stacks.as_deref());
        set.one(&mut figures.host_memory, raw.host_memory.as_deref());
        self.peaks(file, &mut figures, raw.peak.as_deref().unwrap_or_default());
        self.links(file, &mut figures, raw.interconnect.as_deref().unwrap_or_default());
        self.levels(file, &mut figures, raw.on_chip_memory.as_deref().unwrap_or_default());
        self.prices(file, &mut figures, raw.price.as_deref().unwrap_or_default());
        self.dates_in_order(file, &figures, raw);
        figures
    }

    fn peaks(&mut self, file: &SpecFile, figures: &mut Figures, raw: &[RawPeak<'_>]) {
        let mut seen = Vec::with_capacity(raw.len());
        figures.peaks.reserve(raw.len());
        for row in raw {
            let figure = self.figure(file, row);
            let precision = self.optional(file, row.precision.as_ref());
            let engine = self.optional(file, row.engine.as_ref());
            let sparsity = self.optional(file, row.sparsity.as_ref());
            let accumulate = self.optional(file, row.accumulate.as_ref());
            let parts = [("precision", &row.precision), ("engine", &row.engine), ("sparsity", &row.sparsity)];
            if let Some((part, _)) = parts.into_iter().find(|(_, text)| row.value.is_some() && text.is_none()) {
                self.fail(file, Parts::from(row).place(file), Fault::PeakWithoutKey { part });
                continue;
            }
            // A part that is there and unknown was reported; without it the pattern would be wider than what is written.
            let read = [precision.is_some(), engine.is_some(), sparsity.is_some()];
            if parts.iter().zip(read).any(|((_, text), read)| text.is_some() != read)
                || row.accumulate.is_some() != accumulate.is_some()
            {
                continue;
            }
            let pattern = PeakPattern { precision, engine, sparsity, accumulate: accumulate.unwrap_or_default() };
            if seen.contains(&pattern) {
                self.fail(file, Parts::from(row).place(file), Fault::DuplicateKey { key: format!("peak {pattern}") });
                continue;
            }
            seen.push(pattern);
            if let Some(figure) = figure {
                figures.peaks.set(pattern, figure);
            }
        }
        self.sparse_above_dense(file, &figures.peaks, raw);
    }

    /// A rate that counts skipped zeros as work is never below the one that does not.
    fn sparse_above_dense(&mut self, file: &SpecFile, peaks: &Peaks, raw: &[RawPeak<'_>]) {
        for (key, sparse) in peaks.iter().filter(|(key, _)| key.sparsity.is_sparse()) {
            let dense = peaks.get(PeakKey { sparsity: Sparsity::Dense, ..key });
            let (Ok(value), Some(Ok(floor))) = (sparse.get(), dense.map(Figure::get)) else { continue };
            if value >= floor {
                continue;
            }
            let is = |text: &Option<Text<'_>>, word: &str| text.as_ref().is_some_and(|text| **text == *word);
            let names = |peak: &RawPeak<'_>, sparsity: Sparsity| {
                is(&peak.precision, key.precision.word())
                    && is(&peak.engine, key.engine.word())
                    && is(&peak.sparsity, sparsity.word())
            };
            // An override may have changed either of the two; the message stands at the one that the file names.
            let at = |sparsity| raw.iter().find(move |row| names(row, sparsity));
            if let Some(row) = at(key.sparsity).or_else(|| at(Sparsity::Dense)) {
                let published = |figure: &Figure<_>| figure.provenance().published.clone();
                let dense_value = dense.map(published).unwrap_or_default();
                let fault =
                    Fault::SparseBelowDense { sparse: key.to_string(), sparse_value: published(sparse), dense_value };
                self.fail(file, Parts::from(row).place(file), fault);
            }
        }
    }

    fn links(&mut self, file: &SpecFile, figures: &mut Figures, raw: &[RawLink<'_>]) {
        let (mut seen, mut seen_absent) = (HashSet::new(), Vec::new());
        let mut stated = Vec::new();
        for row in raw {
            let figure = self.figure(file, row);
            let name = row.link.as_ref().and_then(|text| self.words(file, "link", text));
            let role = self.optional(file, row.role.as_ref());
            let direction = self.optional(file, row.direction.as_ref());
            if row.value.is_none() {
                if role.is_none() && row.role.is_some() {
                    continue;
                }
                if seen_absent.contains(&role) {
                    let key = role.map_or("any link".to_owned(), |role| format!("any {role} link"));
                    self.fail(file, Parts::from(row).place(file), Fault::DuplicateKey { key });
                } else if let Some(figure) = figure {
                    figures.links.set_absent(role, figure);
                }
                seen_absent.push(role);
                continue;
            }
            let parts = [("link", &row.link), ("role", &row.role), ("direction", &row.direction)];
            if let Some((part, _)) = parts.into_iter().find(|(_, text)| text.is_none()) {
                self.fail(file, Parts::from(row).place(file), Fault::LinkWithoutKey { part });
                continue;
            }
            let (Some(name), Some(role), Some(direction)) = (name, role, direction) else { continue };
            let link = Link { name, role, direction };
            if !seen.insert(link.clone()) {
                let key = format!("{} {} {}", link.name, link.role, link.direction);
                self.fail(file, Parts::from(row).place(file), Fault::DuplicateKey { key });
                continue;
            }
            stated.extend(figure.map(|figure| (link, figure)));
        }
        figures.links.set(stated);
    }

    fn levels(&mut self, file: &SpecFile, figures: &mut Figures, raw: &[RawLevel<'_>]) {
        let mut seen = HashSet::new();
        let mut stated = Vec::new();
        for row in raw {
            let figure = self.figure(file, row);
            let Some(level) = self.words(file, "level", &row.level) else { continue };
            if !seen.insert(level.clone()) {
                self.fail(
                    file,
                    Parts::from(row).place(file),
                    Fault::DuplicateKey { key: format!("on-chip-memory {level}") },
                );
                continue;
            }
            stated.extend(figure.map(|figure| (level, figure)));
        }
        let replaced: HashSet<&str> = stated.iter().map(|(level, _)| level.as_str()).collect();
        figures.on_chip_memory.retain(|(known, _)| !replaced.contains(known.as_str()));
        figures.on_chip_memory.reserve_exact(stated.len());
        figures.on_chip_memory.extend(stated);
    }

    fn prices(&mut self, file: &SpecFile, figures: &mut Figures, raw: &[RawPrice<'_>]) {
        let mut seen = Vec::new();
        for row in raw {
            let figure: Option<Figure<Quantity<Money>>> = self.figure(file, row);
            let basis = self.optional(file, row.basis.as_ref());
            let date = self.optional(file, row.date.as_ref());
            let Some(figure) = figure else { continue };
            let currency = figure.get().map(|amount| amount.currency()).ok();
            if seen.contains(&currency) {
                let key = currency.map_or("price".to_owned(), |currency| format!("price {currency}"));
                self.fail(file, Parts::from(row).place(file), Fault::DuplicateKey { key });
                continue;
            }
            seen.push(currency);
            figures.prices.set(Price { figure, basis, date });
        }
    }

    fn dates_in_order(&mut self, file: &SpecFile, figures: &Figures, raw: &RawProduct<'_>) {
        let date = |figure: &Option<Figure<Date>>| figure.as_ref()?.get().ok().copied();
        let (Some(announced), Some(released)) = (date(&figures.announced), date(&figures.released)) else { return };
        let Some(row) = raw.released.as_deref().or(raw.announced.as_deref()) else { return };
        if released.is_before(announced) {
            let fault =
                Fault::ReleasedBeforeAnnounced { released: released.to_string(), announced: announced.to_string() };
            self.fail(file, Parts::from(row).place(file), fault);
        }
    }
}

/// Puts checked figures in their places.
struct Setter<'c, 'a> {
    checker: &'c mut Checker<'a>,
    file: &'c SpecFile,
}

impl Setter<'_, '_> {
    fn one<V: FromStr<Err: Display>>(&mut self, place: &mut Option<Figure<V>>, raw: Option<&RawFigure<'_>>) {
        if let Some(raw) = raw {
            *place = self.checker.figure(self.file, raw);
        }
    }
}

fn texts(raw: Option<&Vec<Text<'_>>>) -> Option<Vec<String>> {
    raw.map(|texts| texts.iter().map(|text| text.trim().to_owned()).collect())
}

/// Lets the systems of the base catalog hold the accelerators that replaced theirs.
fn relink(records: &mut Records) {
    for system in records.systems.values_mut() {
        let stale = |member: &Member| {
            let current = records.accelerators.get(&member.accelerator.id);
            current.is_some_and(|current| !Arc::ptr_eq(current, &member.accelerator))
        };
        if system.members.iter().any(stale) {
            for member in &mut Arc::make_mut(system).members {
                if let Some(current) = records.accelerators.get(&member.accelerator.id) {
                    member.accelerator = Arc::clone(current);
                }
            }
        }
    }
}
