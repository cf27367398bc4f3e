// The demo in the hands of the people who use it: what each finds first, and one task on its way from
// nobody's to accepted, through three pairs of hands, while the leader's second window looks on.
import assert from 'node:assert/strict';
import { looksRight, signIn } from './expect.mjs';

const congress = /Đại hội Liên minh HTX tỉnh Yên Bái/;
const congress_path = '/api/v1/campaigns/thang-hanh-dong-htx-2025/tasks/dai-hoi-lien-minh';

/// What stands first on each account's page, and what it has a button for.
const first_pages = {
  lanhdao: { where: 'Toàn cơ quan', region: 'Chờ duyệt', task: /tư vấn, hỗ trợ vốn vay/, button: 'Duyệt kế hoạch',
    groups: ['Chờ duyệt', 'Quá hạn'] },
  vanphong: { where: 'Văn phòng', region: 'Chưa phân công', task: congress, button: 'Phân công',
    groups: ['Chưa phân công', 'Phối hợp', 'Chưa đến hạn, chưa có hạn'] },
  nghiepvu: { where: 'Phòng Nghiệp vụ - Kiểm tra', region: 'Quá hạn', task: /rà soát/, button: 'Báo cáo hoàn thành',
    groups: ['Quá hạn', 'Phối hợp', 'Chưa đến hạn, chưa có hạn'] },
  trungtam: { where: 'Trung tâm tư vấn hỗ trợ thành viên', region: 'Chưa đến hạn, chưa có hạn', task: /Thiết kế gian hàng/,
    button: 'Thực hiện bước', groups: ['Đang chờ lãnh đạo', 'Phối hợp', 'Chưa đến hạn, chưa có hạn'] },
  quy: { where: 'Quỹ Hỗ trợ phát triển HTX', region: 'Chưa đến hạn, chưa có hạn', task: /Tập huấn nâng cao nghiệp vụ/,
    button: 'Thực hiện bước', groups: ['Đang chờ lãnh đạo', 'Phối hợp', 'Chưa đến hạn, chưa có hạn'] },
};

/// Somebody at a browser of his own, signed in.
class Person {
  constructor({ browser, page }, user) {
    this.browser = browser;
    this.page = page;
    this.user = user;
  }

  static async sit({ office, open }, user) {
    const person = new Person(await open(), user);
    await signIn({ office, page: person.page }, user, office.account(user).password);
    await person.page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
    return person;
  }

  async opensTheTask() {
    await this.page.getByRole('link', { name: 'Nhiệm vụ', exact: true }).click();
    await this.page.getByRole('searchbox').fill('dai hoi lien minh');
    await this.page.waitForURL(/q=dai/); // the list follows what is typed after a moment
    await this.page.getByRole('link', { name: congress }).click();
    await this.page.getByRole('heading', { name: 'Thông tin' }).waitFor();
  }

  /// Clicks a button of the page, or of a part of it, fills what the dialog asks for, and confirms; where
  /// the dialog has a doubt, once more.
  async does(button, fill = async () => {}, { on = this.page, doubt } = {}) {
    await on.getByRole('button', { name: button }).click();
    const dialog = this.page.getByRole('dialog');
    await fill(dialog);
    await this.has_no_faults(button);
    await dialog.getByRole('button', { name: button }).click();
    if (doubt) {
      await dialog.getByText(doubt).waitFor();
      await this.has_no_faults(`${button}, in doubt`);
      await dialog.getByRole('button', { name: 'Vẫn gửi' }).click();
    }
    await dialog.waitFor({ state: 'detached' });
    await this.has_no_faults(`after ${button}`);
  }

  async performs(...steps) {
    for (const step of steps) {
      await this.does('Thực hiện bước', (dialog) => dialog.getByRole('radio', { name: step }).check());
    }
  }

  /// The row of the task on his first page.
  work() {
    return this.page.getByRole('listitem').filter({ hasText: congress });
  }

  async has_no_faults(where) {
    assert.deepEqual(await this.browser.faults(this.page), [], `${this.user}, ${where}`);
  }
}

/// The timeline in a second window of somebody, which nobody touches any more.
async function lookOn({ browser, page: first }) {
  const page = await browser.page();
  await page.goto(first.url());
  await page.getByRole('link', { name: 'Tiến độ' }).click();
  await page.getByLabel('Tìm nhiệm vụ').fill('dai hoi lien minh');
  const row = page.getByRole('treegrid').getByRole('row').filter({ hasText: congress });
  await row.waitFor();
  await page.evaluate(() => { window.seenFromTheBeginning = true; });
  return {
    async shows(...texts) {
      for (const text of texts) {
        await row.getByText(text).first().waitFor();
      }
      assert.equal(await page.evaluate(() => window.seenFromTheBeginning), true, 'the window was not loaded again');
    },
    async has_no_faults() {
      assert.deepEqual(await browser.faults(page), [], 'the timeline');
    },
  };
}

const early = /Theo kế hoạch, việc này đến ngày \d\d\/\d\d\/2025 mới bắt đầu/;
const fill = (label, text) => (dialog) => dialog.getByLabel(label).fill(text);

export const tests = [
  ...Object.entries(first_pages).map(([user, expected]) =>
    [`${user} finds on the first page what waits for this account`, async (at) => {
      const { office, page } = at;
      await signIn(at, user, office.account(user).password);
      await page.getByText(`Thứ Năm, 10/04/2025 · ${expected.where}`).waitFor();
      const waits = page.getByRole('region', { name: expected.region }).getByRole('listitem').filter({ hasText: expected.task });
      await waits.getByRole('button', { name: expected.button }).waitFor();
      const groups = await page.locator('section.work h2').allInnerTexts();
      assert.deepEqual(groups.map((text) => text.replace(/\s*\d+$/, '')), expected.groups);
      assert.equal(await page.locator('.account-name').innerText(), office.account(user).name);
      await looksRight(at, `demo-${user}`);
    }]),

  ['who gives out a task that no unit leads is told before that the office will have it', async (at) => {
    const office = await Person.sit(at, 'vanphong');
    await office.opensTheTask();
    await office.page.getByRole('button', { name: 'Giao nhiệm vụ' }).click();
    await office.page.getByRole('dialog').getByText('Văn phòng sẽ được báo').waitFor();
    await office.has_no_faults('no lead');
  }],

  ['a task goes from nobody to accepted through three accounts, and the leader sees it live', async (at) => {
    const office = await Person.sit(at, 'vanphong');
    const staff = await Person.sit(at, 'nghiepvu');
    const leader = await Person.sit(at, 'lanhdao');
    const timeline = await lookOn(leader);
    await timeline.shows('Chưa giao · chưa phân công');

    // The office finds a unit for it, settles when it is to be, and gives it out.
    await office.does('Phân công', async (dialog) => {
      await dialog.getByRole('button', { name: 'Phân công' }).click(); // as it was: nothing is sent
      await dialog.getByText('Hãy chọn ít nhất một đơn vị chủ trì, hoặc Bỏ qua.').waitFor();
      await dialog.getByRole('group', { name: 'Đơn vị chủ trì' }).getByLabel('Phòng Nghiệp vụ - Kiểm tra').check();
    }, { on: office.work() });
    assert.equal((await at.office.must('GET', `${congress_path}/history`)).history.filter(({ type }) => type === 'assigned').length, 1);
    await timeline.shows('Chưa giao · NV-KT');
    await office.opensTheTask();
    await office.does('Chốt thời gian', async (dialog) => {
      await dialog.getByLabel('Bắt đầu').fill('12/06/2025');
      await dialog.getByLabel('Hạn hoàn thành').fill('13/06/2025');
    });
    await timeline.shows(/12\/06\/2025.*13\/06\/2025/);
    await office.page.getByText('Đã chốt', { exact: true }).waitFor();
    await office.does('Giao nhiệm vụ');
    await timeline.shows('Đã giao · NV-KT');

    // The unit finds it on its first page without asking, plans it, and hands in the plan.
    await staff.does('Bắt đầu lập kế hoạch', undefined, { on: staff.work() });
    await timeline.shows('Đang lập kế hoạch · NV-KT');
    await staff.opensTheTask();
    await staff.does('Gắn tài liệu', (dialog) => dialog.getByLabel('Tệp').setInputFiles(
      { name: 'dự thảo kế hoạch.docx', mimeType: 'application/octet-stream', buffer: Buffer.from('dự thảo') }));
    await staff.page.getByRole('link', { name: 'dự thảo kế hoạch.docx' }).waitFor();
    await staff.does('Trình kế hoạch', fill('Số hiệu kế hoạch chi tiết', '25/TTr-NVKT'));
    await timeline.shows('Chờ duyệt kế hoạch · NV-KT');

    await leader.does('Duyệt kế hoạch', fill('Số hiệu văn bản duyệt', '98/KH-LMHTX'), { on: leader.work() });
    await timeline.shows('Sẵn sàng · NV-KT');

    // The unit does the work, step by step, and reports.
    await staff.does('Bắt đầu thực hiện');
    await timeline.shows('Đang thực hiện · NV-KT');
    await staff.does('Báo cáo tiến độ', fill('Hoàn thành (%)', '40'));
    await timeline.shows('Đang thực hiện 40% · NV-KT');
    await staff.performs('Chuẩn bị đại hội', 'Lấy ý kiến');
    await staff.does('Thực hiện bước', async (dialog) => {
      await dialog.getByText('Văn kiện: “Lấy ý kiến” → quay lại: “Dự thảo”').waitFor();
      await dialog.getByRole('radio', { name: 'Văn kiện: Xong: “Lấy ý kiến” → chuyển sang: “Đã thông qua”' }).check();
    });
    await staff.performs('Nhân sự: Xong: “Xây dựng đề án nhân sự” → chuyển sang: “Đã được phê duyệt”', 'Đã triệu tập',
      'Phiên chính thức', 'Báo cáo kết quả, đề nghị chuẩn y', 'Hoàn tất');
    // A step is told once, with where the procedure went by itself after it.
    await staff.page.getByText('Chuyển sang bước: Đã triệu tập → Phiên trù bị').waitFor();
    assert.equal(await staff.page.getByText(/Quy trình chuyển sang/).count(), 1, 'how it began');
    await staff.does('Báo cáo hoàn thành', fill('Số hiệu báo cáo', '40/BC-NVKT'), { doubt: early });
    await timeline.shows('Chờ nghiệm thu');

    // The leader is not content at first.
    await leader.opensTheTask();
    await leader.page.getByRole('link', { name: 'dự thảo kế hoạch.docx' }).waitFor();
    await leader.does('Trả lại báo cáo', fill('Lý do', 'Chưa kèm Nghị quyết Đại hội'));
    await timeline.shows('Đang thực hiện 40% · NV-KT');
    await staff.page.getByText('Chưa kèm Nghị quyết Đại hội').waitFor();
    await staff.page.getByRole('link', { name: 'Việc của tôi' }).click();
    await staff.work().getByText('Chưa kèm Nghị quyết Đại hội').waitFor();
    await staff.has_no_faults('my work, after it came back');
    await staff.opensTheTask();
    await staff.does('Báo cáo hoàn thành', fill('Số hiệu báo cáo', '41/BC-NVKT'), { doubt: early });
    await timeline.shows('Chờ nghiệm thu');
    await leader.does('Nghiệm thu', fill('Nhận xét', 'Đạt yêu cầu'));
    await timeline.shows('Đã hoàn thành · NV-KT', 'hoàn thành đúng hạn');
    await timeline.has_no_faults();

    // And the unit hears of it.
    await staff.page.getByRole('link', { name: /Hộp thư/ }).click();
    await staff.page.locator('.notice').filter({ hasText: /Đã xác nhận hoàn thành/ }).filter({ hasText: congress }).first().waitFor();
    await staff.has_no_faults('inbox');

    // What was accepted is opened again, for a reason of its own.
    await leader.does('Mở lại', fill('Lý do', 'Bổ sung danh sách đại biểu'));
    await staff.page.getByRole('link', { name: 'Việc của tôi' }).click();
    await staff.work().getByText('Mở lại:').waitFor();
    await staff.work().getByText('Bổ sung danh sách đại biểu').waitFor();
  }],
];
