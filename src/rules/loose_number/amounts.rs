//! `loose-number`, of amounts that texts state by themselves: in words ("doubled", 减半), in the note of a scale, in the
//! notice, in the items of lists.
//!
//! **Invariant**: only what `recognise` is sure to be an amount is asked for; a figure that says it, by its value or in its
//! printed words, is enough.

use crate::chart::Chart;
use crate::diagnostic::Both;
use crate::locale::recognition::{CHINESE, ENGLISH};
use crate::locale::{Locale, Text};
use crate::model::figure::{Figure, FigureIx, Value};
use crate::model::printed::is_number;
use crate::model::template::{split, Piece};
use crate::model::ListIx;
use crate::recognise::amount::Amount;
use crate::recognise::memory::read_again;
use crate::recognise::Candidate;
use crate::rules::loose_number::{find, CODE};
use crate::rules::{texts_by_language, Bench, Place};
use crate::statement::Measure;
use crate::story::Story;

/// An amount in words.
pub(super) enum Said {
    /// Doubled is 2, halved a half.
    Times(f64),
    /// A third, 八成.
    Part(f64),
    /// 三百万.
    Number(f64),
    /// 连增两年, two years in a row.
    InARow(f64),
}

impl Said {
    fn of(candidate: &Candidate, text: &str, locale: Locale) -> Option<Said> {
        let number = match &candidate.amount {
            Amount::Number(number) => number.approximate(),
            Amount::Fraction(part, whole) => *part as f64 / *whole as f64,
            Amount::Range(..) | Amount::Ratio(_) => return None,
        };
        match (candidate.measure, &candidate.amount) {
            (Some(Measure::Multiple), _) if is_told_so_often(candidate, text, locale) => None,
            (Some(Measure::Multiple), _) => Some(Said::Times(number)),
            (_, Amount::Fraction(..)) => Some(Said::Part(number)),
            (_, Amount::Number(_)) if candidate.unit == "%" => Some(Said::Part(number / 100.0)),
            (_, Amount::Number(_)) if is_in_a_row(candidate, text, locale) => Some(Said::InARow(number)),
            // one and ten and a hundred are words of their own
            (_, Amount::Number(_)) if candidate.power > 0 => Some(Said::Number(number)),
            _ => None,
        }
    }

    /// Whether a figure says it too: by its value, about, or in its printed words.
    fn is_said_by(&self, figure: &Figure, words: &str, locale: Locale) -> bool {
        let printed = figure.printed().own(locale).unwrap_or("").to_lowercase();
        let is_amount = is_number(&printed, locale.catalogue());
        if printed.contains(words) || is_amount && words.contains(&printed) {
            return true;
        }
        let Value::Number(value) = figure.value() else { return false };
        let (value, is_percent) = (value.to_f64(), figure.unit().is_percent());
        let near = |said: f64, apart: f64| (said - value).abs() <= apart;
        match (self, figure.measure()) {
            (Said::Times(times), Measure::Multiple) => near(*times, 0.25),
            (Said::Times(times), Measure::Growth) => near((times - 1.0) * 100.0, 5.0),
            (Said::Part(part), _) if is_percent => near(part * 100.0, 2.5) || near(-part * 100.0, 2.5),
            (Said::InARow(times), _) => near(*times, 0.0),
            (Said::Number(number), _) => is_scale(figure, value, *number, locale),
            _ => false,
        }
    }
}

/// How often something happened: "told three times", "revised twice", but not "three times as many".
fn is_told_so_often(candidate: &Candidate, text: &str, locale: Locale) -> bool {
    let printed = candidate.printed.to_lowercase();
    let counts = ["times", "twice", "thrice"].iter().any(|word| printed.ends_with(word));
    let next = text[candidate.span.end..].trim_start().split(|c: char| !c.is_alphabetic()).next();
    let compares = [
        "as", "the", "that", "those", "its", "their", "what", "more", "higher", "larger", "greater",
        "bigger", "faster", "longer", "older", "over", "this", "last", "less", "lower", "of",
    ];
    locale == Locale::En && counts && next.is_some_and(|next| !compares.contains(&next))
}

/// Years or months that followed each other: 连增两年, three straight years.
fn is_in_a_row(candidate: &Candidate, text: &str, locale: Locale) -> bool {
    let (before, after) = (&text[..candidate.span.start], &text[candidate.span.end..]);
    let printed = candidate.printed.to_lowercase();
    match locale {
        Locale::Zh => {
            CHINESE.times.contains(&candidate.unit.as_str())
                && CHINESE.in_a_row.iter().any(|word| before.ends_with(word))
        }
        Locale::En => ENGLISH
            .in_a_row
            .iter()
            .any(|words| printed.contains(&format!(" {words} ")) || after.trim_start().starts_with(words)),
        Locale::Ru => false,
    }
}

/// Whether two numbers have the same digits, in whatever power of ten: a unit may be 万吨.
pub(super) fn is_like(a: f64, b: f64) -> bool {
    let digits = |number: f64| {
        let power = number.abs().max(f64::MIN_POSITIVE).log10().floor();
        number.abs() / 10f64.powi(power as i32)
    };
    a == b || a != 0.0 && b != 0.0 && (digits(a) - digits(b)).abs() < 1e-9
}

/// A text with a sign in place of each reference, which states its own amount.
fn without_references(text: &str) -> String {
    let piece = |piece: Piece| match piece {
        Piece::Text(words) => words,
        Piece::Reference(_) => "□".to_string(),
    };
    split(text).into_iter().map(piece).collect()
}

pub(super) fn has_digits(text: &str) -> bool {
    text.chars().any(|c| c.is_ascii_digit() || ('０'..='９').contains(&c))
}

/// The amounts in words of a text that no figure of the story says.
pub(super) fn unsaid(story: &Story, text: &str, locale: Locale) -> Vec<(String, Said)> {
    let text = without_references(text);
    let mut all = Vec::new();
    for candidate in &read_again(&text, locale).amounts {
        let words = candidate.printed.to_lowercase();
        let said = Said::of(candidate, &text, locale).filter(|_| !has_digits(&words));
        let said =
            said.filter(|said| !story.figures().iter().any(|figure| said.is_said_by(figure, &words, locale)));
        all.extend(said.map(|said| (candidate.printed.clone(), said)));
    }
    all
}

pub(super) fn words_of(words: &str) -> (Both, Both) {
    (
        Both::new(
            format!("“{words}”说的是一个数，故事里没有哪个数字这样说"),
            format!("\"{words}\" states an amount that no figure of the story states"),
        ),
        Both::new(
            "来源这样说，就登记为数字（倍数用 measure: multiple，原词写进 printed）并引用；不是就换个说法",
            "where the source says so, register it as a figure (a multiple has measure: multiple, its words are \
             \"printed\") and quote that; else say it otherwise",
        ),
    )
}

/// What is said of the first amount in words of a text in a picture, or of a title of the story, which no figure says. Such words have
/// more uses than digits have (一半, a third): they are told and kept.
pub(crate) fn in_picture(story: &Story, text: &str, locale: Locale) -> Option<(Both, Both)> {
    let is_name = |words: &str| {
        let names = story.names().iter().flat_map(|name| name.text.iter());
        names.into_iter().any(|(_, name)| name.to_lowercase().contains(&words.to_lowercase()))
    };
    let (words, _) = unsaid(story, text, locale).into_iter().find(|(words, _)| !is_name(words))?;
    Some(words_of(&words))
}

/// Sentences that say an amount in words which no figure of the story says.
pub(in crate::rules) fn check_texts(bench: &mut Bench) {
    let story = bench.story;
    for (place, locale, text) in texts_by_language(story) {
        for (words, said) in unsaid(story, text, locale) {
            let (message, help) = words_of(&words);
            let place = place.clone().in_language(locale);
            match said {
                Said::Times(_) => bench.error(CODE, place, message, help),
                // a half and a third have other uses
                Said::Part(_) | Said::Number(_) | Said::InARow(_) => bench.warn(CODE, place, message, help),
            }
        }
    }
}

/// The notice and the closing words, which quote no figures, and the items of lists, which are names.
pub(in crate::rules) fn check_words_of_the_story(bench: &mut Bench) {
    let story = bench.story;
    let names: Vec<String> =
        story.names().iter().flat_map(|name| name.text.iter().map(|(_, text)| text.to_string())).collect();
    let help = Both::new(
        "把它登记为 figures 里的数字，在正文里引用；是名称的一部分，就登记在 names 里",
        "register it under figures and quote it in a sentence; if it is part of a name, declare the name under \"names\"",
    );
    let mut found: Vec<(Place, String)> = Vec::new();
    for (place, text) in [(Place::Notice, Some(story.notice())), (Place::Closing, story.closing())] {
        let texts = text.into_iter().flat_map(Text::iter);
        let amounts = texts.filter_map(|(locale, text)| amount_in(text, locale, &names));
        found.extend(amounts.map(|words| (place.clone(), words)));
    }
    for (i, list) in story.lists().iter().enumerate() {
        for item in list.items.iter().filter(|item| item.figure.is_none()) {
            let texts = item.text.iter().chain(item.role.iter().flat_map(Text::iter));
            let amounts = texts.filter_map(|(locale, text)| amount_in(text, locale, &names));
            found.extend(amounts.map(|words| (Place::List(ListIx(i), "items"), words)));
        }
    }
    for (place, words) in found {
        let message = Both::new(
            format!("“{words}”是手写的数，没有出处"),
            format!("the amount \"{words}\" is typed here and has no source"),
        );
        bench.warn(CODE, place, message, help.clone());
    }
}

/// The first amount with digits and a unit that a text types: no name, no year and no number alone.
fn amount_in(text: &str, locale: Locale, names: &[String]) -> Option<String> {
    find(text, names)?;
    let reading = read_again(text, locale);
    let is_typed = |c: &&Candidate| has_digits(&c.printed) && !c.unit.is_empty();
    let own = reading.amounts.iter().find(is_typed).map(|candidate| candidate.printed.clone())?;
    (!names.iter().any(|name| name.contains(&own))).then_some(own)
}

/// A chart's note of its scale says the scale that the chart has.
pub(in crate::rules) fn check_scale(bench: &mut Bench, chart: &Chart) {
    let (note, member, scale): (&Text, &str, Vec<(FigureIx, f64)>) = match chart {
        Chart::Waffle(chart) => (&chart.cell_note, "cell_note", vec![(chart.figure, 1.0)]),
        Chart::BlockStack(chart) => (&chart.block_note, "block_note", vec![(chart.figure, 1.0)]),
        Chart::UnitField(chart) => {
            let scale = chart.fields.iter().map(|field| (field.figure, field.per)).collect();
            (&chart.scale_note, "scale_note", scale)
        }
        _ => return,
    };
    for (locale, text) in note.iter() {
        let says = |number: f64| {
            // one dot, one cell
            number == 1.0
                || scale.iter().any(|(ix, per)| is_scale(bench.story.figure(*ix), *per, number, locale))
        };
        let Some((words, _)) = numbers(text, locale).into_iter().find(|(_, number)| !says(*number)) else {
            continue;
        };
        let per: Vec<String> = scale.iter().map(|(_, per)| crate::geometry::number(*per)).collect();
        let per = per.join(", ");
        let message = Both::new(
            format!("图例说明（{member}）写着“{words}”，图里一个却代表 {per}"),
            format!("the note of the scale ({member}) says \"{words}\", but one mark of the chart stands for {per}"),
        );
        let help = Both::new(
            "写图上真正的比例，或删去这个数",
            "write the scale that the chart has, or leave the number out",
        );
        return bench.refuse(CODE, format!("{member}.{}", locale.code()), message, help);
    }
}

/// Whether a number is so many of a figure's unit, which may have a power of ten in it: 1亿元 is one of 亿元.
fn is_scale(figure: &Figure, per: f64, number: f64, locale: Locale) -> bool {
    let name = figure.unit().name(locale).to_lowercase();
    // one percent, or the whole of them
    if figure.unit().is_percent() {
        return number == per || number == 100.0;
    }
    let powers = ["万", "亿", "千", "百", "thousand", "million", "billion", "bn", "hundred", "mw", "mt"];
    let shifted = figure.unit().words.iter().any(|words| words.shift != 0);
    match shifted || powers.iter().any(|power| name.contains(power)) {
        true => is_like(number, per),
        false => number == per,
    }
}

/// The numbers of a text, in digits and in words, with what is printed of them; years and dates are none.
fn numbers(text: &str, locale: Locale) -> Vec<(String, f64)> {
    let reading = read_again(text, locale);
    let number = |candidate: &Candidate| match &candidate.amount {
        Amount::Number(number) => Some((candidate.printed.clone(), number.approximate())),
        _ => None,
    };
    let mut all: Vec<(String, f64)> = reading.amounts.iter().filter_map(number).collect();
    let is_year = |number: f64| (1000.0..2100.0).contains(&number) && number.fract() == 0.0;
    for span in reading.rest.iter().cloned() {
        let plain: String = text[span.clone()].chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
        let number = plain.parse().ok().filter(|number| !is_year(*number));
        all.extend(number.map(|number| (text[span].to_string(), number)));
    }
    all
}
