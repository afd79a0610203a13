//! The contrast theme in the reader's own colours: what the system calls Canvas and CanvasText.
//!
//! **Invariant**: changes colours and nothing else, and only for the contrast theme. Under forced colours there
//! are two colours and a mix of them, so that only texture, dash, place and words tell marks apart.

use crate::color::Color;
use crate::layout::mark::{Fill, Hatch, Mark, Shape, Stroke};
use crate::theme::{Role, Theme};

const ROLES: [Role; 11] = [
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

#[derive(Clone, Copy, Debug)]
pub struct System {
    pub surface: Color,
    pub ink: Color,
    /// No colours but these two.
    pub forced: bool,
}

impl System {
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

    /// A colour of the contrast theme as this system has it.
    pub fn color(&self, c: Color) -> Color {
        let same = |role: &&Role| Theme::Contrast.color(**role) == Color { alpha: 1.0, ..c };
        match ROLES.iter().find(same) {
            Some(role) => Color { alpha: c.alpha, ..self.role(*role) },
            // on the way from one role to another
            None => Color { alpha: c.alpha, ..self.ink },
        }
    }

    /// A mark of the contrast theme, in these colours.
    pub fn mark(&self, mark: &Mark) -> Mark {
        let mut mark = mark.clone();
        mark.fill = match mark.fill {
            Fill::None => Fill::None,
            Fill::Solid(c) => Fill::Solid(self.color(c)),
            Fill::Hatch(h) => Fill::Hatch(Hatch { color: self.color(h.color), ..h }),
            Fill::Soft(c) => Fill::Soft(self.color(c)),
            Fill::FadeUp(c) => Fill::FadeUp(self.color(c)),
            Fill::FadeRight(c, x) => Fill::FadeRight(self.color(c), x),
        };
        mark.stroke = mark.stroke.map(|s| Stroke { color: self.color(s.color), ..s });
        match &mut mark.shape {
            Shape::Text(run) => run.color = self.color(run.color),
            Shape::Instances(cells) => cells.iter_mut().for_each(|cell| {
                let [r, g, b] = cell.rgb;
                let color = self.color(Color { r, g, b, alpha: 1.0 });
                cell.rgb = [color.r, color.g, color.b];
            }),
            _ => {}
        }
        mark
    }
}
