//! `name-not-number`: slogans and codes (985, 1+4+N, 120) are text, not quantities (cautions c11, c12). A share is no name.

use crate::diagnostic::Both;
use crate::recognise::amount::Amount;
use crate::recognise::read;
use crate::rules::{Bench, Place};

pub(crate) const CODE: &str = "name-not-number";

pub(crate) fn words(id: &str) -> (Both, Both) {
    (
        Both::new(
            format!("“{id}”是名称或口号，不是数量"),
            format!("\"{id}\" is a name or a slogan, not a quantity"),
        ),
        Both::new("用 words 写成文字", "write it as words, in a \"words\" chart"),
    )
}

/// Names that state a share: 80%, 八成. A number with another unit may be a name: 24小时书店.
pub(super) fn check_names(bench: &mut Bench) {
    for (i, name) in bench.story.names().iter().enumerate() {
        let share = name.text.iter().find_map(|(locale, text)| {
            let mut all = read(text, locale).amounts.into_iter();
            all.find(|found| found.unit == "%" || matches!(found.amount, Amount::Fraction(..)))
        });
        let Some(printed) = share.map(|found| found.printed) else { continue };
        bench.warn(
            CODE,
            Place::Name(i, "text"),
            Both::new(
                format!("名称里的“{printed}”是一个数，不是名称的一部分"),
                format!("\"{printed}\" in this name states an amount, which is no part of a name"),
            ),
            Both::new(
                "登记为 figures 里的数字，写明来源和分母；names 里只留名称",
                "register it under figures with its source and its whole; names are for names only",
            ),
        );
    }
}
