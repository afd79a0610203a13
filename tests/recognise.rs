//! The amounts of a paragraph: an editor who pastes one is offered what it states, with its bounds, and nothing that it does not state.
//! tests/fixtures/recognise/development.json has sentences with what they state; its format is in that folder's README.md.
//! Seen to fail: with 超 left out of the bound words; with "or more" read as "more than"; with spans in characters; with single digits
//! forgotten.

use crate::support;
use duoyuan::locale::Locale;
use duoyuan::recognise::skeleton::Skeleton;
use duoyuan::recognise::{read, recognise, Candidate};
use duoyuan::statement::Measure;
use serde::Deserialize;
use std::ops::Range;

#[derive(Deserialize)]
struct Sentence {
    language: String,
    text: String,
    numbers: Vec<Number>,
}

#[derive(Deserialize)]
struct Number {
    printed: String,
    value: String,
    bound: String,
    unit: String,
    direction: Option<String>,
    measure: Option<String>,
    period: Option<String>,
    base: Option<String>,
}

/// The sentences of one half: `development` or `held`.
fn corpus(half: &str, locale: Locale) -> Vec<Sentence> {
    let path = support::root().join(format!("tests/fixtures/recognise/{half}.json"));
    let all: Vec<Sentence> = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    all.into_iter().filter(|sentence| sentence.language == locale.code()).collect()
}

/// Where the numbers of a sentence stand in its text.
fn places(sentence: &Sentence) -> Vec<Range<usize>> {
    let mut from = 0;
    let place = |number: &Number| {
        let found = sentence.text[from..].find(&number.printed);
        let at = from + found.unwrap_or_else(|| panic!("no {:?} in {}", number.printed, sentence.text));
        from = at + number.printed.len();
        at..from
    };
    sentence.numbers.iter().map(place).collect()
}

/// How many of those that are found or expected are right.
#[derive(Default)]
struct Score {
    right: usize,
    found: usize,
    expected: usize,
    /// Of the right ones: printed phrase, unit, measure, direction, period, base.
    parts: [usize; 6],
    wrong: Vec<String>,
}

impl Score {
    fn precision(&self) -> f64 {
        self.right as f64 / self.found.max(1) as f64
    }

    fn recall(&self) -> f64 {
        self.right as f64 / self.expected.max(1) as f64
    }

    /// A candidate is right where it touches the number in the text and has its value and bound.
    fn add(&mut self, sentence: &Sentence, mut found: Vec<Candidate>) {
        self.found += found.len();
        self.expected += sentence.numbers.len();
        let mut missed = Vec::new();
        for (number, place) in sentence.numbers.iter().zip(places(sentence)) {
            let is_right = |c: &Candidate| {
                c.span.start < place.end
                    && place.start < c.span.end
                    && c.amount.to_string() == number.value
                    && c.bound.name() == number.bound
            };
            let Some(at) = found.iter().position(is_right) else {
                missed.push(format!("{} = {}, {}", number.printed, number.value, number.bound));
                continue;
            };
            let candidate = found.remove(at);
            self.right += 1;
            let same = [
                candidate.printed == number.printed,
                candidate.unit == number.unit,
                candidate.measure.map(|m| m.name()) == number.measure.as_deref(),
                candidate.direction.map(|d| d.name()) == number.direction.as_deref(),
                candidate.period.map(|p| p.to_string()) == number.period,
                candidate.base.map(|p| p.to_string()) == number.base,
            ];
            self.parts.iter_mut().zip(same).for_each(|(part, same)| *part += usize::from(same));
        }
        if !missed.is_empty() || !found.is_empty() {
            let invented = found.iter().map(|c| format!("{} = {}, {}", c.printed, c.amount, c.bound.name()));
            let invented: Vec<String> = invented.collect();
            self.wrong.push(format!("{}\n  missed {missed:?}\n  invented {invented:?}", sentence.text));
        }
    }
}

/// Compares what is found with one half, and says how much of it is right.
fn score(half: &str, locale: Locale) -> Score {
    let mut score = Score::default();
    for sentence in corpus(half, locale) {
        score.add(&sentence, recognise(&sentence.text, locale));
    }
    let [printed, unit, measure, direction, period, base] =
        score.parts.map(|part| part as f64 / score.right.max(1) as f64);
    println!(
        "{half}, {}: precision {:.3}, recall {:.3} of {}; printed {printed:.3}, unit {unit:.3}, measure {measure:.3}, \
         direction {direction:.3}, period {period:.3}, base {base:.3}",
        locale.code(),
        score.precision(),
        score.recall(),
        score.expected
    );
    assert!(score.expected > 100, "only {} numbers in {}", score.expected, locale.code());
    score
}

/// Sentences that the rules were made with.
#[test]
fn value_and_bound_are_right_in_both_languages() {
    for locale in support::LANGUAGES {
        let score = score("development", locale);
        let good = score.precision() >= 0.95 && score.recall() >= 0.95;
        assert!(good, "{} sentences are wrong:\n{}", score.wrong.len(), score.wrong.join("\n"));
    }
}

/// Sentences by another hand, which the rules were not made with and are not to be: when they were first read, Chinese had a
/// precision of 0.995 and a recall of 0.961, English 0.988 and 0.933.
#[test]
fn sentences_of_another_hand_are_read_as_well_as_at_first() {
    for (locale, recall) in [(Locale::Zh, 0.95), (Locale::En, 0.92)] {
        let score = score("held", locale);
        let good = score.precision() >= 0.98 && score.recall() >= recall;
        assert!(good, "{} sentences are wrong:\n{}", score.wrong.len(), score.wrong.join("\n"));
    }
}

/// Names, dates and numbered things that state no amount.
#[test]
fn names_and_dates_are_no_amounts() {
    let chinese = [
        "第七次全国人口普查显示，结果将于第四季度公布。",
        "请拨打110或120，也可致电010-12345678。",
        "5G、iPhone15系列、G20领导人峰会与COP28相继亮相。",
        "根据国发〔2021〕4号文件和GB/T 19001-2016标准整改。",
        "航班CA1234将于14:30起飞，登机口为C25。",
        "《2023年统计公报》和《民法典》第1259条。",
        "95后、00后成为主力，一边工作一边学习。",
        "数百名志愿者、几十个单位和上述第三产业企业参加。",
    ];
    let english = [
        "Article 5 of the 1949 treaty was invoked once, after the 9/11 attacks.",
        "Call 020 7946 0958 or visit Room 12 before 17:00 on Friday.",
        "The third quarter was quiet; the second half will be better, a third party says.",
        "Boeing 737, Apollo 11 and the Fortune 500 firm; COP28 and ISO 14001.",
        "Hundreds of people, dozens of cars and one of the largest mills were affected.",
        "The twins, 17, live at No 10; the 1990s boom ended in 2008.",
    ];
    for (locale, texts) in [(Locale::Zh, chinese.as_slice()), (Locale::En, english.as_slice())] {
        for text in texts {
            let found: Vec<String> = recognise(text, locale).into_iter().map(|c| c.printed).collect();
            assert!(found.is_empty(), "{text}: {found:?}");
        }
    }
}

/// Each phrase keeps the bound that its word says, wherever it stands in a sentence.
#[test]
fn each_bound_word_says_its_bound() {
    let chinese = [
        ("more_than", "超300人, 超过300人, 逾300人, 多于300人, 300余人, 300多人, 十余人, 3300余万人, 高于300人, 突破300人, 300人有余"),
        ("at_least", "300人以上, 至少300人, 不低于300人, 不少于300人, 300人及以上, 最少300人, 不下300人, 300人或以上, 起码300人"),
        ("less_than", "不足300人, 不到300人, 低于300人, 少于300人, 未满300人, 不满300人"),
        ("up_to", "300人以内, 不超过300人, 至多300人, 最多300人, 300人以下, 不高于300人, 不多于300人, 300人之内, 顶多300人, 不超300人"),
        ("about", "约300人, 大约300人, 300人左右, 300人上下, 大概300人, 300来人, 约为300人"),
        ("nearly", "近300人, 接近300人, 将近300人"),
        ("between", "300至400人, 300—400人, 300到400人, 300～400人, 300-400人, 300人至400人, 300人到400人之间, 300万至400万人, 300-400万人"),
    ];
    let english = [
        ("more_than", "more than 300 people, over 300 people, above 300 people, exceeding 300 people, in excess of 300 people, upwards of 300 people"),
        ("at_least", "at least 300 people, 300 or more people, 300 people or more, no fewer than 300 people, no less than 300 people, not less than 300 people, a minimum of 300 people"),
        ("less_than", "less than 300 people, fewer than 300 people, under 300 people, below 300 people"),
        ("up_to", "up to 300 people, at most 300 people, no more than 300 people, not more than 300 people, as many as 300 people, a maximum of 300 people, 300 people or fewer, 300 or fewer people, 300 people at most"),
        ("about", "about 300 people, around 300 people, roughly 300 people, some 300 people, approximately 300 people, 300 people or so, 300 or so people, 300-odd people, an estimated 300 people"),
        ("nearly", "nearly 300 people, almost 300 people, close to 300 people"),
        ("between", "300 to 400 people, 300-400 people, 300–400 people, between 300 and 400 people, from 300 to 400 people, 300 or 400 people, between 3 million and 4 million people, 3 to 4 million people, 3-4 million people"),
    ];
    let frames = [
        ["{}参加。", "现有{}，情况良好。"],
        ["They employ {} there.", "It was attended by {}, officials said."],
    ];
    for (locale, phrases, frames) in [(Locale::Zh, chinese, frames[0]), (Locale::En, english, frames[1])] {
        for (bound, phrase) in
            phrases.iter().flat_map(|(bound, all)| all.split(", ").map(move |phrase| (bound, phrase)))
        {
            for frame in frames {
                let text = frame.replace("{}", phrase);
                let all = recognise(&text, locale);
                let said: Vec<(&str, &str)> =
                    all.iter().map(|c| (c.printed.as_str(), c.bound.name())).collect();
                assert_eq!(said, [(phrase, *bound)], "{text}");
            }
        }
    }
}

/// A lost bound would mislead readers most.
#[test]
fn bounds_apart_from_their_number_are_kept() {
    for (locale, text, value, bound) in [
        (Locale::Zh, "老年人口约占总人口的12%。", "12", "about"),
        (Locale::Zh, "总投资约合人民币32.5亿元。", "3250000000", "about"),
        (Locale::Zh, "面积不到全国的三分之一。", "1/3", "less_than"),
        (Locale::Zh, "节约资金3000万元。", "30000000", "exact"),
        (Locale::Zh, "附近3公里有学校。", "3", "exact"),
        (Locale::En, "It created more than an estimated 300 jobs.", "300", "about"),
        (Locale::En, "People waited at least 40 or so minutes.", "40", "about"),
        (Locale::En, "It lasted for over five years.", "5", "more_than"),
        (Locale::En, "It fell to at least 3.2m tonnes from 3.4m a year earlier.", "3200000", "at_least"),
    ] {
        let all = recognise(text, locale);
        let said: Vec<(String, &str)> = all.iter().map(|c| (c.amount.to_string(), c.bound.name())).collect();
        assert_eq!(said, [(value.to_string(), bound)], "{text}");
    }
}

/// A number of people today was once dated 2030, the year of the goal in the sentence before.
#[test]
fn what_holds_now_has_not_the_year_of_the_sentence_before() {
    let text = "到2030年，年接待读者力争超过400万人次。目前全区常住人口118.6万人。";
    let found = recognise(text, Locale::Zh);
    let periods: Vec<bool> = found.iter().map(|candidate| candidate.period.is_some()).collect();
    assert_eq!(periods, [true, false]);
}

/// The same in English, wherever in its sentence it says so.
#[test]
fn what_holds_now_ends_the_period_in_english_too() {
    for now in
        ["The town now has 300 people.", "Currently, it has 300 people.", "At present 300 people live there."]
    {
        let text = format!("In 2022 it made 5 million tonnes. {now} Another 40 schools opened.");
        let periods: Vec<bool> = recognise(&text, Locale::En).iter().map(|c| c.period.is_some()).collect();
        assert_eq!(periods, [true, false, false], "{text}");
    }
    let text = "In 2022 it made 5 million tonnes. Now that it is done, 40 schools opened.";
    assert!(recognise(text, Locale::En).iter().all(|candidate| candidate.period.is_some()));
}

/// A run of years that counts from the day of writing is a period in its own words, not the year of the sentence before.
#[test]
fn the_past_three_years_are_a_period_in_their_words() {
    for (locale, text, words) in [
        (Locale::Zh, "2022年产量5万吨。过去三年累计新增就业12万人。", "过去三年"),
        (Locale::Zh, "2022年产量5万吨。近三年来，新建学校30所。", "近三年来"),
        (Locale::Zh, "2022年产量5万吨。五年来，投资增长12%。", "五年来"),
        (
            Locale::En,
            "In 2022 it made 5 tonnes. Over the past three years, 12,000 jobs came.",
            "the past three years",
        ),
        (Locale::En, "In 2022 it made 5 tonnes. Sales rose 12% in the last 3 years.", "the last 3 years"),
    ] {
        let found = recognise(text, locale);
        assert_eq!(found.len(), 2, "{text}");
        assert_eq!(found[1].period, None, "{text}");
        let figure = serde_json::to_value(Skeleton::of(&found[1], locale)).unwrap();
        assert_eq!(figure["period"], serde_json::json!({ locale.code(): words }), "{text}");
    }
    // nearly three years is how long it took
    let found = recognise("2022年，工期缩短将近三年。", Locale::Zh);
    assert!(found.iter().all(|candidate| candidate.spoken.is_none()));
}

/// Each amount of a text as VALUE@PERIOD, with its status where it has one; `?` where the text gives it no date.
fn told(text: &str, locale: Locale) -> String {
    let told = |c: &Candidate| {
        let period = match (c.period, c.undated) {
            (Some(period), _) => period.to_string(),
            (None, true) => "?".to_string(),
            (None, false) => "-".to_string(),
        };
        let status = c.status.map(|status| format!(" {}", status.name())).unwrap_or_default();
        let whole = c.whole.clone().map(|whole| format!(" of {}", &text[whole])).unwrap_or_default();
        format!("{}@{period}{status}{whole}", c.amount)
    };
    recognise(text, locale).iter().map(told).collect::<Vec<_>>().join(", ")
}

/// Says what each text of a list is read as, a language each.
fn reads(locale: Locale, texts: &[(&str, &str)]) {
    let wrong: Vec<String> = texts
        .iter()
        .map(|(text, expected)| (text, told(text, locale), *expected))
        .filter(|(_, told, expected)| told != expected)
        .map(|(text, told, expected)| format!("{text}\n  {told}\n  and not {expected}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Seen to fail: with the year before carried on, with a quarter-final as a quarter, with 四季 as the fourth quarter, and with today and
/// 目前 as they were before.
#[test]
fn a_date_goes_no_further_than_the_text_says() {
    reads(
        Locale::En,
        &[
            (
                "Output was 5 tonnes in 2023. The year before it was 4 tonnes. It has 300 workers.",
                "5@2023, 4@2022, 300@?",
            ),
            (
                "In 2023 output was 5 tonnes, up from 4 tonnes the year before. It has 300 workers.",
                "5@2023, 4@2022, 300@2023",
            ),
            (
                "Output was 5 tonnes in 2023. Last year it was 4 tonnes. It has 300 workers.",
                "5@2023, 4@?, 300@?",
            ),
            ("Between May and October 2024, 12,000 visitors came.", "12000@2024-05..2024-10"),
            (
                "It had 5 million visitors in 2023. In May it had 700,000 visitors.",
                "5000000@2023, 700000@2023-05",
            ),
            ("In May the town had 300 visitors.", "300@?"),
            ("In 2022 it made 5 tonnes. Today, 300 people work there.", "5@2022, 300@?"),
            (
                "In 2022 it made 5 tonnes, and now has 300 workers. Another 40 schools opened.",
                "5@2022, 300@?, 40@?",
            ),
            ("The firm, which now has 300 workers, had 250 workers in 2015.", "300@?, 250@2015"),
            ("In 2022 USA Today sold 300 copies.", "300@2022"),
            ("In 2023 she won 19 games. In her third quarter-final she hit 30 aces.", "19@2023, 30@2023"),
            ("In 2023 they had 19 goals, with 12 goals in the second half of the match.", "19@2023, 12@2023"),
            (
                "In 2023 a third of the shops closed. A third of pupils left in the third quarter.",
                "1/3@2023, 1/3@2023Q3",
            ),
        ],
    );
    reads(
        Locale::Zh,
        &[
            ("2023年产量5万吨。上年为4万吨。职工300人。", "50000@2023, 40000@2022, 300@?"),
            ("2023年产量5万吨，上年为4万吨。职工300人。", "50000@2023, 40000@2022, 300@2023"),
            ("2022年产量5万吨，目前有职工300人。另有学校40所。", "50000@2022, 300@?, 40@?"),
            ("2022年产量5万吨。现有职工300人。", "50000@2022, 300@?"),
            ("2022年末，全市现有职工300人。", "300@2022"),
            ("2023年接待游客300万人次，5月接待30万人次。", "3000000@2023, 300000@2023-05"),
            ("5月接待游客300万人次。", "3000000@?"),
            ("2023年，公园一年四季接待游客300万人次。", "3000000@2023"),
            ("2023年，节目第三季播放量5亿次。", "500000000@2023"),
            ("2023年第三季度销量5万台。", "50000@2023Q3"),
        ],
    );
}

/// Seen to fail: with the goal's year carried on, with the 3 of "from 3 to 5" as a goal, and with 五年计划 as a goal.
#[test]
fn goals_are_no_results() {
    reads(
        Locale::En,
        &[
            ("The council wants to build 1,450 homes by 2030.", "1450@2030 target"),
            (
                "The firm hopes to employ 500 people by 2030, up from 300 people now.",
                "500@2030 target, 300@?",
            ),
            (
                "The city aims to cut emissions by 45% by 2030. The town has 300 people.",
                "45@2030 target, 300@-",
            ),
            (
                "By 2030 the city plans to have 40 parks, at least 30% of them new.",
                "40@2030 target, 30@2030 target",
            ),
            ("The county plans 40 schools by 2028.", "40@2028 target"),
            ("In 2023 it had 300 workers. It hopes to employ 500 people.", "300@2023, 500@? target"),
            ("In 2023 it had 300 workers and hopes to employ 500 people.", "300@2023, 500@? target"),
            (
                "It plans to raise output from 3 to 5 million tonnes by 2030.",
                "3000000@?, 5000000@2030 target",
            ),
            ("It plans to close 3 of its 40 schools by 2030.", "3@2030 target of 40 schools, 40@?"),
            ("It expects 500 visitors in 2030.", "500@2030 forecast"),
            ("It does not plan to hire 300 people.", "300@-"),
            ("It has scrapped plans to build 300 homes.", "300@-"),
            ("By 2023 it had 300 workers.", "300@2023"),
            ("It set a goal of 40 parks by 2030; it has 12 parks.", "40@2030 target, 12@?"),
            ("The plan to build 400 homes was agreed in 2019.", "400@? target"),
            (
                "It plans to cut 300 jobs, 4% of its staff of 7,500, by 2026.",
                "300@2026 target, 4@2026 target, 7500@?",
            ),
        ],
    );
    reads(
        Locale::Zh,
        &[
            ("计划到2030年建成学校40所。", "40@2030 target"),
            ("到2030年，力争产量达到8万吨。职工300人。", "80000@2030 target, 300@-"),
            ("预计到2030年，常住人口达到500万人。", "5000000@2030 forecast"),
            ("2023年产量5万吨，力争2030年达到8万吨。职工300人。", "50000@2023, 80000@2030 target, 300@2023"),
            ("2023年产量5万吨，力争达到8万吨。", "50000@2023, 80000@? target"),
            ("力争到2030年产量由5万吨提高到8万吨。", "50000@?, 80000@2030 target"),
            ("2024年，全市计划改造老旧小区不少于150个。", "150@2024 target"),
            (
                "到2030年，常住人口达到500万人，力争产值突破3000亿元。",
                "5000000@2030 target, 300000000000@2030 target",
            ),
            ("2023年完成五年计划投资的80%，比预计多3万吨。", "80@2023, 30000@2023"),
            ("超半数受访企业预计明年订单增加，不足一成的企业打算裁员。", "1/2@-, 10@?"),
            ("到2020年，全市学校达到300所。", "300@2020"),
            ("预计全年接待游客300万人次。", "3000000@? forecast"),
            ("2024年计划完成投资30亿元，实际完成32亿元。", "3000000000@2024 target, 3200000000@2024"),
        ],
    );
}

/// Seen to fail: with the remark left unread, and read for the other paragraph.
#[test]
fn a_remark_calls_the_numbers_of_its_paragraph_preliminary() {
    let given = "@2023 preliminary";
    for remark in [
        "The figures are preliminary.",
        "All figures for 2023 are still provisional.",
        "Note: these data are preliminary estimates.",
    ] {
        let text = format!("In 2023 output was 5 tonnes, up 4%. {remark}\n\nIn 2023 it had 300 workers.");
        assert_eq!(told(&text, Locale::En), format!("5{given}, 4{given}, 300@2023"), "{text}");
    }
    for remark in [
        "The export figures are preliminary.",
        "The figures are no longer preliminary.",
        "The figures for 2022 are preliminary.",
        "Preliminary talks are over.",
    ] {
        let text = format!("In 2023 output was 5 tonnes. {remark}");
        assert_eq!(told(&text, Locale::En), "5@2023", "{text}");
    }
    reads(
        Locale::En,
        &[
            (
                "Preliminary figures show output of 5 tonnes in 2023, after 4 tonnes in 2022.",
                "5@2023 preliminary, 4@2022",
            ),
            ("It aims for 7 tonnes by 2030. The figures are preliminary.", "7@2030 target"),
        ],
    );
    for remark in ["以上为初步核算数。", "上述数据均为初步统计数。", "注：以上2023年数据为初步数。"]
    {
        let text = format!("2023年产量5万吨，增长4%。{remark}\n2023年职工300人。");
        assert_eq!(told(&text, Locale::Zh), format!("50000{given}, 4{given}, 300@2023"), "{text}");
    }
    reads(
        Locale::Zh,
        &[
            ("初步核算，2023年产量5万吨，比上年增长4%。", "50000@2023 preliminary, 4@2023 preliminary"),
            ("2023年产量5万吨。项目已初步建成。", "50000@2023"),
            ("2023年产量5万吨。以上数据不是初步数。", "50000@2023"),
            ("2023年产量5万吨。以上2022年数据为初步数。", "50000@2023"),
        ],
    );
}

/// Each amount of a text as VALUE@PERIOD, with what a change refers to behind `<`, and behind `?` when it may hold.
fn compared(text: &str) -> String {
    let told = |c: &Candidate| {
        let base = c.base.map(|base| base.to_string()).or(c.base_words.clone());
        let base = base.map(|base| format!("<{base}")).unwrap_or_default();
        let period = c.period.map_or("-".to_string(), |period| period.to_string());
        let supposed = c.supposed.map(|supposed| format!("?{supposed}")).unwrap_or_default();
        format!("{}@{period}{supposed}{base}", c.amount)
    };
    recognise(text, Locale::Zh).iter().map(told).collect::<Vec<_>>().join(", ")
}

/// Seen to fail: with 2020年 as the period of the multiple and of all behind it, and with 30万吨 as of 2024.
#[test]
fn the_year_that_a_multiple_refers_to_dates_nothing() {
    for (text, expected) in [
        (
            "2025年上半年产量5万吨。小麦产量是2020年同期的2.4倍，出口近3万吨，居全省第7位，比上年前进两位。",
            "50000@2025H1, 2.4@2025H1<2020H1, 30000@2025H1, 7@2025H1, 2@2025H1<2024H1",
        ),
        ("豆油产量是2018年同期的近3倍，出口2万吨。", "3@-<2018年同期, 20000@-"),
        ("2023年豆油产量相当于2018年的约3倍。", "3@2023<2018"),
        (
            "2024年1—3月，糖产量比2023年同期的30万吨增加四分之一，出口8万吨。",
            "300000@2023-01..2023-03, 1/4@2024-01..2024-03<2023-01..2023-03, 80000@2024-01..2024-03",
        ),
        ("2024年糖产量比2019年的30万吨增加12%。", "300000@2019, 12@2024<2019"),
        ("销售面积3万亩，只有2021年高点的一半左右。价格连续18个月下跌。", "30000@-, 1/2@-, 18@-"),
    ] {
        assert_eq!(compared(text), expected, "{text}");
    }
}

/// Seen to fail: with 两位 as people, and with 一位 left out.
#[test]
fn a_place_gained_or_lost_is_a_change() {
    let kinds = |text: &str| {
        let said = |c: &Candidate| {
            let measure = c.measure.map_or("-", |measure| measure.name());
            let direction = c.direction.map_or("-", |direction| direction.name());
            format!("{} {} {measure} {direction}", c.amount, c.unit)
        };
        recognise(text, Locale::Zh).iter().map(said).collect::<Vec<_>>().join(", ")
    };
    for (text, expected) in [
        ("居全省第7位，比上年前进两位。", "7 位 rank -, 2 位 change rise"),
        ("居全市第五位，较上年后退了一位。", "5 位 rank -, 1 位 change fall"),
        ("排名较上年提升2个位次。", "2 个位次 change rise"),
        ("队伍前进3公里，来了两位专家。", "3 公里 level -, 2 位 count -"),
    ] {
        assert_eq!(kinds(text), expected, "{text}");
    }
}

/// Seen to fail: with nothing supposed, and with 近两年 as the period of each of its amounts.
#[test]
fn a_year_that_stands_further_up_is_asked_about() {
    for (text, expected) in [
        (
            "2024年前三季度产量5万吨。\n上半年茶叶出口3万吨，比2023年同期的2万吨增加一半。截至6月末，库存1万吨。",
            "50000@2024Q1..2024Q3, 30000@-?2024H1, 20000@2023H1, 1/2@-?2024H1<2023H1, 10000@-?2024-06",
        ),
        ("上半年茶叶出口3万吨。", "30000@-"),
        ("2024年4月出口3万吨，与上年同期基本持平。进口2万吨。", "30000@2024-04, 20000@2024-04"),
        ("到2030年，产量达到8万吨。\n上半年茶叶出口3万吨。", "80000@2030, 30000@-"),
        ("2024年产量5万吨。\n茶叶出口3万吨。", "50000@2024, 30000@-"),
        (
            "2024年上半年产量5万吨。\n过去三年，全年糖产量分别为3.1、3.3和3.6万吨。职工300人。",
            "50000@2024H1, 31000@-?2021, 33000@-?2022, 36000@-?2023, 300@-",
        ),
        (
            "2024年产量5万吨。\n近两年，糖产量分别为3.1万吨、3.3万吨。",
            "50000@2024, 31000@-?2023, 33000@-?2024",
        ),
        ("2024年产量5万吨。\n近三年，糖和茶产量分别为3.1万吨、3.3万吨。", "50000@2024, 31000@-, 33000@-"),
    ] {
        assert_eq!(compared(text), expected, "{text}");
    }
    let found = recognise("2024年，糖产量分别为3.1、3.3和3.6万吨。", Locale::Zh);
    assert!(found.iter().all(|candidate| candidate.measure == Some(Measure::Flow)), "{found:?}");
}

/// Seen to fail: with the parts of a list behind 其中 without whole, with the 7 of seven in ten as a count, with a whole that stands in another clause, and with "short of" as a bound.
#[test]
fn a_part_has_the_whole_that_stands_beside_it() {
    reads(
        Locale::En,
        &[
            ("Of the 312 schools, 87 were rebuilt.", "312@-, 87@- of 312 schools"),
            ("Of the 312 schools, only 87 have a library.", "312@-, 87@- of 312 schools"),
            ("It opened 312 schools, 87 homes and a park.", "312@-, 87@-"),
            ("It planned 312 schools, 87 schools in towns.", "312@-, 87@-"),
            ("It runs 312 schools, 87 of them new.", "312@-, 87@- of 312 schools"),
            ("Two of the seven libraries closed.", "2@- of seven libraries, 7@-"),
            ("The two countries signed.", ""),
            ("Women hold 34 of the 120 seats.", "34@- of 120 seats, 120@-"),
            ("It has 18 stations, of which 3 are underground.", "18@-, 3@- of 18 stations"),
            ("A third of 12 schools closed.", "1/3@- of 12 schools, 12@-"),
            ("Some 40% of the 300 pupils came.", "40@- of 300 pupils, 300@-"),
            ("Seven trainees in ten found a job.", "7/10@-"),
            ("About 3 homes in 10 have one.", "3/10@-"),
            ("Two schools in ten towns closed.", "10@-"),
            ("Three goals in ten minutes decided it.", "3@-"),
            ("The service is short of between 60 and 70 nurses.", "60..70@-"),
            ("The service is short of 60 nurses.", ""),
        ],
    );
    reads(
        Locale::Zh,
        &[
            ("312所学校中，87所完成改造。", "312@-, 87@- of 312所"),
            ("在312所学校中，已有87所完成改造。", "312@-, 87@- of 312所"),
            ("312所学校，其中87所完成改造。", "312@-, 87@- of 312所"),
            ("新建312所学校，改造87所。", "312@-, 87@-"),
            ("300名学生的三分之一来自农村。", "300@-, 1/3@- of 300名"),
            (
                "某县有学生500人，其中东区200人，西区150人，其余150人分布在三个镇。",
                "500@-, 200@- of 500人, 150@- of 500人, 150@- of 500人, 3@-",
            ),
            (
                "出口100亿元，增长5%，其中食品20亿元，服装30亿元；进口50亿元。",
                "10000000000@-, 5@-, 2000000000@- of 100亿元, 3000000000@- of 100亿元, 5000000000@-",
            ),
            (
                "出口100亿元，其中食品20亿元，进口90亿元。",
                "10000000000@-, 2000000000@- of 100亿元, 9000000000@-",
            ),
            ("学生500人，其中每班40人。", "500@-, 40@-"),
            ("产量5万吨，其中出口由2万吨增至3万吨。", "50000@-, 20000@-, 30000@-"),
        ],
    );
}

/// Seen to fail: with "fewer" as no fall, and as one behind "no".
#[test]
fn fewer_people_are_a_fall() {
    for (text, printed, unit, bound, direction) in [
        (
            "Nearly 5 million fewer people travelled.",
            "Nearly 5 million fewer people",
            "people",
            "nearly",
            true,
        ),
        (
            "There were over 200 fewer schools than in 2022.",
            "over 200 fewer schools",
            "schools",
            "more_than",
            true,
        ),
        ("No fewer than 300 people came.", "No fewer than 300 people", "people", "at_least", false),
        ("There came 300 or fewer people.", "300 or fewer people", "people", "up_to", false),
        ("Sales fell just short of 300 tonnes.", "short of 300 tonnes", "tonnes", "less_than", false),
    ] {
        let found = recognise(text, Locale::En);
        let said: Vec<_> =
            found.iter().map(|c| (c.printed.as_str(), c.unit.as_str(), c.bound.name())).collect();
        assert_eq!(said, [(printed, unit, bound)], "{text}");
        assert_eq!(found[0].direction.is_some(), direction, "{text}");
        assert_eq!(found[0].measure == Some(Measure::Change), direction, "{text}");
    }
}

/// Seen to fail: with the words left out, and with $ as that of the United States beside A$.
#[test]
fn school_years_have_their_words_and_dollars_their_country_where_it_is_said() {
    for (locale, text, zh, en, start) in [
        (
            Locale::En,
            "In fiscal year 2024-25 it made 5 tonnes.",
            "2024—2025财年",
            "fiscal year 2024-25",
            "2024",
        ),
        (
            Locale::En,
            "In the 2024/25 school year, 300 pupils came.",
            "2024—2025学年",
            "2024/25 school year",
            "2024",
        ),
        (Locale::En, "In FY2024 it made 5 tonnes.", "2024财年", "FY2024", "2024"),
        (Locale::Zh, "2024-2025学年招生300人。", "2024-2025学年", "2024–2025 school year", "2024"),
        (Locale::Zh, "2024/2025学年招生300人。", "2024/2025学年", "2024–2025 school year", "2024"),
        (Locale::Zh, "2024财年产量5万吨。", "2024财年", "2024 fiscal year", "2024"),
        (Locale::En, "In 2024-25 it made 5 tonnes.", "", "2024–2025", "2024"),
        (Locale::Zh, "2024年产量5万吨。", "2024年", "", "2024"),
    ] {
        let reading = read(text, locale);
        let figure = serde_json::to_value(Skeleton::of(&reading.amounts[0], locale)).unwrap();
        let said = |of: &str| figure["period"][of].as_str().unwrap_or_default().to_string();
        assert_eq!(
            (said("zh").as_str(), said("en").as_str(), said("start").as_str()),
            (zh, en, start),
            "{text}"
        );
        assert!(reading.rest.is_empty(), "{text}");
    }
    for (locale, text, units) in [
        (Locale::En, "It cost $5m.", "US dollars"),
        (Locale::En, "It cost 5 million dollars.", "dollars"),
        (Locale::En, "It cost $5m, or A$7m.", "dollars, Australian dollars"),
        (
            Locale::En,
            "It cost $5m and US$2m, not 7 million Canadian dollars.",
            "dollars, US dollars, Canadian dollars",
        ),
        (Locale::Zh, "投资$200万。", "美元"),
        (Locale::Zh, "投资300万澳元，另有$200万。", "澳元, $"),
    ] {
        let found: Vec<String> = recognise(text, locale).into_iter().map(|c| c.unit).collect();
        assert_eq!(found.join(", "), units, "{text}");
    }
}

#[test]
fn five_year_plans_are_periods_in_both_languages() {
    for (locale, text, period) in [
        (Locale::Zh, "“十四五”时期新建公路120公里。", "2021..2025"),
        (Locale::En, "During the 14th Five-Year Plan period, 120 km of roads were built.", "2021..2025"),
        (Locale::En, "Some 120 km were built in the 12th Five-Year Plan.", "2011..2015"),
        (Locale::En, "Under the Fifteenth Five-Year Plan, 120 km are to be built.", "2026..2030"),
    ] {
        let reading = read(text, locale);
        let periods: Vec<String> =
            reading.amounts.iter().filter_map(|c| c.period.map(|p| p.to_string())).collect();
        assert_eq!(periods, [period], "{text}");
        assert!(reading.rest.is_empty(), "{text}");
    }
}

/// 占 and made up, which ends with a word of rise.
#[test]
fn a_part_is_no_growth() {
    for (locale, text) in [
        (Locale::Zh, "服务业占41.3%。"),
        (Locale::Zh, "第三产业占比上升后为41.3%。"),
        (Locale::En, "Services made up 41.3 percent of output."),
        (Locale::En, "Women make up 41.3 percent of staff."),
        (Locale::En, "Services accounted for 41.3 percent of growth."),
        (Locale::En, "Farming represented 41.3 percent of the total."),
    ] {
        let measures: Vec<_> = recognise(text, locale).iter().map(|c| (c.measure, c.direction)).collect();
        assert_eq!(measures, [(Some(Measure::Share), None)], "{text}");
    }
    let found = recognise("Prices were up 4.3 percent.", Locale::En);
    assert_eq!(found[0].measure, Some(Measure::Growth));
}

/// 万册次 was once cut to 万册.
#[test]
fn a_unit_keeps_how_often() {
    for unit in ["册次", "人次", "架次", "场次", "件次", "车次"] {
        let text = format!("全年共12.5万{unit}。");
        let units: Vec<String> = recognise(&text, Locale::Zh).into_iter().map(|c| c.unit).collect();
        assert_eq!(units, [unit], "{text}");
    }
    // planes that land and take off are no fall
    let found = recognise("机场起降5.2万架次。", Locale::Zh);
    assert_eq!((found[0].measure, found[0].direction), (Some(Measure::Count), None));
    let found = recognise("全市3家次级供应商。", Locale::Zh);
    assert!(found.iter().all(|candidate| candidate.unit == "家"));
}

#[test]
fn periods_do_not_leave_their_paragraph() {
    let text = "2023年，产量12万吨。利润3亿元。\n用工500人。";
    let periods: Vec<Option<String>> =
        recognise(text, Locale::Zh).iter().map(|c| c.period.map(|p| p.to_string())).collect();
    assert_eq!(periods, [Some("2023".to_string()), Some("2023".to_string()), None]);
}

/// The beginning of a figure has the digits as printed, a fall below zero, and only what the format knows.
#[test]
fn a_candidate_begins_a_figure() {
    for (locale, text, expected) in [
        (
            Locale::Zh,
            "2023年，绿化率下降超过43.70%，比上年。",
            r#"{"value":-43.70,"unit":"percent","measure":"growth","bound":"more_than","printed":"超过","period":{"start":"2023","zh":"2023年"}}"#,
        ),
        (
            Locale::En,
            "In the first half of 2023 it made 2 to 3 million tonnes.",
            r#"{"value":[2000000, 3000000],"measure":"level","format":"million","period":{"en":"January 2023–June 2023","end":"2023-06","start":"2023-01"}}"#,
        ),
        (
            Locale::Zh,
            "2024年1—6月，产量同比下降逾一成。",
            r#"{"value":-10,"unit":"percent","measure":"growth","bound":"more_than","printed":"逾一成","period":{"end":"2024-06","start":"2024-01","zh":"2024年上半年"},"base":{"zh":"2023年上半年"}}"#,
        ),
        (
            Locale::Zh,
            "2024年二季度，不少于六成来自本地。",
            r#"{"value":60,"unit":"percent","measure":"share","bound":"at_least","printed":"不少于六成","period":{"start":"2024Q2","zh":"2024年二季度"}}"#,
        ),
        (
            Locale::Zh,
            "出口增加四分之一。",
            r#"{"value":25,"unit":"percent","measure":"growth","printed":"四分之一"}"#,
        ),
        (
            Locale::Zh,
            "将近三成来自本地。",
            r#"{"value":30,"unit":"percent","measure":"share","bound":"nearly","printed":"将近"}"#,
        ),
        (Locale::En, "A third of members came.", r#"{"measure":"share"}"#),
        (Locale::En, "A quarter of members came.", r#"{"value":25,"unit":"percent","measure":"share"}"#),
    ] {
        let all = recognise(text, locale);
        let skeleton = Skeleton::of(&all[0], locale);
        assert_eq!(serde_json::to_string(&skeleton).unwrap(), expected, "{text}");
    }
}

/// Small random numbers; the same seed gives the same.
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (self.0 >> 33) as usize % n
    }
}

/// What sentences are made of, whole and broken, in both languages.
const FRAGMENTS: [&str; 99] = [
    "2023年",
    "，",
    "。",
    "增长",
    "下降",
    "比上年",
    "同比",
    "环比",
    "超",
    "超过",
    "近",
    "约",
    "不足",
    "至少",
    "10",
    "1,234.5",
    "3.14",
    "0",
    "余",
    "多",
    "万",
    "亿",
    "元",
    "%",
    "个百分点",
    "倍",
    "家",
    "个",
    "至",
    "—",
    "~",
    "从",
    "到",
    "由",
    "三分之一",
    "八成",
    "翻一番",
    "第",
    "位",
    "一",
    "十",
    "两",
    "百",
    "千",
    "〇",
    "半",
    "以上",
    "左右",
    "“",
    "”",
    "《",
    "》",
    "“十四五”",
    "时期",
    "上半年",
    "一季度",
    "5G",
    "／",
    "１２",
    "％",
    "🙂",
    "é",
    "\n",
    "\n\n",
    "\t",
    " ",
    "In ",
    "2023",
    " rose ",
    "by ",
    "from ",
    "to ",
    "between ",
    "and ",
    "more than ",
    "nearly ",
    "$",
    "€",
    "3.2bn",
    " million ",
    "tonnes",
    "percent",
    "-",
    "–",
    "half ",
    "a third ",
    "one in ",
    "five ",
    "second ",
    "largest ",
    "the ",
    "year on year",
    ", ",
    ". ",
    "9/11",
    "18446744073709551614",
    "18446744073709551615",
    "/",
    ":",
];

#[test]
fn spans_hold_in_any_text() {
    let seed = std::env::var("SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(20_261_201);
    println!("SEED={seed}");
    let mut random = Random(seed);
    let sentences: Vec<String> = support::LANGUAGES
        .into_iter()
        .flat_map(|locale| corpus("development", locale))
        .map(|s| s.text)
        .collect();
    for round in 0..1500 {
        let mut text = String::new();
        for _ in 0..random.below(24) {
            match random.below(12) {
                0 => text += &sentences[random.below(sentences.len())],
                1 => {
                    let whole: Vec<char> = sentences[random.below(sentences.len())].chars().collect();
                    let from = random.below(whole.len());
                    text.extend(&whole[from..from + random.below(whole.len() - from)]);
                }
                _ => text += FRAGMENTS[random.below(FRAGMENTS.len())],
            }
        }
        for locale in Locale::ALL {
            holds(&text, locale, &format!("SEED={seed}, round {round}"));
        }
    }
}

/// Spans lie in the text, on its characters, in order, apart from each other, and no digit is forgotten.
fn holds(text: &str, locale: Locale, place: &str) {
    let reading = read(text, locale);
    let mut last = 0;
    for candidate in &reading.amounts {
        let span = candidate.span.clone();
        assert!(span.start >= last && span.start < span.end, "{place}: {span:?} in {text:?}");
        assert_eq!(text.get(span.clone()), Some(candidate.printed.as_str()), "{place}: {text:?}");
        assert!(!candidate.amount.to_string().is_empty());
        Skeleton::of(candidate, locale);
        last = span.end;
    }
    let spans = reading.amounts.iter().map(|c| &c.span).chain(&reading.dates).chain(&reading.rest);
    let mut seen = vec![false; text.len()];
    for span in spans {
        assert!(text.get(span.clone()).is_some(), "{place}: {span:?} in {text:?}");
        seen[span.clone()].fill(true);
    }
    for (at, digit) in text.char_indices().filter(|(_, c)| c.is_ascii_digit()) {
        assert!(seen[at], "{place}: {digit} at {at} is forgotten in {text:?}");
    }
    assert_eq!(read(text, locale), reading, "{place}: {text:?}");
}

#[cfg(feature = "cli")]
mod command {
    use std::io::Write;
    use std::process::{Command, Output, Stdio};

    fn recognise(text: &str, arguments: &[&str]) -> Output {
        let mut child = Command::new(env!("CARGO_BIN_EXE_duoyuan"))
            .args(["recognise", "-"])
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // a command that refuses its arguments ends without reading: then nobody takes the text
        let _ = child.stdin.take().unwrap().write_all(text.as_bytes());
        child.wait_with_output().unwrap()
    }

    #[test]
    fn the_command_lists_amounts_and_the_digits_that_it_did_not_take() {
        let told = recognise("2023年，5G基站超过12.6万个。\n", &["--lang", "zh"]);
        let out = String::from_utf8(told.stdout).unwrap();
        assert_eq!(told.status.code(), Some(0), "{out}");
        for part in
            ["超过12.6万个  →  126000 个；多于此数，不含本数；个数；2023", "没有取的数字：5G", "1 个数，1 处"]
        {
            assert!(out.contains(part), "no {part:?} in {out}");
        }
        let told = recognise("Output fell by nearly 5% in 2023.", &["--lang", "en"]);
        let out = String::from_utf8(told.stdout).unwrap();
        assert!(out.contains("nearly 5%  →  5 %; "), "{out}");
        assert!(out.contains("fall; 2023"), "{out}");
    }

    #[test]
    fn the_command_writes_spans_and_figures() {
        let text = "2023年，产量超过12.6万吨。\n\n同比增长5.0%。";
        let told = recognise(text, &["--lang", "zh", "--format", "json"]);
        let document: serde_json::Value = serde_json::from_slice(&told.stdout).unwrap();
        let first = &document["candidates"][0];
        let place = |value: &serde_json::Value| {
            value[0].as_u64().unwrap() as usize..value[1].as_u64().unwrap() as usize
        };
        assert_eq!(&text[place(&first["span"])], "超过12.6万吨");
        assert_eq!(&text[place(&first["sentence"])], "2023年，产量超过12.6万吨。");
        assert_eq!(first["value"], "126000");
        assert_eq!(first["figure"]["bound"], "more_than");
        assert_eq!(first["figure"]["printed"], "超过");
        assert_eq!(document["candidates"][1]["paragraph"], 2);
        assert!(String::from_utf8(told.stdout).unwrap().contains("\"value\": 5.0"), "digits stay as printed");
        assert_eq!(document["dates"][0]["text"], "2023年");
    }

    #[test]
    fn a_language_without_rules_is_refused() {
        let told = recognise("1", &["--lang", "ru"]);
        assert_eq!(told.status.code(), Some(2));
        assert!(String::from_utf8(told.stderr).unwrap().contains("not yet in ru"));
    }
}
