//! Rules of `[[source]]`.

use std::sync::Arc;

use super::super::error::Fault;
use super::{Checker, rows};
use crate::Source;
use crate::records::Records;
use crate::source::Access;

impl Checker<'_> {
    pub(super) fn sources(&mut self, records: &mut Records) {
        for (file, row) in rows(self.files, |spec| &spec.sources) {
            let raw = row.get_ref();
            let id = self.declare(file, &raw.id, "source");
            let publisher = self.words(file, "publisher", &raw.publisher);
            let title = self.words(file, "title", &raw.title);
            let url = self.words(file, "url", &raw.url);
            if let Some(url) = url.as_ref().filter(|url| !is_address(url)) {
                self.fail(file, raw.url.span(file), Fault::Address { url: url.clone() });
            }
            let date = self.optional(file, raw.date.as_ref());
            let evidence = self.value(file, &raw.evidence);
            let via = self.optional(file, raw.via.as_ref()).unwrap_or(Access::Original);
            let parts = (id, publisher, title, url, evidence);
            if let (Some(id), Some(publisher), Some(title), Some(url), Some(evidence)) = parts {
                let source = Source { id: id.clone(), publisher, title, url, date, evidence, via };
                let source = Arc::new(source);
                self.cited.insert(&raw.id, Arc::clone(&source));
                records.sources.insert(id, source);
            }
        }
    }
}

/// An address with a host, and without spaces or control characters.
fn is_address(url: &str) -> bool {
    let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    host.is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
        && url.bytes().all(|byte| byte > b' ' && byte != 0x7f)
}
