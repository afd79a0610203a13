//! Amounts of English that are no plain number with a unit: places, ratios, fractions, halves, doublings.
//!
//! In: a token. Out: the amount that begins there, without the bound words around it.
//!
//! **Invariant**: a form that may be something else (the third quarter, 10:30, half-time) is not taken.

use super::tokens::Kind;
use super::{Found, Words};
use crate::recognise::amount::{Amount, Plain};
use crate::recognise::draft::Draft;
use crate::statement::Measure;

impl Words<'_> {
    /// The amount of a special form that begins at a token.
    pub(super) fn special(&self, t: usize) -> Option<Found> {
        self.one_in(t)
            .or_else(|| {
                self.some_in(t)
                    .filter(|(.., sure)| *sure)
                    .and_then(|(share, end, _)| self.found(t, end, share, Measure::Share))
            })
            .or_else(|| self.fraction(t))
            .or_else(|| self.ratio(t))
            .or_else(|| self.place(t))
            .or_else(|| self.doubling(t))
    }

    fn found(&self, t: usize, end: usize, amount: Amount, measure: Measure) -> Option<Found> {
        let places = self.token(t).places.start..self.token(end - 1).places.end;
        let mut draft = Draft::new(places, amount);
        draft.measure = Some(measure);
        Some(Found { draft, at: t, end })
    }

    /// one in five, 9 out of 10.
    fn one_in(&self, t: usize) -> Option<Found> {
        let part = self.numeral(t, false).filter(|n| n.power == 0)?;
        let (word, at) = self.phrase_in(part.end, &["in", "in every", "out of", "out of every"])?;
        let whole = self.numeral(at, false).filter(|n| n.power == 0)?;
        let (part, end) = (part.value.as_whole()?, whole.end);
        let whole = whole.value.as_whole()?;
        // 3 in 2023, 3 in 40 schools and 3 in 5 years are no shares
        let sure = part < whole && whole <= 1000 && (word != "in" || part == 1 || whole <= 10);
        if !sure || self.lexicon.times.contains(&self.token(end).text.as_str()) {
            return None;
        }
        self.found(t, end, Amount::Fraction(part, whole), Measure::Share)
    }

    /// seven trainees in ten: the share, the token behind it, and whether no noun that is counted follows, as in "two schools in ten towns".
    fn some_in(&self, t: usize) -> Option<(Amount, usize, bool)> {
        let part = self.numeral(t, false).filter(|n| n.power == 0)?;
        let (_, noun) =
            self.unit_at(part.end, false).filter(|(unit, _)| !self.measured(unit) && unit != "%")?;
        let (_, at) = self.phrase_in(noun, &["in", "in every", "out of", "out of every"])?;
        let whole = self.numeral(at, false).filter(|n| n.power == 0 && n.in_words == part.in_words)?;
        let (some, all) = (part.value.as_whole()?, whole.value.as_whole()?);
        let next = self.token(whole.end);
        let timed = self.lexicon.times.contains(&next.text.as_str()) || next.is("%");
        let round = all > 2 && all <= 10 || matches!(all, 20 | 100 | 1000);
        if some >= all || !round || timed {
            return None;
        }
        let verb = next.text.ends_with("ed") && !self.is_plural(whole.end + 1)
            || ["found", "got", "use", "own", "say", "said", "think", "know"].contains(&next.text.as_str());
        Some((Amount::Fraction(some, all), whole.end, verb || self.unit_at(whole.end, false).is_none()))
    }

    /// "two schools in ten towns", which may count two or say a share.
    pub(super) fn may_be_share(&self, t: usize) -> bool {
        self.some_in(t).is_some_and(|(.., sure)| !sure)
    }

    /// two-thirds, a quarter, half of; 1/3.
    fn fraction(&self, t: usize) -> Option<Found> {
        if self.token(t).is("half") {
            return self.half(t);
        }
        let token = self.token(t);
        if token.kind == Kind::Number && self.token(t + 1).is("/") && !self.token(t + 1).spaced {
            let (part, whole) = (token.text.parse().ok()?, self.token(t + 2).text.parse().ok()?);
            // 9/11 and 24/7 are names
            let is_part = part < whole && whole <= 10 && self.token(t + 3).is("of");
            return is_part.then(|| self.found(t, t + 3, Amount::Fraction(part, whole), Measure::Share))?;
        }
        let (part, at) = match token.text.as_str() {
            "a" | "an" => (1, t + 1),
            _ => {
                let numeral = self.numeral(t, false).filter(|n| n.in_words && n.power == 0)?;
                (numeral.value.as_whole()?, numeral.end)
            }
        };
        let at = if self.token(at).is_hyphen() { at + 1 } else { at };
        // between a quarter and a third: no two amounts
        let between = (t.saturating_sub(4)..t).any(|k| self.token(k).is("between"));
        if between && (self.prior(t).is("between") || self.prior(t).is("and")) {
            return None;
        }
        let word = self.token(at);
        let (name, whole) = self.lexicon.parts.iter().find(|(name, _)| word.is(name))?;
        let several = name.ends_with('s') || *name == "halves";
        let next = self.token(at + 1);
        let apart =
            !next.is_word() && !next.is_hyphen() || self.lexicon.after_part.contains(&next.text.as_str());
        // one quarter, each quarter: a part of the year, unless it is a quarter of something
        if *name == "quarter" && (1..=4).contains(&part) && !token.is("a") && !next.is("of") {
            return None;
        }
        // a third party, a quarter century
        let sure = if part == 1 { !several && apart && *whole > 2 } else { several };
        let whole = if sure && part < *whole { *whole } else { return None };
        self.found(t, at + 1, Amount::Fraction(part, whole), Measure::Share)
    }

    fn half(&self, t: usize) -> Option<Found> {
        let (prior, next) = (self.prior(t), self.token(t + 1));
        if self.lexicon.other_half.contains(&prior.text.as_str())
            || prior.is_hyphen()
            || next.is_hyphen()
            || next.is("a")
        {
            return None;
        }
        let follows = self.lexicon.after_half.contains(&next.text.as_str());
        let bound = self.bound_before(t).is_some() || prior.is("by") || prior.is("to");
        let ends = !next.is_word() && bound;
        let sure = follows || ends || bound && self.lexicon.after_part.contains(&next.text.as_str());
        sure.then(|| self.found(t, t + 1, Amount::Fraction(1, 2), Measure::Share))?
    }

    /// 17:1, 3-to-1; 2-1 where somebody won.
    fn ratio(&self, t: usize) -> Option<Found> {
        let first = self.numeral(t, false).filter(|n| n.power == 0)?;
        let mut parts = vec![first.value];
        let (mut end, mut sign) = (first.end, String::new());
        while parts.len() < 4 {
            let joint = self.token(end);
            let at = match joint.text.as_str() {
                ":" | "∶" if !joint.spaced && !self.token(end + 1).spaced => end + 1,
                "-" | "–" if self.token(end + 1).is("to") && self.token(end + 2).is_hyphen() => end + 3,
                "-" | "–" if !joint.spaced && parts.len() == 1 => end + 1,
                "to" if parts.len() == 1 => end + 1,
                _ => break,
            };
            let Some(next) = self.numeral(at, false).filter(|n| n.power == 0) else { break };
            sign = if at == end + 3 { ":".to_string() } else { joint.text.clone() };
            parts.push(next.value);
            end = next.end;
        }
        if parts.len() < 2 || self.unit_at(end, false).is_some_and(|(unit, _)| unit == "%") {
            return None;
        }
        let near = self.tokens[t.saturating_sub(6)..(end + 4).min(self.tokens.len())].iter();
        let has = |words: &[&str]| near.clone().any(|token| words.contains(&token.text.as_str()));
        let last = self.token(end - 1).text.len();
        let sure = match sign.as_str() {
            // 10:30 is a time of day
            ":" | "∶" => parts.len() > 2 || last != 2 || has(self.lexicon.ratio) || parts[0].has_places(),
            "to" => has(&["ratio", "odds"]),
            _ => {
                has(self.lexicon.scores) && parts.iter().all(|part| part.as_whole().is_some_and(|n| n < 200))
            }
        };
        sure.then(|| self.found(t, end, Amount::Ratio(parts), Measure::Ratio))?
    }

    /// The third largest, finished fourth, ranks 12th.
    fn place(&self, t: usize) -> Option<Found> {
        let token = self.token(t);
        let word = self.lexicon.ordinals.iter().find(|(word, _)| token.is(word)).map(|(_, n)| (*n, t + 1));
        let (place, end) = word.or_else(|| {
            let glued = !self.token(t + 1).spaced
                && ["st", "nd", "rd", "th"].contains(&self.token(t + 1).text.as_str());
            (token.kind == Kind::Number && glued).then(|| Some((token.text.parse().ok()?, t + 2)))?
        })?;
        let next = if self.token(end).is_hyphen() { end + 1 } else { end };
        let text = self.token(next).text.as_str();
        let superlative =
            text.len() > 5 && text.ends_with("est") && !self.lexicon.no_superlatives.contains(&text);
        let best = superlative || self.lexicon.superlatives.contains(&text) && !self.token(next + 1).is("of");
        let placed = self.phrase_before(t, self.lexicon.placed).is_some();
        let ends = !self.token(end).is_word() || self.lexicon.after_place.contains(&text);
        let named = self.token(end).is("place") && !self.prior(t).is("the");
        if !(best || named || placed && ends) {
            return None;
        }
        self.found(t, end, Amount::Number(Plain::whole(place)), Measure::Rank)
    }

    /// doubled, twice as many, halved.
    fn doubling(&self, t: usize) -> Option<Found> {
        let token = self.token(t);
        if self.lexicon.halvings.iter().any(|word| token.is(word)) {
            return self.found(t, t + 1, Amount::Fraction(1, 2), Measure::Multiple);
        }
        let (word, times) = self.lexicon.doublings.iter().find(|(word, _)| token.is(word))?;
        let next = self.token(t + 1);
        let prior = self.prior(t);
        let sure = match *word {
            "twice" => self.lexicon.after_double.contains(&next.text.as_str()) || next.is("as"),
            "double" | "triple" | "treble" | "quadruple" | "doubling" | "tripling" => {
                let article = ["a", "an", "the", "or"].contains(&prior.text.as_str());
                let text = next.text.as_str();
                let follows =
                    self.lexicon.after_double.contains(&text) || self.lexicon.after_part.contains(&text);
                !article && (follows || !next.is_word() && !next.is_hyphen() && prior.is_word())
            }
            _ => !next.is_hyphen(),
        };
        sure.then(|| self.found(t, t + 1, Amount::Number(Plain::whole(*times)), Measure::Multiple))?
    }
}
