//! Which of many is best: by one metric, or by several at once.

use std::cmp::Ordering;

use crate::{Accelerator, Better, Gap, Metric, Reading};

/// Orders accelerators by a metric, best first; equal ones stand by id.
///
/// ```
/// use accelspec::{Catalog, Metric, rank};
///
/// let catalog = Catalog::builtin();
/// let ranking = rank(catalog.accelerators(), Metric::MemoryCapacity);
/// assert!(ranking.ranked.iter().zip(&ranking.ranked[1..]).all(|(better, worse)| better.reading.base() >= worse.reading.base()));
/// assert!(ranking.absent.iter().any(|absent| absent.accelerator.id == "samsung-mach-1"));
/// ```
pub fn rank<'a>(accelerators: impl IntoIterator<Item = &'a Accelerator>, metric: Metric) -> Ranking<'a> {
    let mut ranking = Ranking { metric, ranked: Vec::new(), absent: Vec::new() };
    for accelerator in accelerators {
        match metric.read(accelerator) {
            Ok(reading) => ranking.ranked.push(Ranked { accelerator, reading }),
            Err(gap) => ranking.absent.push(Unranked { accelerator, gap }),
        }
    }
    ranking.ranked.sort_by(|one, other| {
        order(&one.reading, &other.reading).then_with(|| one.accelerator.id.cmp(&other.accelerator.id))
    });
    ranking.absent.sort_by(|one, other| one.accelerator.id.cmp(&other.accelerator.id));
    ranking
}

/// Accelerators in the order of a metric, and those that have no place in it.
///
/// ```
/// use accelspec::{Catalog, Metric, rank};
///
/// let ranking = rank(Catalog::builtin().accelerators(), Metric::Tdp);
/// assert_eq!(ranking.ranked.len() + ranking.absent.len(), Catalog::builtin().accelerators().count());
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Ranking<'a> {
    /// What they are ranked by.
    pub metric: Metric,
    /// Those that have the metric, best first.
    pub ranked: Vec<Ranked<'a>>,
    /// Those that have not, by id.
    pub absent: Vec<Unranked<'a>>,
}

/// An accelerator with a place in a ranking.
///
/// ```
/// use accelspec::{Catalog, Metric, rank};
///
/// let ranking = rank(Catalog::builtin().accelerators(), Metric::Transistors);
/// println!("{}: {}", ranking.ranked[0].accelerator.name, ranking.ranked[0].reading);
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Ranked<'a> {
    /// Which.
    pub accelerator: &'a Accelerator,
    /// Its value.
    pub reading: Reading<'a>,
}

/// An accelerator without a place in a ranking.
///
/// ```
/// use accelspec::{Catalog, Metric, rank};
///
/// let ranking = rank(Catalog::builtin().accelerators(), Metric::Transistors);
/// println!("{}: {}", ranking.absent[0].accelerator.name, ranking.absent[0].gap);
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Unranked<'a> {
    /// Which.
    pub accelerator: &'a Accelerator,
    /// What it lacks.
    pub gap: Gap<'a>,
}

/// The accelerators that no other beats: none is at least as good by every metric and better by one.
///
/// By up to two metrics the time is that of putting them in order. By more, each is held against the front: of n accelerators that are all on
/// it, n squared.
///
/// ```
/// use accelspec::{Catalog, Metric, pareto};
///
/// let metrics = [Metric::MemoryCapacity, Metric::Tdp];
/// let front = pareto(Catalog::builtin().accelerators(), &metrics);
/// assert!(front.front.windows(2).all(|pair| pair[0].readings[0].base() >= pair[1].readings[0].base()));
/// ```
pub fn pareto<'a>(accelerators: impl IntoIterator<Item = &'a Accelerator>, metrics: &[Metric]) -> Pareto<'a> {
    let mut pareto = Pareto { front: Vec::new(), dominated: Vec::new(), absent: Vec::new() };
    let mut candidates = Vec::new();
    // By id once: the orders that come after it are stable, so that equal ones stay by id.
    let mut accelerators: Vec<_> = accelerators.into_iter().collect();
    accelerators.sort_by_key(|accelerator| &accelerator.id);
    for (place, accelerator) in accelerators.into_iter().enumerate() {
        match metrics.iter().map(|metric| metric.read(accelerator)).collect::<Result<Vec<_>, _>>() {
            Ok(readings) => candidates.push(Candidate::new(place, Point { accelerator, readings })),
            Err(gap) => pareto.absent.push(Unranked { accelerator, gap }),
        }
    }
    // Best first by the metrics in turn, so that whatever dominates a point comes before it.
    candidates.sort_by(Candidate::order);
    let mut dominated = Vec::new();
    for Candidate { place, point, .. } in candidates {
        let by = first_dominating(&pareto.front, &point).map(|better| better.accelerator);
        match by {
            Some(by) => dominated.push((place, Dominated { accelerator: point.accelerator, by })),
            None => pareto.front.push(point),
        }
    }
    dominated.sort_unstable_by_key(|(place, _)| *place);
    pareto.dominated = dominated.into_iter().map(|(_, dominated)| dominated).collect();
    pareto
}

/// Accelerators by several metrics at once.
///
/// ```
/// use accelspec::{Catalog, Metric, pareto};
///
/// let front = pareto(Catalog::builtin().accelerators(), &[Metric::MemoryBandwidth, Metric::Tdp]);
/// for dominated in &front.dominated {
///     println!("{} is beaten by {}", dominated.accelerator.name, dominated.by.name);
/// }
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Pareto<'a> {
    /// Those that none beats, best first by the first metric.
    pub front: Vec<Point<'a>>,
    /// Those that one beats, by id.
    pub dominated: Vec<Dominated<'a>>,
    /// Those that lack a metric, by id.
    pub absent: Vec<Unranked<'a>>,
}

/// An accelerator with its values by several metrics.
///
/// ```
/// use accelspec::{Catalog, Metric, pareto};
///
/// let front = pareto(Catalog::builtin().accelerators(), &[Metric::MemoryBandwidth, Metric::Tdp]);
/// assert_eq!(front.front[0].readings.len(), 2);
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Point<'a> {
    /// Which.
    pub accelerator: &'a Accelerator,
    /// Its values, in the order of the metrics.
    pub readings: Vec<Reading<'a>>,
}

impl Point<'_> {
    fn order(&self, other: &Self) -> Ordering {
        let orders = self.readings.iter().zip(&other.readings).map(|(one, other)| order(one, other));
        orders.fold(Ordering::Equal, Ordering::then)
    }

    fn dominates(&self, other: &Self) -> bool {
        let mut pairs = self.readings.iter().zip(&other.readings);
        pairs.all(|(one, other)| order(one, other).is_le()) && self.order(other).is_lt()
    }
}

/// An accelerator that another beats.
///
/// ```
/// use accelspec::{Catalog, Metric, pareto};
///
/// let front = pareto(Catalog::builtin().accelerators(), &[Metric::MemoryBandwidth, Metric::Tdp]);
/// assert!(front.dominated.iter().all(|dominated| dominated.accelerator.id != dominated.by.id));
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Dominated<'a> {
    /// Which.
    pub accelerator: &'a Accelerator,
    /// One that beats it, itself beaten by none.
    pub by: &'a Accelerator,
}

/// A point that may be on the front.
struct Candidate<'a> {
    /// Its place by id.
    place: usize,
    /// Its value by the first metric, less where it is better. It stands here too, since most orders are settled by it, and to fetch it from
    /// the readings is what they cost.
    first: f64,
    point: Point<'a>,
}

impl<'a> Candidate<'a> {
    fn new(place: usize, point: Point<'a>) -> Self {
        Self { place, first: point.readings.first().map_or(0.0, cost), point }
    }

    fn order(&self, other: &Self) -> Ordering {
        self.first.total_cmp(&other.first).then_with(|| self.point.order(&other.point))
    }
}

/// The first on the front that dominates a point which comes after all of them.
///
/// By at most two metrics the front gets no worse by the last one from point to point, so that halving finds the first that is as good as
/// the point by it, and by the other one they all are (Kung, Luccio and Preparata 1975).
fn first_dominating<'f, 'a>(front: &'f [Point<'a>], point: &Point<'a>) -> Option<&'f Point<'a>> {
    if point.readings.len() > 2 {
        return front.iter().find(|known| known.dominates(point));
    }
    let worse_by_last = |known: &Point<'_>| match (known.readings.last(), point.readings.last()) {
        (Some(known), Some(last)) => order(known, last).is_gt(),
        _ => false,
    };
    front.get(front.partition_point(worse_by_last)).filter(|known| known.dominates(point))
}

/// The better of two values of a metric comes first.
fn order(one: &Reading<'_>, other: &Reading<'_>) -> Ordering {
    cost(one).total_cmp(&cost(other))
}

/// A value of a metric, less where it is better.
fn cost(reading: &Reading<'_>) -> f64 {
    match reading.metric().better() {
        Better::Higher => -reading.base(),
        Better::Lower => reading.base(),
    }
}
