import { Problem } from '../../api/problem';
import type { Letter } from '../../api/types';
import { instantText } from '../../i18n/dates';
import { address } from '../../router';
import { Empty } from '../../ui/parts';
import { useResource } from '../../ui/resource';
import { Shown } from '../../ui/shown';
import { lettersWords } from './words';

/// One letter as whoever gets it sees it. It stands in a frame: a document of its own, that may do
/// nothing here.
export function OneLetter({ id }: { id: string }) {
  const said = lettersWords.value;
  const path = `/api/v1/letters/${encodeURIComponent(id)}`;
  const letter = useResource<Letter>(path, () => false);
  const missing = letter.error instanceof Problem && letter.error.status === 404;
  return (
    <div class="page letters">
      <p class="small"><a href={address('letters')}>{said.back}</a></p>
      {missing ? <Empty>{said.notThere}</Empty> : (
        <Shown of={letter}>
          {(read) => (
            <>
              <h1 class="letter-subject">{read.subject}</h1>
              <dl class="letter-head">
                <div><dt>{said.to}</dt><dd>{said.person(read.name, read.to)}</dd></div>
                <div><dt>{said.at}</dt><dd><time dateTime={read.at}>{instantText(read.at)}</time></dd></div>
              </dl>
              <iframe class="letter-frame" src={`${path}/html`} title={said.frame(read.subject)}
                sandbox="allow-popups allow-popups-to-escape-sandbox" />
              <details>
                <summary>{said.plain}</summary>
                <pre class="letter-text" tabIndex={0}>{read.text}</pre>
              </details>
            </>
          )}
        </Shown>
      )}
    </div>
  );
}
