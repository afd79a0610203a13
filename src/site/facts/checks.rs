//! `checks.json`: which statements somebody has compared with their sources, and what they said then.
//!
//! **Invariant**: what was ticked is kept as text, so that a person can compare it with what is said now.

use crate::describe::json::{map, object, quote};
use crate::locale::date::Date;
use crate::locale::Text;
use serde::Deserialize;
use std::collections::BTreeMap;

/// A tick.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tick {
    /// What was said when it was checked.
    pub says: String,
    /// Who has checked it.
    pub by: String,
    /// The day.
    pub on: Date,
}

/// All ticks of a story, by the id of the statement.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Checks {
    #[serde(rename = "$comment")]
    comment: Option<String>,
    checks: BTreeMap<String, Tick>,
}

/// Whether a statement has been checked.
#[derive(Clone, Debug, PartialEq)]
pub enum State {
    /// By nobody.
    Open,
    /// What it says now is not what was checked.
    Changed(Tick),
    Ticked(Tick),
}

impl Checks {
    /// Reads a file. `name` is what its message calls it.
    pub fn read(text: &str, name: &str) -> Result<Checks, Text> {
        serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|e| {
            let (line, column) = (e.line(), e.column());
            let reason = e.to_string();
            let reason = reason.split(" at line ").next().unwrap_or_default();
            Text::new(
                format!("{name}:{line}:{column} 读不懂：{reason}。用 duoyuan facts --tick 来写这个文件"),
                format!(
                    "{name}:{line}:{column} cannot be read: {reason}. duoyuan facts --tick writes this file"
                ),
            )
        })
    }

    /// The state of a statement that says this now.
    pub fn state(&self, id: &str, said: &str) -> State {
        match self.checks.get(id) {
            None => State::Open,
            Some(tick) if tick.says == said => State::Ticked(tick.clone()),
            Some(tick) => State::Changed(tick.clone()),
        }
    }

    /// Ticks a statement.
    pub fn tick(&mut self, id: &str, tick: Tick) {
        self.checks.insert(id.to_string(), tick);
    }

    /// Takes the tick of a statement back.
    pub fn untick(&mut self, id: &str) {
        self.checks.remove(id);
    }

    /// The file, a statement a line.
    pub fn text(&self) -> String {
        let one = |(id, tick): (&String, &Tick)| {
            let members =
                [("says", quote(&tick.says)), ("by", quote(&tick.by)), ("on", quote(&tick.on.iso()))];
            (id.clone(), object(&members))
        };
        let checks = map(self.checks.iter().map(one));
        // an object ends with a quotation mark and a brace; inside a text the mark has a backslash
        let lines =
            checks.replacen('{', "{\n  ", 1).replace("\"},\"", "\"},\n  \"").replace("\"}}", "\"}\n}");
        let comment =
            self.comment.as_ref().map_or(String::new(), |text| format!("\"$comment\": {},\n", quote(text)));
        format!("{{{comment}\"checks\": {lines}}}\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_that_says_something_else_has_no_tick() {
        let mut checks = Checks::default();
        let tick =
            Tick { says: "a \"},\" b: 3".into(), by: "Li".into(), on: Date::parse("2026-11-30").unwrap() };
        checks.tick("a", tick.clone());
        checks.tick("b", Tick { says: "4".into(), ..tick.clone() });
        let again = Checks::read(&checks.text(), "checks.json").unwrap();
        assert_eq!(again, checks);
        assert_eq!(again.state("a", "a \"},\" b: 3"), State::Ticked(tick.clone()));
        assert_eq!(again.state("a", "a: 4"), State::Changed(tick));
        assert_eq!(again.state("c", ""), State::Open);
        assert!(Checks::read("{\"checks\": {\"a\": {}}}", "checks.json")
            .unwrap_err()
            .zh()
            .contains("checks.json"));
    }
}
