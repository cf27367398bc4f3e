import { useState } from 'preact/hooks';
import { call } from '../../api/client';
import { managesPlans } from '../../api/session';
import type { Campaign } from '../../api/types';
import { Dialog } from '../../ui/dialog';
import { Button, Field } from '../../ui/parts';
import { SendForm } from '../../ui/sending';
import { Told } from './told';
import { planWords } from './words';

/// Of a campaign that is closed: its summing-up report, or that it is owed.
export function Report({ campaign }: { campaign: Campaign }) {
  const said = planWords.value;
  const [asking, ask] = useState(false);
  const [told, tell] = useState('');
  const file = async (form: HTMLFormElement) => {
    const document = String(new FormData(form).get('document')).trim();
    await call('PUT', `/api/v1/campaigns/${encodeURIComponent(campaign.id)}/report`, { body: { document } });
    ask(false);
    tell(said.filed(document));
  };
  return campaign.state !== 'closed' ? null : (
    <section class="card" aria-labelledby="report">
      <div class="card-head">
        <h2 id="report">{said.report}</h2>
        {campaign.report_owed && managesPlans.value && (
          <Button kind="primary" aria-haspopup="dialog" onClick={() => ask(true)}>{said.fileReport}</Button>
        )}
      </div>
      {campaign.report_owed ? <p class="caution">{said.reportOwed}</p> : <p>{said.reportIs(campaign.report_document ?? '')}</p>}
      <Told text={told} />
      {asking && (
        <Dialog title={said.fileReport} onClose={() => ask(false)}>
          <SendForm submit={said.fileReport} onSend={file}><ReportNumber /></SendForm>
        </Dialog>
      )}
    </section>
  );
}

export function ReportNumber() {
  const said = planWords.value;
  return (
    <Field label={said.reportNumber} hint={said.reportHint}>
      {(given) => <input {...given} name="document" required maxLength={200} autofocus />}
    </Field>
  );
}
