//! Decimals as they are printed, and how a language writes their digits.
//!
//! **Invariant**: digits are made by integer arithmetic from the printed decimal; nothing is rounded on the way.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

/// A decimal as printed: `mantissa` × 10^-`places`. 43.70 keeps its two places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Decimal {
    pub mantissa: i64,
    pub places: u8,
}

/// The digits of a number as a story's file prints them.
#[derive(Deserialize)]
#[serde(rename = "Digits")]
struct Printed(String);

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if !deserializer.is_human_readable() {
            let (mantissa, places) = Deserialize::deserialize(deserializer)?;
            return Ok(Decimal { mantissa, places });
        }
        let Printed(digits) = Printed::deserialize(deserializer)?;
        let message = || Error::custom(format_args!("{digits:?} is no decimal of at most 15 digits"));
        Decimal::parse(&digits).ok_or_else(message)
    }
}

impl Decimal {
    pub const fn whole(value: i64) -> Self {
        Decimal { mantissa: value, places: 0 }
    }

    /// From JSON or CSV digits (`-12.30`, `1e3`); `None` beyond 15 digits or 9 places.
    pub fn parse(text: &str) -> Option<Decimal> {
        let (body, exponent) = match text.find(['e', 'E']) {
            Some(i) => (&text[..i], text[i + 1..].parse::<i32>().ok()?),
            None => (text, 0),
        };
        let (negative, body) = match body.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, body),
        };
        let (left, right) = body.split_once('.').unwrap_or((body, ""));
        if left.is_empty() || !(left.bytes().chain(right.bytes())).all(|b| b.is_ascii_digit()) {
            return None;
        }
        let mut digits = format!("{left}{right}");
        let mut places = (right.len() as i32).checked_sub(exponent)?;
        while places < 0 {
            digits.push('0');
            places += 1;
            if digits.len() > 30 {
                return None;
            }
        }
        if digits.trim_start_matches('0').len() > 15 || places > 9 {
            return None;
        }
        let mantissa: i64 = digits.parse().ok()?;
        Some(Decimal { mantissa: if negative { -mantissa } else { mantissa }, places: places as u8 })
    }

    pub fn to_f64(self) -> f64 {
        self.mantissa as f64 / 10f64.powi(self.places as i32)
    }

    /// Which of two numbers is the larger: 43.70 and 43.7 are equal.
    pub fn compare(self, other: Decimal) -> std::cmp::Ordering {
        let places = self.places.max(other.places);
        let whole = |d: Decimal| i128::from(d.mantissa) * 10i128.pow(u32::from(places - d.places));
        whole(self).cmp(&whole(other))
    }

    /// The same number with the decimal point moved `by` places to the right (left where negative).
    pub fn shift(self, by: i32) -> Decimal {
        let mut places = self.places as i32 - by;
        let mut mantissa = self.mantissa;
        while places < 0 {
            mantissa = mantissa.saturating_mul(10);
            places += 1;
        }
        Decimal { mantissa, places: places.min(18) as u8 }
    }

    /// Without zeros at the end of its decimals.
    pub fn trimmed(mut self) -> Decimal {
        while self.places > 0 && self.mantissa % 10 == 0 {
            self.mantissa /= 10;
            self.places -= 1;
        }
        self
    }

    /// Digits with a point and no groups.
    pub fn digits(self) -> String {
        self.written(&Digits { decimal: ".", group: "", group_from: usize::MAX, range: "–" })
    }

    /// Digits as a language writes them.
    pub fn written(self, style: &Digits) -> String {
        let places = self.places as usize;
        let mut text = crate::geometry::whole(self.mantissa.unsigned_abs());
        while text.len() <= places {
            text.insert(0, '0');
        }
        let (left, right) = text.split_at(text.len() - places);
        let mut out = String::from(if self.mantissa < 0 { "−" } else { "" });
        for (i, c) in left.chars().enumerate() {
            if i > 0 && (left.len() - i) % 3 == 0 && left.len() >= style.group_from {
                out.push_str(style.group);
            }
            out.push(c);
        }
        if places > 0 {
            out.push_str(style.decimal);
            out.push_str(right);
        }
        out
    }
}

/// How digits are written.
pub struct Digits {
    pub decimal: &'static str,
    /// Between groups of three digits.
    pub group: &'static str,
    /// Numbers of fewer digits are not grouped.
    pub group_from: usize,
    /// Between the ends of a range.
    pub range: &'static str,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;

    #[test]
    fn decimals_keep_what_was_typed() {
        assert_eq!(Decimal::parse("43.70").unwrap().digits(), "43.70");
        assert_eq!(Decimal::parse("-0.05").unwrap().digits(), "−0.05");
        assert_eq!(Decimal::parse("1.5e3").unwrap().written(&Locale::En.catalogue().digits), "1,500");
        for wrong in ["", "x", "1.2.3", "1e999", "12345678901234567", "--1", "１"] {
            assert_eq!(Decimal::parse(wrong), None, "{wrong}");
        }
    }
}
