//! Checks what a statement says that its source prints in words.
//!
//! A figure comes in; what is wrong with its `printed` goes out: digits in it, a range that is typed as one number, words
//! that state another number than the value.
//!
//! **Invariant**: a remedy never changes the number.

use crate::diagnostic::{Both, Severity};
use crate::input::suggest;
use crate::locale::number::Format;
use crate::locale::Locale;
use crate::model::figure::{Figure, Value};
use crate::model::printed::{is_number, parts};
use crate::recognise::amount::Amount;
use crate::recognise::recognise;
use crate::statement::{Form, Measure};

/// How grave it is, its code, what is wrong and what to do.
pub(crate) type Fault = (Severity, &'static str, Both, Both);

/// Returns what is wrong with the printed words of a figure.
pub(crate) fn faults(figure: &Figure) -> Vec<Fault> {
    let one = |(locale, words): (Locale, &str)| {
        digits(words)
            .or_else(|| range(figure, words, locale))
            .or_else(|| other(figure, words, locale))
            .or_else(|| number(figure, words, locale))
    };
    figure.printed.iter().filter(|_| figure.form == Form::Amount).filter_map(one).collect()
}

fn digits(words: &str) -> Option<Fault> {
    if !words.chars().any(|c| c.is_ascii_digit() || ('０'..='９').contains(&c)) {
        return None;
    }
    let message = Both::new(
        format!("printed 里写了数字：“{words}”"),
        format!("\"printed\" has digits in it: \"{words}\""),
    );
    let help = Both::new(
        "数字写在 value（万、million 写在 format），printed 只写原文的词，如“超”“三分之一”",
        "write the number as value (and its \"million\" as format); printed has the words only, such as \"over\" or \"a third\"",
    );
    Some((Severity::Error, "printed-number", message, help))
}

/// One number where the words say two.
fn range(figure: &Figure, words: &str, locale: Locale) -> Option<Fault> {
    let Value::Number(number) = figure.value else { return None };
    let catalogue = locale.catalogue();
    let bounds = catalogue.bound_words.iter().map(|(word, _)| *word);
    let plain = bounds.fold(words.to_lowercase(), |words, bound| words.replace(bound, " "));
    let says = |word: &&&str| match catalogue.spaced {
        true => plain.split(|c: char| !c.is_alphabetic()).any(|own| own == **word),
        false => plain.contains(**word),
    };
    let word = catalogue.range_words.iter().find(says)?;
    let shown = number.digits().replace('−', "-");
    let message = Both::new(
        format!("印作“{words}”是一个范围，value 却只有一个数 {shown}"),
        format!("\"{words}\" is printed with a range, and the value is the one number {shown}"),
    );
    let help = Both::new(
        format!("写两个数：\"value\": [低, 高]，删去 printed；不是范围就删去“{word}”"),
        format!(
            "write both: \"value\": [low, high], without printed; where it is no range, take \"{word}\" out"
        ),
    );
    Some((Severity::Error, "bound-value", message, help))
}

/// English words for what `suggest::fraction` knows in Chinese.
const PARTS: [(&str, (usize, usize)); 15] = [
    ("half", (1, 2)),
    ("a half", (1, 2)),
    ("one half", (1, 2)),
    ("a third", (1, 3)),
    ("one third", (1, 3)),
    ("two thirds", (2, 3)),
    ("a quarter", (1, 4)),
    ("one quarter", (1, 4)),
    ("three quarters", (3, 4)),
    ("a fifth", (1, 5)),
    ("one fifth", (1, 5)),
    ("two fifths", (2, 5)),
    ("three fifths", (3, 5)),
    ("four fifths", (4, 5)),
    ("a tenth", (1, 10)),
];

/// Words of a multiple.
const TIMES: [(&str, usize); 9] = [
    ("doubled", 2),
    ("twice", 2),
    ("double", 2),
    ("tripled", 3),
    ("three times", 3),
    ("quadrupled", 4),
    ("翻一番", 2),
    ("翻番", 2),
    ("翻两番", 4),
];

/// The words state a number that is known, and the value is another one.
fn other(figure: &Figure, words: &str, locale: Locale) -> Option<Fault> {
    let Value::Number(number) = figure.value else { return None };
    let (_, words, _) = parts(words, figure.bound, locale.catalogue());
    let plain = words.to_lowercase().replace('-', " ");
    let times = TIMES.iter().find(|(word, _)| *word == plain).map(|(_, n)| *n as f64);
    let part = PARTS.iter().find(|(word, _)| *word == plain).map(|(_, part)| *part);
    let part = part.or_else(|| suggest::fraction(&plain)).map(|(above, below)| above as f64 / below as f64);
    let is_percent = figure.unit.is_percent();
    let said = match (times, part) {
        (Some(times), _) if figure.measure == Measure::Multiple => times,
        (Some(times), _) if figure.measure == Measure::Growth && is_percent => (times - 1.0) * 100.0,
        (None, Some(part)) if is_percent => part * 100.0,
        _ => return None,
    };
    let value = number.to_f64().abs();
    // a third is 33, 33.3 or 33.33 percent, and "a quarter" may be 24.6
    if (said - value).abs() <= if is_percent { 2.5 } else { 0.25 } {
        return None;
    }
    let shown = number.digits();
    let said = crate::geometry::number((said * 100.0).round() / 100.0);
    let message = Both::new(
        format!("印作“{words}”，约合 {said}，value 却是 {shown}"),
        format!("printed as \"{words}\", which is about {said}, but the value is {shown}"),
    );
    Some((
        Severity::Error,
        "printed-number",
        message,
        Both::new("核对原文；改 value 或 printed", "check the source; change value or printed"),
    ))
}

/// The words are a number, and the value is not about that number: twelve and 3.
fn number(figure: &Figure, words: &str, locale: Locale) -> Option<Fault> {
    let Value::Number(value) = figure.value else { return None };
    let (_, number, _) = parts(words, figure.bound, locale.catalogue());
    if !is_number(number, locale.catalogue()) {
        return None;
    }
    // a number in words is read where something is counted: "twelve people", 十二人
    let counted = match locale.catalogue().spaced {
        true => format!("{number} {}", locale.catalogue().units.people.last()?),
        false => format!("{number}{}", locale.catalogue().units.people.last()?),
    };
    let amounts = recognise(&counted, locale);
    let said = match &amounts[..] {
        [only] if only.span.start == 0 => match &only.amount {
            Amount::Number(said) if only.measure != Some(Measure::Multiple) => said.approximate(),
            _ => return None,
        },
        _ => return None,
    };
    let value = value.to_f64().abs();
    // in whatever power of ten, as a unit may be 万吨; "a dozen" may be 13
    let near = |said: f64| said > 0.0 && value > 0.0 && (said / value - 1.0).abs() <= 0.1;
    // what stands behind the words has no power of its own: five thousand people are 5,000
    let has_power = figure.format != Format::Plain || {
        let name = figure.unit.name(locale).to_lowercase();
        let powers = Locale::ALL.iter().flat_map(|locale| locale.catalogue().powers);
        figure.unit.words.iter().any(|words| words.shift != 0)
            || powers.into_iter().any(|power| name.contains(power.word))
            || name.chars().any(|c| "百千".contains(c))
    };
    let powers = if has_power { -9..=9 } else { 0..=0 };
    if powers.into_iter().any(|power| near(said * 10f64.powi(power))) || said == value {
        return None;
    }
    let (shown, said) = (crate::geometry::number(value), crate::geometry::number(said));
    let message = Both::new(
        format!("印作“{words}”，是 {said}，value 却是 {shown}"),
        format!("printed as \"{words}\", which is {said}, but the value is {shown}"),
    );
    let help = Both::new("核对原文；改 value 或 printed", "check the source; change value or printed");
    Some((Severity::Error, "printed-number", message, help))
}

#[cfg(test)]
mod tests {
    #[test]
    fn parts_are_in_lowest_terms_of_words_without_hyphens() {
        assert!(super::PARTS.iter().all(|(word, (above, below))| !word.contains('-') && above < below));
    }
}
