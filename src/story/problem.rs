//! What is wrong with a story, said so that its editor knows what to type next.
//!
//! **Invariant**: a problem is data (code, place, words in both languages); it prints nothing and knows no locale
//! rules. Lines and columns count from 1, columns in characters.

/// A sentence in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Both {
    pub zh: String,
    pub en: String,
}

impl Both {
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Both { zh: zh.into(), en: en.into() }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The story, or the chart it names, is not drawn.
    Error,
    /// Drawn, but listed for the editor.
    Warning,
}

/// One thing wrong, with its place and its remedy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub severity: Severity,
    /// Stable, in kebab case: `unknown-unit`, `loose-number`.
    pub code: &'static str,
    /// File name relative to the story's folder.
    pub file: String,
    pub line: u32,
    pub column: u32,
    /// Place in the document: `figures.afforestation.source`, `scenes[3].title.zh`; for CSV `row 4, value`.
    pub path: String,
    pub message: Both,
    pub remedy: Both,
}

/// A file's text with what is needed to turn byte offsets into lines and columns.
#[derive(Clone, Debug)]
pub struct SourceText {
    pub name: String,
    pub text: String,
}

impl SourceText {
    /// Line and column (both from 1, columns in characters) of a byte offset; past the end is the end.
    pub fn place(&self, offset: usize) -> (u32, u32) {
        let mut end = offset.min(self.text.len());
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        let before = &self.text[..end];
        let line = before.matches('\n').count() as u32 + 1;
        let start = before.rfind('\n').map_or(0, |i| i + 1);
        (line, before[start..].chars().count() as u32 + 1)
    }

    /// The text of a line (from 1), without its end.
    pub fn line(&self, number: u32) -> &str {
        self.text.lines().nth(number.saturating_sub(1) as usize).unwrap_or("")
    }
}

/// Gathers problems; the order of the list is the order of the places.
#[derive(Debug, Default)]
pub struct Problems {
    list: Vec<Problem>,
}

impl Problems {
    #[allow(clippy::too_many_arguments)]
    pub fn add(
        &mut self,
        severity: Severity,
        code: &'static str,
        file: &SourceText,
        offset: usize,
        path: impl Into<String>,
        message: Both,
        remedy: Both,
    ) {
        let (line, column) = file.place(offset);
        let problem = Problem {
            severity,
            code,
            file: file.name.clone(),
            line,
            column,
            path: path.into(),
            message,
            remedy,
        };
        if !self.list.contains(&problem) {
            self.list.push(problem);
        }
    }

    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.list.iter()
    }

    pub fn push(&mut self, problem: Problem) {
        self.list.push(problem);
    }

    pub fn has_errors(&self) -> bool {
        self.list.iter().any(|p| p.severity == Severity::Error)
    }

    /// The problem added after `index` others.
    pub fn get(&self, index: usize) -> Option<&Problem> {
        self.list.get(index)
    }

    pub fn len(&self) -> usize {
        self.list.len()
    }

    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Errors before warnings, then by file, line and column.
    pub fn into_sorted(mut self) -> Vec<Problem> {
        self.list.sort_by(|a, b| {
            (a.severity, &a.file, a.line, a.column, a.code)
                .cmp(&(b.severity, &b.file, b.line, b.column, b.code))
        });
        self.list
    }
}

/// The candidate nearest to `word`, if it is near enough to be a slip of the finger.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let limit = (word.chars().count() / 3).clamp(1, 4);
    candidates
        .into_iter()
        .map(|c| (distance(word, c), c))
        .filter(|(d, _)| *d <= limit)
        .min_by_key(|(d, _)| *d)
        .map(|(_, c)| c)
}

/// Edit distance with neighbouring letters swapped counted as one slip (optimal string alignment).
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut rows = vec![vec![0usize; b.len() + 1]; a.len() + 1];
    for (i, row) in rows.iter_mut().enumerate() {
        row[0] = i;
    }
    rows[0] = (0..=b.len()).collect();
    for i in 1..=a.len() {
        for j in 1..=b.len() {
            let same = usize::from(a[i - 1] != b[j - 1]);
            let mut best = (rows[i - 1][j] + 1).min(rows[i][j - 1] + 1).min(rows[i - 1][j - 1] + same);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(rows[i - 2][j - 2] + 1);
            }
            rows[i][j] = best;
        }
    }
    rows[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_characters_not_bytes() {
        let text = SourceText { name: "a".into(), text: "一\n二三x".into() };
        assert_eq!(text.place(text.text.find('x').unwrap()), (2, 3));
        assert_eq!(text.place(9999), (2, 4));
    }

    #[test]
    fn a_slip_of_the_finger_finds_its_word() {
        assert_eq!(nearest("lable", ["label", "value"]), Some("label"));
        assert_eq!(nearest("qualifer", ["qualifier", "value"]), Some("qualifier"));
        assert_eq!(nearest("zebra", ["label", "value"]), None);
    }
}
