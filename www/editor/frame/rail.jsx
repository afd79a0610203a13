// The story at the left of each place.

export const Rail = () => <nav class="rail" />;
