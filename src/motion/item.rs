//! Items: the marks that travel from scene to scene, and which of them become which.
//!
//! **Invariant**: a mark travels only where it stands for the same datum in both scenes: tonnes never become people.

use crate::geometry::{sort_by, Rect};
use crate::layout::mark::{Fill, Instance, Mark, MarkId, Paint, Shape};
use crate::layout::{Datum, PlacedScene};
use crate::motion::frame::Frame;
use crate::motion::tween::OWN_MARKS;
use crate::theme::Role;

/// One item at one end of its way: a mark, or one instance of a mark.
#[derive(Clone, Copy, Debug)]
pub struct Item {
    pub mark: usize,
    pub instance: Option<usize>,
    rect: Rect,
}

/// Whether a mark is one of those that travel: filled or outlined rectangles or discs that stand for a datum.
fn travels(mark: &Mark) -> bool {
    mark.datum.is_some()
        && mark.id.part.is_item
        && matches!(mark.shape, Shape::Rect { .. } | Shape::Circle { .. } | Shape::Instances(_))
}

/// Whether a mark looks like an instance: one paint, no outline.
pub fn is_plain(mark: &Mark) -> bool {
    matches!(mark.fill, Fill::Solid(_)) && mark.stroke.is_none()
}

/// The items of each datum of a scene, by its number, in one order across the picture: by columns of 12 px, then downwards.
/// What is cut out of an icon in the role of the surface is no thing of its own.
fn items_of(marks: &[Mark], data: usize) -> Vec<Vec<Item>> {
    let cut_out = |m: &Mark| m.stroke.is_none() && m.fill.paint().is_some_and(|p| p.is(Role::Surface));
    let mut lists = vec![Vec::new(); data];
    for (mark, m) in marks.iter().enumerate().filter(|(_, m)| travels(m) && !cut_out(m)) {
        let Some(list) = m.datum.and_then(|datum| lists.get_mut(datum as usize)) else { continue };
        if let Shape::Instances(instances) = &m.shape {
            let item = |(i, c): (usize, &Instance)| Item { mark, instance: Some(i), rect: c.rect() };
            list.extend(instances.iter().enumerate().map(item));
        } else {
            list.push(Item { mark, instance: None, rect: m.bounds() });
        }
    }
    let column = |p: &Item| (p.rect.center().x / 12.0).round();
    for list in &mut lists {
        sort_by(list, |a, b| {
            column(a).total_cmp(&column(b)).then(a.rect.center().y.total_cmp(&b.rect.center().y))
        });
    }
    lists
}

/// Which items become which: those of a datum that both scenes show, and no others. Pairs of lists that are both not empty.
pub fn pools(from: &[Mark], from_data: &[Datum], to: &PlacedScene) -> Vec<(Vec<Item>, Vec<Item>)> {
    let mut starts = items_of(from, from_data.len());
    let ends = items_of(&to.marks, to.data.len());
    let remains = |datum: &Datum| from_data.iter().position(|before| before.key == datum.key);
    let pool =
        |(datum, ends): (&Datum, Vec<Item>)| Some((std::mem::take(&mut starts[remains(datum)?]), ends));
    let pools = to.data.iter().zip(ends).filter_map(pool);
    pools.filter(|(starts, ends)| !starts.is_empty() && !ends.is_empty()).collect()
}

/// Most square CSS px of a thing that merges or splits: a change of light on a larger area can be a flash (a quarter of
/// 341 × 256 CSS px, WCAG 2.3.1).
const MOST_TO_CUT: f64 = 341.0 * 256.0 / 4.0;

/// Whether so many things can become so many: a few may merge or split before the reader's eyes; of a crowd each has to remain
/// itself. Cut into strips that cross the picture, it would flash (WCAG 2.3.1) and mean nothing.
/// So does a large area, whose pieces would darken what they pass over, one after the other.
pub fn remain_themselves(starts: &[Item], ends: &[Item]) -> bool {
    let small = |item: &Item| item.rect.w * item.rect.h <= MOST_TO_CUT;
    let few = starts.len().max(ends.len()) <= OWN_MARKS;
    starts.len() == ends.len() || few && starts.iter().chain(ends).all(small)
}

/// Of `count` tweens for `of` items: which item the tween with number `i` is of, which of that one's tweens it is, and how many it has.
pub fn part(i: usize, of: usize, count: usize) -> (usize, (usize, usize)) {
    // 64 bits, or the products overflow where a browser counts in 32: 100,000 items to 100,000
    let (i, of, count) = (i as u64, of as u64, count as u64);
    let group = i * of / count;
    let (first, next) = ((group * count).div_ceil(of), ((group + 1) * count).div_ceil(of));
    (group as usize, ((i - first) as usize, (next - first) as usize))
}

/// An item, or one of `count` equal strips of it cut across its longer side, as an instance. A disc is not cut.
pub fn instance_of(mark: &Mark, item: &Item, (index, count): (usize, usize)) -> Instance {
    let whole = match (&mark.shape, item.instance) {
        (Shape::Instances(instances), Some(i)) => instances[i],
        (shape, _) => {
            let radius = match shape {
                Shape::Circle { radius, .. } | Shape::Rect { radius, .. } => *radius,
                _ => 0.0,
            };
            let paint = mark.fill.paint().unwrap_or(Paint::new(Role::Ink).fade(0.0));
            Instance::new(item.rect, radius, paint)
        }
    };
    if count < 2 || whole.is_disc() {
        return whole;
    }
    let (at, each) = (index as f32, count as f32);
    if whole.w >= whole.h {
        Instance { x: whole.x + whole.w * at / each, w: whole.w / each, radius: 0.0, ..whole }
    } else {
        Instance { y: whole.y + whole.h * at / each, h: whole.h / each, radius: 0.0, ..whole }
    }
}

/// Where the items were a moment ago.
pub struct Earlier<'a> {
    frame: Option<(&'a Frame, f64)>,
    /// The mark found last: the instances of one come one after another.
    last: Option<(MarkId, Option<&'a Mark>)>,
}

impl<'a> Earlier<'a> {
    pub fn new(before: Option<(&'a Frame, f64)>) -> Self {
        Earlier { frame: before.filter(|(_, step)| *step > 0.0), last: None }
    }

    /// CSS px a second; 0 for what stood still or was not there.
    pub fn speed(&mut self, mark: &Mark, item: &Item) -> [f32; 2] {
        let Some((frame, step)) = self.frame else { return [0.0; 2] };
        let same = match self.last {
            Some((known, found)) if known == mark.id => found,
            _ => frame.marks.iter().find(|m| m.id == mark.id),
        };
        self.last = Some((mark.id, same));
        let at = |m: &Mark| match (&m.shape, item.instance) {
            (Shape::Instances(instances), Some(i)) => instances.get(i).map(|c| c.rect().center()),
            (_, Some(_)) => None,
            (_, None) => Some(m.bounds().center()),
        };
        match (same.and_then(at), at(mark)) {
            (Some(a), Some(b)) => [((b.x - a.x) / step) as f32, ((b.y - a.y) / step) as f32],
            _ => [0.0; 2],
        }
    }
}
