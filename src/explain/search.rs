//! The search for explanations: every figure that could have been meant, under every slip that could have been made.

use super::{Cause, Explanation, FigureKind, Found, Hints};
use crate::dimension::Dimension;
use crate::{
    Absence, Accelerator, Accumulation, Citation, Direction, Engine, Figure, Figures, LinkRole, PeakKey, Precision,
    Quantity, Sparsity,
};

/// Mistakes that together cost more than this explain anything.
const FAR_FETCHED: u32 = 66;
/// What each mistake beyond the first costs on top: two at once are rarer than either.
const TOGETHER: u32 = 8;
/// How far apart two numbers may lie that are the same but for their last digits.
const SAME: f64 = 0.003;
/// How far a rounded number may lie from the figure.
const ROUNDED: f64 = 0.035;

/// A value that may have been meant, and what is mistaken if it was.
struct Candidate<'a> {
    base: f64,
    causes: Vec<Cause<'a>>,
    holder: &'a str,
    figure: String,
    published: &'a str,
    citation: &'a Citation,
}

pub(super) fn explanations<'a>(accelerator: &'a Accelerator, found: &Found, hints: &Hints<'a>) -> Vec<Explanation<'a>> {
    let mut candidates = Candidates { found, hints, holder: &accelerator.name, causes: Vec::new(), list: Vec::new() };
    candidates.figures(&accelerator.figures);
    candidates.others_in_unit(&accelerator.figures);
    if let Some(catalog) = hints.catalog {
        let kin = catalog.accelerators().filter(|kin| kin.vendor == accelerator.vendor && kin.id != accelerator.id);
        for kin in kin {
            candidates.holder = &kin.name;
            candidates.causes = vec![Cause::Variant(kin)];
            candidates.figures(&kin.figures);
        }
        for system in
            catalog.systems().filter(|system| system.members.iter().any(|held| held.accelerator.id == accelerator.id))
        {
            candidates.holder = &system.name;
            candidates.causes = vec![Cause::System(system)];
            candidates.figures(&system.figures);
        }
    }
    let slips = slips(found.kind, dies(&accelerator.figures));
    let mut explanations: Vec<(u32, Explanation<'a>)> = Vec::new();
    for candidate in candidates.list {
        for (factor, slip) in &slips {
            let Some(near) = nearness(found, candidate.base * factor, candidate.published, *factor) else { continue };
            let causes: Vec<_> = candidate.causes.iter().chain(slip).chain(&near).cloned().collect();
            let cost = cost(&causes, accelerator);
            if cost > FAR_FETCHED || !are_plausible(&causes) {
                continue;
            }
            let Candidate { holder, ref figure, published, citation, .. } = candidate;
            explanations.push((cost, Explanation { causes, holder, figure: figure.clone(), published, citation }));
        }
    }
    explanations.sort_by_key(|(cost, _)| *cost);
    let mut sorted: Vec<Explanation<'a>> = Vec::new();
    for (_, explanation) in explanations {
        if !sorted.iter().any(|known| known.causes == explanation.causes) {
            sorted.push(explanation);
        }
    }
    sorted
}

/// The preferred rates of an accelerator that an achieved one does not exceed, likeliest mistaken for the dense matrix rate first.
pub(crate) fn rates_above(accelerator: &Accelerator, achieved: f64, precision: Precision) -> Vec<Explanation<'_>> {
    let hints = Hints { precision: Some(precision), ..Hints::default() };
    let mut rates = Vec::new();
    for (key, figure) in accelerator.figures.peaks.iter() {
        if figure.get().is_ok_and(|rate| rate.base() >= achieved) {
            let causes = of_key(&hints, key);
            let provenance = figure.provenance();
            let (holder, figure) = (accelerator.name.as_str(), format!("peak {key}"));
            let (published, citation) = (provenance.published.as_str(), &provenance.citation);
            rates.push((cost(&causes, accelerator), Explanation { causes, holder, figure, published, citation }));
        }
    }
    rates.sort_by_key(|(cost, _)| *cost);
    rates.into_iter().map(|(_, rate)| rate).collect()
}

/// Whether mistakes are believable together: with too much mistaken at once, some figure would fit any number.
fn are_plausible(causes: &[Cause<'_>]) -> bool {
    let has = |wanted: fn(&Cause<'_>) -> bool| causes.iter().any(wanted);
    let rounded = has(|cause| matches!(cause, Cause::Rounded));
    let dissent = has(|cause| matches!(cause, Cause::Dissent(_)));
    let other = has(|cause| matches!(cause, Cause::Variant(_) | Cause::System(_)));
    let mistakes = mistakes(causes);
    let twice_and_rounded = rounded && mistakes > 1;
    let other_and_more = other && (causes.iter().any(Cause::is_slip) || dissent && mistakes > 2);
    !twice_and_rounded && !other_and_more
}

/// How unlikely mistakes are together.
fn cost(causes: &[Cause<'_>], accelerator: &Accelerator) -> u32 {
    let of = |cause: &Cause<'_>| match cause {
        Cause::Variant(kin) => {
            (cause.cost() + strangeness(kin, accelerator)).saturating_sub(2 * likeness(kin, accelerator))
        }
        _ => cause.cost(),
    };
    causes.iter().map(of).sum::<u32>() + mistakes(causes).saturating_sub(1) * TOGETHER
}

/// How many mistakes there are; rounding is none.
fn mistakes(causes: &[Cause<'_>]) -> u32 {
    causes.iter().map(|cause| u32::from(!matches!(cause, Cause::Rounded))).sum()
}

/// A sibling is likelier mistaken than a cousin.
fn strangeness(kin: &Accelerator, accelerator: &Accelerator) -> u32 {
    if architecture(kin) == architecture(accelerator) { 0 } else { 8 }
}

/// How many words of their names two accelerators share.
fn likeness(kin: &Accelerator, accelerator: &Accelerator) -> u32 {
    let words =
        |accelerator: &'_ Accelerator| -> Vec<String> { accelerator.name.split(' ').map(str::to_lowercase).collect() };
    let own = words(accelerator);
    let shared = words(kin).iter().filter(|word| own.contains(word)).count();
    u32::try_from(shared.min(4)).unwrap_or(0)
}

fn architecture(accelerator: &Accelerator) -> Option<&String> {
    accelerator.figures.architecture.as_ref().and_then(|figure| figure.get().ok())
}

/// The logic dies of a package that has several.
fn dies(figures: &Figures) -> Option<u32> {
    let dies = figures.dies.as_ref()?.get().ok()?.base();
    (2..=64).find(|count| (f64::from(*count) - dies).abs() < f64::EPSILON)
}

/// Factors by which a figure of a kind is mistaken, each with its cause.
fn slips<'a>(kind: FigureKind, dies: Option<u32>) -> Vec<(f64, Option<Cause<'a>>)> {
    let mut slips = vec![(1.0, None)];
    let in_bytes =
        matches!(kind, FigureKind::MemoryCapacity | FigureKind::MemoryBandwidth | FigureKind::InterconnectBandwidth);
    if in_bytes {
        for power in 1..=4 {
            let binary = 1.024_f64.powi(power);
            slips.extend([binary, 1.0 / binary].map(|factor| (factor, Some(Cause::BinaryUnits))));
        }
        slips.extend([8.0, 0.125].map(|factor| (factor, Some(Cause::BitsForBytes))));
    }
    if let Some(dies) = dies {
        slips.push((1.0 / f64::from(dies), Some(Cause::OneDie(dies))));
        slips.push((f64::from(dies), Some(Cause::AllDies(dies))));
    }
    slips.extend([2.0, 0.5, 4.0, 0.25, 10.0, 0.1, 1000.0, 0.001].map(|factor| (factor, Some(Cause::Times(factor)))));
    slips
}

/// Whether a value is the number found, and what is mistaken if so: nothing, or it is rounded, or one digit differs.
fn nearness<'a>(found: &Found, base: f64, published: &str, factor: f64) -> Option<Vec<Cause<'a>>> {
    let off = (found.base / base - 1.0).abs();
    let last_digits = half_digit(&found.printed, false) + half_digit(published, false);
    if off <= (1.0001 * last_digits).clamp(1e-9, SAME) {
        return Some(Vec::new());
    }
    if off <= half_digit(&found.printed, true).min(ROUNDED) {
        return Some(vec![Cause::Rounded]);
    }
    let plain = (factor - 1.0).abs() < f64::EPSILON;
    (plain
        && one_digit_differs(&digits(&found.printed), &digits(published))
        && (0.5..2.0).contains(&(found.base / base)))
    .then(|| vec![Cause::Typo])
}

/// Half a unit of the last digit, as a share of the number; of the last that is not zero where zeros at the end may be rounding.
fn half_digit(printed: &str, zeros_are_rounding: bool) -> f64 {
    let number = digits(printed);
    let plain: String = number.chars().filter(|c| *c != '.').collect();
    let whole: f64 = plain.parse().unwrap_or(f64::INFINITY);
    let zeros =
        if zeros_are_rounding && !number.contains('.') { plain.len() - plain.trim_end_matches('0').len() } else { 0 };
    0.5 * 10_f64.powi(i32::try_from(zeros).unwrap_or(0)) / whole
}

/// The digits that a printed quantity begins with.
fn digits(printed: &str) -> String {
    let number = printed.chars().take_while(|c| c.is_ascii_digit() || matches!(c, '.' | ','));
    number.filter(|c| *c != ',').collect()
}

fn one_digit_differs(one: &str, other: &str) -> bool {
    let differ = one.bytes().zip(other.bytes()).filter(|(one, other)| one != other).count();
    one.len() == other.len() && one.len() >= 4 && differ == 1
}

/// What is mistaken where a rate under this key is given for the one that was asked for.
fn of_key<'a>(hints: &Hints<'_>, key: PeakKey) -> Vec<Cause<'a>> {
    let PeakKey { precision, engine, sparsity, accumulate } = key;
    let mut causes = Vec::new();
    if hints.precision.is_some_and(|asked| asked != precision) {
        causes.push(Cause::Precision(precision));
    }
    if engine != hints.engine.unwrap_or(Engine::Matrix) {
        causes.push(Cause::Engine(engine));
    }
    if sparsity != hints.sparsity.unwrap_or(Sparsity::Dense) {
        causes.push(Cause::Sparsity(sparsity));
    }
    if accumulate == Accumulation::Fp16 {
        causes.push(Cause::Accumulation(accumulate));
    }
    causes
}

struct Candidates<'f, 'a> {
    found: &'f Found,
    hints: &'f Hints<'a>,
    holder: &'a str,
    /// What is mistaken about all that is added now.
    causes: Vec<Cause<'a>>,
    list: Vec<Candidate<'a>>,
}

impl<'a> Candidates<'_, 'a> {
    /// The figures of the kind that was found, whatever their qualifiers.
    fn figures(&mut self, figures: &'a Figures) {
        match self.found.kind {
            FigureKind::Transistors => self.plain("transistors", figures.transistors.as_ref(), &[]),
            FigureKind::DieArea => self.plain("die-area", figures.die_area.as_ref(), &[]),
            FigureKind::Tdp => {
                self.plain("tdp", figures.tdp.as_ref(), &[]);
                self.plain("max-power", figures.max_power.as_ref(), &[Cause::OtherFigure("max-power")]);
                self.plain("typical-power", figures.typical_power.as_ref(), &[Cause::OtherFigure("typical-power")]);
            }
            FigureKind::MemoryCapacity => self.plain("memory-capacity", figures.memory_capacity.as_ref(), &[]),
            FigureKind::MemoryBandwidth => self.plain("memory-bandwidth", figures.memory_bandwidth.as_ref(), &[]),
            FigureKind::Peak => {
                for (key, figure) in figures.peaks.iter() {
                    let causes = of_key(self.hints, key);
                    self.plain(&format!("peak {key}"), Some(figure), &causes);
                }
            }
            FigureKind::InterconnectBandwidth => self.links(figures, &[]),
        }
    }

    /// The figures of another kind that has the same unit.
    fn others_in_unit(&mut self, figures: &'a Figures) {
        match self.found.kind {
            FigureKind::MemoryCapacity => {
                for (level, figure) in &figures.on_chip_memory {
                    self.plain(
                        &format!("on-chip-memory {level}"),
                        Some(figure),
                        &[Cause::OtherFigure("on-chip-memory")],
                    );
                }
                self.plain("host-memory", figures.host_memory.as_ref(), &[Cause::OtherFigure("host-memory")]);
            }
            FigureKind::MemoryBandwidth => self.links(figures, &[Cause::OtherFigure("interconnect")]),
            FigureKind::InterconnectBandwidth => {
                let causes = [Cause::OtherFigure("memory-bandwidth")];
                self.plain("memory-bandwidth", figures.memory_bandwidth.as_ref(), &causes);
            }
            _ => {}
        }
    }

    fn links(&mut self, figures: &'a Figures, causes: &[Cause<'a>]) {
        for (link, figure) in figures.links.iter() {
            let mut causes = causes.to_vec();
            // One link counted both ways is what most tables print.
            if link.direction != Direction::Bidirectional {
                causes.push(Cause::Direction(link.direction));
            }
            if link.role != LinkRole::ScaleUp {
                causes.push(Cause::OtherFigure(crate::Vocabulary::word(link.role)));
            }
            self.plain(&format!("interconnect {} {} {}", link.name, link.role, link.direction), Some(figure), &causes);
        }
    }

    /// A figure and those who dissent from it.
    fn plain<D: Dimension>(&mut self, name: &str, figure: Option<&'a Figure<Quantity<D>>>, causes: &[Cause<'a>]) {
        let Some(figure) = figure else { return };
        let provenance = figure.provenance();
        let causes: Vec<_> = self.causes.iter().chain(causes).cloned().collect();
        self.value(name, figure.get(), &provenance.published, &provenance.citation, causes.clone());
        for (value, dissent) in figure.dissent() {
            let causes = causes.iter().cloned().chain([Cause::Dissent(&dissent.why)]).collect();
            self.value(name, value, &dissent.published, &dissent.citation, causes);
        }
    }

    fn value<D: Dimension>(
        &mut self,
        name: &str,
        value: Result<&Quantity<D>, Absence>,
        published: &'a str,
        citation: &'a Citation,
        causes: Vec<Cause<'a>>,
    ) {
        if let Ok(value) = value {
            let (holder, figure) = (self.holder, name.to_owned());
            self.list.push(Candidate { base: value.base(), causes, holder, figure, published, citation });
        }
    }
}
