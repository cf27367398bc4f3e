import { computed, signal } from '@preact/signals';

// Pages are told apart by the fragment, so that the server serves one page and links in letters work:
// #/tasks/CAMPAIGN/TASK, #/tasks?status=overdue.

export interface Route {
  page: string;
  parts: readonly string[];
  query: URLSearchParams;
}

const fragment = signal(location.hash);

export const route = computed<Route>(() => {
  const [path = '', query = ''] = fragment.value.replace(/^#\/?/, '').split('?', 2);
  const [page = '', ...parts] = path.split('/').map(decoded);
  return { page: page || 'my-work', parts: parts.filter((part) => part !== ''), query: new URLSearchParams(query) };
});

/// The address of a page, for `href`.
export function address(page: string, parts: readonly string[] = [], query?: Record<string, string>): string {
  const path = [page, ...parts].map(encodeURIComponent).join('/');
  const kept = Object.entries(query ?? {}).filter(([, value]) => value !== '');
  return `#/${path}${kept.length > 0 ? `?${new URLSearchParams(kept)}` : ''}`;
}

export function taskAddress(task: { campaign: string; id: string }): string {
  return address('tasks', [task.campaign, task.id]);
}

export function goTo(where: string, replace = false): void {
  if (replace) {
    history.replaceState(null, '', where);
    fragment.value = where;
  } else {
    location.hash = where;
  }
}

export function watchAddress(): void {
  addEventListener('hashchange', () => {
    fragment.value = location.hash;
  });
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
