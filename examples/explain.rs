//! Tells what a number found elsewhere would be, best explanation first.
//!
//! ```text
//! cargo run --example explain -- H100 peak "1979 TFLOP/s" --precision bf16
//! cargo run --example explain -- MI300X memory-capacity "206 GB"
//! ```

use std::error::Error;
use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::process::ExitCode;

use accelspec::{Catalog, Found, Hints, Vocabulary, explain};

const USAGE: &str = "usage: explain NAME KIND VALUE [--precision P] [--engine E] [--sparsity S], \
    such as: explain H100 peak \"1979 TFLOP/s\" --precision bf16";

fn main() -> ExitCode {
    match run(&std::env::args().skip(1).collect::<Vec<_>>()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<(), Box<dyn Error>> {
    let [name, kind, value, options @ ..] = arguments else { return Err(USAGE.into()) };
    let catalog = Catalog::builtin();
    let mut hints = Hints::among(catalog);
    for option in options.chunks(2) {
        match option {
            [name, word] if name == "--precision" => hints.precision = Some(word.parse()?),
            [name, word] if name == "--engine" => hints.engine = Some(word.parse()?),
            [name, word] if name == "--sparsity" => hints.sparsity = Some(word.parse()?),
            _ => return Err(USAGE.into()),
        }
    }
    let accelerator = catalog.find(name)?;
    let kind = accelspec::FigureKind::from_word(kind)?;
    let found = Found::read(kind, value)?;
    let explanations = explain(accelerator, &found, &hints);
    let mut answer = String::new();
    if explanations.is_empty() {
        writeln!(answer, "no explanation: nothing in the catalog leads from {} to {value}", accelerator.name)?;
    }
    for (index, explanation) in explanations.iter().enumerate() {
        writeln!(answer, "{}. {explanation}\n   {}", index + 1, explanation.citation.source.url)?;
    }
    // A reader that stops reading, such as `head`, is no failure.
    let _ = io::stdout().write_all(answer.as_bytes());
    Ok(())
}
