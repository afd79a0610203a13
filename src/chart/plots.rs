//! Goals that are counted: so many dashed outlines a part, with a plus between the parts.
//!
//! **Invariant**: an outline is never filled, and its size means nothing, which the picture says.

use crate::chart::acceptance::*;
use crate::chart::answers::*;
use crate::chart::chart_type::*;
use crate::chart::parts::Labelled;
use crate::geometry::{Point, Rect};
use crate::layout::enter::{Effect, Enter};
use crate::layout::mark::*;
use crate::layout::scene_builder::{Area, SceneBuilder, Space};
use crate::locale::{Locale, Text};
use crate::model::{Facts, Seen, SeriesIx};
use crate::statement::{Bound, Form, Measure, Precision, Status};
use crate::text::Font;
use crate::theme::Role;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Plots {
    /// 小标题 · heading
    #[cfg_attr(feature = "author", schemars(with = "crate::model::schema::Remark"))]
    pub title: Text,
    /// 标签 · tag
    #[cfg_attr(feature = "author", schemars(with = "crate::model::schema::Remark"))]
    pub tag: Text,
    /// 各部分 · parts
    pub parts: Vec<Labelled>,
    /// 图上说明 · note in the picture
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub note: Option<Text>,
}

impl ChartType for Plots {
    fn visit(&self, _: &Facts, see: &mut dyn FnMut(Seen)) {
        self.parts.iter().for_each(|p| see(Seen::Figure(p.figure)));
    }
    fn heading(&self, _: &Facts, locale: Locale) -> String {
        self.title.get(locale).to_string()
    }
    fn series(&self) -> Option<SeriesIx> {
        None
    }
    fn least_width(&self) -> f64 {
        230.0
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
        place(builder, space.area(), &self.title, &self.tag, &self.parts, self.note.as_ref())
    }
}

impl Acceptance for Plots {
    fn slots(&self, _: &Facts) -> Vec<Slot> {
        Slot::each(self.parts.iter().map(|p| p.figure), "parts", ".figure", &Parts)
    }
    fn lists(&self) -> Vec<ListSlot> {
        Vec::new()
    }
    fn range(&self, facts: &Facts) -> Vec<Refusal> {
        let slots = self.slots(facts);
        let all: f64 = slots.iter().map(|slot| facts.figure(slot.figure).amount()).sum();
        slots.iter().filter_map(|slot| Some(Refusal::of(slot, outlines(facts, slot, all, MOST)?))).collect()
    }
    fn sharing(&self, _: &Facts) -> Vec<Refusal> {
        Vec::new()
    }
}

/// So many outlines fit into the narrowest picture.
const MOST: f64 = 9.0;

/// Things that are aimed at, one outline each.
pub struct Parts;

impl Table for Parts {
    fn measure(&self, measure: Measure) -> Result<(), Reason> {
        match measure {
            Measure::Level | Measure::Count => Ok(()),
            Measure::Growth | Measure::Change | Measure::Points => Err(Reason::Change),
            Measure::Flow
            | Measure::Share
            | Measure::Rate
            | Measure::Multiple
            | Measure::Ratio
            | Measure::Rank
            | Measure::Index
            | Measure::Date => Err(Reason::Measure(measure)),
        }
    }
    fn look(&self, status: Status, bound: Bound) -> Result<Look, Reason> {
        goal(status, closed(bound))
    }
    fn form(&self, form: Form) -> Result<(), Reason> {
        amounts(form)
    }
    fn sign(&self, sign: Sign) -> Result<(), Reason> {
        not_below_zero(sign)
    }
    fn absence(&self, absence: Absence) -> Result<Look, Reason> {
        numbers(absence)
    }
    fn whole(&self, whole: Whole) -> Result<(), Reason> {
        any_whole(whole)
    }
    fn precision(&self, precision: Precision) -> Result<(), Reason> {
        any_period(precision)
    }
}

/// Unnamed plots: so many outlines a part, with a plus between the parts.
fn place(
    builder: &mut SceneBuilder,
    area: Area,
    title: &Text,
    tag: &Text,
    parts: &[Labelled],
    note: Option<&Text>,
) -> f64 {
    let (slate, muted, ink) =
        (builder.paint(Role::GENERAL), builder.paint(Role::Muted), builder.paint(Role::Ink));
    let start = builder.delay;
    let (title, tag) = (builder.say(title).to_string(), builder.say(tag).to_string());
    let w = builder.measure.width(&title, Font::bold(17.0));
    builder.text(Point::new(area.x, area.y + 18.0), &title, Font::bold(17.0), ink, Anchor::Start);
    let mut y = area.y + 30.0;
    if w + 14.0 + builder.measure.width(&tag, Font::sans(13.0)) <= area.w {
        builder.text(
            Point::new(area.x + w + 14.0, area.y + 18.0),
            &tag,
            Font::sans(13.0),
            muted,
            Anchor::Start,
        );
    } else {
        y += builder.note(area.x, y - 4.0, area.w, &tag);
    }
    y += 6.0;
    let counts: Vec<usize> =
        parts.iter().map(|p| (builder.figure(p.figure).amount() as usize).clamp(1, 12)).collect();
    let boxes: usize = counts.iter().sum();
    let pluses = parts.len().max(1) - 1;
    let gap = 8.0;
    let side = ((area.w - pluses as f64 * 18.0 - (boxes - 1) as f64 * gap) / boxes as f64).clamp(16.0, 46.0);
    let mut x = area.x + 1.0;
    let mut bottom: f64 = y + side;
    for (p, part) in parts.iter().enumerate() {
        if p > 0 {
            let middle = Point::new(x + 5.0, y + side / 2.0);
            for (dx, dy) in [(5.0, 0.0), (0.0, 5.0)] {
                let ends =
                    vec![Point::new(middle.x - dx, middle.y - dy), Point::new(middle.x + dx, middle.y + dy)];
                builder.line("plus", ends, muted, 1.5, Enter::fade(start));
            }
            x += 18.0;
        }
        builder.begin(part.figure);
        builder.legend_for(part.figure);
        let from = x;
        for i in 0..counts[p] {
            let stroke = builder.aim_stroke(part.figure, slate);
            let radius = if p == 0 { 0.0 } else { side / 4.0 };
            let shape = Shape::Rect { rect: Rect::new(x, y, side, side), radius };
            builder.put(
                Part::item("plot"),
                shape,
                Fill::None,
                Some(stroke),
                Enter::new(Effect::Pop, start + 0.06 * i as f64),
            );
            x += side + gap;
        }
        let to = x - gap;
        let bracket = vec![
            Point::new(from, y + side + 6.0),
            Point::new(from, y + side + 11.0),
            Point::new(to, y + side + 11.0),
            Point::new(to, y + side + 6.0),
        ];
        builder.line("bracket", bracket, muted, 1.25, Enter::fade(start));
        let mut label = builder.say(&part.label).to_string();
        // what somebody expects is no goal, which the chart is for
        label.push_str(&builder.figure(part.figure).phrase(builder.locale).status);
        let font = Font::sans(15.0);
        let width = builder.measure.width(&label, font);
        let middle = ((from + to) / 2.0).max(area.x + width / 2.0);
        builder.text(Point::new(middle, y + side + 30.0), &label, font, ink, Anchor::Middle);
        builder.end();
        bottom = bottom.max(y + side + 40.0);
    }
    builder.delay = start + 0.3;
    bottom += builder.note_of(area.x, bottom, area.w, note);
    bottom - area.y
}
