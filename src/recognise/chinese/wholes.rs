//! Parts of Chinese whose whole stands before them: 312所学校中，87所; 300名学生的三分之一.
//!
//! In: the drafts of a text. Out: the parts with the places of their wholes.
//!
//! **Invariant**: a part has a whole only where the words between them say so, and is not larger than it.

use super::Words;
use crate::recognise::amount::Amount;
use crate::recognise::draft::Draft;

/// The most characters of a noun between a whole and its part.
const NOUN: usize = 8;

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
}
