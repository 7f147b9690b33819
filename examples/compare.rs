//! Sets two accelerators, or two systems, side by side.
//!
//! ```text
//! cargo run --example compare -- MI300X H100
//! ```

use std::error::Error;
use std::io::Write;
use std::process::ExitCode;

use accelspec::{Catalog, compare};

fn main() -> ExitCode {
    let names: Vec<String> = std::env::args().skip(1).collect();
    let [subject, baseline] = names.as_slice() else {
        eprintln!("usage: compare SUBJECT BASELINE, such as: compare MI300X H100");
        return ExitCode::FAILURE;
    };
    match table(subject, baseline) {
        Ok(table) => match std::io::stdout().write_all(table.as_bytes()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        },
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn table(subject: &str, baseline: &str) -> Result<String, Box<dyn Error>> {
    let catalog = Catalog::builtin();
    let comparison = compare(catalog.find_product(subject)?, catalog.find_product(baseline)?)?;
    Ok(comparison.to_string())
}
