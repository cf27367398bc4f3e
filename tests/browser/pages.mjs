// What people come for, page by page.
import { looksRight, signIn } from './expect.mjs';

export const tests = [
  ['staff see their own work first', async (at) => {
    const { page } = at;
    await signIn(at, 'chuyen-vien-nv');
    await page.getByRole('heading', { name: 'Quá hạn' }).waitFor();
    await page.getByRole('link', { name: 'CoopStar' }).waitFor();
    await page.waitForTimeout(400);
    await looksRight(at, 'my-work');
    await page.goto(`${at.office.url}/#/inbox`);
    await page.getByRole('heading', { name: 'Hộp thư' }).waitFor();
    await page.waitForTimeout(400);
    await looksRight(at, 'inbox');
  }],
  ['pictures', async (at) => {
    const { page, office } = at;
    await signIn(at, 'lanh-dao');
    await page.getByRole('heading', { name: 'Chờ duyệt' }).waitFor();
    await page.waitForTimeout(400);
    await looksRight(at, 'my-work-leader');
    await page.getByRole('link', { name: 'Nhiệm vụ' }).click();
    await page.getByRole('table').waitFor();
    await looksRight(at, 'tasks');
    await page.goto(`${office.url}/#/tasks/${office.shown}/hoi-nghi-dien-hinh`);
    await page.getByRole('heading', { name: 'Quy trình' }).waitFor();
    await page.waitForTimeout(400);
    await looksRight(at, 'task');
    await page.goto(`${office.url}/#/tasks/${office.shown}/coopstar`);
    await page.getByRole('heading', { name: 'CoopStar' }).waitFor();
    await page.waitForTimeout(400);
    await looksRight(at, 'task-coopstar');
    await page.goto(`${office.url}/#/status`);
    await page.getByRole('heading', { name: 'Nhiệm vụ quá hạn' }).waitFor();
    await looksRight(at, 'status');
    await page.pdf({ path: '/tmp/console-status.pdf', preferCSSPageSize: true });
  }],
];
