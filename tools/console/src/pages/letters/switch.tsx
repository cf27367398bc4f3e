import { address, route } from '../../router';
import { lettersWords } from './words';

/// The inbox has two pages: what is told in the console, and what goes out as letters.
export function Switch() {
  const said = lettersWords.value;
  const pages: ReadonlyArray<[string, string]> = [['inbox', said.notices], ['letters', said.letters]];
  return (
    <nav class="switch" aria-label={said.switch}>
      {pages.map(([page, name]) => (
        <a key={page} href={address(page)} aria-current={route.value.page === page ? 'page' : undefined}>{name}</a>
      ))}
    </nav>
  );
}
