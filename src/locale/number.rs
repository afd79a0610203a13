//! Numbers and their bounds as languages print them: 超80%, 33000余人, more than 80%, более 80 %.
//!
//! **Invariant**: digits never hold a qualifier; a phrase is written as plain text in one way, `to_string`.

mod decimal;
mod scale;
mod unit;

pub use decimal::{Decimal, Digits};
pub use scale::{in_own_words, Scale};
pub use unit::{form_of, Format, Power, Unit, UnitForms, UnitWords};

use crate::locale::Locale;
use crate::statement::{Bound, Form};

/// A number with its bound and unit, in the order in which its language says them.
///
/// Guarantees: `to_string` is the one way it is written as plain text; `digits` never holds a qualifier.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Phrase {
    /// 超, 约, 不足; "more than ".
    pub before: String,
    pub digits: String,
    /// 余 between digits and unit; "+" in English.
    pub between: String,
    /// With its leading space where the language sets one.
    pub unit: String,
    /// 以上, 以下, 左右, 等; " or more".
    pub after: String,
    /// How firm it is, in brackets: （初步数）, " (preliminary)". Empty for what is final.
    pub status: String,
}

impl std::fmt::Display for Phrase {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}{}{}{}{}", self.before, self.digits, self.between, self.unit, self.after)?;
        f.write_str(&self.status)
    }
}

impl Phrase {
    /// Returns it without the name of its unit, for where an axis says that: 15.1万, 33000余, 160 or more. Percent stays.
    pub fn without_unit(&self, unit: &Unit, locale: Locale) -> String {
        let trail = |form: &String| form.split_once('…').map_or(form.clone(), |(_, trail)| trail.to_string());
        let power = match unit.is_percent() {
            true => Some(self.unit.as_str()),
            false => unit.forms(locale).iter().find_map(|form| self.unit.strip_suffix(trail(form).as_str())),
        };
        // of a rank, whose phrase has a word of its own there, it stays
        let power = power.unwrap_or(&self.unit).trim_end();
        [&self.before, &self.digits, &self.between, power, &self.after, &self.status].concat()
    }
}

/// A number that is about to be written.
pub struct Quantity<'a> {
    /// As it is written: after its power of ten was taken out.
    pub value: Decimal,
    pub digits: String,
    /// The name of the power of ten; empty for one.
    pub power: &'static str,
    pub percent: bool,
    /// The forms of its unit, in the order of `plural`; `…` stands for the digits where they come inside.
    pub forms: &'a [String],
    pub bound: Bound,
    pub form: Form,
    /// The bound word as its source prints it; empty where it prints none.
    pub printed: &'a str,
    /// The language's bound words, and which form of a word goes with a number.
    pub bound_words: &'static [(&'static str, &'static str)],
    pub plural: fn(Decimal) -> usize,
}

impl<'a> Quantity<'a> {
    /// Returns what the unit puts before and after the digits, in the form that goes with the number.
    pub fn around_digits(&self) -> (&'a str, &'a str) {
        self.around_digits_in((self.plural)(self.value))
    }

    /// The same in another form; the last where there are fewer.
    pub fn around_digits_in(&self, form: usize) -> (&'a str, &'a str) {
        let unit = form_of(self.forms, form);
        unit.split_once('…').unwrap_or(("", unit))
    }

    /// The printed bound word where it is one of this language's, else the usual one.
    pub fn known_word(&self, usual: &str) -> String {
        // what is nearly a number is about it too
        let says = |said: &str| said == self.bound.name() || said == "nearly" && self.bound == Bound::About;
        let known = self.bound_words.iter().any(|(word, said)| *word == self.printed && says(said));
        String::from(if known { self.printed } else { usual })
    }
}

/// A place in an order that is about to be written.
pub struct Rank<'a> {
    pub place: i64,
    /// How many are in the order, where that is known.
    pub of: Option<i64>,
    /// The forms of what is in it; none where it has no name.
    pub forms: &'a [String],
    pub bound: Bound,
}

/// Returns what a language says of a bound around a number that has no unit: "more than " and nothing behind it.
pub fn bound_phrase(bound: Bound, locale: Locale) -> Phrase {
    let catalogue = locale.catalogue();
    (catalogue.phrase)(Quantity {
        value: Decimal::whole(1),
        digits: String::new(),
        power: "",
        percent: true,
        forms: &[],
        bound,
        form: Form::Amount,
        printed: "",
        bound_words: catalogue.bound_words,
        plural: catalogue.plural,
    })
}

/// Returns the decimal as a language prints it, with the power of ten that it puts between digits and unit (万, million).
fn scaled(value: Decimal, unit: &Unit, scale: Scale, locale: Locale) -> (Decimal, &'static str) {
    let value = value.shift(unit.places(locale));
    match scale.power(value, unit, locale) {
        Some(power) => (value.shift(-power.places).trimmed(), power.word),
        None => (value, ""),
    }
}

/// Writes a number with its bound. `printed` is the word as printed; where it is empty the usual one is used.
pub fn phrase(
    value: Decimal,
    unit: &Unit,
    scale: Scale,
    bound: Bound,
    form: Form,
    printed: &str,
    locale: Locale,
) -> Phrase {
    let scaled = scaled(value, unit, scale, locale);
    scaled_phrase(scaled, unit, (bound, form, printed), locale)
}

/// Writes a number that no source has printed, exact and without zeros at its end: 7.5 Mt.
pub fn plain_phrase(value: Decimal, unit: &Unit, scale: Scale, locale: Locale) -> Phrase {
    let (value, power) = scaled(value, unit, scale, locale);
    scaled_phrase((value.trimmed(), power), unit, (Bound::Exact, Form::Amount, ""), locale)
}

fn scaled_phrase(
    (value, power): (Decimal, &'static str),
    unit: &Unit,
    (bound, form, printed): (Bound, Form, &str),
    locale: Locale,
) -> Phrase {
    let catalogue = locale.catalogue();
    (catalogue.phrase)(Quantity {
        value,
        digits: value.written(&catalogue.digits),
        power,
        percent: unit.is_percent(),
        forms: unit.forms(locale),
        bound,
        form,
        printed,
        bound_words: catalogue.bound_words,
        plural: catalogue.plural,
    })
}

/// Writes a range from its lower to its higher number, both in one power of ten: 300至400人, 4.5–5%.
pub fn range_phrase(low: Decimal, high: Decimal, unit: &Unit, scale: Scale, locale: Locale) -> Phrase {
    let scale = match scale {
        Scale::Printed(format) => Scale::of_all(format, high, &[low, high], unit, locale),
        Scale::Shared(_) => scale,
    };
    let whole = phrase(high, unit, scale, Bound::Between, Form::Amount, "", locale);
    let first = scaled(low, unit, scale, locale).0.written(&locale.catalogue().digits);
    Phrase { digits: [&first, locale.catalogue().digits.range, &whole.digits].concat(), ..whole }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Scale = Scale::Printed(Format::Plain);

    fn say(value: &str, unit: &str, format: Format, q: Bound, printed: &str) -> [String; 3] {
        let unit = Unit::built_in(unit, &Locale::ALL).unwrap();
        let value = Decimal::parse(value).unwrap();
        [Locale::Zh, Locale::En, Locale::Ru]
            .map(|l| phrase(value, &unit, Scale::Printed(format), q, Form::Amount, printed, l).to_string())
    }

    #[test]
    fn beside_an_axis_a_phrase_keeps_its_power_and_its_bound() {
        let people = Unit::built_in("people", &Locale::ALL).unwrap();
        let percent = Unit::built_in("percent", &Locale::ALL).unwrap();
        let short = |digits: &str, unit: &Unit, format, bound, printed: &str, locale| {
            let value = Decimal::parse(digits).unwrap();
            let scale = Scale::Printed(format);
            phrase(value, unit, scale, bound, Form::Amount, printed, locale).without_unit(unit, locale)
        };
        let (zh, en) = (Locale::Zh, Locale::En);
        assert_eq!(short("160000", &people, Format::Wan, Bound::MoreThan, "余", zh), "16万余");
        assert_eq!(short("33000", &people, Format::Plain, Bound::MoreThan, "余", zh), "33000余");
        assert_eq!(short("34000", &people, Format::Plain, Bound::AtLeast, "以上", zh), "34000以上");
        assert_eq!(short("34000", &people, Format::Plain, Bound::AtLeast, "以上", en), "34,000 or more");
        assert_eq!(short("3000000", &people, Format::Million, Bound::AtLeast, "", en), "3 million or more");
        assert_eq!(short("3000000", &people, Format::Million, Bound::Exact, "", Locale::Ru), "3\u{a0}млн");
        assert_eq!(short("2", &people, Format::Plain, Bound::Exact, "", Locale::Ru), "2");
        assert_eq!(short("43.70", &percent, Format::Plain, Bound::Exact, "", zh), "43.70%");
    }

    #[test]
    fn qualifiers_stand_where_each_language_puts_them() {
        use Bound::*;
        use Format::*;
        for (value, unit, format, q, printed, zh, en, ru) in [
            ("43.72", "percent", Plain, Exact, "", "43.72%", "43.72%", "43,72 %"),
            ("80", "percent", Plain, MoreThan, "超过", "超过80%", "more than 80%", "более 80 %"),
            ("33000", "people", Plain, MoreThan, "余", "33000余人", "33,000+ people", "более 33 000 человек"),
            (
                "20000",
                "people",
                Wan,
                MoreThan,
                "超",
                "超2万人",
                "more than 20,000 people",
                "более 20 000 человек",
            ),
            ("150000", "people", Wan, MoreThan, "余", "15万余人", "150,000+ people", "более 150 000 человек"),
            ("151000", "people", Wan, Exact, "", "15.1万人", "151,000 people", "151 000 человек"),
            ("90", "percent", Plain, AtLeast, "以上", "90%以上", "90% or more", "не менее 90 %"),
            ("4", "items", Plain, AtLeast, "以上", "4项以上", "4 or more items", "не менее 4 пунктов"),
            ("2", "percent", Plain, UpTo, "以下", "2%以下", "up to 2%", "до 2 %"),
            ("30", "people", Plain, LessThan, "不足", "不足30人", "less than 30 people", "менее 30 человек"),
            ("350", "years", Plain, About, "约", "约350年", "about 350 years", "около 350 лет"),
            ("350", "years", Plain, About, "左右", "350年左右", "about 350 years", "около 350 лет"),
            (
                "2000000",
                "people",
                Wan,
                Nearly,
                "近",
                "近200万人",
                "nearly 2 million people",
                "почти 2 млн человек",
            ),
            ("1", "years", Plain, Exact, "", "1年", "1 year", "1 год"),
            ("21", "years", Plain, About, "почти", "约21年", "about 21 years", "почти 21 год"),
            ("21", "years", Plain, About, "nearly", "约21年", "nearly 21 years", "около 21 года"),
        ] {
            let ru = ru.replace(' ', "\u{a0}").replace("не\u{a0}менее", "не менее");
            assert_eq!(say(value, unit, format, q, printed), [zh.to_string(), en.to_string(), ru]);
        }
    }

    #[test]
    fn what_is_counted_of_an_open_list_and_a_range_keep_their_words() {
        let items = Unit::built_in("items", &Locale::ALL).unwrap();
        let six = |l| phrase(Decimal::whole(6), &items, PLAIN, Bound::Exact, Form::OpenList, "等", l);
        assert_eq!(
            (six(Locale::Zh).to_string().as_str(), six(Locale::En).to_string().as_str()),
            ("6项等", "6 items and others")
        );
        let people = Unit::built_in("people", &Locale::ALL).unwrap();
        let some = |l| range_phrase(Decimal::whole(3000), Decimal::whole(4000), &people, PLAIN, l);
        assert_eq!(some(Locale::Zh).to_string(), "3000至4000人");
        assert_eq!(some(Locale::En).to_string(), "3,000–4,000 people");
    }

    #[test]
    fn english_moves_the_point_and_nothing_else() {
        let unit = |forms: &str, shift| Unit {
            id: "own".into(),
            words: vec![UnitWords { locale: Locale::En, forms: vec![forms.into()], shift }],
        };
        let say = |value: &str, unit: &Unit| {
            let value = Decimal::parse(value).unwrap();
            phrase(value, unit, PLAIN, Bound::Exact, Form::Amount, "", Locale::En).to_string()
        };
        assert_eq!(say("239.2", &unit("bn yuan", -1)), "23.92 bn yuan");
        assert_eq!(say("6.31", &unit("mu", 4)), "63,100 mu");
    }

    #[test]
    fn powers_of_ten_are_those_of_the_language() {
        for (value, format, zh, en, ru) in [
            ("1400000", Format::Million, "140万人", "1.4 million people", "1,4 млн человек"),
            ("3000000000", Format::Billion, "30亿人", "3 billion people", "3 млрд человек"),
            ("2500", Format::Thousand, "2500人", "2.5 thousand people", "2,5 тыс. человек"),
            ("2500", Format::Plain, "2500人", "2,500 people", "2500 человек"),
        ] {
            let said = say(value, "people", format, Bound::Exact, "");
            assert_eq!(said, [zh.into(), en.into(), ru.replace(' ', "\u{a0}")]);
        }
    }

    #[test]
    fn russian_units_follow_their_number_and_their_bound() {
        use Bound::*;
        for (value, q, printed, ru) in [
            ("21", Exact, "", "21 год"),
            ("22", Exact, "", "22 года"),
            ("11", Exact, "", "11 лет"),
            ("1.5", Exact, "", "1,5 года"),
            ("21", MoreThan, "свыше", "свыше 21 года"),
            ("22", MoreThan, "", "более 22 лет"),
            ("1.5", LessThan, "", "менее 1,5 года"),
            ("22", About, "примерно", "примерно 22 года"),
        ] {
            let [_, _, said] = say(value, "years", Format::Plain, q, printed);
            assert_eq!(said, ru.replace(' ', "\u{a0}"));
        }
    }

    #[test]
    fn a_bound_word_of_the_language_is_printed_as_its_source_prints_it() {
        let [_, en, _] = say("80", "percent", Format::Plain, Bound::MoreThan, "over");
        assert_eq!(en, "over 80%");
        let [_, en, _] = say("80", "percent", Format::Plain, Bound::AtLeast, "at least");
        assert_eq!(en, "at least 80%");
    }
}
