//! What the JSON Schema says of types that are written into a story's file otherwise than their fields are.
//!
//! Comes in: nothing. Goes out: `JsonSchema` of indices, dates, values and colours. `x-names`, `x-reads`,
//! `x-template` and `x-remark` are keywords of our own; `input::schema` says what they mean.
//!
//! **Invariant**: knows what a file may hold, not how it is read.

pub use crate::locale::schema::Remark;
use crate::locale::schema::{words_or_text, DATE};
use crate::locale::Text;
use crate::model::figure::{Factor, FigureIx, SourceIx, Value, NOT_APPLICABLE};
use crate::model::printed::Printed;
use crate::model::template::NAMES;
use crate::model::{ListIx, MilestoneIx, NameIx, SeriesIx};
use crate::theme::{Role, ACCENTS};
use schemars::{json_schema, JsonSchema, Schema, SchemaGenerator};
use std::borrow::Cow;

/// Longest id, in characters.
pub const MAX_ID: usize = 100;

macro_rules! inline {
    ($($type:ty => $schema:expr;)*) => {$(
        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                stringify!($type).into()
            }
            fn inline_schema() -> bool {
                true
            }
            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                $schema
            }
        }
    )*};
}

inline!(
    FigureIx => names("figure");
    ListIx => names("list");
    SeriesIx => names("series");
    MilestoneIx => names("milestone");
    NameIx => names("name");
    SourceIx => names("source");
    Factor => json_schema!({"type": "string", "x-reads": "fraction"});
    Value => json_schema!({
        "anyOf": [
            {"type": "number"},
            {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2},
            {"type": "string", "pattern": DATE},
            {"const": NOT_APPLICABLE},
            {"type": "null"}
        ],
        "x-reads": "value",
        "examples": [43.72, [4.5, 5], "1955-10-29", "2021Q1", null]
    });
    Printed => words_or_text();
    Role => json_schema!({"type": "string", "enum": ACCENTS});
);

fn names(target: &str) -> Schema {
    json_schema!({"type": "string", "x-names": target, "examples": [format!("{target}-id")]})
}

/// Months and days in Chinese, ages, and what is called by a number, as `template::loose_digit` takes them.
const CALLED: &str = r"[0-9]{1,3}(?=岁)|[0-9]{1,3}[至到—–~～-][0-9]{1,3}(?=岁)|[Aa]ged [0-9]{1,3}( to |–|-| and |(?= or | and ))[0-9]{0,3}|[0-9]{1,3} or (?=older|over|younger|under)|[0-9]{1,2}[月日]|[0-9]+号|No\. [0-9]+|[0-9]{1,2}(\+([0-9A-Z]{1,2}))+|[0-9]+-(?!per)(?=[A-Za-z])";

/// Sentences that quote figures.
pub struct Template;

impl JsonSchema for Template {
    fn schema_name() -> Cow<'static, str> {
        "Template".into()
    }
    /// The languages of a text, each a sentence with digits only inside braces, in years and in names. The loader looks
    /// closer at years.
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = Text::json_schema(generator);
        let words = "可引用数字，如 {afforestation}，不手写数字；年份写 {year:2022} · may quote figures, e.g. {afforestation}; no typed \
                     digits; a year is {year:2022}";
        schema.insert("description".into(), words.into());
        let names = NAMES.map(|name| name.replace('.', "\\."));
        let pattern = format!(
            r"^(?=[^]*\S)([^0-9０-９{{]|\{{[^}}]*\}}|[12][0-9]{{3}}(?![0-9])|{CALLED}|{})*$",
            names.join("|")
        );
        let languages = schema.get_mut("properties").and_then(|p| p.as_object_mut());
        for (_, sentence) in languages.into_iter().flatten() {
            sentence["x-template"] = true.into();
            sentence["pattern"] = pattern.as_str().into();
        }
        schema
    }
}
