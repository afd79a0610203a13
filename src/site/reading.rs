//! The reading page of a story in one language: the whole story, and before (or without) scripts its words and pictures.
//!
//! **Invariant**: the masthead, the byline and the foot are the newsroom's; what readers need without scripts is all here.

use crate::locale::Locale;
use crate::site::head::Page;
use crate::site::html::{escape, link, site_block, spans, Told};
use crate::site::{address, chapter, words, Published, Site};

/// The page. `root`: at the root of the site, where it stands when the site has one story; else in the folder of the story.
pub fn page(site: &Site, shown: &Published, locale: Locale, root: bool) -> String {
    let story = &shown.story;
    let folder = shown.folder();
    let (to_root, to_story) = if root { ("", folder.as_str()) } else { ("../", "") };
    let first = shown.first();
    let path = |other: Locale| format!("{folder}{}", address::page_address(first, other));
    let page = Page {
        site,
        shown,
        locale,
        title: story.title().get(locale).to_string(),
        description: story.expand_plain(story.subtitle(), locale),
        scene: 0,
        canonical: shown.languages().iter().map(|other| (*other, path(*other))).collect(),
        to_root,
        to_story,
        oembed: format!("{folder}{}", address::oembed(first, locale)),
        script: "page.js",
        is_frame: false,
    };
    let chapters: String =
        (1..story.scenes().len()).map(|index| chapter::other(shown, index, locale, to_story)).collect();
    format!(
        "{}<body>\n<main>\n<duoyuan-story src=\"{src}\" mode=\"page\" lang=\"{code}\">\n{}<div class=\"fallback whole\">\n\
         {}<noscript><p class=\"no-script\" lang=\"{tag}\">{}</p></noscript>\n{chapters}</div>\n</duoyuan-story>\n</main>\n\
         {}{}\n</body>\n</html>\n",
        page.head(),
        masthead(shown, to_story),
        chapter::first(shown, locale),
        words::of(locale).no_script,
        footer(site, shown, locale, to_root),
        block(shown, to_story),
        src = escape(&address::encode(&format!("{to_story}story.json"))),
        code = locale.code(),
        tag = locale.tag(),
    )
}

/// What the scripts are told of the story.
pub fn block(shown: &Published, to_story: &str) -> String {
    let at = |name: &str| address::encode(&format!("{to_story}{name}"));
    let compiled = shown.compiled.as_ref().map(|file| (at(&file.path), file.integrity.as_str()));
    let id = shown.story.id();
    site_block(&[Told { id, src: at("story.json"), compiled, stills: at("stills/") }])
}

/// The newsroom's sign, the title, and who wrote it when.
fn masthead(shown: &Published, to_story: &str) -> String {
    let (settings, languages) = (&shown.settings, shown.languages());
    let mut brand = String::new();
    if let Some((light, dark)) = &shown.logo {
        let name = settings.name.as_ref().map_or("", |name| name.get(shown.first()));
        let image = |file: &str, class: &str| {
            let src = address::encode(&format!("{to_story}{file}"));
            format!("<img class=\"{class}\" src=\"{src}\" alt=\"{}\" height=\"28\">", escape(name))
        };
        brand = match dark {
            Some(dark) => image(light, "on-light") + &image(dark, "on-dark"),
            None => image(light, "logo"),
        };
    } else if let Some(name) = &settings.name {
        brand = spans(languages, |locale| escape(name.get(locale)));
    }
    let brand = match &settings.home {
        _ if brand.is_empty() => String::new(),
        Some(home) => format!("{}\n", link(home, &brand).replacen("<a", "<a class=\"brand\"", 1)),
        None => format!("<span class=\"brand\">{brand}</span>\n"),
    };
    let title = spans(languages, |locale| escape(shown.story.title().get(locale)));
    let credit = credit(shown);
    let credit = if credit.is_empty() { credit } else { format!("<p class=\"credit\">{credit}</p>\n") };
    format!("<div slot=\"masthead\" class=\"masthead\">\n{brand}<h1>{title}</h1>\n{credit}</div>\n")
}

/// Byline and date in each language; empty where there is neither.
fn credit(shown: &Published) -> String {
    let settings = &shown.settings;
    if settings.byline.is_none() && settings.date.is_none() {
        return String::new();
    }
    spans(shown.languages(), |locale| {
        let by = settings.byline.as_ref().map(|by| escape(by.get(locale)));
        let date = settings.date.map(|date| {
            format!("<time datetime=\"{}\">{}</time>", date.iso(), escape(&date.display(locale)))
        });
        by.into_iter().chain(date).collect::<Vec<_>>().join(" · ")
    })
}

/// What a reader may want when the story has been read.
fn footer(site: &Site, shown: &Published, locale: Locale, to_root: &str) -> String {
    let (settings, languages) = (&shown.settings, shown.languages());
    let mut parts = Vec::new();
    let credit = credit(shown);
    if !credit.is_empty() {
        parts.push(format!("<p>{credit}</p>"));
    }
    let related: Vec<String> = settings
        .related
        .iter()
        .flatten()
        .map(|other| link(&other.href, &spans(languages, |locale| escape(other.text.get(locale)))))
        .collect();
    if !related.is_empty() {
        let title = spans(languages, |locale| words::of(locale).related.to_string());
        parts.push(format!("<nav class=\"related\"><h2>{title}</h2>{}</nav>", related.join("\n")));
    }
    let mut links = Vec::new();
    if languages.len() > 1 {
        let one = |other: &Locale| {
            let href = address::page(shown.first(), *other);
            let current = if *other == locale { " aria-current=\"page\"" } else { "" };
            let (tag, name) = (other.tag(), other.catalogue().name);
            format!("<a href=\"{href}\" hreflang=\"{tag}\" lang=\"{tag}\" data-always{current}>{name}</a>")
        };
        links.extend(languages.iter().map(one));
    }
    if site.stories.len() > 1 {
        let title = spans(languages, |locale| words::of(locale).stories.to_string());
        links.push(link(&format!("{to_root}index.html"), &title));
    }
    if !links.is_empty() {
        parts.push(format!("<nav class=\"site\">{}</nav>", links.join("\n")));
    }
    if let Some(text) = &settings.footer {
        parts.push(format!(
            "<p class=\"imprint\">{}</p>",
            spans(languages, |locale| escape(text.get(locale)))
        ));
    }
    if parts.is_empty() {
        return String::new();
    }
    format!("<footer class=\"about\">\n{}\n</footer>\n", parts.join("\n"))
}
