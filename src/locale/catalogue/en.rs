//! English.
//!
//! **Invariant**: everything that belongs to this language and to no other stands here.

use crate::locale::catalogue::{Breaks, Catalogue};
use crate::locale::date::{Date, Part};
use crate::locale::message::Message;
use crate::locale::number::{Decimal, Digits, Format, Phrase, Power, Quantity, UnitForms};
use crate::statement::{Bound, Form};

pub(super) static CATALOGUE: Catalogue = Catalogue {
    tag: "en",
    code: "en",
    name: "English",
    name_for_editors: "英文 · English",
    short: "EN",
    spaced: true,
    digits: Digits { decimal: ".", group: ",", group_from: 4, range: "–" },
    powers: &[
        Power { format: Format::Thousand, places: 3, word: "thousand" },
        Power { format: Format::Million, places: 6, word: "million" },
        Power { format: Format::Billion, places: 9, word: "billion" },
    ],
    axis_powers: &[(6, " m"), (9, " bn"), (12, " tn")],
    units: &UNITS,
    bound_words: &BOUND_WORDS,
    inferred_words: &["inferred", "infer", "implied", "deduced", "derived"],
    goal_words: &["goal", "target", "aim"],
    aim_words: &["goal", "target", "aim", "plan", "vision", "to come", "to be", "will ", "would ", "should "],
    breaks: Breaks {
        no_start: ",.;:?!)]}%",
        no_end: "([{",
        before_digits: "",
        after_digits: "%",
        no_end_words: &[],
    },
    plural,
    phrase,
    date,
    within_year,
    message,
};

const UNITS: UnitForms = UnitForms {
    percent: &["%"],
    people: &["person", "people"],
    years: &["year", "years"],
    minutes: &["minute", "minutes"],
    items: &["item", "items"],
    mu: &["mu"],
    hectares: &["hectare", "hectares"],
    yuan: &["yuan"],
};

const BOUND_WORDS: [(&str, &str); 22] = [
    ("more than", "more_than"),
    ("over", "more_than"),
    ("above", "more_than"),
    ("exceeding", "more_than"),
    ("at least", "at_least"),
    ("no less than", "at_least"),
    ("not less than", "at_least"),
    ("no fewer than", "at_least"),
    ("up to", "up_to"),
    ("at most", "up_to"),
    ("no more than", "up_to"),
    ("not more than", "up_to"),
    ("less than", "less_than"),
    ("fewer than", "less_than"),
    ("under", "less_than"),
    ("below", "less_than"),
    ("nearly", "nearly"),
    ("almost", "nearly"),
    ("about", "about"),
    ("around", "about"),
    ("roughly", "about"),
    ("approximately", "about"),
];

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// One, other.
fn plural(n: Decimal) -> usize {
    usize::from(!(n.mantissa == 1 && n.places == 0))
}

fn phrase(q: Quantity) -> Phrase {
    let (lead, trail) = q.around_digits();
    let mut p = Phrase { before: lead.into(), ..Phrase::default() };
    let scale = if q.power.is_empty() { String::new() } else { [" ", q.power].concat() };
    let tight = q.percent || trail.is_empty() || trail.starts_with(' ');
    let name = [if tight { "" } else { " " }, trail].concat();
    p.unit = [scale.as_str(), &name].concat();
    let word = |usual: &'static str| q.known_word(usual);
    match q.bound {
        Bound::Exact | Bound::Between if q.form == Form::OpenList => p.after = " and others".into(),
        Bound::Exact | Bound::Between => {}
        Bound::MoreThan if q.printed == "余" || q.printed == "多" => p.between = "+".into(),
        Bound::MoreThan => p.before = word("more than") + " " + &p.before,
        Bound::LessThan => p.before = word("less than") + " " + &p.before,
        Bound::UpTo => p.before = word("up to") + " " + &p.before,
        Bound::About => p.before = word("about") + " " + &p.before,
        Bound::AtLeast if !word("").is_empty() => p.before = word("") + " " + &p.before,
        Bound::AtLeast if q.percent => p.after = " or more".into(),
        // 3 million or more people
        Bound::AtLeast => (p.between, p.unit) = (scale + " or more", name),
        Bound::Nearly => p.before = word("nearly") + " " + &p.before,
    }
    p.digits = q.digits;
    p
}

fn date(date: Date) -> String {
    let y = date.year;
    let month = |m: u8| MONTHS[(m as usize - 1).min(11)];
    match date.part {
        Part::Year => y.to_string(),
        Part::Quarter(q) => format!("Q{q} {y}"),
        Part::Month(m) => format!("{} {y}", month(m)),
        Part::Day(m, d) => format!("{d} {} {y}", month(m)),
    }
}

fn within_year(part: Part) -> String {
    match part {
        Part::Quarter(q) => format!("Q{q}"),
        Part::Month(m) => MONTHS[(m as usize - 1).min(11)][..3].to_string(),
        Part::Year | Part::Day(..) => String::new(),
    }
}

fn message(message: Message) -> &'static str {
    match message {
        Message::Space => " ",
        Message::Comma => ", ",
        Message::Semicolon => "; ",
        Message::Colon => ": ",
        Message::Enumeration => ", ",
        Message::Stop => ".",
        Message::ChapterGap => " · ",
        Message::InBrackets => " ({0})",
        Message::Key => "Key",
        Message::Source => "Source: ",
        Message::OtherSource => "other sources: ",
        Message::SourcesCounted => "{0} sources: ",
        Message::SourcesMore => "{0} and others",
        Message::Note => "Note",
        Message::KeyExact => "solid: the number its source prints",
        Message::KeyMoreThan => "open end: more than this, how much is not said",
        Message::KeyAtLeast => "tick and open end: this or more",
        Message::KeyUpTo => "open downward: at most this",
        Message::KeyAbout => "soft edge: about",
        Message::PartsNotListed => "not listed",
        Message::KeyBetween => "hatched and closed: between these two numbers",
        Message::KeyClass => "bracket: a size class, not a value",
        Message::KeyOpenList => "hollow: the list goes on",
        Message::KeyTarget => "dashed outline: a goal, not a result",
        Message::KeyMissing => "empty cell: no figure found",
        Message::KeyAdjacent => "joined only in consecutive, like years",
        Message::KeyCompare => "ring: the article's own figure",
        Message::KeyContext => "dots: from another source",
        Message::KeyDiamond => "diamond: from another source",
        Message::Goal => "goal",
        Message::Goals => "goals",
        Message::NotPublished => "not published",
        Message::NotFound => "no figure found",
        Message::WhatIsMissing => "What is missing",
        Message::MissingItems => "{0} {0|thing was|things were} not found",
        Message::TileRecords => "{0} separate {0|record|records}",
        Message::TileLatest => "latest {0}",
        Message::HeadingTiles => "Series, a tile each",
        Message::And => "and others",
        Message::Year => "{0}",
        Message::YearSpan => "{0}–{1}",
        Message::Years => "{0}–{1}",
        Message::YearLabel => "{0}",
        Message::Nth => "{1} {0}",
        Message::GoTo => "Go to the chapter: {0}",
        Message::GapUnpublished => "{0} {0|year|years}: none found",
        Message::GapShort => "{0} {0|yr|yrs}",
        Message::Paragraph => "article, para. {0}",
        Message::Paragraphs => "article, paras. {0}",
        Message::RecordPeriod => "Period",
        Message::RecordBound => "How exact",
        Message::RecordKind => "Kind",
        Message::RecordSource => "Source",
        Message::RecordInterest => "Interest",
        Message::RecordProcessing => "Processing",
        Message::RecordOthers => "Other sources",
        Message::RecordNote => "Note",
        Message::RecordChecked => "Last checked",
        Message::RecordDenominator => "Out of",
        Message::RecordBase => "Base period",
        Message::AsPrinted => "as printed, not converted",
        Message::Counted => "counted from the article's list; the number is not printed",
        Message::Computed => "computed by the engine ({0}) from: {1}",
        Message::ByConversion => "converted, ×{0}/{1}",
        Message::BySum => "sum",
        Message::ByDifference => "difference",
        Message::ByRatio => "ratio",
        Message::ByShare => "share",
        Message::NotStated => "not stated by the source",
        Message::Citation => "{0}. Source: {1}.",
        Message::ColumnItem => "Item",
        Message::ColumnValue => "Value",
        Message::ColumnBound => "How exact",
        Message::ColumnUnit => "Unit",
        Message::ColumnPeriod => "Period",
        Message::ColumnSource => "Source",
        Message::BoundExact => "exact",
        Message::BoundMoreThan => "more than this",
        Message::BoundAtLeast => "this or more",
        Message::BoundUpTo => "this or less",
        Message::BoundLessThan => "less than this",
        Message::BoundAbout => "about this",
        Message::BoundClass => "size class, not a value",
        Message::BoundOpenList => "the list goes on",
        Message::KindLevel => "level",
        Message::KindFlow => "total over a period",
        Message::KindShare => "share",
        Message::KindGrowth => "growth rate",
        Message::KindCount => "count",
        Message::KindRank => "rank",
        Message::KindDate => "date",
        Message::KindTarget => "goal, not a result",
        Message::KindClass => "size class, not a value",
        Message::Words => "words",
        Message::NoData => "no data",
        Message::NoneFound => "none found",
        Message::NoSource => "in none of the sources listed",
        Message::PointsStatement => "{0}: {1}, {2} figures",
        Message::GapYear => "{0}: no figure found for {1}",
        Message::GapYears => "{0}: no figure found for {1} ({2} years)",
        Message::CorrectedFrom => "Corrected on {0}: {1} was {2} and is now ",
        Message::CorrectedWhy => ". {0}",
        Message::FiguresInPicture => "{0} {0|figure|figures} in the picture",
        Message::CountNotExact => "{0} not exact",
        Message::CountGoals => "{0} {0|a goal|goals}",
        Message::CountYearsMissing => "{0} {0|year|years} without a figure",
        Message::AndMore => "and {0} more",
        Message::ListGoesOn => ", and others",
        Message::ListCut => "……",
        Message::PointInPeriod => "{1} in {0}",
        Message::SeriesSpan => "{0}: {1} years with a figure, from {2} to {3}",
        Message::Extremes => "Of the exact figures the highest is {0}, the lowest {1}",
        Message::NotExactPoints => "Not exact: {0}",
        Message::YearsMissing => "No figure found for {0} {0|year|years}: {1}",
        Message::EndsDefinition => "The two ends follow different definitions and are not compared",
        Message::EndsNotExact => "The two ends are not both exact and are not compared",
        Message::EndsHigher => "The last year stands higher than the first",
        Message::EndsLower => "The last year stands lower than the first",
        Message::EndsEqual => "The two ends are equal",
        Message::FromSource => "; from ",
        Message::GroupItems => "{0} ({1} {1|item|items})",
        Message::HeadingTimeline => "Timeline",
        Message::HeadingCallouts => "Figures, each on its own scale",
        Message::HeadingRefused => "A chart that is not drawn",
        Message::NoChartHere => "No chart here",
        Message::ArticleLabel => "article",
        Message::CrowdedAbove => "No room above for:",
        Message::ClassNotYear => "a class, not a year's figure",
        Message::AreaEquals => "= ",
        Message::OtherScale => "other scale here: 1 dot = {0} {1}",
        Message::OneDrop => "1 drop = {0}",
        Message::OneDot => "1 dot = {0}",
        Message::OneWindow => "1 window = {0}",
        Message::LastDrop => "last drop: {0}",
        Message::LastDot => "last dot: {0}",
        Message::LastWindow => "last window: {0}",
        Message::UnitThenName => "{0}: {1}",
        Message::NotApplicable => "not applicable",
        Message::BoundNearly => "just below this",
        Message::BoundBetween => "between these, both included",
        Message::KindForecast => "forecast, not a result",
        Message::KindRate => "rate",
        Message::KindChange => "change",
        Message::KindPoints => "change in percentage points",
        Message::KindMultiple => "multiple",
        Message::KindRatio => "ratio",
        Message::KindIndex => "index",
        Message::StatusPreliminary => "preliminary",
        Message::StatusRevised => "revised",
        Message::StatusEstimated => "estimated",
        Message::StatusForecast => "forecast",
        Message::CountNotFinal => "{0} preliminary, revised, estimated or forecast",
        Message::KeyForecast => "dashed outline: a forecast, not a result",
        Message::KeyHollow => "hollow: not there yet",
        Message::KeyLessThan => "open downward: less than this",
        Message::Fall => "down by ",
        Message::Decrease => "down by ",
        Message::Below => "below ",
        Message::NotAbove => "at most ",
        Message::Above => "above ",
        Message::NotBelow => "at least ",
        Message::KeyLists => "one cell a list, solid where it names this",
        Message::GuessYours => "Your guess: {0}",
        Message::GuessAnnounced => "Take a guess: {0}",
        Message::GuessRight => "Right: it is {0}.",
        Message::GuessNearest => "As near as this scale allows: the source says {0}.",
        Message::GuessTooLow => "Too low: the source says {0}.",
        Message::GuessTooHigh => "Too high: the source says {0}.",
        Message::GuessPossible => "Possible: the source says only {0}.",
        Message::GuessAtFloor => "Exactly the floor: the source says {0}.",
        Message::GuessAtFloorIncluded => "Exactly the floor, which counts: the source says {0}.",
        Message::GuessBelowFloor => "Below the floor: the source says {0}.",
        Message::GuessAtCeiling => "Exactly the ceiling: the source says {0}.",
        Message::GuessAtCeilingIncluded => "Exactly the ceiling, which counts: the source says {0}.",
        Message::GuessAboveCeiling => "Above the ceiling: the source says {0}.",
        Message::GuessWithin => "Within the range: the source says {0}.",
        Message::GuessBelowRange => "Below the range: the source says {0}.",
        Message::GuessAboveRange => "Above the range: the source says {0}.",
        Message::KeyDefinitions => "another shape, another definition",
        Message::FromZero => "{0}, from zero",
        Message::YearsEmpty => "years without a figure stay empty",
        Message::EachItsScale => {
            "Each on its own scale: heights in one are not to be compared with the other"
        }
        Message::SideBySide => "{0} and {1}",
        Message::NothingFound => "Nothing here matches",
        Message::ColumnDefinition => "Definition",
        Message::ColumnNotes => "Notes and other statements",
        Message::FactUnit => "Unit",
        Message::FactScope => "Scope",
        Message::FactYears => "Years",
        Message::YearsFound => "{1} of {0} years have a figure",
        Message::DefinitionsCount => "{0}",
        Message::GuessAtAbout => "That is the number: the source says {0}.",
        Message::GuessLowerThanAbout => {
            "Lower than that number: the source says {0}, and not how far off it may be."
        }
        Message::GuessHigherThanAbout => {
            "Higher than that number: the source says {0}, and not how far off it may be."
        }
    }
}
