//! Laws that hold for whatever is put in.

#![allow(clippy::float_cmp)] // where a law holds to the last bit, the test says so

mod comparison;
mod devices;
mod fleets;
mod loading;
mod names;
mod performance;
mod quantity;
mod ranking;
mod text;
