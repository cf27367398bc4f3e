import { signal } from '@preact/signals';
import { get } from './client';
import type { components } from './schema';

type UserList = components['schemas']['UserList'];

const names = signal<ReadonlyMap<string, string> | undefined>(undefined);
let asked = false;

/// As the person is called; the user name until that is known.
export function personName(user: string): string {
  if (!asked) {
    asked = true;
    get<UserList>('/api/v1/users').then(({ users }) => {
      names.value = new Map(users.map((one) => [one.user, one.name]));
    }, () => {
      asked = false;
    });
  }
  return names.value?.get(user) ?? user;
}
