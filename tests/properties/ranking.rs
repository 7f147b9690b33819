//! Laws of ranking and of the Pareto front, over made-up accelerators.

use std::fmt::Write;

use accelspec::{Accelerator, Better, Catalog, Metric, SpecFile, pareto, rank};
use proptest::prelude::*;

const SOURCE: &str = "[[source]]\nid = \"s\"\npublisher = \"P\"\ntitle = \"T\"\nurl = \"https://example.com\"\nevidence = \"datasheet\"\n";

/// One made-up accelerator: figures that may be missing or undisclosed. Few values, so that ties are common.
#[derive(Clone, Debug)]
struct Made {
    power: Option<u8>,
    memory: Option<u8>,
    bandwidth: Option<u8>,
}

fn made() -> impl Strategy<Value = Vec<Made>> {
    let figure = || prop_oneof![8 => (1..8u8).prop_map(Some), 1 => Just(None), 1 => Just(Some(0))];
    let made = (figure(), figure(), figure()).prop_map(|(power, memory, bandwidth)| Made { power, memory, bandwidth });
    prop::collection::vec(made, 0..24)
}

/// A catalog of them; a zero stands for an undisclosed figure.
fn catalog(made: &[Made]) -> Catalog {
    let mut text = SOURCE.to_owned();
    for (index, made) in made.iter().enumerate() {
        let _ = writeln!(
            text,
            "[[accelerator]]\nid = \"a{index}\"\nname = \"V A{index}\"\nvendor = \"V\"\nkind = \"asic\""
        );
        let figures = [
            ("tdp", made.power, "0 W"),
            ("memory-capacity", made.memory, "6 GB"),
            ("memory-bandwidth", made.bandwidth, " TB/s"),
        ];
        for (key, value, unit) in figures {
            let _ = match value {
                None => Ok(()),
                Some(0) => writeln!(text, "{key} = {{ absent = \"undisclosed\", source = \"s\" }}"),
                Some(value) => writeln!(text, "{key} = {{ value = \"{value}{unit}\", source = \"s\" }}"),
            };
        }
    }
    Catalog::from_files(&[SpecFile::new("made.toml", text)]).unwrap_or_else(|error| panic!("{error}"))
}

fn ids<'a>(accelerators: impl Iterator<Item = &'a Accelerator>) -> Vec<&'a str> {
    accelerators.map(|accelerator| accelerator.id.as_str()).collect()
}

/// Whether the one is at least as good by each metric, and better by one.
fn beats(one: &Accelerator, other: &Accelerator, metrics: &[Metric]) -> bool {
    let pairs = metrics.iter().map(|metric| {
        let read = |accelerator| metric.read(accelerator).expect("known").base();
        let (one, other): (f64, f64) = (read(one), read(other));
        if metric.better() == Better::Higher { (one, other) } else { (other, one) }
    });
    let pairs: Vec<_> = pairs.collect();
    pairs.iter().all(|(one, other)| one >= other) && pairs.iter().any(|(one, other)| one > other)
}

proptest! {
    #[test]
    fn a_ranking_is_a_sorted_permutation(made in made()) {
        let catalog = catalog(&made);
        for metric in [Metric::Tdp, Metric::MemoryCapacity] {
            let ranking = rank(catalog.accelerators(), metric);
            let mut all = ids(ranking.ranked.iter().map(|ranked| ranked.accelerator));
            all.extend(ids(ranking.absent.iter().map(|absent| absent.accelerator)));
            all.sort_unstable();
            prop_assert_eq!(all, ids(catalog.accelerators()));
            let bases: Vec<f64> = ranking.ranked.iter().map(|ranked| ranked.reading.base()).collect();
            let sorted = if metric.better() == Better::Lower { bases.is_sorted() } else { bases.iter().rev().is_sorted() };
            prop_assert!(sorted);
            prop_assert!(ranking.absent.iter().all(|absent| metric.read(absent.accelerator).is_err()));
        }
    }

    #[test]
    fn a_ranking_does_not_depend_on_the_order_of_its_input(made in made(), rotation in 0..24usize) {
        let catalog = catalog(&made);
        let mut shuffled: Vec<_> = catalog.accelerators().collect();
        shuffled.reverse();
        let turn = rotation.min(shuffled.len());
        shuffled.rotate_left(turn);
        let order = |ranking: accelspec::Ranking<'_>| {
            let ranked: Vec<_> = ranking.ranked.iter().map(|ranked| ranked.accelerator.id.clone()).collect();
            (ranked, ranking.absent.iter().map(|absent| absent.accelerator.id.clone()).collect::<Vec<_>>())
        };
        prop_assert_eq!(order(rank(catalog.accelerators(), Metric::Tdp)), order(rank(shuffled, Metric::Tdp)));
    }

    #[test]
    fn a_front_is_what_none_beats(made in made()) {
        let catalog = catalog(&made);
        // By more than two metrics another search is used than by two.
        let metrics = [Metric::Tdp, Metric::MemoryCapacity, Metric::MemoryBandwidth];
        for metrics in [&metrics[..], &metrics[..2], &metrics[1..2], &[][..]] {
            let found = pareto(catalog.accelerators(), metrics);
            let front: Vec<_> = found.front.iter().map(|point| point.accelerator).collect();
            let dropped: Vec<_> = found.dominated.iter().map(|dropped| dropped.accelerator).collect();
            for point in &front {
                prop_assert!(!front.iter().chain(&dropped).any(|other| beats(other, point, metrics)));
            }
            for dropped in &found.dominated {
                prop_assert!(beats(dropped.by, dropped.accelerator, metrics));
                prop_assert!(front.iter().any(|point| point.id == dropped.by.id));
            }
            let mut all = ids(front.into_iter().chain(dropped).chain(found.absent.iter().map(|absent| absent.accelerator)));
            all.sort_unstable();
            prop_assert_eq!(all, ids(catalog.accelerators()));
        }
    }

    #[test]
    fn a_front_does_not_depend_on_the_order_of_its_input(made in made()) {
        let catalog = catalog(&made);
        let metrics = [Metric::Tdp, Metric::MemoryCapacity];
        let mut reversed: Vec<_> = catalog.accelerators().collect();
        reversed.reverse();
        let front = |found: accelspec::Pareto<'_>| found.front.iter().map(|point| point.accelerator.id.clone()).collect::<Vec<_>>();
        prop_assert_eq!(front(pareto(catalog.accelerators(), &metrics)), front(pareto(reversed, &metrics)));
    }
}
