//! A number of things aimed at, each of a size class: dashed outlines; "four or more" keeps its open end.
//!
//! **Invariant**: an outline is never filled, and its size means nothing, which the picture says.

mod outlines;

use crate::chart::acceptance::*;
use crate::chart::answers::*;
use crate::chart::chart_type::*;
use crate::chart::words;
use crate::geometry::{Point, Rect};
use crate::layout::bound_marks;
use crate::layout::enter::Enter;
use crate::layout::mark::*;
use crate::layout::scene_builder::{baseline, Area, SceneBuilder, Space};
use crate::locale::{Locale, Text};
use crate::model::figure::FigureIx;
use crate::model::{Facts, ListIx, Seen, SeriesIx};
use crate::statement::{Bound, Form, Measure, Precision, Status};
use crate::text::Font;
use crate::theme::Role;
use outlines::{named, unnamed};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct GoalCells {
    /// 数字 · figure
    pub figure: FigureIx,
    /// 每个的量级 · size class of each
    pub class: FigureIx,
    /// 名称 · label
    #[cfg_attr(feature = "author", schemars(with = "crate::model::schema::Remark"))]
    pub label: Text,
    /// 各目标的名称，写在框里 · names of the aims, written into the outlines
    pub names: Option<ListIx>,
    /// 图上说明 · note in the picture
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub note: Option<Text>,
}

impl ChartType for GoalCells {
    fn visit(&self, facts: &Facts, see: &mut dyn FnMut(Seen)) {
        see(Seen::Figure(self.figure));
        see(Seen::Figure(self.class));
        self.names.iter().for_each(|list| see_list(facts, *list, see));
    }
    fn heading(&self, facts: &Facts, locale: Locale) -> String {
        label(facts, self.figure, locale)
    }
    fn series(&self) -> Option<SeriesIx> {
        None
    }
    fn least_width(&self) -> f64 {
        260.0
    }
    fn least_height(&self) -> f64 {
        150.0
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

impl Acceptance for GoalCells {
    fn slots(&self, _: &Facts) -> Vec<Slot> {
        vec![Slot::new(self.figure, "figure", &Goal), Slot::new(self.class, "class", &Class)]
    }
    fn lists(&self) -> Vec<ListSlot> {
        self.names.map(|list| ListSlot::new(list, "names", list_of_aims)).into_iter().collect()
    }
    fn range(&self, facts: &Facts) -> Vec<Refusal> {
        let slot = Slot::new(self.figure, "figure", &Goal);
        let figure = facts.figure(self.figure);
        // the open end takes the room of two outlines
        let most = if figure.opens_up() { 6.0 } else { 8.0 };
        outlines(facts, &slot, figure.amount(), most)
            .map(|reason| Refusal::of(&slot, reason))
            .into_iter()
            .collect()
    }
    fn sharing(&self, _: &Facts) -> Vec<Refusal> {
        Vec::new()
    }
}

/// Things that are aimed at, one outline each.
pub struct Goal;

impl Table for Goal {
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
        goal(status, closed_or_open(bound))
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

/// The name of a size class.
pub struct Class;

impl Table for Class {
    fn measure(&self, measure: Measure) -> Result<(), Reason> {
        sizes(measure)
    }
    fn look(&self, status: Status, bound: Bound) -> Result<Look, Reason> {
        Words.look(status, bound).map(|_| Look::Brackets)
    }
    fn form(&self, form: Form) -> Result<(), Reason> {
        match form {
            Form::Class => Ok(()),
            Form::Amount => Err(Reason::NoClass),
            Form::OpenList => Err(Reason::OpenList),
        }
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

/// A number of things aimed at, each of a size class, with an open end where the aim is a floor.
fn place(builder: &mut SceneBuilder, area: Area, spec: &GoalCells) -> f64 {
    let GoalCells { figure: ix, class, label, names, note } = spec;
    let (ix, class, note) = (*ix, *class, note.as_ref());
    let figure = builder.figure(ix);
    let (slate, ink) = (builder.paint(Role::GENERAL), builder.paint(Role::Ink));
    let start = builder.delay;
    let is_each_named =
        names.is_some_and(|list| builder.facts.list(list).items.len() as f64 == figure.amount());
    builder.begin(ix);
    let class_name = builder.figure(class).display(builder.locale);
    let size = 40.0;
    let (number_width, _) =
        builder.number(Point::new(area.x, area.y + 38.0), ix, size, area.w, ink, Anchor::Start);
    let font = Font::bold(15.0);
    let class_width = builder.measure.width(&class_name, font) + 14.0;
    let label = builder.say(label).to_string();
    let label_width = builder.measure.width(&label, font);
    let mut y = area.y + 52.0 + builder.more_height(ix, size, area.w);
    let mut x = area.x + number_width + 14.0;
    let mut line = area.y + 38.0;
    if x + class_width + 8.0 + label_width > area.right() {
        x = area.x;
        line = y + 18.0;
        y += 34.0;
    }
    builder.end();
    builder.begin(class);
    bound_marks::class_box(builder, Rect::new(x, line - 18.0, class_width, 25.0), ink, Enter::fade(start));
    builder.text(Point::new(x + 7.0, line), &class_name, font, ink, Anchor::Start);
    builder.legend_for(class);
    builder.end();
    if x + class_width + 8.0 + label_width <= area.right() {
        builder.text(Point::new(x + class_width + 8.0, line), &label, font, ink, Anchor::Start);
    } else {
        y += builder.paragraph(area.x, y - 4.0, area.w, &label, font, ink);
    }
    y += 4.0;
    y += match names {
        Some(list) if is_each_named => named(builder, area.down(y - area.y), ix, *list),
        _ => unnamed(builder, area.down(y - area.y), ix, &class_name),
    } + 8.0;
    // of more or fewer names than there are aims nobody knows which is whose
    if let Some(list) = names.filter(|_| !is_each_named) {
        y += words::one(builder, area.down(y - area.y), &words::Word::List(list), false, true) + 6.0;
    }
    builder.begin(ix);
    let goal = figure.status_word(builder.locale).unwrap_or_default();
    builder.text(Point::new(area.x, y + baseline(13.0)), goal, Font::bold(13.0), slate, Anchor::Start);
    let w = builder.measure.width(goal, Font::bold(13.0)) + 10.0;
    builder.end();
    builder.delay = start + 0.3;
    let used = builder.note_of(area.x + w, y, area.w - w, note).max(20.0);
    y + used - area.y
}
