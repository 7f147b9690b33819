//! Rules that the built-in spec files keep beyond those of the loader. Each test reports all breaches at once.

use std::collections::{BTreeMap, BTreeSet};

use accelspec::{Catalog, Evidence, Precision, Product, Qualifier, SpecFile};

#[track_caller]
fn none(breaches: &[String]) {
    assert!(breaches.is_empty(), "{} breaches:\n{}", breaches.len(), breaches.join("\n"));
}

fn products() -> impl Iterator<Item = Product<'static>> {
    Catalog::builtin().products()
}

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

/// How far a printed number may lie from the truth, as a share of it: half a unit of its last digit.
fn rounding(published: &str) -> f64 {
    let digits: String =
        published.chars().take_while(|c| c.is_ascii_digit() || matches!(c, '.' | ',')).filter(|c| *c != ',').collect();
    let decimals = digits.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    let unit = 10f64.powi(-i32::try_from(decimals).expect("few decimals"));
    0.5 * unit / digits.parse::<f64>().expect("a printed number")
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
fn no_dissent_repeats_the_preferred_value() {
    let mut breaches = Vec::new();
    for product in products() {
        for entry in product.figures().entries() {
            let repeated =
                entry.provenance.dissent.iter().filter(|dissent| dissent.published == entry.provenance.published);
            breaches.extend(repeated.map(|dissent| {
                format!(
                    "{} {} {}: {} also says {}",
                    product.id(),
                    entry.name,
                    entry.key,
                    dissent.citation.source.id,
                    dissent.published
                )
            }));
        }
    }
    none(&breaches);
}

#[test]
fn what_is_derived_says_how() {
    let mut breaches = Vec::new();
    for product in products() {
        for entry in product.figures().entries() {
            let provenance = entry.provenance;
            let explained =
                provenance.note.is_some() || provenance.because.is_some() || provenance.citation.at.is_some();
            if provenance.qualifiers.contains(&Qualifier::Derived) && !explained {
                breaches.push(format!("{} {} {}", product.id(), entry.name, entry.key));
            }
        }
    }
    none(&breaches);
}

#[test]
fn two_of_four_sparsity_doubles_the_rate() {
    let mut breaches = Vec::new();
    for product in products() {
        let peaks = &product.figures().peaks;
        for (key, sparse) in peaks.iter().filter(|(key, _)| key.sparsity == accelspec::Sparsity::TwoOfFour) {
            let dense = peaks.get(accelspec::PeakKey { sparsity: accelspec::Sparsity::Dense, ..key });
            let Some(dense) = dense else { continue };
            let (sparse_text, dense_text) = (&sparse.provenance().published, &dense.provenance().published);
            let (Ok(sparse), Ok(dense)) = (sparse.get(), dense.get()) else { continue };
            let ratio = (*sparse / *dense).get();
            let (twice, printed) = (2.0 * dense.base(), sparse.base());
            if (printed - twice).abs() > 1.001 * (printed * rounding(sparse_text) + twice * rounding(dense_text)) {
                breaches.push(format!("{} {key}: {sparse_text} is {ratio:.3} times {dense_text}", product.id()));
            }
        }
    }
    none(&breaches);
}

#[test]
fn bf16_and_fp16_rates_of_a_matrix_engine_agree_where_both_are_recorded() {
    let mut breaches = Vec::new();
    for product in products() {
        let peaks = &product.figures().peaks;
        for (key, half) in
            peaks.iter().filter(|(key, _)| key.precision == Precision::Fp16 && key.engine == accelspec::Engine::Matrix)
        {
            let brain = peaks.get(accelspec::PeakKey { precision: Precision::Bf16, ..key });
            let explained = half.provenance().note.as_ref();
            let (Ok(half), Some(Ok(brain))) = (half.get(), brain.map(accelspec::Figure::get)) else { continue };
            let ratio = (*half / *brain).get();
            // A vendor may give the two different rates; then the figure says so.
            if (ratio - 1.0).abs() > 0.05 && explained.is_none() {
                breaches.push(format!("{} {key}: {half}, but bf16 {brain}", product.id()));
            }
        }
    }
    none(&breaches);
}

#[test]
fn no_rumour_and_no_unnamed_publisher_stands_behind_a_preferred_figure() {
    let mut breaches = Vec::new();
    for product in products() {
        for entry in product.figures().entries() {
            if entry.provenance.citation.source.evidence == Evidence::Rumour {
                breaches.push(format!("{} {} {}", product.id(), entry.name, entry.key));
            }
        }
    }
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
    let dissent: usize = entries.iter().map(|entry| entry.provenance.dissent.len()).sum();
    let of = |kinds: &[Evidence]| {
        entries.iter().filter(|entry| kinds.contains(&entry.provenance.citation.source.evidence)).count()
    };
    let expected = format!(
        "{} accelerators and {} systems; {} figures, {absences} of them cited absences, with {dissent} dissenting statements and {} \
         claims from {} sources; {} data sheets, {} white papers, {} other documents of the vendors and {} of a standards body, \
         {} independent ones, {} datasets, {} press articles and {} estimates",
        catalog.accelerators().count(),
        catalog.systems().count(),
        entries.len(),
        catalog.claims().count(),
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
    let page = include_str!("../README.md").split_whitespace().collect::<Vec<_>>().join(" ");
    for part in expected.split("; ") {
        assert!(page.contains(part), "the README should say: {expected}");
    }
}

#[test]
fn the_block_that_contributors_copy_loads() {
    let page = include_str!("../CONTRIBUTING.md");
    let block = page.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).expect("a block");
    let mine = SpecFile::new("CONTRIBUTING.md", block);
    let catalog = Catalog::builtin().with_files(&[mine]).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(catalog.find("a one").map(|found| found.figures.entries().len()), Ok(9));
}
