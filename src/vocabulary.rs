//! The closed lists of words that spec files use, each an enum: a word outside its list is an error that names the list.

use crate::excerpt::Excerpt;

/// An enum whose values are words of the spec format.
///
/// ```
/// use accelspec::{Engine, Vocabulary};
///
/// assert_eq!(Engine::Matrix.word(), "matrix");
/// assert_eq!("matrix".parse::<Engine>()?, Engine::Matrix);
/// assert_eq!(Engine::known_words(), "matrix, vector, unstated");
/// # Ok::<(), accelspec::UnknownWord>(())
/// ```
pub trait Vocabulary: Copy + PartialEq + 'static {
    /// What the words stand for, in messages: "engine".
    const MEANING: &'static str;

    /// Every value with its word, in the order that messages list them.
    const WORDS: &'static [(Self, &'static str)];

    /// The word of this value.
    ///
    /// ```
    /// use accelspec::{Precision, Vocabulary};
    ///
    /// assert_eq!(Precision::Bf16.word(), "bf16");
    /// ```
    fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(value, _)| *value == self).map_or("", |(_, word)| word)
    }

    /// All words, as a message lists them.
    ///
    /// ```
    /// use accelspec::{Sparsity, Vocabulary};
    ///
    /// assert_eq!(Sparsity::known_words(), "dense, 2:4, structured, unstated");
    /// ```
    fn known_words() -> String {
        Self::WORDS.iter().map(|(_, word)| *word).collect::<Vec<_>>().join(", ")
    }

    /// The value of a word.
    ///
    /// # Errors
    ///
    /// [`UnknownWord`] when the word is not in the list; case counts.
    ///
    /// ```
    /// use accelspec::{Evidence, Vocabulary};
    ///
    /// assert_eq!(Evidence::from_word("datasheet")?, Evidence::Datasheet);
    /// assert!(Evidence::from_word("hearsay").is_err());
    /// # Ok::<(), accelspec::UnknownWord>(())
    /// ```
    fn from_word(word: &str) -> Result<Self, UnknownWord> {
        let found = Self::WORDS.iter().find(|(_, known)| *known == word);
        found.map(|(value, _)| *value).ok_or_else(|| UnknownWord {
            word: word.to_owned(),
            meaning: Self::MEANING,
            known: Self::known_words(),
        })
    }
}

/// A word that its list does not hold. The message gives the list.
///
/// ```
/// use accelspec::Precision;
///
/// let error = "half".parse::<Precision>().unwrap_err();
/// assert_eq!(error.to_string(), "unknown precision `half`; write one of fp64, fp32, tf32, bf16, fp16, fp8, fp6, fp4, nvfp4, \
///     mxfp8, mxfp6, mxfp4, int16, int8, int4, unstated");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown {meaning} `{}`; write one of {known}", Excerpt(.word))]
pub struct UnknownWord {
    word: String,
    meaning: &'static str,
    known: String,
}

/// `Display`, `FromStr` and `Serialize` by the word. No blanket implementation is possible for traits of the standard library.
macro_rules! spoken {
    ($vocabulary:ty) => {
        impl std::fmt::Display for $vocabulary {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad($crate::Vocabulary::word(*self))
            }
        }

        impl serde::Serialize for $vocabulary {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str($crate::Vocabulary::word(*self))
            }
        }

        impl std::str::FromStr for $vocabulary {
            type Err = $crate::UnknownWord;

            fn from_str(word: &str) -> Result<Self, Self::Err> {
                <Self as $crate::Vocabulary>::from_word(word)
            }
        }
    };
}

pub(crate) use spoken;
