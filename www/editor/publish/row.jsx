// A row of the publish dialog: what, of which size, with which choices, and where it goes.

/**
 * @import {ComponentChildren} from 'preact'
 * @param {{ name: string, about: ComponentChildren, action: ComponentChildren, children: ComponentChildren,
 *   where: ComponentChildren, whereName: string, said?: string, bad?: boolean }} props `said`: what came of it
 */
export const Row = ({ name, about, action, children, where, whereName, said, bad }) => (
  <section class="output">
    <div class="output-what">
      <h2>{name}</h2>
      <p class="muted small-text">{about}</p>
      {action}
    </div>
    <div class="output-choices">
      {children}
      <p class={bad ? 'output-said amber' : 'output-said'} role="status">
        {said}
      </p>
    </div>
    <div class="output-where">
      <h3>{whereName}</h3>
      {where}
    </div>
  </section>
);
