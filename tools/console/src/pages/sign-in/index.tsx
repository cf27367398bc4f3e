import { useState } from 'preact/hooks';
import { identity, signIn } from '../../api/session';
import { words } from '../../i18n';
import { Gate } from '../../shell';
import { Field } from '../../ui/parts';
import { SendForm } from '../../ui/sending';
import mark from '../../ui/mark.svg';

export function SignIn() {
  return (
    <Gate>
      <div class="sign-in-head">
        <img src={mark} alt="" width="44" height="44" />
        <div>
          <h1>{words.value.product}</h1>
          <p class="soft">{words.value.tagline}</p>
        </div>
      </div>
      <SignInForm />
    </Gate>
  );
}

/// `ended`: in front of a page of somebody whose session has ended.
export function SignInForm({ ended = false }: { ended?: boolean }) {
  const { signIn: said } = words.value;
  const [visible, show] = useState(false);
  const send = async (form: HTMLFormElement) => {
    const given = new FormData(form);
    try {
      await signIn(String(given.get('user')).trim(), String(given.get('password')));
    } catch (why) {
      form.querySelector<HTMLInputElement>('[name=password]')?.select();
      throw why;
    }
  };
  return (
    <SendForm submit={said.submit} onSend={send}>
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
    </SendForm>
  );
}
