import type { Preview } from '../api/types';
import { periodText } from '../i18n/dates';
import { changeWords } from './words';

/// Dates that somebody has fixed, and that the new plan replaces by its own.
export function Replaced({ of }: { of: Preview['replaced'] }) {
  return (
    <div class="caution">
      <p>{changeWords.value.replaced(of.length)}</p>
      <ul>{of.map(({ campaign, task, title, start, due }) => <li key={`${campaign}/${task}`}>{title}: <strong>{periodText(start, due)}</strong></li>)}</ul>
    </div>
  );
}
