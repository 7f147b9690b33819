//! Many of one product: power, a year's energy, memory, rate and price, and how many of others do as much.
//!
//! ```text
//! cargo run --example fleet -- 2000000 H100 61
//! cargo run --example fleet -- 10000 B200 80 1.3
//! ```

use std::error::Error;
use std::io::{self, Write};
use std::process::ExitCode;

use accelspec::{Catalog, Currency, Fleet, Metric, PeakKey, Precision, Quantity, Ratio, dimension::Share};

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match fleet(&words) {
        Ok((fleet, utilization)) => match print(&fleet, utilization) {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        },
        Err(error) => {
            eprintln!("{error}");
            eprintln!(
                "usage: fleet COUNT NAME [PERCENT OF FULL LOAD] [OVERHEAD FACTOR], such as: fleet 2000000 H100 61 1.3"
            );
            ExitCode::FAILURE
        }
    }
}

fn fleet(words: &[String]) -> Result<(Fleet<'static>, Quantity<Share>), Box<dyn Error>> {
    let [count, name, rest @ ..] = words else { return Err("how many, and of what?".into()) };
    let utilization = rest.first().map_or(Ok("100 %".parse()?), |percent| format!("{percent} %").parse())?;
    let overhead = rest.get(1).map_or(Ok(1.0), |factor| {
        factor.parse().map_err(|_| format!("`{factor}` is no factor; write a number such as 1.3"))
    })?;
    let count = count.parse().map_err(|_| format!("`{count}` is no count; write a whole number"))?;
    let fleet = Fleet::of(Catalog::builtin().find_product(name)?, count)?;
    Ok((fleet.with_overhead(Ratio::new(overhead)?), utilization))
}

fn print(fleet: &Fleet<'_>, utilization: Quantity<Share>) -> io::Result<()> {
    let mut out = io::stdout().lock();
    let product = fleet.product();
    writeln!(out, "{} times {}", fleet.count(), product.name())?;
    line(&mut out, "power at full load", fleet.power())?;
    let energy = fleet.energy_per_year(utilization);
    line(&mut out, &format!("a year at {utilization}"), energy.map(Quantity::watt_hours))?;
    line(&mut out, "memory", fleet.memory())?;
    let bf16 = PeakKey::dense_matrix(Precision::Bf16);
    line(&mut out, "bf16, dense", fleet.peak(bf16).map(|rate| Precision::Bf16.show(rate)))?;
    line(&mut out, "price", fleet.price(Currency::Usd))?;
    let catalog = Catalog::builtin();
    for reference in catalog.references() {
        let used = reference.energy.as_ref().and_then(|figure| figure.get().ok());
        if let Some(share) =
            used.and_then(|used| fleet.utilization_for(*used).ok()).filter(|share| (0.01..=1.0).contains(&share.base()))
        {
            writeln!(out, "{}: reached at {share:.1} of full load", reference.name)?;
        }
    }
    for other in ["H100", "H200 SXM 141GB", "B200", "MI300X", "Gaudi 3"] {
        let matched = catalog.find(other).ok().and_then(|other| fleet.matched_by(other, Metric::Peak(bf16)).ok());
        if let Some(matched) = matched {
            writeln!(out, "as many bf16 operations: {} times {}", matched.count(), matched.product().name())?;
        }
    }
    Ok(())
}

fn line<V: std::fmt::Display, E: std::fmt::Display>(
    out: &mut impl Write,
    label: &str,
    value: Result<V, E>,
) -> io::Result<()> {
    match value {
        Ok(value) => writeln!(out, "{label}: {value}"),
        Err(reason) => writeln!(out, "{label}: {reason}"),
    }
}
