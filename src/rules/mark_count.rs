//! `mark-count`: a chart that draws one mark for so many units draws as many as the number says, neither none nor more than a
//! reader's browser moves smoothly.

use crate::diagnostic::Both;
use crate::geometry::number;
use crate::model::chart::Chart;
use crate::rules::Bench;

/// Marks of one field or stack.
pub const MOST: f64 = 10_000.0;

pub(super) fn check(bench: &mut Bench, chart: &Chart, path: &str) {
    match chart {
        Chart::UnitField { fields, .. } => {
            for (i, field) in fields.iter().enumerate() {
                let amount = bench.story.figure(field.figure).amount();
                let marks = (amount / field.per).round();
                let at = format!("{path}.fields[{i}].per");
                if amount < 0.0 {
                    refuse(bench, field.figure, &at, &negative(), callouts());
                } else if marks > MOST {
                    let per = round_up(amount / MOST);
                    refuse(bench, field.figure, &at, &too_many(marks), per_or(&per));
                } else if marks < 1.0 && amount > 0.0 {
                    let per = number(amount);
                    let said = Both::new("连一个点也画不出来", "is less than one dot");
                    refuse(bench, field.figure, &at, &said, at_most(&per));
                }
            }
        }
        Chart::BlockStack { figure, .. } => {
            let amount = bench.story.figure(*figure).amount();
            if amount < 0.0 {
                refuse(bench, *figure, &format!("{path}.figure"), &negative(), callouts());
            } else if amount > MOST {
                let instead = Both::new(
                    "改用 callouts，或用 unit-field 并写明一点代表多少",
                    "use callouts, or unit-field with a per that says how many one dot stands for",
                );
                refuse(bench, *figure, &format!("{path}.figure"), &too_many(amount.ceil()), instead);
            }
        }
        _ => {}
    }
}

fn negative() -> Both {
    Both::new("是负数，画不成点或格子", "is negative and cannot be counted out in dots or blocks")
}

fn callouts() -> Both {
    Both::new("改用 callouts", "use callouts")
}

fn too_many(marks: f64) -> Both {
    let (marks, most) = (number(marks), number(MOST));
    Both::new(
        format!("要画{marks}个，超过一万个就看不清，也动不流畅"),
        format!("would be {marks} marks; more than {most} can neither be told apart nor moved smoothly"),
    )
}

fn per_or(per: &str) -> Both {
    Both::new(
        format!("把 per 写成 {per} 或更大，或改用 callouts"),
        format!("write a per of {per} or more, or use callouts"),
    )
}

fn at_most(per: &str) -> Both {
    Both::new(
        format!("把 per 写成 {per} 或更小，或改用 callouts"),
        format!("write a per of {per} or less, or use callouts"),
    )
}

fn refuse(bench: &mut Bench, figure: crate::model::figure::FigureIx, at: &str, said: &Both, help: Both) {
    let name = bench.name(figure);
    let message = Both::new(format!("{}{}", name.zh(), said.zh()), format!("{} {}", name.en(), said.en()));
    bench.error("mark-count", at, message, help);
}

/// The next number with one digit before its zeros: 1510 → 2000.
fn round_up(value: f64) -> String {
    let step = 10f64.powf(value.log10().floor());
    number((value / step).ceil() * step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_remedy_is_a_round_number_that_is_large_enough() {
        assert_eq!(round_up(15.1), "20");
        assert_eq!(round_up(1.0), "1");
        assert_eq!(round_up(0.3), "0.3");
    }
}
