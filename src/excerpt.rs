//! What a message repeats of a text that was read: on one line, with nothing hidden, and never at any length.

use std::fmt::{self, Write};

use crate::names::is_invisible;

/// More characters than this are not repeated.
const LONGEST: usize = 120;

/// A text as a message shows it: a control character, or one that is drawn as nothing, by its number, and of a long text the beginning.
pub(crate) struct Excerpt<'t>(pub(crate) &'t str);

impl fmt::Display for Excerpt<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some((end, _)) = self.0.char_indices().nth(LONGEST) else { return Visible(self.0).fmt(f) };
        write!(f, "{}… ({} characters)", Visible(&self.0[..end]), self.0.chars().count())
    }
}

/// A text of any length on one line, with what is hidden in it by its number.
pub(crate) struct Visible<'t>(pub(crate) &'t str);

impl fmt::Display for Visible<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            match c {
                '\t' | '\n' | '\r' => write!(f, "{}", c.escape_default())?,
                _ if is_invisible(c) => write!(f, "{}", c.escape_unicode())?,
                _ => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Excerpt, LONGEST};

    #[test]
    fn a_short_text_is_shown_as_it_is() {
        let longest = "마".repeat(LONGEST);
        for text in ["", "H100", "마하-1 `x` \\ \"y\"", &longest] {
            assert_eq!(Excerpt(text).to_string(), text);
        }
    }

    #[test]
    fn of_a_long_text_the_beginning_is_shown() {
        let long = "마".repeat(LONGEST + 1);
        assert_eq!(Excerpt(&long).to_string(), format!("{}… (121 characters)", "마".repeat(LONGEST)));
    }

    #[test]
    fn what_is_not_seen_is_shown_by_its_number() {
        assert_eq!(Excerpt("a\nb\tc\0d\u{202e}e\u{200b}").to_string(), r"a\nb\tc\u{0}d\u{202e}e\u{200b}");
    }
}
