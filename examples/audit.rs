//! Audits published ratios: all of them by verdict, or those between two products.
//!
//! ```text
//! cargo run --example audit
//! cargo run --example audit -- B200 H100
//! ```

use std::io::{self, Write};
use std::process::ExitCode;

use accelspec::{Audit, Catalog, Verdict, Vocabulary, audit_all, audit_between, tally};

fn main() -> ExitCode {
    let catalog = Catalog::builtin();
    let names: Vec<String> = std::env::args().skip(1).collect();
    let audits = match names.as_slice() {
        [] => Ok(audit_all(catalog)),
        [subject, baseline] => catalog
            .find_product(subject)
            .and_then(|subject| Ok(audit_between(catalog, subject, catalog.find_product(baseline)?))),
        _ => {
            eprintln!("usage: audit [SUBJECT BASELINE], such as: audit B200 H100");
            return ExitCode::FAILURE;
        }
    };
    match audits {
        Ok(audits) if audits.is_empty() => {
            println!("no claim on record sets {} against {}", names[0], names[1]);
            ExitCode::SUCCESS
        }
        Ok(audits) => match print(catalog, &audits, names.is_empty()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        },
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn print(catalog: &Catalog, audits: &[Audit<'_>], all: bool) -> io::Result<()> {
    let mut out = io::stdout().lock();
    for (verdict, _) in Verdict::WORDS {
        let with = || audits.iter().filter(|audit| audit.verdict == *verdict);
        if with().next().is_some() {
            writeln!(out, "== {verdict}: {}\n", with().count())?;
        }
        for audit in with() {
            writeln!(out, "{audit}\n")?;
        }
    }
    if all {
        writeln!(out, "{}", tally(catalog, audits))?;
    }
    Ok(())
}
