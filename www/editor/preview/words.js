// The words of a picture in the editor.

export const WORDS = {
  zh: {
    marks: '图上的说法',
    play: '播放',
    pause: '暂停',
    space: '空格',
    moment: '动画的时刻',
    rest: '静止',
    seconds: (/** @type {number} */ n) => `${n.toFixed(1)}秒`,
    stale: '故事有错，图是上一次能画的样子。',
    none: '还画不出来。',
    failed: '画图时出错：',
    previous: '上一屏',
    next: '下一屏',
    beat: (/** @type {number} */ n, /** @type {number} */ of) => `第${n}屏，共${of}屏`,
  },
  en: {
    marks: 'Statements in the picture',
    play: 'Play',
    pause: 'Pause',
    space: 'Space',
    moment: 'Moment of the motion',
    rest: 'at rest',
    seconds: (/** @type {number} */ n) => `${n.toFixed(1)} s`,
    stale: 'The story has mistakes: this is the picture before them.',
    none: 'Nothing can be drawn yet.',
    failed: 'Drawing failed: ',
    previous: 'Previous screen',
    next: 'Next screen',
    beat: (/** @type {number} */ n, /** @type {number} */ of) => `Screen ${n} of ${of}`,
  },
};
