//! Many audits at a glance: by vendor and verdict.

use std::collections::BTreeMap;
use std::fmt;

use super::{Audit, Verdict};
use crate::{Catalog, Party, Vocabulary};

/// Counts audits by the vendor of the subject and by verdict.
///
/// ```
/// use accelspec::{Catalog, Verdict, audit_all, tally};
///
/// let catalog = Catalog::builtin();
/// let tally = tally(catalog, &audit_all(catalog));
/// assert_eq!(tally.total(), catalog.claims().count());
/// assert!(tally.of("NVIDIA", Verdict::Beyond) > 5);
/// println!("{tally}");
/// ```
pub fn tally(catalog: &Catalog, audits: &[Audit<'_>]) -> Tally {
    let mut counts: BTreeMap<String, BTreeMap<Verdict, usize>> = BTreeMap::new();
    for audit in audits {
        let vendor = match &audit.claim.subject {
            Party::Product(id) => catalog.product(id.as_str()).map(|product| product.vendor().to_owned()),
            _ => None,
        };
        let vendor = vendor.unwrap_or_else(|| "others".to_owned());
        *counts.entry(vendor).or_default().entry(audit.verdict).or_default() += 1;
    }
    Tally { counts }
}

/// How many audits end in each verdict, by the vendor of the subject. Prints as a Markdown table, the vendor with most claims first.
///
/// ```
/// use accelspec::{Catalog, audit_all, tally};
///
/// let catalog = Catalog::builtin();
/// let table = tally(catalog, &audit_all(catalog)).to_string();
/// assert!(table.starts_with("| claims about | confirmed | confirmed when rounded | overstated |"));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    counts: BTreeMap<String, BTreeMap<Verdict, usize>>,
}

impl Tally {
    /// How many audits of claims about a vendor's products end in a verdict.
    ///
    /// ```
    /// use accelspec::{Catalog, Verdict, audit_all, tally};
    ///
    /// let catalog = Catalog::builtin();
    /// assert_eq!(tally(catalog, &audit_all(catalog)).of("Nobody", Verdict::Within), 0);
    /// ```
    pub fn of(&self, vendor: &str, verdict: Verdict) -> usize {
        self.counts.get(vendor).and_then(|verdicts| verdicts.get(&verdict)).copied().unwrap_or(0)
    }

    /// How many audits there are in all.
    ///
    /// ```
    /// assert_eq!(accelspec::Tally::default().total(), 0);
    /// ```
    pub fn total(&self) -> usize {
        self.counts.values().flat_map(BTreeMap::values).sum()
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let verdicts: Vec<Verdict> = Verdict::WORDS.iter().map(|(verdict, _)| *verdict).collect();
        let heads: Vec<_> = verdicts.iter().map(ToString::to_string).collect();
        writeln!(f, "| claims about | {} | all |", heads.join(" | "))?;
        writeln!(f, "|---|{}---:|", "---:|".repeat(verdicts.len()))?;
        let mut vendors: Vec<_> = self.counts.iter().collect();
        vendors.sort_by_key(|(_, counts)| std::cmp::Reverse(counts.values().sum::<usize>()));
        for (vendor, counts) in vendors {
            let cells: Vec<_> = verdicts.iter().map(|verdict| self.of(vendor, *verdict).to_string()).collect();
            writeln!(f, "| {vendor} | {} | {} |", cells.join(" | "), counts.values().sum::<usize>())?;
        }
        let sums = verdicts
            .iter()
            .map(|verdict| self.counts.values().filter_map(|counts| counts.get(verdict)).sum::<usize>().to_string());
        write!(f, "| all | {} | {} |", sums.collect::<Vec<_>>().join(" | "), self.total())
    }
}
