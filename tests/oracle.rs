//! All charts with all statements, at any width and in every language: the same statement says the same in picture, spoken
//! name, table, CSV, JSON-LD and SVG, and no text lies on another. What is expected comes from the statement alone.
//!
//! `make test` draws a sample; its seed is printed, and ORACLE_SEED draws it again. LONG=1 draws everything, and with
//! ORACLE_CHARTS=columns,lines everything of these charts. The first picture with each fault is left as SVG in
//! `target/test/oracle`.

use crate::acceptance::{charts, statements, status_word, story, Statement};
use crate::support;
use duoyuan::chart::acceptance::refusals;
use duoyuan::describe::{self, json_ld};
use duoyuan::geometry::{Rect, Seconds};
use duoyuan::layout::mark::Shape;
use duoyuan::layout::{PlacedScene, Viewport};
use duoyuan::locale::Locale;
use duoyuan::motion::frame::frame_at;
use duoyuan::render::palette::Palette;
use duoyuan::render::svg;
use duoyuan::scene::lay_out;
use duoyuan::statement::{Bound, Measure, Status};
use duoyuan::story::Story;
use duoyuan::text::metrics::BuiltIn;
use duoyuan::theme::Theme;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::Mutex;

/// Pictures of a sample.
const SAMPLE: usize = 800;

/// Pseudo-random numbers, the same for the same seed: the steps of splitmix64.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, most: usize) -> usize {
        (self.next() % most as u64) as usize
    }

    fn of<'t, T>(&mut self, all: &'t [T]) -> &'t T {
        &all[self.below(all.len())]
    }
}

/// The digits of a statement's size, with all its places and no separators.
fn digits(s: &Statement) -> String {
    let (mantissa, places) = (s.number.0.unsigned_abs(), usize::from(s.number.1));
    let all = format!("{mantissa:0>width$}", width = places + 1);
    let (left, right) = all.split_at(all.len() - places);
    if places > 0 {
        format!("{left}.{right}")
    } else {
        left.to_string()
    }
}

/// A text without what separates digits, and with a point before decimals, which have a comma in Russian.
fn bare(text: &str, locale: Locale) -> String {
    let plain = text.chars().filter(|c| !c.is_whitespace());
    match locale {
        Locale::Ru => plain.map(|c| if c == ',' { '.' } else { c }).collect(),
        Locale::Zh | Locale::En => plain.filter(|c| *c != ',').collect(),
    }
}

/// What the source states of a value: the value itself, its lower or its upper end. The bound of a fall is about its size.
fn limits(s: &Statement) -> Option<&'static str> {
    let is_fall = s.number.0 < 0;
    if is_fall && !matches!(s.measure, Measure::Growth | Measure::Change | Measure::Points) {
        return None;
    }
    let (floor, ceiling) = if is_fall { ("maxValue", "minValue") } else { ("minValue", "maxValue") };
    Some(match s.bound {
        Bound::Exact | Bound::Between | Bound::About => "value",
        Bound::MoreThan | Bound::AtLeast => floor,
        Bound::LessThan | Bound::UpTo | Bound::Nearly => ceiling,
    })
}

/// What is wrong with one picture of a story and what is told of it.
fn faults(story: &Story, s: &Statement, placed: &PlacedScene, chart: &str) -> Vec<(&'static str, String)> {
    let (scene, locale) = (&story.scenes()[0], placed.locale);
    let (digits, status) = (digits(s), status_word(s.status, locale));
    let mut all = Vec::new();
    let mut expect = |holds: bool, fault: &'static str, detail: String| {
        if !holds {
            all.push((fault, detail));
        }
    };
    // a tile speaks of its series, and says the latest point
    if let Some(datum) = placed.data.iter().find(|datum| datum.key == "x") {
        let name = bare(&datum.name, locale);
        expect(name.contains(&digits), "the spoken name has another number", datum.name.clone());
        expect(
            status.is_none_or(|word| datum.name.contains(word)),
            "a status that is not spoken",
            datum.name.clone(),
        );
        let frame = frame_at(placed, Seconds::new(placed.duration()));
        let id = |ix| story.figure(ix).id().to_string();
        let drawn = svg::write(placed, &frame, &Palette::of(Theme::Light), "one", &id);
        expect(
            drawn.contains(&format!("<title>{}</title>", datum.name)),
            "no such title in the SVG",
            datum.name.clone(),
        );
    } else {
        expect(chart == "series-tiles", "no datum", String::new());
    }
    let table = describe::table(story, scene, locale);
    let row = table.rows.iter().find(|(id, _)| id == "x").map(|(_, cells)| cells.clone()).unwrap_or_default();
    let [_, value, unit, bound, period, _] = &row[..] else {
        expect(false, "no row of the table", format!("{row:?}"));
        return all;
    };
    expect(bare(value, locale).contains(&digits), "the table has another number", value.clone());
    expect(!unit.is_empty() || s.measure == Measure::Rank, "no unit in the table", value.clone());
    expect(period.contains("2020"), "another period in the table", period.clone());
    expect(status.is_none_or(|word| bound.contains(word)), "no status in the table", bound.clone());
    let csv = bare(&describe::csv(&table), locale);
    expect(csv.contains(&digits), "the CSV has another number", String::new());
    let data: Value = serde_json::from_str(&json_ld::write(story, scene, locale)).unwrap();
    let measured =
        data["variableMeasured"].as_array().unwrap().iter().find(|m| m["propertyID"] == "x").cloned();
    let measured = measured.unwrap_or_default();
    if let Some(limit) = limits(s) {
        let stated: Vec<&str> =
            ["value", "minValue", "maxValue"].into_iter().filter(|name| !measured[name].is_null()).collect();
        expect(stated == [limit], "JSON-LD states another end", format!("{measured}"));
        let amount = s.number.0 as f64 / 10f64.powi(s.number.1.into());
        expect(measured[limit].as_f64() == Some(amount), "JSON-LD has another number", format!("{measured}"));
    }
    let runs = placed.marks.iter().filter_map(|m| match &m.shape {
        Shape::Text(run) => {
            let b = run.bounds().inset(1.0);
            // digits do not reach below their line
            let digits = run.text.chars().all(|c| c.is_ascii_digit() || ".+−".contains(c));
            let foot = if digits { b.bottom().min(run.at.y) } else { b.bottom() };
            Some((&*run.text, Rect { h: foot - b.y, ..b }))
        }
        _ => None,
    });
    let runs: Vec<(&str, Rect)> = runs.collect();
    for (i, (text, b)) in runs.iter().enumerate() {
        let within = b.x >= -1.0 && b.right() <= placed.width + 1.0 && b.bottom() <= placed.height + 1.0;
        expect(within, "a text outside the picture", format!("{text:?} at {b:?}"));
        let over = runs[i + 1..].iter().find(|(_, other)| other.overlaps(b));
        expect(over.is_none(), "a text on another", format!("{text:?} on {:?}", over.map(|(text, _)| text)));
    }
    // a number is what is read: its digits stand at its mark in one piece, or its axis has them
    let own: String = {
        let datum = placed.data.iter().position(|datum| datum.key == "x").map(|i| i as u32);
        let own = placed.marks.iter().filter(|m| datum.is_some() && m.datum == datum);
        own.filter_map(|m| if let Shape::Text(run) = &m.shape { Some(&*run.text) } else { None }).collect()
    };
    if matches!(chart, "callouts" | "words" | "table") {
        expect(bare(&own, locale).contains(&digits), "the picture has another number", own.clone());
    }
    all
}

/// What was drawn and what is wrong with it.
#[derive(Default)]
struct Findings {
    /// By chart and fault: in how many pictures, and the first of them.
    found: BTreeMap<(String, &'static str), (usize, String)>,
    drawn: BTreeMap<String, usize>,
}

impl Findings {
    /// Draws a statement, unless the chart refuses it, and looks at it; whether it was drawn.
    fn draw(&mut self, chart: &Value, statement: Statement, width: f64, locale: Locale) -> bool {
        let name = name(chart);
        let story = story(chart, statement);
        let of = &story.scenes()[0].rows[0][0].chart;
        if !refusals(of.acceptance(), story.facts()).is_empty() {
            return false;
        }
        let placed = lay_out(&story, 0, Viewport::new(width), locale, &BuiltIn);
        for (fault, detail) in faults(&story, &statement, &placed, &name) {
            let what = format!("{statement:?} at {width} in {}: {detail}", locale.code());
            let first = || {
                keep(&story, &placed, &format!("{name}, {fault}"));
                (0, what)
            };
            self.found.entry((name.clone(), fault)).or_insert_with(first).0 += 1;
        }
        *self.drawn.entry(name).or_default() += 1;
        true
    }

    /// Every statement at every width in every language.
    fn draw_all(&mut self, chart: &Value, statements: &[Statement]) {
        for statement in statements {
            for width in [280.0, 320.0, 375.0, 480.0, 600.0, 720.0, 912.0, 1280.0, 1920.0] {
                for locale in Locale::ALL {
                    self.draw(chart, *statement, width, locale);
                }
            }
        }
    }

    fn take(&mut self, other: Findings) {
        for (key, (count, first)) in other.found {
            self.found.entry(key).or_insert((0, first)).0 += count;
        }
        for (name, count) in other.drawn {
            *self.drawn.entry(name).or_default() += count;
        }
    }
}

/// Writes a picture with a fault as SVG.
fn keep(story: &Story, placed: &PlacedScene, name: &str) {
    let folder = support::root().join("target/test/oracle");
    let frame = frame_at(placed, Seconds::new(placed.duration()));
    let id = |ix| story.figure(ix).id().to_string();
    let drawn = svg::write(placed, &frame, &Palette::of(Theme::Light), "one", &id);
    let written = std::fs::create_dir_all(&folder)
        .and_then(|()| std::fs::write(folder.join(format!("{name}.svg")), drawn));
    written.unwrap_or_else(|e| println!("{}: {e}", folder.display()));
}

/// The charts that ORACLE_CHARTS names; all where it names none.
fn chosen() -> Vec<Value> {
    let names = std::env::var("ORACLE_CHARTS").unwrap_or_default();
    let names: Vec<&str> = names.split(',').filter(|name| !name.is_empty()).collect();
    let all: Vec<Value> =
        charts().into_iter().filter(|chart| names.is_empty() || names.contains(&&*name(chart))).collect();
    assert!(!all.is_empty(), "no such chart: {names:?}");
    all
}

fn name(chart: &Value) -> String {
    chart.as_object().and_then(|c| c.keys().next().cloned()).unwrap_or_default()
}

fn everything(charts: &[Value], statements: &[Statement]) -> Findings {
    let (next, all) = (AtomicUsize::new(0), Mutex::new(Findings::default()));
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(2, usize::from) {
            scope.spawn(|| {
                while let Some(chart) = charts.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let mut of_one = Findings::default();
                    of_one.draw_all(chart, statements);
                    println!(
                        "{}: {:?}, faults: {:?}",
                        name(chart),
                        of_one.drawn.values().next(),
                        of_one.found
                    );
                    all.lock().unwrap().take(of_one);
                }
            });
        }
    });
    all.into_inner().unwrap()
}

fn sample(charts: &[Value], statements: &[Statement], seed: u64) -> Findings {
    let (mut random, mut seen, mut count) = (Random(seed), Findings::default(), 0);
    // every chart is tried equally often, even one that takes few statements
    for turn in 0.. {
        let chart = &charts[turn % charts.len()];
        let tries = (0..400).map(|_| *random.of(statements)).collect::<Vec<_>>();
        let width = (280 + random.below(1641)) as f64;
        let locale = *random.of(&Locale::ALL);
        count += usize::from(tries.into_iter().any(|statement| seen.draw(chart, statement, width, locale)));
        if count >= SAMPLE {
            break;
        }
    }
    seen
}

#[test]
fn every_statement_says_the_same_wherever_it_is_told() {
    // every commit is tested with the same sample; ORACLE_SEED draws another
    let seed = std::env::var("ORACLE_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(1);
    println!("ORACLE_SEED={seed}");
    let (charts, statements) = (chosen(), statements());
    let seen =
        if support::long() { everything(&charts, &statements) } else { sample(&charts, &statements, seed) };
    let told = |((chart, fault), (count, first)): (&(String, &str), &(usize, String))| {
        format!("{chart}: {fault}, {count} pictures, as of {first}")
    };
    let all: Vec<String> = seen.found.iter().map(told).collect();
    assert!(all.is_empty(), "ORACLE_SEED={seed}\n{}", all.join("\n"));
    let names: BTreeSet<String> = charts.iter().map(name).collect();
    assert_eq!(names.len(), seen.drawn.len(), "every chart is drawn: {:?}", seen.drawn);
}

/// Pictures that a sample seldom draws, in which a text lay on another: a label on a value of the axis, one above the plot
/// on the words of the axis, and two numbers that are wider than their columns.
#[test]
fn words_keep_off_words_in_narrow_pictures() {
    let of =
        |bound, status, number| Statement { measure: Measure::Level, bound, status, number: (number, 0) };
    let (exact, more) = (Bound::Exact, Bound::MoreThan);
    let mut seen = Findings::default();
    for (chart, statement, width, locale) in [
        ("columns", of(exact, Status::Preliminary, 45), 320.0, Locale::Ru),
        ("lines", of(exact, Status::Target, 300), 320.0, Locale::En),
        ("stacks", of(more, Status::Final, 36), 280.0, Locale::En),
    ] {
        let all = charts();
        let chart = all.iter().find(|one| name(one) == chart).expect("one of the charts");
        assert!(seen.draw(chart, statement, width, locale), "{statement:?}");
    }
    assert!(seen.found.is_empty(), "{:#?}", seen.found);
}
