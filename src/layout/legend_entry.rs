//! The entries that a reading key can have, and their words.
//!
//! **Invariant**: draws nothing; key.rs draws what each of them looks like.

use crate::locale::message::Message;
use crate::locale::number::Qualifier;

/// What a picture may need explained, in the order in which the key lists it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum KeyKind {
    Exact,
    MoreThan,
    AtLeast,
    UpTo,
    About,
    Class,
    OpenList,
    Target,
    Adjacent,
    Missing,
    Compare,
    /// A dated event from another source than the article.
    Diamond,
    /// Listed in the source line by its swatch, not in the key.
    Context,
}

impl KeyKind {
    /// What a qualifier needs explained; exact numbers and their solid marks explain themselves.
    pub fn of(qualifier: Qualifier) -> Option<KeyKind> {
        Some(match qualifier {
            Qualifier::Exact => return None,
            Qualifier::MoreThan => KeyKind::MoreThan,
            Qualifier::AtLeast => KeyKind::AtLeast,
            Qualifier::UpTo | Qualifier::LessThan => KeyKind::UpTo,
            Qualifier::About => KeyKind::About,
            Qualifier::Class => KeyKind::Class,
            Qualifier::OpenList => KeyKind::OpenList,
        })
    }

    pub fn message(self) -> Message {
        match self {
            KeyKind::Exact => Message::KeyExact,
            KeyKind::MoreThan => Message::KeyMoreThan,
            KeyKind::AtLeast => Message::KeyAtLeast,
            KeyKind::UpTo => Message::KeyUpTo,
            KeyKind::About => Message::KeyAbout,
            KeyKind::Class => Message::KeyClass,
            KeyKind::OpenList => Message::KeyOpenList,
            KeyKind::Target => Message::KeyTarget,
            KeyKind::Adjacent => Message::KeyAdjacent,
            KeyKind::Missing => Message::KeyMissing,
            KeyKind::Compare => Message::KeyCompare,
            KeyKind::Diamond => Message::KeyDiamond,
            KeyKind::Context => Message::KeyContext,
        }
    }
}
