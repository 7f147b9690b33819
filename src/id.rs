//! Ids: the stable names of records.

use std::borrow::Borrow;
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use crate::excerpt::Excerpt;

/// The id of an accelerator, system, source or claim: lower-case ASCII letters and digits in groups joined by `-` or `.`.
///
/// ```
/// use accelspec::Id;
///
/// let id: Id = "nvidia-h100-sxm5-80gb".parse()?;
/// assert_eq!(id, "nvidia-h100-sxm5-80gb");
/// assert_eq!("NVIDIA H100".parse::<Id>().unwrap_err().to_string(),
///     "`NVIDIA H100` is not an id; write lower-case letters and digits, in groups joined by `-` or `.`");
/// # Ok::<(), accelspec::InvalidId>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Arc<str>);

impl Id {
    /// The id as text.
    ///
    /// ```
    /// assert_eq!("amd-mi300x".parse::<accelspec::Id>()?.as_str(), "amd-mi300x");
    /// # Ok::<(), accelspec::InvalidId>(())
    /// ```
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Id {
    type Err = InvalidId;

    fn from_str(text: &str) -> Result<Self, InvalidId> {
        let mut in_group = false;
        for byte in text.bytes() {
            match byte {
                b'a'..=b'z' | b'0'..=b'9' => in_group = true,
                b'-' | b'.' if in_group => in_group = false,
                _ => return Err(InvalidId { text: text.to_owned() }),
            }
        }
        if in_group { Ok(Self(text.into())) } else { Err(InvalidId { text: text.to_owned() }) }
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl AsRef<str> for Id {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl PartialEq<str> for Id {
    fn eq(&self, other: &str) -> bool {
        *self.0 == *other
    }
}

impl PartialEq<&str> for Id {
    fn eq(&self, other: &&str) -> bool {
        *self.0 == **other
    }
}

/// A text that has not the form of an id.
///
/// ```
/// assert!("마하-1".parse::<accelspec::Id>().is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{}` is not an id; write lower-case letters and digits, in groups joined by `-` or `.`", Excerpt(.text))]
pub struct InvalidId {
    text: String,
}
