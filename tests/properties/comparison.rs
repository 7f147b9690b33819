//! Laws of comparing, over pairs of the built-in catalog.

use accelspec::{Accelerator, Catalog, Metric, compare};
use proptest::prelude::*;
use proptest::sample::select;

fn accelerator() -> impl Strategy<Value = &'static Accelerator> {
    select(Catalog::builtin().accelerators().collect::<Vec<_>>())
}

fn ratio(subject: &Accelerator, baseline: &Accelerator, metric: Metric) -> Option<f64> {
    compare(subject, baseline).expect("one level").ratio(metric).ok().map(accelspec::Ratio::get)
}

proptest! {
    #[test]
    fn swapping_the_sides_inverts_every_ratio(a in accelerator(), b in accelerator()) {
        for metric in compare(a, b).expect("one level").metrics() {
            match (ratio(a, b, metric), ratio(b, a, metric)) {
                (Some(forth), Some(back)) => prop_assert!((forth * back - 1.0).abs() < 1e-14, "{}", metric),
                (forth, back) => prop_assert!(forth.is_none() && back.is_none(), "{}", metric),
            }
        }
    }

    #[test]
    fn ratios_compose_along_three(a in accelerator(), b in accelerator(), c in accelerator()) {
        for metric in compare(a, b).expect("one level").metrics() {
            if let (Some(ab), Some(bc), Some(ac)) = (ratio(a, b, metric), ratio(b, c, metric), ratio(a, c, metric)) {
                prop_assert!((ab * bc / ac - 1.0).abs() < 1e-14, "{}", metric);
            }
        }
    }

    #[test]
    fn an_accelerator_is_once_itself(a in accelerator()) {
        for metric in compare(a, a).expect("one level").metrics() {
            prop_assert!(ratio(a, a, metric).is_none_or(|ratio| ratio == 1.0), "{}", metric);
        }
    }

    #[test]
    fn a_printed_table_holds_what_it_compares(a in accelerator(), b in accelerator()) {
        let comparison = compare(a, b).expect("one level");
        let table = comparison.to_string();
        for metric in comparison.metrics() {
            let row = table.lines().find(|line| line.starts_with(&format!("{}  ", metric.label()))).expect("a row");
            match comparison.by(metric) {
                Ok(compared) => {
                    let texts = [compared.subject.to_string(), compared.baseline.to_string(), compared.ratio.to_string()];
                    prop_assert!(texts.iter().all(|text| row.contains(text)), "{}", row);
                }
                Err(_) => prop_assert!(row.contains(" - ") || row.ends_with(" -"), "{}", row),
            }
        }
    }

    #[test]
    fn a_line_is_broken_only_where_the_next_word_has_no_room(a in accelerator(), b in accelerator()) {
        let table = compare(a, b).expect("one level").to_string();
        let lines: Vec<_> = table.lines().skip_while(|line| *line != "notes" && *line != "sources").collect();
        for pair in lines.windows(2) {
            let further = pair[1].strip_prefix("      ").filter(|text| !text.starts_with("https://"));
            if let Some(word) = further.and_then(|text| text.split(' ').next()) {
                prop_assert!(pair[0].chars().count() + 1 + word.chars().count() > 100, "{}\n{}", pair[0], pair[1]);
            }
        }
    }

    #[test]
    fn a_printed_table_keeps_to_its_width_and_cites_every_number(a in accelerator(), b in accelerator()) {
        let table = compare(a, b).expect("one level").to_string();
        for line in table.lines().filter(|line| !line.contains("https://")) {
            prop_assert!(line.chars().count() <= 100, "{}", line);
        }
        let (rows, sources) = table.split_once("\nsources\n").expect("sources");
        for number in rows.split('[').skip(1).filter_map(|rest| rest.split_once(']')).map(|(number, _)| number) {
            if number.chars().all(|c| c.is_ascii_digit()) {
                prop_assert!(sources.contains(&format!("[{number}]")), "{}", number);
            }
        }
    }
}
