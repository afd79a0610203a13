//! Every SVG of every scene is accessible by the validator, and the one that follows the reader's system is, with its
//! media query obeyed, the dark one.
#![cfg(feature = "cli")]

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

/// The rules of the media query as pairs: what it finds, what it puts there.
fn exchanges(document: &str) -> Vec<(String, String)> {
    let query = document.split("@media (prefers-color-scheme:dark){").nth(1).expect("a media query");
    let rules = query.split("}</style>").next().unwrap().split('}').filter(|r| !r.is_empty());
    rules
        .map(|rule| {
            let (found, put) = rule.split_once("]{").unwrap();
            let (attribute, colour) = put.split_once(':').unwrap();
            (found.trim_start_matches('[').to_string(), format!("{attribute}=\"{colour}\""))
        })
        .collect()
}

/// Seen to fail: with one id for title and description; with strokes, and with one role, left out of the media query.
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
            let mut obeyed = auto.split("</style>").nth(1).unwrap().to_string();
            for (found, put) in exchanges(&auto) {
                // marked, so that no colour is exchanged twice
                obeyed = obeyed.replace(&found, &put.replace('#', "#!"));
            }
            let wanted = svg::write(&placed, &rest, &dark, &scene.id, &id);
            let wanted = wanted.split("</style>").nth(1).unwrap();
            assert_eq!(obeyed.replace("#!", "#"), wanted, "{} in the dark", scene.id);
        }
    }
}
