//! What was measured of two products in the same tests.

use std::collections::BTreeMap;
use std::fmt;

use crate::{Better, Catalog, Measurement, Product, Ratio, ResultUnit, Test};

/// The measured ratios of a subject to a baseline, test by test: same benchmark, round, workload and scenario.
///
/// At each number of accelerators that both sides were run at, the best result of each side is taken; where there is no such number, the
/// two nearest to each other, and the pair says so. A superchip or a system stands for the accelerators on it.
///
/// ```
/// use accelspec::{Catalog, measured_ratios};
///
/// let catalog = Catalog::builtin();
/// let ratios = measured_ratios(catalog, catalog.find("B200")?, catalog.find("H200")?);
/// for ratio in &ratios {
///     println!("{ratio}");
/// }
/// assert!(ratios.iter().any(|pair| pair.subject.test.workload == "llama2-70b-99.9"));
/// # Ok::<(), accelspec::LookupError>(())
/// ```
pub fn measured_ratios<'a>(
    catalog: &'a Catalog,
    subject: impl Into<Product<'a>>,
    baseline: impl Into<Product<'a>>,
) -> Vec<MeasuredRatio<'a>> {
    let results = [subject.into(), baseline.into()].map(|product| best_by_count(catalog, product));
    let [subject, baseline] = results;
    let mut ratios = Vec::new();
    for (test, by_count) in subject {
        let Some(others) = baseline.get(test) else { continue };
        let equal = by_count.iter().filter_map(|(count, result)| Some((*result, *others.get(count)?)));
        let mut pairs: Vec<_> = equal.collect();
        if pairs.is_empty() {
            let all = by_count.values().flat_map(|result| others.values().map(move |other| (*result, *other)));
            pairs.extend(all.min_by_key(|(result, other)| {
                let (large, small) = (result.count.max(other.count), result.count.min(other.count));
                (Ratio::of(f64::from(large), f64::from(small)), large)
            }));
        }
        ratios.extend(pairs.into_iter().map(|(subject, baseline)| MeasuredRatio::of(subject, baseline)));
    }
    ratios
}

type ByCount<'a> = BTreeMap<u32, &'a Measurement>;

/// The best result of a product in each test, at each number of accelerators.
fn best_by_count<'a>(catalog: &'a Catalog, product: Product<'a>) -> BTreeMap<&'a Test, ByCount<'a>> {
    let ids = product.counted();
    let mut tests: BTreeMap<&Test, ByCount<'a>> = BTreeMap::new();
    for result in catalog.measurements().filter(|result| ids.contains(&&result.accelerator)) {
        let best = tests.entry(&result.test).or_default().entry(result.count).or_insert(result);
        let better = match result.test.unit.better() {
            Better::Higher => result.value > best.value,
            Better::Lower => result.value < best.value,
        };
        if better {
            *best = result;
        }
    }
    tests
}

/// Two results of one test, set against each other.
///
/// ```
/// use accelspec::{Catalog, Counts, measured_ratios};
///
/// let catalog = Catalog::builtin();
/// let ratios = measured_ratios(catalog, catalog.find("H200")?, catalog.find("H100")?);
/// assert!(ratios.iter().all(|ratio| ratio.subject.test == ratio.baseline.test));
/// assert!(ratios.iter().any(|ratio| ratio.counts == Counts::Equal));
/// # Ok::<(), accelspec::LookupError>(())
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct MeasuredRatio<'a> {
    /// The subject's result.
    pub subject: &'a Measurement,
    /// The baseline's result.
    pub baseline: &'a Measurement,
    /// How many times better the subject did, each accelerator for itself.
    pub ratio: Ratio,
    /// Whether both sides had as many accelerators.
    pub counts: Counts,
}

/// How the numbers of accelerators of two results compare.
///
/// ```
/// assert_eq!(accelspec::Counts::Scaled.to_string(), "scaled to equal counts, as if twice as many took half the time");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Counts {
    /// As many on both sides.
    Equal,
    /// Different numbers, each result divided by its own.
    Unequal,
    /// Different numbers, and times: taken as if twice as many accelerators took half the time, which flatters the side with fewer.
    Scaled,
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Equal => "equal counts",
            Self::Unequal => "unequal counts",
            Self::Scaled => "scaled to equal counts, as if twice as many took half the time",
        })
    }
}

impl<'a> MeasuredRatio<'a> {
    fn of(subject: &'a Measurement, baseline: &'a Measurement) -> Self {
        let unit = subject.test.unit;
        let equal = subject.count == baseline.count;
        let work_per_time = |result: &Measurement| {
            let count = f64::from(result.count);
            match unit {
                ResultUnit::Minutes => 1.0 / (result.value * count),
                ResultUnit::Milliseconds => 1.0 / result.value,
                ResultUnit::TokensPerSecondPerMegawatt => result.value,
                _ => result.value / count,
            }
        };
        let counts = match unit {
            _ if equal => Counts::Equal,
            ResultUnit::Minutes => Counts::Scaled,
            _ => Counts::Unequal,
        };
        let ratio = Ratio::of(work_per_time(subject), work_per_time(baseline));
        Self { subject, baseline, ratio, counts }
    }
}

impl fmt::Display for MeasuredRatio<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let by = |result: &Measurement| result.submitter.clone().unwrap_or_else(|| "unnamed".to_owned());
        let Self { subject, baseline, ratio, counts } = self;
        write!(
            f,
            "{ratio} in {}: {} {} on {} ({}) against {} on {} ({}), {counts}",
            subject.test,
            subject.published,
            subject.test.unit,
            subject.count,
            by(subject),
            baseline.published,
            baseline.count,
            by(baseline)
        )
    }
}

/// The span of several measured ratios: the least and the most, and how many there are. Those at equal counts are taken alone where there
/// are any.
///
/// ```
/// use accelspec::{Catalog, MeasuredRange, measured_ratios};
///
/// let catalog = Catalog::builtin();
/// let range = MeasuredRange::of(measured_ratios(catalog, catalog.find("H200")?, catalog.find("H100")?)).expect("measured");
/// assert!(range.low.ratio <= range.high.ratio);
/// println!("{} to {} in {} tests", range.low.ratio, range.high.ratio, range.pairs);
/// # Ok::<(), accelspec::LookupError>(())
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct MeasuredRange<'a> {
    /// The pair with the least ratio.
    pub low: MeasuredRatio<'a>,
    /// The pair with the largest ratio.
    pub high: MeasuredRatio<'a>,
    /// How many pairs.
    pub pairs: usize,
}

impl<'a> MeasuredRange<'a> {
    /// The span of some ratios; none without any.
    ///
    /// ```
    /// assert!(accelspec::MeasuredRange::of(Vec::new()).is_none());
    /// ```
    pub fn of(mut ratios: Vec<MeasuredRatio<'a>>) -> Option<Self> {
        if ratios.iter().any(|ratio| ratio.counts == Counts::Equal) {
            ratios.retain(|ratio| ratio.counts == Counts::Equal);
        }
        let low = ratios.iter().min_by_key(|pair| pair.ratio)?.clone();
        let high = ratios.iter().max_by_key(|pair| pair.ratio)?.clone();
        Some(Self { low, high, pairs: ratios.len() })
    }
}
