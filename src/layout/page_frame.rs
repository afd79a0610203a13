//! The frame of a picture: kicker, title and subtitle above; hairline, reading key and source below.
//!
//! **Invariant**: the same for every chart type; the source line is made from records, the key from what was drawn.

use crate::geometry::{Point, Rect};
use crate::layout::enter::Enter;
use crate::layout::legend;
use crate::layout::mark::{Anchor, Fill, Scope};
use crate::layout::scene_builder::{baseline, Area, SceneBuilder, LINE};
use crate::locale::message::Message;
use crate::text::{wrap, Font};
use crate::theme::Role;

/// What stands above a scene's charts.
pub struct Heading<'a> {
    pub name: &'a str,
    pub title: String,
    pub subtitle: String,
}

/// Draws the header; returns the y at which charts begin.
pub fn header(builder: &mut SceneBuilder, words: &Heading, area: Area) -> f64 {
    builder.scope(Scope::Head);
    builder.delay = -1.0;
    let (accent, ink, muted) = (builder.accent_paint(), builder.paint(Role::Ink), builder.paint(Role::Muted));
    let top = if builder.compact { 16.0 } else { 28.0 };
    let square = Rect::new(area.x, top + 2.0, 10.0, 10.0);
    builder.rect("kicker", square, Fill::Solid(accent), Enter::fade(-1.0));
    builder.text(Point::new(area.x + 18.0, top + 12.0), words.name, Font::bold(13.0), accent, Anchor::Start);
    let size = if builder.compact { 22.0 } else { 28.0 };
    let font = Font::title(size);
    let mut y = top + 20.0;
    for line in wrap::balanced(&words.title, font, area.w, builder.measure) {
        builder.text(Point::new(area.x, y + size * 1.06), &line, font, ink, Anchor::Start);
        y += size * 1.32;
    }
    y += 4.0;
    let font = Font::sans(if builder.compact { 14.0 } else { 15.0 });
    y += builder.paragraph(area.x, y, area.w, &words.subtitle, font, muted);
    y + if builder.compact { 14.0 } else { 20.0 }
}

/// Draws note, key and source line, with the swatch of other sources where it names any; returns the picture's height and
/// the key in words.
pub fn footer(
    builder: &mut SceneBuilder,
    note: Option<&str>,
    (source_line, has_context): (&str, bool),
    story_notice: Option<&str>,
    area: Area,
) -> (f64, Vec<String>) {
    builder.delay = -1.0;
    let mut y = area.y + if builder.compact { 16.0 } else { 24.0 };
    builder.rule(area.x, y, area.w);
    y += if builder.compact { 8.0 } else { 12.0 };
    y += note.map_or(0.0, |note| labelled_note(builder, note, area.down(y - area.y)).max(KEY_LINE));
    let (bottom, words) = legend::place(builder, Area::new(area.x, y, area.w));
    y = bottom + 6.0;
    let muted = builder.paint(Role::Muted);
    let mut x = area.x;
    if has_context {
        legend::context_swatch(builder, Rect::new(x, y + 4.0, 28.0, 12.0));
        x += 36.0;
    }
    let font = Font::sans(13.0);
    let room = area.right() - x;
    let mut lines = wrap::wrap(source_line, font, room, builder.measure);
    // a word or two alone on the last line read as forgotten
    if lines.last().is_some_and(|l| builder.measure.width(l, font) < room / 6.0) {
        lines = wrap::balanced(source_line, font, room, builder.measure);
    }
    for (i, line) in lines.iter().enumerate() {
        let at = Point::new(x, y + i as f64 * 13.0 * LINE + baseline(13.0));
        builder.text(at, line, font, muted, Anchor::Start);
    }
    y += lines.len() as f64 * 13.0 * LINE;
    y += notice(builder, story_notice, area.down(y - area.y));
    (y + if builder.compact { 14.0 } else { 20.0 }, words)
}

/// Draws what holds for the whole story; returns its height.
fn notice(builder: &mut SceneBuilder, notice: Option<&str>, area: Area) -> f64 {
    let (muted, font) = (builder.paint(Role::Muted), Font::sans(12.5));
    notice.map_or(0.0, |text| 4.0 + builder.paragraph(area.x, area.y + 4.0, area.w, text, font, muted))
}

/// Height of a line of the key, and of a note that stands above it, CSS px.
const KEY_LINE: f64 = 22.0;

/// How much the word before a note takes, CSS px.
fn note_lead(builder: &SceneBuilder) -> f64 {
    builder.measure.width(Message::Note.get(builder.locale), Font::bold(13.0)) + 8.0
}

/// Draws a note behind its word; returns its height.
fn labelled_note(builder: &mut SceneBuilder, note: &str, area: Area) -> f64 {
    let (ink, muted) = (builder.paint(Role::Ink), builder.paint(Role::Muted));
    let (word, lead) = (Message::Note.get(builder.locale), note_lead(builder));
    let at = Point::new(area.x, area.y + baseline(13.0));
    builder.text(at, word, Font::bold(13.0), ink, Anchor::Start);
    builder.paragraph(area.x + lead, area.y, area.w - lead, note, Font::sans(13.0), muted)
}

/// What stands below the panels of a picture whose heading the page shows.
pub struct Foot {
    /// One quiet note.
    pub note: Option<String>,
    /// The sources, in fewer words from one to the next; never empty.
    pub source_lines: Vec<String>,
    pub has_context: bool,
    /// What holds for the whole story, where a scene says it.
    pub notice: Option<String>,
}

/// Draws a hairline, note and key on one line where they have room, and the sources in as many words as a line takes;
/// returns the height used and the key in words.
pub fn foot(builder: &mut SceneBuilder, foot: &Foot, area: Area) -> (f64, Vec<String>) {
    builder.delay = -1.0;
    let (muted, font) = (builder.paint(Role::Muted), Font::sans(13.0));
    let mut y = area.y + 12.0;
    builder.rule(area.x, y, area.w);
    y += 8.0;
    let key = legend::width(builder);
    let beside = foot.note.as_ref().map(|note| note_lead(builder) + builder.measure.width(note, font) + 24.0);
    // where there is no key the note has its line for itself
    let beside = beside.filter(|width| key > 0.0 && width + key <= area.w);
    if let Some(note) = &foot.note {
        let used = labelled_note(builder, note, area.down(y - area.y));
        if beside.is_none() {
            y += used.max(KEY_LINE);
        }
    }
    // without a note beside it the key begins at the left, as in a picture with a heading
    let left = if beside.is_some() { area.right() - key } else { area.x };
    let (bottom, words) = legend::place(builder, Area::new(left, y, area.right() - left));
    y = bottom;
    let mut x = area.x;
    if foot.has_context {
        legend::context_swatch(builder, Rect::new(x, y + 4.0, 28.0, 12.0));
        x += 36.0;
    }
    let room = area.right() - x;
    let fitting = foot.source_lines.iter().find(|line| builder.measure.width(line, font) <= room);
    let line = fitting.or(foot.source_lines.last()).map_or("", String::as_str);
    if !line.is_empty() {
        y += builder.paragraph(x, y, room, line, font, muted);
    }
    y += notice(builder, foot.notice.as_deref(), area.down(y - area.y));
    (y - area.y + if builder.compact { 6.0 } else { 4.0 }, words)
}
