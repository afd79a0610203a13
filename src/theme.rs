//! Colour tokens by role: light, dark and high contrast.
//!
//! **Invariant**: a role keeps its meaning in every theme (amber is always and only the lead industry), and every
//! role that serves as text reaches 4.5:1 on its surface.

use crate::color::Color;
use serde::{Deserialize, Serialize};

/// What a colour means. `Rule` is decoration only (hairlines, grid); all others may be text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Role {
    Surface,
    Ink,
    Muted,
    Rule,
    Oil,
    Green,
    Sky,
    Plum,
    Brick,
    Slate,
    Olive,
}

/// The accents a scene may choose, as its JSON names them.
pub const ACCENTS: [&str; 7] = ["oil", "green", "sky", "plum", "brick", "slate", "olive"];

impl Role {
    pub const ALL: [Role; 11] = [
        Role::Surface,
        Role::Ink,
        Role::Muted,
        Role::Rule,
        Role::Oil,
        Role::Green,
        Role::Sky,
        Role::Plum,
        Role::Brick,
        Role::Slate,
        Role::Olive,
    ];

    /// The role of an accent's name; anything unknown is slate, which stands for general things.
    pub fn accent(name: &str) -> Role {
        match name {
            "oil" => Role::Oil,
            "green" => Role::Green,
            "sky" => Role::Sky,
            "plum" => Role::Plum,
            "brick" => Role::Brick,
            "olive" => Role::Olive,
            _ => Role::Slate,
        }
    }
}

/// Which set of tokens is in use.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Theme {
    #[default]
    Light,
    Dark,
    Contrast,
}

impl Theme {
    pub const ALL: [Theme; 3] = [Theme::Light, Theme::Dark, Theme::Contrast];

    pub fn parse(name: &str) -> Option<Theme> {
        Some(match name {
            "light" => Theme::Light,
            "dark" => Theme::Dark,
            "contrast" => Theme::Contrast,
            _ => return None,
        })
    }

    pub fn name(self) -> &'static str {
        match self {
            Theme::Light => "light",
            Theme::Dark => "dark",
            Theme::Contrast => "contrast",
        }
    }

    /// The colour of a role in this theme.
    pub fn color(self, role: Role) -> Color {
        let [light, dark, contrast] = match role {
            Role::Surface => [0xFBF8F2, 0x14171A, 0xFFFFFF],
            Role::Ink => [0x1B1A17, 0xF2EEE6, 0x000000],
            Role::Muted => [0x5E5A52, 0xA9A499, 0x262626],
            Role::Rule => [0xDDD3C2, 0x343A3F, 0x767676],
            Role::Oil => [0xA85A12, 0xF0A54A, 0x7A3E00],
            Role::Green => [0x1C7A55, 0x5CC79A, 0x00512F],
            Role::Sky => [0x1F6A93, 0x6FB9E3, 0x00456B],
            Role::Plum => [0x7B4A86, 0xC79AD3, 0x5A2168],
            Role::Brick => [0xB0413E, 0xF08A80, 0x8A1414],
            Role::Slate => [0x4A5A66, 0x9FB1BE, 0x26343E],
            Role::Olive => [0x6F6A1E, 0xCFC766, 0x474300],
        };
        Color::hex(match self {
            Theme::Light => light,
            Theme::Dark => dark,
            Theme::Contrast => contrast,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_role_reaches_four_and_a_half_to_one() {
        use Role::*;
        for theme in Theme::ALL {
            let ground = theme.color(Surface);
            for role in [Ink, Muted, Oil, Green, Sky, Plum, Brick, Slate, Olive] {
                let ratio = theme.color(role).contrast(ground);
                assert!(ratio >= 4.5, "{} {role:?} is only {ratio:.2}:1", theme.name());
                // white-on-accent text inside solid marks uses the surface colour: the same pair
            }
        }
    }
}
