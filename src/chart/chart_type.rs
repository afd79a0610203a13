//! What every chart type can be asked, whatever it draws.
//!
//! **Invariant**: no method has a default: a chart that is added answers each of them itself.

use crate::layout::scene_builder::{SceneBuilder, Space};
use crate::locale::message::Message;
use crate::locale::Locale;
use crate::model::figure::FigureIx;
use crate::model::{Facts, ListIx, Seen, SeriesIx};

/// A chart with its parameters.
pub trait ChartType {
    /// Calls `see` for whatever it shows, in drawing order; figures of list items included.
    fn visit(&self, facts: &Facts, see: &mut dyn FnMut(Seen));
    /// What it is called: its own title, else the name of what it shows.
    fn heading(&self, facts: &Facts, locale: Locale) -> String;
    /// The series of which it draws every point, so that missing years are told.
    fn series(&self) -> Option<SeriesIx>;
    /// The narrowest width in CSS px at which it stands well beside another chart; below it the row is stacked.
    fn least_width(&self) -> f64;
    /// The least height in CSS px that it needs at its least width, without its notes.
    fn least_height(&self) -> f64;
    /// Whether it takes the height of its space, as a plot with an axis does; what counts cells is as high as they are.
    fn stretches(&self) -> bool;
    /// Whether it can be the picture of a full-bleed chapter: it draws nothing where the page has its text
    /// (`Space.bleed`).
    fn bleeds(&self) -> bool;
    /// Draws it from the top of a space; returns its height in CSS px.
    fn place(&self, builder: &mut SceneBuilder, space: Space) -> f64;
}

/// Calls `see` for a list and the figures of its items.
pub fn see_list(facts: &Facts, list: ListIx, see: &mut dyn FnMut(Seen)) {
    see(Seen::List(list));
    facts.list(list).items.iter().filter_map(|item| item.figure).for_each(|ix| see(Seen::Figure(ix)));
}

/// Returns the label of a figure.
pub fn label(facts: &Facts, figure: FigureIx, locale: Locale) -> String {
    facts.figure(figure).label().get(locale).to_string()
}

/// Returns the first two of some names.
pub fn several<'n>(names: impl Iterator<Item = &'n str>, locale: Locale) -> String {
    let mut names: Vec<&str> = names.collect();
    names.dedup();
    names.truncate(2);
    names.join(Message::Enumeration.get(locale))
}

/// As `several`, of the labels of figures.
pub fn labels(facts: &Facts, figures: impl Iterator<Item = FigureIx>, locale: Locale) -> String {
    several(figures.map(|ix| facts.figure(ix).label().get(locale)), locale)
}
