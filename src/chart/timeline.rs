//! Dated events on one line, or on several that branch off it; what has no date waits beside it, off the axis. Wide
//! pictures have it across, narrow ones downwards.
//!
//! **Invariant**: places on the line are true to time; labels may move apart and are led back by a line. An undated
//! item never touches the axis.

mod across;
mod entries;
mod event_words;
mod marks;
mod takes;
mod upright;

use crate::chart::acceptance::*;
use crate::chart::chart_type::*;
use crate::chart::words;
use crate::chart::words::Word;
use crate::geometry::Rect;
use crate::layout::scene_builder::{Area, SceneBuilder, Space};
use crate::locale::message::Message;
use crate::locale::{Locale, Text};
use crate::model::figure::FigureIx;
use crate::model::{Facts, MilestoneIx, Seen, SeriesIx};
use crate::theme::Role;
use entries::{lines, sorted, Entry};
use marks::{derrick, event_mark};
use serde::{Deserialize, Serialize};
pub use takes::{Events, Span};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Timeline {
    /// 小标题 · heading
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub title: Option<Text>,
    /// 有日期的事 · dated events
    pub events: Vec<Event>,
    /// 这条线的名称；有分线时印出 · name of the line, printed where others branch off it
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub name: Option<Text>,
    /// 从这条线分出的线 · lines that branch off it, each at its first event
    #[serde(default)]
    pub lanes: Vec<Lane>,
    /// 从第一件事算起的年数 · years counted from the first event
    pub span: Option<FigureIx>,
    /// 线上端的图形：well 油井 · what stands on the line: well, a derrick
    pub emblem: Option<Emblem>,
    /// 无日期者的小标题 · heading of the undated
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub undated_title: Option<Text>,
    /// 无日期者，不上轴 · undated items, off the axis
    #[serde(default)]
    pub undated: Vec<Word>,
}

/// Events of one kind on a line of their own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Lane {
    /// 名称 · name
    #[cfg_attr(feature = "author", schemars(with = "crate::model::schema::Remark"))]
    pub name: Text,
    /// 颜色的含义 · accent colour by meaning
    pub accent: Role,
    /// 有日期的事 · dated events
    pub events: Vec<Event>,
}

/// What stands on the line.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// 数字 · figure
    Figure(FigureIx),
    /// 大事 · milestone
    Milestone(MilestoneIx),
}

/// What stands on the line of a time axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Emblem {
    /// A derrick, for stories that begin with a well.
    Well,
}

impl ChartType for Timeline {
    fn visit(&self, facts: &Facts, see: &mut dyn FnMut(Seen)) {
        for event in self.all() {
            match event {
                Event::Figure(ix) => see(Seen::Figure(*ix)),
                Event::Milestone(ix) => see(Seen::Milestone(*ix)),
            }
        }
        self.span.iter().for_each(|ix| see(Seen::Figure(*ix)));
        words::see(facts, &self.undated, see);
    }
    fn heading(&self, _: &Facts, locale: Locale) -> String {
        match &self.title {
            Some(title) => title.get(locale).to_string(),
            None => Message::HeadingTimeline.get(locale).to_string(),
        }
    }
    fn series(&self) -> Option<SeriesIx> {
        None
    }
    fn least_width(&self) -> f64 {
        340.0
    }
    fn least_height(&self) -> f64 {
        320.0
    }
    fn stretches(&self) -> bool {
        // one line across the picture is as high as its words
        !self.lanes.is_empty()
    }
    fn bleeds(&self) -> bool {
        true
    }
    fn place(&self, builder: &mut SceneBuilder, space: Space) -> f64 {
        let (area, text) = (space.area(), space.bleed.map_or((0.0, 0.0), |bleed| bleed.text));
        let kept = Rect::new(area.x, area.y, text.0, text.1);
        let spare = self.spare(builder, space, area, kept);
        let around = |builder: &mut SceneBuilder| {
            let first = builder.marks.len();
            place(builder, area, self, spare, kept);
            builder.marks[first..].iter().all(|mark| !mark.bounds().overlaps(&kept))
        };
        if text.0 == 0.0 || builder.tried(around) {
            return place(builder, area, self, spare, kept);
        }
        // where something would have to stand in the text's place, all of it stands beside the text
        let beside = Area::new(kept.right(), area.y, area.w - kept.w);
        let spare = self.spare(builder, space, beside, kept);
        place(builder, beside, self, spare, kept)
    }
}

impl Timeline {
    /// Returns by how much its lines are higher than usual such that it is no higher than the space: higher lines may have
    /// room for fewer events, and more of them are listed below.
    fn spare(&self, builder: &mut SceneBuilder, space: Space, area: Area, kept: Rect) -> f64 {
        let spare = space.spare(builder, |builder| place(builder, area, self, 0.0, kept));
        let most = space.height.unwrap_or(f64::MAX);
        spare - (builder.tried(|builder| place(builder, area, self, spare, kept)) - most).max(0.0)
    }

    /// Its events, line by line.
    fn all(&self) -> impl Iterator<Item = &Event> {
        self.events.iter().chain(self.lanes.iter().flat_map(|lane| &lane.events))
    }
}

impl Acceptance for Timeline {
    fn slots(&self, _: &Facts) -> Vec<Slot> {
        let slots = |events: &[Event], within: &str| {
            let of = |(i, event): (usize, &Event)| match event {
                Event::Figure(ix) => Some(Slot::new(*ix, format!("{within}events[{i}]"), &Events)),
                Event::Milestone(_) => None,
            };
            events.iter().enumerate().filter_map(of).collect::<Vec<_>>()
        };
        let mut all = slots(&self.events, "");
        for (i, lane) in self.lanes.iter().enumerate() {
            all.extend(slots(&lane.events, &format!("lanes[{i}].")));
        }
        let mut slots = all;
        slots.extend(self.span.map(|ix| Slot::new(ix, "span", &Span)));
        slots.extend(words::slots(&self.undated, "undated"));
        slots
    }
    fn lists(&self) -> Vec<ListSlot> {
        words::lists(&self.undated, "undated")
    }
    fn range(&self, facts: &Facts) -> Vec<Refusal> {
        let mut all: Vec<Refusal> = Vec::new();
        for slot in self.slots(facts) {
            let figure = facts.figure(slot.figure);
            if slot.member.contains("events") && figure.date().is_none() {
                all.push(Refusal::of(&slot, Reason::Undated));
            }
            if slot.member == "span" && figure.unit().id != "years" {
                all.push(Refusal::of(&slot, Reason::Unit("years")));
            }
        }
        all
    }
    fn sharing(&self, _: &Facts) -> Vec<Refusal> {
        Vec::new()
    }
}

/// From this width on a line runs across the picture, CSS px.
const ACROSS: f64 = 700.0;
/// Below it lines that run across leave no event without room at its mark, or run downwards, CSS px.
const ROOMY: f64 = 800.0;

/// `kept`: where the page has its text.
fn place(builder: &mut SceneBuilder, area: Area, spec: &Timeline, spare: f64, kept: Rect) -> f64 {
    let Some(title) = &spec.title else { return place_lines(builder, area, spec, spare, kept) };
    let title = builder.say(title).to_string();
    let head = builder.heading(area.x, area.y, area.w, &title) + 8.0;
    head + place_lines(builder, area.down(head), spec, spare, kept)
}

fn place_lines(builder: &mut SceneBuilder, area: Area, spec: &Timeline, spare: f64, kept: Rect) -> f64 {
    let undated = spec.undated.as_slice();
    let beside = area.w >= 560.0 && !undated.is_empty();
    let line_area = if beside { Area::new(area.x, area.y, area.w * 0.62) } else { area };
    let lines = lines(builder, spec);
    let crowded = |builder: &mut SceneBuilder| {
        line_area.w < ROOMY
            && builder.tried(|builder| across::draw(builder, line_area, spec, &lines, (spare, kept)).1 > 0)
    };
    let mut height = if line_area.w >= ACROSS && !crowded(builder) {
        across::draw(builder, line_area, spec, &lines, (spare, kept)).0
    } else {
        let well = spec.emblem.is_some();
        upright::line(builder, line_area, &sorted(lines.into_iter().flatten()), well, spec.span, spare)
    };
    if !undated.is_empty() {
        builder.end();
        let target = if beside {
            Area::new(area.x + area.w * 0.68, area.y + 6.0, area.w * 0.32)
        } else {
            Area::new(area.x, area.y + height + 18.0, area.w)
        };
        let title = spec.undated_title.as_ref().map(|t| builder.say(t).to_string()).unwrap_or_default();
        let used = words::waiting(builder, target, &title, undated);
        height = if beside { height.max(used + 6.0) } else { height + 18.0 + used };
    }
    height
}
