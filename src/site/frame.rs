//! Pages for frames: a story or one of its scenes with its own words, and the frame that its address names a story to.
//!
//! **Invariant**: a frame shows the story that was asked for, before and without scripts too; search engines are told of the
//! reading page instead.

use crate::locale::message::Message;
use crate::locale::Locale;
use crate::site::head::Page;
use crate::site::html::{escape, link, site_block, Told};
use crate::site::{address, chapter, picture, reading, words, Published, Site};
use crate::theme::Theme;

/// The frame of a scene, in a folder of its own, or of the whole story, in the story's folder.
pub fn page(site: &Site, shown: &Published, scene: Option<usize>, locale: Locale) -> String {
    let story = &shown.story;
    let first = shown.first();
    let index = scene.unwrap_or(0);
    let told = &story.scenes()[index];
    let (to_root, to_story) = if scene.is_some() { ("../../", "../") } else { ("../", "") };
    let whole = story.title().get(locale).to_string();
    let (title, description, oembed) = match scene {
        Some(_) => (
            story.expand_plain(&told.title, locale),
            story.expand_plain(&told.subtitle, locale),
            format!("{}{}/{}", shown.folder(), told.id, address::oembed(first, locale)),
        ),
        None => (
            whole.clone(),
            story.expand_plain(story.subtitle(), locale),
            format!("{}{}", shown.folder(), address::oembed(first, locale)),
        ),
    };
    let reading_page = format!("{}{}", shown.folder(), address::page_address(first, locale));
    let page = Page {
        site,
        shown,
        locale,
        title,
        description,
        scene: index,
        canonical: vec![(locale, reading_page)],
        to_root,
        to_story,
        oembed,
        script: "frame.js",
        is_frame: true,
        inline: None,
    };
    let src = escape(&address::encode(&format!("{}story.json", shown.folder())));
    let attribute = scene.map_or(String::new(), |_| format!(" data-scene=\"{}\"", escape(&told.id)));
    let palette = shown.settings.colours().palette(Theme::Light);
    let back = address::encode(&format!("{to_root}{}{}", shown.folder(), address::page(first, locale)));
    let colon = Message::Colon.get(locale);
    let link = link(&back, &format!("{}{colon}{}", words::of(locale).whole_story, escape(&whole)));
    format!(
        "{}<body class=\"embed\">\n<main data-story=\"{src}\"{attribute} data-lang=\"{}\" data-first=\"{}\" \
         data-base=\"{to_root}\">\n<h1 class=\"unseen\">{}</h1>\n<div class=\"fallback\">\n{}\n{}{}<noscript><p>{}</p>\n\
         <p>{link}</p></noscript>\n</div>\n</main>\n<p class=\"back\" data-alone hidden>{link}</p>\n{}\n</body>\n</html>\n",
        page.head(),
        locale.code(),
        first.code(),
        escape(&page.title),
        picture::pair(story, index, &palette, locale, false),
        chapter::sentences(story, told, locale),
        chapter::table_and_source(story, told, locale),
        words::of(locale).no_script,
        reading::block(shown, to_story, None),
    )
}

/// The frame of any of the site's stories, and any other below its folder. It has no words of one of them. `folder`: the way to
/// the root of the site.
pub fn any(site: &Site, folder: &str) -> String {
    let assets = &site.assets;
    let at = |name: &str| address::encode(&format!("{folder}{}{name}", assets.folder));
    let told: Vec<Told> = site
        .stories
        .iter()
        .map(|shown| {
            let own = |name: &str| address::encode(&format!("{}{name}", shown.folder()));
            let at_root = |name: &str| format!("{folder}{}", own(name));
            let compiled = shown.compiled.as_ref().map(|file| (at_root(&file.path), file.integrity.as_str()));
            let stills = at_root("stills/");
            Told { id: shown.story.id(), src: own("story.json"), compiled, stills, player: None }
        })
        .collect();
    let first = site.stories.first().map_or("zh", |shown| shown.first().code());
    // the pages of the stories are beside those of the site
    let pages = if folder.is_empty() { String::new() } else { format!(" data-pages=\"{folder}\"") };
    let live = match assets.live {
        true => format!("<script type=\"module\" src=\"{}\"></script>\n", at("live-reload.js")),
        false => String::new(),
    };
    format!(
        "<!doctype html>\n<html lang=\"zh-Hans\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>duoyuan</title>\n\
         <meta name=\"robots\" content=\"noindex\">\n<meta name=\"color-scheme\" content=\"light dark\">\n\
         <link rel=\"icon\" href=\"{}\" type=\"image/svg+xml\">\n<link rel=\"stylesheet\" href=\"{}\">\n\
         <script type=\"module\" src=\"{}\"></script>\n{live}</head>\n<body class=\"embed\">\n\
         <main data-lang=\"{first}\"{pages}>\n<h1 class=\"unseen\">{} <span lang=\"en\">{}</span></h1>\n<div class=\"fallback\">\n\
         <noscript>\n<p lang=\"zh-Hans\">{}</p>\n<p lang=\"en\">{}</p>\n</noscript>\n</div>\n</main>\n{}\n</body>\n</html>\n",
        assets.icon,
        at("page.css"),
        at("frame.js"),
        words::of(Locale::Zh).infographic,
        words::of(Locale::En).infographic,
        words::of(Locale::Zh).no_script,
        words::of(Locale::En).no_script,
        site_block(&told),
    )
}
