import { language } from '../i18n';
import { dayOf, instantText, longDay } from '../i18n/dates';
import { now_ms } from '../live/clock';
import { rehearsalWords } from './words';

/// "07:30, Thứ Năm, 17/04/2025"
export function clockText(now = now_ms.value): string {
  return `${instantText(now).slice(0, 5)}, ${longDay(dayOf(now))}`;
}

export function paceText(pace: number): string {
  const said = rehearsalWords.value;
  return said.speeds[pace] ?? said.times(pace.toLocaleString(language.value));
}
