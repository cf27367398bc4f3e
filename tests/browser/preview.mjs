// A change that is looked at before it is made.
import { signIn } from './expect.mjs';

/// Signs in, and goes where the change is made.
export async function sit(at, user, where) {
  await signIn(at, user);
  await at.page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
  await at.page.goto(`${at.office.url}/#/${where}`);
}

export const preview = (page) => page.getByRole('region', { name: 'Sẽ thay đổi những gì' });
export const look = (page) => page.getByRole('button', { name: /^Xem trước/ }).click();
export const words_of = async (element) => (await element.innerText()).replaceAll(/\s+/g, ' ');
