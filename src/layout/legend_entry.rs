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
    LessThan,
    /// A fall by more than something: it goes on downward.
    FallMoreThan,
    FallAtLeast,
    FallLessThan,
    FallUpTo,
    About,
    /// Just short of its number.
    Nearly,
    /// A range; noted by the charts that have a mark for it.
    Between,
    Class,
    OpenList,
    /// A mark of a result that may still be revised; noted by the charts that have one.
    NotFinal,
    Target,
    Forecast,
    /// What is not there yet, as what is being built.
    Hollow,
    Adjacent,
    /// A shape for each definition.
    Definitions,
    Missing,
    /// Years without a figure of the same definition, where there are others.
    MissingDefined,
    Compare,
    /// Cells below a name: one a list.
    Lists,
    /// A dated event from another source than the article.
    Diamond,
    /// Listed in the source line by its swatch, not in the key.
    Context,
}

impl LegendEntry {
    /// What the bound of a figure needs explained; exact numbers and their solid marks explain themselves.
    /// A fall by more than something is open downward.
    pub fn of(figure: &Figure) -> Option<LegendEntry> {
        let open = figure.opens_up() || figure.opens_down();
        Some(match figure.form() {
            Form::Class => LegendEntry::Class,
            Form::OpenList => LegendEntry::OpenList,
            Form::Amount if figure.bound() == Bound::Nearly => LegendEntry::Nearly,
            Form::Amount if figure.is_soft() => LegendEntry::About,
            Form::Amount if !open => return None,
            Form::Amount if figure.measure().is_change() && figure.amount() < 0.0 => match figure.bound() {
                Bound::MoreThan => LegendEntry::FallMoreThan,
                Bound::AtLeast => LegendEntry::FallAtLeast,
                Bound::LessThan => LegendEntry::FallLessThan,
                _ => LegendEntry::FallUpTo,
            },
            Form::Amount => match (figure.opens_up(), figure.is_inclusive()) {
                (true, false) => LegendEntry::MoreThan,
                (true, true) => LegendEntry::AtLeast,
                (false, true) => LegendEntry::UpTo,
                (false, false) => LegendEntry::LessThan,
            },
        })
    }

    pub fn message(self) -> Message {
        match self {
            LegendEntry::Exact => Message::KeyExact,
            LegendEntry::MoreThan => Message::KeyMoreThan,
            LegendEntry::AtLeast => Message::KeyAtLeast,
            LegendEntry::UpTo => Message::KeyUpTo,
            LegendEntry::LessThan => Message::KeyLessThan,
            LegendEntry::FallMoreThan => Message::KeyFallMoreThan,
            LegendEntry::FallAtLeast => Message::KeyFallAtLeast,
            LegendEntry::FallLessThan => Message::KeyFallLessThan,
            LegendEntry::FallUpTo => Message::KeyFallUpTo,
            LegendEntry::About => Message::KeyAbout,
            LegendEntry::Nearly => Message::KeyNearly,
            LegendEntry::NotFinal => Message::KeyNotFinal,
            LegendEntry::Between => Message::KeyBetween,
            LegendEntry::Class => Message::KeyClass,
            LegendEntry::OpenList => Message::KeyOpenList,
            LegendEntry::Target => Message::KeyTarget,
            LegendEntry::Forecast => Message::KeyForecast,
            LegendEntry::Hollow => Message::KeyHollow,
            LegendEntry::Adjacent => Message::KeyAdjacent,
            LegendEntry::Definitions => Message::KeyDefinitions,
            LegendEntry::Missing => Message::KeyMissing,
            LegendEntry::MissingDefined => Message::KeyMissingDefined,
            LegendEntry::Compare => Message::KeyCompare,
            LegendEntry::Lists => Message::KeyLists,
            LegendEntry::Diamond => Message::KeyDiamond,
            LegendEntry::Context => Message::KeyContext,
        }
    }
}
