//! The words of a tile in lines: name, number, unit and years, each where it has room; and what the tile is called aloud.
//!
//! **Invariant**: what has no room beside another word gets a line of its own; nothing is cut off.

use crate::chart::series_tile::{years_of, BETWEEN, SMALL};
use crate::geometry::Point;
use crate::layout::mark::*;
use crate::layout::scene_builder::{Area, SceneBuilder};
use crate::locale::message::Message;
use crate::model::figure::FigureIx;
use crate::model::Series;
use crate::text::{wrap, Font};

/// Words in lines of a tile.
pub(super) struct Words {
    pub(super) inner: Area,
    pub(super) baseline: f64,
    pub(super) line: f64,
}

type Said<'w> = (&'w str, Font, Paint);

impl Words {
    /// As many lines as it needs; returns the width of the last. Ends at the baseline of the last line, as all of these.
    pub(super) fn lines(&mut self, builder: &mut SceneBuilder, (text, font, paint): Said) -> f64 {
        let lines = wrap::wrap(text, font, self.inner.w, builder.measure);
        for (i, line) in lines.iter().enumerate() {
            self.baseline += if i > 0 { self.line.max(font.size * 1.15) } else { 0.0 };
            builder.text(Point::new(self.inner.x, self.baseline), line, font, paint, Anchor::Start);
        }
        lines.last().map_or(0.0, |line| builder.measure.width(line, font))
    }

    pub(super) fn right(&self, builder: &mut SceneBuilder, (text, font, paint): Said) {
        let at = Point::new(self.inner.right(), self.baseline);
        builder.text(at, text, font, paint, Anchor::End);
    }

    /// A name with something at the right end of its last line, or below it where that `must` be said; answers whether
    /// it is said.
    pub(super) fn name(&mut self, builder: &mut SceneBuilder, name: Said, beside: Said, must: bool) -> bool {
        let used = self.lines(builder, name);
        let fits = used + BETWEEN + builder.measure.width(beside.0, beside.1) <= self.inner.w;
        if fits && !beside.0.is_empty() {
            self.right(builder, beside);
        } else if must {
            self.baseline += self.line;
            self.lines(builder, beside);
        }
        fits || must
    }

    /// A number with its unit behind it and its years at the right end; in lines of their own what has no room. `later`:
    /// the years may stand elsewhere instead; answers whether they are said.
    pub(super) fn number(
        &mut self,
        builder: &mut SceneBuilder,
        value: Said,
        (unit, span): (&str, &str),
        muted: Paint,
        later: bool,
    ) -> bool {
        let small = |text: &str| builder.measure.width(text, SMALL);
        let (unit_width, span_width) = (if unit.is_empty() { 0.0 } else { 5.0 + small(unit) }, small(span));
        let used = self.lines(builder, value);
        let all = used + unit_width + BETWEEN + span_width <= self.inner.w;
        let years = all || used + BETWEEN + span_width <= self.inner.w;
        if years {
            self.right(builder, (span, SMALL, muted));
        }
        if !unit.is_empty() && (all || (!years && used + unit_width <= self.inner.w)) {
            let at = Point::new(self.inner.x + used + 5.0, self.baseline);
            builder.text(at, unit, SMALL, muted, Anchor::Start);
        } else if !unit.is_empty() {
            self.baseline += self.line;
            self.lines(builder, (unit, SMALL, muted));
        }
        if !years && !later {
            self.baseline += self.line;
            self.lines(builder, (span, SMALL, muted));
        }
        years || !later
    }
}

/// The unit of a number whose digits do not carry it, as a percent sign does.
pub(super) fn unit_of(builder: &SceneBuilder, ix: FigureIx) -> String {
    let unit = builder.figure(ix).unit();
    if unit.is_percent() {
        String::new()
    } else {
        unit.name(builder.locale).to_string()
    }
}

pub(super) fn span_of(builder: &SceneBuilder, series: &Series) -> String {
    let (from, to) = years_of(builder, series);
    match from == to {
        true => Message::YearLabel.with(builder.locale, &[&from.to_string()]),
        false => Message::Years.with(builder.locale, &[&from.to_string(), &to.to_string()]),
    }
}

/// What the tile is called aloud.
pub(super) fn name_of(builder: &SceneBuilder, series: &Series, axis: bool) -> String {
    let (facts, locale) = (builder.facts, builder.locale);
    if !axis {
        let count = Message::TileRecords.count(locale, series.points.len());
        return [series.label.get(locale), Message::Colon.get(locale), &count].concat();
    }
    let mut parts = vec![facts.points_statement(series, locale)];
    if let Some(ix) = series.plotted.last() {
        let figure = facts.figure(*ix);
        let (period, phrase) = (figure.period().text.get(locale), figure.display(locale));
        let point = Message::PointInPeriod.with(locale, &[period, &phrase]);
        parts.push(Message::TileLatest.with(locale, &[&point]));
    }
    let missing = facts.missing_years(series);
    if missing > 0 {
        parts.push(Message::CountYearsMissing.count(locale, missing));
    }
    parts.join(Message::Semicolon.get(locale))
}
