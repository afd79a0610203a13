//! The contrast theme in the reader's own colours: what the system calls Canvas and CanvasText.
//!
//! **Invariant**: says colours and nothing else, and only for the contrast theme. Under forced colours there
//! are two colours and a mix of them, so that only texture, dash, place and words tell marks apart.

use crate::color::Color;
use crate::render::palette::Palette;
use crate::theme::{Role, Theme};

#[derive(Clone, Copy, Debug)]
pub struct System {
    pub surface: Color,
    pub ink: Color,
    /// No colours but these two.
    pub forced: bool,
}

impl System {
    pub fn palette(&self) -> Palette {
        Palette::by(|role| self.role(role))
    }

    fn role(&self, role: Role) -> Color {
        match role {
            Role::Surface => self.surface,
            Role::Ink | Role::Muted => self.ink,
            Role::Rule => self.ink.fade(0.5).over(self.surface),
            _ if self.forced => self.ink,
            // the light accents of the dark theme reach 7:1 on a ground that is all but black
            _ if self.surface.luminance() < 0.2 => Theme::Dark.color(role),
            _ => Theme::Contrast.color(role),
        }
    }
}
