//! In place of a chart that would say more than its sources: the figures as words, and the reason.
//!
//! **Invariant**: draws no mark that could be measured.

use crate::chart::acceptance::*;
use crate::chart::answers::*;
use crate::chart::chart_type::*;
use crate::geometry::Rect;
use crate::layout::enter::Enter;
use crate::layout::mark::Fill;
use crate::layout::scene_builder::{Area, SceneBuilder, Space};
use crate::locale::message::Message;
use crate::locale::{Locale, Text};
use crate::model::figure::FigureIx;
use crate::model::{Facts, Seen, SeriesIx};
use crate::text::Font;
use crate::theme::Role;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Refused {
    pub figures: Vec<FigureIx>,
    pub reason: Text,
    pub help: Text,
}

impl ChartType for Refused {
    fn visit(&self, _: &Facts, see: &mut dyn FnMut(Seen)) {
        self.figures.iter().for_each(|ix| see(Seen::Figure(*ix)));
    }
    fn heading(&self, _: &Facts, locale: Locale) -> String {
        Message::HeadingRefused.get(locale).to_string()
    }
    fn series(&self) -> Option<SeriesIx> {
        None
    }
    fn least_width(&self) -> f64 {
        260.0
    }
    fn least_height(&self) -> f64 {
        80.0
    }
    fn stretches(&self) -> bool {
        false
    }
    fn bleeds(&self) -> bool {
        false
    }
    fn place(&self, builder: &mut SceneBuilder, space: Space) -> f64 {
        place(builder, space.area(), &self.figures, &self.reason, &self.help)
    }
}

impl Acceptance for Refused {
    fn slots(&self, _: &Facts) -> Vec<Slot> {
        Slot::each(self.figures.iter().copied(), "figures", "", &Words)
    }
    fn lists(&self) -> Vec<ListSlot> {
        Vec::new()
    }
    fn range(&self, _: &Facts) -> Vec<Refusal> {
        Vec::new()
    }
    fn sharing(&self, _: &Facts) -> Vec<Refusal> {
        Vec::new()
    }
}

fn place(builder: &mut SceneBuilder, area: Area, figures: &[FigureIx], reason: &Text, help: &Text) -> f64 {
    let (ink, muted, brick) =
        (builder.paint(Role::Ink), builder.paint(Role::Muted), builder.paint(Role::Hue5));
    let x = area.x + 16.0;
    let w = area.w - 16.0;
    let title = Message::NoChartHere.get(builder.locale).to_string();
    let mut y = area.y + builder.paragraph(x, area.y, w, &title, Font::bold(15.0), brick);
    let (reason, help) = (builder.say(reason).to_string(), builder.say(help).to_string());
    y += builder.paragraph(x, y, w, &reason, Font::sans(15.0), ink);
    y += builder.paragraph(x, y, w, &help, Font::sans(13.0), muted) + 6.0;
    for ix in figures {
        builder.begin(*ix);
        let text = builder.facts.statement(*ix, builder.locale);
        y += builder.paragraph(x, y, w, &text, Font::sans(15.0), ink) + 2.0;
        builder.legend_for(*ix);
        builder.end();
    }
    builder.rect(
        "refused",
        Rect::new(area.x, area.y, 4.0, y - area.y),
        Fill::Solid(brick),
        Enter::fade(builder.delay),
    );
    y - area.y
}
