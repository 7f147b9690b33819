//! Rules of the files: order, sources, names, texts, and what the README says of them.

use std::collections::{BTreeMap, BTreeSet};

use accelspec::{Accelerator, Catalog, Evidence, LinkRole, PeakKey, Precision, SpecFile};

use super::{none, products};

/// The ids that a file declares under a heading such as `[[source]]`, in the order of the file.
fn declared(file: &SpecFile, heading: &str) -> Vec<String> {
    let mut lines = file.text().lines();
    let mut ids = Vec::new();
    while let Some(line) = lines.next() {
        if line == heading {
            let id = lines.next().and_then(|line| line.strip_prefix("id = \""));
            ids.push(
                id.unwrap_or_else(|| panic!("{}: {heading} does not begin with its id", file.name())).replace('"', ""),
            );
        }
    }
    ids
}

#[test]
fn ids_are_sorted_within_each_file() {
    let mut breaches = Vec::new();
    for file in Catalog::builtin_files() {
        for heading in ["[[source]]", "[[accelerator]]", "[[system]]", "[[claim]]"] {
            for pair in declared(&file, heading).windows(2).filter(|pair| pair[0] > pair[1]) {
                breaches.push(format!("{}: {heading} {} stands before {}", file.name(), pair[0], pair[1]));
            }
        }
    }
    none(&breaches);
}

#[test]
fn every_source_is_cited_and_stands_where_it_belongs() {
    let files = Catalog::builtin_files();
    let mut breaches = Vec::new();
    for file in &files {
        for id in declared(file, "[[source]]") {
            let citing = files.iter().filter(|file| file.text().contains(&format!("source = \"{id}\""))).count();
            let cited_here = file.text().contains(&format!("source = \"{id}\""));
            match (file.name(), citing) {
                (_, 0) => breaches.push(format!("{}: nothing cites {id}", file.name())),
                ("specs/sources.toml", 1) => {
                    breaches.push(format!("specs/sources.toml: {id} belongs to the one file that cites it"));
                }
                ("specs/sources.toml", _) => {}
                _ if !cited_here => breaches.push(format!("{}: {id} is cited in other files only", file.name())),
                _ => {}
            }
        }
    }
    none(&breaches);
}

#[test]
fn every_address_is_https_and_every_address_has_one_source() {
    let mut breaches = Vec::new();
    let mut addresses: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for source in Catalog::builtin().sources() {
        if !source.url.starts_with("https://") {
            breaches.push(format!("{}: {}", source.id, source.url));
        }
        addresses.entry(&source.url).or_default().push(source.id.as_str());
    }
    let shared = addresses.iter().filter(|(_, ids)| ids.len() > 1);
    breaches.extend(shared.map(|(url, ids)| format!("{url} is declared as {}", ids.join(" and "))));
    none(&breaches);
}

#[test]
fn names_begin_with_the_vendor() {
    let breaches = products().filter(|product| !product.name().starts_with(product.vendor()));
    none(&breaches.map(|product| product.name().to_owned()).collect::<Vec<_>>());
}

#[test]
fn texts_are_free_of_what_only_their_author_could_follow() {
    let words = ["text index", "read_file", "spec card", "http://"];
    let mut breaches = Vec::new();
    for file in Catalog::builtin_files() {
        for (number, line) in file.text().lines().enumerate() {
            let found: BTreeSet<_> = words.iter().filter(|word| line.contains(**word)).collect();
            breaches.extend(found.iter().map(|word| format!("{}:{}: {word}", file.name(), number + 1)));
        }
    }
    none(&breaches);
}

#[test]
fn the_readme_counts_what_is_there() {
    let catalog = Catalog::builtin();
    let entries: Vec<_> = products().flat_map(|product| product.figures().entries()).collect();
    let absences = entries.iter().filter(|entry| entry.absence.is_some()).count();
    let dissent: usize = entries.iter().map(|entry| entry.provenance.dissent().len()).sum();
    let of = |kinds: &[Evidence]| {
        entries.iter().filter(|entry| kinds.contains(&entry.provenance.citation.source.evidence)).count()
    };
    let expected = format!(
        "{} accelerators and {} systems; {} figures, {absences} of them cited absences, with {dissent} dissenting statements; \
         {} claims, {} measurements and {} references, all from {} sources; {} data sheets, {} white papers, {} other documents of the vendors and {} of a standards body, \
         {} independent ones, {} datasets, {} press articles and {} estimates",
        catalog.accelerators().count(),
        catalog.systems().count(),
        entries.len(),
        catalog.claims().count(),
        catalog.measurements().count(),
        catalog.references().count(),
        catalog.sources().count(),
        of(&[Evidence::Datasheet]),
        of(&[Evidence::Whitepaper]),
        of(&[Evidence::VendorDocs, Evidence::VendorPress, Evidence::VendorTalk]),
        of(&[Evidence::Standards]),
        of(&[Evidence::Independent]),
        of(&[Evidence::Dataset]),
        of(&[Evidence::Press]),
        of(&[Evidence::Estimate]),
    );
    let page = include_str!("../../README.md").split_whitespace().collect::<Vec<_>>().join(" ");
    for part in expected.split("; ") {
        assert!(page.contains(part), "the README should say: {expected}");
    }
}

#[test]
fn the_readme_counts_the_fields() {
    let count = |metric: fn(&Accelerator) -> bool| Catalog::builtin().accelerators().filter(|a| metric(a)).count();
    let dense = |accelerator: &Accelerator| {
        let rates = [Precision::Bf16, Precision::Fp16].map(|half| accelerator.peak(PeakKey::dense_matrix(half)));
        rates.iter().any(Result::is_ok)
    };
    let released = |a: &Accelerator| a.figures.released.as_ref().is_some_and(|figure| figure.get().is_ok());
    let linked = |a: &Accelerator| a.figures.links.iter().any(|(link, _)| link.role == LinkRole::ScaleUp);
    let fields = [
        ("transistors", count(|a| a.transistors().is_ok())),
        ("die area", count(|a| a.die_area().is_ok())),
        ("design power", count(|a| a.tdp().is_ok())),
        ("memory capacity", count(|a| a.memory_capacity().is_ok())),
        ("memory bandwidth", count(|a| a.memory_bandwidth().is_ok())),
        ("matrix rate at 16 bits, dense and marked so", count(dense)),
        ("link between accelerators", count(linked)),
        ("release", count(released)),
    ];
    let page = include_str!("../../README.md");
    let missing: Vec<_> = fields.iter().map(|(field, count)| format!("| {field} | {count} |")).collect();
    none(&missing.into_iter().filter(|cell| !page.contains(cell.as_str())).collect::<Vec<_>>());
}

#[test]
fn the_block_that_contributors_copy_loads() {
    let page = include_str!("../../CONTRIBUTING.md");
    let block = page.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).expect("a block");
    let mine = SpecFile::new("CONTRIBUTING.md", block);
    let catalog = Catalog::builtin().with_files(&[mine]).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(catalog.find("a one").map(|found| found.figures.entries().len()), Ok(9));
}
