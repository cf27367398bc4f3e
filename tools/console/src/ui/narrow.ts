import { signal, type ReadonlySignal } from '@preact/signals';

const narrow = matching('(width < 64rem)');
const small = matching('(width < 40rem)');

function matching(query: string): ReadonlySignal<boolean> {
  const list = matchMedia(query);
  const matches = signal(list.matches);
  list.addEventListener('change', () => {
    matches.value = list.matches;
  });
  return matches;
}

/// Whether there is one column only.
export function isNarrow(): boolean {
  return narrow.value;
}

/// Whether it is as narrow as a phone.
export function isSmall(): boolean {
  return small.value;
}
