//! Where everything stands on the drawing.

use std::error::Error;
use std::ops::Range;

use accelspec::dimension::OperationsPerByte;
use accelspec::{Metric, PeakKey, Quantity};
use plotters::coord::CoordTranslate;
use plotters::coord::combinators::LogCoord;
use plotters::prelude::{Cartesian2d, IntoLogRange, RGBColor};

use crate::{Roof, metrics, rounded};

pub(crate) const INK: RGBColor = RGBColor(0x22, 0x22, 0x22);
pub(crate) const FAINT_INK: RGBColor = RGBColor(0x55, 0x55, 0x55);

// Pixels.
pub(crate) const WIDTH: i32 = 800;
pub(crate) const PLOT: Range<i32> = 104..580;
pub(crate) const PLOT_TOP: i32 = 44;
const LEAST_PLOT_HEIGHT: i32 = 400;
pub(crate) const TICKS_BELOW: i32 = 46;
const NAMES_LEFT: i32 = 626;
const RIDGE_ROW: i32 = 16;

pub(crate) type Point = (i32, i32);

pub(crate) struct Line {
    pub(crate) left: Point,
    pub(crate) ridge: Point,
    pub(crate) right: Point,
    /// Where the thread from the ridge point down to its label ends.
    pub(crate) foot: Point,
    /// Where the thread from the right end to the name ends.
    pub(crate) name: Point,
}

pub(crate) struct Label {
    pub(crate) text: String,
    pub(crate) left: i32,
    pub(crate) top: i32,
    pub(crate) size: i32,
    pub(crate) ink: RGBColor,
}

/// Where everything stands. Computed before anything is drawn, so that a test can hold it against overlaps.
pub(crate) struct Layout {
    pub(crate) intensity: Range<f64>,
    pub(crate) rate: Range<f64>,
    pub(crate) plot_bottom: i32,
    pub(crate) height: i32,
    pub(crate) lines: Vec<Line>,
    pub(crate) labels: Vec<Label>,
}

impl Layout {
    pub(crate) fn of(roofs: &[Roof], key: PeakKey) -> Result<Self, Box<dyn Error>> {
        let blocks: Vec<Vec<Label>> = roofs.iter().map(|roof| name_block(roof, key)).collect::<Result<_, _>>()?;
        let heights: Vec<i32> = blocks.iter().map(|block| block.iter().map(line_height).sum::<i32>() + 6).collect();
        let plot_bottom = PLOT_TOP + LEAST_PLOT_HEIGHT.max(heights.iter().sum());

        let ridges: Vec<String> = roofs.iter().map(|roof| rounded(roof.roofline.ridge(), 2)).collect();
        let mut by_ridge: Vec<usize> = (0..roofs.len()).collect();
        by_ridge.sort_by_key(|&index| roofs[index].roofline.ridge());
        let Frame { intensity, rate, lift, at } = Frame::of(roofs, &by_ridge, &ridges, plot_bottom)?;

        let mut labels = vec![Label::new(format!("Rooflines, {key}"), PLOT.start, 14, 16, INK)];
        let mut lines: Vec<Line> = Vec::new();
        for Roof { roofline, .. } in roofs {
            let place = |intensity: Quantity<OperationsPerByte>| {
                at.translate(&(intensity.base(), roofline.attainable(intensity).base()))
            };
            let (left, right) = (Quantity::from_base(intensity.start)?, Quantity::from_base(intensity.end)?);
            let (left, ridge, right) = (place(left), place(roofline.ridge()), place(right));
            lines.push(Line { left, ridge, right, foot: ridge, name: right });
        }
        for (row, &index) in (0..).zip(&by_ridge) {
            let foot = (lines[index].ridge.0, plot_bottom - lift - row * RIDGE_ROW - RIDGE_ROW / 2);
            lines[index].foot = foot;
            labels.push(Label::new(ridges[index].clone(), foot.0 + 7, foot.1 - 6, 11, INK));
        }

        let mut by_height: Vec<usize> = (0..roofs.len()).collect();
        by_height.sort_by_key(|&index| lines[index].right.1);
        let wanted: Vec<(i32, i32)> =
            by_height.iter().map(|&index| (lines[index].right.1 - heights[index] / 2, heights[index])).collect();
        let mut blocks: Vec<Option<Vec<Label>>> = blocks.into_iter().map(Some).collect();
        for (&index, top) in by_height.iter().zip(spread(&wanted, PLOT_TOP..plot_bottom)) {
            lines[index].name = (NAMES_LEFT - 6, top + heights[index] / 2);
            let mut top = top + 3;
            for label in blocks[index].take().into_iter().flatten() {
                let below = top + line_height(&label);
                labels.push(Label { top, ..label });
                top = below;
            }
        }

        let mut height = plot_bottom + TICKS_BELOW + 12;
        for text in captions(roofs, key)? {
            let label = Label::new(text, 14, height, 10, FAINT_INK);
            height += line_height(&label);
            labels.push(label);
        }
        Ok(Self { intensity, rate, plot_bottom, height: height + 10, lines, labels })
    }
}

impl Label {
    fn new(text: String, left: i32, top: i32, size: i32, ink: RGBColor) -> Self {
        Self { text, left, top, size, ink }
    }

    /// An SVG is drawn with the reader's fonts: two thirds of an em for each letter is above the mean of the usual ones.
    fn width(&self) -> i32 {
        self.text.chars().map(|_| self.size).sum::<i32>() * 2 / 3
    }
}

fn line_height(label: &Label) -> i32 {
    label.size * 5 / 4
}

/// The ranges of the axes, and how far above the bottom the labels of the ridge points stand.
struct Frame {
    intensity: Range<f64>,
    rate: Range<f64>,
    lift: i32,
    at: Cartesian2d<LogCoord<f64>, LogCoord<f64>>,
}

impl Frame {
    /// The labels of the ridge points are the steps of a stair below all the lines, each to the right of the thread from its ridge point,
    /// the smallest ridge on the lowest step: the threads of larger ones then end above it, and lines only rise to the right of it.
    fn of(roofs: &[Roof], by_ridge: &[usize], ridges: &[String], bottom: i32) -> Result<Self, Box<dyn Error>> {
        let rooflines = || roofs.iter().map(|roof| roof.roofline);
        let bases = || rooflines().map(|roofline| roofline.ridge().base());
        // A hair below the power of ten: `plotters` may not mark one that an axis begins at.
        let decade = |base: f64| 10_f64.powf(base.log10().floor()) * 0.9999;
        let start = decade(bases().fold(1.0, |least, ridge| least.min(ridge / 3.0)));
        let mut intensity = start..bases().fold(start, f64::max) * 3.0;
        let slowest = |at| rooflines().map(|roofline| roofline.attainable(at).base()).fold(f64::INFINITY, f64::min);
        let highest = rooflines().map(|roofline| roofline.peak().base()).fold(0.0, f64::max);
        let mut rate = decade(slowest(Quantity::from_base(start)?))..highest * 1.8;
        loop {
            let pixels = (PLOT, bottom..PLOT_TOP);
            let at = Cartesian2d::new(intensity.clone().log_scale(), rate.clone().log_scale(), pixels);
            let (mut lift, mut overhang) = (i32::MAX, i32::MIN);
            for (row, &index) in (0..).zip(by_ridge) {
                let ridge = roofs[index].roofline.ridge();
                let (thread, lowest_line) = at.translate(&(ridge.base(), slowest(ridge)));
                let label = Label::new(ridges[index].clone(), thread + 7, 0, 11, INK);
                lift = lift.min(bottom - (row + 1) * RIDGE_ROW - lowest_line - 14);
                overhang = overhang.max(label.left + label.width() - PLOT.end);
            }
            if overhang > 0 {
                intensity.end *= 1.5;
            } else if lift < 6 {
                rate.start /= 10.0;
            } else {
                return Ok(Self { intensity, rate, lift, at });
            }
        }
    }
}

/// The tops of blocks, each with a top that it would have and its height, moved apart in their order and kept within a range.
fn spread(wanted: &[(i32, i32)], within: Range<i32>) -> Vec<i32> {
    let (mut pushed_down, mut pushed_up) = (Vec::new(), Vec::new());
    let (mut free, mut first) = (i32::MIN, within.start);
    let mut limits = Vec::new();
    let mut last = within.end - wanted.iter().map(|(_, height)| height).sum::<i32>();
    for &(top, height) in wanted {
        pushed_down.push(top.max(free));
        free = top.max(free) + height;
        limits.push((first, last));
        (first, last) = (first + height, last + height);
    }
    let mut free = i32::MAX;
    for &(top, height) in wanted.iter().rev() {
        free = free.min(top + height) - height;
        pushed_up.push(free);
    }
    // Halfway between two arrangements without overlap there is none either, and a cluster stays around its lines.
    let halves = pushed_down.iter().zip(pushed_up.iter().rev()).map(|(down, up)| (down + up).div_euclid(2));
    halves.zip(limits).map(|(top, (first, last))| top.min(last).max(first)).collect()
}

fn name_block(roof: &Roof, key: PeakKey) -> Result<Vec<Label>, Box<dyn Error>> {
    let label = |text, size, ink| Label::new(text, NAMES_LEFT, 0, size, ink);
    let mut block: Vec<Label> =
        wrapped(&roof.accelerator.name, 21).into_iter().map(|text| label(text, 12, INK)).collect();
    let (peak, bandwidth) =
        (Metric::Peak(key).read(roof.accelerator)?, Metric::MemoryBandwidth.read(roof.accelerator)?);
    let rates = format!("{peak}, {bandwidth}");
    block.extend(wrapped(&rates, 25).into_iter().map(|text| label(text, 10, FAINT_INK)));
    block.push(label(format!("ridge {}", rounded(roof.roofline.ridge(), 2)), 10, FAINT_INK));
    Ok(block)
}

fn captions(roofs: &[Roof], key: PeakKey) -> Result<Vec<String>, Box<dyn Error>> {
    let mut lines =
        vec!["Attainable is the lesser of the peak and of the bandwidth of the main memory. Sources:".to_owned()];
    for roof in roofs {
        let mut found = Vec::new();
        for (what, metric) in metrics(key) {
            for input in metric.read(roof.accelerator)?.inputs() {
                found.push(format!("{what} {}", input.provenance.citation.source.id));
            }
        }
        lines.extend(wrapped(&format!("{}: {}", roof.accelerator.name, found.join(", ")), 115));
    }
    Ok(lines)
}

fn wrapped(text: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut().filter(|line| line.chars().count() + word.chars().count() < most) {
            Some(line) => line.extend([" ", word]),
            None => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use accelspec::{Catalog, Roofline};

    use super::*;
    use crate::COLOURS;

    fn roofs(key: PeakKey) -> Vec<Roof> {
        let roof = |accelerator| Some(Roof { accelerator, roofline: Roofline::of(accelerator, key).ok()? });
        Catalog::builtin().accelerators().filter_map(roof).collect()
    }

    fn boxed(label: &Label) -> (Range<i32>, Range<i32>) {
        (label.left..label.left + label.width(), label.top..label.top + line_height(label))
    }

    fn assert_nothing_overlaps(roofs: &[Roof], key: PeakKey) {
        let layout = Layout::of(roofs, key).expect("a layout");
        for (index, label) in layout.labels.iter().enumerate() {
            let (across, down) = boxed(label);
            assert!(across.start >= 0 && across.end <= WIDTH, "{} is cut off", label.text);
            assert!(down.start >= 0 && down.end <= layout.height, "{} is cut off", label.text);
            for other in &layout.labels[..index] {
                let (other_across, other_down) = boxed(other);
                let apart = across.start >= other_across.end
                    || other_across.start >= across.end
                    || down.start >= other_down.end
                    || other_down.start >= down.end;
                assert!(apart, "{} lies on {}", label.text, other.text);
            }
            let on_thread = |line: &&Line| across.contains(&line.ridge.0) && down.start < line.foot.1;
            let in_plot = across.end <= PLOT.end && down.start > PLOT_TOP && down.end < layout.plot_bottom;
            let crossed = layout.lines.iter().filter(|_| in_plot).find(on_thread);
            assert!(crossed.is_none(), "a thread crosses {}", label.text);
            for Line { left, ridge, .. } in layout.lines.iter().filter(|_| in_plot) {
                let along = (across.start.min(ridge.0) - left.0, ridge.0 - left.0);
                let line = left.1 + (ridge.1 - left.1) * along.0 / along.1;
                assert!(line < down.start, "a line crosses {}", label.text);
            }
        }
    }

    #[test]
    fn no_label_lies_on_another_whichever_eight_are_drawn() {
        for peak in ["bf16", "fp16", "fp8", "int8", "fp64 vector", "fp8 matrix 2:4"] {
            let key = peak.parse().expect("a key");
            let mut roofs = roofs(key);
            for many in [1, 2, 5, COLOURS.len()] {
                roofs.windows(many).for_each(|some| assert_nothing_overlaps(some, key));
            }
            // Neighbours in peak are nearly one line.
            roofs.sort_by_key(|roof| (roof.roofline.peak(), roof.roofline.ridge()));
            roofs.windows(COLOURS.len()).for_each(|some| assert_nothing_overlaps(some, key));
            // The slowest with the fastest.
            roofs.rotate_left(4);
            assert_nothing_overlaps(&roofs[roofs.len() - 8..], key);
        }
    }

    #[test]
    fn blocks_are_moved_apart_around_the_place_that_they_share() {
        assert_eq!(spread(&[(40, 20), (40, 20)], 0..200), [30, 50]);
        assert_eq!(spread(&[(190, 20), (195, 20)], 0..200), [160, 180]);
    }
}
