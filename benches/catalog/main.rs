//! What the catalog costs, each cost beside the least that it could be, and what is aimed at.
//!
//! ```text
//! cargo bench --bench catalog
//! ```
//!
//! First come the targets, where both sides of a ratio are measured in turn, round by round, so that what slows the machine slows both;
//! then divan's tables.

mod load;
mod look_up;
mod question;
mod scale;
mod synthetic;
mod targets;

use accelspec::{Accelerator, Catalog};

fn main() {
    // The first use loads the catalog; the questions are timed without it.
    assert!(Catalog::builtin().measurements().count() > 0);
    targets::print();
    divan::main();
}

/// Two accelerators that have many figures.
fn pair() -> (&'static Accelerator, &'static Accelerator) {
    let found = |name| Catalog::builtin().find(name).expect("built in");
    (found("MI300X"), found("H100"))
}
