//! Systems: several accelerators sold as one.

use std::sync::Arc;

use crate::{Accelerator, Citation, Figures, Id};

/// Several accelerators sold as one: a server, a rack, a pod.
///
/// ```
/// use accelspec::Catalog;
///
/// let dgx = Catalog::builtin().find_system("DGX H100")?;
/// assert_eq!(dgx.members[0].count, 8);
/// assert_eq!(dgx.members[0].accelerator.name, "NVIDIA H100 SXM5 80GB");
/// assert_eq!(dgx.accelerators(), 8);
/// # Ok::<(), accelspec::LookupError>(())
/// ```
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
#[serde(rename_all = "kebab-case")]
pub struct System {
    /// Unique in the catalog.
    pub id: Id,
    /// Its full name.
    pub name: String,
    /// Who sells it.
    pub vendor: String,
    /// Other names that people use.
    pub aliases: Vec<String>,
    /// The accelerators it holds.
    pub members: Vec<Member>,
    /// Its totals as published. [`Metric::read`](crate::Metric::read) derives those that are missing from the members.
    pub figures: Figures,
}

impl System {
    /// How many accelerators it holds in all.
    ///
    /// ```
    /// use accelspec::Catalog;
    ///
    /// assert_eq!(Catalog::builtin().find_system("DGX GH200")?.accelerators(), 256);
    /// # Ok::<(), accelspec::LookupError>(())
    /// ```
    pub fn accelerators(&self) -> u64 {
        self.members.iter().map(|member| u64::from(member.count)).sum()
    }

    /// How many accelerators it is counted as: those on a superchip, and not the superchip. A number beyond what a `u64` holds stays at
    /// its largest.
    ///
    /// ```
    /// use accelspec::Catalog;
    ///
    /// let rack = Catalog::builtin().find_system("GB200 NVL72")?;
    /// assert_eq!((rack.accelerators(), rack.units()), (36, 72));
    /// # Ok::<(), accelspec::LookupError>(())
    /// ```
    pub fn units(&self) -> u64 {
        let units = |member: &Member| u64::from(member.count).saturating_mul(member.accelerator.units());
        self.members.iter().map(units).fold(0, u64::saturating_add)
    }
}

/// A number of one accelerator in a system, and the source that says so.
///
/// ```
/// use accelspec::Catalog;
///
/// let dgx = Catalog::builtin().find_system("DGX H100")?;
/// assert!(dgx.members[0].citation.source.url.starts_with("https://"));
/// # Ok::<(), accelspec::LookupError>(())
/// ```
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
#[serde(rename_all = "kebab-case")]
pub struct Member {
    /// The accelerator, shared with the catalog. Serialised as its id.
    #[serde(serialize_with = "id_of_accelerator")]
    pub accelerator: Arc<Accelerator>,
    /// How many of it.
    pub count: u32,
    /// The source.
    pub citation: Citation,
}

fn id_of_accelerator<S: serde::Serializer>(accelerator: &Arc<Accelerator>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(accelerator.id.as_str())
}
