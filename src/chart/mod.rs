//! The registry of charts. Each chart is one file: its parameters, what it takes, its layout.
//!
//! A chart and a space come in; marks on the builder and the height that was used go out.
//!
//! **Invariant**: a chart takes the width it is given, from the narrowest up, and never draws outside it. What it
//! takes is stated in its file and nowhere else.

pub mod acceptance;
pub mod alternatives;
pub mod answers;
pub mod area_squares;
pub mod axis;
pub mod bar_mark;
pub mod bar_rows;
pub mod bars;
pub mod block_stack;
pub mod callouts;
pub mod chart_type;
pub mod clock;
pub mod column_labels;
pub mod columns;
pub mod diverging_bars;
pub mod dot_line;
pub mod end_labels;
pub mod goal_cells;
pub mod grouped_bars;
pub mod guess;
pub mod hub;
pub mod icon_rows;
pub mod index_pair;
pub mod label_text;
pub mod line_marks;
pub mod lines;
pub mod outlines;
pub mod parts;
pub mod period_axis;
pub mod plaques;
pub mod plot;
pub mod plots;
pub mod point_labels;
pub mod point_mark;
pub mod point_shapes;
pub mod ranges;
pub mod rate_rings;
pub mod refused;
pub mod series_tile;
pub mod series_tiles;
pub mod slope;
pub mod small_multiples;
pub mod stacked_parts;
pub mod stacks;
pub mod steps;
pub mod table;
pub mod tank;
pub mod timeline;
pub mod two_fields;
pub mod unit_field;
pub mod waffle;
pub mod word_ring;
pub mod word_wheel;
pub mod words;

use crate::layout::scene_builder::{SceneBuilder, Space};
use crate::model::figure::FigureIx;
use crate::model::{Facts, Seen};
use acceptance::Acceptance;
use chart_type::ChartType;
use serde::{Deserialize, Serialize};

macro_rules! charts {
    (
        made: { $($made_module:ident: $made:ident = $made_word:literal,)* }
        in_files: { $($module:ident: $name:ident = $word:literal,)* }
    ) => {
        /// A chart with its parameters.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[cfg_attr(feature = "author", derive(schemars::JsonSchema), schemars(tag = "type"))]
        pub enum Chart {
            $(
                #[serde(rename = $made_word)]
                #[cfg_attr(feature = "author", schemars(skip))]
                $made($made_module::$made),
            )*
            $(#[serde(rename = $word)] $name($module::$name),)*
        }

        impl Chart {
            /// Returns its name in the format.
            pub fn name(&self) -> &'static str {
                match self {
                    $(Chart::$name(_) => $word,)*
                    $(Chart::$made(_) => $made_word,)*
                }
            }

            /// Returns what every chart can be asked.
            pub fn as_type(&self) -> &dyn ChartType {
                match self {
                    $(Chart::$name(chart) => chart,)*
                    $(Chart::$made(chart) => chart,)*
                }
            }

            /// Returns what it takes.
            pub fn acceptance(&self) -> &dyn Acceptance {
                match self {
                    $(Chart::$name(chart) => chart,)*
                    $(Chart::$made(chart) => chart,)*
                }
            }
        }
    };
}

charts! {
    // no file holds it
    made: {
        refused: Refused = "refused",
    }
    in_files: {
        timeline: Timeline = "timeline",
        dot_line: DotLine = "dot-line",
        hub: Hub = "hub",
        plots: Plots = "plots",
        goal_cells: GoalCells = "goal-cells",
        callouts: Callouts = "callouts",
        bars: Bars = "bars",
        index_pair: IndexPair = "index-pair",
        waffle: Waffle = "waffle",
        word_ring: WordRing = "word-ring",
        unit_field: UnitField = "unit-field",
        stacks: Stacks = "stacks",
        icon_rows: IconRows = "icon-rows",
        steps: Steps = "steps",
        tank: Tank = "tank",
        block_stack: BlockStack = "block-stack",
        rate_rings: RateRings = "rate-rings",
        area_squares: AreaSquares = "area-squares",
        word_wheel: WordWheel = "word-wheel",
        clock: Clock = "clock",
        plaques: Plaques = "plaques",
        outlines: Outlines = "outlines",
        words: Words = "words",
        slope: Slope = "slope",
        diverging_bars: DivergingBars = "diverging-bars",
        series_tiles: SeriesTiles = "series-tiles",
        columns: Columns = "columns",
        lines: Lines = "lines",
        small_multiples: SmallMultiples = "small-multiples",
        table: Table = "table",
        grouped_bars: GroupedBars = "grouped-bars",
        ranges: Ranges = "ranges",
        stacked_parts: StackedParts = "stacked-parts",
        two_fields: TwoFields = "two-fields",
    }
}

/// A chart with its share of the row it stands in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Placed {
    pub chart: Chart,
    /// Above 0; 1 where the story says nothing.
    #[serde(default = "whole_share")]
    pub weight: f64,
    /// Whether it stands under the chart before it, in the same column of the row.
    #[serde(default)]
    pub under: bool,
    /// Whether it stands in a card: all charts of its row do then, in cards of one size.
    #[serde(default)]
    pub frame: bool,
    /// Whether the scene's note is about it. Where any chart is noted, the note stands only in pictures that have one.
    #[serde(default)]
    pub noted: bool,
}

fn whole_share() -> f64 {
    1.0
}

impl Chart {
    /// Calls `see` for whatever it shows, in drawing order; figures of list items included.
    pub fn visit(&self, facts: &Facts, see: &mut dyn FnMut(Seen)) {
        self.as_type().visit(facts, see);
    }

    /// Draws it from the top of a space; returns its height in CSS px.
    pub fn place(&self, builder: &mut SceneBuilder, space: Space) -> f64 {
        match builder.waiting_guess().filter(|guess| self.shows(builder.facts, guess.figure)) {
            Some(guess) => match self {
                Chart::DotLine(chart) => chart.place_waiting(builder, space, guess),
                Chart::Waffle(chart) => chart.place_waiting(builder, space, guess),
                other => guess::cover(other.as_type(), builder, space, guess),
            },
            None => self.as_type().place(builder, space),
        }
    }

    /// Whether it shows a figure.
    pub fn shows(&self, facts: &Facts, figure: FigureIx) -> bool {
        let mut found = false;
        self.visit(facts, &mut |seen| found |= seen == Seen::Figure(figure));
        found
    }
}
