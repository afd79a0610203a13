//! Parts of Chinese whose whole stands before them: 312所学校中，87所; 300名学生的三分之一; 500人，其中东区200人，西区150人.
//!
//! In: the drafts of a text. Out: the parts with the places of their wholes.
//!
//! **Invariant**: a part has a whole only where the words between them say so, and is not larger than it.

use super::Words;
use crate::recognise::amount::Amount;
use crate::recognise::draft::Draft;

/// The most characters of a noun between a whole and its part.
const NOUN: usize = 8;
/// The most characters of the name of a part behind 其中.
const NAME: usize = 12;

impl Words<'_> {
    /// Gives each part the places of its whole.
    pub(super) fn set_wholes(&self, all: &mut [Draft]) {
        for k in 1..all.len() {
            let (whole, part) = (&all[k - 1], &all[k]);
            let between = self.source.plain(whole.places.end..part.places.start);
            let is_noun = |noun: &str| noun.chars().count() <= NOUN && noun.chars().all(char::is_alphabetic);
            let has = |opened: &str| ["", "有", "已有", "仅有", "只有", "仅", "已"].contains(&opened);
            let counted = between.split_once('中').is_some_and(|(noun, rest)| {
                (is_noun(noun) || noun.strip_suffix("，其").is_some_and(is_noun))
                    && has(rest.trim_start_matches('，'))
            });
            let shared = between.strip_suffix('的').is_some_and(is_noun);
            let (Amount::Number(of), has_unit) = (&whole.amount, !whole.unit.is_empty()) else { continue };
            let is_part = match &part.amount {
                Amount::Number(some) => {
                    counted && part.unit == whole.unit && has_unit && some.approximate() <= of.approximate()
                }
                Amount::Fraction(..) => {
                    shared
                        && has_unit
                        && whole.unit != "%"
                        && part.measure.is_some_and(|measure| !measure.is_change())
                }
                _ => false,
            };
            if is_part && !part.measure.is_some_and(|measure| measure.is_change()) {
                let places = whole.places.clone();
                all[k].whole = Some(places);
            }
        }
    }

    /// Gives the parts that a list behind 其中 names their whole: the number of their unit that stands before 其中.
    pub(super) fn set_listed_parts(&self, all: &mut [Draft]) {
        let s = self.source;
        for sentence in s.sentences() {
            for at in sentence.clone().filter(|i| s.is(*i, "其中")) {
                let first = all.iter().position(|draft| draft.core > at).unwrap_or(all.len());
                let Some(unit) = all.get(first).filter(|draft| sentence.contains(&draft.core)) else {
                    continue;
                };
                let (unit, mut rest) = (unit.unit.clone(), f64::INFINITY);
                let counts = |draft: &Draft| {
                    !unit.is_empty() && draft.unit == unit && unit != "%" && !draft.has_base()
                };
                let before = all[..first].iter().rev().take_while(|draft| sentence.contains(&draft.core));
                let before = before.take_while(|draft| draft.has_base() || draft.unit == unit);
                let Some(whole) = before.into_iter().find(|draft| counts(draft)).cloned() else { continue };
                let mut from = at + "其中".chars().count();
                if let Amount::Number(value) = &whole.amount {
                    rest = rest.min(value.approximate());
                }
                for part in all[first..].iter_mut().take_while(|draft| sentence.contains(&draft.core)) {
                    let name = s.plain(from..part.places.start);
                    let Amount::Number(value) = &part.amount else { break };
                    rest -= value.approximate();
                    let sure = counts(part)
                        && (part.period, part.status) == (whole.period, whole.status)
                        && names_part(&name);
                    if !sure || rest < -1e-9 * value.approximate() {
                        break;
                    }
                    part.whole = Some(whole.places.clone());
                    from = part.places.end;
                }
            }
        }
    }
}

/// Between the parts of a list there is a comma and a name, and nothing that a part does.
fn names_part(words: &str) -> bool {
    let name = words.trim_start_matches(['，', '、', '：', '和']);
    let other = ["人均", "每", "平均", "比", "较", "增", "减", "降", "另", "此外", "同时", "由", "从", "至"];
    name.chars().count() <= NAME
        && name.chars().all(char::is_alphabetic)
        && !other.iter().any(|word| name.contains(word))
}
