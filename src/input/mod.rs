//! The files of a story's folder to a validated story, or to every diagnostic in them.
//!
//! `Story::load` takes the files and returns a `Story` whose references all resolve, or the list of diagnostics with
//! file, line, column, path, code and help.
//!
//! **Invariant**: no pixels, no time, no clock, no file system: files come in as bytes. What a later stage could not
//! handle (a missing source, an unknown unit, a series without points) cannot be constructed.

pub(crate) mod acts;
mod amount_check;
mod beside;
mod caution_check;
mod cell;
pub(crate) mod cell_help;
pub(crate) mod compare_check;
pub mod correction_check;
mod count_check;
pub mod csv;
mod definition_check;
pub(crate) mod document;
pub mod draft;
pub(crate) mod example;
pub(crate) mod figures;
pub mod files;
pub(crate) mod forms;
pub(crate) mod guess_check;
pub mod id;
pub mod json;
pub(crate) mod languages;
mod link_check;
pub mod load;
pub(crate) mod locator;
pub mod migrate;
pub mod names;
mod period_check;
mod period_help;
mod printed_check;
pub mod reader;
pub mod references;
mod scene_check;
pub mod schema;
pub mod series;
pub mod spreadsheet;
pub mod suggest;
pub mod syntax_hints;
mod target_check;
mod title_check;
pub mod tree;
pub mod validate;
