//! What a chart does not take, in words: each reason of `chart::acceptance` with its code, what it says and what to do.
//!
//! The help names the charts that do take the statement, which `chart::alternatives` asks of their tables, and never
//! another amount.

mod help;
mod terms;
mod words;

use crate::chart::acceptance::{refusals, Subject};
use crate::chart::Chart;
use crate::diagnostic::Both;
use crate::rules::Bench;
use help::{help, help_with_list};
use words::words;

pub(super) fn check(bench: &mut Bench, chart: &Chart) {
    for refusal in refusals(chart.acceptance(), bench.story) {
        let (code, said) = words(bench, refusal.reason);
        let (name, help) = match refusal.subject {
            Subject::Figure(ix) => (bench.name(ix), help(bench.story, ix, refusal.reason, chart)),
            Subject::List(ix) => (bench.list_name(ix), help_with_list(refusal.reason)),
        };
        let message =
            Both::new(format!("{}{}", name.zh(), said.zh()), format!("{} {}", name.en(), said.en()));
        bench.refuse(code, refusal.member, message, help);
    }
}
