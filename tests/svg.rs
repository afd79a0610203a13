//! The validator accepts every SVG of every scene as accessible; and an SVG that follows the reader's system becomes the
//! dark picture when its media query applies.

use crate::support;
use duoyuan::export::validators;
use duoyuan::geometry::Seconds;
use duoyuan::layout::Viewport;
use duoyuan::motion::frame::frame_at;
use duoyuan::render::palette::Palette;
use duoyuan::render::{smil, svg};
use duoyuan::scene::lay_out;
use duoyuan::text::metrics::BuiltIn;
use duoyuan::theme::Theme;

/// The rules of the media query: of which attribute, for which role, which colour.
fn exchanges(document: &str) -> Vec<(String, String, String)> {
    let query = document.split("@media (prefers-color-scheme:dark){").nth(1).expect("a media query");
    let rules = query.split("}</style>").next().unwrap().split('}').filter(|r| !r.is_empty());
    rules
        .map(|rule| {
            let (found, put) = rule.split_once("\"]{").unwrap();
            let (attribute, colour) = put.split_once(':').unwrap();
            let role = found.strip_prefix(&format!("[data-{attribute}=\"")).unwrap();
            (attribute.to_string(), role.to_string(), colour.to_string())
        })
        .collect()
}

/// A document that obeys its rules: the colour before a role is that of the rule, and the roles are gone.
fn obeyed(document: &str, rules: &[(String, String, String)]) -> String {
    let mut document = document.to_string();
    for (attribute, role, colour) in rules {
        let mark = format!(" data-{attribute}=\"{role}\"");
        let parts: Vec<&str> = document.split(mark.as_str()).collect();
        let (last, before) = parts.split_last().unwrap();
        let recoloured = before.iter().map(|part| {
            let kept = part.strip_suffix('"').unwrap();
            let kept = &kept[..kept.len() - colour.len()];
            assert!(kept.ends_with(&format!(" {attribute}=\"")), "{kept}");
            format!("{kept}{colour}\"")
        });
        document = recoloured.collect::<String>() + last;
    }
    document
}

/// Seen to fail: with one id for title and description; with strokes, and with one role, left out of the media query; with a
/// mark whose paint does not say its role.
#[test]
fn every_svg_is_accessible_and_follows_the_system_into_the_dark() {
    let story = support::karamay();
    for (index, scene) in story.scenes().iter().enumerate() {
        for locale in support::LANGUAGES {
            let id = |ix| story.figure(ix).id().to_string();
            let placed = lay_out(&story, index, Viewport::new(720.0), locale, &BuiltIn);
            let rest = frame_at(&placed, Seconds::new(1e6));
            let (light, dark) = (Palette::of(Theme::Light), Palette::of(Theme::Dark));
            let auto = svg::write_auto(&placed, &rest, &scene.id, &id);
            for (what, text) in [
                ("svg", svg::write(&placed, &rest, &light, &scene.id, &id)),
                ("auto", auto.clone()),
                ("smil", smil::write(&placed, &light, &scene.id, &id)),
            ] {
                assert_eq!(validators::accessible_svg(&text), Vec::<String>::new(), "{} {what}", scene.id);
            }
            let obeyed = obeyed(auto.split("</style>").nth(1).unwrap(), &exchanges(&auto));
            let wanted = svg::write(&placed, &rest, &dark, &scene.id, &id);
            let wanted = wanted.split("</style>").nth(1).unwrap();
            assert_eq!(obeyed, wanted, "{} in the dark", scene.id);
        }
    }
}
