//! The registry of charts. Each chart is one file: its parameters, what it takes, its layout.
//!
//! A chart and a space come in; marks on the builder and the height that was used go out.
//!
//! **Invariant**: a chart takes the width it is given, from the narrowest up, and never draws outside it. What it takes is
//! stated in its file and nowhere else.

pub mod acceptance;
pub mod answers;
pub mod axis;
pub mod chart_type;
pub mod parts;

use crate::layout::scene_builder::{SceneBuilder, Space};
use crate::model::{Facts, Seen};
use acceptance::Acceptance;
use chart_type::ChartType;
use serde::{Deserialize, Serialize};

macro_rules! charts {
    ($($module:ident: $name:ident = $word:literal,)*) => {
        $(pub mod $module;)*

        /// A chart with its parameters.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        pub enum Chart {
            $(#[serde(rename = $word)] $name($module::$name),)*
        }

        impl Chart {
            /// Returns its name in the format.
            pub fn name(&self) -> &'static str {
                match self { $(Chart::$name(_) => $word,)* }
            }

            /// Returns what every chart can be asked.
            pub fn as_type(&self) -> &dyn ChartType {
                match self { $(Chart::$name(chart) => chart,)* }
            }

            /// Returns what it takes.
            pub fn acceptance(&self) -> &dyn Acceptance {
                match self { $(Chart::$name(chart) => chart,)* }
            }
        }
    };
}

charts! {
    area_squares: AreaSquares = "area-squares",
    bars: Bars = "bars",
    block_stack: BlockStack = "block-stack",
    callouts: Callouts = "callouts",
    clock: Clock = "clock",
    dot_line: DotLine = "dot-line",
    goal_cells: GoalCells = "goal-cells",
    hub: Hub = "hub",
    icon_rows: IconRows = "icon-rows",
    index_pair: IndexPair = "index-pair",
    outlines: Outlines = "outlines",
    plaques: Plaques = "plaques",
    plots: Plots = "plots",
    rate_rings: RateRings = "rate-rings",
    refused: Refused = "refused",
    slope: Slope = "slope",
    stacks: Stacks = "stacks",
    timeline: Timeline = "timeline",
    unit_field: UnitField = "unit-field",
    waffle: Waffle = "waffle",
    word_ring: WordRing = "word-ring",
    word_wheel: WordWheel = "word-wheel",
    words: Words = "words",
}

/// A chart with its share of the row it stands in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Placed {
    pub chart: Chart,
    /// Above 0; 1 where the story says nothing.
    pub weight: f64,
}

impl Chart {
    /// Calls `see` for whatever it shows, in drawing order; figures of list items included.
    pub fn visit(&self, facts: &Facts, see: &mut dyn FnMut(Seen)) {
        self.as_type().visit(facts, see);
    }

    /// Draws it from the top of a space; returns its height in CSS px.
    pub fn place(&self, builder: &mut SceneBuilder, space: Space) -> f64 {
        self.as_type().place(builder, space)
    }
}
