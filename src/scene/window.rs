//! A scene for a page's window: panels share the height that the page gives, under a heading that the page shows itself.
//!
//! What does not fit becomes the next *beat*: another picture of the same scene, which the reader comes to by reading on.
//! Plots with an axis take what is left of the height; in a beat without any, what is counted is drawn larger.
//!
//! **Invariant**: total, as `layout` promises; every panel is in exactly one beat, in the order of the story. A picture is
//! higher than the window only where a single panel is.

use super::column::ENLARGED;
use super::{is_compact, place_row, words_of};
use crate::chart::Placed;
use crate::geometry::on_grid;
use crate::layout::interaction::Interaction;
use crate::layout::legend_entry::LegendEntry;
use crate::layout::mark::Scope;
use crate::layout::page_frame::{self, Foot};
use crate::layout::scene_builder::{Area, SceneBuilder};
use crate::layout::PlacedScene;
use crate::locale::Locale;
use crate::story::{Scene, Story};
use crate::text::{Font, Measure};
use crate::theme::Role;
use std::ops::Range;

/// Between two panels one below the other, CSS px.
const GAP: f64 = 24.0;
/// A row, or one chart of a row that is too narrow to hold them side by side.
struct Panel<'s> {
    row: usize,
    first_column: usize,
    charts: &'s [Placed],
    /// CSS px, no higher than it needs to be.
    height: f64,
    legend: Vec<LegendEntry>,
}

impl Panel<'_> {
    fn stretches(&self) -> bool {
        self.charts.iter().any(|placed| placed.chart.as_type().stretches())
    }
}

/// Where a picture stands: CSS px as laid out, before it is enlarged to the page's; and what the reader has done in it.
#[derive(Clone, Copy)]
pub(super) struct Window {
    pub width: f64,
    pub height: f64,
    pub interaction: Interaction,
}

/// Lays out one beat of a scene, the last where there are fewer, for a window of `width` by `height` CSS px.
pub(super) fn lay_out(
    story: &Story,
    index: usize,
    beat: usize,
    window: Window,
    locale: Locale,
    measure: &dyn Measure,
) -> PlacedScene {
    let plan = plan(story, index, window, locale, measure);
    place(story, index, beat, window, &plan, locale, measure)
}

/// The panels of each beat.
type Plan<'s> = Vec<Vec<Panel<'s>>>;

fn builder<'a>(
    story: &'a Story,
    scene: &Scene,
    width: f64,
    locale: Locale,
    measure: &'a dyn Measure,
) -> SceneBuilder<'a> {
    SceneBuilder::new(story.facts(), locale, measure, scene.accent, is_compact(width))
}

fn inner(width: f64) -> Area {
    // beside the text a picture needs no margin but for labels that stand out and the ring around what has the focus
    let margin = if is_compact(width) { 16.0 } else { 8.0 };
    Area::new(margin, 0.0, width - 2.0 * margin)
}

/// Divides a scene into beats.
fn plan<'s>(
    story: &'s Story,
    index: usize,
    window: Window,
    locale: Locale,
    measure: &dyn Measure,
) -> Plan<'s> {
    let scene = &story.scenes()[index];
    let mut builder = builder(story, scene, window.width, locale, measure);
    let area = inner(window.width);
    let top = head(&mut builder, story, scene, area);
    // a guess changes nothing of it: panels stand where they will with the answer
    let words = foot_of(story, scene, words_of(story, scene, &builder).note, locale, builder.compact);
    let mut plan = Plan::new();
    let mut filled = top;
    let mut legend: Vec<LegendEntry> = Vec::new();
    for mut panel in panels(scene, area) {
        (panel.height, panel.legend) = builder.tried(|builder| {
            builder.legend.clear();
            // on a phone panels have the height that they have in a page
            let least = (panel.stretches() && !builder.compact).then_some(0.0);
            let bottom = place_panel(builder, &panel, index, area, least);
            (bottom, builder.legend.clone())
        });
        let foot = |builder: &mut SceneBuilder, legend: &[LegendEntry]| {
            builder.tried(|builder| {
                builder.legend = legend.to_vec();
                page_frame::foot(builder, &words, area).0
            })
        };
        let both: Vec<LegendEntry> = legend.iter().chain(&panel.legend).copied().collect();
        let needed = filled + GAP + panel.height + foot(&mut builder, &both);
        match plan.last_mut() {
            Some(beat) if needed <= window.height => {
                filled += GAP + panel.height;
                legend = both;
                beat.push(panel);
            }
            _ => {
                filled = top + panel.height;
                legend = panel.legend.clone();
                plan.push(vec![panel]);
            }
        }
    }
    plan
}

/// The panels of a scene in order, not measured yet.
fn panels(scene: &Scene, area: Area) -> Vec<Panel<'_>> {
    let mut all = Vec::new();
    for (row, charts) in scene.rows.iter().enumerate() {
        let parts: Vec<&[Placed]> =
            if super::stacks(charts, area.w) { charts.chunks(1).collect() } else { vec![charts.as_slice()] };
        let mut first_column = 0;
        for charts in parts {
            all.push(Panel { row, first_column, charts, height: 0.0, legend: Vec::new() });
            first_column += charts.len();
        }
    }
    all
}

/// By how much all panels of a beat can be enlarged such that they take no more than `height` CSS px and stand side by side
/// as they did; 1 where one of them takes the height itself, and on a phone, where there is no room to give away.
fn enlargement(builder: &mut SceneBuilder, panels: &[Panel], index: usize, area: Area, height: f64) -> f64 {
    if builder.compact || panels.is_empty() || panels.iter().any(Panel::stretches) {
        return 1.0;
    }
    let fits = |builder: &mut SceneBuilder, k: f64| {
        let smaller = Area::new(0.0, 0.0, area.w / k);
        let alike =
            |panel: &Panel| super::stacks(panel.charts, smaller.w) == super::stacks(panel.charts, area.w);
        let high =
            |panel: &Panel| builder.tried(|builder| place_panel(builder, panel, index, smaller, None)) * k;
        panels.iter().all(alike)
            && panels.iter().map(high).sum::<f64>() + GAP * (panels.len() - 1) as f64 <= height
    };
    ENLARGED.into_iter().find(|k| fits(builder, *k)).unwrap_or(1.0)
}

fn place_panel(
    builder: &mut SceneBuilder,
    panel: &Panel,
    index: usize,
    area: Area,
    height: Option<f64>,
) -> f64 {
    place_row(builder, panel.charts, (index, panel.row, panel.first_column), area, height)
}

/// What is measured, in one line above the panels; returns the y below it.
fn head(builder: &mut SceneBuilder, story: &Story, scene: &Scene, area: Area) -> f64 {
    builder.scope(Scope::Head);
    builder.delay = -1.0;
    let text = story.expand_plain(&scene.subtitle, builder.locale);
    let (muted, font) = (builder.paint(Role::Muted), Font::sans(if builder.compact { 13.0 } else { 14.0 }));
    let top = if builder.compact { 8.0 } else { 0.0 };
    top + builder.paragraph(area.x, top, area.w, &text, font, muted)
        + if builder.compact { 6.0 } else { 12.0 }
}

/// The chapter's note, its sources in fewer and fewer words, and the story's notice: on a phone it stands at the end of the
/// page only.
fn foot_of(story: &Story, scene: &Scene, note: Option<String>, locale: Locale, compact: bool) -> Foot {
    let (lines, has_context) = story.source_lines(scene, locale);
    let notice = (scene.notice && !compact).then(|| story.notice().get(locale).to_string());
    Foot { note, source_lines: lines, has_context, notice }
}

/// The sentences that are read at a beat: each at the first panel of its row, where there are rows enough; else one a
/// beat, and the last ones at the last.
fn sentences(scene: &Scene, plan: &Plan, beat: usize) -> Range<usize> {
    let count = scene.narration.len();
    let begins = |beat: usize| match plan.get(beat).and_then(|panels| panels.first()) {
        None => count,
        Some(_) if scene.rows.len() < count => beat.min(count),
        // a row that goes on from the beat before has been begun there
        Some(panel) => (panel.row + usize::from(panel.first_column > 0)).min(count),
    };
    let from = if beat == 0 { 0 } else { begins(beat) };
    from..begins(beat + 1).max(from)
}

fn place(
    story: &Story,
    index: usize,
    beat: usize,
    window: Window,
    plan: &Plan,
    locale: Locale,
    measure: &dyn Measure,
) -> PlacedScene {
    let scene = &story.scenes()[index];
    let mut builder = builder(story, scene, window.width, locale, measure);
    let area = inner(window.width);
    let beat = beat.min(plan.len().saturating_sub(1));
    let panels: &[Panel] = plan.get(beat).map_or(&[], Vec::as_slice);
    builder.interaction = window.interaction;
    let mut y = head(&mut builder, story, scene, area);
    let said = words_of(story, scene, &builder);
    let words = foot_of(story, scene, said.note, locale, builder.compact);
    let legend: Vec<LegendEntry> = panels.iter().flat_map(|panel| panel.legend.iter().copied()).collect();
    let foot_height = builder.tried(|builder| {
        builder.legend = legend;
        page_frame::foot(builder, &words, area).0
    });
    // on a phone the height differs from one to the next, and changes under the reader: what is drawn does not
    let room = if builder.compact { 0.0 } else { (window.height - y - foot_height).max(0.0) };
    let used =
        panels.iter().map(|panel| panel.height).sum::<f64>() + GAP * panels.len().saturating_sub(1) as f64;
    let stretching = panels.iter().filter(|panel| panel.stretches()).count();
    let k = enlargement(&mut builder, panels, index, area, room);
    for (i, panel) in panels.iter().enumerate() {
        if i > 0 {
            y += GAP;
        }
        // a plot that is alone and too high is drawn lower, as far as it can be
        let share = if builder.compact { 0.0 } else { (room - used) / stretching.max(1) as f64 };
        let height = panel.stretches().then_some(panel.height + share);
        let (first, guessed) = (builder.marks.len(), builder.guess_place);
        let smaller = Area::new(area.x / k, y / k, area.w / k);
        y += place_panel(&mut builder, panel, index, smaller, height) * k;
        if k > 1.0 {
            builder.marks[first..].iter_mut().for_each(|mark| mark.scale(k));
            if guessed.is_none() {
                builder.guess_place.iter_mut().for_each(|place| place.scale(k));
            }
        }
    }
    builder.scope(Scope::Foot);
    let y = if builder.compact { y } else { y.max(window.height - foot_height) };
    let (used, key) = page_frame::foot(&mut builder, &words, area.down(y));
    let (hidden, guess) = (builder.interaction.hidden(), builder.guess_place);
    let (marks, data) = builder.finish();
    let mut placed = PlacedScene {
        width: window.width,
        height: on_grid(y + used),
        locale,
        marks,
        data,
        title: said.title,
        description: said.description,
        key,
        beats: plan.len().max(1),
        beat,
        sentences: sentences(scene, plan, beat),
        hidden,
        guess,
    };
    placed.measure();
    placed
}
