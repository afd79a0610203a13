//! Sizes against limits, as a text for people.
//!
//! **Invariant**: every size that was measured is in it, with its limit, that limit's source and date, or "no limit".

use super::Source;
use duoyuan::describe::json::{array, object, quote};
use duoyuan::diagnostic::for_editors;
use duoyuan::export::limits::{Limit, Sure, What, CHECKED};
use duoyuan::locale::Text;

/// One size of one file.
#[derive(Clone)]
pub struct Line {
    pub file: String,
    pub what: What,
    pub actual: u64,
    pub limit: Option<Limit>,
    /// What was done to keep the limit, and why.
    pub note: Option<Text>,
}

pub fn text(source: &Source, lines: &[Line]) -> String {
    let l = source.locale;
    let platform = source.platform.name();
    let mut out = for_editors(l,
        &format!("{platform} 导出报告。以下为与已公布规则的对照（{CHECKED} 核对），平台可随时改规则。\n"),
        &format!("Report of the export for {platform}: sizes against the rules as published (compared {CHECKED}); platforms may change them.\n"),
    )
    .to_string();
    let mut sources: Vec<&str> = Vec::new();
    for line in lines {
        let what = line.what.words();
        let limit = match line.limit {
            Some(limit) => {
                if !sources.contains(&limit.source) {
                    sources.push(limit.source);
                }
                let number = sources.iter().position(|s| *s == limit.source).unwrap_or(0) + 1;
                let weak = if limit.sure == Sure::Weak {
                    for_editors(l, "，第三方说法", ", third parties say")
                } else {
                    ""
                };
                let bound = match limit.least {
                    0 => for_editors(l, &format!("≤ {}", limit.most), &format!("<= {}", limit.most))
                        .to_string(),
                    least => for_editors(l, &format!("≥ {least}"), &format!(">= {least}")).to_string(),
                };
                format!("{bound} [{number}{weak}]")
            }
            None => for_editors(l, "无公布上限", "no published limit").to_string(),
        };
        out.push_str(&format!("{}\t{} {}\t{limit}\n", line.file, what.get(l), line.actual));
        if let Some(note) = &line.note {
            out.push_str(&format!("\t{}\n", note.get(l)));
        }
    }
    for (i, source) in sources.iter().enumerate() {
        out.push_str(&format!("[{}] {source} ({CHECKED})\n", i + 1));
    }
    if source.base.is_none() && matches!(platform, "rss" | "amp") {
        out.push_str(for_editors(l,
            "注意：未给 --base，文件里的地址是相对的；发布前请用 --base https://… 重新导出。\n",
            "Note: without --base the addresses in the files are relative; export again with --base https://… before publishing.\n",
        ));
    }
    out
}

/// The same sizes for programs; the limits themselves are what `duoyuan limits` prints.
pub fn json(source: &Source, lines: &[Line]) -> String {
    let sizes = lines.iter().map(|line| {
        let note = line
            .note
            .as_ref()
            .map_or("null".to_string(), |note| object(&[("zh", quote(note.zh())), ("en", quote(note.en()))]));
        object(&[
            ("file", quote(&line.file)),
            ("what", quote(line.what.name())),
            ("actual", line.actual.to_string()),
            ("note", note),
        ])
    });
    let members =
        [("platform", quote(source.platform.name())), ("checked", quote(CHECKED)), ("sizes", array(sizes))];
    object(&members) + "\n"
}
