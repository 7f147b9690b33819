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

/// Whether a message repeats a text as far as it is plainly seen: what is hidden is shown by its number, and of a long text the beginning.
fn repeats(message: &str, text: &str) -> bool {
    let seen = |c: &char| c.is_ascii_graphic() || *c == ' ' || ('가'..='힣').contains(c);
    message.contains(&text.chars().take(120).take_while(seen).collect::<String>())
}
