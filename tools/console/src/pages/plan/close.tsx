import { useState } from 'preact/hooks';
import { call } from '../../api/client';
import type { Campaign } from '../../api/types';
import { Button, Failure, Field } from '../../ui/parts';
import { useKey, useSending, WhyWaiting } from '../../ui/sending';
import { OpenByState } from './open';
import { ReportNumber } from './report';
import { tellAndGoBack } from './told';
import { planWords } from './words';

const may_close: readonly Campaign['state'][] = ['issued', 'running', 'closing'];

/// The end of a campaign: what becomes of what is open, and the summing-up report.
export function Close({ campaign }: { campaign: Campaign }) {
  const said = planWords.value;
  return (
    <>
      <h1>{said.closeTitle}</h1>
      {may_close.includes(campaign.state) ? <CloseForm campaign={campaign} /> : (
        <>
          <p class="caution">{said.mayNotClose(campaign.state_text)}</p>
          <section class="card" aria-label={said.open}><OpenByState campaign={campaign} /></section>
        </>
      )}
    </>
  );
}

type Report = 'now' | 'later';

function CloseForm({ campaign }: { campaign: Campaign }) {
  const said = planWords.value;
  const { busy, error, send } = useSending();
  const [cancels, cancel] = useState(false);
  const [report, choose] = useState<Report | undefined>();
  const keyOf = useKey();
  const is_open = campaign.open.tasks > 0;
  const has_phases = campaign.state !== 'closing'; // that have not ended
  const submit = async (form: HTMLFormElement) => {
    const given = new FormData(form);
    const body = {
      ...(report === 'now' ? { document: String(given.get('document')).trim() } : {}),
      ...(is_open ? { cancel_open: true } : {}),
      ...(is_open || has_phases ? { reason: String(given.get('reason')).trim() } : {}),
    };
    await call('POST', `/api/v1/campaigns/${encodeURIComponent(campaign.id)}/close`, { body, key: keyOf(body) });
    tellAndGoBack(campaign.id, report === 'now' ? said.closed : `${said.closed} ${said.reportOwed}`);
  };
  const choice = (name: string, text: string, checked: boolean, onChange: () => void) => (
    <label class="check"><input type="radio" name={name} required checked={checked} onChange={onChange} />{text}</label>
  );
  return (
    <form class="form card change-form" onSubmit={(event) => {
      event.preventDefault();
      const form = event.currentTarget;
      void send(() => submit(form));
    }}>
      <OpenByState campaign={campaign} />
      {is_open && (
        <fieldset class="choices">
          <legend class="label">{said.whatOfOpen}</legend>
          {choice('open', said.leaveOpen, !cancels, () => cancel(false))}
          {choice('open', said.cancelOpen(campaign.open.tasks), cancels, () => cancel(true))}
        </fieldset>
      )}
      {is_open && !cancels ? <p class="soft">{said.leftOpen}</p> : (
        <>
          {has_phases && <p class="caution">{said.phasesLeft(campaign.phases.join('; '))}</p>}
          {(is_open || has_phases) && (
            <Field label={has_phases ? said.endReason : said.cancelReason}>
              {(given) => <textarea {...given} name="reason" required maxLength={4000} rows={3} />}
            </Field>
          )}
          <fieldset class="choices">
            <legend class="label">{said.report}</legend>
            {choice('report', said.hasReport, report === 'now', () => choose('now'))}
            {choice('report', said.owesReport, report === 'later', () => choose('later'))}
          </fieldset>
          {report === 'now' && <ReportNumber />}
          <p class="caution">{said.sureClose}</p>
          <Failure error={error} />
          <div class="buttons">
            <Button kind="danger" type="submit" busy={busy}>{said.confirmClose}</Button>
            <WhyWaiting busy={busy} error={error} />
          </div>
        </>
      )}
    </form>
  );
}
