//! Stories to the files of a site that any web server can serve: reading pages, frames, stills, cards, tables, oEmbed.
//!
//! In: checked stories, what the newsroom says of itself (`settings`), and the names of the assets, which are the same for
//! every story. Out: text and pictures as text, each with its path. Pixels, checksums and files are the caller's.
//!
//! **Invariant**: the same input gives the same bytes; every address in a page is relative, except those that others are
//! told (canonical, cards, oEmbed), which begin with the site's base.

pub mod address;
pub mod builder;
pub mod card;
pub mod chapter;
pub mod colours;
pub mod each;
pub mod editor_page;
pub mod fact_page;
pub mod facts;
pub mod frame;
pub mod head;
pub mod height;
pub mod html;
pub mod inline;
pub mod list;
pub mod oembed;
pub mod picture;
pub mod publish;
pub mod reading;
pub mod route;
pub mod server;
pub mod settings;
pub mod words;

use crate::locale::Locale;
use crate::story::Story;
use facts::checks::Checks;
use settings::Settings;
use std::collections::BTreeMap;

/// A file that a page asks for, with its checksum as HTML writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// Its path from the root of the site, or from the folder of its story.
    pub path: String,
    pub integrity: String,
}

/// The scripts and styles of all pages.
#[derive(Clone, Debug, Default)]
pub struct Assets {
    /// The folder of the site that has them, with a slash.
    pub folder: String,
    /// By name, the checksum of each.
    pub sums: BTreeMap<String, String>,
    /// The sign of the pages as an address that needs no request.
    pub icon: String,
    /// A script more for each page: that of `duoyuan serve`.
    pub live: bool,
}

/// A story with what its pages need to know.
pub struct Published {
    pub story: Story,
    pub settings: Settings,
    /// Who has compared its statements with their sources.
    pub checks: Checks,
    /// In the folder of the story; absent while an editor works, when it is made at each request.
    pub compiled: Option<Checked>,
    /// The style sheet of its own colours, in its folder.
    pub look: Option<Checked>,
    /// Files of the newsroom's sign in its folder: for light grounds, and for dark ones where that is another.
    pub logo: Option<(String, Option<String>)>,
    /// Scenes that have cards in pixels.
    pub has_cards: bool,
}

impl Published {
    /// The languages of its pages, the first of which has the shortest addresses.
    pub fn languages(&self) -> &[Locale] {
        self.story.languages()
    }

    pub fn first(&self) -> Locale {
        self.languages()[0]
    }

    /// Its folder in the site, with a slash.
    pub fn folder(&self) -> String {
        format!("{}/", self.story.id())
    }
}

/// What all pages of a site share.
pub struct Site {
    pub stories: Vec<Published>,
    pub assets: Assets,
    /// Where it will be served, with a slash at the end.
    pub base: Option<String>,
    /// CSS px: widths of stills and of published heights.
    pub widths: [f64; 3],
}

/// CSS px: phones, columns of articles, wide windows.
pub const WIDTHS: [f64; 3] = [360.0, 720.0, 1200.0];

impl Site {
    /// The whole address of a path, where the site's own is known.
    pub fn whole(&self, path: &str) -> Option<String> {
        self.base.as_ref().map(|base| format!("{base}{}", address::encode(path)))
    }
}
