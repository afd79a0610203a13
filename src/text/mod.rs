//! Text: measuring a run, and breaking a sentence into lines that fit.
//!
//! **Invariant**: measuring is a question to somebody else (`Measure`). The built-in table answers everywhere, so that a picture is
//! the same on every machine; where a machine's own font runs longer, its words are set closer when they are drawn.

pub mod metrics;
mod widths;
pub mod wrap;

/// Family of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Family {
    /// Headlines.
    Serif,
    /// Everything else.
    Sans,
}

/// The families as CSS writes them. The CJK names come before `system-ui`: without them Debian sets digits in another face.
/// The name that each kind of system has comes early: one that is missing is looked for again at every size and weight.
impl Family {
    pub fn css(self) -> &'static str {
        match self {
            Family::Serif => {
                "\"Noto Serif CJK SC\", \"Source Han Serif SC\", \"Noto Serif SC\", \"Songti SC\", SimSun, serif"
            }
            Family::Sans => {
                "\"PingFang SC\", \"Noto Sans CJK SC\", \"Microsoft YaHei\", \"HarmonyOS Sans SC\", \"Noto Sans SC\", system-ui, sans-serif"
            }
        }
    }
}

/// How a run is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Font {
    pub family: Family,
    pub bold: bool,
    /// CSS px.
    pub size: f64,
}

impl Font {
    pub const fn sans(size: f64) -> Self {
        Font { family: Family::Sans, bold: false, size }
    }

    pub const fn bold(size: f64) -> Self {
        Font { family: Family::Sans, bold: true, size }
    }

    pub const fn title(size: f64) -> Self {
        Font { family: Family::Serif, bold: true, size }
    }
}

/// Answers how wide a run is, in CSS px; never negative, never not-a-number.
pub trait Measure {
    fn width(&self, text: &str, font: Font) -> f64;
}
