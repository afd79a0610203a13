//! What a name may be: the ids of figures, lists, series and scenes.
//!
//! **Invariant**: knows no story; www/element/names.js has the same rule.

use crate::input::syntax_hints::is_word;

pub use crate::model::schema::MAX_ID;

/// Whether a name may be used in links, references and tables: letters, digits, hyphens and underscores.
pub(crate) fn is_id(name: &str) -> bool {
    name.chars().count() <= MAX_ID
        && name.starts_with(is_word)
        && name.chars().all(|c| is_word(c) || c == '-' || c == '_')
}

/// Whether scenes and acts may have it as their id: lower-case letters, digits and hyphens.
pub(crate) fn is_plain(id: &str) -> bool {
    !id.is_empty() && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}
