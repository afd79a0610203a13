//! Names, slogans and short lists as words: what looks like a number and is none is text here.
//!
//! **Invariant**: nothing in it is sized or placed by a value.

mod line;

use crate::chart::acceptance::{Acceptance, ListSlot, Refusal, Slot};
use crate::chart::answers;
use crate::chart::chart_type::*;
use crate::geometry::Point;
use crate::layout::enter::Enter;
use crate::layout::legend_entry::LegendEntry;
use crate::layout::mark::*;
use crate::layout::scene_builder::{Area, SceneBuilder, Space};
use crate::locale::message::Message;
use crate::locale::{Locale, Text};
use crate::model::figure::FigureIx;
use crate::model::{Facts, ListIx, NameIx, Seen, SeriesIx};
use crate::text::Font;
use crate::theme::Role;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// 小标题 · heading
    #[cfg_attr(feature = "author", schemars(with = "crate::model::schema::Remark"))]
    pub title: Text,
    /// 各项 · items
    pub items: Vec<Word>,
    /// 排法：row 排成一行，large 用大字；缺省为一项一行 · how they are set: row, in one line; large, in large type; absent: one below the other
    #[serde(default)]
    pub set: Setting,
    /// 图上说明 · note in the picture
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub note: Option<Text>,
}

/// How words are set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Setting {
    #[default]
    List,
    Row,
    Large,
}

/// Something that is told in words.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Word {
    /// 名单 · list
    List(ListIx),
    /// 名称 · name
    Name(NameIx),
    /// 数字 · figure
    Figure(FigureIx),
}

/// Calls `see` for each item.
pub fn see(facts: &Facts, items: &[Word], see: &mut dyn FnMut(Seen)) {
    for word in items {
        match word {
            Word::List(ix) => see_list(facts, *ix, see),
            Word::Name(ix) => see(Seen::Name(*ix)),
            Word::Figure(ix) => see(Seen::Figure(*ix)),
        }
    }
}

/// The figures among the items, which may say anything.
pub fn slots(items: &[Word], list: &str) -> Vec<Slot> {
    let figure = |(i, word): (usize, &Word)| match word {
        Word::Figure(ix) => Some(Slot::new(*ix, format!("{list}[{i}].figure"), &answers::Words)),
        Word::List(_) | Word::Name(_) => None,
    };
    items.iter().enumerate().filter_map(figure).collect()
}

/// The lists among the items.
pub fn lists(items: &[Word], member: &str) -> Vec<ListSlot> {
    let list = |(i, word): (usize, &Word)| match word {
        Word::List(ix) => Some(ListSlot::new(*ix, format!("{member}[{i}].list"), answers::list_in_words)),
        Word::Figure(_) | Word::Name(_) => None,
    };
    items.iter().enumerate().filter_map(list).collect()
}

impl ChartType for Words {
    fn visit(&self, facts: &Facts, see: &mut dyn FnMut(Seen)) {
        self::see(facts, &self.items, see);
    }
    fn heading(&self, _: &Facts, locale: Locale) -> String {
        self.title.get(locale).to_string()
    }
    fn series(&self) -> Option<SeriesIx> {
        None
    }
    fn least_width(&self) -> f64 {
        150.0
    }
    fn least_height(&self) -> f64 {
        50.0
    }
    fn stretches(&self) -> bool {
        false
    }
    fn bleeds(&self) -> bool {
        false
    }
    fn place(&self, builder: &mut SceneBuilder, space: Space) -> f64 {
        match self.set {
            Setting::List => place(builder, space.area(), &self.title, &self.items, self.note.as_ref()),
            Setting::Row | Setting::Large => line::place(builder, space.area(), self),
        }
    }
}

impl Acceptance for Words {
    fn slots(&self, _: &Facts) -> Vec<Slot> {
        slots(&self.items, "items")
    }
    fn lists(&self) -> Vec<ListSlot> {
        lists(&self.items, "items")
    }
    fn range(&self, _: &Facts) -> Vec<Refusal> {
        Vec::new()
    }
    fn sharing(&self, _: &Facts) -> Vec<Refusal> {
        Vec::new()
    }
}

fn place(builder: &mut SceneBuilder, area: Area, title: &Text, items: &[Word], note: Option<&Text>) -> f64 {
    let title = builder.say(title).to_string();
    let mut y = area.y + builder.heading(area.x, area.y, area.w, &title) + 4.0;
    // side by side where there is room: the next item goes under the shortest column so far
    let columns = ((area.w / 200.0) as usize).clamp(1, items.len().clamp(1, 3));
    let gap = 24.0;
    let width = (area.w - gap * (columns - 1) as f64) / columns as f64;
    let mut depths = vec![y; columns];
    for item in items {
        let shortest = (0..columns).min_by(|a, b| depths[*a].total_cmp(&depths[*b])).unwrap_or(0);
        let x = area.x + shortest as f64 * (width + gap);
        let used = one(builder, Area::new(x, depths[shortest], width), item, false, items.len() > 1);
        depths[shortest] += used + 8.0;
    }
    y = depths.into_iter().fold(y, f64::max) - 2.0;
    builder.end();
    y += builder.note_of(area.x, y, area.w, note);
    y - area.y
}

/// The same for items that wait beside an axis: each with a hollow square instead of a place in time.
pub fn waiting(builder: &mut SceneBuilder, area: Area, title: &str, items: &[Word]) -> f64 {
    let mut y = area.y + builder.heading(area.x, area.y, area.w, title) + 6.0;
    for item in items {
        y += one(builder, Area::new(area.x, y, area.w), item, true, true) + 8.0;
    }
    builder.end();
    y - area.y
}

/// One item, behind its bullet; returns the height used.
pub(super) fn one(builder: &mut SceneBuilder, area: Area, word: &Word, waiting: bool, labelled: bool) -> f64 {
    let (ink, muted, slate) =
        (builder.paint(Role::Ink), builder.paint(Role::Muted), builder.paint(Role::GENERAL));
    let font = Font::sans(15.0);
    let indent = 16.0;
    let bullet = |builder: &mut SceneBuilder, y: f64| {
        let shape =
            Shape::Rect { rect: crate::geometry::Rect::new(area.x + 1.0, y + 8.0, 7.0, 7.0), radius: 0.0 };
        let stroke = Stroke { paint: slate, width: 1.5, dash: None };
        let fill = if waiting { Fill::None } else { Fill::Solid(slate) };
        builder.put(
            "bullet",
            shape,
            fill,
            if waiting { Some(stroke) } else { None },
            Enter::fade(builder.delay),
        );
    };
    match word {
        Word::Figure(ix) => {
            builder.begin(*ix);
            bullet(builder, area.y);
            let figure = builder.figure(*ix);
            let colon = Message::Colon.get(builder.locale);
            let mut text =
                format!("{}{colon}{}", builder.say(figure.label()), figure.display(builder.locale));
            if let Some(word) = figure.status_word(builder.locale).filter(|_| figure.is_target()) {
                text += &Message::InBrackets.with(builder.locale, &[word]);
            }
            builder.legend_for(*ix);
            let h = builder.paragraph(area.x + indent, area.y, area.w - indent, &text, font, ink);
            builder.end();
            h
        }
        Word::Name(ix) => {
            let name = builder.facts.name(*ix).clone();
            let text = builder.say(&name.text).to_string();
            builder.begin_named(name.id.clone(), None, text.clone());
            bullet(builder, area.y);
            let mut h = builder.paragraph(area.x + indent, area.y, area.w - indent, &text, font, ink);
            builder.end();
            h += match &name.note {
                Some(note) => {
                    let note = builder.say(note).to_string();
                    builder.paragraph(
                        area.x + indent,
                        area.y + h - 1.0,
                        area.w - indent,
                        &note,
                        Font::sans(13.0),
                        muted,
                    )
                }
                None => 0.0,
            };
            h
        }
        Word::List(ix) => {
            let list = builder.facts.list(*ix).clone();
            let mut y = area.y;
            let label = builder.say(&list.label).to_string();
            // the only list of a chart stands under the chart's own heading
            if labelled {
                y += builder.paragraph(area.x, y, area.w, &label, Font::bold(13.0), muted);
            }
            let open_at = list.open.then(|| list.open_after.unwrap_or(list.items.len()));
            for (i, item) in list.items.iter().enumerate() {
                // an item that its source dates has its own place on the axis
                let dated = waiting && item.figure.is_some();
                if !dated {
                    let text = builder.say(&item.text).to_string();
                    builder.begin_named(
                        format!("{}-{i}", list.id),
                        item.figure,
                        format!("{label}{}{text}", Message::Colon.get(builder.locale)),
                    );
                    if list.is_target() {
                        let shape = Shape::Rect {
                            rect: crate::geometry::Rect::new(area.x + 1.0, y + 7.0, 9.0, 9.0),
                            radius: 0.0,
                        };
                        let stroke = Stroke { paint: slate, width: 1.5, dash: Some((2.5, 1.75)) };
                        builder.put(
                            Part::item("goal"),
                            shape,
                            Fill::None,
                            Some(stroke),
                            Enter::fade(builder.delay),
                        );
                        builder.legend(LegendEntry::Target);
                    } else {
                        bullet(builder, y);
                    }
                    y += builder.paragraph(area.x + indent, y, area.w - indent, &text, font, ink);
                    builder.end();
                }
                if open_at == Some(i + 1) {
                    let center = Point::new(area.x + 10.0, y + 12.0);
                    builder.begin_named(
                        format!("{}-open", list.id),
                        None,
                        format!(
                            "{label}{}{}",
                            Message::Colon.get(builder.locale),
                            Message::And.get(builder.locale)
                        ),
                    );
                    let stroke = Stroke { paint: slate, width: 1.75, dash: None };
                    builder.circle(
                        "open",
                        Point::new(area.x + 4.5, center.y),
                        4.5,
                        Fill::None,
                        Some(stroke),
                        Enter::fade(builder.delay),
                    );
                    builder.text(
                        Point::new(area.x + indent, y + 17.0),
                        Message::And.get(builder.locale),
                        font,
                        slate,
                        Anchor::Start,
                    );
                    builder.end();
                    builder.legend(LegendEntry::OpenList);
                    y += 23.0;
                }
            }
            y - area.y
        }
    }
}
