//! The languages of a story, and the members of its objects that hold a text in each.
//!
//! In: the tree of a file. Out: the declared languages, texts and units. A story of format 1 that declares none has Chinese and English.
//!
//! **Invariant**: a text is read only where it is there in every declared language.

use crate::diagnostic::{Both, Diagnostics, Severity};
use crate::input::document::Document;
use crate::input::json;
use crate::input::json::Node;
use crate::locale::number::UnitWords;
use crate::locale::{Locale, Text};

/// The languages of a story that declares none.
const USUAL: [Locale; 2] = [Locale::Zh, Locale::En];

/// Returns the language that a member is named after: `zh-Hans` and `zh`, `en`, `ru`, but no longer tag.
pub(crate) fn named(member: &str) -> Option<Locale> {
    Locale::ALL.into_iter().find(|locale| member == locale.tag() || member == locale.code())
}

/// Returns the languages that the story declares, each once; the usual ones where it declares none that are known.
pub(crate) fn declared(doc: &Document, diagnostics: &mut Diagnostics) -> Vec<Locale> {
    let Some(node) = doc.tree.get("languages") else { return USUAL.to_vec() };
    let mut languages = Vec::new();
    for (i, item) in node.items().iter().enumerate() {
        // what is no text is told by the check of shapes
        let Some(tag) = item.str() else { continue };
        let path = format!("languages[{i}]");
        match named(tag) {
            Some(locale) if languages.contains(&locale) => {
                let message = Both::new(format!("“{tag}”写了两次"), format!("\"{tag}\" is declared twice"));
                let help = Both::new("删去一个", "remove one of them");
                diagnostics.add(
                    Severity::Error,
                    "repeated-language",
                    &doc.text,
                    item.at,
                    path,
                    message,
                    help,
                );
            }
            Some(locale) => languages.push(locale),
            None => {
                let message = Both::new(
                    format!("没有“{tag}”这种语言"),
                    format!("\"{tag}\" is not one of the languages"),
                );
                let all =
                    Locale::ALL.map(|locale| format!("\"{}\" {}", locale.tag(), locale.catalogue().name));
                let help =
                    Both::new(format!("可用：{}", all.join("、")), format!("allowed: {}", all.join(", ")));
                diagnostics.add(Severity::Error, "unknown-language", &doc.text, item.at, path, message, help);
            }
        }
    }
    if node.items().is_empty() && matches!(node.value, json::Value::Array(_)) {
        let message = Both::new("没有写一种语言", "no language is declared");
        let help = Both::new("写上一种，如 [\"zh-Hans\"]", "declare one, such as [\"en\"]");
        diagnostics.add(Severity::Error, "unknown-language", &doc.text, node.at, "languages", message, help);
    }
    if languages.is_empty() {
        USUAL.to_vec()
    } else {
        languages
    }
}

/// Returns the member that holds the words of a language.
pub(crate) fn member(node: &Node, locale: Locale) -> Option<&Node> {
    node.get(locale.tag()).or_else(|| node.get(locale.code()))
}

/// Returns the text of an object in these languages.
pub(crate) fn spoken(node: &Node, languages: &[Locale]) -> Option<Text> {
    languages.iter().map(|locale| Some((*locale, member(node, *locale)?.str()?.to_string()))).collect()
}

/// Returns a unit of the story in a language: one form, or a form for each kind of number.
pub(crate) fn unit_words(node: &Node, locale: Locale) -> Option<UnitWords> {
    let words = member(node, locale)?;
    let own = |suffix: &str| node.get(&format!("{}_{suffix}", locale.code()));
    let mut forms: Vec<String> = match words.str() {
        Some(only) => vec![only.to_string()],
        None => words.items().iter().map(|form| Some(form.str()?.to_string())).collect::<Option<_>>()?,
    };
    if let Some(one) = own("one").and_then(Node::str) {
        forms.insert(0, one.to_string());
    }
    let shift =
        own("shift").or_else(|| member(node.get("shift")?, locale)).and_then(Node::number).unwrap_or(0.0);
    (!forms.is_empty()).then_some(UnitWords { locale, forms, shift: shift.clamp(-9.0, 9.0) as i8 })
}

/// Writes a text as it is typed in these languages: {"zh": "…", "en": "…"}.
pub(crate) fn like(languages: &[Locale], first: &str) -> String {
    let words = languages.iter().enumerate().map(|(i, locale)| {
        let text = if i == 0 { first } else { "…" };
        format!("\"{}\": \"{text}\"", locale.code())
    });
    format!("{{{}}}", words.collect::<Vec<_>>().join(", "))
}
