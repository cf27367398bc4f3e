import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { words } from '../i18n';
import { listen } from '../live/events';
import { route } from '../router';
import { Icon } from './icons';
import { Button } from './parts';

// What has just been recorded, said in front of the page until it is old: the page was left, the next
// thing begun, or more happened to the same task.

interface Told {
  text: string;
  task: { campaign: string; id: string };
  at_ms: number;
}

const own_ms = 3000; // what happens to the task within is what is told of
const shown_ms = 15_000;
const told = signal<Told | undefined>(undefined);

export function tell(text: string, task: Told['task']): void {
  told.value = { text, task, at_ms: Date.now() };
}

export function forget(): void {
  if (document.activeElement?.closest('.toast')) {
    document.getElementById('main')?.focus({ preventScroll: true });
  }
  told.value = undefined;
}

listen(({ campaign, task }) => {
  const now = told.peek();
  if (now && campaign === now.task.campaign && task === now.task.id && Date.now() - now.at_ms > own_ms) {
    forget();
  }
});

/// Stands before the page. What was pressed is mostly gone when this is told: the keyboard comes here,
/// and goes on into the page.
export function Toast() {
  const element = useRef<HTMLDivElement>(null);
  const shown = told.value;
  const { page, parts } = route.value;
  useEffect(forget, [page, parts.join('/')]);
  useEffect(() => {
    if (!shown) {
      return undefined;
    }
    element.current?.focus({ preventScroll: true });
    const timer = setInterval(() => {
      if (Date.now() - shown.at_ms > shown_ms && !element.current?.matches(':hover')) {
        forget();
      }
    }, 500);
    return () => clearInterval(timer);
  }, [shown]);
  return (
    <div class="toast-place" role="status">
      {shown && (
        <div ref={element} class="success toast" tabIndex={-1} onKeyDown={(event) => event.key === 'Escape' && forget()}>
          <Icon name="check" />
          <p>{shown.text}</p>
          <Button kind="quiet" class="small" onClick={forget}>{words.value.common.close}</Button>
        </div>
      )}
    </div>
  );
}
