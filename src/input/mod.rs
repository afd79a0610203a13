//! The files of a story's folder to a validated story, or to every diagnostic in them.
//!
//! `Story::load` takes the files and returns a `Story` whose references all resolve, or the list of diagnostics with
//! file, line, column, path, code and help.
//!
//! **Invariant**: no pixels, no time, no clock, no file system: files come in as bytes. What a later stage could not
//! handle (a missing source, an unknown unit, a series without points) cannot be constructed.

pub mod cell;
pub mod correction_check;
pub mod csv;
pub mod document;
pub mod format1;
pub mod id;
pub mod json;
#[cfg(not(target_arch = "wasm32"))]
pub mod json_schema;
pub mod languages;
pub mod load;
pub mod reader;
pub mod references;
pub mod schema;
pub mod series;
pub mod suggest;
pub mod syntax_hints;
