//! The amounts of a paragraph: an editor who pastes one is offered what it states, with its bounds, and nothing that it does not state.
//! tests/fixtures/recognise/development.json has sentences with what they state; its format is in that folder's README.md.
//! Seen to fail: with 超 left out of the bound words; with "or more" read as "more than"; with spans in characters; with single digits
//! forgotten.

mod any_text;
mod bounds;
mod command;
mod meaning;
mod periods;

use crate::support;
use duoyuan::locale::Locale;
use duoyuan::recognise::skeleton::Skeleton;
use duoyuan::recognise::{read, recognise, Candidate};
use duoyuan::statement::Measure;
use serde::Deserialize;
use std::ops::Range;

#[derive(Deserialize)]
struct Sentence {
    language: String,
    text: String,
    numbers: Vec<Number>,
}

#[derive(Deserialize)]
struct Number {
    printed: String,
    value: String,
    bound: String,
    unit: String,
    direction: Option<String>,
    measure: Option<String>,
    period: Option<String>,
    base: Option<String>,
}

/// The sentences of one half: `development` or `held`.
fn corpus(half: &str, locale: Locale) -> Vec<Sentence> {
    let path = support::root().join(format!("tests/fixtures/recognise/{half}.json"));
    let all: Vec<Sentence> = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    all.into_iter().filter(|sentence| sentence.language == locale.code()).collect()
}

/// Where the numbers of a sentence stand in its text.
fn places(sentence: &Sentence) -> Vec<Range<usize>> {
    let mut from = 0;
    let place = |number: &Number| {
        let found = sentence.text[from..].find(&number.printed);
        let at = from + found.unwrap_or_else(|| panic!("no {:?} in {}", number.printed, sentence.text));
        from = at + number.printed.len();
        at..from
    };
    sentence.numbers.iter().map(place).collect()
}

/// How many of those that are found or expected are right.
#[derive(Default)]
struct Score {
    right: usize,
    found: usize,
    expected: usize,
    /// Of the right ones: printed phrase, unit, measure, direction, period, base.
    parts: [usize; 6],
    wrong: Vec<String>,
}

impl Score {
    fn precision(&self) -> f64 {
        self.right as f64 / self.found.max(1) as f64
    }

    fn recall(&self) -> f64 {
        self.right as f64 / self.expected.max(1) as f64
    }

    /// A candidate is right where it touches the number in the text and has its value and bound.
    fn add(&mut self, sentence: &Sentence, mut found: Vec<Candidate>) {
        self.found += found.len();
        self.expected += sentence.numbers.len();
        let mut missed = Vec::new();
        for (number, place) in sentence.numbers.iter().zip(places(sentence)) {
            let is_right = |c: &Candidate| {
                c.span.start < place.end
                    && place.start < c.span.end
                    && c.amount.to_string() == number.value
                    && c.bound.name() == number.bound
            };
            let Some(at) = found.iter().position(is_right) else {
                missed.push(format!("{} = {}, {}", number.printed, number.value, number.bound));
                continue;
            };
            let candidate = found.remove(at);
            self.right += 1;
            let same = [
                candidate.printed == number.printed,
                candidate.unit == number.unit,
                candidate.measure.map(|m| m.name()) == number.measure.as_deref(),
                candidate.direction.map(|d| d.name()) == number.direction.as_deref(),
                candidate.period.map(|p| p.to_string()) == number.period,
                candidate.base.map(|p| p.to_string()) == number.base,
            ];
            self.parts.iter_mut().zip(same).for_each(|(part, same)| *part += usize::from(same));
        }
        if !missed.is_empty() || !found.is_empty() {
            let invented = found.iter().map(|c| format!("{} = {}, {}", c.printed, c.amount, c.bound.name()));
            let invented: Vec<String> = invented.collect();
            self.wrong.push(format!("{}\n  missed {missed:?}\n  invented {invented:?}", sentence.text));
        }
    }
}

/// Compares what is found with one half, and says how much of it is right.
fn score(half: &str, locale: Locale) -> Score {
    let mut score = Score::default();
    for sentence in corpus(half, locale) {
        score.add(&sentence, recognise(&sentence.text, locale));
    }
    let [printed, unit, measure, direction, period, base] =
        score.parts.map(|part| part as f64 / score.right.max(1) as f64);
    println!(
        "{half}, {}: precision {:.3}, recall {:.3} of {}; printed {printed:.3}, unit {unit:.3}, measure {measure:.3}, \
         direction {direction:.3}, period {period:.3}, base {base:.3}",
        locale.code(),
        score.precision(),
        score.recall(),
        score.expected
    );
    assert!(score.expected > 100, "only {} numbers in {}", score.expected, locale.code());
    score
}

/// Sentences that the rules were made with.
#[test]
fn value_and_bound_are_right_in_both_languages() {
    for locale in support::LANGUAGES {
        let score = score("development", locale);
        let good = score.precision() >= 0.95 && score.recall() >= 0.95;
        assert!(good, "{} sentences are wrong:\n{}", score.wrong.len(), score.wrong.join("\n"));
    }
}

/// Sentences by another hand, which the rules were not made with and are not to be: when they were first read, Chinese had a
/// precision of 0.995 and a recall of 0.961, English 0.988 and 0.933.
#[test]
fn sentences_of_another_hand_are_read_as_well_as_at_first() {
    for (locale, recall) in [(Locale::Zh, 0.95), (Locale::En, 0.92)] {
        let score = score("held", locale);
        let good = score.precision() >= 0.98 && score.recall() >= recall;
        assert!(good, "{} sentences are wrong:\n{}", score.wrong.len(), score.wrong.join("\n"));
    }
}

/// Names, dates and numbered things that state no amount.
#[test]
fn names_and_dates_are_no_amounts() {
    let chinese = [
        "第七次全国人口普查显示，结果将于第四季度公布。",
        "请拨打110或120，也可致电010-12345678。",
        "5G、iPhone15系列、G20领导人峰会与COP28相继亮相。",
        "根据国发〔2021〕4号文件和GB/T 19001-2016标准整改。",
        "航班CA1234将于14:30起飞，登机口为C25。",
        "《2023年统计公报》和《民法典》第1259条。",
        "95后、00后成为主力，一边工作一边学习。",
        "数百名志愿者、几十个单位和上述第三产业企业参加。",
    ];
    let english = [
        "Article 5 of the 1949 treaty was invoked once, after the 9/11 attacks.",
        "Call 020 7946 0958 or visit Room 12 before 17:00 on Friday.",
        "The third quarter was quiet; the second half will be better, a third party says.",
        "Boeing 737, Apollo 11 and the Fortune 500 firm; COP28 and ISO 14001.",
        "Hundreds of people, dozens of cars and one of the largest mills were affected.",
        "The twins, 17, live at No 10; the 1990s boom ended in 2008.",
    ];
    for (locale, texts) in [(Locale::Zh, chinese.as_slice()), (Locale::En, english.as_slice())] {
        for text in texts {
            let found: Vec<String> = recognise(text, locale).into_iter().map(|c| c.printed).collect();
            assert!(found.is_empty(), "{text}: {found:?}");
        }
    }
}

/// Each amount of a text as VALUE@PERIOD, with its status where it has one; `?` where the text gives it no date.
fn told(text: &str, locale: Locale) -> String {
    let told = |c: &Candidate| {
        let period = match (c.period, c.undated) {
            (Some(period), _) => period.to_string(),
            (None, true) => "?".to_string(),
            (None, false) => "-".to_string(),
        };
        let status = c.status.map(|status| format!(" {}", status.name())).unwrap_or_default();
        let whole = c.whole.clone().map(|whole| format!(" of {}", &text[whole])).unwrap_or_default();
        format!("{}@{period}{status}{whole}", c.amount)
    };
    recognise(text, locale).iter().map(told).collect::<Vec<_>>().join(", ")
}

/// Says what each text of a list is read as, a language each.
fn reads(locale: Locale, texts: &[(&str, &str)]) {
    let wrong: Vec<String> = texts
        .iter()
        .map(|(text, expected)| (text, told(text, locale), *expected))
        .filter(|(_, told, expected)| told != expected)
        .map(|(text, told, expected)| format!("{text}\n  {told}\n  and not {expected}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
