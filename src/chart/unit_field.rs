//! People and things as dots, one field a figure; another scale gets another size, another ground and says so.
//!
//! **Invariant**: fields are never nested in one another: the article does not say "of which".

use crate::chart::acceptance::*;
use crate::chart::answers::*;
use crate::chart::chart_type::*;
use crate::geometry::{Point, Rect};
use crate::layout::bound_marks;
use crate::layout::enter::{stagger, Effect, Enter};
use crate::layout::mark::*;
use crate::layout::pictogram;
use crate::layout::scene_builder::{Area, SceneBuilder, Space};
use crate::locale::message::Message;
use crate::locale::number::{form_of, Decimal};
use crate::locale::{Locale, Text};
use crate::model::figure::FigureIx;
use crate::model::{Facts, Seen, SeriesIx};
use crate::pictogram::Pictogram;
use crate::statement::{Bound, Form, Measure, Precision, Status};
use crate::text::Font;
use crate::theme::Role;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct UnitField {
    /// 各组点 · fields of dots
    pub fields: Vec<Dots>,
    /// 比例说明 · what one dot stands for
    pub scale_note: Text,
}

/// One field of dots.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Dots {
    /// 数字 · figure
    pub figure: FigureIx,
    /// 一点代表多少 · how many one dot stands for
    #[cfg_attr(feature = "author", schemars(extend("exclusiveMinimum" = 0)))]
    pub per: f64,
    /// 图上说明 · note in the picture
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub note: Option<Text>,
    /// 颜色 · accent
    pub accent: Option<Role>,
    /// 以图标代点，至多 400 个 · a pictogram in place of each dot, up to 400 of them
    pub icon: Option<Pictogram>,
}

impl ChartType for UnitField {
    fn visit(&self, _: &Facts, see: &mut dyn FnMut(Seen)) {
        self.fields.iter().for_each(|f| see(Seen::Figure(f.figure)));
    }
    fn heading(&self, facts: &Facts, locale: Locale) -> String {
        labels(facts, self.fields.iter().map(|f| f.figure), locale)
    }
    fn series(&self) -> Option<SeriesIx> {
        None
    }
    fn least_width(&self) -> f64 {
        // pictograms stand below their number, dots beside it
        if self.fields.iter().all(|field| field.icon.is_some()) {
            240.0
        } else {
            420.0
        }
    }
    fn least_height(&self) -> f64 {
        120.0
    }
    fn stretches(&self) -> bool {
        false
    }
    fn place(&self, builder: &mut SceneBuilder, space: Space) -> f64 {
        place(builder, space.area(), &self.fields, &self.scale_note)
    }
}

impl Acceptance for UnitField {
    fn slots(&self, _: &Facts) -> Vec<Slot> {
        Slot::each(self.fields.iter().map(|f| f.figure), "fields", ".figure", &Counted)
    }
    fn lists(&self) -> Vec<ListSlot> {
        Vec::new()
    }
    fn range(&self, facts: &Facts) -> Vec<Refusal> {
        let mut all = Vec::new();
        for (i, field) in self.fields.iter().enumerate() {
            let slot = Slot::new(field.figure, format!("fields[{i}].per"), &Counted);
            let amount = facts.figure(field.figure).amount();
            let marks = amount / field.per;
            if marks.round() > MOST_MARKS {
                all.push(Refusal::of(
                    &slot,
                    Reason::TooMany { marks: marks.round(), per: whole_per(amount) },
                ));
            } else if amount > 0.0 && marks.round() < 1.0 {
                all.push(Refusal::of(&slot, Reason::TooFew { per: amount }));
            } else if amount > 0.0 && (marks - marks.round()).abs() > 1e-6 {
                all.push(Refusal::of(&slot, Reason::Broken));
            }
        }
        all
    }
    fn sharing(&self, facts: &Facts) -> Vec<Refusal> {
        // fields may count different things, each with its own unit; shares are none of them
        let slots = self.slots(facts);
        let mixed = |slot: &&Slot| !same_whole(facts.figure(slots[0].figure), facts.figure(slot.figure));
        slots
            .iter()
            .skip(1)
            .filter(mixed)
            .map(|slot| Refusal::of(slot, Reason::MixedWhole(slots[0].figure)))
            .collect()
    }
}

/// Returns the least round number of units a dot with which an amount is a whole number of dots, and not too many.
fn whole_per(amount: f64) -> Option<f64> {
    let round = (0..15).flat_map(|power| [1.0, 2.0, 5.0].map(|step| step * 10f64.powi(power)));
    round.into_iter().find(|per| amount / per <= MOST_MARKS && (amount / per).fract() == 0.0)
}

/// People and things, so many a dot.
pub struct Counted;

impl Table for Counted {
    fn measure(&self, measure: Measure) -> Result<(), Reason> {
        sizes(measure)
    }
    fn look(&self, status: Status, bound: Bound) -> Result<Look, Reason> {
        result(status, closed_or_open(bound))
    }
    fn form(&self, form: Form) -> Result<(), Reason> {
        amounts(form)
    }
    fn sign(&self, sign: Sign) -> Result<(), Reason> {
        match sign {
            Sign::Negative => Err(Reason::NegativeCount),
            Sign::Zero | Sign::Positive => Ok(()),
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

fn place(builder: &mut SceneBuilder, area: Area, fields: &[Dots], scale_note: &Text) -> f64 {
    let first_per = fields.first().map_or(1.0, |f| f.per);
    let side_by_side = area.w >= 520.0;
    let start = builder.delay;
    let mut y = area.y;
    let note = builder.say(scale_note).to_string();
    y += builder.note(area.x, y, area.w, &note) + 8.0;
    for (i, field) in fields.iter().enumerate() {
        builder.delay = start + i as f64 * 0.18;
        let other_scale = field.per != first_per;
        if i > 0 && !other_scale {
            builder.rule(area.x, y, area.w);
            y += 12.0;
        }
        y += if other_scale {
            strip(builder, Area::new(area.x, y, area.w), field)
        } else {
            one(builder, Area::new(area.x, y, area.w), field, side_by_side, 6.0, 16.0)
        };
        y += 12.0;
    }
    y - area.y - 12.0
}

/// Height in CSS px that a field of many fills.
const TALLEST: f64 = 560.0;

/// How many dots; the rule `mark-count` has seen to it that there are between one and 10,000.
fn count(builder: &SceneBuilder, field: &Dots) -> usize {
    (builder.figure(field.figure).amount() / field.per).round().clamp(0.0, 10_000.0) as usize
}

fn one(
    builder: &mut SceneBuilder,
    area: Area,
    field: &Dots,
    side_by_side: bool,
    radius: f64,
    pitch: f64,
) -> f64 {
    let ix = field.figure;
    let color = builder.paint(field.accent.unwrap_or(builder.accent));
    let ink = builder.paint(Role::Ink);
    let n = count(builder, field);
    // a field of many has the whole width and is no taller than a screen: its dots get smaller instead
    let icon = field.icon.filter(|_| n <= MOST_ICONS);
    let side_by_side = side_by_side && n <= MANY && icon.is_none();
    let (radius, pitch) = if icon.is_some() {
        // few of them are large
        let pitch = match n {
            ..=12 => (area.w / n.max(1) as f64).min(44.0),
            _ if builder.compact => 17.0,
            _ => 24.0,
        };
        (pitch * 0.46, pitch)
    } else if n > MANY {
        let pitch = (area.w * TALLEST / n as f64).sqrt().min(7.0);
        (pitch * 0.37, pitch)
    } else if n > 400 {
        (2.6, 7.0)
    } else if n > 160 {
        (4.2, 11.5)
    } else {
        (radius, pitch)
    };
    let start = builder.delay;
    builder.begin(ix);
    let label_width = if side_by_side { area.w * 0.36 } else { area.w };
    let head = builder.headline(
        Area::new(area.x, area.y, label_width - 16.0),
        ix,
        if side_by_side { 40.0 } else { 34.0 },
        ink,
    );
    let (x, top, w) = if side_by_side {
        (area.x + label_width, area.y + 6.0, area.w - label_width)
    } else {
        (area.x, area.y + head + 6.0, area.w)
    };
    let most = if n > MANY || icon.is_some() {
        usize::MAX
    } else if n > 160 {
        100
    } else {
        25
    };
    let columns = ((w / pitch) as usize).clamp(5, most);
    let at = |i: usize| dot_at(x, top, i, columns, pitch, radius);
    match icon {
        Some(icon) => icons(builder, icon, n, at, radius, color),
        None => dots(builder, n, at, radius, color, start),
    }
    let rows = open_end(
        builder,
        ix,
        n,
        columns,
        w,
        |i| dot_at(x, top, i, columns, pitch, radius),
        pitch,
        radius,
        color,
        start,
    );
    builder.end();
    let mut bottom = top + rows as f64 * pitch + 2.0;
    bottom += builder.note_of(x, bottom, w, field.note.as_ref());
    (area.y + head).max(bottom) - area.y
}

/// More of them are dots.
const MOST_ICONS: usize = 400;

/// `n` pictograms of a radius, one after another.
fn icons(
    builder: &mut SceneBuilder,
    icon: Pictogram,
    n: usize,
    at: impl Fn(usize) -> Point,
    radius: f64,
    color: Paint,
) {
    let start = builder.delay;
    for i in 0..n {
        let (at, enter) = (at(i), Enter::new(Effect::Pop, start + stagger(i, n)));
        let corner = Point::new(at.x - radius, at.y - radius);
        pictogram::counted(builder, icon, corner, radius * 2.0, color, enter);
    }
}

/// `n` dots, one after another: marks of their own, or the cells of one where they are many.
fn dots(
    builder: &mut SceneBuilder,
    n: usize,
    at: impl Fn(usize) -> Point,
    radius: f64,
    color: Paint,
    start: f64,
) {
    if n > MANY {
        let cells = (0..n).map(|i| Instance::disc(at(i), radius, color)).collect();
        builder.put(Part::item("dot"), Shape::Instances(cells), Fill::None, None, Enter::field(start));
        return;
    }
    for i in 0..n {
        let enter = Enter::new(Effect::Pop, start + stagger(i, n));
        builder.circle(Part::item("dot"), at(i), radius, Fill::Solid(color), None, enter);
    }
}

/// Behind the dots of a floor three hatched ones and an arrow: nobody says how many more. Returns the rows used.
#[allow(clippy::too_many_arguments)]
fn open_end(
    builder: &mut SceneBuilder,
    ix: FigureIx,
    n: usize,
    columns: usize,
    w: f64,
    at: impl Fn(usize) -> Point,
    pitch: f64,
    radius: f64,
    color: Paint,
    start: f64,
) -> usize {
    let rows = n.div_ceil(columns);
    let figure = builder.figure(ix);
    if !figure.opens_up() {
        return rows;
    }
    // they need room: where the row has none they begin the next
    let needed = 3.0 * pitch + 30.0;
    let full = n % columns == 0 || (n % columns) as f64 * pitch + needed > w;
    let (next, rows) = if full { (rows * columns, rows + 1) } else { (n, rows) };
    bound_marks::dots(
        builder,
        at(next),
        pitch,
        radius,
        color,
        figure.is_inclusive(),
        Enter::fade(start + 0.6),
    );
    rows
}

fn dot_at(x: f64, top: f64, i: usize, columns: usize, pitch: f64, radius: f64) -> Point {
    Point::new(x + radius + (i % columns) as f64 * pitch, top + radius + (i / columns) as f64 * pitch)
}

/// A field at another scale: smaller dots on a tinted strip that says what one of them is.
fn strip(builder: &mut SceneBuilder, area: Area, field: &Dots) -> f64 {
    let ix = field.figure;
    let ink = builder.paint(Role::Ink);
    let color = builder.paint(field.accent.unwrap_or(builder.accent));
    let start = builder.delay;
    let ground = builder.marks.len();
    let pad = 12.0;
    let inner = Area::new(area.x + pad, area.y + 10.0, area.w - 2.0 * pad);
    let side_by_side = area.w >= 520.0;
    builder.begin(ix);
    let label_width = if side_by_side { area.w * 0.36 - pad } else { inner.w };
    let mut y = inner.y + builder.headline(Area::new(inner.x, inner.y, label_width - 12.0), ix, 30.0, ink);
    let (x, top, w) = if side_by_side {
        (inner.x + label_width, inner.y + 6.0, inner.w - label_width)
    } else {
        (inner.x, y + 4.0, inner.w)
    };
    let n = count(builder, field);
    let (radius, pitch) = (3.0, 8.0);
    let columns = ((w / pitch) as usize).clamp(10, 50);
    dots(builder, n, |i| dot_at(x, top, i, columns, pitch, radius), radius, color, start);
    let rows = open_end(
        builder,
        ix,
        n,
        columns,
        w,
        |i| dot_at(x, top, i, columns, pitch, radius),
        pitch,
        radius,
        color,
        start,
    );
    builder.end();
    let mut bottom = top + rows as f64 * pitch + 4.0;
    let one = one_dot_is(builder, field);
    bottom += builder.paragraph(x, bottom, w, &one, Font::bold(13.0), ink);
    bottom += builder.note_of(x, bottom, w, field.note.as_ref());
    y = y.max(bottom) + 8.0;
    let rect = Rect::new(area.x, area.y, area.w, y - area.y);
    builder.rect("strip", rect, Fill::Solid(ink.fade(0.05)), Enter::fade(start));
    // the ground lies under what it carries
    if let Some(mark) = builder.marks.pop() {
        builder.marks.insert(ground, mark);
    }
    y - area.y
}

/// "此栏换比例：1点＝1人", from the figure's own unit.
fn one_dot_is(builder: &SceneBuilder, field: &Dots) -> String {
    let figure = builder.figure(field.figure);
    let per = Decimal { mantissa: (field.per * 1000.0).round() as i64, places: 3 }.trimmed();
    let unit = figure.unit();
    let catalogue = builder.locale.catalogue();
    let name = form_of(unit.forms(builder.locale), (catalogue.plural)(per));
    Message::OtherScale.with(builder.locale, &[&per.written(&catalogue.digits), name])
}
