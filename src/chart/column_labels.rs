//! The labels of columns: beside their ends, as many as there is room for.
//!
//! Columns with their words come in; marks on the builder go out, and what is not plain and found no room.
//!
//! **Invariant**: a label is at its own column and lies on no line, no column and no other label. The
//! extreme ones, the last and the first come first, then what is not plain.

use crate::chart::bar_mark::{self, Lane};
use crate::chart::label_text::Labels;
use crate::chart::plot::Axes;
use crate::chart::point_labels::Unplaced;
use crate::geometry::{Point, Rect};
use crate::layout::label::LabelPlacer;
use crate::layout::mark::Anchor;
use crate::layout::scene_builder::SceneBuilder;
use crate::model::figure::FigureIx;
use crate::statement::Status;
use crate::text::Font;
use crate::theme::Role;

pub const LABEL: Font = Font::bold(13.0);
/// Height of a label and its distance to its column, CSS px.
pub const HIGH: f64 = 16.0;
pub const GAP: f64 = 5.0;

/// A column with what is written at it.
pub struct Column {
    pub ix: FigureIx,
    pub lane: Lane,
    /// Its middle.
    pub x: f64,
    /// In one line, or in two: its value and the word of its status.
    pub label: Vec<String>,
    pub width: f64,
}

impl Column {
    fn label_height(&self) -> f64 {
        self.label.len() as f64 * HIGH
    }
}

/// What a label says: in one line where its place has room for that.
pub fn label_of(builder: &SceneBuilder, ix: FigureIx, pitch: f64, labels: &Labels) -> Vec<String> {
    let line = labels.beside_axis(builder.figure(ix));
    match builder.measure.width(&line, LABEL) + GAP <= pitch {
        true => vec![line],
        false => labels.in_lines(builder.figure(ix)),
    }
}

/// Writes labels beside the ends of their columns, and returns those of statements that are not plain and found no
/// room.
pub fn write(
    builder: &mut SceneBuilder,
    columns: &[Column],
    axes: &Axes,
    (bounds, lines): (Rect, &[f64]),
) -> Vec<Unplaced> {
    let mut placer = LabelPlacer::new(bounds);
    placer.block_words(&builder.marks);
    let zero = axes.at(0.0, 0.0).y;
    for y in lines.iter().chain([&zero]) {
        placer.block(Rect::new(bounds.x, y - 1.0, bounds.w, 2.0));
    }
    for column in columns {
        let (top, bottom) = reach(builder, column, axes);
        // a tick stands proud of its column
        placer.block(Rect::new(column.lane.edge - 4.0, top, column.lane.thickness + 8.0, bottom - top));
    }
    let mut homeless = Vec::new();
    for i in order(builder, columns) {
        let column = &columns[i];
        let figure = builder.figure(column.ix);
        let (top, bottom) = reach(builder, column, axes);
        let falls = figure.ends().is_some_and(|(low, high)| high < 0.0 || high == 0.0 && low < 0.0);
        let x = (column.x - column.width / 2.0).clamp(bounds.x, bounds.right() - column.width);
        // a little further out where a line of the grid is in the way
        let spot = (0..=FURTHEST).map(f64::from).find_map(|out| {
            let high = column.label_height();
            let y = if falls { bottom + GAP + out } else { top - GAP - high - out };
            let rect = Rect::new(x, y, column.width, high);
            let strays = out > STRAY && is_beside_higher(builder, columns, i, axes, (rect, falls));
            (!strays && placer.take(rect)).then_some(rect)
        });
        let Some(spot) = spot else {
            if figure.is_bounded() || figure.status() != Status::Final {
                let period = figure.period().text.get(builder.locale);
                let text = format!("{period} {}", column.label.join(" "));
                homeless.push(Unplaced { ix: column.ix, text, guess: false, shape: 0 });
            }
            continue;
        };
        builder.begin(column.ix);
        let role = if figure.ends().is_some() { Role::Ink } else { Role::Muted };
        let paint = builder.paint(role);
        for (i, line) in column.label.iter().enumerate() {
            let at = Point::new(spot.center().x, spot.y + 12.5 + i as f64 * HIGH);
            builder.text(at, line, LABEL, paint, Anchor::Middle);
        }
        builder.end();
    }
    homeless
}

/// How far out a label looks for room, and from where on it must not stand at the height of a higher column, CSS px.
const FURTHEST: u16 = 24;
const STRAY: f64 = 6.0;

/// Whether a column beside that of a label reaches further out than it and as far as the label: there the label would be
/// read as that one's.
fn is_beside_higher(
    builder: &SceneBuilder,
    columns: &[Column],
    i: usize,
    axes: &Axes,
    (label, falls): (Rect, bool),
) -> bool {
    let end = |column: &Column| {
        let (top, bottom) = reach(builder, column, axes);
        if falls {
            bottom
        } else {
            -top
        }
    };
    let from = if falls { label.y } else { -label.bottom() };
    let beside = [i.checked_sub(1), Some(i + 1)];
    let mut beside = beside.into_iter().flatten().filter_map(|i| columns.get(i));
    beside.any(|other| end(other) > end(&columns[i]) && end(other) > from - GAP - STRAY)
}

/// The upper and the lower end of a column with its open end, on the page; the zero where it has none.
fn reach(builder: &SceneBuilder, column: &Column, axes: &Axes) -> (f64, f64) {
    let figure = builder.figure(column.ix);
    let (low, high) = figure.ends().unwrap_or((0.0, 0.0));
    let (below, above) = bar_mark::beyond(figure);
    (axes.at(0.0, high.max(0.0)).y - above, axes.at(0.0, low.min(0.0)).y + below)
}

/// In which order labels get their room: the highest, the lowest, the last, the first, what is not plain, the others.
fn order(builder: &SceneBuilder, columns: &[Column]) -> Vec<usize> {
    let high = |i: &usize| builder.figure(columns[*i].ix).ends().map_or(f64::MIN, |(_, high)| high);
    let by_height = |a: &usize, b: &usize| high(a).total_cmp(&high(b));
    let count = columns.len();
    let mut first: Vec<usize> = Vec::new();
    first.extend((0..count).max_by(by_height));
    first.extend((0..count).min_by(by_height));
    first.extend(count.checked_sub(1));
    first.extend((0..count).next());
    let plain = |i: &usize| {
        let figure = builder.figure(columns[*i].ix);
        !figure.is_bounded() && figure.status() == Status::Final
    };
    first.extend((0..count).filter(|i| !plain(i)));
    first.extend(0..count);
    let mut all = Vec::with_capacity(count);
    for i in first {
        if !all.contains(&i) {
            all.push(i);
        }
    }
    all
}
