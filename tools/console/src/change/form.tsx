import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Outcome, Preview } from '../api/types';
import { Button, Failure } from '../ui/parts';
import { WhyWaiting } from '../ui/sending';
import { useDraft } from '../ui/use-draft';
import { PreviewOf } from './preview';
import type { Change, Wish } from './use-change';
import { changeWords } from './words';
import './change.css';

interface ChangeFormProps {
  change: Change;
  place: string; // under which what is typed is kept until it is done
  wish: (form: HTMLFormElement) => Promise<Wish>;
  submit: string; // what the button says that does it
  grave?: boolean;
  onDone: (outcome: Outcome) => void;
  children: ComponentChildren; // the fields
  refused?: ComponentChildren; // what can be done about a refusal
  comesTo?: ((preview: Preview) => ComponentChildren) | undefined;
}

/// Fields, then what they would come to, then the button that does it.
export function ChangeForm({ change, place, wish, submit, grave = false, onDone, children, refused, comesTo }: ChangeFormProps) {
  const said = changeWords.value;
  const { form, keep, drop } = useDraft(place);
  const { preview, stale, looking } = change;
  const typed = (event: Event) => {
    keep(event.currentTarget as HTMLFormElement);
    change.touch();
  };
  return (
    <>
      <form class="form card change-form" ref={form} onInput={typed} onSubmit={(event) => {
        event.preventDefault();
        const given = event.currentTarget;
        change.look(() => wish(given));
      }}>
        {children}
        <Failure error={looking.error}>{refused}</Failure>
        <Button kind={preview && !stale ? 'plain' : 'primary'} type="submit" icon="search" busy={looking.busy}>
          {preview ? said.lookAgain : said.look}
        </Button>
        <WhyWaiting busy={looking.busy} doing={said.looking} error={looking.error} />
      </form>
      {preview && (
        <Seen change={change} preview={preview} submit={submit} grave={grave} comesTo={comesTo}
          refused={refused} onDone={(outcome) => {
            drop();
            onDone(outcome);
          }} />
      )}
    </>
  );
}

function Seen({ change, preview, submit, grave, comesTo, refused, onDone }: Pick<ChangeFormProps, 'change' | 'submit' | 'onDone' | 'refused' | 'comesTo'> & {
  preview: Preview;
  grave: boolean;
}) {
  const said = changeWords.value;
  const heading = useRef<HTMLHeadingElement>(null);
  const { applying, stale } = change;
  useEffect(() => heading.current?.focus(), []);
  return (
    <section class={`card seen ${stale ? 'stale' : ''}`} aria-labelledby="seen">
      <h2 id="seen" ref={heading} tabIndex={-1}>{said.heading}</h2>
      <p class={stale ? 'caution' : 'soft'} role="status">{stale ? said.stale : said.nothingYet}</p>
      {comesTo?.(preview)}
      <PreviewOf preview={preview} />
      <Failure error={applying.error}>{refused}</Failure>
      <div class="buttons">
        <Button kind={grave ? 'danger' : 'primary'} busy={applying.busy} disabled={stale} onClick={() => change.apply(onDone)}>{submit}</Button>
        <WhyWaiting busy={applying.busy} doing={said.applying} error={applying.error} />
      </div>
    </section>
  );
}
