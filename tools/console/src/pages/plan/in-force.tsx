import { useEffect, useMemo } from 'preact/hooks';
import type { Campaign, PlanFile, PlanFiles } from '../../api/types';
import { Icon } from '../../ui/icons';
import type { Resource } from '../../ui/resource';
import { Shown } from '../../ui/shown';
import { planWords } from './words';

/// The files of the plan as it is in force: whoever amends it begins with them.
export function InForce({ campaign, of }: { campaign: Campaign; of: Resource<PlanFiles> }) {
  const said = planWords.value;
  return (
    <section class="card in-force" aria-labelledby="in-force">
      <h2 id="in-force">{said.inForce(campaign.version)}</h2>
      <p class="soft">{said.inForceNote}</p>
      <Shown of={of}>
        {({ files: [plan, ...others] }) => (
          <>
            {plan && <Files of={[plan]} />}
            {others.length > 0 && (
              <details>
                <summary>{said.inForceOthers} <span class="soft">{others.length}</span></summary>
                <Files of={others} />
              </details>
            )}
          </>
        )}
      </Shown>
    </section>
  );
}

function Files({ of }: { of: readonly PlanFile[] }) {
  return <ul class="files">{of.map((file) => <li key={file.name}><Icon name="file" /><File of={file} /></li>)}</ul>;
}

/// Kept under the last part of its name: the plan calls it by a folder that is on no desk.
function File({ of: { name, text } }: { of: PlanFile }) {
  const address = useMemo(() => URL.createObjectURL(new Blob([text], { type: 'application/yaml' })), [text]);
  useEffect(() => () => URL.revokeObjectURL(address), [address]);
  return <a href={address} download={name.split('/').at(-1)}>{name}</a>;
}
