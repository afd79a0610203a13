//! A scene without script: a `figure` with the picture as SVG, its sentences, its table and its source.
//!
//! **Invariant**: readable with everything but HTML stripped away; no script, no outside address but the sources' links.

use crate::describe;
use crate::geometry::Seconds;
use crate::layout::PlacedScene;
use crate::locale::Locale;
use crate::motion::frame::frame_at;
use crate::render::palette::Palette;
use crate::render::svg;
use crate::story::{Scene, Story};

/// A fragment: one `figure` element.
pub fn write(story: &Story, scene: &Scene, placed: &PlacedScene, palette: &Palette) -> String {
    let locale = placed.locale;
    let e = |s: &str| svg::escape(s);
    let frame = frame_at(placed, Seconds::new(placed.duration()));
    let picture = svg::write(placed, &frame, palette, &scene.id, &|ix| story.figure(ix).id().to_string());
    let mut out = format!("<figure lang=\"{}\" id=\"{}\">\n", locale.tag(), e(&scene.id));
    out.push_str(&format!("<h2>{}</h2>\n", e(&placed.title)));
    out.push_str(&picture);
    out.push_str(&caption(story, scene, locale));
    out.push_str(&table(story, scene, locale));
    out.push_str("</figure>\n");
    out
}

/// Sentences, source and story.
pub fn caption(story: &Story, scene: &Scene, locale: Locale) -> String {
    let mut out = String::from("<figcaption>\n");
    for sentence in describe::sentences(story, scene, locale) {
        let text: String = sentence.into_iter().map(|(t, _)| t).collect();
        out.push_str(&format!("<p>{}</p>\n", svg::escape(&text)));
    }
    let source = story.source_line(scene, locale).0;
    let credit = credit(story, scene, locale);
    out.push_str(&format!(
        "<p>{}</p>\n<p>{}</p>\n</figcaption>\n",
        svg::escape(&source),
        svg::escape(&credit)
    ));
    out
}

/// The story, and which of its chapters this is.
pub fn credit(story: &Story, scene: &Scene, locale: Locale) -> String {
    format!("{} · {}", story.title().get(locale), scene.name.get(locale))
}

/// The figures and words of a scene, each with its bound, unit, period and source.
pub fn table(story: &Story, scene: &Scene, locale: Locale) -> String {
    let e = |s: &str| svg::escape(s);
    let table = describe::table(story, scene, locale);
    let mut out = format!("<table>\n<caption>{}</caption>\n<thead><tr>", e(&table.caption));
    for column in &table.columns {
        out.push_str(&format!("<th scope=\"col\">{}</th>", e(column)));
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for (_, cells) in &table.rows {
        out.push_str("<tr>");
        for (i, cell) in cells.iter().enumerate() {
            let text = e(cell);
            out.push_str(&if i == 0 {
                format!("<th scope=\"row\">{text}</th>")
            } else {
                format!("<td>{text}</td>")
            });
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n");
    out
}
