//! Words that charts put down: runs, paragraphs, notes, headings, and a figure as a headline.
//!
//! **Invariant**: text is measured before it is placed; each answers with the room that it used.

use crate::geometry::Point;
use crate::layout::enter::Enter;
use crate::layout::mark::*;
use crate::layout::scene_builder::{Area, SceneBuilder, LINE};
use crate::locale::Text;
use crate::model::figure::FigureIx;
use crate::text::{wrap, Font};
use crate::theme::Role;

impl SceneBuilder<'_> {
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

    /// Where the words and the marks of a card stand beside each other: on a phone, so that three cards share a window;
    /// not where a guess has its scale below the marks.
    pub fn card_halves(&self, area: Area) -> Option<(Area, Area)> {
        const GAP: f64 = 14.0;
        const LEAST: f64 = 290.0;
        let w = (area.w - GAP) / 2.0;
        let halves = || (Area::new(area.x, area.y, w), Area::new(area.x + w + GAP, area.y, w));
        (self.framed && self.compact && self.room.is_none() && area.w >= LEAST).then(halves)
    }

    /// A heading inside a picture: 15 px, bold.
    pub fn heading(&mut self, x: f64, y: f64, w: f64, text: &str) -> f64 {
        let paint = self.paint(Role::Ink);
        self.paragraph(x, y, w, text, Font::bold(15.0), paint)
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

    /// Label, number and the word "goal" or "forecast" beside it, closer than `headline_as`; returns the height used.
    pub fn headline_close(&mut self, area: Area, label: &str, ix: FigureIx, size: f64, paint: Paint) -> f64 {
        let y = self.heading(area.x, area.y, area.w, label);
        let at = Point::new(area.x, area.y + y + size);
        let aim = self.figure(ix).status_word(self.locale).filter(|_| !self.figure(ix).status().is_result());
        let (font, slate) = (Font::bold(13.0), self.paint(Role::GENERAL));
        let word = aim.map_or(0.0, |word| self.measure.width(word, font) + 8.0);
        let is_beside = aim.is_some() && self.number_width(ix, size) + word <= area.w;
        let room = if is_beside { area.w - word } else { area.w };
        let (end, high) = self.number(at, ix, size, room, paint, Anchor::Start);
        let used = y + high.max(size) + 2.0;
        match aim {
            Some(word) if is_beside => {
                self.text(Point::new(area.x + end + 8.0, at.y), word, font, slate, Anchor::Start);
                used
            }
            Some(word) => used + self.paragraph(area.x, area.y + used, area.w, word, font, slate),
            None => used,
        }
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
