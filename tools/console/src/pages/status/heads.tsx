import type { HeadList } from '../../api/types';
import { statusWords } from './words';

/// By which a printed page is held against the record later: what stood last in it then.
export function Heads({ of, document, at }: { of: HeadList['heads']; document: string; at: string }) {
  const said = statusWords.value;
  return of.length === 0 ? null : (
    <>
      <p>{said.heads(at)}</p>
      <ul class="heads">
        {of.map(({ stream, version, hash }) => (
          <li key={stream}>{stream === 'office' ? said.headOfOffice(version) : said.headOfPlan(document, version)} <code>{hash.replaceAll(/.{8}(?=.)/g, '$& ')}</code></li>
        ))}
      </ul>
    </>
  );
}
