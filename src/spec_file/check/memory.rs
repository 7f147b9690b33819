//! Rules of `[[memory]]`.

use std::sync::Arc;

use super::{Checker, rows};
use crate::Memory;
use crate::records::Records;

impl Checker<'_> {
    pub(super) fn memories(&mut self, records: &mut Records) {
        for (file, row) in rows(self.files, |spec| &spec.memories) {
            let raw = row.get_ref();
            let id = self.declare(file, &raw.id, "memory");
            let base = records.memories.get(&*raw.id).cloned();
            let base = base.as_deref();
            let at = ("memory", row.span());
            let name =
                self.required_words(file, at.clone(), "name", raw.name.as_ref(), base.map(|base| base.name.clone()));
            let per = match &raw.per {
                Some(text) => self.value(file, text),
                None => self.required(file, at, "per", None, base.map(|base| base.per)),
            };
            let capacity = raw.capacity.as_ref().map(|raw| self.figure(file, raw));
            let bandwidth = raw.bandwidth.as_ref().map(|raw| self.figure(file, raw));
            let bus_width = raw.bus_width.as_ref().map(|raw| self.figure(file, raw));
            let data_rate = raw.data_rate.as_ref().map(|raw| self.figure(file, raw));
            let (Some(id), Some(name), Some(per)) = (id, name, per) else { continue };
            let record = Memory {
                id: id.clone(),
                name,
                per,
                capacity: capacity.unwrap_or_else(|| base?.capacity.clone()),
                bandwidth: bandwidth.unwrap_or_else(|| base?.bandwidth.clone()),
                bus_width: bus_width.unwrap_or_else(|| base?.bus_width.clone()),
                data_rate: data_rate.unwrap_or_else(|| base?.data_rate.clone()),
            };
            records.memories.insert(id, Arc::new(record));
        }
    }
}
