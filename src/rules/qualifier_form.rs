//! `qualifier-form`: a kind of statement that a form cannot show is not drawn in it.
//!
//! "About 80" fills no whole number of cells, a size class is no amount, a count of named items is no share, and what
//! was not published has no length.

use crate::diagnostic::Both;
use crate::model::chart::Chart;
use crate::model::figure::{FigureIx, Value};
use crate::rules::Bench;
use crate::statement::{Bound, Form, Measure};

pub(super) fn check(bench: &mut Bench, chart: &Chart, path: &str) {
    let one = |ix: &FigureIx| vec![(*ix, format!("{path}.figure"))];
    let many = |list: Vec<FigureIx>, name: &str| -> Vec<(FigureIx, String)> {
        list.into_iter().enumerate().map(|(i, ix)| (ix, format!("{path}.{name}[{i}]"))).collect()
    };
    // whether the form can show about, ceilings, and nothing at all
    let (figures, about, ceiling, missing) = match chart {
        Chart::Waffle { figure, .. } => (one(figure), false, true, false),
        Chart::RateRings { items, .. } => {
            (many(items.iter().map(|i| i.figure).collect(), "items"), false, true, false)
        }
        Chart::UnitField { fields, .. } => {
            (many(fields.iter().map(|f| f.figure).collect(), "fields"), false, false, false)
        }
        Chart::Stacks { figures, .. } => (many(figures.clone(), "figures"), false, false, false),
        Chart::BlockStack { figure, .. } => (one(figure), false, false, false),
        Chart::AreaSquares { items, .. } => {
            (many(items.iter().map(|i| i.figure).collect(), "items"), false, false, false)
        }
        Chart::IndexPair { figure, .. } => (one(figure), false, false, false),
        Chart::Bars { items, .. } => {
            (many(items.iter().map(|i| i.figure).collect(), "items"), true, true, true)
        }
        _ => return,
    };
    for (ix, place) in figures {
        let figure = bench.story.figure(ix);
        let bars = matches!(chart, Chart::Bars { .. });
        let squares = matches!(chart, Chart::AreaSquares { .. } | Chart::IndexPair { .. });
        let (zh, en) = match (figure.form(), figure.bound()) {
            _ if figure.value() == Value::Missing && !missing => ("未公布", "not published"),
            _ if matches!(figure.value(), Value::Date(_)) || figure.measure() == Measure::Rank => {
                ("日期或次序", "a date or a rank")
            }
            (Form::Amount, Bound::Between) => ("一个范围", "a range"),
            (Form::Amount, Bound::About | Bound::Nearly) if !about => ("约数", "an approximate number"),
            (Form::Amount, Bound::UpTo | Bound::LessThan) if !ceiling => ("上限", "a ceiling"),
            (Form::Amount, Bound::MoreThan | Bound::AtLeast) if squares => ("下限", "a floor"),
            (Form::Class, _) if !bars => ("量级", "a size class"),
            (Form::OpenList, _) => ("未完名单的项数", "a count of named items in an open list"),
            _ if figure.number().is_some_and(|n| n.mantissa < 0) => ("负数", "a negative number"),
            _ => continue,
        };
        let name = bench.name(ix);
        bench.error(
            "qualifier-form",
            &place,
            Both::new(
                format!("{}是{zh}，这种图画不出它的意思", name.zh()),
                format!("{} is {en}, which this form cannot show", name.en()),
            ),
            Both::new("改用 bars、callouts 或 words", "use bars, callouts or words"),
        );
    }
}
