// Before the page is painted: one language is chosen, by the address (?lang=en) or the browser. Without scripts both
// are shown.

{
  const asked = new URLSearchParams(location.search).get('lang') ?? navigator.language;
  const lang = /^zh\b/i.test(asked) ? 'zh' : 'en';
  document.documentElement.lang = lang === 'zh' ? 'zh-Hans' : 'en';
  document.documentElement.dataset.show = lang;
}
