//! Shows one spec sheet: every figure with its source, and what other sources say.
//!
//! ```text
//! cargo run --example show -- B100
//! ```

use std::io::{self, Write};
use std::process::ExitCode;

use accelspec::{Catalog, Entry, Party, Product};

fn main() -> ExitCode {
    let name = std::env::args().skip(1).collect::<Vec<_>>().join(" ");
    if name.is_empty() {
        eprintln!("usage: show NAME, such as: show MI300X");
        return ExitCode::FAILURE;
    }
    match Catalog::builtin().find_product(&name) {
        Ok(product) => match show(product) {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        },
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn show(product: Product<'_>) -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "{} ({})", product.name(), product.id())?;
    match product {
        Product::Accelerator(accelerator) => writeln!(out, "kind: {}, by {}", accelerator.kind, accelerator.vendor)?,
        Product::System(system) => {
            for member in &system.members {
                writeln!(out, "holds {} x {}", member.count, member.accelerator.name)?;
            }
        }
    }
    writeln!(out, "also called: {}", product.aliases().join(", "))?;

    let sheet = product.figures().entries();
    let mut sources: Vec<String> = Vec::new();
    let mut number = |source: String| -> usize {
        let known = sources.iter().position(|known| *known == source);
        known.unwrap_or_else(|| {
            sources.push(source);
            sources.len() - 1
        }) + 1
    };
    writeln!(out)?;
    for Entry { name, key, provenance, .. } in sheet {
        let label = format!("{name} {key}");
        let cited = |citation: &accelspec::Citation| format!("{citation}\n       {}", citation.source.url);
        let qualifiers: Vec<_> = provenance.qualifiers.iter().map(|qualifier| format!(" ({qualifier})")).collect();
        let value = format!("{}{}", provenance.published, qualifiers.concat());
        writeln!(out, "{label:<44}  {value} [{}]", number(cited(&provenance.citation)))?;
        for (what, text) in [("preferred because", provenance.because()), ("note:", provenance.note.as_deref())] {
            if let Some(text) = text {
                writeln!(out, "    {what} {text}")?;
            }
        }
        for dissent in provenance.dissent() {
            writeln!(out, "    but {} [{}]: {}", dissent.published, number(cited(&dissent.citation)), dissent.why)?;
        }
    }

    let claims = Catalog::builtin().claims().filter(|claim| claim.subject == Party::Product(product.id().clone()));
    for (index, claim) in claims.enumerate() {
        if index == 0 {
            writeln!(out, "\nclaims")?;
        }
        writeln!(out, "  \"{}\" ({}, against {})", claim.as_printed, claim.metric, claim.baseline)?;
    }
    writeln!(out, "\nsources")?;
    for (index, source) in sources.iter().enumerate() {
        writeln!(out, "{:>6} {source}", format!("[{}]", index + 1))?;
    }
    Ok(())
}
