import { useEffect, useRef, useState } from 'preact/hooks';
import { words } from '../i18n';
import { dayInWords, dayText, readDay } from '../i18n/dates';

interface DayFieldProps {
  id: string;
  'aria-describedby'?: string | undefined;
  name?: string;
  value?: string;
  defaultValue?: string;
  min?: string | undefined;
  max?: string | undefined;
  required?: boolean;
  autofocus?: boolean;
  onChange?: (day: string) => void;
}

/// A day, written as 20/04/2025 in every browser (its own field for dates has the order of its own
/// language), and said in words beside it. `value` and what `onChange` is told: 2025-04-20, or nothing.
export function DayField({ id, value, defaultValue, min, max, onChange, 'aria-describedby': told, ...given }: DayFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const first = value ?? defaultValue ?? '';
  const [typed, type] = useState(written(first));
  const [left, leave] = useState(false); // before that nothing is complained of
  useEffect(() => type(written(first)), [first]);
  const fault = faultOf(typed, min, max);
  useEffect(() => input.current?.setCustomValidity(fault), [fault]);
  const day = readDay(typed);
  const read = `${id}-read`;
  return (
    <span class="day-field">
      <input {...given} id={id} ref={input} class="day" type="text" inputMode="numeric" autocomplete="off" maxLength={20} value={typed}
        placeholder={words.value.field.dayPattern} data-day data-min={min} data-max={max}
        aria-describedby={[told, read].filter(Boolean).join(' ')} aria-invalid={left && fault !== ''}
        onInput={(event) => type(event.currentTarget.value)}
        onInvalid={() => leave(true)}
        onChange={(event) => {
          const chosen = readDay(event.currentTarget.value);
          leave(true);
          if (chosen !== undefined) {
            type(dayText(chosen));
          }
          if (chosen !== undefined || event.currentTarget.value.trim() === '') {
            onChange?.(chosen ?? '');
          }
        }} />
      <output for={id} id={read} class={left && fault !== '' ? 'error' : ''}>
        {left && fault !== '' ? fault : day !== undefined && dayInWords(day)}
      </output>
    </span>
  );
}

/// The day of a field of a form; nothing where there is none.
export function dayIn(given: FormData, name: string): string {
  return readDay(String(given.get(name) ?? '')) ?? '';
}

/// What is wrong with what is typed in a field for a day; nothing where it may stay empty or is right.
export function dayFault({ value, dataset }: HTMLInputElement): string {
  return dataset.day === undefined ? '' : faultOf(value, dataset.min, dataset.max);
}

function faultOf(typed: string, min: string | undefined, max: string | undefined): string {
  const said = words.value.field;
  const day = readDay(typed);
  if (typed.trim() === '') {
    return '';
  }
  if (day === undefined) {
    return /^\d{1,2}[/. -]?\d{1,2}[/. -]?\d{4}$/.test(typed.trim()) ? said.noSuchDay(typed.trim()) : said.notADay;
  }
  return min && day < min ? said.tooEarly(dayText(min)) : max && day > max ? said.tooLate(dayText(max)) : '';
}

function written(day: string): string {
  return day === '' ? '' : dayText(day);
}
