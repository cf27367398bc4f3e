import { useState } from 'preact/hooks';
import { words } from '../i18n';
import { Icon } from './icons';

interface FileFieldProps {
  id: string;
  'aria-describedby': string | undefined;
  name: string;
  autofocus: boolean;
}

/// Files, chosen or dropped on it. The browser's own field, which speaks the browser's language, lies
/// unseen over ours.
export function FileField(given: FileFieldProps) {
  const [names, show] = useState<readonly string[]>([]);
  const said = words.value.common;
  return (
    <span class="file-field">
      <span class="button plain" aria-hidden="true"><Icon name="file" />{said.chooseFiles}</span>
      <span class="chosen small soft">{names.length === 0 ? said.noFiles : names.join(', ')}</span>
      <input {...given} type="file" multiple required title=""
        onChange={(event) => show([...event.currentTarget.files ?? []].map((file) => file.name))} />
    </span>
  );
}
