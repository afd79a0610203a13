//! Writes what the page shares with Rust, so that no list stands in two places: colours, languages, sizes.
//!
//! In: the themes, languages and limits of the crate. Out: `www/ui/shared.js` and `www/pages/colours.css` as text.
//! `make golden` writes these files; `tests/shared.rs` fails where they are not what this module writes.
//!
//! **Invariant**: opens no file and knows no story; the same crate gives the same text.

use clap::ValueEnum;
use duoyuan::geometry::GRID;
use duoyuan::input::schema::MAX_STRING;
use duoyuan::layout::MIN_WIDTH;
use duoyuan::locale::Locale;
use duoyuan::theme::{Role, Theme, ACCENTS};

/// What to write.
#[derive(Clone, Copy, ValueEnum)]
pub enum Shared {
    /// A module for the page's scripts.
    Js,
    /// The colours of the pages around the element.
    Css,
}

impl Shared {
    /// The whole file.
    pub fn text(self) -> String {
        match self {
            Shared::Js => script(),
            Shared::Css => style_sheet(),
        }
    }
}

/// The themes whose colours a page may put its own in place of. Contrast is the reader's own.
const OPEN: [Theme; 2] = [Theme::Light, Theme::Dark];

/// A role as the name of a member.
fn member(role: Role) -> String {
    let name = role.name();
    if name.contains('-') {
        format!("'{name}'")
    } else {
        name.to_string()
    }
}

fn script() -> String {
    let first =
        ACCENTS[Role::HUES.len()..].iter().map(|name| format!("'{name}'")).collect::<Vec<_>>().join(", ");
    let languages = Locale::ALL.map(|l| format!("  {}: '{}',\n", l.code(), l.tag())).concat();
    let own_names = Locale::ALL
        .map(|l| format!("  {}: ['{}', '{}'],\n", l.code(), l.catalogue().name, l.catalogue().short))
        .concat();
    let palettes = Theme::ALL.map(|theme| format!("'{}'", theme.name())).join(", ");
    let colours = OPEN.map(|theme| {
        let tokens = Role::ALL
            .map(|role| format!("    {}: '{}',\n", member(role), theme.color(role).to_hex()))
            .concat();
        format!("  {}: {{\n{tokens}  }},\n", theme.name())
    });
    format!(
        "// Written by `make golden` (src/bin/duoyuan/shared.rs): what the scripts share with Rust. Do not edit.\n\n\
         /** Each language, as HTML names it. */\n\
         export const LANGUAGES = {{\n{languages}}};\n\n\
         /** Each language's own name, and the same in one or two characters. */\n\
         export const OWN_NAMES = {{\n{own_names}}};\n\n\
         /** The sets of colours that a picture can have. */\n\
         export const PALETTES = /** @type {{const}} */ ([{palettes}]);\n\n\
         /** Colours by what they mean, where a page may put its own in their place. */\n\
         export const COLOURS = {{\n{}}};\n\n\
         /** The first names of the hues, in their order: pages may go on using them. */\n\
         export const FIRST_NAMES = [{first}];\n\n\
         /** Units of the grid a CSS px. */\n\
         export const GRID = {GRID};\n\n\
         /** CSS px: the narrowest picture. */\n\
         export const NARROWEST = {MIN_WIDTH};\n\n\
         /** Characters: the longest text of a story. */\n\
         export const LONGEST_TEXT = {MAX_STRING};\n",
        colours.concat()
    )
}

fn style_sheet() -> String {
    let tokens = |theme: Theme, indent: &str| {
        let lines = Role::ALL
            .map(|role| format!("{indent}--page-{}: {};\n", role.name(), theme.color(role).to_hex()));
        format!("{indent}color-scheme: {};\n{}", theme.name(), lines.concat())
    };
    format!(
        "/* Written by `make golden` (src/bin/duoyuan/shared.rs): the colours of the pages. Do not edit. */\n\
         :root {{\n{}}}\n\
         @media (prefers-color-scheme: dark) {{\n  :root:not([data-theme=\"light\"]) {{\n{}  }}\n}}\n\
         :root[data-theme=\"dark\"] {{\n{}}}\n",
        tokens(Theme::Light, "  "),
        tokens(Theme::Dark, "    "),
        tokens(Theme::Dark, "  "),
    )
}
