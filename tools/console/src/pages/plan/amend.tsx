import { useState } from 'preact/hooks';
import { Problem } from '../../api/problem';
import type { Amendment, Campaign, PlanFile, PlanFiles } from '../../api/types';
import { ChangeForm } from '../../change/form';
import { useChange } from '../../change/use-change';
import { changeWords } from '../../change/words';
import { address } from '../../router';
import { dayIn, DayField } from '../../ui/day-field';
import { FileField } from '../../ui/file-field';
import { Field } from '../../ui/parts';
import { useResource } from '../../ui/resource';
import { InForce } from './in-force';
import { completed, filesOf } from './plan-files';
import { isOf, Renamed, renamedIn, useRenamed } from './renamed';
import { tellAndGoBack } from './told';
import { planWords } from './words';

/// A new version of the plan, against the one that is shown.
export function Amend({ campaign }: { campaign: Campaign }) {
  const said = planWords.value;
  const change = useChange();
  const [files, keep] = useState<readonly PlanFile[]>([]); // those that were looked at last
  const path = `/api/v1/campaigns/${encodeURIComponent(campaign.id)}`;
  const in_force = useResource<PlanFiles>(`${path}/plan`, ({ task }) => task === null);
  const refusal = [change.looking.error, change.applying.error].find((error): error is Problem => error instanceof Problem);
  const question = useRenamed(campaign.id, files, refusal);
  const wish = async (form: HTMLFormElement) => {
    const given = new FormData(form);
    const text = (name: string) => String(given.get(name) ?? '').trim();
    const others = in_force.value?.files ?? [];
    const read = given.get('source') === 'text' ? completed([{ name: said.pastedName, text: String(given.get('pasted')) }], others)
      : await filesOf(given.getAll('files') as File[], others);
    keep(read);
    const date = dayIn(given, 'date');
    const body: Amendment = {
      files: read, document: { number: text('number'), ...(date === '' ? {} : { date }) }, reason: text('reason'),
      states: question && isOf(question, read) ? renamedIn(given) : {}, version: campaign.version,
    };
    return { method: 'POST' as const, path: `${path}/amend`, body };
  };
  return (
    <>
      <h1>{said.amend}</h1>
      <p class="soft">{said.amendNote}</p>
      <InForce campaign={campaign} of={in_force} />
      <ChangeForm change={change} place={`${campaign.id}/amend`} wish={wish} submit={said.apply}
        refused={refusal?.code === 'plan_changed' ? <a href={address('plan', [campaign.id])}>{changeWords.value.seeAmendments}</a>
          : refusal?.code === 'state_vanished' && question && <p>{said.renamedHint}</p>}
        onDone={() => tellAndGoBack(campaign.id, said.amended(campaign.version + 1))}>
        <Source />
        {question && <Renamed question={question} />}
        <Field label={said.numberOf} hint={said.numberHint}>
          {(given) => <input {...given} name="number" required maxLength={200} />}
        </Field>
        <Field label={said.dateOf} optional>{(given) => <DayField {...given} name="date" />}</Field>
        <Field label={said.reason}>{(given) => <textarea {...given} name="reason" required maxLength={4000} rows={3} />}</Field>
      </ChangeForm>
    </>
  );
}

/// Files, or what stands in one.
function Source() {
  const said = planWords.value;
  const [source, choose] = useState<'files' | 'text'>('files');
  const choice = (name: typeof source, text: string) => (
    <label class="check">
      <input type="radio" name="source" value={name} checked={source === name} onChange={() => choose(name)} />{text}
    </label>
  );
  return (
    <>
      <fieldset class="choices">
        <legend class="label">{said.source}</legend>
        <div class="side-by-side">{choice('files', said.asFile)}{choice('text', said.asText)}</div>
      </fieldset>
      {source === 'files' ? (
        <Field label={said.files} hint={said.filesHint}>{(given) => <FileField {...given} name="files" autofocus={false} />}</Field>
      ) : (
        <Field label={said.pasted}>
          {(given) => <textarea {...given} name="pasted" class="code" required rows={12} spellcheck={false} />}
        </Field>
      )}
    </>
  );
}
