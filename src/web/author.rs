//! What only the author's engine does: reads and checks plain stories.
//!
//! **Invariant**: a reader's page with a compiled story needs none of it.

use crate::describe::content;
use crate::describe::json::{array, object, quote};
use crate::diagnostic::{Both, Diagnostic, Edit, Severity};
use crate::geometry::number;
use crate::input::draft::Draft as Drafted;
use crate::model::Files;
use crate::motion::frame::Frame;
use crate::render::palette::Palette;
use crate::render::primitive::{tessellate_frame, Primitive};
use crate::story::Story;
use crate::web::Engine;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

/// The plain files of a story, until they are opened.
#[wasm_bindgen]
#[derive(Default)]
pub struct Draft {
    pub(super) files: Files,
    /// The story of these files with what is wrong in it, once somebody has asked for it.
    pub(super) drafted: RefCell<Option<Drafted>>,
}

#[wasm_bindgen]
impl Draft {
    #[wasm_bindgen(constructor)]
    pub fn new() -> Draft {
        Draft::default()
    }

    /// Takes a file of the story's folder: `story.json`, `sources.json`, `series/x.csv`.
    pub fn add(&mut self, name: String, bytes: Vec<u8>) {
        self.files.insert(name, bytes);
        self.drafted.take();
    }

    /// Names of the files still needed, one a line.
    pub fn missing(&self) -> String {
        Story::missing(&self.files).join("\n")
    }

    /// Reads and checks the files and shows their story in an engine, which keeps the one before where they have errors. The answer is
    /// JSON with `ok`, `diagnostics` and `story`.
    pub fn open(&self, engine: &mut Engine) -> String {
        match Story::load(&self.files) {
            Ok((story, warnings)) => {
                let answer = opened(Some(&story), &warnings);
                engine.show(story);
                answer
            }
            Err(diagnostics) => opened(None, &diagnostics),
        }
    }
}

#[wasm_bindgen]
impl Engine {
    /// What `render` would draw, as JSON, for tests: one entry a primitive.
    pub fn shape(&self, seconds: f64) -> String {
        self.frame(seconds).map_or(String::from("[]"), |frame| primitives(&frame, &self.palette))
    }
}

fn opened(story: Option<&Story>, diagnostics: &[Diagnostic]) -> String {
    let mut members =
        vec![("ok", story.is_some().to_string()), ("problems", array(diagnostics.iter().map(diagnostic)))];
    members.extend(story.map(|story| ("story", content::whole(story))));
    object(&members)
}

/// The answer of `Draft::try_open`.
pub(super) fn drafted(Drafted { story, diagnostics, .. }: &Drafted) -> String {
    let errors = diagnostics.iter().any(|one| one.severity == Severity::Error);
    let mut members = vec![
        ("ok", (story.is_some() && !errors).to_string()),
        ("shown", story.is_some().to_string()),
        ("problems", array(diagnostics.iter().map(diagnostic))),
    ];
    members.extend(story.as_ref().map(|story| ("story", content::whole(story))));
    object(&members)
}

fn both(b: &Both) -> String {
    object(&[("zh", quote(b.zh())), ("en", quote(b.en()))])
}

fn diagnostic(p: &Diagnostic) -> String {
    let place =
        |(line, column): (u32, u32)| object(&[("line", line.to_string()), ("column", column.to_string())]);
    let edit = |e: &Edit| object(&[("from", place(e.from)), ("to", place(e.to)), ("text", quote(&e.text))]);
    let mut members = vec![
        ("severity", quote(if p.severity == Severity::Error { "error" } else { "warning" })),
        ("code", quote(p.code)),
        ("file", quote(&p.file)),
        ("line", p.line.to_string()),
        ("column", p.column.to_string()),
        ("path", quote(&p.path)),
        ("message", both(&p.message)),
        ("help", both(&p.help)),
    ];
    members.extend(p.edit.as_ref().map(|e| ("edit", edit(e))));
    object(&members)
}

/// A frame's primitives: kind, colour and box or text.
fn primitives(frame: &Frame, palette: &Palette) -> String {
    array(tessellate_frame(frame).into_iter().map(|(mark, p)| {
        let key = quote(&frame.marks[mark].id.to_string());
        match p {
            Primitive::Rect { rect, paint } => object(&[
                ("kind", quote("rect")),
                ("key", key),
                ("color", quote(&palette.color(paint).to_hex())),
                ("x", number(rect.x)),
                ("y", number(rect.y)),
                ("w", number(rect.w)),
                ("h", number(rect.h)),
            ]),
            Primitive::Circle { center, radius, paint } => object(&[
                ("kind", quote("circle")),
                ("key", key),
                ("color", quote(&palette.color(paint).to_hex())),
                ("x", number(center.x)),
                ("y", number(center.y)),
                ("r", number(radius)),
            ]),
            Primitive::Text(run) => object(&[
                ("kind", quote("text")),
                ("key", key),
                ("color", quote(&palette.color(run.paint).to_hex())),
                ("text", quote(&run.text)),
                ("x", number(run.at.x)),
                ("y", number(run.at.y)),
                ("size", number(run.font.size)),
            ]),
            Primitive::Instances(cells) => {
                object(&[("kind", quote("cells")), ("key", key), ("count", cells.len().to_string())])
            }
            Primitive::Polygons { paint, .. } => object(&[
                ("kind", quote("polygon")),
                ("key", key),
                ("color", quote(&palette.color(paint).to_hex())),
            ]),
            Primitive::Ring { stroke, .. } | Primitive::Line { stroke, .. } => object(&[
                ("kind", quote("line")),
                ("key", key),
                ("color", quote(&palette.color(stroke.paint).to_hex())),
            ]),
        }
    }))
}
