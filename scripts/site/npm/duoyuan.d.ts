// The element of duoyuan: an interactive infographic that draws each number as the statement it is.

export type Theme = 'auto' | 'light' | 'dark' | 'contrast';
export type Mode = 'auto' | 'page' | 'stepper' | 'still';
export type Status = 'loading' | 'ready' | 'error' | 'fallback';

export interface DuoyuanEventMap {
  /** The story is open and its first picture drawn. */
  'duoyuan-ready': CustomEvent<Record<string, never>>;
  /** Another scene is on show. */
  'duoyuan-scene': CustomEvent<{ scene: string }>;
  /** There is no picture, or new files were not taken; the static words are on show. */
  'duoyuan-error': CustomEvent<{ code: string; message: string }>;
}

export class DuoyuanStory extends HTMLElement {
  /** Address of story.json; same origin, or sent with CORS. */
  src: string;
  /** A scene's id. As an attribute it fixes the element to that scene. */
  scene: string;
  lang: 'zh' | 'en' | string;
  theme: Theme;
  mode: Mode;
  readonly status: Status;
  play(): void;
  pause(): void;
  next(): void;
  previous(): void;
  goTo(scene: string): void;
  /** The scene on show at rest; '' before there is one. */
  toSVG(): string;
  toPNG(): Promise<Blob>;
  /** Reads the files now, wherever the element is, or again. */
  reload(): Promise<void>;
  addEventListener<K extends keyof DuoyuanEventMap>(type: K, listener: (this: DuoyuanStory, event: DuoyuanEventMap[K]) => void, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<K extends keyof DuoyuanEventMap>(type: K, listener: (this: DuoyuanStory, event: DuoyuanEventMap[K]) => void, options?: boolean | EventListenerOptions): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'duoyuan-story': DuoyuanStory;
  }
}
