//! The numbers and names beside the two axes of a slope chart, and the periods over them.
//!
//! Comes in: figures, and the height of a number on its axis. Goes out: words and the lines that lead back to their numbers.
//!
//! **Invariant**: no label lies on another; one that has moved is led back to its number.

use crate::chart::slope::{Pair, GAP, SMALL, SPACE};
use crate::geometry::{sort_by, Point};
use crate::layout::enter::Enter;
use crate::layout::label::spread;
use crate::layout::mark::*;
use crate::layout::scene_builder::{Area, SceneBuilder};
use crate::model::figure::FigureIx;
use crate::text::{wrap, Font};
use crate::theme::Role;

/// What stands beside an axis at the height of a number, or below the axis where there is none: lines of words, each of
/// one or two fonts.
pub(super) struct Label {
    pub(super) figure: Option<FigureIx>,
    pub(super) lines: Vec<Vec<Run>>,
    pub(super) at: Option<f64>,
}

pub(super) struct Run {
    pub(super) text: String,
    pub(super) font: Font,
    pub(super) role: Role,
}

impl Label {
    pub(super) fn height(&self) -> f64 {
        self.lines.iter().map(|line| height_of(line)).sum::<f64>() + 4.0
    }

    pub(super) fn width(&self, builder: &SceneBuilder) -> f64 {
        self.lines.iter().map(|line| width_of(line, builder)).fold(0.0, f64::max)
    }
}

fn height_of(line: &[Run]) -> f64 {
    line.iter().map(|run| run.font.size * 1.25).fold(0.0, f64::max)
}

fn width_of(line: &[Run], builder: &SceneBuilder) -> f64 {
    let widths = line.iter().map(|run| builder.measure.width(&run.text, run.font));
    widths.sum::<f64>() + SPACE * line.len().saturating_sub(1) as f64
}

/// The two periods over their axes, each on the side of its numbers; returns their height.
pub(super) fn periods(
    builder: &mut SceneBuilder,
    area: Area,
    (left, right): (f64, f64),
    first: &Pair,
) -> f64 {
    let ink = builder.paint(Role::Ink);
    let font = Font::bold(13.0);
    let middle = (left + right) / 2.0;
    let rooms = [
        (first.from, left, Anchor::End, middle - area.x),
        (first.to, right, Anchor::Start, area.right() - middle),
    ];
    let mut height: f64 = 0.0;
    for (ix, axis, anchor, room) in rooms {
        let text = builder.say(&builder.figure(ix).period().text).to_string();
        let lines = wrap::wrap(&text, font, room - SPACE, builder.measure);
        // it stands at its axis, and reaches over it only where it must
        let widest = lines.iter().map(|l| builder.measure.width(l, font)).fold(0.0, f64::max);
        let x = match anchor {
            Anchor::End => axis.max(area.x + widest),
            _ => axis.min(area.right() - widest),
        };
        for (i, line) in lines.iter().enumerate() {
            builder.text(Point::new(x, area.y + 13.0 + i as f64 * 18.0), line, font, ink, anchor);
        }
        height = height.max(lines.len() as f64 * 18.0);
    }
    height
}

/// The printed phrase of an end, and behind it what the item is called: in one line where there is room.
pub(super) fn label_of(builder: &SceneBuilder, ix: FigureIx, item: Option<&Pair>, room: f64) -> Label {
    let figure = builder.figure(ix);
    let size = if builder.compact { 13.0 } else { 15.0 };
    let role = if figure.number().is_some() { Role::Ink } else { Role::Muted };
    let run = |text: &str, font, role| Run { text: text.to_string(), font, role };
    let mut all = vec![run(&figure.display(builder.locale), Font::bold(size), role)];
    if let Some(item) = item {
        let name = item.label.as_ref().unwrap_or(figure.label());
        all.push(run(builder.say(name), SMALL, Role::Muted));
    }
    let lines = match width_of(&all, builder) <= room {
        true => vec![all],
        false => {
            let wrapped = |part: &Run| wrap::wrap(&part.text, part.font, room, builder.measure);
            let lines = |part: Run| wrapped(&part).into_iter().map(move |text| vec![Run { text, ..part }]);
            all.into_iter().flat_map(lines).collect()
        }
    };
    Label { figure: Some(ix), lines, at: figure.number().map(|n| n.to_f64()) }
}

/// Labels at one side of an axis, moved apart and led back to their numbers; returns the y below them.
pub(super) fn beside(
    builder: &mut SceneBuilder,
    mut labels: Vec<Label>,
    x: f64,
    anchor: Anchor,
    y: &dyn Fn(f64) -> f64,
    (top, bottom): (f64, f64),
) -> f64 {
    let muted = builder.paint(Role::Muted);
    let way = if anchor == Anchor::End { -1.0 } else { 1.0 };
    // what has no number stands below those that have one, the highest number first
    sort_by(&mut labels, |a, b| b.at.unwrap_or(f64::MIN).total_cmp(&a.at.unwrap_or(f64::MIN)));
    let heights: Vec<f64> = labels.iter().map(Label::height).collect();
    let missing: f64 = labels.iter().filter(|l| l.at.is_none()).map(Label::height).sum();
    // the first line of a label is at the height of its number
    let below =
        |l: &Label| l.height() / 2.0 - 2.0 - l.lines.first().map_or(0.0, |line| height_of(line)) / 2.0;
    let desired: Vec<f64> =
        labels.iter().map(|l| l.at.map_or(bottom + missing, |at| y(at) + below(l))).collect();
    let end = bottom + missing + heights.iter().copied().fold(10.0, f64::max);
    let places = spread(&desired, &heights, top - 12.0, end);
    let mut lowest = bottom;
    for ((label, place), (wanted, height)) in labels.iter().zip(places).zip(desired.iter().zip(&heights)) {
        if let Some(ix) = label.figure {
            builder.begin(ix);
            builder.legend_for(ix);
        }
        if label.at.is_some() && (place - wanted).abs() > 6.0 {
            let (from, to) = (wanted - below(label), place - below(label));
            let ends = vec![Point::new(x + way * 6.0, from), Point::new(x + way * (GAP - 2.0), to)];
            builder.line("leader", ends, muted, 1.0, Enter::fade(builder.delay));
        }
        let mut at = place - height / 2.0 + 2.0;
        for line in &label.lines {
            let (high, wide) = (height_of(line), width_of(line, builder));
            let mut from = if anchor == Anchor::End { x - GAP - wide } else { x + GAP };
            for run in line {
                let color = builder.paint(run.role);
                let base = Point::new(from, at + high * 0.76);
                from += builder.text(base, &run.text, run.font, color, Anchor::Start) + SPACE;
            }
            at += high;
        }
        builder.end();
        lowest = lowest.max(place + height / 2.0);
    }
    lowest
}
