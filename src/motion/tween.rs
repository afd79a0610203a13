//! Tweens: how items get from where they are to where they go.
//!
//! **Invariant**: a tween is a pure function of the seconds since its transition began; at their end all tweens of a group
//! are the mark of the scene that they end in.

use crate::layout::easing;
use crate::layout::enter::stagger;
use crate::layout::mark::{Fill, Instance, Mark, MarkId, Shape, Stroke};
use crate::layout::paint::STEPS;
use crate::motion::frame::faded;

/// Length of one mark's travel, in seconds.
pub const TRAVEL: f64 = 0.9;
/// As many parts of one mark as this are marks of their own on the way; more are the instances of one.
pub const OWN_MARKS: usize = 24;

/// So many moments at most are there to leave at: less than a thousandth of a second apart.
const MOMENTS: usize = 256;

/// What an item looks like where it comes from, if an instance cannot: hatching, an outline.
#[derive(Clone, Debug)]
pub struct Style {
    pub id: MarkId,
    pub fill: Fill,
    pub stroke: Option<Stroke>,
}

/// How tweens go that begin alike, end alike and leave together: of thousands most do.
#[derive(Clone, Debug, PartialEq)]
pub struct Timing {
    /// Both without their places.
    pub from: Instance,
    pub to: Instance,
    /// CSS px a second when the transition begins.
    pub velocity: [f32; 2],
    /// Seconds.
    pub delay: f32,
    /// Index into the transition's styles, where the item or its end has one; of one tween alone.
    pub style: Option<u32>,
}

/// All tweens that end in one mark of the scene.
#[derive(Clone, Debug)]
pub struct TweenGroup {
    /// Index into the scene's marks.
    pub to: usize,
    /// Of each tween: x and y where it begins, x and y where it ends, CSS px.
    pub ways: Vec<[f32; 4]>,
    /// How as many of them as the number says go, one after another.
    pub timings: Vec<(Timing, usize)>,
    /// Of each tween on its own; empty where the tweens are painted as the instances of one mark.
    pub ids: Vec<MarkId>,
}

impl TweenGroup {
    /// Hands its marks at `seconds` to `see`; `to` is the mark that all of them end in.
    pub fn walk(&self, to: &Mark, seconds: f64, styles: &[Style], see: &mut dyn FnMut(&Mark)) {
        if self.timings.iter().all(|(timing, _)| seconds >= f64::from(timing.delay) + TRAVEL) {
            // the whole stands where its parts have come together
            see(to);
            return;
        }
        let to_instances = matches!(to.shape, Shape::Instances(_));
        let together = to_instances || self.ways.len() > OWN_MARKS;
        // collected, as pushing each of a hundred thousand takes longer than to make it
        let mut all = Vec::with_capacity(self.ways.len());
        let mut ways = self.ways.as_slice();
        for (timing, count) in &self.timings {
            let (these, rest) = ways.split_at(*count);
            all.extend(these.iter().map(timing.at(seconds)));
            ways = rest;
        }
        // none of those without ids has a style
        let bare = together && self.ids.is_empty();
        let (mut instances, all) = if bare { (all, Vec::new()) } else { (Vec::new(), all) };
        let timings = self.timings.iter().flat_map(|(timing, count)| std::iter::repeat_n(timing, *count));
        for ((timing, instance), id) in timings.zip(all).zip(&self.ids) {
            let Some(style) = timing.style.map(|d| &styles[d as usize]) else {
                if together {
                    instances.push(instance);
                } else {
                    see(&drawn_as(instance, *id, to, Fill::Solid(instance.paint()), None));
                }
                continue;
            };
            let amount = timing.amount(seconds);
            // each look is one instance, or a mark of its own where an instance cannot have it
            match (style.fill, style.stroke) {
                (Fill::Solid(paint), None) if together => {
                    instances.push(instance.painted(paint).fade(1.0 - amount))
                }
                (fill, stroke) => see(&faded(&drawn_as(instance, style.id, to, fill, stroke), 1.0 - amount)),
            }
            if to_instances {
                instances.push(timing.painted_as_at_end(instance, amount));
                continue;
            }
            match (to.fill, to.stroke.filter(|_| self.ways.len() == 1)) {
                (Fill::None, None) => {}
                (Fill::Solid(paint), None) if together => {
                    instances.push(instance.painted(paint).fade(amount))
                }
                (fill, stroke) => see(&faded(&drawn_as(instance, *id, to, fill, stroke), amount)),
            }
        }
        if !instances.is_empty() {
            see(&Mark {
                id: to.id,
                datum: to.datum,
                shape: Shape::Instances(instances),
                fill: Fill::None,
                stroke: None,
                enter: to.enter,
            });
        }
    }
}

impl Timing {
    /// How far it has come at `seconds` after the transition began, 0..=1.
    fn amount(&self, seconds: f64) -> f64 {
        easing::cubic_in_out((seconds - f64::from(self.delay)) / TRAVEL)
    }

    /// From a way to where on it an item is then and what it looks like.
    fn at(&self, seconds: f64) -> impl Fn(&[f32; 4]) -> Instance {
        let (a, b, amount) = (&self.from, &self.to, self.amount(seconds));
        let k = amount as f32;
        // both ends exactly
        let mid = move |x: f32, y: f32| x * (1.0 - k) + y * k;
        let (w, h) = (mid(a.w, b.w), mid(a.h, b.h));
        // in steps, so that neighbours can be painted together
        let step = (amount * f64::from(STEPS) + 0.5) as u16;
        let tint = if a.tint == b.tint { a.tint } else { a.tint.towards(b.tint.role, step) };
        let part = f64::from(step) / f64::from(STEPS);
        let alpha = (f64::from(a.alpha) + (f64::from(b.alpha) - f64::from(a.alpha)) * part).round() as u8;
        // everything that travels is a rectangle with rounded corners, a disc being all corner
        let radius = mid(a.radius, b.radius).min(w.min(h) / 2.0);
        // the speed it had dies away; at the end nothing of it is left
        let rest = 1.0 - (seconds / (TRAVEL + f64::from(self.delay))).clamp(0.0, 1.0);
        let drift = (seconds * rest * rest * rest) as f32;
        let [dx, dy] = self.velocity.map(|v| v * drift);
        move |way| Instance {
            x: mid(way[0], way[2]) + dx,
            y: mid(way[1], way[3]) + dy,
            w,
            h,
            radius,
            tint,
            alpha,
        }
    }

    fn painted_as_at_end(&self, instance: Instance, amount: f64) -> Instance {
        Instance { tint: self.to.tint, alpha: self.to.alpha, ..instance }.fade(amount)
    }
}

/// When the `index`th of `count` items leaves, in seconds after the first. Of more than can be told apart, some leave together.
pub fn leaves(index: usize, count: usize) -> f64 {
    let together = count.div_ceil(MOMENTS);
    stagger(index / together, count.div_ceil(together)) * 0.5
}

/// An instance as a mark of its own.
fn drawn_as(instance: Instance, id: MarkId, to: &Mark, fill: Fill, stroke: Option<Stroke>) -> Mark {
    let rect = instance.rect();
    let radius = f64::from(instance.radius);
    let shape = if instance.is_disc() {
        Shape::Circle { center: rect.center(), radius }
    } else {
        Shape::Rect { rect, radius }
    };
    Mark { id, datum: to.datum, shape, fill, stroke, enter: to.enter }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Seen to fail: with a moment for each; with moments that share out the index instead of the number together.
    #[test]
    fn many_leave_in_few_moments_and_few_in_their_own() {
        for count in [1, 7, 256, 257, 1000, 100_000] {
            let all: Vec<f64> = (0..count).map(|i| leaves(i, count)).collect();
            assert!(all.is_sorted() && all[0] == 0.0 && all[count - 1] <= stagger(count - 1, count) * 0.5);
            assert!(all[count - 1] >= stagger(count - 1, count) * 0.49, "{count}: the last too early");
            let moments = 1 + all.windows(2).filter(|pair| pair[0] < pair[1]).count();
            assert!(
                if count > MOMENTS { moments <= MOMENTS } else { moments == count },
                "{count}: {moments}"
            );
        }
    }
}
