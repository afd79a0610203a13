//! What a series lacks: the years without a point, those that nobody has published, and those of another definition.
//!
//! **Invariant**: counts what is missing and fills nothing in.

use crate::model::figure::{Figure, Value};
use crate::model::{Facts, Series};

impl Facts {
    /// Years of a series for which it has no point.
    pub fn missing_years(&self, series: &Series) -> usize {
        self.gaps(series).iter().map(|(from, to)| (to - from + 1) as usize).sum()
    }

    /// The points of a series for which its file has a period and no number: nobody has published it.
    pub fn unpublished<'s>(&'s self, series: &'s Series) -> impl Iterator<Item = &'s Figure> {
        let all = series.points.iter().map(|ix| self.figure(*ix));
        all.filter(|figure| figure.value() == Value::Missing && figure.period().start.is_some())
    }

    /// Whether a series has a number of another definition for a year of a gap: then nothing is missing but one of its own.
    pub fn has_other_definition(&self, series: &Series, (from, to): (i32, i32)) -> bool {
        let others =
            series.points.iter().filter(|ix| !series.plotted.contains(ix)).map(|ix| self.figure(*ix));
        // a point beside the drawn ones may have its year in its id alone: population@2019-registered
        let named = |figure: &Figure| figure.id().split_once('@')?.1.get(..4)?.parse().ok();
        let year = |figure: &Figure| {
            figure.period().start.or(figure.period().end).map(|date| date.year).or_else(|| named(figure))
        };
        let is_number = |figure: &Figure| figure.value() != Value::Missing;
        { others }.any(|figure| is_number(figure) && year(figure).is_some_and(|y| (from..=to).contains(&y)))
    }

    /// The runs of years without a point of a series, from the first to the last that its file names: first and last year of each.
    pub fn gaps(&self, series: &Series) -> Vec<(i32, i32)> {
        let mut years: Vec<i32> =
            series.plotted.iter().filter_map(|ix| self.figure(*ix).period().start.map(|d| d.year)).collect();
        crate::geometry::sort_by_key(&mut years, |year| *year);
        let between = years.windows(2).filter(|w| w[1] - w[0] > 1).map(|w| (w[0] + 1, w[1] - 1));
        let (Some(first), Some(last)) = (years.first().copied(), years.last().copied()) else {
            return Vec::new();
        };
        let named = || self.unpublished(series).filter_map(|figure| figure.period().start.map(|d| d.year));
        let before = named().min().filter(|year| *year < first).map(|year| (year, first - 1));
        let behind = named().max().filter(|year| *year > last).map(|year| (last + 1, year));
        before.into_iter().chain(between).chain(behind).collect()
    }
}
