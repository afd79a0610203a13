//! What a text calls the highest or the lowest of a series, and whether the series shows it: no other point lies beyond
//! it, and no year is missing of those that are meant.
//!
//! **Invariant**: warns and never refuses, for a source may know more than a series has; a text that says second, one
//! of, in the country is never in the way.

use crate::diagnostic::Both;
use crate::locale::recognition::claims::{claims, Claims};
use crate::locale::{Locale, Text};
use crate::model::figure::{Figure, FigureIx};
use crate::model::template::{split, year, Piece};
use crate::model::{Series, SeriesIx};
use crate::rules::comparison_word::said::{has_any, words_only};
use crate::rules::comparison_word::{order, Order, CODE};
use crate::rules::{texts_by_language, Bench, Place};
use crate::statement::Precision;
use crate::story::Story;

/// A sentence in small letters, with the points of series that it quotes: each with its place in the words.
#[derive(Default)]
struct Sentence {
    words: String,
    points: Vec<(usize, FigureIx)>,
    /// Something else is quoted.
    others: bool,
}

/// The sentences of a text.
fn sentences(story: &Story, text: &str, locale: Locale) -> Vec<Sentence> {
    let mut all = vec![Sentence::default()];
    for piece in split(text) {
        let last = all.last_mut().expect("one at least");
        match piece {
            Piece::Text(words) => {
                // a year may have no stop in it
                for (i, part) in
                    words.to_lowercase().split(['。', '；', '！', '？', ';', '!', '?', '.']).enumerate()
                {
                    if i > 0 {
                        all.push(Sentence::default());
                    }
                    all.last_mut().expect("one at least").words.push_str(part);
                }
            }
            Piece::Reference(id) => {
                let (own, what) = id.rsplit_once('.').unwrap_or((&id, ""));
                let is_period = what == "period";
                let figure = story.find_figure(if is_period { own } else { &id });
                let at = last.words.len();
                match figure.filter(|ix| series_of(story, *ix).is_some()) {
                    Some(ix) => last.points.push((at, ix)),
                    None => last.others |= year(&id).is_none(),
                }
                if is_period || year(&id).is_some() {
                    let one = Text::each(&[locale], |_| format!("{{{id}}}"));
                    last.words.push_str(&story.expand_plain(&one, locale).to_lowercase());
                } else {
                    last.words.push('\u{1}');
                }
            }
        }
    }
    all
}

/// The series in which a figure is a point that may stand on an axis.
fn series_of(story: &Story, ix: FigureIx) -> Option<SeriesIx> {
    let at = story.facts().all_series().iter().position(|series| series.plotted.contains(&ix))?;
    Some(SeriesIx(at))
}

/// Which end of a series is meant.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Most {
    Highest,
    Lowest,
}

/// The word that claims it, and where it stands.
fn claimed(words: &str, claims: &Claims, spaced: bool) -> Option<(Most, usize, &'static str)> {
    let find = |most: Most, list: &[&'static str]| {
        let places = list.iter().flat_map(|word| words.match_indices(*word).map(|(at, _)| (at, *word)));
        let own = places.filter(|(at, word)| words_only(words, *at, word, spaced));
        own.map(|(at, word)| (most, at, word)).max_by_key(|(_, _, word)| word.len())
    };
    let both = [find(Most::Highest, claims.highest), find(Most::Lowest, claims.lowest)];
    match both {
        [Some(one), None] | [None, Some(one)] => Some(one),
        [Some(_), Some(_)] | [None, None] => None,
    }
}

/// The year from which on something is said to be the most.
fn since(words: &str, claims: &Claims, spaced: bool) -> Option<i32> {
    let first = |text: &str| {
        let mut runs = text.split(|c: char| !c.is_ascii_digit()).filter(|run| run.len() == 4);
        runs.next().and_then(|run| run.parse::<i32>().ok())
    };
    let behind = claims.since.iter().find_map(|word| {
        let mut places = words.match_indices(word).filter(|(at, _)| words_only(words, *at, word, spaced));
        let rest: String = words[places.next()?.0 + word.len()..].chars().take(20).collect();
        first(&rest)
    });
    behind.or_else(|| {
        claims.since_behind.iter().find_map(|word| {
            let mut before: Vec<char> = words[..words.find(word)?].chars().rev().take(8).collect();
            before.reverse();
            first(&before.into_iter().collect::<String>())
        })
    })
}

pub(in crate::rules) fn check_texts(bench: &mut Bench) {
    let story = bench.story;
    for (place, locale, text) in texts_by_language(story) {
        for sentence in sentences(story, text, locale) {
            check_sentence(bench, &place, &sentence, locale);
        }
    }
}

fn check_sentence(bench: &mut Bench, place: &Place, sentence: &Sentence, locale: Locale) {
    let (claims, spaced) = (claims(locale), locale.catalogue().spaced);
    let words = claims
        .nouns
        .iter()
        .fold(sentence.words.clone(), |words, noun| words.replace(noun, &"\u{2}".repeat(noun.len())));
    let Some((most, at, word)) = claimed(&words, claims, spaced) else { return };
    let unclear = [claims.not_first, claims.lately, claims.elsewhere];
    if sentence.others || unclear.iter().any(|list| has_any(&words, list, spaced)) {
        return;
    }
    // what stands nearest to the word is what it is said of
    let near = sentence.points.iter().min_by_key(|(place, _)| place.abs_diff(at));
    let Some(ix) = near.map(|(_, ix)| *ix) else { return };
    let story = bench.story;
    let Some(series) = series_of(story, ix).map(|of| story.series(of)) else { return };
    let named = series.label.iter().any(|(_, label)| label.to_lowercase().contains(word));
    let figure = story.figure(ix);
    if named || !figure.status().is_result() {
        return;
    }
    let from = since(&words, claims, spaced);
    let ever = has_any(&words, claims.ever, spaced);
    let hedged = claims.known.iter().any(|known| sentence.words.contains(known));
    let place = place.clone().in_language(locale);
    let beyond = match most {
        Most::Highest => Order::Below,
        Most::Lowest => Order::Above,
    };
    let others = others(story, series, ix, from);
    let other = others.iter().find(|other| order(figure, story.figure(**other)) == Some(beyond));
    if let Some(other) = other {
        return tell_other(bench, place, (ix, *other), word, locale);
    }
    let open = others.iter().find(|other| {
        let other = story.figure(**other);
        order(figure, other) == Some(Order::Open)
            && (is_open(figure) || is_open(other))
            && is_near(figure, other)
    });
    if let Some(other) = open {
        return tell_open(bench, place, (ix, *other), word, locale);
    }
    let short = from.zip(first_year(story, series)).is_some_and(|(from, first)| from < first);
    let gap = story.gaps(series).iter().any(|(_, to)| from.is_none_or(|from| *to >= from));
    if !hedged && (short || gap) {
        tell_gap(bench, place, series, (word, ever || from.is_some()));
    }
}

/// An end of it that nobody states.
fn is_open(figure: &Figure) -> bool {
    figure.opens_up() || figure.opens_down()
}

/// What is more than 3 may be more than 4, and is hardly more than 14.
fn is_near(a: &Figure, b: &Figure) -> bool {
    let ratio = (a.amount() / b.amount()).abs();
    (0.5..=2.0).contains(&ratio)
}

fn first_year(story: &Story, series: &Series) -> Option<i32> {
    series.plotted.iter().filter_map(|ix| story.figure(*ix).period().start).map(|date| date.year).min()
}

/// The other results of a series that are like a point: of one definition, of periods as long, of the years that are
/// meant.
fn others(story: &Story, series: &Series, ix: FigureIx, from: Option<i32>) -> Vec<FigureIx> {
    let own = story.figure(ix);
    let precision = |figure: &Figure| -> Precision { figure.period().precision() };
    let is_like = |other: &&FigureIx| {
        let figure = story.figure(**other);
        let year = figure.period().start.map(|date| date.year);
        **other != ix
            && figure.status().is_result()
            && figure.definition() == own.definition()
            && precision(figure) == precision(own)
            && from.is_none_or(|from| year.is_some_and(|year| year >= from))
    };
    series.plotted.iter().filter(is_like).copied().collect()
}

/// A point with its period, as readers see them.
fn said(bench: &Bench, ix: FigureIx, locale: Locale) -> String {
    let figure = bench.story.figure(ix);
    [figure.period().text.get(locale), ": ", &figure.display(locale)].concat()
}

fn tell_other(bench: &mut Bench, place: Place, pair: (FigureIx, FigureIx), word: &str, locale: Locale) {
    let [own, other] = [pair.0, pair.1].map(|ix| said(bench, ix, locale));
    bench.warn(
        CODE,
        place,
        Both::new(
            format!("说“{word}”的是“{own}”，同一序列里却有“{other}”"),
            format!("\"{own}\" is called \"{word}\", and its series has \"{other}\""),
        ),
        Both::new(
            "改这个词，或引用真正最高（最低）的那一点；只在某些年份里是，就写明从哪一年起",
            "change the word, or quote the point that is; where it is so of some years only, say since which year",
        ),
    );
}

fn tell_open(bench: &mut Bench, place: Place, pair: (FigureIx, FigureIx), word: &str, locale: Locale) {
    let [own, other] = [pair.0, pair.1].map(|ix| said(bench, ix, locale));
    bench.warn(
        CODE,
        place,
        Both::new(
            format!("“{own}”是否“{word}”看不出来：同一序列里还有“{other}”，只给了界限"),
            format!(
                "whether \"{own}\" is \"{word}\" is not known: of \"{other}\" or of it only a bound is given"
            ),
        ),
        Both::new(
            "来源这样说的，写明是谁说的；不然就删去这个词",
            "say who says so where a source does, or take the word out",
        ),
    );
}

fn tell_gap(bench: &mut Bench, place: Place, series: &Series, (word, of_years): (&str, bool)) {
    let (zh, en) = (series.label.zh().to_string(), series.label.en().to_string());
    let (of_zh, of_en) = if of_years {
        ("所说的年份里", "of the years that are meant")
    } else {
        ("其间", "between its points")
    };
    bench.warn(
        CODE,
        place,
        Both::new(
            format!("说是“{word}”，序列“{zh}”却{of_zh}有缺的年份，看不出来"),
            format!("this is called \"{word}\", but the series \"{en}\" lacks years {of_en}, so it does not show it"),
        ),
        Both::new(
            "写明范围，如“有数可查的年份里”；来源这样说的，写明是谁说的",
            "say of which it is, such as \"of the years on record\"; where a source says so, say who",
        ),
    );
}
