//! Plain filters, as conditions on one accelerator: combine them with `Iterator::filter`.

use crate::names::normalized;
use crate::{Accelerator, Date, Kind, Status};

impl Accelerator {
    /// Whether this vendor sells it; case, spaces and punctuation do not count.
    ///
    /// ```
    /// use accelspec::Catalog;
    ///
    /// let amd = Catalog::builtin().accelerators().filter(|accelerator| accelerator.is_from("amd"));
    /// assert!(amd.count() >= 3);
    /// ```
    pub fn is_from(&self, vendor: &str) -> bool {
        normalized(&self.vendor) == normalized(vendor)
    }

    /// Whether it is of this kind.
    ///
    /// ```
    /// use accelspec::{Catalog, Kind};
    ///
    /// let apus = Catalog::builtin().accelerators().filter(|accelerator| accelerator.is_kind(Kind::Apu));
    /// assert!(apus.count() >= 1);
    /// ```
    pub fn is_kind(&self, kind: Kind) -> bool {
        self.kind == kind
    }

    /// Whether its preferred status is this one. False where no status is recorded.
    ///
    /// ```
    /// use accelspec::{Catalog, Status};
    ///
    /// let mach1 = Catalog::builtin().find("Mach-1")?;
    /// assert!(mach1.has_status(Status::Cancelled));
    /// # Ok::<(), accelspec::LookupError>(())
    /// ```
    pub fn has_status(&self, status: Status) -> bool {
        self.figures.status.as_ref().is_some_and(|figure| figure.get() == Ok(&status))
    }

    /// Whether it was released from the beginning of one date to the end of the other. False where no release is recorded, and where
    /// the release is known less exactly than the question asks.
    ///
    /// ```
    /// use accelspec::Catalog;
    ///
    /// let h100 = Catalog::builtin().find("H100")?;
    /// assert!(h100.was_released_between("2022".parse()?, "2022".parse()?));
    /// assert!(!h100.was_released_between("2023".parse()?, "2024".parse()?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn was_released_between(&self, from: Date, to: Date) -> bool {
        let released = self.figures.released.as_ref().and_then(|figure| figure.get().ok());
        released.is_some_and(|date| date.is_within(from, to))
    }
}
