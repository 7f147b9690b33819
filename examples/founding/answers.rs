//! Every statement with its answer.

use std::error::Error;
use std::fmt;

use accelspec::{Accelerator, Catalog, Figure, Metric, Product, Reading};

use crate::{chips, claims, fleets};

pub(crate) type Lines = Result<Vec<String>, Box<dyn Error>>;

/// One statement, and what the catalog says of it.
pub(crate) struct Answer {
    pub(crate) id: &'static str,
    pub(crate) statement: &'static str,
    pub(crate) lines: Vec<String>,
}

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}  “{}”", self.id, self.statement)?;
        self.lines.iter().try_for_each(|line| writeln!(f, "     {line}"))
    }
}

/// All answers, in the order of the statements.
pub(crate) fn answers(catalog: &'static Catalog) -> Result<Vec<Answer>, Box<dyn Error>> {
    let mut answers = Vec::new();
    for line in include_str!("statements.tsv").lines().skip(1) {
        let (id, statement) = line.split_once('\t').ok_or("a statement has an id")?;
        answers.push(Answer { id, statement, lines: answer(catalog, id)? });
    }
    Ok(answers)
}

fn answer(catalog: &'static Catalog, id: &str) -> Lines {
    match id {
        "f01" => chips::transistors(catalog),
        "f02" => chips::two_and_a_half_times(catalog),
        "f03" => claims::thirty_times(catalog),
        "f04" => claims::two_for_eight_thousand(catalog),
        "f05" => chips::power_by_generation(catalog),
        "f06" => fleets::two_million(catalog),
        "f07" => chips::price_of_h100(catalog),
        "f08" => chips::price_of_gh200(catalog),
        "f09" => chips::variants_of_gh200(catalog),
        "f10" => chips::members_of_dgx_gh200(catalog),
        "f11" => fleets::ten_thousand_for_an_assistant(catalog),
        "f12" => chips::memory_of_mi300x(catalog),
        "f13" => chips::bandwidth_of_mi300x(catalog),
        "f14" => chips::entry(catalog, "MI300A"),
        "f15" => chips::entry(catalog, "MI325X"),
        "f16" => fleets::orders(catalog),
        "f17" => claims::gaudi3(catalog),
        "f18" => chips::entry(catalog, "Gaudi 2"),
        "f19" => chips::power_of_mach1(catalog),
        "f20" => chips::memory_of_mach1(catalog),
        "f21" => claims::audited(catalog, &["3d-dram-vs-planar-capacity-3x"]),
        "f22" => chips::processes(catalog),
        "f23" => claims::audited(catalog, &["x-elite-vs-rivals-ai-4p5x", "x-elite-vs-i7-cpu-power-68"]),
        "f24" => Ok(chips::neural_engines(catalog)),
        "f25" => Ok(vec![
            "no factor is given, so that there is nothing to check; audits of claims that give one are above"
                .to_owned(),
        ]),
        "f26" => fleets::references(catalog),
        "f27" => fleets::licence(catalog),
        "f28" => fleets::national_centre(catalog),
        "f29" => claims::willow(catalog),
        "f30" => chips::levels(catalog),
        unknown => Err(format!("no answer to {unknown}").into()),
    }
}

/// A reading with the sources it rests on.
pub(crate) fn cited(reading: &Reading<'_>) -> String {
    let sources: Vec<_> = reading.inputs().map(|input| input.provenance.citation.source.id.as_str()).collect();
    format!("{reading} [{}]", sources.join(", "))
}

/// A metric of a product with its source, or the reason why there is none.
pub(crate) fn said(product: Product<'_>, metric: Metric) -> String {
    match metric.read(product) {
        Ok(reading) => format!("{}: {} {}", product.name(), metric.label(), cited(&reading)),
        Err(gap) => format!("{}: {gap}", product.name()),
    }
}

/// A figure as published, with its source; "not recorded" where there is none.
pub(crate) fn published<V>(figure: Option<&Figure<V>>) -> String {
    figure.map_or("not recorded".to_owned(), |figure| {
        let provenance = figure.provenance();
        format!("{} [{}]", provenance.published, provenance.citation.source.id)
    })
}

/// What other sources say of a figure.
pub(crate) fn dissent<V>(figure: Option<&Figure<V>>) -> impl Iterator<Item = String> {
    let dissent = figure.into_iter().flat_map(Figure::dissent);
    dissent.map(|(_, dissent)| format!("but {} [{}]: {}", dissent.published, dissent.citation.source.id, dissent.why))
}

/// An accelerator by name, for a line that names what it is about.
pub(crate) fn find(catalog: &'static Catalog, name: &str) -> Result<&'static Accelerator, Box<dyn Error>> {
    Ok(catalog.find(name)?)
}
