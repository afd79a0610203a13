//! Names of figures that say something else than what they name: a goal where the figure is a result, thousands
//! where its unit has none.
//!
//! **Invariant**: only what a name states by itself is held against it: its first or last word, a power of ten in brackets; a
//! name without them is never in the way.

use crate::diagnostic::Both;
use crate::locale::{Locale, Text};
use crate::model::figure::Figure;
use crate::rules::mixed_unit::{kind_of_name, kind_of_unit, unit_at_end};
use crate::rules::{Bench, Place};
use crate::statement::Measure;

/// A name's last word is one of a goal or a forecast, in brackets or not; or it begins with one: "goal for".
pub(in crate::rules) fn says_goal(text: &Text) -> Option<&'static str> {
    text.iter().find_map(|(locale, words)| {
        let (catalogue, words) = (locale.catalogue(), words.to_lowercase());
        let words = words.trim_matches(|c: char| c.is_whitespace() || "()（）[]：:".contains(c));
        let ends = |word: &str| {
            let before = words.strip_suffix(word);
            before.is_some_and(|before| !catalogue.spaced || !before.ends_with(char::is_alphabetic))
        };
        let begins = |word: &str| {
            let of = catalogue.goal_links.iter();
            of.into_iter().any(|link| words.strip_prefix(word).is_some_and(|rest| rest.starts_with(link)))
        };
        catalogue.goal_names.iter().copied().find(|word| ends(word) || begins(word))
    })
}

/// A power of ten that stands in the last brackets of a name, or as its last word, and that the figure does not print itself.
fn says_power(figure: &Figure) -> Option<&'static str> {
    figure.label().iter().find_map(|(locale, words)| {
        let (catalogue, words) = (locale.catalogue(), words.to_lowercase());
        let last = words.rfind(['(', '（']).map(|at| &words[at..]);
        let last = last.or_else(|| words.rfind([',', '，']).map(|at| &words[at..])).unwrap_or("");
        // for each of so many
        if catalogue.per_words.iter().any(|per| last.contains(per)) {
            return None;
        }
        let unit = figure.unit().name(locale).to_lowercase();
        let shown = figure.display(locale).to_lowercase();
        let power = catalogue.powers.iter().map(|power| power.word);
        power.into_iter().find(|word| last.contains(word) && !unit.contains(word) && !shown.contains(word))
    })
}

/// A unit in the last brackets of a name that is not the figure's.
fn says_unit(figure: &Figure) -> Option<(String, String)> {
    figure.label().iter().find_map(|(locale, words)| {
        let said = unit_at_end(words).filter(|_| words.trim().ends_with([')', '）']))?;
        let own = kind_of_unit(figure.unit(), locale)?;
        let other = kind_of_name(said, locale).filter(|(kind, _)| *kind != own.0);
        other.map(|_| (said.to_string(), figure.unit().name(locale).to_string()))
    })
}

/// Names of figures; of a series once.
pub(in crate::rules) fn check_figures(bench: &mut Bench) {
    let mut before = None;
    for ix in bench.all_figures() {
        let figure = bench.story.figure(ix);
        let series = figure.id().split_once('@').map(|(series, _)| series);
        if series.is_some() && std::mem::replace(&mut before, series) == series {
            continue;
        }
        let place = Place::Figure(ix, "label");
        let name = bench.name(ix);
        let has_number = figure.ends().is_some() && !figure.is_class();
        // how many goals there are is a result
        let is_amount = has_number && figure.measure() != Measure::Count;
        if let Some(word) = says_goal(figure.label()).filter(|_| is_amount && figure.status().is_result()) {
            bench.warn(
                "target-as-result",
                place.clone(),
                Both::new(
                    format!("{}的名称说是“{word}”，却画成已有的结果", name.zh()),
                    format!("{} has \"{word}\" in its name, but is drawn as a result", name.en()),
                ),
                Both::new(
                    "是目标就加上 \"status\": \"target\"，是预测就写 \"forecast\"；是结果就换个名称",
                    "add \"status\": \"target\" or \"forecast\" if it is one; if it is a result, call it otherwise",
                ),
            );
        }
        if let Some((said, own)) = says_unit(figure).filter(|_| has_number) {
            bench.warn(
                "loose-number",
                place.clone(),
                Both::new(
                    format!("{}的名称里写着“{said}”，单位却是“{own}”", name.zh()),
                    format!("{} has \"{said}\" in its name, and its unit is \"{own}\"", name.en()),
                ),
                Both::new(
                    "名称里不写单位，或核对 unit；数值不用改",
                    "take the unit out of the name, or check the unit of the figure; the number stays",
                ),
            );
        }
        if let Some(word) = says_power(figure).filter(|_| has_number) {
            let shown = [Locale::Zh, Locale::En].map(|locale| figure.display(locale));
            bench.warn(
                "loose-number",
                place,
                Both::new(
                    format!("{}的名称里写着“{word}”，数却印作“{}”，读者会再乘一次", name.zh(), shown[0]),
                    format!(
                        "{} has \"{word}\" in its name, but is printed as \"{}\": readers would multiply it",
                        name.en(),
                        shown[1]
                    ),
                ),
                Both::new(
                    format!("单位里写“{word}”，或用 format；名称里删去它"),
                    format!("write \"{word}\" in the unit, or as format, and take it out of the name"),
                ),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_name_that_calls_itself_a_goal_is_one() {
        for (words, is_goal) in [
            ("Jobs (target)", true),
            ("Goal for jobs", true),
            ("Output forecast", true),
            ("Target population", false),
            ("Goals scored", false),
            ("Retargeting", false),
        ] {
            let text = Text::each(&[Locale::En], |_| words.to_string());
            assert_eq!(says_goal(&text).is_some(), is_goal, "{words}");
        }
        for (words, is_goal) in [("就业目标", true), ("产值（目标值）", true), ("目标人口", false)]
        {
            let text = Text::each(&[Locale::Zh], |_| words.to_string());
            assert_eq!(says_goal(&text).is_some(), is_goal, "{words}");
        }
    }
}
