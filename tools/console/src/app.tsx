import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { begin, standing } from './api/session';
import { Shell } from './shell';
import { words } from './i18n';
import { address, route } from './router';
import { Button, Failure, Loading } from './ui/parts';
import { Dialog } from './ui/dialog';
import { SignIn, SignInForm } from './pages/sign-in';
import { PasswordDue } from './pages/password';
import MyWork from './pages/my-work';

type Loader = () => Promise<{ default: ComponentType }>;

/// Loaded when they are opened; the first page comes with the program.
const pages: Record<string, Loader> = {
  tasks: () => import('./pages/tasks'),
  task: () => import('./pages/task'),
  timeline: () => import('./pages/timeline'),
  targets: () => import('./pages/targets'),
  plan: () => import('./pages/plan'),
  inbox: () => import('./pages/inbox'),
  letters: () => import('./pages/letters'),
  status: () => import('./pages/status'),
  office: () => import('./pages/office'),
  password: () => import('./pages/password/page'),
};

export function App() {
  switch (standing.value) {
    case 'unknown':
      return <Loading />;
    case 'unreachable':
      return <Unreachable />;
    case 'nobody':
      return <SignIn />;
    case 'password_due':
      return <PasswordDue />;
    default:
      return (
        <>
          <Shell><Page /></Shell>
          {standing.value === 'ended' && (
            <Dialog title={words.value.signIn.title} onClose={() => undefined} closable={false}>
              <SignInForm ended />
            </Dialog>
          )}
        </>
      );
  }
}

function Page() {
  const { page, parts } = route.value;
  const name = page === 'tasks' && parts.length === 2 ? 'task' : page;
  const [shown, show] = useState<{ name: string; component?: ComponentType; error?: unknown }>({ name: '' });
  const load = pages[name];
  useEffect(() => {
    if (load) {
      load().then(({ default: component }) => show({ name, component }), (error: unknown) => show({ name, error }));
    }
  }, [name]);
  if (name === 'my-work') {
    return <MyWork />;
  }
  if (!load) {
    return <NoPage />;
  }
  if (shown.name !== name) {
    return <Loading />;
  }
  // Every task is a page of its own: nothing of one is left in the other.
  return shown.component ? <shown.component key={parts.join('/')} /> : <PageFailed error={shown.error} />;
}

function NoPage() {
  return (
    <div class="page narrow">
      <h1>{words.value.shell.noPage}</h1>
      <p><a href={address('my-work')}>{words.value.shell.toMyWork}</a></p>
    </div>
  );
}

/// Where the server has been updated, the file of before is not there any more.
function PageFailed({ error }: { error: unknown }) {
  return (
    <div class="page narrow">
      <Failure error={error}>
        <Button icon="reload" onClick={() => location.reload()}>{words.value.shell.reload}</Button>
      </Failure>
    </div>
  );
}

function Unreachable() {
  return (
    <main class="page narrow">
      <h1>{words.value.shell.unreachable}</h1>
      <Button kind="primary" icon="reload" onClick={() => void begin()}>{words.value.shell.tryAgain}</Button>
    </main>
  );
}
