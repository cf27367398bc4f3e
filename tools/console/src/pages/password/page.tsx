import { useState } from 'preact/hooks';
import { words } from '../../i18n';
import { Icon } from '../../ui/icons';
import { PasswordForm } from './index';

export default function PasswordPage() {
  const [done, finish] = useState(false);
  return (
    <div class="page narrow">
      <h1>{words.value.password.title}</h1>
      <div role="status">{done && <p class="success"><Icon name="check" />{words.value.password.done}</p>}</div>
      <PasswordForm onDone={() => finish(true)} />
    </div>
  );
}
