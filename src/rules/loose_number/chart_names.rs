//! Names that a chart gives its figures by itself: of another year than theirs, of a goal where they are results, one for two
//! things, two for one.
//!
//! **Invariant**: only what a name states by itself is held against it: a year, its first or last word; a name without them
//! is never in the way.

use crate::chart::{self, Chart};
use crate::diagnostic::Both;
use crate::locale::Text;
use crate::model::figure::{Figure, FigureIx};
use crate::rules::loose_number::label_words::says_goal;
use crate::rules::loose_number::part_year;
use crate::rules::{Bench, Place};

/// A name that the chart gives, by its member, with the figures that it is of.
type Named<'c> = (String, &'c Text, Vec<FigureIx>);

/// The names that a chart gives its figures by itself.
fn names(chart: &Chart) -> Vec<Named<'_>> {
    match chart {
        Chart::GroupedBars(chart) => {
            let first = chart.items.iter().map(|item| item.first).collect();
            let second = chart.items.iter().map(|item| item.second).collect();
            vec![("first".into(), &chart.first, first), ("second".into(), &chart.second, second)]
        }
        Chart::IndexPair(chart) => vec![("now_label".into(), &chart.now_label, vec![chart.figure])],
        Chart::Ranges(chart) => {
            let of = |(i, item): (usize, &'_ crate::chart::ranges::Span)| {
                (format!("items[{i}].label"), [Some(item.figure), item.to].into_iter().flatten().collect())
            };
            let all = chart.items.iter().enumerate();
            all.filter_map(|(i, item)| item.label.as_ref().map(|label| (label, of((i, item)))))
                .map(|(label, (member, figures))| (member, label, figures))
                .collect()
        }
        Chart::Slope(chart) => {
            let all = chart.items.iter().enumerate();
            all.filter_map(|(i, item)| {
                Some((format!("items[{i}].label"), item.label.as_ref()?, vec![item.from, item.to]))
            })
            .collect()
        }
        Chart::Bars(chart::bars::Bars { items, .. })
        | Chart::DivergingBars(chart::diverging_bars::DivergingBars { items, .. })
        | Chart::Callouts(chart::callouts::Callouts { items, .. }) => {
            let all = items.iter().enumerate();
            all.filter_map(|(i, item)| {
                Some((format!("items[{i}].label"), item.label.as_ref()?, vec![item.figure]))
            })
            .collect()
        }
        _ => Vec::new(),
    }
}

/// The years that a text names.
fn years(text: &Text) -> Vec<i32> {
    let runs = text.iter().flat_map(|(_, words)| words.split(|c: char| !c.is_ascii_digit()));
    let years = runs.filter(|run| run.len() == 4).filter_map(|run| run.parse().ok());
    years.filter(|year| (1000..3000).contains(year)).collect()
}

/// The years of a figure's period.
fn years_of(figure: &Figure) -> Vec<i32> {
    let period = figure.period();
    let dated = [period.start, period.end].into_iter().flatten().map(|date| date.year);
    dated.chain(years(&period.text)).collect()
}

/// Names that a chart gives: of another year than the figures, of a goal where they are results.
pub(in crate::rules) fn check(bench: &mut Bench, chart: &Chart) {
    for (member, name, figures) in names(chart) {
        let figures: Vec<&Figure> = figures.iter().map(|ix| bench.story.figure(*ix)).collect();
        let own: Vec<i32> = figures.iter().flat_map(|figure| years_of(figure)).collect();
        // of two bars each has its own side's year
        let each = matches!(chart, Chart::GroupedBars(_));
        let sides = figures.iter().filter(|_| each).map(|figure| years_of(figure));
        let other = sides.chain((!each).then_some(own)).find(|own| is_other_year(name, own));
        if let Some(own) = other {
            other_year(bench, &member, name, &own);
        }
        part_year::check_name(bench, &member, name, &figures);
        if figures.iter().all(|figure| figure.status().is_result()) {
            goal(bench, &member, name);
        }
    }
    match chart {
        Chart::IndexPair(chart) => {
            let figure = bench.story.figure(chart.figure);
            let own = figure.base().map(years).unwrap_or_default();
            if is_other_year(&chart.base_label, &own) {
                other_year(bench, "base_label", &chart.base_label, &own);
            }
        }
        Chart::Lines(crate::chart::lines::Lines { items, .. })
        | Chart::SmallMultiples(crate::chart::small_multiples::SmallMultiples { items, .. }) => {
            for (i, item) in items.iter().enumerate() {
                let series = bench.story.series(item.series);
                if items[..i].iter().any(|other| other.series == item.series) {
                    twice(bench, format!("items[{i}].series"), &series.label);
                }
                let mut points = series.plotted.iter().map(|ix| bench.story.figure(*ix));
                if let Some(label) = item.label.as_ref().filter(|_| points.any(|f| f.status().is_result())) {
                    goal(bench, &format!("items[{i}].label"), label);
                }
            }
        }
        Chart::Plaques(chart) => {
            let list = bench.story.list(chart.list);
            if !list.is_target() {
                goal(bench, "list", &list.label);
            }
        }
        Chart::Slope(chart) => {
            for (i, item) in chart.items.iter().enumerate() {
                unlike(bench, format!("items[{i}].from"), item.from, item.to);
            }
        }
        Chart::Columns(chart) => {
            for (i, ix) in chart.figures.iter().enumerate() {
                let last = bench.story.series(chart.series).plotted.last().copied();
                // what is hollow says that it is no further point
                if let Some(last) = last.filter(|_| bench.story.figure(*ix).status().is_result()) {
                    unlike(bench, format!("figures[{i}]"), *ix, last);
                }
            }
        }
        _ => {}
    }
}

/// Whether a name says a year and none of those that are its figures' own.
fn is_other_year(name: &Text, own: &[i32]) -> bool {
    let said = years(name);
    !said.is_empty() && !own.is_empty() && said.iter().all(|year| !own.contains(year))
}

fn other_year(bench: &mut Bench, member: &str, name: &Text, own: &[i32]) {
    let said = years(name);
    let list = |years: &[i32]| {
        let mut years = years.to_vec();
        years.dedup();
        years.iter().map(i32::to_string).collect::<Vec<_>>().join(", ")
    };
    let (said, own) = (list(&said), list(own));
    bench.refuse(
        "loose-number",
        member,
        Both::new(
            format!("这里写的是 {said}，它的数却是 {own} 的"),
            format!("this says {said}, and what stands beside it is of {own}"),
        ),
        Both::new("改成数字自己的年份，或不写年份", "write the year of the figures, or none"),
    );
}

fn goal(bench: &mut Bench, member: &str, name: &Text) {
    let Some(word) = says_goal(name) else { return };
    let (zh, en) = (name.zh().to_string(), name.en().to_string());
    bench.warn(
        "target-as-result",
        Place::Chart(bench.chart, member.to_string()),
        Both::new(
            format!("“{zh}”说是“{word}”，画的却是已有的结果"),
            format!("\"{en}\" has \"{word}\" in it, but what is drawn is a result"),
        ),
        Both::new(
            "是目标或预测，就在数字或名单里写 status；是结果就换个名称",
            "where it is one, set the status of its figures or its list; if they are results, call them otherwise",
        ),
    );
}

fn twice(bench: &mut Bench, member: String, name: &Text) {
    bench.refuse(
        "repeated-item",
        member,
        Both::new(
            format!("“{}”在这个图里画了两次，像是两样东西", name.zh()),
            format!("\"{}\" is drawn twice in this chart, as if it were two things", name.en()),
        ),
        Both::new("删去其一，或改成另一个序列", "take one of them out, or name another series"),
    );
}

/// What is drawn as one thing at two times has two names.
fn unlike(bench: &mut Bench, member: String, ix: FigureIx, other: FigureIx) {
    let (a, b) = (bench.story.figure(ix).label(), bench.story.figure(other).label());
    let plain = |words: &str| {
        let kept = words.chars().filter(|c| c.is_alphabetic() && !"年季度月".contains(*c));
        kept.flat_map(char::to_lowercase).collect::<String>()
    };
    let same = a.iter().any(|(locale, words)| plain(words) == plain(b.get(locale)));
    if same {
        return;
    }
    let (one, two) = (bench.name(ix), bench.name(other));
    bench.warn(
        "series-break",
        Place::Chart(bench.chart, member),
        Both::new(
            format!("{}和{}名称不同，这里却画成同一样东西的两期", one.zh(), two.zh()),
            format!(
                "{} and {} have different names, but are drawn as one thing at two times",
                one.en(),
                two.en()
            ),
        ),
        Both::new(
            "是同一样东西，就用同一个名称（年份可以不同）；不是就分开画",
            "give them one name (years may differ) if they are one thing; else draw them apart",
        ),
    );
}
