import type { ComponentChildren, JSX, MouseEventHandler } from 'preact';
import { useId } from 'preact/hooks';
import { Problem } from '../api/problem';
import { words } from '../i18n';
import { fullSentence } from '../i18n/sentence';
import { Findings } from './findings';
import { Icon, type IconName } from './icons';

type ButtonProps = Omit<JSX.IntrinsicElements['button'], 'icon'> & {
  kind?: 'primary' | 'plain' | 'quiet' | 'danger';
  icon?: IconName;
  busy?: boolean;
};

/// A busy one stays where the keyboard is, and does nothing.
export function Button({ kind = 'plain', icon, busy = false, children, onClick, type = 'button', class: more = '', ...rest }: ButtonProps) {
  const pressed: MouseEventHandler<HTMLButtonElement> = (event) => {
    if (busy) {
      event.preventDefault();
    } else {
      onClick?.(event);
    }
  };
  return (
    <button {...rest} type={type} class={`button ${kind} ${more as string}`} aria-disabled={busy || undefined}
      aria-busy={busy || undefined} onClick={pressed}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

interface FieldProps {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  optional?: boolean;
  children: (given: { id: string; 'aria-describedby': string | undefined }) => ComponentChildren;
}

/// A label, what it asks for, and what was wrong with the answer.
export function Field({ label, hint, error, optional = false, children }: FieldProps) {
  const id = useId();
  const told = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>
        {label}
        {optional && <span class="soft"> ({words.value.common.optional})</span>}
      </label>
      {children({ id, 'aria-describedby': told || undefined })}
      {hint && <p class="hint" id={`${id}-hint`}>{hint}</p>}
      {error && <p class="error" id={`${id}-error`}>{error}</p>}
    </div>
  );
}

/// What went wrong, told as soon as it appears.
export function Failure({ error, children }: { error: unknown; children?: ComponentChildren }) {
  if (error === undefined || error === null) {
    return null;
  }
  const problem = error instanceof Problem ? error : undefined;
  return (
    <div class="failure" role="alert">
      <Icon name="overdue" />
      <div>
        <p>{fullSentence(error instanceof Error ? error.message : String(error))}</p>
        {problem?.errors.map((one) => <p key={one.pointer}>{fullSentence(one.detail)}</p>)}
        {problem && <Findings of={problem.findings.filter((one) => one.severity === 'error')} />}
        {children}
      </div>
    </div>
  );
}

export function Loading() {
  return <p class="loading" role="status">{words.value.common.loading}</p>;
}

export function Empty({ children }: { children: ComponentChildren }) {
  return <p class="empty">{children}</p>;
}
