//! A series while one of its points is guessed, and the guess beside the answer.
//!
//! **Invariant**: before the answer there is all of the picture but the point that is guessed, and nothing of what is
//! there depends on it but the axis and the height.

use super::drawing::{place, Ground};
use super::moments::moment_of;
use super::DotLine;
use crate::chart::guess::handle;
use crate::chart::plot::Axes;
use crate::chart::point_labels::Label;
use crate::geometry::{Point, Rect};
use crate::layout::enter::{Effect, Enter};
use crate::layout::interaction::{GuessPlace, GuessScale, Guessing};
use crate::layout::label::LabelPlacer;
use crate::layout::mark::*;
use crate::layout::scene_builder::{SceneBuilder, Space};
use crate::locale::message::Message;
use crate::text::Font;
use crate::theme::Role;

/// Room above a plot that the handle's line has too, so that the end of the axis gives nothing away. CSS px.
const ABOVE: f64 = 10.0;

/// Size of the guess in words: smaller than what is published. CSS px.
const WORDS: f64 = 15.0;

/// Half the room of a guess's ring. CSS px.
const RING: f64 = 11.0;

/// From the handle's middle to the words beside it. CSS px.
const BESIDE: f64 = 26.0;

impl DotLine {
    /// Draws the other points and the handle; returns the height that the answer will have.
    pub fn place_waiting(&self, builder: &mut SceneBuilder, space: Space, guess: Guessing) -> f64 {
        let area = space.area();
        let spare = space.spare(builder, |b| b.tried_answered(|b| place(b, area, self, 0.0)));
        let height = builder.tried_answered(|builder| place(builder, area, self, spare));
        let used = place(builder, area, self, spare);
        let mut top = area.y;
        if let Some(title) = &self.title {
            let title = builder.say(title).to_string();
            top += builder.tried(|builder| builder.heading(area.x, top, area.w, &title)) + 4.0;
        }
        let Some(ground) = Ground::of(builder, area.down(top - area.y), self, spare, false) else {
            return height;
        };
        let points = self.spots(builder, &ground.axes);
        drag(builder, &ground.axes, (ground.min, ground.max), guess, &points);
        height.max(used)
    }

    /// Where all but what is guessed stands.
    fn spots(&self, builder: &SceneBuilder, axes: &Axes) -> Vec<Point> {
        let hidden = builder.interaction.hidden();
        let all = builder.facts.series(self.series).plotted.iter().chain(&self.compare);
        all.filter(|ix| Some(**ix) != hidden)
            .filter_map(|ix| {
                let figure = builder.figure(*ix);
                Some(axes.at(moment_of(figure)?, figure.amount()))
            })
            .collect()
    }
}

/// Where a guess stands.
fn spot(builder: &SceneBuilder, axes: &Axes, guess: Guessing) -> Point {
    let moment = moment_of(builder.figure(guess.figure)).unwrap_or_default();
    axes.at(moment, guess.value.to_f64())
}

/// Where the handle and the guess in words stand.
struct Held {
    at: Point,
    text: String,
    words: Rect,
}

/// The words at the handle's side, as high as it is or a little above or below, where they lie on no point.
fn held(builder: &SceneBuilder, axes: &Axes, guess: Guessing, points: &[Point]) -> Held {
    let frame = axes.frame();
    let at = spot(builder, axes, guess);
    let at = Point::new(at.x, at.y.clamp(frame.y - ABOVE, frame.bottom()));
    let text = builder.guess_text(guess);
    let (w, h) = (builder.measure.width(&text, Font::bold(WORDS)), WORDS * 1.25);
    let (left, right) = (at.x - BESIDE - w, at.x + BESIDE);
    let sides = if at.x > frame.x + frame.w / 2.0 { [left, right] } else { [right, left] };
    let fits = |x: &f64| *x >= frame.x && x + w <= frame.right();
    let sides: Vec<f64> = { sides }.into_iter().filter(fits).collect();
    let steps = (0..8).flat_map(|step| [-1.0, 1.0].map(|way| way * f64::from(step) * 6.0));
    let seats = steps.flat_map(|dy| sides.iter().map(move |x| Rect::new(*x, at.y + dy - h / 2.0, w, h)));
    let clear = |seat: &Rect| {
        let wide = Rect::new(seat.x - 6.0, seat.y - 3.0, seat.w + 12.0, seat.h + 6.0);
        seat.y >= frame.y - ABOVE
            && seat.bottom() <= frame.bottom()
            && points.iter().all(|point| wide.distance(*point) > 6.0)
    };
    let low = (at.y - h / 2.0).clamp(frame.y - ABOVE, frame.bottom() - h);
    let beside = sides.first().copied().unwrap_or_else(|| left.max(frame.x));
    let words = { seats }.find(clear).unwrap_or(Rect::new(beside, low, w, h));
    Held { at, text, words }
}

/// Keeps all other labels from the handle, from its way and from the guess in words: these have their places first.
pub(super) fn keep_free(
    builder: &SceneBuilder,
    axes: &Axes,
    guess: Guessing,
    points: &[Point],
    placer: &mut LabelPlacer,
) {
    let Held { at, words, .. } = held(builder, axes, guess, points);
    placer.point(at);
    placer.block(Rect::new(at.x - 20.0, at.y - 20.0, 40.0, 40.0));
    placer.block(words.inset(-5.0));
    placer.block(Rect::new(at.x - 7.0, at.y - 40.0, 14.0, 80.0));
}

/// Keeps labels from the whole way of the handle.
pub(super) fn keep_way_free(builder: &SceneBuilder, axes: &Axes, guess: Guessing, placer: &mut LabelPlacer) {
    let (frame, at) = (axes.frame(), spot(builder, axes, guess));
    placer.block(Rect::new(at.x - 7.0, frame.y - ABOVE, 14.0, frame.h + ABOVE));
}

/// The handle on the line of its year, the guess in words beside it.
fn drag(builder: &mut SceneBuilder, axes: &Axes, (min, max): (f64, f64), guess: Guessing, points: &[Point]) {
    let frame = axes.frame();
    let (ink, surface, accent) =
        (builder.paint(Role::Ink), builder.paint(Role::Surface), builder.accent_paint());
    let enter = Enter::fade(builder.delay);
    let Held { at, text, words } = held(builder, axes, guess, points);
    let dotted = Stroke { paint: ink, width: 1.25, dash: Some((2.0, 3.0)) };
    for (from, to) in clear_way(builder, at.x, (frame.y - ABOVE, frame.bottom())) {
        let points = vec![Point::new(at.x, from), Point::new(at.x, to)];
        builder.put("way", Shape::Path { points, closed: false }, Fill::None, Some(dotted), enter);
    }
    handle(builder, at);
    for way in [-1.0, 1.0] {
        let (from, to) = (Point::new(at.x, at.y + way * 14.0), Point::new(at.x, at.y + way * 34.0));
        if (frame.y - ABOVE..=frame.bottom()).contains(&to.y) {
            builder.arrow(from, to, accent, enter);
        }
    }
    // no line of the grid runs through the words
    let ground = Rect::new(words.x - 3.0, words.y, words.w + 6.0, words.h);
    builder.rect("ground", ground, Fill::Solid(surface), enter);
    builder.text(Point::new(words.x, words.y + WORDS), &text, Font::bold(WORDS), ink, Anchor::Start);
    let area = Rect::new(frame.x, frame.y, frame.w, frame.h);
    builder.guess_place = Some(GuessPlace { area, scale: GuessScale::Up { from: min, to: max }, handle: at });
}

/// The parts of a way straight down, from one height to another, that run through no label. CSS px.
fn clear_way(builder: &SceneBuilder, x: f64, (top, bottom): (f64, f64)) -> Vec<(f64, f64)> {
    let labels = builder.marks.iter().filter(|mark| matches!(mark.shape, Shape::Text(_)));
    let crosses = |label: &Rect| label.x - 3.0 < x && x < label.right() + 3.0;
    let mut crossed: Vec<Rect> = labels.map(Mark::bounds).filter(crosses).collect();
    crossed.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut parts = Vec::new();
    let mut from = top;
    for label in crossed {
        parts.push((from, label.y.min(bottom)));
        from = from.max(label.bottom());
    }
    parts.push((from, bottom));
    parts.retain(|(from, to)| from < to);
    parts
}

/// Draws the ring of a guess beside the answer; returns its label.
pub(super) fn ring(
    builder: &mut SceneBuilder,
    axes: &Axes,
    guess: Guessing,
    placer: &mut LabelPlacer,
) -> Label {
    let frame = axes.frame();
    let at = spot(builder, axes, guess);
    let at = Point::new(at.x, at.y.clamp(frame.y - ABOVE, frame.bottom()));
    let stroke = Stroke { paint: builder.paint(Role::Ink), width: 2.5, dash: None };
    let enter = Enter::new(Effect::Pop, builder.delay);
    builder.circle("guess", at, 9.0, Fill::None, Some(stroke), enter);
    placer.block(Rect::new(at.x - RING, at.y - RING, 2.0 * RING, 2.0 * RING));
    let yours = Message::GuessYours.with(builder.locale, &[""]).trim_end().to_string();
    let value = builder.guess_value(guess, guess.value);
    Label::new(builder, guess.figure, at, (yours, value)).of_guess(RING)
}
