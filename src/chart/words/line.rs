//! Words in one line, or in large type: short lists that are a sentence rather than a column.
//!
//! **Invariant**: an aim is underlined with dashes, and an open list ends in its 等; nothing is sized by a value.

use super::{Setting, Word, Words};
use crate::geometry::Point;
use crate::layout::enter::Enter;
use crate::layout::legend_entry::LegendEntry;
use crate::layout::mark::*;
use crate::layout::scene_builder::{baseline, Area, SceneBuilder};
use crate::locale::message::Message;
use crate::model::figure::FigureIx;
use crate::text::{wrap, Font};
use crate::theme::Role;

/// Between two pieces of a line, CSS px.
const GAP: f64 = 24.0;
/// Between a piece and its note, CSS px.
const NOTE_GAP: f64 = 10.0;

/// One run of words, and what it stands for.
struct Piece {
    key: String,
    figure: Option<FigureIx>,
    spoken: String,
    text: String,
    goal: bool,
    note: Option<String>,
}

pub(super) fn place(builder: &mut SceneBuilder, area: Area, spec: &Words) -> f64 {
    let large = spec.set == Setting::Large;
    let muted = builder.paint(Role::Muted);
    let title = builder.say(&spec.title).to_string();
    let font = if large { Font::sans(15.0) } else { Font::bold(13.0) };
    let pieces: Vec<Piece> = spec.items.iter().flat_map(|word| pieces(builder, word)).collect();
    let indent = builder.measure.width(&title, font) + GAP;
    let mut y = area.y;
    if !large && indent + together(builder, &pieces) <= area.w {
        builder.text(Point::new(area.x, y + baseline(15.0)), &title, font, muted, Anchor::Start);
        y += run(builder, Area::new(area.x + indent, y, area.w - indent), &pieces);
    } else {
        y += builder.paragraph(area.x, y, area.w, &title, font, muted) + if large { 6.0 } else { 2.0 };
        let below = area.down(y - area.y);
        y += if large { spread(builder, below, &pieces) } else { run(builder, below, &pieces) };
    }
    y += builder.note_of(area.x, y, area.w, spec.note.as_ref());
    y - area.y
}

fn pieces(builder: &mut SceneBuilder, word: &Word) -> Vec<Piece> {
    let (facts, locale) = (builder.facts, builder.locale);
    let colon = Message::Colon.get(locale);
    match word {
        Word::Figure(ix) => {
            let figure = facts.figure(*ix);
            let mut text = [figure.label().get(locale), colon, &figure.display(locale)].concat();
            if let Some(word) = figure.status_word(locale).filter(|_| figure.is_target()) {
                text += &Message::InBrackets.with(locale, &[word]);
            }
            builder.legend_for(*ix);
            let (key, spoken) = (figure.id().to_string(), facts.bounded_statement(*ix, locale));
            let goal = !figure.status().is_result();
            vec![Piece { key, figure: Some(*ix), spoken, text, goal, note: None }]
        }
        Word::Name(ix) => {
            let name = facts.name(*ix);
            let text = name.text.get(locale).to_string();
            let note = name.note.as_ref().map(|note| note.get(locale).to_string());
            vec![Piece { key: name.id.clone(), figure: None, spoken: text.clone(), text, goal: false, note }]
        }
        Word::List(ix) => {
            let list = facts.list(*ix);
            let label = list.label.get(locale);
            let piece = |i: usize, text: &str, figure| {
                let spoken = [label, colon, text].concat();
                let key = format!("{}-{i}", list.id);
                Piece { key, figure, spoken, text: text.to_string(), goal: list.is_target(), note: None }
            };
            let items = list.items.iter().enumerate();
            let mut all: Vec<Piece> =
                items.map(|(i, item)| piece(i, item.text.get(locale), item.figure)).collect();
            if list.open {
                let at = list.open_after.unwrap_or(all.len()).min(all.len());
                let mut open = piece(0, Message::And.get(locale), None);
                open.key = format!("{}-open", list.id);
                all.insert(at, open);
                builder.legend(LegendEntry::OpenList);
            }
            all
        }
    }
}

/// What follows belongs to a piece.
fn begin(builder: &mut SceneBuilder, piece: &Piece) {
    match piece.figure.filter(|ix| builder.facts.figure(*ix).id() == piece.key) {
        Some(ix) => builder.begin(ix),
        None => builder.begin_named(piece.key.clone(), piece.figure, piece.spoken.clone()),
    }
    if piece.goal {
        builder.legend(LegendEntry::Target);
    }
}

/// Below an aim, as its outline.
fn underline(builder: &mut SceneBuilder, piece: &Piece, at: Point, width: f64) {
    if piece.goal {
        let stroke = builder.goal_stroke(builder.paint(Role::GENERAL));
        let points = vec![at, Point::new(at.x + width, at.y)];
        let shape = Shape::Path { points, closed: false };
        builder.put(Part::item("goal"), shape, Fill::None, Some(stroke), Enter::fade(builder.delay));
    }
}

const FONT: Font = Font::bold(15.0);
const SMALL: Font = Font::sans(13.0);

/// The width of pieces that all stand on one line, with their notes, CSS px.
fn together(builder: &SceneBuilder, pieces: &[Piece]) -> f64 {
    let note = |note: &String| NOTE_GAP + builder.measure.width(note, SMALL);
    let wide =
        |piece: &Piece| builder.measure.width(&piece.text, FONT) + piece.note.as_ref().map_or(0.0, note);
    pieces.iter().map(wide).sum::<f64>() + GAP * pieces.len().saturating_sub(1) as f64
}

/// One after another in as few lines as they need; returns the height used.
fn run(builder: &mut SceneBuilder, area: Area, pieces: &[Piece]) -> f64 {
    let (ink, muted) = (builder.paint(Role::Ink), builder.paint(Role::Muted));
    let line = if pieces.iter().any(|piece| piece.goal) { 28.0 } else { 24.0 };
    let (mut x, mut y) = (area.x, area.y);
    for piece in pieces {
        let wide = builder.measure.width(&piece.text, FONT);
        let note = piece.note.as_ref().map(|note| builder.measure.width(note, SMALL) + NOTE_GAP);
        if x > area.x && x + wide + note.unwrap_or(0.0) > area.right() {
            x = area.x;
            y += line;
        }
        begin(builder, piece);
        if wide > area.w {
            let used = builder.paragraph(area.x, y, area.w, &piece.text, FONT, ink);
            y += used;
        } else {
            let at = Point::new(x, y + baseline(15.0));
            builder.text(at, &piece.text, FONT, ink, Anchor::Start);
            underline(builder, piece, Point::new(x, at.y + 6.0), wide);
            x += wide + GAP;
        }
        builder.end();
        if let (Some(text), Some(room)) = (&piece.note, note) {
            let from = x - GAP + NOTE_GAP;
            if from + room - NOTE_GAP <= area.right() {
                builder.text(Point::new(from, y + baseline(15.0)), text, SMALL, muted, Anchor::Start);
                x += room;
            }
        }
    }
    if x > area.x {
        y + line - area.y
    } else {
        y - area.y
    }
}

/// In large type, across the width where they have room on one line, else one below the other; returns the height used.
fn spread(builder: &mut SceneBuilder, area: Area, pieces: &[Piece]) -> f64 {
    let ink = builder.paint(Role::Ink);
    let total = |size: f64| -> f64 {
        pieces.iter().map(|piece| builder.measure.width(&piece.text, Font::title(size))).sum()
    };
    let gaps = 28.0 * pieces.len().saturating_sub(1) as f64;
    let across =
        [34.0, 32.0, 30.0, 28.0, 26.0, 24.0, 22.0].into_iter().find(|size| total(*size) + gaps <= area.w);
    let start = builder.delay;
    if let Some(size) = across {
        let font = Font::title(size);
        let gap = (area.w - total(size)) / pieces.len().saturating_sub(1).max(1) as f64;
        let mut x = area.x;
        for (i, piece) in pieces.iter().enumerate() {
            builder.delay = start + 0.25 * i as f64;
            begin(builder, piece);
            let line = area.y + size * 1.1;
            let wide = builder.text(Point::new(x, line), &piece.text, font, ink, Anchor::Start);
            underline(builder, piece, Point::new(x, line + size * 0.44), wide);
            builder.end();
            x += wide + gap;
        }
        return size * 1.7;
    }
    let size = if builder.compact { 22.0 } else { 26.0 };
    let font = Font::title(size);
    let mut y = area.y;
    for (i, piece) in pieces.iter().enumerate() {
        builder.delay = start + 0.25 * i as f64;
        begin(builder, piece);
        let lines = wrap::balanced(&piece.text, font, area.w, builder.measure);
        for (k, line) in lines.iter().enumerate() {
            let at = Point::new(area.x, y + size * 1.05);
            let wide = builder.text(at, line, font, ink, Anchor::Start);
            y += size * 1.35;
            if k + 1 == lines.len() {
                underline(builder, piece, Point::new(area.x, y + 2.0), wide);
            }
        }
        builder.end();
        y += 14.0;
    }
    y - area.y
}
