//! "Rose from {a} to {b}", "slowed to {b} from {a}": the later figure lies on the side that the word says.
//!
//! **Invariant**: only two exact numbers of one unit, and a clause with words of one direction, are compared. That a rate
//! slowed says that it became smaller only where both are above zero and no fall is spoken of.

use crate::diagnostic::Both;
use crate::locale::recognition::claims::claims;
use crate::locale::Locale;
use crate::model::figure::{Figure, FigureIx};
use crate::model::template::{split, Piece};
use crate::rules::direction_word::{is_word, Way, CODE};
use crate::rules::{texts_by_language, Bench};
use crate::statement::{Bound, Measure};

pub(in crate::rules) fn check_texts(bench: &mut Bench) {
    let story = bench.story;
    for (place, locale, text) in texts_by_language(story) {
        let pieces = split(text);
        for four in pieces.windows(4) {
            let [Piece::Text(before), Piece::Reference(first), Piece::Text(between), Piece::Reference(second)] =
                four
            else {
                continue;
            };
            let Some((first, second)) = story.find_figure(first).zip(story.find_figure(second)) else {
                continue;
            };
            let of_rates = [first, second].iter().all(|ix| may_slow(story.figure(*ix)));
            let sentence = Sentence { before, between, of_rates, locale };
            let (said, (a, b)) = match (sentence.way_between(), sentence.to_from()) {
                (Some(said), _) => (said, (first, second)),
                (None, Some(said)) => (said, (second, first)),
                (None, None) => continue,
            };
            let Some(went) = went(story.figure(a), story.figure(b)).filter(|went| *went != said) else {
                continue;
            };
            tell(bench, place.clone().in_language(locale), (a, b), went, locale);
        }
    }
}

pub(super) fn tell(
    bench: &mut Bench,
    place: crate::rules::Place,
    (a, b): (FigureIx, FigureIx),
    went: Way,
    locale: Locale,
) {
    let [from, to] = [a, b].map(|ix| bench.story.figure(ix).display(locale));
    let (zh, en) = if went == Way::Rise { ("升", "rise") } else { ("降", "fall") };
    bench.error(
        CODE,
        place,
        Both::new(
            format!("这句话的升降说反了：从“{from}”到“{to}”是{zh}"),
            format!("this sentence goes the wrong way: from \"{from}\" to \"{to}\" is a {en}"),
        ),
        Both::new(
            "改升降的词，或调换两个引用",
            "change the word of the direction, or swap the two references",
        ),
    );
}

/// The words before the first of two references and between them.
struct Sentence<'t> {
    before: &'t str,
    between: &'t str,
    /// Both numbers are rates, of which words such as "slowed" tell a direction.
    of_rates: bool,
    locale: Locale,
}

impl Sentence<'_> {
    /// Which way something went from the first number to the second: rose from {a} to {b}; 比上年的{a}放缓，为{b}.
    fn way_between(&self) -> Option<Way> {
        let directions = &self.locale.catalogue().directions;
        let (before, between) = (self.before.to_lowercase(), self.between.to_lowercase());
        let before = before.trim_end().trim_end_matches('的');
        let than = claims(self.locale).earlier.iter().find_map(|earlier| {
            let before = before.strip_suffix(earlier)?.trim_end();
            directions.from.iter().chain(["比", "较"].iter()).find_map(|from| before.strip_suffix(from))
        });
        let before = than.or_else(|| directions.from.iter().find_map(|from| before.strip_suffix(from)))?;
        let middle = directions.to.iter().find_map(|to| between.trim().strip_suffix(to))?;
        self.way(middle).or_else(|| self.way(clause(before)).filter(|_| middle.trim().is_empty()))
    }

    /// Which way something went from the second number to the first: rose to {b}, up from {a}; 增至{b}，上年为{a}.
    fn to_from(&self) -> Option<Way> {
        let directions = &self.locale.catalogue().directions;
        let (before, between) = (self.before.to_lowercase(), self.between.to_lowercase());
        let before = directions.to.iter().find_map(|to| before.trim_end().strip_suffix(to))?;
        let between = between.trim();
        let older = match self.locale.catalogue().spaced {
            true => directions.from.iter().find_map(|from| between.strip_suffix(from)),
            false => between.strip_prefix('，').filter(|words| {
                let is_earlier = claims(self.locale).earlier.iter().any(|word| words.contains(word));
                is_earlier && words.chars().count() <= 10 && words.ends_with(['为', '是', '的'])
            }),
        }?;
        let few = older.split_whitespace().count() <= 2 && !older.contains(['.', ';', '(']);
        // "up from" says it again; where the two disagree no reading is certain
        let says = [self.way(clause(before)), self.way(older)];
        match says {
            [Some(way), None] | [None, Some(way)] => Some(way),
            [Some(a), Some(b)] if a == b => Some(a),
            _ => None,
        }
        .filter(|_| few)
    }

    /// The one direction that some words have.
    fn way(&self, words: &str) -> Option<Way> {
        let (catalogue, claims) = (self.locale.catalogue(), claims(self.locale));
        let without = |words: String, name: &&str| words.replace(name, " ");
        let words = claims.rate_names.iter().fold(words.to_string(), without);
        let has = |list: &[&str]| match catalogue.spaced {
            true => {
                let mut own = words.split(|c: char| !c.is_alphabetic());
                own.any(|own| list.iter().any(|word| is_word(own, word, true)))
            }
            false => list.iter().any(|word| words.contains(word)),
        };
        // a decline that slowed is smaller, and one that widened larger: neither word says which way a number went
        if self.names_fall() && (has(claims.slows) || has(claims.quickens)) {
            return None;
        }
        let speeds = |list: &[&str]| self.of_rates && has(list);
        let rises = has(catalogue.directions.rises) || speeds(claims.quickens);
        let falls = has(catalogue.directions.falls) || speeds(claims.slows);
        match (rises, falls) {
            (true, false) => Some(Way::Rise),
            (false, true) => Some(Way::Fall),
            (true, true) | (false, false) => None,
        }
    }

    /// Whether the sentence is of the size of a fall: the decline slowed, 降幅收窄.
    fn names_fall(&self) -> bool {
        let before = self.before.to_lowercase();
        claims(self.locale).fall_names.iter().any(|word| before.contains(word))
    }
}

/// The last clause of some words.
fn clause(words: &str) -> &str {
    words.rsplit(|c: char| "，。；、：！？,.;:!?()—–".contains(c)).next().unwrap_or("")
}

/// Whether it is a rate above zero: "slowed" is a smaller one.
fn may_slow(figure: &Figure) -> bool {
    let is_rate = match figure.measure() {
        Measure::Growth | Measure::Change | Measure::Points | Measure::Share | Measure::Rate => true,
        Measure::Level | Measure::Flow | Measure::Count | Measure::Multiple => false,
        Measure::Ratio | Measure::Rank | Measure::Index | Measure::Date => false,
    };
    is_rate && figure.ends().is_some_and(|(low, _)| low >= 0.0)
}

/// Which way it went, where that is certain.
pub(super) fn went(a: &Figure, b: &Figure) -> Option<Way> {
    let is_exact = |figure: &Figure| figure.bound() == Bound::Exact && !figure.is_class();
    let comparable = a.unit().id == b.unit().id && a.measure() == b.measure() && is_exact(a) && is_exact(b);
    // who climbs from 19th to 11th has the smaller number
    let first_is_best = a.measure() == Measure::Rank;
    let ((a, _), (b, _)) = a.ends().zip(b.ends()).filter(|_| comparable)?;
    let (a, b) = if first_is_best { (b, a) } else { (a, b) };
    match a.partial_cmp(&b)? {
        std::cmp::Ordering::Less => Some(Way::Rise),
        std::cmp::Ordering::Greater => Some(Way::Fall),
        std::cmp::Ordering::Equal => None,
    }
}
