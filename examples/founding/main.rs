//! Answers the thirty statements that the project began from: what newspapers and a book said of AI chips, and what the catalog says of it.
//!
//! ```text
//! cargo run --example founding
//! ```

mod answers;
mod chips;
mod claims;
mod fleets;

use std::io::{self, Write};
use std::process::ExitCode;

use accelspec::Catalog;

fn main() -> ExitCode {
    match print() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn print() -> Result<(), Box<dyn std::error::Error>> {
    let answers = answers::answers(Catalog::builtin())?;
    let mut out = io::stdout().lock();
    for answer in answers {
        // A reader that has seen enough is no fault.
        if writeln!(out, "{answer}").is_err() {
            break;
        }
    }
    Ok(())
}
