//! The fonts of the system, asked once: which of them sets a run, and whether any of them can.
//!
//! **Invariant**: a picture whose characters no font has is refused before it is drawn; nothing is drawn as boxes.

use crate::layout::mark::Shape;
use crate::locale::Text;
use crate::motion::frame::Frame;
use crate::text::Family;
use resvg::usvg::fontdb::{Database, Family as Name, Query, Source, Style, Weight, ID};
use resvg::usvg::{Options, Tree};
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};
use ttf_parser::Face;

/// What a font that stands for a generic one has: Chinese, else letters.
const SAMPLES: [char; 2] = ['油', 'a'];

/// The fonts of the system. Guarantees: the same fonts give the same choice.
pub struct Fonts {
    options: Options<'static>,
    /// Characters that some font is known to have.
    covered: Mutex<BTreeSet<char>>,
}

/// Characters that no font has, in their order in the code table.
#[derive(Clone, Debug, PartialEq)]
pub struct Missing(pub Vec<char>);

impl Missing {
    /// What is missing and what to do, in both languages.
    pub fn message(&self) -> Text {
        let some: String = self.0.iter().take(12).collect();
        let (zh_more, en_more) = match self.0.len() {
            0..=12 => (String::new(), String::new()),
            n => (format!("等{n}个字"), format!(" and {} more", n - 12)),
        };
        Text::new(
            format!("系统里没有字体能显示“{some}”{zh_more}。请安装中文字体，例如 Debian、Ubuntu：apt-get install fonts-noto-cjk；Fedora：dnf install google-noto-sans-cjk-fonts；然后重试"),
            format!("no font of this system has the characters \"{some}\"{en_more}; install a Chinese font (Debian, Ubuntu: apt-get install fonts-noto-cjk; Fedora: dnf install google-noto-sans-cjk-fonts) and try again"),
        )
    }
}

impl Fonts {
    /// Reads the names of all fonts of the system; some hundredths of a second.
    pub fn system() -> Fonts {
        let mut database = Database::new();
        database.load_system_fonts();
        Fonts::new(database)
    }

    /// Only these fonts.
    pub fn new(mut database: Database) -> Fonts {
        // what CSS calls serif and sans-serif: the family of our list that is there, else a font with Chinese
        let sans = name_of(&database, Family::Sans);
        let serif = name_of(&database, Family::Serif).or(sans.clone());
        if let Some(name) = sans {
            database.set_sans_serif_family(name);
        }
        if let Some(name) = serif {
            database.set_serif_family(name);
        }
        keep_in_memory(&mut database);
        let options = Options { fontdb: Arc::new(database), ..Options::default() };
        Fonts { options, covered: Mutex::default() }
    }

    /// Nothing where some font has each character of the frame; else the characters that none has.
    pub fn cover(&self, frame: &Frame) -> Result<(), Missing> {
        let mut wanted = BTreeSet::new();
        for mark in &frame.marks {
            if let Shape::Text(run) = &mark.shape {
                wanted.extend(run.text.chars().filter(|c| !c.is_whitespace() && !c.is_control()));
            }
        }
        self.cover_characters(wanted)
    }

    /// The same for any text.
    pub fn cover_text(&self, text: &str) -> Result<(), Missing> {
        self.cover_characters(text.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect())
    }

    fn cover_characters(&self, mut wanted: BTreeSet<char>) -> Result<(), Missing> {
        let mut covered = self.covered.lock().unwrap_or_else(|e| e.into_inner());
        wanted.retain(|c| !covered.contains(c));
        let database = &self.options.fontdb;
        let usual = [Family::Sans, Family::Serif].into_iter().filter_map(|f| face_of(database, f, false));
        let others = database.faces().map(|f| f.id);
        for id in usual.chain(others) {
            if wanted.is_empty() {
                break;
            }
            database.with_face_data(id, |data, index| {
                if let Ok(face) = Face::parse(data, index) {
                    wanted.retain(|&c| {
                        let has = face.glyph_index(c).is_some();
                        if has {
                            covered.insert(c);
                        }
                        !has
                    });
                }
            });
        }
        if wanted.is_empty() {
            Ok(())
        } else {
            Err(Missing(wanted.into_iter().collect()))
        }
    }

    /// An SVG of ours with its texts set.
    pub fn tree(&self, svg: &str) -> Result<Tree, String> {
        Tree::from_str(svg, &self.options).map_err(|e| format!("the SVG cannot be read: {e}"))
    }
}

/// The files of the usual faces are read once, instead of being mapped anew for every run of text.
fn keep_in_memory(database: &mut Database) {
    let usual = [(Family::Sans, false), (Family::Sans, true), (Family::Serif, true)];
    let mut paths: Vec<std::path::PathBuf> = Vec::new();
    for (family, bold) in usual {
        let source = face_of(database, family, bold).and_then(|id| database.face_source(id));
        if let Some((Source::File(path), _)) = source {
            paths.push(path);
        }
    }
    for path in paths {
        let from_file =
            |source: &Source| matches!(source, Source::File(p) | Source::SharedFile(p, _) if *p == path);
        let faces: Vec<ID> = database.faces().filter(|f| from_file(&f.source)).map(|f| f.id).collect();
        if let (Ok(bytes), false) = (std::fs::read(&path), faces.is_empty()) {
            faces.into_iter().for_each(|id| database.remove_face(id));
            database.load_font_source(Source::Binary(Arc::new(bytes)));
        }
    }
}

/// The names of a CSS list without what only a browser knows.
fn names(family: Family) -> impl Iterator<Item = &'static str> {
    family.css().split(',').map(|name| name.trim().trim_matches('"'))
}

fn face_of(database: &Database, family: Family, bold: bool) -> Option<ID> {
    let families: Vec<Name> = names(family)
        .map(|name| match name {
            "serif" => Name::Serif,
            "sans-serif" => Name::SansSerif,
            name => Name::Name(name),
        })
        .collect();
    let weight = if bold { Weight::BOLD } else { Weight::NORMAL };
    database.query(&Query { families: &families, weight, ..Query::default() })
}

/// The family that stands for a generic one: of our list, or the first by name that has Chinese.
fn name_of(database: &Database, family: Family) -> Option<String> {
    let listed = names(family)
        .filter(|name| !matches!(*name, "serif" | "sans-serif" | "system-ui"))
        .find(|name| database.query(&Query { families: &[Name::Name(name)], ..Query::default() }).is_some());
    if let Some(name) = listed {
        return Some(name.to_string());
    }
    SAMPLES.iter().find_map(|sample| first_with(database, *sample))
}

/// The first family by name, simplified Chinese before others, that has a character.
fn first_with(database: &Database, sample: char) -> Option<String> {
    let mut all: Vec<&str> = database
        .faces()
        .filter(|f| f.style == Style::Normal && !f.monospaced)
        .filter(|f| {
            let has =
                |data: &[u8], index| Face::parse(data, index).is_ok_and(|f| f.glyph_index(sample).is_some());
            database.with_face_data(f.id, has).unwrap_or(false)
        })
        .filter_map(|f| f.families.first().map(|(name, _)| name.as_str()))
        .collect();
    all.sort_by_key(|name| (!name.contains("SC") && !name.contains("GB"), *name));
    all.first().map(|name| name.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Seen to fail: with `cover_characters` that forgets to keep what is left.
    #[test]
    fn characters_that_no_font_has_are_named_with_a_remedy() {
        let none = Fonts::new(Database::new());
        let missing = none.cover_characters("油田80%".chars().collect()).unwrap_err();
        assert_eq!(missing.0, ['%', '0', '8', '油', '田']);
        let text = missing.message();
        for words in [text.zh(), text.en()] {
            assert!(words.contains("油田") && words.contains("fonts-noto-cjk"), "{words}");
        }
    }

    /// Seen to fail: where only a font with Chinese could stand for a generic family, all text was left out.
    #[test]
    fn letters_are_set_where_no_font_has_chinese() {
        let mut database = Database::new();
        database.load_system_fonts();
        let lacks = |id: ID| {
            let face = |data: &[u8], index| {
                let face = Face::parse(data, index).ok()?;
                Some(face.glyph_index('a').is_some() && face.glyph_index('油').is_none())
            };
            database.with_face_data(id, face).flatten() == Some(true)
        };
        let latin = database.faces().find(|f| f.style == Style::Normal && !f.monospaced && lacks(f.id));
        let (source, _) = database.face_source(latin.expect("fontconfig brings one").id).unwrap();
        let mut only = Database::new();
        only.load_font_source(source);
        let svg = r#"<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><text y="20" font-family="sans-serif">oil</text></svg>"#;
        let tree = Fonts::new(only).tree(svg).unwrap();
        assert!(tree.root().layer_bounding_box().width() > 5.0);
    }

    #[test]
    fn a_private_character_is_in_no_font_and_an_ordinary_one_is() {
        let fonts = Fonts::system();
        assert_eq!(
            fonts.cover_characters(['油', 'A', '\u{10fffd}'].into()),
            Err(Missing(vec!['\u{10fffd}']))
        );
    }
}
