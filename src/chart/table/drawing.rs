//! The rows of a table in columns where they have room, else in two lines a row.
//!
//! Rows come in; text and one small mark a row go out.
//!
//! **Invariant**: no text of a row is left out, and its mark says what its statement is and has no length of its own.

use super::{powers, Last, Table};
use crate::chart::parts::Noted;
use crate::chart::point_mark::{self, Look};
use crate::geometry::{Point, Rect};
use crate::layout::bound_marks;
use crate::layout::enter::Enter;
use crate::layout::legend_entry::LegendEntry;
use crate::layout::mark::Anchor;
use crate::layout::scene_builder::{Area, SceneBuilder};
use crate::locale::message::Message;
use crate::model::figure::{Figure, FigureIx, Value};
use crate::statement::Form;
use crate::text::Font;
use crate::theme::Role;

const LABEL: Font = Font::sans(15.0);
const VALUE: Font = Font::bold(15.0);
const SMALL: Font = Font::sans(13.0);
/// Between two columns, CSS px.
const GAP: f64 = 18.0;
/// The narrowest column of names and of sources, CSS px.
const LEAST: f64 = 110.0;
/// Above and below the words of a row, CSS px.
const PAD: f64 = 5.0;

/// What a row says.
struct Row<'t> {
    item: &'t Noted,
    label: String,
    value: String,
    period: String,
    last: String,
}

/// Where the columns are, from the left edge; CSS px.
struct Columns {
    /// Of a mark: its left part and its right part, around its middle.
    mark: (f64, f64),
    value: f64,
    /// Width of the period and of the last column; nothing where they stand below the name.
    rest: Option<(f64, f64)>,
}

pub(super) fn place(builder: &mut SceneBuilder, area: Area, spec: &Table) -> f64 {
    let start = builder.delay;
    let mut y = area.y;
    if let Some(title) = &spec.title {
        let title = builder.say(title).to_string();
        y += builder.heading(area.x, y, area.w, &title) + 4.0;
    }
    let rows: Vec<Row> =
        spec.sorted(builder.facts).into_iter().map(|item| row(builder, item, spec)).collect();
    let columns = columns(builder, &rows, area.w);
    if columns.rest.is_some() {
        y += head(builder, Area::new(area.x, y, area.w), &columns, spec.last);
    }
    for (i, row) in rows.iter().enumerate() {
        builder.delay = start + (0.06 * i as f64).min(0.6);
        if i > 0 || columns.rest.is_some() {
            builder.rule(area.x, y, area.w);
        }
        builder.begin(row.item.figure);
        y += PAD + draw(builder, Area::new(area.x, y + PAD, area.w), row, &columns) + PAD;
        builder.end();
    }
    builder.delay = start + 0.4;
    y += builder.note_of(area.x, y + 2.0, area.w, spec.note.as_ref());
    y - area.y
}

fn row<'t>(builder: &SceneBuilder, item: &'t Noted, spec: &Table) -> Row<'t> {
    let (figure, locale) = (builder.figure(item.figure), builder.locale);
    let all: Vec<&Figure> = spec.items.iter().map(|item| builder.figure(item.figure)).collect();
    let mut value = powers::phrase(figure, &all, locale).to_string();
    // an aim says in its row that it is one
    if let Some(word) = figure.status_word(locale).filter(|_| figure.is_target()) {
        value += &Message::InBrackets.with(locale, &[word]);
    }
    let source = builder.facts.source(figure.source().source).publisher();
    let last = match spec.last {
        Last::Source => builder.say(source).to_string(),
        Last::Note => item.note.as_ref().map_or(String::new(), |note| builder.say(note).to_string()),
    };
    let label = builder.say(item.label.as_ref().unwrap_or(figure.label())).to_string();
    Row { item, label, value, period: figure.period_and_base(locale), last }
}

/// Columns that all have room, or two lines a row.
fn columns(builder: &SceneBuilder, rows: &[Row], width: f64) -> Columns {
    let widest = |text: for<'r> fn(&'r Row) -> &'r str, font: Font| {
        rows.iter().map(|row| builder.measure.width(text(row), font)).fold(0.0, f64::max)
    };
    let any = |is: fn(&Figure) -> bool| rows.iter().any(|row| is(builder.figure(row.item.figure)));
    let side = |opens: bool| if opens { point_mark::OPEN + 4.0 } else { 12.0 };
    let mark = (side(any(Figure::opens_down)), side(any(|f| f.opens_up() || f.form() == Form::OpenList)));
    let value = widest(|row| &row.value, VALUE);
    let head = |message: Message| builder.measure.width(message.get(builder.locale), SMALL);
    let period = widest(|row| &row.period, SMALL).max(head(Message::ColumnPeriod));
    let left = width - mark.0 - mark.1 - value.max(head(Message::ColumnValue)) - period - 3.0 * GAP;
    let last = widest(|row| &row.last, SMALL).min(left * 0.45).max(LEAST);
    let is_wide = left - last >= LEAST;
    Columns { mark, value: value.min(width * 0.6), rest: is_wide.then_some((period, last)) }
}

/// The names of the columns; returns their height.
fn head(builder: &mut SceneBuilder, area: Area, columns: &Columns, last: Last) -> f64 {
    let Some((period, width)) = columns.rest else { return 0.0 };
    let (muted, locale) = (builder.paint(Role::Muted), builder.locale);
    let right = area.right() - width;
    let last = if last == Last::Note { Message::RecordNote } else { Message::ColumnSource };
    let at = |x: f64| Point::new(x, area.y + 15.0);
    builder.text(at(area.x), Message::ColumnItem.get(locale), SMALL, muted, Anchor::Start);
    let value = right - GAP - period - GAP;
    builder.text(at(value), Message::ColumnValue.get(locale), SMALL, muted, Anchor::End);
    builder.text(at(value + GAP), Message::ColumnPeriod.get(locale), SMALL, muted, Anchor::Start);
    builder.text(at(right), last.get(locale), SMALL, muted, Anchor::Start);
    22.0
}

/// One row; returns its height.
fn draw(builder: &mut SceneBuilder, area: Area, row: &Row, columns: &Columns) -> f64 {
    let (ink, muted) = (builder.paint(Role::Ink), builder.paint(Role::Muted));
    let marks = columns.mark.0 + columns.mark.1;
    let line = VALUE.size * 1.4;
    if let Some((period, last)) = columns.rest {
        let right = area.right() - last;
        let value = right - GAP - period - GAP;
        let label = value - columns.value - marks - GAP - area.x;
        let middle = Point::new(value - columns.value - columns.mark.1, area.y + line / 2.0);
        mark(builder, row.item.figure, middle);
        let heights = [
            builder.paragraph(area.x, area.y, label, &row.label, LABEL, ink),
            builder.paragraph_at(value, area.y, columns.value, &row.value, VALUE, ink, Anchor::End),
            builder.paragraph(value + GAP, area.y + 2.0, period, &row.period, SMALL, muted),
            builder.paragraph(right, area.y + 2.0, last, &row.last, SMALL, muted),
        ];
        return heights.into_iter().fold(0.0, f64::max);
    }
    // the value behind the name where it has room there, else below it; the rest below both
    let own = builder.measure.width(&row.value, VALUE).min(area.w - marks);
    let beside = builder.measure.width(&row.label, LABEL) + GAP + marks + own <= area.w;
    let mut y = area.y;
    let name = if beside { area.w - own - marks - GAP } else { area.w };
    let height = builder.paragraph(area.x, y, name, &row.label, LABEL, ink);
    y += if beside { 0.0 } else { height };
    let middle = Point::new(area.right() - own - columns.mark.1, y + line / 2.0);
    mark(builder, row.item.figure, middle);
    let value = builder.paragraph_at(area.right(), y, own + 0.5, &row.value, VALUE, ink, Anchor::End);
    y += if beside { height.max(value) } else { value };
    let rest: Vec<&str> =
        [&row.period, &row.last].into_iter().filter(|t| !t.is_empty()).map(|t| &t[..]).collect();
    let both = rest.join(" · ");
    let both = if builder.measure.width(&both, SMALL) > area.w { rest.join("\n") } else { both };
    y += builder.paragraph(area.x, y, area.w, &both, SMALL, muted);
    y - area.y
}

/// The mark of a statement, around `middle`: what it is, without a size.
fn mark(builder: &mut SceneBuilder, ix: FigureIx, middle: Point) {
    let (figure, accent) = (builder.figure(ix), builder.accent_paint());
    let enter = Enter::fade(builder.delay);
    let boxed = |w: f64, h: f64| Rect::new(middle.x - w / 2.0, middle.y - h / 2.0, w, h);
    match (figure.value(), figure.form()) {
        (Value::Missing | Value::NotApplicable, _) => {
            bound_marks::gap(builder, boxed(20.0, 8.0), enter);
            builder.legend(LegendEntry::Missing);
        }
        // a date and a name are their words
        (Value::Date(_), _) => {}
        (_, Form::Class) => {
            let slate = builder.paint(Role::GENERAL);
            bound_marks::class_box(builder, boxed(18.0, 12.0), slate, enter);
            builder.legend_for(ix);
        }
        (_, Form::OpenList) => {
            bound_marks::dots(builder, middle, 6.0, 2.0, accent, figure.is_inclusive(), enter);
            builder.legend_for(ix);
        }
        (_, Form::Amount) => {
            let apart = figure.ends().is_some_and(|(low, high)| low < high);
            let half = if apart { 9.0 } else { 0.0 };
            let ends = (Point::new(middle.x - half, middle.y), Point::new(middle.x + half, middle.y));
            let look = Look { radius: 4.5, paint: accent, shape: 0 };
            point_mark::draw(builder, ix, ends, false, look, enter);
            builder.begin(ix);
        }
    }
}
