// The shell's own words, those of words.js and all that come after the first picture.

import { WORDS as FIRST } from './words.js';

export const WORDS = {
  zh: {
    ...FIRST.zh,
    record: '数字来历', close: '关闭', cite: '复制引用', figureLink: '复制链接', opensTab: '（新窗口）',
    key: '读图', marks: '图中各项',
    way: (from, to) => `“${from}”里的图形怎样变成“${to}”：之前、途中、之后`,
    overview: (title, groups, marks) => `概览：${title}，${groups > 1 ? `${groups}组` : ''}${marks}项`,
    keys: '方向键走到前后一项，回车进入一组或查看来历，Esc退回上一层，翻页键换章。',
    stale: '新的故事文件有误，图上仍是上一版', refused: '有图会超出来源所说，没有画', problems: (n) => `${n} 处问题`,
  },
  en: {
    ...FIRST.en,
    record: 'About this number', close: 'Close', cite: 'Copy citation', figureLink: 'Copy link', opensTab: ' (new window)',
    key: 'How to read', marks: 'Items in the picture',
    way: (from, to) => `How the marks of "${from}" become those of "${to}": before, on the way, after`,
    overview: (title, groups, marks) => `Overview: ${title}, ${groups > 1 ? `${groups} groups, ` : ''}${marks === 1 ? '1 item' : `${marks} items`}`,
    keys: 'Arrow keys walk the items, Enter goes into a group or opens a record, Escape goes back out, Page keys change the chapter.',
    stale: 'The new story files have problems; this is the last good picture', refused: 'Some charts would say more than their sources and are not drawn', problems: (n) => (n === 1 ? '1 problem' : `${n} problems`),
  },
};
