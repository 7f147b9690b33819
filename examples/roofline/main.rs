//! Draws the rooflines of accelerators at one peak rate as an SVG file, and prints the sources of what it drew.
//!
//! ```text
//! cargo run --example roofline
//! cargo run --example roofline -- out.svg bf16 H100 MI300X B200 "Gaudi 3"
//! cargo run --example roofline -- sparse.svg "fp8 matrix 2:4" H200 MI325X
//! ```

mod drawing;
mod layout;

use std::collections::BTreeSet;
use std::error::Error;
use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::path::Path;
use std::process::ExitCode;

use accelspec::dimension::Dimension;
use accelspec::{Accelerator, Catalog, Metric, PeakKey, Quantity, Roofline};
use drawing::{COLOURS, draw};
use layout::Layout;

const USAGE: &str = "usage: roofline [FILE.svg [PEAK [NAME]...]], \
    such as: roofline out.svg bf16 H100 MI300X, or: roofline out.svg \"fp8 matrix 2:4\" H200";

const USUAL: [&str; 6] = ["H100", "H200", "MI300X", "B200", "Gaudi 3", "TPU v5p"];

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
    let mut words = arguments.iter().map(String::as_str);
    let path = words.next().unwrap_or("roofline.svg");
    if Path::new(path).extension().is_none_or(|extension| !extension.eq_ignore_ascii_case("svg")) {
        return Err(format!("`{path}` is no file name that ends in .svg\n{USAGE}").into());
    }
    let key: PeakKey = words.next().unwrap_or("bf16").parse().map_err(|error| format!("{error}\n{USAGE}"))?;
    let mut names: Vec<&str> = words.collect();
    if names.is_empty() {
        names.extend(USUAL);
    }
    let (mut roofs, mut seen): (Vec<Roof>, _) = (Vec::new(), BTreeSet::new());
    for name in names {
        let accelerator = Catalog::builtin().find(name).map_err(|error| format!("{error}\n{USAGE}"))?;
        if seen.insert(&accelerator.id) {
            match Roofline::of(accelerator, key) {
                Ok(roofline) => roofs.push(Roof { accelerator, roofline }),
                Err(absent) => eprintln!("left out: {absent}{}", instead(accelerator, key)),
            }
        }
    }
    if roofs.is_empty() {
        return Err(format!("none of them has a roofline at {key}; nothing is drawn").into());
    }
    if roofs.len() > COLOURS.len() {
        let (many, most) = (roofs.len(), COLOURS.len());
        return Err(format!("{many} lines cannot be told apart by colour; name at most {most}\n{USAGE}").into());
    }
    let mut report = String::new();
    for roof in &roofs {
        writeln!(report, "{}: ridge at {}", roof.accelerator.name, rounded(roof.roofline.ridge(), 2))?;
        for (what, metric) in metrics(key) {
            for input in metric.read(roof.accelerator)?.inputs() {
                let (published, source) = (&input.provenance.published, &input.provenance.citation.source);
                writeln!(report, "  {what} {published}, {} {}", source.id, source.url)?;
            }
        }
    }
    let mut svg = String::new();
    draw(&Layout::of(&roofs, key)?, &mut svg)?;
    std::fs::write(path, svg).map_err(|error| format!("{path}: {error}"))?;
    // A reader that stops reading, such as `head`, is no failure.
    let _ = io::stdout().write_all(report.as_bytes());
    Ok(())
}

struct Roof {
    accelerator: &'static Accelerator,
    roofline: Roofline,
}

fn metrics(key: PeakKey) -> [(&'static str, Metric); 2] {
    [("peak", Metric::Peak(key)), ("bandwidth", Metric::MemoryBandwidth)]
}

/// What a reader can ask for where there is no rate under a key.
fn instead(accelerator: &Accelerator, key: PeakKey) -> String {
    match Metric::Peak(key).read(accelerator) {
        Ok(vague) => {
            let open: Vec<_> =
                vague.inputs().flat_map(accelspec::Input::unstated).map(|what| what.to_string()).collect();
            if open.is_empty() {
                String::new()
            } else {
                format!("\n  recorded with {} unstated is {vague}", open.join(" and "))
            }
        }
        Err(gap) if gap.instead.is_empty() => String::new(),
        Err(gap) => {
            let others: Vec<_> = gap.instead.iter().map(|metric| format!("`{}`", metric.label())).collect();
            format!("\n  recorded is {}", others.join(", "))
        }
    }
}

/// A quantity as its own unit shows it, with so many digits after the first.
fn rounded<D: Dimension<Basis = ()>>(quantity: Quantity<D>, decimals: usize) -> String {
    let base = format!("{:.decimals$e}", quantity.base()).parse().unwrap_or(quantity.base());
    Quantity::<D>::from_base(base).unwrap_or(quantity).to_string()
}
