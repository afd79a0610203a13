//! The entries that a reading key can have, and their words.
//!
//! **Invariant**: draws nothing; key.rs draws what each of them looks like.

use crate::locale::message::Message;
use crate::model::figure::Figure;
use crate::statement::{Bound, Form};

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
    Forecast,
    Adjacent,
    Missing,
    Compare,
    /// A dated event from another source than the article.
    Diamond,
    /// Listed in the source line by its swatch, not in the key.
    Context,
}

impl LegendEntry {
    /// What the bound of a figure needs explained; exact numbers and their solid marks explain themselves.
    pub fn of(figure: &Figure) -> Option<LegendEntry> {
        Some(match (figure.form(), figure.bound()) {
            (Form::Class, _) => LegendEntry::Class,
            (Form::OpenList, _) => LegendEntry::OpenList,
            (Form::Amount, Bound::Exact | Bound::Between) => return None,
            (Form::Amount, Bound::MoreThan) => LegendEntry::MoreThan,
            (Form::Amount, Bound::AtLeast) => LegendEntry::AtLeast,
            (Form::Amount, Bound::UpTo | Bound::LessThan) => LegendEntry::UpTo,
            (Form::Amount, Bound::About | Bound::Nearly) => LegendEntry::About,
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
            LegendEntry::Forecast => Message::KeyForecast,
            LegendEntry::Adjacent => Message::KeyAdjacent,
            LegendEntry::Missing => Message::KeyMissing,
            LegendEntry::Compare => Message::KeyCompare,
            LegendEntry::Diamond => Message::KeyDiamond,
            LegendEntry::Context => Message::KeyContext,
        }
    }
}
