//! Numbers of English: digits with million and bn, and numbers in words.
//!
//! In: a token. Out: the number that begins there and the token behind it.
//!
//! **Invariant**: knows no units; a number is read whole or not at all.

use super::tokens::Kind;
use super::Words;
use crate::recognise::amount::Plain;

/// A number as it stands in the text.
#[derive(Clone, Debug)]
pub(super) struct Numeral {
    pub value: Plain,
    /// The token behind it.
    pub end: usize,
    /// Written in words.
    pub in_words: bool,
    /// The point has moved so many places.
    pub power: usize,
}

impl Words<'_> {
    /// Reads the number that begins at a token; `money` where a currency stands before it.
    pub(super) fn numeral(&self, t: usize, money: bool) -> Option<Numeral> {
        let found = if self.token(t).kind == Kind::Number { self.in_digits(t) } else { self.in_words(t) }?;
        let mut found = self.with_power(found, money);
        // one and a half million; two and a half
        if let Some(end) =
            super::tokens::phrase(&self.tokens, found.end, "and a half").filter(|_| found.power == 0)
        {
            let half = Plain::parse(&format!("{}.5", found.value.as_whole()?))?;
            found = self.with_power(Numeral { value: half, end, ..found }, money);
        }
        Some(found)
    }

    fn in_digits(&self, t: usize) -> Option<Numeral> {
        let token = self.token(t);
        let prior = self.prior(t);
        // A4, Covid-19, 0.5.1
        let touches = !token.spaced
            && t > 0
            && (prior.is_word() || matches!(prior.text.as_str(), "." | "/" | "_" | "#" | "," | "+"));
        let hyphen =
            !token.spaced && prior.is_hyphen() && t > 1 && !prior.spaced && self.token(t - 2).is_word();
        if touches && self.currency_before(t).is_none() || hyphen && !self.is_number_word(t - 2) {
            return None;
        }
        Some(Numeral { value: Plain::parse(&token.text)?, end: t + 1, in_words: false, power: 0 })
    }

    fn is_number_word(&self, t: usize) -> bool {
        self.small(t).is_some() || ["to", "and"].contains(&self.token(t).text.as_str())
    }

    fn small(&self, t: usize) -> Option<u64> {
        let token = self.token(t);
        let found = self.lexicon.small.iter().find(|(word, _)| token.is(word));
        found.map(|(_, value)| *value)
    }

    /// twenty-five, three hundred and fifty, a million, half a million, a dozen.
    fn in_words(&self, t: usize) -> Option<Numeral> {
        let found = |value: Plain, end: usize| Some(Numeral { value, end, in_words: true, power: 0 });
        if let Some(end) = super::tokens::phrase(&self.tokens, t, "half a") {
            self.power_at(end)?;
            return found(Plain::parse("0.5")?, end);
        }
        if matches!(self.token(t).text.as_str(), "a" | "an") {
            if self.token(t + 1).is("dozen") {
                return found(Plain::whole(12), t + 2);
            }
            let is_power = self.power_at(t + 1).is_some() && self.token(t + 1).spaced;
            return if is_power { found(Plain::whole(1), t + 1) } else { None };
        }
        let prior = self.prior(t);
        if prior.is_hyphen()
            && !self.token(t).spaced
            && self.token(t.wrapping_sub(2)).is_word()
            && !self.is_number_word(t.wrapping_sub(2))
        {
            return None;
        }
        let (mut value, mut end) = self.below_hundred(t)?;
        if self.token(end).is("hundred") {
            value *= 100;
            end += 1;
            let rest = if self.token(end).is("and") { end + 1 } else { end };
            if let Some((more, at)) = self.below_hundred(rest) {
                (value, end) = (value + more, at);
            }
        }
        if self.token(end).is("dozen") {
            (value, end) = (value * 12, end + 1);
        }
        found(Plain::whole(value), end)
    }

    fn below_hundred(&self, t: usize) -> Option<(u64, usize)> {
        let first = self.small(t)?;
        if first >= 20 {
            let next = if self.token(t + 1).is_hyphen() { t + 2 } else { t + 1 };
            if let Some(more) = self.small(next).filter(|more| *more < 10) {
                return Some((first + more, next + 1));
            }
        }
        Some((first, t + 1))
    }

    /// The places of the power that stands at a token.
    fn power_at(&self, t: usize) -> Option<usize> {
        let token = self.token(t);
        let found = self.lexicon.powers.iter().find(|(word, _)| token.is(word));
        found.map(|(_, places)| *places)
    }

    fn with_power(&self, mut found: Numeral, money: bool) -> Numeral {
        for _ in 0..2 {
            let mut at = found.end;
            // a 2-million-tonne plant
            if self.token(at).is_hyphen() && self.power_at(at + 1).is_some() {
                at += 1;
            }
            let Some(places) = self.power_at(at).or_else(|| self.short_power(at, money)) else { break };
            found.value = found.value.shift(places);
            found.power += places;
            found.end = at + 1;
        }
        found
    }

    /// 3.2m and 5k: with a currency, or before what is counted. 42m long is metres.
    fn short_power(&self, t: usize, money: bool) -> Option<usize> {
        let token = self.token(t);
        let (_, places) =
            self.lexicon.short_powers.iter().find(|(word, _)| token.is(word) && !token.spaced)?;
        let counted = self.token(t + 1).spaced && self.is_plural(t + 1) && !token.is("b");
        let listed = self.token(t + 1).is_word()
            && self.token(t + 1).spaced
            && self.is_plural(t + 2)
            && !self.is_stop(t + 1)
            && !token.is("b");
        (money || counted || listed).then_some(*places)
    }

    /// The currency that ends just before a token: its name and the token where it begins.
    pub(super) fn currency_before(&self, t: usize) -> Option<(&'static str, usize)> {
        let sign = t.checked_sub(1)?;
        if let Some(letters) = sign.checked_sub(1).filter(|_| !self.token(sign).spaced) {
            let both = format!("{}{}", self.token(letters).text, self.token(sign).text);
            if let Some((_, name)) = self.lexicon.currencies.iter().find(|(word, _)| *word == both) {
                return Some((name, letters));
            }
        }
        let token = self.token(sign);
        let found = self.lexicon.currencies.iter().find(|(word, _)| token.is(word))?;
        if token.is("$") && self.other_dollars {
            return Some(("dollars", sign));
        }
        // "rs" and the like are capitals
        (!token.is_word() || token.capital).then_some((found.1, sign))
    }
}
