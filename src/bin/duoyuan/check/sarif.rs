//! Diagnostics as SARIF 2.1.0, which code hosts and editors list beside the lines.
//!
//! **Invariant**: valid against the published schema (tests/browser/schema.mjs).

use super::{Checked, Found};
use duoyuan::diagnostic::codes::{RULES, SHAPE};
use duoyuan::diagnostic::for_editors;
use duoyuan::diagnostic::Severity;
use duoyuan::locale::Locale;
use serde_json::{json, Value};
use std::path::Path;

pub fn print(all: &[Checked], locale: Locale) {
    let rules: Vec<Value> = RULES
        .iter()
        .chain(SHAPE)
        .map(|(code, zh, en)| json!({"id": code, "shortDescription": {"text": for_editors(locale, zh, en)}}))
        .collect();
    let results: Vec<Value> =
        all.iter().flat_map(|c| c.found().map(|f| result(&f, locale)).collect::<Vec<_>>()).collect();
    let document = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "duoyuan",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "language": for_editors(locale, "zh-CN", "en-US"),
                "rules": rules,
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    println!("{document:#}");
}

fn result(found: &Found, locale: Locale) -> Value {
    let p = found.diagnostic;
    let message = p.message.get(locale);
    let help = p.help.get(locale);
    let index = RULES.iter().chain(SHAPE).position(|(code, ..)| *code == p.code);
    let mut region = json!({"startLine": p.line, "startColumn": p.column});
    if let Some(excerpt) = &found.excerpt {
        region["endColumn"] = json!(excerpt.columns.1);
        region["snippet"] = json!({"text": excerpt.line});
    }
    let mut result = json!({
        "ruleId": p.code,
        "level": if p.severity == Severity::Error { "error" } else { "warning" },
        "message": {"text": format!("{message} {} {help}", for_editors(locale, "→", "—"))},
        "locations": [{
            "physicalLocation": {"artifactLocation": {"uri": uri(&found.file)}, "region": region},
            "logicalLocations": [{"fullyQualifiedName": if p.path.is_empty() { "$" } else { &p.path }}],
        }],
    });
    if let Some(edit) = &p.edit {
        let ((start, from), (end, to)) = (edit.from, edit.to);
        result["fixes"] = json!([{
            "description": {"text": help},
            "artifactChanges": [{
                "artifactLocation": {"uri": uri(&found.file)},
                "replacements": [{
                    "deletedRegion": {"startLine": start, "startColumn": from, "endLine": end, "endColumn": to},
                    "insertedContent": {"text": edit.text},
                }],
            }],
        }]);
    }
    if let Some(index) = index {
        result["ruleIndex"] = json!(index);
    }
    result
}

/// A path as a relative or file address.
fn uri(path: &Path) -> String {
    let mut out = String::from(if path.is_absolute() { "file://" } else { "" });
    for byte in path.to_string_lossy().replace('\\', "/").bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) {
            out.push(byte as char);
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}
