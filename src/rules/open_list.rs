//! `open-list`: 等 is kept: a list that its source leaves open stays open (caution c19).

use crate::diagnostic::Both;
use crate::model::ListIx;
use crate::rules::{Bench, Place};
use crate::statement::Form;

pub(super) fn check_lists(bench: &mut Bench) {
    for (i, list) in bench.story.lists().to_vec().into_iter().enumerate() {
        let counted = bench.all_figures().into_iter().find(|ix| {
            let f = bench.story.figure(*ix);
            f.form() == Form::OpenList
                && f.source() == list.source
                && f.number().is_some_and(|n| n.places == 0 && n.mantissa == list.items.len() as i64)
        });
        let Some(ix) = counted.filter(|_| !list.open) else { continue };
        let name = bench.name(ix);
        bench.error(
            "open-list",
            Place::List(ListIx(i), "open"),
            Both::new(
                format!("名单“{}”写成已完，而{}带“等”字", list.label.zh(), name.zh()),
                format!("the list \"{}\" is closed, but {} ends in 等", list.label.en(), name.en()),
            ),
            Both::new("写 open: true，保留“等”", "write open: true and keep 等"),
        );
    }
}
