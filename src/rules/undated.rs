//! `undated`: what has no date in its source is never placed on a time axis (cautions c13, c14).

use crate::diagnostic::Both;
use crate::model::chart::{Chart, Event};
use crate::rules::Bench;

pub(super) fn check(bench: &mut Bench, chart: &Chart, path: &str) {
    let Chart::Timeline { events, .. } = chart else { return };
    for (i, event) in events.iter().enumerate() {
        let Event::Figure(ix) = event else { continue };
        if bench.story.figure(*ix).date().is_some() {
            continue;
        }
        let name = bench.name(*ix);
        bench.error(
            "undated",
            &format!("{path}.events[{i}]"),
            Both::new(
                format!("{}没有日期，不能放上时间轴", name.zh()),
                format!("{} has no date and may not stand on a time axis", name.en()),
            ),
            Both::new(
                "移到 undated；另有来源写明年份时，建一条 milestone",
                "move it to \"undated\"; where another source gives the year, add a milestone",
            ),
        );
    }
}
