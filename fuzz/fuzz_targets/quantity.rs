//! Any text as a quantity, a ratio, a date, a metric, an id or a word: it is refused, or it is shown as a text that reads the same.

#![no_main]

#[path = "../../tests/laws"]
mod laws {
    pub(crate) mod message;
    pub(crate) mod text;
}

use libfuzzer_sys::fuzz_target;

use crate::laws::text::{
    names_and_dates, number_of_base_units, printed_ratio, quantities, questions, two_dates, words,
};

fuzz_target!(|data: &[u8]| {
    if let Some((bytes, _)) = data.split_first_chunk() {
        number_of_base_units(f64::from_le_bytes(*bytes));
    }
    let Ok(text) = std::str::from_utf8(data) else { return };
    quantities(text);
    questions(text);
    names_and_dates(text);
    printed_ratio(text);
    words(text);
    if let (Some(one), Some(other)) = (text.get(..10), text.get(10..)) {
        two_dates(one, other);
    }
});
