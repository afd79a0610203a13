//! Where readers meet a statement: in a title, a sentence, a note, a picture.
//!
//! **Invariant**: knows what the story prints, not what it means.

use crate::locale::{Locale, Text};
use crate::model::figure::FigureIx;
use crate::model::Seen;
use crate::site::words;
use crate::story::Story;
use std::collections::BTreeMap;

/// The places of all statements, by id.
pub struct Places(BTreeMap<String, Vec<String>>);

impl Places {
    pub fn of(story: &Story, locale: Locale) -> Places {
        let words = words::of(locale);
        let mut all: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for scene in story.scenes() {
            let name = scene.name.get(locale);
            let mut put = |id: &str, what: &str| {
                let places = all.entry(id.to_string()).or_default();
                let place = format!("{name}{}{what}", words.colon);
                if !places.contains(&place) {
                    places.push(place);
                }
            };
            let mut quoted = |text: &Text, what: &str| {
                let figures = story.expand(text, locale).into_iter().filter_map(|(_, ix)| ix);
                let ids: Vec<&str> = figures.map(|ix: FigureIx| story.figure(ix).id()).collect();
                ids.into_iter().for_each(|id| put(id, what));
            };
            quoted(&scene.title, words.in_title);
            quoted(&scene.subtitle, words.in_subtitle);
            for (i, sentence) in scene.narration.iter().enumerate() {
                quoted(sentence, &words.in_sentence.replace("{0}", &(i + 1).to_string()));
            }
            scene.note.iter().for_each(|note| quoted(note, words.in_note));
            for seen in story.shown(scene.charts()) {
                match seen {
                    Seen::Figure(ix) => put(story.figure(ix).id(), words.in_picture),
                    Seen::List(ix) => put(&story.list(ix).id, words.in_picture),
                    Seen::Milestone(_) | Seen::Name(_) => {}
                }
            }
        }
        Places(all)
    }

    /// Those of one statement; none where it is only in the data.
    pub fn of_statement(&self, id: &str) -> Vec<String> {
        self.0.get(id).cloned().unwrap_or_default()
    }
}
