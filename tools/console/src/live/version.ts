import { signal } from '@preact/signals';

/// The server serves another console than this one: what is open has to be loaded again.
export const isOutdated = signal(false);

let own: string | null = null;

async function served(): Promise<string | null> {
  try {
    const response = await fetch('/', { method: 'HEAD', cache: 'no-store' });
    return response.ok ? response.headers.get('ETag') : null;
  } catch {
    return null;
  }
}

export function watchVersion(): void {
  void served().then((tag) => {
    own = tag;
  });
}

export async function lookForNewVersion(): Promise<void> {
  const tag = await served();
  if (own !== null && tag !== null && tag !== own) {
    isOutdated.value = true;
  }
}
