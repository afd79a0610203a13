//! The builder a scene is laid out on: marks are put on it back to front, data are named, keys are noted.
//!
//! **Invariant**: the builder only adds; it never moves what a chart has put down. Boxes of text are in CSS px.

mod shapes;
mod space;
mod words;

use crate::geometry::Rect;
use crate::layout::enter::Enter;
use crate::layout::interaction::{GuessPlace, Guessing, Interaction};
use crate::layout::legend_entry::LegendEntry;
use crate::layout::mark::*;
use crate::layout::{pace, Datum};
use crate::locale::message::Message;
use crate::locale::number::Decimal;
use crate::locale::{Locale, Text};
use crate::model::figure::{Figure, FigureIx};
use crate::model::Facts;
use crate::statement::Status;
use crate::text::Measure;
use crate::theme::Role;
pub use space::{Area, Bleed, Space};
pub use words::baseline;

/// The dashes of what somebody expects: dots beside the longer dashes of a goal, CSS px.
pub const FORECAST: (f64, f64) = (1.75, 3.25);

/// Line height of body text as a multiple of its size.
pub const LINE: f64 = 1.5;

pub struct SceneBuilder<'a> {
    pub facts: &'a Facts,
    pub locale: Locale,
    pub measure: &'a dyn Measure,
    /// The subject colour of the scene.
    pub accent: Role,
    /// Narrow pictures have smaller type and fewer words.
    pub compact: bool,
    /// Within a card: its frame is drawn around the chart, which begins with its title.
    pub framed: bool,
    pub marks: Vec<Mark>,
    pub data: Vec<Datum>,
    pub legend: Vec<LegendEntry>,
    datum: Option<u32>,
    /// What the next mark belongs to, and how many marks of each part that has.
    scope: Scope,
    serials: Vec<(&'static str, u32)>,
    /// Of a phone's window, what its picture has at least: a guess stands within it whole where it can. CSS px.
    pub room: Option<f64>,
    /// Delay, in seconds, of what is put down next.
    pub delay: f64,
    /// Whether a chart has a pace of its own, as a cover that tells something by its order.
    pub own_pace: bool,
    /// What the reader has done here.
    pub interaction: Interaction,
    /// What the guess of the scene counts, where that is not the figure's own unit.
    pub guess_unit: Option<Text>,
    /// Where a guess is dragged, once its chart is placed.
    pub guess_place: Option<GuessPlace>,
}

impl<'a> SceneBuilder<'a> {
    pub fn new(
        facts: &'a Facts,
        locale: Locale,
        measure: &'a dyn Measure,
        accent: Role,
        compact: bool,
    ) -> Self {
        SceneBuilder {
            facts,
            locale,
            measure,
            accent,
            compact,
            framed: false,
            marks: Vec::new(),
            data: Vec::new(),
            legend: Vec::new(),
            datum: None,
            scope: Scope::Head,
            serials: Vec::new(),
            room: None,
            delay: 0.0,
            own_pace: false,
            interaction: Interaction::default(),
            guess_unit: None,
            guess_place: None,
        }
    }

    /// Returns all marks, at the pace of a story, and what they stand for.
    pub fn finish(mut self) -> (Vec<Mark>, Vec<Datum>) {
        if !self.own_pace {
            pace::set(&mut self.marks);
        }
        (self.marks, self.data)
    }

    /// Returns what `work` gives, and takes back all that it has put down: to know heights before places are given.
    pub fn tried<T>(&mut self, work: impl FnOnce(&mut Self) -> T) -> T {
        let (marks, data) = (self.marks.len(), self.data.len());
        let (legend, serials) = (self.legend.clone(), self.serials.clone());
        let (datum, scope, delay) = (self.datum, self.scope, self.delay);
        let (interaction, guess_place) = (self.interaction, self.guess_place);
        let result = work(self);
        self.marks.truncate(marks);
        self.data.truncate(data);
        (self.legend, self.serials) = (legend, serials);
        (self.datum, self.scope, self.delay) = (datum, scope, delay);
        (self.interaction, self.guess_place) = (interaction, guess_place);
        result
    }

    /// As `tried`, with nothing kept back: what is guessed takes the place that its answer will have.
    pub fn tried_answered<T>(&mut self, work: impl FnOnce(&mut Self) -> T) -> T {
        self.tried(|builder| {
            builder.interaction.guess = None;
            work(builder)
        })
    }

    /// The guess that waits for its answer.
    pub fn waiting_guess(&self) -> Option<Guessing> {
        self.interaction.guess.filter(|guess| !guess.told)
    }

    /// The guess of a figure whose answer has been told.
    pub fn told_guess(&self, ix: FigureIx) -> Option<Guessing> {
        self.interaction.guess.filter(|guess| guess.told && guess.figure == ix)
    }

    /// A guess in words: 你猜700万吨.
    pub fn guess_text(&self, guess: Guessing) -> String {
        Message::GuessYours.with(self.locale, &[&self.guess_value(guess, guess.value)])
    }

    /// A value of a guess's scale, as its question counts it.
    pub fn guess_value(&self, guess: Guessing, value: Decimal) -> String {
        self.figure(guess.figure).value_in(self.guess_unit.as_ref(), value, self.locale)
    }

    /// What follows belongs to `scope`.
    pub fn scope(&mut self, scope: Scope) {
        self.scope = scope;
        self.serials.clear();
    }

    pub fn paint(&self, role: Role) -> Paint {
        Paint::new(role)
    }

    pub fn accent_paint(&self) -> Paint {
        Paint::new(self.accent)
    }

    pub fn say<'t>(&self, text: &'t Text) -> &'t str {
        text.get(self.locale)
    }

    pub fn figure(&self, ix: FigureIx) -> &'a Figure {
        self.facts.figure(ix)
    }

    /// Notes that the picture uses a kind of statement, so that its reading key explains it.
    pub fn legend(&mut self, kind: LegendEntry) {
        if !self.legend.contains(&kind) {
            self.legend.push(kind);
        }
    }

    /// Marks put down from here to `end` stand for this figure.
    pub fn begin(&mut self, ix: FigureIx) {
        let figure = self.figure(ix);
        if !self.facts.source(figure.source().source).is_article() {
            self.legend(LegendEntry::Context);
        }
        let name = self.facts.bounded_statement(ix, self.locale);
        self.begin_named(figure.id().to_string(), Some(ix), name);
    }

    /// Marks put down from here to `end` stand for words (an item of a list, a milestone).
    pub fn begin_named(&mut self, key: String, figure: Option<FigureIx>, name: String) {
        if let Some(i) = self.data.iter().position(|d| d.key == key) {
            self.datum = Some(i as u32);
            return;
        }
        self.datum = Some(self.data.len() as u32);
        self.data.push(Datum { key, figure, name, bounds: Rect::default() });
    }

    pub fn end(&mut self) {
        self.datum = None;
    }

    fn next_id(&mut self, part: Part) -> MarkId {
        let serial = match self.serials.iter_mut().find(|(name, _)| *name == part.name) {
            Some((_, n)) => {
                *n += 1;
                *n
            }
            None => {
                self.serials.push((part.name, 1));
                1
            }
        };
        MarkId { scope: self.scope, part, serial, piece: Piece::Whole }
    }

    pub fn put(
        &mut self,
        part: impl Into<Part>,
        shape: Shape,
        fill: Fill,
        stroke: Option<Stroke>,
        enter: Enter,
    ) {
        let id = self.next_id(part.into());
        self.marks.push(Mark { id, datum: self.datum, shape, fill, stroke, enter });
    }

    /// Notes what a figure's qualifier and kind need in the reading key.
    pub fn legend_for(&mut self, ix: FigureIx) {
        let figure = self.figure(ix);
        if let Some(kind) = LegendEntry::of(figure) {
            self.legend(kind);
        }
        match figure.status() {
            Status::Target => self.legend(LegendEntry::Target),
            Status::Forecast => self.legend(LegendEntry::Forecast),
            // their words stand at their numbers
            Status::Final | Status::Preliminary | Status::Revised | Status::Estimated => {}
        }
    }
}
