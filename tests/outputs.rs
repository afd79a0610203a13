//! One story, every output: (figure, value, bound, unit) is taken out of each finished file of every scene, in both
//! languages, and compared with what `story.json` and the series say.
//! Seen to fail: with the bound left out of the table's rows; with WeChat sections that break the whitelist; with floors
//! told as values in JSON-LD; with the comment left out of the GIF; with the last pictures left out of films; with a
//! chapter drawn twice on the storyboard and the next one not.

use crate::support::{self, animation, solid};
use duoyuan::describe;
use duoyuan::describe::json_ld;
use duoyuan::locale::Locale;
use duoyuan::model::figure::{Figure, FigureIx};
use duoyuan::model::record::bound_words;
use duoyuan::story::{Scene, Story};
use resvg::usvg::roxmltree::Document;
use serde_json::Value as Json;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// What an output says of a figure, in its own words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Said {
    /// The phrase without its unit: 超2, more than 80.
    value: String,
    unit: String,
    bound: String,
}

type Table = Vec<Vec<String>>;

fn expected(f: &Figure, locale: Locale) -> Said {
    let p = f.phrase(locale);
    let firm = f
        .status_word(locale)
        .map_or(String::new(), |word| support::pick(locale, "；", "; ").to_string() + word);
    Said {
        value: solid(&format!("{}{}{}{}", p.before, p.digits, p.between, p.after)),
        unit: solid(&p.unit),
        bound: solid(&format!("{}{firm}", bound_words(f, locale))),
    }
}

/// The figures of a table by id. `ids` names its rows, in order; rows of words and gaps have none.
fn of_table(rows: &Table, ids: &[String]) -> BTreeMap<String, Said> {
    assert_eq!(rows.len(), ids.len(), "{rows:?}");
    let said = |r: &Vec<String>| Said { value: solid(&r[1]), unit: solid(&r[2]), bound: solid(&r[3]) };
    ids.iter().zip(rows).filter(|(id, _)| !id.is_empty()).map(|(id, r)| (id.clone(), said(r))).collect()
}

fn csv(text: &str) -> Table {
    let mut reader = csv_core::Reader::new();
    let (mut out, mut ends, mut rest, mut rows) =
        (vec![0; 65536], vec![0; 64], text.as_bytes(), Table::new());
    loop {
        let (result, read, _, count) = reader.read_record(rest, &mut out, &mut ends);
        rest = &rest[read..];
        if !matches!(result, csv_core::ReadRecordResult::Record) {
            rows.remove(0);
            return rows;
        }
        let mut from = 0;
        let cell = |to: &usize| {
            let text = String::from_utf8(out[from..*to].to_vec()).unwrap();
            from = *to;
            // a cell that a spreadsheet would take for a formula has an apostrophe before it
            let formula = text.starts_with("'=") || text.starts_with("'+") || text.starts_with("'-");
            text.strip_prefix('\'').filter(|_| formula).map(str::to_string).unwrap_or(text.clone())
        };
        rows.push(ends[..count].iter().map(cell).collect());
    }
}

/// The rows of every `<table>` in a piece of markup.
fn html(text: &str) -> Table {
    let from = text.find("<table>").expect("a table");
    let to = text.rfind("</table>").unwrap() + "</table>".len();
    let document = Document::parse(&text[from..to]).unwrap();
    let body = document.descendants().find(|n| n.has_tag_name("tbody")).unwrap();
    let cells = |row: resvg::usvg::roxmltree::Node| {
        row.children().filter(|c| c.is_element()).map(|c| c.text().unwrap_or("").to_string()).collect()
    };
    body.children().filter(|n| n.is_element()).map(cells).collect()
}

/// Short lines below a picture name every thing of a table and say its values with their bounds; of a long run the first and
/// the last.
fn lines_say(lines: &[String], rows: &Table, ids: &[String], story: &Story, locale: Locale) {
    let named: Vec<(&String, &String)> = rows.iter().map(|row| &row[0]).zip(ids).collect();
    for of_one in named.chunk_by(|a, b| a.0 == b.0) {
        let own: Vec<&String> = lines.iter().filter(|line| line.starts_with(of_one[0].0.as_str())).collect();
        assert!(!own.is_empty(), "nothing of {}: {lines:#?}", of_one[0].0);
        let figures: Vec<FigureIx> = of_one.iter().filter_map(|(_, id)| story.find_figure(id)).collect();
        let told = if figures.len() > 8 { vec![figures[0], figures[figures.len() - 1]] } else { figures };
        for ix in told {
            let said = solid(&story.figure(ix).phrase(locale).to_string());
            assert!(own.iter().any(|line| solid(line).contains(&said)), "no {said} in {own:?}");
        }
    }
}

/// The names of the marks of an SVG, by figure.
fn names(text: &str) -> BTreeMap<String, String> {
    let document = Document::parse(text).unwrap();
    let groups = document.descendants().filter(|n| n.has_attribute("data-figure"));
    groups
        .map(|g| {
            let title = g.children().find(|c| c.tag_name().name() == "title").and_then(|t| t.text());
            (g.attribute("data-figure").unwrap().to_string(), title.expect("a name").to_string())
        })
        .collect()
}

/// A mark's name says the figure's value with its unit, and its bound.
fn name_says(name: &str, f: &Figure, story: &Story, locale: Locale) {
    let Some(rest) = name.strip_prefix(f.label().get(locale)) else {
        // an item of a list that a figure dates or counts is called by the list and its own words
        let of_list = |l: &duoyuan::model::List| name.starts_with(l.label.get(locale));
        assert!(story.lists().iter().any(of_list), "{name}: neither a figure's name nor a list's");
        return;
    };
    let rest = solid(rest);
    let rest = rest.trim_start_matches([':', '：']);
    let phrase = solid(&f.display(locale));
    let after = rest.strip_prefix(&phrase).unwrap_or_else(|| panic!("{name}: does not say {phrase}"));
    assert!(!after.starts_with(|c: char| c.is_ascii_digit()), "{name}: another number");
    if f.is_bounded() {
        assert!(after.contains(&solid(bound_words(f, locale))), "{name}: its bound is not told");
    }
    if f.is_target() {
        assert!(after.contains(support::pick(locale, "目标", "goal")), "{name}: not told to be a goal");
    }
}

/// JSON-LD: the number in the unit of the source, under the name of its bound.
fn jsonld_says(text: &str, story: &Story, figures: &[FigureIx]) {
    let json: Json = serde_json::from_str(text).unwrap();
    let measured = json["variableMeasured"].as_array().unwrap();
    assert_eq!(measured.len(), figures.len());
    for (m, ix) in measured.iter().zip(figures) {
        let f = story.figure(*ix);
        assert_eq!(m["propertyID"], f.id());
        let Some(number) = f.number() else { continue };
        let digits = number.digits().replace('−', "-");
        let key = match f.said() {
            "more_than" | "at_least" | "open_list" => Some("minValue"),
            "up_to" | "less_than" => Some("maxValue"),
            "exact" | "about" => Some("value"),
            _ => None,
        };
        for name in ["value", "minValue", "maxValue"] {
            let wanted = if Some(name) == key { digits.parse::<f64>().ok() } else { None };
            assert_eq!(m[name].as_f64(), wanted, "{}: {name}", f.id());
        }
        assert_eq!(m["unitText"], f.unit().first_name(), "{}", f.id());
    }
}

/// The figures that story.json itself holds, read by another reader than ours.
fn raw_figures_agree(story: &Story) {
    let text = fs::read_to_string(support::root().join("data/karamay/story.json")).unwrap();
    let json: Json = serde_json::from_str(&text).unwrap();
    let mut count = 0;
    for (id, raw) in json["figures"].as_object().unwrap() {
        let f = story.figure(story.find_figure(id).unwrap());
        assert_eq!(raw["bound"].as_str().unwrap_or("exact"), f.bound().name(), "{id}");
        assert_eq!(raw["form"].as_str().unwrap_or("amount"), f.form().name(), "{id}");
        assert_eq!(raw["status"].as_str().unwrap_or("final"), f.status().name(), "{id}");
        if let (Some(value), Some(number)) = (raw["value"].as_f64(), f.number()) {
            let digits = number.digits().replace('−', "-");
            assert_eq!(digits.parse::<f64>().unwrap(), value, "{id}");
            count += 1;
        }
    }
    assert!(count > 20, "only {count} figures compared");
}

fn run(arguments: &[&str], folder: &Path) {
    let story = support::root().join("data/karamay");
    let mut all = vec![arguments[0], story.to_str().unwrap(), "--quiet", "-o", folder.to_str().unwrap()];
    all.extend(&arguments[1..]);
    let out = support::duoyuan(&all);
    assert!(out.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&out.stderr));
}

struct Outputs {
    locale: Locale,
    render: PathBuf,
    /// Stills and films of half a pixel a CSS px: what they carry does not depend on their size.
    films: PathBuf,
    storyboards: PathBuf,
    wechat: PathBuf,
    wordpress: PathBuf,
    rss: String,
}

fn outputs(locale: Locale) -> Outputs {
    let lang = locale.code();
    let folder = |name: &str| support::folder(&format!("outputs-{name}-{lang}"));
    let of = |platform: &str| {
        let path = folder(platform);
        run(&["export", "--for", platform, "--lang", lang], &path);
        path
    };
    let render = folder("render");
    run(&["render", "--lang", lang, "--format", "svg,smil,html,csv,jsonld,pdf"], &render);
    let films = folder("films");
    let small = ["--format", "png,gif,apng", "--width", "360", "--scale", "0.5"];
    run(&[&["render", "--lang", lang], &small[..]].concat(), &films);
    let storyboards = folder("storyboards");
    run(&["render", "--lang", lang, "--format", "storyboard", "--page", "a4,poster"], &storyboards);
    let rss = fs::read_to_string(of("rss").join("feed.xml")).unwrap();
    Outputs { locale, render, films, storyboards, wechat: of("wechat"), wordpress: of("wordpress"), rss }
}

/// Pictures in pixels and films carry their words in the file: title, unit, period, source and date, and figures as they
/// are drawn; all end at the same picture.
fn pixels_say(story: &Story, scene: &Scene, all: &Outputs) {
    let locale = all.locale;
    let read = |ending: &str| fs::read(all.films.join(format!("{}.{ending}", scene.id))).unwrap();
    let (png, gif, apng) = (read("png"), read("gif"), read("apng"));
    let [title, description] = animation::png_words(&png);
    // a file is passed on without its page: it names the story, unless its own title does
    let (whole, own) = (story.title().get(locale), story.expand_plain(&scene.title, locale));
    let named = if own.contains(whole) { own } else { format!("{whole} · {own}") };
    assert_eq!(title, named);
    let subtitle = story.expand_plain(&scene.subtitle, locale);
    let source = story.source_line(scene, locale).0;
    for words in [&subtitle, &source] {
        assert!(description.contains(words.as_str()), "{}: not told: {words}", scene.id);
    }
    // a description has only the first twelve figures
    for ix in story.figures_of_scene(scene).iter().take(12) {
        let f = story.figure(*ix);
        for part in [f.display(locale), f.period().text.get(locale).to_string()] {
            assert!(solid(&description).contains(&solid(&part)), "{}: {}: no {part}", scene.id, f.id());
        }
    }
    assert_eq!(animation::png_words(&apng), [title.clone(), description.clone()], "{}: APNG", scene.id);
    assert_eq!(animation::gif_comment(&gif), format!("{title}\n{description}"), "{}: GIF", scene.id);
    let rest = animation::png_still(&png);
    assert!(animation::apng_end(&apng) == rest, "{}: the APNG ends elsewhere", scene.id);
    // a GIF has 256 colours: edges of letters may be a shade off, nothing else
    let end = animation::gif_end(&gif).0;
    assert!(
        animation::apart(&end, &rest) < 48,
        "{}: the GIF ends {} off",
        scene.id,
        animation::apart(&end, &rest)
    );
    let off = animation::pixels_apart(&end, &rest, 16);
    assert!(off * 500 < rest.0.len(), "{}: {off} pixels of the GIF's end are another colour", scene.id);
}

/// The text of a chapter's page, and that of the poster, has the figures as the chapter's picture draws them: number,
/// unit and bound. Returns how many.
fn storyboards_say(story: &Story, index: usize, drawn: &[FigureIx], picture: &str, all: &Outputs) -> usize {
    let mut count = 0;
    let page = (index + 2).to_string();
    for (paper, arguments) in [("a4", vec!["-raw", "-f", &page, "-l", &page]), ("poster", vec!["-raw"])] {
        let file = all.storyboards.join(format!("{}-{paper}.pdf", story.id()));
        let text = solid(&support::poppler("pdftotext", &arguments, &file));
        for ix in drawn {
            let f = story.figure(*ix);
            let p = f.phrase(all.locale);
            // a yardstick or an icon may be drawn with other words than its number
            let parts = [&p.before, &p.digits, &p.between, &p.after, &p.unit].map(|part| solid(part));
            for part in parts.iter().filter(|part| picture.contains(part.as_str())) {
                assert!(text.contains(part.as_str()), "{paper}: {}: no {part:?} in {text}", f.id());
            }
            count += usize::from(picture.contains(&parts[1]));
        }
    }
    count
}

fn scene_agrees(story: &Story, index: usize, scene: &Scene, all: &Outputs) -> (usize, usize) {
    let locale = all.locale;
    let read = |folder: &Path, name: String| {
        let path = folder.join(&name);
        fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
    };
    let figures = story.figures_of_scene(scene);
    let wanted: BTreeMap<String, Said> = figures
        .iter()
        .map(|ix| (story.figure(*ix).id().to_string(), expected(story.figure(*ix), locale)))
        .collect();
    let table = describe::table(story, scene, locale);
    let ids: Vec<String> = table.rows.iter().map(|(id, _)| id.clone()).collect();

    // tables: CSV, HTML, WordPress, feed
    let rows = csv(&read(&all.render, format!("{}.csv", scene.id)));
    assert_eq!(of_table(&rows, &ids), wanted, "{}: CSV", scene.id);
    let number = format!("{:02}-{}", index + 1, scene.id);
    let document = Document::parse(&all.rss).unwrap();
    let items: Vec<_> = document.descendants().filter(|n| n.tag_name().name() == "encoded").collect();
    for (what, markup) in [
        ("HTML", read(&all.render, format!("{}.html", scene.id))),
        ("WordPress", read(&all.wordpress, format!("{number}.html"))),
        ("RSS", items[index].text().unwrap().to_string()),
    ] {
        assert_eq!(html(&markup), rows, "{}: {what} and CSV have different tables", scene.id);
    }

    // WeChat: sentences and lines of text, no row of a table
    let section = read(&all.wechat, format!("{number}.html"));
    let document = Document::parse(&section).unwrap();
    let paragraphs = document.descendants().filter(|n| n.tag_name().name() == "p");
    let lines: Vec<String> = paragraphs.map(|p| p.text().unwrap_or("").to_string()).collect();
    lines_say(&lines, &rows, &ids, story, locale);
    assert!(!lines.concat().contains(['｜', '|']), "{}: {lines:?}", scene.id);
    assert!(lines.last().is_some_and(|line| line.starts_with(story.title().get(locale))), "{lines:?}");

    jsonld_says(&read(&all.render, format!("{}.jsonld", scene.id)), story, &figures);

    // pictures: the same marks with the same names, and the text of each in the PDF and in the WeChat picture
    let marks = names(&read(&all.render, format!("{}.svg", scene.id)));
    assert_eq!(names(&read(&all.render, format!("{}.smil.svg", scene.id))), marks, "{}: SMIL", scene.id);
    let page = read(&all.render, format!("{}.html", scene.id));
    let inside = &page[page.find("<svg").unwrap()..page.find("</svg>").unwrap() + "</svg>".len()];
    assert_eq!(names(inside), marks, "{}: HTML", scene.id);
    let pdf = solid(&support::poppler("pdftotext", &["-raw"], &all.render.join(format!("{}.pdf", scene.id))));
    let svg_text = |text: &str| {
        let document = Document::parse(text).unwrap();
        let texts = document.descendants().filter(|n| n.tag_name().name() == "text");
        texts.map(|t| solid(t.text().unwrap_or(""))).collect::<Vec<String>>()
    };
    let drawn = svg_text(&read(&all.render, format!("{}.svg", scene.id)));
    for text in &drawn {
        assert!(pdf.contains(text), "{}: the PDF has no {text}", scene.id);
    }
    let sections: String = svg_text(&section).concat();
    for (id, name) in &marks {
        let f = story.figure(*figures.iter().find(|ix| story.figure(**ix).id() == id).unwrap());
        name_says(name, f, story, locale);
        let digits = solid(&f.phrase(locale).digits);
        if f.number().is_some() && drawn.concat().contains(&digits) && !sections.is_empty() {
            assert!(sections.contains(&digits), "{}: WeChat does not draw {id}: {digits}", scene.id);
        }
    }
    let drawn_ids: Vec<FigureIx> =
        figures.iter().copied().filter(|ix| marks.contains_key(story.figure(*ix).id())).collect();
    pixels_say(story, scene, all);
    let on_paper = storyboards_say(story, index, &drawn_ids, &drawn.concat(), all);
    assert!(on_paper >= drawn_ids.len(), "{}: {on_paper} of {} figures on paper", scene.id, drawn_ids.len());
    (wanted.len(), marks.len())
}

#[test]
fn every_output_says_the_same_of_every_figure() {
    let story = support::karamay();
    raw_figures_agree(&story);
    for locale in support::sample(support::LANGUAGES, 2) {
        let all = outputs(locale);
        let scenes = story.scenes().iter().enumerate();
        let counts: Vec<(usize, usize)> =
            scenes.map(|(i, scene)| scene_agrees(&story, i, scene, &all)).collect();
        let figures: usize = counts.iter().map(|c| c.0).sum();
        let marks: usize = counts.iter().map(|c| c.1).sum();
        assert!(figures > 60 && marks > 50, "only {figures} figures and {marks} names compared");
    }
}

/// The Karamay story has no ceilings; the guide's examples have every qualifier.
/// Seen to fail: with a ceiling told as a value.
#[test]
fn json_ld_has_the_bound_of_every_qualifier() {
    let (story, _) = Story::load(&support::files(&support::root().join("data/grammar"))).unwrap();
    let mut seen = BTreeSet::new();
    for scene in story.scenes() {
        let figures = story.figures_of_scene(scene);
        for locale in support::LANGUAGES {
            jsonld_says(&json_ld::write(&story, scene, locale), &story, &figures);
        }
        seen.extend(figures.iter().map(|ix| story.figure(*ix).said()));
    }
    assert_eq!(seen.len(), 8, "{seen:?}");
}
