//! Languages: how numbers, bounds, dates and standing phrases are written in each, and where a line may break.
//!
//! **Invariant**: these rules ship with the crate, so that the browser and the native renderer write the same;
//! nothing here asks the system for its locale, and nothing here knows a story.

pub mod catalogue;
pub mod date;
pub mod linebreak;
pub mod message;
pub mod number;
#[cfg(feature = "author")]
pub mod recognition;
#[cfg(feature = "author")]
pub mod schema;
pub mod text;

pub use catalogue::Locale;
pub use text::Text;

impl Locale {
    /// Returns the language of a BCP 47 tag, or the nearest by leaving out its last parts: `ru-RU` is Russian, `zh` and `zh-CN` Chinese
    /// in simplified characters.
    pub fn parse(tag: &str) -> Option<Locale> {
        let is = |locale: &Locale| {
            let c = locale.catalogue();
            [c.tag, c.code].iter().any(|t| t.eq_ignore_ascii_case(tag))
        };
        let shorter = || Locale::parse(tag.rsplit_once('-')?.0);
        Locale::ALL.into_iter().find(is).or_else(shorter)
    }

    /// Returns its name in addresses and in the names of files: `zh`, `en`.
    pub fn code(self) -> &'static str {
        self.catalogue().code
    }

    /// Returns its tag, for `lang`.
    pub fn tag(self) -> &'static str {
        self.catalogue().tag
    }
}
