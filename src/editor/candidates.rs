//! The charts that could be made of chosen statements, each as a story's file would have it.
//!
//! In: the statements. Out: for each chart its JSON, or why it is not made of statements of these kinds or of so many.
//!
//! **Invariant**: only the shape is judged here; whether a chart takes what the statements say is for the rules.

use crate::diagnostic::Both;
use crate::editor::scale::dots_of;
use crate::locale::{Locale, Text};
use crate::model::figure::Figure;
use crate::model::{List, Series};
use crate::statement::{Measure, Precision};
use serde_json::{json, Map, Value};

/// What is to be drawn.
#[derive(Default)]
pub struct Chosen<'s> {
    pub figures: Vec<&'s Figure>,
    pub series: Vec<&'s Series>,
    pub lists: Vec<&'s List>,
}

/// A chart's JSON, or why there can be none.
pub type Made = Result<Value, Both>;

impl Chosen<'_> {
    /// Returns each chart's name and what it would be, those that compare amounts first.
    pub fn charts(&self) -> Vec<(&'static str, Made)> {
        let mut all: Vec<(&'static str, Made)> = vec![
            ("bars", self.of_figures("items")),
            ("unit-field", self.unit_field()),
            ("waffle", self.of_one("cell_note", label)),
            ("columns", self.of_one_series()),
            ("dot-line", self.of_one_series()),
            ("lines", self.lines()),
            ("small-multiples", self.small_multiples()),
            ("grouped-bars", self.grouped_bars()),
            ("diverging-bars", self.of_figures("items")),
            ("stacked-parts", self.of_figures("items")),
            ("ranges", self.of_figures("items")),
            ("slope", self.slope()),
            ("index-pair", self.index_pair()),
            ("rate-rings", self.of_figures("items")),
            ("area-squares", self.of_figures("items")),
            ("block-stack", self.of_one("block_note", label)),
            ("stacks", self.stacks()),
            ("clock", self.of_one("title", label)),
            ("timeline", self.timeline()),
            ("tank", self.of_one_series()),
            ("plaques", self.of_one_list()),
            ("outlines", self.of_one_list()),
            ("word-ring", self.word_ring()),
            ("word-wheel", self.word_ring()),
            ("icon-rows", self.icon_rows()),
            ("table", self.of_figures("items")),
            ("callouts", self.of_figures("items")),
            ("words", self.words()),
        ];
        for (name, made) in &mut all {
            if let Ok(chart) = made {
                chart["type"] = json!(name);
            }
        }
        all
    }

    fn only_figures(&self) -> Result<&[&Figure], Both> {
        match (self.figures.is_empty(), self.series.is_empty() && self.lists.is_empty()) {
            (false, true) => Ok(&self.figures),
            _ => {
                Err(Both::new("只画单个的数，不画序列和名单", "draws single numbers, no series and no lists"))
            }
        }
    }

    fn only_figure(&self) -> Result<&Figure, Both> {
        match self.only_figures()? {
            [one] => Ok(one),
            _ => Err(Both::new("一次只画一个数", "draws one number at a time")),
        }
    }

    fn only_series(&self) -> Result<&[&Series], Both> {
        match (self.series.is_empty(), self.figures.is_empty() && self.lists.is_empty()) {
            (false, true) => Ok(&self.series),
            _ => Err(Both::new("只画数表里的序列", "draws series from tables only")),
        }
    }

    fn only_list(&self) -> Result<&List, Both> {
        match (self.lists.as_slice(), self.figures.is_empty() && self.series.is_empty()) {
            ([one], true) => Ok(one),
            _ => Err(Both::new("只画一份名单", "draws one list of names")),
        }
    }

    /// `{"items": [{"figure": "a"}, …]}`.
    fn of_figures(&self, member: &str) -> Made {
        let items: Vec<Value> =
            self.only_figures()?.iter().map(|figure| json!({"figure": figure.id()})).collect();
        Ok(json!({member: items}))
    }

    fn timeline(&self) -> Made {
        match self.only_figures()?.iter().all(|figure| figure.measure() == Measure::Date) {
            true => self.of_figures("events"),
            false => Err(Both::new("只画日期", "draws dates only")),
        }
    }

    /// One figure, with a text that the chart must have.
    fn of_one(&self, text: &str, say: fn(&Figure) -> Value) -> Made {
        let figure = self.only_figure()?;
        let mut chart = json!({"figure": figure.id(), text: say(figure)});
        if text == "block_note" {
            chart["window_note"] = period(figure);
        }
        Ok(chart)
    }

    fn of_one_series(&self) -> Made {
        match self.only_series()? {
            [one] => Ok(json!({"series": one.id})),
            _ => Err(Both::new("一次只画一个序列", "draws one series at a time")),
        }
    }

    fn of_one_list(&self) -> Made {
        Ok(json!({"list": self.only_list()?.id}))
    }

    fn lines(&self) -> Made {
        let items: Vec<Value> =
            self.only_series()?.iter().map(|series| json!({"series": series.id})).collect();
        Ok(json!({"items": items}))
    }

    fn small_multiples(&self) -> Made {
        match self.only_series()? {
            [_] => Err(Both::new("要两个序列或更多", "needs two series or more")),
            _ => self.lines(),
        }
    }

    /// A field for each figure; figures of one unit share a scale where each has a dot of it.
    fn unit_field(&self) -> Made {
        let figures = self.only_figures()?;
        let of_unit = |figure: &Figure| {
            let alike = figures.iter().filter(|other| other.unit() == figure.unit());
            dots_of(&alike.map(|other| other.amount().abs()).collect::<Vec<f64>>())
        };
        let field = |figure: &&Figure| {
            let shared = of_unit(figure);
            // less than a dot of the others has a scale of its own, which the picture says
            let own = if figure.amount().abs() < shared { dots_of(&[figure.amount().abs()]) } else { shared };
            json!({"figure": figure.id(), "per": own})
        };
        let fields: Vec<Value> = figures.iter().map(field).collect();
        let period = figures.first().map_or(Value::Null, |figure| period(figure));
        Ok(json!({"fields": fields, "scale_note": period}))
    }

    /// The earlier and the later of two numbers of one thing.
    fn two(&self) -> Result<[&Figure; 2], Both> {
        let [a, b] = self.only_figures()? else {
            return Err(Both::new("要两个数，一前一后", "needs two numbers, an earlier and a later one"));
        };
        if a.label() != b.label() {
            return Err(Both::new(
                "要同一件事的两个数：名称须相同",
                "needs two numbers of one thing, under the same name",
            ));
        }
        match (&a.period().start, &b.period().start) {
            (Some(first), Some(second)) if first > second => Ok([b, a]),
            (Some(first), Some(second)) if first < second => Ok([a, b]),
            _ => Err(Both::new(
                "要写明一前一后两个期间",
                "needs two numbers whose periods say which is earlier",
            )),
        }
    }

    fn grouped_bars(&self) -> Made {
        let [first, second] = self.two()?;
        let item = json!({"first": first.id(), "second": second.id(), "label": label(first)});
        let [mut earlier, mut later] = [period(first), period(second)];
        // a name with a number in it, such as that of a plan, may not be typed in a picture
        let years = |figure: &Figure| figure.period().precision() == Precision::Year;
        if !years(first) || !years(second) {
            let each = |say: fn(Locale) -> &'static str| {
                let languages: Vec<Locale> = first.label().iter().map(|(locale, _)| locale).collect();
                text(&Text::each(&languages, |locale| say(locale).to_string()))
            };
            earlier = each(|locale| match locale {
                Locale::Zh => "先",
                Locale::En => "Earlier",
                Locale::Ru => "Раньше",
            });
            later = each(|locale| match locale {
                Locale::Zh => "后",
                Locale::En => "Later",
                Locale::Ru => "Позже",
            });
        }
        Ok(json!({"first": earlier, "second": later, "items": [item]}))
    }

    fn slope(&self) -> Made {
        let [from, to] = self.two()?;
        Ok(json!({"items": [{"from": from.id(), "to": to.id()}]}))
    }

    fn index_pair(&self) -> Made {
        let figure = self.only_figure()?;
        let base = figure.base().map_or_else(|| period(figure), text);
        Ok(json!({"figure": figure.id(), "base_label": base, "now_label": period(figure)}))
    }

    fn stacks(&self) -> Made {
        let figures = self.only_figures()?;
        let ids: Vec<&str> = figures.iter().map(|figure| figure.id()).collect();
        let title = figures.first().map_or(Value::Null, |figure| label(figure));
        Ok(json!({"title": title, "figures": ids}))
    }

    fn word_ring(&self) -> Made {
        let list = self.only_list()?;
        Ok(json!({"list": list.id, "center": text(&list.label)}))
    }

    fn icon_rows(&self) -> Made {
        if !self.series.is_empty() || self.figures.is_empty() && self.lists.is_empty() {
            return Err(Both::new("只画单个的数和名单", "draws single numbers and lists"));
        }
        let figures = self.figures.iter().map(|figure| {
            let icon = if figure.unit().id == "people" { "user" } else { "chart-bar" };
            json!({"icon": icon, "title": label(figure), "figure": figure.id()})
        });
        let lists = self
            .lists
            .iter()
            .map(|list| json!({"icon": "news", "title": text(&list.label), "list": list.id}));
        Ok(json!({"rows": figures.chain(lists).collect::<Vec<_>>()}))
    }

    fn words(&self) -> Made {
        if !self.series.is_empty() || self.figures.is_empty() && self.lists.is_empty() {
            return Err(Both::new("只写单个的数和名单", "says single numbers and lists"));
        }
        let figures = self.figures.iter().map(|figure| json!({"figure": figure.id()}));
        let lists = self.lists.iter().map(|list| json!({"list": list.id}));
        let first = self.figures.first().map(|figure| label(figure));
        let title = first.or_else(|| self.lists.first().map(|list| text(&list.label)));
        Ok(json!({"title": title, "items": figures.chain(lists).collect::<Vec<_>>()}))
    }
}

/// A text as the file has it: words by language.
pub fn text(words: &Text) -> Value {
    let members: Map<String, Value> =
        words.iter().map(|(locale, words)| (locale.code().to_string(), json!(words))).collect();
    Value::Object(members)
}

fn label(figure: &Figure) -> Value {
    text(figure.label())
}

fn period(figure: &Figure) -> Value {
    text(&figure.period().text)
}
