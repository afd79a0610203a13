//! What the editor of stories asks of the engine beside pictures: statements, charts, recognition, spreadsheets, fact sheet.
//!
//! **Invariant**: answers are JSON; nothing that is asked changes the draft.

use crate::describe::json::{array, map, object, quote};
use crate::describe::{self, json_ld};
use crate::editor::answers::{answers, Answers};
use crate::editor::{example, statements, words};
use crate::input::draft::Draft as Drafted;
use crate::input::{csv, schema, spreadsheet};
use crate::locale::date::Date;
use crate::locale::{Locale, Text};
use crate::recognise;
use crate::render::palette::Palette;
use crate::site::facts::checks::{Checks, Tick};
use crate::site::facts::facts;
use crate::site::facts::sheet::{self, For};
use crate::site::picture;
use crate::story::Story;
use crate::theme::Theme;
use crate::web::author::{self, Draft};
use crate::web::Engine;
use wasm_bindgen::prelude::*;

/// The file with the ticks.
const CHECKS: &str = "checks.json";

fn language(lang: &str) -> Locale {
    Locale::parse(lang).unwrap_or(Locale::En)
}

impl Draft {
    fn story(&self) -> Option<Story> {
        self.drafted(|drafted| drafted.story.clone())
    }

    /// Looks at the story of the files as they are, which is read once.
    fn drafted<T>(&self, look: impl Fn(&Drafted) -> T) -> T {
        look(self.drafted.borrow_mut().get_or_insert_with(|| Story::draft(&self.files)))
    }

    /// The ticks; none where the file cannot be read.
    pub(super) fn checks(&self) -> Checks {
        let text = self.files.get(CHECKS).map(|bytes| String::from_utf8_lossy(bytes));
        text.and_then(|text| Checks::read(&text, CHECKS).ok()).unwrap_or_default()
    }
}

#[wasm_bindgen]
impl Draft {
    /// Takes a file away.
    pub fn remove(&mut self, name: &str) {
        self.files.remove(name);
        self.drafted.take();
    }

    /// As `open`, but a story with mistakes is shown too where it can be drawn: `shown` says so.
    pub fn try_open(&self, engine: &mut Engine) -> String {
        let answer = self.drafted(author::drafted);
        self.story().into_iter().for_each(|story| engine.replace(story));
        answer
    }

    /// Every statement of the story in words, as JSON; an empty list while it cannot be read.
    pub fn statements(&self, lang: &str) -> String {
        let story = self.story();
        story.map_or("[]".into(), |story| statements::statements(&story, &self.checks(), language(lang)))
    }

    /// Which charts take these statements, ids one a line, and why the others do not, as JSON. `engine` then has a chapter for each that
    /// takes them all, in the order of the answer.
    pub fn accepts(&self, ids: &str, lang: &str, engine: &mut Engine) -> String {
        let ids: Vec<String> = ids.lines().map(str::to_string).collect();
        let answers: Answers = answers(&self.files, &ids, language(lang));
        let json = answers.json();
        answers.story.into_iter().for_each(|story| engine.replace(story));
        json
    }

    /// The fact sheet as CSV or, for any other format, as a table in HTML.
    pub fn facts(&self, lang: &str, format: &str) -> String {
        let Some(story) = self.story() else { return String::new() };
        let locale = story.language(language(lang));
        let all = facts(&story, &self.checks(), locale);
        match format {
            "csv" => format!("\u{feff}{}", sheet::csv(&all, locale, For::Newsroom)),
            _ => sheet::table(&all, locale, For::Newsroom),
        }
    }

    /// The file of ticks with these statements, ids one a line, ticked by somebody on a day, YYYY-MM-DD; without a name their ticks are
    /// taken back.
    pub fn tick(&self, ids: &str, by: &str, on: &str) -> String {
        let mut checks = self.checks();
        let story = self.story();
        let all = story.map(|story| facts(&story, &checks, story.languages()[0])).unwrap_or_default();
        for fact in all.iter().filter(|fact| ids.lines().any(|id| id == fact.id)) {
            match Date::parse(on).filter(|_| !by.is_empty()) {
                Some(on) => checks.tick(&fact.id, Tick { says: fact.said.clone(), by: by.to_string(), on }),
                None => checks.untick(&fact.id),
            }
        }
        checks.text()
    }

    /// How a sentence with `{id}` reads; empty while the story cannot be read.
    pub fn expand(&self, text: &str, lang: &str) -> String {
        let locale = language(lang);
        let story = self.story();
        story.map_or(String::new(), |story| {
            story.expand_plain(&Text::each(&[locale], |_| text.into()), locale)
        })
    }

    /// A file of a chapter: `svg` is its picture at rest, `width` CSS px wide, in a theme; `csv` its table, `jsonld` the same as linked
    /// data. Empty where there is no such chapter.
    pub fn file_of(&self, scene: usize, format: &str, lang: &str, width: f64, theme: &str) -> String {
        let Some(story) = self.story().filter(|story| scene < story.scenes().len()) else {
            return String::new();
        };
        let (locale, told) = (story.language(language(lang)), &story.scenes()[scene]);
        match format {
            "csv" => format!("\u{feff}{}", describe::csv(&describe::table(&story, told, locale))),
            "jsonld" => json_ld::write(&story, told, locale),
            _ => {
                let palette = Palette::of(Theme::parse(theme).unwrap_or(Theme::Light));
                picture::still(&story, scene, &picture::place(&story, scene, width, None, locale), &palette)
            }
        }
    }
}

/// What needs no story.
#[wasm_bindgen]
impl Draft {
    /// The amounts of a text as JSON, places in bytes: see `recognise::written`.
    pub fn recognised(text: &str, lang: &str) -> String {
        let locale = language(lang);
        recognise::written::json(text, &recognise::read(text, locale), locale)
    }

    /// Names of what a story's file can say, as JSON: see `editor::words`.
    pub fn format_words(lang: &str) -> String {
        words::words(language(lang))
    }

    /// The files of a small example in these languages, codes with commas, as JSON: `{name: text}`.
    pub fn example(languages: &str) -> String {
        let known: Vec<Locale> = languages.split(',').filter_map(Locale::parse).collect();
        let languages = if known.is_empty() { Locale::ALL.to_vec() } else { known };
        map(example::files(&languages).map(|(name, text)| (name.to_string(), quote(&text))))
    }

    /// The JSON Schema of a story's files.
    pub fn story_schema() -> String {
        schema::document().to_string()
    }

    /// A spreadsheet or a text of any encoding as rows of cells: JSON with `sheets`, `sheet`, `rows`, or with `error` in two languages.
    pub fn spreadsheet_rows(bytes: &[u8], sheet: &str) -> String {
        match rows(bytes, sheet) {
            Ok(answer) => answer,
            Err(e) => object(&[("error", object(&[("zh", quote(e.zh())), ("en", quote(e.en()))]))]),
        }
    }
}

fn rows(bytes: &[u8], sheet: &str) -> Result<String, Text> {
    let is_workbook = spreadsheet::is_excel(bytes);
    let sheets = if is_workbook { spreadsheet::sheets(bytes)? } else { Vec::new() };
    let wanted = Some(sheet).filter(|name| sheets.iter().any(|known| known == name));
    let (text, left_out) = match is_workbook {
        true => spreadsheet::csv_of(bytes, wanted).map(|read| (read.csv, read.left_out))?,
        false => (spreadsheet::utf8_of(bytes)?, Vec::new()),
    };
    let lists = |cells: &[String]| array(cells.iter().map(|cell| quote(cell)));
    let has_tabs = text.lines().next().is_some_and(|line| line.contains('\t'));
    let read: Vec<Vec<String>> = match has_tabs && !is_workbook {
        true => {
            text.lines().map(|line| line.split('\t').map(|cell| cell.trim().to_string()).collect()).collect()
        }
        false => csv::read(&spreadsheet::with_commas(text)).rows.into_iter().map(|row| row.fields).collect(),
    };
    let both = |told: &Text| object(&[("zh", quote(told.zh())), ("en", quote(told.en()))]);
    Ok(object(&[
        ("sheets", lists(&sheets)),
        ("sheet", quote(wanted.or(sheets.first().map(String::as_str)).unwrap_or_default())),
        ("rows", array(read.iter().map(|row| lists(row)))),
        ("leftOut", array(left_out.iter().map(both))),
    ]))
}
