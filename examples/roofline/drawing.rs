//! The drawing, from a layout.

use std::cmp::Reverse;
use std::error::Error;

use accelspec::Quantity;
use accelspec::dimension::{Dimension, OperationRate, OperationsPerByte};
use plotters::coord::Shift;
use plotters::element::DashedPathElement;
use plotters::prelude::*;

use crate::layout::{FAINT_INK, INK, Layout, PLOT, PLOT_TOP, Point, TICKS_BELOW, WIDTH};
use crate::rounded;

/// The palette of Okabe and Ito (2008) for colour-blind readers, with Tol's wine for their yellow, which is too pale on white.
pub(crate) const COLOURS: [RGBColor; 8] = [
    RGBColor(0x00, 0x72, 0xb2),
    RGBColor(0xd5, 0x5e, 0x00),
    RGBColor(0x00, 0x9e, 0x73),
    RGBColor(0xcc, 0x79, 0xa7),
    RGBColor(0x00, 0x00, 0x00),
    RGBColor(0xe6, 0x9f, 0x00),
    RGBColor(0x56, 0xb4, 0xe9),
    RGBColor(0x88, 0x22, 0x55),
];

const LEFT_MARGIN: i32 = 10;

pub(crate) fn draw(layout: &Layout, svg: &mut String) -> Result<(), Box<dyn Error>> {
    let root = SVGBackend::with_string(svg, (WIDTH.unsigned_abs(), layout.height.unsigned_abs())).into_drawing_area();
    root.fill(&WHITE)?;
    let mut chart = ChartBuilder::on(&root)
        .margin_top(PLOT_TOP)
        .margin_left(LEFT_MARGIN)
        .margin_right(WIDTH - PLOT.end)
        .margin_bottom(layout.height - layout.plot_bottom - TICKS_BELOW)
        .x_label_area_size(TICKS_BELOW)
        .y_label_area_size(PLOT.start - LEFT_MARGIN)
        .build_cartesian_2d(layout.intensity.clone().log_scale(), layout.rate.clone().log_scale())?;
    chart
        .configure_mesh()
        .x_labels(9)
        .y_labels(9)
        .x_label_formatter(&|base| tick::<OperationsPerByte>(*base))
        .y_label_formatter(&|base| tick::<OperationRate>(*base))
        .x_desc("operations per byte from main memory (OP/B)")
        .y_desc("attainable operations per second (OP/s)")
        .label_style(font(11, INK))
        .axis_desc_style(font(12, INK))
        .axis_style(FAINT_INK)
        .bold_line_style(BLACK.mix(0.12))
        .light_line_style(BLACK.mix(0.05))
        .max_light_lines(9)
        .draw()?;

    let coloured = || layout.lines.iter().zip(COLOURS);
    let threads = coloured().map(|(line, colour)| ([line.ridge, line.foot], colour.mix(0.6).stroke_width(1)));
    striped(&root, threads.collect(), |point| point.0)?;
    // A slope from the left edge and a flat part from the right one, where the stripes of all in one place begin alike.
    let slopes = coloured().map(|(line, colour)| ([line.left, line.ridge], colour.stroke_width(2)));
    striped(&root, slopes.collect(), |point| point.1)?;
    let flats = coloured().map(|(line, colour)| ([line.right, line.ridge], colour.stroke_width(2)));
    striped(&root, flats.collect(), |point| point.1)?;
    for (index, (line, colour)) in coloured().enumerate() {
        root.draw(&PathElement::new([line.right, (PLOT.end + 5, line.right.1), line.name], colour.stroke_width(1)))?;
        root.draw(&Circle::new(line.foot, 3, colour.filled()))?;
        // Rings around the one that is drawn last, where ridge points lie in one place.
        let later = layout.lines[index + 1..]
            .iter()
            .filter(|later| near(later.ridge.0, line.ridge.0) && near(later.ridge.1, line.ridge.1));
        let radius = later.fold(4, |radius, _| radius + 3);
        root.draw(&Circle::new(line.ridge, radius, WHITE.filled()))?;
        root.draw(&Circle::new(line.ridge, radius, colour.stroke_width(2)))?;
    }
    for label in &layout.labels {
        root.draw_text(&label.text, &font(label.size, label.ink), (label.left, label.top))?;
    }
    root.present()?;
    Ok(())
}

/// The size is in pixels; `plotters` divides by 1.24 what it is given.
fn font(size: i32, ink: RGBColor) -> TextStyle<'static> {
    ("sans-serif", f64::from(size) * 1.24).into_font().color(&ink)
}

/// Draws the longest first and stripes of the others over it where they lie in one place, so that all of them are seen.
fn striped(
    root: &DrawingArea<SVGBackend<'_>, Shift>,
    mut lines: Vec<([Point; 2], ShapeStyle)>,
    place: fn(Point) -> i32,
) -> Result<(), Box<dyn Error>> {
    lines.sort_by_key(|([from, to], _)| Reverse(from.0.abs_diff(to.0) + from.1.abs_diff(to.1)));
    for (index, (ends, style)) in lines.iter().enumerate() {
        let (mut before, mut all) = (0, 0);
        for (other, (others_ends, _)) in lines.iter().enumerate() {
            if near(place(others_ends[0]), place(ends[0])) {
                before += i32::from(other < index);
                all += 1;
            }
        }
        if before == 0 {
            root.draw(&PathElement::new(*ends, *style))?;
        } else {
            root.draw(&DashedPathElement::new(*ends, 10 * (all - before), 10 * before, *style))?;
        }
    }
    Ok(())
}

fn near(one: i32, other: i32) -> bool {
    one.abs_diff(other) <= 2
}

fn tick<D: Dimension<Basis = ()>>(base: f64) -> String {
    Quantity::<D>::from_base(base).map_or_else(|_| String::new(), |quantity| rounded(quantity, 0))
}
