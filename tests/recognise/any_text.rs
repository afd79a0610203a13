//! Any text, made of fragments and pieces of sentences: spans hold and no digit is forgotten.

use super::*;

/// Small random numbers; the same seed gives the same.
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (self.0 >> 33) as usize % n
    }
}

/// What sentences are made of, whole and broken, in both languages.
const FRAGMENTS: [&str; 99] = [
    "2023年",
    "，",
    "。",
    "增长",
    "下降",
    "比上年",
    "同比",
    "环比",
    "超",
    "超过",
    "近",
    "约",
    "不足",
    "至少",
    "10",
    "1,234.5",
    "3.14",
    "0",
    "余",
    "多",
    "万",
    "亿",
    "元",
    "%",
    "个百分点",
    "倍",
    "家",
    "个",
    "至",
    "—",
    "~",
    "从",
    "到",
    "由",
    "三分之一",
    "八成",
    "翻一番",
    "第",
    "位",
    "一",
    "十",
    "两",
    "百",
    "千",
    "〇",
    "半",
    "以上",
    "左右",
    "“",
    "”",
    "《",
    "》",
    "“十四五”",
    "时期",
    "上半年",
    "一季度",
    "5G",
    "／",
    "１２",
    "％",
    "🙂",
    "é",
    "\n",
    "\n\n",
    "\t",
    " ",
    "In ",
    "2023",
    " rose ",
    "by ",
    "from ",
    "to ",
    "between ",
    "and ",
    "more than ",
    "nearly ",
    "$",
    "€",
    "3.2bn",
    " million ",
    "tonnes",
    "percent",
    "-",
    "–",
    "half ",
    "a third ",
    "one in ",
    "five ",
    "second ",
    "largest ",
    "the ",
    "year on year",
    ", ",
    ". ",
    "9/11",
    "18446744073709551614",
    "18446744073709551615",
    "/",
    ":",
];

#[test]
fn spans_hold_in_any_text() {
    let seed = std::env::var("SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(20_261_201);
    println!("SEED={seed}");
    let mut random = Random(seed);
    let sentences: Vec<String> = support::LANGUAGES
        .into_iter()
        .flat_map(|locale| corpus("development", locale))
        .map(|s| s.text)
        .collect();
    for round in 0..1500 {
        let mut text = String::new();
        for _ in 0..random.below(24) {
            match random.below(12) {
                0 => text += &sentences[random.below(sentences.len())],
                1 => {
                    let whole: Vec<char> = sentences[random.below(sentences.len())].chars().collect();
                    let from = random.below(whole.len());
                    text.extend(&whole[from..from + random.below(whole.len() - from)]);
                }
                _ => text += FRAGMENTS[random.below(FRAGMENTS.len())],
            }
        }
        for locale in Locale::ALL {
            holds(&text, locale, &format!("SEED={seed}, round {round}"));
        }
    }
}

/// Spans lie in the text, on its characters, in order, apart from each other, and no digit is forgotten.
fn holds(text: &str, locale: Locale, place: &str) {
    let reading = read(text, locale);
    let mut last = 0;
    for candidate in &reading.amounts {
        let span = candidate.span.clone();
        assert!(span.start >= last && span.start < span.end, "{place}: {span:?} in {text:?}");
        assert_eq!(text.get(span.clone()), Some(candidate.printed.as_str()), "{place}: {text:?}");
        assert!(!candidate.amount.to_string().is_empty());
        Skeleton::of(candidate, locale);
        last = span.end;
    }
    let spans = reading.amounts.iter().map(|c| &c.span).chain(&reading.dates).chain(&reading.rest);
    let mut seen = vec![false; text.len()];
    for span in spans {
        assert!(text.get(span.clone()).is_some(), "{place}: {span:?} in {text:?}");
        seen[span.clone()].fill(true);
    }
    for (at, digit) in text.char_indices().filter(|(_, c)| c.is_ascii_digit()) {
        assert!(seen[at], "{place}: {digit} at {at} is forgotten in {text:?}");
    }
    assert_eq!(read(text, locale), reading, "{place}: {text:?}");
}
