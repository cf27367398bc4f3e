import { useState } from 'preact/hooks';
import { call } from '../../api/client';
import { Problem } from '../../api/problem';
import type { TargetStanding } from '../../api/types';
import { words } from '../../i18n';
import { numberText, readNumber } from '../../i18n/numbers';
import { today } from '../../live/clock';
import { DayField, dayIn } from '../../ui/day-field';
import { Dialog } from '../../ui/dialog';
import { Button, Failure, Field } from '../../ui/parts';
import { useKey, useSending, WhyWaiting } from '../../ui/sending';
import { useDraft } from '../../ui/use-draft';
import { targetsWords } from './words';

interface Props {
  campaign: string;
  target: TargetStanding;
  onClose: () => void;
  onDone: () => void;
}

/// Growth rests on a base, and a share may: where the plan does not name it, each result does.
function needsBase(target: TargetStanding): boolean {
  return target.measure !== 'amount' && target.base === null;
}

/// What was typed stays until it is accepted.
export function RecordDialog({ campaign, target, onClose, onDone }: Props) {
  const said = targetsWords.value;
  const { busy, error, send } = useSending();
  const keyOf = useKey();
  const { form, keep, drop } = useDraft(`${campaign}/${target.id}/result`);
  const leave = () => {
    drop();
    onClose();
  };
  const submit = async (given: HTMLFormElement) => {
    const body = bodyOf(new FormData(given));
    const where = ['campaigns', campaign, 'targets', target.id, 'result'].map(encodeURIComponent).join('/');
    await call('PUT', `/api/v1/${where}`, { body, key: keyOf(body) });
    drop();
    onDone();
  };
  return (
    <Dialog title={said.record} onClose={leave}>
      <p class="soft dialog-subject">{target.title}</p>
      <form class="form" ref={form} onInput={(event) => keep(event.currentTarget)} onSubmit={(event) => {
        event.preventDefault();
        const given = event.currentTarget;
        void send(() => submit(given));
      }}>
        <Fields target={target} />
        <Failure error={error} />
        <div class="buttons end">
          <WhyWaiting busy={busy} />
          <Button onClick={leave}>{words.value.common.cancel}</Button>
          <Button kind="primary" type="submit" busy={busy}>{said.save}</Button>
        </div>
      </form>
    </Dialog>
  );
}

function Fields({ target }: { target: TargetStanding }) {
  const said = targetsWords.value;
  const [base, setBase] = useState('');
  const is_share = target.measure === 'share';
  const of = target.base_text ?? target.unit;
  const is_percentage = is_share && target.base === null && base.trim() === '';
  const hint = target.measure === 'growth' ? said.growthHint
    : is_share && target.base === null ? said.shareHint : said.valueHint;
  return (
    <>
      <NumberField name="value" label={said.value(target.unit)} hint={hint} unit={is_percentage ? '%' : target.unit} first />
      {needsBase(target) && (
        <NumberField name="base" label={is_share ? said.wholeOf(of) : said.baseOf(of)} unit={target.unit} optional={is_share} onValue={setBase} />
      )}
      {target.base !== null && <p class="hint">{said.knownBase([numberText(target.base), target.unit, target.base_text && `(${target.base_text})`].filter(Boolean).join(' '))}</p>}
      <Field label={said.day}>
        {(given) => <DayField {...given} name="day" required defaultValue={today.value} min={target.time.start} max={today.value} />}
      </Field>
      <Field label={said.document} hint={said.documentHint} optional>
        {(given) => <input {...given} name="document" maxLength={200} />}
      </Field>
      <label class="check"><input type="checkbox" name="estimated" />{said.estimated}</label>
    </>
  );
}

/// A number as people write it, and how it is read said below: a mark may stand for either.
function NumberField({ name, label, hint, unit, optional = false, first = false, onValue }: {
  name: string;
  label: string;
  hint?: string;
  unit: string;
  optional?: boolean;
  first?: boolean;
  onValue?: (typed: string) => void;
}) {
  const said = targetsWords.value;
  const [typed, type] = useState('');
  const number = readNumber(typed);
  const wrong = typed.trim() !== '' && number === undefined;
  return (
    <Field label={label} hint={hint} error={wrong ? said.notANumber : undefined} optional={optional}>
      {(given) => (
        <span class="number-field">
          <input {...given} name={name} inputMode="decimal" autocomplete="off" maxLength={40} required={!optional} autofocus={first}
            aria-invalid={wrong} onInput={(event) => {
              type(event.currentTarget.value);
              onValue?.(event.currentTarget.value);
            }} />
          <output for={given.id}>{number !== undefined && said.understood([numberText(number), unit].filter(Boolean).join(' '))}</output>
        </span>
      )}
    </Field>
  );
}

function bodyOf(given: FormData): Record<string, unknown> {
  const text = (name: string) => String(given.get(name) ?? '').trim();
  const number = (name: string) => {
    const read = readNumber(text(name));
    if (read === undefined) {
      throw new Problem(0, 'not_a_number', targetsWords.value.notANumber);
    }
    return read;
  };
  return {
    value: number('value'), day: dayIn(given, 'day'), estimated: given.get('estimated') !== null,
    ...(text('document') === '' ? {} : { document: text('document') }),
    ...(text('base') === '' ? {} : { base: number('base') }),
  };
}
