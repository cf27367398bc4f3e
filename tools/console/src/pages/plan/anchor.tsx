import type { Campaign } from '../../api/types';
import { ChangeForm } from '../../change/form';
import { useChange } from '../../change/use-change';
import { route } from '../../router';
import { dayIn, DayField } from '../../ui/day-field';
import { Field } from '../../ui/parts';
import { tellAndGoBack } from './told';
import { planWords } from './words';

/// A day that others count from becomes known, or is another.
export function Anchor({ campaign }: { campaign: Campaign }) {
  const said = planWords.value;
  const change = useChange();
  const name = route.value.query.get('name') ?? '';
  const wish = async (form: HTMLFormElement) => {
    const given = new FormData(form);
    const document = String(given.get('document')).trim();
    const path = ['campaigns', campaign.id, 'anchors', String(given.get('name')).trim()].map(encodeURIComponent).join('/');
    return { method: 'PUT' as const, path: `/api/v1/${path}`, body: { day: dayIn(given, 'day'), ...(document === '' ? {} : { document }) } };
  };
  return (
    <>
      <h1>{said.anchorTitle}</h1>
      <ChangeForm change={change} place={`${campaign.id}/anchor/${name}`} wish={wish} submit={said.anchorSave}
        onDone={() => tellAndGoBack(campaign.id, said.anchorSaved(name || said.anchorName))}>
        <Field label={said.anchorName} hint={said.anchorNameHint}>
          {(given) => <input {...given} name="name" required maxLength={200} defaultValue={name} />}
        </Field>
        <Field label={said.anchorDay}>
          {(given) => <DayField {...given} name="day" required autofocus={name !== ''} defaultValue={campaign.anchors[name] ?? ''} />}
        </Field>
        <Field label={said.anchorDocument} hint={said.numberHint} optional>
          {(given) => <input {...given} name="document" maxLength={200} />}
        </Field>
      </ChangeForm>
    </>
  );
}
