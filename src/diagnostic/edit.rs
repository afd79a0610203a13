//! A diagnostic's remedy as data: what to put in place of which characters of a file.
//!
//! **Invariant**: an edit is there only where one remedy alone is meant, and none of them changes an amount. Lines and
//! columns count from 1, columns in characters.

use crate::diagnostic::SourceText;

/// A change of one place of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Line and column of the first character that goes.
    pub from: (u32, u32),
    /// Line and column of the first character behind it that stays; as `from` where nothing goes.
    pub to: (u32, u32),
    /// What comes in its place.
    pub text: String,
}

impl Edit {
    /// Returns the edit that puts `text` in place of the bytes from one offset of a file to another.
    pub fn new(file: &SourceText, from: usize, to: usize, text: impl Into<String>) -> Edit {
        Edit { from: file.place(from), to: file.place(to), text: text.into() }
    }
}

impl SourceText {
    /// Returns the byte offset of a line and a column; past the end of its line is the end of the line.
    pub fn offset(&self, (line, column): (u32, u32)) -> usize {
        let Some(&start) = self.starts.get(line.max(1) as usize - 1) else { return self.text.len() };
        let text = self.line(line);
        let within = text.char_indices().nth(column.max(1) as usize - 1).map_or(text.len(), |(i, _)| i);
        start as usize + within
    }

    /// Returns the text with edits made, and how many were: of two that overlap the first alone.
    pub fn edited<'e>(&self, edits: impl Iterator<Item = &'e Edit>) -> (String, Vec<&'e Edit>) {
        let mut all: Vec<(usize, usize, &Edit)> =
            edits.map(|edit| (self.offset(edit.from), self.offset(edit.to), edit)).collect();
        all.sort_by_key(|(from, to, _)| (*from, *to));
        let (mut out, mut at, mut made): (String, usize, Vec<&Edit>) = Default::default();
        for (from, to, edit) in all {
            // the same remedy told twice is one
            if from < at || to < from || made.contains(&edit) {
                continue;
            }
            out.push_str(&self.text[at..from]);
            out.push_str(&edit.text);
            at = to;
            made.push(edit);
        }
        out.push_str(&self.text[at..]);
        (out, made)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_are_made_where_they_say_and_nowhere_else() {
        let file = SourceText::new("a", "{\"水\"：1，\n\"b\": 2}");
        let at = |sign: char| file.text.find(sign).unwrap();
        let one = Edit::new(&file, at('：'), at('：') + 3, ":");
        let two = Edit::new(&file, at('，'), at('，') + 3, ",");
        let over = Edit::new(&file, at('：'), at('，') + 3, "?");
        assert_eq!(
            file.edited([&two, &one, &over, &one].into_iter()),
            ("{\"水\":1,\n\"b\": 2}".into(), vec![&one, &two])
        );
        assert_eq!(file.edited([].into_iter()), (file.text.clone(), vec![]));
    }
}
