import { useId } from 'preact/hooks';
import { asOfWords } from '../../campaign/as-of';
import { dayText } from '../../i18n/dates';
import { DayField } from '../../ui/day-field';
import { Button } from '../../ui/parts';
import { asOf } from './shown-day';
import { timelineWords } from './words';

/// Of which day the timeline is.
export function AsOfField({ refused, onChoose }: { refused: string | undefined; onChoose: (day: string) => void }) {
  const id = useId();
  return (
    <div class="tl-as-of">
      <label for={id}>{asOfWords.value.day}</label>
      <DayField id={id} aria-describedby={refused && `${id}-refused`} value={asOf.value} onChange={onChoose} />
      {refused && <p class="error" id={`${id}-refused`}>{refused}</p>}
    </div>
  );
}

/// That it is not about now, and the way back.
export function AsOfNote({ onNow }: { onNow: () => void }) {
  const said = timelineWords.value;
  return (
    <div role="status">
      {asOf.value !== '' && (
        <p class="caution tl-past">
          {said.past(dayText(asOf.value))}
          <Button kind="quiet" class="small" onClick={onNow}>{said.toNow}</Button>
        </p>
      )}
    </div>
  );
}
