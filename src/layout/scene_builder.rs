//! The builder a scene is laid out on: marks are put on it back to front, data are named, keys are noted.
//!
//! **Invariant**: the builder only adds; it never moves what a chart has put down. Boxes of text are in CSS px.

use crate::geometry::{math, Point, Rect};
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
use crate::text::{wrap, Font, Measure};
use crate::theme::Role;

/// The dashes of what somebody expects: dots beside the longer dashes of a goal, CSS px.
pub const FORECAST: (f64, f64) = (1.75, 3.25);

/// Line height of body text as a multiple of its size.
pub const LINE: f64 = 1.5;

/// A part of a chart: its upper left corner and its width. Its height is its own answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    pub x: f64,
    pub y: f64,
    pub w: f64,
}

impl Area {
    pub fn new(x: f64, y: f64, w: f64) -> Self {
        Area { x, y, w }
    }

    pub fn right(&self) -> f64 {
        self.x + self.w
    }

    pub fn down(&self, by: f64) -> Area {
        Area { y: self.y + by, ..*self }
    }
}

/// Where a chart may stand: its upper left corner, its width, and its height where one is given. CSS px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Space {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    /// Without one a chart is as high as it needs to be.
    pub height: Option<f64>,
    /// In a full-bleed picture: what the page keeps of it for its text.
    pub bleed: Option<Bleed>,
}

/// What a page keeps of a full-bleed picture, CSS px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bleed {
    /// Width and height in the upper left corner of the space in which nothing is drawn.
    pub text: (f64, f64),
    /// From the space to the window's edge at its left and at its right: grounds go on there, words do not.
    pub edge: f64,
}

impl Space {
    /// A space without a height.
    pub fn new(x: f64, y: f64, width: f64) -> Self {
        Space { x, y, width, height: None, bleed: None }
    }

    /// Returns how many px more than a chart of usual height needs it has, fewer as a negative number; 0 without a height.
    pub fn spare(&self, builder: &mut SceneBuilder, usual: impl FnOnce(&mut SceneBuilder) -> f64) -> f64 {
        self.height.map_or(0.0, |height| height - builder.tried(usual))
    }

    /// Its upper left corner and its width.
    pub fn area(&self) -> Area {
        Area::new(self.x, self.y, self.width)
    }
}

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

    pub fn rect(&mut self, part: impl Into<Part>, rect: Rect, fill: Fill, enter: Enter) {
        self.put(part, Shape::Rect { rect, radius: 0.0 }, fill, None, enter);
    }

    pub fn circle(
        &mut self,
        part: impl Into<Part>,
        center: Point,
        radius: f64,
        fill: Fill,
        stroke: Option<Stroke>,
        enter: Enter,
    ) {
        self.put(part, Shape::Circle { center, radius }, fill, stroke, enter);
    }

    pub fn line(&mut self, part: &'static str, points: Vec<Point>, paint: Paint, width: f64, enter: Enter) {
        let stroke = Stroke { paint, width, dash: None };
        self.put(part, Shape::Path { points, closed: false }, Fill::None, Some(stroke), enter);
    }

    /// A hairline across.
    pub fn rule(&mut self, x: f64, y: f64, w: f64) {
        let paint = self.paint(Role::Rule);
        let enter = Enter::fade(self.delay);
        self.line("rule", vec![Point::new(x, y), Point::new(x + w, y)], paint, 1.0, enter);
    }

    /// An arrow without a cap at its tail: shaft from `from` to `to`, head 6 long and 5 to each side.
    pub fn arrow(&mut self, from: Point, to: Point, paint: Paint, enter: Enter) {
        let angle = math::atan2(to.y - from.y, to.x - from.x);
        let (sin, cos) = (math::sin(angle), math::cos(angle));
        let wing =
            |side: f64| Point::new(to.x - 6.0 * cos - side * 5.0 * sin, to.y - 6.0 * sin + side * 5.0 * cos);
        self.line("arrow", vec![from, to], paint, 1.75, enter);
        self.line("arrowhead", vec![wing(-1.0), to, wing(1.0)], paint, 1.75, enter);
    }

    pub fn goal_stroke(&self, paint: Paint) -> Stroke {
        Stroke { paint, width: 1.75, dash: Some((6.0, 4.0)) }
    }

    /// The outline of what has not happened: dashes for a goal, dots for a forecast.
    pub fn aim_stroke(&self, ix: FigureIx, paint: Paint) -> Stroke {
        let stroke = self.goal_stroke(paint);
        match self.figure(ix).status() == Status::Forecast {
            true => Stroke { dash: Some(FORECAST), ..stroke },
            false => stroke,
        }
    }

    /// The same around a small mark, which has room for short dashes only.
    pub fn aim_ring(&self, ix: FigureIx, paint: Paint) -> Stroke {
        let dash = if self.figure(ix).status() == Status::Forecast { (1.25, 2.25) } else { (2.5, 1.75) };
        Stroke { dash: Some(dash), ..self.goal_stroke(paint) }
    }

    /// One run of text; returns its width.
    pub fn text(&mut self, at: Point, text: &str, font: Font, paint: Paint, anchor: Anchor) -> f64 {
        let width = self.measure.width(text, font);
        let run = Run { text: text.into(), at, anchor, font, paint, width };
        let enter = Enter::fade(self.delay);
        self.put("text", Shape::Text(run), Fill::None, None, enter);
        width
    }

    /// Lines no wider than `w` from the top `y`; returns the height used.
    pub fn paragraph(&mut self, x: f64, y: f64, w: f64, text: &str, font: Font, paint: Paint) -> f64 {
        self.paragraph_at(x, y, w, text, font, paint, Anchor::Start)
    }

    #[allow(clippy::too_many_arguments)]
    pub fn paragraph_at(
        &mut self,
        x: f64,
        y: f64,
        w: f64,
        text: &str,
        font: Font,
        paint: Paint,
        anchor: Anchor,
    ) -> f64 {
        let lines = wrap::balanced(text, font, w, self.measure);
        let step = font.size * LINE;
        for (i, line) in lines.iter().enumerate() {
            let at = Point::new(x, y + i as f64 * step + baseline(font.size));
            self.text(at, line, font, paint, anchor);
        }
        lines.len() as f64 * step
    }

    /// How high `paragraph` would be.
    pub fn paragraph_height(&self, w: f64, text: &str, font: Font) -> f64 {
        wrap::wrap(text, font, w, self.measure).len() as f64 * font.size * LINE
    }

    /// A note in the picture: 13 px, muted.
    pub fn note(&mut self, x: f64, y: f64, w: f64, text: &str) -> f64 {
        let paint = self.paint(Role::Muted);
        self.paragraph(x, y, w, text, Font::sans(13.0), paint)
    }

    pub fn note_of(&mut self, x: f64, y: f64, w: f64, text: Option<&Text>) -> f64 {
        match text {
            Some(t) => {
                let text = self.say(t).to_string();
                self.note(x, y, w, &text)
            }
            None => 0.0,
        }
    }

    /// A heading inside a picture: 15 px, bold.
    pub fn heading(&mut self, x: f64, y: f64, w: f64, text: &str) -> f64 {
        let paint = self.paint(Role::Ink);
        self.paragraph(x, y, w, text, Font::bold(15.0), paint)
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

    /// Label, big number and note from the top of an area; returns the height used.
    pub fn headline(&mut self, area: Area, ix: FigureIx, size: f64, paint: Paint) -> f64 {
        let label = self.say(self.figure(ix).label()).to_string();
        self.headline_as(area, &label, ix, size, paint)
    }

    /// The same under another label than the figure's own.
    pub fn headline_as(&mut self, area: Area, label: &str, ix: FigureIx, size: f64, paint: Paint) -> f64 {
        self.headline_below(area, (label, 0.0), ix, size, paint)
    }

    /// The same with a heading that takes a height of `least` at least: numbers beside each other share a base line.
    pub fn headline_below(
        &mut self,
        area: Area,
        (label, least): (&str, f64),
        ix: FigureIx,
        size: f64,
        paint: Paint,
    ) -> f64 {
        let mut y = self.heading(area.x, area.y, area.w, label).max(least);
        let (_, h) =
            self.number(Point::new(area.x, area.y + y + size * 0.92), ix, size, area.w, paint, Anchor::Start);
        y += h.max(size) + 2.0;
        if !self.figure(ix).status().is_result() {
            y += self.goal_tag(ix, area.x, area.y + y);
        }
        y
    }

    /// Number and label on one line where both have room there, else as `headline`; returns the height used and where
    /// the line ends.
    pub fn headline_beside(
        &mut self,
        area: Area,
        label: &str,
        ix: FigureIx,
        size: f64,
        paint: Paint,
    ) -> (f64, f64) {
        let font = Font::bold(15.0);
        let (number, gap) = (self.number_width(ix, size), 14.0);
        let plain = self.figure(ix).status().is_result() && self.status_height(ix, area.w) == 0.0;
        if !plain || number + gap + self.measure.width(label, font) > area.w {
            return (self.headline_as(area, label, ix, size, paint), area.right());
        }
        let line = area.y + size * 0.92;
        self.number(Point::new(area.x, line), ix, size, area.w, paint, Anchor::Start);
        let x = area.x + number + gap;
        let end = x + self.text(Point::new(x, line), label, font, paint, Anchor::Start);
        (size * 1.2 + 2.0, end)
    }

    /// The word "goal" or "forecast" over a short dashed rule; returns its height.
    pub fn goal_tag(&mut self, ix: FigureIx, x: f64, y: f64) -> f64 {
        let Some(word) = self.figure(ix).status_word(self.locale) else { return 0.0 };
        let paint = self.paint(Role::GENERAL);
        let font = Font::bold(13.0);
        let width = self.measure.width(word, font).max(36.0);
        let stroke = self.aim_stroke(ix, paint);
        let enter = Enter::fade(self.delay);
        let points = vec![Point::new(x, y + 3.0), Point::new(x + width, y + 3.0)];
        self.put("goal", Shape::Path { points, closed: false }, Fill::None, Some(stroke), enter);
        self.text(Point::new(x, y + 6.0 + baseline(13.0)), word, font, paint, Anchor::Start);
        28.0
    }
}

/// From the top of a line to its baseline, for a font size.
pub fn baseline(size: f64) -> f64 {
    size * (LINE / 2.0 + 0.36)
}
