//! Sentences and statements that are read for what they say: a year that is another one's, a rate that slowed and grew, a
//! status that is said once for two numbers, percentage points.

use crate::support::tale::Tale;
use duoyuan::locale::Locale;
use duoyuan::recognise::recognise;
use duoyuan::statement::Measure;

const BOTH: [Locale; 2] = [Locale::Zh, Locale::En];

fn of_year(value: &str, members: &str, year: &str) -> String {
    format!("\"value\": {value}, {members}, \"period\": {{\"zh\": \"{year}年\", \"en\": \"{year}\", \"start\": \"{year}\"}}")
}

/// Visitors and growth of 2022 and 2023, and a sentence in one language.
fn said(locale: Locale, sentence: &str) -> Tale {
    let count = "\"unit\": \"people\", \"measure\": \"count\"";
    let growth =
        "\"unit\": \"percent\", \"measure\": \"growth\", \"base\": {\"zh\": \"上年\", \"en\": \"the year before\"}";
    Tale::new(&BOTH)
        .figure("old", &of_year("90", count, "2022"))
        .figure("new", &of_year("120", count, "2023"))
        .figure("fast", &of_year("5", growth, "2022"))
        .figure("slow", &of_year("3", growth, "2023"))
        .says(locale, sentence)
}

fn codes(tale: &Tale) -> Vec<&'static str> {
    tale.problems().iter().map(|d| d.code).collect()
}

/// Seen to fail: before these ways of saying a year were read.
#[test]
fn a_number_of_another_year_is_told() {
    for (locale, sentence) in [
        (Locale::En, "In 2022 it was {new}."),
        (Locale::En, "The 2022 figure was {new}."),
        (Locale::En, "The number for 2023 was {old}."),
        (Locale::En, "By the end of 2022, it was {new}."),
        (Locale::En, "Visitors ({new} in 2022) came."),
        (Locale::En, "Last year, 2022, there were {new}."),
        (Locale::En, "The year before (2022) there were {new}."),
        (Locale::En, "Over all of {year:2022} there were {new}."),
        (Locale::Zh, "2022年，游客是{new}。"),
        (Locale::Zh, "游客在2022年达到{new}。"),
        (Locale::Zh, "{new}是2022年的游客数。"),
        (Locale::Zh, "2022年的数字是{new}。"),
        (Locale::Zh, "到2022年底，游客是{new}。"),
        (Locale::Zh, "游客从2022年的{new}变成2023年的{old}。"),
        (Locale::Zh, "游客（2022年）：{new}。"),
        (Locale::Zh, "二〇二二年，游客是{new}。"),
        (Locale::Zh, "去年（2022年），游客是{new}。"),
    ] {
        assert!(codes(&said(locale, sentence)).contains(&"loose-number"), "{sentence}");
    }
    for (locale, sentence) in [
        (Locale::En, "In 2023 there were {new} visitors, against {old} in 2022."),
        (Locale::En, "Since 2022 it has reached {new}."),
        (Locale::En, "The 2022 figure was {old}."),
        (Locale::En, "The hall that opened in 2022 had {new} visitors."),
        (Locale::Zh, "2022年开放的馆，有{new}来过。"),
        (Locale::Zh, "自2022年以来，游客到了{new}。"),
        (Locale::Zh, "与2022年相比，游客达{new}。"),
        (Locale::Zh, "2022年，游客是{old}。"),
        (Locale::En, "Last year, 2022, there were {old}."),
        (Locale::En, "Over all of {year:2022} there were {old}."),
        (Locale::En, "Over the road that opened in {year:2022} came {new}."),
        (Locale::Zh, "二〇二二年，游客是{old}。"),
    ] {
        assert_eq!(codes(&said(locale, sentence)), [""; 0], "{sentence}");
    }
}

/// Seen to fail: with "from … to" read alone, and without the words of rates.
#[test]
fn a_rate_that_slowed_became_smaller() {
    for (locale, sentence) in [
        (Locale::En, "Growth slowed to {fast} from {slow}."),
        (Locale::En, "Growth accelerated from {fast} to {slow}."),
        (Locale::En, "Visitors rose to {old} from {new}."),
        (Locale::En, "It climbed to {old}, up from {new}."),
        (Locale::En, "Growth eased to {fast}, from {slow} a year before."),
        (Locale::Zh, "增速由{slow}放缓到{fast}。"),
        (Locale::Zh, "增速从{fast}加快到{slow}。"),
        (Locale::Zh, "增速降至{fast}，上年为{slow}。"),
        (Locale::Zh, "游客增至{old}，上年为{new}。"),
        (Locale::Zh, "增速比上年的{slow}放缓，为{fast}。"),
        (Locale::Zh, "增速较上年的{fast}加快到{slow}。"),
        (Locale::En, "Growth slowed from last year's {slow} to {fast}."),
    ] {
        assert_eq!(codes(&said(locale, sentence)), ["direction-word"], "{sentence}");
    }
    for (locale, sentence) in [
        (Locale::En, "Growth slowed to {slow} from {fast}."),
        (Locale::En, "The decline slowed to {slow} from {fast}."),
        (Locale::En, "The decline widened to {fast} from {slow}."),
        (Locale::En, "Visitors climbed to {new}, up from {old}."),
        (Locale::Zh, "增速从{fast}放缓到{slow}。"),
        (Locale::Zh, "降幅由{slow}收窄到{fast}。"),
        (Locale::Zh, "游客增至{new}，上年为{old}。"),
        (Locale::Zh, "增速比上年的{fast}放缓，为{slow}。"),
        (Locale::En, "Growth slowed from last year's {fast} to {slow}."),
        (Locale::En, "Growth slowed from {fast} to {slow}."),
    ] {
        assert_eq!(codes(&said(locale, sentence)), [""; 0], "{sentence}");
    }
}

/// A reference at the beginning of a sentence has a capital where the language has them.
#[test]
fn a_sentence_begins_with_a_capital() {
    let figure = "\"value\": 12, \"unit\": \"people\", \"measure\": \"count\", \"bound\": \"nearly\", \
                  \"printed\": {\"zh\": \"近\", \"en\": \"almost\", \"ru\": \"почти\"}";
    let said = |sentence: &str, locale: Locale| {
        let story = Tale::new(&Locale::ALL).figure("a", figure).says(locale, sentence).load();
        story.expand_plain(&story.scenes()[0].narration[0], locale)
    };
    assert_eq!(
        said("{a} came. {a} left, and {a} slept.", Locale::En),
        "Almost 12 people came. Almost 12 people left, and almost 12 people slept."
    );
    assert_eq!(
        said("They and {a} came, vs. {a} before.", Locale::En),
        "They and almost 12 people came, vs. almost 12 people before."
    );
    assert!(said("{a} пришли.", Locale::Ru).starts_with("Почти"));
    assert_eq!(said("{a}来了。", Locale::Zh), "近12人来了。");
}

/// Two numbers that are both preliminary say so once, the last for both; numbers of unlike firmness each for itself.
#[test]
fn the_status_of_two_numbers_is_said_once() {
    let members = |status: &str| {
        format!("\"value\": 12, \"unit\": \"people\", \"measure\": \"count\", \"status\": \"{status}\"")
    };
    let of = |second: &str, sentence: &str, locale: Locale| {
        let tale = Tale::new(&Locale::ALL).figure("a", &members("preliminary")).figure("b", &members(second));
        let story = tale.says(locale, sentence).load();
        story.expand_plain(&story.scenes()[0].narration[0], locale)
    };
    assert_eq!(
        of("preliminary", "{a} and {b} came.", Locale::En),
        "12 people and 12 people (both preliminary) came."
    );
    assert_eq!(of("preliminary", "{a}和{b}。", Locale::Zh), "12人和12人（均为初步数）。");
    let ru = of("preliminary", "{a} и {b}.", Locale::Ru);
    assert!(ru.matches("оба числа").count() == 1 && ru.ends_with(")."), "{ru}");
    let unlike = of("estimated", "{a} and {b} came.", Locale::En);
    assert!(unlike.contains("(preliminary) and") && unlike.contains("(estimate"), "{unlike}");
    assert_eq!(of("final", "{a} and {b} came.", Locale::En), "12 people (preliminary) and 12 people came.");
    let three = of("preliminary", "{a}, {b} and {a}.", Locale::En);
    assert!(three.ends_with("(all preliminary).") && three.matches("preliminary").count() == 1, "{three}");
}

/// An estimate of a period is published after it: a revision may name one as its base, with a later year.
#[test]
fn a_base_that_is_a_document_may_be_of_a_later_year() {
    let of = |base: &str| {
        let members = format!(
            "\"value\": 0.1, \"unit\": \"points\", \"measure\": \"points\", \"base\": {{\"en\": \"{base}\"}}"
        );
        codes(&Tale::new(&[Locale::En]).figure("x", &members))
    };
    assert_eq!(of("the estimate of February 2024"), [""; 0]);
    assert_eq!(of("the release of 2025"), [""; 0]);
    assert_eq!(of("2024"), ["bad-period"]);
    assert_eq!(of("the level of 2024"), ["bad-period"]);
    assert_eq!(of("2022"), [""; 0]);
}

/// "Told three times" counts how often something happened; "three times as many" is an amount that needs a figure.
#[test]
fn how_often_something_happened_is_no_amount() {
    let of = |sentence: &str| codes(&said(Locale::En, sentence));
    assert_eq!(of("The story of {new} was told three times before."), [""; 0]);
    assert_eq!(of("The count of {new} was revised twice."), [""; 0]);
    assert!(!of("There were three times as many as the {old} of the year before.").is_empty());
}

/// "In one quarter" is a part of a year; "one quarter of the visitors" is a share.
#[test]
fn one_quarter_is_a_time_unless_it_is_of_something() {
    let amounts = |text: &str| recognise(text, Locale::En).len();
    assert_eq!(amounts("The index fell in one quarter and rose in the next."), 0);
    let found = recognise("About one quarter of the visitors came by train.", Locale::En);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!(found[0].measure, Some(Measure::Share));
    assert_eq!(amounts("A quarter of the visitors came by train."), 1);
}

/// What `number-range` says to do about a deficit of 6% of GDP is taken.
#[test]
fn a_deficit_is_a_rate_with_its_denominator() {
    let members = |value: &str, measure: &str| {
        format!(
            "\"value\": {value}, \"unit\": \"percent\", \"measure\": \"{measure}\", \"denominator\": {{\"id\": \"gdp\", \"en\": \"GDP\", \"stated\": true}}"
        )
    };
    for value in ["-5.7", "124.3"] {
        let chart = r#"{"type": "callouts", "items": [{"figure": "x"}]}"#;
        let tale = Tale::new(&[Locale::En]).figure("x", &members(value, "share")).chart(chart);
        let found = tale.problem("number-range");
        assert!(found.help.en().contains("\"measure\": \"rate\""), "{found:?}");
        for chart in [chart, r#"{"type": "table", "items": [{"figure": "x"}]}"#] {
            let mended = Tale::new(&[Locale::En]).figure("x", &members(value, "rate")).chart(chart);
            assert_eq!(codes(&mended), [""; 0], "{value}: {chart}");
        }
    }
}

/// Percentage points need no definition in a story, and are no per cent. Seen to fail: without the unit.
#[test]
fn percentage_points_are_a_unit_of_their_own() {
    let members = |value: &str, unit: &str| {
        format!("\"value\": {value}, \"unit\": \"{unit}\", \"measure\": \"points\", \"base\": {{\"zh\": \"上年\", \"en\": \"the year before\", \"ru\": \"предыдущий год\"}}")
    };
    let tale =
        Tale::new(&Locale::ALL).figure("x", &members("0.3", "points")).figure("y", &members("1", "points"));
    let tale = tale.chart(r#"{"type": "diverging-bars", "items": [{"figure": "x"}, {"figure": "y"}]}"#);
    assert_eq!(codes(&tale), [""; 0]);
    assert_eq!(tale.display("x", Locale::Zh), "0.3个百分点");
    assert_eq!(tale.display("x", Locale::En), "0.3 percentage points");
    assert_eq!(tale.display("y", Locale::En), "1 percentage point");
    assert_eq!(tale.display("x", Locale::Ru), "0,3\u{a0}п.\u{a0}п.");
    let found = Tale::new(&[Locale::En]).figure("x", &members("0.3", "percent")).problem("measure-value");
    assert!(found.help.en().contains("\"points\""), "{found:?}");
    let typed = Tale::new(&[Locale::Zh]).figure("x", &members("0.3", "个百分点")).problems();
    assert!(typed.iter().any(|d| d.help.zh().contains("points")), "{typed:#?}");
}

/// "2023" and "2023, constant prices" are one base period; a chart of both says which are at constant prices.
#[test]
fn bases_are_compared_by_their_period_and_prices_are_told() {
    let base = |zh: &str, en: &str| {
        format!("\"unit\": \"percent\", \"measure\": \"growth\", \"base\": {{\"zh\": \"{zh}\", \"en\": \"{en}\"}}")
    };
    let of = |a: (&str, &str), b: (&str, &str)| {
        let tale = Tale::new(&BOTH).figure("a", &of_year("5", &base(a.0, a.1), "2024"));
        let tale = tale.figure("b", &of_year("3", &base(b.0, b.1), "2024"));
        tale.chart(r#"{"type": "diverging-bars", "items": [{"figure": "a"}, {"figure": "b"}]}"#)
    };
    let (plain, constant, current) = (
        ("2023年", "2023"),
        ("2023年，不变价", "2023, constant prices"),
        ("2023年，现价", "2023, current prices"),
    );
    let told = |tale: &Tale, locale| format!("{:?}", tale.picture(720.0, locale).marks);
    let mixed = of(plain, constant);
    assert_eq!(codes(&mixed), [""; 0]);
    assert!(told(&mixed, Locale::En).contains("base period: 2023; constant prices: b"));
    assert!(told(&mixed, Locale::Zh).contains("不变价：b"));
    assert!(told(&of(constant, constant), Locale::En).contains("2023, constant prices"));
    let before = of(("上年", "the year before"), plain);
    assert_eq!(codes(&before), [""; 0]);
    assert_eq!(codes(&of(plain, ("2022年", "2022"))), ["single-growth"]);
    let unlike = of(constant, current).problem("single-growth");
    assert!(unlike.message.en().contains("unlike prices"), "{unlike:?}");
}
