import { useEffect, useRef } from 'preact/hooks';
import { draft, fillIn, formDraft, keepDraft } from '../drafts';

interface Draft {
  form: { current: HTMLFormElement | null };
  keep: (form: HTMLFormElement) => void;
  drop: () => void;
}

/// What is typed into `form` stays under `place` until it is accepted or given up.
export function useDraft(place: string): Draft {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const kept = draft(place);
    if (form.current && kept !== '') {
      fillIn(form.current, kept);
    }
  }, []);
  return { form, keep: (typed) => keepDraft(place, formDraft(typed)), drop: () => keepDraft(place, '') };
}
