//! Numbers that share no yardstick: each in its own cell with its own small scale, never on one axis.
//!
//! **Invariant**: no mark of one cell can be measured against a mark of another.

use crate::chart::acceptance::*;
use crate::chart::answers::*;
use crate::chart::chart_type::*;
use crate::chart::parts::Noted;
use crate::geometry::{Point, Rect};
use crate::layout::bound_marks;
use crate::layout::enter::{stagger, Effect, Enter};
use crate::layout::legend_entry::LegendEntry;
use crate::layout::mark::*;
use crate::layout::scene_builder::{Area, SceneBuilder, Space};
use crate::locale::message::Message;
use crate::locale::{Locale, Text};
use crate::model::figure::FigureIx;
use crate::model::{Facts, Seen, SeriesIx};
use crate::statement::{Form, Measure};
use crate::text::Font;
use crate::theme::Role;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Callouts {
    /// 各数 · figures
    pub items: Vec<Noted>,
    /// 未见公布的数，各占一格 · what was found in no source, a cell each
    #[serde(default)]
    pub missing: Vec<Missing>,
    /// 图上说明 · note in the picture
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub note: Option<Text>,
}

/// Something that readers will look for and that was found in no source.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Missing {
    /// 名称 · name
    #[cfg_attr(feature = "author", schemars(with = "crate::model::schema::Remark"))]
    pub label: Text,
    /// 图上说明 · note in the picture
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub note: Option<Text>,
}

impl Missing {
    /// Returns what its mark is known by, the same in every language.
    pub fn key(&self) -> String {
        ["missing-", self.label.iter().next().map_or("", |(_, words)| words)].concat()
    }
}

impl ChartType for Callouts {
    fn visit(&self, _: &Facts, see: &mut dyn FnMut(Seen)) {
        self.items.iter().for_each(|i| see(Seen::Figure(i.figure)));
    }
    fn heading(&self, _: &Facts, locale: Locale) -> String {
        Message::HeadingCallouts.get(locale).to_string()
    }
    fn series(&self) -> Option<SeriesIx> {
        None
    }
    fn least_width(&self) -> f64 {
        260.0
    }
    fn least_height(&self) -> f64 {
        110.0
    }
    fn stretches(&self) -> bool {
        false
    }
    fn bleeds(&self) -> bool {
        false
    }
    fn place(&self, builder: &mut SceneBuilder, space: Space) -> f64 {
        place(builder, space.area(), self)
    }
}

impl Acceptance for Callouts {
    fn slots(&self, _: &Facts) -> Vec<Slot> {
        Slot::each(self.items.iter().map(|i| i.figure), "items", ".figure", &Words)
    }
    fn lists(&self) -> Vec<ListSlot> {
        Vec::new()
    }
    fn range(&self, _: &Facts) -> Vec<Refusal> {
        Vec::new()
    }
    fn sharing(&self, _: &Facts) -> Vec<Refusal> {
        Vec::new()
    }
}

/// A number, or the place of one that was not found.
enum Cell<'c> {
    Found(&'c Noted),
    Missing(&'c Missing),
}

fn place(builder: &mut SceneBuilder, area: Area, spec: &Callouts) -> f64 {
    let missing = spec.missing.iter().map(Cell::Missing);
    let cells: Vec<Cell> = spec.items.iter().map(Cell::Found).chain(missing).collect();
    let columns = if area.w >= 800.0 && (cells.len() == 4 || cells.len() > 6) {
        4
    } else if area.w >= 600.0 {
        3
    } else if area.w >= 300.0 {
        2
    } else {
        1
    };
    // lines as full as they can be: four are two and two, not three and one, and one has all the room
    let lines = cells.len().div_ceil(columns);
    let columns = cells.len().div_ceil(lines.max(1)).max(1);
    let gap = if builder.compact { 16.0 } else { 24.0 };
    let width = (area.w - gap * (columns - 1) as f64) / columns as f64;
    let start = builder.delay;
    let mut y = area.y;
    for (r, row) in cells.chunks(columns).enumerate() {
        let mut tallest: f64 = 0.0;
        let heading = |cell: &Cell| builder.paragraph_height(width, name(builder, cell), HEADING);
        let headings = row.iter().map(heading).fold(0.0, f64::max);
        for (c, content) in row.iter().enumerate() {
            builder.delay = start + 0.1 * (r * columns + c) as f64;
            let cell = Area::new(area.x + c as f64 * (width + gap), y, width);
            let edged = cells.len() > 1 && !builder.framed;
            let height = match content {
                Cell::Found(item) => one(builder, cell, item, headings, edged),
                Cell::Missing(missing) => empty(builder, cell, missing, headings, edged),
            };
            tallest = tallest.max(height);
        }
        y += tallest + 18.0;
    }
    builder.delay = start + 0.4;
    y - 10.0 + builder.note_of(area.x, y - 10.0, area.w, spec.note.as_ref()) - area.y
}

/// Of what stands over a number.
const HEADING: Font = Font::bold(15.0);

/// What stands over a number.
fn name<'c>(builder: &'c SceneBuilder, cell: &'c Cell) -> &'c str {
    builder.say(match cell {
        Cell::Found(item) => item.label.as_ref().unwrap_or(builder.facts.figure(item.figure).label()),
        Cell::Missing(missing) => &missing.label,
    })
}

/// The upper edge of a cell among others; returns the y at which its words begin. A card has its own, and a number that
/// is alone is set apart from nothing.
fn top(builder: &mut SceneBuilder, area: Area, edged: bool) -> f64 {
    if !edged {
        return area.y;
    }
    let (ink, enter) = (builder.paint(Role::Ink), Enter::fade(builder.delay));
    builder.line("top", vec![Point::new(area.x, area.y), Point::new(area.right(), area.y)], ink, 1.0, enter);
    area.y + 8.0
}

/// A cell like the others with words in the place of the number: neither a 0 nor an empty scale. Returns its height.
fn empty(builder: &mut SceneBuilder, area: Area, missing: &Missing, headings: f64, edged: bool) -> f64 {
    let (words, muted) = (Message::NotFound.get(builder.locale), builder.paint(Role::Muted));
    let label = builder.say(&missing.label).to_string();
    let name = [&label, Message::Colon.get(builder.locale), words].concat();
    builder.begin_named(missing.key(), None, name);
    let mut y = top(builder, area, edged);
    y += builder.heading(area.x, y, area.w, &label).max(headings) + 4.0;
    let font = Font::bold(match (builder.framed, builder.compact) {
        (_, true) => 20.0,
        (false, false) => 24.0,
        (true, false) => 32.0,
    });
    y += builder.paragraph(area.x, y, area.w, words, font, muted);
    builder.end();
    y += builder.note_of(area.x, y, area.w, missing.note.as_ref());
    y - area.y
}

fn one(builder: &mut SceneBuilder, area: Area, item: &Noted, headings: f64, edged: bool) -> f64 {
    let figure = builder.figure(item.figure);
    let (ink, muted, accent) = (builder.paint(Role::Ink), builder.paint(Role::Muted), builder.accent_paint());
    builder.begin(item.figure);
    let known = builder.legend.clone();
    let mut y = top(builder, area, edged);
    let label = builder.say(item.label.as_ref().unwrap_or(figure.label())).to_string();
    y += builder.headline_below(
        area.down(y - area.y),
        (&label, headings),
        item.figure,
        if builder.compact { 30.0 } else { 36.0 },
        ink,
    );
    let marks = builder.marks.len();
    y += own_scale(builder, Area::new(area.x, y, area.w), item.figure, accent);
    // a bound that stands in words alone has no mark for the key to explain
    let is_in_words = builder.marks.len() == marks && figure.form() == Form::Amount;
    let told = LegendEntry::of(figure).filter(|_| is_in_words);
    builder.legend.retain(|kind| Some(*kind) != told || known.contains(kind));
    let source = figure.source();
    let publisher = builder.say(builder.facts.source(source.source).publisher()).to_string();
    let period = figure.period_and_base(builder.locale);
    let font = Font::sans(13.0);
    let both = format!("{period} · {publisher}");
    // a dot between two things has no place at the end of a line
    let both =
        if builder.measure.width(&both, font) > area.w { format!("{period}\n{publisher}") } else { both };
    y += builder.paragraph(area.x, y, area.w, &both, font, muted);
    builder.end();
    y += builder.note_of(area.x, y, area.w, item.note.as_ref());
    y - area.y
}

/// A scale of its own: things up to twenty as so many blocks, a share as a strip of its whole; nothing else, for a
/// bar without a yardstick would be decoration.
fn own_scale(
    builder: &mut SceneBuilder,
    area: Area,
    ix: FigureIx,
    accent: crate::layout::paint::Paint,
) -> f64 {
    let figure = builder.figure(ix);
    let amount = figure.amount();
    let start = builder.delay;
    let drawable = (!figure.is_bounded() || figure.opens_up()) && figure.status().is_result();
    if drawable && figure.measure() == Measure::Share && figure.unit().is_percent() && figure.is_part() {
        let muted = builder.paint(Role::Muted);
        let whole = Rect::new(area.x, area.y + 4.0, area.w.min(200.0), 10.0);
        let stroke = Stroke { paint: muted, width: 1.0, dash: None };
        builder.put(
            "whole",
            Shape::Rect { rect: whole.inset(0.5), radius: 0.0 },
            Fill::None,
            Some(stroke),
            Enter::fade(start),
        );
        let part = Rect { w: whole.w * (amount / 100.0).clamp(0.0, 1.0), ..whole };
        builder.rect("part", part, Fill::Solid(accent), Enter::new(Effect::GrowRight, start));
        if figure.opens_up() {
            let room = (whole.right() - part.right()) * 0.8;
            let open_end = Rect::new(part.right(), whole.y, room.min(32.0), whole.h);
            bound_marks::floor(builder, figure, open_end, accent, Enter::fade(start + 0.5));
        }
        return 22.0;
    }
    let things = drawable && figure.measure() == Measure::Count && !figure.unit().is_percent();
    if things && amount.fract() == 0.0 && (1.0..=12.0).contains(&amount) {
        let n = amount as usize;
        let (block, gap) = (12.0, 4.0);
        for i in 0..n {
            let rect = Rect::new(area.x + i as f64 * (block + gap), area.y + 4.0, block, block);
            builder.rect(
                Part::item("block"),
                rect,
                Fill::Solid(accent),
                Enter::new(Effect::Pop, start + stagger(i, n)),
            );
        }
        if figure.opens_up() {
            let at = Point::new(area.x + n as f64 * (block + gap) + 6.0, area.y + 10.0);
            bound_marks::dots(
                builder,
                at,
                14.0,
                5.0,
                accent,
                figure.is_inclusive(),
                Enter::fade(start + 0.5),
            );
        }
        return 24.0;
    }
    2.0
}
