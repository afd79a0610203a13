//! Scenes at rest, in one language and for one width, to bytes; and back in the reader's engine.
//!
//! A pack is written by whoever has loaded, and thereby checked, the story. The reader's engine has neither schema nor rules
//! nor layout: it moves and draws what was placed before. Colours stand for all three themes, lengths on the grid that is
//! painted on. What belongs together lies together, each kind of number in a stream of its own, because that compresses best.
//!
//! **Invariant**: what is painted from a pack is what is painted from the placed scene, on the same grid. Bytes that are no pack
//! of this format give nothing, never part of a story.

use crate::color::Color;
use crate::layout::mark::{Anchor, Cell, Fill, Hatch, Mark, Run, Shape, Stroke};
use crate::locale::number::Decimal;

use crate::motion::{Enter, How};
use crate::text::{Family, Font};
use crate::units::{Point, Rect, GRID};
use std::sync::Arc;

/// Before everything else; the last byte counts the formats.
const MARK: [u8; 4] = *b"dyp\x02";

/// The streams: what a mark is; what it refers to; x; y; other lengths; times; what is referred to.
const KIND: usize = 0;
const LOOK: usize = 1;
const X: usize = 2;
const Y: usize = 3;
const SIZE: usize = 4;
const TIME: usize = 5;
const TABLE: usize = 6;
const STREAMS: usize = 7;

/// In the byte of a mark's kind, beside the number of its shape: anchor of a text.
const ANCHOR: u8 = 3;

/// A scene as it stands at rest: lengths in CSS px.
pub struct Picture {
    pub height: f64,
    pub marks: Vec<Mark>,
    /// How many data its marks stand for.
    pub data: usize,
}

#[cfg(feature = "author")]
pub use writing::write;

#[cfg(feature = "author")]
mod writing {
    use super::*;
    use crate::layout::PlacedScene;

    /// The kind of a fill or a stroke, its colour in each theme, and its numbers.
    type Numbers = (u8, [Color; 3], [f32; 4]);

    #[derive(Default)]
    struct Writer {
        streams: [Vec<u8>; STREAMS],
        colors: Vec<[Color; 3]>,
        fills: Vec<Numbers>,
        strokes: Vec<Numbers>,
        fonts: Vec<Font>,
        texts: Vec<String>,
        parts: Vec<String>,
        scope: String,
        at: (i64, i64),
        datum: i64,
        delay: i64,
        duration: i64,
    }

    /// All scenes of a story, each laid out in the light, the dark and the contrast theme, which differ in colours only.
    pub fn write(width: f64, scenes: &[[PlacedScene; 3]]) -> Vec<u8> {
        let mut to = Writer::default();
        to.whole(TABLE, scenes.len() as u64);
        to.real(width);
        for themes in scenes {
            let [placed, ..] = themes;
            to.real(placed.height);
            to.whole(TABLE, placed.data.len() as u64);
            to.whole(TABLE, placed.marks.len() as u64);
            to.begin();
            for (i, mark) in placed.marks.iter().enumerate() {
                to.mark(mark, [&themes[0].marks[i], &themes[1].marks[i], &themes[2].marks[i]]);
            }
        }
        let mut bytes = MARK.to_vec();
        for stream in &to.streams {
            whole(&mut bytes, stream.len() as u64);
            bytes.extend(stream);
        }
        bytes
    }

    fn whole(to: &mut Vec<u8>, mut number: u64) {
        while number >= 0x80 {
            to.push(number as u8 | 0x80);
            number >>= 7;
        }
        to.push(number as u8);
    }

    fn unit(length: f64) -> i64 {
        (length * GRID).round() as i64
    }

    fn thousandths(seconds: f64) -> i64 {
        (seconds * 1000.0).round() as i64
    }

    /// The number of an item, and whether it is new.
    fn number<T: PartialEq>(table: &mut Vec<T>, item: T) -> (usize, bool) {
        match table.iter().position(|known| *known == item) {
            Some(at) => (at, false),
            None => {
                table.push(item);
                (table.len() - 1, true)
            }
        }
    }

    impl Writer {
        fn whole(&mut self, stream: usize, number: u64) {
            whole(&mut self.streams[stream], number);
        }

        /// Signed numbers near 0 stay short: 0, -1, 1, -2, …
        fn signed(&mut self, stream: usize, number: i64) {
            self.whole(stream, ((number << 1) ^ (number >> 63)) as u64);
        }

        fn real(&mut self, number: f64) {
            self.streams[TABLE].extend((number as f32).to_le_bytes());
        }

        fn string(&mut self, text: &str) {
            self.whole(TABLE, text.len() as u64);
            self.streams[TABLE].extend(text.as_bytes());
        }

        fn begin(&mut self) {
            self.scope.clear();
            self.at = (0, 0);
            self.datum = 0;
            self.delay = 0;
            self.duration = 0;
        }

        fn point(&mut self, x: i64, y: i64) {
            self.signed(X, x - self.at.0);
            self.signed(Y, y - self.at.1);
            self.at = (x, y);
        }

        fn rect(&mut self, r: &Rect) {
            let (x, y) = (unit(r.x), unit(r.y));
            self.point(x, y);
            // the far edges are what is painted
            self.signed(SIZE, unit(r.x + r.w) - x);
            self.signed(SIZE, unit(r.y + r.h) - y);
        }

        /// A colour's number, and the colour where it has not been told yet.
        fn color(&mut self, stream: usize, themes: [Color; 3]) {
            let (at, is_new) = number(&mut self.colors, themes);
            self.whole(stream, at as u64);
            if is_new {
                for color in themes {
                    self.streams[TABLE].extend([color.r, color.g, color.b]);
                    self.real(color.alpha);
                }
            }
        }

        fn mark(&mut self, mark: &Mark, themes: [&Mark; 3]) {
            let same = themes.iter().all(|m| m.key == mark.key);
            assert!(same, "a theme changes colours only, but {} has others", mark.key);
            self.name(&mark.key);
            let datum = mark.datum.map_or(0, |datum| i64::from(datum) + 1);
            self.signed(LOOK, datum - self.datum);
            self.datum = datum;
            self.fill(mark.fill, themes.map(|m| m.fill.color().unwrap_or(Color::hex(0))));
            self.stroke(mark.stroke, themes.map(|m| m.stroke.map_or(Color::hex(0), |s| s.color)));
            self.enter(&mark.enter);
            match &mark.shape {
                Shape::Rect { rect, radius } => {
                    self.streams[KIND].push(0);
                    self.rect(rect);
                    self.signed(SIZE, unit(*radius));
                }
                Shape::Circle { center, radius } => {
                    self.streams[KIND].push(1);
                    self.point(unit(center.x), unit(center.y));
                    self.signed(SIZE, unit(*radius));
                }
                Shape::Sector { center, inner, outer, from, to } => {
                    self.streams[KIND].push(2);
                    self.point(unit(center.x), unit(center.y));
                    self.signed(SIZE, unit(*inner));
                    self.signed(SIZE, unit(*outer));
                    self.real(*from);
                    self.real(*to);
                }
                Shape::Path { points, closed } => {
                    self.streams[KIND].push(if *closed { 4 } else { 3 });
                    self.whole(SIZE, points.len() as u64);
                    points.iter().for_each(|p| self.point(unit(p.x), unit(p.y)));
                }
                Shape::Text(run) => self.text(run, themes),
                Shape::Cells(cells) => {
                    self.streams[KIND].push(6);
                    self.whole(SIZE, cells.len() as u64);
                    for (i, cell) in cells.iter().enumerate() {
                        let colors = themes.map(|m| match &m.shape {
                            Shape::Cells(cells) => cells[i].color(),
                            _ => cell.color(),
                        });
                        self.color(LOOK, colors);
                        self.rect(&cell.rect());
                        self.signed(SIZE, unit(f64::from(cell.radius)));
                    }
                }
            }
        }

        /// Numbers follow from the order of the marks. 0 says that another scope begins.
        fn name(&mut self, key: &str) {
            let (scope, part) = key.rsplit_once('/').unwrap_or(("", key));
            if scope != self.scope {
                self.scope = scope.to_string();
                self.whole(LOOK, 0);
                self.string(scope);
            }
            let part = part.trim_end_matches(|c: char| c.is_ascii_digit());
            let (at, is_new) = number(&mut self.parts, part.to_string());
            self.whole(LOOK, at as u64 + 1);
            if is_new {
                self.string(part);
            }
        }

        fn fill(&mut self, fill: Fill, colors: [Color; 3]) {
            let (kind, numbers) = match fill {
                Fill::None => (0, [0.0; 4]),
                Fill::Solid(_) => (1, [0.0; 4]),
                Fill::Hatch(Hatch { pitch, stroke, fade, .. }) => {
                    let (from, to) = fade.unwrap_or((f64::NEG_INFINITY, f64::NEG_INFINITY));
                    (2, [pitch as f32, stroke as f32, from as f32, to as f32])
                }
                Fill::Soft(_) => (3, [0.0; 4]),
                Fill::FadeUp(_) => (4, [0.0; 4]),
                Fill::FadeRight(_, x) => (5, [x as f32, 0.0, 0.0, 0.0]),
            };
            if kind == 0 {
                self.whole(LOOK, 0);
                return;
            }
            let (at, is_new) = number(&mut self.fills, (kind, colors, numbers));
            self.whole(LOOK, at as u64 + 1);
            if is_new {
                self.streams[TABLE].push(kind);
                self.color(TABLE, colors);
                let used = match kind {
                    2 => 4,
                    5 => 1,
                    _ => 0,
                };
                numbers[..used].iter().for_each(|n| self.real(f64::from(*n)));
            }
        }

        fn stroke(&mut self, stroke: Option<Stroke>, colors: [Color; 3]) {
            let Some(stroke) = stroke else { return self.whole(LOOK, 0) };
            let (on, off) = stroke.dash.unwrap_or((0.0, 0.0));
            let numbers = [stroke.width as f32, on as f32, off as f32, 0.0];
            let (at, is_new) = number(&mut self.strokes, (0, colors, numbers));
            self.whole(LOOK, at as u64 + 1);
            if is_new {
                self.color(TABLE, colors);
                numbers[..3].iter().for_each(|n| self.real(f64::from(*n)));
            }
        }

        fn enter(&mut self, enter: &Enter) {
            let how = match enter.how {
                How::Fade => 0,
                How::GrowRight => 1,
                How::GrowUp => 2,
                How::Pop => 3,
                How::Draw => 4,
                How::Drop => 5,
            };
            self.streams[TIME].push(how);
            let (delay, duration) = (thousandths(enter.delay), thousandths(enter.duration));
            self.signed(TIME, delay - self.delay);
            self.signed(TIME, duration - self.duration);
            self.delay = delay;
            self.duration = duration;
        }

        fn text(&mut self, run: &Run, themes: [&Mark; 3]) {
            let anchor = match run.anchor {
                Anchor::Start => 0,
                Anchor::Middle => 1,
                Anchor::End => 2,
            };
            self.streams[KIND].push(5 | anchor << ANCHOR);
            let colors = themes.map(|m| match &m.shape {
                Shape::Text(run) => run.color,
                _ => run.color,
            });
            self.color(LOOK, colors);
            let (at, is_new) = number(&mut self.fonts, run.font);
            self.whole(LOOK, at as u64);
            if is_new {
                let serif = u8::from(run.font.family == Family::Serif);
                self.streams[TABLE].push(serif | u8::from(run.font.bold) << 1);
                self.real(run.font.size);
            }
            let (at, is_new) = number(&mut self.texts, run.text.to_string());
            self.whole(LOOK, at as u64);
            if is_new {
                self.string(&run.text);
            }
            self.point(unit(run.at.x), unit(run.at.y));
            self.signed(SIZE, unit(run.width));
        }
    }
}

/// Never stops: past the end there are zeros, and at the end it knows that something was wrong. Code that gives up at each step
/// would be several times as long.
struct Reader<'a> {
    streams: [&'a [u8]; STREAMS],
    whole: bool,
    /// Which of the three colours is meant.
    theme: usize,
    colors: Vec<Color>,
    fills: Vec<Fill>,
    strokes: Vec<Stroke>,
    fonts: Vec<Font>,
    texts: Vec<Arc<str>>,
    parts: Vec<String>,
    /// How many marks of each part the scope has had.
    serials: Vec<u32>,
    scope: String,
    at: (i64, i64),
    datum: i64,
    delay: i64,
    duration: i64,
}

/// The width that a pack's scenes are laid out for, and its scenes in the colours of a theme: 0 light, 1 dark, 2 contrast.
pub fn read(bytes: &[u8], theme: usize) -> Option<(f64, Vec<Picture>)> {
    let mut rest = bytes.strip_prefix(&MARK)?;
    let mut streams = [rest; STREAMS];
    for stream in &mut streams {
        let len = whole(&mut rest)? as usize;
        if len > rest.len() {
            return None;
        }
        (*stream, rest) = rest.split_at(len);
    }
    let mut from = Reader {
        streams,
        whole: true,
        theme,
        colors: Vec::new(),
        fills: Vec::new(),
        strokes: Vec::new(),
        fonts: Vec::new(),
        texts: Vec::new(),
        parts: Vec::new(),
        serials: Vec::new(),
        scope: String::new(),
        at: (0, 0),
        datum: 0,
        delay: 0,
        duration: 0,
    };
    let count = from.count(TABLE);
    let width = from.real();
    let mut pictures = Vec::new();
    for _ in 0..count {
        pictures.push(from.picture());
    }
    let at_end = from.streams.iter().all(|stream| stream.is_empty());
    (from.whole && at_end && rest.is_empty() && width >= 1.0 && count > 0).then_some((width, pictures))
}

fn whole(from: &mut &[u8]) -> Option<u64> {
    let mut number = 0;
    let mut shift = 0;
    loop {
        let (byte, rest) = from.split_first()?;
        *from = rest;
        number |= u64::from(byte & 0x7f) << shift;
        shift += 7;
        if *byte < 0x80 || shift > 56 {
            return Some(number);
        }
    }
}

fn length(units: i64) -> f64 {
    units as f64 / GRID
}

impl Reader<'_> {
    #[inline(never)]
    fn whole(&mut self, stream: usize) -> u64 {
        whole(&mut self.streams[stream]).unwrap_or_else(|| {
            self.whole = false;
            0
        })
    }

    fn byte(&mut self, stream: usize) -> u8 {
        match self.streams[stream].split_first() {
            Some((byte, rest)) => {
                self.streams[stream] = rest;
                *byte
            }
            None => {
                self.whole = false;
                0
            }
        }
    }

    #[inline(never)]
    fn signed(&mut self, stream: usize) -> i64 {
        let wide = self.whole(stream);
        (wide >> 1) as i64 ^ -((wide & 1) as i64)
    }

    #[inline(never)]
    fn real(&mut self) -> f64 {
        match self.streams[TABLE].split_first_chunk() {
            Some((bytes, rest)) => {
                self.streams[TABLE] = rest;
                f64::from(f32::from_le_bytes(*bytes))
            }
            None => {
                self.whole = false;
                0.0
            }
        }
    }

    /// How many follow: no more than there are bytes, so that nobody can ask for more memory than the pack is long.
    fn count(&mut self, stream: usize) -> usize {
        let count = self.whole(stream) as usize;
        if count > self.streams.iter().map(|s| s.len()).sum() {
            self.whole = false;
            return 0;
        }
        count
    }

    fn string(&mut self) -> &str {
        let len = self.count(TABLE).min(self.streams[TABLE].len());
        let (text, rest) = self.streams[TABLE].split_at(len);
        self.streams[TABLE] = rest;
        std::str::from_utf8(text).unwrap_or_else(|_| {
            self.whole = false;
            ""
        })
    }

    fn size(&mut self) -> f64 {
        length(self.signed(SIZE))
    }

    #[inline(never)]
    fn point(&mut self) -> Point {
        self.at.0 = self.at.0.wrapping_add(self.signed(X));
        self.at.1 = self.at.1.wrapping_add(self.signed(Y));
        Point::new(length(self.at.0), length(self.at.1))
    }

    fn rect(&mut self) -> Rect {
        let p = self.point();
        Rect::new(p.x, p.y, self.size(), self.size())
    }

    /// A colour of the table, or the next one; what a broken number names is missing.
    #[inline(never)]
    fn color(&mut self, stream: usize) -> Color {
        let at = self.whole(stream) as usize;
        if at == self.colors.len() {
            let mut own = Color::hex(0);
            for theme in 0..3 {
                let [r, g, b] = std::array::from_fn(|_| self.byte(TABLE));
                let alpha = self.real();
                if theme == self.theme {
                    own = Color { r, g, b, alpha };
                }
            }
            self.colors.push(own);
        }
        self.colors.get(at).copied().unwrap_or_else(|| {
            self.whole = false;
            Color::hex(0)
        })
    }

    fn picture(&mut self) -> Picture {
        let height = self.real();
        let (data, count) = (self.count(TABLE), self.count(TABLE));
        self.scope.clear();
        self.at = (0, 0);
        self.datum = 0;
        self.delay = 0;
        self.duration = 0;
        let mut marks = Vec::with_capacity(count);
        for _ in 0..count {
            marks.push(self.mark());
            if !self.whole {
                break;
            }
        }
        Picture { height, marks, data }
    }

    fn mark(&mut self) -> Mark {
        let key = self.name();
        self.datum = self.datum.wrapping_add(self.signed(LOOK));
        let fill = self.fill();
        let stroke = self.stroke();
        Mark {
            key,
            datum: (self.datum > 0).then(|| (self.datum - 1) as u32),
            fill,
            stroke,
            enter: self.enter(),
            shape: self.shape(),
        }
    }

    fn name(&mut self) -> Arc<str> {
        let mut part = self.whole(LOOK) as usize;
        if part == 0 {
            self.scope = self.string().to_string();
            self.serials.fill(0);
            part = self.whole(LOOK) as usize;
        }
        if part == self.parts.len() + 1 {
            let name = self.string().to_string();
            self.parts.push(name);
            self.serials.push(0);
        }
        let Some(name) = self.parts.get(part.wrapping_sub(1)) else {
            self.whole = false;
            return Arc::from("");
        };
        self.serials[part - 1] += 1;
        let serial = Decimal::whole(i64::from(self.serials[part - 1])).digits(false);
        Arc::from([self.scope.as_str(), "/", name, &serial].concat())
    }

    fn fill(&mut self) -> Fill {
        let at = self.whole(LOOK) as usize;
        if at == 0 {
            return Fill::None;
        }
        if at == self.fills.len() + 1 {
            let kind = self.byte(TABLE);
            let color = self.color(TABLE);
            let fill = match kind {
                2 => {
                    let [pitch, stroke, from, to] = std::array::from_fn(|_| self.real());
                    Fill::Hatch(Hatch {
                        color,
                        pitch,
                        stroke,
                        fade: (from >= f64::MIN).then_some((from, to)),
                    })
                }
                3 => Fill::Soft(color),
                4 => Fill::FadeUp(color),
                5 => Fill::FadeRight(color, self.real()),
                _ => Fill::Solid(color),
            };
            self.fills.push(fill);
        }
        self.fills.get(at - 1).copied().unwrap_or_else(|| {
            self.whole = false;
            Fill::None
        })
    }

    fn stroke(&mut self) -> Option<Stroke> {
        let at = self.whole(LOOK) as usize;
        if at == 0 {
            return None;
        }
        if at == self.strokes.len() + 1 {
            let color = self.color(TABLE);
            let [width, on, off] = std::array::from_fn(|_| self.real());
            self.strokes.push(Stroke { color, width, dash: (on > 0.0).then_some((on, off)) });
        }
        let stroke = self.strokes.get(at - 1).copied();
        self.whole &= stroke.is_some();
        stroke
    }

    fn enter(&mut self) -> Enter {
        let how = match self.byte(TIME) {
            0 => How::Fade,
            1 => How::GrowRight,
            2 => How::GrowUp,
            3 => How::Pop,
            4 => How::Draw,
            _ => How::Drop,
        };
        self.delay = self.delay.wrapping_add(self.signed(TIME));
        self.duration = self.duration.wrapping_add(self.signed(TIME));
        Enter { how, delay: self.delay as f64 / 1000.0, duration: self.duration as f64 / 1000.0 }
    }

    fn shape(&mut self) -> Shape {
        let kind = self.byte(KIND);
        match kind & ((1 << ANCHOR) - 1) {
            0 => Shape::Rect { rect: self.rect(), radius: self.size() },
            1 => Shape::Circle { center: self.point(), radius: self.size() },
            2 => Shape::Sector {
                center: self.point(),
                inner: self.size(),
                outer: self.size(),
                from: self.real(),
                to: self.real(),
            },
            kind @ (3 | 4) => {
                let count = self.count(SIZE);
                let mut points = Vec::with_capacity(count);
                for _ in 0..count {
                    points.push(self.point());
                }
                Shape::Path { points, closed: kind == 4 }
            }
            5 => Shape::Text(self.text(kind)),
            _ => {
                let count = self.count(SIZE);
                let mut cells = Vec::with_capacity(count);
                for _ in 0..count {
                    let color = self.color(LOOK);
                    cells.push(Cell::new(self.rect(), self.size(), color));
                }
                Shape::Cells(cells)
            }
        }
    }

    fn text(&mut self, kind: u8) -> Run {
        let color = self.color(LOOK);
        let font = self.whole(LOOK) as usize;
        if font == self.fonts.len() {
            let bits = self.byte(TABLE);
            let family = if bits & 1 == 1 { Family::Serif } else { Family::Sans };
            let font = Font { family, bold: bits & 2 == 2, size: self.real() };
            self.fonts.push(font);
        }
        let text = self.whole(LOOK) as usize;
        if text == self.texts.len() {
            let text = Arc::from(self.string());
            self.texts.push(text);
        }
        let (Some(font), Some(text)) = (self.fonts.get(font).copied(), self.texts.get(text).cloned()) else {
            self.whole = false;
            return Run {
                text: Arc::from(""),
                at: Point::default(),
                anchor: Anchor::Start,
                font: Font::sans(1.0),
                color,
                width: 0.0,
            };
        };
        let anchor = match kind >> ANCHOR & 3 {
            0 => Anchor::Start,
            1 => Anchor::Middle,
            _ => Anchor::End,
        };
        let (at, width) = (self.point(), self.size());
        Run { text, at, anchor, font, color, width }
    }
}
