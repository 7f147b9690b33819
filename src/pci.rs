//! PCI ids: what a bus says a device is, when its name does not.

use std::fmt;
use std::str::FromStr;

use crate::excerpt::Excerpt;

/// The vendor and device id of a PCI device.
///
/// ```
/// use accelspec::PciId;
///
/// let id: PciId = "10de:2330".parse()?;
/// assert_eq!("0x233010DE".parse::<PciId>()?, id); // as nvidia-smi prints it
/// assert_eq!(id.to_string(), "10de:2330");
/// # Ok::<(), accelspec::InvalidPciId>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PciId {
    /// The maker's id: `10de` is NVIDIA.
    pub vendor: u16,
    /// The maker's id of the device.
    pub device: u16,
}

/// Reads `vendor:device` in hexadecimal, as `lspci` prints it, or `0x`, device and vendor, as `nvidia-smi` does.
impl FromStr for PciId {
    type Err = InvalidPciId;

    fn from_str(text: &str) -> Result<Self, InvalidPciId> {
        let invalid = || InvalidPciId { text: text.to_owned() };
        let plain = text.trim().trim_start_matches("0x").trim_start_matches("0X");
        let (vendor, device) = match plain.split_once(':') {
            Some(pair) => pair,
            None if plain.len() == 8 && plain.is_ascii() => (&plain[4..], &plain[..4]),
            None => return Err(invalid()),
        };
        let read = |half: &str| {
            let digits = half.len() == 4 && half.bytes().all(|byte| byte.is_ascii_hexdigit());
            digits.then(|| u16::from_str_radix(half, 16).ok()).flatten().ok_or_else(invalid)
        };
        Ok(Self { vendor: read(vendor)?, device: read(device)? })
    }
}

impl fmt::Display for PciId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{:04x}:{:04x}", self.vendor, self.device))
    }
}

/// A text that is no PCI id.
///
/// ```
/// use accelspec::PciId;
///
/// assert_eq!("H100".parse::<PciId>().unwrap_err().to_string(),
///     "`H100` is not a PCI id; write vendor and device in hexadecimal, such as `10de:2330`");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{}` is not a PCI id; write vendor and device in hexadecimal, such as `10de:2330`", Excerpt(.text))]
pub struct InvalidPciId {
    text: String,
}

#[cfg(test)]
mod tests {
    use super::PciId;

    #[test]
    fn both_ways_of_writing_it_are_read() {
        let id = PciId { vendor: 0x10de, device: 0x2330 };
        for text in ["10de:2330", "10DE:2330", "0x233010DE", " 233010de "] {
            assert_eq!(text.parse(), Ok(id), "{text}");
        }
        assert_eq!(id.to_string(), "10de:2330");
        assert_eq!(format!("{:>12}", PciId { vendor: 1, device: 0xa }), "   0001:000a");
    }

    #[test]
    fn nothing_else_is() {
        for text in [
            "",
            "10de",
            "10de:",
            "10de:233",
            "10de:23300",
            "10de:233g",
            "+0de:2330",
            "0x2330",
            "마하마하",
            "10de:2330:1",
        ] {
            assert!(text.parse::<PciId>().is_err(), "{text}");
        }
    }
}
