//! What makes a number of English no amount: a name, a year, an hour, an age, or nothing that it counts.
//!
//! In: a number and the words around it. Out: whether to take it.
//!
//! **Invariant**: in doubt a number is not taken.

use super::numeral::Numeral;
use super::tokens::Kind;
use super::{Found, Words};
use crate::recognise::amount::Amount;
use crate::statement::Bound;

impl Words<'_> {
    /// A name or a list stands before the number: Article 12, Boeing 737, per 1,000, aged 65. The two are known; of the seven, two, is a whole.
    pub(super) fn is_named(&self, t: usize) -> bool {
        let (prior, token) = (self.prior(t), self.token(t));
        let text = prior.text.as_str();
        if self.lexicon.no_number.contains(&text) {
            return true;
        }
        if self.small_word(t) {
            let is_whole = t > 2 && self.token(t - 2).is("of") && self.small_word(t - 3);
            return self.lexicon.known.contains(&text) && !self.is_power_next(t) && !is_whole;
        }
        if token.kind != Kind::Number || t == 0 {
            return false;
        }
        let dotted = prior.is(".") && !prior.spaced && self.token(t.wrapping_sub(2)).is("no");
        let capital = prior.is_word() && prior.capital && !self.begins_sentence(t - 1);
        let plain = self.lexicon.plain_names.contains(&text);
        let listed = self.phrase_before(t, self.lexicon.names).is_some() && (capital || !plain);
        let grouped = token.places.len() > token.text.len() || token.text.contains('.');
        let next = self.token(t + 1);
        let sure = next.is("%") || next.is("percent") || next.is("per") || self.is_power_next(t);
        // a capital inside a sentence: FTSE 100
        let name = capital && self.currency_before(t).is_none() && self.bound_before(t).is_none();
        dotted || listed && !sure || name && !sure && !grouped
    }

    fn small_word(&self, t: usize) -> bool {
        self.lexicon.small.iter().any(|(word, _)| self.token(t).is(word))
    }

    fn is_power_next(&self, t: usize) -> bool {
        let next = self.token(t + 1);
        self.lexicon.powers.iter().any(|(word, _)| next.is(word))
    }

    /// "four" without a noun is an amount only between others: from three to four.
    pub(super) fn word_alone(&self, t: usize, numeral: &Numeral) -> bool {
        let prior = self.prior(t);
        let next = self.token(numeral.end);
        self.bound_before(t).is_some_and(|(bound, _)| bound != Bound::AtLeast || !prior.is("least"))
            || (prior.is("from") && next.is("to"))
            || (prior.is("of") && self.token(t.wrapping_sub(2)).is("out"))
            || self.of_counted(numeral.end)
            || self.listed(numeral.end)
    }

    /// 5 p.m., 5am: a time of day.
    pub(super) fn is_hour(&self, t: usize) -> bool {
        let next = self.token(t);
        let dotted = (next.is("a") || next.is("p"))
            && self.token(t + 1).is(".")
            && !self.token(t + 1).spaced
            && self.token(t + 2).is("m");
        dotted || next.is("am") || next.is("pm") || next.is("o'clock")
    }

    /// of the seven libraries: what stands before it is a part of them.
    fn of_counted(&self, t: usize) -> bool {
        let the = ["the", "its", "their", "our", "these", "those"];
        let whole = self.numeral(t + 2, false).filter(|whole| whole.power == 0);
        self.token(t).is("of")
            && the.contains(&self.token(t + 1).text.as_str())
            && whole.is_some_and(|whole| self.unit_at(whole.end, false).is_some())
    }

    /// A comma or "and" and another number follow.
    fn listed(&self, t: usize) -> bool {
        let next = self.token(t);
        (next.is(",") || next.is("and") || next.is("or")) && self.numeral(t + 1, false).is_some()
    }

    /// 2019 in "the 2019 total" is a year, in "more than 2000 people" it is none.
    pub(super) fn is_year(&self, t: usize, numeral: &Numeral, has_unit: bool) -> bool {
        let token = self.token(t);
        let four = token.kind == Kind::Number
            && token.text.len() == 4
            && token.places.len() == 4
            && numeral.power == 0;
        let range = numeral.value.as_whole().is_some_and(|year| (1800..2100).contains(&year));
        four && range && !has_unit && self.bound_before(t).is_none() && self.currency_before(t).is_none()
    }

    /// A number without unit that is an amount.
    pub(super) fn stands_alone(&self, found: &Found) -> bool {
        let draft = &found.draft;
        let token = self.token(found.at);
        let grouped = draft.places.len() > 4 && token.places.len() > token.text.len();
        let decimal = token.text.contains('.');
        let (prior, next) = (self.prior(found.at), self.token(found.end));
        let part = next.is("of")
            && !prior.is("the")
            && self.lexicon.wholes.contains(&self.token(found.end + 1).text.as_str());
        let of_which = self.phrase_before(found.at, self.lexicon.of_which).is_some();
        let follows = self.lexicon.ends.contains(&next.text.as_str());
        let ends = !next.is_word() && !next.is_hyphen() || follows;
        let stated = self.lexicon.states.contains(&prior.text.as_str()) && ends;
        let total = prior.is("of")
            && ends
            && self.lexicon.totals.contains(&self.token(found.at.wrapping_sub(2)).text.as_str());
        let opens = !prior.is_word() || ["and", "only", "but", "while"].contains(&prior.text.as_str());
        let subject = opens && self.lexicon.verbs.contains(&next.text.as_str());
        let fate = self.lexicon.fates.contains(&next.text.as_str());
        let in_words = token.is_word();
        draft.measure.is_some()
            || grouped
            || decimal
            || draft.power > 0
            || draft.bound != Bound::Exact
            || part
            || of_which
            || self.of_counted(found.end)
            || total
            || fate
            || subject
            || stated && !in_words
    }

    /// The whole amount is none, or not one that can be taken.
    pub(super) fn is_refused(&self, found: &Found) -> bool {
        let behind = if self.token(found.end).is_hyphen() { found.end + 1 } else { found.end };
        let hyphened =
            self.token(found.end - 1).is_word() && self.token(found.end.wrapping_sub(2)).is_hyphen();
        let named = self.lexicon.classes.contains(&self.token(behind).text.as_str());
        let class = named || hyphened && self.token(found.end).is_hyphen() && !self.token(found.end).spaced;
        // is short of 300: less than 300, or 300 are lacking
        let lack =
            self.phrase_before(found.at, &["short of"]).is_some() && found.draft.bound != Bound::Between;
        class
            || lack
            || self.may_be_share(found.at)
            || self.is_span(found)
            || self.is_age(found)
            || self.is_compound(found)
    }

    /// 2 hours 18 minutes is one amount, which is not taken.
    pub(super) fn is_compound(&self, found: &Found) -> bool {
        let units = self.lexicon.compound;
        if !units.contains(&found.draft.unit.as_str()) {
            return false;
        }
        let has_unit = |t: usize| units.contains(&self.token(t).text.as_str());
        let and = |t: usize| if self.token(t).is("and") { t + 1 } else { t };
        let next = and(found.end);
        let before = if self.prior(found.at).is("and") { found.at - 1 } else { found.at };
        let follows = self.numeral(next, false).is_some_and(|numeral| has_unit(numeral.end));
        let followed = before > 1 && has_unit(before - 1) && self.token(before - 2).kind == Kind::Number;
        follows || followed
    }

    /// children under 12, people over 65: a group by its age.
    pub(super) fn is_age(&self, found: &Found) -> bool {
        let limit = self.lexicon.ages.contains(&self.token(found.at).text.as_str());
        let small = matches!(&found.draft.amount, Amount::Number(value) if value.as_whole().is_some_and(|age| age < 120));
        limit && small && found.draft.unit.is_empty() && self.is_plural(found.at.wrapping_sub(1))
    }

    /// Years, months or days that say when: the past five years, two years ago, over five years, a 10-year yield.
    pub(super) fn is_span(&self, found: &Found) -> bool {
        let unit = found.draft.unit.as_str();
        if !self.lexicon.times.contains(&unit) {
            return false;
        }
        let hyphened = self.token(found.end - 2).is_hyphen() && !self.token(found.end - 2).spaced;
        let before = self.phrase_before(found.at, self.lexicon.spans).is_some();
        let after = self.phrase_in(found.end, self.lexicon.spans_after).is_some();
        hyphened || before || after
    }
}
