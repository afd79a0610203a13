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
    pub related: &'static str,
    pub stories: &'static str,
    pub languages: &'static str,
    pub infographic: &'static str,
}

const ZH: Words = Words {
    data_table: "数据表",
    no_script: "打开 JavaScript 可以看动图和每个数字的出处。",
    whole_story: "看全文",
    fact_sheet: "数字核对表",
    related: "相关阅读",
    stories: "全部图解",
    languages: "语言",
    infographic: "数据图解",
};

const EN: Words = Words {
    data_table: "Data table",
    no_script: "With JavaScript you can see the moving pictures and where each number comes from.",
    whole_story: "See the whole story",
    fact_sheet: "Fact sheet",
    related: "Related",
    stories: "All graphics",
    languages: "Languages",
    infographic: "Infographic",
};

const RU: Words = Words {
    data_table: "Таблица данных",
    no_script: "С включённым JavaScript видны движение и источник каждого числа.",
    whole_story: "Вся история целиком",
    fact_sheet: "Проверка чисел",
    related: "По теме",
    stories: "Все графики",
    languages: "Языки",
    infographic: "Инфографика",
};

/// The words of pages in a language.
pub fn of(locale: Locale) -> &'static Words {
    match locale {
        Locale::Zh => &ZH,
        Locale::En => &EN,
        Locale::Ru => &RU,
    }
}
