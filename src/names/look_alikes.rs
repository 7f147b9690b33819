//! Letters that look like others: two names that a reader cannot tell apart are not two names.
//!
//! Those of Greek, Cyrillic and the wide forms of Latin are known, one for one. Not known are those of other scripts (Armenian, Cherokee,
//! Coptic, Lisu), Latin letters that look like other Latin ones (`l` and `I`, `rn` and `m`, `ı` and `i`), and letters with marks.

use super::normalized;

/// Letters and digits, each with those Cyrillic and Greek letters that Unicode Technical Standard #39 (Unicode Security Mechanisms, table
/// `confusables.txt` 17) maps to them; its other scripts and its pairs of letters are left out. It counts `I` and `l` as one; here the capitals stand under `I`.
const LOOK_ALIKES: &[(char, &str)] = &[
    ('3', "ЗӠ"),
    ('6', "б"),
    ('A', "ΑА"),
    ('B', "ΒВ"),
    ('C', "ϹС"),
    ('E', "ΕЕ"),
    ('F', "Ϝ"),
    ('G', "Ԍ"),
    ('H', "ΗН"),
    ('I', "ΙІӀ"),
    ('J', "ͿЈ"),
    ('K', "ΚК"),
    ('M', "ΜϺМ"),
    ('N', "Ν"),
    ('O', "ΟО"),
    ('P', "ΡР"),
    ('S', "Ѕ"),
    ('T', "ΤТ"),
    ('V', "Ѵ"),
    ('W', "Ԝ"),
    ('X', "ΧХ"),
    ('Y', "ΥϒУҮ"),
    ('Z', "Ζ"),
    ('a', "αа"),
    ('b', "Ь"),
    ('c', "ϲс"),
    ('d', "ԁ"),
    ('e', "еҽ"),
    ('h', "һ"),
    ('i', "ͺιіꙇ"),
    ('j', "ϳј"),
    ('l', "ӏ"),
    ('o', "οσо"),
    ('p', "ρϱϸр"),
    ('q', "ԛ"),
    ('r', "г"),
    ('s', "ѕ"),
    ('u', "υ"),
    ('v', "νѵ"),
    ('w', "шѡԝ"),
    ('x', "х"),
    ('y', "γуү"),
];

/// The Latin letter or digit that a letter of another script looks like.
fn latin(c: char) -> Option<char> {
    match c {
        // A keyboard for Chinese, Japanese or Korean writes these: each is a Latin one at another number, drawn wider.
        '\u{ff10}'..='\u{ff19}' | '\u{ff21}'..='\u{ff3a}' | '\u{ff41}'..='\u{ff5a}' => {
            char::from_u32(u32::from(c) - 0xfee0)
        }
        '\u{370}'..='\u{52f}' | '\u{a647}' => {
            LOOK_ALIKES.iter().find(|(_, others)| others.contains(c)).map(|(letter, _)| *letter)
        }
        _ => None,
    }
}

fn in_latin(text: &str) -> String {
    text.chars().map(|c| latin(c).unwrap_or(c)).collect()
}

/// What a name looks like in Latin letters, as it is written and in either case, since the case of a name does not count. Nothing where it
/// has no letter that looks like a Latin one.
pub(crate) fn latin_forms(name: &str) -> Vec<String> {
    // Greek, Cyrillic and wide letters; most names have none, and loading asks for the forms of all.
    let other = |c| matches!(c, '\u{370}'..='\u{52f}' | '\u{1c80}'..='\u{1fff}' | '\u{a640}'..='\u{a69f}' | '\u{ff10}'..='\u{ff5a}');
    if !name.contains(other) {
        return Vec::new();
    }
    let own = normalized(name);
    let mut forms = vec![in_latin(name), in_latin(&name.to_uppercase()), in_latin(&name.to_lowercase())];
    forms.retain(|form| normalized(form) != own);
    forms.dedup();
    forms
}

/// The first letter of another script in a word that has Latin letters too, and the Latin one that it looks like.
pub(crate) fn look_alike_among_latin(name: &str) -> Option<(char, char)> {
    if name.is_ascii() {
        return None;
    }
    let words = name.split(|c: char| !c.is_alphanumeric());
    let mut mixed = words.filter(|word| word.contains(|c: char| c.is_ascii_alphabetic()));
    mixed.find_map(|word| word.chars().find_map(|c| latin(c).map(|letter| (c, letter))))
}

#[cfg(test)]
mod tests {
    use super::{LOOK_ALIKES, in_latin, latin, latin_forms, look_alike_among_latin};

    #[test]
    fn every_letter_of_the_table_is_found_under_its_latin_one() {
        for (letter, others) in LOOK_ALIKES {
            assert!(letter.is_ascii_alphanumeric());
            for other in others.chars() {
                assert!(!other.is_ascii());
                assert_eq!(latin(other), Some(*letter), "{other}");
            }
        }
        assert!(LOOK_ALIKES.is_sorted_by(|(one, _), (other, _)| one < other));
    }

    #[test]
    fn other_scripts_are_shown_in_latin() {
        assert_eq!(in_latin("Η100 Н100 Ｈ１００"), "H100 H100 H100");
        assert_eq!(in_latin("마하-1 寒武纪 Жук µ"), "마하-1 寒武纪 Жyк µ");
    }

    #[test]
    fn either_case_counts() {
        assert_eq!(latin_forms("η100"), ["H100"]);
        assert_eq!(latin_forms("Н100"), ["H100"]);
        assert_eq!(latin_forms("H100"), Vec::<String>::new());
        assert_eq!(latin_forms("마하-1"), Vec::<String>::new());
    }

    #[test]
    fn scripts_are_mixed_within_a_word_only() {
        assert_eq!(look_alike_among_latin("Acme Hоpper"), Some(('о', 'o')));
        assert_eq!(look_alike_among_latin("Acme Н100"), None);
        assert_eq!(look_alike_among_latin("가우디3 H100용 Эльбрус µController"), None);
    }
}
