//! From the marks that show now to the next scene: the marks of what both scenes show travel, everything else fades out
//! and enters.
//!
//! The marks of a datum become its marks in the next scene (object constancy: Heer & Robertson 2007). Where there are more
//! on one side, they split or merge; `matching` keeps the paths short. A transition that is interrupted departs from the marks where they are, with the
//! speed they have.
//!
//! **Invariant**: `frame_at` is a pure function of (from, to, t). At 0 it shows the departing frame, at `duration` the scene
//! at rest, and no mark jumps in between.

use crate::geometry::{sort_by_key, Seconds};
use crate::layout::easing;
use crate::layout::mark::{Fill, Instance, Mark, MarkId, Paint, Piece, Shape};
use crate::layout::paint::{Tint, STEPS};
use crate::layout::{Datum, PlacedScene};
use crate::motion::frame::{faded, step, Frame};
use crate::motion::item::{instance_of, is_plain, part, pools, remain_themselves, Earlier, Item};
use crate::motion::matching;
use crate::motion::matching::Spot;
use crate::motion::tween::{leaves, Style, Timing, TweenGroup, OWN_MARKS, TRAVEL};
use crate::theme::Role;

/// What stays behind has faded by then. Title, key and source come from then on, so that two titles are never to be read at once,
/// and are there when the first marks enter.
const FADE_OUT: f64 = 0.16;
/// What is new and does not travel enters from then on.
const ENTER_FROM: f64 = 0.24;

#[derive(Clone, Debug)]
pub struct Transition {
    leaving: Vec<Mark>,
    /// Index into `leaving` of the first mark that lay over something that now travels.
    over: usize,
    groups: Vec<TweenGroup>,
    styles: Vec<Style>,
    /// Each change of colour on the way, once: from one tint to that of a role.
    recolourings: Vec<(Tint, Role)>,
    /// For each mark of the scene, whether a tween ends in it.
    arrives: Vec<bool>,
    /// Delay of the last tween, in seconds.
    last: f64,
    /// Height of the departing picture, CSS px.
    height: f64,
}

impl Transition {
    /// From `frame`, whose marks stand for `data`, to `to`. `before` is the frame a moment (`step` seconds) earlier, for the
    /// speed of marks that are on their way already.
    pub fn new(
        (frame, data): (&Frame, &[Datum]),
        before: Option<(&Frame, f64)>,
        to: &PlacedScene,
    ) -> Transition {
        let mut change = Transition {
            leaving: Vec::new(),
            over: 0,
            groups: Vec::new(),
            styles: Vec::new(),
            recolourings: Vec::new(),
            arrives: vec![false; to.marks.len()],
            last: 0.0,
            height: frame.height,
        };
        let mut gone = vec![false; frame.marks.len()];
        let mut slots = vec![usize::MAX; to.marks.len()];
        let pools = pools(&frame.marks, data, to).into_iter();
        for (starts, ends) in pools.filter(|(starts, ends)| remain_themselves(starts, ends)) {
            change.join(frame, before, to, &starts, &ends, &mut gone, &mut slots);
        }
        sort_by_key(&mut change.groups, |a| a.to);
        let mut number = 0;
        for group in &mut change.groups {
            let mark = &to.marks[group.to];
            let own = !matches!(mark.shape, Shape::Instances(_)) && group.ways.len() <= OWN_MARKS;
            if own || group.timings.iter().any(|(timing, _)| timing.style.is_some()) {
                let numbers = number..number + group.ways.len();
                number = numbers.end;
                let piece = |i: usize| MarkId { piece: Piece::Arriving(i as u32), ..mark.id };
                group.ids = numbers.map(piece).collect();
            }
        }
        let stay = frame.marks.iter().zip(&gone).filter(|(_, gone)| !**gone);
        // what leaves stands for nothing that the new scene knows
        change.leaving = stay.map(|(m, _)| Mark { datum: None, ..m.clone() }).collect();
        change.over = gone.iter().position(|gone| *gone).unwrap_or(change.leaving.len());
        change
    }

    /// Joins two lists, each in its order: as many tweens as there are items on the fuller side; on the other side
    /// an item is cut into equal parts.
    #[allow(clippy::too_many_arguments)]
    fn join(
        &mut self,
        frame: &Frame,
        before: Option<(&Frame, f64)>,
        to: &PlacedScene,
        starts: &[Item],
        ends: &[Item],
        gone: &mut [bool],
        slots: &mut [usize],
    ) {
        let (n, m) = (starts.len(), ends.len());
        let count = n.max(m);
        let part = |i: usize, of: usize| part(i, of, count);
        let spots = |marks: &[Mark], items: &[Item]| -> Vec<Spot> {
            let spot = |i: usize| {
                let (group, cut) = part(i, items.len());
                let instance = instance_of(&marks[items[group].mark], &items[group], cut);
                Spot { x: instance.x + instance.w / 2.0, y: instance.y + instance.h / 2.0, number: i as u32 }
            };
            (0..count).map(spot).collect()
        };
        let mut pairs = matching::pairs(&mut spots(&frame.marks, starts), &mut spots(&to.marks, ends));
        // in the order in which they leave, so that those who go alike come one after another
        sort_by_key(&mut pairs, |(a, b)| if n < m { (*a, *b) } else { (*b, *a) });
        let mut earlier = Earlier::new(before);
        for (a, b) in pairs {
            let ((k, begins), (j, arrives_as)) = (part(a as usize, n), part(b as usize, m));
            let (start, end) = (&starts[k], &ends[j]);
            let (source, target) = (&frame.marks[start.mark], &to.marks[end.mark]);
            // the parts of one whole leave and arrive together
            let delay = if n < m { leaves(k, n) } else { leaves(j, m) };
            let styled =
                start.instance.is_none() && !is_plain(source) || end.instance.is_none() && !is_plain(target);
            let style = styled.then(|| {
                // an outline belongs to a whole, not to its parts
                let stroke = source.stroke.filter(|_| start.instance.is_none() && begins.1 == 1);
                let fill = match start.instance {
                    Some(_) => Fill::Solid(instance_of(source, start, begins).paint()),
                    None => source.fill,
                };
                // one source may leave in many parts: each has its own id, for its speed to be found by
                let number = self.styles.len() as u32;
                let id = MarkId { piece: Piece::Leaving(number), ..source.id };
                self.styles.push(Style { id, fill, stroke });
                number
            });
            let (from, to) = (instance_of(source, start, begins), instance_of(target, end, arrives_as));
            let way = [from.x, from.y, to.x, to.y];
            let (from, to) = (Instance { x: 0.0, y: 0.0, ..from }, Instance { x: 0.0, y: 0.0, ..to });
            let timing =
                Timing { velocity: earlier.speed(source, start), delay: delay as f32, style, from, to };
            self.recolour(from.tint, to.tint.role);
            gone[start.mark] = true;
            self.arrives[end.mark] = true;
            // in the precision of the tweens, or the last one would still be on its way at the end
            self.last = self.last.max(f64::from(delay as f32));
            if slots[end.mark] == usize::MAX {
                slots[end.mark] = self.groups.len();
                self.groups.push(TweenGroup {
                    to: end.mark,
                    ways: Vec::new(),
                    timings: Vec::new(),
                    ids: Vec::new(),
                });
            }
            let group = &mut self.groups[slots[end.mark]];
            group.ways.push(way);
            match group.timings.last_mut() {
                Some((last, count)) if *last == timing => *count += 1,
                _ => group.timings.push((timing, 1)),
            }
        }
    }

    fn recolour(&mut self, from: Tint, to: Role) {
        if from != Paint::new(to).tint() && !self.recolourings.contains(&(from, to)) {
            self.recolourings.push((from, to));
        }
    }

    /// All mixes of roles that its frames have, for a palette to work out before.
    pub fn tints(&self) -> impl Iterator<Item = Tint> + '_ {
        let steps = |(from, to): &(Tint, Role)| {
            let (from, to) = (*from, *to);
            (0..STEPS).map(move |step| from.towards(to, step))
        };
        self.recolourings.iter().flat_map(steps)
    }

    /// What stays behind, as it was.
    pub fn leaving(&self) -> &[Mark] {
        &self.leaving
    }

    /// How many items there are.
    pub fn tweens(&self) -> usize {
        self.groups.iter().map(|a| a.ways.len()).sum()
    }

    /// Height of the picture it departs from, CSS px.
    pub fn departs_from(&self) -> f64 {
        self.height
    }

    /// Seconds until the scene is at rest.
    pub fn duration(&self, to: &PlacedScene) -> f64 {
        let last = if self.groups.is_empty() { 0.0 } else { self.last + TRAVEL };
        (ENTER_FROM + to.duration()).max(last).max(FADE_OUT)
    }

    /// The picture at `t`. Every mark is painted at its place in the scene's own order, also one that is on its way. What leaves
    /// lies behind all that, except for what lay over something that travels, as a label on a bar: it fades on top.
    pub fn frame_at(&self, to: &PlacedScene, t: Seconds) -> Frame {
        let mut frame = Frame::empty(to);
        frame.marks.reserve(to.marks.len() + self.leaving.len());
        self.walk(to, t, &mut |mark| frame.marks.push(mark.clone()));
        frame
    }

    /// Hands the marks of the picture at `t` to `see`, back to front.
    pub fn walk(&self, to: &PlacedScene, t: Seconds, see: &mut dyn FnMut(&Mark)) {
        let seconds = t.get().max(0.0);
        let left = 1.0 - (seconds / FADE_OUT).clamp(0.0, 1.0);
        let leave = |marks: &[Mark], see: &mut dyn FnMut(&Mark)| {
            for mark in marks.iter().filter(|_| left > 0.0) {
                if left < 1.0 {
                    see(&faded(mark, left));
                } else {
                    see(mark);
                }
            }
        };
        let (behind, over) = self.leaving.split_at(self.over);
        leave(behind, see);
        let mut groups = self.groups.iter();
        for (mark, arrives) in to.marks.iter().zip(&self.arrives) {
            if *arrives {
                // sorted by the mark they end in
                groups.next().into_iter().for_each(|group| group.walk(mark, seconds, &self.styles, see));
                continue;
            }
            if mark.enter.delay >= 0.0 {
                step(mark, Seconds::new(seconds - ENTER_FROM), see);
                continue;
            }
            // title and key stand from the beginning of a scene; here they come as the old ones go
            let amount = easing::cubic_out((seconds - FADE_OUT) / (ENTER_FROM - FADE_OUT));
            if amount >= 1.0 {
                see(mark);
            } else if amount > 0.0 {
                see(&faded(mark, amount));
            }
        }
        leave(over, see);
    }
}
