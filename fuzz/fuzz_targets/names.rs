//! Any text as a name: it leads to a product that has it, or to an error that says what was asked for.
//!
//! The first line is the name. The second, if there is one, holds what else is known of a device: its memory, PCI id and gfx target.

#![no_main]

#[path = "../../tests/laws"]
mod laws {
    pub(crate) mod message;
    pub(crate) mod names;
}

use accelspec::{Catalog, DeviceHints};
use libfuzzer_sys::fuzz_target;

use crate::laws::names::{identify, look_up};

fuzz_target!(|text: &str| {
    let (name, known) = text.split_once('\n').unwrap_or((text, ""));
    let mut hints = known.split(' ');
    let hints = DeviceHints {
        memory_mib: hints.next().and_then(|memory| memory.parse().ok()),
        pci_id: hints.next().and_then(|id| id.parse().ok()),
        gfx: hints.next().filter(|target| !target.is_empty()),
    };
    look_up(Catalog::builtin(), name);
    identify(Catalog::builtin(), name, &hints);
});
