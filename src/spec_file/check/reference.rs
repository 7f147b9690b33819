//! Rules of `[[reference]]`.

use std::fmt::Display;
use std::str::FromStr;
use std::sync::Arc;

use super::super::SpecFile;
use super::super::error::Fault;
use super::super::raw::RawFigure;
use super::{Checker, rows};
use crate::records::Records;
use crate::{Figure, Reference};

impl Checker<'_> {
    pub(super) fn references(&mut self, records: &mut Records) {
        for (file, row) in rows(self.files, |spec| &spec.references) {
            let raw = row.get_ref();
            let id = self.declare(file, &raw.id, "reference");
            let base = records.references.get(&*raw.id).cloned();
            let base = base.as_deref();
            let known = base.map(|base| base.name.clone());
            let name = self.required_words(file, ("reference", row.span()), "name", raw.name.as_ref(), known);
            let amounts = [
                &raw.energy,
                &raw.accelerators,
                &raw.utilization,
                &raw.budget,
                &raw.price_per_year,
                &raw.price_per_hour,
            ];
            if base.is_none() && amounts.iter().all(|amount| amount.is_none()) {
                self.fail(file, row.span(), Fault::ReferenceWithoutAmount);
            }
            let energy = self.amount(file, raw.energy.as_ref(), base.and_then(|base| base.energy.as_ref()));
            let accelerators =
                self.amount(file, raw.accelerators.as_ref(), base.and_then(|base| base.accelerators.as_ref()));
            let utilization =
                self.amount(file, raw.utilization.as_ref(), base.and_then(|base| base.utilization.as_ref()));
            let budget = self.amount(file, raw.budget.as_ref(), base.and_then(|base| base.budget.as_ref()));
            let price_per_year =
                self.amount(file, raw.price_per_year.as_ref(), base.and_then(|base| base.price_per_year.as_ref()));
            let price_per_hour =
                self.amount(file, raw.price_per_hour.as_ref(), base.and_then(|base| base.price_per_hour.as_ref()));
            let (Some(id), Some(name)) = (id, name) else { continue };
            let record = Reference {
                id: id.clone(),
                name,
                energy,
                accelerators,
                utilization,
                budget,
                price_per_year,
                price_per_hour,
            };
            records.references.insert(id, Arc::new(record));
        }
    }

    /// What the row says, or else the base catalog.
    fn amount<V: FromStr<Err: Display> + Clone>(
        &mut self,
        file: &SpecFile,
        raw: Option<&RawFigure<'_>>,
        base: Option<&Figure<V>>,
    ) -> Option<Figure<V>> {
        match raw {
            Some(raw) => self.figure(file, raw),
            None => base.cloned(),
        }
    }
}
