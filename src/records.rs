//! The records of a catalog by id, shared with whoever refers to them.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::{Accelerator, Claim, Id, Measurement, Memory, Product, Reference, Source, System};

#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Records {
    pub(crate) sources: BTreeMap<Id, Arc<Source>>,
    pub(crate) memories: BTreeMap<Id, Arc<Memory>>,
    pub(crate) accelerators: BTreeMap<Id, Arc<Accelerator>>,
    pub(crate) systems: BTreeMap<Id, Arc<System>>,
    pub(crate) claims: BTreeMap<Id, Arc<Claim>>,
    /// In the order of the files; what is measured has no id.
    pub(crate) measurements: Vec<Arc<Measurement>>,
    pub(crate) references: BTreeMap<Id, Arc<Reference>>,
}

impl Records {
    /// All accelerators, then all systems.
    pub(crate) fn iter(&self) -> impl Iterator<Item = Product<'_>> {
        let accelerators = self.accelerators.values().map(|record| Product::Accelerator(record));
        accelerators.chain(self.systems.values().map(|record| Product::System(record)))
    }

    /// The accelerator or system with an id.
    pub(crate) fn product(&self, id: &str) -> Option<Product<'_>> {
        let accelerator = self.accelerators.get(id).map(|record| Product::Accelerator(record));
        accelerator.or_else(|| self.systems.get(id).map(|record| Product::System(record)))
    }

    /// What kind of record has an id, as a spec file names the kind.
    pub(crate) fn kind_of(&self, id: &Id) -> Option<&'static str> {
        let kinds = [
            ("source", self.sources.contains_key(id)),
            ("memory", self.memories.contains_key(id)),
            ("accelerator", self.accelerators.contains_key(id)),
            ("system", self.systems.contains_key(id)),
            ("claim", self.claims.contains_key(id)),
            ("reference", self.references.contains_key(id)),
        ];
        kinds.into_iter().find(|(_, has)| *has).map(|(kind, _)| kind)
    }

    /// The accelerator or system with an id, to keep.
    pub(crate) fn slot(&self, id: &str) -> Option<Slot> {
        let accelerator = self.accelerators.get(id).map(|record| Slot::Accelerator(Arc::clone(record)));
        accelerator.or_else(|| self.systems.get(id).map(|record| Slot::System(Arc::clone(record))))
    }
}

/// An accelerator or a system, as a name leads to it.
#[derive(Clone, Debug)]
pub(crate) enum Slot {
    Accelerator(Arc<Accelerator>),
    System(Arc<System>),
}

impl Slot {
    pub(crate) fn product(&self) -> Product<'_> {
        match self {
            Self::Accelerator(record) => Product::Accelerator(record),
            Self::System(record) => Product::System(record),
        }
    }
}
