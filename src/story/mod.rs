//! The typed story: what it states, and the scenes that show it.
//!
//! `input` makes it from files, `compiled` from bytes; layout, descriptions and rules take it from here.
//!
//! **Invariant**: every index in a story is valid; no pixels, no time, no files.

pub mod act;
pub mod compiled;
pub mod correction;
pub mod explore;
pub mod guess;

use crate::chart::{Chart, Placed};
use crate::locale::message::Message;
use crate::locale::{Locale, Text};
use crate::model::figure::{FigureIx, SourceRef};
use crate::model::{Facts, Seen};
use crate::theme::Role;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::ops::Deref;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Scene {
    /// 章的代号，用于链接 · id, used in links
    pub id: String,
    /// 章号 · number
    pub number: u32,
    /// 章名，短 · short name
    #[cfg_attr(feature = "author", schemars(with = "crate::model::schema::Remark"))]
    pub name: Text,
    /// 颜色的含义 · accent colour by meaning
    pub accent: Role,
    /// 标题，一句话的发现 · title: the finding in one line
    #[cfg_attr(feature = "author", schemars(with = "crate::model::schema::Template"))]
    pub title: Text,
    /// 量的是什么、单位、期间 · what is measured, unit, period
    #[cfg_attr(feature = "author", schemars(with = "crate::model::schema::Template"))]
    pub subtitle: Text,
    /// 两三句正文 · two or three sentences
    #[cfg_attr(feature = "author", schemars(with = "Vec<crate::model::schema::Template>"))]
    pub narration: Vec<Text>,
    /// 图下的一句小注，中文至多 30 字，其他语言至多 60 字符 · one quiet note below the charts, at most 60 characters (30 in Chinese)
    #[serde(default)]
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Template>"))]
    pub note: Option<Text>,
    /// 先猜后看：图先不画这个数字，读者猜过或跳过再画 · a guess: the chart keeps back one figure until the reader has guessed it or skipped that
    #[serde(default)]
    pub guess: Option<guess::Guess>,
    /// 图下印出全文说明，如封面 · print the story's notice below the charts, as on a cover
    #[serde(default)]
    pub notice: bool,
    /// 宽屏上图铺满窗口，文字在左上角；第一行须是一幅能让出位置的图 · in wide windows the picture fills the window with its text in the upper left corner; the first row is one chart that leaves room for it
    #[serde(default)]
    pub full_bleed: bool,
    /// 图，按行排列 · charts, row by row
    // a chart's share of the row stands among its own members
    #[cfg_attr(feature = "author", schemars(with = "Vec<Vec<Chart>>"))]
    pub rows: Vec<Vec<Placed>>,
}

impl Scene {
    /// Its charts, row by row.
    pub fn charts(&self) -> impl Iterator<Item = &Chart> {
        self.rows.iter().flatten().map(|placed| &placed.chart)
    }
}

/// A validated story. Every index in it is valid.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Story {
    pub(crate) id: String,
    pub(crate) version: String,
    /// In the order of the story; never empty.
    pub(crate) languages: Vec<Locale>,
    pub(crate) title: Text,
    pub(crate) subtitle: Text,
    pub(crate) notice: Text,
    pub(crate) closing: Option<Text>,
    pub(crate) facts: Facts,
    pub(crate) scenes: Vec<Scene>,
    /// In the order of the story: each begins at a later scene than the one before.
    pub(crate) acts: Vec<act::Act>,
    pub(crate) corrections: Vec<correction::Correction>,
}

/// A story is asked for its figures as its facts are.
impl Deref for Story {
    type Target = Facts;

    fn deref(&self) -> &Facts {
        &self.facts
    }
}

impl Story {
    pub fn id(&self) -> &str {
        &self.id
    }
    pub fn version(&self) -> &str {
        &self.version
    }
    /// The languages that every text of the story has, its first choice first.
    pub fn languages(&self) -> &[Locale] {
        &self.languages
    }
    /// Returns the wanted language where the story has it, else its first.
    pub fn language(&self, wanted: Locale) -> Locale {
        match self.languages.contains(&wanted) {
            true => wanted,
            false => self.languages.first().copied().unwrap_or(wanted),
        }
    }
    /// Leaves of its languages those that `keeps` is true for, in their order; all where none would be left.
    pub fn keep_languages(&mut self, keeps: impl Fn(Locale) -> bool) {
        if self.languages.iter().any(|locale| keeps(*locale)) {
            self.languages.retain(|locale| keeps(*locale));
        }
    }
    pub fn title(&self) -> &Text {
        &self.title
    }
    pub fn subtitle(&self) -> &Text {
        &self.subtitle
    }
    pub fn notice(&self) -> &Text {
        &self.notice
    }
    /// The sentence that it ends with.
    pub fn closing(&self) -> Option<&Text> {
        self.closing.as_ref()
    }
    /// What it states, without its scenes.
    pub fn facts(&self) -> &Facts {
        &self.facts
    }
    pub fn scenes(&self) -> &[Scene] {
        &self.scenes
    }
    /// The parts that its scenes fall into, in the order of the story; empty where it has none.
    pub fn acts(&self) -> &[act::Act] {
        &self.acts
    }
    /// Returns the index of the act that a scene belongs to; none where it comes before the first act.
    pub fn act_of(&self, scene: usize) -> Option<usize> {
        self.acts.iter().rposition(|act| act.first <= scene)
    }
    /// As the story lists them, the latest last.
    pub fn corrections(&self) -> &[correction::Correction] {
        &self.corrections
    }

    /// The scene's index by id.
    pub fn find_scene(&self, id: &str) -> Option<usize> {
        self.scenes.iter().position(|s| s.id == id)
    }

    /// What charts show, in drawing order, each once.
    pub fn shown<'c>(&self, charts: impl IntoIterator<Item = &'c Chart>) -> Vec<Seen> {
        let (mut shown, mut known) = (Vec::new(), BTreeSet::new());
        for chart in charts {
            chart.visit(self, &mut |seen| {
                if known.insert(seen) {
                    shown.push(seen);
                }
            });
        }
        shown
    }

    /// The figures that charts show, in drawing order, each once.
    pub fn shown_figures<'c>(&self, charts: impl IntoIterator<Item = &'c Chart>) -> Vec<FigureIx> {
        let figure = |seen| match seen {
            Seen::Figure(ix) => Some(ix),
            _ => None,
        };
        self.shown(charts).into_iter().filter_map(figure).collect()
    }

    /// The sources of all figures, milestones, lists and names that a scene draws, one for each of them.
    fn sources_of_scene(&self, scene: &Scene) -> impl Iterator<Item = SourceRef> + '_ {
        self.shown(scene.charts()).into_iter().map(|seen| match seen {
            Seen::Figure(ix) => self.figure(ix).source(),
            Seen::List(ix) => self.list(ix).source,
            Seen::Milestone(ix) => self.milestone(ix).source,
            Seen::Name(ix) => self.name(ix).source,
        })
    }

    /// The source line of a scene, made from the records of what it draws.
    pub fn source_line(&self, scene: &Scene, locale: Locale) -> (String, bool) {
        let named = self.publishers(scene, locale);
        (named.line(locale), named.has_context)
    }

    /// The same in fewer and fewer words, for a place that takes one line: all publishers, then how many there are and the
    /// first of them.
    pub fn source_lines(&self, scene: &Scene, locale: Locale) -> (Vec<String>, bool) {
        let named = self.publishers(scene, locale);
        let all: Vec<&String> = named.own.iter().chain(&named.others).collect();
        let counted = |names: usize| {
            let first: Vec<&str> = all[..names].iter().map(|name| name.as_str()).collect();
            let first = Message::SourcesMore.with(locale, &[&first.join(Message::Enumeration.get(locale))]);
            [Message::SourcesCounted.count(locale, all.len()), first].concat()
        };
        let lines = std::iter::once(named.line(locale)).chain((1..all.len()).rev().map(counted)).collect();
        (lines, named.has_context)
    }

    fn publishers(&self, scene: &Scene, locale: Locale) -> Publishers {
        let mut article: Vec<u32> = Vec::new();
        let mut own = None;
        let mut others: Vec<(String, usize)> = Vec::new();
        let mut has_context = false;
        for r in self.sources_of_scene(scene) {
            let source = self.source(r.source);
            // of a second article the publisher is named like that of any other source
            if source.is_article() && own.is_none_or(|own| own == r.source) {
                own = Some(r.source);
                article.extend(r.paragraph);
            } else {
                let publisher = source.publisher().get(locale).to_string();
                let is_own = own.is_some_and(|own| self.source(own).publisher().get(locale) == publisher);
                has_context |= !(source.is_article() && is_own);
                match others.iter_mut().find(|(other, _)| *other == publisher) {
                    Some((_, count)) => *count += 1,
                    None if is_own => {}
                    None => others.push((publisher, 1)),
                }
            }
        }
        // what stood before the article in the picture may be of its publisher
        if let Some(own) = own {
            let publisher = self.source(own).publisher().get(locale);
            others.retain(|(other, _)| other != publisher);
        }
        crate::geometry::sort_by_key(&mut others, |(_, count)| Reverse(*count));
        crate::geometry::sort_by_key(&mut article, |n| *n);
        article.dedup();
        let numbers: Vec<String> = article.iter().map(u32::to_string).collect();
        let which = if numbers.len() > 1 { Message::Paragraphs } else { Message::Paragraph };
        let paragraphs = which.with(locale, &[&numbers.join(Message::Enumeration.get(locale))]);
        Publishers {
            own: own.map(|ix| self.source(ix).publisher().get(locale).to_string()),
            paragraphs: if numbers.is_empty() {
                String::new()
            } else {
                Message::InBrackets.with(locale, &[&paragraphs])
            },
            others: others.into_iter().map(|(publisher, _)| publisher).collect(),
            has_context,
            date: own.and_then(|ix| self.source(ix).inferred_date()).map(|date| date.get(locale).to_string()),
        }
    }

    /// Figures of a scene in drawing order, each once, with the figures its sentences refer to at the end.
    pub fn figures_of_scene(&self, scene: &Scene) -> Vec<FigureIx> {
        let mut figures = self.shown_figures(scene.charts());
        let mut known: BTreeSet<FigureIx> = figures.iter().copied().collect();
        for text in scene.narration.iter().chain([&scene.title, &scene.subtitle]).chain(&scene.note) {
            // one language may quote what the other only says
            for locale in self.languages() {
                let quoted = self.expand(text, *locale).into_iter().filter_map(|(_, figure)| figure);
                figures.extend(quoted.filter(|ix| known.insert(*ix)));
            }
        }
        figures
    }
}

/// Who published what a scene draws.
struct Publishers {
    /// Of the story's own article.
    own: Option<String>,
    /// Where in it, in brackets.
    paragraphs: String,
    /// Each once, the one that most of the scene rests on first; without the article's own, which may have published
    /// more than that.
    others: Vec<String>,
    /// Something comes from another source than the article.
    has_context: bool,
    /// Its date, where that is inferred.
    date: Option<String>,
}

impl Publishers {
    fn line(&self, locale: Locale) -> String {
        let mut parts: Vec<String> = Vec::new();
        parts.extend(self.own.as_ref().map(|own| [own.as_str(), &self.paragraphs].concat()));
        if !self.others.is_empty() {
            let lead = if self.own.is_some() { Message::OtherSource.get(locale) } else { "" };
            parts.push([lead, &self.others.join(Message::Enumeration.get(locale))].concat());
        }
        parts.extend(self.date.clone());
        if parts.is_empty() {
            // what was found in no source names none
            return String::new();
        }
        [Message::Source.get(locale), &parts.join(Message::Semicolon.get(locale))].concat()
    }
}
