//! `site.json`: what a newsroom says of itself, or a story of who wrote it and when.
//!
//! A file of this name may lie in the folder of a story and in the folders above it. What the nearer one says counts, member
//! by member, so that the newsroom's defaults stand once.
//!
//! **Invariant**: addresses are ones that may stand in a link, dates are dates, and colours can be read on their ground.

use crate::locale::date::Date;
use crate::locale::{Locale, Text};
use crate::model::source::is_safe_url;
use crate::site::colours::{Colours, Given};
use serde::Deserialize;

/// A text of a newsroom: one for all languages, or one a language.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(untagged)]
pub enum Said {
    Same(String),
    Each(Text),
}

impl Said {
    pub fn get(&self, locale: Locale) -> &str {
        match self {
            Said::Same(text) => text,
            Said::Each(texts) => texts.get(locale),
        }
    }

    fn longest(&self) -> usize {
        match self {
            Said::Same(text) => text.chars().count(),
            Said::Each(texts) => texts.iter().map(|(_, text)| text.chars().count()).max().unwrap_or(0),
        }
    }
}

/// Something else to read.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Related {
    pub text: Said,
    pub href: String,
}

/// What one file says, or several together.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    #[serde(rename = "$comment", default)]
    comment: Option<String>,
    /// The newsroom's name.
    pub name: Option<Said>,
    /// The newsroom's own page.
    pub home: Option<String>,
    /// A picture file beside site.json, and the same for dark grounds.
    pub logo: Option<String>,
    pub logo_dark: Option<String>,
    /// Where the site will be served; `--base` counts more.
    pub base: Option<String>,
    pub byline: Option<Said>,
    /// The day of publication.
    pub date: Option<Date>,
    pub theme: Option<Given>,
    pub related: Option<Vec<Related>>,
    pub footer: Option<Said>,
    /// A script file beside site.json that every page runs: for the newsroom's own analytics.
    pub script: Option<String>,
}

/// Longest text, in characters.
const MAX_TEXT: usize = 2_000;

impl Settings {
    /// Reads a file. `name` is what its messages call it.
    pub fn read(text: &str, name: &str) -> Result<Settings, Text> {
        let settings: Settings = serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|e| {
            let (line, column) = (e.line(), e.column());
            let reason = e.to_string();
            let reason = reason.split(" at line ").next().unwrap_or_default();
            Text::new(
                format!("{name}:{line}:{column} 读不懂：{reason}。可写的成员：{MEMBERS}"),
                format!("{name}:{line}:{column} cannot be read: {reason}. It may have: {MEMBERS}"),
            )
        })?;
        match settings.fault() {
            Some((zh, en)) => Err(Text::new(format!("{name} {zh}"), format!("{name} {en}"))),
            None => Ok(settings),
        }
    }

    /// What is wrong with it first.
    fn fault(&self) -> Option<(String, String)> {
        let texts = [&self.name, &self.byline, &self.footer].into_iter().flatten();
        let links = self.related.iter().flatten();
        if texts.chain(links.clone().map(|link| &link.text)).any(|said| said.longest() > MAX_TEXT) {
            return Some((
                format!("有一段文字超过 {MAX_TEXT} 字"),
                format!("has a text of more than {MAX_TEXT} characters"),
            ));
        }
        let addresses = self.home.iter().chain(links.map(|link| &link.href));
        if let Some(bad) = addresses.into_iter().find(|href| !is_link(href)) {
            return Some((
                format!("的网址“{bad}”不行；请写 https://… 或以 / 开头的路径"),
                format!("has the address {bad:?}; write https://… or a path that begins with /"),
            ));
        }
        if let Some(bad) = self.base.iter().find(|base| !is_base(base)) {
            return Some((
                format!("的 base“{bad}”不行；请写 https:// 开头、/ 结尾的网址"),
                format!("has the base {bad:?}; write an address from https:// to a final /"),
            ));
        }
        let files = [&self.logo, &self.logo_dark, &self.script];
        if let Some(bad) = files.into_iter().flatten().find(|name| !is_plain_name(name)) {
            return Some((
                format!("的文件名“{bad}”不行；文件要和 site.json 放在一起"),
                format!("names the file {bad:?}; it has to lie beside site.json"),
            ));
        }
        Colours::of(self.theme.as_ref()).err().map(|text| (text.zh().to_string(), text.en().to_string()))
    }

    /// These settings, with those of a folder further away where these say nothing.
    pub fn over(self, further: Settings) -> Settings {
        // a logo and its dark twin belong together
        let (logo, logo_dark) = match self.logo.is_some() {
            true => (self.logo, self.logo_dark),
            false => (further.logo, further.logo_dark),
        };
        Settings {
            comment: None,
            name: self.name.or(further.name),
            home: self.home.or(further.home),
            logo,
            logo_dark,
            base: self.base.or(further.base),
            byline: self.byline.or(further.byline),
            date: self.date.or(further.date),
            theme: self.theme.or(further.theme),
            related: self.related.or(further.related),
            footer: self.footer.or(further.footer),
            script: self.script.or(further.script),
        }
    }

    /// The colours of the pages and pictures. They were checked when the file was read.
    pub fn colours(&self) -> Colours {
        Colours::of(self.theme.as_ref()).unwrap_or_default()
    }
}

const MEMBERS: &str = "name, home, logo, logo_dark, base, byline, date, theme, related, footer, script";

/// Whether it may stand in a link: a web address, or a path on the newsroom's own server.
fn is_link(href: &str) -> bool {
    let path = href.starts_with('/') && !href.starts_with("//") && !href.contains(['\\', '"', '<', ' ']);
    is_safe_url(href) || path
}

/// Whether it may be the address of a site.
pub fn is_base(base: &str) -> bool {
    is_safe_url(base) && base.ends_with('/') && !base.contains(['?', '#'])
}

/// Whether it names a file in the same folder.
fn is_plain_name(name: &str) -> bool {
    !name.is_empty() && !name.starts_with('.') && !name.contains(['/', '\\', ':'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearer_file_counts_member_by_member() {
        let near =
            Settings::read(r#"{"byline": {"zh": "李明", "en": "Li Ming"}, "date": "2026-11-30"}"#, "a")
                .unwrap();
        let far = Settings::read(r#"{"name": "山谷日报", "byline": "编辑部"}"#, "b").unwrap();
        let both = near.over(far);
        assert_eq!(both.name.unwrap().get(Locale::En), "山谷日报");
        assert_eq!(both.byline.unwrap().get(Locale::En), "Li Ming");
        assert!(both.date.is_some());
    }

    #[test]
    fn what_may_not_be_published_is_refused_in_both_languages() {
        for text in [
            r#"{"home": "javascript:alert(1)"}"#,
            r#"{"related": [{"text": "x", "href": "//evil.example"}]}"#,
            r#"{"base": "https://example.org/x"}"#,
            r#"{"logo": "../secret.svg"}"#,
            r#"{"colour": "red"}"#,
            r#"{"date": "yesterday"}"#,
            r##"{"theme": {"light": {"ink": "#eeeeee"}}}"##,
            r##"{"theme": {"dark": {"teal": "#00ffff"}}}"##,
        ] {
            let message = Settings::read(text, "site.json").unwrap_err();
            assert!(
                message.zh().starts_with("site.json") && message.en().starts_with("site.json"),
                "{message:?}"
            );
        }
    }
}
