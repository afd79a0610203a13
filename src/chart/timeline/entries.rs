//! The events of a timeline with their words, line by line in order of time.
//!
//! **Invariant**: what has no date is not among them.

use crate::chart::timeline::{Event, Timeline};
use crate::geometry::sort_by;
use crate::layout::scene_builder::SceneBuilder;
use crate::locale::date::Date;
use crate::locale::message::Message;
use crate::model::figure::FigureIx;
use crate::statement::Measure;
use crate::theme::Role;

/// An event with its words.
pub(super) struct Entry {
    pub(super) date: Date,
    pub(super) text: String,
    pub(super) key: String,
    pub(super) figure: Option<FigureIx>,
    pub(super) name: String,
    pub(super) context: bool,
    /// It is no result.
    pub(super) aim: bool,
    /// The colour of its line.
    pub(super) accent: Role,
}

/// The events of each line in order of time; the first is the one that the others branch off.
pub(super) fn lines(builder: &SceneBuilder, spec: &Timeline) -> Vec<Vec<Entry>> {
    let of = |events: &[Event], accent: Role| {
        sorted(events.iter().filter_map(|event| entry(builder, event, accent)))
    };
    let own = of(&spec.events, builder.accent);
    std::iter::once(own).chain(spec.lanes.iter().map(|lane| of(&lane.events, lane.accent))).collect()
}

pub(super) fn sorted(entries: impl Iterator<Item = Entry>) -> Vec<Entry> {
    let mut entries: Vec<Entry> = entries.collect();
    sort_by(&mut entries, |a, b| a.date.years().total_cmp(&b.date.years()));
    entries
}

fn entry(builder: &SceneBuilder, event: &Event, accent: Role) -> Option<Entry> {
    let locale = builder.locale;
    match event {
        Event::Figure(ix) => {
            let figure = builder.figure(*ix);
            let value = match figure.measure() {
                // the date stands beside the line; how firm it is, with its words
                Measure::Date => figure.phrase(locale).status,
                _ => format!("{}{}", Message::Space.get(locale), figure.display(locale)),
            };
            Some(Entry {
                date: figure.date()?,
                text: format!("{}{value}", builder.say(figure.label())),
                key: figure.id().to_string(),
                figure: Some(*ix),
                name: builder.facts.statement(*ix, locale),
                context: !builder.facts.source(figure.source().source).is_article(),
                aim: !figure.status().is_result(),
                accent,
            })
        }
        Event::Milestone(ix) => {
            let milestone = builder.facts.milestone(*ix);
            let text = builder.say(&milestone.label).to_string();
            Some(Entry {
                date: milestone.date,
                name: builder.facts.milestone_statement(milestone, locale),
                text,
                key: milestone.id.clone(),
                figure: None,
                context: !builder.facts.source(milestone.source.source).is_article(),
                aim: false,
                accent,
            })
        }
    }
}
