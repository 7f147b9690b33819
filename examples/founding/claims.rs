//! Statements that are claims: audited.

use accelspec::{Catalog, Finding, Metric, audit};

use crate::answers::{Lines, cited, find, said};

/// The audits of some claims, each in its five lines.
pub(crate) fn audited(catalog: &'static Catalog, ids: &[&str]) -> Lines {
    let mut lines = Vec::new();
    for id in ids {
        let claim = catalog.claim(id).ok_or_else(|| format!("no claim {id}"))?;
        lines.extend(audit(catalog, claim).to_string().lines().map(ToOwned::to_owned));
    }
    Ok(lines)
}

pub(crate) fn thirty_times(catalog: &'static Catalog) -> Lines {
    audited(
        catalog,
        &[
            "gb200-nvl72-vs-h100-inference-30x-same-count",
            "gb200-nvl72-vs-h100-gptmoe-training-4x",
            "gb200-nvl72-vs-h200-mlperf50-30x",
        ],
    )
}

pub(crate) fn two_for_eight_thousand(catalog: &'static Catalog) -> Lines {
    let claim = catalog.claim("blackwell-vs-hopper-1p8t-chip-count").ok_or("the claim is on record")?;
    let mut lines: Vec<_> = audit(catalog, claim).to_string().lines().map(ToOwned::to_owned).collect();
    if let Finding::Performance(performance) = audit(catalog, claim).finding
        && let Some(same) = performance.same_format
    {
        lines.push(format!(
            "implied for each chip: {}; the rates allow {same} at one format on both sides, so that the rest has to come from fewer bits",
            performance.per_accelerator
        ));
    }
    lines.push(
        "the same source has 4 MW for the 2,000 and 15 MW for the 8,000: 2 kW and 1.875 kW a chip with all around it"
            .to_owned(),
    );
    lines.push(said(find(catalog, "B200")?.into(), Metric::Tdp));
    lines.push(said(find(catalog, "H100")?.into(), Metric::Tdp));
    Ok(lines)
}

pub(crate) fn gaudi3(catalog: &'static Catalog) -> Lines {
    let (gaudi3, h100) = (find(catalog, "Gaudi 3")?, find(catalog, "H100")?);
    let comparison = accelspec::compare(gaudi3, h100)?;
    let mut lines = Vec::new();
    for metric in comparison.metrics() {
        if let Ok(compared) = comparison.by(metric) {
            let (subject, baseline) = (cited(&compared.subject), cited(&compared.baseline));
            lines.push(format!("{}: {subject} against {baseline}: {}", metric.label(), compared.ratio));
        }
    }
    for audit in accelspec::audit_between(catalog, gaudi3, h100) {
        lines.push(format!("“{}” ({}): {}", audit.claim.as_printed, audit.claim.metric, audit.verdict));
    }
    Ok(lines)
}

pub(crate) fn willow(catalog: &'static Catalog) -> Lines {
    let mut lines = audited(catalog, &["willow-vs-supercomputer-rcs"])?;
    let claim = catalog.claim("willow-vs-supercomputer-rcs").ok_or("the claim is on record")?;
    lines.push(format!("the ratio: {}", claim.improvement()));
    Ok(lines)
}
