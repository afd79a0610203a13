//! What changes are compared with: the period behind the words of a base, and the prices that it states.
//!
//! Figures come in; whether they have one base, and words for a picture, go out.
//!
//! **Invariant**: only words that name a date of the figure's own precision, or the year before, are read as a period; all
//! others are compared as they are written.

use crate::locale::date::Date;
use crate::locale::message::Message;
use crate::locale::Locale;
use crate::model::figure::Figure;
use crate::model::record::against;

/// The words of a base before its first comma or bracket, and those behind: "2023" and "constant prices".
fn parts(words: &str) -> (&str, &str) {
    match words.split_once(['，', ',', '；', ';', '（', '(']) {
        Some((period, rest)) => (period.trim(), rest.trim_matches([' ', ')', '）'])),
        None => (words.trim(), ""),
    }
}

/// A base in one language.
struct Base<'f> {
    period: &'f str,
    /// The words are "the year before" or the like.
    relative: bool,
    date: Option<Date>,
    /// From it to the period of its figure, in years.
    years: Option<i32>,
}

impl<'f> Base<'f> {
    fn of(figure: &'f Figure, locale: Locale) -> Option<Base<'f>> {
        let (period, _) = parts(figure.base()?.get(locale));
        let own = figure.period().start.filter(|start| figure.period().end.is_none_or(|end| end == *start));
        let relative = locale.catalogue().year_before.contains(&period.to_lowercase().as_str());
        let date = own.and_then(|own| {
            let typed = period.split(|c: char| !c.is_ascii_digit()).find_map(|digits| digits.parse().ok());
            let date = Date { year: if relative { own.year - 1 } else { typed? }, ..own };
            (relative || date.display(locale) == period).then_some(date)
        });
        let years = own.zip(date).map(|(own, date)| own.year - date.year);
        Some(Base { period, relative, date, years })
    }

    fn is_same_period(&self, other: &Base) -> bool {
        let dates = self.date.is_some() && self.date == other.date;
        let distance = (self.relative || other.relative) && self.years.is_some() && self.years == other.years;
        self.period == other.period || dates || distance
    }
}

impl Figure {
    /// Whether two changes are changes from one period: that of the same words or date, or the year before each of them.
    pub fn has_base_of(&self, other: &Figure) -> bool {
        match (self.base(), other.base()) {
            (Some(own), Some(others)) => {
                own == others
                    || own.iter().any(|(locale, _)| {
                        let bases = [self, other].map(|figure| Base::of(figure, locale));
                        matches!(bases, [Some(a), Some(b)] if a.is_same_period(&b))
                    })
            }
            (None, None) => true,
            (None, Some(_)) | (Some(_), None) => false,
        }
    }

    /// Whether both state their prices, and not the same.
    pub fn states_other_prices(&self, other: &Figure) -> bool {
        let mut languages = self.base().into_iter().flat_map(|base| base.iter().map(|(locale, _)| locale));
        languages.any(|locale| {
            let [own, others] = [self, other].map(|figure| figure.prices(locale));
            !own.is_empty() && !others.is_empty() && own != others
        })
    }

    /// Returns the prices that its base states, such as "constant prices"; empty where it states none.
    pub fn prices(&self, locale: Locale) -> &str {
        self.base().map_or("", |base| parts(base.get(locale)).1)
    }
}

/// Joins words and what they are compared with into one line: "%; against the year before".
pub fn in_one_line(words: [Option<String>; 2], locale: Locale) -> String {
    words.into_iter().flatten().collect::<Vec<_>>().join(Message::Semicolon.get(locale))
}

/// Returns what some figures are compared with, where they have that in common; the prices of those that state others than
/// the first are said with their names.
pub fn against_all(figures: &[&Figure], locale: Locale) -> Option<String> {
    let (first, rest) = figures.split_first()?;
    if rest.iter().all(|figure| figure.base() == first.base()) {
        return first.against(locale);
    }
    if !rest.iter().all(|figure| figure.has_base_of(first)) {
        return None;
    }
    let mut words = against(parts(first.base()?.get(locale)).0, locale);
    let mut prices: Vec<&str> = figures.iter().map(|figure| figure.prices(locale)).collect();
    prices.sort_unstable();
    prices.dedup();
    let is_one = prices.len() == 1;
    for stated in prices.into_iter().filter(|stated| !stated.is_empty()) {
        words += Message::Semicolon.get(locale);
        words += stated;
        if !is_one {
            let mut names: Vec<&str> = Vec::new();
            let of = figures.iter().filter(|figure| figure.prices(locale) == stated);
            of.map(|figure| figure.label().get(locale)).for_each(|name| {
                if !names.contains(&name) {
                    names.push(name);
                }
            });
            words += Message::Colon.get(locale);
            words += &names.join(Message::Comma.get(locale));
        }
    }
    Some(words)
}
