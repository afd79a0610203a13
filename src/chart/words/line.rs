//! Words as chips in one line, or in large type: short lists that are a sentence rather than a column.
//!
//! **Invariant**: an aim is underlined or framed with dashes, and an open list ends in its 等; nothing is sized by a value.

use super::{Setting, Word, Words};
use crate::geometry::{Point, Rect};
use crate::layout::enter::Enter;
use crate::layout::legend_entry::LegendEntry;
use crate::layout::mark::*;
use crate::layout::scene_builder::{Area, SceneBuilder};
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
    // chips begin behind a title that leaves them most of the line
    let beside = indent + together(builder, &pieces) <= area.w || indent <= area.w * 0.2 && !builder.compact;
    if !large && beside {
        builder.text(Point::new(area.x, y + 18.0), &title, font, muted, Anchor::Start);
        y += run(builder, Area::new(area.x + indent, y, area.w - indent), &pieces);
    } else {
        y += builder.paragraph(area.x, y, area.w, &title, font, muted) + 6.0;
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

const FONT: Font = Font::sans(14.0);
const SMALL: Font = Font::sans(13.0);

/// Height of a chip, what it has beside its words, and what is between two of them, CSS px.
const CHIP: f64 = 26.0;
const PAD: f64 = 11.0;
const CHIPS: f64 = 10.0;

/// The width of chips that all stand on one line, with their notes, CSS px.
fn together(builder: &SceneBuilder, pieces: &[Piece]) -> f64 {
    let wide = |piece: &Piece| chip_width(builder, piece) + note_width(builder, piece);
    pieces.iter().map(wide).sum::<f64>() + CHIPS * pieces.len().saturating_sub(1) as f64
}

fn chip_width(builder: &SceneBuilder, piece: &Piece) -> f64 {
    builder.measure.width(&piece.text, FONT) + 2.0 * PAD
}

/// How much a piece's note takes behind its chip, CSS px.
fn note_width(builder: &SceneBuilder, piece: &Piece) -> f64 {
    piece.note.as_ref().map_or(0.0, |note| NOTE_GAP + builder.measure.width(note, SMALL) + CHIPS)
}

/// Chips, one after another in as few lines as they need; returns the height used.
fn run(builder: &mut SceneBuilder, area: Area, pieces: &[Piece]) -> f64 {
    let (ink, muted) = (builder.paint(Role::Ink), builder.paint(Role::Muted));
    let (mut x, mut y) = (area.x, area.y);
    for piece in pieces {
        let (wide, note) = (chip_width(builder, piece), note_width(builder, piece));
        if x > area.x && x + wide + note > area.right() {
            x = area.x;
            y += CHIP + 7.0;
        }
        // what is wider than the line goes on below, in one chip
        let lines = wrap::wrap(&piece.text, FONT, area.w - 2.0 * PAD, builder.measure);
        let high = CHIP + 20.0 * lines.len().saturating_sub(1) as f64;
        begin(builder, piece);
        let rect = Rect::new(x, y, wide.min(area.w), high).inset(0.5);
        let stroke = match piece.goal {
            true => builder.goal_stroke(builder.paint(Role::GENERAL)),
            false => Stroke { paint: builder.paint(Role::Rule), width: 1.0, dash: None },
        };
        let part = if piece.goal { Part::item("goal") } else { "chip".into() };
        let enter = Enter::fade(builder.delay);
        builder.put(part, Shape::Rect { rect, radius: 3.0 }, Fill::None, Some(stroke), enter);
        for (i, line) in lines.iter().enumerate() {
            let at = Point::new(x + PAD, y + 18.0 + 20.0 * i as f64);
            builder.text(at, line, FONT, ink, Anchor::Start);
        }
        builder.end();
        x += wide.min(area.w);
        y += high - CHIP;
        if let Some(text) = piece.note.as_ref().filter(|_| x + note <= area.right()) {
            builder.text(Point::new(x + NOTE_GAP, y + 18.0), text, SMALL, muted, Anchor::Start);
            x += note - CHIPS;
        }
        x += CHIPS;
    }
    if pieces.is_empty() {
        return 0.0;
    }
    y + CHIP - area.y
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
