//! Rules of `[[measured]]`: one row for each test, with its results.

use std::sync::Arc;

use super::super::SpecFile;
use super::super::error::Fault;
use super::super::raw::{RawResult, Text};
use super::{Checker, rows};
use crate::records::Records;
use crate::{Citation, Id, Measurement, Test};

impl Checker<'_> {
    pub(super) fn measurements(&mut self, records: &mut Records) {
        for (file, row) in rows(self.files, |spec| &spec.measured) {
            let raw = row.get_ref();
            let benchmark = self.words(file, "benchmark", &raw.benchmark);
            let round = raw.round.as_ref().and_then(|text| self.words(file, "round", text));
            let workload = self.words(file, "workload", &raw.workload);
            let scenario = self.words(file, "scenario", &raw.scenario);
            let unit = self.value(file, &raw.unit);
            let citation = self.citation(file, &raw.source, raw.at.as_ref());
            let whole = (benchmark, workload, scenario, unit, citation);
            let (Some(benchmark), Some(workload), Some(scenario), Some(unit), Some(citation)) = whole else { continue };
            let test = Arc::new(Test { benchmark, round, workload, scenario, unit });
            for result in &raw.results {
                let measurement = self.measurement(file, records, &test, &citation, result);
                records.measurements.extend(measurement.map(Arc::new));
            }
        }
    }

    fn measurement(
        &mut self,
        file: &SpecFile,
        records: &Records,
        test: &Arc<Test>,
        citation: &Citation,
        raw: &RawResult<'_>,
    ) -> Option<Measurement> {
        let accelerator = self.measured_accelerator(file, records, &raw.accelerator);
        let value = self.result(file, &raw.value);
        let precision = self.optional(file, raw.precision.as_ref());
        let submitter = raw.submitter.as_ref().and_then(|text| self.words(file, "submitter", text));
        let system = raw.system.as_ref().and_then(|text| self.words(file, "system", text));
        let note = raw.note.as_ref().and_then(|text| self.words(file, "note", text));
        Some(Measurement {
            test: Arc::clone(test),
            accelerator: accelerator?,
            count: raw.count.get(),
            value: value?,
            published: raw.value.to_string(),
            precision,
            submitter,
            system,
            note,
            citation: citation.clone(),
        })
    }

    fn measured_accelerator(&mut self, file: &SpecFile, records: &Records, text: &Text<'_>) -> Option<Id> {
        let fault = match records.accelerators.get(&**text) {
            Some(known) if known.parts.is_empty() => return Some(known.id.clone()),
            Some(known) => Fault::PartOfParts { id: known.id.to_string() },
            None => {
                let id: Id = self.value(file, text)?;
                let known = records.accelerators.keys().map(Id::as_str);
                let nearest = self.suggestions.nearest("accelerator", id.as_str(), known);
                Fault::UnknownAccelerator { id: id.to_string(), nearest }
            }
        };
        self.fail(file, text.span(file), fault);
        None
    }

    /// A plain number above zero.
    fn result(&mut self, file: &SpecFile, text: &Text<'_>) -> Option<f64> {
        let plain = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        let value = text.parse().ok().filter(|value: &f64| plain && (1e-60..=1e60).contains(value));
        if value.is_none() {
            self.fail(file, text.span(file), Fault::Result { text: text.to_string() });
        }
        value
    }
}
