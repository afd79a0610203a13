//! What stands beside a text of a picture or a title of a chapter, by the place of the text in story.json.
//!
//! **Invariant**: a text that belongs to no chart and no chapter has nothing beside it; sentences are for the rules.

use crate::chart::Chart;
use crate::locale::Locale;
use crate::model::figure::FigureIx;
use crate::story::{Scene, Story};

/// A text's language, with the charts and figures that readers see with it.
pub(super) struct Beside<'s> {
    pub locale: Locale,
    /// Of its chart, or of its chapter and of what the chapter quotes.
    pub figures: Vec<FigureIx>,
    pub charts: Vec<&'s Chart>,
    /// It stands in a chart.
    pub in_chart: bool,
    /// It is a title, a subtitle or the question of a guess, and no note.
    pub is_title: bool,
}

impl<'s> Beside<'s> {
    pub fn of(story: &'s Story, path: &str) -> Option<Self> {
        let (rest, code) = path.rsplit_once('.')?;
        let locale = Locale::ALL.into_iter().find(|locale| [locale.code(), locale.tag()].contains(&code))?;
        let (scene, rest) = rest.strip_prefix("scenes[")?.split_once(']')?;
        let scene: &Scene = story.scenes().get(scene.parse::<usize>().ok()?)?;
        let titles = [".title", ".subtitle", ".guess.question"];
        let is_title = |member: &str| titles.contains(&member);
        let Some(rest) = rest.strip_prefix(".rows[") else {
            return (is_title(rest) || rest == ".note").then(|| Beside {
                locale,
                figures: story.figures_of_scene(scene),
                charts: scene.charts().collect(),
                in_chart: false,
                is_title: is_title(rest),
            });
        };
        let mut places = rest.split(['[', ']', '.']).filter_map(|part| part.parse::<usize>().ok());
        let chart = &scene.rows.get(places.next()?)?.get(places.next()?)?.chart;
        let member = rest.rsplit(']').next()?;
        Some(Beside {
            locale,
            figures: story.shown_figures([chart]),
            charts: vec![chart],
            in_chart: true,
            is_title: rest.matches('[').count() == 1 && is_title(member),
        })
    }
}
