// What a Chinese amount is of, from the words in front of it: 全市常住人口约73万人 is 常住人口.
//
// Words of the article only; where they say nothing, the label before it is asked, and then the words behind.

/** @import { Clause, Suggested } from './label.js' */

const PLACES = '全市|我市|全省|我省|全区|全县|我县|全国|本市|全州|全疆|市区|全系统';
const TIMES =
  '全年|当年|年末|年底|年初|目前|截至目前|上半年|下半年|一季度|前三季度|每年|年均|五年来|近年来|其中|同时|此外';
const SMALL = '只有|仅有|累计|共有|共|已|将|要|还|也|并|再|力争|争取|计划|预计|现|约|近|超过|超';
const FRONT = new RegExp(`^(?:${PLACES}|${TIMES}|${SMALL}|实现|完成|拥有|建有|有|使|由于|随着|的|[“”"'《》\\s])`);
const REACHED = [
  '增加到|增长到|提高到|提高至|提升到|提升至|上升到|上升至|下降到|下降至|降低到|扩大到|增至|降至|升至|达到|达|突破|超过|超|占|为|是',
  '分布在|来自|将要|将|力争|争取|计划|预计|有望|同期|首次|首度|再次|再度|率先|历史性',
  '(?<![需主重摘纪])要|至|到|实现|完成|共有|共计|合计|总计|共|有|已|由|从|约|近|仅|均|分别|的|各|位居|居|位列|列|排名|排',
].join('|');
const BACK = new RegExp(`(?:${REACHED}|每[^，]{1,6}|[“”"'：:\\s])$`);
const CHANGE =
  /(?:同比|环比|(?:比|较)[^，。]{0,12}?)?(?:实际|名义)?(增长|增加|上升|提高|提升|上涨|扩大|下降|减少|降低|下滑|回落|缩小|前进|前移|后退|倒退|后移)了?$/;
const DATE = new RegExp(
  [
    '[12]\\d{3}年?(?:[-—–/至][12]\\d{3})?(?:学年|财年)度?',
    '(?:截至)?[12]\\d{3}年(?:\\d{1,2}月)?(?:\\d{1,2}日)?[末底初]?',
    '“?十?[一二三四五六七八九]?五”?(?:时期|期间)',
    '到(?=，)',
  ].join('|'),
  'g',
);
const DOING = /^(?:建成|新建|建设|培育|引进|打造|形成|新增|完成|推出|开工|投用|实施|评选|培训)$/;
/** 海州港完成货物吞吐量, 港口拥有泊位: who did it or has it, and what. */
const DONE = /^(.{0,8}?(?:港口?|机场|市|县|区|州|省|镇|公司|集团|企业))(?:累计|共|现)?(?:完成|实现|拥有|建有)(?=.{2})/;
/** Words of a place in an order: 居全国第7位. */
const RANKED = /(?:位?居|位列|列|排名|排在|排|名列|稳居|跃居)[^，。]*$/;
/** Names with digits that a label may have, as the engine knows them. */
const NAMES = /^(?:PM2\.5|PM10|CO2|[2-6]G|4K|8K)$/;
/** 连续18个月下跌: how long something has gone on. */
const IN_A_ROW = /^(.*?)(?:已经|已)?连续$/;
const DURATIONS = /^(?:年|个?月|个?季度|周|天|日)$/;
/** What is told of by how much a growth rate moved: 增速比上年回落. */
const RATE = /^(?:增速|增幅|降幅|涨幅|占比|比重)$/;
/** Units of places in an order. */
const RANKS = /^(?:位|名|个?位次)$/;
/** A part of a country, or what is left: a part of people is people too. */
const PART = /(?:[区县市州镇乡村省]|街道|其余|其他)$/;
const DIGITS = '零一二三四五六七八九';

/** 60 as 六十: names in pictures have no digits. @param {string} digits */
function numeral(digits) {
  const n = Number(digits);
  if (digits.length > 2 || n < 1) return '';
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${ones || !tens ? DIGITS[ones] : ''}`;
}

/** Words that name nothing by themselves: 比上年增加. */
const NAMELESS = new RegExp(
  [
    '同比|环比|(?:比|较|与)(?:上|去|前)?(?:一)?(?:学年|年|月|季度)?(?:末|底)?(?:同期)?|上年|去年|同期|相比',
    '增加|增长|增多|增幅|上升|提高|提升|上涨|扩大|延长|下降|减少|降低|下滑|回落|缩小|缩短|压缩|新增|净增',
    '超过|达到|完成|实现|其中|分别|以及|此外|同时|占比|增速|高点|低点|峰值',
    '多|少|高|低|了|的|为|是|由|从|至|到|[\\s、，]',
  ].join('|'),
  'g',
);

/** Whether words have something in them that an amount can be of. @param {string} label */
export const namesZh = (label) => label.replaceAll(NAMELESS, '') !== '';

/** @param {string} words */
export function trimmed(words) {
  let plain = words
    .replaceAll(DATE, '')
    .replaceAll(/[（(][^（()）]*[)）]?/g, '')
    .replaceAll(/全年(?=.{2})/g, '')
    .trim();
  for (let before = ''; before !== plain; ) {
    before = plain;
    plain = plain.replace(FRONT, '').replace(BACK, '').replace(DONE, '$1').trim();
  }
  return /^[比较]$/.test(plain) ? '' : plain;
}

/**
 * The name of a part of what was named before it: 港东区 of 常住人口 is 港东区常住人口.
 * @param {string} part @param {string} whole
 */
export const partOf = (part, whole) =>
  PART.test(part) && whole && !part.includes(whole) && part.length <= 10 ? named(part + whole) : part;

/** @param {string} words */
export const named = (words) => {
  const plain = words
    .replaceAll(/PM2\.5|PM10|CO2|[2-68][GK]|\d+(?:\.\d+)?/g, (digits) =>
      NAMES.test(digits) ? digits : numeral(digits),
    )
    .replaceAll(/[%％]/g, '');
  return plain.length > 22 ? plain.slice(-22) : plain;
};

/** What is counted does or is done: 210余个港口实现互联 are 港口. */
const DOES = /(?<=.{2})(?:已|实现|完成|加入|参加|参与|开展|开通|投用|建成|获得|通过|接入|用上|纳入|签约|入驻|落户).*$/;

/** @param {string} after What stands behind the amount, to the end of its clause. */
const behind = (after) =>
  named(
    after
      .replace(DOES, '')
      .replace(/^(?:的|是|为|来自|被|以上|以下)+/, '')
      .replace(/(?:的|了|等|(?<![高初集空其])中)+$/, '')
      .trim(),
  );

/**
 * @param {Clause} clause
 * @returns {Suggested}
 */
export function suggestZh({ before, after, measure, previous, direction, unit }) {
  const share = before.match(
    /^(.*?)占(?:了|到)?(?!比|总量的)(.{2,20}?)(?:的)?(?:比重|比例|份额)?(?:为|达到|达|约|近|超过|超)?$/,
  );
  if (measure === 'share' && share) {
    const [part, whole] = [trimmed(share[1]), trimmed(share[2])];
    const label = part || previous;
    if (label) return { label: named(`${label}占比`), whole, from: part ? 'before' : 'previous' };
  }
  if (measure === 'rank' && RANKED.test(before)) {
    const own = trimmed(before.replace(RANKED, ''));
    const subject = own || previous;
    if (subject) return { label: named(`${subject.replace(/排名$/, '')}排名`), from: own ? 'before' : 'previous' };
  }
  const row = DURATIONS.test(unit) ? before.match(IN_A_ROW) : null;
  if (row) {
    const what = trimmed(row[1]);
    const goes = after.match(/^(?:的)?(\p{L}{2,4})$/u)?.[1] ?? '';
    // 结束了连续四年的减少 names nothing that went on
    return /了$/.test(row[1]) || !namesZh(what)
      ? { label: '', from: '' }
      : { label: named(`${what}连续${goes}`), from: 'before' };
  }
  const change = before.match(CHANGE);
  if (['growth', 'change', 'points', 'multiple'].includes(measure) && (change || direction)) {
    const way = measure === 'growth' ? '增速' : (change?.[1] ?? (direction === 'fall' ? '下降' : '增加'));
    const said = change ? trimmed(before.slice(0, change.index)) : '';
    const own = RATE.test(said) && previous ? previous + said : said;
    const what = own || previous;
    // 前进两位
    const subject = what && RANKS.test(unit) ? `${what.replace(/排名$/, '')}排名` : what;
    if (subject) return { label: named(`${subject}${way}`), from: own ? 'before' : 'previous' };
    // 比上年增加 names nothing
    if (change) return { label: '', from: '' };
  }
  const said = trimmed(before);
  // 缩短至, 比2024年同期的
  const own = namesZh(said) ? said : '';
  if (DOING.test(own) && behind(after).length > 1) return { label: named(own + behind(after)), from: 'after' };
  if (own.length > 1) {
    const part = measure === 'share' && !/[率比重例]$/.test(own);
    return { label: named(part ? `${own}占比` : own), from: 'before' };
  }
  if (/(?:提高|上升|下降|增加|减少|延长|缩短|压缩|增|升|降)[到至]?$|^[比较].*(?:年|同期)的$/.test(before) && previous)
    return { label: previous, from: 'previous' };
  const later = behind(after);
  if (later.length > 1) return { label: measure === 'share' ? `${later}占比` : later, from: 'after' };
  return { label: previous, from: previous ? 'previous' : '' };
}
