//! Files to a `Story`: decode, parse, validate against the schema, read the types, resolve, run the rules.
//!
//! **Invariant**: every step adds to one list of diagnostics and goes on with what is sound, so that an editor sees all
//! of them at once; a story is returned only when no error is in the list.

mod files;
mod sections;

use crate::chart::refused::Refused;
use crate::chart::Chart;
use crate::diagnostic::{Both, Diagnostic, Diagnostics, Severity};
use crate::input::json::Node;
use crate::input::languages::Languages;
use crate::input::locator::Places;
use crate::input::names::{Names, Target};
use crate::input::reader::Reader;
use crate::input::schema::Schema;
use crate::input::validate::validate;
use crate::input::{
    amount_check, caution_check, compare_check, correction_check, count_check, guess_check, json, link_check,
    period_check, scene_check, target_check, title_check,
};
use crate::model::figure::{Figure, FigureIx};
use crate::model::{Facts, Files, ListIx};
use crate::rules;
use crate::story::Story;
pub(crate) use files::{absent, decode};
use files::{missing, read};
use sections::{broken_sections, check_format, is_old, read_sources};
use std::collections::{BTreeMap, BTreeSet};

impl Story {
    /// Reads and checks a story. On success the list holds warnings only.
    pub fn load(files: &Files) -> Result<(Story, Vec<Diagnostic>), Vec<Diagnostic>> {
        load(files)
    }

    /// Names of the files that `files` still lacks; empty when all are there or when story.json cannot be read
    /// (`load` then says why).
    pub fn missing(files: &Files) -> Vec<String> {
        missing(files)
    }
}

/// What became of the files.
pub(super) enum Outcome {
    /// It keeps every rule, or has words where a chart broke one.
    Sound(Story),
    /// It breaks rules; it can be drawn, and must not be published.
    Faulty(Story),
    /// It has mistakes and was not held against the rules; it can be drawn, and must not be published.
    Unruled(Story),
    Unreadable,
}

fn load(files: &Files) -> Result<(Story, Vec<Diagnostic>), Vec<Diagnostic>> {
    match read_all(files) {
        (Outcome::Sound(story), diagnostics) => Ok((story, diagnostics)),
        (_, diagnostics) => Err(diagnostics),
    }
}

pub(super) fn read_all(files: &Files) -> (Outcome, Vec<Diagnostic>) {
    let mut diagnostics = Diagnostics::default();
    let unreadable = |diagnostics: Diagnostics| (Outcome::Unreadable, diagnostics.into_sorted());
    let Some(doc) = read(files, "story.json", &mut diagnostics) else {
        return unreadable(diagnostics);
    };
    if is_old(&doc.tree) {
        // Each word of it that has another name now would be one more diagnostic.
        check_format(&doc, &mut diagnostics);
        return unreadable(diagnostics);
    }
    let languages = Languages::of(&doc, &mut diagnostics);
    let findings = validate(&doc.tree, Schema::story(), &languages, &doc.text, &mut diagnostics);
    // where a language is unknown, it is not known which texts there have to be
    if !matches!(doc.tree.value, json::Value::Object(_)) || !languages.is_sound() {
        return unreadable(diagnostics);
    }
    check_format(&doc, &mut diagnostics);

    let sources_name = doc.tree.text("sources").unwrap_or("sources.json").to_string();
    let sources_doc = match (files.contains_key(&sources_name), doc.tree.get("sources")) {
        (false, Some(node)) => {
            let (message, help) = absent(&sources_name);
            diagnostics.add(Severity::Error, "missing-file", &doc.text, node.at, "sources", message, help);
            None
        }
        _ => read(files, &sources_name, &mut diagnostics),
    };
    let names = Names::new(&doc.tree, sources_doc.as_ref().map(|d| &d.tree), &languages.declared);
    let Some(sources_doc) = sources_doc else {
        // the file itself is the problem; every reference into it failing too would bury it
        return unreadable(diagnostics);
    };
    let sources = read_sources(&sources_doc, &languages, &names, &mut diagnostics);

    let mut reader = Reader {
        doc: &doc,
        languages: languages.declared.clone(),
        diagnostics,
        names,
        broken_series: BTreeSet::new(),
        broken_sections: broken_sections(&doc, &sources_doc),
        unknown: BTreeMap::new(),
        unknown_uses: 0,
    };
    // points of series are figures too, and others are computed from them
    let (series, points) = reader.read_series(files);
    reader.check_references(&findings);
    let mut figures = reader.read_figures();
    figures.extend(points.figures.into_iter().map(Some));
    reader.derive(&mut figures);
    let figures: Option<Vec<Figure>> = figures.into_iter().collect();
    let (lists, names, milestones) =
        (reader.section("lists"), reader.section("names"), reader.section("milestones"));
    let (scenes, corrections) = (reader.read_scenes(), reader.items("corrections"));
    let cautions = reader.items("cautions");
    let scene_ids: Vec<&str> = doc
        .tree
        .get("scenes")
        .map(Node::items)
        .unwrap_or_default()
        .iter()
        .filter_map(|n| n.text("id"))
        .collect();
    let acts = reader.read_acts(&scene_ids);
    let (id, version) = (reader.part("id"), reader.part("version"));
    let closing = reader.part("closing");
    let (title, subtitle, notice) = (reader.part("title"), reader.part("subtitle"), reader.part("notice"));
    let Reader { names: mut ids, mut diagnostics, .. } = reader;
    let mut indices = |target| ids.take(target).into_iter();
    let (figure_ids, list_ids) = (indices(Target::Figure), indices(Target::List));
    let story = (|| {
        Some(Story {
            id: id?,
            version: version?,
            languages: languages.declared,
            title: title?,
            subtitle: subtitle?,
            notice: notice?,
            closing,
            facts: Facts {
                figures: figures?,
                names: names?,
                lists: lists?,
                milestones: milestones?,
                series: series?,
                sources: sources?,
                cautions: cautions?,
                figure_ids: figure_ids.map(|(id, i)| (id, FigureIx(i))).collect(),
                list_ids: list_ids.map(|(id, i)| (id, ListIx(i))).collect(),
            },
            scenes: scenes?,
            acts: acts?,
            corrections: corrections?,
        })
    })();
    match story {
        Some(mut story) if !diagnostics.has_errors() => {
            let places = Places { doc: &doc, points: &points.places };
            correction_check::check(&story, &places, &mut diagnostics);
            scene_check::check(&story, &places, &mut diagnostics);
            period_check::check(&story, &places, &mut diagnostics);
            count_check::check(&story, &places, &mut diagnostics);
            caution_check::check(&story, &places, &mut diagnostics);
            guess_check::check(&story, &places, &mut diagnostics);
            compare_check::check(&story, &places, &mut diagnostics);
            link_check::check(&mut story, &places, &mut diagnostics);
            amount_check::check(&story, &findings, &doc, &mut diagnostics);
            target_check::check(&story, &findings, &doc, &mut diagnostics);
            title_check::check(&story, &findings, &doc, &mut diagnostics);
            let breaks = diagnostics.has_errors();
            let verdict = rules::run(&story, &places, &mut diagnostics);
            for refusal in verdict.refused {
                refuse(&mut story, refusal);
            }
            // figures that break a rule by themselves have no chart to take away: the story is not published
            let of = if breaks || verdict.breaks_story { Outcome::Faulty } else { Outcome::Sound };
            (of(story), diagnostics.into_sorted())
        }
        Some(story) => (Outcome::Unruled(story), diagnostics.into_sorted()),
        None => {
            if !diagnostics.has_errors() {
                // no reader gives up without saying why; should one do so all the same, the editor is told where
                let message =
                    Both::new("故事读不出来，原因不明", "the story cannot be read, for a reason unknown");
                let help = Both::new(
                    "撤销最近的改动，再一处一处改回",
                    "undo the last changes and repeat them one at a time",
                );
                diagnostics.add(Severity::Error, "unreadable", &doc.text, doc.tree.at, "", message, help);
            }
            unreadable(diagnostics)
        }
    }
}

/// Puts a chart's figures as words in its place, with the reason.
fn refuse(story: &mut Story, refusal: rules::Refusal) {
    let (s, r, c) = refusal.at;
    let figures = story.shown_figures([&story.scenes[s].rows[r][c].chart]);
    story.scenes[s].rows[r][c].chart =
        Chart::Refused(Refused { figures, reason: refusal.message, help: refusal.help });
}
