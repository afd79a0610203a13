//! What the JSON Schema says of dates and units, which a story's file writes as texts.
//!
//! **Invariant**: knows what a file may hold, not how it is read.

use crate::locale::date::Date;
use crate::locale::number::Unit;
use schemars::{json_schema, JsonSchema, Schema, SchemaGenerator};
use std::borrow::Cow;

/// What a date looks like: 2016, 2020-10, 1955-10-29, 2021Q1.
pub const DATE: &str = "^[0-9]{4}(Q[1-4]|-[0-9]{2}(-[0-9]{2})?)?$";

impl JsonSchema for Date {
    fn schema_name() -> Cow<'static, str> {
        "Date".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "string", "pattern": DATE, "x-reads": "date"})
    }
}

/// Returns the schema of the id of a unit, built in or the story's own.
pub fn unit(_: &mut SchemaGenerator) -> Schema {
    let built_in: Vec<_> = Unit::built_in_ids().collect();
    json_schema!({"type": "string", "x-names": "unit", "examples": built_in})
}

/// Returns the schema of a text that a source may lack.
pub fn text_or_null(_: &mut SchemaGenerator) -> Schema {
    json_schema!({"anyOf": [{"type": "string"}, {"type": "null"}]})
}
