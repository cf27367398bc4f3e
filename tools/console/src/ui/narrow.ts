import { signal } from '@preact/signals';

const query = matchMedia('(width < 64rem)');
const narrow = signal(query.matches);
query.addEventListener('change', () => {
  narrow.value = query.matches;
});

/// Whether there is one column only.
export function isNarrow(): boolean {
  return narrow.value;
}
