//! Each target, the figure beside it, and whether it is met.

#![allow(clippy::cast_precision_loss)] // no number here is near 2^53

use std::hint::black_box;
use std::time::{Duration, Instant};

use accelspec::{Catalog, SpecFile, audit_all, compare};

use crate::load::{load, parse, user_files};
use crate::look_up::plain_map;
use crate::pair;
use crate::scale::{APART, SCATTERED, front, order, ranking};
use crate::synthetic::{bytes, files, is_test, sizes};

pub(crate) fn print() {
    // As a test of itself, each runs once; what it prints then says nothing of the cost.
    let rounds = if is_test() { 1 } else { 25 };
    println!("{:<72} {:>9}   target", "", "measured");
    loading(rounds);
    looking_up(rounds);
    growing(rounds.min(5), sizes());
}

fn loading(rounds: usize) {
    let builtin = Catalog::builtin_files();
    let [floor, loaded] = medians(rounds, 1, [&mut || parsed(&builtin), &mut || Some(load(&builtin))]);
    at_most("load of the built-in text, over the floor", ratio(loaded, floor), 1.35);
    let user = user_files();
    let [floor, loaded] = medians(rounds, 40, [&mut || parsed(&user), &mut || Some(load(&user))]);
    at_most("load of a user's file, over the floor", ratio(loaded, floor), 1.35);
}

fn looking_up(rounds: usize) {
    let map = plain_map();
    for name in ["H100", "NVIDIA H100 SXM5 80GB"] {
        let mut plain = || none(map.get(black_box(name)));
        let mut found = || none(Catalog::builtin().find(black_box(name)));
        let [plain, found] = medians(rounds, 20_000, [&mut plain, &mut found]);
        at_most(&format!("find `{name}`, over a plain map"), ratio(found, plain), 2.0);
    }
    let mut plain = || none(map.get(black_box("H100")));
    let mut found = || none(Catalog::builtin().find(black_box("nvidia h-100")));
    let [plain_time, found] = medians(rounds, 20_000, [&mut plain, &mut found]);
    figure("find `nvidia h-100`, which the map does not know, over it", &format!("{:.2}", ratio(found, plain_time)));
    let mut identified = || none(Catalog::builtin().identify(black_box("NVIDIA H100 80GB HBM3")));
    let mut audited = || none(audit_all(Catalog::builtin()));
    let (subject, baseline) = pair();
    let mut compared = || none(compare(subject, baseline).expect("one level").to_string());
    let [plain, identified] = medians(rounds, 2_000, [&mut plain, &mut identified]);
    figure("identify `NVIDIA H100 80GB HBM3`, over a plain map", &format!("{:.1}", ratio(identified, plain)));
    let [compared] = medians(rounds, 20, [&mut compared]);
    figure("a full comparison, as text", &format!("{compared:.1?}"));
    let [audited] = medians(rounds.min(9), 1, [&mut audited]);
    figure("all claims audited", &format!("{audited:.1?}"));
}

/// A question over a whole catalog.
type Question<'q> = (&'static str, &'q dyn Fn(&Catalog) -> usize);

/// To order n things costs n log n, and more where they no longer fit the caches: so the front is set beside an order of the same readings.
fn growing(rounds: usize, sizes: &[usize]) {
    let questions: [Question<'_>; 5] = [
        ("ranking", &ranking),
        ("order, all on the front", &|catalog| order(catalog, &APART)),
        ("front, all on the front", &|catalog| front(catalog, &APART)),
        ("order, few on the front", &|catalog| order(catalog, &SCATTERED)),
        ("front, few on the front", &|catalog| front(catalog, &SCATTERED)),
    ];
    let (first, last) = (sizes[0], sizes[sizes.len() - 1]);
    let mut costs = [const { Vec::new() }; 5];
    let mut rates = Vec::new();
    for size in sizes {
        let files = files(*size);
        let [loading] = medians(rounds, (last / size / 10).max(1), [&mut || Some(load(&files))]);
        rates.push(bytes(&files) as f64 / loading.as_secs_f64());
        let catalog = load(&files);
        for ((_, question), costs) in questions.iter().zip(&mut costs) {
            let [cost] = medians(rounds, (last / size).max(1), [&mut || none(question(&catalog))]);
            costs.push(cost.as_secs_f64());
        }
    }
    let growth = |index: usize| {
        let (name, costs): (&str, &[f64]) = (questions[index].0, &costs[index]);
        let steps = sizes.windows(2).zip(costs.windows(2)).map(|(size, cost)| exponent(size, cost));
        let steps = steps.map(|step| format!("{step:.2}")).collect::<Vec<_>>().join(", ");
        let whole = exponent(&[first, last], &[costs[0], costs[costs.len() - 1]]);
        figure(&format!("{name}: exponent to {last} (steps {steps})"), &format!("{whole:.2}"));
        whole
    };
    growth(0);
    for (order, front) in [(1, 2), (3, 4)] {
        let above = -growth(order) + growth(front);
        at_most(&format!("{}: exponent above that of the order", questions[front].0), above, 0.05);
    }
    let (few, many) = (rates[0], rates[rates.len() - 1]);
    let name = format!("load of {last}, rate over that of {first} ({:.0} MB/s)", few / 1e6);
    line(&name, &format!("{:.2}", many / few), &format!("at least 0.80{}", missed(many / few >= 0.8)));
}

/// The exponent of the power of n that a cost grows by.
fn exponent(sizes: &[usize], costs: &[f64]) -> f64 {
    (costs[1] / costs[0]).ln() / (sizes[1] as f64 / sizes[0] as f64).ln()
}

/// The median time of each of several things done `often` in each round, one after the other. To drop what they load takes no part in it.
fn medians<const N: usize>(
    rounds: usize,
    often: usize,
    mut things: [&mut dyn FnMut() -> Option<Catalog>; N],
) -> [Duration; N] {
    let mut times = [const { Vec::new() }; N];
    for _ in 0..rounds {
        for (thing, times) in things.iter_mut().zip(&mut times) {
            let mut made = Vec::new();
            let begin = Instant::now();
            for _ in 0..often {
                made.extend(thing());
            }
            times.push(begin.elapsed() / u32::try_from(often).expect("a small number"));
        }
    }
    times.map(|mut times| {
        times.sort();
        times[times.len() / 2]
    })
}

/// The floor of loading.
fn parsed(files: &[SpecFile]) -> Option<Catalog> {
    parse(files);
    None
}

/// Done, and nothing was loaded.
fn none<T>(result: T) -> Option<Catalog> {
    let _ = black_box(result);
    None
}

fn ratio(time: Duration, least: Duration) -> f64 {
    time.as_secs_f64() / least.as_secs_f64()
}

fn at_most(name: &str, measured: f64, bound: f64) {
    line(name, &format!("{measured:.2}"), &format!("at most {bound:.2}{}", missed(measured <= bound)));
}

fn missed(met: bool) -> &'static str {
    if met { "" } else { ", MISSED" }
}

fn figure(name: &str, measured: &str) {
    line(name, measured, "");
}

fn line(name: &str, measured: &str, target: &str) {
    println!("{name:<72} {measured:>9}   {target}");
}
