//! A question that a chapter asks before it tells: which figure, and on which scale the reader answers.
//!
//! **Invariant**: the figure has a number that the scale holds (guess_check.rs); a value on the scale is one of its
//! steps.

use crate::locale::number::Decimal;
use crate::locale::{Locale, Text};
use crate::model::figure::{Figure, FigureIx};
use crate::model::verdict::Verdict;
use serde::{Deserialize, Serialize};

/// Most steps of a scale: finer ones are no longer told apart by hand.
pub const MOST_STEPS: i64 = 1000;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Guess {
    /// 先问的一句 · the question
    #[cfg_attr(feature = "author", schemars(with = "crate::model::schema::Template"))]
    pub question: Text,
    /// 猜哪个数字；本章的图要画它 · the figure that is asked; a chart of the scene draws it
    pub figure: FigureIx,
    /// 尺从几起，按数字自己的单位 · where the scale begins, in the figure's own unit
    #[cfg_attr(feature = "author", schemars(with = "f64"))]
    pub from: Decimal,
    /// 尺到几止 · where it ends
    #[cfg_attr(feature = "author", schemars(with = "f64"))]
    pub to: Decimal,
    /// 一格是多少 · one step of it
    #[cfg_attr(feature = "author", schemars(with = "f64", extend("exclusiveMinimum" = 0)))]
    pub step: Decimal,
    /// 问句数的单位，与数字的单位不同时写，如“每百名居民几人”数的是人 · what the question counts, where that is not the figure's own unit: of a hundred residents, people
    #[serde(default)]
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Remark>"))]
    pub unit: Option<Text>,
    /// 猜之前的小注；缺省为本章的小注 · the note while the question waits; absent: the note of the scene
    #[serde(default)]
    #[cfg_attr(feature = "author", schemars(with = "Option<crate::model::schema::Template>"))]
    pub note: Option<Text>,
}

impl Guess {
    /// How many steps its scale has; nothing where its ends are not whole steps apart, or not in this order.
    pub fn steps(&self) -> Option<i64> {
        let [from, to, step] = self.aligned();
        let apart = to - from;
        (step > 0 && apart > 0 && apart % step == 0).then_some(apart / step)
    }

    /// Its three numbers at one number of decimals.
    fn aligned(&self) -> [i64; 3] {
        let places = self.from.places.max(self.to.places).max(self.step.places);
        [self.from, self.to, self.step]
            .map(|d| d.mantissa.saturating_mul(10i64.pow(u32::from(places - d.places))))
    }

    /// Returns the value after so many steps, no further than the scale goes.
    pub fn at_step(&self, step: i64) -> Decimal {
        let places = self.from.places.max(self.to.places).max(self.step.places);
        let [from, _, size] = self.aligned();
        let step = step.clamp(0, self.steps().unwrap_or(0));
        Decimal { mantissa: from + step * size, places }.trimmed()
    }

    /// Returns the value of the scale that is nearest to a number; its middle for what is no number.
    pub fn nearest(&self, number: f64) -> Decimal {
        let steps = (number - self.from.to_f64()) / self.step.to_f64();
        match steps.is_finite() {
            true => self.at_step((steps + 0.5).floor() as i64),
            false => self.start(),
        }
    }

    /// Returns where the reader begins: in the middle.
    pub fn start(&self) -> Decimal {
        self.at_step(self.steps().unwrap_or(0) / 2)
    }

    /// Returns a value of the scale as the question counts it: 85元, 700万吨.
    pub fn value_text(&self, figure: &Figure, value: Decimal, locale: Locale) -> String {
        figure.value_in(self.unit.as_ref(), value, locale)
    }

    /// Returns the sentence that judges a value by what the figure says.
    pub fn verdict_text(&self, figure: &Figure, value: Decimal, locale: Locale) -> String {
        let verdict = figure.interval().map(|interval| Verdict::of(interval, value, self.step));
        let said = figure.display(locale);
        verdict.map_or(String::new(), |verdict| verdict.message().with(locale, &[&said]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scale(from: &str, to: &str, step: &str) -> Guess {
        let parse = |digits| Decimal::parse(digits).unwrap();
        let (question, figure) = (Text::new("几？", "How many?"), FigureIx(0));
        Guess {
            question,
            figure,
            from: parse(from),
            to: parse(to),
            step: parse(step),
            unit: None,
            note: None,
        }
    }

    /// Seen to fail: with truncation in place of rounding 694 became 690 and 696 too.
    #[test]
    fn a_value_is_always_a_step_of_the_scale() {
        let guess = scale("0", "1500", "10");
        assert_eq!((guess.steps(), guess.start()), (Some(150), Decimal::whole(750)));
        for (number, step) in [(694.0, 690), (696.0, 700), (-5.0, 0), (9e9, 1500), (f64::NAN, 750)] {
            assert_eq!(guess.nearest(number), Decimal::whole(step), "{number}");
        }
        let tenths = scale("0.5", "2", "0.25");
        assert_eq!((tenths.steps(), tenths.nearest(1.1).digits()), (Some(6), "1".into()));
        assert_eq!(scale("0", "100", "30").steps(), None, "the end is no whole step");
        assert_eq!(scale("10", "0", "1").steps(), None);
    }
}
