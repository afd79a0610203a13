//! The words of a site's pages around the story, in each language.
//!
//! **Invariant**: only what readers of pages see; the picture's own phrases are in the catalogues, which the reader's engine
//! has too.

use crate::locale::Locale;

/// The words in one language.
pub struct Words {
    pub data_table: &'static str,
    pub no_script: &'static str,
    pub whole_story: &'static str,
    pub fact_sheet: &'static str,
    pub how_to_read: &'static str,
    pub accessibility: &'static str,
    pub related: &'static str,
    pub stories: &'static str,
    pub languages: &'static str,
    pub infographic: &'static str,
    pub colon: &'static str,
    /// Where a statement stands; {0} is the number of a sentence.
    pub in_title: &'static str,
    pub in_subtitle: &'static str,
    pub in_sentence: &'static str,
    pub in_note: &'static str,
    pub in_picture: &'static str,
    /// Ticks.
    pub unticked: &'static str,
    pub changed: &'static str,
    pub ticked: &'static str,
    /// {0} of {1}.
    pub checked_count: &'static str,
    pub about_facts: &'static str,
    pub others: &'static str,
    /// Heads of the fact sheet as a table, and as a file for spreadsheets.
    pub columns: [&'static str; 6],
    pub fact_columns: [&'static str; 14],
}

const ZH: Words = Words {
    data_table: "数据表",
    no_script: "打开 JavaScript 可以看动图和每个数字的出处。",
    whole_story: "看全文",
    fact_sheet: "数字核对表",
    how_to_read: "怎样读这些图",
    accessibility: "无障碍",
    related: "相关阅读",
    stories: "全部图解",
    languages: "语言",
    infographic: "数据图解",
    colon: "：",
    in_title: "标题",
    in_subtitle: "副题",
    in_sentence: "正文第{0}句",
    in_note: "图注",
    in_picture: "图",
    unticked: "未核对",
    changed: "核对后改过，当时是",
    ticked: "已核对",
    checked_count: "已与来源核对{0}条，共{1}条。",
    about_facts: "这里逐条列出图解里的数字：说的是什么，在哪里出现，出自哪里，什么结论不能下。",
    others: "他源",
    columns: ["陈述", "含义", "出现处", "来源", "不能下的结论", "核对"],
    fact_columns: [
        "代号",
        "名称",
        "所印的话",
        "限定",
        "期间",
        "整体或基数",
        "怎样算出",
        "出现处",
        "来源",
        "网址",
        "他源所说",
        "不能下的结论",
        "来源最后查看",
        "核对",
    ],
};

const EN: Words = Words {
    data_table: "Data table",
    no_script: "With JavaScript you can see the moving pictures and where each number comes from.",
    whole_story: "See the whole story",
    fact_sheet: "Fact sheet",
    how_to_read: "How to read this",
    accessibility: "Accessibility",
    related: "Related",
    stories: "All graphics",
    languages: "Languages",
    infographic: "Infographic",
    colon: ": ",
    in_title: "title",
    in_subtitle: "subtitle",
    in_sentence: "sentence {0}",
    in_note: "note",
    in_picture: "picture",
    unticked: "not checked yet",
    changed: "changed since it was checked, then",
    ticked: "checked",
    checked_count: "{0} of {1} compared with their sources.",
    about_facts: "Every number of the graphics, one by one: what it says, where it appears, where it comes from and what may not be concluded from it.",
    others: "Others say",
    columns: ["Statement", "What it means", "Where it appears", "Source", "What may not be concluded", "Check"],
    fact_columns: [
        "Id", "Name", "As printed", "Bound", "Period", "Whole or base", "Computed", "Where it appears", "Source",
        "Address", "What others say", "What may not be concluded", "Source last looked at", "Check",
    ],
};

const RU: Words = Words {
    data_table: "Таблица данных",
    no_script: "С включённым JavaScript видны движение и источник каждого числа.",
    whole_story: "Вся история целиком",
    fact_sheet: "Проверка чисел",
    how_to_read: "Как читать (на английском)",
    accessibility: "Доступность (на английском)",
    related: "По теме",
    stories: "Все графики",
    languages: "Языки",
    infographic: "Инфографика",
    colon: ": ",
    in_title: "заголовок",
    in_subtitle: "подзаголовок",
    in_sentence: "предложение {0}",
    in_note: "примечание",
    in_picture: "рисунок",
    unticked: "ещё не сверено",
    changed: "изменено после сверки, было",
    ticked: "сверено",
    checked_count: "С источниками сверено: {0} из {1}.",
    about_facts:
        "Все числа графики по порядку: что сказано, где стоит, откуда взято и каких выводов делать нельзя.",
    others: "Другие источники",
    columns: ["Утверждение", "Что значит", "Где стоит", "Источник", "Каких выводов делать нельзя", "Сверка"],
    fact_columns: [
        "Код",
        "Название",
        "Как напечатано",
        "Граница",
        "Период",
        "Целое или база",
        "Вычислено",
        "Где стоит",
        "Источник",
        "Адрес",
        "Другие источники",
        "Каких выводов делать нельзя",
        "Источник проверен",
        "Сверка",
    ],
};

/// The words of pages in a language.
pub fn of(locale: Locale) -> &'static Words {
    match locale {
        Locale::Zh => &ZH,
        Locale::En => &EN,
        Locale::Ru => &RU,
    }
}
