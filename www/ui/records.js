// Which record is open and where it stands: beside its mark, or as a sheet on narrow screens. The address names it
// while it is open.

import { Panel } from './record-panel.js';

export class Records {
  #stage;
  #hitTesting;
  #on;
  panel;

  /** `on`: say(text), opened(figure), closed(). */
  constructor(stage, hitTesting, on) {
    this.#stage = stage;
    this.#hitTesting = hitTesting;
    this.#on = on;
    this.panel = new Panel({
      say: on.say,
      closed: (figure, orphan) => {
        // Its opener has gone with another language or width: the mark itself takes the focus.
        if (orphan) hitTesting.focusFigure(figure);
        on.closed();
      },
    });
  }

  /** True when the scene has a record of that figure. */
  open(scene, figure, words, opener, sheet) {
    const record = figure && Object.hasOwn(scene.records, figure) ? scene.records[figure] : null;
    if (!record) return false;
    this.panel.show(record, words, opener);
    this.move(sheet);
    this.#on.opened(figure);
    return true;
  }

  /** The same record for a scene that was laid out again; another scene closes it. */
  refresh(scene, words) {
    if (!this.panel.open) return;
    const { figure } = this.panel;
    if (Object.hasOwn(scene.records, figure)) this.panel.fill(scene.records[figure], words);
    else this.close({ focus: false });
  }

  close(options) {
    this.panel.close(options);
  }

  move(sheet) {
    if (!this.panel.open) return;
    if (sheet) {
      this.panel.asSheet();
      return;
    }
    const { view, sheet: paper, width, height } = this.#stage;
    const mark = this.#hitTesting.markOf(this.panel.figure);
    const high = view.clientHeight - paper.offsetTop;
    if (mark && (mark.y < view.scrollTop || mark.y + mark.h > view.scrollTop + high))
      view.scrollTop = mark.y - high / 3;
    this.panel.beside(mark, { width, height }, { top: view.scrollTop, bottom: view.scrollTop + high });
  }
}
