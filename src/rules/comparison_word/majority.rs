//! `comparison-word`, of a half: "a majority are women" beside a share below 50 %.
//!
//! **Invariant**: only a clause that names the share is read, with the one share that its text quotes or its chapter
//! draws; what is denied or nearly so is never in the way.

use crate::diagnostic::Both;
use crate::locale::recognition::sayings::sayings;
use crate::locale::Locale;
use crate::model::figure::{Figure, FigureIx};
use crate::model::Seen;
use crate::rules::comparison_word::said::{flat, has_any, names_it};
use crate::rules::comparison_word::{ends, CODE};
use crate::rules::{texts_by_language, Bench, Place};
use crate::statement::Measure;
use crate::story::Story;

/// Percent that are below a half even where they are rounded.
const FAR: f64 = 40.0;

/// Whether it is a share below a half, whatever its true number is.
fn is_below_half(figure: &Figure) -> bool {
    let is_share = figure.measure() == Measure::Share && figure.unit().is_percent();
    let high = ends(figure).and_then(|(_, high)| high);
    let is_below = match figure.is_soft() {
        // about a third is no half either
        true => figure.amount() < FAR,
        false => high.is_some_and(|(high, _)| high < 50.0),
    };
    is_share && figure.status().is_result() && is_below
}

/// The only share that a chapter draws; nothing where it draws a series or a list, which may have others.
fn only_drawn(story: &Story, place: &Place) -> Option<FigureIx> {
    let Place::Scene(scene, _) = place else { return None };
    let shown = story.shown(story.scenes().get(*scene)?.charts());
    let figures: Option<Vec<FigureIx>> = shown
        .iter()
        .map(|seen| match seen {
            Seen::Figure(ix) => Some(*ix),
            _ => None,
        })
        .collect();
    let mut shares = figures?.into_iter().filter(|ix| story.figure(*ix).measure() == Measure::Share);
    shares.next().filter(|_| shares.next().is_none())
}

pub(in crate::rules) fn check_texts(bench: &mut Bench) {
    let story = bench.story;
    for (place, locale, text) in texts_by_language(story) {
        let flat = flat(story, text, locale);
        let ix = match flat.figures[..] {
            [] => only_drawn(story, &place),
            [ix] => Some(ix),
            _ => None,
        };
        let Some(ix) = ix.filter(|ix| is_below_half(story.figure(*ix))) else { continue };
        let words = flat.between.join("\u{1}");
        let label = story.figure(ix).label().get(locale);
        if let Some(word) = claimed(&words, label, locale) {
            tell(bench, place.clone().in_language(locale), ix, word, locale);
        }
    }
}

/// The word of a clause that says of something that it is more than a half.
fn claimed(words: &str, label: &str, locale: Locale) -> Option<&'static str> {
    let (sayings, spaced) = (sayings(locale), locale.catalogue().spaced);
    let clauses = words.split(|c: char| "，。；：！？,.;:!?()（）—–\u{1}".contains(c));
    let own = clauses
        .filter(|clause| names_it(clause, label, spaced) && !has_any(clause, sayings.not_half, spaced));
    let mut said = own
        .filter_map(|clause| sayings.majority.iter().copied().find(|word| has_any(clause, &[word], spaced)));
    said.next()
}

fn tell(bench: &mut Bench, place: Place, ix: FigureIx, word: &str, locale: Locale) {
    let (shown, name) = (bench.story.figure(ix).display(locale), bench.name(ix));
    bench.error(
        CODE,
        place,
        Both::new(
            format!("这里说“{word}”，{}却是“{shown}”，不到一半", name.zh()),
            format!("this says \"{word}\", and {} is \"{shown}\", less than half", name.en()),
        ),
        Both::new(
            "改成“不到一半”一类的说法，或只引用这个数；数值不用改",
            "say \"less than half\", or quote the number alone; no number changes",
        ),
    );
}
