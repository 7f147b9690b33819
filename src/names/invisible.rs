//! Characters that a reader does not see, and that change what is seen: no name holds one.

/// Ranges of code points that are drawn as nothing, by the property `Default_Ignorable_Code_Point` of the Unicode Character Database 17, and
/// those that break a line or mark up a text. Marks that set the direction of writing are among them.
const INVISIBLE: &[(char, char)] = &[
    ('\u{ad}', '\u{ad}'),
    ('\u{34f}', '\u{34f}'),
    ('\u{61c}', '\u{61c}'),
    ('\u{115f}', '\u{1160}'),
    ('\u{17b4}', '\u{17b5}'),
    ('\u{180b}', '\u{180f}'),
    ('\u{200b}', '\u{200f}'),
    ('\u{2028}', '\u{202e}'),
    ('\u{2060}', '\u{206f}'),
    ('\u{3164}', '\u{3164}'),
    ('\u{fe00}', '\u{fe0f}'),
    ('\u{feff}', '\u{feff}'),
    ('\u{ffa0}', '\u{ffa0}'),
    ('\u{fff0}', '\u{fffb}'),
    ('\u{1bca0}', '\u{1bca3}'),
    ('\u{1d173}', '\u{1d17a}'),
    ('\u{e0000}', '\u{e0fff}'),
];

/// Whether a character is a control character or is drawn as nothing.
pub(crate) fn is_invisible(c: char) -> bool {
    c.is_control() || !c.is_ascii() && INVISIBLE.iter().any(|(first, last)| (*first..=*last).contains(&c))
}

#[cfg(test)]
mod tests {
    use super::{INVISIBLE, is_invisible};

    #[test]
    fn what_is_drawn_is_visible_and_what_is_not_is_not() {
        for c in "aZ09 -µ²·é마曦Ωя\u{301}".chars() {
            assert!(!is_invisible(c), "{c}");
        }
        for c in "\0\t\n\r\u{7f}\u{85}\u{200b}\u{200d}\u{202e}\u{2066}\u{3164}\u{feff}\u{e0041}".chars() {
            assert!(is_invisible(c), "{}", c.escape_unicode());
        }
    }

    #[test]
    fn the_ranges_are_in_order() {
        assert!(INVISIBLE.iter().all(|(first, last)| first <= last));
        assert!(INVISIBLE.is_sorted_by(|(_, one), (other, _)| one < other));
    }
}
