// The story of a page whose address names none: `duoyuan serve` answers with the story that it serves, `make build`
// with the first that it offers.

export const FIRST = 'karamay/story.json';
