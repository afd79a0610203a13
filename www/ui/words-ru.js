// The words of the interface in Russian, fetched with a story that has the language.

/** @import {Words} from '../types.js' */

/** @type {Words} */
export const WORDS = {
  previous: 'Предыдущая глава',
  next: 'Следующая глава',
  play: 'Воспроизвести',
  pause: 'Пауза',
  replay: 'Повторить',
  language: 'Язык',
  tools: 'Инструменты',
  chapters: 'Главы',
  nextIs: 'Далее: ',
  theme: 'Оформление',
  themes: { auto: 'авто', light: 'светлое', dark: 'тёмное', contrast: 'контрастное' },
  table: 'Таблица данных',
  tableClose: 'Скрыть таблицу',
  download: 'Скачать',
  large: 'Крупно',
  sonification: 'Слушать',
  share: 'Поделиться',
  copied: 'Скопировано',
  copyFailed: 'Не удалось скопировать',
  notFetched: 'Не удалось загрузить; попробуйте позже',
  compare: 'Выберите другой список: кто остаётся?',
  items: (/** @type {number} */ n, /** @type {string} */ open) => `пунктов: ${n}${open ? ` ${open}` : ''}`,
  guess: {
    how: 'Перетащите метку на рисунке или двигайте ползунок; стрелки тоже работают.',
    yours: 'Ваш ответ',
    show: 'Показать',
    skip: 'Пропустить',
    again: 'Ещё раз',
    kept: 'Ответ не сохраняется',
  },
  hint: 'Нажмите на подчёркнутое число, чтобы узнать, откуда оно',
  colon: ': ',
  semicolon: '; ',
  seek: 'Положение в анимации этой главы',
  tour: 'Показать всё подряд',
  record: 'Об этом числе',
  close: 'Закрыть',
  cite: 'Скопировать цитату',
  figureLink: 'Скопировать ссылку',
  opensTab: ' (в новом окне)',
  key: 'Обозначения',
  marks: 'Элементы рисунка',
  overview: (/** @type {string} */ title, /** @type {number} */ groups, /** @type {number} */ marks) =>
    `Обзор: ${title}, ${groups > 1 ? `групп: ${groups}, ` : ''}элементов: ${marks}`,
  keys:
    'Стрелки переводят к соседнему элементу, Enter открывает группу или сведения о числе, Esc возвращает назад, ' +
    'Page Up и Page Down меняют главу.',
  stale: 'В новых файлах истории есть ошибки; показана последняя верная версия',
  refused: 'Некоторые диаграммы утверждали бы больше, чем их источники, и не построены',
  problems: (/** @type {number} */ n) => `ошибок: ${n}`,
};
