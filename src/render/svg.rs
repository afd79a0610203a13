//! Frames to SVG that people can read: two decimals, ids, title, description, real font sizes, text as text.
//!
//! **Invariant**: nothing but what the frame says; no `foreignObject`, no script, no outside address. Every text that
//! comes from a story is escaped.

pub use crate::geometry::number;

mod elements;
mod ink;

use crate::layout::mark::{Mark, Paint};
use crate::layout::PlacedScene;
use crate::model::figure::FigureIx;
use crate::motion::frame::Frame;
use crate::render::palette::Palette;
use crate::render::primitive::{tessellate, Primitive};
use crate::text::Family;
use crate::theme::{Role, Theme};
use elements::element_in;
use ink::{Ink, Roles};

/// A standalone document. `figure_id` names a datum's figure in `data-figure`.
pub fn write(
    placed: &PlacedScene,
    frame: &Frame,
    palette: &Palette,
    scene_id: &str,
    figure_id: &dyn Fn(FigureIx) -> String,
) -> String {
    document(placed, frame, &Ink { palette, roles: Roles::Nothing }, scene_id, figure_id, &style())
}

/// The same, light or dark as the reader's system is: a document of the light theme in which a media query gives
/// each role its colour of the dark one. A program without media queries shows it light.
pub fn write_auto(
    placed: &PlacedScene,
    frame: &Frame,
    scene_id: &str,
    figure_id: &dyn Fn(FigureIx) -> String,
) -> String {
    let mut style = style();
    style.push_str("@media (prefers-color-scheme:dark){");
    for role in Role::ALL {
        let (name, dark) = (role.name(), Theme::Dark.color(role).to_hex());
        for paint in ["fill", "stroke"] {
            style.push_str(&format!("[data-{paint}=\"{name}\"]{{{paint}:{dark}}}"));
        }
    }
    style.push('}');
    let ink = Ink { palette: &Palette::of(Theme::Light), roles: Roles::Data };
    document(placed, frame, &ink, scene_id, figure_id, &style)
}

/// A document for inside a page: no style sheet of its own, which a strict policy forbids; a role's colour is the page's
/// (`--page-ROLE`), or the palette's where the page has none; `prefix` tells its ids from those of other pictures.
pub fn write_inline(
    placed: &PlacedScene,
    frame: &Frame,
    palette: &Palette,
    prefix: &str,
    figure_id: &dyn Fn(FigureIx) -> String,
) -> String {
    let ink = Ink { palette, roles: Roles::Page };
    let text = document(placed, frame, &ink, prefix, figure_id, "").replace("<style></style>\n", "");
    let sans = format!("<svg font-family=\"{}\"", Family::Sans.css().replace('"', "'"));
    let serif = format!(" font-family=\"{}\" font-weight=\"700\"", Family::Serif.css().replace('"', "'"));
    // texts are escaped: a class with its quotation marks stands in tags only
    text.replacen("<svg", &sans, 1)
        .replace(" class=\"s\"", "")
        .replace(" class=\"b\"", " font-weight=\"700\"")
        .replace(" class=\"h\"", &serif)
        .replace('\n', "")
}

/// The rules for the classes of `<text>`: s sans, b bold, h headline.
pub fn style() -> String {
    format!(
        ".s,.b{{font-family:{};font-variant-numeric:tabular-nums lining-nums}}.h{{font-family:{}}}.b,.h{{font-weight:700}}",
        Family::Sans.css(),
        Family::Serif.css()
    )
}

fn document(
    placed: &PlacedScene,
    frame: &Frame,
    ink: &Ink,
    scene_id: &str,
    figure_id: &dyn Fn(FigureIx) -> String,
    style: &str,
) -> String {
    document_in(placed, frame, ink, scene_id, figure_id, style, &mut |mark, out| {
        for primitive in tessellate(mark) {
            element_in(&primitive, ink, out);
            out.push('\n');
        }
    })
}

/// A document whose marks are written by `write_mark`, in the order of the frame.
pub(crate) fn document_of(
    placed: &PlacedScene,
    frame: &Frame,
    palette: &Palette,
    scene_id: &str,
    figure_id: &dyn Fn(FigureIx) -> String,
    style: &str,
    write_mark: &mut dyn FnMut(&Mark, &mut String),
) -> String {
    document_in(
        placed,
        frame,
        &Ink { palette, roles: Roles::Nothing },
        scene_id,
        figure_id,
        style,
        write_mark,
    )
}

fn document_in(
    placed: &PlacedScene,
    frame: &Frame,
    ink: &Ink,
    scene_id: &str,
    figure_id: &dyn Fn(FigureIx) -> String,
    style: &str,
    write_mark: &mut dyn FnMut(&Mark, &mut String),
) -> String {
    let mut out = String::with_capacity(16 * 1024);
    let (left, right) = placed.beside;
    let (x, w, h) = (number(0.0 - left), number(left + frame.width + right), number(frame.height));
    let lang = placed.locale.tag();
    out.push_str(&format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}\" height=\"{h}\" viewBox=\"{x} 0 {w} {h}\" xml:lang=\"{lang}\" lang=\"{lang}\" role=\"img\" aria-labelledby=\"{scene_id}-t {scene_id}-d\" stroke-linejoin=\"round\">\n"
    ));
    out.push_str(&format!("<title id=\"{scene_id}-t\">{}</title>\n", escape(&placed.title)));
    out.push_str(&format!("<desc id=\"{scene_id}-d\">{}</desc>\n", escape(&placed.description)));
    out.push_str(&format!("<style>{style}</style>\n"));
    out.push_str(&format!(
        "<rect{} width=\"{w}\" height=\"{h}\"{}/>\n",
        if left > 0.0 { format!(" x=\"{x}\"") } else { String::new() },
        ink.paint("fill", Paint::new(Role::Surface))
    ));
    let mut open: Option<u32> = None;
    let mut elements = String::new();
    for mark in &frame.marks {
        elements.clear();
        write_mark(mark, &mut elements);
        if elements.is_empty() {
            continue;
        }
        let datum = mark.datum;
        if datum != open {
            if open.is_some() {
                out.push_str("</g>\n");
            }
            if let Some(d) = datum.and_then(|d| placed.data.get(d as usize)) {
                let figure = d
                    .figure
                    .map(|ix| format!(" data-figure=\"{}\"", escape(&figure_id(ix))))
                    .unwrap_or_default();
                out.push_str(&format!("<g data-mark=\"{}\"{figure}>", escape(&d.key)));
                out.push_str(&format!("<title>{}</title>\n", escape(&d.name)));
            }
            open = datum;
        }
        out.push_str(&elements);
    }
    if open.is_some() {
        out.push_str("</g>\n");
    }
    out.push_str("</svg>\n");
    out
}

/// One primitive as one element.
pub fn element(primitive: &Primitive, palette: &Palette, out: &mut String) {
    element_in(primitive, &Ink { palette, roles: Roles::Nothing }, out);
}

/// Text for XML. Control characters that XML forbids are dropped.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(c),
            c if (c as u32) < 0x20 || c == '\u{7f}' || c == '\u{fffe}' || c == '\u{ffff}' => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinates_are_short_and_finite() {
        for (v, s) in
            [(1.0, "1"), (0.105, "0.11"), (-0.001, "0"), (12.5, "12.5"), (-3.25, "-3.25"), (f64::NAN, "0")]
        {
            assert_eq!(number(v), s);
        }
    }

    #[test]
    fn story_text_cannot_become_markup() {
        assert_eq!(escape("<b a=\"&\">\u{0}"), "&lt;b a=&quot;&amp;&quot;&gt;");
    }
}
