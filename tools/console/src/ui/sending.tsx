import { useRef, useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { isRetrying, newKey } from '../api/client';
import { words } from '../i18n';
import { connection } from '../live/events';
import { Button, Failure } from './parts';

/// Something that is sent once at a time, and why it came to nothing.
export interface Sending {
  busy: boolean;
  error: unknown;
  send: (work: () => Promise<void>) => Promise<void>;
}

export function useSending(): Sending {
  const [error, fail] = useState<unknown>();
  const [busy, work] = useState(false);
  const under_way = useRef(false);
  const send = async (act: () => Promise<void>) => {
    if (under_way.current) {
      return;
    }
    under_way.current = true;
    work(true);
    fail(undefined);
    try {
      await act();
    } catch (why) {
      fail(why);
    }
    under_way.current = false;
    work(false);
  };
  return { busy, error, send };
}

/// The key of a wish: the same one while what is wished is the same, however often it is sent.
export function useKey(): (wish: unknown) => string {
  const sent = useRef({ text: '', key: '' });
  return (wish) => {
    const text = JSON.stringify(wish);
    if (sent.current.text !== text) {
      sent.current = { text, key: newKey() };
    }
    return sent.current.key;
  };
}

/// Why a button that was pressed waits, or one that is about to be will. Nothing where it has been
/// said already what became of it.
export function WhyWaiting({ busy, doing = '', error }: { busy: boolean; doing?: string; error?: unknown }) {
  const said = words.value.shell;
  const text = busy && isRetrying.value ? said.retrying
    : error !== undefined ? '' : connection.value === 'lost' ? said.offline : busy ? doing : '';
  return <p class="soft small waiting" role="status">{text}</p>;
}

/// A form with one button. What was typed stays until it is accepted.
export function SendForm({ submit, doing, onSend, children }: {
  submit: string;
  doing?: string;
  onSend: (form: HTMLFormElement) => Promise<void>;
  children: ComponentChildren;
}) {
  const { busy, error, send } = useSending();
  return (
    <form class="form" onSubmit={(event) => {
      event.preventDefault();
      const form = event.currentTarget;
      void send(() => onSend(form));
    }}>
      {children}
      <Failure error={error} />
      <Button kind="primary" type="submit" busy={busy}>{submit}</Button>
      <WhyWaiting busy={busy} error={error} {...(doing ? { doing } : {})} />
    </form>
  );
}
