import { words } from '../../i18n';

export default function Page() {
  return (
    <div class="page">
      <h1>{words.value.pages['timeline']}</h1>
    </div>
  );
}
