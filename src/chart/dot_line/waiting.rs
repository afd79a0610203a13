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
    let right_half = at.x > frame.x + frame.w / 2.0;
    let far = if right_half { frame.x } else { frame.right() };
    let upright = vec![Point::new(at.x, frame.y - ABOVE), Point::new(at.x, frame.bottom())];
    for points in [upright, vec![Point::new(far, at.y), at]] {
        builder.put("way", Shape::Path { points, closed: false }, Fill::None, Some(dotted), enter);
    }
    handle(builder, at);
    for way in [-1.0, 1.0] {
        let (from, to) = (Point::new(at.x, at.y + way * 14.0), Point::new(at.x, at.y + way * 34.0));
        if (frame.y - ABOVE..=frame.bottom()).contains(&to.y) {
            builder.arrow(from, to, accent, enter);
        }
    }
    let text = builder.guess_text(guess);
    let room = if right_half { at.x - frame.x } else { frame.right() - at.x } - 34.0;
    let fits = |size: f64| builder.measure.width(&text, Font::bold(size)) <= room;
    let size = [30.0, 24.0, 20.0, 17.0].into_iter().find(|size| fits(*size)).unwrap_or(15.0);
    let width = builder.measure.width(&text, Font::bold(size));
    // above its line, below it where there is no room
    let base = if at.y - size * 1.3 < frame.y - ABOVE { at.y + size * 1.2 } else { at.y - size * 0.4 };
    let (anchor, x) = match right_half {
        true => (Anchor::End, at.x - 28.0),
        false => (Anchor::Start, at.x + 28.0),
    };
    let left = if right_half { x - width } else { x };
    // no line of the grid runs through the words
    let ground = Rect::new(left - 4.0, base - size * 0.9, width + 8.0, size * 1.15);
    builder.rect("ground", ground, Fill::Solid(surface), enter);
    builder.text(Point::new(x, base), &text, Font::bold(size), ink, anchor);
    let area = Rect::new(frame.x, frame.y, frame.w, frame.h);
    builder.guess_place = Some(GuessPlace { area, scale: GuessScale::Up { from: min, to: max }, handle: at });
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
