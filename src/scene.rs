//! A scene of a story to marks: the frame around its charts, and the charts in rows.
//!
//! **Invariant**: total, as `layout` promises; knows neither time nor output.

mod cards;
mod column;
mod page_text;
mod panels;
mod periods;
mod rows;
mod sentences;
mod window;

use crate::geometry::on_grid;
use crate::layout::interaction::Interaction;
use crate::layout::mark::Scope;
use crate::layout::page_frame::Heading;
use crate::layout::scene_builder::{Area, SceneBuilder};
use crate::layout::{page_frame, PlacedScene, Viewport, MAX_WIDTH, MAX_WINDOW, MIN_LAYOUT, MIN_WIDTH};
use crate::locale::message::Message;
use crate::locale::{Locale, Text};
use crate::model::figure::FigureIx;
use crate::story::{Scene, Story};
use crate::text::Measure;

fn is_compact(width: f64) -> bool {
    width < 520.0
}

/// The margin that a picture of this width has at its left and right, CSS px.
pub fn margin(width: f64) -> f64 {
    let reference = reference(Viewport::new(width));
    let own = if is_compact(reference) { 16.0 } else { 32.0 };
    own * width / reference
}

/// The width that a viewport's pictures are laid out for: its own, less what larger text takes of it, from
/// `MIN_LAYOUT` to
/// `MAX_WIDTH`. The picture is then enlarged to the viewport's width, words and all.
pub fn reference(viewport: Viewport) -> f64 {
    let scale = if viewport.text_scale.is_finite() { viewport.text_scale.clamp(0.5, 4.0) } else { 1.0 };
    let widest = if viewport.height.is_some() { MAX_WINDOW } else { MAX_WIDTH };
    (viewport.asked() / scale).clamp(MIN_LAYOUT, widest)
}

/// Lays out one scene, the first of its beats. `index` beyond the last counts as the last. Where a narrow picture with large text would lose
/// something at its side, its text is as large as still fits.
pub fn lay_out(
    story: &Story,
    index: usize,
    viewport: Viewport,
    locale: Locale,
    measure: &dyn Measure,
) -> PlacedScene {
    lay_out_beat(story, index, 0, viewport, locale, measure)
}

/// As `lay_out`, for one of the pictures that a scene consists of in a window of this height; beyond the last counts as the
/// last.
pub fn lay_out_beat(
    story: &Story,
    index: usize,
    beat: usize,
    viewport: Viewport,
    locale: Locale,
    measure: &dyn Measure,
) -> PlacedScene {
    lay_out_for(story, (index, beat), viewport, Interaction::default(), locale, measure)
}

/// As `lay_out_beat`, after what the reader has done in the scene.
pub fn lay_out_for(
    story: &Story,
    (index, beat): (usize, usize),
    viewport: Viewport,
    interaction: Interaction,
    locale: Locale,
    measure: &dyn Measure,
) -> PlacedScene {
    let index = index.min(story.scenes().len() - 1);
    let mut width = reference(viewport);
    let height = viewport.height.filter(|height| height.is_finite() && *height > 0.0);
    loop {
        let mut placed = match height {
            Some(height) => {
                let k = width / viewport.asked();
                let page = page_text::Page::of(viewport, k);
                let room = window::Window { width, height: height * k, page, interaction };
                window::lay_out(story, index, beat, room, locale, measure)
            }
            None => lay_out_at(story, index, width, interaction, locale, measure),
        };
        if width >= MIN_WIDTH || placed.fits() {
            placed.enlarge(viewport.asked());
            return placed;
        }
        width = (width * 1.1).min(MIN_WIDTH);
    }
}

fn lay_out_at(
    story: &Story,
    index: usize,
    width: f64,
    interaction: Interaction,
    locale: Locale,
    measure: &dyn Measure,
) -> PlacedScene {
    let scene = &story.scenes()[index];
    let compact = is_compact(width);
    let mut builder = window::builder(story, scene, width, locale, measure);
    builder.interaction = interaction;
    let words = words_of(story, scene, &builder);
    let margin = margin(width);
    let inner = Area::new(margin, 0.0, width - 2.0 * margin);

    let heading = Heading {
        name: scene.name.get(locale),
        title: words.title,
        subtitle: story.expand_plain(&scene.subtitle, locale),
    };
    let mut y = page_frame::header(&mut builder, &heading, inner);
    for (r, row) in scene.rows.iter().enumerate() {
        let gap = if compact { 20.0 } else { 28.0 };
        if r > 0 {
            y += gap;
        }
        y += rows::place_row(&mut builder, row, (index, r, 0), Area::new(inner.x, y, inner.w), None);
    }
    builder.scope(Scope::Foot);
    builder.delay = 0.0;
    let (source, has_context) = story.source_line(scene, locale);
    let source = with_periods(story, scene, source, &periods::untold(&builder, story, scene), locale);
    let notice = scene.notice.then(|| story.notice().get(locale));
    let foot = Area::new(inner.x, y, inner.w);
    let source = (source.as_str(), has_context);
    let (height, key) = page_frame::footer(&mut builder, words.note.as_deref(), source, notice, foot);
    let (hidden, guess) = (builder.interaction.hidden(), builder.guess_place);
    let (marks, data) = builder.finish();
    let mut placed = PlacedScene {
        width,
        beside: (0.0, 0.0),
        height: on_grid(height),
        locale,
        marks,
        data,
        title: heading.title,
        description: words.description,
        key,
        beats: 1,
        beat: 0,
        sentences: 0..scene.narration.len(),
        hidden,
        guess,
    };
    if placed.hidden.is_some() {
        // its key may lack a line that comes with the answer
        let answered = lay_out_at(story, index, width, Interaction::default(), locale, measure);
        placed.height = placed.height.max(answered.height);
    }
    placed.measure();
    placed
}

/// What a scene says around its charts; while a figure is guessed, nothing of it quotes that figure.
struct Words {
    title: String,
    note: Option<String>,
    description: String,
}

fn words_of(story: &Story, scene: &Scene, builder: &SceneBuilder) -> Words {
    let locale = builder.locale;
    let plain = |text: &Text| story.expand_plain(text, locale);
    match scene.guess.as_ref().filter(|_| builder.waiting_guess().is_some()) {
        Some(guess) => Words {
            title: plain(&guess.question),
            note: guess.note.as_ref().or(scene.note.as_ref()).map(plain),
            description: plain(&scene.subtitle),
        },
        None => Words {
            title: plain(&scene.title),
            note: scene.note.as_ref().map(plain),
            description: description(story, scene, locale),
        },
    }
}

/// A source line behind the periods of some figures.
fn with_periods(
    story: &Story,
    scene: &Scene,
    source: String,
    figures: &[FigureIx],
    locale: Locale,
) -> String {
    let periods = periods::line(story, scene, figures, locale);
    let parts = periods.into_iter().chain([source]).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(&[Message::Stop.get(locale), Message::Space.get(locale)].concat())
}

/// Figures that the description of a picture tells; the table has all.
const DESCRIBED: usize = 12;

/// The picture in one paragraph: title, subtitle, what it shows, where from.
fn description(story: &Story, scene: &Scene, locale: Locale) -> String {
    let mut parts = vec![story.expand_plain(&scene.subtitle, locale)];
    let figures = story.figures_of_scene(scene);
    parts.extend(figures.iter().take(DESCRIBED).map(|ix| story.statement(*ix, locale)));
    // who only hears it must know that there is more
    let rest = figures.len().saturating_sub(DESCRIBED);
    if rest > 0 {
        parts.push(Message::AndMore.count(locale, rest));
    }
    parts.push(story.source_line(scene, locale).0);
    parts.join(&[Message::Stop.get(locale), Message::Space.get(locale)].concat())
}
