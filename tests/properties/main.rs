//! Laws that hold for whatever is put in.

#![allow(clippy::float_cmp)] // where a law holds to the last bit, the test says so

/// The laws that are fuzzed too.
#[path = "../laws"]
mod laws {
    pub(crate) mod explanations;
    pub(crate) mod loading;
    pub(crate) mod message;
    pub(crate) mod names;
    pub(crate) mod text;
}

mod comparison;
mod devices;
mod fleets;
mod loading;
mod names;
mod performance;
mod quantity;
mod ranking;
mod text;
