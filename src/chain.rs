//! Chains of claims: what follows for two products that no claim joins, and where claims contradict each other.
//!
//! Each claim has its own workload, so that a chain of them is never more than a hint; it says so wherever it is shown.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fmt;

use crate::{Bound, Catalog, Claim, ClaimMetric, Id, Party, Product, Ratio};

/// Composes claims by one metric into chains from the subject to the baseline, of at most three claims, shortest first.
///
/// Claims that join the two directly are no chains, and are left out: see [`speedup_claims`](crate::speedup_claims). A claim may be read
/// backwards: "A is 2 times as fast as B" makes B half as fast. No product stands twice in a chain.
///
/// ```
/// use accelspec::{Catalog, ClaimMetric, chains};
///
/// let catalog = Catalog::builtin();
/// let (b200, a100) = (catalog.find("B200")?, catalog.find("A100 SXM4 80GB")?);
/// let chains = chains(catalog, b200, a100, ClaimMetric::Throughput);
/// assert!(chains[0].to_string().ends_with("each link has its own workload"));
/// assert!(chains.iter().all(|chain| chain.links.len() > 1));
/// # Ok::<(), accelspec::LookupError>(())
/// ```
pub fn chains<'a>(
    catalog: &'a Catalog,
    subject: impl Into<Product<'a>>,
    baseline: impl Into<Product<'a>>,
    metric: ClaimMetric,
) -> Vec<Chain<'a>> {
    let graph = Graph::of(catalog, metric);
    let (subject, baseline) = (subject.into().id(), baseline.into().id());
    let mut found = Vec::new();
    graph.walk(&mut vec![subject], &mut Vec::new(), baseline, &mut found);
    found.sort_by_key(|chain| chain.links.len());
    found
}

/// The cycles of claims by one metric whose product is more than so many times away from one: claims that cannot all be true of one
/// workload. Two claims about the same two products are the shortest cycle; the longest looked for joins three products. Farthest first.
///
/// ```
/// use accelspec::{Catalog, ClaimMetric, Ratio, inconsistent_cycles};
///
/// let catalog = Catalog::builtin();
/// let cycles = inconsistent_cycles(catalog, ClaimMetric::Throughput, Ratio::new(3.0)?);
/// assert!(cycles.iter().all(|cycle| cycle.composed.ratio >= Ratio::new(3.0).expect("in range")));
/// # Ok::<(), accelspec::OutOfRange>(())
/// ```
pub fn inconsistent_cycles(catalog: &Catalog, metric: ClaimMetric, factor: Ratio) -> Vec<Chain<'_>> {
    let graph = Graph::of(catalog, metric);
    let mut found = Vec::new();
    for start in graph.edges.keys() {
        let mut cycles = Vec::new();
        graph.walk(&mut vec![start], &mut Vec::new(), start, &mut cycles);
        // Each cycle is walked from each of its products and both ways round: kept is the way from its first product that goes up.
        cycles.retain(|cycle| cycle.composed.ratio >= factor && cycle.products().all(|id| *start <= id));
        found.extend(cycles);
    }
    found.sort_by_key(|cycle| std::cmp::Reverse(cycle.composed.ratio));
    found
}

/// Claims that lead from one product to another.
///
/// ```
/// use accelspec::{Catalog, ClaimMetric, chains};
///
/// let catalog = Catalog::builtin();
/// for chain in chains(catalog, catalog.find("GB200")?, catalog.find("A100 SXM4 80GB")?, ClaimMetric::Throughput) {
///     println!("{chain}");
/// }
/// # Ok::<(), accelspec::LookupError>(())
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Chain<'a> {
    /// The claims, in order.
    pub links: Vec<ChainLink<'a>>,
    /// What they say together.
    pub composed: Composed,
}

impl<'a> Chain<'a> {
    fn of(links: Vec<ChainLink<'a>>) -> Self {
        let composed = links.iter().map(ChainLink::composed).fold(Composed::NOTHING, Composed::then);
        Self { links, composed }
    }

    /// The products that it leads from, in order; where it is a cycle, all of them.
    fn products(&self) -> impl Iterator<Item = &'a Id> {
        self.links.iter().filter_map(ChainLink::ends).map(|(from, _)| from)
    }
}

impl fmt::Display for Chain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let links: Vec<_> = self.links.iter().map(ToString::to_string).collect();
        write!(f, "{}: {}; each link has its own workload", self.composed, links.join(", then "))
    }
}

/// One claim of a chain.
///
/// ```
/// use accelspec::{Catalog, ClaimMetric, chains};
///
/// let catalog = Catalog::builtin();
/// let chains = chains(catalog, catalog.find("B200")?, catalog.find("A100 SXM4 80GB")?, ClaimMetric::Throughput);
/// assert!(!chains[0].links[0].backwards);
/// # Ok::<(), accelspec::LookupError>(())
/// ```
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct ChainLink<'a> {
    /// The claim.
    pub claim: &'a Claim,
    /// Whether it is read from its baseline to its subject.
    pub backwards: bool,
}

impl<'a> ChainLink<'a> {
    /// What the claim says in the direction of the chain.
    fn composed(&self) -> Composed {
        let forwards = Composed { ratio: self.claim.improvement(), bound: Some(self.claim.bound) };
        // Said of something worse, "up to" bounds the improvement from below.
        let turned = self.claim.improvement() != self.claim.ratio.value();
        let forwards = if turned { Composed { bound: forwards.bound.map(opposite), ..forwards } } else { forwards };
        if self.backwards { forwards.reversed() } else { forwards }
    }

    /// The products that it leads from and to.
    fn ends(&self) -> Option<(&'a Id, &'a Id)> {
        match (&self.claim.subject, &self.claim.baseline) {
            (Party::Product(subject), Party::Product(baseline)) if self.backwards => Some((baseline, subject)),
            (Party::Product(subject), Party::Product(baseline)) => Some((subject, baseline)),
            _ => None,
        }
    }
}

impl fmt::Display for ChainLink<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Claim { id, subject, baseline, as_printed, .. } = self.claim;
        let read = if self.backwards { ", read backwards" } else { "" };
        write!(f, "{subject} against {baseline} “{as_printed}” [{id}]{read}")
    }
}

/// What claims say together: the product of their ratios, and which side of the truth it is said to lie on.
///
/// ```
/// use accelspec::{Bound, Composed, Ratio};
///
/// let twice = Composed { ratio: Ratio::new(2.0)?, bound: Some(Bound::UpTo) };
/// let thrice = Composed { ratio: Ratio::new(3.0)?, bound: Some(Bound::AtLeast) };
/// assert_eq!(twice.then(twice), Composed { ratio: Ratio::new(4.0)?, bound: Some(Bound::UpTo) });
/// assert_eq!(twice.then(thrice).bound, None);
/// # Ok::<(), accelspec::OutOfRange>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Composed {
    /// How many times better.
    pub ratio: Ratio,
    /// Which side it lies on; none where an upper and a lower bound were put together, which bounds nothing.
    pub bound: Option<Bound>,
}

impl Composed {
    /// What a chain without links says: the same.
    pub const NOTHING: Self = Self { ratio: Ratio::ONE, bound: Some(Bound::Exactly) };

    /// This, and then another: the ratios multiply. What is exact takes the bound of the other, what is about is about, and "up to" joins
    /// neither "at least" nor the other way round.
    ///
    /// ```
    /// use accelspec::{Bound, Composed, Ratio};
    ///
    /// let about = Composed { ratio: Ratio::new(2.0)?, bound: Some(Bound::About) };
    /// assert_eq!(Composed::NOTHING.then(about), about);
    /// # Ok::<(), accelspec::OutOfRange>(())
    /// ```
    #[must_use]
    pub fn then(self, next: Self) -> Self {
        Self { ratio: self.ratio * next.ratio, bound: self.bound.zip(next.bound).and_then(looser) }
    }

    /// The same, seen from the other side.
    ///
    /// ```
    /// use accelspec::{Bound, Composed, Ratio};
    ///
    /// let twice = Composed { ratio: Ratio::new(2.0)?, bound: Some(Bound::UpTo) };
    /// assert_eq!(twice.reversed(), Composed { ratio: Ratio::new(0.5)?, bound: Some(Bound::AtLeast) });
    /// # Ok::<(), accelspec::OutOfRange>(())
    /// ```
    #[must_use]
    pub fn reversed(self) -> Self {
        Self { ratio: self.ratio.inverse(), bound: self.bound.map(opposite) }
    }
}

impl fmt::Display for Composed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.bound {
            Some(bound) => write!(f, "{bound} {}", self.ratio),
            None => write!(f, "{}, bounded on neither side", self.ratio),
        }
    }
}

/// The bound that takes in both: "about" takes in "exactly", and "up to" and "at least" take in either but not each other.
fn looser((one, other): (Bound, Bound)) -> Option<Bound> {
    let looseness = |bound| match bound {
        Bound::Exactly => 0,
        Bound::About => 1,
        Bound::UpTo | Bound::AtLeast => 2,
    };
    match looseness(one).cmp(&looseness(other)) {
        Ordering::Less => Some(other),
        Ordering::Greater => Some(one),
        Ordering::Equal => (one == other).then_some(one),
    }
}

fn opposite(bound: Bound) -> Bound {
    match bound {
        Bound::UpTo => Bound::AtLeast,
        Bound::AtLeast => Bound::UpTo,
        same => same,
    }
}

/// The claims by one metric between products of the catalog, from each product to the others, both ways.
struct Graph<'a> {
    edges: BTreeMap<&'a Id, Vec<(ChainLink<'a>, &'a Id)>>,
}

/// How many claims a chain or a cycle is followed for.
const LONGEST: usize = 3;

impl<'a> Graph<'a> {
    fn of(catalog: &'a Catalog, metric: ClaimMetric) -> Self {
        let mut edges: BTreeMap<_, Vec<_>> = BTreeMap::new();
        let whole = catalog.claims().filter(|claim| claim.metric == metric && claim.part.is_none());
        for link in whole.flat_map(|claim| [false, true].map(|backwards| ChainLink { claim, backwards })) {
            if let Some((from, to)) = link.ends() {
                edges.entry(from).or_default().push((link, to));
            }
        }
        Self { edges }
    }

    /// Adds every chain that goes on from `links` to the goal, of two to three claims, over products that were not passed yet.
    fn walk(&self, passed: &mut Vec<&'a Id>, links: &mut Vec<ChainLink<'a>>, goal: &Id, found: &mut Vec<Chain<'a>>) {
        let Some(edges) = passed.last().and_then(|last| self.edges.get(*last)) else { return };
        for (link, to) in edges {
            // A cycle of two goes there by one claim and back by another.
            if links.last().is_some_and(|last| std::ptr::eq(last.claim, link.claim)) {
                continue;
            }
            if *to == goal {
                if !links.is_empty() {
                    found.push(Chain::of(links.iter().copied().chain([*link]).collect()));
                }
            } else if links.len() + 1 < LONGEST && !passed.contains(to) {
                passed.push(to);
                links.push(*link);
                self.walk(passed, links, goal, found);
                links.pop();
                passed.pop();
            }
        }
    }
}
