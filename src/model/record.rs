//! The record of a figure: what it says, how it is bounded, where it comes from, what others say.
//!
//! **Invariant**: every number on screen reaches its record through its figure id; the record invents nothing: each
//! row is a field of the figure or of its source.

use crate::locale::message::Message;
use crate::locale::{Locale, Text};
use crate::model::figure::{Factor, Figure, FigureIx, Operation, SourceRef, Value};
use crate::model::{Facts, Milestone, Series};
use crate::statement::{Bound, Form, Measure, Status};

#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub label: String,
    pub text: String,
    /// A link that may be followed.
    pub href: Option<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    pub id: String,
    /// The printed phrase.
    pub number: String,
    pub label: String,
    pub rows: Vec<Row>,
    pub cite: String,
}

/// What the bound of a figure means, in words; of what has no number, why it has none.
pub fn bound_words(figure: &Figure, locale: Locale) -> &'static str {
    match figure.value() {
        Value::Missing if figure.form() != Form::Class => return Message::NotFound.get(locale),
        Value::NotApplicable => return Message::NotApplicable.get(locale),
        _ => {}
    }
    // what may still be revised is no exact number
    let is_final = !matches!(figure.status(), Status::Preliminary | Status::Revised | Status::Estimated);
    match (figure.form(), figure.written_bound()) {
        (Form::Class, _) => Message::BoundClass,
        (Form::OpenList, _) => Message::BoundOpenList,
        (Form::Amount, Bound::Exact) if is_final => Message::BoundExact,
        (Form::Amount, Bound::Exact) => Message::BoundPublished,
        (Form::Amount, Bound::MoreThan) => Message::BoundMoreThan,
        (Form::Amount, Bound::AtLeast) => Message::BoundAtLeast,
        (Form::Amount, Bound::UpTo) => Message::BoundUpTo,
        (Form::Amount, Bound::LessThan) => Message::BoundLessThan,
        (Form::Amount, Bound::About) => Message::BoundAbout,
        (Form::Amount, Bound::Nearly) => Message::BoundNearly,
        (Form::Amount, Bound::Between) => Message::BoundBetween,
    }
    .get(locale)
}

/// What a figure is, in words: a class or an aim first, else what it measures.
fn kind_words(figure: &Figure, locale: Locale) -> &'static str {
    let message = match (figure.form(), figure.status(), figure.measure()) {
        (Form::Class, _, _) => Message::KindClass,
        (_, Status::Target, _) => Message::KindTarget,
        (_, Status::Forecast, _) => Message::KindForecast,
        (_, _, measure) => measure_message(measure),
    };
    message.get(locale)
}

/// The name of a measure: the same in records, refusals and wherever an editor chooses one.
pub fn measure_message(measure: Measure) -> Message {
    match measure {
        Measure::Level => Message::KindLevel,
        Measure::Flow => Message::KindFlow,
        Measure::Count => Message::KindCount,
        Measure::Share => Message::KindShare,
        Measure::Rate => Message::KindRate,
        Measure::Growth => Message::KindGrowth,
        Measure::Change => Message::KindChange,
        Measure::Points => Message::KindPoints,
        Measure::Multiple => Message::KindMultiple,
        Measure::Ratio => Message::KindRatio,
        Measure::Rank => Message::KindRank,
        Measure::Index => Message::KindIndex,
        Measure::Date => Message::KindDate,
    }
}

/// 1961—1977年, 1979年; 1961–1977, 1979.
pub fn years_text((from, to): (i32, i32), locale: Locale) -> String {
    match from == to {
        true => Message::Year.with(locale, &[&from.to_string()]),
        false => Message::YearSpan.with(locale, &[&from.to_string(), &to.to_string()]),
    }
}

/// What a change is measured against, in words for the middle of a line: base period: 2023; against the level before the pandemic.
pub(crate) fn against(base: &str, locale: Locale) -> String {
    // what an editor writes where the source does not say it
    if ["未写", "not stated", "не указан"].iter().any(|words| base.contains(words)) {
        return base.to_string();
    }
    let digits = |part: &str| part.len() == 4 && part.bytes().all(|b| b.is_ascii_digit());
    let has_year = base.split(|c: char| !c.is_ascii_digit()).any(digits);
    // a year with at most a quarter, a month or the like beside it
    let is_period = has_year && base.chars().filter(|c| c.is_alphabetic()).count() <= 4;
    let message = if is_period { Message::BasePeriod } else { Message::Against };
    message.with(locale, &[base])
}

impl Figure {
    /// Returns what it is compared with, in words: base period: 2023; against the quarter before.
    pub fn against(&self, locale: Locale) -> Option<String> {
        self.base().map(|base| against(base.get(locale), locale))
    }

    /// Returns its period in words, with what it is compared with: 2023; base period: 2022.
    pub fn period_and_base(&self, locale: Locale) -> String {
        let period = self.period().text.get(locale);
        match self.against(locale) {
            Some(against) => [period, Message::Semicolon.get(locale), &against].concat(),
            None => period.to_string(),
        }
    }
}

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

    pub fn record(&self, ix: FigureIx, locale: Locale) -> Record {
        let f = self.figure(ix);
        let mut rows = Vec::new();
        let mut row = |label: Message, text: String| {
            rows.push(Row { label: label.get(locale).into(), text, href: None })
        };
        let optional = |t: Option<&Text>| t.map(|t| t.get(locale).to_string());
        row(Message::RecordBound, bound_words(f, locale).to_string());
        let kind = kind_words(f, locale);
        row(
            Message::RecordKind,
            // aims and forecasts are kinds already
            match f.status_word(locale).filter(|_| f.status().is_result()) {
                Some(status) => format!("{kind}{}{status}", Message::Comma.get(locale)),
                None => kind.to_string(),
            },
        );
        // an inferred period says so in its own words (rule inferred)
        let period = f.period().text.get(locale).to_string();
        row(Message::RecordPeriod, period);
        if let Some(d) = f.denominator() {
            let stated =
                if d.stated { String::new() } else { format!(" · {}", Message::NotStated.get(locale)) };
            row(Message::RecordDenominator, format!("{}{stated}", d.text.get(locale)));
        }
        if let Some(base) = optional(f.base()) {
            row(Message::RecordBase, base);
        }
        let source = self.source(f.source().source);
        let href = source.url().map(str::to_string);
        row(Message::RecordSource, self.cite_source(f.source(), locale));
        let last = rows.len() - 1;
        rows[last].href = href;
        let mut row = |label: Message, text: String| {
            rows.push(Row { label: label.get(locale).into(), text, href: None })
        };
        if let Some(interest) = optional(source.interest()) {
            row(Message::RecordInterest, interest);
        }
        row(Message::RecordProcessing, self.processing(f, locale));
        if let Some(note) = optional(f.note()) {
            row(Message::RecordNote, note);
        }
        for caution in self.cautions(ix) {
            row(Message::RecordCaution, caution.text.get(locale).to_string());
        }
        for other in f.others() {
            let mut text = format!("{}{}", other.display(f, locale), Message::Comma.get(locale));
            text.push_str(other.period.text.get(locale));
            text.push_str(Message::Semicolon.get(locale));
            text.push_str(&self.cite_source(other.source, locale));
            if let Some(note) = &other.note {
                text.push_str(Message::Semicolon.get(locale));
                text.push_str(note.get(locale));
            }
            let href = self.source(other.source.source).url().map(str::to_string);
            rows.push(Row { label: Message::RecordOthers.get(locale).into(), text, href });
        }
        if !source.checked().is_empty() {
            let text = source.checked().to_string();
            rows.push(Row { label: Message::RecordChecked.get(locale).into(), text, href: None });
        }
        let (statement, source) = (self.statement(ix, locale), self.cite_source(f.source(), locale));
        let cite = Message::Citation.with(locale, &[&statement, &source]);
        Record {
            id: f.id().into(),
            number: f.display(locale),
            label: f.label().get(locale).into(),
            rows,
            cite,
        }
    }

    fn processing(&self, f: &Figure, locale: Locale) -> String {
        if let Some(d) = f.derivation() {
            let inputs: Vec<String> = d
                .inputs
                .iter()
                .map(|ix| {
                    let input = self.figure(*ix);
                    format!("{} {}", input.label().get(locale), input.display(locale))
                })
                .collect();
            let inputs = inputs.join(Message::Enumeration.get(locale));
            let operation = match d.operation {
                Operation::Convert => Message::ByConversion,
                Operation::Sum => Message::BySum,
                Operation::Difference => Message::ByDifference,
                Operation::Ratio => Message::ByRatio,
                Operation::Share => Message::ByShare,
            };
            let factor = d.factor.unwrap_or(Factor(1, 1));
            let operation = operation.with(locale, &[&factor.0.to_string(), &factor.1.to_string()]);
            return Message::Computed.with(locale, &[&operation, &inputs]);
        }
        let message = if f.counted() {
            Message::Counted
        } else if f.value() == Value::Missing {
            Message::NotFound
        } else {
            Message::AsPrinted
        };
        message.get(locale).to_string()
    }
}
