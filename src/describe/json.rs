//! Values to JSON text: the one place where strings are escaped.
//!
//! **Invariant**: only writes; what comes out is always one valid JSON value.

/// A JSON string.
pub fn quote(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            c if (c as u32) < 0x20 || c == '\u{2028}' || c == '\u{2029}' => {
                out.push_str(&format!("\\u{:04x}", c as u32))
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// A list of values that are JSON already. Each is forgotten before the next is made: a long series has thousands.
pub fn array(items: impl IntoIterator<Item = String>) -> String {
    let mut out = String::from("[");
    for item in items {
        if out.len() > 1 {
            out.push(',');
        }
        out.push_str(&item);
    }
    out.push(']');
    out
}

/// An object of values that are JSON already.
pub fn object(members: &[(&str, String)]) -> String {
    let length: usize = members.iter().map(|(name, value)| name.len() + value.len() + 4).sum();
    let mut out = String::with_capacity(length + 2);
    members.iter().for_each(|(name, value)| member(&mut out, name, value));
    closed(out)
}

/// An object as a map: the names are data too.
pub fn map(members: impl IntoIterator<Item = (String, String)>) -> String {
    let mut out = String::new();
    members.into_iter().for_each(|(name, value)| member(&mut out, &name, &value));
    closed(out)
}

fn member(out: &mut String, name: &str, value: &str) {
    out.push(if out.is_empty() { '{' } else { ',' });
    out.push_str(&quote(name));
    out.push(':');
    out.push_str(value);
}

/// An object's end; its beginning too where it has no member.
fn closed(mut out: String) -> String {
    out.push_str(if out.is_empty() { "{}" } else { "}" });
    out
}
