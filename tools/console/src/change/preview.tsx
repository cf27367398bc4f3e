import type { Preview } from '../api/types';
import { Findings } from '../ui/findings';
import { Difference } from './difference';
import { Moves } from './moves';
import { Replaced } from './replaced';
import { changeWords } from './words';

/// What a change would come to: in a line, then all of it.
export function PreviewOf({ preview }: { preview: Preview }) {
  const said = changeWords.value;
  const { difference, moves, replaced, told, findings = [] } = preview;
  const count = (change: string) => difference?.tasks.filter((task) => task.change === change).length ?? 0;
  return (
    <>
      {(difference || moves.length > 0) && (
        <p><strong>{said.summary(count('added'), count('removed'), count('changed'), moves.length)}</strong></p>
      )}
      {replaced.length > 0 && <Replaced of={replaced} />}
      {difference && <Difference of={difference} />}
      <Moves of={moves} at={preview.at} />
      {told.length > 0 && (
        <section>
          <h3>{said.told}</h3>
          <p>{told.join(', ')}</p>
        </section>
      )}
      {findings.length > 0 && (
        <details>
          <summary>{said.warnings(findings.length)}</summary>
          <Findings of={findings} />
        </details>
      )}
    </>
  );
}
