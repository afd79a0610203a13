//! What a printed number says: what it measures, where the true value may lie, how firm it is.
//!
//! Nothing comes in; the closed lists of words that a figure, a chart's acceptance table and a language's phrases share.
//! The names are those of the format (`more_than`).
//!
//! **Invariant**: knows no numbers, no languages and no charts.

use serde::{Deserialize, Serialize};

macro_rules! vocabulary {
    ($($(#[$doc:meta])* $name:ident { $($(#[$entry:meta])* $variant:ident = $word:literal,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$entry])* $variant,)* }

        impl $name {
            /// All of them, in the order of the format.
            pub const ALL: &'static [$name] = &[$($name::$variant),*];

            /// Returns the word of the format.
            pub fn name(self) -> &'static str {
                match self { $($name::$variant => $word,)* }
            }

            /// Returns what a word of the format names.
            pub fn parse(word: &str) -> Option<$name> {
                Self::ALL.iter().copied().find(|value| value.name() == word)
            }
        }
    )*};
}

vocabulary! {
    /// What a figure measures.
    Measure {
        /// How much there is at a time.
        Level = "level",
        /// How much came together over a period.
        Flow = "flow",
        /// How many things.
        Count = "count",
        /// A part of a whole: %, ‰, x of N.
        Share = "share",
        /// So many for each of N.
        Rate = "rate",
        /// A change relative to its base.
        Growth = "growth",
        /// A change in the unit itself, with its direction.
        Change = "change",
        /// A change of a share or a rate, in percentage points.
        Points = "points",
        /// So many times its base: doubled is 2.
        Multiple = "multiple",
        /// One amount to another: 3 : 1.
        Ratio = "ratio",
        /// A place in an order; 1 is the first.
        Rank = "rank",
        /// A number whose base is 100.
        Index = "index",
        /// A day, month, quarter or year.
        Date = "date",
    }

    /// What the words around a printed number say about the true one. For a fall it is about the size of the fall.
    #[derive(Default)]
    Bound {
        /// The printed number, at its printed precision.
        #[default]
        Exact = "exact",
        /// Strictly more: 超, 超过, 余.
        MoreThan = "more_than",
        /// The number or more: 以上.
        AtLeast = "at_least",
        /// Strictly less: 不足, 不满.
        LessThan = "less_than",
        /// The number or less: 以下.
        UpTo = "up_to",
        /// Near the number, on either side: 约, 左右.
        About = "about",
        /// Just below the number: 近, nearly.
        Nearly = "nearly",
        /// From one number to another: 4.5% to 5%.
        Between = "between",
    }

    /// How firm a figure is, as in SDMX's list of observation statuses.
    #[derive(Default)]
    Status {
        #[default]
        Final = "final",
        Preliminary = "preliminary",
        Revised = "revised",
        Estimated = "estimated",
        /// What somebody expects; never drawn as a result.
        Forecast = "forecast",
        /// An aim; never drawn as a result.
        Target = "target",
    }

    /// How precisely a period is dated.
    Precision {
        Day = "day",
        Month = "month",
        /// A run of months: January and February.
        Months = "months",
        Quarter = "quarter",
        Year = "year",
        /// A run of years: a plan period.
        Years = "years",
        /// A name without a date.
        Named = "named",
    }

    /// What kind of thing the printed number is.
    #[derive(Default)]
    Form {
        /// A number.
        #[default]
        Amount = "amount",
        /// The name of a size class, 千亿级; its number is where the class begins and no amount.
        Class = "class",
        /// A count of the named items of a list that goes on: 等.
        OpenList = "open_list",
    }
}

impl Measure {
    /// It says how something changed, so that its sign is a direction.
    pub fn is_change(self) -> bool {
        matches!(self, Measure::Growth | Measure::Change | Measure::Points)
    }
}

impl Status {
    /// It has happened: it may have the mark of a result.
    pub fn is_result(self) -> bool {
        !matches!(self, Status::Forecast | Status::Target)
    }

    /// It is neither preliminary nor an estimate: its mark is not pale.
    pub fn is_firm(self) -> bool {
        !matches!(self, Status::Preliminary | Status::Estimated)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_names_what_it_is_the_name_of() {
        for measure in Measure::ALL {
            assert_eq!(Measure::parse(measure.name()), Some(*measure));
        }
        assert_eq!(Bound::parse("more_than"), Some(Bound::MoreThan));
        assert_eq!(Status::parse("goal"), None);
    }
}
