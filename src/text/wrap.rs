//! A sentence into lines: greedy, then narrowed so that the lines come out about even and no word stands alone.
//!
//! **Invariant**: no line is wider than asked for unless a single unbreakable piece is; no character is lost.

use crate::geometry::sort_by_key;
use crate::locale::linebreak::opportunities;
use crate::text::{Font, Measure};

/// Lines no wider than `width` CSS px. An unbreakable piece wider than that is split between characters rather
/// than left to stick out. `\n` forces a break.
pub fn wrap(text: &str, font: Font, width: f64, measure: &dyn Measure) -> Vec<String> {
    let set = |part| evenly(part, wrap_paragraph(part, font, width, measure), (font, width), measure);
    text.split('\n').flat_map(set).collect()
}

/// Lines as `wrap` has them where each is filled before the next begins.
fn filled(text: &str, font: Font, width: f64, measure: &dyn Measure) -> Vec<String> {
    text.split('\n').flat_map(|part| wrap_paragraph(part, font, width, measure)).collect()
}

/// Of a label of Chinese characters only, at most so many are broken by words and not by the room.
const SHORT: usize = 12;

/// The lines of a short Chinese label, broken after an even number of its characters, as most words have two, where that
/// takes no more lines; a character alone on a line is the last resort.
fn evenly(text: &str, lines: Vec<String>, (font, width): (Font, f64), measure: &dyn Measure) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let is_word = |c: &char| matches!(*c as u32, 0x3400..=0x4DBF | 0x4E00..=0x9FFF);
    if lines.len() < 2 || chars.len() > SHORT || !chars.iter().all(is_word) {
        return lines;
    }
    let cut = |counts: &[usize]| -> Vec<String> {
        let mut rest = &chars[..];
        let mut take = |n: &usize| {
            let (line, after) = rest.split_at(*n);
            rest = after;
            line.iter().collect()
        };
        counts.iter().map(&mut take).collect()
    };
    let fits = |lines: &[String]| lines.iter().all(|line| measure.width(line, font) <= width);
    let all = splits(chars.len(), lines.len());
    let best = |even: bool| {
        let (last, is_even) = (lines.len() - 1, |n: &usize| n % 2 == 0);
        let able = all.iter().filter(|counts| !counts.contains(&1));
        let able = able.filter(|counts| !even || counts[..last].iter().all(is_even));
        let mut able: Vec<&Vec<usize>> = able.filter(|counts| fits(&cut(counts))).collect();
        sort_by_key(&mut able, |counts| counts.iter().max().copied());
        able.first().map(|counts| cut(counts))
    };
    let has_orphan = lines.iter().any(|line| line.chars().count() == 1);
    best(true).or_else(|| best(false).filter(|_| has_orphan)).unwrap_or(lines)
}

/// A clause may be so many times as long as the other one for both to have a line.
const MOST_UNEVEN: f64 = 3.0;

/// Every way to take `n` in `parts` steps of one or more, the larger first steps first.
fn splits(n: usize, parts: usize) -> Vec<Vec<usize>> {
    if parts < 2 {
        return vec![vec![n]];
    }
    let first = (1..=n.saturating_sub(parts - 1)).rev();
    let with =
        |first: usize| splits(n - first, parts - 1).into_iter().map(move |rest| [vec![first], rest].concat());
    first.flat_map(with).collect()
}

/// The same with the lines about equally long: for titles and short notes.
pub fn balanced(text: &str, font: Font, width: f64, measure: &dyn Measure) -> Vec<String> {
    let lines = filled(text, font, width, measure);
    if lines.len() < 2 {
        return lines;
    }
    if let Some(clauses) = clauses(text).filter(|_| lines.len() == 2) {
        let wide = clauses.map(|clause| measure.width(clause, font));
        let [short, long] = [wide[0].min(wide[1]), wide[0].max(wide[1])];
        // a few words alone would look forgotten
        if long <= width && short * MOST_UNEVEN >= long {
            return clauses.map(String::from).to_vec();
        }
    }
    let best = evened(text, lines.len(), (font, width), measure).unwrap_or(lines);
    evenly(text, best, (font, width), measure)
}

/// What it costs to break a text before its rest, in squares of a line's width: least where a clause ends, most within a
/// word.
fn break_cost(before: &str, after: &str) -> f64 {
    let Some(last) = before.trim_end().chars().next_back() else { return 0.0 };
    let is_spaced = before.ends_with(' ');
    let is_word = |c: char| matches!(c as u32, 0x3400..=0x4DBF | 0x4E00..=0x9FFF);
    match last {
        '，' | '。' | '；' | '：' | '！' | '？' => 0.0,
        ',' | ';' | ':' | '.' if is_spaced => 0.0,
        '-' | '–' if !is_spaced => 0.25,
        _ if is_spaced => 0.02,
        _ if is_word(last) && after.chars().next().is_some_and(is_word) => 0.12,
        _ => 0.05,
    }
}

/// The text in so many lines, about equally long and broken where that disturbs least; nothing where a line would be
/// wider than `width`.
fn evened(
    text: &str,
    count: usize,
    (font, width): (Font, f64),
    measure: &dyn Measure,
) -> Option<Vec<String>> {
    if text.contains('\n') {
        return None;
    }
    let pieces: Vec<&str> = pieces(text).collect();
    let (mut ends, mut bare, mut at) = (vec![(0, 0.0)], vec![0.0], (0, 0.0));
    for piece in &pieces {
        bare.push(at.1 + measure.width(piece.trim_end(), font));
        at = (at.0 + piece.len(), at.1 + measure.width(piece, font));
        ends.push(at);
    }
    // of each number of lines: the least cost up to the end of a piece, and where the last line then begins
    let mut costs: Vec<(f64, usize)> = vec![(f64::MAX, 0); ends.len()];
    costs[0].0 = 0.0;
    let mut begins: Vec<Vec<usize>> = Vec::new();
    for _ in 0..count {
        let mut next = vec![(f64::MAX, 0); ends.len()];
        for end in 1..ends.len() {
            for begin in (0..end).rev() {
                let slack = (width - (bare[end] - ends[begin].1)) / width;
                if slack < 0.0 {
                    break;
                }
                let (before, after) = text.split_at(ends[end].0);
                let last = if after.is_empty() { 0.0 } else { break_cost(before, after) };
                let cost = costs[begin].0 + slack * slack + last;
                if costs[begin].0 < f64::MAX && cost < next[end].0 {
                    next[end] = (cost, begin);
                }
            }
        }
        begins.push(next.iter().map(|(_, begin)| *begin).collect());
        costs = next;
    }
    if costs.last()?.0 == f64::MAX {
        return None;
    }
    let (mut end, mut lines) = (pieces.len(), Vec::new());
    for begins in begins.iter().rev() {
        let begin = begins[end];
        lines.insert(0, text[ends[begin].0..ends[end].0].trim().to_string());
        end = begin;
    }
    // widths of pieces need not add up to that of a line
    lines.iter().all(|line| measure.width(line, font) <= width).then_some(lines)
}

/// The two halves of a Chinese text with one comma, which are better lines than any of even length: within a half no
/// sign says where a word ends.
fn clauses(text: &str) -> Option<[&str; 2]> {
    let mut commas = text.match_indices('，').map(|(at, comma)| at + comma.len());
    let at = commas.next().filter(|at| *at < text.len())?;
    commas.next().is_none().then(|| [&text[..at], &text[at..]])
}

/// The width that lines need for no word to be broken, CSS px.
pub fn longest_word(text: &str, font: Font, measure: &dyn Measure) -> f64 {
    let lines = text.split('\n');
    lines.flat_map(pieces).map(|piece| measure.width(piece.trim_end(), font)).fold(0.0, f64::max)
}

/// What may not be broken, one after another.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut at = 0;
    opportunities(text).into_iter().chain([text.len()]).map(move |next| {
        let piece = &text[at..next];
        at = next;
        piece
    })
}

fn wrap_paragraph(text: &str, font: Font, width: f64, measure: &dyn Measure) -> Vec<String> {
    let width = width.max(font.size);
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for piece in pieces(text) {
        let joined = format!("{line}{piece}");
        if measure.width(joined.trim_end(), font) <= width {
            line = joined;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for c in piece.chars() {
            line.push(c);
            if measure.width(line.trim_end(), font) > width && line.chars().count() > 1 {
                line.pop();
                lines.push(std::mem::take(&mut line));
                line.push(c);
            }
        }
    }
    lines.push(line);
    lines.iter().map(|l| l.trim().to_string()).collect()
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use crate::text::metrics::BuiltIn;
    use proptest::prelude::*;

    #[test]
    fn two_balanced_lines_are_the_clauses_of_a_text_with_one_comma() {
        let set = |text, width| balanced(text, Font::title(22.0), width, &BuiltIn);
        assert_eq!(set("政务服务事项，绝大多数可以在线办", 300.0), ["政务服务事项，", "绝大多数可以在线办"]);
        assert_eq!(set("政务服务事项，绝大多数可以在线办", 180.0).len(), 2, "a half that is too long");
        assert_eq!(set("环境，卫生，文明和旅游的四块牌子", 300.0)[0].chars().count(), 6, "several commas");
    }

    #[test]
    fn lines_end_with_clauses_and_words_where_that_costs_no_line() {
        let set = |text, width| balanced(text, Font::sans(13.0), width, &BuiltIn);
        let unit = "地区生产总值，亿元，当年价；同比，%；劳动生产率，元/人·年";
        assert_eq!(set(unit, 343.0), ["地区生产总值，亿元，当年价；", "同比，%；劳动生产率，元/人·年"]);
        let lines = set("All cells = the built-up area of the city", 130.0);
        assert!(lines.iter().all(|line| !line.ends_with("built-")), "{lines:?}");
        let source = "来源：中共克拉玛依市委宣传部（原文第4段）；原文未写日期，2021年系推断";
        assert_eq!(set(source, 343.0)[0], "来源：中共克拉玛依市委宣传部（原文第4段）；");
    }

    #[test]
    fn balanced_lines_have_no_orphan() {
        let lines = balanced("公共预算支出超过八成用于民生事业", Font::title(28.0), 28.0 * 14.0, &BuiltIn);
        assert_eq!(lines.len(), 2);
        assert!(lines.iter().all(|l| l.chars().count() >= 6), "{lines:?}");
    }

    #[test]
    fn a_short_chinese_label_breaks_between_words() {
        let font = Font::bold(17.0);
        let cases = [
            ("全国文明城市", 5, ["全国文明", "城市"]),
            ("国家卫生城市", 4, ["国家卫生", "城市"]),
            ("全疆首个智算中心", 5, ["全疆首个", "智算中心"]),
            ("同比增长", 3, ["同比", "增长"]),
            ("新疆智算中心", 5, ["新疆智算", "中心"]),
        ];
        for (text, room, lines) in cases {
            let width = f64::from(room) * font.size + 1.0;
            assert_eq!(balanced(text, font, width, &BuiltIn), lines);
            assert_eq!(wrap(text, font, width, &BuiltIn), lines);
        }
        // no more lines than the room asks for, and no character alone
        let narrow = 3.0 * font.size + 1.0;
        assert_eq!(wrap("油气产量表", font, narrow, &BuiltIn), ["油气", "产量表"]);
        assert_eq!(wrap("克拉玛依", font, narrow, &BuiltIn), ["克拉", "玛依"]);
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_nothing_sticks_out(text in "[油田0-9年超%，。a-z “”（）]{0,60}", width in 40.0..400.0f64) {
            let font = Font::sans(15.0);
            let lines = wrap(&text, font, width, &BuiltIn);
            let keep = |s: &str| s.chars().filter(|c| *c != ' ').collect::<String>();
            prop_assert_eq!(keep(&lines.concat()), keep(&text));
            for line in &lines {
                prop_assert!(BuiltIn.width(line, font) <= width + 1e-9, "{:?}", line);
            }
        }
    }
}
