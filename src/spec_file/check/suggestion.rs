//! What an unknown word may have been meant to be.

use std::collections::HashMap;

use crate::names::nearest;

/// So many pairs of words are compared in one load: enough for a hundred unknown words beside a thousand known ones, and not the more the
/// larger a file and the catalog both are.
const COMPARED: usize = 100_000;

#[derive(Default)]
pub(super) struct Suggestions {
    /// By kind and word, since one slip is often made many times.
    known: HashMap<(&'static str, String), Option<String>>,
    /// How many pairs of words have been compared.
    compared: usize,
}

impl Suggestions {
    /// The known word nearest to one that is not known, as long as not too many have been compared.
    pub(super) fn nearest<'k>(
        &mut self,
        kind: &'static str,
        word: &str,
        known: impl Iterator<Item = &'k str>,
    ) -> Option<String> {
        let asked = (kind, word.to_owned());
        if let Some(suggestion) = self.known.get(&asked) {
            return suggestion.clone();
        }
        if self.compared >= COMPARED {
            return None;
        }
        let suggestion = nearest(word, known.inspect(|_| self.compared += 1)).map(ToOwned::to_owned);
        self.known.insert(asked, suggestion.clone());
        suggestion
    }
}
