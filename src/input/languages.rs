//! The languages of a story: those that it declares, and the members of its objects that hold a text in each.
//!
//! Comes in: the tree of a file. Goes out: the declared languages, which the validator asks every text for.
//!
//! **Invariant**: a story that declares none has Chinese and English.

use crate::diagnostic::{Both, Diagnostics, Severity};
use crate::input::document::Document;
use crate::input::json::Node;
use crate::locale::Locale;

/// The languages of a story that declares none.
const USUAL: [Locale; 2] = [Locale::Zh, Locale::En];

/// What a story says of its languages.
#[derive(Debug, Clone, PartialEq)]
pub struct Languages {
    /// Each once, the story's first choice first.
    pub declared: Vec<Locale>,
    /// Tags that are no language of ours.
    unknown: Vec<String>,
}

impl Languages {
    /// Reads the member `languages`, and tells what is twice in it; what is misshapen is the validator's matter.
    pub(crate) fn of(doc: &Document, diagnostics: &mut Diagnostics) -> Languages {
        let Some(node) = doc.tree.get("languages") else {
            return Languages { declared: USUAL.to_vec(), unknown: Vec::new() };
        };
        let mut languages = Languages { declared: Vec::new(), unknown: Vec::new() };
        for (i, item) in node.items().iter().enumerate() {
            let Some(tag) = item.str() else { continue };
            match named(tag) {
                None => languages.unknown.push(tag.to_string()),
                Some(locale) if languages.declared.contains(&locale) => {
                    let message =
                        Both::new(format!("“{tag}”写了两次"), format!("\"{tag}\" is declared twice"));
                    let help = Both::new("删去一个", "remove one of them");
                    let path = format!("languages[{i}]");
                    let code = "repeated-language";
                    diagnostics.add(Severity::Error, code, &doc.text, item.at, path, message, help);
                }
                Some(locale) => languages.declared.push(locale),
            }
        }
        languages
    }

    /// Returns whether every language is one of ours, so that it is known which texts there have to be.
    pub(crate) fn is_sound(&self) -> bool {
        self.unknown.is_empty() && !self.declared.is_empty()
    }

    /// Returns whether a member of a text may be what the story says in a language.
    pub(crate) fn may_be_text(&self, member: &str) -> bool {
        named(member).is_some() || self.unknown.iter().any(|tag| tag == member)
    }

    /// Returns the name of the member that holds an object's text in a language: its code, or its longer tag where
    /// that is written.
    pub(crate) fn member(locale: Locale, node: &Node) -> &'static str {
        if node.get(locale.tag()).is_some() {
            locale.tag()
        } else {
            locale.code()
        }
    }
}

/// Returns the language that a member is named after: `zh-Hans` and `zh`, `en`, `ru`, but no longer tag.
pub(crate) fn named(member: &str) -> Option<Locale> {
    Locale::ALL.into_iter().find(|locale| member == locale.tag() || member == locale.code())
}

/// Writes a text as it is typed in these languages: {"zh": "…", "en": "…"}.
pub(crate) fn like(languages: &[Locale], first: &str) -> String {
    let words = languages.iter().enumerate().map(|(i, locale)| {
        let text = if i == 0 { first } else { "…" };
        format!("\"{}\": \"{text}\"", locale.code())
    });
    format!("{{{}}}", words.collect::<Vec<_>>().join(", "))
}
