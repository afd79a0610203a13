//! A scene for a page's window: panels share the height that the page gives, under a heading that the page shows itself.
//!
//! What does not fit becomes the next *beat*: another picture of the same scene, which the reader comes to by reading on.
//! Plots with an axis take what is left of the height; in a beat without any, what is counted is drawn larger.
//!
//! **Invariant**: total, as `layout` promises; every panel is in exactly one beat, in the order of the story. A picture is
//! higher than the window only where a single panel is.

use super::cards;
use super::column::{self, ENLARGED};
use super::page_text::Page;
use super::panels::{self, Panel};
use super::rows::{self, place_row};
use super::{is_compact, periods, with_periods, words_of};
use crate::chart::Placed;
use crate::geometry::on_grid;
use crate::layout::interaction::Interaction;
use crate::layout::legend_entry::LegendEntry;
use crate::layout::mark::Scope;
use crate::layout::page_frame::{self, Foot};
use crate::layout::scene_builder::{Area, Bleed, SceneBuilder, Space};
use crate::layout::PlacedScene;
use crate::locale::Locale;
use crate::model::figure::FigureIx;
use crate::story::{Scene, Story};
use crate::text::{Font, Measure};
use crate::theme::Role;

/// Between two panels one below the other, CSS px.
const GAP: f64 = 24.0;
/// Between two cards on a phone, CSS px.
const CARD_GAP: f64 = 8.0;
/// Panels that take less than this part of a picture stand in it, with this part of what is left above them.
const SPARSE: f64 = 0.4;
/// The most between two panels that share the height left, CSS px.
const MOST_GAP: f64 = 72.0;
/// On a phone, a panel that is alone in its beat and lower than this is enlarged, where it keeps the width that every
/// chart can be drawn in; CSS px.
const LOW: f64 = 150.0;
const ENLARGED_LOW: f64 = 1.3;
const LEAST_WIDTH: f64 = 248.0;

/// Where a picture stands: CSS px as laid out, before it is enlarged to the page's; and what the reader has done in it.
#[derive(Clone, Copy)]
pub(super) struct Window {
    pub width: f64,
    pub height: f64,
    /// What the page has beside it.
    pub page: Page,
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

/// An empty picture of a scene.
pub(super) fn builder<'a>(
    story: &'a Story,
    scene: &Scene,
    width: f64,
    locale: Locale,
    measure: &'a dyn Measure,
) -> SceneBuilder<'a> {
    let mut builder = SceneBuilder::new(story.facts(), locale, measure, scene.accent, is_compact(width));
    builder.guess_unit = scene.guess.as_ref().and_then(|guess| guess.unit.clone());
    builder
}

fn inner(width: f64) -> Area {
    // beside the text a picture needs no margin but for labels that stand out and the ring around what has the focus
    let margin = if is_compact(width) { 16.0 } else { 8.0 };
    Area::new(margin, 0.0, width - 2.0 * margin)
}

/// The chart of a full-bleed chapter that fills the window, where the page has text beside its pictures.
fn bleeding<'s>(scene: &'s Scene, page: &Page) -> Option<&'s Placed> {
    let first = scene.rows.first().filter(|_| scene.full_bleed && page.has_text())?;
    first.first().filter(|placed| first.len() == 1 && placed.chart.as_type().bleeds())
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
    builder.room = Some(window.height).filter(|_| builder.compact && scene.guess.is_some());
    let area = inner(window.width);
    let top = head(&mut builder, story, scene, area);
    // a guess changes nothing of it: panels stand where they will with the answer
    let note = words_of(story, scene, &builder).note;
    let compact = builder.compact;
    let words = |has_note: bool, untold: &[FigureIx]| {
        let note = note.clone().filter(|_| has_note);
        foot_of(story, scene, (note, untold), locale, compact)
    };
    let mut plan = Plan::new();
    let mut filled = top;
    let mut legend: Vec<LegendEntry> = Vec::new();
    let mut untold: Vec<FigureIx> = Vec::new();
    let bleeding = bleeding(scene, &window.page).is_some();
    let wide = window.page.whole(window.width, area.y);
    let panels = panels::of(story, scene, area);
    // an empty card equals its neighbours, which on a phone may stand in other beats
    let tallest: Vec<(usize, f64)> = panels
        .iter()
        .filter(|panel| compact && panel.is_card())
        .map(|panel| (panel.row, builder.tried(|builder| place_panel(builder, panel, index, area, None))))
        .collect();
    for mut panel in panels {
        let measured = |builder: &mut SceneBuilder, panel: &Panel, area: Area| {
            builder.tried(|builder| {
                builder.legend.clear();
                // on a phone panels have the height that they have in a page
                let least = (panel.stretches() && !builder.compact).then_some(0.0);
                let bottom = place_panel(builder, panel, index, area, least);
                (bottom, builder.legend.clone(), periods::untold(builder, story, scene))
            })
        };
        let foot = |builder: &mut SceneBuilder, legend: &[LegendEntry], foot: &Foot| {
            builder.tried(|builder| {
                builder.legend = legend.to_vec();
                page_frame::foot(builder, foot, area).0
            })
        };
        (panel.height, panel.legend, panel.untold) = match bleeding && plan.is_empty() {
            true => builder.tried(|builder| {
                builder.legend.clear();
                let bottom = place_bleeding(builder, story, index, top, window, 0.0);
                (bottom, builder.legend.clone(), periods::untold(builder, story, scene))
            }),
            false => measured(&mut builder, &panel, if bleeding && plan.len() == 1 { wide } else { area }),
        };
        if builder.compact && panel.is_card() {
            let row = tallest.iter().filter(|(row, _)| *row == panel.row).map(|(_, high)| *high);
            panel.height = panel.height.max(row.fold(0.0, f64::max).min(cards::LOW));
        }
        let both: Vec<LegendEntry> = legend.iter().chain(&panel.legend).copied().collect();
        let all: Vec<FigureIx> = untold.iter().chain(&panel.untold).copied().collect();
        let has_note =
            panels::has_note(scene, plan.last().into_iter().flatten().chain(std::iter::once(&panel)));
        let between = between(&builder, &panel);
        let needed = filled + between + panel.height + foot(&mut builder, &both, &words(has_note, &all));
        // the words read beside a beat take their part of the room below its picture
        let first: usize = plan.iter().rev().skip(1).flatten().map(|panel| panel.sentences).sum();
        let said = plan.last().into_iter().flatten().map(|panel| panel.sentences).sum::<usize>();
        let words = (first..first + said + panel.sentences, plan.len() < 2);
        let below = window.page.below_words(story, index, words, window.width, locale, measure);
        match plan.last_mut() {
            // where one guesses, the handle is in the window
            Some(beat)
                if needed <= window.height + below
                    && (!panel.asks || filled + between + panel.height <= window.height) =>
            {
                filled += between + panel.height;
                (legend, untold) = (both, all);
                beat.push(panel);
            }
            _ => {
                if bleeding && plan.len() == 1 {
                    (panel.height, panel.legend, panel.untold) = measured(&mut builder, &panel, area);
                }
                filled = top + panel.height;
                (legend, untold) = (panel.legend.clone(), panel.untold.clone());
                plan.push(vec![panel]);
            }
        }
    }
    // on a phone a beat is read with its sentence; what bleeds has a beat's whole width
    if !builder.compact && !bleeding {
        panels::balance(&mut plan, GAP);
    }
    plan
}

/// By how much all panels of a beat can be enlarged such that they take no more than `height` CSS px and stand side by side
/// as they did; 1 where one of them takes the height itself, and on a phone, where there is no room to give away.
fn enlargement(builder: &mut SceneBuilder, panels: &[Panel], index: usize, area: Area, height: f64) -> f64 {
    if panels.is_empty() || panels.iter().any(Panel::stretches) {
        return 1.0;
    }
    if builder.compact {
        let lone = panels.len() == 1 && panels[0].height < LOW;
        return if lone && area.w / ENLARGED_LOW >= LEAST_WIDTH { ENLARGED_LOW } else { 1.0 };
    }
    let fits = |builder: &mut SceneBuilder, k: f64| {
        let smaller = Area::new(0.0, 0.0, area.w / k);
        let alike =
            |panel: &Panel| rows::stacks(panel.charts, smaller.w) == rows::stacks(panel.charts, area.w);
        let high =
            |panel: &Panel| builder.tried(|builder| place_panel(builder, panel, index, smaller, None)) * k;
        panels.iter().all(alike)
            && panels.iter().map(high).sum::<f64>() + GAP * (panels.len() - 1) as f64 <= height
    };
    ENLARGED.into_iter().find(|k| fits(builder, *k)).unwrap_or(1.0)
}

/// Between the panels of a beat of which none takes the height that is left: they share it, up to a measure beyond which
/// they would not belong together.
fn gap(builder: &mut SceneBuilder, panels: &[Panel], index: usize, area: Area, room: f64, k: f64) -> f64 {
    let smaller = Area::new(0.0, 0.0, area.w / k);
    let high = |panel: &Panel| builder.tried(|builder| place_panel(builder, panel, index, smaller, None)) * k;
    let left = room - panels.iter().map(high).sum::<f64>();
    (left / panels.len().max(1) as f64).min(MOST_GAP)
}

/// Between a panel and the one before it, CSS px.
fn between(builder: &SceneBuilder, panel: &Panel) -> f64 {
    if builder.compact && panel.is_card() {
        CARD_GAP
    } else {
        GAP
    }
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

/// Draws the chart of a full-bleed chapter across the window, around the page's text, from `y` on. `height`: what it may
/// take. Returns its height.
fn place_bleeding(
    builder: &mut SceneBuilder,
    story: &Story,
    index: usize,
    y: f64,
    window: Window,
    height: f64,
) -> f64 {
    let scene = &story.scenes()[index];
    let Some(placed) = bleeding(scene, &window.page) else { return 0.0 };
    let whole = window.page.whole(window.width, y);
    let text = window.page.text_height(story, index, builder.locale, builder.measure) - y;
    let picture = window.page.beside().0 + inner(window.width).x;
    let bleed = Bleed { text: (picture - whole.x, text.max(0.0)), edge: window.page.edge() };
    let space = Space { height: Some(height), bleed: Some(bleed), ..Space::new(whole.x, whole.y, whole.w) };
    column::alone(builder, placed, (index, 0, 0), space)
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

/// The chapter's note, its sources in fewer and fewer words, and the story's notice: on a phone the
/// page prints it at its end.
fn foot_of(
    story: &Story,
    scene: &Scene,
    (note, untold): (Option<String>, &[FigureIx]),
    locale: Locale,
    compact: bool,
) -> Foot {
    let (lines, has_context) = story.source_lines(scene, locale);
    let lines = lines.into_iter().map(|line| with_periods(story, scene, line, untold, locale)).collect();
    let notice = (scene.notice && !compact).then(|| story.notice().get(locale).to_string());
    Foot { note, source_lines: lines, has_context, notice }
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
    builder.room = Some(window.height).filter(|_| builder.compact && scene.guess.is_some());
    let beat = beat.min(plan.len().saturating_sub(1));
    let bleeding = beat == 0 && bleeding(scene, &window.page).is_some();
    let (left, right) = if bleeding { window.page.beside() } else { (0.0, 0.0) };
    let inner = inner(window.width);
    let area = Area::new(inner.x + left, inner.y, inner.w);
    let panels: &[Panel] = plan.get(beat).map_or(&[], Vec::as_slice);
    builder.interaction = window.interaction;
    let mut y = head(&mut builder, story, scene, area);
    let said = words_of(story, scene, &builder);
    let note = said.note.filter(|_| panels::has_note(scene, panels));
    let untold: Vec<FigureIx> = panels.iter().flat_map(|panel| panel.untold.iter().copied()).collect();
    let words = foot_of(story, scene, (note, &untold), locale, builder.compact);
    let legend: Vec<LegendEntry> = panels.iter().flat_map(|panel| panel.legend.iter().copied()).collect();
    // all below the text of a full-bleed picture is as wide as it
    let below = if bleeding { window.page.whole(window.width, area.y) } else { area };
    let foot_height = builder.tried(|builder| {
        builder.legend = legend;
        page_frame::foot(builder, &words, below).0
    });
    // on a phone the height differs from one to the next, and changes under the reader: what is drawn does not
    let room = if builder.compact { 0.0 } else { (window.height - y - foot_height).max(0.0) };
    let used =
        panels.iter().map(|panel| panel.height).sum::<f64>() + GAP * panels.len().saturating_sub(1) as f64;
    let stretching = panels.iter().filter(|panel| panel.stretches()).count();
    let k = enlargement(&mut builder, panels, index, area, room);
    if stretching == 0 && used * k < SPARSE * room {
        y += (room - used * k) * SPARSE;
    }
    let gap = if stretching == 0 { GAP.max(gap(&mut builder, panels, index, below, room, k)) } else { GAP };
    for (i, panel) in panels.iter().enumerate() {
        if i > 0 {
            y += if panel.is_card() { between(&builder, panel) } else { gap };
        }
        // a plot that is alone and too high is drawn lower, as far as it can be
        let share = if builder.compact { 0.0 } else { (room - used) / stretching.max(1) as f64 };
        let height = panel.stretches().then_some(panel.height + share);
        let (first, guessed) = (builder.marks.len(), builder.guess_place);
        let smaller = Area::new(below.x / k, y / k, below.w / k);
        y += match bleeding && i == 0 {
            true => {
                let height = height.unwrap_or(panel.height);
                place_bleeding(&mut builder, story, index, y, window, height)
            }
            false => place_panel(&mut builder, panel, index, smaller, height) * k,
        };
        if k > 1.0 {
            builder.marks[first..].iter_mut().for_each(|mark| mark.scale(k));
            if guessed.is_none() {
                builder.guess_place.iter_mut().for_each(|place| place.scale(k));
            }
        }
    }
    builder.scope(Scope::Foot);
    let y = if builder.compact { y } else { y.max(window.height - foot_height) };
    let (used, key) = page_frame::foot(&mut builder, &words, below.down(y));
    let (hidden, mut guess) = (builder.interaction.hidden(), builder.guess_place);
    let (mut marks, data) = builder.finish();
    // the picture begins at its own left end, as those of other chapters do
    if bleeding {
        marks.iter_mut().for_each(|mark| mark.shift(-left));
        guess.iter_mut().for_each(|guess| guess.shift(-left));
    }
    let mut placed = PlacedScene {
        width: window.width,
        beside: (left, right),
        height: on_grid(y + used),
        locale,
        marks,
        data,
        title: said.title,
        description: said.description,
        key,
        beats: plan.len().max(1),
        beat,
        sentences: panels::sentences_of(plan, beat),
        hidden,
        guess,
    };
    placed.measure();
    placed
}
