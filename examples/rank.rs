//! Ranks the catalog's accelerators by a metric, best first, and says what the others lack.
//!
//! ```text
//! cargo run --example rank -- memory-bandwidth
//! cargo run --example rank -- peak fp8 matrix 2:4
//! ```

use std::io::{self, Write};
use std::process::ExitCode;

use accelspec::{Absence, Catalog, Metric, rank};

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match words.join(" ").parse() {
        Ok(metric) => match print(metric) {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        },
        Err(error) => {
            eprintln!("{error}\nusage: rank METRIC [QUALIFIERS], such as: rank peak bf16");
            ExitCode::FAILURE
        }
    }
}

fn print(metric: Metric) -> io::Result<()> {
    let mut out = io::stdout().lock();
    let ranking = rank(Catalog::builtin().accelerators(), metric);
    writeln!(out, "{metric}")?;
    for (place, ranked) in ranking.ranked.iter().enumerate() {
        let (name, value) = (&ranked.accelerator.name, metric.show(ranked.reading.base()));
        let unstated = ranked.reading.inputs().flat_map(accelspec::Input::unstated);
        let mark = unstated.map(|what| format!("  ({what} unstated)")).collect::<Vec<_>>().concat();
        writeln!(out, "{:>4}  {name:<40}  {value}{mark}", place + 1)?;
    }
    let (silent, unrecorded): (Vec<_>, Vec<_>) = ranking
        .absent
        .iter()
        .partition(|absent| absent.gap.absence != Absence::NotRecorded || !absent.gap.instead.is_empty());
    for absent in silent {
        writeln!(out, "   -  {:<40}  {}", absent.accelerator.name, absent.gap)?;
    }
    if !unrecorded.is_empty() {
        let names: Vec<_> = unrecorded.iter().map(|absent| absent.accelerator.name.as_str()).collect();
        writeln!(out, "not recorded: {}", names.join(", "))?;
    }
    Ok(())
}
