// The story of a page whose address names none: `duoyuan serve` answers with the story that it serves, and a published
// page says which.

export const FIRST = 'karamay/story.json';
