//! Where statements come from: publisher, address, date, interest.
//!
//! **Invariant**: a link exists only where the story gives an http(s) address without credentials.

use crate::locale::date::Date;
use crate::locale::Locale;
use crate::locale::Text;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Source {
    #[cfg_attr(feature = "author", schemars(skip))]
    pub(crate) id: String,
    /// 发布者 · publisher
    pub(crate) publisher: Text,
    /// 题名 · title
    pub(crate) title: Option<Text>,
    /// 所印日期；null 为未印 · date as printed; null: not printed
    #[cfg_attr(feature = "author", schemars(schema_with = "crate::locale::schema::text_or_null"))]
    pub(crate) date: Option<String>,
    /// 网址 · address
    pub(crate) url: Option<String>,
    /// 可信度 · confidence
    pub(crate) confidence: Confidence,
    /// 同一发布系统的代号 · id of the publisher's family
    pub(crate) family: String,
    /// 发布者的利益关系 · the publisher's interest
    pub(crate) interest: Option<Text>,
    /// 原文或他源 · the article or context
    pub(crate) kind: Kind,
    /// 推断的日期 · inferred date
    pub(crate) inferred_date: Option<Text>,
    /// 经由 · carried by
    pub(crate) via: Option<Text>,
    /// 最后核对 · last checked
    #[serde(default)]
    pub(crate) checked: String,
}

/// How far a source is trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    High,
    Medium,
}

/// The story's own article, or another source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "author", schemars(rename = "SourceKind"))]
pub enum Kind {
    Article,
    Context,
}

impl Source {
    pub fn id(&self) -> &str {
        &self.id
    }
    pub fn publisher(&self) -> &Text {
        &self.publisher
    }
    pub fn title(&self) -> Option<&Text> {
        self.title.as_ref()
    }
    pub fn url(&self) -> Option<&str> {
        self.url.as_deref()
    }
    pub fn confidence(&self) -> Confidence {
        self.confidence
    }
    /// Publishers of one family repeat each other; joined dots must agree in it.
    pub fn family(&self) -> &str {
        &self.family
    }
    pub fn interest(&self) -> Option<&Text> {
        self.interest.as_ref()
    }
    pub fn is_article(&self) -> bool {
        self.kind == Kind::Article
    }
    pub fn inferred_date(&self) -> Option<&Text> {
        self.inferred_date.as_ref()
    }
    pub fn via(&self) -> Option<&Text> {
        self.via.as_ref()
    }
    pub fn checked(&self) -> &str {
        &self.checked
    }

    /// When it is dated, where it prints a date.
    pub fn dated(&self) -> Option<Date> {
        Date::parse(self.date.as_deref()?)
    }

    /// The printed date for readers, or nothing.
    pub fn date(&self, locale: Locale) -> Option<String> {
        let text = self.date.as_deref()?;
        Some(Date::parse(text).map_or_else(|| text.to_string(), |d| d.display(locale)))
    }
}

/// Whether an address may become a link: http or https, a host, no user name, no spaces or control characters.
pub fn is_safe_url(url: &str) -> bool {
    let Some(rest) = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")) else {
        return false;
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or("");
    !host.is_empty()
        && !host.contains('@')
        && url.chars().all(|c| !c.is_control() && !c.is_whitespace() && !"\"<>\\`".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_web_addresses_become_links() {
        assert!(is_safe_url("https://example.org/a?b#c"));
        for bad in
            ["javascript:alert(1)", "https://user:pw@example.org/", "https://", "ftp://x.org", "https://a b"]
        {
            assert!(!is_safe_url(bad), "{bad}");
        }
    }
}
