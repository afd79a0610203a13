//! At which prices an amount of money is counted, where the words around it say so.
//!
//! **Invariant**: figures that say nothing of prices, or of both, go with all others.

use crate::locale::{Locale, Text};
use crate::model::figure::Figure;
use crate::model::Facts;

#[derive(Clone, Copy, PartialEq)]
enum Prices {
    /// Those of each period itself.
    Current,
    /// Those of one year for all periods, or without what prices have changed.
    Constant,
}

/// The words for prices of each period, and for constant ones.
fn words(locale: Locale) -> [&'static [&'static str]; 2] {
    match locale {
        Locale::Zh => [&["现价", "当年价", "现行价", "名义"], &["不变价", "可比价", "扣除价格"]],
        Locale::En => [
            &["current prices", "current-price", "nominal", "cash terms"],
            &["constant prices", "constant-price", "real terms", "chained volume", "inflation-adjusted"],
        ],
        Locale::Ru => [&["текущих ценах", "номинальн"], &["постоянных ценах", "сопоставимых ценах"]],
    }
}

fn of_text(text: &Text) -> Option<Prices> {
    text.iter().find_map(|(locale, said)| {
        let said = said.to_lowercase();
        match words(locale).map(|all| all.iter().any(|word| said.contains(word))) {
            [true, false] => Some(Prices::Current),
            [false, true] => Some(Prices::Constant),
            [true, true] | [false, false] => None,
        }
    })
}

impl Facts {
    /// Whether two figures are at current and at constant prices, as their names, notes or definitions say.
    pub fn are_at_unlike_prices(&self, a: &Figure, b: &Figure) -> bool {
        match [a, b].map(|figure| self.prices_of(figure)) {
            [Some(a), Some(b)] => a != b,
            _ => false,
        }
    }

    fn prices_of(&self, figure: &Figure) -> Option<Prices> {
        let own = [figure.note(), figure.base(), Some(figure.label())].into_iter().flatten();
        let series = figure.id().split_once('@').map(|(id, _)| id);
        let series = self.all_series().iter().find(|of| Some(of.id.as_str()) == series);
        let of_series = series
            .into_iter()
            .flat_map(|series| [&*series.label, &series.definition].into_iter().chain(&series.note));
        own.chain(of_series).find_map(of_text)
    }
}
