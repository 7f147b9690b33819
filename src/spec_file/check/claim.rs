//! Rules of `[[claim]]`.

use std::sync::Arc;

use super::super::SpecFile;
use super::super::error::Fault;
use super::super::raw::{RawClaim, Text};
use super::{Checker, rows};
use crate::records::Records;
use crate::{Better, Claim, ClaimMetric, Id, Party, PrintedRatio, Sense};

impl Checker<'_> {
    pub(super) fn claims(&mut self, records: &mut Records) {
        for (file, row) in rows(self.files, |spec| &spec.claims) {
            let raw = row.get_ref();
            let id = self.declare(file, &raw.id, "claim");
            let span = row.span();
            let subject =
                self.party(file, records, span.clone(), "subject", (raw.subject.as_ref(), raw.subject_name.as_ref()));
            let baseline =
                self.party(file, records, span, "baseline", (raw.baseline.as_ref(), raw.baseline_name.as_ref()));
            let metric = self.value(file, &raw.metric);
            let ratio = self.value(file, &raw.ratio);
            let bound = self.value(file, &raw.bound);
            let sense = self.sense(file, raw, metric, ratio.as_ref());
            let link = self.optional(file, raw.link.as_ref());
            let part = raw.part.as_ref().and_then(|text| self.words(file, "part", text));
            let as_printed = self.words(file, "as-printed", &raw.as_printed);
            let workload = raw.workload.as_ref().and_then(|text| self.words(file, "workload", text));
            let subject_precision = self.optional(file, raw.subject_precision.as_ref());
            let baseline_precision = self.optional(file, raw.baseline_precision.as_ref());
            let subject_sparsity = self.optional(file, raw.subject_sparsity.as_ref());
            let baseline_sparsity = self.optional(file, raw.baseline_sparsity.as_ref());
            let date = self.optional(file, raw.date.as_ref());
            let citation = self.citation(file, &raw.source, raw.at.as_ref());
            let whole = (id, subject, baseline, metric, ratio, bound, sense, as_printed, citation);
            let (
                Some(id),
                Some(subject),
                Some(baseline),
                Some(metric),
                Some(ratio),
                Some(bound),
                Some(sense),
                Some(as_printed),
                Some(citation),
            ) = whole
            else {
                continue;
            };
            let claim = Claim {
                id: id.clone(),
                subject,
                baseline,
                metric,
                ratio,
                bound,
                sense,
                link,
                part,
                as_printed,
                workload,
                subject_precision,
                baseline_precision,
                subject_sparsity,
                baseline_sparsity,
                subject_units: raw.subject_units.map(std::num::NonZero::get),
                baseline_units: raw.baseline_units.map(std::num::NonZero::get),
                caveats: raw.caveats.iter().flatten().map(|text| (**text).to_owned()).collect(),
                date,
                citation,
            };
            records.claims.insert(id, Arc::new(claim));
        }
    }

    /// More or less: as the form of the ratio says, or the row, or the metric where more of it is better. "4 times faster" leaves open
    /// whether the time or the speed is meant, so that a metric of which less is better goes with a word on it.
    fn sense(
        &mut self,
        file: &SpecFile,
        raw: &RawClaim<'_>,
        metric: Option<ClaimMetric>,
        ratio: Option<&PrintedRatio>,
    ) -> Option<Sense> {
        let stated: Option<Sense> = self.optional(file, raw.sense.as_ref());
        match (ratio?.sense(), stated) {
            (Some(formed), Some(stated)) if formed != stated => {
                let ratio = raw.ratio.to_string();
                self.fail(file, raw.ratio.span(file), Fault::SenseAgainstForm { ratio, formed, stated });
                None
            }
            (Some(sense), _) | (None, Some(sense)) => Some(sense),
            (None, None) if raw.sense.is_some() => None,
            (None, None) => match metric?.better() {
                Better::Higher => Some(Sense::More),
                Better::Lower => {
                    self.fail(file, raw.metric.span(file), Fault::SenseMissing { metric: raw.metric.to_string() });
                    None
                }
            },
        }
    }

    fn party(
        &mut self,
        file: &SpecFile,
        records: &Records,
        row: std::ops::Range<usize>,
        key: &'static str,
        (id, name): (Option<&Text<'_>>, Option<&Text<'_>>),
    ) -> Option<Party> {
        match (id, name) {
            (Some(id), Some(_)) => self.fail(file, id.span(file), Fault::PartyTwice { key }),
            (None, None) => self.fail(file, row, Fault::PartyMissing { key }),
            (None, Some(name)) => return self.words(file, key, name).map(Party::Named),
            (Some(id), None) if **id == *"undisclosed" => return Some(Party::Undisclosed),
            (Some(text), None) => {
                let id: Id = self.value(file, text)?;
                if records.accelerators.contains_key(&id) || records.systems.contains_key(&id) {
                    return Some(Party::Product(id));
                }
                let known = records.accelerators.keys().chain(records.systems.keys()).map(Id::as_str);
                let nearest = self.suggestions.nearest("product", id.as_str(), known);
                self.fail(file, text.span(file), Fault::UnknownProduct { id: id.to_string(), nearest });
            }
        }
        None
    }
}
