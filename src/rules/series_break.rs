//! `series-break`: points of different definitions or sources are not joined; a period has one point (caution c18).

use crate::chart::lines::Lines;
use crate::chart::small_multiples::SmallMultiples;
use crate::chart::Chart;
use crate::diagnostic::Both;
use crate::locale::date::{Date, Part};
use crate::model::SeriesIx;
use crate::rules::Bench;

pub(super) fn check(bench: &mut Bench, chart: &Chart) {
    match chart {
        Chart::Lines(Lines { items, .. }) | Chart::SmallMultiples(SmallMultiples { items, .. }) => {
            for (i, item) in items.iter().enumerate() {
                check_series(bench, item.series, format!("items[{i}].series"));
            }
        }
        _ => {
            if let Some(series) = chart.as_type().series() {
                check_series(bench, series, "series".to_string());
            }
        }
    }
}

fn check_series(bench: &mut Bench, series: SeriesIx, place: String) {
    let series = bench.story.series(series);
    if series.plotted.is_empty() {
        bench.refuse(
            "series-break",
            place.clone(),
            Both::new(
                format!("序列“{}”没有可以上轴的点", series.label.zh()),
                format!("the series \"{}\" has no point that may stand on an axis", series.label.en()),
            ),
            Both::new(
                "用大字（callouts）列出单个点，如 series@2017",
                "show single points as big numbers (callouts), for example series@2017",
            ),
        );
        return;
    }
    let undefined = series.plotted.iter().find(|ix| bench.story.figure(**ix).definition().is_empty());
    if let Some(ix) = undefined.copied() {
        let name = bench.name(ix);
        bench.refuse(
            "series-break",
            place.clone(),
            Both::new(
                format!("{}没有写 definition，无从判断能否与邻点相连", name.zh()),
                format!(
                    "{} has no definition, so nobody can tell whether it may be joined to its neighbour",
                    name.en()
                ),
            ),
            Both::new(
                "CSV 加一列“口径”，口径相同的行写同一个代号，如 year-end",
                "add a column \"definition\" to the CSV, with one id for all lines of one definition, such as year-end",
            ),
        );
    }
    let dates: Vec<_> =
        series.plotted.iter().map(|ix| (bench.story.figure(*ix).period().start, *ix)).collect();
    // a year and a month of it are no two periods
    let within = |a: Option<Date>, b: Option<Date>| {
        let (Some(a), Some(b)) = (a, b) else { return a == b };
        a == b || (a.year == b.year && (a.part == Part::Year || b.part == Part::Year))
    };
    if let Some(pair) = dates.windows(2).find(|w| within(w[0].0, w[1].0)) {
        let (a, b) = (bench.name(pair[0].1), bench.name(pair[1].1));
        bench.refuse(
            "series-break",
            place.clone(),
            Both::new(
                format!("同一期有两个点：{}和{}", a.zh(), b.zh()),
                format!("two points of one period: {} and {}", a.en(), b.en()),
            ),
            Both::new(
                "其一不画：CSV 的 use 一栏写 context；是别的来源的说法就写进 others",
                "keep one of them off the axis: write context in the column use of the CSV; what another source says goes \
                 under \"others\"",
            ),
        );
    }
}
