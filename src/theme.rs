//! Colour tokens by role: light, dark and high contrast.
//!
//! **Invariant**: a role keeps its meaning in every theme; what a hue means is said by the story. Every
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
    Hue1,
    Hue2,
    Hue3,
    Hue4,
    Hue5,
    Hue6,
    Hue7,
}

/// The accents a scene may choose, as its JSON names them: the hues, which have no meaning but what the story gives them,
/// and behind them, in the same order, the names that the first format has for them.
pub const ACCENTS: [&str; 14] = [
    "hue-1", "hue-2", "hue-3", "hue-4", "hue-5", "hue-6", "hue-7", "oil", "green", "sky", "plum", "brick",
    "slate", "olive",
];

impl Role {
    pub const ALL: [Role; 11] = [
        Role::Surface,
        Role::Ink,
        Role::Muted,
        Role::Rule,
        Role::Hue1,
        Role::Hue2,
        Role::Hue3,
        Role::Hue4,
        Role::Hue5,
        Role::Hue6,
        Role::Hue7,
    ];

    pub const HUES: [Role; 7] =
        [Role::Hue1, Role::Hue2, Role::Hue3, Role::Hue4, Role::Hue5, Role::Hue6, Role::Hue7];

    /// The role that a page's properties name so: `surface`, `ink`, `muted`, `rule`, `hue-1` to `hue-7`.
    pub fn named(name: &str) -> Option<Role> {
        match name {
            "surface" => Some(Role::Surface),
            "ink" => Some(Role::Ink),
            "muted" => Some(Role::Muted),
            "rule" => Some(Role::Rule),
            hue => {
                ACCENTS[..Role::HUES.len()].iter().position(|known| *known == hue).map(|at| Role::HUES[at])
            }
        }
    }

    /// What the library itself draws in: goals, and things that belong to no subject.
    pub const GENERAL: Role = Role::Hue6;

    /// The role of an accent's name; anything unknown is what general things have.
    pub fn accent(name: &str) -> Role {
        let at = ACCENTS.iter().position(|known| *known == name);
        at.map_or(Role::GENERAL, |at| Role::HUES[at % Role::HUES.len()])
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
            Role::Hue1 => [0xA85A12, 0xF0A54A, 0x7A3E00],
            Role::Hue2 => [0x1C7A55, 0x5CC79A, 0x00512F],
            Role::Hue3 => [0x1F6A93, 0x6FB9E3, 0x00456B],
            Role::Hue4 => [0x7B4A86, 0xC79AD3, 0x5A2168],
            Role::Hue5 => [0xB0413E, 0xF08A80, 0x8A1414],
            Role::Hue6 => [0x4A5A66, 0x9FB1BE, 0x26343E],
            Role::Hue7 => [0x6F6A1E, 0xCFC766, 0x474300],
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
    fn hues_and_the_names_of_the_first_format_are_the_same() {
        for (name, role) in
            [("hue-1", Role::Hue1), ("oil", Role::Hue1), ("hue-7", Role::Hue7), ("olive", Role::Hue7)]
        {
            assert_eq!(Role::accent(name), role, "{name}");
        }
        assert_eq!((Role::accent("slate"), Role::accent("teal")), (Role::GENERAL, Role::GENERAL));
    }

    #[test]
    fn every_text_role_reaches_four_and_a_half_to_one() {
        use Role::*;
        for theme in Theme::ALL {
            let ground = theme.color(Surface);
            for role in [Ink, Muted, Hue1, Hue2, Hue3, Hue4, Hue5, Hue6, Hue7] {
                let ratio = theme.color(role).contrast(ground);
                assert!(ratio >= 4.5, "{} {role:?} is only {ratio:.2}:1", theme.name());
                // white-on-accent text inside solid marks uses the surface colour: the same pair
            }
        }
    }
}
