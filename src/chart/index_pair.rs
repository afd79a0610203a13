//! One growth rate as two bars: the base period is 100, the current one 100 and the growth.
//!
//! **Invariant**: a callout, not a trend: two bars from zero, the base named, no third period.

use crate::chart::acceptance::*;
use crate::chart::answers::*;
use crate::chart::bar_mark;
use crate::chart::chart_type::*;
use crate::chart::plot::{Axes, Axis, Element, Statement};
use crate::geometry::{Point, Rect};
use crate::layout::backend::LayoutBackend;
use crate::layout::bound_marks;
use crate::layout::enter::{Effect, Enter};
use crate::layout::mark::*;
use crate::layout::paint::Paint;
use crate::layout::scene_builder::{Area, SceneBuilder, Space};
use crate::locale::number::Decimal;
use crate::locale::{Locale, Text};
use crate::model::figure::{Figure, FigureIx};
use crate::model::{Facts, Seen, SeriesIx};
use crate::statement::{Bound, Form, Measure, Precision, Status};
use crate::text::Font;
use crate::theme::Role;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct IndexPair {
    /// 数字 · figure
    pub figure: FigureIx,
    /// 基期 · base period
    #[cfg_attr(feature = "author", schemars(with = "crate::model::schema::Remark"))]
    pub base_label: Text,
    /// 当期 · current period
    #[cfg_attr(feature = "author", schemars(with = "crate::model::schema::Remark"))]
    pub now_label: Text,
    /// 图上说明 · note in the picture
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub note: Option<Text>,
}

impl ChartType for IndexPair {
    fn visit(&self, _: &Facts, see: &mut dyn FnMut(Seen)) {
        see(Seen::Figure(self.figure));
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
        210.0
    }
    fn stretches(&self) -> bool {
        false
    }
    fn bleeds(&self) -> bool {
        false
    }
    fn place(&self, builder: &mut SceneBuilder, space: Space) -> f64 {
        place(builder, space.area(), self.figure, &self.base_label, &self.now_label, self.note.as_ref())
    }
}

impl Acceptance for IndexPair {
    fn slots(&self, _: &Facts) -> Vec<Slot> {
        vec![Slot::new(self.figure, "figure", &Growth)]
    }
    fn lists(&self) -> Vec<ListSlot> {
        Vec::new()
    }
    fn range(&self, facts: &Facts) -> Vec<Refusal> {
        let slot = Slot::new(self.figure, "figure", &Growth);
        let figure = facts.figure(self.figure);
        let mut all = Vec::new();
        if figure.measure() == Measure::Growth && !figure.unit().is_percent() {
            all.push(Refusal::of(&slot, Reason::Unit("percent")));
        }
        let now = 100.0 + figure.amount();
        if now < 0.0 {
            all.push(Refusal::of(&slot, Reason::Negative));
        } else if now > 0.0 && !(1.0..=10_000.0).contains(&now) {
            all.push(Refusal::of(&slot, Reason::TooSmall));
        }
        all
    }
    fn sharing(&self, _: &Facts) -> Vec<Refusal> {
        Vec::new()
    }
}

/// The growth of one period over its base.
pub struct Growth;

impl Table for Growth {
    fn measure(&self, measure: Measure) -> Result<(), Reason> {
        match measure {
            Measure::Growth => Ok(()),
            Measure::Level
            | Measure::Flow
            | Measure::Count
            | Measure::Share
            | Measure::Rate
            | Measure::Change
            | Measure::Points
            | Measure::Multiple
            | Measure::Ratio
            | Measure::Rank
            | Measure::Index
            | Measure::Date => Err(Reason::Measure(measure)),
        }
    }
    fn look(&self, status: Status, bound: Bound) -> Result<Look, Reason> {
        result(status, closed(bound))
    }
    fn form(&self, form: Form) -> Result<(), Reason> {
        amounts(form)
    }
    fn sign(&self, sign: Sign) -> Result<(), Reason> {
        match sign {
            // a fall of a fifth is a bar of 80
            Sign::Negative | Sign::Zero | Sign::Positive => Ok(()),
        }
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

/// A bar from its upper left to its lower right place.
struct Grown {
    ix: FigureIx,
    paint: Paint,
    /// It is the base, which is 100 and of no status.
    is_base: bool,
}

impl Statement for Grown {
    fn draw(&self, at: &[Point], backend: &mut LayoutBackend) {
        let [from, to] = at else { return };
        let rect = Rect::new(from.x, from.y, to.x - from.x, to.y - from.y);
        let enter = Enter::new(Effect::GrowRight, backend.builder.delay);
        let part = Part::item("bar");
        match self.is_base {
            true => backend.builder.rect(part, rect, Fill::Solid(self.paint), enter),
            false => bar_mark::solid(backend.builder, self.ix, (part, rect), self.paint, enter),
        }
    }
}

/// What a change is compared with, where the name of the first bar gives neither a year nor the words of the base.
fn untold_base(figure: &Figure, label: &str, locale: Locale) -> Option<String> {
    let base = figure.base()?.get(locale).to_lowercase();
    let label = label.to_lowercase();
    let has_year = label.split(|c: char| !c.is_ascii_digit()).any(|number| number.len() == 4);
    let is_told = has_year || label.contains(&base) || base.contains(&label);
    figure.against(locale).filter(|_| !is_told)
}

fn place(
    builder: &mut SceneBuilder,
    area: Area,
    ix: FigureIx,
    base: &Text,
    now: &Text,
    note: Option<&Text>,
) -> f64 {
    let figure = builder.figure(ix);
    let (accent, ink, muted) = (builder.accent_paint(), builder.paint(Role::Ink), builder.paint(Role::Muted));
    let start = builder.delay;
    let growth = figure.number().unwrap_or(Decimal::whole(0));
    let index =
        Decimal { mantissa: growth.mantissa + 100 * 10i64.pow(growth.places as u32), places: growth.places };
    builder.begin(ix);
    let size = if builder.compact { 44.0 } else { 56.0 };
    let mut y = area.y + builder.headline(area, ix, size, accent) + 12.0;
    if let Some(against) = untold_base(figure, builder.say(base), builder.locale) {
        y += builder.note(area.x, y - 8.0, area.w, &against);
    }
    let width = |value: &str| builder.measure.width(value, Font::bold(24.0));
    let value_width = width(&index.digits()).max(width("100")) + 14.0;
    let room = area.w - value_width;
    let top = index.to_f64().abs().max(100.0);
    let bar = if builder.compact { 36.0 } else { 48.0 };
    let axes = |y: f64| Axes::new(Rect::new(area.x, y, room, bar), Axis::amounts(top), Axis::across());
    let hundred = axes(y).at(100.0, 0.0).x;
    let first = y;
    for (label, value, paint, is_base) in
        [(base, Decimal::whole(100), muted.fade(0.45), true), (now, index, accent, false)]
    {
        let label = builder.say(label).to_string();
        let h = builder.paragraph(area.x, y, area.w, &label, Font::sans(15.0), ink);
        y += h + 2.0;
        let (axes, amount) = (axes(y), value.to_f64().max(0.0));
        axes.draw(builder, |chart| {
            let statement = Grown { ix, paint, is_base };
            chart.draw_series([Element { at: vec![(0.0, 1.0), (amount, 0.0)], statement }])?;
            Ok(())
        });
        let mut x = axes.at(amount, 0.0).x;
        if value == index && figure.opens_up() {
            let open_end = Rect::new(x, y, 32.0f64.min(area.right() - x), bar);
            bound_marks::floor(builder, figure, open_end, accent, Enter::fade(start + 0.6));
            x = open_end.right();
        }
        let digits = value.digits();
        // behind the line at 100 where it would run through the number
        if x < hundred && x + 16.0 + builder.measure.width(&digits, Font::bold(24.0)) > hundred {
            x = hundred;
        }
        builder.text(
            Point::new(x + 10.0, y + bar / 2.0 + 9.0),
            &digits,
            Font::bold(24.0),
            ink,
            Anchor::Start,
        );
        y += bar + 14.0;
        builder.delay += 0.35;
    }
    // where last year's bar ends, on this year's
    let stroke = Stroke { paint: ink, width: 1.5, dash: None };
    let from = first + 15.0 * crate::layout::scene_builder::LINE + 2.0 + bar;
    let points = vec![Point::new(hundred, from), Point::new(hundred, y - 8.0)];
    builder.put(
        "base",
        Shape::Path { points, closed: false },
        Fill::None,
        Some(stroke),
        Enter::fade(start + 0.5),
    );
    builder.end();
    builder.delay = start + 0.5;
    y += builder.note_of(area.x, y, area.w, note);
    y - area.y
}
