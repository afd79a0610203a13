//! Bound words: each says its bound, wherever it stands in a sentence.

use super::*;

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
