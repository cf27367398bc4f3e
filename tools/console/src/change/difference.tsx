import type { FactChange, PlanDifference, ThingChange } from '../api/types';
import { changeWords } from './words';

const parts = ['tasks', 'phases', 'targets', 'units', 'kinds'] as const;

/// What two versions of a plan say otherwise: what is added, dropped and changed.
export function Difference({ of }: { of: PlanDifference }) {
  const said = changeWords.value;
  const some = parts.filter((part) => of[part].length > 0);
  return (
    <section>
      <h3>{said.content}</h3>
      {some.length === 0 && of.plan.length === 0 && <p class="soft">{said.noContent}</p>}
      {of.plan.length > 0 && <><h4>{said.kinds.plan}</h4><Facts of={of.plan} /></>}
      {some.map((part) => (
        <div key={part}>
          <h4>{said.kinds[part]}</h4>
          <ul class="things">{of[part].map((thing) => <Thing key={thing.id} of={thing} />)}</ul>
        </div>
      ))}
    </section>
  );
}

function Thing({ of: { change, id, title, facts } }: { of: ThingChange }) {
  return (
    <li>
      <p><span class={`mark ${change}`}>{changeWords.value.change[change]}</span> {title || id}</p>
      {change === 'changed' && <Facts of={facts} />}
    </li>
  );
}

function Facts({ of }: { of: readonly FactChange[] }) {
  return (
    <dl class="was-is">
      {of.map(({ name, label, before, after }) => (
        <div key={name}><dt>{label}</dt><dd><WasIs before={before} after={after} /></dd></div>
      ))}
    </dl>
  );
}

/// "before → after", to be read aloud too.
export function WasIs({ before, after }: { before: string | null; after: string | null }) {
  const said = changeWords.value;
  return (
    <>
      <span class="unseen">{said.before}: </span>{before === null ? <span class="soft">{said.none}</span> : <del>{before}</del>}
      <span aria-hidden="true"> → </span>
      <span class="unseen">; {said.after}: </span>{after === null ? <span class="soft">{said.none}</span> : <ins>{after}</ins>}
    </>
  );
}
