//! Big numbers: a figure's phrase in one line where it has room there, else in several; with how firm it is below it.
//!
//! A figure and a width come in; runs of text go to the builder.
//!
//! **Invariant**: no part of a phrase is left out, whatever the width, and no line ends between a number and its unit unless
//! the two are wider than the line by themselves.

use crate::geometry::Point;
use crate::layout::mark::Anchor;
use crate::layout::paint::Paint;
use crate::layout::scene_builder::SceneBuilder;
use crate::locale::linebreak::opportunities;
use crate::model::figure::FigureIx;
use crate::text::{wrap, Font};

/// The word of a status, below a number.
const STATUS: Font = Font::bold(13.0);

/// Digits in several lines are no smaller, CSS px, unless they alone are wider than the line.
const SMALLEST: f64 = 16.0;
const TINIEST: f64 = 12.0;

/// From one line of a number to the next, as a multiple of its largest font.
const STEP: f64 = 1.2;
/// How far text reaches below and above its baseline, in parts of its size.
const DESCENT: f64 = 0.18;
const ASCENT: f64 = 0.88;

/// What stays together on a line, with the gap before it where it is not the first there.
struct Piece {
    text: String,
    font: Font,
    gap: f64,
    /// It leans on what is before it, as a unit does on its number.
    leans: bool,
}

/// What stands before a number, and the sign of a currency that belongs to its digits: "over £" before 1,771.
fn before_currency(before: &str) -> (&str, &str) {
    let gap = before.char_indices().rfind(|(_, c)| c.is_whitespace());
    let (words, last) = before.split_at(gap.map_or(0, |(at, gap)| at + gap.len_utf8()));
    match last.contains(['$', '£', '€', '¥', '￥', '₽', '₹']) {
        true => (words, last),
        false => (before, ""),
    }
}

impl SceneBuilder<'_> {
    /// The parts of a figure's phrase with their fonts, and whether they lean on the part before them.
    fn number_parts(&self, ix: FigureIx, size: f64) -> Vec<(String, Font, bool)> {
        let figure = self.figure(ix);
        let phrase = figure.phrase(self.locale);
        let small = (size * 0.45).max(13.0);
        let unit = (size * 0.5).max(13.0);
        let in_words = !phrase.digits.contains(|c: char| c.is_ascii_digit());
        let wordy = figure.number().is_none() || figure.is_named() || in_words;
        let digits = if wordy { size * 0.62 } else { size };
        let (before, currency) = before_currency(&phrase.before);
        [
            (before.trim().to_string(), small, false),
            (currency.to_string() + &phrase.digits, digits, false),
            // "33,000+": the plus is as large as what it follows
            (phrase.between.trim().to_string(), if phrase.between == "+" { digits } else { small }, true),
            (phrase.unit.trim().to_string(), unit, true),
            (phrase.after.trim().to_string(), small, false),
        ]
        .into_iter()
        .filter(|(text, ..)| !text.is_empty())
        .map(|(text, size, leans)| (text, Font::bold(size), leans))
        .collect()
    }

    /// The gap before a part of a number.
    fn number_gap(&self, size: f64, part: &str) -> f64 {
        match part {
            "+" => 0.0,
            "%" => (size * 0.05).max(1.5),
            _ => (size * if self.locale.catalogue().spaced { 0.15 } else { 0.08 }).max(2.0),
        }
    }

    /// Returns how wide a number is in one line, CSS px.
    pub fn number_width(&self, ix: FigureIx, size: f64) -> f64 {
        let parts = self.number_parts(ix, size);
        let gaps: f64 = parts.iter().skip(1).map(|(text, ..)| self.number_gap(size, text)).sum();
        parts.iter().map(|(text, font, _)| self.measure.width(text, *font)).sum::<f64>() + gaps
    }

    /// A number as large as it can be in a width: in one line down to 16 px digits, else in several lines.
    fn number_lines(&self, ix: FigureIx, size: f64, width: f64) -> (f64, Vec<Vec<Piece>>) {
        let mut one = size;
        while one > SMALLEST && self.number_width(ix, one) > width {
            one -= 1.0;
        }
        if self.number_width(ix, one) <= width {
            return (one, vec![self.number_pieces(ix, one, false)]);
        }
        let (mut large, mut most) = (size, 2);
        loop {
            let (lines, fits) = self.packed(self.number_pieces(ix, large, true), width);
            if fits && (lines.len() <= most || large <= SMALLEST) || large <= TINIEST {
                return (large, lines);
            }
            large -= 1.0;
            // three lines before digits become smaller than the words of the picture
            most = if large < 22.0 { 3 } else { most };
        }
    }

    /// The parts of a number, each as what may not be broken where `broken`, else whole.
    fn number_pieces(&self, ix: FigureIx, size: f64, broken: bool) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for (text, font, leans) in self.number_parts(ix, size) {
            let breaks = if broken { opportunities(&text) } else { Vec::new() };
            let mut at = 0;
            for next in breaks.into_iter().chain([text.len()]) {
                let piece = &text[at..next];
                let before = &text[..at];
                let gap = match at {
                    0 if pieces.is_empty() => 0.0,
                    0 => self.number_gap(size, &text),
                    _ => self.measure.width(before, font) - self.measure.width(before.trim_end(), font),
                };
                pieces.push(Piece { text: piece.trim_end().to_string(), font, gap, leans: leans && at == 0 });
                at = next;
            }
        }
        pieces
    }

    /// Pieces in lines no wider than `width`, and whether each has room in its line.
    fn packed(&self, pieces: Vec<Piece>, width: f64) -> (Vec<Vec<Piece>>, bool) {
        let mut groups: Vec<Vec<Piece>> = Vec::new();
        for piece in pieces {
            match groups.last_mut().filter(|_| piece.leans) {
                Some(group) => group.push(piece),
                None => groups.push(vec![piece]),
            }
        }
        let mut lines: Vec<Vec<Piece>> = Vec::new();
        let (mut end, mut fits) = (0.0, true);
        for group in groups {
            let long = self.line_width(&group);
            if lines.is_empty() || end + group[0].gap + long > width {
                fits &= long <= width;
                end = 0.0;
                lines.push(Vec::new());
            }
            end += long + if end > 0.0 { group[0].gap } else { 0.0 };
            lines.last_mut().into_iter().for_each(|line| line.extend(group.iter().map(Piece::copy)));
        }
        // wider than the width at the smallest size: between its parts, else between its characters
        let cut = |line: Vec<Piece>| match self.line_width(&line) <= width {
            true => vec![line],
            false => line.into_iter().flat_map(|piece| self.cut(piece, width)).collect(),
        };
        (lines.into_iter().flat_map(cut).collect(), fits)
    }

    fn cut(&self, piece: Piece, width: f64) -> Vec<Vec<Piece>> {
        let lines = wrap::wrap(&piece.text, piece.font, width, self.measure);
        lines.into_iter().map(|text| vec![Piece { text, ..piece.copy() }]).collect()
    }

    fn line_width(&self, line: &[Piece]) -> f64 {
        let one = |(i, piece): (usize, &Piece)| {
            self.measure.width(&piece.text, piece.font) + if i > 0 { piece.gap } else { 0.0 }
        };
        line.iter().enumerate().map(one).sum()
    }

    /// A big number: qualifier small, digits large, unit at half size, on one baseline. All parts fade in together, so that
    /// no moment shows a number that no source has printed.
    /// Shrinks to `max_width`, down to 16 px digits, and then goes on in a line below. How firm it is stands below it, if it is
    /// a result that is not final. Returns width and height.
    pub fn number(
        &mut self,
        at: Point,
        ix: FigureIx,
        size: f64,
        max_width: f64,
        paint: Paint,
        anchor: Anchor,
    ) -> (f64, f64) {
        let given = size;
        let (size, lines) = self.number_lines(ix, size, max_width);
        let (mut widest, mut y) = (0.0f64, at.y);
        for (n, line) in lines.iter().enumerate() {
            y += if n > 0 { step(&lines[n - 1], line) } else { 0.0 };
            let total = self.line_width(line);
            let mut x = match anchor {
                Anchor::Start => at.x,
                Anchor::Middle => at.x - total / 2.0,
                Anchor::End => at.x - total,
            };
            for (i, piece) in line.iter().enumerate() {
                x += if i > 0 { piece.gap } else { 0.0 };
                x += self.text(Point::new(x, y), &piece.text, piece.font, paint, Anchor::Start);
            }
            widest = widest.max(total);
        }
        self.legend_for(ix);
        let below = self.status_below(Point::new(at.x, y + 5.0), ix, max_width, anchor);
        // the first line stands on the baseline of the given size, what follows it below that
        let first = if lines.len() > 1 || below > 0.0 { given } else { size };
        (widest, first * 1.2 + (y - at.y) + below)
    }

    /// Returns how much higher a number is than its first line, CSS px: for its other lines and the word of its status.
    pub fn more_height(&self, ix: FigureIx, size: f64, width: f64) -> f64 {
        let (_, lines) = self.number_lines(ix, size, width);
        let others: f64 = lines.windows(2).map(|pair| step(&pair[0], &pair[1])).sum();
        others + self.status_height(ix, width)
    }

    /// How firm a result is that is not final.
    fn result_status(&self, ix: FigureIx) -> Option<&'static str> {
        let figure = self.figure(ix);
        figure.status_word(self.locale).filter(|_| figure.status().is_result())
    }

    /// Returns how much higher a number is for the word of its status, CSS px.
    pub fn status_height(&self, ix: FigureIx, width: f64) -> f64 {
        self.result_status(ix).map_or(0.0, |word| self.paragraph_height(width, word, STATUS))
    }

    fn status_below(&mut self, top: Point, ix: FigureIx, width: f64, anchor: Anchor) -> f64 {
        let Some(word) = self.result_status(ix) else { return 0.0 };
        let muted = self.paint(crate::theme::Role::Muted);
        self.paragraph_at(top.x, top.y, width, word, STATUS, muted, anchor)
    }
}

/// From the baseline of a line to that of the next one, which may be much smaller, CSS px.
fn step(line: &[Piece], next: &[Piece]) -> f64 {
    let largest = |line: &[Piece]| line.iter().map(|piece| piece.font.size).fold(0.0, f64::max);
    let (line, next) = (largest(line), largest(next));
    (next * STEP).max(line * DESCENT + next * ASCENT) + 2.0
}

impl Piece {
    fn copy(&self) -> Piece {
        Piece { text: self.text.clone(), font: self.font, gap: self.gap, leans: self.leans }
    }
}
