//! How elements are painted: in the colours of a palette and, where a style sheet exchanges them, with their roles.
//!
//! **Invariant**: a paint in, attributes out; knows no shapes.

use crate::geometry::number;
use crate::layout::mark::Paint;
use crate::render::palette::Palette;

/// How elements are painted: in the colours of a palette and, where a style sheet exchanges them, with their roles.
pub(super) struct Ink<'a> {
    pub(super) palette: &'a Palette,
    pub(super) roles: Roles,
}

/// What is told of roles.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Roles {
    Nothing,
    /// `data-fill="ROLE"`, for a style sheet of the picture.
    Data,
    /// The page's own colour of the role.
    Page,
}

impl Ink<'_> {
    /// The attributes of a fill or a stroke.
    pub(super) fn paint(&self, attribute: &str, paint: Paint) -> String {
        let color = self.palette.color(paint);
        // on the way from one role to another it has none
        let roles = if paint.is(paint.role) { self.roles } else { Roles::Nothing };
        let (hex, role) = (color.to_hex(), paint.role.name());
        let mut text = match roles {
            Roles::Nothing => format!(" {attribute}=\"{hex}\""),
            Roles::Data => format!(" {attribute}=\"{hex}\" data-{attribute}=\"{role}\""),
            Roles::Page => format!(" {attribute}=\"var(--page-{role},{hex})\""),
        };
        if color.alpha < 0.9995 {
            text.push_str(&format!(" {attribute}-opacity=\"{}\"", number(color.alpha)));
        }
        text
    }
}
