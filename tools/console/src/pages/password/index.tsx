import { useState } from 'preact/hooks';
import { changePassword, identity, signOut } from '../../api/session';
import { words } from '../../i18n';
import { Languages } from '../../shell';
import { Button, Failure, Field } from '../../ui/parts';

/// The first thing whoever was given a password has to do.
export function PasswordDue() {
  const { password, shell } = words.value;
  return (
    <main class="sign-in">
      <div class="sign-in-card">
        <h1>{password.title}</h1>
        <p>{password.due}</p>
        <PasswordForm onDone={() => undefined} />
      </div>
      <div class="sign-in-foot">
        <Languages />
        <Button kind="quiet" onClick={() => void signOut()}>{shell.signOut}</Button>
      </div>
    </main>
  );
}

export function PasswordForm({ onDone }: { onDone: () => void }) {
  const { password } = words.value;
  const [error, fail] = useState<unknown>();
  const [busy, work] = useState(false);
  const submit = async (form: HTMLFormElement) => {
    const [old = '', chosen = '', again = ''] = ['old', 'chosen', 'again'].map((name) => String(new FormData(form).get(name)));
    if (chosen !== again) {
      fail(new Error(password.differ));
      return;
    }
    work(true);
    fail(undefined);
    try {
      await changePassword(old, chosen);
      form.reset();
      onDone();
    } catch (why) {
      fail(why);
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
      <input class="unseen" type="text" name="user" autocomplete="username" value={identity.value?.user ?? ''} readOnly
        tabIndex={-1} aria-hidden="true" />
      <Field label={password.old}>
        {(given) => <input {...given} name="old" type="password" required autocomplete="current-password" />}
      </Field>
      <Field label={password.chosen} hint={password.rule}>
        {(given) => <input {...given} name="chosen" type="password" required minLength={10} maxLength={200} autocomplete="new-password" />}
      </Field>
      <Field label={password.again}>
        {(given) => <input {...given} name="again" type="password" required autocomplete="new-password" />}
      </Field>
      <Failure error={error} />
      <Button kind="primary" type="submit" busy={busy}>{password.submit}</Button>
    </form>
  );
}
