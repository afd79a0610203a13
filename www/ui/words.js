// The shell's own words. What a story says comes from the engine, in the language of the view.

import { LANGUAGES } from './shared.js';

/** @import {EditorLang, Lang, Words} from '../types.js' */

export const LANGS = /** @type {Lang[]} */ (Object.keys(LANGUAGES));
/** A language of ours as HTML names it. @param {Lang} lang */
export const langTag = (lang) => LANGUAGES[lang];
/**
 * The language of ours that is nearest to a language tag.
 * @param {string} tag
 * @returns {Lang}
 */
export const langOf = (tag) => LANGS.find((lang) => lang === tag.split('-')[0].toLowerCase()) ?? 'en';
/** The language for what editors read. @param {Lang} lang @returns {EditorLang} */
export const editorLang = (lang) => (lang === 'zh' ? 'zh' : 'en');
/**
 * The language in which a story is shown to who asks for one: that one, else English, else its first.
 * @param {Lang} wanted
 * @param {Lang[]} languages those of the story
 */
export const shownLang = (wanted, languages) =>
  languages.includes(wanted) ? wanted : languages.includes('en') ? 'en' : (languages[0] ?? wanted);

/** The interface in the languages that every reader gets. */
export const WORDS = {
  zh: {
    previous: '上一章',
    next: '下一章',
    play: '播放',
    pause: '暂停',
    replay: '重播',
    language: '语言',
    tools: '工具',
    chapters: '章节',
    nextIs: '下一章：',
    theme: '外观',
    themes: { auto: '自动', light: '浅色', dark: '深色', contrast: '高对比' },
    table: '数据表',
    tableClose: '收起数据表',
    download: '下载',
    large: '大字',
    sonification: '读与听',
    share: '分享',
    copied: '已复制',
    copyFailed: '复制失败',
    notFetched: '没有取到，请稍后再试',
    compare: '换一份名单，看谁留下',
    items: (/** @type {number} */ n, /** @type {string} */ open) => `${n}项${open}`,
    guess: {
      how: '在图上拖动，也可用滑块或方向键。',
      yours: '你猜',
      show: '揭晓',
      skip: '跳过',
      again: '再猜一次',
      kept: '你的答案不保存',
    },
    explore: {
      themes: '按主题',
      all: '全部',
      search: '找名称、单位、来源',
      series: (/** @type {number} */ n) => `${n}组`,
      found: (/** @type {number} */ n) => `相符的有${n}组`,
      how: '点一格放大；再选一组并排',
      back: (/** @type {number} */ n) => `回到${n}组`,
      beside: '和另一组并排',
      choose: '选一组…',
      only: (/** @type {string} */ name) => `只看${name}`,
      csv: '这一组的CSV',
      rows: (/** @type {number} */ n) => `${n}行，含口径、出处和不同说法`,
      points: '逐点的数值和出处',
    },
    begin: '开始',
    again: '从头再看',
    hint: '点击带下划线的数字，可看它的来历',
    colon: '：',
    semicolon: '；',
    seek: '本章动画的进度',
    tour: '连续播放',
    record: '数字来历',
    close: '关闭',
    cite: '复制引用',
    figureLink: '复制链接',
    opensTab: '（新窗口）',
    key: '读图',
    marks: '图中各项',
    overview: (/** @type {string} */ title, /** @type {number} */ groups, /** @type {number} */ marks) =>
      `概览：${title}，${groups > 1 ? `${groups}组` : ''}${marks}项`,
    keys: '方向键走到前后一项，回车进入一组或查看来历，Esc退回上一层，翻页键换章。',
    stale: '新的故事文件有误，图上仍是上一版',
    refused: '有图会超出来源所说，没有画',
    problems: (/** @type {number} */ n) => `${n} 处问题`,
  },
  en: {
    previous: 'Previous chapter',
    next: 'Next chapter',
    play: 'Play',
    pause: 'Pause',
    replay: 'Replay',
    language: 'Language',
    tools: 'Tools',
    chapters: 'Chapters',
    nextIs: 'Next: ',
    theme: 'Theme',
    themes: { auto: 'Auto', light: 'Light', dark: 'Dark', contrast: 'High contrast' },
    table: 'Data table',
    tableClose: 'Close the table',
    download: 'Download',
    large: 'Large',
    sonification: 'Listen',
    share: 'Share',
    copied: 'Copied',
    copyFailed: 'Not copied',
    notFetched: 'That could not be fetched; please try again later',
    compare: 'Choose another list: who stays?',
    items: (/** @type {number} */ n, /** @type {string} */ open) =>
      open ? `${n} ${open}` : n === 1 ? '1 item' : `${n} items`,
    guess: {
      how: 'Drag in the picture, or use the slider or the arrow keys.',
      yours: 'Your guess',
      show: 'Show',
      skip: 'Skip',
      again: 'Guess again',
      kept: 'Your guess is not kept',
    },
    explore: {
      themes: 'By theme',
      all: 'All',
      search: 'Name, unit or source',
      series: (/** @type {number} */ n) => `${n}`,
      found: (/** @type {number} */ n) => (n === 1 ? '1 series matches' : `${n} series match`),
      how: 'Open a tile to enlarge it; then put another beside it',
      back: (/** @type {number} */ n) => `Back to all ${n} series`,
      beside: 'Put another beside it',
      choose: 'Choose a series…',
      only: (/** @type {string} */ name) => `Only ${name}`,
      csv: 'CSV of this series',
      rows: (/** @type {number} */ n) =>
        `${n === 1 ? '1 row' : `${n} rows`} with definitions, sources and other statements`,
      points: 'Each point with its source',
    },
    begin: 'Begin',
    again: 'Back to the beginning',
    hint: 'Underlined numbers open their source',
    colon: ': ',
    semicolon: '; ',
    seek: 'Position in the motion of this chapter',
    tour: 'Play all',
    record: 'About this number',
    close: 'Close',
    cite: 'Copy citation',
    figureLink: 'Copy link',
    opensTab: ' (new window)',
    key: 'How to read',
    marks: 'Items in the picture',
    overview: (/** @type {string} */ title, /** @type {number} */ groups, /** @type {number} */ marks) =>
      `Overview: ${title}, ${groups > 1 ? `${groups} groups, ` : ''}${marks === 1 ? '1 item' : `${marks} items`}`,
    keys:
      'Arrow keys walk the items, Enter goes into a group or opens a record, Escape goes back out, ' +
      'Page keys change the chapter.',
    stale: 'The new story files have problems; this is the last good picture',
    refused: 'Some charts would say more than their sources and are not drawn',
    problems: (/** @type {number} */ n) => (n === 1 ? '1 problem' : `${n} problems`),
  },
};

/** @type {Partial<Record<Lang, Words>>} */
const known = { ...WORDS };
/** The interface in a language; in English while its words have not come. @param {Lang} lang @returns {Words} */
export const wordsOf = (lang) => known[lang] ?? WORDS.en;
/** Whether the words of a language have still to come. @param {Lang} lang */
export const lacksWords = (lang) => !known[lang];
/** @param {Lang} lang @param {Words} words */
export const addWords = (lang, words) => {
  known[lang] = words;
};

/** What can go wrong before there is a picture: what happened, and what to do. Always shown in both languages. */
export const ERRORS = {
  network: {
    zh: ['没有取到这个文件：网络中断，或速度太慢。', '请检查网络，再点“重试”。'],
    en: ['This file did not arrive: the network is down or too slow.', 'Check the connection, then press Retry.'],
  },
  absent: {
    zh: ['服务器上没有这个文件，或不允许读取。', '请网站编辑确认文件已上传、地址无误，再点“重试”。'],
    en: [
      'The server does not have this file, or will not give it out.',
      'The site editor should check that it is uploaded and the address is right; then press Retry.',
    ],
  },
  large: {
    zh: ['这个文件超过2 MB，没有读取。', '请把故事或数据拆小。'],
    en: ['This file is larger than 2 MB and was not read.', 'Split the story or its data.'],
  },
  address: {
    zh: ['故事里写的文件地址不能用：只能用故事所在文件夹里的文件。', '请改正故事里的文件名。'],
    en: [
      'The story names a file that may not be read: only files of its own folder may.',
      'Correct the file name in the story.',
    ],
  },
  altered: {
    zh: [
      '这个文件与发布时不一致，没有使用。',
      '可能在传输中损坏或被改动。请点“重试”；仍不行，请网站编辑重新上传整个版本。',
    ],
    en: [
      'This file is not the one that was published, and was not used.',
      'It may have been damaged or changed on the way. Press Retry; ' +
        'if that fails, the site editor should upload the whole version again.',
    ],
  },
  engine: {
    zh: [
      '绘图程序没有启动。可能是文件缺失、下载不全，也可能是浏览器或网页的安全设置不允许WebAssembly。',
      '请点“重试”；仍不行，请换浏览器。网站编辑请检查文件和CSP（wasm-unsafe-eval）。',
    ],
    en: [
      'The drawing program did not start. Its file may be missing or cut short, ' +
        'or the browser or the page does not allow WebAssembly.',
      'Press Retry. If that fails, try another browser; ' +
        'the site editor should check the file and the CSP (wasm-unsafe-eval).',
    ],
  },
  story: {
    zh: ['故事文件有误，无法成图。', '请按下面各条改正文件，再点“重试”。'],
    en: ['The story files have problems and cannot be drawn.', 'Correct the files as listed below, then press Retry.'],
  },
  scene: {
    zh: ['故事里没有这一章。', '请检查scene里写的章名。'],
    en: ['The story has no such chapter.', 'Check the name given in scene.'],
  },
  trap: {
    zh: ['绘图程序出错，重启后再次出错。', '下面是文字版。请点“重试”，或刷新网页。'],
    en: [
      'The drawing program failed, and failed again after a restart.',
      'The text version is below. Press Retry or reload the page.',
    ],
  },
};
/** What a link to the page with a scene's words says. */
export const TEXT_LINK = { zh: '文字与数据表', en: 'Text and data table', ru: 'Текст и таблица данных' };
/** @typedef {keyof typeof ERRORS} ErrorCode */

export const RETRY = '重试 Retry';
