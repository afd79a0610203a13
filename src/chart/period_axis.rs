//! An axis of periods: a place for each year, quarter or month from the first to the last, with their names below it.
//!
//! Figures with dated periods come in; places and words go out.
//!
//! **Invariant**: every place is as wide as any other, and a period that nothing was published for has its place too; a
//! name is that of its place and lies on no other. The year under or before a named quarter or month is its own.

use crate::chart::acceptance::{Reason, Refusal, Slot};
use crate::chart::plot::Axis;
use crate::geometry::Point;
use crate::layout::mark::Anchor;
use crate::layout::scene_builder::SceneBuilder;
use crate::locale::date::Part;
use crate::model::figure::{Figure, Period};
use crate::model::{Facts, Series};
use crate::statement::Precision;
use crate::text::Font;
use crate::theme::Role;

const FONT: Font = Font::sans(13.0);
/// Between two names, CSS px.
const GAP: f64 = 8.0;

/// Takes what has a place on such an axis.
pub fn year_quarter_or_month(precision: Precision) -> Result<(), Reason> {
    match precision {
        Precision::Year | Precision::Quarter | Precision::Month => Ok(()),
        Precision::Day | Precision::Months | Precision::Years | Precision::Named => {
            Err(Reason::Precision(precision))
        }
    }
}

/// Returns the number of a period among those of its length: years, or quarters or months since the year 0.
pub fn number(period: &Period) -> Option<i32> {
    let date = period.start.or(period.end)?;
    match date.part {
        Part::Year => Some(date.year),
        Part::Quarter(quarter) => Some(date.year * 4 + i32::from(quarter) - 1),
        Part::Month(month) => Some(date.year * 12 + i32::from(month) - 1),
        Part::Day(..) => None,
    }
}

/// Returns the refusals of what is not as long as the first: months have no place among years.
pub fn one_length(facts: &Facts, slots: &[Slot]) -> Vec<Refusal> {
    let Some((first, rest)) = slots.split_first() else { return Vec::new() };
    let length = |slot: &Slot| facts.figure(slot.figure).period().precision();
    let other = |slot: &&Slot| length(slot) != length(first);
    rest.iter().filter(other).map(|slot| Refusal::of(slot, Reason::UnlikePeriods(first.figure))).collect()
}

/// Whether a line may join two figures: neighbouring periods of one length, one definition and one publisher family.
pub fn joined(facts: &Facts, a: &Figure, b: &Figure) -> bool {
    let family = |f: &Figure| facts.source(f.source().source).family().to_string();
    let neighbours = matches!((number(a.period()), number(b.period())), (Some(x), Some(y)) if y == x + 1);
    let alike = a.period().precision() == b.period().precision() && a.definition() == b.definition();
    neighbours && alike && family(a) == family(b)
}

/// The places from the first period to the last.
pub struct Periods {
    precision: Precision,
    first: i32,
    last: i32,
}

impl Periods {
    /// Returns the places that some figures need; nothing where none of them is dated.
    pub fn of(figures: &[&Figure]) -> Option<Periods> {
        let numbers = || figures.iter().filter_map(|figure| number(figure.period()));
        let precision = figures.iter().find(|f| number(f.period()).is_some())?.period().precision();
        Some(Periods { precision, first: numbers().min()?, last: numbers().max()? })
    }

    /// The same with those at which nothing was published of a series, before the first or behind the last.
    pub fn with_unpublished(mut self, facts: &Facts, series: &Series) -> Periods {
        let alike = |figure: &&Figure| figure.period().precision() == self.precision;
        let numbers: Vec<i32> =
            facts.unpublished(series).filter(alike).filter_map(|f| number(f.period())).collect();
        self.first = numbers.iter().copied().fold(self.first, i32::min);
        self.last = numbers.iter().copied().fold(self.last, i32::max);
        self
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        (self.last - self.first + 1).max(1) as usize
    }

    /// Their numbers.
    pub fn all(&self) -> std::ops::RangeInclusive<i32> {
        self.first..=self.last
    }

    /// The axis on which each has room.
    pub fn axis(&self) -> Axis {
        Axis::years(self.first, self.last)
    }

    /// Periods of a year.
    fn in_a_year(&self) -> i32 {
        match self.precision {
            Precision::Quarter => 4,
            Precision::Month => 12,
            _ => 1,
        }
    }

    fn year(&self, number: i32) -> i32 {
        number.div_euclid(self.in_a_year())
    }

    /// What a place is called within its year.
    fn name(&self, number: i32, builder: &SceneBuilder) -> String {
        let within = number.rem_euclid(self.in_a_year()) as u8 + 1;
        let short = builder.locale.catalogue().within_year;
        match self.precision {
            Precision::Quarter => short(Part::Quarter(within)),
            Precision::Month => short(Part::Month(within)),
            _ => number.to_string(),
        }
    }

    /// Writes the names below `top`, `x` being the middle of a place: as many as fit, in even steps, and below
    /// quarters and months their years. Returns the height.
    pub fn names(&self, builder: &mut SceneBuilder, x: &dyn Fn(i32) -> f64, top: f64) -> f64 {
        let pitch = x(self.first + 1) - x(self.first);
        let width = |name: String| builder.measure.width(&name, FONT) + GAP;
        let wide = self.all().map(|number| width(self.name(number, builder))).fold(0.0, f64::max);
        let year = self.all().map(|number| width(self.year(number).to_string())).fold(0.0, f64::max);
        let named = self.named(pitch, (wide, year));
        let years = self.named_years(&named, pitch, year);
        let mut height = 0.0;
        if !named.is_empty() {
            named.iter().for_each(|number| write(builder, x(*number), top, &self.name(*number, builder)));
            height += 22.0;
        }
        if self.in_a_year() > 1 {
            years.iter().for_each(|n| write(builder, x(*n), top + height, &self.year(*n).to_string()));
            height += 20.0;
        }
        height
    }

    /// The places whose names are written, where a name needs a width of `wide` and that of a year `year`; none where
    /// the years alone take all the room. A quarter without its year would be read as one of the year before, so no
    /// place of a year is named that has no room for its own name.
    fn named(&self, pitch: f64, (wide, year): (f64, f64)) -> Vec<i32> {
        let in_a_year = self.in_a_year();
        let steps: &[i32] = match self.precision {
            Precision::Month => &[1, 2, 3, 6, 12],
            Precision::Quarter => &[1, 2, 4],
            _ => &[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000],
        };
        let has_years = in_a_year == 1 || f64::from(in_a_year) * pitch >= year || self.of_one_year();
        let fits = |step: &i32| f64::from(*step) * pitch >= wide;
        let Some(step) = steps.iter().copied().find(fits).filter(|_| has_years) else { return Vec::new() };
        let mut named: Vec<i32> = self.all().filter(|number| number.rem_euclid(step) == 0).collect();
        if let (Some(first), true) = (named.first().copied(), in_a_year > 1) {
            let next = named.iter().copied().find(|n| self.year(*n) != self.year(first));
            if next.is_some_and(|next| f64::from(next - first) * pitch < year) {
                named.retain(|n| self.year(*n) != self.year(first));
            }
        }
        named
    }

    fn of_one_year(&self) -> bool {
        self.year(self.first) == self.year(self.last)
    }

    /// The places at which years are written: the first named one of each, or where none is named the first of each
    /// year, in even steps.
    fn named_years(&self, named: &[i32], pitch: f64, year: f64) -> Vec<i32> {
        let first_of = |all: &mut dyn Iterator<Item = i32>| {
            let mut firsts: Vec<i32> = Vec::new();
            all.for_each(|n| {
                if firsts.last().is_none_or(|last| self.year(*last) != self.year(n)) {
                    firsts.push(n);
                }
            });
            firsts
        };
        if !named.is_empty() {
            return first_of(&mut named.iter().copied());
        }
        let firsts = first_of(&mut self.all());
        let room = |step: i32| f64::from(step * self.in_a_year()) * pitch >= year;
        let step = [1, 2, 5, 10, 20, 50, 100].into_iter().find(|step| room(*step)).unwrap_or(200);
        let even: Vec<i32> = firsts.iter().copied().filter(|n| self.year(*n).rem_euclid(step) == 0).collect();
        match even[..] {
            [] => firsts.into_iter().take(1).collect(),
            [first, second, ..] if f64::from(second - first) * pitch < year => even[1..].to_vec(),
            _ => even,
        }
    }
}

fn write(builder: &mut SceneBuilder, x: f64, top: f64, text: &str) {
    let muted = builder.paint(Role::Muted);
    builder.text(Point::new(x, top + 16.0), text, FONT, muted, Anchor::Middle);
}
