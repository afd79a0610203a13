//! Readings of texts that were read before.
//!
//! An editor has its story read again after each letter, and all but one of its sentences are what they were: those cost nothing then.
//!
//! **Invariant**: a reading is what `read` gives for the same text; no more texts are kept than a large story has.

use super::{read, Reading};
use crate::locale::Locale;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Texts that are kept; with one more it begins anew.
const MOST: usize = 4096;

thread_local! {
    static KEPT: RefCell<BTreeMap<(Locale, String), Rc<Reading>>> = RefCell::default();
}

/// Returns what `read` does, of a text that was read before without reading it again.
pub fn read_again(text: &str, language: Locale) -> Rc<Reading> {
    let key = (language, text.to_string());
    if let Some(known) = KEPT.with_borrow(|kept| kept.get(&key).cloned()) {
        return known;
    }
    let reading = Rc::new(read(text, language));
    KEPT.with_borrow_mut(|kept| {
        if kept.len() >= MOST {
            kept.clear();
        }
        kept.insert(key, reading.clone());
    });
    reading
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_read_again_as_it_was_and_each_language_by_itself() {
        let text = "全年减少三成，约3万人。";
        let first = read_again(text, Locale::Zh);
        assert_eq!(*first, read(text, Locale::Zh));
        assert!(Rc::ptr_eq(&first, &read_again(text, Locale::Zh)));
        assert_eq!(*read_again(text, Locale::En), read(text, Locale::En));
    }

    #[test]
    fn memory_has_an_end() {
        for n in 0..=MOST {
            read_again(&n.to_string(), Locale::Ru);
        }
        assert!(KEPT.with_borrow(|kept| kept.len()) <= MOST);
    }
}
