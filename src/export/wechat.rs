//! A scene to a section for a WeChat article: one inline SVG on its own ground, and its words as paragraphs.
//!
//! WeChat takes no script, style, class, id, link or reference, and few characters. So neighbours of one colour become
//! one path, coordinates have one decimal, and marks enter in groups, a tenth of a second apart.
//!
//! **Invariant**: everything that the picture says is in the section; without animation it is the scene at rest.

use crate::describe;
use crate::export::{brief, html};
use crate::geometry::{Point, Seconds};
use crate::layout::enter::{Effect, Enter};
use crate::layout::mark::{Anchor, Fill, Instance, Mark, Paint, Run, Shape, Stroke};
use crate::layout::PlacedScene;
use crate::motion::frame::frame_at;
use crate::render::palette::Palette;
use crate::render::primitive::{tessellate, Primitive};
use crate::render::svg::escape;
use crate::story::{Scene, Story};
use crate::text::Family;

/// Layout width in CSS px: a phone's article column, so that text is not made smaller there.
pub const WIDTH: f64 = 340.0;

/// Whether marks enter or stand from the beginning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motion {
    Moving,
    Still,
}

/// The section with its picture.
pub fn section(
    story: &Story,
    scene: &Scene,
    placed: &PlacedScene,
    palette: &Palette,
    motion: Motion,
) -> String {
    format!("<section>\n{}\n{}</section>\n", picture(placed, palette, motion), words(story, scene, placed))
}

/// The section where the picture is a file of its own, to be uploaded in its place.
pub fn words_only(story: &Story, scene: &Scene, placed: &PlacedScene) -> String {
    format!("<section>\n{}</section>\n", words(story, scene, placed))
}

/// Sentences, then every figure of the scene with its bound, then the source and the story.
fn words(story: &Story, scene: &Scene, placed: &PlacedScene) -> String {
    let locale = placed.locale;
    let said =
        |pieces: Vec<(String, Option<String>)>| pieces.into_iter().map(|(text, _)| text).collect::<String>();
    let mut paragraphs: Vec<String> =
        describe::sentences(story, scene, locale).into_iter().map(said).collect();
    let lines = brief::lines(story, scene, locale);
    if !lines.is_empty() {
        paragraphs.push(brief::heading(locale).to_string());
        paragraphs.extend(lines);
    }
    paragraphs.push(story.source_line(scene, locale).0);
    paragraphs.push(html::credit(story, scene, locale));
    paragraphs.iter().map(|text| format!("<p>{}</p>\n", escape(text))).collect()
}

/// The SVG alone.
pub fn picture(placed: &PlacedScene, palette: &Palette, motion: Motion) -> String {
    let rest = frame_at(placed, Seconds::new(placed.duration()));
    let (w, h) = (short(rest.width), short(rest.height.ceil()));
    let mut out = Writer { palette, text: String::new(), run: None, group: None };
    out.text.push_str(&format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}px\" height=\"{h}px\" viewBox=\"0 0 {w} {h}\" font-family=\"{}\" stroke-linejoin=\"round\"><rect width=\"{w}\" height=\"{h}\" fill=\"{}\"/>",
        family(Family::Sans),
        palette.surface().to_hex()
    ));
    for mark in &rest.marks {
        out.mark(mark, motion);
    }
    out.close_group();
    out.text.push_str("</svg>");
    out.text
}

/// Names of families without quotation marks, which an attribute needs for itself.
fn family(family: Family) -> String {
    family.css().replace('"', "").replace(", ", ",").replace("system-ui,", "")
}

/// What may be drawn by one path: its pen.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Pen {
    Fill(Paint),
    Stroke(Stroke),
    /// Discs of a diameter: a line of no length with a round cap is a disc, in a quarter of the characters.
    Discs(Paint, f64),
}

struct Writer<'a> {
    palette: &'a Palette,
    text: String,
    /// The path that may still grow.
    run: Option<(Pen, String)>,
    /// Tenths of a second at which the open group enters.
    group: Option<u32>,
}

impl Writer<'_> {
    fn mark(&mut self, mark: &Mark, motion: Motion) {
        let enter = mark.enter;
        let moves = motion == Motion::Moving && enter.delay >= 0.0;
        if let (true, Some(growing)) = (moves, self.growing(mark)) {
            self.close_group();
            self.text.push_str(&growing);
            return;
        }
        let group = moves.then(|| (enter.delay * 10.0).round() as u32);
        if group != self.group {
            self.close_group();
            if let Some(tenths) = group {
                let begin = f64::from(tenths) / 10.0;
                self.text.push_str(&format!("<g>{}", animate("opacity", "0", "1", begin, enter.duration)));
            }
            self.group = group;
        }
        for primitive in tessellate(mark) {
            self.primitive(&primitive);
        }
    }

    fn primitive(&mut self, primitive: &Primitive) {
        match primitive {
            Primitive::Rect { rect, paint } => {
                let (w, h) = (short(rect.w), short(rect.h));
                let d = format!("M{} {}h{w}v{h}h-{w}z", short(rect.x), short(rect.y));
                self.path(Pen::Fill(*paint), &d);
            }
            Primitive::Circle { center, radius, paint } => {
                self.disc(*paint, *center, *radius);
            }
            Primitive::Ring { center, radius, stroke } => {
                self.path(Pen::Stroke(*stroke), &circle(*center, *radius));
            }
            Primitive::Polygons { outlines, paint } => {
                let d: String = outlines.iter().map(|o| polyline(o, true)).collect();
                self.path(Pen::Fill(*paint), &d);
            }
            Primitive::Line { points, closed, stroke } => {
                self.path(Pen::Stroke(*stroke), &polyline(points, *closed));
            }
            Primitive::Text(run) => {
                self.close_path();
                let text = self.text(run);
                self.text.push_str(&text);
            }
            Primitive::Instances(cells) => cells.iter().for_each(|c| self.cell(c)),
        }
    }

    fn cell(&mut self, cell: &Instance) {
        let (rect, paint) = (cell.rect(), cell.paint());
        match cell.is_disc() {
            true => self.disc(paint, rect.center(), rect.w / 2.0),
            false => self.primitive(&Primitive::Rect { rect, paint }),
        }
    }

    fn disc(&mut self, paint: Paint, center: Point, radius: f64) {
        let d = format!("M{} {}h0", short(center.x), short(center.y));
        self.path(Pen::Discs(paint, radius * 2.0), &d);
    }

    /// Adds to the path of the same pen, or begins one. Paint that lets the ground through is not joined: where two
    /// shapes overlap it lies twice.
    fn path(&mut self, pen: Pen, d: &str) {
        let opaque = |p: &Pen| match p {
            Pen::Fill(c) | Pen::Discs(c, _) => c.alpha > 0.999,
            Pen::Stroke(s) => s.paint.alpha > 0.999,
        };
        match &mut self.run {
            Some((same, path)) if *same == pen && opaque(&pen) => path.push_str(d),
            _ => {
                self.close_path();
                self.run = Some((pen, d.to_string()));
            }
        }
    }

    fn close_path(&mut self) {
        if let Some((pen, d)) = self.run.take() {
            let attributes = match pen {
                Pen::Fill(paint) => self.colour("fill", paint),
                Pen::Discs(paint, diameter) => {
                    let width = crate::render::svg::number(diameter);
                    format!(
                        "{} stroke-width=\"{width}\" stroke-linecap=\"round\"",
                        self.colour("stroke", paint)
                    )
                }
                Pen::Stroke(stroke) => {
                    let dash = match stroke.dash {
                        Some((on, off)) => format!(" stroke-dasharray=\"{} {}\"", short(on), short(off)),
                        None => String::new(),
                    };
                    let width = crate::render::svg::number(stroke.width);
                    format!(
                        " fill=\"none\"{} stroke-width=\"{width}\"{dash}",
                        self.colour("stroke", stroke.paint)
                    )
                }
            };
            self.text.push_str(&format!("<path d=\"{d}\"{attributes}/>"));
        }
    }

    fn close_group(&mut self) {
        self.close_path();
        if self.group.take().is_some() {
            self.text.push_str("</g>");
        }
    }

    /// A bar that grows from its zero.
    fn growing(&self, mark: &Mark) -> Option<String> {
        let (Shape::Rect { rect, .. }, Fill::Solid(paint), None) = (&mark.shape, mark.fill, mark.stroke)
        else {
            return None;
        };
        let Enter { delay, duration, .. } = mark.enter;
        let animations = match mark.enter.effect {
            Effect::GrowRight => animate("width", "0", &short(rect.w), delay, duration),
            Effect::GrowLeft => {
                animate("width", "0", &short(rect.w), delay, duration)
                    + &animate("x", &short(rect.right()), &short(rect.x), delay, duration)
            }
            Effect::GrowDown => animate("height", "0", &short(rect.h), delay, duration),
            Effect::GrowUp => {
                animate("height", "0", &short(rect.h), delay, duration)
                    + &animate("y", &short(rect.bottom()), &short(rect.y), delay, duration)
            }
            _ => return None,
        };
        Some(format!(
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"{}>{animations}</rect>",
            short(rect.x),
            short(rect.y),
            short(rect.w),
            short(rect.h),
            self.colour("fill", paint)
        ))
    }

    fn colour(&self, attribute: &str, paint: Paint) -> String {
        let color = self.palette.color(paint);
        let opacity = match color.alpha < 0.999 {
            true => format!(" {attribute}-opacity=\"{}\"", crate::render::svg::number(color.alpha)),
            false => String::new(),
        };
        format!(" {attribute}=\"{}\"{opacity}", color.to_hex())
    }

    fn text(&self, run: &Run) -> String {
        let mut more = String::new();
        if run.font.bold {
            more.push_str(" font-weight=\"700\"");
        }
        if run.font.family == Family::Serif {
            more.push_str(&format!(" font-family=\"{}\"", family(Family::Serif)));
        }
        match run.anchor {
            Anchor::Start => {}
            Anchor::Middle => more.push_str(" text-anchor=\"middle\""),
            Anchor::End => more.push_str(" text-anchor=\"end\""),
        }
        format!(
            "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{}{more}>{}</text>",
            short(run.at.x),
            short(run.at.y),
            short(run.font.size),
            self.colour("fill", run.paint),
            escape(&run.text)
        )
    }
}

/// Plays once, from the moment the article is shown, and stays.
fn animate(attribute: &str, from: &str, to: &str, delay: f64, duration: f64) -> String {
    let length = delay + duration;
    let (values, times) = match delay > 0.0 {
        true => (format!("{from};{from};{to}"), format!("0;{:.2};1", delay / length)),
        false => (format!("{from};{to}"), "0;1".to_string()),
    };
    format!(
        "<animate attributeName=\"{attribute}\" begin=\"0s\" dur=\"{length:.2}s\" values=\"{values}\" keyTimes=\"{times}\" fill=\"freeze\" restart=\"never\"/>"
    )
}

fn circle(center: Point, radius: f64) -> String {
    let (r, d) = (short(radius), short(radius * 2.0));
    format!("M{} {}a{r} {r} 0 1 1 {d} 0a{r} {r} 0 1 1-{d} 0z", short(center.x - radius), short(center.y))
}

fn polyline(points: &[Point], closed: bool) -> String {
    let mut d = String::new();
    for (i, p) in points.iter().enumerate() {
        d.push(if i == 0 { 'M' } else { 'L' });
        d.push_str(&short(p.x));
        d.push(' ');
        d.push_str(&short(p.y));
    }
    if closed {
        d.push('z');
    }
    d
}

/// One decimal: a tenth of a pixel is not to be seen on a phone.
fn short(v: f64) -> String {
    crate::render::svg::number((v * 10.0).round() / 10.0)
}
