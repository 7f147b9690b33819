//! The third stage: the rules. Rows become records, or errors that say which rule each breaks.

mod claim;
mod figure;
pub(super) mod illegible;
mod measured;
mod memory;
mod names;
mod product;
mod reference;
mod source;
mod suggestion;

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::ops::Range;
use std::sync::Arc;

use illegible::{illegible, is_long};
use suggestion::Suggestions;
use toml::Spanned;

use super::error::Fault;
use super::raw::{RawSpec, Text};
use super::{Clash, LoadError, SpecError, SpecFile};
use crate::excerpt::Visible;
use crate::names::Names;
use crate::records::Records;
use crate::{Citation, Id, Source};

/// Checks the rows of all files together, against and on top of the records of a base catalog.
///
/// The files come sorted, so that neither the records nor the errors depend on the order they were given in.
pub(crate) fn check<'a>(
    files: &'a [(&'a SpecFile, RawSpec<'a>)],
    base: &'a Records,
    clash: Clash,
) -> Result<(Records, Names), LoadError> {
    let rows = files.iter().map(|(_, spec)| {
        spec.sources.len() + spec.accelerators.len() + spec.systems.len() + spec.claims.len() + spec.references.len()
    });
    let declared = HashMap::with_capacity(rows.sum());
    let cited = base.sources.iter().map(|(id, source)| (id.as_str(), Arc::clone(source))).collect();
    let mut checker = Checker {
        files,
        base,
        clash,
        errors: Vec::new(),
        declared,
        cited,
        last_cited: None,
        suggestions: Suggestions::default(),
    };
    let mut records = base.clone();
    checker.sources(&mut records);
    checker.accelerators(&mut records);
    checker.systems(&mut records);
    checker.claims(&mut records);
    checker.memories(&mut records);
    checker.measurements(&mut records);
    checker.references(&mut records);
    let names = checker.names(&records);
    if checker.errors.is_empty() { Ok((records, names)) } else { Err(LoadError::new(checker.errors)) }
}

struct Checker<'a> {
    files: &'a [(&'a SpecFile, RawSpec<'a>)],
    /// What the files are loaded on top of.
    base: &'a Records,
    clash: Clash,
    errors: Vec<SpecError>,
    /// Where each id of these files is declared.
    declared: HashMap<&'a str, (&'a SpecFile, usize)>,
    /// Every source by id, those of the base catalog included.
    cited: HashMap<&'a str, Arc<Source>>,
    last_cited: Option<Arc<Source>>,
    suggestions: Suggestions,
}

impl<'a> Checker<'a> {
    fn fail(&mut self, file: &SpecFile, span: Range<usize>, fault: Fault) {
        self.errors.push(SpecError::at(file, span, fault));
    }

    /// Reads the id of a row, and refuses it where it is taken: ids are unique over all kinds of records.
    fn declare(&mut self, file: &'a SpecFile, text: &'a Text<'a>, kind: &'static str) -> Option<Id> {
        let id: Id = self.value(file, text)?;
        if is_long(text) {
            self.fail(file, text.span(file), Fault::LongName { key: "id", text: id.to_string() });
            return None;
        }
        match self.declared.entry(text) {
            Entry::Vacant(free) => _ = free.insert((file, text.span(file).start)),
            Entry::Occupied(known) => {
                let (first, offset) = *known.get();
                let first = format!("{}:{}", Visible(first.name()), first.position(offset));
                self.fail(file, text.span(file), Fault::DuplicateId { id: id.to_string(), first });
                return None;
            }
        }
        let fault = match (self.base.kind_of(&id), self.clash) {
            (None, _) => return Some(id),
            // A source is never replaced, since figures that nobody looked at again would stand on another document.
            (Some("source"), Clash::Override) if kind == "source" => Fault::SourceClash { id: id.to_string() },
            (Some(known), Clash::Override) if known == kind => return Some(id),
            (Some(known), Clash::Override) => Fault::OtherKind { id: id.to_string(), known },
            (Some(_), Clash::Refuse) => Fault::Clash { id: id.to_string() },
        };
        self.fail(file, text.span(file), fault);
        None
    }

    /// Reads a value from its text; its type's own message tells what is wrong with it.
    fn value<V: std::str::FromStr<Err: std::fmt::Display>>(&mut self, file: &SpecFile, text: &Text<'_>) -> Option<V> {
        match text.parse() {
            Ok(value) => Some(value),
            Err(error) => {
                self.fail(file, text.span(file), Fault::Value { message: error.to_string() });
                None
            }
        }
    }

    fn optional<V: std::str::FromStr<Err: std::fmt::Display>>(
        &mut self,
        file: &SpecFile,
        text: Option<&Text<'_>>,
    ) -> Option<V> {
        text.and_then(|text| self.value(file, text))
    }

    /// A text that says something.
    fn words(&mut self, file: &SpecFile, key: &'static str, text: &Text<'_>) -> Option<String> {
        let trimmed = text.trim();
        if trimmed.is_empty() {
            self.fail(file, text.span(file), Fault::Empty { key });
            return None;
        }
        if matches!(key, "name" | "vendor") {
            self.illegible(file, key, text);
        }
        Some(trimmed.to_owned())
    }

    /// Reports a name that is illegible, and says whether it is.
    fn illegible(&mut self, file: &SpecFile, key: &'static str, name: &Text<'_>) -> bool {
        let fault = illegible(key, name);
        let found = fault.is_some();
        if let Some(fault) = fault {
            self.fail(file, name.span(file), fault);
        }
        found
    }

    /// A text that every row of its kind has; `known` is what the base catalog says.
    fn required<V>(
        &mut self,
        file: &SpecFile,
        row: (&'static str, Range<usize>),
        key: &'static str,
        stated: Option<V>,
        known: Option<V>,
    ) -> Option<V> {
        if stated.is_none() && known.is_none() {
            self.fail(file, row.1, Fault::Missing { row: row.0, key });
        }
        stated.or(known)
    }

    /// A text that every row of its kind has. One that says nothing is there, and is not missed too.
    fn required_words(
        &mut self,
        file: &SpecFile,
        row: (&'static str, Range<usize>),
        key: &'static str,
        text: Option<&Text<'_>>,
        known: Option<String>,
    ) -> Option<String> {
        match text {
            Some(text) => self.words(file, key, text),
            None => self.required(file, row, key, None, known),
        }
    }

    fn citation(&mut self, file: &SpecFile, source: &Text<'_>, at: Option<&Text<'_>>) -> Option<Citation> {
        let id: &str = source;
        // Neighbours mostly cite the same source.
        let last = self.last_cited.as_ref().filter(|last| last.id == *id);
        if let Some(source) = last.or_else(|| self.cited.get(id)).cloned() {
            self.last_cited = Some(Arc::clone(&source));
            return Some(Citation { source, at: at.map(|at| (**at).into()) });
        }
        let nearest = self.suggestions.nearest("source", id, self.cited.keys().copied());
        self.fail(file, source.span(file), Fault::UnknownSource { id: id.to_owned(), nearest });
        None
    }
}

/// A text of its own, of one borrowed from the file.
fn owned(text: Option<&Text<'_>>) -> Option<String> {
    text.map(|text| (**text).to_owned())
}

/// An iterator over one kind of rows of all files, free of the borrow of the checker.
fn rows<'a, R: 'a>(
    files: &'a [(&'a SpecFile, RawSpec<'a>)],
    of: impl Fn(&'a RawSpec<'a>) -> &'a [Spanned<R>],
) -> impl Iterator<Item = (&'a SpecFile, &'a Spanned<R>)> {
    files.iter().flat_map(move |(file, spec)| of(spec).iter().map(|row| (*file, row)))
}
