//! Letters and digits that are others in a special form: names are of the plain ones.

/// Ranges of code points with compatibility forms of Latin letters and digits, Korean letters, kana and Chinese characters, each of which the
/// Unicode Character Database 17 maps to plain ones. Wide Latin letters are not among them: they are typed, and told from Latin ones by
/// [`super::latin_forms`]. Nor is what a keyboard has, as `²`, `º`.
const COMPATIBILITY: &[(char, char)] = &[
    ('\u{1d2c}', '\u{1d6a}'),   // raised and lowered letters
    ('\u{2070}', '\u{209c}'),   // raised and lowered digits
    ('\u{2100}', '\u{214f}'),   // letters as symbols: Kelvin, Angstrom
    ('\u{2150}', '\u{2189}'),   // fractions and Roman numerals
    ('\u{2460}', '\u{24ff}'),   // in circles and brackets
    ('\u{f900}', '\u{faff}'),   // Chinese characters that are there twice
    ('\u{fb00}', '\u{fb06}'),   // ligatures
    ('\u{ff66}', '\u{ffdc}'),   // narrow kana and Korean letters
    ('\u{1d400}', '\u{1d7ff}'), // letters and digits of mathematics
    ('\u{1f100}', '\u{1f1ff}'), // in circles and boxes
    ('\u{1fbf0}', '\u{1fbf9}'), // digits of displays
    ('\u{2f800}', '\u{2fa1f}'), // more Chinese characters that are there twice
];

/// Whether a character is a letter or digit in a special form. A sign that is neither, as `™`, does not count in a name.
pub(crate) fn is_compatibility_form(c: char) -> bool {
    !c.is_ascii() && c.is_alphanumeric() && COMPATIBILITY.iter().any(|(first, last)| (*first..=*last).contains(&c))
}

#[cfg(test)]
mod tests {
    use super::{COMPATIBILITY, is_compatibility_form};

    #[test]
    fn what_is_typed_is_plain_and_what_is_not_is_not() {
        for c in "aZ09 -™®µ²·é마曦かカＨ１ΩяㄱŁß\u{1112}".chars() {
            assert!(!is_compatibility_form(c), "{c}");
        }
        for c in "𝐇𝟏𝔄𝟿ⅯⅠⅰⅿⓐ①🄰\u{212a}\u{212b}\u{2126}ℋ⅓⁰ₙᴬﬁﾊ\u{f900}\u{2f800}🯰".chars()
        {
            assert!(is_compatibility_form(c), "{c}");
        }
    }

    #[test]
    fn the_ranges_are_in_order() {
        assert!(COMPATIBILITY.iter().all(|(first, last)| first <= last));
        assert!(COMPATIBILITY.is_sorted_by(|(_, one), (other, _)| one < other));
    }
}
