//! A scene in words, as short or as long as the reader wants: built from its figures and its authored finding.
//!
//! **Invariant**: numbers come from figures, with their bounds; two figures are compared only where both are exact and
//! follow one definition; a gap is told as a gap.

use crate::chart::Chart;
use crate::locale::Locale;
use crate::model::figure::FigureIx;
use crate::model::record::{bound_words, years_text};
use crate::model::{Seen, Series};
use crate::story::{Scene, Story};
use std::collections::BTreeSet;

/// How much is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// The finding and what there is.
    Short,
    /// Besides: what is measured, and of each chart its period, direction, key values, bounds and gaps.
    Normal,
    /// Besides: every statement with its bound and source.
    Full,
}

impl Detail {
    pub const ALL: [Detail; 3] = [Detail::Short, Detail::Normal, Detail::Full];

    pub fn parse(name: &str) -> Option<Detail> {
        Some(match name {
            "short" => Detail::Short,
            "normal" => Detail::Normal,
            "full" => Detail::Full,
            _ => return None,
        })
    }
}

/// Longest announcement, in characters: longer ones are broken off by readers' next key.
pub const ANNOUNCED: usize = 120;
/// Figures and names told of a chart at normal length.
const TOLD: usize = 4;

/// What is said when a scene has come: its number, name and finding, at most 120 characters.
pub fn announcement(story: &Story, scene: &Scene, locale: Locale) -> String {
    let number = if scene.number > 0 { format!("{} ", scene.number) } else { String::new() };
    let (name, title) = (scene.name.get(locale), story.expand_plain(&scene.title, locale));
    let whole = format!("{number}{name}{}{title}", locale.pick("：", ": "));
    if whole.chars().count() <= ANNOUNCED {
        return whole;
    }
    let cut: String = whole.chars().take(ANNOUNCED - 1).collect();
    // at a word, not within one
    let end = cut.rfind(' ').filter(|at| locale == Locale::En && *at > 0).unwrap_or(cut.len());
    format!("{}…", cut[..end].trim_end())
}

/// The scene in sentences, one a line of the answer.
pub fn summary(story: &Story, scene: &Scene, locale: Locale, detail: Detail) -> Vec<String> {
    // what only a sentence quotes has its own place in the text
    let figures = story.shown_figures(scene.charts());
    let mut lines = vec![sentence(story.expand_plain(&scene.title, locale), locale)];
    if detail != Detail::Short {
        lines.push(sentence(story.expand_plain(&scene.subtitle, locale), locale));
    }
    lines.extend(counts(story, scene, &figures, locale));
    if detail == Detail::Short {
        return lines;
    }
    for chart in scene.rows.iter().flatten().map(|p| &p.chart) {
        lines.extend(of_chart(story, chart, locale));
    }
    if detail == Detail::Full {
        for ix in figures {
            let f = story.figure(ix);
            let bound = match f.is_bounded() {
                true => format!("{}{}", locale.pick("；", "; "), bound_words(f, locale)),
                false => String::new(),
            };
            let (from, source) = (locale.pick("；出自", "; from "), story.cite_source(f.source(), locale));
            lines.push(sentence(format!("{}{bound}{from}{source}", story.statement(ix, locale)), locale));
        }
    }
    lines.push(sentence(story.source_line(scene, locale).0, locale));
    lines
}

fn sentence(text: String, locale: Locale) -> String {
    if text.ends_with(['。', '！', '？', '.', '!', '?']) {
        text
    } else {
        format!("{text}{}", locale.pick("。", "."))
    }
}

/// How many numbers, how many of them bounded, goals, and years without one.
fn counts(story: &Story, scene: &Scene, figures: &[FigureIx], locale: Locale) -> Option<String> {
    let count = |test: &dyn Fn(FigureIx) -> bool| figures.iter().filter(|ix| test(**ix)).count();
    let bounded = count(&|ix| story.figure(ix).is_bounded());
    let goals = count(&|ix| story.figure(ix).is_target());
    let gaps: usize = scene.rows.iter().flatten().map(|p| gaps_of(story, &p.chart)).sum();
    let mut parts = Vec::new();
    let mut part = |n: usize, zh: &str, one: &str, many: &str| {
        if n > 0 {
            let n_text = n.to_string();
            let words = if n == 1 { one } else { many };
            parts.push(locale.pick(&zh.replace("{}", &n_text), &words.replace("{}", &n_text)).to_string());
        }
    };
    part(figures.len(), "图中有{}个数", "1 figure in the picture", "{} figures in the picture");
    part(bounded, "{}个不是确数", "1 not exact", "{} not exact");
    part(goals, "{}个是目标", "1 a goal", "{} goals");
    part(gaps, "{}年未见公布", "1 year without a figure", "{} years without a figure");
    (!parts.is_empty()).then(|| sentence(parts.join(locale.pick("，", ", ")), locale))
}

fn gaps_of(story: &Story, chart: &Chart) -> usize {
    chart.as_type().series().map_or(0, |series| story.missing_years(story.series(series)))
}

/// What a chart says, at normal length.
fn of_chart(story: &Story, chart: &Chart, locale: Locale) -> Vec<String> {
    let mut lines = Vec::new();
    let mut seen = story.shown([chart]);
    if let Some(series) = chart.as_type().series() {
        let series = story.series(series);
        lines.extend(of_series(story, series, locale));
        let plotted: BTreeSet<FigureIx> = series.plotted.iter().copied().collect();
        seen.retain(|s| !matches!(s, Seen::Figure(ix) if plotted.contains(ix)));
    }
    let (semicolon, comma) = (locale.pick("；", "; "), locale.pick("、", ", "));
    let mut statements: Vec<String> = seen
        .iter()
        .map(|s| match s {
            Seen::Figure(ix) => story.statement(*ix, locale),
            Seen::Milestone(ix) => {
                let m = story.milestone(*ix);
                format!("{}{}{}", m.date.display(locale), locale.pick("，", ", "), m.label.get(locale))
            }
            Seen::Name(ix) => story.name(*ix).text.get(locale).to_string(),
            Seen::List(ix) => {
                let list = story.list(*ix);
                let mut names: Vec<&str> = list.items.iter().map(|i| i.text.get(locale)).collect();
                let more = names.len() > 2 * TOLD;
                names.truncate(2 * TOLD);
                let open = match (list.open, locale) {
                    (true, Locale::Zh) => "等",
                    (true, Locale::En) => ", and others",
                    (false, _) if more => "……",
                    _ => "",
                };
                let goal = if list.is_target() { locale.pick("（目标）", " (goals)") } else { "" };
                let colon = locale.pick("：", ": ");
                format!("{}{goal}{colon}{}{open}", list.label.get(locale), names.join(comma))
            }
        })
        .collect();
    let rest = statements.len().saturating_sub(TOLD);
    statements.truncate(TOLD);
    if statements.is_empty() {
        return lines;
    }
    if rest > 0 {
        let n = rest.to_string();
        statements.push(locale.pick(&format!("另有{n}项"), &format!("and {n} more")).to_string());
    }
    let title = chart.as_type().heading(story, locale);
    let text = statements.join(semicolon);
    // one statement, or one under the same name, needs no heading
    let same = statements.iter().any(|s| s.starts_with(&title));
    let named = lines.is_empty() && statements.len() > 1 && !same;
    let lead = if named { format!("{title}{}", locale.pick("：", ": ")) } else { String::new() };
    lines.push(sentence(format!("{lead}{text}"), locale));
    lines
}

/// Period, ends, extremes, direction and gaps of a series.
fn of_series(story: &Story, series: &Series, locale: Locale) -> Vec<String> {
    let mut points: Vec<FigureIx> =
        series.plotted.iter().copied().filter(|ix| story.figure(*ix).number().is_some()).collect();
    crate::geometry::sort_by_key(&mut points, |ix| story.figure(*ix).period().start);
    let (Some(&first), Some(&last)) = (points.first(), points.last()) else { return Vec::new() };
    let say = |ix: FigureIx| {
        let f = story.figure(ix);
        let (period, phrase) = (f.period().text.get(locale), f.display(locale));
        locale.pick(&format!("{period}{phrase}"), &format!("{phrase} in {period}")).to_string()
    };
    let label = series.label.get(locale);
    let mut lines = Vec::new();
    let n = points.len();
    lines.push(match (locale, n) {
        (_, 1) => format!("{label}{}{}", locale.pick("：", ": "), say(first)),
        (Locale::Zh, _) => format!("{label}：{n}个年份有数，最早{}，最近{}", say(first), say(last)),
        (Locale::En, _) => format!("{label}: {n} years with a figure, from {} to {}", say(first), say(last)),
    });
    if n > 1 {
        lines.push(direction(story, first, last, locale).to_string());
        // a bound has no place among the largest and the smallest
        let exact = |ix: &&FigureIx| !story.figure(**ix).is_bounded();
        let by =
            |a: &&FigureIx, b: &&FigureIx| story.figure(**a).amount().total_cmp(&story.figure(**b).amount());
        let highest = points.iter().filter(exact).max_by(by);
        let lowest = points.iter().filter(exact).min_by(by);
        if let (Some(high), Some(low)) = (highest, lowest) {
            let (high, low) = (say(*high), say(*low));
            lines.push(match locale {
                Locale::Zh => format!("确数中最高是{high}，最低是{low}"),
                Locale::En => format!("Of the exact figures the highest is {high}, the lowest {low}"),
            });
        }
    }
    let bounded = points.iter().filter(|ix| story.figure(**ix).is_bounded());
    let bounded: Vec<String> = bounded.map(|ix| say(*ix)).collect();
    if !bounded.is_empty() {
        let list = bounded.join(locale.pick("、", ", "));
        lines.push(locale.pick(&format!("不是确数的：{list}"), &format!("Not exact: {list}")).to_string());
    }
    let gaps = story.gaps(series);
    if !gaps.is_empty() {
        let count = story.missing_years(series);
        let runs: Vec<String> = gaps.into_iter().map(|g| years_text(g, locale)).collect();
        let runs = runs.join(locale.pick("、", ", "));
        lines.push(match (locale, count) {
            (Locale::Zh, _) => format!("{count}年未见公布：{runs}"),
            (Locale::En, 1) => format!("No figure found for 1 year: {runs}"),
            (Locale::En, _) => format!("No figure found for {count} years: {runs}"),
        });
    }
    lines.into_iter().map(|line| sentence(line, locale)).collect()
}

/// Whether the last point stands higher than the first: said only where both are exact and follow one definition.
fn direction(story: &Story, first: FigureIx, last: FigureIx, locale: Locale) -> &'static str {
    let (a, b) = (story.figure(first), story.figure(last));
    if a.definition() != b.definition() {
        return locale.pick(
            "首尾两年口径不同，不作比较",
            "The two ends follow different definitions and are not compared",
        );
    }
    if a.is_bounded() || b.is_bounded() {
        return locale
            .pick("首尾两年不全是确数，不作比较", "The two ends are not both exact and are not compared");
    }
    match b.amount().total_cmp(&a.amount()) {
        std::cmp::Ordering::Greater => {
            locale.pick("最近一年高于最早一年", "The last year stands higher than the first")
        }
        std::cmp::Ordering::Less => {
            locale.pick("最近一年低于最早一年", "The last year stands lower than the first")
        }
        std::cmp::Ordering::Equal => locale.pick("首尾两年相同", "The two ends are equal"),
    }
}
