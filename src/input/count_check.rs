//! Checks numbers that cannot be, or hardly can: a number of people below zero or in fractions, a fall by more than all
//! there was.
//!
//! **Invariant**: adds diagnostics and changes nothing; what is counted in a unit of unknown size is let be.

use crate::diagnostic::{Both, Diagnostic, Diagnostics, Severity};
use crate::locale::number::{Decimal, Unit, UnitForms};
use crate::model::figure::{Figure, FigureIx, Value};
use crate::rules::{mixed_unit, Locator, Place};
use crate::statement::Measure;
use crate::story::Story;

pub(crate) fn check(story: &Story, places: &impl Locator, diagnostics: &mut Diagnostics) {
    for (i, figure) in story.figures().iter().enumerate() {
        let numbers: Vec<Decimal> = match figure.value() {
            Value::Number(number) => vec![number],
            Value::Range(low, high) => vec![low, high],
            Value::Date(_) | Value::Missing | Value::NotApplicable => continue,
        };
        let Some((severity, message, help)) = fault(figure, &numbers) else { continue };
        let member = if figure.derivation().is_some() { "derived" } else { "value" };
        let at = places.locate(&Place::Figure(FigureIx(i), member));
        diagnostics.push(Diagnostic::new(severity, "number-range", at, message, help));
    }
}

fn fault(figure: &Figure, numbers: &[Decimal]) -> Option<(Severity, Both, Both)> {
    let name = |zh: String, en: String| {
        let (own_zh, own_en) = (figure.label().zh(), figure.label().en());
        Both::new(
            format!("“{own_zh}”（{}）{zh}", figure.id()),
            format!("\"{own_en}\" ({}) {en}", figure.id()),
        )
    };
    let find = |wrong: &dyn Fn(Decimal) -> bool| numbers.iter().find(|number| wrong(**number));
    let counts = figure.measure() == Measure::Count;
    if let Some(number) = find(&|number| counts && number.mantissa < 0) {
        let shown = number.digits();
        return Some((
            Severity::Error,
            name(format!("是个数，却写成 {shown}"), format!("counts things, and is {shown}: below none")),
            Both::new(
                "核对正负号；是增减就把 measure 写成 change",
                "check the sign; where it is a rise or a fall, set the measure to change",
            ),
        ));
    }
    if let Some(number) = find(&|number| counts && is_broken(number, figure.unit())) {
        let shown = number.digits();
        return Some((
            Severity::Warning,
            name(
                format!("是个数，却写成 {shown}，不是整数"),
                format!("counts things, and is {shown}: no whole number"),
            ),
            Both::new(
                "核对小数点和单位；是平均数或比率就改 measure（level、rate）",
                "check the point and the unit; where it is an average or a rate, set the measure to level or rate",
            ),
        ));
    }
    let falls = figure.measure() == Measure::Growth && figure.unit().is_percent();
    let number = find(&|number| falls && number.to_f64() < -100.0)?;
    let shown = number.digits();
    Some((
        Severity::Warning,
        name(
            format!("是 {shown}%：降幅过百，只有能跌到零以下的量（如利润）才会"),
            format!("is {shown}%: only what can go below zero, such as a profit, falls by more than all there was"),
        ),
        Both::new(
            "核对小数点和正负号；来源就是这样写的，在 note 里说明",
            "check the point and the sign; where the source says so, tell how in the note of the figure",
        ),
    ))
    .filter(|_| figure.note().is_none())
}

/// A part of a thing, where things are counted and it is known how many one of the unit are: 2.5 people, but not 2.5万人.
fn is_broken(number: Decimal, unit: &Unit) -> bool {
    let measured = UnitForms::IDS.contains(&unit.id.as_str()) && !["people", "items"].contains(&&*unit.id);
    let Some(power) = mixed_unit::power_of(unit).filter(|_| !measured && !mixed_unit::is_measured(unit))
    else {
        return false;
    };
    let places = i32::from(number.places) - power;
    places > 0 && 10i64.checked_pow(places as u32).is_none_or(|one| number.mantissa % one != 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::number::UnitWords;
    use crate::locale::Locale;

    #[test]
    fn ten_thousands_have_fractions_and_people_have_none() {
        for (name, number, broken) in [
            ("人", "2.5", true),
            ("人", "2.0", false),
            ("万人", "2.5", false),
            ("万人", "2.12345", true),
            ("所", "0.5", true),
            ("公里", "0.5", false),
            ("小时", "1.5", false),
        ] {
            let words = vec![UnitWords { locale: Locale::Zh, forms: vec![name.into()], shift: 0 }];
            let unit = Unit { id: "u".into(), words };
            assert_eq!(is_broken(Decimal::parse(number).unwrap(), &unit), broken, "{name} {number}");
        }
    }
}
