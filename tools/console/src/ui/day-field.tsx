import { useEffect, useRef, useState } from 'preact/hooks';
import { dayInWords } from '../i18n/dates';

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

/// A day, entered as the browser has it entered, and said in words beside it: browsers write it in the
/// order of their own language, 04/10/2025 or 10/04/2025.
export function DayField({ onChange, ...given }: DayFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const [day, set] = useState('');
  useEffect(() => set(input.current?.value ?? ''), [given.value, given.defaultValue]);
  return (
    <span class="day-field">
      <input {...given} ref={input} class="day" type="date" onInput={(event) => set(event.currentTarget.value)}
        onChange={(event) => onChange?.(event.currentTarget.value)} />
      <output for={given.id}>{day !== '' && dayInWords(day)}</output>
    </span>
  );
}
