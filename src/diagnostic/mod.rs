//! What is wrong with a story, said so that its editor knows what to type next.
//!
//! **Invariant**: a diagnostic is data (code, place, words in both languages); it prints nothing and knows no locale
//! rules. Lines and columns count from 1, columns in characters.

#[cfg(not(target_arch = "wasm32"))]
pub mod codes;
mod edit;

use crate::locale::Locale;
pub use crate::locale::Text as Both;
pub use edit::Edit;

/// Returns words for editors: Chinese where it is asked for, else English.
pub fn for_editors<'a>(locale: Locale, zh: &'a str, en: &'a str) -> &'a str {
    if locale == Locale::Zh {
        zh
    } else {
        en
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The story, or the chart it names, is not drawn.
    Error,
    /// Drawn, but listed for the editor.
    Warning,
}

/// One thing wrong, with its place and its help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
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
    pub help: Both,
    /// What puts it right, where one remedy alone is meant.
    pub edit: Option<Edit>,
}

/// A place in a story's files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located {
    pub file: String,
    pub line: u32,
    pub column: u32,
    /// Place in the document: `figures.afforestation.source`; for CSV `row 4, value`.
    pub path: String,
}

impl Diagnostic {
    /// Makes one of its parts.
    pub fn new(severity: Severity, code: &'static str, at: Located, message: Both, help: Both) -> Self {
        let Located { file, line, column, path } = at;
        Diagnostic { severity, code, file, line, column, path, message, help, edit: None }
    }

    /// Returns it with what puts it right.
    pub fn with(self, edit: Option<Edit>) -> Self {
        Diagnostic { edit, ..self }
    }
}

/// Most diagnostics listed for a story; beyond them, more of the same would only hide the first.
pub const MAX_PROBLEMS: usize = 500;

/// A file's text with what is needed to turn byte offsets into lines and columns.
#[derive(Clone, Debug)]
pub struct SourceText {
    pub name: String,
    pub text: String,
    /// Byte offset of each line's first character.
    starts: Vec<u32>,
}

impl SourceText {
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        let ends = text.bytes().enumerate().filter(|(_, b)| *b == b'\n');
        let starts = std::iter::once(0).chain(ends.map(|(i, _)| i as u32 + 1)).collect();
        SourceText { name: name.into(), text, starts }
    }

    /// Line and column (both from 1, columns in characters) of a byte offset; past the end is the end.
    pub fn place(&self, offset: usize) -> (u32, u32) {
        let mut end = offset.min(self.text.len());
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        let line = self.starts.partition_point(|start| *start as usize <= end);
        let start = self.starts[line - 1] as usize;
        (line as u32, self.text[start..end].chars().count() as u32 + 1)
    }

    /// The text of a line (from 1), without its end.
    pub fn line(&self, number: u32) -> &str {
        let index = number.max(1) as usize - 1;
        let Some(&start) = self.starts.get(index) else { return "" };
        let end = self.starts.get(index + 1).map_or(self.text.len(), |next| *next as usize);
        self.text[start as usize..end].trim_end_matches(['\n', '\r'])
    }
}

/// Gathers diagnostics, at most `MAX_PROBLEMS`, each once.
#[derive(Debug, Default)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
    /// Errors beyond the list.
    unlisted: usize,
    /// The last one that was told is the last of the list: neither was it there before, nor is the list full.
    fresh: bool,
}

impl Diagnostics {
    #[allow(clippy::too_many_arguments)]
    pub fn add(
        &mut self,
        severity: Severity,
        code: &'static str,
        file: &SourceText,
        offset: usize,
        path: impl Into<String>,
        message: Both,
        help: Both,
    ) {
        if self.is_full() {
            self.unlisted += usize::from(severity == Severity::Error);
            self.fresh = false;
            return;
        }
        let (line, column) = file.place(offset);
        let (file, path) = (file.name.clone(), path.into());
        self.push(Diagnostic { severity, code, file, line, column, path, message, help, edit: None });
    }

    /// Says what puts the diagnostic right that was told last: `text` in place of some bytes of its file.
    pub fn mend(&mut self, file: &SourceText, bytes: std::ops::Range<usize>, text: impl Into<String>) {
        if let Some(last) = self.list.last_mut().filter(|d| self.fresh && d.file == file.name) {
            last.edit = Some(Edit::new(file, bytes.start, bytes.end, text));
        }
    }

    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.list.iter()
    }

    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.fresh = false;
        if self.is_full() {
            self.unlisted += usize::from(diagnostic.severity == Severity::Error);
            return;
        }
        let plain = |d: &Diagnostic| Diagnostic { edit: None, ..d.clone() };
        let told = self.list.iter().any(|d| {
            (d.line, d.column, d.code) == (diagnostic.line, diagnostic.column, diagnostic.code)
                && plain(d) == plain(&diagnostic)
        });
        if !told {
            self.list.push(diagnostic);
            self.fresh = true;
        }
    }

    /// Counts an error that is not worth its words any more.
    pub fn count_only(&mut self) {
        self.unlisted += 1;
    }

    /// Whether there are so many already that no more are listed.
    pub fn is_full(&self) -> bool {
        self.list.len() >= MAX_PROBLEMS
    }

    /// Returns whether an error was told in a part of a file, from one line and column to another.
    pub fn has_error_between(&self, file: &str, from: (u32, u32), to: (u32, u32)) -> bool {
        let inside = |d: &Diagnostic| (from..=to).contains(&(d.line, d.column)) && d.file == file;
        self.list.iter().any(|d| d.severity == Severity::Error && inside(d))
    }

    pub fn has_errors(&self) -> bool {
        self.unlisted > 0 || self.list.iter().any(|p| p.severity == Severity::Error)
    }

    /// The diagnostic added after `index` others.
    pub fn get(&self, index: usize) -> Option<&Diagnostic> {
        self.list.get(index)
    }

    pub fn len(&self) -> usize {
        self.list.len()
    }

    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The most useful first: errors before warnings, the story file before the files it names, then by place.
    pub fn into_sorted(mut self) -> Vec<Diagnostic> {
        self.list.sort_by(|a, b| {
            let key = |p: &Diagnostic| (p.severity, p.file != "story.json", p.line, p.column);
            (key(a), &a.file, a.code).cmp(&(key(b), &b.file, b.code))
        });
        if let (true, Some(last)) = (self.unlisted > 0, self.list.last().cloned()) {
            let message = Both::new(
                format!("还有{}个问题没有列出", self.unlisted),
                format!("{} more problems are not listed", self.unlisted),
            );
            let help = Both::new("先改好上面的，再检查一次", "correct those above, then check again");
            self.list.push(Diagnostic {
                severity: Severity::Error,
                code: "more-problems",
                message,
                help,
                edit: None,
                ..last
            });
        }
        self.list
    }
}

/// Longest word compared, in characters, and how many at most: comparing takes length times length.
const MAX_WORD: usize = 100;
const MAX_COMPARED: usize = 1000;

/// The candidate nearest to `word`, if it is near enough to be a slip of the finger.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = word.chars().count();
    let limit = (length / 3).clamp(1, 4);
    candidates
        .into_iter()
        .filter(|c| c.len() <= 4 * MAX_WORD && c.chars().count().abs_diff(length) <= limit)
        .take(MAX_COMPARED)
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
        let text = SourceText::new("a", "一\n二三x");
        assert_eq!(text.place(text.text.find('x').unwrap()), (2, 3));
        assert_eq!(text.place(9999), (2, 4));
        assert_eq!((text.line(1), text.line(2), text.line(3)), ("一", "二三x", ""));
    }

    #[test]
    fn a_slip_of_the_finger_finds_its_word() {
        assert_eq!(nearest("lable", ["label", "value"]), Some("label"));
        assert_eq!(nearest("qualifer", ["qualifier", "value"]), Some("qualifier"));
        assert_eq!(nearest("zebra", ["label", "value"]), None);
    }
}
