//! `direction-word`, of growth rates: "prices fell to {x}", and x is growth above zero. Prices rose, and slower than
//! before.
//!
//! **Invariant**: only a clause that names what the rate is of, with no word of a rate in its text, is read.

use crate::diagnostic::Both;
use crate::locale::recognition::sayings::sayings;
use crate::locale::Locale;
use crate::model::figure::FigureIx;
use crate::rules::comparison_word::said::{flat, has_any, names_it};
use crate::rules::direction_word::titles::certain_way;
use crate::rules::direction_word::Way;
use crate::rules::direction_word::CODE;
use crate::rules::{texts_by_language, Bench, Place};
use crate::statement::Measure;

pub(in crate::rules) fn check_texts(bench: &mut Bench) {
    let story = bench.story;
    for (place, locale, text) in texts_by_language(story) {
        let flat = flat(story, text, locale);
        for (i, ix) in flat.figures.iter().enumerate() {
            let figure = story.figure(*ix);
            let way = certain_way(figure).filter(|_| figure.measure() == Measure::Growth);
            let words: String = flat.between[..=i].join("\u{1}");
            let Some((said, word)) = went_to(&words, locale) else { continue };
            let spaced = locale.catalogue().spaced;
            let label = figure.label().get(locale);
            let of_rate = |words: &str| has_any(words, sayings(locale).rates, spaced);
            let unclear = of_rate(&flat.between.join(" ")) || of_rate(&label.to_lowercase());
            // output, growth: the name of what it is of stands before the comma
            let unclear = unclear && !has_own_name(&flat.between.join(" "), label, locale);
            let clause = words.rsplit(['。', '；', '.', ';']).next().unwrap_or("");
            if way.is_none_or(|way| way == said) || unclear || !names_it(clause, label, spaced) {
                continue;
            }
            tell(bench, place.clone().in_language(locale), *ix, word, locale);
        }
    }
}

/// Whether the label alone has a word of a rate in it, behind a comma.
fn has_own_name(text: &str, label: &str, locale: Locale) -> bool {
    let (rates, spaced) = (sayings(locale).rates, locale.catalogue().spaced);
    let name = label.split([',', '，', '(', '（']).next().unwrap_or("").to_lowercase();
    !has_any(text, rates, spaced) && !has_any(&name, rates, spaced)
}

/// The direction in which something is said to have gone to the number behind the words: fell to, fell from one to.
fn went_to(words: &str, locale: Locale) -> Option<(Way, &'static str)> {
    let (directions, sayings) = (&locale.catalogue().directions, sayings(locale));
    let clause =
        words.rsplit(|c: char| "，。；：！？,.;:!?()（）".contains(c)).next().unwrap_or("").trim_end();
    let before = directions.to.iter().find_map(|to| clause.strip_suffix(to))?.trim_end();
    let from =
        directions.from.iter().find_map(|from| before.strip_suffix('\u{1}')?.trim_end().strip_suffix(from));
    let before = from.unwrap_or(before).trim_end();
    let find = |list: &'static [&'static str]| {
        list.iter().copied().find(|word| {
            before.strip_suffix(word).is_some_and(|rest| !locale.catalogue().spaced || rest.ends_with(' '))
        })
    };
    match (find(sayings.went_up), find(sayings.went_down)) {
        (Some(word), None) => Some((Way::Rise, word)),
        (None, Some(word)) => Some((Way::Fall, word)),
        (Some(_), Some(_)) | (None, None) => None,
    }
}

fn tell(bench: &mut Bench, place: Place, ix: FigureIx, word: &str, locale: Locale) {
    let shown = bench.story.figure(ix).display(locale);
    let (zh, en) = match certain_way(bench.story.figure(ix)) {
        Some(Way::Rise) => ("仍在增长", "it still grew"),
        Some(Way::Fall) | None => ("仍在下降", "it still fell"),
    };
    bench.error(
        CODE,
        place,
        Both::new(
            format!("“{word}”到“{shown}”：这是增速，{zh}"),
            format!("\"{word}\" to \"{shown}\", which is a growth rate: {en}"),
        ),
        Both::new(
            "写明升降的是增速，如“增速放缓到”；数值不用改",
            "say that it is the growth which became smaller or larger, as in \"growth slowed to\"; no number changes",
        ),
    );
}
