//! `mixed-denominator`: shares with different denominators never share an axis or an operation (caution c08).

use crate::diagnostic::Both;
use crate::model::chart::Chart;
use crate::model::figure::{FigureIx, Operation};
use crate::rules::Bench;
use crate::statement::Measure;

/// Two shares whose denominators are not known to be the same.
fn differ(bench: &Bench, a: FigureIx, b: FigureIx) -> bool {
    let (a, b) = (bench.story.figure(a), bench.story.figure(b));
    let share = |f: &crate::model::figure::Figure| f.measure() == Measure::Share || f.unit().is_percent();
    if !share(a) && !share(b) {
        return false;
    }
    match (a.denominator(), b.denominator()) {
        (Some(x), Some(y)) => x.id != y.id,
        _ => true,
    }
}

fn report(bench: &mut Bench, a: FigureIx, b: FigureIx, path: &str) {
    let (a, b) = (bench.name(a), bench.name(b));
    bench.error(
        "mixed-denominator",
        path,
        Both::new(
            format!("{}与{}分母不同，不能放在同一尺度上", a.zh(), b.zh()),
            format!("{} and {} have different denominators and cannot share a scale", a.en(), b.en()),
        ),
        Both::new(
            "改用 rate-rings 或 callouts，各用各的尺度",
            "use rate-rings or callouts, each with its own scale",
        ),
    );
}

pub(super) fn check_figures(bench: &mut Bench) {
    for ix in bench.all_figures() {
        let figure = bench.story.figure(ix);
        let Some(d) = figure.derivation().filter(|d| d.operation != Operation::Convert) else { continue };
        let (inputs, path) = (d.inputs.clone(), format!("{}.derived", figure.path));
        for pair in inputs.windows(2) {
            if differ(bench, pair[0], pair[1]) {
                report(bench, pair[0], pair[1], &path);
            }
        }
    }
}

pub(super) fn check(bench: &mut Bench, chart: &Chart, path: &str) {
    let (together, place): (Vec<FigureIx>, String) = match chart {
        Chart::Stacks { figures, .. } => (figures.clone(), format!("{path}.figures")),
        Chart::UnitField { fields, .. } => {
            (fields.iter().map(|f| f.figure).collect(), format!("{path}.fields"))
        }
        Chart::Bars { items, .. } => (items.iter().map(|i| i.figure).collect(), format!("{path}.items")),
        Chart::AreaSquares { items, .. } => {
            (items.iter().map(|i| i.figure).collect(), format!("{path}.items"))
        }
        Chart::DotLine { series, compare, .. } => {
            let first = bench.story.series(*series).plotted.first().copied();
            (first.into_iter().chain(compare.iter().copied()).collect(), format!("{path}.compare"))
        }
        _ => return,
    };
    // the article's ring on a dot line may be of a rate whose denominator its article does not name, where it says so
    let noted = |ix: FigureIx| bench.story.figure(ix).denominator().is_some_and(|d| !d.stated);
    let pair = together.iter().skip(1).find(|b| {
        let allowed = matches!(chart, Chart::DotLine { .. }) && noted(**b);
        !allowed && differ(bench, together[0], **b)
    });
    if let Some(b) = pair.copied() {
        report(bench, together[0], b, &place);
    }
    let units: Vec<&str> = together.iter().map(|ix| bench.story.figure(*ix).unit().id.as_str()).collect();
    let one_scale = matches!(chart, Chart::AreaSquares { .. } | Chart::DotLine { .. } | Chart::Bars { .. });
    if let Some(i) = units.iter().position(|u| *u != units[0]).filter(|_| one_scale) {
        let (a, b) = (bench.name(together[0]), bench.name(together[i]));
        bench.error(
            "mixed-unit",
            &place,
            Both::new(
                format!("{}与{}单位不同，不能用同一比例", a.zh(), b.zh()),
                format!("{} and {} have different units and cannot share a scale", a.en(), b.en()),
            ),
            Both::new(
                "改用 callouts，各用各的尺度；能换算的先换算（derived: convert）",
                "use callouts, each with its own scale, or convert one of them first (derived: convert)",
            ),
        );
    }
}
