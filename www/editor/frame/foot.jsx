// The foot below all places.

export const Foot = () => <footer class="foot" />;
