//! What format 1 calls a statement, in the words of the model: `kind` is a measure, a status or a class, `qualifier` a bound or
//! a form.
//!
//! **Invariant**: every word of format 1 has one meaning here; nothing else in the crate knows these words.

use crate::statement::{Bound, Form, Measure, Status};

/// The kinds with what they mean in Chinese and English.
pub const KINDS: [(&str, &str, &str); 9] = [
    ("level", "存量或水平", "level"),
    ("flow", "期间合计", "total over a period"),
    ("share", "比例", "share"),
    ("growth", "增速", "growth rate"),
    ("count", "个数", "count"),
    ("rank", "次序", "rank"),
    ("date", "日期", "date"),
    ("target", "目标，不是结果", "goal, not a result"),
    ("class", "量级，不是数值", "size class, not a value"),
];

/// What a kind says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kind {
    pub measure: Measure,
    pub status: Status,
    pub form: Form,
}

impl Kind {
    /// Returns the form of a figure of this kind whose qualifier says `form`: what is a class by its kind is one.
    pub fn form_of(self, form: Form) -> Form {
        if self.form == Form::Amount {
            form
        } else {
            self.form
        }
    }
}

/// Returns what a kind says. Of a goal and of a class format 1 does not say what is measured: a level, or a share where a whole is
/// named.
pub fn kind(word: &str, has_whole: bool) -> Option<Kind> {
    let unsaid = if has_whole { Measure::Share } else { Measure::Level };
    Some(match word {
        "target" => Kind { measure: unsaid, status: Status::Target, form: Form::Amount },
        "class" => Kind { measure: unsaid, status: Status::Final, form: Form::Class },
        _ => {
            KINDS.iter().find(|(name, _, _)| *name == word)?;
            Kind { measure: Measure::parse(word)?, status: Status::Final, form: Form::Amount }
        }
    })
}

/// Returns what a qualifier says.
pub fn qualifier(word: &str) -> Option<(Bound, Form)> {
    Some(match word {
        "class" => (Bound::Exact, Form::Class),
        "open_list" => (Bound::Exact, Form::OpenList),
        "exact" | "more_than" | "at_least" | "up_to" | "less_than" | "about" => {
            (Bound::parse(word)?, Form::Amount)
        }
        _ => return None,
    })
}
