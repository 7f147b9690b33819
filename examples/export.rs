//! Writes the whole catalog as one table, a row for each figure and each dissenting statement, as CSV or as JSON.
//!
//! How many rows stand on which kind of evidence goes to standard error.
//!
//! ```text
//! cargo run --example export -- csv > accelerators.csv
//! cargo run --example export -- json > accelerators.json
//! ```

use std::collections::BTreeMap;
use std::error::Error;
use std::io;
use std::process::ExitCode;

use accelspec::{Catalog, Row};

fn main() -> ExitCode {
    let rows = Catalog::builtin().rows();
    let written = match std::env::args().nth(1).as_deref() {
        Some("csv") => csv(&rows),
        Some("json") => serde_json::to_writer_pretty(io::stdout().lock(), &rows).map_err(Into::into),
        _ => Err("usage: export csv, or: export json".into()),
    };
    if let Err(error) = written {
        eprintln!("{error}");
        return ExitCode::FAILURE;
    }
    count(&rows);
    ExitCode::SUCCESS
}

fn csv(rows: &[Row<'_>]) -> Result<(), Box<dyn Error>> {
    let mut writer = csv::Writer::from_writer(io::stdout().lock());
    for row in rows {
        writer.serialize(row)?;
    }
    Ok(writer.flush()?)
}

/// Says how many preferred figures and how many dissenting statements stand on each kind of evidence.
fn count(rows: &[Row<'_>]) {
    let mut kinds: BTreeMap<String, [usize; 2]> = BTreeMap::new();
    for row in rows {
        kinds.entry(row.evidence.to_string()).or_default()[usize::from(!row.preferred)] += 1;
    }
    eprintln!("{:<12} {:>9} {:>7}", "evidence", "preferred", "dissent");
    for (kind, [preferred, dissent]) in kinds {
        eprintln!("{kind:<12} {preferred:>9} {dissent:>7}");
    }
}
