import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { words } from '../i18n';
import { Icon } from './icons';

interface DialogProps {
  title: string;
  onClose: () => void;
  /// Whether the person may leave it without an answer.
  closable?: boolean;
  children: ComponentChildren;
}

/// The native one: it keeps the keyboard inside and gives it back.
export function Dialog({ title, onClose, closable = true, children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    return () => dialog?.close();
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
      <div class="dialog-body">{children}</div>
    </dialog>
  );
}
