//! The figures of a story: read from its file, checked for what no schema can say, and computed where they are derived.
//!
//! **Invariant**: a figure that is returned has a unit where its value is a number, and a value that its measure
//! can have.

use crate::diagnostic::Both;
use crate::input::json::{Key, Node};
use crate::input::languages;
use crate::input::printed_check;
use crate::input::reader::Reader;
use crate::locale::number::{Decimal, UnitForms};
use crate::locale::Locale;
use crate::model::figure::{Derivation, Factor, Figure, Operation, Period, Value};
use crate::rules;
use crate::statement::{Bound, Measure};

impl Reader<'_> {
    /// One entry a figure of the file, `None` where it is not sound (the diagnostic is then in the list).
    pub(crate) fn read_figures(&mut self) -> Vec<Option<Figure>> {
        let doc = self.doc;
        doc.section("figures").iter().map(|(key, node)| self.read_figure(key, node)).collect()
    }

    fn read_figure(&mut self, key: &Key, node: &Node) -> Option<Figure> {
        let mut figure: Figure = self.read(node, Some(&key.name))?;
        let path = format!("figures.{}", key.name);
        let sound = self.has_value(&figure, node, &path)
            && self.fits_measure(&figure, node, &path)
            && self.has_unit(&figure, node, &path);
        self.has_words(&figure, node, &path);
        self.fits_bound(&figure, node, &path);
        if matches!(figure.value, Value::Range(..)) {
            figure.bound = Bound::Between;
        }
        self.period(&figure.period, node, &path);
        let others = node.get("others").map(Node::items).unwrap_or_default();
        for (i, (other, node)) in figure.others.iter_mut().zip(others).enumerate() {
            if node.get("unit").is_none() {
                other.unit = figure.unit.clone();
            }
            if matches!(other.value, Value::Range(..)) {
                other.bound = Bound::Between;
            }
            self.period(&other.period, node, &format!("{path}.others[{i}]"));
        }
        sound.then_some(figure)
    }

    fn has_value(&mut self, figure: &Figure, node: &Node, path: &str) -> bool {
        match (&figure.derivation, node.get("value")) {
            (Some(_), Some(value)) => {
                let message =
                    Both::new("算出来的数字不能再手写数值", "a derived figure may not have a typed value");
                let help = Both::new("删去 value", "remove \"value\"");
                self.error("typed-derivation", value.at, &format!("{path}.value"), message, help);
                false
            }
            (None, None) => {
                let message = Both::new("缺“value”", "missing \"value\"");
                let help = Both::new(
                    "写上所印数值；未公布写 null",
                    "write the value as printed, or null if it is not published",
                );
                self.error("missing-field", node.at, &format!("{path}.value"), message, help);
                false
            }
            (Some(derivation), None) => {
                if derivation.operation == Operation::Convert && derivation.factor.is_none() {
                    let message = Both::new("换算要写系数", "a conversion needs its factor");
                    let help = Both::new(
                        "写成分数，如 \"10000/15\"",
                        "write it as a fraction, for example \"10000/15\"",
                    );
                    let at = node.get("derived").map_or(node.at, |n| n.at);
                    self.error("missing-factor", at, &format!("{path}.derived.factor"), message, help);
                }
                true
            }
            (None, Some(_)) => true,
        }
    }

    /// A date is a date, everything else a number; a share of a whole has at most 100 percent.
    fn fits_measure(&mut self, figure: &Figure, node: &Node, path: &str) -> bool {
        let Some(at) = node.get("value").map(|n| n.at) else { return true };
        let path = format!("{path}.value");
        let (code, message, help) = match (figure.measure, figure.value) {
            (measure, _) if figure.of.is_some() && measure != Measure::Rank => (
                "measure-value",
                Both::new(
                    "of 是名次所在的总数，measure 却不是 rank",
                    "\"of\" says of how many a rank is one, and the measure is not rank",
                ),
                Both::new("删去 of，或把 measure 改成 rank", "remove \"of\", or set the measure to rank"),
            ),
            (Measure::Rank, Value::Number(n)) if figure.of.is_some_and(|of| n.to_f64() > f64::from(of)) => (
                "number-range",
                Both::new("名次大于总数", "the rank is beyond the number of those that are ranked"),
                Both::new("核对 value 和 of", "check value and of"),
            ),
            (Measure::Rank, Value::Number(n)) if n.to_f64() < 1.0 || n.to_f64().fract() != 0.0 => (
                "number-range",
                Both::new("名次从 1 起，是整数", "a rank is a whole number, and the first is 1"),
                Both::new(
                    "核对 value；不是名次就改 measure",
                    "check the value, or correct the measure where it is no rank",
                ),
            ),
            (Measure::Date, Value::Number(_) | Value::Range(..)) => (
                "measure-value",
                Both::new("measure 是 date，值却是数字", "the measure is date, the value a number"),
                Both::new(
                    "日期加引号，如 \"1955-10-29\"；不是日期就改 measure",
                    "put the date in quotes, such as \"1955-10-29\", or correct the measure",
                ),
            ),
            (Measure::Date, _) => return true,
            (_, Value::Date(_)) => (
                "measure-value",
                Both::new("值是日期，measure 却不是 date", "the value is a date, the measure is not"),
                Both::new(
                    "把 measure 写成 date；是数字就去掉引号",
                    "set the measure to date, or remove the quotes from a number",
                ),
            ),
            (Measure::Share, Value::Number(n) | Value::Range(_, n))
                if figure.unit.is_percent() && !(0.0..=100.0).contains(&n.to_f64()) =>
            {
                let shown = n.digits();
                (
                    "number-range",
                    Both::new(
                        format!("占比 {shown}% 超出了 0 到 100"),
                        format!("a share of {shown}% lies outside 0 to 100"),
                    ),
                    Both::new(
                        "核对小数点；差额或可以超过全部的数（如占国内生产总值的赤字、债务）写 \"measure\": \"rate\" 和 denominator",
                        "check the decimal point; a balance, or what may exceed its whole (a deficit or debt as a share of GDP), has \"measure\": \"rate\" and \
                         the denominator",
                    ),
                )
            }
            (Measure::Points, Value::Number(_) | Value::Range(..)) if figure.unit.is_percent() => (
                "measure-value",
                Both::new(
                    "量是百分点的增减，单位却是 %：读者会当成增长率",
                    "a change in percentage points has the unit %, which readers take for a rate of growth",
                ),
                Both::new(
                    "单位写 \"points\"（个百分点）；是增长率就把 measure 改成 growth",
                    "write the unit \"points\" (percentage points), or set the measure to growth",
                ),
            ),
            _ => return true,
        };
        self.error(code, at, &path, message, help);
        false
    }

    /// Two numbers are a range, and nothing else lies between two numbers.
    fn fits_bound(&mut self, figure: &Figure, node: &Node, path: &str) {
        let Some(bound) = node.get("bound") else { return };
        let is_range = matches!(figure.value, Value::Range(..));
        if (figure.bound == Bound::Between) == is_range {
            return;
        }
        let message = if is_range {
            Both::new("两个数之间不能再有别的限定", "a range has no other bound")
        } else {
            Both::new("bound 是 between，值却只有一个数", "the bound is between, the value one number")
        };
        let help = Both::new(
            "写两个数 [低, 高] 就删去 bound；只有一个数就改 bound",
            "remove the bound from a range [low, high], or correct it for one number",
        );
        self.error("bound-value", bound.at, &format!("{path}.bound"), message, help);
    }

    fn has_unit(&mut self, figure: &Figure, node: &Node, path: &str) -> bool {
        let needs_none = (matches!(figure.value, Value::Date(_) | Value::Missing)
            || figure.measure == Measure::Rank)
            && figure.derivation.is_none();
        if node.get("unit").is_some() || needs_none {
            return true;
        }
        let message = Both::new("缺“unit”：数字要有单位", "missing \"unit\": a number has one");
        let known = UnitForms::IDS.join(", ");
        let help = Both::new(
            format!("如 \"percent\"；内置：{known}"),
            format!("for example \"percent\"; built in: {known}"),
        );
        self.error("missing-unit", node.at, &format!("{path}.unit"), message, help);
        false
    }

    /// A bound has the word that the source prints, and a size class its name.
    fn has_words(&mut self, figure: &Figure, node: &Node, path: &str) {
        let is_range = matches!(figure.value, Value::Range(..));
        for (severity, code, message, help) in printed_check::faults(figure) {
            let at = node.get("printed").map_or(node.at, |n| n.at);
            let path = format!("{path}.printed");
            self.diagnostics.add(severity, code, &self.doc.text, at, path, message, help);
        }
        // of one number "between" is told already
        let is_range = is_range || figure.bound == Bound::Between;
        if figure.is_bounded() && !is_range && figure.printed.is_empty() && figure.derivation.is_none() {
            let message = Both::new(
                "有限定的数字要写明原文限定词",
                "a bounded figure needs the word of its bound as printed",
            );
            let words: Vec<&str> = (self.languages.iter())
                .flat_map(|locale| locale.catalogue().bound_words)
                .filter(|(_, said)| *said == figure.said())
                .map(|(word, _)| *word)
                .collect();
            let (first, list) = (words.first().copied().unwrap_or("等"), words.join("、"));
            let help = Both::new(
                format!("来源用的是哪个词就写哪个（{list}），如 \"printed\": \"{first}\""),
                format!("add the source's own word ({list}), such as \"printed\": \"{first}\""),
            );
            self.error("missing-printed", node.at, &format!("{path}.printed"), message, help);
        }
        if figure.is_class() && figure.name.is_none() {
            let message = Both::new("量级要有名称", "a size class needs its name");
            let first = if self.languages[0] == Locale::Zh { "千亿级" } else { "…" };
            let name = languages::like(&self.languages, first);
            let help = Both::new(format!("加上 \"name\": {name}"), format!("add \"name\": {name}"));
            self.error("missing-name", node.at, &format!("{path}.name"), message, help);
        }
    }

    fn period(&mut self, period: &Period, node: &Node, path: &str) {
        if period.start.zip(period.end).is_none_or(|(start, end)| start.years() <= end.years()) {
            return;
        }
        let at = node.get("period").map(|p| p.get("start").map_or(p.at, |n| n.at)).unwrap_or(node.at);
        let message = Both::new("期间的起晚于止", "the period begins after it ends");
        let help = Both::new("对调 start 和 end", "swap start and end");
        self.error("bad-period", at, &format!("{path}.period.start"), message, help);
    }

    /// Computes derived figures from their inputs; arithmetic is exact until the last rounding.
    pub(crate) fn derive(&mut self, figures: &mut [Option<Figure>]) {
        for i in 0..figures.len() {
            let derived = figures[i].as_ref().and_then(|f| Some((f.derivation.clone()?, f.id.clone())));
            let Some((derivation, id)) = derived else { continue };
            let all: Option<Vec<&Figure>> =
                derivation.inputs.iter().map(|ix| figures.get(ix.get())?.as_ref()).collect();
            // an input's own problem is told
            let Some(inputs) = all else { continue };
            let path = format!("figures.{id}.derived");
            let at = self.doc.offset(&path);
            if let Some(f) = rules::bounded_arithmetic::offender(derivation.operation, &inputs) {
                let (message, help) = rules::bounded_arithmetic::words(f);
                self.error(rules::bounded_arithmetic::CODE, at, &path, message, help);
                continue;
            }
            let values: Vec<Decimal> = inputs.iter().filter_map(|f| f.number()).collect();
            let bound = inputs.first().map(|f| (f.bound, f.form, f.printed.clone()));
            match (compute(&derivation, &values), figures[i].as_mut(), bound) {
                (Some(value), Some(figure), Some((bound, form, printed))) => {
                    figure.value = Value::Number(value);
                    // a converted floor is still a floor
                    if derivation.operation == Operation::Convert {
                        (figure.bound, figure.form) = (bound, form);
                        figure.printed = printed;
                    }
                }
                _ => {
                    let message = Both::new("这个数算不出来", "this figure cannot be computed");
                    let help =
                        Both::new("核对运算、输入与除数", "check the operation, its inputs and its divisor");
                    self.error("bad-derivation", at, &path, message, help);
                }
            }
        }
    }
}

/// Exact arithmetic, rounded half up to the derivation's decimals once, at the end.
fn compute(derivation: &Derivation, inputs: &[Decimal]) -> Option<Decimal> {
    if inputs.len() != derivation.inputs.len() || inputs.is_empty() {
        return None;
    }
    let (places, factor) = (derivation.places, derivation.factor.unwrap_or(Factor(1, 1)));
    let common = inputs.iter().map(|d| d.places).max()?;
    let scaled: Option<Vec<i128>> = inputs
        .iter()
        .map(|d| (d.mantissa as i128).checked_mul(10i128.checked_pow((common - d.places) as u32)?))
        .collect();
    let scaled = scaled?;
    let base = 10i128.pow(common as u32);
    let (top, bottom) = match (derivation.operation, scaled.as_slice()) {
        (Operation::Sum, all) => (all.iter().sum(), base),
        (Operation::Difference, [a, b]) => (a - b, base),
        (Operation::Ratio, [a, b]) => (*a, *b),
        (Operation::Share, [a, b]) => (a * 100, *b),
        (Operation::Convert, [a]) => (a.checked_mul(factor.0.into())?, base.checked_mul(factor.1.into())?),
        _ => return None,
    };
    if bottom == 0 {
        return None;
    }
    let (top, bottom) = if bottom < 0 { (-top, -bottom) } else { (top, bottom) };
    let top = top.checked_mul(10i128.pow(places as u32))?;
    let rounded = top.checked_mul(2)?.checked_add(bottom)?.div_euclid(bottom.checked_mul(2)?);
    Some(Decimal { mantissa: i64::try_from(rounded).ok()?, places })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::figure::FigureIx;

    #[test]
    fn derived_figures_are_exact() {
        let of = |operation, n: usize, factor, places, values: &[&str]| {
            let values: Vec<Decimal> = values.iter().map(|v| Decimal::parse(v).unwrap()).collect();
            let inputs = vec![FigureIx(0); n];
            compute(&Derivation { operation, inputs, factor, places }, &values).map(|d| d.digits())
        };
        let factor = Factor::parse("10000/15");
        assert_eq!(of(Operation::Convert, 1, factor, 0, &["6.31"]).as_deref(), Some("4207"));
        assert_eq!(of(Operation::Share, 2, None, 1, &["1", "3"]).as_deref(), Some("33.3"));
        assert_eq!(of(Operation::Ratio, 2, None, 1, &["1", "0"]), None);
        assert_eq!(of(Operation::Difference, 2, None, 2, &["39.9", "43.72"]).as_deref(), Some("−3.82"));
    }
}
