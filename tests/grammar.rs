//! Every kind of statement in every form: no mark of a floor has a closed end, no goal is filled, no class is a bar; label,
//! spoken name, table, CSV and JSON-LD give the same bound and unit. What a form cannot show it refuses with a reason.
//! Seen to fail: with the open end of bars left out; with `at_least` written as `more_than` in the table.

use crate::support;
use duoyuan::chart::Chart;
use duoyuan::describe;
use duoyuan::describe::json_ld;
use duoyuan::layout::mark::{Fill, Mark, Paint, Shape};
use duoyuan::layout::{PlacedScene, Viewport};
use duoyuan::locale::Locale;
use duoyuan::model::record::bound_words;
use duoyuan::model::Files;
use duoyuan::scene::lay_out;
use duoyuan::story::Story;
use duoyuan::text::metrics::BuiltIn;

const SOURCES: &str = r#"{"sources": {"s": {"publisher": {"zh": "统计局", "en": "Statistics office"}, "date": "2021",
  "confidence": "high", "family": "f", "kind": "article"}}}"#;

/// (qualifier, printed word, kind, what Chinese and English write for 42 with the unit).
const STATEMENTS: [(&str, &str, &str, &str, &str); 10] = [
    ("exact", "", "K", "42U", "42V"),
    ("more_than", "超", "K", "超42U", "more than 42V"),
    ("more_than", "余", "K", "42余U", "42+V"),
    ("at_least", "以上", "K", "42U以上", "42V or more"),
    ("up_to", "以下", "K", "42U以下", "up to 42V"),
    ("less_than", "不足", "K", "不足42U", "less than 42V"),
    ("about", "约", "K", "约42U", "about 42V"),
    ("open_list", "等", "K", "42U等", "42V and others"),
    ("exact", "", "target", "42U", "42V"),
    ("class", "级", "class", "四十级", "class of forty"),
];

const FORMS: [(&str, &str); 11] = [
    ("waffle", r#"{"type": "waffle", "figure": "x", "cell_note": T}"#),
    ("bars", r#"{"type": "bars", "items": [{"figure": "x"}]}"#),
    ("unit-field", r#"{"type": "unit-field", "fields": [{"figure": "x", "per": 1}], "scale_note": T}"#),
    // the second field is at another scale, on a strip of its own
    (
        "unit-field",
        r#"{"type": "unit-field", "fields": [{"figure": "e", "per": 1}, {"figure": "x", "per": 2}], "scale_note": T}"#,
    ),
    (
        "block-stack",
        r#"{"type": "block-stack", "figure": "x", "columns": 10, "block_note": T, "window_note": T}"#,
    ),
    ("rate-rings", r#"{"type": "rate-rings", "items": [{"figure": "x"}]}"#),
    ("stacks", r#"{"type": "stacks", "title": T, "figures": ["x"]}"#),
    ("callouts", r#"{"type": "callouts", "items": [{"figure": "x"}]}"#),
    ("words", r#"{"type": "words", "title": T, "items": [{"figure": "x"}]}"#),
    ("goal-cells", r#"{"type": "goal-cells", "figure": "x", "class": "c", "label": T}"#),
    ("clock", r#"{"type": "clock", "figure": "x", "title": T}"#),
];

/// What the file says of a statement: measure, status, form and bound.
fn said(qualifier: &str, kind: &str, share: bool) -> String {
    let (measure, status) = match kind {
        "target" | "class" => {
            (if share { "share" } else { "level" }, if kind == "target" { kind } else { "final" })
        }
        measure => (measure, "final"),
    };
    let (form, bound) = match qualifier {
        "class" | "open_list" => (qualifier, "exact"),
        bound => ("amount", bound),
    };
    format!(r#""measure": "{measure}", "status": "{status}", "form": "{form}", "bound": "{bound}""#)
}

fn story(statement: usize, form: usize) -> (Story, String) {
    let (qualifier, printed, kind, _, _) = STATEMENTS[statement];
    let (name, chart) = FORMS[form];
    let share = matches!(name, "waffle" | "rate-rings");
    let kind = if kind == "K" {
        if share {
            "share"
        } else {
            "count"
        }
    } else {
        kind
    };
    let unit = if share { "percent" } else { "items" };
    let whole = if share {
        r#""denominator": {"id": "w", "zh": "整体", "en": "whole"}, "part_of": "w","#
    } else {
        ""
    };
    let label = r#"{"zh": "某项", "en": "Something"}"#;
    let said = said(qualifier, kind, share);
    let class_name =
        if kind == "class" { r#""name": {"zh": "四十级", "en": "class of forty"},"# } else { "" };
    let printed = if printed.is_empty() { String::new() } else { format!(r#""printed": "{printed}","#) };
    let figure = format!(
        r#"{{"label": {label}, "value": 42, "unit": "{unit}", {said}, {printed} {whole} {class_name}
        "period": {{"zh": "某年", "en": "some year"}}, "source": {{"id": "s"}}}}"#
    );
    let class = format!(
        r#"{{"label": {label}, "value": 40, "unit": "items", "measure": "level", "form": "class", "printed": "级",
        "name": {{"zh": "四十级", "en": "class of forty"}}, "period": {{"zh": "某年", "en": "some year"}}, "source": {{"id": "s"}}}}"#
    );
    let plain = format!(
        r#"{{"label": {label}, "value": 40, "unit": "items", "measure": "count",
        "period": {{"zh": "某年", "en": "some year"}}, "source": {{"id": "s"}}}}"#
    );
    let chart = chart.replace('T', label);
    let text = format!(
        r#"{{"format": 2, "id": "g", "version": "1", "title": {label}, "subtitle": {label}, "notice": {label}, "sources": "sources.json",
        "figures": {{"x": {figure}, "c": {class}, "e": {plain}}},
        "scenes": [{{"id": "one", "number": 0, "name": {label}, "accent": "slate", "title": {label}, "subtitle": {label}, "narration": [{label}],
        "rows": [[{chart}]]}}]}}"#
    );
    let mut files = Files::new();
    files.insert("story.json".into(), text.clone().into_bytes());
    files.insert("sources.json".into(), SOURCES.as_bytes().to_vec());
    match Story::load(&files) {
        Ok((story, _)) => (story, format!("{qualifier} {kind} as {name}")),
        Err(diagnostics) => panic!("{qualifier} {kind} as {name}: {diagnostics:#?}\n{text}"),
    }
}

fn is_hatched(mark: &&Mark) -> bool {
    matches!(mark.fill, Fill::Hatch(_))
}

/// The datum's own marks that are neither text nor in the reading key.
fn own<'a>(placed: &'a PlacedScene, key: &str) -> Vec<&'a Mark> {
    let datum = placed.data.iter().position(|d| d.key == key).map(|i| i as u32);
    placed
        .marks
        .iter()
        .filter(|m| m.datum == datum && datum.is_some() && !matches!(m.shape, Shape::Text(_)))
        .collect()
}

#[test]
fn every_statement_in_every_form() {
    let (mut drawn, mut refused) = (0, 0);
    for (s, (qualifier, _, kind, zh, en)) in STATEMENTS.into_iter().enumerate() {
        for (f, (form, _)) in FORMS.into_iter().enumerate() {
            let (story, say) = story(s, f);
            let scene = &story.scenes()[0];
            let ix = story.find_figure("x").unwrap();
            let figure = story.figure(ix);
            let percent = figure.unit().is_percent();
            for (locale, wanted) in [
                (Locale::Zh, zh.replace('U', if percent { "%" } else { "项" })),
                (Locale::En, en.replace('V', if percent { "%" } else { " items" })),
            ] {
                // English sets "or more" before a counted noun
                let wanted = wanted.replace("42 items or more", "42 or more items");
                assert_eq!(figure.display(locale), wanted, "{say}");
                assert!(story.statement(ix, locale).contains(&wanted), "{say}");
                let table = describe::table(&story, scene, locale);
                let row = &table.rows.iter().find(|(id, _)| id == "x").unwrap().1;
                let flat = |t: &str| t.replace(' ', "");
                // the unit has a column of its own; the bound stays with its number
                let unit = if percent { "%" } else { support::pick(locale, "项", "items") };
                assert!(
                    row[2] == unit || ["class", "missing"].contains(&qualifier) && row[2].is_empty(),
                    "{say}"
                );
                assert_eq!(flat(&row[1]), flat(&wanted.replacen(unit, "", 1)), "{say}");
                assert!(row[3].starts_with(bound_words(figure, locale)), "{say}: {row:?}");
                // what the bound means, in words that keep strict and inclusive apart
                let meaning = match (qualifier, locale) {
                    ("more_than", Locale::Zh) => "多于此数，不含本数",
                    ("at_least", Locale::Zh) => "此数或更多，含本数",
                    ("up_to", Locale::Zh) => "此数或更少，含本数",
                    ("less_than", Locale::Zh) => "少于此数，不含本数",
                    ("more_than", Locale::En) => "more than this",
                    ("at_least", Locale::En) => "this or more",
                    ("up_to", Locale::En) => "this or less",
                    ("less_than", Locale::En) => "less than this",
                    _ => bound_words(figure, locale),
                };
                assert!(row[3].starts_with(meaning), "{say}: {row:?}");
                let csv = describe::csv(&table);
                assert!(csv.contains(bound_words(figure, locale)) || csv.contains("or more"), "{say}");
                let ld = json_ld::write(&story, scene, locale);
                let entry = &ld[ld.find("\"propertyID\":\"x\"").unwrap()..];
                let entry = &entry[..entry.find('}').unwrap()];
                let has = |name: &str| entry.contains(&format!("\"{name}\":42"));
                let (value, min, max) = (has("value"), has("minValue"), has("maxValue"));
                let expected = match qualifier {
                    "more_than" | "at_least" | "open_list" => (false, true, false),
                    "up_to" | "less_than" => (false, false, true),
                    "class" => (false, false, false),
                    _ => (true, false, false),
                };
                assert_eq!((value, min, max), expected, "{say}: {entry}");

                for width in [280.0, 720.0] {
                    let placed = lay_out(&story, 0, Viewport::new(width), locale, &BuiltIn);
                    if matches!(scene.rows[0][0].chart, Chart::Refused(_)) {
                        refused += 1;
                        continue;
                    }
                    drawn += 1;
                    let marks = own(&placed, "x");
                    let hatched = marks.iter().copied().filter(is_hatched).count();
                    let arrows = marks.iter().filter(|m| m.id.part.name.starts_with("arrow")).count();
                    let ticks = marks.iter().filter(|m| m.id.part.name.starts_with("tick")).count();
                    let solid = marks
                        .iter()
                        .filter(|m| matches!(m.fill, Fill::Solid(_)) && !m.id.part.name.starts_with("bullet"))
                        .count();
                    let open_form = !matches!(form, "words" | "callouts" | "clock");
                    if open_form && matches!(qualifier, "more_than" | "at_least") {
                        assert!(hatched > 0, "{say}: a floor without an open end");
                        if form != "rate-rings" && form != "block-stack" && form != "stacks" {
                            assert!(arrows > 0, "{say}: a floor without its arrow");
                            assert_eq!(
                                ticks > 0,
                                qualifier == "at_least",
                                "{say}: strict and inclusive look alike"
                            );
                        }
                    }
                    if qualifier == "exact" && kind == "K" && open_form {
                        assert_eq!(hatched, 0, "{say}: an exact number with an open end");
                    }
                    if kind == "target" {
                        assert_eq!(solid, 0, "{say}: a goal is filled");
                    }
                    let texts: String = placed
                        .marks
                        .iter()
                        .filter_map(|m| match &m.shape {
                            Shape::Text(run) => Some(run.text.to_string()),
                            _ => None,
                        })
                        .collect();
                    let phrase = figure.phrase(locale);
                    for part in [&phrase.before, &phrase.digits, &phrase.between, &phrase.after] {
                        assert!(
                            flat(&texts).contains(&flat(part)),
                            "{say}: {part:?} is not drawn in {texts}"
                        );
                    }
                }
            }
        }
    }
    assert!(drawn > 150 && refused > 60, "{drawn} drawn, {refused} refused");
}

/// A point of a series is drawn as what it says: solid, soft, or with an open arrow; inclusive bounds have their tick.
#[test]
fn every_statement_as_a_point_of_a_series() {
    let text = r#"{"zh": "某项", "en": "Something"}"#;
    for (qualifier, printed, soft, arrow, tick) in [
        ("", "", false, 0.0, false),
        ("more_than", "超", false, -1.0, false),
        ("at_least", "以上", false, -1.0, true),
        ("up_to", "以下", false, 1.0, true),
        ("less_than", "不足", false, 1.0, false),
        ("about", "约", true, 0.0, false),
    ] {
        let story = format!(
            r#"{{"format": 2, "id": "g", "version": "1", "title": {text}, "subtitle": {text}, "notice": {text}, "sources": "sources.json",
            "figures": {{}}, "series": {{"x": {{"label": {text}, "unit": "items", "measure": "level", "definition": {text}, "scope": {text}, "file": "x.csv"}}}},
            "scenes": [{{"id": "one", "number": 0, "name": {text}, "accent": "oil", "title": {text}, "subtitle": {text}, "narration": [{text}],
            "rows": [[{{"type": "dot-line", "series": "x", "rail": true}}]]}}]}}"#
        );
        let csv = format!("period,value,bound,printed,definition,source\n2001,42,{qualifier},{printed},d,s\n2004,80,,,d,s\n2005,81,,,d,s\n");
        let mut files = Files::new();
        files.insert("story.json".into(), story.into_bytes());
        files.insert("sources.json".into(), SOURCES.as_bytes().to_vec());
        files.insert("x.csv".into(), csv.into_bytes());
        let (story, _) = Story::load(&files).unwrap_or_else(|p| panic!("{qualifier}: {p:#?}"));
        let placed = lay_out(&story, 0, Viewport::new(480.0), Locale::Zh, &BuiltIn);
        let marks = own(&placed, "x@2001");
        let shaft = marks
            .iter()
            .find(|m| m.id.part.name.starts_with("arrow") && !m.id.part.name.starts_with("arrowhead"));
        let way = match shaft.map(|m| &m.shape) {
            Some(Shape::Path { points, .. }) => (points[1].y - points[0].y).signum(),
            _ => 0.0,
        };
        assert_eq!(way, arrow, "{qualifier}: the arrow");
        assert_eq!(marks.iter().any(|m| m.id.part.name.starts_with("tick")), tick, "{qualifier}: the tick");
        assert_eq!(marks.iter().any(|m| matches!(m.fill, Fill::Soft(_))), soft, "{qualifier}: the soft edge");
        // 2001 to 2004 is a gap, 2004 to 2005 is a line; the two empty years are one strip without a fill
        let named =
            |part: &str| placed.marks.iter().filter(|m| m.id.to_string().contains(part)).collect::<Vec<_>>();
        assert_eq!(named("/line").len(), 1, "{qualifier}: only neighbours are joined");
        assert_eq!(
            named("/gap").iter().filter(|m| m.fill == Fill::None && m.datum.is_some()).count(),
            1,
            "{qualifier}: the empty years"
        );
    }
}

/// An open list ends in a hollow node wherever lists are drawn; a closed one does not.
#[test]
fn open_lists_end_in_a_hollow_node() {
    let text = r#"{"zh": "某项", "en": "Something"}"#;
    for open in [true, false] {
        for chart in [
            r#"{"type": "plaques", "list": "l"}"#,
            r#"{"type": "hub", "core": "x", "core_label": T, "core_small": T, "list": "l"}"#,
            r#"{"type": "words", "title": T, "items": [{"list": "l"}]}"#,
        ] {
            let printed = if open { r#""printed": "等","# } else { "" };
            let story = format!(
                r#"{{"format": 2, "id": "g", "version": "1", "title": {text}, "subtitle": {text}, "notice": {text}, "sources": "sources.json",
                "figures": {{"x": {{"label": {text}, "value": 1, "unit": "items", "measure": "count", "period": {text}, "source": {{"id": "s"}}}}}},
                "lists": {{"l": {{"label": {text}, "open": {open}, {printed} "source": {{"id": "s"}}, "items": [{text}, {text}, {text}]}}}},
                "scenes": [{{"id": "one", "number": 0, "name": {text}, "accent": "oil", "title": {text}, "subtitle": {text}, "narration": [{text}],
                "rows": [[{}]]}}]}}"#,
                chart.replace('T', text)
            );
            let mut files = Files::new();
            files.insert("story.json".into(), story.into_bytes());
            files.insert("sources.json".into(), SOURCES.as_bytes().to_vec());
            let (story, _) = Story::load(&files).unwrap_or_else(|p| panic!("{chart}: {p:#?}"));
            for width in [280.0, 720.0] {
                let placed = lay_out(&story, 0, Viewport::new(width), Locale::Zh, &BuiltIn);
                let hollow = placed.marks.iter().any(|m| {
                    let node = m.id.part.name.starts_with("open") || m.id.part.name.starts_with("node");
                    let surface = Fill::Solid(Paint::new(duoyuan::theme::Role::Surface));
                    node && m.stroke.is_some() && (m.fill == Fill::None || m.fill == surface)
                });
                assert_eq!(hollow, open, "{chart} at {width}");
                let says =
                    placed.marks.iter().any(|m| matches!(&m.shape, Shape::Text(run) if &*run.text == "等"));
                assert_eq!(says, open, "{chart} at {width}");
            }
        }
    }
}
