//! The page of a story's fact sheet, for readers.
//!
//! **Invariant**: works without scripts; says how much has been checked, and when.

use crate::locale::Locale;
use crate::site::facts::facts;
use crate::site::facts::sheet::{count, table, For};
use crate::site::html::{escape, link};
use crate::site::{address, words, Published, Site};

/// The page in a language, in the folder of the story.
pub fn page(site: &Site, shown: &Published, locale: Locale) -> String {
    let (story, words, first) = (&shown.story, words::of(locale), shown.first());
    let at = |name: &str| address::encode(&format!("../{}{name}", site.assets.folder));
    let title = escape(&format!("{} · {}", words.fact_sheet, story.title().get(locale)));
    let all = facts(story, &shown.checks, locale);
    let counted =
        words.checked_count.replace("{0}", &count(&all).to_string()).replace("{1}", &all.len().to_string());
    let look = shown.look.as_ref().map_or(String::new(), |look| {
        format!("<link rel=\"stylesheet\" href=\"{}\">\n", address::encode(&look.path))
    });
    let csv = link(&address::facts(first, locale, "csv"), "CSV");
    let back = link(&address::page(first, locale), &escape(story.title().get(locale)));
    let others: Vec<String> = shown
        .languages()
        .iter()
        .filter(|other| **other != locale)
        .map(|other| {
            let (tag, name) = (other.tag(), other.catalogue().name);
            format!(
                "<a href=\"{}\" hreflang=\"{tag}\" lang=\"{tag}\">{name}</a>",
                address::facts(first, *other, "html")
            )
        })
        .collect();
    let others = if others.is_empty() { String::new() } else { format!(" · {}", others.join(" · ")) };
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<link rel=\"icon\" href=\"{}\" type=\"image/svg+xml\">\n\
         <link rel=\"stylesheet\" href=\"{}\">\n{look}</head>\n<body class=\"sheet\">\n<main>\n<p>{back}{others}</p>\n\
         <h1>{}</h1>\n<p class=\"source\">{} {counted} · {csv}</p>\n{}</main>\n</body>\n</html>\n",
        locale.tag(),
        site.assets.icon,
        at("page.css"),
        words.fact_sheet,
        words.about_facts,
        table(&all, locale, For::Readers),
    )
}
