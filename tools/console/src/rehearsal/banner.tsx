import { useEffect, useState } from 'preact/hooks';
import { mayMove, speed } from '../live/clock';
import { isNarrow } from '../ui/narrow';
import { Icon } from '../ui/icons';
import { clockText, paceText } from './clock-text';
import { rehearsalWords } from './words';
import './rehearsal.css';

/// That the time is not real, and, for whom it is to move, how.
export function RehearsalBanner() {
  const said = rehearsalWords.value;
  const [isOpen, open] = useState(false); // where there is room it always is
  const [asking, ask] = useState(false);
  const loaded = useControl();
  const pace = speed.value === 0 ? said.stands : speed.value === 1 ? '' : paceText(speed.value);
  return (
    <>
      <div class="banner rehearsal">
        <p class="rehearsal-says">
          <Icon name="clock" />
          <span>
            <strong>{said.rehearsal}.</strong> {said.notReal} <strong class="rehearsal-time">{clockText()}</strong>
            {pace && !mayMove.value && ` (${pace})`}.
          </span>
        </p>
        {loaded && (
          <details class="rehearsal-more" open={isOpen || !isNarrow()} onToggle={(event) => isNarrow() && open(event.currentTarget.open)}>
            <summary>{said.control}</summary>
            <loaded.Control onAsk={() => ask(true)} />
          </details>
        )}
      </div>
      {loaded && asking && <loaded.ToDate onClose={() => ask(false)} />}
    </>
  );
}

/// Most offices never have one: it is loaded where there is one.
function useControl(): typeof import('./control') | undefined {
  const [loaded, show] = useState<{ parts?: typeof import('./control') }>({});
  useEffect(() => {
    if (mayMove.value) {
      import('./control').then((parts) => show({ parts }), () => undefined);
    }
  }, [mayMove.value]);
  return mayMove.value ? loaded.parts : undefined;
}
