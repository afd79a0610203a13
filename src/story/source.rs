//! Where statements come from: publisher, address, date, interest.
//!
//! **Invariant**: a link exists only where the story gives an http(s) address without credentials.

#[cfg(feature = "plain")]
use crate::locale::date::Date;
#[cfg(feature = "plain")]
use crate::locale::Locale;
use crate::locale::Text;

#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    #[cfg(feature = "plain")]
    pub(crate) id: String,
    pub(crate) publisher: Text,
    #[cfg(feature = "plain")]
    pub(crate) title: Option<Text>,
    /// As printed; text that is no calendar date stays text.
    #[cfg(feature = "plain")]
    pub(crate) date: Option<String>,
    #[cfg(feature = "plain")]
    pub(crate) url: Option<String>,
    #[cfg(feature = "plain")]
    pub(crate) confidence: String,
    pub(crate) family: String,
    #[cfg(feature = "plain")]
    pub(crate) interest: Option<Text>,
    /// The story's own article, or another source.
    pub(crate) is_article: bool,
    #[cfg(feature = "plain")]
    pub(crate) inferred_date: Option<Text>,
    #[cfg(feature = "plain")]
    pub(crate) via: Option<Text>,
    #[cfg(feature = "plain")]
    pub(crate) checked: String,
}

impl Source {
    #[cfg(feature = "plain")]
    pub fn id(&self) -> &str {
        &self.id
    }
    pub fn publisher(&self) -> &Text {
        &self.publisher
    }
    #[cfg(feature = "plain")]
    pub fn title(&self) -> Option<&Text> {
        self.title.as_ref()
    }
    #[cfg(feature = "plain")]
    pub fn url(&self) -> Option<&str> {
        self.url.as_deref()
    }
    #[cfg(feature = "plain")]
    pub fn confidence(&self) -> &str {
        &self.confidence
    }
    /// Publishers of one family repeat each other; joined dots must agree in it.
    pub fn family(&self) -> &str {
        &self.family
    }
    #[cfg(feature = "plain")]
    pub fn interest(&self) -> Option<&Text> {
        self.interest.as_ref()
    }
    pub fn is_article(&self) -> bool {
        self.is_article
    }
    #[cfg(feature = "plain")]
    pub fn inferred_date(&self) -> Option<&Text> {
        self.inferred_date.as_ref()
    }
    #[cfg(feature = "plain")]
    pub fn via(&self) -> Option<&Text> {
        self.via.as_ref()
    }
    #[cfg(feature = "plain")]
    pub fn checked(&self) -> &str {
        &self.checked
    }

    /// The printed date for readers, or nothing.
    #[cfg(feature = "plain")]
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
