//! Parts of a story as lines of text: a source, a bounded statement, a dense series, a milestone, a gap.
//!
//! **Invariant**: every line names what it stands for; what the story does not say is left out, not guessed.

use crate::locale::message::Message;
use crate::locale::Locale;
use crate::model::figure::{FigureIx, SourceRef};
use crate::model::record::{bound_words, years_text};
use crate::model::{Facts, Milestone, Series};
use crate::statement::Status;

impl Facts {
    /// Publisher, title, date and paragraph of a source, in one line.
    pub fn cite_source(&self, at: SourceRef, locale: Locale) -> String {
        let source = self.source(at.source);
        let comma = Message::Comma.get(locale);
        let mut line = source.publisher().get(locale).to_string();
        if let Some(title) = source.title() {
            line = format!("{line}{comma}{}", title.get(locale));
        }
        if let Some(via) = source.via() {
            line = format!("{line}{comma}{}", via.get(locale));
        }
        if let Some(date) = source.date(locale) {
            line = format!("{line}{comma}{date}");
        } else if let Some(date) = source.inferred_date() {
            line = format!("{line}{comma}{}", date.get(locale));
        }
        if let Some(p) = at.paragraph {
            let text = Message::Paragraph.with(locale, &[&p.to_string()]);
            line += &Message::InBrackets.with(locale, &[&text]);
        }
        line
    }

    /// The statement with what its bound means: what a mark is called aloud.
    pub fn bounded_statement(&self, ix: FigureIx, locale: Locale) -> String {
        let (name, figure) = (self.statement(ix, locale), self.figure(ix));
        match figure.is_bounded() {
            true => format!("{name}{}{}", Message::Semicolon.get(locale), bound_words(figure, locale)),
            false => name,
        }
    }

    /// The years of a series that are not final, by how firm they are: 初步数：2023—2024年.
    pub fn status_years(&self, series: &Series, locale: Locale) -> Vec<String> {
        let mut all = Vec::new();
        for status in Status::ALL.iter().filter(|status| **status != Status::Final) {
            let of = series.plotted.iter().map(|ix| self.figure(*ix)).filter(|f| f.status() == *status);
            let (mut word, mut years) = ("", Vec::new());
            for figure in of {
                let (Some(said), Some(date)) = (figure.status_word(locale), figure.period().start) else {
                    continue;
                };
                word = said;
                years.push(date.year);
            }
            if years.is_empty() {
                continue;
            }
            crate::geometry::sort_by_key(&mut years, |year| *year);
            years.dedup();
            let runs = years.chunk_by(|a, b| b - a == 1);
            let runs: Vec<String> = runs.map(|r| years_text((r[0], r[r.len() - 1]), locale)).collect();
            let runs = runs.join(Message::Enumeration.get(locale));
            all.push([word, Message::Colon.get(locale), &runs].concat());
        }
        all
    }

    /// A dense series in words: label, first and last year, how many points, and which years are not final.
    pub fn points_statement(&self, series: &Series, locale: Locale) -> String {
        let years = series.plotted.iter().filter_map(|ix| self.figure(*ix).period().start.map(|d| d.year));
        let (from, to) = years.fold((i32::MAX, i32::MIN), |(from, to), year| (from.min(year), to.max(year)));
        let (label, span, count) =
            (series.label.get(locale), years_text((from, to), locale), series.plotted.len());
        let words = Message::PointsStatement.with(locale, &[label, &span, &count.to_string()]);
        let statuses = self.status_years(series, locale);
        std::iter::once(words).chain(statuses).collect::<Vec<_>>().join(Message::Semicolon.get(locale))
    }

    /// A milestone in words: date, what happened, who says so.
    pub fn milestone_statement(&self, milestone: &Milestone, locale: Locale) -> String {
        let (date, text) = (milestone.date.display(locale), milestone.label.get(locale));
        let (comma, source) = (Message::Comma.get(locale), self.cite_source(milestone.source, locale));
        format!("{date}{comma}{text}{comma}{source}")
    }

    /// A run of years without a figure, in words: 原油年产量：1961—1977年未见公布（17年）.
    pub fn gap_statement(&self, series: &Series, gap: (i32, i32), locale: Locale) -> String {
        let years = years_text(gap, locale);
        let (label, count) = (series.label.get(locale), gap.1 - gap.0 + 1);
        let message = match (count == 1, self.has_other_definition(series, gap)) {
            (true, false) => Message::GapYear,
            (false, false) => Message::GapYears,
            (true, true) => Message::GapYearDefined,
            (false, true) => Message::GapYearsDefined,
        };
        message.with(locale, &[label, &years, &count.to_string()])
    }

    /// Where a statement was read, as short as it is still found: 原文第7段; 新华社.
    pub fn cite_short(&self, at: SourceRef, locale: Locale) -> String {
        let source = self.source(at.source);
        match at.paragraph.filter(|_| source.is_article()) {
            Some(p) => Message::Paragraph.with(locale, &[&p.to_string()]),
            None => source.publisher().get(locale).to_string(),
        }
    }
}
