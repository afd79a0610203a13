//! Named things as plaques, or as dashed outlines where they are aims.
//!
//! **Invariant**: a plaque has a date only where a source prints one, behind a diamond where that is another source than
//! the list's; an open list keeps its 等 in its place.

mod tall;

use crate::chart::acceptance::*;
use crate::chart::answers;
use crate::chart::chart_type::*;
use crate::geometry::{Point, Rect};
use crate::layout::enter::{Effect, Enter};
use crate::layout::legend;
use crate::layout::legend_entry::LegendEntry;
use crate::layout::mark::*;
use crate::layout::pictogram;
use crate::layout::scene_builder::{Area, SceneBuilder, Space};
use crate::locale::date::{Date, Part as DatePart};
use crate::locale::message::Message;
use crate::locale::{Locale, Text};
use crate::model::figure::FigureIx;
use crate::model::{Facts, Item, List, ListIx, MilestoneIx, Seen, SeriesIx};
use crate::statement::Measure;
use crate::text::{wrap, Font};
use crate::theme::Role;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Plaques {
    /// 名单 · list
    pub list: ListIx,
    /// 图上说明 · note in the picture
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub note: Option<Text>,
}

impl ChartType for Plaques {
    fn visit(&self, facts: &Facts, see: &mut dyn FnMut(Seen)) {
        see_list(facts, self.list, see);
        facts
            .list(self.list)
            .items
            .iter()
            .filter_map(|item| item.milestone)
            .for_each(|ix| see(Seen::Milestone(ix)));
    }
    fn heading(&self, facts: &Facts, locale: Locale) -> String {
        facts.list(self.list).label.get(locale).to_string()
    }
    fn series(&self) -> Option<SeriesIx> {
        None
    }
    fn least_width(&self) -> f64 {
        190.0
    }
    fn least_height(&self) -> f64 {
        60.0
    }
    fn stretches(&self) -> bool {
        true
    }
    fn bleeds(&self) -> bool {
        false
    }
    fn place(&self, builder: &mut SceneBuilder, space: Space) -> f64 {
        match tall::fits(builder.facts, self, space.width) {
            true => tall::place(builder, space, self),
            false => place(builder, space.area(), self.list, false, self.note.as_ref()),
        }
    }
}

impl Acceptance for Plaques {
    fn slots(&self, _: &Facts) -> Vec<Slot> {
        // its figures are dates, which stand as words
        Vec::new()
    }
    fn lists(&self) -> Vec<ListSlot> {
        vec![ListSlot::new(self.list, "list", answers::list_of_results)]
    }
    fn range(&self, _: &Facts) -> Vec<Refusal> {
        Vec::new()
    }
    fn sharing(&self, _: &Facts) -> Vec<Refusal> {
        Vec::new()
    }
}

/// The node of 等: the list goes on, and nobody names what follows.
pub(super) fn open_node(builder: &mut SceneBuilder, list: &List, rect: Rect) {
    let (slate, surface) = (builder.paint(Role::GENERAL), builder.paint(Role::Surface));
    let enter = Enter::new(Effect::Pop, builder.delay);
    let text = Message::And.get(builder.locale);
    let name = [builder.say(&list.label), Message::Colon.get(builder.locale), text].concat();
    builder.begin_named(format!("{}-open", list.id), None, name);
    let size = if text.chars().count() > 2 { 13.0 } else { 15.0 };
    let lines = wrap::wrap(text, Font::bold(size), 48.0, builder.measure);
    let radius = if lines.len() > 1 { 31.0 } else { 22.0 };
    let center = Point::new(rect.x + radius + 4.0, rect.center().y);
    let stroke = Stroke { paint: slate, width: 2.0, dash: None };
    builder.circle("open", center, radius, Fill::Solid(surface), Some(stroke), enter);
    let top = center.y - (lines.len() as f64 - 1.0) * size * 0.65 + size * 0.36;
    for (k, line) in lines.iter().enumerate() {
        let at = Point::new(center.x, top + k as f64 * size * 1.3);
        builder.text(at, line, Font::bold(size), slate, Anchor::Middle);
    }
    let tail = center.x + radius + 6.0;
    builder.arrow(Point::new(tail, center.y), Point::new(tail + 24.0, center.y), slate, enter);
    builder.end();
    builder.legend(LegendEntry::OpenList);
}

/// What dates an item of a list.
#[derive(Clone, Copy)]
enum Dated {
    /// The list's own source.
    Own(FigureIx),
    /// Another one.
    Other(MilestoneIx),
}

fn date_of(facts: &Facts, item: &Item) -> Option<Dated> {
    let own = item.figure.filter(|ix| facts.figure(*ix).measure() == Measure::Date);
    own.map(Dated::Own).or(item.milestone.map(Dated::Other))
}

const YEAR: Font = Font::bold(15.0);
const DATE: Font = Font::sans(14.0);

/// Writes a date on a plaque; one from another source stands behind a diamond and is a statement of its own.
fn date(builder: &mut SceneBuilder, dated: Dated, at: Point, room: f64, anchor: Anchor) {
    let (accent, ink, muted) = (builder.accent_paint(), builder.paint(Role::Ink), builder.paint(Role::Muted));
    let ix = match dated {
        Dated::Own(ix) => {
            let text = builder.figure(ix).display(builder.locale);
            builder.text(at, &text, YEAR, accent, anchor);
            return;
        }
        Dated::Other(ix) => ix,
    };
    let milestone = builder.facts.milestone(ix).clone();
    let lead = 18.0;
    let day = milestone.date.display(builder.locale);
    // the year alone where the plaque is narrow; its record has the day
    let year = Date { part: DatePart::Year, ..milestone.date }.display(builder.locale);
    let text = if builder.measure.width(&day, DATE) + lead <= room { day } else { year };
    let width = builder.measure.width(&text, DATE) + lead;
    let x = if anchor == Anchor::Middle { at.x - width / 2.0 } else { at.x };
    let name = builder.facts.milestone_statement(&milestone, builder.locale);
    builder.begin_named(milestone.id.clone(), None, name);
    let shape = Shape::Path { points: legend::diamond(Point::new(x + 6.0, at.y - 5.0)), closed: true };
    let stroke = Stroke { paint: muted, width: 2.0, dash: None };
    builder.put(Part::item("event"), shape, Fill::None, Some(stroke), Enter::fade(builder.delay));
    builder.text(Point::new(x + lead, at.y), &text, DATE, ink, Anchor::Start);
    builder.legend(LegendEntry::Context);
    builder.legend(LegendEntry::Diamond);
}

/// Says on a plaque that nothing dates it, where other plaques have dates.
fn undated(builder: &mut SceneBuilder, at: Point, anchor: Anchor) {
    let muted = builder.paint(Role::Muted);
    builder.text(at, Message::YearNotGiven.get(builder.locale), DATE, muted, anchor);
}

/// Width and height of a pictogram, CSS px.
const ICON: f64 = 36.0;
/// Sizes of names, CSS px.
const SIZES: [f64; 3] = [17.0, 15.0, 13.0];
/// The least of them in two columns or more.
const EASY: f64 = 15.0;

pub(super) fn place(
    builder: &mut SceneBuilder,
    area: Area,
    list: ListIx,
    goals: bool,
    note: Option<&Text>,
) -> f64 {
    let l = builder.facts.list(list).clone();
    let (accent, ink, slate) =
        (builder.accent_paint(), builder.paint(Role::Ink), builder.paint(Role::GENERAL));
    let start = builder.delay;
    let most = if area.w >= 600.0 {
        3
    } else if area.w >= 340.0 {
        2
    } else {
        1
    };
    let gap = if builder.compact { 8.0 } else { 14.0 };
    // all begin their words alike, with a pictogram or without
    let inset = if l.items.iter().any(|item| item.icon.is_some()) { 16.0 + ICON + 8.0 } else { 16.0 };
    let wide = |columns: usize| (area.w - gap * (columns - 1) as f64) / columns as f64;
    let is_whole = |columns: usize, size: f64| {
        let word = |text| wrap::longest_word(builder.say(text), Font::bold(size), builder.measure);
        l.items.iter().all(|item| word(&item.text) <= wide(columns) - 16.0 - inset)
    };
    // as many side by side as leave every word whole at a size that is read easily, and the largest such size
    let sizes = |columns: usize| SIZES.into_iter().filter(move |size| columns == 1 || *size >= EASY);
    let whole = |columns: usize| sizes(columns).find(|size| is_whole(columns, *size));
    let columns = (2..=most).rev().find(|columns| whole(*columns).is_some()).unwrap_or(1);
    let size = whole(columns).unwrap_or(SIZES[SIZES.len() - 1]);
    let width = wide(columns);
    let open_at = l.open.then(|| l.open_after.unwrap_or(l.items.len()).min(l.items.len()));
    // what stands in the grid, in order: an item, or the node of 等
    let mut cells: Vec<Option<usize>> = (0..l.items.len()).map(Some).collect();
    if let Some(at) = open_at {
        cells.insert(at, None);
    }
    let facts = builder.facts;
    let dated = |i: usize| date_of(facts, &l.items[i]);
    let room = width - 16.0 - inset;
    let some_dated = (0..l.items.len()).any(|i| dated(i).is_some());
    // below each other on a phone they stand close, so that all are seen at once
    let close = columns == 1 && builder.compact;
    let (size, step, pad) = if close { (size.min(EASY), 20.0, 12.0) } else { (size, 24.0, 28.0) };
    let font = Font::bold(size);
    let lines: Vec<Vec<String>> = cells
        .iter()
        .map(|c| match c {
            Some(i) => wrap::balanced(builder.say(&l.items[*i].text), font, room, builder.measure),
            None => Vec::new(),
        })
        .collect();
    // where some have a date and there is room, the others say that they have none
    let has_line = |cell: Option<usize>| cell.is_some_and(|i| dated(i).is_some() || (some_dated && !close));
    // the node of 等 is as high as its words
    let node = if Message::And.get(builder.locale).chars().count() > 2 { 66.0 } else { 48.0 };
    let least = match (columns, close) {
        (1, true) => 44.0,
        (1, false) => 56.0,
        _ => 88.0,
    };
    let mut y = area.y;
    for (r, row) in cells.chunks(columns).enumerate() {
        let height = row
            .iter()
            .enumerate()
            .map(|(c, cell)| {
                let year = if has_line(*cell) { 22.0 } else { 0.0 };
                let words = lines[r * columns + c].len() as f64 * step + pad + year;
                if cell.is_some() {
                    words
                } else {
                    node
                }
            })
            .fold(least, f64::max);
        for (c, cell) in row.iter().enumerate() {
            let rect = Rect::new(area.x + c as f64 * (width + gap) + 1.0, y + 1.0, width - 2.0, height - 2.0);
            builder.delay = start + 0.07 * (r * columns + c) as f64;
            // at full size: a growing frame would cut through its words
            let enter = Enter::fade(builder.delay);
            let Some(i) = cell else {
                open_node(builder, &l, rect);
                continue;
            };
            let text = builder.say(&l.items[*i].text).to_string();
            let spoken = format!("{}{}{text}", builder.say(&l.label), Message::Colon.get(builder.locale));
            builder.begin_named(format!("{}-{i}", l.id), l.items[*i].figure, spoken);
            if goals {
                let stroke = builder.goal_stroke(slate);
                builder.put(
                    Part::item("goal"),
                    Shape::Rect { rect, radius: 0.0 },
                    Fill::None,
                    Some(stroke),
                    enter,
                );
                builder.legend(LegendEntry::Target);
            } else {
                builder.put(
                    "plaque",
                    Shape::Rect { rect, radius: 0.0 },
                    Fill::Solid(accent.fade(0.1)),
                    Some(Stroke { paint: accent, width: 1.5, dash: None }),
                    enter,
                );
            }
            let year = dated(*i);
            let block = lines[r * columns + c].len() as f64 * step + if has_line(*cell) { 22.0 } else { 0.0 };
            let mut at = rect.center().y - block / 2.0;
            if let Some(icon) = l.items[*i].icon {
                let corner = Point::new(rect.x + 12.0, rect.center().y - ICON / 2.0);
                let paint = if goals { slate } else { accent };
                pictogram::draw(builder, icon, corner, ICON, paint, Enter::fade(builder.delay));
            }
            for line in &lines[r * columns + c] {
                builder.text(Point::new(rect.x + inset, at + step * 0.75), line, font, ink, Anchor::Start);
                at += step;
            }
            if let Some(dated) = year {
                date(builder, dated, Point::new(rect.x + inset, at + 15.0), room, Anchor::Start);
            } else if has_line(*cell) {
                undated(builder, Point::new(rect.x + inset, at + 15.0), Anchor::Start);
            }
            builder.end();
        }
        y += height + gap;
    }
    y -= gap - 8.0;
    builder.delay = start + 0.4;
    y += builder.note_of(area.x, y, area.w, note);
    y - area.y
}
