//! The pictograms that a story may name, as lines on a grid of 24 by 24.
//!
//! **Invariant**: data only; `layout::pictogram` draws them.

mod outlines;

pub use outlines::Pictogram;

/// Width and height of the grid in its units.
pub const GRID: f64 = 24.0;
/// Steps of a unit in which points are kept.
pub const UNIT: f64 = 10.0;

/// Whether a line ends where it began, and its points in steps: x and y in turn.
pub type Line = (bool, &'static [u8]);

macro_rules! pictograms {
    ($($name:ident = $word:literal: $lines:expr,)*) => {
        /// A pictogram by its name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
        pub enum Pictogram {
            $(#[serde(rename = $word)] $name,)*
        }

        impl Pictogram {
            /// All of them, in the order of the guide.
            pub const ALL: &'static [Pictogram] = &[$(Pictogram::$name,)*];

            /// Returns its name in the format.
            pub fn name(self) -> &'static str {
                match self {
                    $(Pictogram::$name => $word,)*
                }
            }

            /// Returns its lines.
            pub fn lines(self) -> &'static [super::Line] {
                match self {
                    $(Pictogram::$name => $lines,)*
                }
            }
        }
    };
}
pub(crate) use pictograms;

impl Pictogram {
    /// Returns how far from the grid's left edge its lines begin, as a part of the grid.
    pub fn left(self) -> f64 {
        let all = self.lines().iter().flat_map(|(_, steps)| steps.iter().step_by(2));
        f64::from(all.copied().min().unwrap_or(0)) / UNIT / GRID
    }

    /// Returns whether it can be filled and still shows what it is.
    pub fn is_silhouette(self) -> bool {
        matches!(self, Pictogram::User | Pictogram::Droplet)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_guide_names_every_pictogram() {
        let guide = include_str!("../../www/pages/editor-guide.html");
        for icon in Pictogram::ALL {
            assert!(guide.contains(&format!("<code>{}</code>", icon.name())), "{}", icon.name());
        }
    }

    #[test]
    fn every_pictogram_has_lines_within_its_grid() {
        for icon in Pictogram::ALL {
            assert!(!icon.lines().is_empty(), "{}", icon.name());
            for (_, steps) in icon.lines() {
                assert_eq!(steps.len() % 2, 0, "{}", icon.name());
                assert!(steps.iter().all(|step| f64::from(*step) <= GRID * UNIT), "{}", icon.name());
            }
        }
    }
}
