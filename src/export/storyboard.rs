//! A whole story to the pages of a storyboard: A4, one chapter a page, or one newspaper page with all of them.
//!
//! **Invariant**: whole pictures are placed on pages, never cut and never changed but in size; the words beside them are
//! the story's own. Lengths are CSS px (96 an inch).

mod columns;

use crate::describe;
use crate::export::brief;
use crate::export::pdf::{Page, Part, Tagged};
use crate::geometry::{Point, Rect, Seconds};
use crate::layout::mark::{Anchor, Paint, Run};
use crate::layout::{PlacedScene, Viewport};
use crate::locale::message::Message;
use crate::locale::{Locale, Text};
use crate::motion::frame::{frame_at, Frame};
use crate::render::palette::Palette;
use crate::render::primitive::Primitive;
use crate::render::svg;
use crate::scene;
use crate::scene::lay_out;
use crate::story::Story;
use crate::text::metrics::BuiltIn;
use crate::text::{wrap, Font, Measure};
use crate::theme::{Role, Theme};
use columns::{columns_within, Column, LAYOUTS};

/// CSS px a millimetre.
const MM: f64 = 96.0 / 25.4;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// 210 × 297 mm: a cover, then one chapter a page.
    A4,
    /// 390 × 545 mm, the page of a Chinese broadsheet: all chapters on one page.
    Poster,
}

impl Paper {
    fn size(self) -> (f64, f64) {
        match self {
            Paper::A4 => (210.0 * MM, 297.0 * MM),
            Paper::Poster => (390.0 * MM, 545.0 * MM),
        }
    }
}

/// A storyboard with everything that is drawn on it, for the fonts to be asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Storyboard {
    pub pages: Vec<Page>,
    pub frames: Vec<Frame>,
    pub words: String,
}

pub fn pages(story: &Story, locale: Locale, theme: Theme, paper: Paper) -> Storyboard {
    let mut desk =
        Desk { story, locale, palette: Palette::of(theme), frames: Vec::new(), words: String::new() };
    let pages = match paper {
        Paper::A4 => desk.book(),
        Paper::Poster => vec![desk.poster()],
    };
    Storyboard { pages, frames: desk.frames, words: desk.words }
}

struct Desk<'a> {
    story: &'a Story,
    locale: Locale,
    palette: Palette,
    frames: Vec<Frame>,
    words: String,
}

/// Text that stands on its own part of a page.
struct Block {
    svg: String,
    width: f64,
    height: f64,
}

impl Block {
    fn part(self, x: f64, y: f64, tagged: Tagged) -> Part {
        let at = Rect::new(x, y, self.width, self.height);
        Part { svg: self.svg, at, tagged, entry: None }
    }
}

impl Desk<'_> {
    fn say(&self, text: &Text) -> String {
        self.story.expand_plain(text, self.locale)
    }

    /// Lines of text no wider than `width`.
    fn block(&mut self, text: &str, font: Font, width: f64, role: Role) -> Block {
        self.words.push_str(text);
        let lines = wrap::wrap(text, font, width, &BuiltIn);
        let step = font.size * 1.6;
        let height = lines.len().max(1) as f64 * step;
        let mut inside = String::new();
        for (i, line) in lines.iter().enumerate() {
            let at = Point::new(0.0, (i as f64 + 0.5) * step + font.size * 0.36);
            let width = BuiltIn.width(line, font);
            let text = line.as_str().into();
            let run = Run { text, at, anchor: Anchor::Start, font, paint: Paint::new(role), width };
            svg::element(&Primitive::Text(&run), &self.palette, &mut inside);
        }
        Block { svg: sheet(width, height, &inside), width, height }
    }

    fn place(&self, index: usize, width: f64) -> PlacedScene {
        lay_out(self.story, index, Viewport::new(width), self.locale, &BuiltIn)
    }

    /// A chapter at rest in a box of its own proportions.
    fn picture(&mut self, index: usize, placed: &PlacedScene, at: Rect) -> Part {
        let scene = &self.story.scenes()[index];
        let frame = frame_at(placed, Seconds::new(placed.duration()));
        let svg = svg::write(placed, &frame, &self.palette, &scene.id, &|ix| {
            self.story.figure(ix).id().to_string()
        });
        self.frames.push(frame);
        let words = [
            &placed.title,
            Message::Stop.get(self.locale),
            Message::Space.get(self.locale),
            &placed.description,
        ]
        .concat();
        let entry = Some(format!("{} {}", scene.name.get(self.locale), placed.title));
        Part { svg, at, tagged: Tagged::Figure(words), entry }
    }

    /// The ground of a part of a page.
    fn filled(&self, width: f64, height: f64) -> String {
        let (rect, paint) = (Rect::new(0.0, 0.0, width, height), Paint::new(Role::Surface));
        let mut inside = String::new();
        svg::element(&Primitive::Rect { rect, paint }, &self.palette, &mut inside);
        sheet(width, height, &inside)
    }

    fn ground(&self, width: f64, height: f64) -> Part {
        let at = Rect::new(0.0, 0.0, width, height);
        Part { svg: self.filled(width, height), at, tagged: Tagged::Artifact, entry: None }
    }

    fn book(&mut self) -> Vec<Page> {
        let (width, height) = Paper::A4.size();
        let margin = 12.0 * MM;
        let mut pages = vec![self.cover(width, height)];
        for index in 0..self.story.scenes().len() {
            let mut parts = vec![self.ground(width, height)];
            let inner = width - 2.0 * margin;
            let scene = &self.story.scenes()[index];
            let sentences: Vec<String> = describe::sentences(self.story, scene, self.locale)
                .into_iter()
                .map(|pieces| pieces.into_iter().map(|(t, _)| t).collect())
                .collect();
            let joined = sentences.join(Message::Space.get(self.locale));
            let below = self.block(&joined, Font::sans(17.0), inner, Role::Ink);
            let foot = height - margin;
            let bottom = foot - 40.0 - below.height;
            let (placed, k) = self.fill(index, inner, bottom - 2.0 * GAP);
            let (w, h) = (placed.width * k, placed.height * k);
            // the picture has a margin of its own: its text begins where the text below it does
            let at = Rect::new(margin - scene::margin(placed.width) * k, GAP, w, h);
            parts.push(self.picture(index, &placed, at));
            let mut top = GAP + h + GAP;
            let room = foot - 40.0 - top;
            let used = below.height;
            parts.push(below.part(margin, top, Tagged::Paragraph));
            top += used + GAP;
            parts.extend(self.numbers(index, (margin, top), inner, room - used - GAP));
            parts.push(self.folio(margin, foot - 20.0, inner, index + 2));
            pages.push(Page { width, height, parts });
        }
        pages
    }

    /// A chapter laid out so that it is as wide as its room and fills most of its height, and how much it is enlarged.
    fn fill(&self, index: usize, width: f64, height: f64) -> (PlacedScene, f64) {
        let scaled = |layout: f64| {
            let placed = self.place(index, layout);
            let own = placed.width - 2.0 * scene::margin(placed.width);
            let k = (width / own).min(height / placed.height);
            // of two that are as wide as the room the higher one, of two that are not the wider one
            let worth = (own * k / width).min(1.0) * 2.0 + placed.height * k / height;
            (worth, placed, k)
        };
        let best = FILLS.map(scaled).into_iter().max_by(|a, b| a.0.total_cmp(&b.0));
        best.map_or_else(|| (self.place(index, width), 1.0), |(_, placed, k)| (placed, k))
    }

    /// The chapter's numbers as lines, in two columns, where there is room for all of them.
    fn numbers(&mut self, index: usize, (x, y): (f64, f64), width: f64, height: f64) -> Vec<Part> {
        let lines = brief::lines(self.story, &self.story.scenes()[index], self.locale);
        let column = (width - 2.0 * GAP) / 2.0;
        let blocks: Vec<Block> =
            lines.iter().map(|line| self.block(line, Font::sans(13.0), column, Role::Muted)).collect();
        let all: f64 = blocks.iter().map(|block| block.height).sum();
        let (mut parts, mut at, mut second) = (Vec::new(), (x, y), false);
        for block in blocks {
            // the second column begins where the first has half of them
            if !second && at.1 - y >= all / 2.0 {
                (at, second) = ((x + column + 2.0 * GAP, y), true);
            }
            if at.1 + block.height > y + height {
                return Vec::new();
            }
            let below = at.1 + block.height;
            parts.push(block.part(at.0, at.1, Tagged::Paragraph));
            at.1 = below;
        }
        parts
    }

    /// Story and page number at the foot.
    fn folio(&mut self, x: f64, y: f64, width: f64, number: usize) -> Part {
        let title = self.say(self.story.title());
        let line = format!("{title} · {number}");
        self.block(&line, Font::sans(12.0), width, Role::Muted).part(x, y, Tagged::Artifact)
    }

    fn cover(&mut self, width: f64, height: f64) -> Page {
        let margin = 24.0 * MM;
        let inner = width - 2.0 * margin;
        let mut parts = vec![self.ground(width, height)];
        let mut y = 40.0 * MM;
        let title = self.say(self.story.title());
        let block = self.block(&title, Font::title(40.0), inner, Role::Ink);
        let (h, level) = (block.height, Tagged::Heading(1, title.clone()));
        parts.push(Part { entry: Some(title), ..block.part(margin, y, level) });
        y += h + 4.0;
        let subtitle = self.say(self.story.subtitle());
        let block = self.block(&subtitle, Font::sans(17.0), inner, Role::Muted);
        let h = block.height;
        parts.push(block.part(margin, y, Tagged::Paragraph));
        y += h + 12.0 * MM;
        let story = self.story;
        for (index, scene) in story.scenes().iter().enumerate() {
            let page = (index + 2).to_string();
            let number = self.block(&page, Font::bold(15.0), 40.0, scene.accent);
            parts.push(number.part(margin, y, Tagged::Artifact));
            let name = scene.name.get(self.locale).to_string();
            let line = format!("{name}{}{}", Message::ChapterGap.get(self.locale), self.say(&scene.title));
            let block = self.block(&line, Font::sans(15.0), inner - 44.0, Role::Ink);
            let h = block.height;
            parts.push(block.part(margin + 44.0, y, Tagged::Paragraph));
            y += h + 4.0;
        }
        let notice = self.say(self.story.notice());
        let block = self.block(&notice, Font::sans(13.0), inner, Role::Muted);
        let y = (height - margin - block.height).max(y + 16.0);
        parts.push(block.part(margin, y, Tagged::Paragraph));
        Page { width, height, parts }
    }

    fn poster(&mut self) -> Page {
        let (width, height) = Paper::Poster.size();
        let margin = 14.0 * MM;
        let inner = width - 2.0 * margin;
        let mut parts = vec![self.ground(width, height)];
        let title = self.say(self.story.title());
        let block = self.block(&title, Font::title(64.0), inner, Role::Ink);
        let mut y = margin * 0.7;
        let (h, level) = (block.height, Tagged::Heading(1, title.clone()));
        parts.push(Part { entry: Some(title), ..block.part(margin, y, level) });
        y += h;
        let subtitle = self.say(self.story.subtitle());
        let block = self.block(&subtitle, Font::sans(20.0), inner, Role::Muted);
        let h = block.height;
        parts.push(block.part(margin, y, Tagged::Paragraph));
        y += h + 12.0;
        let notice = self.say(self.story.notice());
        let foot = self.block(&notice, Font::sans(13.0), inner, Role::Muted);
        let bottom = height - margin * 0.8 - foot.height;
        let room = bottom - 12.0 - y;
        let (k, columns) = self.columns(inner, room);
        let used: f64 = columns.iter().map(|c| c.width * k).sum();
        // pictures have a margin of their own: their text begins where the title does, and ends where the foot does
        let own = |c: Option<&Column>| c.map_or(0.0, |c| scene::margin(c.width) * k);
        let (before, after) = (own(columns.first()), own(columns.last()));
        let gaps = columns.len().max(2) - 1;
        let gutter = (inner + before + after - used) / gaps as f64;
        let mut x = margin - before;
        for column in &columns {
            let placed: Vec<PlacedScene> =
                column.scenes.clone().map(|i| self.place(i, column.width)).collect();
            let filled: f64 = placed.iter().map(|p| p.height * k).sum();
            // what a column does not fill goes between its pictures, as far as that looks meant
            let gap = ((room - filled) / (placed.len().max(2) - 1) as f64).clamp(0.0, 48.0);
            let mut top = y;
            for (index, placed) in column.scenes.clone().zip(&placed) {
                let at = Rect::new(x, top, placed.width * k, placed.height * k);
                parts.push(self.picture(index, placed, at));
                top += at.h + gap;
            }
            x += column.width * k + gutter;
        }
        parts.push(foot.part(margin, bottom, Tagged::Paragraph));
        Page { width, height, parts }
    }

    /// The columns in which the chapters, in their order, come out largest, and how large.
    fn columns(&self, width: f64, height: f64) -> (f64, Vec<Column>) {
        let count = self.story.scenes().len();
        let tables: Vec<(f64, Vec<f64>)> =
            LAYOUTS.map(|layout| (layout, (0..count).map(|i| self.place(i, layout).height).collect())).into();
        let margins = 2.0 * scene::margin(LAYOUTS[0]);
        let within = |k: f64| columns_within(&tables, width / k + margins, height / k);
        let (mut low, mut high) = (0.05, 2.0);
        let mut best = (low, within(low).unwrap_or_default());
        for _ in 0..24 {
            let middle = (low + high) / 2.0;
            match within(middle) {
                Some(columns) => {
                    low = middle;
                    best = (middle, columns);
                }
                None => high = middle,
            }
        }
        best
    }
}

/// CSS px between the parts of a page.
const GAP: f64 = 16.0;

/// Widths of layout that a page of a book may have, CSS px before it is enlarged or made smaller.
const FILLS: [f64; 12] =
    [520.0, 560.0, 600.0, 640.0, 680.0, 720.0, 780.0, 840.0, 920.0, 1000.0, 1100.0, 1200.0];

/// An SVG of a part of a page.
fn sheet(width: f64, height: f64, inside: &str) -> String {
    let (w, h) = (svg::number(width), svg::number(height));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}\" height=\"{h}\" viewBox=\"0 0 {w} {h}\"><style>{}</style>{inside}</svg>",
        svg::style()
    )
}
