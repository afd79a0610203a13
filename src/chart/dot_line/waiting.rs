//! A series while one of its points is guessed, and the guess beside the answer.
//!
//! **Invariant**: before the answer there is all of the picture but the point that is guessed, and nothing of what is
//! there depends on it but the axis and the height.

use super::drawing::{moment_of, place, Ground};
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
        let Some(ground) = Ground::of(builder, area.down(top - area.y), self, spare) else { return height };
        drag(builder, &ground.axes, (ground.min, ground.max), guess);
        height.max(used)
    }
}

/// Where a guess stands.
fn spot(builder: &SceneBuilder, axes: &Axes, guess: Guessing) -> Point {
    let moment = moment_of(builder.figure(guess.figure)).unwrap_or_default();
    axes.at(moment, guess.value.to_f64())
}

/// The handle on the line of its year, the guess in words beside it.
fn drag(builder: &mut SceneBuilder, axes: &Axes, (min, max): (f64, f64), guess: Guessing) {
    let frame = axes.frame();
    let (ink, surface, accent) =
        (builder.paint(Role::Ink), builder.paint(Role::Surface), builder.accent_paint());
    let enter = Enter::fade(builder.delay);
    let at = spot(builder, axes, guess);
    let at = Point::new(at.x, at.y.clamp(frame.y - ABOVE, frame.bottom()));
    let dotted = Stroke { paint: ink, width: 1.25, dash: Some((2.0, 3.0)) };
    let points = vec![Point::new(at.x, frame.y - ABOVE), Point::new(at.x, frame.bottom())];
    let text = builder.guess_text(guess);
    let words = Rect::new(0.0, 0.0, builder.measure.width(&text, Font::bold(WORDS)), WORDS * 1.25);
    let words = free_place(builder, frame, at, words);
    builder.put("way", Shape::Path { points, closed: false }, Fill::None, Some(dotted), enter);
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

/// Where words of this size stand beside the handle: as near to it as no word and no point is, over the plot if need be.
fn free_place(builder: &SceneBuilder, frame: Rect, at: Point, words: Rect) -> Rect {
    let is_small = |bounds: &Rect| bounds.w < 30.0 && bounds.h < 30.0;
    let taken: Vec<Rect> = builder
        .marks
        .iter()
        .filter(|mark| matches!(mark.shape, Shape::Text(_)) || is_small(&mark.bounds()))
        .map(|mark| mark.bounds())
        .collect();
    let left = (at.x - 28.0 - words.w).max(frame.x);
    let right = (at.x + 28.0).min(frame.right() - words.w);
    let sides = if at.x > frame.x + frame.w / 2.0 { [left, right] } else { [right, left] };
    let steps = (0..40).flat_map(|step| [-1.0, 1.0].map(|way| at.y + way * f64::from(step) * 6.0));
    let places = steps.flat_map(|y| sides.map(|x| Rect::new(x, y - words.h / 2.0, words.w, words.h)));
    let clear = |place: &Rect| {
        let wide = Rect::new(place.x - 6.0, place.y - 3.0, place.w + 12.0, place.h + 6.0);
        let over_handle = (place.x..=place.right()).contains(&at.x) && (place.y - at.y).abs() < 40.0;
        place.y > frame.y - ABOVE
            && place.bottom() < frame.bottom()
            && !over_handle
            && taken.iter().all(|rect| !rect.overlaps(&wide))
    };
    let over = Rect::new(sides[0], frame.y - ABOVE - words.h, words.w, words.h);
    { places }.find(clear).unwrap_or(over)
}

/// The ring of a guess beside the answer, and its label, which has yet to find a place.
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
    placer.block(Rect::new(at.x - 11.0, at.y - 11.0, 22.0, 22.0));
    let yours = Message::GuessYours.with(builder.locale, &[""]).trim_end().to_string();
    let value = builder.guess_value(guess, guess.value);
    Label::new(builder, guess.figure, at, (yours, value)).of_guess()
}
