import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { words } from '../i18n';
import { Icon } from './icons';
import { Outdated } from './outdated';
import { forget } from './toast';

interface DialogProps {
  title: string;
  onClose: () => void;
  /// Whether the person may leave it without an answer.
  closable?: boolean;
  children: ComponentChildren;
}

/// The native one, which keeps the keyboard inside. It goes back to where it was.
export function Dialog({ title, onClose, closable = true, children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const dialog = element.current;
    const opener = document.activeElement;
    forget();
    dialog?.showModal();
    return () => {
      dialog?.close();
      const back = opener?.isConnected ? opener : document.getElementById('main');
      (back as HTMLElement | null)?.focus();
    };
  }, []);
  return (
    <dialog ref={element} aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        if (closable) {
          onClose();
        }
      }}>
      <header class="dialog-head">
        <h2 id={id}>{title}</h2>
        {closable && (
          <button type="button" class="button quiet square" onClick={onClose} aria-label={words.value.common.close}>
            <Icon name="cross" />
          </button>
        )}
      </header>
      <div role="status"><Outdated /></div>
      <div class="dialog-body">{children}</div>
    </dialog>
  );
}
