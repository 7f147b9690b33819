//! Links between accelerators, to the host and to the network, each with its direction.

use std::collections::HashMap;

use crate::dimension::Bandwidth;
use crate::vocabulary::spoken;
use crate::{Figure, Quantity, Vocabulary};

/// What a link connects an accelerator with.
///
/// ```
/// use accelspec::LinkRole;
///
/// assert_eq!("scale-up".parse::<LinkRole>()?, LinkRole::ScaleUp);
/// # Ok::<(), accelspec::UnknownWord>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum LinkRole {
    /// Other accelerators of its node or rack: NVLink, Infinity Fabric.
    ScaleUp,
    /// The network between nodes.
    ScaleOut,
    /// The host processor: PCIe, NVLink-C2C.
    Host,
    /// Another die in the same package.
    DieToDie,
}

impl Vocabulary for LinkRole {
    const MEANING: &'static str = "link role";
    const WORDS: &'static [(Self, &'static str)] = &[
        (Self::ScaleUp, "scale-up"),
        (Self::ScaleOut, "scale-out"),
        (Self::Host, "host"),
        (Self::DieToDie, "die-to-die"),
    ];
}

spoken!(LinkRole);

/// Which way the traffic of a link bandwidth goes. Both ways together are twice one way.
///
/// ```
/// use accelspec::Direction;
///
/// assert_eq!(Direction::PerDirection.to_string(), "per-direction");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Direction {
    /// Both directions added up.
    Bidirectional,
    /// One direction.
    PerDirection,
    /// The source does not say.
    Unstated,
}

impl Direction {
    /// Every direction, as a question tries them: both, one, whichever is meant.
    pub(crate) const ALL: [Self; 3] = [Self::Bidirectional, Self::PerDirection, Self::Unstated];
}

impl Vocabulary for Direction {
    const MEANING: &'static str = "direction";
    const WORDS: &'static [(Self, &'static str)] =
        &[(Self::Bidirectional, "bidirectional"), (Self::PerDirection, "per-direction"), (Self::Unstated, "unstated")];
}

spoken!(Direction);

/// What a link bandwidth is a bandwidth of.
///
/// ```
/// use accelspec::{Catalog, LinkRole};
///
/// let h100 = Catalog::builtin().find("H100")?;
/// let (link, _) = h100.figures.links.iter().find(|(link, _)| link.role == LinkRole::ScaleUp).expect("recorded");
/// assert!(link.name.starts_with("NVLink"));
/// # Ok::<(), accelspec::LookupError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[non_exhaustive]
#[serde(rename_all = "kebab-case")]
pub struct Link {
    /// What it is called: "NVLink 4", "PCIe Gen5 x16".
    pub name: String,
    /// What it connects with.
    pub role: LinkRole,
    /// Which way the traffic goes.
    pub direction: Direction,
}

/// The link bandwidths recorded of a product.
///
/// ```
/// use accelspec::{Catalog, Direction, LinkRole};
///
/// let h100 = Catalog::builtin().find("H100")?;
/// let (_, figure) = h100.figures.links.get(LinkRole::ScaleUp, Direction::Bidirectional).expect("recorded");
/// assert_eq!(figure.provenance().published, "900 GB/s");
/// # Ok::<(), accelspec::LookupError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Links {
    figures: Vec<(Link, Figure<Quantity<Bandwidth>>)>,
    absences: Vec<(Option<LinkRole>, Figure<Quantity<Bandwidth>>)>,
}

impl Links {
    /// The first link with a role and a direction, or the absence that covers it.
    ///
    /// ```
    /// use accelspec::{Catalog, Direction, LinkRole};
    ///
    /// let h100 = Catalog::builtin().find("H100")?;
    /// assert!(h100.figures.links.get(LinkRole::DieToDie, Direction::PerDirection).is_none());
    /// # Ok::<(), accelspec::LookupError>(())
    /// ```
    pub fn get(&self, role: LinkRole, direction: Direction) -> Option<(Option<&Link>, &Figure<Quantity<Bandwidth>>)> {
        let recorded = self.recorded(role, direction).map(|(link, figure)| (Some(link), figure));
        recorded.or_else(|| self.covering(role).map(|figure| (None, figure)))
    }

    /// The first link recorded with this role and direction.
    pub(crate) fn recorded(
        &self,
        role: LinkRole,
        direction: Direction,
    ) -> Option<(&Link, &Figure<Quantity<Bandwidth>>)> {
        self.iter().find(|(link, _)| link.role == role && link.direction == direction)
    }

    /// The absence that speaks of this role, or of every link.
    pub(crate) fn covering(&self, role: LinkRole) -> Option<&Figure<Quantity<Bandwidth>>> {
        let of = |asked: Option<LinkRole>| self.absences.iter().find(|(known, _)| *known == asked);
        of(Some(role)).or_else(|| of(None)).map(|(_, figure)| figure)
    }

    /// The figures of named links, in the order of the spec file.
    ///
    /// ```
    /// use accelspec::Catalog;
    ///
    /// let h100 = Catalog::builtin().find("H100")?;
    /// assert!(h100.figures.links.iter().count() >= 2);
    /// # Ok::<(), accelspec::LookupError>(())
    /// ```
    pub fn iter(&self) -> impl Iterator<Item = (&Link, &Figure<Quantity<Bandwidth>>)> {
        self.figures.iter().map(|(link, figure)| (link, figure))
    }

    /// The absences that speak of a role, or of every link.
    pub(crate) fn absences(&self) -> impl Iterator<Item = (Option<LinkRole>, &Figure<Quantity<Bandwidth>>)> {
        self.absences.iter().map(|(role, figure)| (*role, figure))
    }

    /// Records figures of different links, each in place of the one of the same link.
    pub(crate) fn set(&mut self, stated: Vec<(Link, Figure<Quantity<Bandwidth>>)>) {
        let known = self.figures.iter().enumerate().map(|(place, (link, _))| (link.clone(), place));
        let known: HashMap<Link, usize> = known.collect();
        self.figures.reserve_exact(stated.len());
        for (link, figure) in stated {
            match known.get(&link) {
                Some(place) => self.figures[*place].1 = figure,
                None => self.figures.push((link, figure)),
            }
        }
    }

    /// Records that a role, or any link at all, is absent.
    pub(crate) fn set_absent(&mut self, role: Option<LinkRole>, figure: Figure<Quantity<Bandwidth>>) {
        self.absences.retain(|(known, _)| *known != role);
        self.absences.push((role, figure));
    }
}
