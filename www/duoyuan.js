// The published address of the element. Its code is in element/.

export { DuoyuanStory } from './element/duoyuan-story.js';
