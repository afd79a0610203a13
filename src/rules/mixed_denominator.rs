//! `mixed-denominator`: shares with different denominators never share an axis or an operation (caution c08), and the
//! hundred cells of a share are called by its own whole.

use crate::chart::answers::same_whole;
use crate::chart::Chart;
use crate::diagnostic::Both;
use crate::locale::Locale;
use crate::model::figure::{FigureIx, Operation};
use crate::rules::{Bench, Place};
use std::collections::BTreeMap;

/// Letters by which words are the same, whatever their endings.
const BEGINNING: usize = 4;

/// What is said of two shares of different wholes.
fn words(bench: &Bench, a: FigureIx, b: FigureIx) -> (Both, Both) {
    let (a, b) = (bench.name(a), bench.name(b));
    (
        Both::new(
            format!("{}与{}是不同整体里的比例，不能放在同一尺度上", a.zh(), b.zh()),
            format!("{} and {} are shares of different wholes and cannot stand on one scale", a.en(), b.en()),
        ),
        Both::new(
            "改用比率环（rate-rings）或大字（callouts），各用各的尺度",
            "use rate rings (rate-rings) or big numbers (callouts), each with its own scale",
        ),
    )
}

/// Wholes of one id have one name: charts take them for the same.
fn check_names(bench: &mut Bench) {
    let mut known: BTreeMap<&str, FigureIx> = BTreeMap::new();
    for ix in bench.all_figures() {
        let Some(whole) = bench.story.figure(ix).denominator() else { continue };
        let first = *known.entry(&whole.id).or_insert(ix);
        let Some(other) = bench.story.figure(first).denominator() else { continue };
        let within = |a: &str, b: &str| a.contains(b) || b.contains(a);
        // a whole that the source does not state may be described in more words
        let alike = other.text.iter().all(|(locale, words)| within(words, whole.text.get(locale)));
        if alike || !whole.stated || !other.stated {
            continue;
        }
        let [(zh, en), (other_zh, other_en)] = [whole, other].map(|whole| (whole.text.zh(), whole.text.en()));
        let id = &whole.id;
        bench.error(
            "mixed-denominator",
            Place::Figure(ix, "denominator"),
            Both::new(
                format!("整体 {id} 在这里叫“{zh}”，在别处叫“{other_zh}”，图上会当成同一个"),
                format!("the whole {id} is \"{en}\" here and \"{other_en}\" elsewhere, and charts take the two for one"),
            ),
            Both::new(
                "同一个整体写同样的名称；不同的整体用不同的 id",
                "write one name for one whole, and another id for another whole",
            ),
        );
    }
}

/// How a note calls all cells of a waffle chart.
fn all_cells(locale: Locale) -> &'static [&'static str] {
    match locale {
        Locale::Zh => {
            &["全部格", "一百格", "100格", "100个格", "100个方格", "一百个方格", "每格都", "所有格"]
        }
        Locale::En => {
            &["all cells", "all squares", "hundred cells", "hundred squares", "100 cells", "100 squares"]
        }
        Locale::Ru => &["все клетки", "сто клеток", "100 клеток"],
    }
}

/// What stands between the cells and what they are.
const ARE: [&str; 8] = ["=", "＝", "—", "代表", "就是", "是", " are ", " stand for "];

/// What a note says that all cells are, in lower case; nothing where it does not say so.
fn whole_said(note: &str, locale: Locale) -> Option<String> {
    let note = note.to_lowercase();
    let cells = all_cells(locale).iter().find_map(|word| Some(note.find(word)? + word.len()))?;
    let behind = &note[cells..];
    let whole = ARE.iter().find_map(|are| Some(behind.split_once(are)?.1))?;
    let whole = whole.split(['，', ',', '；', ';', '。', '.']).next()?.trim();
    whole.contains(char::is_alphabetic).then(|| whole.to_string())
}

/// Whether two names of wholes have anything in common: the beginning of a word, two characters of Chinese.
fn have_in_common(a: &str, b: &str, locale: Locale) -> bool {
    if !locale.catalogue().spaced {
        let all: Vec<char> = a.chars().collect();
        return all.windows(2).any(|pair| b.contains(&String::from_iter(pair)));
    }
    let words = |text: &str| -> Vec<String> {
        let all = text.split(|c: char| !c.is_alphanumeric());
        let long = all.filter(|word| word.chars().count() >= BEGINNING);
        long.map(|word| word.chars().take(BEGINNING).collect()).collect()
    };
    let other = words(b);
    words(a).iter().any(|word| other.contains(word))
}

/// Cells that stand for another whole than that of the share.
pub(super) fn check(bench: &mut Bench, chart: &Chart) {
    let Chart::Waffle(waffle) = chart else { return };
    let Some(whole) = bench.story.figure(waffle.figure).denominator().filter(|whole| whole.stated) else {
        return;
    };
    let other = waffle.cell_note.iter().find_map(|(locale, note)| {
        let said = whole_said(note, locale)?;
        let is_own = have_in_common(&said, &whole.text.get(locale).to_lowercase(), locale);
        (!is_own).then_some(said)
    });
    let Some(said) = other else { return };
    let (name, own) = (bench.name(waffle.figure), whole.text.clone());
    bench.warn(
        "mixed-denominator",
        Place::Chart(bench.chart, "cell_note".into()),
        Both::new(
            format!("这里说全部格子是“{said}”，{}却是“{}”里的比例", name.zh(), own.zh()),
            format!("this calls all cells \"{said}\", and {} is a share of \"{}\"", name.en(), own.en()),
        ),
        Both::new(
            "写成这个数字自己的整体；数值不用改",
            "name the whole that the figure is a share of; no number changes",
        ),
    );
}

pub(super) fn check_figures(bench: &mut Bench) {
    check_names(bench);
    for ix in bench.all_figures() {
        let figure = bench.story.figure(ix);
        let Some(d) = figure.derivation().filter(|d| d.operation != Operation::Convert) else { continue };
        let inputs = d.inputs.clone();
        for pair in inputs.windows(2) {
            let [a, b] = [pair[0], pair[1]].map(|ix| bench.story.figure(ix));
            if !same_whole(a, b) {
                let (message, help) = words(bench, pair[0], pair[1]);
                bench.error("mixed-denominator", Place::Figure(ix, "derived"), message, help);
            }
        }
    }
}
