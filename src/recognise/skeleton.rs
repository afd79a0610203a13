//! A candidate as the beginning of a figure of a story: what the sentence says, in the members of the format.
//!
//! In: a candidate. Out: value, unit, measure, bound, printed word, format, period and base, each only where it is known. Label and source
//! are the editor's.
//!
//! **Invariant**: the digits are those that the text prints; a fall has a value below zero, as figures have it.

use super::amount::{Amount, Plain};
use super::draft::Direction;
use super::period::{Period, Stamp};
use super::Candidate;
use crate::locale::date::{Date, Part};
use crate::locale::number::{Format, UnitForms};
use crate::locale::recognition::year_names;
use crate::locale::Locale;
use crate::statement::{Bound, Measure, Status};
use serde::Serialize;
use serde_json::value::RawValue;
use std::collections::BTreeMap;

/// Words by the code of their language.
pub type Words = BTreeMap<&'static str, String>;

/// The members of a figure that a sentence gives.
#[derive(Debug, Serialize)]
pub struct Skeleton {
    /// A number or `[low, high]`; a quarter is 25 with the unit percent. A third and ratios are no values of the format.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Box<RawValue>>,
    /// The id of a built-in unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub measure: Option<Measure>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bound: Option<Bound>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub printed: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub format: Option<Format>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<Words>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base: Option<Words>,
}

impl Skeleton {
    /// Makes the skeleton of a candidate of a text in this language.
    pub fn of(candidate: &Candidate, language: Locale) -> Skeleton {
        let catalogue = language.catalogue();
        let falls = candidate.direction == Some(Direction::Fall);
        let is = |forms: &[&str]| forms.contains(&candidate.unit.as_str());
        let percent = Some("percent").filter(|_| matches!(candidate.amount, Amount::Fraction(..)));
        let unit = UnitForms::IDS.into_iter().find(|id| catalogue.units.get(id).is_some_and(is));
        let power = |places: usize| catalogue.powers.iter().find(|power| power.places as usize == places);
        let is_range = matches!(candidate.amount, Amount::Range(..));
        // a range is between its ends and has no other bound
        let bound = Some(candidate.bound).filter(|bound| *bound != Bound::Exact && !is_range);
        // halved is half as much, which is no part of a whole
        let value = value(&candidate.amount, falls)
            .filter(|_| percent.is_none() || candidate.measure != Some(Measure::Multiple));
        let word = bound.and(Some(candidate.bound_words.clone())).filter(|words| !words.is_empty());
        Skeleton {
            unit: unit.or(percent.filter(|_| value.is_some())),
            value,
            measure: candidate.measure,
            status: candidate.status,
            bound,
            printed: in_words(candidate, language).or(word),
            format: power(candidate.power).map(|power| power.format),
            period: match (candidate.period, candidate.spoken.clone()) {
                (Some(period), Some(spoken)) => Some(named(period, language, spoken)),
                (Some(period), None) => Some(words(period, language, true)),
                (None, spoken) => spoken.map(|spoken| Words::from([(language.code(), spoken)])),
            },
            base: match (candidate.base, candidate.base_words.clone()) {
                (Some(base), _) => Some(words(base, language, false)),
                (None, said) => said.map(|said| Words::from([(language.code(), said)])),
            },
        }
    }
}

/// A part of a whole as a Chinese text has it in words, with the word of its bound: 六成, 不少于六成, 四分之一.
fn in_words(candidate: &Candidate, language: Locale) -> Option<String> {
    let is_part = candidate.unit == "%" || matches!(candidate.amount, Amount::Fraction(..));
    let has_digits = candidate.printed.chars().any(char::is_numeric);
    if language != Locale::Zh || !is_part || has_digits || candidate.printed.contains('%') {
        return None;
    }
    // another word than the usual ones, or two of them, would not be told from the number
    let says =
        |said: &str| said == candidate.bound.name() || said == "about" && candidate.bound == Bound::Nearly;
    let words = candidate.bound_words.as_str();
    let usual = language.catalogue().bound_words.iter().any(|(word, said)| *word == words && says(said));
    (words.is_empty() || usual).then(|| candidate.printed.clone())
}

/// The digits of a value, below zero where it is the size of a fall.
fn value(amount: &Amount, falls: bool) -> Option<Box<RawValue>> {
    let signed = |plain: &Plain| if falls { plain.clone().negative() } else { plain.clone() };
    let text = match amount {
        Amount::Number(value) => signed(value).printed(),
        // a fall of 3 to 4 lies between -4 and -3
        Amount::Range(low, high) if falls => {
            format!("[{}, {}]", signed(high).printed(), signed(low).printed())
        }
        Amount::Range(low, high) => format!("[{}, {}]", low.printed(), high.printed()),
        Amount::Fraction(part, whole) => {
            let hundredfold = part.checked_mul(100)?;
            let percent = hundredfold.checked_div(*whole).filter(|_| hundredfold % whole == 0)?;
            signed(&Plain::whole(percent)).printed()
        }
        Amount::Ratio(_) => return None,
    };
    RawValue::from_string(text).ok()
}

/// A period as readers read it, with its dates where they are asked for.
pub fn words(period: Period, language: Locale, with_dates: bool) -> Words {
    let (start, end) = (first(period.start()), last(period.end()));
    if let Some(text) = part_of_year(start, end).filter(|_| language == Locale::Zh) {
        let mut words = Words::from([(language.code(), text)]);
        if with_dates {
            words.extend([("start", written(start)), ("end", written(end))]);
        }
        return words;
    }
    let range = language.catalogue().digits.range;
    let text = match start == end {
        true => start.display(language),
        false => [start.display(language), range.to_string(), end.display(language)].concat(),
    };
    let mut words = Words::from([(language.code(), text)]);
    if with_dates {
        words.insert("start", written(start));
        if end != start {
            words.insert("end", written(end));
        }
    }
    words
}

/// A run of months or quarters that is a half or a quarter of a year, by its Chinese name: 2025年1月至6月 is 2025年上半年.
fn part_of_year(start: Date, end: Date) -> Option<String> {
    let first = match start.part {
        Part::Month(month) => month,
        Part::Quarter(quarter) => quarter * 3 - 2,
        Part::Year | Part::Day(..) => return None,
    };
    let last = match end.part {
        Part::Month(month) => month,
        Part::Quarter(quarter) => quarter * 3,
        Part::Year | Part::Day(..) => return None,
    };
    let name = match (first, last) {
        (1, 6) => "上半年",
        (7, 12) => "下半年",
        (1, 3) => "一季度",
        (4, 6) => "二季度",
        (7, 9) => "三季度",
        (10, 12) => "四季度",
        _ => return None,
    };
    (start.year == end.year && start != end).then(|| format!("{}年{name}", start.year))
}

/// A year that is none of the calendar, in the words of the text and in those of the other languages.
fn named(period: Period, language: Locale, spoken: String) -> Words {
    let (start, end) = (period.start().year(), period.end().year());
    let mut all = words(period, language, true);
    all.extend(year_names(&spoken, start, end));
    all.insert(language.code(), spoken);
    all
}

/// A date as a story's file has it.
fn written(date: Date) -> String {
    match date.part {
        Part::Quarter(quarter) => format!("{:04}Q{quarter}", date.year),
        _ => date.iso(),
    }
}

/// The date with which a stamp begins; the format has no halves.
fn first(stamp: Stamp) -> Date {
    let part = match stamp {
        Stamp::Year(_) => Part::Year,
        Stamp::Half(_, half) => Part::Month(half * 6 - 5),
        Stamp::Quarter(_, quarter) => Part::Quarter(quarter),
        Stamp::Month(_, month) => Part::Month(month),
        Stamp::Day(_, month, day) => Part::Day(month, day),
    };
    Date { year: stamp.year(), part }
}

/// The date with which a stamp ends.
fn last(stamp: Stamp) -> Date {
    match stamp {
        Stamp::Half(year, half) => Date { year, part: Part::Month(half * 6) },
        other => first(other),
    }
}
