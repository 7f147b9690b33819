//! Rules of one figure: a value or an absence, a source, dissent with its reasons, the strongest evidence preferred.

use std::fmt::Display;
use std::ops::Range;
use std::str::FromStr;

use super::super::SpecFile;
use super::super::error::Fault;
use super::super::raw::{RawDissent, RawFigure, RawLevel, RawLink, RawPeak, RawPrice, Text};
use super::{Checker, owned};
use crate::figure::{Disagreement, Dissent, Provenance};
use crate::{Absence, Evidence, Figure, Qualifier, Qualifiers};

/// What all figures have in common, whatever qualifiers they carry beside it.
pub(super) struct Parts<'a> {
    value: Option<&'a Text<'a>>,
    absent: Option<&'a Text<'a>>,
    source: &'a Text<'a>,
    at: Option<&'a Text<'a>>,
    qualifiers: Option<&'a Vec<Text<'a>>>,
    note: Option<&'a Text<'a>>,
    because: Option<&'a Text<'a>>,
    also: Option<&'a Vec<RawDissent<'a>>>,
}

/// `RawFigure` and those with qualifiers are separate types, since a flattened one would lose the places of its texts.
macro_rules! parts_of {
    ($($raw:ident),*) => {
        $(
            impl<'a> From<&'a $raw<'a>> for Parts<'a> {
                fn from(raw: &'a $raw<'a>) -> Self {
                    Self {
                        value: raw.value.as_ref(),
                        absent: raw.absent.as_ref(),
                        source: &raw.source,
                        at: raw.at.as_ref(),
                        qualifiers: raw.qualifiers.as_ref(),
                        note: raw.note.as_ref(),
                        because: raw.because.as_ref(),
                        also: raw.also.as_ref(),
                    }
                }
            }
        )*
    };
}

parts_of!(RawFigure, RawPeak, RawLink, RawLevel, RawPrice);

impl Parts<'_> {
    /// Where a message on the figure as a whole points.
    pub(super) fn place(&self, file: &SpecFile) -> Range<usize> {
        self.value.or(self.absent).unwrap_or(self.source).span(file)
    }
}

impl Checker<'_> {
    /// A figure, or nothing where a rule is broken.
    pub(super) fn figure<'r, V>(&mut self, file: &SpecFile, raw: impl Into<Parts<'r>>) -> Option<Figure<V>>
    where
        V: FromStr<Err: Display>,
    {
        let raw = raw.into();
        let stated = self.stated(file, raw.source, raw.value, raw.absent);
        let citation = self.citation(file, raw.source, raw.at);
        let qualifiers = self.qualifiers(file, raw.qualifiers);
        let also = raw.also.map_or(&[][..], Vec::as_slice);
        let mut dissenting = Vec::with_capacity(also.len());
        let mut dissent = Vec::with_capacity(also.len());
        let mut strongest: Option<Evidence> = None;
        for other in also {
            let stated = self.stated(file, &other.source, other.value.as_ref(), other.absent.as_ref());
            let citation = self.citation(file, &other.source, other.at.as_ref());
            let qualifiers = self.qualifiers(file, other.qualifiers.as_ref());
            let why = self.words(file, "why", &other.why);
            if let (Some((published, stated)), Some(citation), Some(why)) = (stated, citation, why) {
                let evidence = citation.source.evidence;
                if strongest.is_none_or(|known| evidence.is_stronger_than(known)) {
                    strongest = Some(evidence);
                }
                dissenting.push(stated);
                dissent.push(Dissent { published, citation, qualifiers, why });
            }
        }
        let (published, stated) = stated?;
        let citation = citation?;
        let preferred = citation.source.evidence;
        if preferred == Evidence::Rumour {
            self.fail(file, raw.source.span(file), Fault::PreferredRumour);
        }
        if let Some(dissent) = strongest {
            let unexplained = raw.because.is_none_or(|because| because.trim().is_empty());
            if dissent.is_stronger_than(preferred) && unexplained {
                let fault = Fault::WeakerPreferred { preferred: preferred.to_string(), dissent: dissent.to_string() };
                self.fail(file, raw.source.span(file), fault);
            }
        }
        let disagreement = Disagreement { because: owned(raw.because), dissent };
        let provenance = Provenance::new(published, citation, qualifiers, owned(raw.note), disagreement);
        Some(Figure::new(stated, dissenting, provenance))
    }

    /// A value or an absence, with the text as published.
    fn stated<V>(
        &mut self,
        file: &SpecFile,
        source: &Text<'_>,
        value: Option<&Text<'_>>,
        absent: Option<&Text<'_>>,
    ) -> Option<(String, Result<V, Absence>)>
    where
        V: FromStr<Err: Display>,
    {
        match (value, absent) {
            (Some(text), None) => {
                let published = self.words(file, "value", text)?;
                match published.parse() {
                    Ok(value) => Some((published, Ok(value))),
                    Err(error) => {
                        self.fail(file, text.span(file), Fault::Value { message: error.to_string() });
                        None
                    }
                }
            }
            (None, Some(text)) => {
                let absence: Absence = self.value(file, text)?;
                Some((absence.to_string(), Err(absence)))
            }
            (Some(text), Some(_)) => {
                self.fail(file, text.span(file), Fault::ValueAndAbsent);
                None
            }
            (None, None) => {
                self.fail(file, source.span(file), Fault::NeitherValueNorAbsent);
                None
            }
        }
    }

    fn qualifiers(&mut self, file: &SpecFile, texts: Option<&Vec<Text<'_>>>) -> Qualifiers {
        texts.into_iter().flatten().filter_map(|text| self.value::<Qualifier>(file, text)).collect()
    }
}
