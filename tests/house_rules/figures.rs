//! Rules of the figures: how those of one product, of one family and of a system and its members hang together.

use accelspec::dimension::Dimension;
use accelspec::{Engine, Evidence, Figure, Metric, PeakKey, Precision, Provenance, Qualifier, Quantity, Sparsity};

use super::{none, products};

/// How far a printed number may lie from the truth, as a share of it: half a unit of its last digit.
fn rounding(published: &str) -> f64 {
    let digits: String =
        published.chars().take_while(|c| c.is_ascii_digit() || matches!(c, '.' | ',')).filter(|c| *c != ',').collect();
    let decimals = digits.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    let unit = 10f64.powi(-i32::try_from(decimals).expect("few decimals"));
    0.5 * unit / digits.parse::<f64>().expect("a printed number")
}

#[test]
fn no_dissent_repeats_the_preferred_value() {
    let mut breaches = Vec::new();
    for product in products() {
        for entry in product.figures().entries() {
            let repeated =
                entry.provenance.dissent().iter().filter(|dissent| dissent.published == entry.provenance.published);
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
                provenance.note.is_some() || provenance.because().is_some() || provenance.citation.at.is_some();
            if provenance.qualifiers.contains(Qualifier::Derived) && !explained {
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
        for (key, sparse) in peaks.iter().filter(|(key, _)| key.sparsity == Sparsity::TwoOfFour) {
            let dense = peaks.get(PeakKey { sparsity: Sparsity::Dense, ..key });
            let Some(dense) =
                dense.filter(|dense| !is_explained(dense.provenance()) && !is_explained(sparse.provenance()))
            else {
                continue;
            };
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
            peaks.iter().filter(|(key, _)| key.precision == Precision::Fp16 && key.engine == Engine::Matrix)
        {
            let brain = peaks.get(PeakKey { precision: Precision::Bf16, ..key });
            let explained = half.provenance().note.as_ref();
            let (Ok(half), Some(Ok(brain))) = (half.get(), brain.map(Figure::get)) else { continue };
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

/// Whether somebody has said why a figure is what it is.
fn is_explained(provenance: &Provenance) -> bool {
    provenance.note.is_some() || provenance.because().is_some()
}

/// A preferred value and what stands behind it, where there is one.
type Known<'a> = Option<(f64, &'a Provenance)>;

fn preferred<D: Dimension>(figure: Option<&Figure<Quantity<D>>>) -> Known<'_> {
    let figure = figure?;
    Some((figure.get().ok()?.base(), figure.provenance()))
}

#[test]
fn powers_are_in_order() {
    let mut breaches = Vec::new();
    for product in products() {
        let figures = product.figures();
        let powers = [
            ("typical-power", preferred(figures.typical_power.as_ref())),
            ("tdp", preferred(figures.tdp.as_ref())),
            ("max-power", preferred(figures.max_power.as_ref())),
        ];
        let known: Vec<_> = powers.iter().filter_map(|(name, power)| Some((name, (*power)?))).collect();
        for pair in known.windows(2) {
            let ((lower, (less, _)), (upper, (more, provenance))) = (pair[0], pair[1]);
            if less > more && !is_explained(provenance) {
                breaches.push(format!("{}: {lower} {less} W is above {upper} {more} W", product.id()));
            }
        }
    }
    none(&breaches);
}

#[test]
fn memory_bandwidth_is_bus_width_times_data_rate() {
    let mut breaches = Vec::new();
    let mut check = |id: &str, bandwidth: Known<'_>, width: Known<'_>, rate: Known<'_>| {
        let (Some((bandwidth, printed)), Some((width, _)), Some((rate, rated))) = (bandwidth, width, rate) else {
            return;
        };
        // A width in bytes times a rate in bytes per second and line, of which a line carries eight bits.
        let product = width * rate * 8.0;
        let tolerance = rounding(&printed.published) + rounding(&rated.published) + 0.005;
        if (bandwidth / product - 1.0).abs() > tolerance && !is_explained(printed) {
            breaches.push(format!(
                "{id}: {} is {:.3} times what width and data rate give",
                printed.published,
                bandwidth / product
            ));
        }
    };
    for product in products() {
        let figures = product.figures();
        check(
            product.id().as_str(),
            preferred(figures.memory_bandwidth.as_ref()),
            preferred(figures.memory_bus_width.as_ref()),
            preferred(figures.memory_data_rate.as_ref()),
        );
    }
    for memory in accelspec::Catalog::builtin().memories() {
        check(
            memory.id.as_str(),
            preferred(memory.bandwidth.as_ref()),
            preferred(memory.bus_width.as_ref()),
            preferred(memory.data_rate.as_ref()),
        );
    }
    none(&breaches);
}

#[test]
fn the_totals_of_a_system_are_those_of_its_members() {
    let mut breaches = Vec::new();
    for system in accelspec::Catalog::builtin().systems() {
        let keys = system.figures.peaks.iter().filter(|(key, _)| key.precision != Precision::Unstated);
        let metrics = keys.map(|(key, _)| Metric::Peak(key));
        let metrics = metrics.chain([Metric::MemoryCapacity, Metric::MemoryBandwidth, Metric::Transistors]);
        for metric in metrics {
            let Ok(own) = metric.read(system) else { continue };
            let Some(printed) = own.inputs().next().filter(|_| !own.is_derived_from_members()) else { continue };
            let member = |member: &accelspec::Member| {
                let reading = metric.read(&*member.accelerator).ok()?;
                let printed = reading.inputs().next()?.provenance.published.clone();
                Some((reading.base() * f64::from(member.count), rounding(&printed)))
            };
            let Some(members) = system.members.iter().map(member).collect::<Option<Vec<_>>>() else { continue };
            let sum: f64 = members.iter().map(|(value, _)| value).sum();
            let tolerance = members.iter().map(|(_, rounding)| rounding).fold(0.0, |a: f64, b| a.max(*b));
            let off = (own.base() / sum - 1.0).abs();
            if off > 1.001 * (tolerance + rounding(&printed.provenance.published)) && !is_explained(printed.provenance)
            {
                breaches.push(format!("{} {metric}: {own}, but its members make {}", system.id, metric.show(sum)));
            }
        }
    }
    none(&breaches);
}

#[test]
fn what_has_as_many_transistors_in_a_family_has_the_same_area() {
    let accelerators: Vec<_> = accelspec::Catalog::builtin().accelerators().collect();
    let mut breaches = Vec::new();
    let close = |one: f64, other: f64| (one / other - 1.0).abs() < 0.012;
    for (index, one) in accelerators.iter().enumerate() {
        for other in &accelerators[index + 1..] {
            let architecture = |accelerator: &accelspec::Accelerator| {
                accelerator.figures.architecture.as_ref().and_then(|figure| figure.get().ok().cloned())
            };
            if one.vendor != other.vendor || architecture(one).is_none() || architecture(one) != architecture(other) {
                continue;
            }
            let silicon = |accelerator: &accelspec::Accelerator| {
                Some((accelerator.transistors().ok()?.base(), accelerator.die_area().ok()?.base()))
            };
            let (Some((transistors, area)), Some((others, other_area))) = (silicon(one), silicon(other)) else {
                continue;
            };
            if close(transistors, others) != close(area, other_area) {
                breaches.push(format!(
                    "{} and {}: {:.1} and {:.1} G transistors on {:.0} and {:.0} mm²",
                    one.id,
                    other.id,
                    transistors / 1e9,
                    others / 1e9,
                    area * 1e6,
                    other_area * 1e6
                ));
            }
        }
    }
    none(&breaches);
}

/// Millions of transistors on a square millimetre that no logic of a node reaches, by `WikiChip`'s estimates of its densest cells: 91.2 for
/// N7 and 171.3 for N5P (<https://optocrypto.com/tsmc-n5p-5nm-transition-is-87-superior-to-7nm-node-in-terms-of-transistor-density>), and
/// 300 claimed for N3E (<https://www.angstronomics.com/p/the-truth-of-tsmc-5nm>). Older nodes are held to that of the next one listed.
fn densest(process: &str) -> f64 {
    let digits = process.split(|c: char| !c.is_ascii_digit()).find_map(|number| number.parse::<u32>().ok());
    match digits.unwrap_or(3) {
        0..=3 => 300.0,
        4..=6 => 171.3,
        _ => 91.2,
    }
}

#[test]
fn density_is_within_what_the_process_allows() {
    let mut breaches = Vec::new();
    for accelerator in accelspec::Catalog::builtin().accelerators() {
        let process = accelerator.figures.process.as_ref().and_then(|figure| figure.get().ok());
        let (Some(process), Ok(density)) = (process, Metric::TransistorDensity.read(accelerator)) else { continue };
        let millions = density.base() / 1e12;
        // Less than a twentieth of that would be one die's count on a package's area, or a slip of a digit.
        if millions > densest(process) || millions < densest(process) / 20.0 {
            breaches.push(format!("{}: {density} in {process}", accelerator.id));
        }
    }
    none(&breaches);
}
