//! The files inside a spreadsheet file, as trees of XML.
//!
//! **Invariant**: reads no more than a story's file may hold many times over; what is no sound zip or XML is an error.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Decoder, Reader};
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// Most bytes of one file inside, unpacked.
const MOST: u64 = 200 << 20;

/// A spreadsheet file.
pub struct Package(ZipArchive<Cursor<Vec<u8>>>);

impl Package {
    pub fn open(bytes: &[u8]) -> Result<Package, String> {
        ZipArchive::new(Cursor::new(bytes.to_vec())).map(Package).map_err(|e| e.to_string())
    }

    pub fn has(&self, name: &str) -> bool {
        self.0.index_for_name(name).is_some()
    }

    /// Returns a file inside; an empty element where there is none of this name.
    pub fn xml(&mut self, name: &str) -> Result<Element, String> {
        if !self.has(name) {
            return Ok(Element::default());
        }
        let file = self.0.by_name(name).map_err(|e| e.to_string())?;
        let mut text = String::new();
        file.take(MOST).read_to_string(&mut text).map_err(|e| format!("{name}: {e}"))?;
        parse(&text).map_err(|e| format!("{name}: {e}"))
    }
}

/// An element with what is in it; names are without their prefix.
#[derive(Debug, Default)]
pub struct Element {
    pub name: String,
    attributes: Vec<(String, String)>,
    pub children: Vec<Element>,
    /// The text directly in it.
    pub text: String,
}

impl Element {
    fn new(start: &BytesStart, decoder: Decoder) -> Element {
        let local = |name: &[u8]| String::from_utf8_lossy(name).into_owned();
        let attributes = start.attributes().flatten().map(|attribute| {
            let value = attribute
                .decode_and_unescape_value(decoder)
                .map(|value| value.into_owned())
                .unwrap_or_default();
            (local(attribute.key.local_name().as_ref()), value)
        });
        Element {
            name: local(start.local_name().as_ref()),
            attributes: attributes.collect(),
            ..Element::default()
        }
    }

    /// Returns an attribute by its name without a prefix; empty where it is not there.
    pub fn get(&self, name: &str) -> &str {
        self.attributes.iter().find(|(own, _)| own == name).map_or("", |(_, value)| value)
    }

    /// The elements of a name in it.
    pub fn all<'e>(&'e self, name: &'e str) -> impl Iterator<Item = &'e Element> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// Returns the first element at a path of names.
    pub fn at(&self, path: &[&str]) -> Option<&Element> {
        path.iter().try_fold(self, |element, name| element.children.iter().find(|child| child.name == *name))
    }

    /// All text in it, without that of elements of a name: of readings beside Chinese words.
    pub fn whole_text(&self, but: &str) -> String {
        let inner = self.children.iter().filter(|child| child.name != but).map(|child| child.whole_text(but));
        let mut text = self.text.clone();
        text.extend(inner);
        text
    }
}

/// Returns the outermost element.
fn parse(text: &str) -> Result<Element, String> {
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
    let decoder = reader.decoder();
    let mut open: Vec<Element> = vec![Element::default()];
    loop {
        match reader.read_event().map_err(|e| e.to_string())? {
            Event::Start(start) => open.push(Element::new(&start, decoder)),
            Event::Empty(start) => {
                let element = Element::new(&start, decoder);
                open.last_mut().ok_or("no element is open")?.children.push(element);
            }
            Event::End(_) => {
                let element = open.pop().ok_or("an element ends that did not begin")?;
                open.last_mut().ok_or("an element ends that did not begin")?.children.push(element);
            }
            Event::Text(words) => {
                let words = words.decode().map_err(|e| e.to_string())?;
                open.last_mut().ok_or("no element is open")?.text.push_str(&words);
            }
            Event::CData(words) => {
                let words = words.decode().map_err(|e| e.to_string())?;
                open.last_mut().ok_or("no element is open")?.text.push_str(&words);
            }
            Event::GeneralRef(reference) => {
                let char_ref = reference.resolve_char_ref().map_err(|e| e.to_string())?;
                let name = reference.decode().map_err(|e| e.to_string())?;
                let sign = char_ref.or(match &*name {
                    "amp" => Some('&'),
                    "lt" => Some('<'),
                    "gt" => Some('>'),
                    "quot" => Some('"'),
                    "apos" => Some('\''),
                    _ => None,
                });
                open.last_mut().ok_or("no element is open")?.text.extend(sign);
            }
            Event::Eof => break,
            _ => {}
        }
    }
    let mut root = open.swap_remove(0);
    match root.children.len() {
        0 => Err("it is empty".into()),
        _ => Ok(root.children.swap_remove(0)),
    }
}
