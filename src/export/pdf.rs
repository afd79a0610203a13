//! Pages of SVG to PDF: fonts embedded as subsets shared by all pages, text as text, tags and outline for readers.
//!
//! **Invariant**: draws what it is given where it is told; the same pages give the same bytes (no clock, no random
//! number). Lengths are CSS px; a CSS px is 3/4 point.

use crate::export::fonts::Fonts;
use crate::geometry::Rect;
use crate::locale::{Locale, Text};
use krilla::configure::{Configuration, Validator};
use krilla::destination::XyzDestination;
use krilla::geom::{Point, Size, Transform};
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::tagging::{ArtifactType, ContentTag, Identifier, Tag, TagGroup, TagTree};
use krilla::{Document, SerializeSettings};
use krilla_svg::{SurfaceExt, SvgSettings};
use std::num::NonZeroU16;

/// CSS px to points.
const POINT: f64 = 0.75;

/// What a part of a page is to somebody who hears it.
#[derive(Clone, Debug, PartialEq)]
pub enum Tagged {
    /// A picture with the words that stand for it.
    Figure(String),
    /// Heading of a level, 1 to 6, with its words.
    Heading(u16, String),
    Paragraph,
    /// Page numbers, grounds and rules: not read aloud.
    Artifact,
}

/// An SVG and where it stands on its page.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    pub svg: String,
    pub at: Rect,
    pub tagged: Tagged,
    /// Its line in the outline, where it has one.
    pub entry: Option<String>,
}

/// A page with its parts in reading order.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    pub width: f64,
    pub height: f64,
    pub parts: Vec<Part>,
}

/// The words about a document.
#[derive(Clone, Debug, PartialEq)]
pub struct About {
    pub title: String,
    pub description: String,
    pub locale: Locale,
}

/// A PDF/UA-1 document. The characters of the parts must have fonts (`Fonts::cover`).
pub fn write(pages: &[Page], about: &About, fonts: &Fonts) -> Result<Vec<u8>, Text> {
    let settings = SerializeSettings {
        configuration: Configuration::new_with_validator(Validator::UA1),
        ..SerializeSettings::default()
    };
    let mut document = Document::new_with(settings);
    let mut outline = Outline::new();
    let mut tree = TagTree::new();
    for (number, sheet) in pages.iter().enumerate() {
        let size = size(sheet.width, sheet.height)?;
        let mut page = document.start_page_with(PageSettings::new(size));
        let mut surface = page.surface();
        for part in &sheet.parts {
            let drawing = fonts.tree(&part.svg).map_err(same)?;
            let content = match part.tagged {
                Tagged::Artifact => ContentTag::Artifact(ArtifactType::Other),
                _ => ContentTag::Other,
            };
            let (x, y) = ((part.at.x * POINT) as f32, (part.at.y * POINT) as f32);
            let id = surface.start_tagged(content);
            surface.push_transform(&Transform::from_translate(x, y));
            let drawn = surface.draw_svg(&drawing, self::size(part.at.w, part.at.h)?, SvgSettings::default());
            surface.pop();
            surface.end_tagged();
            drawn.ok_or_else(|| same("a part of the page cannot be drawn".into()))?;
            if let Some(group) = group(&part.tagged, id) {
                tree.push(group);
            }
            if let Some(words) = &part.entry {
                let place = XyzDestination::new(number, Point::from_xy(x, y));
                outline.push_child(OutlineNode::new(words.clone(), place));
            }
        }
        surface.finish();
        page.finish();
    }
    document.set_tag_tree(tree);
    document.set_outline(outline);
    document.set_metadata(
        Metadata::new()
            .title(about.title.clone())
            .description(about.description.clone())
            .language(about.locale.tag().to_string())
            .creator("duoyuan".into()),
    );
    document.finish().map_err(|e| {
        Text::new(format!("PDF 未能写成：{e:?}"), format!("the PDF could not be written: {e:?}"))
    })
}

fn same(words: String) -> Text {
    Text::new(words.clone(), words)
}

fn size(width: f64, height: f64) -> Result<Size, Text> {
    let size = Size::from_wh((width * POINT) as f32, (height * POINT) as f32);
    size.ok_or_else(|| same(format!("a page of {width} × {height} CSS px")))
}

fn group(tagged: &Tagged, id: Identifier) -> Option<TagGroup> {
    let mut group = match tagged {
        Tagged::Figure(words) => TagGroup::new(Tag::Figure(Some(words.clone()))),
        Tagged::Heading(level, words) => {
            let level = NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN);
            TagGroup::new(Tag::Hn(level, Some(words.clone())))
        }
        Tagged::Paragraph => TagGroup::new(Tag::P),
        Tagged::Artifact => return None,
    };
    group.push(id);
    Some(group)
}
