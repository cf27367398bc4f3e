import { words } from './index';

// Days are "2025-04-20", instants RFC 3339 in UTC. People read them as dd/mm/yyyy, in the office's zone.

const zone_ms = 7 * 3_600_000; // UTC+7, all year
const day_ms = 86_400_000;

/// "20/04/2025"
export function dayText(day: string): string {
  const [year, month, date] = day.split('-');
  return `${date}/${month}/${year}`;
}

/// "Chủ nhật, 20/04/2025"
export function longDay(day: string): string {
  return `${weekdayOf(day)}, ${dayText(day)}`;
}

/// Where no other order of the figures could be meant: "Thứ Năm, ngày 10 tháng 4 năm 2025".
export function dayInWords(day: string): string {
  return `${weekdayOf(day)}, ${dateInWords(day)}`;
}

/// "ngày 10 tháng 4 năm 2025"
export function dateInWords(day: string): string {
  const [year = '', month, date] = day.split('-');
  return words.value.dates.inWords(Number(date), Number(month), year);
}

function weekdayOf(day: string): string {
  return words.value.dates.weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '';
}

/// What was typed, as a day: "20/4/2025", "20.04.25", "20042025", or as it is copied from elsewhere,
/// "2025-04-20". Undefined where it is none: "31/02/2025".
export function readDay(typed: string): string | undefined {
  const text = typed.trim();
  const written = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4}|\d{2})$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text);
  const [, date = '', month = '', year = ''] = written ?? [];
  const day = written ? `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` : text;
  const read = /^\d{4}-\d{2}-\d{2}$/.test(day) ? new Date(`${day}T00:00:00Z`) : new Date(NaN);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day) ? day : undefined;
}

/// The day of an instant in the office.
export function dayOf(instant: string | number): string {
  return new Date(new Date(instant).getTime() + zone_ms).toISOString().slice(0, 10);
}

/// "07:30 20/04/2025"
export function instantText(instant: string | number): string {
  const local = new Date(new Date(instant).getTime() + zone_ms).toISOString();
  return `${local.slice(11, 16)} ${dayText(local.slice(0, 10))}`;
}

/// The day so many days later.
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * day_ms).toISOString().slice(0, 10);
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / day_ms);
}

/// "Quý I/2025" where it is one, else "01/01/2025 – 15/02/2025", "đến 31/03/2025", one day, or nothing.
export function periodText(start: string | null, due: string | null): string {
  if (due === null) {
    return '';
  }
  if (start === null) {
    return words.value.dates.until(dayText(due));
  }
  const quarter = quarterOf(start, due);
  if (quarter !== undefined) {
    return `${words.value.dates.quarters[quarter]}/${due.slice(0, 4)}`;
  }
  return start === due ? dayText(due) : `${dayText(start)} – ${dayText(due)}`;
}

function quarterOf(start: string, due: string): number | undefined {
  const ends = ['03-31', '06-30', '09-30', '12-31'];
  const begins = ['01-01', '04-01', '07-01', '10-01'];
  const quarter = begins.indexOf(start.slice(5));
  return quarter >= 0 && start.slice(0, 4) === due.slice(0, 4) && ends[quarter] === due.slice(5) ? quarter : undefined;
}
