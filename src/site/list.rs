//! The first page of a site with several stories: each with its picture, title and first words.
//!
//! **Invariant**: works without scripts; the stories stand in the order in which they were named.

use crate::locale::Locale;
use crate::site::html::{escape, spans};
use crate::site::{address, words, Site, WIDTHS};
use crate::theme::Theme;

/// The page, in the languages of its stories together.
pub fn page(site: &Site) -> String {
    let mut languages: Vec<Locale> = Vec::new();
    for shown in &site.stories {
        let more: Vec<Locale> =
            shown.languages().iter().copied().filter(|locale| !languages.contains(locale)).collect();
        languages.extend(more);
    }
    let first = languages.first().copied().unwrap_or(Locale::Zh);
    let at = |name: &str| address::encode(&format!("{}{name}", site.assets.folder));
    let settings = site.stories.first().map(|shown| &shown.settings);
    let name = settings.and_then(|settings| settings.name.as_ref());
    let title = |locale: Locale| {
        let own = words::of(locale).stories;
        name.map_or(own.to_string(), |name| format!("{} · {own}", name.get(locale)))
    };
    let look = site.stories.first().and_then(|shown| Some((shown.folder(), shown.look.as_ref()?)));
    let look = look.map_or(String::new(), |(folder, look)| {
        let path = address::encode(&format!("{folder}{}", look.path));
        format!("<link rel=\"stylesheet\" href=\"{path}\">\n")
    });
    let entries: String = site
        .stories
        .iter()
        .map(|shown| {
            let (story, locale) = (&shown.story, shown.first());
            let still = address::still(&story.scenes()[0].id, WIDTHS[0], locale, Theme::Light);
            let folder = address::encode(&shown.folder());
            let links = shown.languages().iter().map(|locale| {
                let (tag, title) = (locale.tag(), escape(story.title().get(*locale)));
                let href = format!("{folder}{}", address::page(shown.first(), *locale));
                format!("<h2 lang=\"{tag}\"><a href=\"{href}\">{title}</a></h2>\n")
            });
            let links: String = links.collect();
            format!(
                "<li>\n<img src=\"{folder}{}\" alt=\"\" loading=\"lazy\" width=\"360\">\n<div>{links}<p lang=\"{}\">{}</p>\
                 </div>\n</li>\n",
                address::encode(&still),
                locale.tag(),
                escape(&story.expand_plain(story.subtitle(), locale)),
            )
        })
        .collect();
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<link rel=\"icon\" href=\"{}\" type=\"image/svg+xml\">\n\
         <link rel=\"stylesheet\" href=\"{}\">\n{look}</head>\n<body class=\"list\">\n<main>\n<h1>{}</h1>\n<ul>\n{entries}</ul>\n\
         </main>\n</body>\n</html>\n",
        first.tag(),
        escape(&title(first)),
        site.assets.icon,
        at("page.css"),
        spans(&languages, |locale| escape(&title(locale))),
    )
}
