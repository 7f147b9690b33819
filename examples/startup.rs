//! How long it takes from nothing loaded to the first answers: of one product, of two, of all accelerators, of all claims.
//!
//! ```text
//! cargo run --release --example startup
//! ```

use std::error::Error;
use std::io::Write;
use std::time::Instant;

use accelspec::{Catalog, Metric, rank};

fn main() -> Result<(), Box<dyn Error>> {
    timed("one product", || {
        let power = Catalog::builtin().find("H100")?.tdp()?;
        Ok(format!("TDP of H100: {power}"))
    })?;
    timed("two products", || {
        let (one, other) = (Catalog::builtin().find("MI300X")?, Catalog::builtin().find("H100")?);
        let read = |metric: Metric| Ok(format!("{} {} / {}", metric.label(), metric.read(one)?, metric.read(other)?));
        let metrics = [Metric::MemoryBandwidth, Metric::MemoryCapacity, Metric::Tdp];
        let answers: Result<Vec<String>, Box<dyn Error>> = metrics.into_iter().map(read).collect();
        Ok(format!("MI300X against H100: {}", answers?.join("; ")))
    })?;
    timed("all accelerators", || {
        let ranking = rank(Catalog::builtin().accelerators(), Metric::MemoryBandwidth);
        let first = ranking.ranked.first().ok_or("no accelerator has a memory bandwidth")?;
        Ok(format!("most memory bandwidth of {}: {}, {}", ranking.ranked.len(), first.accelerator.name, first.reading))
    })?;
    timed("all claims", || {
        let bold = Catalog::builtin().claims().filter(|claim| claim.improvement().get() >= 10.0).count();
        Ok(format!("ten times or more: {bold} of {}", Catalog::builtin().claims().count()))
    })
}

/// Prints an answer with the time that it took. What one question loads is there for the next.
fn timed(question: &str, answer: impl FnOnce() -> Result<String, Box<dyn Error>>) -> Result<(), Box<dyn Error>> {
    let begin = Instant::now();
    let answer = answer()?;
    Ok(writeln!(std::io::stdout(), "{question:<17} {:>7} µs   {answer}", begin.elapsed().as_micros())?)
}
