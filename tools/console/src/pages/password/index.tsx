import { changePassword, identity, signOut } from '../../api/session';
import { words } from '../../i18n';
import { Gate } from '../../shell';
import { Button, Field } from '../../ui/parts';
import { SendForm } from '../../ui/sending';

/// The first thing whoever was given a password has to do.
export function PasswordDue() {
  const { password, shell } = words.value;
  return (
    <Gate foot={<Button kind="quiet" onClick={() => void signOut()}>{shell.signOut}</Button>}>
      <h1>{password.title}</h1>
      <p>{password.due}</p>
      <PasswordForm onDone={() => undefined} />
    </Gate>
  );
}

export function PasswordForm({ onDone }: { onDone: () => void }) {
  const { password } = words.value;
  const send = async (form: HTMLFormElement) => {
    const [old = '', chosen = '', again = ''] = ['old', 'chosen', 'again'].map((name) => String(new FormData(form).get(name)));
    if (chosen !== again) {
      throw new Error(password.differ);
    }
    await changePassword(old, chosen);
    form.reset();
    onDone();
  };
  return (
    <SendForm submit={password.submit} onSend={send}>
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
    </SendForm>
  );
}
