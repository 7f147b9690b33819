//! Loading beside the floor: the same text parsed into tables by the TOML parser, and no further.

use std::hint::black_box;

use accelspec::{Catalog, SpecFile};
use divan::Bencher;
use divan::counter::BytesCount;
use toml::de::DeTable;

use crate::synthetic;

/// A file such as a user has: a family of twenty.
pub(crate) fn user_files() -> Vec<SpecFile> {
    synthetic::files(20)
}

pub(crate) fn parse(files: &[SpecFile]) {
    for file in files {
        let _ = black_box(DeTable::parse(black_box(file.text())).expect("valid"));
    }
}

pub(crate) fn load(files: &[SpecFile]) -> Catalog {
    Catalog::from_files(black_box(files)).expect("valid")
}

fn floor_of(bencher: Bencher, files: &[SpecFile]) {
    bencher.counter(BytesCount::new(synthetic::bytes(files))).bench(|| parse(files));
}

fn load_of(bencher: Bencher, files: &[SpecFile]) {
    bencher.counter(BytesCount::new(synthetic::bytes(files))).bench(|| load(files));
}

#[divan::bench]
fn builtin(bencher: Bencher) {
    load_of(bencher, &Catalog::builtin_files());
}

#[divan::bench]
fn builtin_floor(bencher: Bencher) {
    floor_of(bencher, &Catalog::builtin_files());
}

#[divan::bench]
fn user_file(bencher: Bencher) {
    load_of(bencher, &user_files());
}

#[divan::bench]
fn user_file_floor(bencher: Bencher) {
    floor_of(bencher, &user_files());
}

#[divan::bench]
fn user_file_beside_builtin(bencher: Bencher) {
    let files = user_files();
    bencher.bench(|| Catalog::builtin().with_files(black_box(&files)).expect("valid"));
}
