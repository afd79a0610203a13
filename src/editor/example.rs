//! The small story that an editor begins with: an example that passes the check, with words for its editor in every part.
//!
//! The example is kept in all languages; of each text those stay that the story is to have.
//!
//! **Invariant**: the numbers are plainly made up and say so in every language.

use crate::input::json::{self, Node, Value};
use crate::locale::Locale;

/// Returns the files of the example in these languages, the first of them the story's own: each with its name and its text.
pub fn files(languages: &[Locale]) -> [(&'static str, String); 4] {
    [
        ("story.json", story(languages)),
        ("sources.json", kept(include_str!("example/sources.json"), languages)),
        ("series/books.csv", series(languages[0])),
        ("README.md", readme(languages).to_string()),
    ]
}

/// The example's story.json in these languages.
fn story(languages: &[Locale]) -> String {
    let tags: Vec<String> = languages.iter().map(|locale| format!("\"{}\"", locale.tag())).collect();
    let format = "\"format\": 2,";
    let declared = format!("{format}\n  \"languages\": [{}],", tags.join(", "));
    let story = include_str!("example/story.json").replacen(format, &declared, 1);
    let printed_in_wan = "\n      \"format\": \"wan\",";
    kept(&if reads_chinese(languages) { story } else { story.replace(printed_in_wan, "") }, languages)
}

/// Words for the editor are in Chinese, in English or in both.
fn readme(languages: &[Locale]) -> &'static str {
    match reads_chinese(languages) {
        true => include_str!("example/README.md"),
        false => include_str!("example/plain.md"),
    }
}

fn reads_chinese(languages: &[Locale]) -> bool {
    languages.contains(&Locale::Zh)
}

/// The example's series, with headers and large numbers as the first language has them.
fn series(first: Locale) -> String {
    let about = first.catalogue().bound_words.iter().find(|(_, said)| *said == "about");
    match first {
        Locale::Zh => include_str!("example/series/books.csv").to_string(),
        _ => include_str!("example/series/plain.csv").replace("ABOUT", about.map_or("", |(word, _)| word)),
    }
}

/// Returns a file of a story with the words of these languages alone; everything else stays as it is typed, and all of it where it is no
/// JSON.
fn kept(text: &str, languages: &[Locale]) -> String {
    let Ok(tree) = json::parse(text) else { return text.to_string() };
    let mut edits = Vec::new();
    collect(text, &tree, languages, &mut edits);
    let mut all = text.to_string();
    for (at, end, words) in edits.into_iter().rev() {
        all.replace_range(at..end, &words);
    }
    all
}

/// Returns a comment, which the file has in Chinese and in English, as one text for an editor who writes in these languages.
fn comment(text: &str, comment: &Node, languages: &[Locale]) -> String {
    let Value::Object(members) = &comment.value else { return text[comment.at..comment.end].to_string() };
    let is_read = |code: &str| match languages {
        _ if !reads_chinese(languages) => code == Locale::En.code(),
        [Locale::Zh] => code == Locale::Zh.code(),
        _ => true,
    };
    let words = members.iter().filter(|(key, _)| is_read(&key.name));
    // between their quotation marks
    format!("\"{}\"", words.map(|(_, value)| &text[value.at + 1..value.end - 1]).collect::<String>())
}

/// Adds what stands in place of each object with words, in the order of the file.
fn collect(text: &str, node: &Node, languages: &[Locale], edits: &mut Vec<(usize, usize, String)>) {
    let language = |name: &str| Locale::ALL.into_iter().find(|locale| locale.code() == name);
    match &node.value {
        Value::Array(items) => items.iter().for_each(|item| collect(text, item, languages, edits)),
        Value::Object(members) if members.iter().any(|(key, _)| language(&key.name).is_some()) => {
            let is_kept = |name: &str| language(name).is_none_or(|locale| languages.contains(&locale));
            let (first, last) = (&members[0], &members[members.len() - 1]);
            // what stands between two members, as a line's end or a space
            let gap = members.get(1).map_or("", |second| &text[first.1.end..second.0.at - 1]);
            let words: Vec<&str> = (members.iter().filter(|(key, _)| is_kept(&key.name)))
                .map(|(key, value)| &text[key.at - 1..value.end])
                .collect();
            edits.push((first.0.at - 1, last.1.end, words.join(gap)));
        }
        Value::Object(members) => {
            for (key, value) in members {
                match (key.name.as_str(), value.text(languages[0].code())) {
                    // the word as the source prints it is in one language
                    ("printed", Some(word)) => edits.push((value.at, value.end, format!("\"{word}\""))),
                    ("$comment", _) => edits.push((value.at, value.end, comment(text, value, languages))),
                    _ => collect(text, value, languages, edits),
                }
            }
        }
        _ => {}
    }
}
