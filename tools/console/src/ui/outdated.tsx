import { words } from '../i18n';
import { isOutdated } from '../live/version';
import { Icon } from './icons';
import { Button } from './parts';

/// That the server serves another console than this one. In front of a dialog too, behind which
/// nothing can be pressed.
export function Outdated() {
  const { shell } = words.value;
  return isOutdated.value ? (
    <p class="banner news">
      <Icon name="reload" />
      <span>{shell.outdated} <Button class="small" onClick={() => location.reload()}>{shell.reload}</Button></span>
    </p>
  ) : null;
}
