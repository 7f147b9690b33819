//! Adds a spec file of one's own to the built-in catalog, and shows what a mistake in it looks like.
//!
//! ```text
//! cargo run --example custom
//! ```

use std::error::Error;
use std::io::Write;

use accelspec::{Catalog, SpecFile, compare};

const MINE: &str = r#"
[[source]]
id = "acme-a1-sheet"
publisher = "Acme"
title = "A1 data sheet"
url = "https://example.com/a1.pdf"
date = "2026-10"
evidence = "datasheet"

[[accelerator]]
id = "acme-a1"
name = "Acme A1"
vendor = "Acme"
kind = "asic"
aliases = ["A-One"]
transistors = { value = "100 billion", source = "acme-a1-sheet" }
tdp = { value = "350 W", source = "acme-a1-sheet" }
memory-capacity = { value = "144 GB", source = "acme-a1-sheet" }
memory-bandwidth = { value = "4,800 GB/s", source = "acme-a1-sheet" }
peak = [
  { precision = "bf16", engine = "matrix", sparsity = "dense", value = "800 TFLOP/s", source = "acme-a1-sheet" },
]
"#;

/// The same with three mistakes: a unit, a source, a sign.
fn mistaken() -> String {
    MINE.replace("350 W", "350 Watts")
        .replace("\"144 GB\", source = \"acme-a1-sheet\"", "\"144 GB\", source = \"acme-a1\"")
        .replace("800 T", "-800 T")
}

/// One figure of a built-in accelerator, replaced.
const CORRECTION: &str = r#"
[[source]]
id = "our-power-meter"
publisher = "us"
title = "Power of our H100s, limited"
url = "https://example.com/power"
evidence = "independent"

[[accelerator]]
id = "nvidia-h100-sxm5-80gb"
tdp = { value = "500 W", source = "our-power-meter", note = "as we have limited it" }
"#;

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "A file with mistakes is refused whole, each mistake with its place and its mend:\n")?;
    match Catalog::builtin().with_files(&[SpecFile::new("mine.toml", mistaken())]) {
        Ok(_) => return Err("the mistakes went unnoticed".into()),
        Err(error) => writeln!(out, "{error}")?,
    }

    writeln!(out, "\nMended, it stands beside the built-in catalog:\n")?;
    let catalog = Catalog::builtin().with_files(&[SpecFile::new("mine.toml", MINE)])?;
    write!(out, "{}", compare(catalog.find("a one")?, catalog.find("H100")?)?)?;

    writeln!(out, "\nA file loaded as an override replaces what it names, and nothing else:\n")?;
    let catalog = catalog.overridden_by(&[SpecFile::new("correction.toml", CORRECTION)])?;
    let h100 = catalog.find("H100")?;
    writeln!(out, "{}: {} and still {}", h100.name, h100.tdp()?, h100.memory_capacity()?)?;
    writeln!(out, "built in: {}", Catalog::builtin().find("H100")?.tdp()?)?;
    Ok(())
}
