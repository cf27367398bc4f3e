import type { HeadList } from '../../api/types';
import { statusWords } from './words';

/// By which a printed page is held against the record later: what stood last in it then.
export function Heads({ of, at }: { of: HeadList['heads']; at: string }) {
  const said = statusWords.value;
  return of.length === 0 ? null : (
    <>
      <p>{said.heads(at)}</p>
      <ul class="heads">
        {of.map(({ stream, version, hash }) => (
          <li key={stream}>{said.head(stream, version)} <code>{hash.replaceAll(/.{8}(?=.)/g, '$& ')}</code></li>
        ))}
      </ul>
    </>
  );
}
