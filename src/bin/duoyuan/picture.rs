//! One scene to the bytes of one file.
//!
//! **Invariant**: what is written depends on the story, the request and the fonts of the system, and on nothing else.

use clap::ValueEnum;
use duoyuan::layout::{lay_out, PlacedScene, Viewport};
use duoyuan::locale::{Locale, Text};
use duoyuan::paint::fonts::Fonts;
use duoyuan::paint::raster::{self, Scale};
use duoyuan::paint::{html, jsonld, svg};
use duoyuan::scene::{describe, frame_at, Frame};
use duoyuan::story::Story;
use duoyuan::text::metrics::BuiltIn;
use duoyuan::theme::Theme;
use duoyuan::units::Seconds;
use std::sync::OnceLock;

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Picture with real text, for pages and for drawing programs.
    Svg,
    /// Pixels, with the title and the description in the file.
    Png,
    /// `figure` with picture, sentences, table and source, without script.
    Html,
    /// The table.
    Csv,
    /// schema.org Dataset with the bounds of its figures.
    Jsonld,
}

impl Format {
    pub fn ending(self) -> &'static str {
        match self {
            Format::Svg => "svg",
            Format::Png => "png",
            Format::Html => "html",
            Format::Csv => "csv",
            Format::Jsonld => "jsonld",
        }
    }

    /// Whether it is text that may follow other text on standard output.
    pub fn is_text(self) -> bool {
        self != Format::Png
    }

    /// Whether it is drawn, so that width and theme make a difference.
    pub fn is_drawn(self) -> bool {
        !matches!(self, Format::Csv | Format::Jsonld)
    }
}

/// What is asked of one scene.
#[derive(Clone, Copy, Debug)]
pub struct Request {
    pub scene: usize,
    /// CSS px.
    pub width: f64,
    pub locale: Locale,
    pub theme: Theme,
    pub format: Format,
    /// Absent: at rest.
    pub moment: Option<Seconds>,
    pub scale: Scale,
}

/// The fonts of the system, read when the first picture needs them.
#[derive(Default)]
pub struct Desk {
    fonts: OnceLock<Fonts>,
}

impl Desk {
    pub fn fonts(&self) -> &Fonts {
        self.fonts.get_or_init(Fonts::system)
    }

    pub fn bytes(&self, story: &Story, request: &Request) -> Result<Vec<u8>, Text> {
        let scene = &story.scenes()[request.scene];
        let locale = request.locale;
        Ok(match request.format {
            Format::Svg => {
                let (placed, frame) = place(story, request);
                svg::write(&placed, &frame, &scene.id, &|ix| story.figure(ix).id().to_string()).into_bytes()
            }
            Format::Png => {
                let (placed, frame) = place(story, request);
                let pixels = raster::draw(&placed, &frame, request.scale, self.fonts())?;
                raster::png(&pixels, &placed, request.scale)?
            }
            Format::Html => html::write(story, scene, &place(story, request).0).into_bytes(),
            Format::Csv => describe::csv(&describe::table(story, scene, locale)).into_bytes(),
            Format::Jsonld => jsonld::write(story, scene, locale).into_bytes(),
        })
    }
}

fn place(story: &Story, request: &Request) -> (PlacedScene, Frame) {
    let viewport = Viewport::new(request.width);
    let placed = lay_out(story, request.scene, viewport, request.locale, request.theme, &BuiltIn);
    let frame = frame_at(&placed, request.moment.unwrap_or(Seconds::new(placed.duration())));
    (placed, frame)
}
