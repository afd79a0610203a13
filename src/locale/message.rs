//! Standing phrases of pictures, tables, records and descriptions; their words are in the catalogues.
//!
//! A phrase may have places for values: `{0}` is the first, and `{0|item|items}` the form of a word that goes with the first, which is then
//! a whole number.
//!
//! **Invariant**: every phrase exists in every language; values are never read as phrases.

use crate::locale::number::form_of;
use crate::locale::number::Decimal;
use crate::locale::Locale;

macro_rules! messages {
    ($($name:ident)*) => {
        /// A standing phrase.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Message { $($name),* }
        impl Message {
            /// Every phrase there is.
            pub const ALL: &'static [Message] = &[$(Message::$name),*];
        }
    };
}

messages! {
    Space
    Comma
    Semicolon
    Colon
    Enumeration
    Stop
    ChapterGap
    InBrackets
    StatusOfBoth
    StatusOfAll
    Key
    Source
    DrawnPeriod
    OtherSource
    SourcesCounted
    SourcesMore
    Note
    KeyExact
    KeyMoreThan
    KeyAtLeast
    KeyUpTo
    KeyAbout
    KeyNearly
    KeyFallMoreThan
    KeyFallAtLeast
    KeyFallLessThan
    KeyFallUpTo
    KeyNotFinal
    KeyBetween
    PartsNotListed
    KeyClass
    KeyOpenList
    KeyTarget
    KeyMissing
    KeyMissingDefined
    KeyAdjacent
    KeyCompare
    KeyContext
    KeyDiamond
    Goal
    Goals
    NotFound
    NoneSoDefined
    YearNotGiven
    WhatIsMissing
    MissingItems
    TileRecords
    TileLatest
    HeadingTiles
    OneScale
    And
    Year
    YearSpan
    Years
    YearLabel
    Nth
    GoTo
    GapUnpublished
    GapDefined
    GapShort
    Paragraph
    Paragraphs
    RecordPeriod
    RecordBound
    RecordKind
    RecordSource
    RecordInterest
    RecordProcessing
    RecordOthers
    RecordNote
    RecordCaution
    RecordChecked
    RecordDenominator
    RecordBase
    RecordDeadline
    Deadline
    BasePeriod
    Against
    FirstNumber
    SecondNumber
    Result
    AsPrinted
    Counted
    Computed
    ByConversion
    BySum
    ByDifference
    ByRatio
    ByShare
    NotStated
    Citation
    ColumnItem
    ColumnValue
    ColumnBound
    ColumnUnit
    ColumnPeriod
    ColumnSource
    BoundExact
    BoundPublished
    BoundComputed
    BoundMoreThan
    BoundAtLeast
    BoundUpTo
    BoundLessThan
    BoundAbout
    BoundClass
    BoundOpenList
    KindLevel
    KindFlow
    KindShare
    KindGrowth
    KindCount
    KindRank
    KindDate
    KindTarget
    KindClass
    Words
    NoSource
    PointsStatement
    GapYear
    GapYears
    GapYearDefined
    GapYearsDefined
    CorrectedFrom
    CorrectedWhy
    FiguresInPicture
    CountNotExact
    CountGoals
    CountYearsMissing
    AndMore
    ListGoesOn
    ListCut
    PointInPeriod
    SeriesSpan
    Extremes
    NotExactPoints
    YearsMissing
    EndsDefinition
    EndsNotExact
    EndsHigher
    EndsLower
    EndsEqual
    FromSource
    GroupItems
    HeadingTimeline
    HeadingCallouts
    HeadingRefused
    NoChartHere
    ArticleLabel
    CrowdedAbove
    ClassNotYear
    AreaEquals
    OtherScale
    OneDrop
    OneDot
    OneWindow
    LastBlock
    LastDrop
    LastDot
    LastWindow
    UnitThenName
    NotApplicable
    BoundNearly
    BoundBetween
    KindForecast
    KindRate
    KindChange
    KindPoints
    KindMultiple
    KindRatio
    KindIndex
    StatusPreliminary
    StatusRevised
    StatusEstimated
    StatusForecast
    CountNotFinal
    KeyForecast
    KeyHollow
    KeyLessThan
    Fall
    Decrease
    Below
    NotAbove
    Above
    NotBelow
    KeyLists
    GuessYours
    GuessAnnounced
    GuessRight
    GuessNearest
    GuessTooLow
    GuessTooHigh
    GuessPossible
    GuessAtFloor
    GuessAtFloorIncluded
    GuessBelowFloor
    GuessAtCeiling
    GuessAtCeilingIncluded
    GuessAboveCeiling
    GuessWithin
    GuessBelowRange
    GuessAboveRange
    KeyDefinitions
    FromZero
    YearsEmpty
    EachItsScale
    SideBySide
    NothingFound
    ColumnDefinition
    ColumnNotes
    FactUnit
    FactScope
    FactYears
    YearsFound
    DefinitionsCount
    GuessAtAbout
    GuessLowerThanAbout
    GuessHigherThanAbout
}

impl Message {
    /// Returns the phrase.
    pub fn get(self, locale: Locale) -> &'static str {
        (locale.catalogue().message)(self)
    }

    /// Returns the phrase with its values.
    pub fn with(self, locale: Locale, values: &[&str]) -> String {
        let mut out = String::new();
        let mut rest = self.get(locale);
        while let Some((before, after)) = rest.split_once('{') {
            let (place, after) = after.split_once('}').unwrap_or((after, ""));
            out.push_str(before);
            let mut forms = place.split('|');
            let value =
                forms.next().and_then(|n| values.get(n.parse::<usize>().ok()?)).copied().unwrap_or("");
            let forms: Vec<&str> = forms.collect();
            match forms.is_empty() {
                true => out.push_str(value),
                false => {
                    let number = Decimal::parse(value).unwrap_or(Decimal::whole(0));
                    out.push_str(form_of(&forms, (locale.catalogue().plural)(number)));
                }
            }
            rest = after;
        }
        out.push_str(rest);
        out
    }

    /// Returns the phrase with a number in it.
    pub fn count(self, locale: Locale, number: usize) -> String {
        self.with(locale, &[&number.to_string()])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn placeholders(phrase: &str) -> Vec<&str> {
        let mut all: Vec<&str> =
            phrase.split('{').skip(1).filter_map(|p| p.split(['}', '|']).next()).collect();
        all.sort();
        all.dedup();
        all
    }

    #[test]
    fn no_phrase_is_missing_or_in_the_wrong_language() {
        let han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
        let cyrillic = |c: char| ('\u{400}'..='\u{4ff}').contains(&c);
        for message in Message::ALL {
            for locale in Locale::ALL {
                let text = message.get(locale);
                assert!(!text.is_empty() || *message == Message::Space, "{message:?} {locale:?}");
                assert!(locale == Locale::Zh || !text.chars().any(han), "{message:?}: Chinese in {locale:?}");
                assert!(
                    locale == Locale::Ru || !text.chars().any(cyrillic),
                    "{message:?}: Russian in {locale:?}"
                );
                assert_eq!(
                    placeholders(text),
                    placeholders(message.get(Locale::En)),
                    "{message:?} {locale:?}"
                );
            }
        }
    }

    #[test]
    fn words_take_the_form_of_their_number() {
        for (n, en, ru) in [
            (1, "a (1 item)", "a (1\u{a0}пункт)"),
            (3, "a (3 items)", "a (3\u{a0}пункта)"),
            (12, "a (12 items)", "a (12\u{a0}пунктов)"),
            (21, "a (21 items)", "a (21\u{a0}пункт)"),
        ] {
            let n = n.to_string();
            assert_eq!(Message::GroupItems.with(Locale::En, &["a", &n]), en);
            assert_eq!(Message::GroupItems.with(Locale::Ru, &["a", &n]), ru);
        }
    }

    #[test]
    fn a_value_is_not_read_as_a_phrase() {
        assert_eq!(Message::InBrackets.with(Locale::Zh, &["{0}"]), "（{0}）");
    }
}
