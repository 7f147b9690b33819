//! How the cost of questions over all accelerators grows with their number.

use std::cmp::Ordering::{self, Equal};
use std::hint::black_box;

use accelspec::{Catalog, Metric, pareto, rank};
use divan::Bencher;

use crate::synthetic::{catalog, sizes};

/// By these two, no accelerator of the made-up ones beats another.
pub(crate) const APART: [Metric; 2] = [Metric::MemoryCapacity, Metric::Tdp];

/// By these two, nearly all are beaten.
pub(crate) const SCATTERED: [Metric; 2] = [Metric::MemoryBandwidth, Metric::Tdp];

pub(crate) fn ranking(catalog: &Catalog) -> usize {
    rank(black_box(catalog).accelerators(), Metric::MemoryBandwidth).ranked.len()
}

pub(crate) fn front(catalog: &Catalog, metrics: &[Metric]) -> usize {
    pareto(black_box(catalog).accelerators(), metrics).front.len()
}

/// The floor of a front: the same readings, put in order.
pub(crate) fn order(catalog: &Catalog, metrics: &[Metric]) -> usize {
    let read = |accelerator| metrics.iter().map(|metric| metric.read(accelerator).expect("recorded").base()).collect();
    let mut points: Vec<Vec<f64>> = black_box(catalog).accelerators().map(read).collect();
    points.sort_by(|one, other| {
        one.iter().zip(other).map(|(one, other)| one.total_cmp(other)).fold(Equal, Ordering::then)
    });
    black_box(points).len()
}

#[divan::bench(args = sizes(), max_time = 1)]
fn ranked(bencher: Bencher, accelerators: usize) {
    let catalog = catalog(accelerators);
    bencher.bench(|| ranking(catalog));
}

#[divan::bench(args = sizes(), max_time = 1)]
fn front_of_all(bencher: Bencher, accelerators: usize) {
    let catalog = catalog(accelerators);
    bencher.bench(|| front(catalog, &APART));
}

#[divan::bench(args = sizes(), max_time = 1)]
fn front_of_few(bencher: Bencher, accelerators: usize) {
    let catalog = catalog(accelerators);
    bencher.bench(|| front(catalog, &SCATTERED));
}
