//! What may not be concluded from a story: one file a rule, each with its code, its reason and its help.
//!
//! **Invariant**: rules see a story whose shape is sound and whose references resolve; they add diagnostics and change
//! nothing.

mod acceptance;
pub(crate) mod bounded_arithmetic;
pub(crate) mod comparison_word;
pub(crate) mod direction_word;
mod inferred;
pub(crate) mod loose_number;
mod mixed_denominator;
pub(crate) mod mixed_unit;
pub(crate) mod name_not_number;
mod not_missing;
mod open_list;
mod overlapping_sum;
mod part_over_whole;
mod qualifier_word;
mod repeated_item;
mod row_scale;
mod series_break;
mod single_growth;
mod target_as_result;
pub(crate) mod unsourced;
mod window;
pub(crate) mod zero_baseline;

use crate::diagnostic::{Both, Diagnostic, Diagnostics, Edit, Located, Severity};
use crate::locale::{Locale, Text};
use crate::model::figure::FigureIx;
use crate::model::{ListIx, SeriesIx};
use crate::story::Story;

/// A chart by its scene, row and column.
pub(crate) type ChartIx = (usize, usize, usize);

/// A part of the typed story, with a member of it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Place {
    Figure(FigureIx, &'static str),
    List(ListIx, &'static str),
    Series(SeriesIx, &'static str),
    /// The member with its index: `items[2].figure`.
    Chart(ChartIx, String),
    Correction(usize, &'static str),
    /// The note of a scene.
    Note(usize),
    /// A text of a scene, by its member.
    Scene(usize, String),
    /// The statement about the sources.
    Notice,
    /// The words at the story's end.
    Closing,
    /// That a scene is full-bleed.
    FullBleed(usize),
    /// The guess of a scene, with a member of it.
    Guess(usize, &'static str),
    /// A name, with a member of it.
    Name(usize, &'static str),
    /// What must not be concluded, by its place in the list.
    Caution(usize),
}

impl Place {
    /// The same of a text in one of its languages.
    fn in_language(self, locale: Locale) -> Place {
        match self {
            Place::Scene(scene, member) => Place::Scene(scene, [&member, ".", locale.code()].concat()),
            place => place,
        }
    }
}

/// Says where in the story's files a part of it stands.
pub(crate) trait Locator {
    fn locate(&self, place: &Place) -> Located;

    /// Returns the edit that puts `to` in place of some words in a text: of those that come after so many equal ones.
    fn replace(&self, place: &Place, words: (&str, usize), to: &str) -> Option<Edit>;

    /// Returns the edit that gives a member of a part its value, whether or not it is written already; none for a row of
    /// a table.
    fn set(&self, place: &Place, value: &str) -> Option<Edit>;
}

/// What a rule sees and where it reports.
pub(crate) struct Bench<'a> {
    pub story: &'a Story,
    locator: &'a dyn Locator,
    diagnostics: &'a mut Diagnostics,
    /// The chart that is looked at.
    chart: ChartIx,
    /// The first error of that chart, told or not: the list of diagnostics ends at its cap, the rules do not.
    first: Option<(Both, Both)>,
    breaks_story: bool,
}

impl Bench<'_> {
    /// Reports what keeps the whole story from being drawn.
    pub fn error(&mut self, code: &'static str, place: Place, message: Both, help: Both) {
        self.breaks_story = true;
        self.report(Severity::Error, code, &place, message, help);
    }

    /// The same, with what puts it right.
    pub fn error_with(&mut self, code: &'static str, place: Place, words: (Both, Both), edit: Option<Edit>) {
        self.breaks_story = true;
        let at = self.locator.locate(&place);
        self.diagnostics.push(Diagnostic::new(Severity::Error, code, at, words.0, words.1).with(edit));
    }

    /// Returns the edit that changes some words of a text; see `Locator`.
    pub fn replace(&self, place: &Place, words: (&str, usize), to: &str) -> Option<Edit> {
        self.locator.replace(place, words, to)
    }

    /// Returns the edit that gives a member its value; see `Locator`.
    pub fn set(&self, place: &Place, value: &str) -> Option<Edit> {
        self.locator.set(place, value)
    }

    /// Reports at a member of the chart that is looked at why it is not drawn.
    pub fn refuse(&mut self, code: &'static str, member: impl Into<String>, message: Both, help: Both) {
        self.first.get_or_insert_with(|| (message.clone(), help.clone()));
        self.report(Severity::Error, code, &Place::Chart(self.chart, member.into()), message, help);
    }

    /// Reports what is drawn all the same.
    pub fn warn(&mut self, code: &'static str, place: Place, message: Both, help: Both) {
        self.report(Severity::Warning, code, &place, message, help);
    }

    fn report(&mut self, severity: Severity, code: &'static str, place: &Place, message: Both, help: Both) {
        let at = self.locator.locate(place);
        self.diagnostics.push(Diagnostic::new(severity, code, at, message, help));
    }

    pub fn all_figures(&self) -> Vec<FigureIx> {
        (0..self.story.figures().len()).map(FigureIx).collect()
    }

    /// A list's name in messages: `label (id)`.
    pub fn list_name(&self, ix: ListIx) -> Both {
        let list = self.story.list(ix);
        Both::new(
            format!("“{}”（{}）", list.label.zh(), list.id),
            format!("\"{}\" ({})", list.label.en(), list.id),
        )
    }

    /// A figure's name in messages: `label (id)`.
    pub fn name(&self, ix: FigureIx) -> Both {
        let f = self.story.figure(ix);
        Both::new(
            format!("“{}”（{}）", f.label().zh(), f.id()),
            format!("\"{}\" ({})", f.label().en(), f.id()),
        )
    }
}

/// What the rules say of a story.
pub(crate) struct Verdict {
    /// The charts that may not be drawn.
    pub refused: Vec<Refusal>,
    /// A figure or a list breaks a rule by itself.
    pub breaks_story: bool,
}

/// A chart that would say more than its sources, and what its first error says.
pub(crate) struct Refusal {
    pub at: ChartIx,
    pub message: Both,
    pub help: Both,
}

/// Runs every rule over a story.
pub(crate) fn run(story: &Story, locator: &dyn Locator, diagnostics: &mut Diagnostics) -> Verdict {
    let mut bench = Bench { story, locator, diagnostics, chart: (0, 0, 0), first: None, breaks_story: false };
    qualifier_word::check_figures(&mut bench);
    target_as_result::check_figures(&mut bench);
    target_as_result::check_future(&mut bench);
    loose_number::label_words::check_figures(&mut bench);
    loose_number::part_year::check_figures(&mut bench);
    target_as_result::check_texts(&mut bench);
    target_as_result::met::check_texts(&mut bench);
    target_as_result::aimed::check_texts(&mut bench);
    direction_word::check_texts(&mut bench);
    direction_word::from_to::check_texts(&mut bench);
    direction_word::two_levels::check_texts(&mut bench);
    direction_word::rates::check_texts(&mut bench);
    direction_word::multiple::check_texts(&mut bench);
    direction_word::fall_names::check_figures(&mut bench);
    comparison_word::check_texts(&mut bench);
    comparison_word::highest::check_texts(&mut bench);
    comparison_word::majority::check_texts(&mut bench);
    loose_number::beside_reference::check_texts(&mut bench);
    loose_number::year_beside::check_texts(&mut bench);
    loose_number::base_beside::check_texts(&mut bench);
    loose_number::round::check_texts(&mut bench);
    mixed_unit::check_figures(&mut bench);
    qualifier_word::check_texts(&mut bench);
    loose_number::amounts::check_texts(&mut bench);
    loose_number::amounts::check_words_of_the_story(&mut bench);
    loose_number::notes::check(&mut bench);
    name_not_number::check_names(&mut bench);
    single_growth::check_figures(&mut bench);
    single_growth::check_series(&mut bench);
    overlapping_sum::check_figures(&mut bench);
    part_over_whole::check_figures(&mut bench);
    mixed_denominator::check_figures(&mut bench);
    window::check_figures(&mut bench);
    inferred::check_figures(&mut bench);
    open_list::check_lists(&mut bench);
    let mut refused = Vec::new();
    for at @ (s, r, c) in charts(story) {
        let chart = &story.scenes()[s].rows[r][c].chart;
        bench.chart = at;
        acceptance::check(&mut bench, chart);
        series_break::check(&mut bench, chart);
        single_growth::check(&mut bench, chart);
        mixed_denominator::check(&mut bench, chart);
        loose_number::chart_names::check(&mut bench, chart);
        repeated_item::check(&mut bench, chart);
        loose_number::said_twice::check(&mut bench, chart);
        loose_number::sides::check(&mut bench, chart);
        target_as_result::check_chart(&mut bench, chart);
        row_scale::check(&mut bench);
        not_missing::check(&mut bench, chart);
        loose_number::amounts::check_scale(&mut bench, chart);
        if let Some((message, help)) = bench.first.take() {
            refused.push(Refusal { at, message, help });
        }
    }
    Verdict { refused, breaks_story: bench.breaks_story }
}

/// The texts that quote figures, each with its place.
fn texts(story: &Story) -> Vec<(Place, &Text)> {
    let mut all = Vec::new();
    for (s, scene) in story.scenes().iter().enumerate() {
        all.push((Place::Scene(s, "title".into()), &scene.title));
        all.push((Place::Scene(s, "subtitle".into()), &scene.subtitle));
        all.extend(scene.note.iter().map(|note| (Place::Scene(s, "note".into()), note)));
        let sentence = |(i, text)| (Place::Scene(s, format!("narration[{i}]")), text);
        all.extend(scene.narration.iter().enumerate().map(sentence));
    }
    all
}

/// The same in each of the story's languages.
fn texts_by_language(story: &Story) -> Vec<(Place, Locale, &str)> {
    let mut all = Vec::new();
    for (place, text) in texts(story) {
        let own = story.languages().iter().filter_map(|locale| text.iter().find(|(own, _)| own == locale));
        all.extend(own.map(|(locale, words)| (place.clone(), locale, words)));
    }
    all
}

fn charts(story: &Story) -> Vec<ChartIx> {
    let mut all = Vec::new();
    for (s, scene) in story.scenes().iter().enumerate() {
        for (r, row) in scene.rows.iter().enumerate() {
            all.extend((0..row.len()).map(|c| (s, r, c)));
        }
    }
    all
}
