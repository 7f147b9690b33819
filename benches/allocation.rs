//! What is held and what is allocated, beside what is aimed at.
//!
//! ```text
//! cargo bench --bench allocation
//! ```

use std::hint::black_box;

use accelspec::{Accelerator, Catalog, Comparison, Metric, SpecFile, compare, memory_bandwidth};
use allocation_counter::{AllocationInfo, measure};

#[path = "catalog/synthetic.rs"]
#[allow(dead_code)]
mod synthetic;

fn main() {
    println!("{:<56} {:>12}   target", "", "measured");
    let builtin = Catalog::builtin_files();
    holding("the built-in text", &builtin);
    for size in synthetic::sizes().iter().take(3) {
        holding(&format!("{size} made-up accelerators"), &synthetic::files(*size));
    }
    asking();
}

/// What a loaded catalog holds, and the most that loading it held, over the size of its text.
fn holding(name: &str, files: &[SpecFile]) {
    let mut catalog = None;
    let info = measure(|| catalog = Some(Catalog::from_files(files).expect("valid")));
    let accelerators = catalog.as_ref().map_or(0, |catalog| catalog.accelerators().count());
    let text = bytes(synthetic::bytes(files));
    let held = bytes(info.bytes_current);
    let target = if held < 2.0 * text { "below 2.00" } else { "below 2.00, MISSED" };
    line(&format!("held for {name}, over its size"), &format!("{:.2}", held / text), target);
    line(&format!("held for {name}, per accelerator"), &format!("{:.0} B", held / bytes(accelerators)), "");
    line(&format!("most held to load {name}, over its size"), &format!("{:.2}", bytes(info.bytes_max) / text), "");
}

/// What questions of one or two accelerators allocate, once they are loaded.
fn asking() {
    let found = |name| Catalog::builtin().find(name).expect("built in");
    let (subject, baseline) = (found("MI300X"), found("H100"));
    allocations("find `H100`", 0, || _ = black_box(found(black_box("H100"))));
    allocations("one ratio", 0, || _ = black_box(memory_bandwidth(subject, baseline).expect("both known").ratio));
    let metric: Metric = "peak-per-watt bf16".parse().expect("a metric");
    allocations("one derived ratio", 0, || _ = black_box(both(subject, baseline).ratio(metric).expect("both known")));
    let whole = measure(|| _ = black_box(both(subject, baseline).to_string()));
    line("a full comparison, as text", &format!("{} times", whole.count_total), "");
}

fn both(subject: &'static Accelerator, baseline: &'static Accelerator) -> Comparison<'static> {
    compare(subject, baseline).expect("one level")
}

fn allocations(name: &str, most: u64, question: impl Fn()) {
    let AllocationInfo { count_total, .. } = measure(&question);
    let missed = if count_total > most { ", MISSED" } else { "" };
    line(&format!("{name} allocates"), &format!("{count_total} times"), &format!("at most {most}{missed}"));
}

#[allow(clippy::cast_precision_loss)] // no size here is near 2^53
fn bytes(count: impl TryInto<u64>) -> f64 {
    count.try_into().unwrap_or_default() as f64
}

fn line(name: &str, measured: &str, target: &str) {
    println!("{name:<56} {measured:>12}   {target}");
}
