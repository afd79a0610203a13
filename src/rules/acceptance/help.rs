//! What to do about a refusal: what would help in this chart, then the charts that take the statement.
//!
//! **Invariant**: comes from the reason and from `chart::alternatives`; never another amount.

use crate::chart::acceptance::{refusals, Reason};
use crate::chart::alternatives::{alternatives, in_words};
use crate::chart::lines::{Line, Lines};
use crate::chart::small_multiples::SmallMultiples;
use crate::chart::Chart;
use crate::diagnostic::Both;
use crate::geometry::number;
use crate::model::figure::FigureIx;
use crate::model::vocabulary::CHARTS;
use crate::model::Facts;

/// What a chart is called in newsrooms, with its word of the format in brackets where that is another one.
fn named(id: &str) -> (String, String) {
    let Some((_, zh, en)) = CHARTS.iter().find(|(known, ..)| *known == id) else {
        return (id.to_string(), id.to_string());
    };
    let en = if *en == id { en.to_string() } else { format!("{en} ({id})") };
    (format!("{zh}（{id}）"), en)
}

/// Says that one of some charts is to be used.
fn use_one_of(ids: &[&str]) -> Both {
    let (zh, en): (Vec<String>, Vec<String>) = ids.iter().map(|id| named(id)).unzip();
    let joined = |names: &[String], comma: &str, or: &str| match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, first)) => [&first.join(comma), or, last].concat(),
        None => String::new(),
    };
    Both::new(format!("改用{}", joined(&zh, "、", "或")), format!("use {}", joined(&en, ", ", " or ")))
}

/// What to do about a list: the chart of what it is, or words.
pub(super) fn help_with_list(reason: Reason) -> Both {
    let with = |charts: &[&str], zh: &str, en: &str| {
        let help = use_one_of(charts);
        Both::new(format!("{}{zh}", help.zh()), format!("{}{en}", help.en()))
    };
    match reason {
        Reason::NoGoal => with(
            &["plaques", "words"],
            "；各项确是目标时，在名单里写 \"status\": \"target\"",
            "; if its items are goals, write \"status\": \"target\" in the list",
        ),
        _ => with(&["outlines", "words"], "", ""),
    }
}

/// Returns whether what is wrong is how several figures stand beside each other: another chart of them all would
/// refuse them too.
fn is_between(reason: Reason) -> bool {
    matches!(
        reason,
        Reason::TooSmall
            | Reason::MixedUnit(_)
            | Reason::MixedWhole(_)
            | Reason::MixedMeasure(_)
            | Reason::MixedDefinition(_)
            | Reason::MixedPeriod(_)
            | Reason::MixedBase(_)
            | Reason::MixedPrices(_)
            | Reason::MayOverlap(_)
            | Reason::UnlikePeriods(_)
            | Reason::Backwards(_)
            | Reason::UnknownOrder(_)
    )
}

/// What to do about it: other charts, after what would help in this one.
pub(super) fn help(facts: &Facts, figure: FigureIx, reason: Reason, chart: &Chart) -> Both {
    let charts: Vec<&str> = match is_between(reason) {
        true => in_words().collect(),
        false => alternatives(facts, figure, chart.name()),
    };
    let other = use_one_of(&charts);
    let (zh, en) = (other.zh().to_string(), other.en().to_string());
    let before =
        |own_zh: String, own_en: String| Both::new(format!("{own_zh}；或{zh}"), format!("{own_en}, or {en}"));
    // a table refuses an order and nothing else
    if let Chart::Table(_) = chart {
        return before(
            "照所写的次序排（\"sort\": \"given\"）".into(),
            "keep the rows in the order in which they are written (\"sort\": \"given\")".into(),
        );
    }
    let takes =
        |other: Option<Chart>| other.is_some_and(|other| refusals(other.acceptance(), facts).is_empty());
    match reason {
        Reason::TooMany { per: Some(per), .. } => {
            let per = number(per);
            before(
                format!("让一个点代表 {per}（\"per\": {per}）"),
                format!("let one mark stand for {per} (\"per\": {per})"),
            )
        }
        Reason::TooFew { per } => {
            let per = number(per);
            before(
                format!("让一个点代表 {per}（\"per\": {per}）"),
                format!("let one mark stand for {per} (\"per\": {per})"),
            )
        }
        Reason::NoWhole => before(
            "来源写明了整体，就在这个数字里写明它（part_of）".into(),
            "where the source does state the whole, name it in the figure (part_of)".into(),
        ),
        Reason::Unit(_) if matches!(chart, Chart::StackedParts(_)) => before(
            "在图里用 whole 指出整体的数字，或由程序算出各自的占比（derived 的 share）".into(),
            "name the figure of the whole in the chart (whole), or have the shares computed (derived, share)".into(),
        ),
        Reason::NoGoal => {
            before(
            "确是目标时，在数字里写 \"status\": \"target\"".into(),
            "if it is a goal, write \"status\": \"target\" in the figure".into(),
        )
        }
        Reason::MixedBase(_) => before(
            "确是同一种比法（都与上年比）时，base 写同一期".into(),
            "where both are compared in one way (each with the year before), write the same period as base".into(),
        ),
        Reason::MixedUnit(_) => before(
            "能换算的，先由程序换算成同一单位（derived 的 convert）".into(),
            "have one of them converted to the unit of the other first (derived, convert)".into(),
        ),
        Reason::TooManyPeriods(_) if !charts.contains(&"lines") && takes(as_lines(chart)) => {
            before("改用折线图（lines）".into(), "use lines".into())
        }
        Reason::TooManyLines(_) if takes(as_panels(chart)) => before(
            "改用同尺小图（small-multiples），一格一条".into(),
            "use small multiples (small-multiples), a panel for each line".into(),
        ),
        // panels of unlike definitions are not compared
        Reason::TooManyLines(_) => {
            before("把线分到两个图里".into(), "put some of the lines into a second chart".into())
        }
        Reason::TooManyPanels(_) => {
            before("把序列分到两个图里".into(), "put some of the series into a second chart".into())
        }
        Reason::MayOverlap(_) => before(
            "来源写明两者互不重叠时，在其中一个数字里写明（disjoint_with）".into(),
            "where the source says that they do not overlap, say so in one of the two figures (disjoint_with)".into(),
        ),
        Reason::Backwards(_) => before(
            "前一期写在 from，后一期写在 to".into(),
            "write the earlier one as from and the later one as to".into(),
        ),
        Reason::Undated => Both::new(
            "放到没有日期的一栏（undated）；另有来源写明年份时，登记为一件大事（milestone）",
            "list it among what has no date (undated); where another source gives the year, enter it as an event \
             (milestone)",
        ),
        _ => Both::new(zh, en),
    }
}

/// The series of columns as a line; nothing where other figures stand beside it, for which lines have no place.
fn as_lines(chart: &Chart) -> Option<Chart> {
    let Chart::Columns(columns) = chart else { return None };
    let items = vec![Line { series: columns.series, label: None }];
    columns.figures.is_empty().then_some(Chart::Lines(Lines { title: None, items, note: None }))
}

/// The series of lines as a panel each.
fn as_panels(chart: &Chart) -> Option<Chart> {
    let Chart::Lines(lines) = chart else { return None };
    Some(Chart::SmallMultiples(SmallMultiples { title: None, items: lines.items.clone(), note: None }))
}
