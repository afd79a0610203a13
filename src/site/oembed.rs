//! oEmbed answers: what a content system shows when an editor pastes the address of a story's or a scene's page.
//!
//! **Invariant**: only where the site's own address is known; the frame's heights stand in its code.

use crate::describe::json::{object, quote};
use crate::locale::Locale;
use crate::site::height::Heights;
use crate::site::html::escape;
use crate::site::{address, card, picture, Published, Site, WIDTHS};
use crate::theme::Theme;

/// What a frame may do so that its buttons work: run, open sources in windows without the sandbox, save files.
const SANDBOX: &str = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads";
const WIDTH: f64 = WIDTHS[1];

/// The answer for a scene, or for the whole story; none where the site's address is not known.
pub fn answer(
    site: &Site,
    shown: &Published,
    scene: Option<usize>,
    locale: Locale,
    heights: &Heights,
) -> Option<String> {
    let (story, first) = (&shown.story, shown.first());
    let index = scene.unwrap_or(0);
    let told = &story.scenes()[index];
    let path = match scene {
        Some(_) => format!("{}{}/{}", shown.folder(), told.id, address::page_address(first, locale)),
        None => format!("{}{}", shown.folder(), address::frame(first, locale)),
    };
    let src = site.whole(&path)?;
    let whole = story.title().get(locale);
    let title = match scene {
        Some(_) => format!("{whole} · {}", told.name.get(locale)),
        None => whole.to_string(),
    };
    let height = heights.at(WIDTH);
    let frame = format!(
        "<iframe src=\"{}\" title=\"{}\" width=\"{WIDTH}\" height=\"{height}\" loading=\"lazy\" sandbox=\"{SANDBOX}\" \
         allow=\"clipboard-write\" data-duoyuan-heights=\"{}\"></iframe>\n<script type=\"module\" src=\"{}\"></script>",
        escape(&src),
        escape(&title),
        heights.list(),
        escape(&site.whole("embed.js")?)
    );
    // many content systems show no SVG as a thumbnail
    let (thumbnail, (width, high)) = match shown.has_cards {
        true => (address::card(&told.id, locale, card::SIZES[0]), card::SIZES[0]),
        false => {
            let placed = picture::place(story, index, WIDTH, None, locale);
            let size = (placed.width.round() as u32, placed.height.round() as u32);
            (address::still(&told.id, WIDTH, locale, Theme::Light), size)
        }
    };
    let provider = shown.settings.name.as_ref().map_or("duoyuan", |name| name.get(locale));
    let members = [
        ("version", quote("1.0")),
        ("type", quote("rich")),
        ("provider_name", quote(provider)),
        ("provider_url", quote(shown.settings.home.as_deref().unwrap_or(&site.whole("")?))),
        ("title", quote(&title)),
        ("html", quote(&frame)),
        ("width", WIDTH.to_string()),
        ("height", height.to_string()),
        ("thumbnail_url", quote(&site.whole(&format!("{}{thumbnail}", shown.folder()))?)),
        ("thumbnail_width", width.to_string()),
        ("thumbnail_height", high.to_string()),
        ("cache_age", "86400".into()),
    ];
    Some(format!("{}\n", object(&members)))
}
