//! Russian.
//!
//! Numbers: a comma before decimals, spaces that do not break between groups of three digits from five digits on, a space before %
//! (GOST R 7.0.100, Milchin's handbook). Units follow the number: 1 год, 2 года, 5 лет, 1,5 года; after a bound they stand in the
//! genitive: более 21 года.
//!
//! **Invariant**: everything that belongs to this language and to no other stands here.

use crate::locale::catalogue::{BoundsSaid, Breaks, Catalogue, Directions};
use crate::locale::date::{Date, Part};
use crate::locale::message::Message;
use crate::locale::number::{
    bound_phrase, form_of, Decimal, Digits, Format, Phrase, Power, Quantity, Rank, UnitForms,
};
use crate::locale::Locale;
use crate::statement::{Bound, Form};

/// A space at which no line ends.
const NBSP: &str = "\u{a0}";

pub(super) static CATALOGUE: Catalogue = Catalogue {
    tag: "ru",
    code: "ru",
    name: "Русский",
    name_for_editors: "俄文 · Russian",
    short: "РУ",
    spaced: true,
    digits: Digits { decimal: ",", group: NBSP, group_from: 5, range: "–" },
    powers: &[
        Power { format: Format::Thousand, places: 3, word: "тыс." },
        Power { format: Format::Million, places: 6, word: "млн" },
        Power { format: Format::Billion, places: 9, word: "млрд" },
    ],
    axis_powers: &[(6, "\u{a0}млн"), (9, "\u{a0}млрд"), (12, "\u{a0}трлн")],
    units: &UNITS,
    bound_words: &BOUND_WORDS,
    bounds_said: BoundsSaid {
        exact: &["ровно", "точно"],
        behind: &[("или более", "at_least"), ("или больше", "at_least"), ("или менее", "up_to")],
        ambiguous: &["до", "ниже", "больше", "более", "меньше", "менее", "свыше"],
    },
    behind_numbers: &["тыс", "млн", "млрд", "%", "‰", "процентов", "процента"],
    is_letter: |c| ('\u{400}'..='\u{4ff}').contains(&c),
    number_words: &[
        "половин*",
        "треть",
        "трети",
        "четверт*",
        "пятая",
        "пятую",
        "пятой",
        "шест*",
        "седьм*",
        "восьм*",
        "девят*",
        "десят*",
        "сотн*",
        "сто",
        "тысяч*",
        "миллион*",
        "миллиард*",
        "дюжин*",
        "вдвое",
        "втрое",
        "вчетверо",
        "удво*",
        "утро*",
        "дважды",
        "трижды",
        "один",
        "одна",
        "два",
        "две",
        "три",
        "четыре",
        "пять",
        "семь",
        "восемь",
        "двадцат*",
        "тридцат*",
        "сорок",
        "пятьдесят",
        "двух*",
        "трёх*",
    ],
    inferred_words: &["предположительно", "предпол", "выведен", "по расчёт", "оценочн"],
    goal_words: &["цель", "цели", "целевой", "целевая", "целевое", "план", "плану", "планируется"],
    forecast_words: &["прогноз", "прогнозу", "прогнозный", "прогнозная", "прогнозное", "ожидается"],
    goal_names: &["цель", "цели", "прогноз"],
    goal_links: &[":"],
    per_words: &["на "],
    year_parts: &["полугодие", "полугодия", "квартал", "квартала", "кварталы"],
    year_before: &["предыдущий год", "прошлый год", "год назад", "тот же период годом ранее"],
    plan_names: &["пятилетний план", "плановый период"],
    aim_words: &["цел", "план", "будущ", "будет", "будут", "намер", "должн"],
    directions: Directions {
        rises: &[
            "вырос*",
            "выраст*",
            "рос",
            "росла",
            "росло",
            "росли",
            "увелич*",
            "возрос*",
            "повыс*",
            "подня*",
            "прибав*",
            "прирост",
            "прироста",
            "приросту",
            "приростом",
            "рост",
        ],
        falls: &[
            "сниз*",
            "сниж*",
            "упал*",
            "паден*",
            "сократ*",
            "сокращ*",
            "уменьш*",
            "понизи*",
            "потеря*",
            "спад",
            "спада",
            "спадом",
        ],
        from: &["с", "от"],
        to: &["до"],
        links: &[
            "на",
            "в",
            "около",
            "почти",
            "примерно",
            "более",
            "более чем",
            "менее",
            "менее чем",
            "свыше",
            "ещё",
            "лишь",
            "только",
        ],
        rises_behind: &[],
        falls_behind: &[],
    },
    breaks: Breaks {
        no_start: "»",
        no_end: "«„№",
        before_digits: "",
        after_digits: "",
        // a short preposition or conjunction is not left alone at the end of a line
        no_end_words: &[
            "в", "во", "и", "а", "к", "ко", "с", "со", "о", "об", "у", "на", "не", "за", "из", "от", "до",
            "по", "но", "В", "И", "А", "К", "С", "О", "У", "На", "Не", "За", "Из", "От", "До", "По", "Но",
        ],
    },
    plural,
    phrase,
    range_words: &["между", "от"],
    rank,
    date,
    within_year,
    message,
};

const UNITS: UnitForms = UnitForms {
    percent: &["%"],
    points: &["п.\u{a0}п."],
    people: &["человек", "человека", "человек"],
    years: &["год", "года", "лет"],
    minutes: &["минута", "минуты", "минут"],
    items: &["пункт", "пункта", "пунктов"],
    mu: &["му"],
    hectares: &["га"],
    yuan: &["юань", "юаня", "юаней"],
};

const BOUND_WORDS: [(&str, &str); 17] = [
    ("более", "more_than"),
    ("больше", "more_than"),
    ("свыше", "more_than"),
    ("не менее", "at_least"),
    ("не меньше", "at_least"),
    ("как минимум", "at_least"),
    ("до", "up_to"),
    ("не более", "up_to"),
    ("не больше", "up_to"),
    ("менее", "less_than"),
    ("меньше", "less_than"),
    ("ниже", "less_than"),
    ("почти", "nearly"),
    ("около", "about"),
    ("порядка", "about"),
    ("примерно", "about"),
    ("приблизительно", "about"),
];

const MONTHS: [&str; 12] = [
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
];

const OF_MONTHS: [&str; 12] = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
];

const ONE: usize = 0;
/// Two to four, and the genitive singular, which a fraction asks for.
const FEW: usize = 1;
/// Five and more, and the genitive plural.
const MANY: usize = 2;

/// One, few, many.
fn plural(n: Decimal) -> usize {
    if n.places > 0 {
        return FEW;
    }
    match (n.mantissa.unsigned_abs() % 10, n.mantissa.unsigned_abs() % 100) {
        (_, 11..=14) => MANY,
        (1, _) => ONE,
        (2..=4, _) => FEW,
        _ => MANY,
    }
}

/// The form after a word that asks for the genitive: 21 and fractions take the singular, all others the plural.
fn genitive(n: Decimal) -> usize {
    match plural(n) {
        ONE => FEW,
        FEW if n.places > 0 => FEW,
        _ => MANY,
    }
}

fn phrase(q: Quantity) -> Phrase {
    // почти, примерно and приблизительно leave the case as it is
    let leaves_case = q.printed == "почти" || q.printed.starts_with("при");
    let governs = !matches!(q.bound, Bound::Exact | Bound::Between | Bound::Nearly) && !leaves_case;
    let form = match (q.power.is_empty(), governs) {
        (false, _) => MANY,
        (true, true) => genitive(q.value),
        (true, false) => plural(q.value),
    };
    let (lead, trail) = q.around_digits_in(form);
    let mut p = Phrase { before: lead.into(), ..Phrase::default() };
    let scale = if q.power.is_empty() { String::new() } else { [NBSP, q.power].concat() };
    let tight = trail.is_empty() || trail.starts_with([' ', '\u{a0}']);
    p.unit = [scale.as_str(), if tight { "" } else { NBSP }, trail].concat();
    let word = |usual: &'static str| q.known_word(usual) + NBSP;
    match q.bound {
        Bound::Exact | Bound::Between if q.form == Form::OpenList => p.after = " и другие".into(),
        Bound::Exact | Bound::Between => {}
        Bound::MoreThan => p.before = word("более") + &p.before,
        Bound::LessThan => p.before = word("менее") + &p.before,
        Bound::AtLeast => p.before = word("не менее") + &p.before,
        Bound::UpTo => p.before = word("до") + &p.before,
        Bound::About => p.before = word("около") + &p.before,
        Bound::Nearly => p.before = word("почти") + &p.before,
    }
    p.digits = q.digits;
    p
}

fn rank(rank: Rank) -> Phrase {
    let Rank { place, of, forms, bound } = rank;
    let written = |n: i64| Decimal::whole(n).written(&CATALOGUE.digits);
    let after = of.map_or(String::new(), |of| {
        let name = form_of(forms, genitive(Decimal::whole(of)));
        [" из ", &written(of), if name.is_empty() { "" } else { NBSP }, name]
            .concat()
            .replace(" из ", " из\u{a0}")
    });
    let (before, ending, unit) = match bound {
        Bound::Exact => (String::new(), "-е", "место"),
        Bound::UpTo => (["не ниже", NBSP].concat(), "-го", "места"),
        bound => (bound_phrase(bound, Locale::Ru).before, "-го", "места"),
    };
    let digits = [&written(place), ending].concat();
    Phrase { before, digits, unit: [NBSP, unit].concat(), after, ..Phrase::default() }
}

fn date(date: Date) -> String {
    let y = date.year;
    let of = |names: &[&'static str; 12], m: u8| names[(m as usize - 1).min(11)];
    match date.part {
        Part::Year => format!("{y}{NBSP}год"),
        Part::Quarter(q) => {
            format!("{}{NBSP}квартал {y}{NBSP}года", ["I", "II", "III", "IV"][(q as usize - 1).min(3)])
        }
        Part::Month(m) => format!("{} {y}{NBSP}года", of(&MONTHS, m)),
        Part::Day(m, d) => format!("{d}{NBSP}{} {y}{NBSP}года", of(&OF_MONTHS, m)),
    }
}

fn within_year(part: Part) -> String {
    match part {
        Part::Quarter(q) => format!("{}{NBSP}кв.", ["I", "II", "III", "IV"][(q as usize - 1).min(3)]),
        Part::Month(m) => MONTHS[(m as usize - 1).min(11)].chars().take(3).collect(),
        Part::Year | Part::Day(..) => String::new(),
    }
}

fn message(message: Message) -> &'static str {
    match message {
        Message::Space => " ",
        Message::Comma => ", ",
        Message::Semicolon => "; ",
        Message::Colon => ": ",
        Message::Enumeration => ", ",
        Message::Stop => ".",
        Message::ChapterGap => " · ",
        Message::InBrackets => " ({0})",
        Message::StatusOfBoth => "оба числа: {0}",
        Message::StatusOfAll => "все числа: {0}",
        Message::Key => "Обозначения",
        Message::Source => "Источник: ",
        Message::DrawnPeriod => "Период: ",
        Message::OtherSource => "другие источники: ",
        Message::SourcesCounted => "Источников: {0}. ",
        Message::SourcesMore => "{0} и др.",
        Message::Note => "Примечание",
        Message::KeyExact => "сплошная фигура: число, как его приводит источник",
        Message::KeyMoreThan => "открытый конец: больше этого числа, насколько — не сказано",
        Message::KeyAtLeast => "засечка и открытый конец: столько или больше",
        Message::KeyUpTo => "открыто вниз: не больше этого числа",
        Message::KeyAbout => "размытый край: примерно",
        Message::KeyNearly => "размытый край у числа: почти",
        Message::KeyFallMoreThan => "открытый край: снижение больше этого числа",
        Message::KeyFallAtLeast => "черта и открытый край: снижение не меньше этого числа",
        Message::KeyFallLessThan => "открыто к нулю: снижение меньше этого числа",
        Message::KeyFallUpTo => "черта, открыто к нулю: снижение не больше этого числа",
        Message::KeyNotFinal => "бледная заливка в рамке: предварительное значение или оценка",
        Message::PartsNotListed => "не указано",
        Message::KeyBetween => "штриховка с границами: между этими двумя числами",
        Message::KeyClass => "скобка: порядок величины, а не значение",
        Message::KeyOpenList => "пустой кружок: список неполный",
        Message::KeyTarget => "пунктирный контур: цель, а не результат",
        Message::KeyMissing => "тонкая пустая полоска: данных не найдено",
        Message::KeyMissingDefined => "тонкая пустая полоска: нет данных по этому определению",
        Message::KeyAdjacent => "соединены только соседние периоды с одной методикой",
        Message::KeyCompare => "кольцо: число из самой статьи",
        Message::KeyContext => "точки: из другого источника",
        Message::KeyDiamond => "ромб: из другого источника",
        Message::Goal => "цель",
        Message::Goals => "цели",
        Message::NotFound => "данных не найдено",
        Message::NoneSoDefined => "нет данных по этому определению",
        Message::YearNotGiven => "год не указан",
        Message::WhatIsMissing => "Чего не хватает",
        Message::MissingItems => "данных не найдено: {0}",
        Message::TileRecords => "{0}\u{a0}{0|запись|записи|записей} без общей оси",
        Message::TileLatest => "последнее: {0}",
        Message::OneScale => "масштаб везде один",
        Message::HeadingTiles => "Ряды, по одному в ячейке",
        Message::And => "и другие",
        Message::Year => "{0}\u{a0}г.",
        Message::YearSpan => "{0}–{1}\u{a0}гг.",
        Message::Years => "{0}–{1}",
        Message::YearLabel => "{0}",
        Message::Nth => "{1} {0}",
        Message::GoTo => "Перейти к главе: {0}",
        Message::GapUnpublished => "{0}\u{a0}{0|год|года|лет}: данных не найдено",
        Message::GapDefined => "{0}\u{a0}{0|год|года|лет}: нет данных по этому определению",
        Message::GapShort => "{0}\u{a0}{0|год|года|лет}",
        Message::Paragraph => "статья, абз.\u{a0}{0}",
        Message::Paragraphs => "статья, абз.\u{a0}{0}",
        Message::RecordPeriod => "Период",
        Message::RecordBound => "Точность",
        Message::RecordKind => "Вид",
        Message::RecordSource => "Источник",
        Message::RecordInterest => "Заинтересованность",
        Message::RecordProcessing => "Обработка",
        Message::RecordOthers => "Другие источники",
        Message::RecordNote => "Примечание",
        Message::RecordCaution => "Нельзя заключить",
        Message::RecordChecked => "Проверено",
        Message::RecordDenominator => "Доля от",
        Message::RecordBase => "База сравнения",
        Message::RecordDeadline => "Срок",
        Message::Deadline => "срок: {0}",
        Message::BasePeriod => "база сравнения: {0}",
        Message::Against => "база сравнения: {0}",
        Message::FirstNumber => "первое число",
        Message::SecondNumber => "второе число",
        Message::Result => "результат",
        Message::AsPrinted => "как в источнике, без пересчёта",
        Message::Counted => "подсчитано по списку в статье; самого числа в ней нет",
        Message::Computed => "вычислено программой ({0}), исходные числа: {1}",
        Message::ByConversion => "пересчёт, ×{0}/{1}",
        Message::BySum => "сумма",
        Message::ByDifference => "разность",
        Message::ByRatio => "отношение",
        Message::ByShare => "доля",
        Message::NotStated => "в источнике не указано",
        Message::Citation => "{0}. Источник: {1}.",
        Message::ColumnItem => "Показатель",
        Message::ColumnValue => "Значение",
        Message::ColumnBound => "Точность",
        Message::ColumnUnit => "Единица",
        Message::ColumnPeriod => "Период",
        Message::ColumnSource => "Источник",
        Message::BoundExact => "точное число",
        Message::BoundPublished => "как опубликовано",
        Message::BoundComputed => "вычислено",
        Message::BoundMoreThan => "больше этого числа",
        Message::BoundAtLeast => "это число или больше",
        Message::BoundUpTo => "это число или меньше",
        Message::BoundLessThan => "меньше этого числа",
        Message::BoundAbout => "приблизительно",
        Message::BoundClass => "порядок величины, а не значение",
        Message::BoundOpenList => "список неполный",
        Message::KindLevel => "уровень",
        Message::KindFlow => "итог за период",
        Message::KindShare => "доля",
        Message::KindGrowth => "темп роста",
        Message::KindCount => "количество",
        Message::KindRank => "место",
        Message::KindDate => "дата",
        Message::KindTarget => "цель, а не результат",
        Message::KindClass => "порядок величины, а не значение",
        Message::Words => "текст",
        Message::NoSource => "нет ни в одном из указанных источников",
        Message::PointsStatement => "{0}: {1}, {2}\u{a0}{2|число|числа|чисел}",
        Message::GapYear => "{0}: за {1} данных не найдено",
        Message::GapYears => "{0}: за {1} данных не найдено ({2}\u{a0}{2|год|года|лет})",
        Message::GapYearDefined => "{0}: за {1} нет данных по этому определению",
        Message::GapYearsDefined => "{0}: за {1} нет данных по этому определению ({2}\u{a0}{2|год|года|лет})",
        Message::CorrectedFrom => "Исправление, {0}: {1} — было {2}, стало ",
        Message::CorrectedWhy => ". {0}",
        Message::FiguresInPicture => "На рисунке {0}\u{a0}{0|число|числа|чисел}",
        Message::CountNotExact => "неточных: {0}",
        Message::CountGoals => "целей: {0}",
        Message::CountYearsMissing => "лет, за которые данных не найдено: {0}",
        Message::AndMore => "и ещё {0}",
        Message::ListGoesOn => " и другие",
        Message::ListCut => "…",
        Message::PointInPeriod => "{1} ({0})",
        Message::SeriesSpan => {
            "{0}: данные за {1}\u{a0}{1|год|года|лет}, первое значение — {2}, последнее — {3}"
        }
        Message::Extremes => "Из точных чисел наибольшее — {0}, наименьшее — {1}",
        Message::NotExactPoints => "Неточные числа: {0}",
        Message::YearsMissing => "Данных не найдено за {0}\u{a0}{0|год|года|лет}: {1}",
        Message::EndsDefinition => {
            "Первое и последнее значения рассчитаны по разным методикам и не сравниваются"
        }
        Message::EndsNotExact => "Первое и последнее значения не оба точные и не сравниваются",
        Message::EndsHigher => "Последнее значение выше первого",
        Message::EndsLower => "Последнее значение ниже первого",
        Message::EndsEqual => "Первое и последнее значения равны",
        Message::FromSource => "; источник: ",
        Message::GroupItems => "{0} ({1}\u{a0}{1|пункт|пункта|пунктов})",
        Message::HeadingTimeline => "Лента времени",
        Message::HeadingCallouts => "Числа, каждое в своём масштабе",
        Message::HeadingRefused => "Диаграмма, которая не построена",
        Message::NoChartHere => "Здесь нет диаграммы",
        Message::ArticleLabel => "статья",
        Message::CrowdedAbove => "Не поместились на рисунке:",
        Message::ClassNotYear => "порядок величины, а не значение за год",
        Message::AreaEquals => "= ",
        Message::OtherScale => "здесь другой масштаб: 1\u{a0}точка = {0}\u{a0}{1}",
        Message::OneDrop => "1\u{a0}капля = {0}",
        Message::OneDot => "1\u{a0}точка = {0}",
        Message::OneWindow => "1\u{a0}окно = {0}",
        Message::LastBlock => "последний означает {0} блока",
        Message::LastDrop => "последняя капля: {0}",
        Message::LastDot => "последняя точка: {0}",
        Message::LastWindow => "последнее окно: {0}",
        Message::UnitThenName => "{0}: {1}",
        Message::NotApplicable => "неприменимо",
        Message::BoundNearly => "чуть меньше этого числа",
        Message::BoundBetween => "между этими числами включительно",
        Message::KindForecast => "прогноз, а не результат",
        Message::KindRate => "коэффициент",
        Message::KindChange => "изменение",
        Message::KindPoints => "изменение в процентных пунктах",
        Message::KindMultiple => "кратность",
        Message::KindRatio => "отношение",
        Message::KindIndex => "индекс",
        Message::StatusPreliminary => "предварительное значение",
        Message::StatusRevised => "уточнённое значение",
        Message::StatusEstimated => "оценка",
        Message::StatusForecast => "прогноз",
        Message::CountNotFinal => "предварительных, уточнённых, оценочных и прогнозных: {0}",
        Message::KeyForecast => "точечный контур: прогноз, а не результат",
        Message::KeyHollow => "пустой кружок: этого ещё нет",
        Message::KeyLessThan => "открыто вниз: меньше этого числа",
        Message::Fall => "снижение:\u{a0}",
        Message::Decrease => "снижение:\u{a0}",
        Message::Below => "ниже\u{a0}",
        Message::NotAbove => "не выше\u{a0}",
        Message::Above => "выше\u{a0}",
        Message::NotBelow => "не ниже\u{a0}",
        Message::KeyLists => "клетка — список; закрашена, если называет",
        Message::GuessYours => "Ваш ответ: {0}",
        Message::GuessAnnounced => "Угадайте: {0}",
        Message::GuessRight => "Верно: {0}.",
        Message::GuessNearest => "Ближе на этой шкале не бывает: в источнике {0}.",
        Message::GuessTooLow => "Меньше, чем в источнике: там {0}.",
        Message::GuessTooHigh => "Больше, чем в источнике: там {0}.",
        Message::GuessPossible => "Возможно: в источнике сказано лишь «{0}».",
        Message::GuessAtFloor => "Ровно нижняя граница: в источнике «{0}».",
        Message::GuessAtFloorIncluded => "Ровно нижняя граница, она входит: в источнике «{0}».",
        Message::GuessBelowFloor => "Ниже нижней границы: в источнике «{0}».",
        Message::GuessAtCeiling => "Ровно верхняя граница: в источнике «{0}».",
        Message::GuessAtCeilingIncluded => "Ровно верхняя граница, она входит: в источнике «{0}».",
        Message::GuessAboveCeiling => "Выше верхней границы: в источнике «{0}».",
        Message::GuessWithin => "В пределах указанного: в источнике «{0}».",
        Message::GuessBelowRange => "Ниже указанных пределов: в источнике «{0}».",
        Message::GuessAboveRange => "Выше указанных пределов: в источнике «{0}».",
        Message::KeyDefinitions => "другая форма — другое определение",
        Message::FromZero => "{0}, от нуля",
        Message::YearsEmpty => "годы, за которые данных не найдено, оставлены пустыми",
        Message::EachItsScale => "У каждого ряда своя шкала: высоты двух графиков сравнивать нельзя",
        Message::SideBySide => "{0} и {1}",
        Message::NothingFound => "Ничего не найдено",
        Message::ColumnDefinition => "Определение",
        Message::ColumnNotes => "Примечания и другие сведения",
        Message::FactUnit => "Единица",
        Message::FactScope => "Охват",
        Message::FactYears => "Годы",
        Message::YearsFound => "данные есть за {1} из {0}\u{a0}{0|года|лет|лет}",
        Message::DefinitionsCount => "{0}",
        Message::GuessAtAbout => "То самое число: в источнике «{0}».",
        Message::GuessLowerThanAbout => {
            "Меньше этого числа: в источнике «{0}», насколько оно неточно, не сказано."
        }
        Message::GuessHigherThanAbout => {
            "Больше этого числа: в источнике «{0}», насколько оно неточно, не сказано."
        }
    }
}
