// Whether the story's contents are on show where there is no room for them beside the place.

import { signal } from '@preact/signals';

export const railOpen = signal(false);
