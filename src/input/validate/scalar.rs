//! Numbers and words of a closed list against their schema: range, whole numbers, and the word that was meant.
//!
//! **Invariant**: one value in, diagnostics out; looks at no other value.

use crate::diagnostic::Both;
use crate::input::json::{Node, Value};
use crate::input::schema::{Kind, Schema};
use crate::input::suggest;
use crate::input::validate::{only_slip, Validator};

impl Validator<'_> {
    pub(super) fn number(&mut self, node: &Node, schema: Schema, path: &str) {
        let whole = matches!(schema.kind(), Kind::Integer);
        let (least, above, most) =
            (schema.number("minimum"), schema.number("exclusiveMinimum"), schema.number("maximum"));
        let (zh, en) = match (whole, above) {
            (true, _) if least == Some(0.0) => ("从0起的整数", "a whole number from 0"),
            (true, _) => ("整数", "a whole number"),
            (false, Some(_)) => ("大于0的数字", "a number above 0"),
            (false, None) => ("数字", "a number"),
        };
        match (&node.value, node.number()) {
            (Value::Number(digits), None) => {
                let message =
                    Both::new(format!("数字 {digits} 太大"), format!("the number {digits} is out of range"));
                let help = Both::new("写小些", "write a smaller one");
                self.error("number-range", node.at, path, message, help);
            }
            (_, None) => self.wrong(node, path, zh, en),
            (_, Some(n)) if whole && (n.fract() != 0.0 || least == Some(0.0) && n < 0.0) => {
                self.wrong(node, path, zh, en)
            }
            (_, Some(n)) if above.is_some_and(|above| n <= above) => self.wrong(node, path, zh, en),
            (Value::Number(digits), Some(n))
                if least.is_some_and(|least| n < least) || most.is_some_and(|most| n > most) =>
            {
                let message = Both::new(
                    format!("数字 {digits} 超出了范围"),
                    format!("the number {digits} is out of range"),
                );
                let (least, most) = (least.unwrap_or(f64::MIN), most.unwrap_or(f64::MAX));
                let help = Both::new(
                    format!("写 {least} 到 {most} 之间的数"),
                    format!("write one from {least} to {most}"),
                );
                self.error("number-range", node.at, path, message, help);
            }
            _ => {}
        }
    }

    pub(super) fn choice(&mut self, node: &Node, options: &[&'static str], path: &str) {
        let Some(typed) = node.str() else { return self.wrong(node, path, "文字", "text") };
        if options.contains(&typed) {
            return;
        }
        let list = options.join(", ");
        let help = match suggest::choice(typed, options.iter().copied()) {
            Some(n) => Both::new(
                format!("是不是想写“{n}”？可用：{list}"),
                format!("did you mean \"{n}\"? allowed: {list}"),
            ),
            None => Both::new(format!("可用：{list}"), format!("allowed: {list}")),
        };
        let message =
            Both::new(format!("没有“{typed}”这个取值"), format!("\"{typed}\" is not one of the values"));
        self.error("unknown-value", node.at, path, message, help);
        let meant = suggest::choice(typed, options.iter().copied());
        if let Some(slip) = only_slip(typed, options).filter(|slip| Some(*slip) == meant) {
            self.mend(node.at..node.end, format!("\"{slip}\""));
        }
    }
}
