//! A scene in words for readers without scripts: heading, picture, sentences, table, source.
//!
//! **Invariant**: everything that the picture says is here too; every text of the story is escaped.

use crate::describe;
use crate::export::html as fragment;
use crate::layout::PlacedScene;
use crate::locale::Locale;
use crate::site::html::escape;
use crate::site::inline::svg_address;
use crate::site::{address, picture, words, Published, WIDTHS};
use crate::story::{Scene, Story};
use crate::theme::Theme;

/// Sentences as paragraphs.
pub fn sentences(story: &Story, scene: &Scene, locale: Locale) -> String {
    let one = |pieces: Vec<(String, Option<String>)>| {
        let text: String = pieces.into_iter().map(|(text, _)| text).collect();
        format!("<p>{}</p>\n", escape(&text))
    };
    describe::sentences(story, scene, locale).into_iter().map(one).collect()
}

/// The table behind its name, and the source.
pub fn table_and_source(story: &Story, scene: &Scene, locale: Locale) -> String {
    let table = fragment::table(story, scene, locale).replace('\n', "");
    let source = escape(&story.source_line(scene, locale).0);
    format!(
        "<details><summary>{}</summary><div class=\"scroll\">{table}</div></details>\n<p class=\"source\">{source}</p>\n",
        words::of(locale).data_table
    )
}

/// The first scene, its picture where the element will draw it.
pub fn first(shown: &Published, locale: Locale) -> String {
    let story = &shown.story;
    let scene = &story.scenes()[0];
    let palette = shown.settings.colours().palette(Theme::Light);
    format!(
        "<section lang=\"{}\">\n{}\n<h2>{}</h2>\n{}{}</section>\n",
        locale.tag(),
        picture::pair(story, 0, &palette, locale, true),
        escape(&story.expand_plain(&scene.title, locale)),
        sentences(story, scene, locale),
        table_and_source(story, scene, locale)
    )
}

/// Where the pictures of a page's chapters are.
#[derive(Clone, Copy)]
pub enum Pictures<'a> {
    /// In files, which are fetched when a reader comes near; the way to the story's folder.
    Files(&'a str),
    /// In the page itself.
    Inside,
}

/// Another scene.
pub fn other(shown: &Published, index: usize, locale: Locale, pictures: Pictures) -> String {
    let story = &shown.story;
    let scene = &story.scenes()[index];
    format!(
        "<article class=\"chapter\" lang=\"{}\" id=\"{}\">\n<h2 class=\"unseen\">{}</h2>\n{}\n{}{}</article>\n",
        locale.tag(),
        escape(&format!("chapter-{}", scene.id)),
        escape(&story.expand_plain(&scene.title, locale)),
        match pictures {
            Pictures::Files(to_story) => image(story, index, locale, to_story),
            Pictures::Inside => inside(shown, index, locale),
        },
        sentences(story, scene, locale),
        table_and_source(story, scene, locale)
    )
}

/// A picture that holds its bytes.
fn inside(shown: &Published, index: usize, locale: Locale) -> String {
    let placed = picture::place(&shown.story, index, WIDTHS[1], None, locale);
    let palette = shown.settings.colours().palette(Theme::Light);
    let text = picture::still(&shown.story, index, &placed, &palette);
    format!(
        "<img width=\"{}\" height=\"{}\" src=\"{}\" alt=\"{}\">",
        placed.width.round(),
        placed.height.round(),
        escape(&svg_address(&text)),
        escape(&placed.description)
    )
}

/// A picture in the four forms that a screen may want; its alternative text is its description.
fn image(story: &Story, index: usize, locale: Locale, to_story: &str) -> String {
    let id = &story.scenes()[index].id;
    let file = |width: f64, theme: Theme| {
        address::encode(&format!("{to_story}{}", address::still(id, width, locale, theme)))
    };
    let [narrow, wide, _] = WIDTHS;
    let placed: PlacedScene = picture::place(story, index, wide, None, locale);
    let sources = [
        ("(max-width: 539px) and (prefers-color-scheme: dark)", narrow, Theme::Dark),
        ("(max-width: 539px)", narrow, Theme::Light),
        ("(prefers-color-scheme: dark)", wide, Theme::Dark),
    ];
    let sources: String = sources
        .into_iter()
        .map(|(media, width, theme)| format!("<source media=\"{media}\" srcset=\"{}\">", file(width, theme)))
        .collect();
    let small = picture::place(story, index, narrow, None, locale);
    // each source has its own size, so that the page does not move when the picture comes
    let sized = |text: &str, placed: &PlacedScene| {
        format!("{text} width=\"{}\" height=\"{}\"", placed.width.round(), placed.height.round())
    };
    let sources =
        sources.replace("<source media=\"(max", &format!("{} media=\"(max", sized("<source", &small)));
    format!(
        "<picture>{sources}{} src=\"{}\" alt=\"{}\" loading=\"lazy\" decoding=\"async\"></picture>",
        sized("<img", &placed),
        file(wide, Theme::Light),
        escape(&placed.description)
    )
}
