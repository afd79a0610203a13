//! Which text files a site has, and each of them by its path: `duoyuan build` writes all, `duoyuan serve` answers with one.
//!
//! **Invariant**: the list is cheap; a file is made only when it is asked for, and every file without any other.

use crate::describe::{self, json_ld};
use crate::locale::Locale;
use crate::site::facts::facts;
use crate::site::facts::sheet::{self, For};
use crate::site::height::Heights;
use crate::site::reading::At;
use crate::site::{
    address, builder, fact_page, frame, list, oembed, picture, reading, Published, Site, WIDTHS,
};
use crate::theme::Theme;

/// A file of a site, not made yet.
#[derive(Clone, Copy)]
pub enum Route<'a> {
    /// The reading page; at the root of the site or in the story's folder.
    Reading(&'a Published, Locale, At),
    /// The frame of a scene or of the whole story.
    Frame(&'a Published, Option<usize>, Locale),
    /// The oEmbed answer of the same.
    Oembed(&'a Published, Option<usize>, Locale),
    FactPage(&'a Published, Locale),
    FactCsv(&'a Published, Locale),
    Still(&'a Published, usize, f64, Locale, Theme),
    Csv(&'a Published, usize, Locale),
    LinkedData(&'a Published, usize, Locale),
    /// The list of several stories.
    List,
    /// The frame of any story.
    AnyFrame,
    /// The page that writes embed codes.
    Builder,
}

/// A byte order mark: without it, spreadsheet programs take Chinese in UTF-8 for something else.
const MARK: &str = "\u{feff}";

/// All of them, each with its path from the root of the site.
pub fn all(site: &Site) -> Vec<(String, Route<'_>)> {
    let mut out = Vec::new();
    for shown in &site.stories {
        of_story(site, shown, &mut out);
    }
    match &site.stories[..] {
        [shown] => {
            for &locale in shown.languages() {
                out.push((address::page(shown.first(), locale), Route::Reading(shown, locale, At::Root)));
            }
        }
        _ => out.push(("index.html".into(), Route::List)),
    }
    out.push(("embed.html".into(), Route::AnyFrame));
    out.push(("builder.html".into(), Route::Builder));
    out
}

fn of_story<'a>(site: &Site, shown: &'a Published, out: &mut Vec<(String, Route<'a>)>) {
    let (folder, first) = (shown.folder(), shown.first());
    let mut put = |name: String, route: Route<'a>| out.push((format!("{folder}{name}"), route));
    for &locale in shown.languages() {
        put(address::page(first, locale), Route::Reading(shown, locale, At::Story));
        put(address::frame(first, locale), Route::Frame(shown, None, locale));
        put(address::facts(first, locale, "html"), Route::FactPage(shown, locale));
        put(address::facts(first, locale, "csv"), Route::FactCsv(shown, locale));
        if site.base.is_some() {
            put(address::oembed(first, locale), Route::Oembed(shown, None, locale));
        }
        for (index, scene) in shown.story.scenes().iter().enumerate() {
            let id = &scene.id;
            put(format!("{id}/{}", address::page(first, locale)), Route::Frame(shown, Some(index), locale));
            if site.base.is_some() {
                let name = format!("{id}/{}", address::oembed(first, locale));
                put(name, Route::Oembed(shown, Some(index), locale));
            }
            for width in WIDTHS {
                for theme in [Theme::Light, Theme::Dark] {
                    let name = address::still(id, width, locale, theme);
                    put(name, Route::Still(shown, index, width, locale, theme));
                }
            }
            put(address::data(id, locale, "csv"), Route::Csv(shown, index, locale));
            put(address::data(id, locale, "jsonld"), Route::LinkedData(shown, index, locale));
        }
    }
}

impl Route<'_> {
    /// Makes the file.
    pub fn text(self, site: &Site) -> String {
        match self {
            Route::Reading(shown, locale, at) => reading::page(site, shown, locale, at),
            Route::Frame(shown, scene, locale) => frame::page(site, shown, scene, locale),
            Route::Oembed(shown, scene, locale) => {
                let heights = Heights::of(&shown.story, scene, locale);
                oembed::answer(site, shown, scene, locale, &heights).unwrap_or_default()
            }
            Route::FactPage(shown, locale) => fact_page::page(site, shown, locale),
            Route::FactCsv(shown, locale) => {
                let facts = facts(&shown.story, &shown.checks, locale);
                format!("{MARK}{}", sheet::csv(&facts, locale, For::Readers))
            }
            Route::Still(shown, index, width, locale, theme) => {
                let placed = picture::place(&shown.story, index, width, None, locale);
                picture::still(&shown.story, index, &placed, &shown.settings.colours().palette(theme))
            }
            Route::Csv(shown, index, locale) => {
                let scene = &shown.story.scenes()[index];
                format!("{MARK}{}", describe::csv(&describe::table(&shown.story, scene, locale)))
            }
            Route::LinkedData(shown, index, locale) => {
                json_ld::write(&shown.story, &shown.story.scenes()[index], locale)
            }
            Route::List => list::page(site),
            Route::AnyFrame => frame::any(site, ""),
            Route::Builder => builder::page(site),
        }
    }
}
