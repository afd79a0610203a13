//! The head of a page: what browsers, search engines and those who show links are told.
//!
//! **Invariant**: whole addresses stand in it only where the site's own is known; `noindex` stands in frames only.

use crate::describe::json::{array, object, quote};
use crate::locale::Locale;
use crate::site::html::{block, escape};
use crate::site::inline::Inline;
use crate::site::{address, card, Published, Site};
use crate::theme::Theme;

/// A page that has to be told about.
pub struct Page<'a> {
    pub site: &'a Site,
    pub shown: &'a Published,
    pub locale: Locale,
    /// Title and description as text.
    pub title: String,
    pub description: String,
    /// The scene that its cards show.
    pub scene: usize,
    /// Paths of the page for search engines, in each language: the same page may be served elsewhere too.
    pub canonical: Vec<(Locale, String)>,
    /// The way from the page to the root of the site and to the folder of the story.
    pub to_root: &'a str,
    pub to_story: &'a str,
    /// Path of the oEmbed answer.
    pub oembed: String,
    /// The script of the page, among the assets.
    pub script: &'static str,
    pub is_frame: bool,
    /// What it has inside, where it asks for nothing.
    pub inline: Option<&'a Inline>,
}

impl Page<'_> {
    /// From the document's beginning to the end of its head.
    pub fn head(&self) -> String {
        let (locale, title) = (self.locale, escape(&self.title));
        let newsroom = self.shown.settings.name.as_ref().map(|name| name.get(locale));
        let named = newsroom.map_or(title.clone(), |name| format!("{title} · {}", escape(name)));
        let mut lines = vec![
            format!("<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">", locale.tag()),
            self.inline.map_or(String::new(), Inline::policy),
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1, viewport-fit=cover\">"
                .into(),
            format!("<title>{named}</title>"),
            format!("<meta name=\"description\" content=\"{}\">", escape(&self.description)),
            "<meta name=\"color-scheme\" content=\"light dark\">".into(),
        ];
        for (theme, media) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
            let surface = self.shown.settings.colours().palette(theme).surface().to_hex();
            lines.push(format!(
                "<meta name=\"theme-color\" content=\"{surface}\" media=\"(prefers-color-scheme: {media})\">"
            ));
        }
        if self.is_frame {
            lines.push("<meta name=\"robots\" content=\"noindex\">".into());
        }
        lines.extend(self.alternates());
        lines.extend(self.shared(newsroom));
        lines.extend(match self.inline {
            Some(inline) => vec![
                format!("<link rel=\"icon\" href=\"{}\" type=\"image/svg+xml\">", self.site.assets.icon),
                format!("<style>{}</style>", inline.style),
            ],
            None => self.files(),
        });
        if !self.is_frame {
            lines.push(block("application/ld+json", "", &self.linked_data(newsroom)));
        }
        lines.push("</head>\n".into());
        lines.retain(|line| !line.is_empty());
        lines.join("\n")
    }

    /// The same page in other languages, and how to embed it.
    fn alternates(&self) -> Vec<String> {
        let whole = |path: &str| self.site.whole(path);
        let own = self.canonical.iter().find(|(locale, _)| *locale == self.locale);
        let mut lines: Vec<String> = Vec::new();
        if let Some(address) = own.and_then(|(_, path)| whole(path)) {
            lines.push(format!("<link rel=\"canonical\" href=\"{}\">", escape(&address)));
        }
        if self.canonical.len() > 1 && !self.is_frame {
            for (locale, path) in &self.canonical {
                if let Some(address) = whole(path) {
                    let (tag, address) = (locale.tag(), escape(&address));
                    lines.push(format!("<link rel=\"alternate\" hreflang=\"{tag}\" href=\"{address}\">"));
                }
            }
        }
        if let Some(address) = whole(&self.oembed) {
            lines.push(format!(
                "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{}\" title=\"{}\">",
                escape(&address),
                escape(&self.title)
            ));
        }
        lines
    }

    /// What is shown where somebody passes the address on.
    fn shared(&self, newsroom: Option<&str>) -> Vec<String> {
        let settings = &self.shown.settings;
        let mut tags: Vec<(&str, String)> = vec![
            ("og:type", "article".into()),
            ("og:title", self.title.clone()),
            ("og:description", self.description.clone()),
            (
                "og:locale",
                self.locale.tag().replace("zh-Hans", "zh_CN").replace("en", "en_US").replace("ru", "ru_RU"),
            ),
        ];
        let own = self.canonical.iter().find(|(locale, _)| *locale == self.locale);
        tags.extend(own.and_then(|(_, path)| self.site.whole(path)).map(|address| ("og:url", address)));
        tags.extend(newsroom.map(|name| ("og:site_name", name.to_string())));
        tags.extend(settings.date.map(|date| ("article:published_time", date.iso())));
        tags.extend(settings.byline.as_ref().map(|by| ("article:author", by.get(self.locale).to_string())));
        if let Some(address) = self.card_address() {
            let (width, height) = card::SIZES[0];
            tags.push(("og:image", address));
            tags.push(("og:image:width", width.to_string()));
            tags.push(("og:image:height", height.to_string()));
            tags.push(("og:image:alt", self.title.clone()));
        }
        let mut lines: Vec<String> = tags
            .into_iter()
            .map(|(name, text)| format!("<meta property=\"{name}\" content=\"{}\">", escape(&text)))
            .collect();
        lines.push("<meta name=\"twitter:card\" content=\"summary_large_image\">".into());
        lines
    }

    fn card_address(&self) -> Option<String> {
        let scene = &self.shown.story.scenes()[self.scene].id;
        let path = format!("{}{}", self.shown.folder(), address::card(scene, self.locale, card::SIZES[0]));
        self.site.whole(&path).filter(|_| self.shown.has_cards)
    }

    /// Styles, scripts, and what is fetched before the scripts ask for it.
    fn files(&self) -> Vec<String> {
        let assets = &self.site.assets;
        let at = |name: &str| address::encode(&format!("{}{}{name}", self.to_root, assets.folder));
        let checked = |integrity: &str| match integrity.is_empty() {
            true => String::new(),
            false => format!(" integrity=\"{integrity}\" crossorigin"),
        };
        let sum = |name: &str| checked(assets.sums.get(name).map_or("", String::as_str));
        // a frame in a sandbox has no origin: styles with a checksum would not come from a server that sends no CORS header,
        // and its words and picture need them more than scripts
        let of_style = |sum: String| if self.is_frame { String::new() } else { sum };
        let mut lines = vec![
            format!("<link rel=\"icon\" href=\"{}\" type=\"image/svg+xml\">", assets.icon),
            // painted once with its picture, not three times on the way to it; the width is that of page.css
            "<link rel=\"expect\" href=\"#still-wide\" media=\"(min-width:540px)\" blocking=\"render\">".into(),
            "<link rel=\"expect\" href=\"#still\" media=\"not all and (min-width:540px)\" blocking=\"render\">".into(),
            format!("<link rel=\"stylesheet\" href=\"{}\"{}>", at("page.css"), of_style(sum("page.css"))),
        ];
        if let Some(look) = &self.shown.look {
            let path = address::encode(&format!("{}{}", self.to_story, look.path));
            lines.push(format!(
                "<link rel=\"stylesheet\" href=\"{path}\"{}>",
                of_style(checked(&look.integrity))
            ));
        }
        let preload =
            |href: String| format!("<link rel=\"preload\" href=\"{href}\" as=\"fetch\" crossorigin>");
        if let Some(compiled) = &self.shown.compiled {
            lines.push(preload(at("player.wasm")));
            lines.push(preload(address::encode(&format!("{}{}", self.to_story, compiled.path))));
        }
        lines.push(format!(
            "<script type=\"module\" src=\"{}\"{}></script>",
            at(self.script),
            sum(self.script)
        ));
        if let Some(script) = &self.shown.settings.script {
            let path = address::encode(&format!("{}{script}", self.to_story));
            lines.push(format!("<script type=\"module\" src=\"{path}\"></script>"));
        }
        if assets.live {
            lines.push(format!("<script type=\"module\" src=\"{}\"></script>", at("live-reload.js")));
        }
        lines
    }

    /// The page as schema.org has it; each scene's data are beside it.
    fn linked_data(&self, newsroom: Option<&str>) -> String {
        let (story, locale, settings) = (&self.shown.story, self.locale, &self.shown.settings);
        let mut members = vec![
            ("@context", quote("https://schema.org")),
            ("@type", quote("NewsArticle")),
            ("headline", quote(&self.title)),
            ("description", quote(&self.description)),
            ("inLanguage", quote(locale.tag())),
            ("version", quote(story.version())),
        ];
        let own = self.canonical.iter().find(|(other, _)| *other == locale);
        members
            .extend(own.and_then(|(_, path)| self.site.whole(path)).map(|address| ("url", quote(&address))));
        members.extend(self.card_address().map(|address| ("image", quote(&address))));
        members.extend(settings.date.map(|date| ("datePublished", quote(&date.iso()))));
        let named = |kind: &str, name: &str| object(&[("@type", quote(kind)), ("name", quote(name))]);
        members.extend(settings.byline.as_ref().map(|by| ("author", named("Person", by.get(locale)))));
        members.extend(newsroom.map(|name| ("publisher", named("NewsMediaOrganization", name))));
        let datasets = story.scenes().iter().filter_map(|scene| {
            let path = format!("{}{}", self.shown.folder(), address::data(&scene.id, locale, "jsonld"));
            let address = self.site.whole(&path)?;
            let name = story.expand_plain(&scene.title, locale);
            Some(object(&[("@type", quote("Dataset")), ("name", quote(&name)), ("url", quote(&address))]))
        });
        members.push(("hasPart", array(datasets)));
        object(&members)
    }
}
