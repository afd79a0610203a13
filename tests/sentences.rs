//! A sentence and the figure that it quotes agree: up or down is said correctly, and only once.

use crate::support::tale::Tale;
use crate::support::{karamay_files, problems_of};
use duoyuan::diagnostic::Severity;
use duoyuan::locale::Locale;
use duoyuan::story::Story;

const FALL: &str = "\"value\": -5, \"unit\": \"percent\", \"measure\": \"growth\"";
const FLOOR: &str =
    "\"value\": -33.3, \"unit\": \"percent\", \"measure\": \"growth\", \"bound\": \"more_than\", \"printed\": \"over\"";
const RISE: &str = "\"value\": 5, \"unit\": \"percent\", \"measure\": \"growth\"";

fn tale(locale: Locale, sentence: &str) -> Tale {
    let tale = Tale::new(&[locale]).figure("x", FALL).figure("y", RISE).figure("z", FLOOR);
    tale.chart("{\"type\": \"callouts\", \"items\": [{\"figure\": \"x\"}]}").says(locale, sentence)
}

/// Where a sentence already says that something fell, the number is printed without its minus sign; one edit corrects it.
#[test]
fn a_fall_is_said_once() {
    for (locale, sentence) in [
        (Locale::En, "Output fell by {x} in a year."),
        (Locale::En, "It was down {z}."),
        (Locale::En, "A {x} decline."),
        (Locale::Zh, "产量同比下降{x}。"),
        (Locale::Zh, "减少了{z}。"),
        (Locale::Ru, "Выпуск снизился на {x}."),
    ] {
        let found = tale(locale, sentence).problem("direction-word");
        assert_eq!(found.severity, Severity::Error);
        assert!(found.help.en().contains(".size}") && found.help.zh().contains(".size}"), "{found:?}");
        let edit = found.edit.as_ref().unwrap_or_else(|| panic!("{sentence}: no edit"));
        assert!(edit.text == "{x.size}" || edit.text == "{z.size}", "{edit:?}");
        let mended = sentence.replace("{x}", "{x.size}").replace("{z}", "{z.size}");
        assert!(
            tale(locale, &mended).problems().is_empty(),
            "{mended}: {:#?}",
            tale(locale, &mended).problems()
        );
    }
}

#[test]
fn no_sentence_goes_another_way_than_its_figure() {
    for (locale, sentence) in [
        (Locale::En, "Output rose by {x}."),
        (Locale::En, "Output rose by {x.size}."),
        (Locale::En, "Output fell by {y}."),
        (Locale::En, "An {x.size} increase."),
        (Locale::Zh, "增长{x}。"),
        (Locale::Zh, "下降{y}。"),
        (Locale::Ru, "Выпуск вырос на {x}."),
    ] {
        let found = tale(locale, sentence).problem("direction-word");
        assert!(found.edit.is_none(), "no edit can know which of the two is wrong: {found:?}");
        assert!(found.message.en().contains("different ways"), "{found:?}");
    }
    for (locale, sentence) in [
        (Locale::En, "Output rose by {y} after it fell by {x.size}."),
        (Locale::En, "The growth rate, {x}, is a record."),
        (Locale::En, "The rate went from {y} to {x}."),
        (Locale::Zh, "增速为{x}。"),
        (Locale::Ru, "Темп: {x}."),
    ] {
        assert!(tale(locale, sentence).problems().is_empty(), "{sentence}");
    }
}

#[test]
fn years_that_contradict_each_other_are_told() {
    let code = |members: &str| {
        let tale = Tale::new(&[Locale::En]).figure("x", members);
        let tale = tale.chart("{\"type\": \"callouts\", \"items\": [{\"figure\": \"x\"}]}");
        tale.problems().iter().map(|d| d.code).collect::<Vec<_>>()
    };
    let level = "\"value\": 5, \"unit\": \"people\", \"measure\": \"level\"";
    let growth = "\"value\": 5, \"unit\": \"percent\", \"measure\": \"growth\"";
    let of = |members: &str, words: &str, start: &str| {
        code(&format!("{members}, \"period\": {{\"en\": \"{words}\", \"start\": \"{start}\"}}"))
    };
    // the source is of 1 January 2027
    assert_eq!(of(level, "2028", "2028"), ["target-as-result"]);
    assert_eq!(of(level, "June 2027", "2027-06"), ["target-as-result"]);
    assert_eq!(of(&format!("{level}, \"status\": \"estimated\""), "2028", "2028"), ["target-as-result"]);
    assert_eq!(code("\"value\": \"2035\", \"measure\": \"date\""), ["target-as-result"]);
    assert_eq!(of(level, "2027", "2027"), [""; 0]);
    assert_eq!(of(level, "December 2026", "2026-12"), [""; 0]);
    assert_eq!(of(level, "2021", "2023"), ["bad-period"]);
    assert_eq!(of(level, "2022/23", "2023"), [""; 0]);
    assert_eq!(of(level, "the plan period", "2023"), [""; 0]);
    assert_eq!(of(&format!("{growth}, \"base\": {{\"en\": \"2024\"}}"), "2023", "2023"), ["bad-period"]);
    assert_eq!(of(&format!("{growth}, \"base\": {{\"en\": \"2022\"}}"), "2023", "2023"), [""; 0]);
}

/// Periods are compared by their days: one has its name, the other its months.
#[test]
fn a_half_year_is_its_months() {
    let codes = |words: &str, start: &str, end: &str| {
        let growth = |words: &str, start: &str, end: &str| {
            format!(
                "\"value\": 5, \"unit\": \"percent\", \"measure\": \"growth\", \"base\": {{\"zh\": \"上年同期\"}}, \
                 \"period\": {{\"zh\": \"{words}\", \"start\": \"{start}\", \"end\": \"{end}\"}}"
            )
        };
        let tale = Tale::new(&[Locale::Zh]).figure("x", &growth("2023年上半年", "2023-01", "2023-06"));
        let tale = tale.figure("y", &growth(words, start, end));
        let bars = "{\"type\": \"diverging-bars\", \"items\": [{\"figure\": \"x\"}, {\"figure\": \"y\"}]}";
        tale.chart(bars).problems().iter().map(|d| d.code).collect::<Vec<_>>()
    };
    assert!(!codes("2023年1月至2023年6月", "2023-01", "2023-06").contains(&"series-break"));
    assert!(!codes("2023年一、二季度", "2023Q1", "2023Q2").contains(&"series-break"));
    assert!(codes("2023年1月至2023年5月", "2023-01", "2023-05").contains(&"series-break"));
}

/// 近 is below the number or about it, 逾 is more of a fall and not less.
#[test]
fn a_printed_word_is_told_where_it_is_not_the_bound() {
    let codes = |value: &str, bound: &str, printed: &str| {
        let members = format!(
            "\"value\": {value}, \"unit\": \"percent\", \"measure\": \"growth\", \"bound\": \"{bound}\", \
             \"printed\": \"{printed}\""
        );
        let tale = Tale::new(&[Locale::Zh]).figure("x", &members);
        let tale = tale.chart("{\"type\": \"callouts\", \"items\": [{\"figure\": \"x\"}]}");
        tale.problems().iter().map(|d| d.code).collect::<Vec<_>>()
    };
    for (value, bound, printed, is_told) in [
        ("10", "nearly", "近", false),
        ("10", "about", "近", false),
        ("10", "nearly", "约", true),
        ("-10", "more_than", "逾", false),
        ("-10", "less_than", "逾", true),
        ("-10", "less_than", "超", true),
        ("-10", "more_than", "逾一成", false),
        ("-10", "less_than", "逾一成", true),
    ] {
        let found = codes(value, bound, printed).contains(&"qualifier-word");
        assert_eq!(found, is_told, "{value} {bound} {printed}");
    }
}

const FLOORED: &str =
    "\"value\": 300, \"unit\": \"people\", \"measure\": \"level\", \"bound\": \"more_than\"";
const EXACT: &str = "\"value\": 300, \"unit\": \"people\", \"measure\": \"level\"";

/// A story with a floor `m`, an exact `n` and a fall `x`, and this sentence.
fn bounded(locale: Locale, sentence: &str) -> Tale {
    let word = match locale {
        Locale::Zh => "超",
        Locale::En => "more than",
        Locale::Ru => "более",
    };
    let tale = Tale::new(&[locale]).figure("m", &format!("{FLOORED}, \"printed\": \"{word}\""));
    let tale = tale.figure("n", EXACT).figure("x", FALL);
    tale.chart("{\"type\": \"callouts\", \"items\": [{\"figure\": \"m\"}, {\"figure\": \"n\"}, {\"figure\": \"x\"}]}")
        .says(locale, sentence)
}

/// The reference prints its bound; another word beside it contradicts it or says it twice.
#[test]
fn a_sentence_says_no_bound_beside_one_that_is_printed() {
    for (locale, sentence) in [
        (Locale::En, "Exactly {m} came."),
        (Locale::En, "Fewer than {m} came."),
        (Locale::En, "No more than {m} came."),
        (Locale::En, "More than {m} came."),
        (Locale::En, "About {m} came."),
        (Locale::En, "Of all, {m} or fewer came."),
        (Locale::Zh, "来了恰好{m}。"),
        (Locale::Zh, "不足{m}。"),
        (Locale::Zh, "超过{m}。"),
        (Locale::Zh, "来了{m}左右。"),
        (Locale::Ru, "Пришло ровно {m}."),
        (Locale::Ru, "Пришло менее {m}."),
    ] {
        let found = bounded(locale, sentence).problem("qualifier-word");
        assert_eq!(found.severity, Severity::Error, "{sentence}");
    }
    for (locale, sentence) in [
        (Locale::En, "More than {n} came."),
        (Locale::En, "Nearly {n} came."),
        (Locale::Zh, "不足{n}。"),
        (Locale::Zh, "来了{n}以上。"),
    ] {
        let found = bounded(locale, sentence).problem("qualifier-word");
        assert_eq!(found.severity, Severity::Warning, "{sentence}");
    }
    for (locale, sentence) in [
        (Locale::En, "{m} came, exactly {n} of them by train."),
        (Locale::En, "Over {year:2023} {m} came."),
        (Locale::En, "The whole, as one can see above, is {n}."),
        (Locale::Zh, "来了{m}，恰好{n}坐火车。"),
        (Locale::Zh, "首次突破{n}。"),
        (Locale::Ru, "Пришло {m}."),
    ] {
        assert!(bounded(locale, sentence).problems().is_empty(), "{sentence}");
    }
}

#[test]
fn the_size_of_a_fall_needs_a_word_that_it_fell() {
    for (locale, sentence) in [
        (Locale::En, "The change was {x.size}."),
        (Locale::En, "The year: {x.size}."),
        (Locale::Zh, "变化为{x.size}。"),
        (Locale::Ru, "Изменение: {x.size}."),
    ] {
        let found = bounded(locale, sentence).problem("direction-word");
        assert_eq!(found.severity, Severity::Error, "{sentence}");
        assert!(found.message.en().contains("nothing here says"), "{found:?}");
    }
    for (locale, sentence) in [
        (Locale::En, "Output fell by {x.size}."),
        (Locale::En, "Output shrank; what it lost, {x.size}, is a record."),
        (Locale::Zh, "产量下降，幅度为{x.size}。"),
    ] {
        assert!(bounded(locale, sentence).problems().is_empty(), "{sentence}");
    }
}

/// "Doubled" is an amount as much as "2" is. Halves and thirds have more uses and are a warning.
#[test]
fn amounts_in_words_are_those_of_figures() {
    let (error, warning) = (Severity::Error, Severity::Warning);
    for (locale, sentence, severity) in [
        (Locale::En, "It doubled to {n}.", error),
        (Locale::En, "There are twice as many as before.", error),
        (Locale::En, "The number halved.", error),
        (Locale::Zh, "翻了一番，达{n}。", error),
        (Locale::Zh, "人数减半。", error),
        (Locale::En, "More than a third of them came.", warning),
        (Locale::Zh, "其中三分之一来自外地。", warning),
        (Locale::Zh, "约有三百万人。", warning),
    ] {
        let found = bounded(locale, sentence).problem("loose-number");
        assert_eq!(found.severity, severity, "{sentence}");
    }
    let twice = "\"value\": 2, \"unit\": \"t\", \"measure\": \"multiple\", \"base\": TEXT";
    for (locale, sentence) in [(Locale::En, "It doubled to {n}."), (Locale::Zh, "翻了一番，达{n}。")] {
        let unit = format!("\"{}\": \"×\"", locale.code());
        let tale = bounded(locale, sentence).unit("t", &unit);
        let base = tale.text("2012");
        assert!(tale.figure("t", &twice.replace("TEXT", &base)).problems().is_empty(), "{sentence}");
    }
    let third = "\"value\": 33.3, \"unit\": \"percent\", \"measure\": \"share\"";
    let tale = bounded(Locale::En, "A third of them came.").figure("t", third);
    assert!(tale.problems().is_empty());
    for (locale, sentence) in [
        (Locale::En, "It came second; a quarter later, one of them left."),
        (Locale::Zh, "第一季度，一座山和两个人。"),
    ] {
        assert!(bounded(locale, sentence).problems().is_empty(), "{sentence}");
    }
}

#[test]
fn the_note_of_a_scale_says_the_scale_of_its_chart() {
    let share = "\"value\": 45, \"unit\": \"percent\", \"measure\": \"share\", \"part_of\": \"all\", \"denominator\": {\"id\": \"all\", \"zh\": \"全部\", \"en\": \"all\"}";
    let people = "\"value\": 5000, \"unit\": \"people\", \"measure\": \"level\"";
    let both = [Locale::Zh, Locale::En];
    let waffle = |note: &str| {
        let chart = format!("{{\"type\": \"waffle\", \"figure\": \"s\", \"cell_note\": {note}}}");
        Tale::new(&both).figure("s", share).chart(&chart)
    };
    let field = |note: &str| {
        let dots = "[{\"figure\": \"p\", \"per\": 1000}]";
        let chart = format!("{{\"type\": \"unit-field\", \"fields\": {dots}, \"scale_note\": {note}}}");
        Tale::new(&both).figure("p", people).chart(&chart)
    };
    let text = |zh: &str, en: &str| format!("{{\"zh\": \"{zh}\", \"en\": \"{en}\"}}");
    for tale in [
        waffle(&text("一格", "One cell is 5 people")),
        waffle(&text("一格是五个人", "One cell")),
        field(&text("一点", "One dot = 100 people")),
        field(&text("一点＝1万人", "One dot")),
    ] {
        let found = tale.problem("loose-number");
        assert!(found.path.contains("_note") && found.severity == Severity::Error, "{found:?}");
    }
    for tale in [
        waffle(&text("一格＝1%", "One cell = 1%")),
        waffle(&text("每百人中的一人，2023年", "One of every 100 people, 2023")),
        field(&text("一点＝1000人", "One dot = 1,000 people")),
        field(&text("一点代表一千人", "One dot is a thousand people, December 2023")),
    ] {
        assert!(tale.problems().is_empty(), "{:#?}", tale.problems());
    }
}

#[test]
fn a_number_in_words_beside_a_bound_is_the_value() {
    let code = |locale: Locale, members: &str| {
        let tale = Tale::new(&[locale])
            .figure("x", &format!("\"unit\": \"people\", \"measure\": \"level\", {members}"));
        let tale = tale.chart("{\"type\": \"callouts\", \"items\": [{\"figure\": \"x\"}]}");
        tale.problems().iter().map(|d| d.code).collect::<Vec<_>>()
    };
    for (locale, members) in [
        (Locale::En, "\"value\": 3, \"bound\": \"at_least\", \"printed\": \"twelve\""),
        (Locale::En, "\"value\": 3, \"bound\": \"at_least\", \"printed\": \"at least twelve\""),
        (Locale::En, "\"value\": 7, \"printed\": \"twelve\""),
        (Locale::Zh, "\"value\": 3, \"bound\": \"at_least\", \"printed\": \"至少十二\""),
    ] {
        assert_eq!(code(locale, members), ["printed-number"], "{members}");
    }
    for (locale, members) in [
        (Locale::En, "\"value\": 12, \"bound\": \"at_least\", \"printed\": \"at least twelve\""),
        (Locale::En, "\"value\": 12, \"printed\": \"a dozen\""),
        (Locale::En, "\"value\": 500000, \"printed\": \"half a million\""),
        (Locale::Zh, "\"value\": 12, \"printed\": \"十二\""),
        (Locale::Zh, "\"value\": 3000000, \"bound\": \"about\", \"printed\": \"约三百万\""),
    ] {
        assert_eq!(code(locale, members), [""; 0], "{members}");
    }
}

/// Seen to fail: with the notice alone.
#[test]
fn an_amount_at_the_end_of_a_story_is_told() {
    let story = String::from_utf8(karamay_files()["story.json"].clone()).unwrap();
    let place = story.find("\"closing\": {").expect("closing words");
    let en = place + story[place..].find("\"en\": \"").expect("in English") + "\"en\": \"".len();
    let typed = format!("{}90% of the jobs are gone. {}", &story[..en], &story[en..]);
    let mut files = karamay_files();
    files.insert("story.json".into(), typed.into_bytes());
    let (_, found) = Story::load(&files).expect("a warning is no error");
    let [only] = &found[..] else { panic!("{found:#?}") };
    assert_eq!((only.code, only.severity, &*only.path), ("loose-number", Severity::Warning, "closing"));
    assert!(only.line > 1, "{only:?}");
}

/// The notice and the items of lists are read as the source's words; an amount in them has no source of its own.
#[test]
fn amounts_in_the_notice_and_in_lists_are_told() {
    let story = String::from_utf8(karamay_files()["story.json"].clone()).unwrap();
    let place = story.find("\"notice\": {").expect("a notice") + "\"notice\": {".len();
    let en = place + story[place..].find("\"en\": \"").expect("in English") + "\"en\": \"".len();
    let typed = format!("{}Some 42,000 people took part. {}", &story[..en], &story[en..]);
    let mut files = karamay_files();
    files.insert("story.json".into(), typed.into_bytes());
    let (_, found) = Story::load(&files).expect("a warning is no error");
    let [only] = &found[..] else { panic!("{found:#?}") };
    assert_eq!((only.code, only.severity, &*only.path), ("loose-number", Severity::Warning, "notice"));
    assert!(only.message.en().contains("42,000 people"), "{only:?}");
    let item = "{\"zh\": \"3万名志愿者\", \"en\": \"volunteers\"}, ";
    let list = story.find("\"lists\": {").expect("lists");
    let items = list + story[list..].find("\"items\": [").expect("items") + "\"items\": [".len();
    let typed = format!("{}{item}{}", &story[..items], &story[items..]);
    let mut files = karamay_files();
    files.insert("story.json".into(), typed.into_bytes());
    let found = problems_of(Story::load(&files));
    assert!(found.iter().any(|d| d.code == "loose-number" && d.path.ends_with(".items")), "{found:#?}");
}

/// Words state amounts in pictures and titles just as digits do; idioms, ordinals and amounts that a figure has are allowed.
#[test]
fn amounts_in_words_in_pictures_and_in_a_row_are_told() {
    let share = "\"value\": 40, \"bound\": \"nearly\", \"printed\": \"WORD\", \"unit\": \"percent\", \"measure\": \"share\"";
    let noted = |locale: Locale, note: &str, figure: Option<&str>| {
        let code = locale.code();
        let chart = format!(
            "{{\"type\": \"callouts\", \"items\": [{{\"figure\": \"n\"}}], \"note\": {{\"{code}\": \"{note}\"}}}}"
        );
        let tale = Tale::new(&[locale]).figure("n", EXACT).chart(&chart);
        figure.map_or(tale.clone(), |members| tale.figure("s", members)).problems()
    };
    for (locale, words) in [
        (Locale::Zh, "近四成来自外地"),
        (Locale::Zh, "五年翻了一番"),
        (Locale::En, "nearly four in ten came from outside"),
        (Locale::En, "it doubled in five years"),
    ] {
        let found = noted(locale, words, None);
        let [only] = &found[..] else { panic!("{words}: {found:#?}") };
        assert_eq!((only.code, only.severity), ("loose-number", Severity::Warning), "{words}");
        assert!(only.path.contains(".note."), "{only:?}");
    }
    assert_eq!(
        noted(Locale::Zh, "近四成来自外地", Some(&share.replace("WORD", "近").replace("nearly", "about"))),
        []
    );
    assert_eq!(
        noted(Locale::En, "nearly four in ten came from outside", Some(&share.replace("WORD", "nearly"))),
        []
    );
    for words in
        ["一主多元的格局", "全国第一批", "一流的服务", "两个指标，不相加", "三大攻坚战", "一个图标＝一年"]
    {
        assert_eq!(noted(Locale::Zh, words, None), [], "{words}");
    }
    for (locale, sentence) in [
        (Locale::Zh, "产量连增两年。"),
        (Locale::Zh, "产量连续三年增长。"),
        (Locale::En, "It rose for two consecutive years."),
        (Locale::En, "It rose three years in a row."),
    ] {
        let found = bounded(locale, sentence).problem("loose-number");
        assert_eq!(found.severity, Severity::Warning, "{sentence}");
    }
}

/// A note may type a year, a name, what its source prints, and the numbers of the story; another amount has no source.
#[test]
fn amounts_of_their_own_in_notes_of_records_are_told() {
    let noted = |locale: Locale, note: &str| {
        let note = format!("{EXACT}, \"note\": {{\"{}\": \"{note}\"}}", locale.code());
        let chart = "{\"type\": \"callouts\", \"items\": [{\"figure\": \"n\"}]}";
        Tale::new(&[locale]).figure("n", &note).chart(chart).problems()
    };
    for (locale, note) in
        [(Locale::Zh, "另有4.5万人没有登记。"), (Locale::En, "Another 45,000 people were not registered.")]
    {
        let found = noted(locale, note);
        let [only] = &found[..] else { panic!("{note}: {found:#?}") };
        assert_eq!((only.code, only.severity), ("loose-number", Severity::Warning), "{note}");
        assert!(only.path.ends_with(".note"), "{only:?}");
    }
    for (locale, note) in [
        (Locale::Zh, "2023年的普查数，与5G无关。"),
        (Locale::Zh, "原文写作“约4.5万人”。"),
        (Locale::En, "The 2023 census; Article 12 of the law applies."),
        (Locale::En, "Printed as “some 45,000 people”."),
    ] {
        assert_eq!(noted(locale, note), [], "{note}");
    }
}
