//! A story of one scene with a few figures, for tests of what is said of them.

use duoyuan::diagnostic::{Diagnostic, Severity};
use duoyuan::layout::{PlacedScene, Viewport};
use duoyuan::locale::Locale;
use duoyuan::model::Files;
use duoyuan::scene::lay_out;
use duoyuan::story::Story;
use duoyuan::text::metrics::BuiltIn;

/// A text of one word a language, then a figure's members, and so on: what differs from a story without any fault.
#[derive(Clone, Default)]
pub struct Tale {
    pub languages: Vec<Locale>,
    /// Members of `units`, `figures`, `lists`, `series`, each with its comma.
    pub units: String,
    pub figures: String,
    pub lists: String,
    pub series: String,
    /// Charts, one below the other.
    pub charts: Vec<String>,
    /// The sentence of each language.
    pub says: Vec<(Locale, String)>,
    pub files: Vec<(String, String)>,
}

impl Tale {
    pub fn new(languages: &[Locale]) -> Tale {
        Tale { languages: languages.to_vec(), ..Tale::default() }
    }

    /// A text with the same words in each language.
    pub fn text(&self, words: &str) -> String {
        let each = self.languages.iter().map(|l| format!("\"{}\": \"{words}\"", l.code()));
        format!("{{{}}}", each.collect::<Vec<_>>().join(", "))
    }

    pub fn unit(mut self, id: &str, members: &str) -> Tale {
        self.units += &format!("\"{id}\": {{{members}}},");
        self
    }

    /// A figure of 2023 with the members that the others lack.
    pub fn figure(mut self, id: &str, members: &str) -> Tale {
        let mut usual = String::new();
        if !members.contains("\"label\"") {
            usual += &format!("\"label\": {},", self.text(id));
        }
        if !members.contains("\"period\"") {
            let period = self.text("2023");
            usual += &format!("\"period\": {}, \"start\": \"2023\"}},", &period[..period.len() - 1]);
        }
        if members.contains("growth") && !members.contains("\"base\"") {
            usual += &format!("\"base\": {},", self.text("2022"));
        }
        self.figures += &format!("\"{id}\": {{{usual} \"source\": {{\"id\": \"s\"}}, {members}}},");
        self
    }

    /// A list with these items, each the same in every language; an open one goes on.
    pub fn list(mut self, id: &str, open: bool, items: &[&str]) -> Tale {
        let label = self.text(id);
        let items = items.iter().map(|item| self.text(item)).collect::<Vec<_>>().join(", ");
        self.lists += &format!(
            "\"{id}\": {{\"label\": {label}, \"open\": {open}, \"source\": {{\"id\": \"s\"}}, \"items\": [{items}]}},"
        );
        self
    }

    /// A series with the lines of its file, each a period and a value; of growth it is over the year before.
    pub fn series(self, id: &str, members: &str, rows: &str) -> Tale {
        let base = match members.contains("growth") && !members.contains("\"base\"") {
            true => format!(", \"base\": {}", self.text("the year before")),
            false => String::new(),
        };
        self.bare_series(id, &format!("{members}{base}"), rows)
    }

    /// The same with these members only.
    pub fn bare_series(mut self, id: &str, members: &str, rows: &str) -> Tale {
        let said = self.text(id);
        self.series += &format!(
            "\"{id}\": {{\"label\": {said}, \"definition\": {said}, \"scope\": {said}, \"file\": \"{id}.csv\", {members}}},"
        );
        let rows: String = rows.split_whitespace().map(|row| format!("{row},d,s\n")).collect();
        self.files.push((format!("{id}.csv"), format!("period,value,definition,source\n{rows}")));
        self
    }

    pub fn chart(mut self, chart: &str) -> Tale {
        self.charts.push(chart.replace("TEXT", &self.text("words")));
        self
    }

    pub fn says(mut self, locale: Locale, sentence: &str) -> Tale {
        self.says.push((locale, sentence.to_string()));
        self
    }

    pub fn story(&self) -> String {
        let words = self.text("words");
        let said = |locale: &Locale| {
            let own = self.says.iter().find(|(l, _)| l == locale).map_or("words", |(_, says)| says);
            format!("\"{}\": \"{own}\"", locale.code())
        };
        let says = self.languages.iter().map(said).collect::<Vec<_>>().join(", ");
        let languages =
            self.languages.iter().map(|l| format!("\"{}\"", l.code())).collect::<Vec<_>>().join(", ");
        let usual = vec![format!("{{\"type\": \"words\", \"title\": {words}, \"items\": []}}")];
        let charts = if self.charts.is_empty() { &usual } else { &self.charts };
        let rows = charts.iter().map(|c| format!("[{c}]")).collect::<Vec<_>>().join(",\n        ");
        let lists = match self.lists.trim_end_matches(',') {
            "" => String::new(),
            lists => format!("\n  \"lists\": {{{lists}}},"),
        };
        let inner = |members: &str| members.trim_end_matches(',').to_string();
        format!(
            r#"{{
  "format": 2, "languages": [{languages}], "id": "g", "version": "1",
  "title": {words}, "subtitle": {words}, "notice": {words}, "sources": "sources.json",
  "units": {{{}}},
  "figures": {{{}}},{lists}
  "series": {{{}}},
  "scenes": [{{"id": "one", "number": 1, "name": {words}, "accent": "hue-3", "title": {words}, "subtitle": {words},
      "narration": [{{{says}}}],
      "rows": [
        {rows}
      ]}}]
}}
"#,
            inner(&self.units),
            inner(&self.figures),
            inner(&self.series),
        )
    }

    pub fn files(&self) -> Files {
        let source = format!(
            r#"{{"sources": {{"s": {{"publisher": {}, "date": "2027-01-01", "confidence": "high", "family": "f", "kind": "article"}}}}}}"#,
            self.text("office")
        );
        let mut files = Files::new();
        files.insert("story.json".into(), self.story().into_bytes());
        files.insert("sources.json".into(), source.into_bytes());
        for (name, text) in &self.files {
            files.insert(name.clone(), text.clone().into_bytes());
        }
        files
    }

    /// The story, which has no error.
    pub fn load(&self) -> Story {
        match Story::load(&self.files()) {
            Ok((story, found)) => {
                let wrong = found.iter().find(|d| d.severity == duoyuan::diagnostic::Severity::Error);
                assert!(wrong.is_none(), "{found:#?}");
                story
            }
            Err(found) => panic!("{found:#?}\n{}", self.story()),
        }
    }

    /// What is told of it.
    pub fn problems(&self) -> Vec<Diagnostic> {
        super::problems_of(Story::load(&self.files()))
    }

    /// The first diagnostic of a code.
    pub fn problem(&self, code: &str) -> Diagnostic {
        let all = self.problems();
        all.iter().find(|d| d.code == code).cloned().unwrap_or_else(|| panic!("no {code} in {all:#?}"))
    }

    /// What a figure is printed as.
    pub fn display(&self, id: &str, locale: Locale) -> String {
        let story = self.load();
        story.figure(story.find_figure(id).unwrap()).display(locale)
    }

    pub fn picture(&self, width: f64, locale: Locale) -> PlacedScene {
        lay_out(&self.load(), 0, Viewport::new(width), locale, &BuiltIn)
    }
}

/// The codes that a story is told, with their severity.
pub fn codes(tale: &Tale) -> Vec<(&'static str, Severity)> {
    tale.problems().iter().map(|d| (d.code, d.severity)).collect()
}

/// Returns the first diagnostic of a code, whose help has these words in both languages.
pub fn told(tale: &Tale, code: &str, zh: &str, en: &str) -> Diagnostic {
    let found = tale.problem(code);
    assert!(found.help.zh().contains(zh) && found.help.en().contains(en), "{found:#?}");
    found
}

/// The member that gives a figure a name in both languages.
pub fn called(zh: &str, en: &str) -> String {
    format!(", \"label\": {{\"zh\": \"{zh}\", \"en\": \"{en}\"}}")
}
