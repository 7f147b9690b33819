//! Names: how a text is made comparable, which product it leads to, and which names are near it.

mod compatibility;
mod invisible;
mod look_alikes;

use std::collections::HashMap;
use std::collections::hash_map::Entry;

pub(crate) use compatibility::is_compatibility_form;
pub(crate) use invisible::is_invisible;
pub(crate) use look_alikes::{latin_forms, look_alike_among_latin};

use crate::Product;
use crate::records::Slot;

/// Which product each name leads to. Names are kept in normal form, without the vendor's name in front and with it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    owners: HashMap<Box<str>, usize>,
    /// What names of other scripts look like in Latin letters, in normal form without the vendor's name, each with the name as written.
    looks: HashMap<Box<str>, (usize, Box<str>)>,
    /// What the owners are, once all names are known.
    products: Vec<Slot>,
}

impl Names {
    /// With room for all names of these products: an id, and the full name and each alias in two forms.
    pub(crate) fn for_products<'p>(products: impl Iterator<Item = Product<'p>>) -> Self {
        let forms = products.map(|product| 1 + 2 * (1 + product.aliases().len())).sum();
        Self { owners: HashMap::with_capacity(forms), ..Self::default() }
    }

    /// Gives an id to the product with this index. It is asked for whole: without the vendor it may be another product's name.
    pub(crate) fn insert_id(&mut self, owner: usize, id: &str) -> Result<bool, usize> {
        self.own(owner, normalized(id).into())
    }

    /// Gives a name to the product with this index, and says whether it is new. Where it belongs to another, the error is that one's index.
    pub(crate) fn insert(&mut self, owner: usize, vendor: &str, name: &str) -> Result<bool, usize> {
        let mut full = normalized(name);
        if !full.starts_with(vendor) || full.len() == vendor.len() {
            full.insert_str(0, vendor);
        }
        let bare: Box<str> = full[vendor.len()..].into();
        self.own(owner, bare)?;
        self.own(owner, full.into())
    }

    /// Gives a product a name or an id as it is spelled, so that a look-up of exactly that spelling is one step. One that is taken stays.
    pub(crate) fn insert_spelled(&mut self, owner: usize, name: &str) {
        self.owners.entry(name.into()).or_insert(owner);
    }

    /// Gives a product what its name looks like in Latin letters. Where a reader cannot tell the name from one of another product, the error is
    /// that one's index and its name.
    pub(crate) fn insert_looks(&mut self, owner: usize, vendor: &str, name: &str) -> Result<(), (usize, String)> {
        let bare = |name: &str, vendor: &str| {
            let full = normalized(name);
            full.strip_prefix(vendor).filter(|bare| !bare.is_empty()).map(ToOwned::to_owned).unwrap_or(full)
        };
        if !self.looks.is_empty() {
            let known = self.looks.get(bare(name, vendor).as_str()).filter(|(other, _)| *other != owner);
            if let Some((other, written)) = known {
                return Err((*other, written.to_string()));
            }
        }
        for form in latin_forms(name) {
            let vendors = latin_forms(vendor).into_iter().map(|vendor| normalized(&vendor));
            let vendor =
                vendors.chain([vendor.to_owned()]).find(|vendor| normalized(&form).starts_with(vendor.as_str()));
            let bare: Box<str> = bare(&form, &vendor.unwrap_or_default()).into();
            match self.owners.get(&bare) {
                Some(other) if *other != owner => return Err((*other, form)),
                _ => {}
            }
            match self.looks.entry(bare) {
                Entry::Occupied(known) if known.get().0 != owner => {
                    let (other, written) = known.get();
                    return Err((*other, written.to_string()));
                }
                Entry::Occupied(_) => {}
                Entry::Vacant(free) => {
                    free.insert((owner, name.into()));
                }
            }
        }
        Ok(())
    }

    /// The product that a name leads to once its letters are taken for the Latin ones that they look like, and that name in normal form.
    pub(crate) fn in_latin(&self, name: &str) -> Option<(&Slot, String)> {
        latin_forms(name).iter().map(|form| normalized(form)).find_map(|form| Some((self.get(&form)?, form)))
    }

    fn own(&mut self, owner: usize, form: Box<str>) -> Result<bool, usize> {
        match self.owners.entry(form) {
            Entry::Occupied(known) if *known.get() == owner => Ok(false),
            Entry::Occupied(known) => Err(*known.get()),
            Entry::Vacant(free) => {
                free.insert(owner);
                Ok(true)
            }
        }
    }

    /// Says which products the indices stand for.
    pub(crate) fn of(self, products: Vec<Slot>) -> Self {
        Self { products, ..self }
    }

    /// The product that a name in normal form leads to.
    pub(crate) fn get(&self, normalized: &str) -> Option<&Slot> {
        self.products.get(self.owner(normalized)?)
    }

    /// Every name that leads to a product.
    #[cfg(test)]
    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        self.owners.keys().map(AsRef::as_ref)
    }

    /// The index of the product that a name in normal form leads to.
    pub(crate) fn owner(&self, normalized: &str) -> Option<usize> {
        self.owners.get(normalized).copied()
    }
}

/// A name without what does not count: case, spaces, hyphens, any punctuation, and whether a syllable of Korean is one character or is put
/// together of its letters, as in the names of files on macOS.
pub(crate) fn normalized(name: &str) -> String {
    let mut normal = String::with_capacity(name.len());
    for c in name.chars() {
        if c.is_ascii_alphanumeric() {
            normal.push(c.to_ascii_lowercase());
        } else if !c.is_ascii() && c.is_alphanumeric() {
            match normal.chars().next_back().and_then(|before| syllable(before, c)) {
                Some(syllable) => {
                    normal.pop();
                    normal.push(syllable);
                }
                None => normal.extend(c.to_lowercase()),
            }
        }
    }
    normal
}

/// The syllable of Korean that a letter makes with what stands before it, by the arithmetic of the Unicode Standard, chapter 3.12: a vowel
/// after a consonant, or a final consonant after a syllable that has none.
fn syllable(before: char, letter: char) -> Option<char> {
    let (before, letter) = (u32::from(before), u32::from(letter));
    match (before, letter) {
        (0x1100..=0x1112, 0x1161..=0x1175) => char::from_u32(0xac00 + ((before - 0x1100) * 21 + letter - 0x1161) * 28),
        (0xac00..=0xd7a3, 0x11a8..=0x11c2) if (before - 0xac00) % 28 == 0 => char::from_u32(before + letter - 0x11a7),
        _ => None,
    }
}

/// The known word nearest to one that is not known, where it is near enough to be what was meant.
pub(crate) fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let most = (word.chars().count() / 3).max(1);
    let near = known.map(|known| (distance(word, known), known)).filter(|(distance, _)| *distance <= most);
    near.min().map(|(_, known)| known)
}

/// No name that anybody writes has more characters. The time that a distance takes grows with the product of two lengths.
const LONGEST_COMPARED: usize = 128;

/// How many characters must be put in, taken out, changed or swapped with their neighbour to get from one text to the other
/// (Damerau 1964, Levenshtein 1966; no character is touched twice). Two texts of which one is longer than any name are as far apart as can be.
pub(crate) fn distance(one: &str, other: &str) -> usize {
    let short = |text: &str| text.chars().nth(LONGEST_COMPARED).is_none();
    if !short(one) || !short(other) {
        return if one == other { 0 } else { usize::MAX };
    }
    let other: Vec<char> = other.chars().collect();
    let mut before: Vec<usize> = vec![0; other.len() + 1];
    let mut last: Vec<usize> = (0..=other.len()).collect();
    let mut row: Vec<usize> = Vec::with_capacity(other.len() + 1);
    let mut previous = None;
    for (i, a) in one.chars().enumerate() {
        row.clear();
        row.push(i + 1);
        for (j, b) in other.iter().enumerate() {
            let changed = last[j] + usize::from(a != *b);
            let mut cost = changed.min(last[j + 1] + 1).min(row[j] + 1);
            if j > 0 && previous == Some(*b) && a == other[j - 1] {
                cost = cost.min(before[j - 1] + 1);
            }
            row.push(cost);
        }
        previous = Some(a);
        std::mem::swap(&mut before, &mut last);
        std::mem::swap(&mut last, &mut row);
    }
    last[other.len()]
}

#[cfg(test)]
mod tests {
    use super::{LONGEST_COMPARED, distance, nearest, normalized};

    #[test]
    fn case_and_punctuation_do_not_count() {
        assert_eq!(normalized("NVIDIA H100-SXM5 (80GB)"), "nvidiah100sxm580gb");
        assert_eq!(normalized("마하-1"), "마하1");
    }

    #[test]
    fn syllables_of_korean_are_put_together() {
        for (apart, together) in [
            ("\u{1106}\u{1161}\u{1112}\u{1161}-1", "마하1"),
            ("\u{1100}\u{1161}\u{110b}\u{116e}\u{1103}\u{1175}", "가우디"),
            ("\u{110b}\u{1166}\u{11ab}\u{1107}\u{1175}\u{1103}\u{1175}\u{110b}\u{1161}", "엔비디아"),
            ("\u{1112}\u{1175}\u{11c2}", "힣"),
            ("가\u{11a8}", "각"),
            // No syllable has two final consonants, and the filler before the first of them is none.
            ("각\u{11a8}", "각\u{11a8}"),
            ("가\u{11a7}", "가\u{11a7}"),
            ("\u{1161}\u{1100}", "\u{1161}\u{1100}"),
            ("a\u{1161}", "a\u{1161}"),
        ] {
            assert_eq!(normalized(apart), together);
        }
    }

    #[test]
    fn distances_count_single_changes() {
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("h10o", "h100"), 1);
        assert_eq!(distance("tpd", "tdp"), 1);
    }

    #[test]
    fn a_text_longer_than_any_name_is_near_to_itself_alone() {
        let (longest, longer) = ("a".repeat(LONGEST_COMPARED), "a".repeat(LONGEST_COMPARED + 1));
        assert_eq!(distance(&longest, &longest[1..]), 1);
        assert_eq!((distance(&longer, &longest), distance(&longest, &longer)), (usize::MAX, usize::MAX));
        assert_eq!(distance(&longer, &longer), 0);
        assert_eq!(nearest(&longer, [longest.as_str()].into_iter()), None);
    }

    #[test]
    fn only_a_near_word_is_suggested() {
        assert_eq!(nearest("tpd", ["tdp", "dies"].into_iter()), Some("tdp"));
        assert_eq!(nearest("memory-capcity", ["memory-capacity", "memory-type"].into_iter()), Some("memory-capacity"));
        assert_eq!(
            nearest("memroy-bandwdth", ["memory-bandwidth", "memory-type"].into_iter()),
            Some("memory-bandwidth")
        );
        assert_eq!(nearest("zzz", ["tdp"].into_iter()), None);
    }
}
