//! A scene as a picture to be shared: composed for the sizes that networks show, not cut out of another picture.
//!
//! The title is set as large as it fits; beside or below it stands the scene, laid out for the room that is left, at the width
//! at which its words come out largest.
//!
//! **Invariant**: whole pictures with their key and their source; nothing is cut off and nothing lies over another.

use crate::geometry::{Point, Rect};
use crate::layout::mark::{Anchor, Paint, Run};
use crate::layout::{PlacedScene, Viewport};
use crate::locale::Locale;
use crate::motion::frame::Frame;
use crate::render::palette::Palette;
use crate::render::primitive::Primitive;
use crate::render::svg;
use crate::scene::lay_out_beat;
use crate::site::{picture, Published};
use crate::text::metrics::BuiltIn;
use crate::text::{wrap, Font, Measure};
use crate::theme::{Role, Theme};

/// Pixels: links, squares, phones held upright.
pub const SIZES: [(u32, u32); 3] = [(1200, 630), (1080, 1080), (1080, 1920)];

/// A card as a document, with what fonts have to be asked about.
pub struct Card {
    pub svg: String,
    pub frame: Frame,
    /// Its words beside the picture.
    pub words: String,
    pub title: String,
    pub description: String,
}

/// A card before its scene is drawn: the same for every moment of the scene's entrance.
pub struct Composition {
    pub placed: PlacedScene,
    /// Its words beside the picture.
    pub words: String,
    pub title: String,
    palette: Palette,
    size: (f64, f64),
    /// Ground, title and foot.
    base: String,
    /// Where the scene stands, and how large.
    at: Point,
    k: f64,
}

impl Composition {
    /// The card at a moment of the entrance.
    pub fn svg(&self, frame: &Frame) -> String {
        let (w, h) = self.size;
        let inside = svg::write(&self.placed, frame, &self.palette, "scene", &|_| String::new());
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}\" height=\"{h}\" viewBox=\"0 0 {w} {h}\"><style>{}</style>{}\
             <g transform=\"translate({} {}) scale({})\">{inside}</g></svg>",
            svg::style(),
            self.base,
            svg::number(self.at.x),
            svg::number(self.at.y),
            (self.k * 10_000.0).round() / 10_000.0
        )
    }
}

/// Where the parts of a card stand, px.
struct Plan {
    size: (f64, f64),
    /// Name of the chapter and title.
    title: Rect,
    /// Sizes of the title, the largest first.
    fonts: &'static [f64],
    /// The scene stands below the title, in what it leaves of this; or beside it.
    scene: Rect,
    is_below: bool,
    /// Base line of the last line: newsroom and story.
    foot: f64,
}

fn plan(size: (u32, u32)) -> Plan {
    let (w, h) = (f64::from(size.0), f64::from(size.1));
    let size = (w, h);
    if w > h {
        let title = Rect::new(56.0, 52.0, 420.0, h - 160.0);
        let scene = Rect::new(532.0, 40.0, w - 532.0 - 40.0, h - 80.0);
        return Plan {
            size,
            title,
            fonts: &[60.0, 54.0, 48.0, 43.0, 38.0, 34.0, 30.0],
            scene,
            is_below: false,
            foot: h - 52.0,
        };
    }
    // what networks lay over the upper and lower end of a tall picture is not ours to use
    let (top, bottom) = if h > 1.5 * w { (200.0, 240.0) } else { (60.0, 60.0) };
    let title = Rect::new(64.0, top, w - 128.0, h * 0.34);
    let scene = Rect::new(44.0, top, w - 88.0, h - top - bottom - 64.0);
    Plan {
        size,
        title,
        fonts: &[76.0, 68.0, 60.0, 54.0, 48.0, 42.0, 36.0],
        scene,
        is_below: true,
        foot: h - bottom,
    }
}

/// Composes a card of a scene at rest.
pub fn compose(shown: &Published, index: usize, locale: Locale, size: (u32, u32)) -> Card {
    let composition = composition(shown, index, locale, size);
    let frame = picture::rest(&composition.placed);
    let svg = composition.svg(&frame);
    let Composition { placed, words, title, .. } = composition;
    Card { svg, frame, words, title, description: placed.description }
}

/// Composes a card of a scene without the scene itself.
pub fn composition(shown: &Published, index: usize, locale: Locale, size: (u32, u32)) -> Composition {
    let (story, palette) = (&shown.story, shown.settings.colours().palette(Theme::Light));
    let scene = &story.scenes()[index];
    let plan = plan(size);
    let mut sheet = Sheet { palette: &palette, out: String::new(), words: String::new() };
    let (w, h) = plan.size;
    sheet.rect(Rect::new(0.0, 0.0, w, h), Role::Surface);

    let title = story.expand_plain(&scene.title, locale);
    let small = if plan.is_below { 34.0 } else { 28.0 };
    let area = plan.title;
    sheet.rect(Rect::new(area.x, area.y + 4.0, small * 0.7, small * 0.7), scene.accent);
    let name = Font::bold(small);
    sheet.line(scene.name.get(locale), area.x + small * 1.2, area.y + small * 0.74 + 3.0, name, scene.accent);
    let top = area.y + small * 1.5;
    let fitted = fit(shown, index, locale, &plan, (&title, top, small));
    let Fitted { title: (font, lines), room, placed, k } = fitted;
    let mut y = top;
    for line in &lines {
        sheet.line(line, area.x, y + font.size * 1.0, font, Role::Ink);
        y += font.size * LEADING;
    }
    let mut foot: Vec<&str> = shown.settings.name.iter().map(|name| name.get(locale)).collect();
    let whole = story.title().get(locale);
    foot.extend(Some(whole).filter(|whole| *whole != title));
    let foot =
        one_line(&foot.join(" · "), Font::sans(small * 0.82), if plan.is_below { w - 128.0 } else { area.w });
    sheet.line(&foot, area.x, plan.foot, Font::sans(small * 0.82), Role::Muted);

    let at =
        Point::new(room.x + (room.w - placed.width * k) / 2.0, room.y + (room.h - placed.height * k) / 2.0);
    let Sheet { out: base, words, .. } = sheet;
    Composition { placed, words, title, palette, size: plan.size, base, at, k }
}

/// A title and the scene below or beside it.
struct Fitted {
    title: (Font, Vec<String>),
    /// Where the scene stands, px.
    room: Rect,
    placed: PlacedScene,
    /// Pixels a CSS px of the scene.
    k: f64,
}

/// A title above a scene gives way as far as this where the scene's words would be too small to read: two lines of
/// 48 px, one of 60; px.
const LOWER_TITLES: [f64; 2] = [123.0, 77.0];
/// Line height of titles, of their size.
const LEADING: f64 = 1.28;

/// Lays out the title at its largest; where the scene below it cannot be read then, at the largest that leaves it room.
fn fit(
    shown: &Published,
    index: usize,
    locale: Locale,
    plan: &Plan,
    (title, top, small): (&str, f64, f64),
) -> Fitted {
    let fitted = |height: f64| {
        let title = title_lines(title, plan.title.w, height, plan.fonts);
        let y = top + title.1.len() as f64 * title.0.size * LEADING + small * 0.6;
        let room = match plan.is_below {
            true => Rect::new(plan.scene.x, y, plan.scene.w, plan.scene.bottom() - y),
            false => plan.scene,
        };
        let (placed, k) = best(shown, index, locale, room);
        Fitted { title, room, placed, k }
    };
    let mut largest = fitted(plan.title.h - small * 1.8);
    for height in LOWER_TITLES.into_iter().filter(|_| plan.is_below) {
        if largest.k >= READABLE {
            break;
        }
        let next = fitted(height);
        if next.k > largest.k {
            largest = next;
        }
    }
    largest
}

/// Widths of layout that are tried, CSS px.
const LAYOUTS: [f64; 11] = [300.0, 330.0, 360.0, 400.0, 440.0, 500.0, 560.0, 640.0, 760.0, 900.0, 1040.0];
/// Pixels a CSS px from which a picture's smallest words can be read on a phone.
const READABLE: f64 = 1.9;
/// Words that are too small to read may be this much smaller still where a wider layout shows the scene as it is meant:
/// a ring rather than the list that stands for it on a phone.
const NEARLY: f64 = 0.9;

/// The layout whose words come out largest in the room; where several can be read, the one that shows most of the
/// scene; where none can, the widest of those that are nearly as good.
fn best(shown: &Published, index: usize, locale: Locale, room: Rect) -> (PlacedScene, f64) {
    let lay = |width: f64| {
        let viewport = Viewport { height: Some(width * room.h / room.w), ..Viewport::new(width) };
        let placed = lay_out_beat(&shown.story, index, 0, viewport, locale, &BuiltIn);
        let k = (room.w / placed.width).min(room.h / placed.height);
        (placed, k)
    };
    let mut tried = Vec::new();
    let mut most = 0.0f64;
    for width in LAYOUTS {
        // its words cannot come out larger than this, and most of the time goes into layouts
        if room.w / width < (most * NEARLY).min(READABLE) {
            break;
        }
        tried.push(lay(width));
        most = tried.iter().map(|(_, k)| *k).fold(most, f64::max);
    }
    let rank = |(placed, k): &(PlacedScene, f64)| match (*k >= READABLE, *k >= most * NEARLY) {
        (true, _) => (2, -(placed.beats as f64), *k),
        (false, true) => (1, placed.width, 0.0),
        (false, false) => (0, *k, 0.0),
    };
    let better = |best: (PlacedScene, f64), next| if rank(&next) >= rank(&best) { next } else { best };
    tried.into_iter().reduce(better).unwrap_or_else(|| lay(LAYOUTS[0]))
}

/// The largest size at which the title has its room. Where it has a pause, its lines end there if that costs no more than
/// one size.
fn title_lines(title: &str, width: f64, height: f64, sizes: &[f64]) -> (Font, Vec<String>) {
    let at = |size: f64, text: &str| {
        let font = Font::title(size);
        let lines = text.split('\n').flat_map(|part| wrap::balanced(part, font, width, &BuiltIn));
        (font, lines.collect::<Vec<String>>())
    };
    let fits = |(font, lines): &(Font, Vec<String>)| {
        lines.len() as f64 * font.size * LEADING <= height
            && wrap::longest_word(title, *font, &BuiltIn) <= width
    };
    let smallest = sizes.last().copied().unwrap_or(30.0);
    let largest = |text: &str| sizes.iter().position(|size| fits(&at(*size, text)));
    let paused = title.replace('，', "，\n").replace('；', "；\n").replace("; ", ";\n");
    match (largest(title), largest(&paused)) {
        (Some(plain), Some(with)) if with <= plain + 1 => at(sizes[with], &paused),
        (Some(plain), _) => at(sizes[plain], title),
        (None, _) => at(smallest, title),
    }
}

/// The text, or as much of it as goes into one line.
fn one_line(text: &str, font: Font, width: f64) -> String {
    if BuiltIn.width(text, font) <= width {
        return text.to_string();
    }
    let mut short = String::new();
    for c in text.chars() {
        if BuiltIn.width(&format!("{short}{c}…"), font) > width {
            break;
        }
        short.push(c);
    }
    format!("{}…", short.trim_end())
}

/// What is drawn, with every word of it.
struct Sheet<'a> {
    palette: &'a Palette,
    out: String,
    words: String,
}

impl Sheet<'_> {
    fn rect(&mut self, rect: Rect, role: Role) {
        svg::element(&Primitive::Rect { rect, paint: Paint::new(role) }, self.palette, &mut self.out);
    }

    fn line(&mut self, text: &str, x: f64, y: f64, font: Font, role: Role) {
        self.words.push_str(text);
        let (at, width) = (Point::new(x, y), BuiltIn.width(text, font));
        let run = Run { text: text.into(), at, anchor: Anchor::Start, font, paint: Paint::new(role), width };
        svg::element(&Primitive::Text(&run), self.palette, &mut self.out);
    }
}
