// The picture in words and in sound: a panel in place of the picture, made when it is first asked for. It tells the
// scene as short or as long as the reader wants, plays what can be heard and writes a series in braille.

import { sparkline } from './braille.js';
import { el, icon, label } from '../ui/dom.js';
import { score, topOf, tracks } from './sonification.js';
import { copy } from '../ui/clipboard.js';
import { Sound } from './sound.js';

/**
 * @import {Detail, Lang, Scene} from '../types.js'
 * @import {Track} from './sonification.js'
 */

const WORDS = {
  zh: {
    title: '文字与声音',
    close: '收起文字与声音',
    detail: '详略',
    details: { short: '简短', normal: '一般', full: '逐项' },
    listen: '听数',
    what: '听哪一组',
    speed: '快慢',
    speeds: { 0.5: '慢', 1: '正常', 2: '快' },
    play: '播放声音',
    pause: '暂停声音',
    resume: '继续播放',
    stop: '停止',
    legend:
      '音越高，数越大，最低音是0。“超过”“以上”的音向上滑并渐弱，“不足”“以下”的音向下滑；“以上”“以下”之前有一声短促的“嗒”；约数的音颤动；没有公布的年份是沙沙声，没有高低。',
    whole: '先响两声短音：最低是0，最高是100%。',
    top: (/** @type {string} */ text) => `最高音是${text}。`,
    braille: '盲文小图',
    brailleOf: (/** @type {string} */ name) => `盲文小图：${name}，一年一列点，点高数大，没有点的年份未见公布`,
    copy: '复制盲文',
    copied: '已复制',
    copyFailed: '复制失败',
    silent: '这一章没有可以用音高比较的数。',
  },
  en: {
    title: 'Words and sound',
    close: 'Close words and sound',
    detail: 'Detail',
    details: { short: 'Short', normal: 'Normal', full: 'Every item' },
    listen: 'Listen to the numbers',
    what: 'Which group',
    speed: 'Speed',
    speeds: { 0.5: 'Slow', 1: 'Normal', 2: 'Fast' },
    play: 'Play sound',
    pause: 'Pause sound',
    resume: 'Go on',
    stop: 'Stop',
    legend:
      "The higher the note, the larger the number; the lowest note is 0. 'More than' and 'or more' glide upward and " +
      "fade, 'less than' and 'up to' glide downward; a short tick comes before numbers that are meant themselves. A " +
      "note that trembles is an 'about'. Years without a figure rustle and have no height.",
    whole: 'Two short notes come first: the lowest is 0, the highest is 100%.',
    top: (/** @type {string} */ text) => `The highest note is ${text}.`,
    braille: 'Braille sketch',
    brailleOf: (/** @type {string} */ name) =>
      `Braille sketch: ${name}; a column of dots a year, higher for more, no dots where no figure was found`,
    copy: 'Copy the braille',
    copied: 'Copied',
    copyFailed: 'Not copied',
    silent: 'This chapter has no numbers that can be compared by pitch.',
  },
  ru: {
    title: 'Текст и звук',
    close: 'Закрыть текст и звук',
    detail: 'Подробность',
    details: { short: 'Кратко', normal: 'Обычно', full: 'Всё по порядку' },
    listen: 'Послушать числа',
    what: 'Какую группу',
    speed: 'Скорость',
    speeds: { 0.5: 'медленно', 1: 'обычно', 2: 'быстро' },
    play: 'Включить звук',
    pause: 'Приостановить звук',
    resume: 'Продолжить',
    stop: 'Остановить',
    legend:
      'Чем выше звук, тем больше число; самый низкий звук — 0. «Более» и «не менее» скользят вверх и затихают, ' +
      '«менее» и «до» скользят вниз; короткий щелчок звучит перед числом, которое само входит в границу. ' +
      'Дрожащий звук — приблизительное число. Годы без данных шуршат и не имеют высоты.',
    whole: 'Сначала звучат две короткие ноты: самая низкая — 0, самая высокая — 100 %.',
    top: (/** @type {string} */ text) => `Самый высокий звук — ${text}.`,
    braille: 'Рисунок Брайлем',
    brailleOf: (/** @type {string} */ name) =>
      `Рисунок Брайлем: ${name}, столбец точек на год; чем выше точки, тем больше число, без точек — год без данных`,
    copy: 'Скопировать рисунок',
    copied: 'Скопировано',
    copyFailed: 'Не удалось скопировать',
    silent: 'В этой главе нет чисел, которые можно сравнить на слух.',
  },
};
/** @type {Detail[]} */
const DETAILS = ['short', 'normal', 'full'];
/** @type {('0.5' | '1' | '2')[]} */
const SPEEDS = ['0.5', '1', '2'];

export class SonificationPanel {
  #title = el('h2', {});
  #close = el('button', { type: 'button', class: 'button quiet', 'data-do': 'sonification-close' }, icon('close'));
  #detail = el('select', { class: 'button', 'data-do': 'detail' });
  #detailName = el('span', {});
  #text = el('div', { class: 'telling', 'data-part': 'telling' });
  #listening = el('div', { class: 'listening' });
  root = el(
    'section',
    { part: 'sonification', class: 'sonification', tabindex: '-1', hidden: true },
    this.#close,
    this.#title,
    el('label', {}, this.#detailName, ' ', this.#detail),
    this.#text,
    this.#listening,
  );
  #sound = new Sound({ note: (note) => this.#on.note(note?.key ?? null), changed: () => this.#heard() });
  /** @type {{ play: HTMLElement, stop: HTMLElement } | null} */
  #controls = null;
  #speed = '1';
  /** @type {Detail} */
  #level = 'normal';
  #track = 0;
  /** @type {Scene | null} */
  #scene = null;
  #words = WORDS.zh;
  #on;

  /**
   * `tell` gives the scene's sentences, `note` has the key of what sounds. The sound stops with `signal`.
   * @param {object} on
   * @param {(detail: Detail) => string[]} on.tell
   * @param {(key: string | null) => void} on.note
   * @param {() => void} on.close
   * @param {(text: string) => void} on.say
   * @param {AbortSignal} signal
   */
  constructor(on, signal) {
    this.#on = on;
    this.#close.addEventListener('click', () => on.close());
    this.#detail.addEventListener('change', () => {
      this.#level = DETAILS[this.#detail.selectedIndex];
      this.#tell();
    });
    document.addEventListener(
      'visibilitychange',
      () => {
        if (document.hidden) this.stop();
      },
      { signal },
    );
    signal.addEventListener('abort', () => this.stop(), { once: true });
  }

  get open() {
    return !this.root.hidden;
  }

  stop() {
    this.#sound.stop();
  }

  /**
   * Another scene, or the same in another language: what sounds stops unless it is the same scene in the same words.
   * @param {Scene} scene
   * @param {Lang} lang
   */
  show(scene, lang) {
    const words = WORDS[lang];
    const same = this.#scene?.id === scene.id;
    if (!same || words !== this.#words) this.stop();
    if (!same) this.#track = 0;
    this.#scene = scene;
    this.#words = words;
    this.root.setAttribute('aria-label', words.title);
    this.#title.textContent = words.title;
    label(this.#close, words.close);
    this.#detailName.textContent = words.detail;
    options(
      this.#detail,
      DETAILS.map((value) => [value, words.details[value]]),
      this.#level,
    );
    this.#tell();
    this.#offer(scene);
  }

  #tell() {
    this.#text.replaceChildren(...this.#on.tell(this.#level).map((line) => el('p', {}, line)));
  }

  /** What can be heard, and the same in braille. */
  #offer(/** @type {Scene} */ scene) {
    const words = this.#words;
    const all = tracks(scene);
    const heading = el('h3', {}, words.listen);
    if (all.length === 0) {
      this.#controls = null;
      this.#listening.replaceChildren(heading, el('p', {}, words.silent));
      return null;
    }
    const track = all[Math.min(this.#track, all.length - 1)];
    const which = el('select', { class: 'button', 'data-do': 'track' });
    options(
      which,
      all.map(({ name }, index) => [String(index), name]),
      String(all.indexOf(track)),
    );
    which.addEventListener('change', () => {
      this.#track = Number(which.value);
      this.stop();
      this.#offer(scene)?.focus();
    });
    const speed = el('select', { class: 'button', 'data-do': 'speed' });
    options(
      speed,
      SPEEDS.map((value) => [value, words.speeds[value]]),
      this.#speed,
    );
    speed.addEventListener('change', () => {
      this.#speed = speed.value;
      this.stop();
    });
    const play = el('button', { type: 'button', class: 'button', 'data-do': 'sound' });
    play.addEventListener('click', () => {
      const { state } = this.#sound;
      if (state === 'playing') this.#sound.pause();
      else if (state === 'paused') this.#sound.resume();
      else this.#sound.play(score(track, Number(this.#speed)));
    });
    const stop = el(
      'button',
      { type: 'button', class: 'button', 'data-do': 'silence', onclick: () => this.stop() },
      words.stop,
    );
    this.#controls = { play, stop };
    this.#listening.replaceChildren(
      heading,
      el(
        'p',
        { class: 'row' },
        all.length > 1 ? el('label', {}, words.what, ' ', which) : null,
        el('label', {}, words.speed, ' ', speed),
        play,
        stop,
      ),
      el(
        'p',
        { class: 'legend' },
        [words.legend, track.whole === null ? words.top(this.#highest(track)) : words.whole].join(
          this.#words === WORDS.zh ? '' : ' ',
        ),
      ),
      ...this.#braille(track),
    );
    this.#heard();
    return which;
  }

  /** The top of the scale in the words of the mark that reaches it, else as a number. @param {Track} track */
  #highest(track) {
    const top = topOf(track);
    const mark = track.marks.find(({ value, bound }) => value === top && bound === 'exact');
    return mark ? mark.name : String(Math.round(top * 100) / 100);
  }

  /** @param {Track} track */
  #braille(track) {
    const words = this.#words;
    const dots = sparkline(track.marks);
    if (!dots) return [];
    const copying = el('button', { type: 'button', class: 'button small', 'data-do': 'copy-braille' }, words.copy);
    copying.addEventListener('click', async () => this.#on.say((await copy(dots)) ? words.copied : words.copyFailed));
    return [
      el('h3', {}, words.braille),
      el('p', { class: 'braille', role: 'img', 'aria-label': words.brailleOf(track.name) }, dots),
      el('p', {}, copying),
    ];
  }

  #heard() {
    if (!this.#controls) return;
    const { play, stop } = this.#controls;
    const { play: begin, pause, resume } = this.#words;
    play.textContent = { idle: begin, playing: pause, paused: resume }[this.#sound.state];
    stop.setAttribute('aria-disabled', String(this.#sound.state === 'idle'));
  }
}

/**
 * @param {HTMLSelectElement} select
 * @param {[value: string, text: string][]} list
 * @param {string} chosen
 */
function options(select, list, chosen) {
  select.replaceChildren(...list.map(([value, text]) => el('option', { value, selected: value === chosen }, text)));
  select.value = chosen;
}
