//! Statements about many chips: their power, energy and price.

use std::error::Error;

use accelspec::{Catalog, ExchangeRate, Fleet, Quantity, Reference, break_even, dimension::Share};

use crate::answers::{Lines, dissent, find, published};

pub(crate) fn two_million(catalog: &'static Catalog) -> Lines {
    let fleet = Fleet::of(find(catalog, "H100")?, 2_000_000)?;
    let compared = reference(catalog, "h100-fleet-2024")?;
    let share = value(compared.utilization.as_ref().and_then(|figure| figure.get().ok()))?;
    let full: Quantity<Share> = "100 %".parse()?;
    let mut lines = vec![
        format!("2,000,000 at 700 W draw {} in a year at full load", fleet.energy_per_year(full)?.watt_hours()),
        format!("at {share}: {}", fleet.energy_per_year(share)?.watt_hours()),
        format!(
            "the source of the comparison counts {}, at {}: {}",
            published(compared.accelerators.as_ref()),
            published(compared.utilization.as_ref()),
            published(compared.energy.as_ref())
        ),
    ];
    for id in [
        "lithuania-electricity-2022",
        "lithuania-electricity-2023",
        "guatemala-electricity-2022",
        "guatemala-electricity-2023",
    ] {
        let country = reference(catalog, id)?;
        let used = value(country.energy.as_ref().and_then(|figure| figure.get().ok()))?;
        lines.push(format!(
            "{}: {}; the 2,000,000 reach it at {:.1}",
            country.name,
            published(country.energy.as_ref()),
            fleet.utilization_for(used)?
        ));
    }
    Ok(lines)
}

pub(crate) fn ten_thousand_for_an_assistant(catalog: &'static Catalog) -> Lines {
    let fleet = Fleet::of(find(catalog, "H100")?, 10_000)?;
    let counted = reference(catalog, "chatgpt-serving-2023")?;
    let mut lines = vec![
        at_full_load("10,000 H100", &fleet)?,
        format!("{}: {}", counted.name, published(counted.accelerators.as_ref())),
    ];
    lines.extend(dissent(counted.accelerators.as_ref()).map(|line| format!("  {line}")));
    Ok(lines)
}

pub(crate) fn orders(catalog: &'static Catalog) -> Lines {
    let orders = reference(catalog, "amd-mi300-orders-2024")?;
    let rate = ExchangeRate::new("3.5 G USD".parse()?, "4,609.5 G KRW".parse()?, "2024-03".parse()?);
    Ok(vec![
        format!("{}: {}", orders.name, published(orders.budget.as_ref())),
        format!("the two amounts imply {} won for a dollar, a rate that only the statement vouches for", rate.rate()),
    ])
}

pub(crate) fn references(catalog: &'static Catalog) -> Lines {
    let mut lines = Vec::new();
    for id in ["ai-servers-2027", "iea-data-centres-2026", "japan-electricity-2022", "gpt-4-training"] {
        let reference = reference(catalog, id)?;
        lines.push(format!("{}: {}", reference.name, published(reference.energy.as_ref())));
        lines.extend(dissent(reference.energy.as_ref()).map(|line| format!("  {line}")));
    }
    Ok(lines)
}

pub(crate) fn licence(catalog: &'static Catalog) -> Lines {
    let price = reference(catalog, "nvidia-ai-enterprise-price")?;
    let year = value(price.price_per_year.as_ref().and_then(|figure| figure.get().ok()))?;
    let hour = value(price.price_per_hour.as_ref().and_then(|figure| figure.get().ok()))?;
    Ok(vec![
        format!("{}: {} a year", price.name, published(price.price_per_year.as_ref())),
        format!("{}: {} an hour", price.name, published(price.price_per_hour.as_ref())),
        format!("both come to the same at {}", break_even(year, hour)?),
    ])
}

pub(crate) fn national_centre(catalog: &'static Catalog) -> Lines {
    let centre = reference(catalog, "korea-ai-computing-centre-2025")?;
    let bought = reference(catalog, "korea-gpu-purchase-2025")?;
    Ok(vec![
        format!("{}: {}, {}", centre.name, published(centre.accelerators.as_ref()), published(centre.budget.as_ref())),
        at_full_load("10,000 H100", &Fleet::of(find(catalog, "H100")?, 10_000)?)?,
        at_full_load("10,000 H200", &Fleet::of(find(catalog, "H200 SXM 141GB")?, 10_000)?)?,
        at_full_load("10,000 B200", &Fleet::of(find(catalog, "B200")?, 10_000)?)?,
        format!("{}: {}, {}", bought.name, published(bought.accelerators.as_ref()), published(bought.budget.as_ref())),
    ])
}

fn at_full_load(name: &str, fleet: &Fleet<'_>) -> Result<String, Box<dyn Error>> {
    let energy = fleet.energy_per_year("100 %".parse()?)?.watt_hours();
    Ok(format!("{name}: {} for the chips alone, {energy} in a year at full load", fleet.power()?))
}

fn reference(catalog: &'static Catalog, id: &str) -> Result<&'static Reference, Box<dyn Error>> {
    catalog.reference(id).ok_or_else(|| format!("no reference {id}").into())
}

fn value<V: Copy>(value: Option<&V>) -> Result<V, Box<dyn Error>> {
    value.copied().ok_or_else(|| "the amount is on record".into())
}
