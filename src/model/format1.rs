//! What format 1 calls a statement, in the words of the model: `kind` is a measure, a status or a class, `qualifier` a bound or
//! a form.
//!
//! **Invariant**: every word of format 1 has one meaning here; nothing else in the crate knows these words.

use crate::statement::{Bound, Form, Measure, Status};
use schemars::{json_schema, Schema, SchemaGenerator};

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

/// The qualifiers with what they mean in Chinese and English.
const QUALIFIERS: [(&str, &str, &str); 8] = [
    ("exact", "确数", "exact"),
    ("more_than", "超、超过、余：多于此数", "more than this"),
    ("at_least", "以上：此数或更多", "this or more"),
    ("up_to", "以下：此数或更少", "this or less"),
    ("less_than", "不足、不满：少于此数", "less than this"),
    ("about", "约、左右、近", "near this"),
    ("class", "级：量级，不是数值", "the name of a size class, not a value"),
    ("open_list", "等：名单未完", "the list goes on"),
];

/// Returns the names of all qualifiers.
pub fn qualifiers() -> impl Iterator<Item = &'static str> + Clone {
    QUALIFIERS.into_iter().map(|(name, _, _)| name)
}

/// Returns the schema of the member `kind`.
pub fn kind_schema(_: &mut SchemaGenerator) -> Schema {
    choice(&KINDS)
}

/// Returns the schema of the member `qualifier`.
pub fn qualifier_schema(_: &mut SchemaGenerator) -> Schema {
    choice(&QUALIFIERS)
}

fn choice(words: &[(&str, &str, &str)]) -> Schema {
    let names: Vec<&str> = words.iter().map(|(name, _, _)| *name).collect();
    let said: Vec<String> = words.iter().map(|(name, zh, en)| format!("{name}: {zh} · {en}")).collect();
    json_schema!({"type": "string", "enum": names, "x-values": said.join("; ")})
}
