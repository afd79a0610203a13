//! Diagnostics as JSON for tools: both languages, places, counts.
//!
//! **Invariant**: one document, whatever was found.

use super::{Checked, Found};
use duoyuan::diagnostic::{Both, Severity};
use serde_json::{json, Value};

pub fn print(all: &[Checked]) {
    let diagnostics: Vec<Value> =
        all.iter().flat_map(|c| c.found().map(|f| diagnostic(&f)).collect::<Vec<_>>()).collect();
    let count = |severity| all.iter().map(|c| c.count(severity)).sum::<usize>();
    let document = json!({
        "version": 1,
        "errors": count(Severity::Error),
        "warnings": count(Severity::Warning),
        "problems": diagnostics,
    });
    println!("{document:#}");
}

fn diagnostic(found: &Found) -> Value {
    let p = found.diagnostic;
    let both = |b: &Both| json!({"zh": b.zh(), "en": b.en()});
    let place = |(line, column): (u32, u32)| json!({"line": line, "column": column});
    let edit = p.edit.as_ref().map(|e| json!({"from": place(e.from), "to": place(e.to), "text": e.text}));
    let mut told = json!({
        "severity": if p.severity == Severity::Error { "error" } else { "warning" },
        "code": p.code,
        "file": found.file.display().to_string(),
        "line": p.line,
        "column": p.column,
        "endColumn": found.excerpt.as_ref().map_or(p.column + 1, |e| e.columns.1),
        "path": p.path,
        "message": both(&p.message),
        "help": both(&p.help),
    });
    edit.into_iter().for_each(|edit| told["edit"] = edit);
    told
}
