import { useState } from 'preact/hooks';
import type { ClockChange } from '../api/types';
import { addDays } from '../i18n/dates';
import { now_ms, speed, today } from '../live/clock';
import { moveClock } from '../live/move-clock';
import { address } from '../router';
import { DayField, dayIn } from '../ui/day-field';
import { Dialog } from '../ui/dialog';
import { Button, Failure, Field } from '../ui/parts';
import { SendForm, useSending, WhyWaiting } from '../ui/sending';
import { clockText, paceText } from './clock-text';
import { rehearsalWords } from './words';

const paces = [1, 24, 1440, 10080];
const usual_pace = 1440;
const days_max = 366;

export function Control({ onAsk }: { onAsk: () => void }) {
  const said = rehearsalWords.value;
  const { busy, error, send } = useSending();
  const [told, tell] = useState<number | undefined>();
  const [kept, keep] = useState(speed.value || usual_pace);
  const stands = speed.value === 0;
  const pace = speed.value || kept;
  const move = async (change: ClockChange) => {
    tell(undefined);
    await moveClock(change);
    tell(now_ms.peek());
  };
  const button = (text: string, change: ClockChange, hint?: string) => (
    <Button class="small" busy={busy} title={hint} onClick={() => void send(() => move(change))}>{text}</Button>
  );
  return (
    <div class="rehearsal-control" role="group" aria-label={said.control}>
      <Button class="small" icon={stands ? 'play' : 'pause'} busy={busy} onClick={() => {
        keep(pace);
        void send(() => move({ speed: stands ? pace : 0 }));
      }}>{stands ? said.goOn : said.pause}</Button>
      <select class="small" aria-label={said.speed} value={pace} onChange={(event) => {
        const chosen = Number(event.currentTarget.value);
        keep(chosen);
        void send(() => move({ speed: chosen }));
      }}>
        {[...new Set([...paces, pace])].map((one) => <option key={one} value={one}>{paceText(one)}</option>)}
      </select>
      {button(said.morning, { step: 'next_morning' }, said.morningHint)}
      {button(said.day, { step: 'P1D' })}
      <Button class="small" busy={busy} aria-haspopup="dialog" onClick={onAsk}>{said.toDate}</Button>
      <a class="button small quiet" href={address('letters')}>{said.letters}</a>
      <WhyWaiting busy={busy} doing={said.working} error={error} />
      <p class="unseen" role="status">{told !== undefined && said.nowIs(clockText(told))}</p>
      <Failure error={error} />
    </div>
  );
}

export function ToDate({ onClose }: { onClose: () => void }) {
  const said = rehearsalWords.value;
  const go = async (form: HTMLFormElement) => {
    await moveClock({ step_to: `${dayIn(new FormData(form), 'day')}T08:00:00+07:00` });
    onClose();
  };
  return (
    <Dialog title={said.toDateTitle} onClose={onClose}>
      <SendForm submit={said.go} doing={said.working} onSend={go}>
        <Field label={said.date} hint={said.toDateHint}>
          {(given) => (
            <DayField {...given} name="day" required autofocus defaultValue={addDays(today.peek(), 1)}
              min={addDays(today.value, 1)} max={addDays(today.value, days_max - 1)} />
          )}
        </Field>
      </SendForm>
    </Dialog>
  );
}
