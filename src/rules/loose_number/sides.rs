//! `swapped-sides`: what a chart draws as the first of a pair in one place is the first in all, as its names say, and
//! no name stands beside the figure of another, in the chart or in the story.
//!
//! **Invariant**: figures are told apart by their own names, else by their periods; two that differ in nothing but
//! their numbers are never in the way.

use crate::chart::lines::Lines;
use crate::chart::parts::Noted;
use crate::chart::small_multiples::SmallMultiples;
use crate::chart::Chart;
use crate::diagnostic::Both;
use crate::locale::{Locale, Text};
use crate::model::figure::{Figure, FigureIx};
use crate::rules::{Bench, Place};
use crate::story::Story;

const CODE: &str = "swapped-sides";

/// Two figures that stand beside each other, with the members that name them and their name in the chart.
struct Pair<'c> {
    members: [String; 2],
    figures: [FigureIx; 2],
    label: Option<(String, &'c Text)>,
}

fn pairs(chart: &Chart) -> Vec<Pair<'_>> {
    let of = |i: usize, words: [&str; 2], figures: [FigureIx; 2], label: Option<&'_ Text>| {
        let member = |word: &str| format!("items[{i}].{word}");
        (words.map(member), figures, label.is_some().then(|| member("label")))
    };
    let all: Vec<_> = match chart {
        Chart::GroupedBars(chart) => {
            let all = chart.items.iter().enumerate();
            all.map(|(i, item)| {
                (of(i, ["first", "second"], [item.first, item.second], Some(&item.label)), Some(&item.label))
            })
            .collect()
        }
        Chart::Ranges(chart) => {
            let all = chart.items.iter().enumerate();
            all.filter_map(|(i, item)| {
                let label = item.label.as_ref();
                Some((of(i, ["figure", "to"], [item.figure, item.to?], label), label))
            })
            .collect()
        }
        _ => Vec::new(),
    };
    all.into_iter()
        .map(|((members, figures, member), label)| Pair { members, figures, label: member.zip(label) })
        .collect()
}

/// The pieces in which two names are compared.
fn pieces(words: &str, locale: Locale) -> Vec<String> {
    let words = words.to_lowercase();
    match locale.catalogue().spaced {
        true => {
            let all = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
            all.map(str::to_string).collect()
        }
        false => words.chars().filter(|c| c.is_alphanumeric()).map(String::from).collect(),
    }
}

/// What each of two names has that the other has not.
fn unlike(a: &str, b: &str, locale: Locale) -> Option<[Vec<String>; 2]> {
    let [mut a, mut b] = [a, b].map(|words| pieces(words, locale));
    let start = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    (a, b) = (a.split_off(start), b.split_off(start));
    let end = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    a.truncate(a.len() - end);
    b.truncate(b.len() - end);
    (!a.is_empty() && !b.is_empty()).then_some([a, b])
}

/// How two figures are told apart: by their names, or by their periods where they have one name.
fn apart(a: &Figure, b: &Figure, locale: Locale) -> Option<(bool, [Vec<String>; 2])> {
    let [own, other] = [a, b].map(|figure| figure.label().get(locale));
    if own != other {
        return unlike(own, other, locale).map(|sides| (true, sides));
    }
    let [own, other] = [a, b].map(|figure| figure.period().text.get(locale));
    unlike(own, other, locale).map(|sides| (false, sides))
}

/// Whether a name says some words, one after another.
fn says(name: &[String], words: &[String]) -> bool {
    !words.is_empty() && name.windows(words.len()).any(|own| own == words)
}

pub(in crate::rules) fn check(bench: &mut Bench, chart: &Chart) {
    let pairs = pairs(chart);
    let story = bench.story;
    for locale in story.languages() {
        let sides: Vec<_> = pairs
            .iter()
            .map(|pair| {
                let [a, b] = pair.figures.map(|ix| story.figure(ix));
                apart(a, b, *locale)
            })
            .collect();
        let turned = sides.iter().enumerate().find(|(i, side)| {
            let Some((kind, [a, b])) = side else { return false };
            let mut before = sides[..*i].iter().flatten();
            before.any(|(other, [x, y])| other == kind && a == y && b == x)
        });
        if let Some((i, _)) = turned {
            let [a, b] = pairs[i].figures.map(|ix| bench.name(ix));
            return tell_turned(bench, &pairs[i].members, (a, b));
        }
        if let Chart::GroupedBars(grouped) = chart {
            let [first, second] =
                [&grouped.first, &grouped.second].map(|name| pieces(name.get(*locale), *locale));
            let wrong = sides.iter().position(|side| {
                let Some((_, [a, b])) = side else { return false };
                says(&first, b) && !says(&first, a) && says(&second, a) && !says(&second, b)
            });
            if let Some(i) = wrong {
                let [a, b] = pairs[i].figures.map(|ix| bench.name(ix));
                return tell_turned(bench, &pairs[i].members, (a, b));
            }
        }
        let labels: Vec<_> = pairs
            .iter()
            .filter_map(|pair| {
                let (member, label) = pair.label.as_ref()?;
                let own = pair.figures.map(|ix| story.figure(ix).label());
                Some((member.clone(), *label, own.to_vec()))
            })
            .chain(single_names(story, chart))
            .collect();
        if let Some((member, name, other)) = exchanged(&labels, *locale) {
            return tell_exchanged(bench, member, name, other);
        }
        if let Some((member, name, own, other)) = borrowed(story, chart, *locale) {
            return tell_borrowed(bench, member, name, (own, other));
        }
    }
}

/// A name that a chart gives, by its member, with the names that its figures have themselves.
type Named<'t> = (String, &'t Text, Vec<&'t Text>);

/// The figures of a chart that it may each give a name.
fn single_figures(chart: &Chart) -> &[Noted] {
    match chart {
        Chart::Bars(chart) => &chart.items,
        Chart::DivergingBars(chart) => &chart.items,
        Chart::Callouts(chart) => &chart.items,
        Chart::RateRings(chart) => &chart.items,
        Chart::StackedParts(chart) => &chart.items,
        Chart::Table(chart) => &chart.items,
        _ => &[],
    }
}

/// Names in a chart, each by its member, with a figure that it is of.
fn names_of_figures(chart: &Chart) -> Vec<(String, &Text, FigureIx)> {
    if let Chart::UnitField(chart) = chart {
        let all = chart.fields.iter().enumerate();
        return all
            .filter_map(|(i, field)| {
                Some((format!("fields[{i}].label"), field.label.as_ref()?, field.figure))
            })
            .collect();
    }
    let pairs = pairs(chart).into_iter().filter_map(|pair| {
        let (member, label) = pair.label?;
        Some((member, label, pair.figures[0]))
    });
    let single = single_figures(chart).iter().enumerate();
    let single =
        single.filter_map(|(i, item)| Some((format!("items[{i}].label"), item.label.as_ref()?, item.figure)));
    pairs.chain(single).collect()
}

/// Names that a chart gives single figures or series.
fn single_names<'t>(story: &'t Story, chart: &'t Chart) -> Vec<Named<'t>> {
    let figures = match chart {
        Chart::Lines(Lines { items, .. }) | Chart::SmallMultiples(SmallMultiples { items, .. }) => {
            let all = items.iter().enumerate();
            let own = |ix| &*story.series(ix).label;
            return all
                .filter_map(|(i, item)| {
                    Some((format!("items[{i}].label"), item.label.as_ref()?, vec![own(item.series)]))
                })
                .collect();
        }
        _ => single_figures(chart),
    };
    let all = figures.iter().enumerate();
    let own = |ix| story.figure(ix).label();
    all.filter_map(|(i, item)| {
        Some((format!("items[{i}].label"), item.label.as_ref()?, vec![own(item.figure)]))
    })
    .collect()
}

/// A name that stands beside the figures of another, whose name stands beside its own.
fn exchanged<'t>(labels: &[Named<'t>], locale: Locale) -> Option<(String, &'t Text, &'t Text)> {
    let words = |text: &Text| pieces(text.get(locale), locale);
    let is_of = |name: &Text, own: &[&Text]| {
        let name = words(name);
        own.iter().all(|own| says(&words(own), &name))
    };
    labels.iter().enumerate().find_map(|(i, (member, name, own))| {
        let mut others = labels[..i].iter();
        let (_, other, _) = others.find(|(_, other, theirs)| {
            is_of(name, theirs) && !is_of(name, own) && is_of(other, own) && !is_of(other, theirs)
        })?;
        Some((member.clone(), *name, *other))
    })
}

/// A name that tells another figure of the story from the one that it stands beside: its member, the name, the figure
/// and the other one.
fn borrowed<'t>(
    story: &Story,
    chart: &'t Chart,
    locale: Locale,
) -> Option<(String, &'t Text, FigureIx, FigureIx)> {
    let all = story.facts().figures();
    let all = || all.iter().enumerate();
    names_of_figures(chart).into_iter().find_map(|(member, label, ix)| {
        let (name, own) = (pieces(label.get(locale), locale), story.figure(ix));
        let is_it = |other: &Figure| {
            let alike = other.unit().id == own.unit().id && other.measure() == own.measure();
            let sides = unlike(own.label().get(locale), other.label().get(locale), locale);
            alike && sides.is_some_and(|[own, other]| other == name && !says(&name, &own))
        };
        // of a pair either may be what its name says
        let is_own = |other: FigureIx| {
            pairs(chart).iter().any(|pair| pair.figures.contains(&ix) && pair.figures.contains(&other))
        };
        let (other, _) = all().find(|(i, other)| is_it(other) && !is_own(FigureIx(*i)))?;
        Some((member, label, ix, FigureIx(other)))
    })
}

fn tell_borrowed(bench: &mut Bench, member: String, name: &Text, (own, other): (FigureIx, FigureIx)) {
    let (own, other) = (bench.name(own), bench.name(other));
    bench.warn(
        CODE,
        Place::Chart(bench.chart, member),
        Both::new(
            format!("“{}”写在{}旁边，可这是{}的名称", name.zh(), own.zh(), other.zh()),
            format!("\"{}\" stands beside {} and is what {} is called", name.en(), own.en(), other.en()),
        ),
        Both::new(
            "换成这个数字自己的名称，或换成那个数字；数值不用改",
            "call it by its own name, or show the other figure; no number changes",
        ),
    );
}

fn tell_turned(bench: &mut Bench, members: &[String; 2], (a, b): (Both, Both)) {
    let words = members.each_ref().map(|member| member.rsplit('.').next().unwrap_or("").to_string());
    bench.refuse(
        CODE,
        members[0].clone(),
        Both::new(
            format!("这一组左右颠倒：{}画在 {}，{}画在 {}", a.zh(), words[0], b.zh(), words[1]),
            format!(
                "the two sides are swapped here: {} stands as {}, {} as {}",
                a.en(),
                words[0],
                b.en(),
                words[1]
            ),
        ),
        Both::new(
            format!("调换这一组的 {} 和 {}；数值不用改", words[0], words[1]),
            format!("swap {} and {} of this item; no number changes", words[0], words[1]),
        ),
    );
}

fn tell_exchanged(bench: &mut Bench, member: String, name: &Text, other: &Text) {
    bench.refuse(
        CODE,
        member,
        Both::new(
            format!("名称“{}”和“{}”各写在对方的数字旁边", name.zh(), other.zh()),
            format!(
                "the names \"{}\" and \"{}\" each stand beside the figure of the other",
                name.en(),
                other.en()
            ),
        ),
        Both::new("调换两个名称；数值不用改", "swap the two names; no number changes"),
    );
}
