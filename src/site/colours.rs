//! A newsroom's own colours, by role: those of its pages, and of the pictures on them.
//!
//! **Invariant**: what is text reaches 4.5:1 on its ground, in light and in dark; the contrast theme is the reader's own.

use crate::color::Color;
use crate::locale::Text;
use crate::render::palette::Palette;
use crate::theme::{Role, Theme};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Colours as site.json has them: `#rrggbb` by the name of a role.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Given {
    pub light: BTreeMap<Role, String>,
    pub dark: BTreeMap<Role, String>,
}

/// The colours that are not the library's.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Colours {
    light: Vec<(Role, Color)>,
    dark: Vec<(Role, Color)>,
}

/// Least contrast of text.
const LEAST: f64 = 4.5;

impl Colours {
    /// Reads and checks them: the reason where one is no colour, or cannot be read on its ground.
    pub fn of(given: Option<&Given>) -> Result<Colours, Text> {
        let Some(given) = given else { return Ok(Colours::default()) };
        let (light, dark) = (read(&given.light)?, read(&given.dark)?);
        let colours = Colours { light, dark };
        for theme in [Theme::Light, Theme::Dark] {
            let palette = colours.palette(theme);
            let texts = Role::ALL.into_iter().filter(|role| !matches!(role, Role::Surface | Role::Rule));
            for role in texts {
                let ratio = palette.role(role).contrast(palette.surface());
                if ratio < LEAST {
                    let (theme, role) = (theme.name(), role.name());
                    return Err(Text::new(
                        format!("的 theme.{theme}：{role} 与 surface 的对比度是 {ratio:.2}，至少要 {LEAST}"),
                        format!("theme.{theme}: {role} has a contrast of {ratio:.2} to the surface; it needs {LEAST}"),
                    ));
                }
            }
        }
        Ok(colours)
    }

    pub fn is_empty(&self) -> bool {
        self.light.is_empty() && self.dark.is_empty()
    }

    /// All colours of a theme, the newsroom's own among them.
    pub fn palette(&self, theme: Theme) -> Palette {
        let mut palette = Palette::of(theme);
        for (role, color) in self.own(theme) {
            palette.set(*role, *color);
        }
        palette
    }

    fn own(&self, theme: Theme) -> &[(Role, Color)] {
        match theme {
            Theme::Light => &self.light,
            Theme::Dark => &self.dark,
            Theme::Contrast => &[],
        }
    }

    /// A style sheet that gives the page (`--page-…`) and the element (`--duoyuan-…`) these colours.
    pub fn style_sheet(&self) -> String {
        let tokens = |theme: Theme| {
            let one = |(role, color): &(Role, Color)| {
                let (name, hex) = (role.name(), color.to_hex());
                format!("--page-{name}:{hex};--duoyuan-{name}:{hex};")
            };
            self.own(theme).iter().map(one).collect::<String>()
        };
        // what only one theme says must not reach the other
        let reset = |theme: Theme, other: Theme| {
            let is_own = |role: &Role| self.own(theme).iter().any(|(own, _)| own == role);
            let missing = self.own(other).iter().map(|(role, _)| *role).filter(|role| !is_own(role));
            missing
                .map(|role| (role, theme.color(role)))
                .map(|(role, color)| {
                    let (name, hex) = (role.name(), color.to_hex());
                    format!("--page-{name}:{hex};--duoyuan-{name}:{hex};")
                })
                .collect::<String>()
        };
        let light = tokens(Theme::Light) + &reset(Theme::Light, Theme::Dark);
        let dark = tokens(Theme::Dark) + &reset(Theme::Dark, Theme::Light);
        format!(
            ":root{{{light}}}\n@media (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{dark}}}}}\n\
             :root[data-theme=dark]{{{dark}}}\n"
        )
    }
}

fn read(given: &BTreeMap<Role, String>) -> Result<Vec<(Role, Color)>, Text> {
    given
        .iter()
        .map(|(role, text)| {
            let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6);
            let rgb = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
            let name = role.name();
            rgb.map(|rgb| (*role, Color::hex(rgb))).ok_or_else(|| {
                Text::new(
                    format!("的 theme：{name} 应写成 #rrggbb，不能是“{text}”"),
                    format!("theme: {name} is written as #rrggbb, not {text:?}"),
                )
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_of_one_theme_does_not_reach_the_other() {
        let given = Given { light: [(Role::Hue1, "#7a0019".to_string())].into(), ..Given::default() };
        let colours = Colours::of(Some(&given)).unwrap();
        let sheet = colours.style_sheet();
        assert!(sheet.contains(":root{--page-hue-1:#7a0019;"), "{sheet}");
        assert_eq!(sheet.matches("--page-hue-1:#f0a54a").count(), 2, "{sheet}");
        assert_eq!(colours.palette(Theme::Light).role(Role::Hue1).to_hex(), "#7a0019");
        assert_eq!(colours.palette(Theme::Contrast).role(Role::Hue1), Theme::Contrast.color(Role::Hue1));
    }
}
