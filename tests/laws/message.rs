//! What every message keeps to.

/// Whether a message repeats a text as far as it is plainly seen: what is hidden is shown by its number, and of a long text the beginning.
pub(crate) fn repeats(message: &str, text: &str) -> bool {
    let seen = |c: &char| c.is_ascii_graphic() || *c == ' ' || ('가'..='힣').contains(c);
    message.contains(&text.chars().take(60).take_while(seen).collect::<String>())
}
