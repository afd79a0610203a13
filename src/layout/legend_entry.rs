//! The entries that a reading key can have, and their words.
//!
//! **Invariant**: draws nothing; key.rs draws what each of them looks like.

use crate::locale::message::Message;
use crate::locale::number::Qualifier;

/// What a picture may need explained, in the order in which the key lists it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LegendEntry {
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

impl LegendEntry {
    /// What a qualifier needs explained; exact numbers and their solid marks explain themselves.
    pub fn of(qualifier: Qualifier) -> Option<LegendEntry> {
        Some(match qualifier {
            Qualifier::Exact => return None,
            Qualifier::MoreThan => LegendEntry::MoreThan,
            Qualifier::AtLeast => LegendEntry::AtLeast,
            Qualifier::UpTo | Qualifier::LessThan => LegendEntry::UpTo,
            Qualifier::About => LegendEntry::About,
            Qualifier::Class => LegendEntry::Class,
            Qualifier::OpenList => LegendEntry::OpenList,
        })
    }

    pub fn message(self) -> Message {
        match self {
            LegendEntry::Exact => Message::KeyExact,
            LegendEntry::MoreThan => Message::KeyMoreThan,
            LegendEntry::AtLeast => Message::KeyAtLeast,
            LegendEntry::UpTo => Message::KeyUpTo,
            LegendEntry::About => Message::KeyAbout,
            LegendEntry::Class => Message::KeyClass,
            LegendEntry::OpenList => Message::KeyOpenList,
            LegendEntry::Target => Message::KeyTarget,
            LegendEntry::Adjacent => Message::KeyAdjacent,
            LegendEntry::Missing => Message::KeyMissing,
            LegendEntry::Compare => Message::KeyCompare,
            LegendEntry::Diamond => Message::KeyDiamond,
            LegendEntry::Context => Message::KeyContext,
        }
    }
}
