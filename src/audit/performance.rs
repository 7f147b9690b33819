//! Claims about performance, set against the rates of their two sides.

use super::side::{Rate, Sides, count};
use super::{Unverifiable, Verdict};
use crate::compare::caveat;
use crate::{
    Bound, Catalog, Caveat, Claim, ClaimMetric, Metric, PeakKey, Precision, Product, Ratio, Resource, ResourceBound,
    Side, System, Unstated, Vocabulary,
};

/// What the rates of the two sides of a claim allow.
///
/// The ratios of rates are those of one accelerator to one: the numbers that the claim states are divided out. Where it leaves a precision
/// open, the pair of formats is taken that allows most, of those of at most 16 bits that the matrix engine of each side has a dense rate for.
///
/// ```
/// use accelspec::{Catalog, Finding, Precision, Resource, audit};
///
/// let catalog = Catalog::builtin();
/// let claim = catalog.claim("h200-vs-h100-llama70b-1p9x").expect("recorded");
/// let Finding::Performance(performance) = audit(catalog, claim).finding else { panic!("a claim about throughput") };
/// assert_eq!(performance.precisions, (Precision::Fp8, Precision::Fp8));
/// assert_eq!(performance.bound.highest(), Resource::MemoryBytes);
/// assert_eq!(performance.bound.high().to_string(), "1.43");
/// assert_eq!(performance.unexplained.expect("1.9 is more").to_string(), "1.33");
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Performance<'a> {
    /// How many times better the subject is said to be.
    pub claimed: Ratio,
    /// How many accelerators of the subject stand against one of the baseline.
    pub units: Ratio,
    /// What is claimed of one accelerator against one.
    pub per_accelerator: Ratio,
    /// The number formats of subject and baseline: stated, or those that allow most.
    pub precisions: (Precision, Precision),
    /// The ratio of rates of each resource.
    pub factors: Vec<Factor<'a>>,
    /// How many times the power of an accelerator of the baseline one of the subject draws, where the claim is about energy.
    pub power: Option<Ratio>,
    /// The least and the most that the rates allow.
    pub bound: ResourceBound,
    /// The most that they allow where both sides use one format, and so do the same work to the bit.
    pub same_format: Option<Ratio>,
    /// What is left of the claim beyond the most that the rates allow.
    pub unexplained: Option<Ratio>,
    /// What the rates do not hold, and could matter.
    pub beside: Vec<Beside>,
    claim: &'a Claim,
}

/// The ratio of rates of one resource.
///
/// ```
/// use accelspec::{Catalog, Finding, Resource, audit};
///
/// let catalog = Catalog::builtin();
/// let claim = catalog.claim("hgx-b200-vs-hgx-h100-15x").expect("recorded");
/// let Finding::Performance(performance) = audit(catalog, claim).finding else { panic!("a claim about throughput") };
/// let memory = performance.factors.iter().find(|factor| factor.resource == Resource::MemoryBytes).expect("recorded");
/// assert_eq!((memory.bytes.get(), memory.subject.to_string()), (2.0, "7.7 TB/s".to_owned()));
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Factor<'a> {
    /// The resource.
    pub resource: Resource,
    /// What one accelerator of the subject provides.
    pub subject: Rate<'a>,
    /// What one accelerator of the baseline provides.
    pub baseline: Rate<'a>,
    /// The quotient of the two.
    pub rates: Ratio,
    /// How many times fewer bytes the subject's format takes for each value; one for operations.
    pub bytes: Ratio,
}

impl Factor<'_> {
    /// How many times more values the subject gets through: the ratio of rates times that of bytes.
    ///
    /// ```
    /// use accelspec::{Catalog, Finding, audit};
    ///
    /// let catalog = Catalog::builtin();
    /// let claim = catalog.claim("hgx-b200-vs-hgx-h100-15x").expect("recorded");
    /// let Finding::Performance(performance) = audit(catalog, claim).finding else { panic!("a claim about throughput") };
    /// assert!(performance.factors.iter().all(|factor| factor.ratio() <= performance.bound.high()));
    /// ```
    pub fn ratio(&self) -> Ratio {
        self.rates * self.bytes
    }
}

/// What the rates do not hold, and could matter to a claim about performance.
///
/// ```
/// use accelspec::{Beside, Catalog, Finding, audit};
///
/// let catalog = Catalog::builtin();
/// let claim = catalog.claim("gb200-nvl72-vs-h100-inference-30x-same-count").expect("recorded");
/// let Finding::Performance(performance) = audit(catalog, claim).finding else { panic!("a claim about throughput") };
/// assert!(performance.beside.contains(&Beside::LinkDomain { subject: 72, baseline: 8 }));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Beside {
    /// The ratio of memory capacities: more memory holds larger batches.
    MemoryCapacity(Ratio),
    /// How many accelerators the scale-up link joins, in the largest system of each that the catalog holds.
    LinkDomain {
        /// The subject's.
        subject: u64,
        /// The baseline's.
        baseline: u64,
    },
    /// The claim does not state this side's precision.
    PrecisionOpen(Side),
    /// The claim does not state how many accelerators stand on each side.
    UnitsOpen,
    /// Without a change of format the rates allow this at most, and more is claimed.
    FormatChange(Ratio),
    /// A link is not recorded on both sides, so that the bound is one of operations and memory.
    NoLink,
}

/// Sets a claim about performance against the rates of its two sides.
pub(super) fn examine<'a>(catalog: &'a Catalog, claim: &'a Claim) -> Result<Performance<'a>, Unverifiable> {
    let sides = Sides::of(catalog, claim)?;
    match claim.metric {
        metric @ (ClaimMetric::Tco | ClaimMetric::PricePerformance) => return Err(Unverifiable::Money { metric }),
        metric @ (ClaimMetric::FloorSpace | ClaimMetric::Bottleneck) => return Err(Unverifiable::NoSpec { metric }),
        _ => {}
    }
    let of_energy = matches!(claim.metric, ClaimMetric::Energy | ClaimMetric::PerformancePerWatt);
    // Work for the same energy, and numbers for the same work, are per accelerator as they stand.
    let (units, open) = if of_energy || claim.metric == ClaimMetric::ChipCount {
        (Ratio::ONE, false)
    } else {
        sides.units(claim).map_or((Ratio::ONE, true), |units| (units, false))
    };
    let stated = (claim.subject_precision, claim.baseline_precision);
    let best = most_generous(&sides, stated)?;
    let power = if of_energy { Some(power(&sides)?) } else { None };
    let scaled = |bound: ResourceBound| power.map_or(bound, |power| bound.per_power(power));
    let bound = scaled(best.bound);
    let same_format = same_format(&sides, stated).map(|bound| scaled(bound).high());
    let claimed = claim.improvement();
    let mut performance = Performance {
        claimed,
        units,
        per_accelerator: claimed * units.inverse(),
        precisions: best.precisions,
        factors: best.factors,
        power,
        bound,
        same_format,
        unexplained: None,
        beside: Vec::new(),
        claim,
    };
    let verdict = performance.verdict();
    if verdict != Verdict::Within && open {
        return Err(Unverifiable::UnitsOpen { low: bound.low(), high: bound.high() });
    }
    if verdict != Verdict::Within
        && let Some((side, resource)) = missing(&sides, stated)
    {
        // A rate that is not known may be the one that allows more, or less.
        return Err(Unverifiable::RateMissing { side, resource, low: bound.low(), high: bound.high() });
    }
    if verdict == Verdict::Beyond {
        performance.unexplained = Some(performance.per_accelerator * bound.high().inverse());
    }
    performance.beside = beside(catalog, &performance, &sides, stated, open);
    Ok(performance)
}

impl<'a> Performance<'a> {
    /// What a fair reader would want to know of the figures behind the rates.
    ///
    /// ```
    /// use accelspec::{Catalog, Caveat, Finding, audit};
    ///
    /// let catalog = Catalog::builtin();
    /// let claim = catalog.claim("gb200-nvl72-vs-h100-gptmoe-30x").expect("recorded");
    /// let Finding::Performance(performance) = audit(catalog, claim).finding else { panic!("a claim about throughput") };
    /// assert!(performance.caveats().iter().any(|caveat| matches!(caveat, Caveat::Disputed { .. })));
    /// ```
    pub fn caveats(&self) -> Vec<Caveat<'a>> {
        let sides = self
            .factors
            .iter()
            .flat_map(|factor| [(Side::Subject, &factor.subject), (Side::Baseline, &factor.baseline)]);
        sides.flat_map(|(side, rate)| caveat::of_reading(side, &rate.reading)).collect()
    }

    /// What follows for the claim. Its digits as printed are its tolerance: "beyond" is said when the least that would be printed so is
    /// more than the rates allow, and "below" when the most is less, unless the claim says "at least".
    pub(super) fn verdict(&self) -> Verdict {
        let (low, high) = self.claim.improvement_range();
        let (low, high) = (low * self.units.inverse(), high * self.units.inverse());
        // A bound is a product of quotients of printed decimals: exact but for the last bits.
        let hair = Ratio::of(1.0 + 1e-9, 1.0);
        if low > self.bound.high() * hair {
            Verdict::Beyond
        } else if high * hair < self.bound.low() && self.claim.bound != Bound::AtLeast {
            Verdict::Below
        } else {
            Verdict::Within
        }
    }
}

/// The rates at one pair of number formats.
struct AtFormats<'a> {
    precisions: (Precision, Precision),
    factors: Vec<Factor<'a>>,
    bound: ResourceBound,
}

/// The pair of formats that allows most, of those that the claim leaves possible, with the bound over all of them.
fn most_generous<'a>(
    sides: &Sides<'a>,
    stated: (Option<Precision>, Option<Precision>),
) -> Result<AtFormats<'a>, Unverifiable> {
    let subjects = formats(sides.subject, stated.0);
    let baselines = formats(sides.baseline, stated.1);
    if subjects.is_empty() {
        return Err(Unverifiable::NoFormat { side: Side::Subject, precision: stated.0 });
    }
    let mut best: Option<AtFormats<'a>> = None;
    let mut bound: Option<ResourceBound> = None;
    for subject in subjects {
        for &baseline in &baselines {
            let Some(rates) = at_formats(sides, subject, baseline) else { continue };
            bound = Some(bound.map_or(rates.bound, |bound| bound.or(rates.bound)));
            // Of equal bounds the first stays: the wider format of the subject, which asks for less.
            if best.as_ref().is_none_or(|best| rates.bound.high() > best.bound.high()) {
                best = Some(rates);
            }
        }
    }
    let (best, bound) = best.zip(bound).ok_or(Unverifiable::NoFormat { side: Side::Baseline, precision: stated.1 })?;
    Ok(AtFormats { bound, ..best })
}

/// The most that is allowed where both sides use one format.
fn same_format(sides: &Sides<'_>, stated: (Option<Precision>, Option<Precision>)) -> Option<ResourceBound> {
    let open = stated.0.is_none() && stated.1.is_none();
    let candidates =
        if open { formats(sides.subject, None) } else { [stated.0, stated.1].into_iter().flatten().collect() };
    let bounds = candidates.into_iter().filter_map(|format| {
        let subject = *formats(sides.subject, Some(format)).first()?;
        let baseline = *formats(sides.baseline, Some(format)).first()?;
        Some(at_formats(sides, subject, baseline)?.bound)
    });
    bounds.max_by_key(ResourceBound::high)
}

fn at_formats<'a>(sides: &Sides<'a>, subject: Precision, baseline: Precision) -> Option<AtFormats<'a>> {
    let bytes = Ratio::of(f64::from(baseline.bits()?), f64::from(subject.bits()?));
    let factor = |resource, subject: Rate<'a>, baseline: Rate<'a>, bytes| {
        let rates = Ratio::of(subject.base, baseline.base);
        Factor { resource, subject, baseline, rates, bytes }
    };
    let (of_subject, of_baseline) = (operations(sides.subject, subject)?, operations(sides.baseline, baseline)?);
    let mut factors = vec![factor(Resource::Operations, of_subject, of_baseline, Ratio::ONE)];
    let moved = |resource, (subject, baseline)| factor(resource, subject, baseline, bytes);
    factors.extend(sides.each(Metric::MemoryBandwidth).ok().map(|rates| moved(Resource::MemoryBytes, rates)));
    factors.extend(sides.link().ok().map(|rates| moved(Resource::LinkBytes, rates)));
    let ratios: Vec<_> = factors.iter().map(|factor| (factor.resource, factor.ratio())).collect();
    ResourceBound::of(&ratios).map(|bound| AtFormats { precisions: (subject, baseline), factors, bound })
}

/// The dense rate of the matrix engine of one accelerator. One whose source leaves open whether skipped zeros count is no dense rate: it may
/// be twice that, and then what is beyond the bound would be within it.
fn operations(product: Product<'_>, precision: Precision) -> Option<Rate<'_>> {
    let rate = Rate::of_one(product, Metric::Peak(PeakKey::dense_matrix(precision)))?;
    let sparsity_open = rate.reading.inputs().any(|input| input.unstated().any(|what| what == Unstated::Sparsity));
    (!sparsity_open).then_some(rate)
}

/// The first resource that not both sides have a rate of; where a precision is open, a rate of operations that is not marked dense is none.
fn missing(sides: &Sides<'_>, stated: (Option<Precision>, Option<Precision>)) -> Option<(Side, Resource)> {
    let unmarked = |product: Product<'_>, stated: Option<Precision>| {
        let mut all = Precision::WORDS.iter().map(|(precision, _)| *precision);
        let recorded = |precision| Rate::of_one(product, Metric::Peak(PeakKey::dense_matrix(precision))).is_some();
        stated.is_none() && all.any(|precision| recorded(precision) && operations(product, precision).is_none())
    };
    if unmarked(sides.subject, stated.0) {
        return Some((Side::Subject, Resource::Operations));
    }
    if unmarked(sides.baseline, stated.1) {
        return Some((Side::Baseline, Resource::Operations));
    }
    let memory = sides.each(Metric::MemoryBandwidth).err().map(|side| (side, Resource::MemoryBytes));
    memory.or_else(|| sides.link().err().map(|side| (side, Resource::LinkBytes)))
}

/// The formats that a side may have run in, widest first: the stated one, under any of the names of its kind; or all of at most 16 bits
/// that its matrix engine has a dense rate for, or wider ones where there is none.
fn formats(product: Product<'_>, stated: Option<Precision>) -> Vec<Precision> {
    let has = |precision: &Precision| operations(product, *precision).is_some();
    let all = || Precision::WORDS.iter().map(|(precision, _)| *precision).filter(|known| known.bits().is_some());
    if let Some(stated) = stated {
        return all().filter(|known| known.is_kind_of(stated)).filter(has).collect();
    }
    let mut known: Vec<_> = all().filter(has).collect();
    if known.iter().any(|precision| precision.bits() <= Some(16)) {
        known.retain(|precision| precision.bits() <= Some(16));
    }
    known.sort_by_key(|precision| std::cmp::Reverse(precision.bits()));
    known
}

/// How many times the power of an accelerator of the baseline one of the subject draws: with its share of the rack where both sides are
/// systems and publish that, and by itself otherwise.
fn power(sides: &Sides<'_>) -> Result<Ratio, Unverifiable> {
    let shares = |metric: Metric| {
        let share = |product: Product<'_>| Some(metric.read(product).ok()?.base() / count(product));
        let both_systems = matches!((sides.subject, sides.baseline), (Product::System(_), Product::System(_)));
        both_systems.then(|| share(sides.subject).zip(share(sides.baseline))).flatten()
    };
    let each = || match sides.each(Metric::Tdp) {
        Ok((subject, baseline)) => Ok((subject.base, baseline.base)),
        Err(side) => Err(Unverifiable::PowerMissing { side }),
    };
    let (subject, baseline) = shares(Metric::Tdp).or_else(|| shares(Metric::MaxPower)).map_or_else(each, Ok)?;
    Ok(Ratio::of(subject, baseline))
}

fn beside(
    catalog: &Catalog,
    performance: &Performance<'_>,
    sides: &Sides<'_>,
    stated: (Option<Precision>, Option<Precision>),
    units_open: bool,
) -> Vec<Beside> {
    let mut beside = Vec::new();
    let claimed = performance.claim.improvement_range().0 * performance.units.inverse();
    beside.extend(performance.same_format.filter(|most| claimed > *most).map(Beside::FormatChange));
    if let Ok((subject, baseline)) = sides.each(Metric::MemoryCapacity) {
        beside.push(Beside::MemoryCapacity(Ratio::of(subject.base, baseline.base)));
    }
    let (subject, baseline) = (domain(catalog, sides.subject), domain(catalog, sides.baseline));
    if let (Some(subject), Some(baseline)) = (subject, baseline)
        && subject != baseline
    {
        beside.push(Beside::LinkDomain { subject, baseline });
    }
    if sides.link().is_err() {
        beside.push(Beside::NoLink);
    }
    beside.extend(stated.0.is_none().then_some(Beside::PrecisionOpen(Side::Subject)));
    beside.extend(stated.1.is_none().then_some(Beside::PrecisionOpen(Side::Baseline)));
    beside.extend(units_open.then_some(Beside::UnitsOpen));
    beside
}

/// How many accelerators the largest system joins that holds nothing but those of a product.
fn domain(catalog: &Catalog, product: Product<'_>) -> Option<u64> {
    let ids = product.counted();
    let of_it = catalog.systems().filter(|system| Product::System(system).counted().iter().all(|id| ids.contains(id)));
    match product {
        Product::System(system) => Some(system.units()),
        Product::Accelerator(_) => of_it.map(System::units).max(),
    }
}
