import { useState } from 'preact/hooks';
import { Problem } from '../../api/problem';
import type { HolidayList } from '../../api/types';
import { ChangeForm } from '../../change/form';
import { useChange } from '../../change/use-change';
import { dayText, readDay } from '../../i18n/dates';
import { today } from '../../live/clock';
import { Icon } from '../../ui/icons';
import { Field } from '../../ui/parts';
import { useResource } from '../../ui/resource';
import { Shown } from '../../ui/shown';
import { officeWords } from './words';

type Year = HolidayList['years'][number];

/// The days off of a year, as its notice says, and what moves with them.
export function Holidays() {
  const said = officeWords.value;
  const list = useResource<HolidayList>('/api/v1/holidays', (happened) => happened.task === null);
  const now = Number(today.value.slice(0, 4));
  const [year, choose] = useState(now);
  const [told, tell] = useState('');
  return (
    <>
      <p class="soft">{said.holidayNote}</p>
      <div role="status">{told && <p class="success"><Icon name="check" />{told}</p>}</div>
      <Shown of={list}>
        {({ years }) => {
          const known = (of: number) => years.find((one) => one.year === of);
          return (
            <>
              <label class="year">
                {said.year}
                <select value={year} onChange={(event) => choose(Number(event.currentTarget.value))}>
                  {[now - 1, now, now + 1].map((one) => (
                    <option key={one} value={one}>{one}: {known(one)?.notice ?? said.notKnown}</option>
                  ))}
                </select>
              </label>
              <YearForm key={`${year} ${told} ${JSON.stringify(known(year))}`} year={year} known={known(year)} onDone={() => {
                tell(said.saved(String(year)));
                list.reload();
              }} />
            </>
          );
        }}
      </Shown>
    </>
  );
}

function YearForm({ year, known, onDone }: { year: number; known: Year | undefined; onDone: () => void }) {
  const said = officeWords.value;
  const change = useChange();
  const wish = async (form: HTMLFormElement) => {
    const given = new FormData(form);
    const text = fileOf(year, String(given.get('notice')).trim(), daysOf(given, 'off', year), daysOf(given, 'works', year));
    return { method: 'PUT' as const, path: '/api/v1/holidays', body: new Blob([text]), type: 'application/yaml' };
  };
  return (
    <ChangeForm change={change} place={`holidays/${year}`} wish={wish} submit={said.saveDays} onDone={onDone}>
      <Field label={said.notice} hint={said.noticeHint}>
        {(given) => <input {...given} name="notice" required maxLength={200} defaultValue={known?.notice ?? ''} />}
      </Field>
      <DaysField name="off" label={said.daysOff} days={known?.days_off ?? []} required />
      <DaysField name="works" label={said.saturdays} days={known?.saturdays_worked ?? []} />
    </ChangeForm>
  );
}

function DaysField({ name, label, days, required = false }: { name: string; label: string; days: readonly string[]; required?: boolean }) {
  return (
    <Field label={label} hint={officeWords.value.dayPerLine} optional={!required}>
      {(given) => <textarea {...given} name={name} required={required} rows={required ? 12 : 3} defaultValue={days.map(dayText).join('\n')} />}
    </Field>
  );
}

function daysOf(given: FormData, name: string, year: number): string[] {
  const said = officeWords.value;
  const lines = String(given.get(name) ?? '').split(/[\n,;]/).map((line) => line.trim()).filter((line) => line !== '');
  return lines.map((line) => {
    const day = readDay(line);
    if (day === undefined || !day.startsWith(`${year}-`)) {
      throw new Problem(0, 'not_a_day', day === undefined ? said.badLine(line) : said.wrongYear(dayText(day), String(year)));
    }
    return day;
  });
}

/// The file by which the office is told of a year. (JSON texts are texts of YAML.)
function fileOf(year: number, notice: string, days_off: readonly string[], saturdays_worked: readonly string[]): string {
  return `schema: tiendo/holidays/1\nyears:\n  "${year}":\n    notice: ${JSON.stringify(notice)}\n`
    + `    days_off: [${days_off.join(', ')}]\n    saturdays_worked: [${saturdays_worked.join(', ')}]\n`;
}
