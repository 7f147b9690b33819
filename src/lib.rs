//! A typed catalog of AI accelerators in which every figure says where it comes from.

#![warn(clippy::unwrap_used, clippy::expect_used)]

mod quantity;

pub use quantity::{
    Currency, DifferentCurrencies, OutOfRange, ParseQuantityError, Quantity, Ratio, UnknownCurrency, dimension,
};
