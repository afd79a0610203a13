//! The fact sheet: every statement of a story on a line, with what it says, where it is printed, where it comes from, and who
//! has checked it.
//!
//! Newsrooms keep such a sheet by hand. Here it is made from the story; only the ticks are kept, in `checks.json` beside the
//! story (`checks`).
//!
//! **Invariant**: a tick belongs to what was said when it was made: a statement that says something else now has none.

mod cautions;
pub mod checks;
mod places;
pub mod sheet;

use crate::locale::message::Message;
use crate::locale::Locale;
use crate::model::figure::{Figure, FigureIx, SourceRef, Value};
use crate::model::record::bound_words;
use crate::model::List;
use crate::story::Story;
use checks::{Checks, State};
use places::Places;
use std::collections::BTreeSet;

/// A statement, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    pub id: String,
    pub label: String,
    /// As it is printed, with its bound and its unit.
    pub phrase: String,
    /// What the bound means.
    pub bound: String,
    pub period: String,
    /// What a share is of, or what a change is from.
    pub base: String,
    pub source: String,
    pub href: Option<String>,
    /// What other sources say, a line each.
    pub others: Vec<String>,
    /// What may not be concluded.
    pub cautions: Vec<&'static str>,
    /// What it was computed from; empty where it is as printed.
    pub derived: String,
    /// Where readers meet it.
    pub places: Vec<String>,
    /// When its source was last looked at, as `sources.json` says.
    pub looked: String,
    /// Everything that a check compares with the source, in the story's first language: what a tick is about.
    pub said: String,
    pub state: State,
}

/// All statements in a language, those that readers meet first at the beginning.
pub fn facts(story: &Story, checks: &Checks, locale: Locale) -> Vec<Fact> {
    let places = Places::of(story, locale);
    let mut known = BTreeSet::new();
    let shown = story.scenes().iter().flat_map(|scene| story.figures_of_scene(scene));
    let others = story.figures().iter().filter_map(|figure| story.find_figure(figure.id()));
    let order: Vec<FigureIx> = shown.chain(others).filter(|ix| known.insert(*ix)).collect();
    let mut all: Vec<Fact> = order.into_iter().map(|ix| of_figure(story, ix, locale)).collect();
    all.extend(story.lists().iter().map(|list| of_list(story, list, locale)));
    for fact in &mut all {
        fact.places = places.of_statement(&fact.id);
        fact.state = checks.state(&fact.id, &fact.said);
    }
    all
}

fn of_figure(story: &Story, ix: FigureIx, locale: Locale) -> Fact {
    let f = story.figure(ix);
    let semicolon = Message::Semicolon.get(locale);
    let other = |other: &crate::model::figure::Other| {
        let (said, period) = (other.display(f, locale), other.period.text.get(locale));
        let source = story.cite_source(other.source, locale);
        [&said, Message::Comma.get(locale), period, semicolon, &source].concat()
    };
    let derived = f.derivation().and_then(|_| {
        let label = Message::RecordProcessing.get(locale);
        story.record(ix, locale).rows.into_iter().find(|row| row.label == label)
    });
    Fact {
        label: f.label().get(locale).to_string(),
        phrase: f.display(locale),
        bound: bound_of(f, locale).to_string(),
        period: f.period().text.get(locale).to_string(),
        base: base(f, locale),
        others: f.others().iter().map(other).collect(),
        cautions: cautions::of(f, locale),
        derived: derived.map_or(String::new(), |row| row.text),
        said: said(story, ix),
        ..from(story, f.id(), f.source(), locale)
    }
}

/// What its bound means; nothing of what has no number, which says so itself.
fn bound_of(f: &Figure, locale: Locale) -> &'static str {
    match f.value() {
        Value::Missing | Value::NotApplicable => "",
        Value::Number(_) | Value::Range(..) | Value::Date(_) => bound_words(f, locale),
    }
}

/// What a share is of, and what a change is from.
fn base(f: &Figure, locale: Locale) -> String {
    let whole = f.denominator().map(|whole| whole.text.get(locale));
    let parts: Vec<&str> = whole.into_iter().chain(f.base().map(|base| base.get(locale))).collect();
    parts.join(Message::Semicolon.get(locale))
}

fn said(story: &Story, ix: FigureIx) -> String {
    let (f, first) = (story.figure(ix), story.languages()[0]);
    let parts = [
        story.statement_without_base(ix, first),
        bound_of(f, first).to_string(),
        f.status_word(first).unwrap_or_default().to_string(),
        base(f, first),
        story.cite_source(f.source(), first),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(Message::Semicolon.get(first))
}

fn of_list(story: &Story, list: &List, locale: Locale) -> Fact {
    let items = |locale: Locale| {
        let items: Vec<&str> = list.items.iter().map(|item| item.text.get(locale)).collect();
        let items = items.join(Message::Enumeration.get(locale));
        match list.open {
            true => [&items, Message::Space.get(locale), Message::And.get(locale)].concat(),
            false => items,
        }
    };
    let first = story.languages()[0];
    let goal = if list.is_target() { Message::Goal.get(locale) } else { "" };
    let source = story.cite_source(list.source, first);
    let said = [
        list.label.get(first),
        Message::Colon.get(first),
        &items(first),
        Message::Semicolon.get(first),
        &source,
    ];
    Fact {
        label: list.label.get(locale).to_string(),
        phrase: items(locale),
        bound: goal.to_string(),
        said: said.concat(),
        ..from(story, &list.id, list.source, locale)
    }
}

/// What every statement has: its id and its source.
fn from(story: &Story, id: &str, at: SourceRef, locale: Locale) -> Fact {
    let source = story.source(at.source);
    Fact {
        id: id.to_string(),
        label: String::new(),
        phrase: String::new(),
        bound: String::new(),
        period: String::new(),
        base: String::new(),
        source: story.cite_source(at, locale),
        href: source.url().map(str::to_string),
        others: Vec::new(),
        cautions: Vec::new(),
        derived: String::new(),
        places: Vec::new(),
        looked: source.checked().to_string(),
        said: String::new(),
        state: State::Open,
    }
}
