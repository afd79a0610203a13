//! Names of a site's files, and paths as addresses.
//!
//! **Invariant**: a name is made in one place only, so that pages, manifest and oEmbed name the same file.

use crate::locale::Locale;
use crate::theme::Theme;

/// A path as an address: all but letters, digits, `-`, `.`, `_`, `~` and the slashes as percent codes.
pub fn encode(path: &str) -> String {
    let plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(byte);
    path.bytes()
        .map(|byte| if plain(&byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

/// The file of a page in a language: the first language of a story has the address of the folder.
pub fn page(first: Locale, locale: Locale) -> String {
    match locale == first {
        true => "index.html".into(),
        false => format!("{}.html", locale.code()),
    }
}

/// The same as readers see it: a folder needs no name of a file.
pub fn page_address(first: Locale, locale: Locale) -> String {
    match locale == first {
        true => String::new(),
        false => page(first, locale),
    }
}

/// The reading page with everything inside, in the folder of the story.
pub fn single(first: Locale, locale: Locale) -> String {
    match locale == first {
        true => "single.html".into(),
        false => format!("single-{}.html", locale.code()),
    }
}

/// The frame of a whole story, in the folder of the story.
pub fn frame(first: Locale, locale: Locale) -> String {
    match locale == first {
        true => "embed.html".into(),
        false => format!("embed-{}.html", locale.code()),
    }
}

/// A picture of a scene at rest, in the folder of the story.
pub fn still(scene: &str, width: f64, locale: Locale, theme: Theme) -> String {
    format!("stills/{scene}-{width}-{}-{}.svg", locale.code(), theme.name())
}

/// The same in pixels, for those who take no SVG.
pub fn still_in_pixels(scene: &str, width: f64, locale: Locale, theme: Theme) -> String {
    still(scene, width, locale, theme).replace(".svg", ".png")
}

/// A picture to be shared, in the folder of the story.
pub fn card(scene: &str, locale: Locale, (width, height): (u32, u32)) -> String {
    format!("cards/{scene}-{}-{width}x{height}.png", locale.code())
}

/// A table or its linked data, in the folder of the story.
pub fn data(scene: &str, locale: Locale, ending: &str) -> String {
    format!("data/{scene}-{}.{ending}", locale.code())
}

/// The fact sheet, in the folder of the story.
pub fn facts(first: Locale, locale: Locale, ending: &str) -> String {
    match locale == first {
        true => format!("facts.{ending}"),
        false => format!("facts-{}.{ending}", locale.code()),
    }
}

/// The oEmbed answer of a page, in the folder of the page.
pub fn oembed(first: Locale, locale: Locale) -> String {
    match locale == first {
        true => "oembed.json".into(),
        false => format!("oembed-{}.json", locale.code()),
    }
}

/// Why a story may not have this id: the site has something else under the name.
pub fn is_taken(id: &str) -> bool {
    let versioned = id.strip_prefix('v').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    versioned || id.starts_with("assets-") || ["latest", "server", "npm"].contains(&id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_language_has_the_shortest_address_and_names_of_the_site_are_taken() {
        let pages = [Locale::En, Locale::Ru].map(|locale| page(Locale::En, locale));
        assert_eq!(pages, ["index.html", "ru.html"]);
        assert_eq!(encode("图/a b.json"), "%E5%9B%BE/a%20b.json");
        for (id, taken) in [("v1.2", true), ("latest", true), ("village", false), ("assets-1", true)] {
            assert_eq!(is_taken(id), taken, "{id}");
        }
    }
}
