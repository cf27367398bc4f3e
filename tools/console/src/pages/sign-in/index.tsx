import { useState } from 'preact/hooks';
import { identity, signIn } from '../../api/session';
import { words } from '../../i18n';
import { Languages } from '../../shell';
import { Button, Failure, Field } from '../../ui/parts';
import mark from '../../ui/mark.svg';

export function SignIn() {
  return (
    <main class="sign-in">
      <div class="sign-in-card">
        <div class="sign-in-head">
          <img src={mark} alt="" width="44" height="44" />
          <div>
            <h1>{words.value.product}</h1>
            <p class="soft">{words.value.tagline}</p>
          </div>
        </div>
        <SignInForm />
      </div>
      <div class="sign-in-foot"><Languages /></div>
    </main>
  );
}

/// `ended`: in front of a page of somebody whose session has ended.
export function SignInForm({ ended = false }: { ended?: boolean }) {
  const { signIn: said } = words.value;
  const [error, fail] = useState<unknown>();
  const [busy, work] = useState(false);
  const [visible, show] = useState(false);
  const submit = async (form: HTMLFormElement) => {
    const given = new FormData(form);
    work(true);
    fail(undefined);
    try {
      await signIn(String(given.get('user')).trim(), String(given.get('password')));
    } catch (why) {
      fail(why);
      form.querySelector<HTMLInputElement>('[name=password]')?.select();
    }
    work(false);
  };
  return (
    <form class="form" onSubmit={(event) => {
      event.preventDefault();
      if (!busy) {
        void submit(event.currentTarget);
      }
    }}>
      {ended && <p>{said.ended}</p>}
      <Field label={said.user}>
        {(given) => (
          <input {...given} name="user" required autocomplete="username" autocapitalize="none" spellcheck={false}
            defaultValue={identity.value?.user ?? ''} autofocus={!ended} />
        )}
      </Field>
      <Field label={said.password}>
        {(given) => {
          const same = { ...given, name: 'password', required: true, autocomplete: 'current-password', autofocus: ended };
          return visible ? <input key="it" {...same} type="text" /> : <input key="it" {...same} type="password" />;
        }}
      </Field>
      <label class="check">
        <input type="checkbox" checked={visible} onChange={(event) => show(event.currentTarget.checked)} />
        {said.show}
      </label>
      <Failure error={error} />
      <Button kind="primary" type="submit" busy={busy}>{said.submit}</Button>
    </form>
  );
}
