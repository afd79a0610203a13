//! The reading page of a story in one language: the whole story, and before (or without) scripts its words and pictures.
//!
//! **Invariant**: the masthead, the byline and the foot are the newsroom's; what readers need without scripts is all here.

use crate::locale::Locale;
use crate::site::chapter::Pictures;
use crate::site::head::Page;
use crate::site::html::{escape, link, site_block, spans, Told};
use crate::site::inline::Inline;
use crate::site::settings::Said;
use crate::site::{address, chapter, words, Published, Site};

/// Where a reading page stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    /// At the root of the site, where it stands when the site has one story.
    Root,
    /// In the folder of the story.
    Story,
}

/// The page.
pub fn page(site: &Site, shown: &Published, locale: Locale, at: At) -> String {
    let folder = shown.folder();
    let (to_root, to_story) = match at {
        At::Root => ("", folder.as_str()),
        At::Story => ("../", ""),
    };
    let head = about(site, shown, locale, (to_root, to_story), None).head();
    let foot = footer(site, shown, locale, (to_root, to_story));
    let file = |name: &str| address::encode(&format!("{to_story}{name}"));
    let body = body(shown, locale, to_story, Pictures::Files(to_story), &file);
    format!("{head}<body>\n{body}{foot}{}\n</body>\n</html>\n", block(shown, to_story, None))
}

/// The page with everything inside.
pub fn single(site: &Site, shown: &Published, locale: Locale, inline: &Inline) -> String {
    let head = about(site, shown, locale, ("", ""), Some(inline)).head();
    let file = |name: &str| inline.files.get(name).cloned().unwrap_or_default();
    let body = body(shown, locale, "", Pictures::Inside, &file);
    let foot = foot(vec![credit(shown), imprint(shown)]);
    let script = format!("<script type=\"module\">{}</script>", inline.script);
    let block = block(shown, "", Some(inline));
    format!("{head}<body>\n{body}{foot}{block}\n{script}\n</body>\n</html>\n")
}

fn about<'a>(
    site: &'a Site,
    shown: &'a Published,
    locale: Locale,
    (to_root, to_story): (&'a str, &'a str),
    inline: Option<&'a Inline>,
) -> Page<'a> {
    let (story, folder, first) = (&shown.story, shown.folder(), shown.first());
    let path = |other: Locale| format!("{folder}{}", address::page_address(first, other));
    Page {
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
        inline,
    }
}

/// The story with its masthead and its words. `file`: the address of a file of the newsroom.
fn body(
    shown: &Published,
    locale: Locale,
    to_story: &str,
    pictures: Pictures,
    file: &dyn Fn(&str) -> String,
) -> String {
    let chapters: String =
        (1..shown.story.scenes().len()).map(|index| chapter::other(shown, index, locale, pictures)).collect();
    format!(
        "<main>\n<duoyuan-story src=\"{src}\" mode=\"page\" lang=\"{code}\">\n{}<div class=\"fallback whole\">\n\
         {}<noscript><p class=\"no-script\" lang=\"{tag}\">{}</p></noscript>\n{chapters}</div>\n</duoyuan-story>\n</main>\n",
        masthead(shown, file),
        chapter::first(shown, locale),
        words::of(locale).no_script,
        src = escape(&address::encode(&format!("{to_story}story.json"))),
        code = locale.code(),
        tag = locale.tag(),
    )
}

/// What the scripts are told of the story.
pub fn block(shown: &Published, to_story: &str, inline: Option<&Inline>) -> String {
    let at = |name: &str| address::encode(&format!("{to_story}{name}"));
    let compiled = shown.compiled.as_ref().map(|file| (at(&file.path), file.integrity.as_str()));
    let compiled = match inline {
        Some(inline) => Some((inline.compiled.clone(), "")),
        None => compiled,
    };
    let (id, player) = (shown.story.id(), inline.map(|inline| inline.player.as_str()));
    site_block(&[Told { id, src: at("story.json"), compiled, stills: at("stills/"), player }])
}

/// The newsroom's sign, the title, and who wrote it when.
fn masthead(shown: &Published, file: &dyn Fn(&str) -> String) -> String {
    let (settings, languages) = (&shown.settings, shown.languages());
    let mut brand = String::new();
    if let Some((light, dark)) = &shown.logo {
        let name = settings.name.as_ref().map_or("", |name| name.get(shown.first()));
        let image = |named: &str, class: &str| {
            let src = escape(&file(named));
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

/// The guides for readers, among the assets; they are in Chinese and English.
const GUIDES: [&str; 2] = ["how-to-read.html", "accessibility.html"];

/// What a reader may want when the story has been read.
fn footer(site: &Site, shown: &Published, locale: Locale, (to_root, to_story): (&str, &str)) -> String {
    let (settings, languages) = (&shown.settings, shown.languages());
    let mut parts = vec![credit(shown)];
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
    let facts = address::facts(shown.first(), locale, "html");
    let title = spans(languages, |locale| words::of(locale).fact_sheet.to_string());
    links.push(link(&address::encode(&format!("{to_story}{facts}")), &title));
    for guide in GUIDES.into_iter().filter(|guide| site.assets.sums.contains_key(*guide)) {
        let lang = if locale == Locale::Zh { "zh" } else { "en" };
        let title = spans(languages, |locale| {
            let words = words::of(locale);
            if guide == GUIDES[0] { words.how_to_read } else { words.accessibility }.to_string()
        });
        let href = address::encode(&format!("{to_root}{}{guide}", site.assets.folder));
        links.push(link(&format!("{href}?lang={lang}"), &title));
    }
    if site.stories.len() > 1 {
        let title = spans(languages, |locale| words::of(locale).stories.to_string());
        links.push(link(&format!("{to_root}index.html"), &title));
    }
    if !links.is_empty() {
        parts.push(format!("<nav class=\"site\">{}</nav>", links.join("\n")));
    }
    parts.push(imprint(shown));
    foot(parts)
}

/// The newsroom's own last words.
fn imprint(shown: &Published) -> String {
    let say = |text: &Said| spans(shown.languages(), |locale| escape(text.get(locale)));
    shown.settings.footer.as_ref().map_or(String::new(), say)
}

/// The parts of a foot that there are: texts and lists of links.
fn foot(parts: Vec<String>) -> String {
    let one = |part: String| if part.starts_with("<nav") { part } else { format!("<p>{part}</p>") };
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).map(one).collect();
    match parts.is_empty() {
        true => String::new(),
        false => format!("<footer class=\"about\">\n{}\n</footer>\n", parts.join("\n")),
    }
}
