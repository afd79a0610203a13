//! `bounded-arithmetic`: no sum, difference, ratio or share with a bounded figure (caution c03).

use crate::diagnostic::Both;
use crate::locale::Locale;
use crate::model::figure::{Figure, Operation};

pub(crate) const CODE: &str = "bounded-arithmetic";

/// The input that forbids the operation. Converting to another unit keeps the bound and is allowed.
pub(crate) fn offender<'a>(operation: Operation, inputs: &[&'a Figure]) -> Option<&'a Figure> {
    let bounded = |f: &&&Figure| f.is_bounded() || f.number().is_none();
    inputs.iter().find(bounded).copied().filter(|_| operation != Operation::Convert)
}

pub(crate) fn words(f: &Figure) -> (Both, Both) {
    (
        Both::new(
            format!("“{}”是{}，不是确数，不能参加运算", f.id(), f.display(Locale::Zh)),
            format!(
                "\"{}\" is {}, not an exact number; it takes no part in arithmetic",
                f.id(),
                f.display(Locale::En)
            ),
        ),
        Both::new(
            "两数并列，不算出第三个数",
            "show the figures side by side, without a third one made of them",
        ),
    )
}
