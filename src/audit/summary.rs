//! An audit in five lines that a person understands.

use std::fmt::{self, Display};

use super::{Audit, Beside, Finding, Performance, Verdict};
use crate::{Caveat, Claim, MeasuredRange, Ratio};

impl Display for Audit<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", claim_line(self.claim))?;
        writeln!(f, "{}", verdict_line(self))?;
        writeln!(f, "{}", basis_line(&self.finding))?;
        writeln!(f, "{}", beside_line(self))?;
        write!(f, "{}", measured_line(self.measured.as_ref()))
    }
}

fn claim_line(claim: &Claim) -> String {
    let Claim { subject, baseline, metric, ratio, bound, sense, as_printed, workload, citation, .. } = claim;
    let workload = workload.as_ref().map_or(String::new(), |workload| format!(", {workload}"));
    let sense = if ratio.sense().is_some() { String::new() } else { format!(" times {sense}") };
    format!(
        "{subject} against {baseline}: “{as_printed}” ({metric}{workload}; {bound} {ratio}{sense}), says {} [{}]",
        citation.source.publisher, citation.source.id
    )
}

fn verdict_line(audit: &Audit<'_>) -> String {
    let verdict = audit.verdict;
    match &audit.finding {
        Finding::Nothing(reason) => format!("verdict: {verdict}: {reason}"),
        Finding::Figures(_) => format!("verdict: {verdict}"),
        Finding::Performance(performance) => match (verdict, performance.unexplained) {
            (Verdict::Beyond, Some(factor)) => {
                format!("verdict: {verdict} {}, {factor} times are left unexplained", performance.bound)
            }
            _ => format!("verdict: {verdict} {}{}", performance.bound, format_change(performance)),
        },
    }
}

/// That only a change of format allows as much as is claimed.
fn format_change(performance: &Performance<'_>) -> String {
    let change = performance.beside.iter().find(|beside| matches!(beside, Beside::FormatChange(_)));
    change.map_or_else(String::new, |change| format!(", but {change}"))
}

fn basis_line(finding: &Finding<'_>) -> String {
    match finding {
        Finding::Nothing(_) => "rests on: nothing that the catalog holds".to_owned(),
        Finding::Figures(recomputed) => format!("rests on: {recomputed}"),
        Finding::Performance(performance) => format!("rests on: {}", factors(performance)),
    }
}

fn factors(performance: &Performance<'_>) -> String {
    let (subject, baseline) = performance.precisions;
    let mut parts: Vec<String> = Vec::new();
    for factor in &performance.factors {
        let bytes =
            if factor.bytes == Ratio::ONE { String::new() } else { format!(" × {} for fewer bits", factor.bytes) };
        parts.push(format!("{} {}/{} = {}{bytes}", factor.resource, factor.subject, factor.baseline, factor.rates));
    }
    parts.extend(performance.power.map(|power| format!("power {power} times")));
    let each = if performance.units == Ratio::ONE {
        "each accelerator".to_owned()
    } else {
        format!(
            "each accelerator, {} of them against one, which leaves {}",
            performance.units, performance.per_accelerator
        )
    };
    let formats = if subject == baseline { subject.to_string() } else { format!("{subject} against {baseline}") };
    format!("{each}, {formats}: {}", parts.join("; "))
}

fn beside_line(audit: &Audit<'_>) -> String {
    let mut parts: Vec<String> = match &audit.finding {
        Finding::Performance(performance) => {
            let shown_above =
                |beside: &&Beside| audit.verdict != Verdict::Within || !matches!(beside, Beside::FormatChange(_));
            let beside = performance.beside.iter().filter(shown_above).map(ToString::to_string);
            // The dissent on each rate would bury the rest; it is in the data.
            let weak = |caveat: &Caveat<'_>| matches!(caveat, Caveat::Unstated { .. } | Caveat::NotFromVendor { .. });
            let caveats = performance.caveats();
            beside.chain(caveats.iter().filter(|caveat| weak(caveat)).map(ToString::to_string)).collect()
        }
        Finding::Figures(recomputed) => recomputed.caveats().iter().map(ToString::to_string).collect(),
        Finding::Nothing(_) => Vec::new(),
    };
    parts.extend(audit.claim.caveats.iter().cloned());
    if parts.is_empty() { "beside it: nothing".to_owned() } else { format!("beside it: {}", parts.join("; ")) }
}

fn measured_line(measured: Option<&MeasuredRange<'_>>) -> String {
    match measured {
        None => "measured: nothing comparable is recorded".to_owned(),
        Some(MeasuredRange { low, pairs: 1, .. }) => format!("measured: {low}"),
        Some(MeasuredRange { low, high, pairs }) => {
            format!("measured: {} to {} each, in {pairs} pairs; least {low}; most {high}", low.ratio, high.ratio)
        }
    }
}

impl Display for Beside {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MemoryCapacity(ratio) => write!(f, "{ratio} times the memory for each accelerator"),
            Self::LinkDomain { subject, baseline } => {
                write!(f, "links that join {subject} against {baseline} accelerators")
            }
            Self::PrecisionOpen(side) => write!(f, "the {side}'s precision is not stated, and taken as allows most"),
            Self::UnitsOpen => f.write_str("how many stand on each side is not stated, and taken as equal"),
            Self::FormatChange(most) => write!(f, "at one format on both sides the rates allow {most} at most"),
            Self::NoLink => f.write_str("the link between accelerators is not recorded on both sides"),
        }
    }
}
