import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { managesOffice, me, posts, signOut } from './api/session';
import { unitName } from './api/units';
import { choose, language, words, type Language } from './i18n';
import { sentence } from './i18n/sentence';
import { rehearsal } from './live/clock';
import { connection } from './live/events';
import { unread } from './pages/inbox/store';
import { RehearsalBanner } from './rehearsal/banner';
import { address, route } from './router';
import { Icon } from './ui/icons';
import { Outdated } from './ui/outdated';
import { Button } from './ui/parts';
import { Toast } from './ui/toast';
import mark from './ui/mark.svg';

type PageName = keyof typeof words.value.pages;
const of_all: readonly PageName[] = ['my-work', 'tasks', 'timeline', 'targets', 'plan', 'inbox', 'status'];

export function Shell({ children }: { children: ComponentChildren }) {
  const { page } = route.value;
  const names: readonly PageName[] = managesOffice.value ? [...of_all, 'office'] : of_all;
  const current = page === 'letters' ? 'inbox' : page; // one of its two pages
  const title = names.find((name) => name === current);
  useEffect(() => {
    document.title = `${title ? words.value.pages[title] : words.value.product} · ${me.value?.office ?? words.value.product}`;
  }, [title, language.value, me.value?.office]);
  return (
    <>
      <a class="skip" href="#main" onClick={(event) => {
        event.preventDefault();
        document.getElementById('main')?.focus();
      }}>{words.value.shell.skip}</a>
      <header class="bar">
        <div class="bar-top">
          <a class="brand" href={address('my-work')}>
            <img src={mark} alt="" width="28" height="28" />
            <span>{me.value?.office ?? words.value.product}</span>
          </a>
          <Languages />
          <Account />
        </div>
        <nav aria-label={words.value.shell.navigation}>
          {names.map((name) => (
            <a key={name} href={address(name)} aria-current={name === page ? 'page' : name === current ? 'true' : undefined}>
              {words.value.pages[name]}
              {name === 'inbox' && unread.value > 0 && (
                <span class="count"><span aria-hidden="true">{unread.value}</span>
                  <span class="unseen">{words.value.shell.unread(unread.value)}</span></span>
              )}
            </a>
          ))}
        </nav>
      </header>
      <Banners />
      {rehearsal.value && page !== 'status' && <p class="not-real on-paper">{words.value.shell.notReal}</p>}
      <Toast />
      <main id="main" tabIndex={-1}>{children}</main>
    </>
  );
}

/// What stands before the console: nothing of the office is shown yet.
export function Gate({ children, foot }: { children: ComponentChildren; foot?: ComponentChildren }) {
  return (
    <main class="sign-in">
      <div class="sign-in-card">{children}</div>
      <div class="sign-in-foot"><Languages />{foot}</div>
    </main>
  );
}

function Languages() {
  const all: ReadonlyArray<[Language, string]> = [['vi', 'Tiếng Việt'], ['en', 'English']];
  return (
    <div class="languages" role="group" aria-label={words.value.shell.language}>
      {all.map(([code, name]) => (
        <button key={code} type="button" lang={code} title={name} aria-label={name}
          aria-pressed={language.value === code} onClick={() => choose(code)}>{code.toUpperCase()}</button>
      ))}
    </div>
  );
}

function Account() {
  const said = posts.value.map(({ role_text, unit }) => postText(role_text, unit === null ? '' : unitName(unit)));
  return (
    <details class="account" onKeyDown={(event) => {
      if (event.key === 'Escape' && event.currentTarget.open) {
        event.currentTarget.open = false;
        event.currentTarget.querySelector('summary')?.focus();
      }
    }} onFocusOut={(event) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) {
        event.currentTarget.open = false;
      }
    }}>
      <summary title={words.value.shell.account}>
        <Icon name="person" />
        <span class="account-name">{me.value?.name}</span>
        <Icon name="down" size={12} />
      </summary>
      <div class="menu" onClick={(event) => {
        if ((event.target as Element).closest('a, button')) {
          (event.currentTarget.parentElement as HTMLDetailsElement).open = false;
        }
      }}>
        <p class="menu-who"><strong>{me.value?.name}</strong></p>
        {(said.length > 0 ? said : [words.value.shell.noPost]).map((text) => <p key={text} class="soft">{text}</p>)}
        <a class="button quiet" href={address('password')}>{words.value.shell.changePassword}</a>
        <Button kind="quiet" onClick={() => void signOut()}>{words.value.shell.signOut}</Button>
      </div>
    </details>
  );
}

/// "Chuyên viên, Phòng Nghiệp vụ"; a role that is called as its unit is said once.
function postText(role: string, unit: string): string {
  const isSame = role.toLocaleLowerCase() === unit.toLocaleLowerCase();
  return sentence(unit === '' || isSame ? role : `${role}, ${unit}`);
}

/// What everybody has to know whatever page he looks at.
function Banners() {
  const { shell } = words.value;
  return (
    <aside class="banners" aria-label={shell.notices}>
      {rehearsal.value && <RehearsalBanner />}
      <div role="status">
        {connection.value === 'lost' && <p class="banner lost"><Icon name="overdue" /><span>{shell.lost}</span></p>}
        <Outdated />
      </div>
    </aside>
  );
}
