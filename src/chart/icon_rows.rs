//! Short lists of things as rows of icons with their names: across a wide picture under their number, else beside it.
//!
//! **Invariant**: one icon is one named thing; icons of a row are alike, because the source ranks none above another.

mod across;

use crate::chart::acceptance::*;
use crate::chart::answers::*;
use crate::chart::chart_type::*;
use crate::chart::words;
use crate::geometry::Point;
use crate::layout::enter::Enter;
use crate::layout::legend_entry::LegendEntry;
use crate::layout::mark::*;
use crate::layout::pictogram;
use crate::layout::scene_builder::{Area, SceneBuilder, Space};
use crate::locale::message::Message;
use crate::locale::{Locale, Text};
use crate::model::figure::FigureIx;
use crate::model::{Facts, ListIx, NameIx, Seen, SeriesIx};
use crate::pictogram::Pictogram;
use crate::statement::{Bound, Form, Measure, Precision, Status};
use crate::text::{wrap, Font};
use crate::theme::Role;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct IconRows {
    /// 各行 · rows
    pub rows: Vec<IconRow>,
}

/// A row of like icons: a named thing each, or as many as a figure says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct IconRow {
    /// 图标名；名单的各项可以有自己的 · name of the pictogram; items of the list may have their own
    pub icon: Pictogram,
    /// 小标题 · heading
    #[cfg_attr(feature = "author", schemars(with = "crate::model::schema::Remark"))]
    pub title: Text,
    /// 名单 · list
    pub list: Option<ListIx>,
    /// 数字 · figure
    pub figure: Option<FigureIx>,
    /// 图上说明 · note in the picture
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub note: Option<Text>,
    /// 颜色 · accent
    pub accent: Option<Role>,
    /// 与这一行有关的说法，照录成文字 · a wording that goes with the row, as words
    pub wording: Option<NameIx>,
}

impl ChartType for IconRows {
    fn visit(&self, facts: &Facts, see: &mut dyn FnMut(Seen)) {
        for row in &self.rows {
            row.figure.iter().for_each(|ix| see(Seen::Figure(*ix)));
            row.list.iter().for_each(|ix| see_list(facts, *ix, see));
            row.wording.iter().for_each(|ix| see(Seen::Name(*ix)));
        }
    }
    fn heading(&self, _: &Facts, locale: Locale) -> String {
        several(self.rows.iter().map(|r| r.title.get(locale)), locale)
    }
    fn series(&self) -> Option<SeriesIx> {
        None
    }
    fn least_width(&self) -> f64 {
        420.0
    }
    fn least_height(&self) -> f64 {
        70.0
    }
    fn stretches(&self) -> bool {
        false
    }
    fn bleeds(&self) -> bool {
        false
    }
    fn place(&self, builder: &mut SceneBuilder, space: Space) -> f64 {
        place(builder, space.area(), &self.rows)
    }
}

impl Acceptance for IconRows {
    fn slots(&self, _: &Facts) -> Vec<Slot> {
        let rows = self.rows.iter().enumerate();
        rows.filter_map(|(i, row)| {
            // beside named things a figure is words
            let table: &'static dyn Table = if row.list.is_some() { &Words } else { &Icons };
            Some(Slot::new(row.figure?, format!("rows[{i}].figure"), table))
        })
        .collect()
    }
    fn lists(&self) -> Vec<ListSlot> {
        let rows = self.rows.iter().enumerate();
        rows.filter_map(|(i, row)| Some(ListSlot::new(row.list?, format!("rows[{i}].list"), list_of_results)))
            .collect()
    }
    fn range(&self, facts: &Facts) -> Vec<Refusal> {
        let slots = self.slots(facts);
        let drawn = slots.iter().zip(self.rows.iter().filter(|row| row.figure.is_some()));
        let drawn = drawn.filter(|(_, row)| row.list.is_none());
        drawn.filter_map(|(slot, _)| Some(Refusal::of(slot, whole_marks(facts, slot, 12.0)?))).collect()
    }
    fn sharing(&self, _: &Facts) -> Vec<Refusal> {
        Vec::new()
    }
}

/// Things that are counted, an icon each.
pub struct Icons;

impl Table for Icons {
    fn measure(&self, measure: Measure) -> Result<(), Reason> {
        sizes(measure)
    }
    fn look(&self, status: Status, bound: Bound) -> Result<Look, Reason> {
        result(status, closed(bound))
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

/// Width and height of an icon, CSS px.
const ICON: f64 = 40.0;

fn place(builder: &mut SceneBuilder, area: Area, rows: &[IconRow]) -> f64 {
    let start = builder.delay;
    let mut y = area.y;
    let across = area.w >= across::WIDE && rows.iter().all(|row| across::keeps_words(builder, area.w, row));
    let text = if across { across::text_at(builder, rows) } else { 0.0 };
    for (r, row) in rows.iter().enumerate() {
        if r > 0 {
            builder.rule(area.x, y, area.w);
            y += 14.0;
        }
        builder.delay = start + r as f64 * 0.2;
        let room = Area::new(area.x, y, area.w);
        y += if across { across::one(builder, room, row, text) } else { one(builder, room, row) } + 12.0;
    }
    y - 12.0 - area.y
}

fn one(builder: &mut SceneBuilder, area: Area, row: &IconRow) -> f64 {
    let (accent, ink) = (builder.paint(row.accent.unwrap_or(builder.accent)), builder.paint(Role::Ink));
    let start = builder.delay;
    let title = builder.say(&row.title).to_string();
    // beside the icons, unless they have one line only below it
    let names = names(builder, row);
    let font = Font::sans(15.0);
    let least = longest_word(builder, &names, font).map_or(LEAST, |word| LEAST.max(word + 12.0));
    let one_line = |w: f64| w >= least * names.len() as f64;
    let wide = area.w >= 560.0 && (one_line(area.w * 0.73) || !one_line(area.w));
    let head_w = if wide { area.w * 0.27 } else { area.w };
    let mut head = 0.0;
    if let Some(ix) = row.figure {
        builder.begin(ix);
    }
    head += builder.heading(area.x, area.y, head_w - 12.0, &title);
    if let Some(ix) = row.figure {
        builder.number(Point::new(area.x, area.y + head + 28.0), ix, 30.0, head_w - 12.0, ink, Anchor::Start);
        head += 38.0 + builder.more_height(ix, 30.0, head_w - 12.0);
    }
    builder.end();
    head += builder.note_of(area.x, area.y + head, head_w - 12.0, row.note.as_ref());
    let (roles, muted) = (roles(builder, row), builder.paint(Role::Muted));
    let (x0, top, w) =
        if wide { (area.x + head_w, area.y, area.w - head_w) } else { (area.x, area.y + head + 6.0, area.w) };
    let columns =
        if one_line(w) { names.len().max(1) } else { ((w / least.max(104.0)) as usize).clamp(1, 3) };
    let column = (w / columns as f64).min(150.0);
    let mut y = top;
    for (chunk_index, chunk) in names.chunks(columns.max(1)).enumerate() {
        let mut deepest: f64 = 0.0;
        for (c, name) in chunk.iter().enumerate() {
            let i = chunk_index * columns + c;
            builder.delay = start + 0.08 * i as f64;
            let icon = begin(builder, row, i, name);
            let x = x0 + c as f64 * column;
            // what is drawn begins a little inside the grid: its lines, not the grid, begin with the words
            draw(builder, icon, Point::new(x - ICON / 8.0, y - 4.0), ICON, accent);
            let lines = wrap::balanced(name, font, column - 12.0, builder.measure);
            for (k, line) in lines.iter().enumerate().filter(|(_, l)| !l.is_empty()) {
                builder.text(Point::new(x, y + 54.0 + k as f64 * 20.0), line, font, ink, Anchor::Start);
            }
            let mut used = if name.is_empty() { 40.0 } else { 46.0 + lines.len() as f64 * 20.0 };
            if let Some(role) = &roles[i] {
                used += builder.paragraph(x, y + used - 4.0, column - 12.0, role, ROLE, muted) - 4.0;
            }
            deepest = deepest.max(used);
            builder.end();
        }
        y += deepest + 10.0;
    }
    let mut bottom = (area.y + head).max(y - 10.0);
    bottom += wording(builder, Area::new(area.x, bottom + 4.0, area.w), row);
    bottom - area.y
}

/// The width of the longest word of some names, which is not broken; nothing where words have no spaces between them.
fn longest_word(builder: &SceneBuilder, names: &[String], font: Font) -> Option<f64> {
    let words = names.iter().flat_map(|name| name.split([' ', '-']));
    let widths = words.map(|word| builder.measure.width(word, font));
    builder.locale.catalogue().spaced.then(|| widths.fold(0.0, f64::max))
}

/// A name stands below a row as words; returns the height used.
fn wording(builder: &mut SceneBuilder, area: Area, row: &IconRow) -> f64 {
    let Some(ix) = row.wording else { return 0.0 };
    let used = words::one(builder, area, &words::Word::Name(ix), false, true);
    used + 4.0
}

/// The names of the icons of a row, and that an open list goes on; without a list as many empty ones as its figure says.
fn names(builder: &SceneBuilder, row: &IconRow) -> Vec<String> {
    match (row.list, row.figure) {
        (Some(list), _) => {
            let list = builder.facts.list(list);
            let items = list.items.iter().map(|i| builder.say(&i.text).to_string());
            items.chain(list.open.then(|| Message::And.get(builder.locale).to_string())).collect()
        }
        (None, Some(ix)) => vec![String::new(); (builder.figure(ix).amount() as usize).clamp(1, 12)],
        (None, None) => Vec::new(),
    }
}

/// The narrowest that an icon with its name can be in a line of them, CSS px.
const LEAST: f64 = 96.0;
const ROLE: Font = Font::sans(13.0);

/// What each named thing of a row is for, where its list says it.
fn roles(builder: &SceneBuilder, row: &IconRow) -> Vec<Option<String>> {
    let of = |list: ListIx| -> Vec<Option<String>> {
        let list = builder.facts.list(list);
        let roles = list.items.iter().map(|item| item.role.as_ref());
        let roles = roles.map(|role| role.map(|role| builder.say(role).to_string()));
        roles.chain(list.open.then_some(None)).collect()
    };
    row.list.map(of).unwrap_or_else(|| vec![None; names(builder, row).len()])
}

/// Begins the `i`th icon of a row; returns its pictogram, or nothing where an open list goes on.
fn begin(builder: &mut SceneBuilder, row: &IconRow, i: usize, name: &str) -> Option<Pictogram> {
    match (row.list, row.figure) {
        (Some(list), _) => {
            let l = builder.facts.list(list);
            let spoken = format!("{}{}{name}", builder.say(&l.label), Message::Colon.get(builder.locale));
            let Some(item) = l.items.get(i) else {
                builder.begin_named(format!("{}-open", l.id), None, spoken);
                return None;
            };
            builder.begin_named(format!("{}-{i}", l.id), item.figure, spoken);
            Some(item.icon.unwrap_or(row.icon))
        }
        (None, figure) => {
            figure.iter().for_each(|ix| builder.begin(*ix));
            Some(row.icon)
        }
    }
}

/// Draws the pictogram of a place `size` px wide, or the hollow node of an open list.
fn draw(builder: &mut SceneBuilder, icon: Option<Pictogram>, at: Point, size: f64, accent: Paint) {
    let enter = Enter::fade(builder.delay);
    if let Some(icon) = icon {
        pictogram::draw(builder, icon, at, size, accent, enter);
        return;
    }
    let (surface, slate) = (builder.paint(Role::Surface), builder.paint(Role::GENERAL));
    let stroke = Stroke { paint: slate, width: 2.0, dash: None };
    let radius = size * 0.28;
    // its left edge stands where the lines of the pictograms begin
    let center = Point::new(at.x + size / 8.0 + radius + 1.0, at.y + size / 2.0);
    builder.circle("open", center, radius, Fill::Solid(surface), Some(stroke), enter);
    builder.legend(LegendEntry::OpenList);
}
