//! Sizes against limits, as a text for people: what has a limit stands under it, the rest is a list of files.
//!
//! **Invariant**: every size that has a limit is in it, with that limit, its source and date; every file is in it.

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
    let say = |zh: &str, en: &str| for_editors(l, zh, en).to_string();
    let (platform, title) = (source.platform.name(), source.story.title().get(l));
    let mut out = say(
        &format!("{title}：{platform} 导出报告\n"),
        &format!("{title}: report of the export for {platform}\n"),
    );
    let notes: Vec<(&str, &Text)> =
        lines.iter().filter_map(|line| Some((line.file.as_str(), line.note.as_ref()?))).collect();
    if !notes.is_empty() {
        out.push_str(&say("\n请留意\n", "\nTo be done or known\n"));
        out.extend(notes.iter().map(|(file, note)| format!("  {file}  {}\n", note.get(l))));
    }
    let mut sources: Vec<&str> = Vec::new();
    let mut kinds: Vec<What> =
        lines.iter().filter(|line| line.limit.is_some()).map(|line| line.what).collect();
    kinds.sort();
    kinds.dedup();
    for what in kinds {
        let own: Vec<&Line> = lines.iter().filter(|line| line.what == what && line.limit.is_some()).collect();
        let Some(limit) = own.first().and_then(|line| line.limit) else { continue };
        if !sources.contains(&limit.source) {
            sources.push(limit.source);
        }
        let number = sources.iter().position(|s| *s == limit.source).unwrap_or(0) + 1;
        let weak = if limit.sure == Sure::Weak {
            say("，第三方说法", ", third parties say")
        } else {
            String::new()
        };
        let bound = match limit.least {
            0 => say(
                &format!("至多{}", shown(what, limit.most, l)),
                &format!("at most {}", shown(what, limit.most, l)),
            ),
            least => {
                say(&format!("至少{}", shown(what, least, l)), &format!("at least {}", shown(what, least, l)))
            }
        };
        out.push_str(&format!(
            "\n{}{bound} [{number}{weak}]\n",
            say(what.heading().zh(), what.heading().en())
        ));
        out.extend(own.iter().map(|line| format!("  {}  {}\n", line.file, shown(what, line.actual, l))));
    }
    let without = |line: &&Line| line.limit.is_none() && line.what.is_bytes();
    let listed: Vec<&Line> = lines.iter().filter(without).collect();
    let is_alone =
        |line: &&&Line| !lines.iter().any(|other| other.file == line.file && other.limit.is_some());
    let alone: Vec<&&Line> = listed.iter().filter(is_alone).collect();
    if !alone.is_empty() {
        out.push_str(&say("\n文件（没有已公布的大小上限）\n", "\nFiles, for which no limit is published\n"));
        out.extend(
            alone.iter().map(|line| format!("  {}  {}\n", line.file, shown(line.what, line.actual, l))),
        );
    }
    if !sources.is_empty() {
        out.push_str(&say(
            &format!("\n上限出处（{CHECKED} 核对，平台可随时改）\n"),
            &format!("\nWhere the limits are from (compared {CHECKED}; platforms may change them)\n"),
        ));
        out.extend(sources.iter().enumerate().map(|(i, source)| format!("  [{}] {source}\n", i + 1)));
    }
    if source.base.is_none() && matches!(platform, "rss" | "amp") {
        out.push_str(&say(
            "\n注意：未给 --base，文件里的地址是相对的；发布前请用 --base https://… 重新导出。\n",
            "\nNote: without --base the addresses in the files are relative; export again with --base https://… before publishing.\n",
        ));
    }
    out
}

/// A size as people say it.
fn shown(what: What, value: u64, locale: duoyuan::locale::Locale) -> String {
    let say = |zh: &str, en: &str| for_editors(locale, zh, en).to_string();
    match what {
        _ if what.is_bytes() && value >= 995_000 => format!("{:.1} MB", value as f64 / 1e6),
        _ if what.is_bytes() => format!("{} kB", value.div_ceil(1000)),
        What::FilmTime => format!("{:.1} {}", value as f64 / 100.0, say("秒", "s")),
        What::Width => say(&format!("{value}像素"), &format!("{value} px")),
        _ => say(&format!("{value}字"), &format!("{value} characters")),
    }
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
