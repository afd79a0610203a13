//! Scenes to the markup that feeds, AMP pages and block editors take, and to plain words.
//!
//! **Invariant**: every scene has its picture, its sentences, its table and its source; nothing is loaded but the
//! pictures beside the file, and what AMP itself demands.

use super::packs::WIDE;
use super::Source;
use duoyuan::describe;
use duoyuan::export::{brief, html};
use duoyuan::layout::{PlacedScene, Viewport};
use duoyuan::render::svg::escape;
use duoyuan::scene::lay_out;
use duoyuan::text::metrics::BuiltIn;

/// Two digits in the order of the story, then the scene.
pub fn file_name(source: &Source, scene: usize) -> String {
    format!("{:02}-{}", scene + 1, source.story.scenes()[scene].id)
}

fn address(source: &Source, file: &str) -> String {
    format!("{}{file}", source.base.unwrap_or(""))
}

fn place(source: &Source, scene: usize) -> PlacedScene {
    lay_out(source.story, scene, Viewport::new(WIDE), source.locale, &BuiltIn)
}

/// Title, subtitle, sentences, figures, source and story as plain text.
pub fn words(source: &Source, index: usize) -> String {
    let (story, locale) = (source.story, source.locale);
    let scene = &story.scenes()[index];
    let mut out = format!(
        "{}\n{}\n\n",
        story.expand_plain(&scene.title, locale),
        story.expand_plain(&scene.subtitle, locale)
    );
    for sentence in describe::sentences(story, scene, locale) {
        let text: String = sentence.into_iter().map(|(t, _)| t).collect();
        out.push_str(&format!("{text}\n"));
    }
    out.push('\n');
    for line in brief::lines(story, scene, locale) {
        out.push_str(&format!("{line}\n"));
    }
    let (source, credit) = (story.source_line(scene, locale).0, html::credit(story, scene, locale));
    out.push_str(&format!("\n{source}\n{credit}\n"));
    out
}

/// A picture's element from its address, its words and its size in CSS px.
type Image = fn(&str, &str, (u32, u32)) -> String;

/// Picture, sentences, source and table as elements that readers keep.
fn fragment(source: &Source, index: usize, image: Image) -> String {
    let placed = place(source, index);
    let scene = &source.story.scenes()[index];
    let file = address(source, &format!("{}.png", file_name(source, index)));
    let size = (placed.width.round() as u32, placed.height.round() as u32);
    let mut out = format!("<figure>\n{}\n", image(&escape(&file), &escape(&placed.description), size));
    out.push_str(&html::caption(source.story, scene, source.locale));
    out.push_str("</figure>\n");
    out.push_str(&html::table(source.story, scene, source.locale));
    out
}

fn img(address: &str, words: &str, (w, h): (u32, u32)) -> String {
    format!("<img src=\"{address}\" alt=\"{words}\" width=\"{w}\" height=\"{h}\"/>")
}

/// RSS 2.0, and the markup of its items for the validator.
pub fn feed(source: &Source, scenes: &[usize]) -> (String, Vec<String>) {
    let (story, locale) = (source.story, source.locale);
    let home = source.base.unwrap_or("./");
    let mut fragments = Vec::new();
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\">\n<channel>\n");
    out.push_str(&format!(
        "<title>{}</title>\n<link>{}</link>\n<description>{}</description>\n<language>{}</language>\n",
        escape(story.title().get(locale)),
        escape(home),
        escape(&story.expand_plain(story.subtitle(), locale)),
        locale.tag()
    ));
    for &index in scenes {
        let scene = &story.scenes()[index];
        let body = fragment(source, index, img);
        out.push_str(&format!(
            "<item>\n<title>{}</title>\n<link>{}</link>\n<guid isPermaLink=\"false\">{}/{}/{}</guid>\n<description>{}</description>\n<content:encoded>{}</content:encoded>\n</item>\n",
            escape(&story.expand_plain(&scene.title, locale)),
            escape(&format!("{home}#scene={}", scene.id)),
            escape(story.id()),
            escape(&scene.id),
            escape(story.version()),
            escape(&story.expand_plain(&scene.subtitle, locale)),
            escape(&body)
        ));
        fragments.push(body);
    }
    out.push_str("</channel>\n</rss>\n");
    (out, fragments)
}

/// What AMP demands in every page; its script is AMP's own.
const AMP_BOILERPLATE: &str = "<style amp-boilerplate>body{-webkit-animation:-amp-start 8s steps(1,end) 0s 1 normal both;-moz-animation:-amp-start 8s steps(1,end) 0s 1 normal both;-ms-animation:-amp-start 8s steps(1,end) 0s 1 normal both;animation:-amp-start 8s steps(1,end) 0s 1 normal both}@-webkit-keyframes -amp-start{from{visibility:hidden}to{visibility:visible}}@-moz-keyframes -amp-start{from{visibility:hidden}to{visibility:visible}}@-ms-keyframes -amp-start{from{visibility:hidden}to{visibility:visible}}@-o-keyframes -amp-start{from{visibility:hidden}to{visibility:visible}}@keyframes -amp-start{from{visibility:hidden}to{visibility:visible}}</style><noscript><style amp-boilerplate>body{-webkit-animation:none;-moz-animation:none;-ms-animation:none;animation:none}</style></noscript>";

fn amp_img(address: &str, words: &str, (w, h): (u32, u32)) -> String {
    format!("<amp-img src=\"{address}\" alt=\"{words}\" width=\"{w}\" height=\"{h}\" layout=\"responsive\"></amp-img>")
}

/// One AMP page with all scenes.
pub fn amp(source: &Source, scenes: &[usize]) -> String {
    let (story, locale) = (source.story, source.locale);
    let title = escape(story.title().get(locale));
    let mut out = format!(
        "<!doctype html>\n<html amp lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<script async src=\"https://cdn.ampproject.org/v0.js\"></script>\n<title>{title}</title>\n<link rel=\"canonical\" href=\"{}\">\n<meta name=\"viewport\" content=\"width=device-width\">\n{AMP_BOILERPLATE}\n<style amp-custom>body{{font:17px/1.6 sans-serif;max-width:720px;margin:0 auto;padding:16px}}figure{{margin:0}}table{{border-collapse:collapse;font-size:15px}}th,td{{border-bottom:1px solid #ddd3c2;padding:4px 8px;text-align:start}}</style>\n</head>\n<body>\n<h1>{title}</h1>\n",
        locale.tag(),
        escape(source.base.unwrap_or("./"))
    );
    for &index in scenes {
        let scene = &story.scenes()[index];
        out.push_str(&format!("<section id=\"{}\">\n<h2>", escape(&scene.id)));
        out.push_str(&escape(&story.expand_plain(&scene.title, locale)));
        out.push_str(&format!("</h2>\n{}</section>\n", fragment(source, index, amp_img)));
    }
    out.push_str("</body>\n</html>\n");
    out
}

/// A WordPress block of plain HTML, and what is inside it for the validator.
pub fn block(source: &Source, index: usize) -> (String, String) {
    let inside = fragment(source, index, img);
    (format!("<!-- wp:html -->\n{inside}<!-- /wp:html -->\n"), inside)
}
