//! Amounts with every digit that a text prints, and the periods that their sentences name.
//!
//! In: digits and powers of ten. Out: plain decimals, fractions, ranges and ratios as text. Nothing passes through binary fractions.
//!
//! **Invariant**: an amount never gains or loses a digit: 43.70 keeps its zero, 1.2亿 has nine digits.

use std::fmt;

/// A decimal without limits of size: its digits, with the point `places` digits from the right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plain {
    negative: bool,
    digits: String,
    places: usize,
}

impl Plain {
    /// Reads digits with at most one point. `None` for anything else.
    pub fn parse(text: &str) -> Option<Plain> {
        let (left, right) = text.split_once('.').unwrap_or((text, ""));
        let digits = format!("{left}{right}");
        let sound = !left.is_empty() && digits.len() <= 40 && digits.bytes().all(|b| b.is_ascii_digit());
        sound.then_some(Plain { negative: false, digits, places: right.len() })
    }

    /// Returns the same with these decimals; `None` where it has some.
    pub fn with_places(&self, places: &str) -> Option<Plain> {
        let whole = (self.places == 0 && !self.negative).then_some(&self.digits)?;
        Plain::parse(&format!("{whole}.{places}"))
    }

    /// It is below zero.
    pub fn is_negative(&self) -> bool {
        self.negative
    }

    /// A whole number.
    pub fn whole(value: u64) -> Plain {
        Plain { negative: false, digits: value.to_string(), places: 0 }
    }

    /// Returns the same times ten to the `by`.
    pub fn shift(mut self, by: usize) -> Plain {
        self.digits.push_str(&"0".repeat(by.saturating_sub(self.places)));
        self.places = self.places.saturating_sub(by);
        self
    }

    /// Returns the same below zero.
    pub fn negative(mut self) -> Plain {
        self.negative = true;
        self
    }

    /// It has digits behind the point.
    pub fn has_places(&self) -> bool {
        self.places > 0
    }

    /// Returns the whole number, where it is one.
    pub fn as_whole(&self) -> Option<u64> {
        (self.places == 0 && !self.negative).then(|| self.digits.parse().ok()).flatten()
    }

    /// Returns its digits as printed: 5.0 keeps its zero.
    pub fn printed(&self) -> String {
        let padded = format!("{:0>width$}", self.digits, width = self.places + 1);
        let (left, right) = padded.split_at(padded.len() - self.places);
        let left = left.trim_start_matches('0');
        let left = if left.is_empty() { "0" } else { left };
        let (sign, point) = (if self.negative { "-" } else { "" }, if self.places > 0 { "." } else { "" });
        format!("{sign}{left}{point}{right}")
    }

    /// For comparisons only.
    pub fn approximate(&self) -> f64 {
        self.to_string().parse().unwrap_or(0.0)
    }
}

/// The number alone: 5.0 is 5.
impl fmt::Display for Plain {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let printed = self.printed();
        let number =
            if self.places > 0 { printed.trim_end_matches('0').trim_end_matches('.') } else { &printed };
        f.write_str(number)
    }
}

/// What a printed amount says, without its bound and unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Amount {
    Number(Plain),
    /// A part of a whole, as printed: 1/3.
    Fraction(u64, u64),
    /// One estimate with two ends.
    Range(Plain, Plain),
    /// One amount to another, or to several.
    Ratio(Vec<Plain>),
}

impl Amount {
    /// It is a number below zero.
    pub fn is_negative(&self) -> bool {
        matches!(self, Amount::Number(value) if value.is_negative())
    }

    /// Returns the same below zero.
    pub fn negative(self) -> Amount {
        match self {
            Amount::Number(value) => Amount::Number(value.negative()),
            // −5 to −3 is printed with the larger size first
            Amount::Range(low, high) => Amount::Range(low.negative(), high),
            other => other,
        }
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Amount::Number(value) => write!(f, "{value}"),
            Amount::Fraction(part, whole) => write!(f, "{part}/{whole}"),
            Amount::Range(low, high) => write!(f, "{low}..{high}"),
            Amount::Ratio(parts) => {
                f.write_str(&parts.iter().map(Plain::to_string).collect::<Vec<_>>().join(":"))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_digit_stays() {
        let shifted = |text: &str, by| Plain::parse(text).map(|plain| plain.shift(by).to_string());
        assert_eq!(shifted("1.2", 8).as_deref(), Some("120000000"));
        assert_eq!(Plain::parse("43.70").map(|plain| plain.printed()).as_deref(), Some("43.70"));
        assert_eq!(shifted("43.70", 0).as_deref(), Some("43.7"));
        assert_eq!(shifted("0.05", 1).as_deref(), Some("0.5"));
        assert_eq!(shifted("3.45", 4).as_deref(), Some("34500"));
        assert_eq!(Plain::parse("3.4.5"), None);
        assert_eq!(Plain::parse(".5"), None);
    }
}
