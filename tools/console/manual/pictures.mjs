// node pictures.mjs PROGRAM PACKAGES FOLDER
// What the manual shows, as its readers will meet it: each of them signs in to the demo and stops
// where the manual has a picture. WebP, small enough to stand in the repository.
import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Browser } from '../../../tests/browser/browser.mjs';
import { Demo } from '../../../tests/browser/demo.mjs';
import { signIn } from '../../../tests/browser/expect.mjs';

const [program, packages, folder] = process.argv.slice(2, 5).map((path) => resolve(path));
const load = createRequire(join(packages, 'package.json'));
const campaign = 'thang-hanh-dong-htx-2025';
const bytes_max = 60_000;
const size = { width: 1280, height: 860 };
const scale = 0.8;

class Reader {
  static async sit(demo, user) {
    const reader = new Reader();
    reader.demo = demo;
    reader.browser = await Browser.open(load, { viewport: size });
    reader.page = await reader.browser.page();
    await signIn({ office: demo, page: reader.page }, user, demo.account(user).password);
    await reader.page.locator('section.work').first().waitFor();
    return reader;
  }

  async goes(where, sign) {
    await this.page.goto(`${this.demo.url}/#/${where}`);
    await this.page.getByText(sign).first().waitFor();
  }

  clicks(button, within = this.page) {
    return within.getByRole('button', { name: button, exact: true }).first().click();
  }

  /// The window as it is, or its upper part, or one element with a little around it.
  async takes(name, { height = size.height, of } = {}) {
    await this.page.waitForLoadState('networkidle').catch(() => undefined); // the stream of events stays
    const box = of && await this.page.locator(of).first().boundingBox();
    const scrolled = await this.page.evaluate(() => scrollY);
    const [top, tall] = box ? [Math.max(box.y - 12, 0), box.height + 24] : [0, height];
    const clip = { x: 0, y: scrolled + top, width: size.width, height: tall, scale };
    const session = await this.page.context().newCDPSession(this.page);
    for (const quality of [80, 65, 50, 35]) {
      const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality, clip });
      const picture = Buffer.from(data, 'base64');
      if (picture.length <= bytes_max) {
        writeFileSync(join(folder, `${name}.webp`), picture);
        console.log(`${name}: ${picture.length} bytes`);
        return;
      }
    }
    throw new Error(`${name} does not get smaller than ${bytes_max} bytes`);
  }

  leaves() {
    return this.browser.close();
  }
}

async function office(demo) {
  const reader = await Reader.sit(demo, 'vanphong');
  await reader.takes('van-phong', { height: 620 });
  await reader.clicks('Phân công');
  await reader.page.getByRole('dialog').getByLabel('Phòng Nghiệp vụ - Kiểm tra').first().check();
  await reader.takes('phan-cong');
  await reader.goes('status', 'Nhiệm vụ quá hạn');
  await reader.takes('ban-in');
  await reader.leaves();
}

async function staff(demo) {
  const reader = await Reader.sit(demo, 'nghiepvu');
  await reader.takes('don-vi', { height: 620 });
  await reader.goes(`tasks/${campaign}/hoi-nghi-dien-hinh`, 'Việc làm được ngay');
  await reader.takes('nhiem-vu');
  await reader.clicks('Thực hiện bước');
  await reader.page.getByRole('dialog').waitFor();
  await reader.takes('buoc', { of: 'dialog[open]' });
  await reader.leaves();
}

async function leader(demo) {
  const reader = await Reader.sit(demo, 'lanhdao');
  await reader.page.getByText(/Kế hoạch trình: .*, \d\d:\d\d \d\d\/\d\d\/\d{4}/).nth(1).waitFor(); // of both who wait
  await reader.takes('lanh-dao', { height: 520 });
  await reader.goes(`timeline/${campaign}`, 'Hội nghị điển hình');
  await reader.takes('tien-do');
  await reader.goes(`tasks/${campaign}/tu-van-vay-von`, 'Việc làm được ngay');
  await reader.clicks('Trả lại kế hoạch');
  await reader.page.getByLabel('Lý do').fill('Đề nghị nêu rõ mức vay tối đa và đối tượng ưu tiên');
  await reader.takes('tra-lai', { of: 'dialog[open]' });
  await reader.leaves();
}

/// In the morning, and with the clock going: last, as nothing can be repeated then.
async function clock_and_letters(demo) {
  await demo.must('PUT', '/api/v1/clock', { step: 'next_morning' });
  await demo.rests();
  const reader = await Reader.sit(demo, 'vanphong');
  await reader.goes('letters', 'Việc cần làm');
  await reader.page.getByRole('listitem').filter({ hasText: 'vanphong@' }).getByRole('link').first().click();
  await reader.page.frameLocator('iframe').getByText('Trân trọng').waitFor();
  await reader.takes('thu');
  await demo.must('PUT', '/api/v1/clock', { speed: 1440 });
  await reader.page.getByRole('button', { name: 'Dừng đồng hồ' }).waitFor();
  await reader.takes('dong-ho', { of: '.banner.rehearsal' });
  await reader.leaves();
}

const demo = await Demo.open(program);
try {
  await office(demo);
  await staff(demo);
  await leader(demo);
  await clock_and_letters(demo);
} finally {
  await demo.close();
}
