//! Statements about figures of chips and systems.

use std::collections::BTreeMap;

use accelspec::{
    Agreement, Bound, Catalog, Currency, Direction, Kind, LinkRole, Metric, PeakKey, Precision, Product, Quantity,
    Vocabulary, compare, dimension::Money,
};

use crate::answers::{Lines, cited, dissent, find, published, said};

pub(crate) fn transistors(catalog: &'static Catalog) -> Lines {
    let (b100, h100) = (find(catalog, "B100")?, find(catalog, "H100")?);
    let compared = compare(b100, h100)?.by(Metric::Transistors)?;
    Ok(vec![
        format!("{} against {}: {}", cited(&compared.subject), cited(&compared.baseline), compared.ratio),
        format!(
            "dies in the package: B100 {}, H100 {}",
            published(b100.figures.dies.as_ref()),
            published(h100.figures.dies.as_ref())
        ),
    ])
}

pub(crate) fn two_and_a_half_times(catalog: &'static Catalog) -> Lines {
    let gh200 = find(catalog, "GH200")?;
    let mut lines = Vec::new();
    for name in ["B100", "B200", "nvidia-gb200-gpu"] {
        let chip = find(catalog, name)?;
        let comparison = compare(chip, gh200)?;
        let (mut holds, mut fails) = (Vec::new(), Vec::new());
        for (precision, _) in Precision::WORDS {
            let Ok(ratio) = comparison.ratio(Metric::Peak(PeakKey::dense_matrix(*precision))) else { continue };
            let list = match Agreement::of(ratio, &"2.5".parse()?, Bound::About) {
                Agreement::Confirmed => &mut holds,
                _ => &mut fails,
            };
            list.push(format!("{precision} {ratio}"));
        }
        let or_none = |list: Vec<String>| if list.is_empty() { "no precision".to_owned() } else { list.join(", ") };
        lines.push(format!("{}, dense: 2.5 holds at {}; not at {}", chip.name, or_none(holds), or_none(fails)));
    }
    let fp4 = Metric::Peak(PeakKey::dense_matrix(Precision::Fp4)).read(find(catalog, "B100")?)?;
    let fp8 = Metric::Peak(PeakKey::dense_matrix(Precision::Fp8)).read(gh200)?;
    let ratio = fp4.base() / fp8.base();
    lines.push(format!("across precisions: {} of fp4 against {} of fp8 is {ratio:.2}", cited(&fp4), cited(&fp8)));
    Ok(lines)
}

pub(crate) fn power_by_generation(catalog: &'static Catalog) -> Lines {
    let mut lines = Vec::new();
    for name in ["A100 SXM4 80GB", "H100", "B100", "B200"] {
        let chip = find(catalog, name)?;
        lines.push(said(chip.into(), Metric::Tdp));
        lines.extend(dissent(chip.figures.tdp.as_ref()).map(|line| format!("  {line}")));
    }
    Ok(lines)
}

pub(crate) fn price_of_h100(catalog: &'static Catalog) -> Lines {
    let h100 = find(catalog, "H100")?;
    let mut lines = Vec::new();
    for (currency, price) in h100.figures.prices.iter() {
        let date = price.date.map_or("date not stated".to_owned(), |date| date.to_string());
        let basis = price.basis.map_or("basis not stated".to_owned(), |basis| basis.to_string());
        lines.push(format!("{currency}: {} ({basis}, {date})", published(Some(&price.figure))));
    }
    lines.push("the two are not converted into each other: no exchange rate is built in".to_owned());
    Ok(lines)
}

pub(crate) fn price_of_gh200(catalog: &'static Catalog) -> Lines {
    let (gh200, h100) = (find(catalog, "GH200")?, find(catalog, "H100")?);
    let (stated, other): (Quantity<Money>, Quantity<Money>) = ("100 M KRW".parse()?, "60 M KRW".parse()?);
    let reason = compare(gh200, h100)?.ratio(Metric::Price(Currency::Krw)).err();
    Ok(vec![
        reason.map_or_else(|| "a price is recorded".to_owned(), |reason| reason.to_string()),
        format!("as stated: {stated} against {other} is {}, within one currency", stated.ratio_to(other)?),
    ])
}

pub(crate) fn variants_of_gh200(catalog: &'static Catalog) -> Lines {
    let mut lines = Vec::new();
    for id in ["nvidia-gh200-96gb", "nvidia-gh200-144gb"] {
        let chip = find(catalog, id)?;
        let figures = &chip.figures;
        let memory = published(figures.memory_type.as_ref());
        let capacity = published(figures.memory_capacity.as_ref());
        lines.push(format!("{}: {memory}, {capacity}, status {}", chip.name, published(figures.status.as_ref())));
    }
    lines.push("who makes the HBM is no figure of the catalog; the CPU's memory is host memory, and apart".to_owned());
    Ok(lines)
}

pub(crate) fn members_of_dgx_gh200(catalog: &'static Catalog) -> Lines {
    let system = catalog.find_system("DGX GH200")?;
    let member = &system.members[0];
    let mut lines = vec![format!("{} times {} [{}]", member.count, member.accelerator.name, member.citation.source.id)];
    for (label, metric) in [("memory", Metric::MemoryCapacity), ("fp8", Metric::Peak("fp8".parse()?))] {
        let one = metric.read(&*member.accelerator)?;
        let parts = metric.show(one.base() * f64::from(member.count));
        lines.push(format!("{label}: {} published; {parts} by its parts", published_total(system.into(), metric)));
    }
    lines.extend(dissent(system.figures.memory_capacity.as_ref()).map(|line| format!("  {line}")));
    Ok(lines)
}

/// What the system itself publishes, whatever it leaves open.
fn published_total(system: Product<'_>, metric: Metric) -> String {
    match metric {
        Metric::Peak(key) => {
            let known = system.figures().peaks.iter().find(|(known, _)| known.precision == key.precision);
            known.map_or("nothing".to_owned(), |(known, figure)| format!("{} ({known})", published(Some(figure))))
        }
        _ => published(system.figures().memory_capacity.as_ref()),
    }
}

pub(crate) fn memory_of_mi300x(catalog: &'static Catalog) -> Lines {
    let compared = compare(find(catalog, "MI300X")?, find(catalog, "H100")?)?.by(Metric::MemoryCapacity)?;
    let agreement = Agreement::of(compared.ratio, &"2.4".parse()?, Bound::Exactly);
    Ok(vec![
        format!("{} against {}: {}", cited(&compared.subject), cited(&compared.baseline), compared.ratio),
        format!("“2.4 times”: {agreement}"),
    ])
}

pub(crate) fn bandwidth_of_mi300x(catalog: &'static Catalog) -> Lines {
    let compared = compare(find(catalog, "MI300X")?, find(catalog, "H100")?)?.by(Metric::MemoryBandwidth)?;
    let at_least = Agreement::of(compared.ratio, &"1.6".parse()?, Bound::AtLeast);
    let about = Agreement::of(compared.ratio, &"1.6".parse()?, Bound::About);
    Ok(vec![
        format!("{} against {}: {}", cited(&compared.subject), cited(&compared.baseline), compared.ratio),
        format!("“at least 1.6”: {at_least}, since 1.58 is short of 1.60; “1.6”: {about}"),
    ])
}

pub(crate) fn entry(catalog: &'static Catalog, name: &str) -> Lines {
    let chip = find(catalog, name)?;
    let figures = &chip.figures;
    Ok(vec![
        format!("{}, of kind {}: status {}", chip.name, chip.kind, published(figures.status.as_ref())),
        format!(
            "announced {}, released {}",
            published(figures.announced.as_ref()),
            published(figures.released.as_ref())
        ),
    ])
}

pub(crate) fn power_of_mach1(catalog: &'static Catalog) -> Lines {
    let refused = compare(find(catalog, "마하-1")?, find(catalog, "H100")?)?.by(Metric::Tdp);
    let mut lines = vec![refused.err().map_or_else(|| "a power is recorded".to_owned(), |reason| reason.to_string())];
    lines.extend(crate::claims::audited(catalog, &["mach1-power-efficiency-8x"])?);
    Ok(lines)
}

pub(crate) fn memory_of_mach1(catalog: &'static Catalog) -> Lines {
    let figures = &find(catalog, "Mach-1")?.figures;
    let note = figures.status.as_ref().and_then(|status| status.provenance().note.clone()).unwrap_or_default();
    Ok(vec![
        format!("memory {}", published(figures.memory_type.as_ref())),
        format!("status {}: {note}", published(figures.status.as_ref())),
        said(find(catalog, "Mach-1")?.into(), Metric::MemoryBandwidth),
    ])
}

pub(crate) fn processes(catalog: &'static Catalog) -> Lines {
    let mut chips: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for chip in catalog.accelerators().filter(|chip| chip.vendor == "NVIDIA") {
        let Some(process) = &chip.figures.process else { continue };
        if let (Ok(process), true) = (process.get(), process.provenance().citation.source.evidence.is_from_vendor()) {
            chips.entry(process.clone()).or_default().push(&chip.name);
        }
    }
    // "TSMC 12 nm" is no 2 nm: the number stands by itself, or as TSMC's N2.
    let is_two =
        |process: &str| process.replace("nm", " nm").split_whitespace().any(|word| ["2", "N2"].contains(&word));
    let verdict = match chips.keys().filter(|process| is_two(process)).count() {
        0 => format!("contradicted by NVIDIA's own documents: none of the {} processes that they name is", chips.len()),
        some => format!("{some} of the {} processes that NVIDIA's documents name are", chips.len()),
    };
    let mut lines = vec![verdict];
    for name in ["H100", "B200", "Rubin"] {
        let chip = find(catalog, name)?;
        lines.push(format!("{}: {}", chip.name, published(chip.figures.process.as_ref())));
    }
    lines.extend(chips.iter().map(|(process, names)| format!("{process}: {} of its accelerators", names.len())));
    Ok(lines)
}

pub(crate) fn neural_engines(catalog: &'static Catalog) -> Vec<String> {
    let mut lines = Vec::new();
    for chip in catalog.accelerators().filter(|chip| {
        [Kind::Soc, Kind::Npu].contains(&chip.kind) && ["Intel", "Apple"].contains(&chip.vendor.as_str())
    }) {
        let best = chip.figures.peaks.iter().max_by_key(|(_, figure)| figure.get().ok().copied());
        let rate =
            best.map_or("no rate recorded".to_owned(), |(key, figure)| format!("{} ({key})", published(Some(figure))));
        lines.push(format!("{}: {rate}", chip.name));
    }
    lines
}

pub(crate) fn levels(catalog: &'static Catalog) -> Lines {
    let hbm3 = catalog.memory("HBM3").ok_or("HBM3 is on record")?;
    let h100 = find(catalog, "H100")?;
    let dgx = catalog.find_system("DGX H100")?;
    let link = Metric::InterconnectBandwidth(LinkRole::ScaleUp, Direction::Bidirectional);
    let refused = compare(dgx, h100).err().ok_or("levels do not compare")?;
    Ok(vec![
        format!("memory {}: {} for one {}", hbm3.name, published(hbm3.bandwidth.as_ref()), hbm3.per),
        said(h100.into(), Metric::MemoryBandwidth),
        said(h100.into(), link),
        said(dgx.into(), Metric::MemoryBandwidth),
        format!("across levels: {refused}"),
    ])
}
