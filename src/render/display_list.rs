//! A plotters backend that writes numbers for a small loop in JavaScript to draw: one crossing a frame instead of several
//! a primitive, and no string for what was drawn before.
//!
//! A frame is a run of single-precision values: first the generation of the text table and its length, then operations,
//! each as its number and its arguments, in grid units:
//!
//! | operation | arguments |
//! |---|---|
//! | 1 rectangles | rgb alpha n, n × (x y w h) |
//! | 2 discs | rgb alpha n, n × (x y radius) |
//! | 3 ring | rgb alpha width x y radius |
//! | 4 polygons | rgb alpha n, n × (points, points × (x y)) |
//! | 5 line | rgb alpha width points, points × (x y) |
//! | 6 text | rgb alpha font text align x y width; align 0 left, 1 middle, 2 right; the room it was laid out for |
//! | 9 round rectangles | rgb alpha n, n × (x y w h radius) |
//! | 8 datum | index of the datum that the following stand for, -1 for none; only in what is written for files |
//!
//! `rgb` is 0xRRGGBB, which single precision holds exactly; `font` and `text` are indices into the table.
//!
//! **Invariant**: draws nothing itself and keeps the order of calls; neighbours of one colour become one operation.

use crate::color::Color;
use crate::geometry::Rect;
use crate::layout::mark::Run;
use crate::render::plotters::{backend_color, grid_of, Rounded, TextStyle};
use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Op {
    Rects = 1,
    Discs = 2,
    Ring = 3,
    Polygons = 4,
    Line = 5,
    Text = 6,
    Datum = 8,
    Rounded = 9,
}

/// Where an operation that may still grow has its style and its count.
#[derive(Clone, Copy, Debug)]
struct Open {
    op: Op,
    color: (f32, f32),
    count_at: usize,
}

#[derive(Debug, Default)]
pub struct DisplayList {
    values: Vec<f32>,
    open: Option<Open>,
    /// Sorted, each with its number: a map's code would weigh more than the few hundred texts of a scene.
    texts: Vec<(String, u32)>,
    /// Texts in the order of their numbers, one after another, each behind a NUL; and where each begins.
    joined: String,
    begins: Vec<usize>,
    generation: u32,
    /// Family, size and weight of the fonts in the table.
    fonts: Vec<(String, f64, bool, u32)>,
}

type Result<T> = std::result::Result<T, DrawingErrorKind<std::convert::Infallible>>;

impl DisplayList {
    /// Forgets the last frame; the table of texts stays.
    pub fn clear(&mut self) {
        self.values.clear();
        self.values.extend([self.generation as f32, self.texts.len() as f32]);
        self.open = None;
    }

    /// Forgets the texts too: those of another scene are others.
    pub fn forget_texts(&mut self) {
        self.texts.clear();
        self.fonts.clear();
        self.joined.clear();
        self.begins.clear();
        // single precision counts exactly up to here
        self.generation = (self.generation + 1) % (1 << 24);
    }

    /// The frame; its second value is brought up to date.
    pub fn values(&mut self) -> &[f32] {
        if let Some(count) = self.values.get_mut(1) {
            *count = self.texts.len() as f32;
        }
        &self.values
    }

    /// The texts of the table from a number on, in order, with a NUL before each.
    pub fn texts(&self, from: usize) -> &str {
        self.begins.get(from).map_or("", |at| &self.joined[*at..])
    }

    /// Takes a run's text and font into the table before it is drawn, so that no frame has to tell of it.
    pub fn know(&mut self, run: &Run) {
        self.font(&TextStyle { run, color: Color::hex(0) });
        self.number_of(&run.text);
    }

    /// What follows stands for this datum.
    pub fn begin(&mut self, datum: Option<u32>) {
        self.open = None;
        self.values.extend([Op::Datum as u32 as f32, datum.map_or(-1.0, |d| d as f32)]);
    }

    fn number_of(&mut self, text: &str) -> f32 {
        let number = self.texts.len() as u32;
        match self.texts.binary_search_by(|(known, _)| known.as_str().cmp(text)) {
            Ok(at) => return self.texts[at].1 as f32,
            Err(at) => self.texts.insert(at, (text.to_string(), number)),
        }
        self.begins.push(self.joined.len());
        self.joined.push('\0');
        self.joined.extend(text.chars().map(|c| if c == '\0' { ' ' } else { c }));
        number as f32
    }

    fn font<S: BackendTextStyle>(&mut self, style: &S) -> f32 {
        let (size, bold) = (style.size(), matches!(style.style(), FontStyle::Bold));
        let family = style.family();
        let known = self.fonts.iter().find(|f| f.1 == size && f.2 == bold && f.0 == family.as_str());
        if let Some(font) = known {
            return font.3 as f32;
        }
        let number = self.number_of(&font_of(style));
        self.fonts.push((family.as_str().to_string(), size, bold, number as u32));
        number
    }

    /// Begins an operation that counts its parts, or goes on with the one of the same colour.
    fn one_more(&mut self, op: Op, color: BackendColor) {
        let color = values_of(color);
        if let Some(open) = self.open.filter(|o| o.op == op && o.color == color) {
            self.values[open.count_at] += 1.0;
            return;
        }
        self.values.extend([op as u32 as f32, color.0, color.1, 1.0]);
        self.open = Some(Open { op, color, count_at: self.values.len() - 1 });
    }

    fn single(&mut self, op: Op, color: BackendColor) {
        let color = values_of(color);
        self.open = None;
        self.values.extend([op as u32 as f32, color.0, color.1]);
    }

    /// Points behind the value that counts them.
    fn points(&mut self, points: impl IntoIterator<Item = BackendCoord>) {
        let at = self.values.len();
        self.values.push(0.0);
        for (x, y) in points {
            self.values.extend([x as f32, y as f32]);
        }
        self.values[at] = ((self.values.len() - at) / 2) as f32;
    }
}

fn values_of(color: BackendColor) -> (f32, f32) {
    let (r, g, b) = color.rgb;
    ((u32::from(r) << 16 | u32::from(g) << 8 | u32::from(b)) as f32, color.alpha as f32)
}

impl Rounded for DisplayList {
    fn fill_rounded(&mut self, rect: Rect, radius: f64, color: Color) -> Result<()> {
        self.one_more(Op::Rounded, backend_color(color));
        self.values.extend(grid_of(rect, radius).map(|v| v as f32));
        Ok(())
    }
}

impl DrawingBackend for DisplayList {
    type ErrorType = std::convert::Infallible;

    fn get_size(&self) -> (u32, u32) {
        (u32::MAX, u32::MAX)
    }
    fn ensure_prepared(&mut self) -> Result<()> {
        Ok(())
    }
    fn present(&mut self) -> Result<()> {
        Ok(())
    }
    fn draw_pixel(&mut self, at: BackendCoord, color: BackendColor) -> Result<()> {
        self.one_more(Op::Rects, color);
        self.values.extend([at.0 as f32, at.1 as f32, 1.0, 1.0]);
        Ok(())
    }
    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Result<()> {
        if !fill {
            return self.draw_path([from, (to.0, from.1), to, (from.0, to.1), from], style);
        }
        self.one_more(Op::Rects, style.color());
        self.values.extend([from.0, from.1, to.0 - from.0, to.1 - from.1].map(|v| v as f32));
        Ok(())
    }
    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result<()> {
        self.single(Op::Line, style.color());
        self.values.push(style.stroke_width() as f32);
        self.points(path);
        Ok(())
    }
    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Result<()> {
        if fill {
            self.one_more(Op::Discs, style.color());
        } else {
            self.single(Op::Ring, style.color());
            self.values.push(style.stroke_width() as f32);
        }
        self.values.extend([center.0 as f32, center.1 as f32, radius as f32]);
        Ok(())
    }
    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result<()> {
        self.one_more(Op::Polygons, style.color());
        self.points(path);
        Ok(())
    }
    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Result<()> {
        let font = self.font(style);
        let text = self.number_of(text);
        let align = match style.anchor().h_pos {
            HPos::Left => 0.0,
            HPos::Center => 1.0,
            HPos::Right => 2.0,
        };
        let width = style.layout_box("").map_or(0, |(_, (width, _))| width);
        self.single(Op::Text, style.color());
        self.values.extend([font, text, align, at.0 as f32, at.1 as f32, width as f32]);
        Ok(())
    }
}

/// The canvas' `font`, in grid units.
pub fn font_of<S: BackendTextStyle>(style: &S) -> String {
    let bold = if matches!(style.style(), FontStyle::Bold) { "bold " } else { "" };
    [bold, &crate::geometry::number(style.size()), "px ", style.family().as_str()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::{Point, Rect};
    use crate::layout::enter::Enter;
    use crate::layout::mark::{Fill, Instance, Mark, MarkId, Paint, Part, Piece, Scope, Shape};
    use crate::render::palette::Palette;
    use crate::render::plotters::paint_mark;
    use crate::theme::{Role, Theme};

    fn cells(of: Vec<Instance>) -> Mark {
        let shape = Shape::Instances(of);
        Mark {
            id: MarkId { scope: Scope::Head, part: Part::item("dot"), serial: 1, piece: Piece::Whole },
            datum: None,
            shape,
            fill: Fill::None,
            stroke: None,
            enter: Enter::fade(-1.0),
        }
    }

    /// Seen to fail: with `open` kept across another colour.
    #[test]
    fn neighbours_of_one_colour_are_one_operation() {
        let (red, blue) = (Paint::new(Role::Hue5), Paint::new(Role::Hue3));
        let disc = |x: f64, c| Instance::disc(Point::new(x, 2.0), 1.0, c);
        let square = Instance::new(Rect::new(9.0, 0.0, 2.0, 3.0), 0.0, blue);
        let mut commands = DisplayList::default();
        commands.clear();
        paint_mark(
            &cells(vec![disc(1.0, red), disc(4.0, red), disc(7.0, blue), square]),
            &Palette::of(Theme::Light),
            &mut commands,
        )
        .unwrap();
        let (r, b) = (0xB0413E as f32, 0x1F6A93 as f32);
        let wanted: Vec<f32> = [
            &[0.0, 0.0][..],
            &[2.0, r, 1.0, 2.0, 16.0, 32.0, 16.0, 64.0, 32.0, 16.0],
            &[2.0, b, 1.0, 1.0, 112.0, 32.0, 16.0],
            &[1.0, b, 1.0, 1.0, 144.0, 0.0, 32.0, 48.0],
        ]
        .concat();
        assert_eq!(commands.values(), wanted);
    }

    /// A frame drawn twice has the same values, and the second time no text is new.
    #[test]
    fn texts_are_told_once() {
        use crate::layout::mark::{Anchor, Run};
        use crate::text::Font;
        let run = |text: &str| Mark {
            shape: Shape::Text(Run {
                text: text.into(),
                at: Point::new(1.0, 2.0),
                anchor: Anchor::Middle,
                font: Font::sans(15.0),
                paint: Paint::new(Role::Ink),
                width: 9.0,
            }),
            ..cells(Vec::new())
        };
        let mut commands = DisplayList::default();
        let frame = |commands: &mut DisplayList| {
            commands.clear();
            for text in ["油", "城\0", "油"] {
                paint_mark(&run(text), &Palette::of(Theme::Light), commands).unwrap();
            }
            commands.values().to_vec()
        };
        let first = frame(&mut commands);
        let texts = commands.texts(0).to_string();
        assert_eq!(texts.matches('\0').count(), 3, "one font and two texts: {texts:?}");
        assert!(texts.ends_with("\0城 "), "a NUL of the story's cannot shift the table");
        assert_eq!(frame(&mut commands), first);
        assert_eq!(commands.texts(0), texts);
        assert_eq!(commands.texts(1), &texts[1 + texts[1..].find('\0').unwrap()..], "only what is new");
        assert_eq!(commands.texts(3), "");
        commands.forget_texts();
        assert_eq!(frame(&mut commands)[0], 1.0, "another generation");
        // what is known before is not new in any frame
        commands.forget_texts();
        for text in ["油", "城\0"] {
            let Shape::Text(run) = run(text).shape else { unreachable!() };
            commands.know(&run);
        }
        let known = commands.texts(0).to_string();
        frame(&mut commands);
        assert_eq!(commands.texts(0), known);
    }
}
