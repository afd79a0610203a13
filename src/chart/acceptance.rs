//! What a chart takes: which statements it draws, as which mark, and why it refuses the others.
//!
//! Every chart states it in its own file. The check at load, the suggestions of an editor and the property tests read
//! it there.
//!
//! **Invariant**: nothing is taken because nobody thought of refusing it: measures, bounds, statuses, forms, wholes
//! and precisions are matched without a wildcard, and no method has a default. Knows no languages:
//! `rules::acceptance` has the words.

use crate::model::figure::{Figure, FigureIx, Value};
use crate::model::{Facts, ListIx, ListStatus};
use crate::statement::{Bound, Form, Measure, Precision, Status};

/// The mark that stands for a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Solid, and it ends at the number.
    Solid,
    /// Solid to the number and hatched beyond it, or hatched below it: the side on which the value may lie.
    Open,
    /// Solid with a soft edge at the number.
    Soft,
    /// Solid to the nearer of two numbers, and hatched from there to the other.
    Range,
    /// A dashed outline without a fill; open at its end where the number is a bound.
    Outline,
    /// A hollow ring.
    Ring,
    /// Brackets around a name.
    Brackets,
    /// The printed phrase, beside no mark that could be measured.
    Words,
    /// An empty place that says so in words.
    Gap,
}

/// Why a chart does not draw a statement.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reason {
    /// It measures what this chart has no mark for.
    Measure(Measure),
    /// It says how something changed, and would be drawn as an amount.
    Change,
    /// Only shares of a whole are parts of it.
    NotAShare,
    /// Its source does not say what it is a part of.
    NoWhole,
    /// A goal or a forecast would look like a result.
    NoResult(Status),
    /// A result would look like a goal.
    NoGoal,
    /// No mark of this chart shows this bound.
    Bound(Bound),
    /// The name of a size class would look like an amount, or an amount like a class.
    Class,
    NoClass,
    /// A count of the named items of a list that goes on.
    OpenList,
    Missing,
    NotApplicable,
    /// There is no place below zero.
    Negative,
    /// What is below zero cannot be counted out.
    NegativeCount,
    /// It has no date.
    Undated,
    /// Periods like this one have no place of their own on the axis.
    Precision(Precision),
    /// More marks than a reader can tell apart: how many, and a number of units a mark that would do.
    TooMany {
        marks: f64,
        per: Option<f64>,
    },
    /// Less than one mark: a number of units a mark that would do.
    TooFew {
        per: f64,
    },
    /// Its number is no whole number of marks.
    Broken,
    /// So few marks at most.
    AtMost(u32),
    /// Beside the largest number it would be thinner than a pixel.
    TooSmall,
    /// Beyond the whole that the chart stands for.
    BeyondWhole,
    /// Its unit is another than the one that the chart is made for.
    Unit(&'static str),
    /// It and another one share a scale and have different units.
    MixedUnit(FigureIx),
    /// It and another one share a scale and have different wholes.
    MixedWhole(FigureIx),
    /// It and another one share a scale and measure different things.
    MixedMeasure(FigureIx),
    /// It and another point of its series follow different definitions.
    MixedDefinition(FigureIx),
    /// It and another one stand on axes of periods, and are not both of one period.
    MixedPeriod(FigureIx),
    /// It and the one that a line would join it to have periods of unlike length.
    UnlikePeriods(FigureIx),
    /// It is of an earlier time than the one that a line would join it to from the left.
    Backwards(FigureIx),
    /// It is the only change in its chart, and one change is no trend.
    OneChange,
    /// Its axis would have more periods than a narrow picture has room for.
    TooManyPeriods(u32),
    /// More lines than a reader can tell apart.
    TooManyLines(u32),
    /// More panels than a reader can compare.
    TooManyPanels(u32),
    /// It and another part of one whole are not said to be apart.
    MayOverlap(FigureIx),
    /// Which of it and another one is the larger is not certain.
    UnknownOrder(FigureIx),
    /// It and another one say how something changed since unlike times.
    MixedBase(FigureIx),
    /// It and another one are at unlike prices, as both say.
    MixedPrices(FigureIx),
    /// Its digits would not fit beside their mark in a narrow picture.
    TooLong,
}

/// Whether a number lies below, at or above zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    Negative,
    Zero,
    Positive,
}

/// Why a figure has no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absence {
    Missing,
    NotApplicable,
}

/// What is known of the whole of a share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whole {
    /// The source says what it is a part of.
    Stated,
    /// A denominator is given, and marked as not stated by the source.
    Noted,
    Unknown,
}

/// What one part of a chart (its bars, its reference) takes.
pub trait Table: Sync {
    fn measure(&self, measure: Measure) -> Result<(), Reason>;
    /// The mark of a number with this bound and status.
    fn look(&self, status: Status, bound: Bound) -> Result<Look, Reason>;
    /// Whether a number, a size class, or a count of an open list is taken.
    fn form(&self, form: Form) -> Result<(), Reason>;
    fn sign(&self, sign: Sign) -> Result<(), Reason>;
    fn absence(&self, absence: Absence) -> Result<Look, Reason>;
    fn whole(&self, whole: Whole) -> Result<(), Reason>;
    fn precision(&self, precision: Precision) -> Result<(), Reason>;
}

/// A figure that a chart shows, with what its part of the chart takes.
#[derive(Clone)]
pub struct Slot {
    pub figure: FigureIx,
    /// The member of the chart that names it: `items[0].figure`.
    pub member: String,
    pub table: &'static dyn Table,
}

impl Slot {
    pub fn new(figure: FigureIx, member: impl Into<String>, table: &'static dyn Table) -> Slot {
        Slot { figure, member: member.into(), table }
    }

    /// One for each figure of a list: `items[0].figure`, `items[1].figure`.
    pub fn each(
        figures: impl IntoIterator<Item = FigureIx>,
        list: &str,
        member: &str,
        table: &'static dyn Table,
    ) -> Vec<Slot> {
        let one = |(i, figure)| Slot::new(figure, format!("{list}[{i}]{member}"), table);
        figures.into_iter().enumerate().map(one).collect()
    }
}

/// A list that a chart shows, with what it takes.
pub struct ListSlot {
    pub list: ListIx,
    /// The member of the chart that names it: `rows[0].list`.
    pub member: String,
    /// The mark of an item of such a list.
    pub takes: fn(ListStatus) -> Result<Look, Reason>,
}

impl ListSlot {
    pub fn new(
        list: ListIx,
        member: impl Into<String>,
        takes: fn(ListStatus) -> Result<Look, Reason>,
    ) -> ListSlot {
        ListSlot { list, member: member.into(), takes }
    }
}

/// What a chart refuses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    Figure(FigureIx),
    List(ListIx),
}

/// What a chart may not draw, the member of the chart that names it, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    pub subject: Subject,
    pub member: String,
    pub reason: Reason,
}

impl Refusal {
    pub fn of(slot: &Slot, reason: Reason) -> Refusal {
        Refusal { subject: Subject::Figure(slot.figure), member: slot.member.clone(), reason }
    }
}

/// What a chart takes.
pub trait Acceptance {
    /// Every figure of it that has a mark, or that stands in it as words.
    fn slots(&self, facts: &Facts) -> Vec<Slot>;
    /// Every list of it.
    fn lists(&self) -> Vec<ListSlot>;
    /// What its numbers must be for its marks to be true: neither too small to be seen nor too many to be told apart.
    fn range(&self, facts: &Facts) -> Vec<Refusal>;
    /// What the figures that share a scale must have in common.
    fn sharing(&self, facts: &Facts) -> Vec<Refusal>;
}

/// Returns why a chart may not be drawn; nothing where it may.
pub fn refusals(chart: &dyn Acceptance, facts: &Facts) -> Vec<Refusal> {
    let mut all = Vec::new();
    for slot in chart.slots(facts) {
        all.extend(against(slot.table, facts.figure(slot.figure)).into_iter().map(|r| Refusal::of(&slot, r)));
    }
    for slot in chart.lists() {
        let refused = (slot.takes)(facts.list(slot.list).status).err();
        all.extend(refused.map(|reason| Refusal {
            subject: Subject::List(slot.list),
            member: slot.member,
            reason,
        }));
    }
    let sharing = chart.sharing(facts);
    // numbers that share no scale are not too small on it
    let is_told = |refusal: &Refusal| sharing.is_empty() || refusal.reason != Reason::TooSmall;
    let range: Vec<Refusal> = chart.range(facts).into_iter().filter(is_told).collect();
    all.extend(sharing);
    all.extend(range);
    all
}

/// Returns what a table has against a figure.
pub fn against(table: &dyn Table, figure: &Figure) -> Vec<Reason> {
    let number = match figure.value() {
        Value::Number(number) | Value::Range(number, _) => Some(number),
        Value::Date(_) | Value::Missing | Value::NotApplicable => None,
    };
    let absence = match figure.value() {
        Value::Missing => Some(Absence::Missing),
        Value::NotApplicable => Some(Absence::NotApplicable),
        Value::Number(_) | Value::Range(..) | Value::Date(_) => None,
    };
    let mut answers = vec![
        table.measure(figure.measure()),
        table.form(figure.form()),
        table.precision(figure.period().precision()),
        table.look(figure.status(), figure.bound()).map(|_| ()),
    ];
    answers.extend(number.map(|number| table.sign(sign_of(number.mantissa))));
    // what is less than nothing lies below zero
    if number.is_some_and(|number| number.mantissa == 0) && figure.opens_down() {
        answers.push(table.sign(Sign::Negative));
    }
    // the whole of what is no share is nobody's question
    if answers[0].is_ok() {
        answers.push(table.whole(whole_of(figure)));
    }
    answers.extend(absence.map(|absence| table.absence(absence).map(|_| ())));
    answers.into_iter().filter_map(Result::err).collect()
}

fn sign_of(mantissa: i64) -> Sign {
    match mantissa {
        0 => Sign::Zero,
        ..0 => Sign::Negative,
        _ => Sign::Positive,
    }
}

fn whole_of(figure: &Figure) -> Whole {
    if figure.is_part() {
        Whole::Stated
    } else if figure.denominator().is_some_and(|d| !d.stated) {
        Whole::Noted
    } else {
        Whole::Unknown
    }
}
