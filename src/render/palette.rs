//! Roles to colours: a theme's own, the reader's system's, or those that the page around wants.
//!
//! **Invariant**: the one place where a role becomes a colour. Layout and motion never ask it, so that another theme
//! needs neither again.

use crate::color::{mix, Color};
use crate::layout::paint::{Mix, Paint, Tint};
use crate::theme::{Role, Theme};

/// The colours of all roles.
#[derive(Clone, Debug)]
pub struct Palette {
    /// In the order of `Role::ALL`.
    roles: [Color; Role::ALL.len()],
    /// Mixes that are known, in order: mixing takes longer than drawing.
    mixes: Vec<(Tint, Color)>,
}

impl Palette {
    pub fn of(theme: Theme) -> Palette {
        Palette::by(|role| theme.color(role))
    }

    /// With the colour that `color` gives each role.
    pub fn by(color: impl Fn(Role) -> Color) -> Palette {
        Palette { roles: Role::ALL.map(color), mixes: Vec::new() }
    }

    /// Gives a role another colour.
    pub fn set(&mut self, role: Role, color: Color) {
        self.roles[role as usize] = color;
        let known = std::mem::take(&mut self.mixes);
        self.learn(known.into_iter().map(|(tint, _)| tint));
    }

    pub fn role(&self, role: Role) -> Color {
        self.roles[role as usize]
    }

    /// What the picture stands on.
    pub fn surface(&self) -> Color {
        self.role(Role::Surface)
    }

    pub fn color(&self, paint: Paint) -> Color {
        let color = match paint.mix == Mix::NONE {
            true => self.role(paint.role),
            false => match self.mixes.binary_search_by(|(known, _)| known.cmp(&paint.tint())) {
                Ok(at) => self.mixes[at].1,
                Err(_) => self.mixed(paint.tint()),
            },
        };
        Color { alpha: color.alpha * paint.alpha, ..color }
    }

    /// Works out mixes that a transition is going to need, so that no frame has to.
    pub fn learn(&mut self, tints: impl IntoIterator<Item = Tint>) {
        for tint in tints {
            if let Err(at) = self.mixes.binary_search_by(|(known, _)| known.cmp(&tint)) {
                self.mixes.insert(at, (tint, self.mixed(tint)));
            }
        }
    }

    fn mixed(&self, tint: Tint) -> Color {
        let parts =
            tint.mix.parts().map(|(role, share)| (self.role(role), f64::from(share) / f64::from(Mix::WHOLE)));
        mix(self.role(tint.role), parts)
    }
}
