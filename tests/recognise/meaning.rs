//! What an amount is: a goal, a change, a part of a whole, preliminary, with its unit.

use super::*;

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
            ("In 2023 output was 5 tonnes (provisional), after 4 tonnes.", "5@2023 preliminary, 4@2023"),
            ("In 2023 output was 5 tonnes (preliminary figure).", "5@2023 preliminary"),
            ("In 2023 output was 5 tonnes (provisional licences aside).", "5@2023"),
            ("It aims for 7 tonnes by 2030. The figures are preliminary.", "7@2030 target"),
            ("The council aims at 2,000 homes a year by 2028.", "2000@2028 target"),
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
            ("2023年产量5万吨（初步核算数），职工300人。", "50000@2023 preliminary, 300@2023"),
            ("2023年产量5万吨，为初步数。", "50000@2023 preliminary"),
            ("2023年产量5万吨，初步数据库建成。", "50000@2023"),
            ("2023年产量5万吨。项目已初步建成。", "50000@2023"),
            ("2023年产量5万吨。以上数据不是初步数。", "50000@2023"),
            ("2023年产量5万吨。以上2022年数据为初步数。", "50000@2023"),
        ],
    );
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
