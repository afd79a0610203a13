//! Pieces of HTML that every page is made of.
//!
//! **Invariant**: every text is escaped here or by the caller that says so; no style and no script that a browser would run
//! stands in a page.

use crate::describe::json::{map, object, quote};
use crate::locale::Locale;
pub use crate::render::svg::escape;

/// A text in each language, of which the page shows one: `say` answers with HTML.
pub fn spans(languages: &[Locale], mut say: impl FnMut(Locale) -> String) -> String {
    let span = |locale: &Locale| format!("<span lang=\"{}\">{}</span>", locale.tag(), say(*locale));
    languages.iter().map(span).collect::<Vec<_>>().join(" ")
}

/// A link.
pub fn link(href: &str, inside: &str) -> String {
    format!("<a href=\"{}\">{inside}</a>", escape(href))
}

/// JSON inside a page, which no browser runs: nothing in it ends the block.
pub fn block(kind: &str, id: &str, json: &str) -> String {
    let id = if id.is_empty() { String::new() } else { format!(" id=\"{id}\"") };
    format!("<script type=\"{kind}\"{id}>{}</script>", json.trim().replace('<', "\\u003c"))
}

/// An SVG file as an address that needs no request.
pub fn icon(svg: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-._~/=:' ".contains(c);
    let mut out = String::from("data:image/svg+xml,");
    for c in svg.trim().replace('"', "'").chars() {
        match plain(c) {
            true => out.push(c),
            false => {
                let mut bytes = [0; 4];
                c.encode_utf8(&mut bytes).bytes().for_each(|byte| out.push_str(&format!("%{byte:02X}")));
            }
        }
    }
    out
}

/// A story of a site as its pages tell the scripts of it.
pub struct Told<'a> {
    pub id: &'a str,
    /// Address of its story.json, from the page.
    pub src: String,
    /// Address and checksum of the compiled story.
    pub compiled: Option<(String, &'a str)>,
    /// Address of the folder of its stills.
    pub stills: String,
    /// The engine, where it is inside the page.
    pub player: Option<&'a str>,
}

/// What scripts have to know of the site (www/element/published.js reads it).
pub fn site_block(stories: &[Told]) -> String {
    // what is not compiled is said too: the element then looks for nothing beside it
    let compiled = stories.iter().map(|told| {
        let file = told.compiled.as_ref().map_or_else(String::new, |(address, integrity)| {
            object(&[("compiled", quote(address)), ("integrity", quote(integrity))])
        });
        (told.src.clone(), if file.is_empty() { "{}".to_string() } else { file })
    });
    let stills = stories.iter().map(|told| (told.id.to_string(), quote(&told.stills)));
    let first = stories.first().map_or(String::new(), |told| told.src.clone());
    let mut members = vec![("stories", map(compiled)), ("stills", map(stills)), ("first", quote(&first))];
    members.extend(stories.iter().find_map(|told| told.player).map(|player| ("player", quote(player))));
    block("application/json", "duoyuan-site", &object(&members))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_block_ends_it() {
        let text = block("application/ld+json", "", "{\"name\":\"</script><b>\"}");
        assert_eq!(text.matches('<').count(), 2, "{text}");
        assert!(text.contains("\\u003c/script>"));
    }
}
