//! A checked story, as far as its pictures need it, in one language, to bytes; and back in the reader's engine.
//!
//! A pack is written by whoever has loaded, and thereby checked, the story. The reader's engine has neither schema nor
//! rules nor words to explain a mistake, and no word that stands beside a picture: those come with the pack as text
//! (`paint::told`).
//!
//! **Invariant**: what is laid out from a pack is what is laid out from the story; nothing of another language is in the
//! bytes. Bytes that are no pack of this format give nothing, never part of a story.

#[cfg(not(feature = "plain"))]
pub use reading::read;
#[cfg(feature = "plain")]
pub use writing::write;

use super::chart::*;
use super::figure::*;
use super::source::Source;
use super::*;
use crate::locale::date::Part;
use crate::locale::number::{Decimal, Format, Qualifier, Unit};
#[cfg(not(feature = "plain"))]
use reading::{Get as Packed, Reader};
#[cfg(feature = "plain")]
use writing::{Put as Packed, Writer};

/// Before everything else; the last byte counts the formats.
const MARK: [u8; 4] = *b"dyp\x01";

/// Writes and reads the fields of a struct in one order; a field not named here is not there without `plain`.
macro_rules! record {
    ($type:ident { $($field:ident),* }) => {
        impl Packed for $type {
            #[cfg(feature = "plain")]
            fn put(&self, to: &mut Writer) {
                $(self.$field.put(to);)*
            }
            #[cfg(not(feature = "plain"))]
            fn get(from: &mut Reader) -> Self {
                $(let $field = Packed::get(from);)*
                $type { $($field),* }
            }
        }
    };
}

/// Variants as their number and their parts.
macro_rules! variants {
    ($type:ident { $($number:literal $name:ident $(($($part:ident),*))? $({ $($field:ident),* })?),* $(,)? }) => {
        impl Packed for $type {
            #[cfg(feature = "plain")]
            fn put(&self, to: &mut Writer) {
                match self {
                    $($type::$name $(($($part),*))? $({ $($field),* })? => {
                        to.byte($number);
                        $($($part.put(to);)*)?
                        $($($field.put(to);)*)?
                    })*
                }
            }
            #[cfg(not(feature = "plain"))]
            fn get(from: &mut Reader) -> Self {
                match from.byte() {
                    $($number => {
                        $($(let $part = Packed::get(from);)*)?
                        $($(let $field = Packed::get(from);)*)?
                        $type::$name $(($($part),*))? $({ $($field),* })?
                    })*
                    _ => from.broken(),
                }
            }
        }
    };
}

macro_rules! indices {
    ($($type:ident),*) => {$(
        impl Packed for $type {
            #[cfg(feature = "plain")]
            fn put(&self, to: &mut Writer) {
                to.whole(self.0 as u64);
            }
            #[cfg(not(feature = "plain"))]
            fn get(from: &mut Reader) -> Self {
                $type(from.whole() as usize)
            }
        }
    )*};
}

macro_rules! whole {
    ($($type:ty),*) => {$(
        impl Packed for $type {
            #[cfg(feature = "plain")]
            fn put(&self, to: &mut Writer) {
                // signed numbers near 0 stay short: 0, -1, 1, -2, …
                let wide = *self as i64;
                to.whole(((wide << 1) ^ (wide >> 63)) as u64);
            }
            #[cfg(not(feature = "plain"))]
            fn get(from: &mut Reader) -> Self {
                let wide = from.whole();
                ((wide >> 1) as i64 ^ -((wide & 1) as i64)) as $type
            }
        }
    )*};
}

indices!(FigureIx, SourceIx, ListIx, NameIx, MilestoneIx, SeriesIx);
whole!(i64, i32, i8, u8, u32, usize);
variants!(Kind { 0 Level, 1 Flow, 2 Share, 3 Growth, 4 Count, 5 Rank, 6 Date, 7 Target, 8 Class });
variants!(Qualifier { 0 Exact, 1 MoreThan, 2 AtLeast, 3 UpTo, 4 LessThan, 5 About, 6 Class, 7 OpenList });
variants!(Format { 0 Plain, 1 Wan, 2 Yi });
variants!(Icon { 0 School, 1 Clinic, 2 Health, 3 Document });
variants!(Role {
    0 Surface, 1 Ink, 2 Muted, 3 Rule, 4 Oil, 5 Green, 6 Sky, 7 Plum, 8 Brick, 9 Slate, 10 Olive
});
variants!(Part { 0 Year, 1 Quarter(q), 2 Month(m), 3 Day(m, d) });
variants!(Value { 0 Number(n), 1 Date(d), 2 Missing });
variants!(Event { 0 Figure(ix), 1 Milestone(ix) });
variants!(Word { 0 List(ix), 1 Name(ix), 2 Figure(ix) });
variants!(Chart {
    0 Timeline { events, span, well, undated_title, undated },
    1 DotLine { title, series, band, milestones, rail, compare, note },
    2 Hub { core, core_label, core_small, list, note },
    3 Plots { title, tag, parts, note },
    4 GoalCells { figure, class, label, note },
    5 Callouts { items, note },
    6 Bars { title, items, note },
    7 IndexPair { figure, base_label, now_label, note },
    8 Waffle { figure, title, cell_note, note },
    9 WordRing { list, figure, center, note },
    10 UnitField { fields, scale_note },
    11 Stacks { title, figures, note },
    12 IconRows { rows },
    13 BlockStack { figure, columns, block_note, window_note },
    14 RateRings { items, note },
    15 AreaSquares { items, reference, note },
    16 WordWheel { list, center, note },
    17 Clock { figure, title, note },
    18 Plaques { list, note },
    19 Outlines { list, note },
    20 Words { title, items, note },
    21 Refused { figures, reason, remedy },
});
record!(Decimal { mantissa, places });
record!(Date { year, part });
record!(Noted { figure, label, note });
record!(Labelled { figure, label });
record!(Dots { figure, per, note, accent });
record!(IconRow { icon, title, list, figure, note });
record!(Square { figure, derived });
record!(Placed { chart, weight });
record!(SourceRef { source });
record!(Name { id, text, note });
record!(Item { text, role, figure });
record!(List { id, label, open, open_after, target, items });
record!(Milestone { id, date, label, note, source });
record!(Series { id, label, definition, scope, note, plotted });
record!(Period { text, start, end, inferred });

#[cfg(feature = "plain")]
mod writing {
    use super::*;
    use crate::locale::number::Phrase;
    use crate::locale::Locale;

    pub struct Writer {
        bytes: Vec<u8>,
        locale: Locale,
    }

    impl Writer {
        pub fn byte(&mut self, byte: u8) {
            self.bytes.push(byte);
        }

        /// Seven bits a byte, the lowest first; the highest bit says that more follow.
        pub fn whole(&mut self, mut number: u64) {
            while number >= 0x80 {
                self.byte(number as u8 | 0x80);
                number >>= 7;
            }
            self.byte(number as u8);
        }
    }

    pub trait Put {
        fn put(&self, to: &mut Writer);
    }

    /// The story's bytes in one language.
    pub fn write(story: &Story, locale: Locale) -> Vec<u8> {
        let mut to = Writer { bytes: MARK.to_vec(), locale };
        story.figures.put(&mut to);
        story.names.put(&mut to);
        story.lists.put(&mut to);
        story.milestones.put(&mut to);
        story.series.put(&mut to);
        story.sources.put(&mut to);
        to.whole(story.scenes.len() as u64);
        for scene in &story.scenes {
            scene.id.put(&mut to);
            scene.name.put(&mut to);
            scene.accent.put(&mut to);
            // the reader's engine expands nothing and cites nothing
            story.expand_plain(&scene.title, locale).put(&mut to);
            story.expand_plain(&scene.subtitle, locale).put(&mut to);
            let (source, has_context) = story.source_line(scene, locale);
            source.put(&mut to);
            has_context.put(&mut to);
            scene.rows.put(&mut to);
        }
        to.bytes
    }

    impl Put for str {
        fn put(&self, to: &mut Writer) {
            to.whole(self.len() as u64);
            to.bytes.extend_from_slice(self.as_bytes());
        }
    }
    impl Put for String {
        fn put(&self, to: &mut Writer) {
            self.as_str().put(to);
        }
    }
    impl Put for Text {
        fn put(&self, to: &mut Writer) {
            self.get(to.locale).put(to);
        }
    }
    impl Put for bool {
        fn put(&self, to: &mut Writer) {
            to.byte(u8::from(*self));
        }
    }
    impl Put for f64 {
        fn put(&self, to: &mut Writer) {
            to.bytes.extend_from_slice(&self.to_le_bytes());
        }
    }
    impl<T: Put> Put for Option<T> {
        fn put(&self, to: &mut Writer) {
            self.is_some().put(to);
            if let Some(value) = self {
                value.put(to);
            }
        }
    }
    impl<T: Put> Put for Vec<T> {
        fn put(&self, to: &mut Writer) {
            to.whole(self.len() as u64);
            for value in self {
                value.put(to);
            }
        }
    }
    impl Put for Phrase {
        fn put(&self, to: &mut Writer) {
            for part in [&self.before, &self.digits, &self.between, &self.unit, &self.after] {
                part.put(to);
            }
        }
    }
    impl Put for Unit {
        fn put(&self, to: &mut Writer) {
            self.is_percent().put(to);
            to.locale.pick(&self.zh, &self.en).put(to);
            to.locale.pick("", &self.en_one).put(to);
            self.en_shift.put(to);
        }
    }
    impl Put for Source {
        fn put(&self, to: &mut Writer) {
            self.is_article.put(to);
            self.family.put(to);
            self.publisher.put(to);
        }
    }
    impl Put for Figure {
        fn put(&self, to: &mut Writer) {
            self.id.put(to);
            self.label.put(to);
            self.value.put(to);
            self.unit.put(to);
            self.kind.put(to);
            self.qualifier.put(to);
            self.format.put(to);
            self.phrase(to.locale).put(to);
            self.is_named().put(to);
            self.period.put(to);
            self.is_undated().put(to);
            self.is_part().put(to);
            self.source.put(to);
            self.definition.put(to);
        }
    }
}

#[cfg(not(feature = "plain"))]
mod reading {
    use super::*;
    use crate::locale::number::Phrase;

    /// Never stops: past the end there are zeros, and at the end it knows that something was wrong. Code that gives up at
    /// each step would be five times as long.
    pub struct Reader<'a> {
        bytes: &'a [u8],
        whole: bool,
    }

    impl Reader<'_> {
        pub fn byte(&mut self) -> u8 {
            match self.bytes.split_first() {
                Some((byte, rest)) => {
                    self.bytes = rest;
                    *byte
                }
                None => {
                    self.whole = false;
                    0
                }
            }
        }

        pub fn whole(&mut self) -> u64 {
            let mut number = 0;
            let mut shift = 0;
            loop {
                let byte = self.byte();
                number |= u64::from(byte & 0x7f) << shift;
                shift += 7;
                if byte < 0x80 || shift > 56 {
                    return number;
                }
            }
        }

        /// A variant that this format does not have: whatever comes first, and nothing after it.
        #[cold]
        pub fn broken<T: Get>(&mut self) -> T {
            self.bytes = &[];
            self.whole = false;
            T::get(self)
        }

        fn len(&mut self) -> usize {
            let len = self.whole() as usize;
            if len > self.bytes.len() {
                self.bytes = &[];
                self.whole = false;
                return 0;
            }
            len
        }
    }

    pub trait Get {
        fn get(from: &mut Reader) -> Self;
    }

    /// The story in a pack, or nothing.
    pub fn read(bytes: &[u8]) -> Option<Story> {
        let mut from = Reader { bytes: bytes.strip_prefix(&MARK)?, whole: true };
        let from = &mut from;
        let story = Story {
            figures: Get::get(from),
            names: Get::get(from),
            lists: Get::get(from),
            milestones: Get::get(from),
            series: Get::get(from),
            sources: Get::get(from),
            scenes: Get::get(from),
        };
        (from.whole && from.bytes.is_empty() && !story.scenes.is_empty()).then_some(story)
    }

    impl Get for String {
        fn get(from: &mut Reader) -> Self {
            let len = from.len();
            let (text, rest) = from.bytes.split_at(len);
            from.bytes = rest;
            match std::str::from_utf8(text) {
                Ok(text) => text.to_string(),
                Err(_) => from.broken(),
            }
        }
    }
    impl Get for Text {
        fn get(from: &mut Reader) -> Self {
            Text { only: Get::get(from) }
        }
    }
    impl Get for bool {
        fn get(from: &mut Reader) -> Self {
            from.byte() != 0
        }
    }
    impl Get for f64 {
        fn get(from: &mut Reader) -> Self {
            let mut bits = 0;
            for place in 0..8 {
                bits |= u64::from(from.byte()) << (8 * place);
            }
            f64::from_bits(bits)
        }
    }
    impl<T: Get> Get for Option<T> {
        fn get(from: &mut Reader) -> Self {
            match bool::get(from) {
                true => Some(T::get(from)),
                false => None,
            }
        }
    }
    impl<T: Get> Get for Vec<T> {
        fn get(from: &mut Reader) -> Self {
            let len = from.len();
            let mut all = Vec::with_capacity(len);
            for _ in 0..len {
                all.push(T::get(from));
            }
            all
        }
    }
    impl Get for Phrase {
        fn get(from: &mut Reader) -> Self {
            let [before, digits, between, unit, after] = std::array::from_fn(|_| Get::get(from));
            Phrase { before, digits, between, unit, after }
        }
    }
    impl Get for Unit {
        fn get(from: &mut Reader) -> Self {
            let id = if bool::get(from) { "percent" } else { "" };
            let name: String = Get::get(from);
            Unit {
                id: id.to_string(),
                zh: name.clone(),
                en: name,
                en_one: Get::get(from),
                en_shift: Get::get(from),
            }
        }
    }
    impl Get for Source {
        fn get(from: &mut Reader) -> Self {
            Source { is_article: Get::get(from), family: Get::get(from), publisher: Get::get(from) }
        }
    }
    impl Get for Figure {
        fn get(from: &mut Reader) -> Self {
            Figure {
                id: Get::get(from),
                label: Get::get(from),
                value: Get::get(from),
                unit: Get::get(from),
                kind: Get::get(from),
                qualifier: Get::get(from),
                format: Get::get(from),
                phrase: Get::get(from),
                is_named: Get::get(from),
                period: Get::get(from),
                is_undated: Get::get(from),
                is_part: Get::get(from),
                source: Get::get(from),
                definition: Get::get(from),
            }
        }
    }
    impl Get for Scene {
        fn get(from: &mut Reader) -> Self {
            Scene {
                id: Get::get(from),
                name: Get::get(from),
                accent: Get::get(from),
                title: Get::get(from),
                subtitle: Get::get(from),
                source_line: (Get::get(from), Get::get(from)),
                rows: Get::get(from),
            }
        }
    }
}
