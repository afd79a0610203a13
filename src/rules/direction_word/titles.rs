//! `direction-word`, of titles without a number: "Everything grew" above falls only, "Jobs are falling" above a
//! series that rises all the time.
//!
//! **Invariant**: warns; only a title of one clause that names what is drawn is read, and only where every number
//! below it goes the other way for sure. What is said of a rate, is denied, or goes both ways is never in the way.

use crate::chart::Chart;
use crate::diagnostic::Both;
use crate::locale::recognition::sayings::{sayings, Sayings};
use crate::locale::Locale;
use crate::model::figure::{Figure, FigureIx};
use crate::model::{Seen, Series};
use crate::rules::comparison_word::said::{has_any, names_it, words_only};
use crate::rules::comparison_word::titles::only_series;
use crate::rules::comparison_word::{order, Order};
use crate::rules::direction_word::{way_of, Way, CODE};
use crate::statement::Bound;
use crate::story::Story;

/// What is wrong with a title above some charts; nothing where it cannot be told.
pub(crate) fn check(
    story: &Story,
    text: &str,
    locale: Locale,
    charts: &[&Chart],
) -> Option<(Both, Both, &'static str)> {
    let spaced = locale.catalogue().spaced;
    let (way, word) = way_said(text, sayings(locale), spaced)?;
    let seen = story.shown(charts.iter().copied());
    let figures: Vec<FigureIx> = seen
        .iter()
        .map(|seen| match seen {
            Seen::Figure(ix) => Some(*ix),
            _ => None,
        })
        .collect::<Option<_>>()?;
    let is_all = has_any(&text.to_lowercase(), sayings(locale).everything, spaced);
    let is_named = |label: &str| is_all || names_it(text, label, spaced);
    let named = |ix: &FigureIx| is_named(story.figure(*ix).label().get(locale));
    let said = |ix: FigureIx| {
        let figure = story.figure(ix);
        [figure.period().text.get(locale), ": ", &figure.display(locale)].concat()
    };
    let series = only_series(story, charts);
    let names_series = series.is_some_and(|series| is_named(series.label.get(locale)));
    if !names_series && !figures.iter().any(named) {
        return None;
    }
    let opposite = |ix: &FigureIx| certain_way(story.figure(*ix)).is_some_and(|own| own != way);
    let shown = match series.filter(|_| names_series).and_then(|series| other_way(story, series, way)) {
        Some((first, last)) => [said(first), said(last)].join(" … "),
        None if !figures.is_empty() && figures.iter().all(opposite) => said(figures[0]),
        None => return None,
    };
    let (zh, en) = match way {
        Way::Rise => ("下降", "falls"),
        Way::Fall => ("上升", "rises"),
    };
    Some((
        Both::new(
            format!("标题说“{word}”，图上的数却都是{zh}（{shown}）"),
            format!("this title says \"{word}\", and every number below it {en} ({shown})"),
        ),
        Both::new(
            "改标题里升降的词；说的是增速的快慢，就写明是增速；数值不用改",
            "change the word of the direction; where a rate is meant that became smaller or larger, call it a rate; no \
             number changes",
        ),
        CODE,
    ))
}

/// The one way that a title says, and the word that does.
fn way_said(text: &str, words: &'static Sayings, spaced: bool) -> Option<(Way, &'static str)> {
    let lower = text.to_lowercase();
    let unclear = [words.unclear, words.rates].iter().any(|list| has_any(&lower, list, spaced));
    let stops = |c: char| "{}?？，。；、：！,.;:!()（）—–".contains(c);
    if lower.contains(stops) || unclear {
        return None;
    }
    let find = |list: &'static [&'static str], rises: bool| {
        list.iter().copied().find(|word| match spaced {
            // a capital may be a name: Niagara Falls
            true => text.match_indices(*word).any(|(at, _)| {
                let behind = text[at + word.len()..].trim_start();
                let follows =
                    behind.is_empty() || words.beside_verb.iter().any(|own| begins_with(behind, own));
                at > 0 && follows && words_only(text, at, word, true)
            }),
            false => {
                let own = text.strip_suffix('了').unwrap_or(text);
                let Some(before) = own.strip_suffix(*word) else { return false };
                let is_said =
                    own.len() < text.len() || words.beside_verb.iter().any(|own| before.ends_with(own));
                !rises || is_said
            }
        })
    };
    match (find(words.went_up, true), find(words.went_down, false)) {
        (Some(word), None) => Some((Way::Rise, word)),
        (None, Some(word)) => Some((Way::Fall, word)),
        (Some(_), Some(_)) | (None, None) => None,
    }
}

fn begins_with(text: &str, word: &str) -> bool {
    text.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
}

/// Which way a change went, whatever its true number is.
pub(super) fn certain_way(figure: &Figure) -> Option<Way> {
    let may_be_none = matches!(figure.bound(), Bound::LessThan | Bound::UpTo) || figure.is_class();
    way_of(figure).filter(|_| !may_be_none)
}

/// The first and the last point of a series of amounts that has no step the said way.
fn other_way(story: &Story, series: &Series, said: Way) -> Option<(FigureIx, FigureIx)> {
    let points = &series.plotted;
    let (first, last) = (*points.first()?, *points.last()?);
    let wrong = match said {
        Way::Rise => Order::Above,
        Way::Fall => Order::Below,
    };
    let is_sound = |ix: &FigureIx| {
        let figure = story.figure(*ix);
        figure.status().is_result() && figure.definition() == story.figure(first).definition()
    };
    let steps = |pair: &[FigureIx]| order(story.figure(pair[0]), story.figure(pair[1]));
    let goes = points.windows(2).all(|pair| matches!(steps(pair), Some(found) if found == wrong));
    let sound = !series.measure.is_change() && points.len() > 1 && points.iter().all(is_sound);
    (sound && goes).then_some((first, last))
}
