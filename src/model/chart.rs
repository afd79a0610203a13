//! What a chart says, with every reference resolved.
//!
//! **Invariant**: figures are indices into the story; layout looks nothing up by name.

use crate::locale::Text;
use crate::model::figure::FigureIx;
use crate::model::{ListIx, MilestoneIx, NameIx, SeriesIx};
use crate::theme::Role;
use serde::{Deserialize, Serialize};

/// A figure with a note beside it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Noted {
    pub figure: FigureIx,
    /// Replaces the figure's own label, for points of a series that holds several things.
    pub label: Option<Text>,
    pub note: Option<Text>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Labelled {
    pub figure: FigureIx,
    pub label: Text,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Event {
    Figure(FigureIx),
    Milestone(MilestoneIx),
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Word {
    List(ListIx),
    Name(NameIx),
    Figure(FigureIx),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Dots {
    pub figure: FigureIx,
    /// How many one dot stands for; above 0.
    pub per: f64,
    pub note: Option<Text>,
    pub accent: Option<Role>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct IconRow {
    pub icon: Icon,
    pub title: Text,
    pub list: Option<ListIx>,
    pub figure: Option<FigureIx>,
    pub note: Option<Text>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Icon {
    School,
    Clinic,
    Health,
    Document,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Square {
    pub figure: FigureIx,
    pub derived: Option<FigureIx>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Chart {
    Timeline {
        events: Vec<Event>,
        /// A derrick stands on the line, for stories that begin with a well.
        well: bool,
        span: Option<FigureIx>,
        undated_title: Option<Text>,
        undated: Vec<Word>,
    },
    DotLine {
        title: Option<Text>,
        series: SeriesIx,
        band: Option<FigureIx>,
        milestones: Vec<MilestoneIx>,
        rail: bool,
        compare: Vec<FigureIx>,
        note: Option<Text>,
    },
    Hub {
        core: FigureIx,
        core_label: Text,
        core_small: Text,
        list: ListIx,
        note: Option<Text>,
    },
    Plots {
        title: Text,
        tag: Text,
        parts: Vec<Labelled>,
        note: Option<Text>,
    },
    GoalCells {
        figure: FigureIx,
        class: FigureIx,
        label: Text,
        note: Option<Text>,
    },
    Callouts {
        items: Vec<Noted>,
        note: Option<Text>,
    },
    /// Horizontal bars from zero: one unit, and for shares one denominator.
    Bars {
        title: Option<Text>,
        items: Vec<Noted>,
        note: Option<Text>,
    },
    IndexPair {
        figure: FigureIx,
        base_label: Text,
        now_label: Text,
        note: Option<Text>,
    },
    Waffle {
        figure: FigureIx,
        title: Option<Text>,
        cell_note: Text,
        note: Option<Text>,
    },
    WordRing {
        list: ListIx,
        figure: Option<FigureIx>,
        center: Text,
        note: Option<Text>,
    },
    UnitField {
        fields: Vec<Dots>,
        scale_note: Text,
    },
    Stacks {
        title: Text,
        figures: Vec<FigureIx>,
        note: Option<Text>,
    },
    IconRows {
        rows: Vec<IconRow>,
    },
    BlockStack {
        figure: FigureIx,
        columns: usize,
        block_note: Text,
        window_note: Text,
    },
    RateRings {
        items: Vec<Noted>,
        note: Option<Text>,
    },
    AreaSquares {
        items: Vec<Square>,
        reference: Option<Labelled>,
        note: Option<Text>,
    },
    WordWheel {
        list: ListIx,
        center: Text,
        note: Option<Text>,
    },
    Clock {
        figure: FigureIx,
        title: Text,
        note: Option<Text>,
    },
    Plaques {
        list: ListIx,
        note: Option<Text>,
    },
    Outlines {
        list: ListIx,
        note: Option<Text>,
    },
    Words {
        title: Text,
        items: Vec<Word>,
        note: Option<Text>,
    },
    /// A chart that would say more than its sources: its figures as words, with the reason.
    Refused {
        figures: Vec<FigureIx>,
        reason: Text,
        help: Text,
    },
}

/// A chart with its share of the row it stands in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Placed {
    pub chart: Chart,
    /// Above 0; 1 where the story says nothing.
    pub weight: f64,
}
