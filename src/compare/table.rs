//! The printed comparison: a table within 100 columns, lettered notes, numbered sources.

use std::fmt;

use super::caveat::{self, Caveat};
use super::{CompareError, Comparison, Side};
use crate::{Citation, Dissent, Metric, Product, Reading};

/// No line is wider, but for an address.
const WIDTH: usize = 100;

/// No heading is wider; the full names stand above the table.
const NAME: usize = 24;

impl fmt::Display for Comparison<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut sheet = Sheet { products: *self, sources: Vec::new(), notes: Vec::new() };
        let mut rows = vec![sheet.header()];
        for metric in self.metrics() {
            let row = sheet.row(metric);
            rows.push(row);
        }
        hang(f, "", &format!("{} against {}", self.subject, self.baseline))?;
        if let Some(kinds) = caveat::of_kinds(self.subject, self.baseline) {
            hang(f, "", &kinds.to_string())?;
        }
        writeln!(f)?;
        align(f, &rows)?;
        if !sheet.notes.is_empty() {
            writeln!(f, "\nnotes")?;
            for (index, note) in sheet.notes.iter().enumerate() {
                hang(f, &format!("{:>4}  ", letter(index)), note)?;
            }
        }
        writeln!(f, "\nsources")?;
        for (index, (title, url)) in sheet.sources.iter().enumerate() {
            hang(f, &format!("{:>4}  ", format!("[{}]", index + 1)), title)?;
            writeln!(f, "      {url}")?;
        }
        Ok(())
    }
}

/// A table that is being filled: its rows refer to notes and sources by number.
struct Sheet<'a> {
    products: Comparison<'a>,
    sources: Vec<(String, String)>,
    notes: Vec<String>,
}

impl<'a> Sheet<'a> {
    fn header(&self) -> [String; 5] {
        let name = |product| cut(short_name(product), NAME);
        [String::new(), name(self.products.subject), name(self.products.baseline), "ratio".to_owned(), String::new()]
    }

    fn row(&mut self, metric: Metric) -> [String; 5] {
        let (subject, baseline) = (self.cell(metric, self.products.subject), self.cell(metric, self.products.baseline));
        let (ratio, notes) = match self.products.by(metric) {
            Ok(compared) => (compared.ratio.to_string(), self.caveats(&compared.caveats())),
            Err(error @ CompareError::Unlike { .. }) => ("-".to_owned(), vec![error.to_string()]),
            Err(_) => ("-".to_owned(), Vec::new()),
        };
        let mut notes: Vec<_> = notes.into_iter().map(|note| self.note(note)).collect();
        notes.sort_unstable();
        let letters: Vec<_> = notes.into_iter().map(letter).collect();
        [metric.label(), subject, baseline, ratio, letters.join(" ")]
    }

    /// A value or an absence with the numbers of its sources.
    fn cell(&mut self, metric: Metric, product: Product<'a>) -> String {
        match metric.read(product) {
            Ok(reading) => {
                let numbers = self.numbers(&reading);
                format!("{reading} {numbers}")
            }
            Err(gap) => match gap.provenance {
                Some(provenance) => format!("{} {}", gap.absence, self.number(&provenance.citation)),
                None => gap.absence.to_string(),
            },
        }
    }

    fn numbers(&mut self, reading: &Reading<'_>) -> String {
        let mut numbers: Vec<_> = reading.inputs().map(|input| self.number(&input.provenance.citation)).collect();
        numbers.dedup();
        numbers.concat()
    }

    /// The number of a source, given when it is first cited.
    fn number(&mut self, citation: &Citation) -> String {
        let source = (citation.to_string(), citation.source.url.clone());
        let known = self.sources.iter().position(|known| *known == source);
        let index = known.unwrap_or_else(|| {
            self.sources.push(source);
            self.sources.len() - 1
        });
        format!("[{}]", index + 1)
    }

    /// The index of a note, given when it first applies.
    fn note(&mut self, text: String) -> usize {
        self.notes.iter().position(|known| *known == text).unwrap_or_else(|| {
            self.notes.push(text);
            self.notes.len() - 1
        })
    }

    /// The caveats of a row as notes, all of one figure in one.
    fn caveats(&mut self, caveats: &[Caveat<'a>]) -> Vec<String> {
        let mut notes: Vec<(String, Vec<String>)> = Vec::new();
        for caveat in caveats {
            let Some((of, text)) = self.caveat(caveat) else { continue };
            match notes.iter_mut().find(|(known, _)| *known == of) {
                Some((_, texts)) => texts.push(text),
                None => notes.push((of, vec![text])),
            }
        }
        notes.into_iter().map(|(of, texts)| format!("{of}: {}", texts.join("; "))).collect()
    }

    /// What a caveat is about, and what it says; nothing where it stands above the table.
    fn caveat(&mut self, caveat: &Caveat<'_>) -> Option<(String, String)> {
        let of = |side: &Side| match side {
            Side::Subject => short_name(self.products.subject).to_owned(),
            Side::Baseline => short_name(self.products.baseline).to_owned(),
        };
        Some(match caveat {
            Caveat::Disputed { side, name, provenance } => {
                let of = format!("{}, {name}", of(side));
                let dissent: Vec<_> = provenance.dissent().iter().map(|dissent| self.dissent(dissent)).collect();
                let because = provenance.because().map(|because| format!(" ({because})")).unwrap_or_default();
                (of, format!("{} is preferred{because}; {}", provenance.published, dissent.join("; ")))
            }
            Caveat::Unstated { side, name, what } => {
                (format!("{}, {name}", of(side)), format!("the source does not state the {what}"))
            }
            Caveat::Qualified { side, name, qualifier } => (format!("{}, {name}", of(side)), qualifier.to_string()),
            Caveat::NotFromVendor { side, name, evidence } => {
                (format!("{}, {name}", of(side)), format!("not from the vendor but {evidence}"))
            }
            Caveat::FromMembers { side } => (of(side), "added up from its accelerators".to_owned()),
            Caveat::Kinds { .. } => return None,
        })
    }

    fn dissent(&mut self, dissent: &Dissent) -> String {
        let Dissent { published, citation, why, .. } = dissent;
        let number = self.number(citation);
        format!("{} {number} says {published}: {why}", citation.source.publisher)
    }
}

/// The name without the vendor's.
fn short_name(product: Product<'_>) -> &str {
    let name = product.name();
    name.strip_prefix(product.vendor()).unwrap_or(name).trim_start()
}

/// A text of at most so many characters, its end left out where it is longer.
fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let kept: String = text.chars().take(most - 1).collect();
    format!("{}…", kept.trim_end())
}

/// a, b, …, z, aa, ab, …
fn letter(index: usize) -> String {
    let last = char::from(b'a' + u8::try_from(index % 26).unwrap_or(0));
    if index < 26 { last.to_string() } else { format!("{}{last}", letter(index / 26 - 1)) }
}

/// Prints columns as wide as their widest cell; the ratio stands to the right, and notes that find no room on a line of their own.
fn align(f: &mut fmt::Formatter<'_>, rows: &[[String; 5]]) -> fmt::Result {
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let (label, subject, baseline, ratio) = (width(0), width(1), width(2), width(3));
    for [a, b, c, d, notes] in rows {
        let line = format!("{a:label$}  {b:subject$}  {c:baseline$}  {d:>ratio$}");
        if notes.is_empty() {
            writeln!(f, "{line}")?;
        } else {
            hang(f, &format!("{line}  "), notes)?;
        }
    }
    Ok(())
}

/// Prints a text behind a mark, its further lines under the first.
fn hang(f: &mut fmt::Formatter<'_>, mark: &str, text: &str) -> fmt::Result {
    let indent = mark.chars().count();
    let mut line = mark.to_owned();
    let mut filled = indent;
    for word in text.split_whitespace() {
        let length = word.chars().count();
        if filled > indent && filled + 1 + length > WIDTH {
            writeln!(f, "{line}")?;
            line = " ".repeat(indent);
            filled = indent;
        }
        if filled > indent {
            line.push(' ');
            filled += 1;
        }
        line.push_str(word);
        filled += length;
    }
    writeln!(f, "{line}")
}
