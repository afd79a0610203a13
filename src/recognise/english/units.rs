//! Units and counted nouns of English.
//!
//! In: the token behind a number. Out: the unit as the answer writes it, and the token behind it.
//!
//! **Invariant**: at most two words; words that begin another part of the sentence are no unit.

use super::tokens::phrase;
use super::Words;

/// The most words between a number and the noun that it counts.
const FAR: usize = 4;

impl Words<'_> {
    pub(super) fn is_stop(&self, t: usize) -> bool {
        let token = self.token(t);
        !token.is_word() || self.lexicon.stops.contains(&token.text.as_str())
    }

    /// A noun in its plural, or a short unit.
    pub(super) fn is_plural(&self, t: usize) -> bool {
        let token = self.token(t);
        let text = token.text.as_str();
        let ends = text.len() > 3
            && text.ends_with('s')
            && !text.ends_with("ss")
            && !text.ends_with("ous")
            && !text.ends_with("'s");
        let known = self.lexicon.plurals.contains(&text);
        token.is_word() && !self.is_stop(t) && (known || ends && !self.lexicon.no_plurals.contains(&text))
    }

    /// The unit that begins at a token. `one` where the number is one: its noun is singular.
    pub(super) fn unit_at(&self, t: usize, one: bool) -> Option<(String, usize)> {
        let known = self
            .lexicon
            .units
            .iter()
            .filter_map(|(words, name)| Some((*name, phrase(&self.tokens, t, words)?)));
        if let Some((name, end)) = known.max_by_key(|(_, end)| *end) {
            return Some((name.to_string(), end));
        }
        if let Some(found) = self.degrees(t).or_else(|| self.hyphened(t)) {
            return Some(found);
        }
        self.counted(t, one).map(|(unit, end)| self.each(unit, end))
    }

    fn degrees(&self, t: usize) -> Option<(String, usize)> {
        let s = self.source;
        if !matches!(self.token(t).text.as_str(), "°" | "℃" | "º") {
            return None;
        }
        let letter = !self.token(t + 1).spaced && matches!(self.token(t + 1).text.as_str(), "c" | "f");
        let end = t + 1 + usize::from(letter);
        Some((s.narrow(self.token(t).places.start..self.token(end - 1).places.end), end))
    }

    /// 12-storey, 18,000-seat: one word.
    fn hyphened(&self, t: usize) -> Option<(String, usize)> {
        let (hyphen, word) = (self.token(t), self.token(t + 1));
        let joined = hyphen.is("-") && !hyphen.spaced && word.is_word() && !word.spaced;
        let plain = joined && !["to", "odd", "plus", "on", "and"].contains(&word.text.as_str());
        // 12-year-old names an age
        let goes_on = self.token(t + 2).is_hyphen() && !self.token(t + 2).spaced;
        (plain && !goes_on).then(|| (word.text.clone(), t + 2))
    }

    fn counted(&self, t: usize, one: bool) -> Option<(String, usize)> {
        let first = self.token(t);
        if !first.spaced {
            // 5km: short units may touch
            // 5G is a name, 5g a mass
            let short = first.is_word()
                && self.lexicon.plurals.contains(&first.text.as_str())
                && !(first.capital && first.text.len() == 1);
            return short.then(|| (self.source.narrow(first.places.clone()), t + 1));
        }
        let mut noun = None;
        for k in t..t + FAR {
            // people live, but live births
            let adjective = self.token(k).is("live") && self.is_plural(k + 1);
            if self.is_stop(k) && !adjective || !self.token(k).spaced {
                break;
            }
            if self.is_plural(k) {
                noun = Some(k);
                break;
            }
        }
        if noun.is_none() && one && !self.is_stop(t) {
            noun = Some(t);
        }
        let mut noun = noun?;
        // US dollars, kilowatt hours: the plural is the second; barrels of oil is barrels
        if self.is_plural(noun + 1)
            && self.token(noun + 1).spaced
            && ["hours", "dollars"].contains(&self.token(noun + 1).text.as_str())
        {
            noun += 1;
        }
        let before = noun.checked_sub(1).filter(|k| *k >= t);
        let before = before.filter(|k| {
            !self.lexicon.adjectives.contains(&self.token(*k).text.as_str())
                && !self.token(*k).text.ends_with("ed")
        });
        let first = before.unwrap_or(noun);
        Some((self.source.narrow(self.token(first).places.start..self.token(noun).places.end), noun + 1))
    }

    /// tonnes/year, km/h.
    fn each(&self, unit: String, end: usize) -> (String, usize) {
        let slash = self.token(end).is("/") && !self.token(end).spaced && self.token(end + 1).is_word();
        match slash {
            true => (format!("{unit}/{}", self.source.narrow(self.token(end + 1).places.clone())), end + 2),
            false => (unit, end),
        }
    }
}
