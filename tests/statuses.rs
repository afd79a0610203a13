//! How firm a figure is (preliminary, revised, estimated, a forecast, a goal) is told wherever its value is: in the
//! picture, spoken, in table, CSV, record, summary, JSON-LD and sentences, in each language.
//! Seen to fail: with the status left out of the printed phrase; out of the table's bounds; out of what a picture of a
//! dense series says.

use crate::support;
use crate::support::tale::Tale;
use duoyuan::describe::summary::{summary, Detail};
use duoyuan::describe::{csv, json_ld, records, sentences, table};
use duoyuan::layout::mark::{Mark, Shape};
use duoyuan::layout::{PlacedScene, Viewport};
use duoyuan::locale::Locale;
use duoyuan::scene::lay_out;
use duoyuan::story::Story;
use duoyuan::text::metrics::BuiltIn;

/// Figure, and how firm it is in Chinese, English and Russian.
const FIRM: [(&str, [&str; 3]); 8] = [
    ("preliminary", ["初步数", "preliminary", "предварительное значение"]),
    ("revised", ["修订数", "revised", "уточнённое значение"]),
    ("estimated", ["估计数", "estimated", "оценка"]),
    ("forecast", ["预测", "forecast", "прогноз"]),
    ("target", ["目标", "goal", "цель"]),
    ("founded", ["估计数", "estimated", "оценка"]),
    ("sent@2023", ["修订数", "revised", "уточнённое значение"]),
    ("sent@2024", ["初步数", "preliminary", "предварительное значение"]),
];

const PEOPLE: &str = "\"unit\": \"people\", \"measure\": \"level\"";

/// All words of a picture.
fn words(placed: &PlacedScene) -> String {
    let run = |mark: &Mark| match &mark.shape {
        Shape::Text(run) => Some(run.text.to_string()),
        _ => None,
    };
    placed.marks.iter().filter_map(run).collect()
}

fn load(edit: impl Fn(&str, String) -> String) -> Story {
    let mut files = support::files(&support::root().join("tests/fixtures/statuses"));
    for (name, bytes) in &mut files {
        *bytes = edit(name, String::from_utf8(bytes.clone()).unwrap()).into_bytes();
    }
    let (story, problems) = Story::load(&files).unwrap_or_else(|all| panic!("{all:#?}"));
    assert!(problems.is_empty(), "{problems:#?}");
    story
}

/// What is written at the marks of a datum. A word may go on in the next line.
fn written(placed: &PlacedScene, datum: usize) -> String {
    let runs = placed.marks.iter().filter_map(|mark| match &mark.shape {
        Shape::Text(run) if mark.datum == Some(datum as u32) => Some(&run.text[..]),
        _ => None,
    });
    support::solid(&runs.collect::<String>())
}

#[test]
fn a_status_is_told_wherever_its_value_is() {
    let story = load(|_, text| text);
    for (language, locale) in [Locale::Zh, Locale::En, Locale::Ru].into_iter().enumerate() {
        let mut seen = 0;
        for (index, scene) in story.scenes().iter().enumerate() {
            let told = summary(&story, scene, locale, Detail::Full).join("\n");
            let rows = table(&story, scene, locale).rows;
            let cells = csv(&table(&story, scene, locale));
            let json: serde_json::Value =
                serde_json::from_str(&json_ld::write(&story, scene, locale)).unwrap();
            for (id, words) in FIRM {
                let Some((_, row)) = rows.iter().find(|(of, _)| of == id) else { continue };
                let (word, place) = (words[language], format!("{id} in {} in {locale:?}", scene.id));
                let figure = story.figure(story.find_figure(id).unwrap());
                let line = told.lines().filter(|line| line.contains(figure.period().text.get(locale)));
                assert!(line.clone().any(|line| line.contains(word)), "summary, {place}: {told}");
                assert!(row[3].contains(word), "table, {place}: {row:?}");
                assert!(cells.contains(&row[3]), "CSV, {place}: {cells}");
                let record = records(&story, scene, locale).find(|record| record.id == id).unwrap();
                let kind = record.rows.iter().any(|row| row.text.contains(word));
                assert!(kind && record.cite.contains(word), "record, {place}: {record:#?}");
                let measured = json["variableMeasured"].as_array().unwrap();
                let of = measured.iter().find(|m| m["propertyID"] == id).unwrap();
                assert!(of["description"].as_str().unwrap().contains(word), "JSON-LD, {place}: {of}");
                for width in [280.0, 375.0, 720.0, 1280.0] {
                    let placed = lay_out(&story, index, Viewport::new(width), locale, &BuiltIn);
                    // a figure that only a sentence quotes has no mark
                    let Some(datum) = placed.data.iter().position(|datum| datum.key == id) else { continue };
                    let name = &placed.data[datum].name;
                    assert!(name.contains(word), "spoken, {place}: {name}");
                    let all = written(&placed, datum);
                    assert!(all.contains(&support::solid(word)), "picture, {place} at {width}: {all}");
                    seen += 1;
                }
            }
            for (text, id) in sentences(&story, scene, locale).into_iter().flatten() {
                let firm = FIRM.iter().find(|(of, _)| Some(*of) == id.as_deref());
                assert!(firm.is_none_or(|(_, words)| text.contains(words[language])), "sentence: {text}");
            }
        }
        assert!(seen >= 4 * FIRM.len(), "{seen} marks in {locale:?}");
    }
}

#[test]
fn a_final_figure_has_no_word_for_it() {
    let story = load(|_, text| text);
    for locale in [Locale::Zh, Locale::En, Locale::Ru] {
        let figure = story.figure(story.find_figure("final").unwrap());
        let phrase = figure.display(locale);
        assert!(!phrase.contains(['（', '(']), "{phrase}");
    }
}

/// Few points of a long series have a label.
#[test]
fn a_dense_series_says_which_years_are_not_final() {
    let line = |year: i32| {
        let status = if year > 2022 { "preliminary" } else { "" };
        format!("{year},{},{status},all,example,plot\n", 27000 + year)
    };
    let many: String = (1700..=2024).map(line).collect();
    let story = load(|name, text| match name.ends_with(".csv") {
        true => format!("period,value,status,definition,source,use\n{many}"),
        false => text,
    });
    let index = story.scenes().iter().position(|scene| scene.id == "series").unwrap();
    for (locale, years) in [
        (Locale::Zh, "初步数：2023—2024年"),
        (Locale::En, "preliminary: 2023–2024"),
        (Locale::Ru, "предварительное значение: 2023–2024"),
    ] {
        let placed = lay_out(&story, index, Viewport::new(720.0), locale, &BuiltIn);
        let runs = placed.marks.iter().filter_map(|mark| match &mark.shape {
            Shape::Text(run) => Some(&run.text[..]),
            _ => None,
        });
        let picture: Vec<&str> = runs.collect();
        assert!(picture.iter().any(|text| text.contains(years)), "{picture:?}");
        let spoken = placed.data.iter().any(|datum| datum.name.contains(years));
        assert!(spoken, "{:?}", placed.data);
        let told = summary(&story, &story.scenes()[index], locale, Detail::Normal);
        assert!(told.iter().any(|line| line.contains(years)), "{told:?}");
    }
}

#[test]
fn growth_and_blocks_that_are_not_final_are_pale() {
    let growth =
        r#"{"type": "index-pair", "figure": "a", "base_label": {"en": "2022"}, "now_label": {"en": "2023"}}"#;
    let blocks = r#"{"type": "block-stack", "figure": "a", "columns": 6, "block_note": {"en": "one block each"}, "window_note": {"en": "all of 2023"}}"#;
    let kinds = [(growth, "\"unit\": \"percent\", \"measure\": \"growth\""), (blocks, PEOPLE)];
    for (chart, kind) in kinds {
        for (status, is_pale) in [("preliminary", true), ("final", false)] {
            let members = format!("\"value\": 6, {kind}, \"status\": \"{status}\"");
            let picture =
                Tale::new(&[Locale::En]).figure("a", &members).chart(chart).picture(720.0, Locale::En);
            let outlines = picture.marks.iter().filter(|mark| mark.id.part.name == "not-final").count();
            let key = support::solid(&words(&picture)).contains(&support::solid("pale in an outline"));
            assert_eq!((outlines > 0, key), (is_pale, is_pale), "{status}: {chart}");
        }
    }
}

#[test]
fn the_open_end_of_full_lines_of_blocks_has_a_line_of_its_own() {
    let chart = r#"{"type": "block-stack", "figure": "a", "columns": 6, "block_note": {"en": "one block each"}, "window_note": {"en": "all of 2023"}}"#;
    let members = format!("\"value\": 36, {PEOPLE}, \"bound\": \"more_than\", \"printed\": \"over\"");
    for width in [375.0, 720.0, 1280.0] {
        let picture = Tale::new(&[Locale::En]).figure("a", &members).chart(chart).picture(width, Locale::En);
        let note = picture.marks.iter().find_map(|mark| match &mark.shape {
            Shape::Text(run) if run.text.starts_with("all of") => Some(run.bounds()),
            _ => None,
        });
        let top = note.expect("the note is drawn").y;
        let drawn = picture.marks.iter().filter(|mark| mark.datum == Some(0));
        let lowest = drawn.map(|mark| mark.bounds().bottom()).fold(0.0, f64::max);
        assert!(lowest <= top, "{width}: {lowest} below {top}");
        let blocks: Vec<_> = picture.marks.iter().filter(|mark| mark.id.part.name == "block").collect();
        let open = picture.marks.iter().filter(|mark| mark.id.part.name == "open").map(|mark| mark.bounds());
        for end in open {
            assert!(blocks.iter().all(|block| !block.bounds().inset(1.0).overlaps(&end)), "{width}: {end:?}");
        }
    }
}
