//! `name-not-number`: slogans and codes (985, 1+4+N, 120) are text, not quantities (cautions c11, c12).

use crate::diagnostic::Both;

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
