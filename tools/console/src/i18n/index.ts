import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import { en } from './en';
import { vi } from './vi';

export type Language = 'vi' | 'en';

const kept = 'tiendo.language';

function first(): Language {
  const chosen = localStorage.getItem(kept);
  if (chosen === 'vi' || chosen === 'en') {
    return chosen;
  }
  // Vietnamese, but for whom the browser asks for English and not for Vietnamese.
  const wanted = navigator.languages.map((tag) => tag.slice(0, 2));
  return wanted.includes('en') && !wanted.includes('vi') ? 'en' : 'vi';
}

export const language = signal<Language>(first());

effect(() => {
  document.documentElement.lang = language.value;
});

export function choose(chosen: Language): void {
  localStorage.setItem(kept, chosen);
  language.value = chosen;
}

/// Words of one page: the same ones in both languages, or it does not compile.
export function inBoth<Words>(vietnamese: Words, english: NoInfer<Words>): ReadonlySignal<Words> {
  return computed(() => (language.value === 'vi' ? vietnamese : english));
}

/// The words that all pages share.
export const words = inBoth(vi, en);
