//! Where in a story's files something of the typed story stands.
//!
//! **Invariant**: knows places, not what is wrong there.

use crate::diagnostic::{Edit, Located};
use crate::input::document::Document;
use crate::rules::{Locator, Place};

/// Where a point of a series was read: a row of a file.
#[derive(Clone, Debug)]
pub(crate) struct RowPlace {
    pub file: String,
    pub line: u32,
}

/// The places of a story's parts. The rows are those of the points, which are the figures behind those of story.json.
pub(crate) struct Places<'a> {
    pub doc: &'a Document,
    pub points: &'a [RowPlace],
}

impl Locator for Places<'_> {
    fn locate(&self, place: &Place) -> Located {
        let path = match self.path(place) {
            Ok(path) => path,
            Err((row, member)) => {
                let path = format!("row {}, {member}", row.line);
                return Located { file: row.file.clone(), line: row.line, column: 1, path };
            }
        };
        let (line, column) = self.doc.text.place(self.doc.offset(&path));
        Located { file: self.doc.text.name.clone(), line, column, path }
    }

    fn replace(&self, place: &Place, (words, nth): (&str, usize), to: &str) -> Option<Edit> {
        let node = self.doc.node(&self.path(place).ok()?);
        let typed = &self.doc.text.text[node.at..node.end];
        let at = node.at + typed.match_indices(words).nth(nth)?.0;
        Some(Edit::new(&self.doc.text, at, at + words.len(), to))
    }

    fn set(&self, place: &Place, value: &str) -> Option<Edit> {
        let path = self.path(place).ok()?;
        let (part, member) = path.rsplit_once('.')?;
        let whole = self.doc.node(part);
        match whole.get(member) {
            Some(written) => Some(Edit::new(&self.doc.text, written.at, written.end, value)),
            None if self.doc.text.text[whole.at..].starts_with('{') => Some(Edit::new(
                &self.doc.text,
                whole.at + 1,
                whole.at + 1,
                format!("\"{member}\": {value}, "),
            )),
            None => None,
        }
    }
}

impl Places<'_> {
    /// A path in story.json, or the row of another file with its column.
    fn path<'p>(&'p self, place: &Place) -> Result<String, (&'p RowPlace, &'static str)> {
        let id = |section: &str, index: usize| {
            self.doc.section(section).get(index).map_or("", |(key, _)| key.name.as_str())
        };
        Ok(match place {
            Place::Figure(ix, member) => {
                let in_file = self.doc.section("figures").len();
                if let Some(row) = ix.get().checked_sub(in_file).and_then(|i| self.points.get(i)) {
                    return Err((row, member));
                }
                format!("figures.{}.{member}", id("figures", ix.get()))
            }
            Place::Series(ix, member) => format!("series.{}.{member}", id("series", ix.0)),
            Place::List(ix, member) => format!("lists.{}.{member}", id("lists", ix.0)),
            Place::Chart((scene, row, column), member) => {
                format!("scenes[{scene}].rows[{row}][{column}].{member}")
            }
            Place::Guess(scene, member) => format!("scenes[{scene}].guess.{member}"),
            Place::Scene(scene, member) => format!("scenes[{scene}].{member}"),
            Place::Note(scene) => format!("scenes[{scene}].note"),
            Place::Notice => "notice".into(),
            Place::Closing => "closing".into(),
            Place::FullBleed(scene) => format!("scenes[{scene}].full_bleed"),
            Place::Name(index, member) => format!("names.{}.{member}", id("names", *index)),
            Place::Caution(index) => format!("cautions[{index}]"),
            Place::Correction(index, member) => format!("corrections[{index}].{member}"),
        })
    }
}
