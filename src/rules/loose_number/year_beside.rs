//! `loose-number`, of a year that a sentence gives a number: "In 2024 there were {a}", of 2019.
//!
//! **Invariant**: warns; only a year that leads the clause of the number or the sentence, stands in the name of the number,
//! or ends its clause, is held against every year that the figure names.

use crate::diagnostic::Both;
use crate::locale::recognition::claims::claims;
use crate::locale::{Locale, Text};
use crate::model::figure::Figure;
use crate::rules::comparison_word::said::{flat, has_any};
use crate::rules::{texts_by_language, Bench};

/// Every year that a figure names.
pub(crate) fn years_of(figure: &Figure) -> Vec<i32> {
    let period = figure.period();
    let dated: Vec<i32> = [period.start, period.end].into_iter().flatten().map(|date| date.year).collect();
    let run = dated.first().zip(dated.last()).into_iter().flat_map(|(first, last)| *first..=*last);
    let texts = [Some(&period.text), figure.base(), figure.deadline(), Some(figure.label()), figure.note()];
    let said =
        texts.into_iter().flatten().flat_map(Text::iter).flat_map(|(_, words)| years(&with_digits(words)));
    run.chain(said).chain(figure.date().map(|date| date.year)).collect()
}

/// The years that a text types: four digits from 1900 to 2099 that stand alone.
pub(crate) fn years(text: &str) -> Vec<i32> {
    let runs = text.split(|c: char| !c.is_ascii_digit()).filter(|run| run.len() == 4);
    runs.filter_map(|run| run.parse().ok()).filter(|year| (1900..2100).contains(year)).collect()
}

/// A text with the years that Chinese writes in its own digits in those of others: 二〇二二年 is 2022年.
fn with_digits(text: &str) -> String {
    const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    let digit = |c: char| DIGITS.iter().position(|own| *own == if c == '零' { '〇' } else { c });
    let all: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while at < all.len() {
        let run: Vec<usize> = all[at..].iter().map_while(|c| digit(*c)).collect();
        match (run.len(), all.get(at + run.len())) {
            (4, Some('年')) => run.iter().for_each(|digit| out += &digit.to_string()),
            (0, _) => out.push(all[at]),
            (length, _) => out.extend(&all[at..at + length]),
        }
        at += run.len().max(1);
    }
    out
}

/// The year that some words begin with, and what stands behind it.
fn leading_year(words: &str) -> Option<(i32, &str)> {
    let (year, rest) = words.split_at_checked(4)?;
    let own = years(year).first().copied()?;
    (!rest.starts_with(|c: char| c.is_ascii_digit())).then_some((own, rest))
}

/// The last four bytes of some words as a year, and what stands before it.
fn last_year(words: &str) -> Option<(&str, i32)> {
    let (rest, year) = words.split_at_checked(words.len().checked_sub(4)?)?;
    let own = years(year).first().copied()?;
    (!rest.ends_with(|c: char| c.is_ascii_digit())).then_some((rest, own))
}

/// Ends a sentence or one of its halves.
fn is_hard(c: char) -> bool {
    "。；！？;!?.:：".contains(c)
}

/// The one year that the words before or behind a number give it.
fn given((before, is_first): (&str, bool), behind: &str, locale: Locale) -> Option<i32> {
    let spaced = locale.catalogue().spaced;
    let stop = |c: char| is_hard(c) || c == '，' && !spaced;
    // behind another number the words may be that one's
    let is_own = is_first || before.contains(stop);
    match spaced {
        true => spaced::given(if is_own { before } else { "" }, behind, locale),
        false => unspaced::before(before, is_own, locale).or_else(|| unspaced::behind(behind)),
    }
}

/// The only year of some words.
fn only(words: &str) -> Option<i32> {
    match years(words)[..] {
        [year] => Some(year),
        _ => None,
    }
}

/// Languages with spaces between their words.
mod spaced {
    use super::*;

    pub fn given(before: &str, behind: &str, locale: Locale) -> Option<i32> {
        let clause = before.rsplit(is_hard).next().unwrap_or("").trim();
        let of_clause = only(clause).and_then(|_| leads(clause, locale).or_else(|| named(clause, locale)));
        of_clause.or_else(|| only(behind).and_then(|_| ends(behind, locale)))
    }

    /// In 2022 there were {x}; by the end of 2022, there were {x}; last year, 2022, there were {x}.
    fn leads(clause: &str, locale: Locale) -> Option<i32> {
        let claims = claims(locale);
        let words = claims.all_year.iter().chain(claims.in_year).filter(|word| has_first(clause, word));
        let first = words.max_by_key(|word| word.len()).and_then(|word| clause.strip_prefix(word));
        let named = || {
            let rest = claims.named_year.iter().find_map(|word| clause.strip_prefix(word))?;
            rest.trim_start().strip_prefix([',', '('])
        };
        let (year, rest) = leading_year(first.or_else(named)?.trim_start())?;
        let rest = rest.strip_prefix([',', ')']).unwrap_or(rest);
        let few = rest.split_whitespace().count() <= 6 && !rest.contains([',', '(', '–', '—']);
        Some(year).filter(|_| few && !has_any(rest, claims.apart, true))
    }

    fn has_first(clause: &str, word: &str) -> bool {
        clause.strip_prefix(word).is_some_and(|rest| rest.starts_with(' '))
    }

    /// The 2022 figure was {x}; the number for 2022 is {x}.
    fn named(clause: &str, locale: Locale) -> Option<i32> {
        let called = claims(locale).called;
        let words: Vec<&str> = clause.split_whitespace().collect();
        let is = |word: &str| ["was", "is", "were", "at"].contains(&word);
        let end = words.len().checked_sub(1).filter(|last| is(words[*last]))?;
        // stood at
        let end = if words[end] == "at" { end.checked_sub(1)? } else { end };
        let year = |word: &str| only(word).filter(|_| word.len() == 4);
        match words.get(..end)? {
            [.., of, noun] if called.contains(noun) => year(of),
            [.., noun, of, last] if called.contains(noun) && ["for", "of", "in"].contains(of) => year(last),
            _ => None,
        }
    }

    /// {x} in 2022.
    fn ends(behind: &str, locale: Locale) -> Option<i32> {
        let claims = claims(locale);
        let clause = behind.split(|c: char| is_hard(c) || ",，()（）–—".contains(c));
        let (rest, year) = last_year(clause.map(str::trim).next().unwrap_or(""))?;
        let last = rest.split_whitespace().last().filter(|word| claims.in_year.contains(word));
        let few = rest.split_whitespace().count() <= 6 && !has_any(rest, claims.apart, true);
        last.map(|_| year).filter(|_| few)
    }
}

/// Languages without spaces between their words.
mod unspaced {
    use super::*;

    /// What may stand between a year and its number: 2022年达到{x}.
    const IS: [&str; 12] = ["", "达到", "达", "为", "是", "有", "共", "共有", "增至", "升至", "降至", "减至"];
    /// What a year that leads a sentence may have behind it: 2022年底，共有{x}.
    const LEADING: [&str; 5] = ["", "全年", "底", "末", "年末"];

    pub fn before(before: &str, is_own: bool, locale: Locale) -> Option<i32> {
        // right before the number it is of no other: 2023年的{x}
        if let Some(year) = before.strip_suffix("年的").and_then(last_year) {
            return Some(year.1);
        }
        if !is_own {
            return None;
        }
        let labelled = before.trim_end_matches(['：', ':', '为', '是']).strip_suffix("年）");
        if let Some((rest, year)) = labelled.and_then(last_year) {
            return Some(year).filter(|_| rest.ends_with('（'));
        }
        let mut clauses = before.rsplit(is_hard).next().unwrap_or("").rsplit('，').map(str::trim);
        let clause = clauses.next().unwrap_or("");
        match only(clause) {
            Some(_) => own_year(clause, locale),
            None => clauses.next().and_then(|lead| leads(lead, clause, locale)),
        }
    }

    /// 2022年有{x}；游客在2022年达到{x}；2022年的游客数是{x}。
    fn own_year(clause: &str, locale: Locale) -> Option<i32> {
        let claims = claims(locale);
        if let Some((_, behind)) = clause.split_once('在') {
            let (year, rest) = leading_year(behind)?;
            return Some(year).filter(|_| rest.strip_prefix('年').is_some_and(|rest| IS.contains(&rest)));
        }
        let (year, rest) = leading_year(clause)?;
        let rest = rest.strip_prefix('年')?;
        let is_called = |words: &str| {
            let name = words.trim_end_matches(['是', '为', '达']);
            name.chars().count() <= 6
                && claims.called.iter().any(|called| name.ends_with(called))
                && !["计划", "规划", "目标", "预测", "预计"].iter().any(|plan| name.contains(plan))
        };
        if let Some(name) = rest.strip_prefix('的') {
            return Some(year).filter(|_| is_called(name));
        }
        let vague = has_any(rest, claims.since_behind, false) || has_any(rest, claims.apart, false);
        Some(year).filter(|_| !vague && rest.chars().count() <= 8)
    }

    /// 2022年，游客是{x}。
    fn leads(lead: &str, clause: &str, locale: Locale) -> Option<i32> {
        let lead = ["截至", "到", "在", "至"].iter().find_map(|word| lead.strip_prefix(word)).unwrap_or(lead);
        let named = claims(locale).named_year.iter().find_map(|word| lead.strip_prefix(word));
        let lead = named.unwrap_or(lead).trim_matches(['（', '）']);
        let (year, rest) = leading_year(lead)?;
        let is_year = rest.strip_prefix('年').is_some_and(|rest| LEADING.contains(&rest));
        let few = clause.chars().count() <= 10 && !has_any(clause, claims(locale).apart, false);
        Some(year).filter(|_| is_year && few)
    }

    /// {x}是2022年的游客数。
    pub fn behind(behind: &str) -> Option<i32> {
        let (year, rest) = leading_year(behind.trim_start().strip_prefix('是')?)?;
        Some(year).filter(|_| rest.starts_with("年的"))
    }
}

pub(in crate::rules) fn check_texts(bench: &mut Bench) {
    let story = bench.story;
    for (place, locale, text) in texts_by_language(story) {
        let flat = flat(story, text, locale);
        let between: Vec<String> = flat.between.iter().map(|words| with_digits(words)).collect();
        for (i, ix) in flat.figures.iter().enumerate() {
            let figure = story.figure(*ix);
            let Some(year) = given((&between[i], i == 0), &between[i + 1], locale) else {
                continue;
            };
            let own = years_of(figure);
            if own.is_empty() || own.contains(&year) {
                continue;
            }
            let (shown, name) = (figure.display(locale), bench.name(*ix));
            let period = &figure.period().text;
            bench.warn(
                "loose-number",
                place.clone().in_language(locale),
                Both::new(
                    format!("这里说 {year} 年是“{shown}”，{}却是“{}”的", name.zh(), period.zh()),
                    format!(
                        "\"{shown}\" is said of {year} here, and {} is of \"{}\"",
                        name.en(),
                        period.en()
                    ),
                ),
                Both::new(
                    format!("写成 {{{}.period}}，或引用那一年的数字；数值不用改", figure.id()),
                    format!(
                        "write {{{}.period}}, or quote the figure of that year; no number changes",
                        figure.id()
                    ),
                ),
            );
        }
    }
}
