//! What a cell shows of its number: percent, decimals, powers, dates.
//!
//! A number and the code of its format come in, such as `0.00%`; the text of the cell goes out, without separators of
//! thousands.
//!
//! **Invariant**: what is shown is never another amount than the cell's; a format that is not understood is none.

/// How numbers are shown.
#[derive(Clone, Debug, PartialEq)]
pub enum Format {
    General,
    Number(Digits),
    /// From the year to the month or the day, as far as it is shown.
    Date {
        month: bool,
        day: bool,
    },
    Unknown,
}

/// A number in digits.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Digits {
    percent: bool,
    /// Commas at its end: so often a thousandth.
    thousandths: u32,
    /// Decimals that are shown always, and at most.
    decimals: (usize, usize),
    /// A point that is no decimal point but stands before so many digits: 0!.0,"万".
    point: Option<usize>,
    before: String,
    after: String,
}

/// The formats that have numbers and no code in the file.
pub fn built_in(id: u32) -> Option<&'static str> {
    Some(match id {
        0 => "General",
        1 => "0",
        2 => "0.00",
        3 => "#,##0",
        4 => "#,##0.00",
        9 => "0%",
        10 => "0.00%",
        11 | 48 => "General",
        12 => "# ?/?",
        13 => "# ??/??",
        14 => "yyyy/m/d",
        15 => "d-mmm-yy",
        16 => "d-mmm",
        18 | 19 => "h:mm AM/PM",
        20 | 21 => "h:mm",
        45..=47 => "mm:ss",
        17 | 55 => "yyyy\"年\"m\"月\"",
        22 => "yyyy/m/d h:mm",
        27 | 36 | 50 | 52 | 57 => "yyyy\"年\"m\"月\"",
        28 | 29 | 31 | 51 | 53 | 54 | 58 => "yyyy\"年\"m\"月\"d\"日\"",
        30 => "yyyy/m/d",
        37 | 38 => "#,##0",
        39 | 40 => "#,##0.00",
        41 | 42 => "#,##0",
        43 | 44 => "#,##0.00",
        49 => "@",
        _ => return None,
    })
}

impl Format {
    /// Reads the first section of a code: the others show falls and zeros otherwise, and no other amount.
    pub fn parse(code: &str) -> Format {
        if code.is_empty() || code == "@" || code.to_ascii_lowercase().starts_with("general") {
            return Format::General;
        }
        let mut digits = Digits::default();
        let (mut places, mut behind_point, mut seen_digit) = (0, false, false);
        let mut trailing = 0;
        let (mut year, mut month, mut day, mut time) = (false, false, false, false);
        let mut chars = code.chars().peekable();
        let literal = |digits: &mut Digits, text: &str, seen: bool, places: usize| {
            if text == "." && seen {
                digits.point = Some(places);
            } else if seen {
                digits.after.push_str(text);
            } else {
                digits.before.push_str(text);
            }
        };
        while let Some(c) = chars.next() {
            match c {
                ';' => break,
                '"' => {
                    let text: String = chars.by_ref().take_while(|c| *c != '"').collect();
                    literal(&mut digits, &text, seen_digit, places);
                }
                '\\' | '!' => {
                    let text: String = chars.next().into_iter().collect();
                    literal(&mut digits, &text, seen_digit, places);
                }
                '_' | '*' => {
                    chars.next();
                }
                '[' => {
                    let inside: String = chars.by_ref().take_while(|c| *c != ']').collect();
                    let lower = inside.to_ascii_lowercase();
                    let color = ["black", "blue", "cyan", "green", "magenta", "red", "white", "yellow"];
                    match inside.strip_prefix('$') {
                        Some(currency) => {
                            let sign = currency.split('-').next().unwrap_or("");
                            literal(&mut digits, sign, seen_digit, places);
                        }
                        None if color.contains(&lower.as_str()) || lower.starts_with("color") => {}
                        // a condition, a duration, Chinese numerals
                        None => return Format::Unknown,
                    }
                }
                '0' | '#' | '?' => {
                    seen_digit = true;
                    trailing = 0;
                    places += 1;
                    if digits.point.is_some() {
                        // digits behind a literal point
                    } else if behind_point {
                        digits.decimals.1 += 1;
                        digits.decimals.0 += usize::from(c == '0');
                    }
                }
                '.' if seen_digit || matches!(chars.peek(), Some('0' | '#')) => behind_point = true,
                ',' => trailing += u32::from(seen_digit),
                '%' => digits.percent = true,
                'E' | 'e' if seen_digit => return Format::General,
                '/' if seen_digit => return Format::Unknown,
                'y' | 'Y' | 'e' => year = true,
                'm' | 'M' if !time && !matches!(chars.peek(), Some(':')) => month = true,
                'm' | 'M' => {}
                'd' | 'D' => day = true,
                'h' | 'H' | 's' | 'S' => time = true,
                'A' | 'a' | 'P' | 'p' if time => {}
                ' ' if !seen_digit && digits.before.is_empty() => {}
                _ => literal(&mut digits, &c.to_string(), seen_digit, places),
            }
        }
        if year || month || day || time {
            // a day without its year is no period, a time of day none either
            return if year { Format::Date { month, day } } else { Format::Unknown };
        }
        if !seen_digit {
            return Format::Unknown;
        }
        digits.thousandths = trailing;
        // digits behind the point are as many as came after it
        digits.point = digits.point.map(|before| places - before);
        (digits.before, digits.after) = (digits.before.trim().into(), digits.after.trim().into());
        Format::Number(digits)
    }

    /// Returns what a cell with this number shows; nothing where that is not known.
    pub fn shown(&self, number: f64, since_1904: bool) -> Option<String> {
        match self {
            Format::General => Some(plain(number)),
            Format::Number(digits) => digits.shown(number),
            Format::Date { month, day } => {
                let (year, m, d) = date(number, since_1904)?;
                Some(match (month, day) {
                    (_, true) => format!("{year:04}-{m:02}-{d:02}"),
                    (true, false) => format!("{year:04}-{m:02}"),
                    (false, false) => format!("{year:04}"),
                })
            }
            Format::Unknown => None,
        }
    }
}

/// A number as it is: the sum of two decimals is 0.30000000000000004 in a spreadsheet's file and 0.3 on its screen.
fn plain(number: f64) -> String {
    let text = format!("{number:.9}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    let whole =
        if number != 0.0 && matches!(text, "0" | "-0") { number.to_string() } else { text.to_string() };
    whole.strip_prefix("-").filter(|rest| *rest == "0").map_or(whole.clone(), String::from)
}

impl Digits {
    fn shown(&self, number: f64) -> Option<String> {
        let power = if self.percent { 2 } else { 0 } - 3 * self.thousandths as i32;
        let point = self.point.unwrap_or(0);
        let digits = rounded(number, power, if self.point.is_some() { 0 } else { self.decimals.1 })?;
        let (sign, digits) = match digits.strip_prefix('-') {
            Some(digits) => ("-", digits.to_string()),
            None => ("", digits),
        };
        let mut digits = digits;
        if point > 0 {
            let padded = format!("{digits:0>width$}", width = point + 1);
            let (left, right) = padded.split_at(padded.len() - point);
            digits = format!("{left}.{right}");
        }
        // 0.## shows as many decimals as there are
        while digits.contains('.') && digits.ends_with('0') && self.point.is_none() {
            let shown = digits.len() - digits.find('.').unwrap_or(0) - 1;
            if shown <= self.decimals.0 {
                break;
            }
            digits.pop();
        }
        let digits = digits.trim_end_matches('.');
        let percent = if self.percent && !self.after.contains('%') { "%" } else { "" };
        Some([sign, &self.before, digits, percent, &self.after].concat())
    }
}

/// A number times ten to the `power` with so many decimals, as its shortest decimal is rounded, halves away from zero.
fn rounded(number: f64, power: i32, decimals: usize) -> Option<String> {
    let text = number.abs().to_string();
    let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
    let mantissa: i128 = format!("{whole}{rest}").parse().ok().filter(|_| text.len() <= 30)?;
    let places = rest.len() as i32 - power;
    let drop = places - decimals as i32;
    let ten = |n: i32| 10i128.checked_pow(n.unsigned_abs());
    let scaled = match drop > 0 {
        true if drop > 36 => 0,
        true => (mantissa + ten(drop)? / 2) / ten(drop)?,
        false => mantissa.checked_mul(ten(drop)?)?,
    };
    let digits = format!("{scaled:0>width$}", width = decimals + 1);
    let (left, right) = digits.split_at(digits.len() - decimals);
    let sign = if number < 0.0 && scaled != 0 { "-" } else { "" };
    Some(if decimals > 0 { format!("{sign}{left}.{right}") } else { format!("{sign}{left}") })
}

/// The day of a serial number: 44197 is the first of 2021. The 29th of February 1900 of spreadsheets is none.
fn date(serial: f64, since_1904: bool) -> Option<(i64, i64, i64)> {
    // a time of day besides the day would be lost
    if serial.fract() != 0.0 || !(1.0..2_958_466.0).contains(&serial) {
        return None;
    }
    let serial = serial as i64 + if since_1904 { 1462 } else { 0 };
    if serial == 60 {
        return None;
    }
    // days since the first of March of the year 0, by eras of 400 years
    let days = serial - if serial > 60 { 25_569 } else { 25_568 } + 719_468;
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    Some((year + era * 400 + i64::from(month <= 2), month, day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_written_as_it_is_shown() {
        for (number, code, shown) in [
            (0.4453, "0.00%", "44.53%"),
            (0.437, "0.00%", "43.70%"),
            (0.437, "0%", "44%"),
            (43.7, "0.00", "43.70"),
            (1.005, "0.00", "1.01"),
            (-1.5, "0", "-2"),
            (-0.001, "0.0", "0.0"),
            (1_234_567.0, "#,##0", "1234567"),
            (1_234_567.0, "#,##0,", "1235"),
            (12.5, "0.##", "12.5"),
            (12.0, "0.##", "12"),
            (151_000.0, "0!.0,\"万\"", "15.1万"),
            (300.0, "0\"人\"", "300人"),
            (1234.5, "_-* #,##0.00_-;-* #,##0.00_-", "1234.50"),
            (5.0, "[$¥-804]0.0", "¥5.0"),
            (-5.0, "0.0;[Red]0.0", "-5.0"),
            (44197.0, "yyyy", "2021"),
            (44197.0, "yyyy\"年\"m\"月\"", "2021-01"),
            (44197.0, "yyyy/m/d", "2021-01-01"),
            (44197.0, "General", "44197"),
            (60.0, "yyyy", ""),
            (59.0, "yyyy/m/d", "1900-02-28"),
            (61.0, "yyyy/m/d", "1900-03-01"),
            (150_000.0, "0.0E+00", "150000"),
            (0.3, "# ?/?", ""),
            (44197.0, "m\"月\"d\"日\"", ""),
            (44197.5, "yyyy/m/d", ""),
            (5.0, "[>100]0.0;0", ""),
            (5.0, "[DBNum1]General", ""),
        ] {
            assert_eq!(
                Format::parse(code).shown(number, false).unwrap_or_default(),
                shown,
                "{number} {code}"
            );
        }
        assert_eq!(Format::parse("yyyy").shown(42735.0, true).as_deref(), Some("2021"));
        assert_eq!((plain(2019.0), plain(0.1 + 0.2), plain(-0.0)), ("2019".into(), "0.3".into(), "0".into()));
        assert_eq!(plain(0.000_000_000_35), "0.00000000035");
    }
}
