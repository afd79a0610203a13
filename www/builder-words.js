// The embed builder's own words.

export const WORDS = {
  zh: {
    title: '嵌入代码', intro: '选好内容和平台，把代码贴进文章。左边改，右边就变。',
    story: '故事', scene: '章节', all: '整篇', lang: '语言', langs: { zh: '中文', en: 'English' },
    theme: '外观', themes: { auto: '自动', light: '浅色', dark: '深色', contrast: '高对比' },
    mode: '形式', modes: { auto: '自动', page: '滚动卡片', stepper: '逐章翻看', still: '静图' },
    width: '栏宽（像素）', platform: '平台', frozen: '冻结在这一版（以后更正也不变）',
    platforms: { site: '本站网页（元素）', iframe: '外站网页（iframe）', wordpress: 'WordPress', amp: 'AMP', rss: 'RSS、邮件', wechat: '微信公众号', toutiao: '头条号', baijiahao: '百家号' },
    code: '代码', command: '命令', copy: '复制', copied: '已复制', notCopied: '没有复制成：请选中后自行复制', preview: '预览', picture: '下载这张图',
    checks: '平台限制', dated: (date) => `规则以${date}所见为准；符合不等于一定能用，请先试发。`,
    sure: { official: '官方', strong: '确知', good: '多处一致', weak: '未证实', measured: '实测' },
    pass: '符合', fail: '不符', unknown: '请自查', height: (px) => `实测高${px}像素`, missing: '没有manifest.json或limits.json：请先运行make build。',
  },
  en: {
    title: 'Embed code', intro: 'Choose what and where, then paste the code into the article. The preview follows each choice.',
    story: 'Story', scene: 'Chapter', all: 'The whole story', lang: 'Language', langs: { zh: '中文', en: 'English' },
    theme: 'Theme', themes: { auto: 'Auto', light: 'Light', dark: 'Dark', contrast: 'High contrast' },
    mode: 'Form', modes: { auto: 'Auto', page: 'Scrolling cards', stepper: 'Step by step', still: 'Still' },
    width: 'Column width (px)', platform: 'Platform', frozen: 'Freeze this version (later corrections will not reach it)',
    platforms: { site: 'Own site (element)', iframe: 'Other site (iframe)', wordpress: 'WordPress', amp: 'AMP', rss: 'RSS and mail', wechat: 'WeChat article', toutiao: 'Toutiao', baijiahao: 'Baijiahao' },
    code: 'Code', command: 'Command', copy: 'Copy', copied: 'Copied', notCopied: 'Not copied: select it and copy by hand', preview: 'Preview', picture: 'Download this picture',
    checks: 'Limits of the platform', dated: (date) => `Rules as seen in ${date}. To conform does not mean that it works: try it before you publish.`,
    sure: { official: 'official', strong: 'certain', good: 'several sources', weak: 'unconfirmed', measured: 'measured' },
    pass: 'conforms', fail: 'does not conform', unknown: 'check yourself', height: (px) => `${px} px high here`, missing: 'There is no manifest.json or limits.json: run make build first.',
  },
};
