//! Labels that found no place beside their points, in a row under the axis.
//!
//! **Invariant**: every number of a picture is on it, in the order of time, drawn as its mark is.

use crate::chart::point_shapes;
use crate::geometry::{sort_by_key, Point};
use crate::layout::enter::Enter;
use crate::layout::mark::*;
use crate::layout::scene_builder::{Area, SceneBuilder};
use crate::locale::message::Message;
use crate::model::figure::FigureIx;
use crate::text::{wrap, Font};
use crate::theme::Role;

/// Words that found no place beside their point.
pub struct Unplaced {
    pub ix: FigureIx,
    pub text: String,
    /// Not the figure but the reader's guess of it.
    pub guess: bool,
    /// Number of its point's shape.
    pub shape: usize,
}

/// Labels that found no place, in a row under the axis: every number of the picture is on it. Returns their height.
pub fn below(builder: &mut SceneBuilder, area: Area, mut labels: Vec<Unplaced>) -> f64 {
    if labels.is_empty() {
        return 0.0;
    }
    let date = |ix: FigureIx| {
        let period = builder.figure(ix).period();
        period.start.or(period.end)
    };
    sort_by_key(&mut labels, |label| date(label.ix));
    let (ink, muted, accent) = (builder.paint(Role::Ink), builder.paint(Role::Muted), builder.accent_paint());
    let lead = Message::CrowdedAbove.get(builder.locale);
    let font = Font::sans(13.0);
    let mut x =
        area.x + builder.text(Point::new(area.x, area.y + 14.0), lead, font, muted, Anchor::Start) + 10.0;
    let mut y = area.y;
    for Unplaced { ix, text, guess, shape } in labels {
        let width = 12.0 + builder.measure.width(&text, font);
        if x + width > area.right() && x > area.x {
            x = area.x;
            y += 20.0;
        }
        if !guess {
            builder.begin(ix);
        }
        // drawn as its mark is: the article's own figure and a guess as a ring
        let at = Point::new(x + 4.0, y + 9.5);
        if guess || builder.facts.source(builder.figure(ix).source().source).is_article() {
            let stroke = Stroke { paint: ink, width: 1.5, dash: None };
            builder.circle("ring", at, 3.5, Fill::None, Some(stroke), Enter::fade(builder.delay));
        } else {
            point_shapes::draw(builder, shape, at, (3.5, accent), Enter::fade(builder.delay));
        }
        // what is wider than the row has it alone and goes on below
        let lines = wrap::wrap(&text, font, area.w - 12.0, builder.measure);
        for (i, line) in lines.iter().enumerate() {
            y += if i > 0 { 20.0 } else { 0.0 };
            builder.text(Point::new(x + 12.0, y + 14.0), line, font, ink, Anchor::Start);
        }
        builder.end();
        x += width + 14.0;
    }
    y + 24.0 - area.y
}
