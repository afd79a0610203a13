//! Checks that no text of a picture, and no title of a chapter, says "reached" where all that is drawn are goals or
//! forecasts.
//!
//! **Invariant**: warns; a chart with a single result in it is never in the way, nor is a text that calls it a goal.

use super::beside::Beside;
use super::document::Document;
use super::validate::Findings;
use crate::diagnostic::{Both, Diagnostics, Severity};
use crate::locale::recognition::claims::claims;
use crate::locale::Locale;
use crate::model::figure::FigureIx;
use crate::model::template::{split, Piece};
use crate::story::Story;

pub(super) fn check(story: &Story, findings: &Findings, doc: &Document, diagnostics: &mut Diagnostics) {
    for (text, at, path) in findings.remarks.iter().chain(&findings.templates) {
        let Some(Beside { locale, figures, .. }) = Beside::of(story, path) else { continue };
        let Some(word) = reached(text, locale) else { continue };
        let status = |ix: &FigureIx| story.figure(*ix).status();
        let is_told = quotes_goal(story, text);
        if is_told || figures.is_empty() || figures.iter().any(|ix| status(ix).is_result()) {
            continue;
        }
        diagnostics.add(
            Severity::Warning,
            "target-as-result",
            &doc.text,
            at + 1,
            path,
            Both::new(
                format!("这里写着“{word}”，画的却都是目标或预测"),
                format!("this says \"{word}\", and all that is drawn is a goal or a forecast"),
            ),
            Both::new(
                "写明是目标，如“目标”“计划”，或换一个说法；数值不用改",
                "say that it is a goal, with a word such as \"goal\" or \"target\", or say it otherwise; no \
                 number changes",
            ),
        );
    }
}

/// Whether a text quotes a goal: then the rules ask it to say so.
fn quotes_goal(story: &Story, text: &str) -> bool {
    split(text).iter().any(|piece| match piece {
        Piece::Reference(id) => story.find_figure(id).is_some_and(|ix| story.figure(ix).is_target()),
        Piece::Text(_) => false,
    })
}

/// The word by which a text says that something has been done, where it does not call it a goal.
fn reached(text: &str, locale: Locale) -> Option<&'static str> {
    let text = text.to_lowercase();
    let aims = locale.catalogue().aim_words.iter().chain(locale.catalogue().forecast_words);
    if { aims }.any(|word| text.contains(word)) {
        return None;
    }
    claims(locale).reached.iter().copied().find(|word| match locale.catalogue().spaced {
        true => {
            let padded = |words: &str| {
                let all = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
                format!(" {} ", all.collect::<Vec<_>>().join(" "))
            };
            padded(&text).contains(&padded(word))
        }
        false => text.contains(word),
    })
}
