//! Where statements come from: publisher, address, date, interest.
//!
//! **Invariant**: a link exists only where the story gives an http(s) address without credentials.

use crate::locale::date::Date;
use crate::locale::Locale;
use crate::locale::Text;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Source {
    pub(crate) id: String,
    pub(crate) publisher: Text,
    pub(crate) title: Option<Text>,
    /// As printed; text that is no calendar date stays text.
    pub(crate) date: Option<String>,
    pub(crate) url: Option<String>,
    pub(crate) confidence: String,
    pub(crate) family: String,
    pub(crate) interest: Option<Text>,
    /// The story's own article, or another source.
    pub(crate) is_article: bool,
    pub(crate) inferred_date: Option<Text>,
    pub(crate) via: Option<Text>,
    pub(crate) checked: String,
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
    pub fn confidence(&self) -> &str {
        &self.confidence
    }
    /// Publishers of one family repeat each other; joined dots must agree in it.
    pub fn family(&self) -> &str {
        &self.family
    }
    pub fn interest(&self) -> Option<&Text> {
        self.interest.as_ref()
    }
    pub fn is_article(&self) -> bool {
        self.is_article
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
