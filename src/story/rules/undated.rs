//! `undated`: what has no date in its source is never placed on a time axis (cautions c13, c14).

use super::Bench;
use crate::locale::date::Date;
use crate::story::chart::{Chart, Event};
use crate::story::figure::{Figure, Value};
use crate::story::problem::Both;

/// The date at which a figure may stand on a time axis: its own value, or the start of its period.
pub fn date_of(figure: &Figure) -> Option<Date> {
    match figure.value() {
        Value::Date(date) => Some(date),
        _ => figure.period().start.filter(|_| figure.period().window.as_deref() != Some("undated")),
    }
}

pub(super) fn check(bench: &mut Bench, chart: &Chart, path: &str) {
    let Chart::Timeline { events, .. } = chart else { return };
    for (i, event) in events.iter().enumerate() {
        let Event::Figure(ix) = event else { continue };
        if date_of(bench.story.figure(*ix)).is_some() {
            continue;
        }
        let name = bench.name(*ix);
        bench.error(
            "undated",
            &format!("{path}.events[{i}]"),
            Both::new(
                format!("{}没有日期，不能放上时间轴", name.zh),
                format!("{} has no date and may not stand on a time axis", name.en),
            ),
            Both::new(
                "移到 undated；另有来源写明年份时，建一条 milestone",
                "move it to \"undated\"; where another source gives the year, add a milestone",
            ),
        );
    }
}
