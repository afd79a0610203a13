//! Two versions of a story to the statements that differ, in both languages.
//!
//! **Invariant**: compares what readers are told (statements, sentences), not how the files write it; changes nothing.

use crate::files;
use duoyuan::locale::{Locale, Text};
use duoyuan::story::Story;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::ExitCode;

/// What is said, by where: `figures.green-coverage`, `scenes.lead.title`.
type Said = BTreeMap<String, Text>;

fn said(story: &Story) -> Said {
    let mut all = Said::new();
    for figure in story.figures() {
        let ix = story.find_figure(figure.id());
        if let Some(ix) = ix {
            all.insert(
                format!("figures.{}", figure.id()),
                Text::each(story.languages(), |l| story.statement(ix, l)),
            );
        }
    }
    for scene in story.scenes() {
        let mut add = |part: String, text: &Text| {
            all.insert(
                format!("scenes.{}.{part}", scene.id),
                Text::each(story.languages(), |l| story.expand_plain(text, l)),
            );
        };
        add("title".into(), &scene.title);
        add("subtitle".into(), &scene.subtitle);
        for (i, text) in scene.narration.iter().enumerate() {
            add(format!("narration[{i}]"), text);
        }
        if let Some(note) = &scene.note {
            add("note".into(), note);
        }
    }
    all
}

/// The differences as lines: `~` changed, `+` new, `-` gone, each with its texts in all languages.
fn lines(old: &Story, new: &Story) -> Vec<String> {
    let (before, after) = (said(old), said(new));
    let mut out = Vec::new();
    for place in before.keys().chain(after.keys()).collect::<BTreeSet<_>>() {
        let (was, is) = (before.get(place), after.get(place));
        if was == is {
            continue;
        }
        let mark = match (was, is) {
            (Some(_), Some(_)) => '~',
            (None, _) => '+',
            (_, None) => '-',
        };
        let corrected = place.strip_prefix("figures.").is_none_or(|id| {
            mark != '~' || new.corrections().iter().any(|c| new.figure(c.figure).id() == id)
        });
        let note = if corrected { "" } else { "  (没有写更正 · no correction is listed)" };
        out.push(format!("{mark} {place}{note}"));
        for locale in Locale::ALL {
            let name = locale.code();
            let own = |text: &&Text| text.iter().any(|(l, _)| l == locale);
            let texts = [("-", was.filter(own)), ("+", is.filter(own))];
            let told = texts.into_iter().filter_map(|(sign, text)| Some((sign, text?.get(locale))));
            out.extend(told.map(|(sign, text)| format!("  {name} {sign} {text}")));
        }
    }
    out
}

/// 0 when nothing that is said differs, 1 when something does, 2 when one cannot be read.
pub fn run(old: &Path, new: &Path) -> ExitCode {
    let load = |path: &Path| files::load(path);
    let (old, new) = match (load(old), load(new)) {
        (Ok(old), Ok(new)) => (old, new),
        (Err(message), _) | (_, Err(message)) => {
            eprintln!("duoyuan: {}\nduoyuan: {}", message.zh(), message.en());
            return ExitCode::from(2);
        }
    };
    let lines = lines(&old, &new);
    if lines.is_empty() {
        println!("说法没有不同 · nothing is said otherwise ({} → {})", old.version(), new.version());
        return ExitCode::SUCCESS;
    }
    println!("{} → {}", old.version(), new.version());
    for line in &lines {
        println!("{line}");
    }
    if old.version() == new.version() {
        println!("版本号没有变：请改 version · the version is the same: raise it");
    }
    ExitCode::from(1)
}
