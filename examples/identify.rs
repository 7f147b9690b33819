//! Tells which accelerator each reported name is: names on standard input, one a line.
//!
//! Prints the name, a tab, the id or `?`, and a tab and what else there is to say: the slice that the name speaks of, or why it leads to
//! no accelerator.
//!
//! ```text
//! nvidia-smi --query-gpu=name --format=csv,noheader | cargo run --example identify
//! ```

use std::io::{self, BufRead, Write};

use accelspec::Catalog;

fn main() -> io::Result<()> {
    let catalog = Catalog::builtin();
    let mut out = io::stdout().lock();
    for name in io::stdin().lock().lines() {
        let name = name?;
        match catalog.identify(&name) {
            Ok(found) => match found.slice {
                None => writeln!(out, "{name}\t{}\t", found.accelerator.id)?,
                Some(slice) => writeln!(out, "{name}\t{}\ta slice of it, {slice}", found.accelerator.id)?,
            },
            Err(error) => writeln!(out, "{name}\t?\t{error}")?,
        }
    }
    Ok(())
}
