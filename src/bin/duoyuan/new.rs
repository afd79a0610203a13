//! A small story to begin with: an example that passes `check`, with words for its editor in every part.
//!
//! The example is kept in all languages; of each text those stay that the story is to have.
//!
//! **Invariant**: nothing that is there is overwritten; the numbers are plainly made up and say so in every language.

use crate::{files, stream};
use clap::Args;
use duoyuan::input::json::{self, Node, Value};
use duoyuan::input::schema;
use duoyuan::locale::{Locale, Text};
use std::path::PathBuf;

#[derive(Args)]
pub struct Options {
    /// Folder to make; it may exist, but none of the story's files in it.
    #[arg(value_parser = stream::folder())]
    folder: PathBuf,

    /// The story's languages, its first choice first: one is enough.
    #[arg(long, value_delimiter = ',', value_parser = crate::language(), default_values = ["zh", "en"])]
    languages: Vec<Locale>,
}

const NAMES: [&str; 4] = ["story.json", "sources.json", "series/books.csv", "README.md"];
const SCHEMA: &str = "story.schema.json";

pub fn run(options: &Options, quiet: bool) -> Result<(), Text> {
    let folder = &options.folder;
    let names = NAMES.into_iter().chain([SCHEMA]);
    if let Some(there) = names.map(|name| folder.join(name)).find(|path| path.exists()) {
        return Err(Text::new(
            format!("{} 已经存在，请换一个文件夹", there.display()),
            format!("{} exists; choose another folder", there.display()),
        ));
    }
    let mut languages = Vec::new();
    for locale in &options.languages {
        if !languages.contains(locale) {
            languages.push(*locale);
        }
    }
    let texts = [
        story(&languages),
        kept(include_str!("new/sources.json"), &languages),
        series(languages[0]),
        include_str!("new/README.md").to_string(),
    ];
    for (name, text) in NAMES.into_iter().zip(texts) {
        files::write_whole(&folder.join(name), text.as_bytes())?;
    }
    files::write_whole(&folder.join(SCHEMA), format!("{:#}\n", schema::document()).as_bytes())?;
    if !quiet {
        let shown = folder.display();
        eprintln!("{shown}\n  duoyuan serve {shown}\n  duoyuan check {shown} --lang zh");
    }
    Ok(())
}

/// The example's story.json in these languages.
fn story(languages: &[Locale]) -> String {
    let tags: Vec<String> = languages.iter().map(|locale| format!("\"{}\"", locale.tag())).collect();
    let format = "\"format\": 2,";
    let declared = format!("{format}\n  \"languages\": [{}],", tags.join(", "));
    kept(&include_str!("new/story.json").replacen(format, &declared, 1), languages)
}

/// The example's series, with headers and large numbers as the first language has them.
fn series(first: Locale) -> String {
    let about = first.catalogue().bound_words.iter().find(|(_, said)| *said == "about");
    match first {
        Locale::Zh => include_str!("new/series/books.csv").to_string(),
        _ => include_str!("new/series/plain.csv").replace("ABOUT", about.map_or("", |(word, _)| word)),
    }
}

/// A file of the example with the words of these languages alone; everything else stays as it is typed.
fn kept(text: &str, languages: &[Locale]) -> String {
    let tree = json::parse(text).expect("the example is JSON");
    let mut edits = Vec::new();
    collect(text, &tree, languages, &mut edits);
    let mut all = text.to_string();
    for (at, end, words) in edits.into_iter().rev() {
        all.replace_range(at..end, &words);
    }
    all
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
                    _ => collect(text, value, languages, edits),
                }
            }
        }
        _ => {}
    }
}
