import { test, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { expect } from '../fixtures/room/patient-expect.ts';
import { seatStrangers, signInAt } from '../fixtures/room/protocol-seat.ts';
import { startRoom, type TestRoom } from '../fixtures/room/start-room.ts';
import { ChairPage } from '../pages/chair-page.ts';
import { ClerkPage } from '../pages/clerk-page.ts';
import { ScreenPage } from '../pages/screen-page.ts';
import { SeatPage, type Answer } from '../pages/seat-page.ts';
import { openSurface, type SurfacePage } from '../pages/surface-page.ts';
import type { Stranger } from '../stranger/stranger.ts';

/**
 * Votes of every kind in one meeting: a quick poll with too few present, raised hands, terminals and paper mixed, late
 * ballots, two consoles at once. A02 and A09 are pages, the other members clients of the protocol; A13 is not there.
 */
test.describe.configure({ mode: 'serial' });
test.setTimeout(120_000);

let room: TestRoom;
let strangers: ReadonlyMap<string, Stranger>;
const contexts: BrowserContext[] = [];
let a02: SeatPage;
let a09: SeatPage;
let chair: ChairPage;
let clerk: ClerkPage;
let screen: ScreenPage;

const early = ['A01', 'A03', 'A04', 'A05', 'A06'];
const later = ['A07', 'A08', 'A10', 'A11', 'A12', 'A14', 'A15'];

const seatAt = (place: string): Stranger => {
  const found = strangers.get(place);
  if (found === undefined) throw new Error(`no protocol client sits at ${place}`);
  return found;
};

async function open<Surface extends SurfacePage>(
  browser: Browser,
  Kind: new (page: Page) => Surface,
  place: string,
): Promise<Surface> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  contexts.push(context);
  return openSurface(context, Kind, room.address(place));
}

/** The vote that takes ballots, as a client of the protocol sees it. */
async function runningAt(
  seated: Stranger,
  states = ['open', 'held'],
): Promise<Readonly<Record<string, unknown>>> {
  const running = () => seated.records('vote').find((vote) => states.includes(String(vote['state'])));
  await seated.until(() => running() !== undefined);
  const found = running();
  if (found === undefined) throw new Error('no vote is running');
  return found;
}

async function cast(place: string, choice: unknown, states?: string[]): Promise<unknown> {
  const seated = seatAt(place);
  const vote = await runningAt(seated, states);
  const { participantId } = seated;
  return seated.ask('ballot/cast', {
    voteId: vote['id'],
    participantId,
    choice,
    versionId: vote['versionId'],
  });
}

/** Fills in the secretary's form for a vote that is held in this way; the chairperson wants it before the others. */
async function prepare(question: string, kind: string): Promise<void> {
  const form = clerk.page.getByRole('form', { name: 'Chuẩn bị biểu quyết' });
  await form.getByLabel('Nội dung biểu quyết').fill(question);
  await form.getByRole('button', { name: /Cách biểu quyết/ }).click();
  await clerk.page.getByRole('option', { name: kind, exact: true }).click();
  await form.getByRole('button', { name: 'Lưu phiên biểu quyết' }).click();
  await expect(clerk.page.getByText('Đã chuẩn bị. Chủ trì mở biểu quyết')).toBeVisible();
  await chair.putNext(question);
}

/** Keeps what a surface shows in a state, for people to look at. */
async function shoot(surface: SurfacePage, name: string): Promise<void> {
  await surface.page.screenshot({ path: test.info().outputPath(`${name}.png`) });
}

/** What a seat shows of the ballot that was given. */
async function pictureOf(seat: SeatPage): Promise<Buffer> {
  await seat.page.mouse.move(0, 0);
  // Always the same place, to the last part of a pixel, and nothing that has the focus. What changes inside a drawing
  // is drawn into it, and its round corners can end one level of grey apart: a page that was hidden is drawn anew.
  await seat.ballot.evaluate(async (ballot) => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    ballot.scrollIntoView({ block: 'start' });
    const drawn = (): Promise<void> =>
      new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
    document.documentElement.style.visibility = 'hidden';
    await drawn();
    document.documentElement.style.visibility = '';
    await drawn();
  });
  // What the pointer has left may be drawn a moment later: the picture is the one that stays.
  await expect(seat.ballot.locator('[data-hovered]')).toHaveCount(0);
  let last: Buffer = Buffer.alloc(0);
  await expect
    .poll(async () => {
      const before = last;
      last = await seat.ballot.screenshot({ animations: 'disabled' });
      return last.equals(before);
    })
    .toBe(true);
  return last;
}

/**
 * Keeps what these pages say of a step from the hub until all of them have pressed it; then all of it goes at once.
 * Resolves for pages that are loaded from now on; the list fills with what the hub answers to that step.
 */
async function meetAtStep(pages: readonly Page[], command: string): Promise<readonly string[]> {
  const held: (() => void)[] = [];
  const answers: string[] = [];
  for (const page of pages) {
    await page.routeWebSocket(/./, (line) => {
      const hub = line.connectToServer();
      const asked = new Set<string>();
      line.onMessage((words) => {
        const message = JSON.parse(String(words)) as { command?: string; id?: string };
        if (message.command !== command) return hub.send(words);
        asked.add(String(message.id));
        held.push(() => hub.send(words));
        if (held.length === pages.length) for (const send of held) send();
      });
      hub.onMessage((words) => {
        const message = JSON.parse(String(words)) as { id?: string; answer?: { status: string } };
        if (message.answer && asked.has(String(message.id))) answers.push(message.answer.status);
        line.send(words);
      });
    });
  }
  return answers;
}

async function finish(): Promise<void> {
  await chair.step('Khóa biểu quyết').click();
  await chair.step('Công bố kết quả').click();
}

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  room = await startRoom();
  strangers = await seatStrangers(room, [...early, ...later]);
  a02 = await open(browser, SeatPage, 'A02');
  a09 = await open(browser, SeatPage, 'A09');
  chair = await open(browser, ChairPage, 'chair');
  clerk = await open(browser, ClerkPage, 'clerk');
  screen = await open(browser, ScreenPage, 'screen');
  for (const seat of [a02, a09]) await seat.packIsWhole();
  for (const [surface, place] of [
    [a02, 'A02'],
    [a09, 'A09'],
    [chair, 'chair'],
    [clerk, 'clerk'],
  ] as const) {
    await surface.enterPin(room.personAt(place).pin);
  }
  for (const place of early) await signInAt(room, place, seatAt(place));
  await chair.step('Khai mạc').click();
  await chair.step('Bắt đầu nội dung 1').click();
  await chair.step('Sang nội dung 2').click();
  await clerk.page.getByRole('tab', { name: /^Biểu quyết/ }).click();
});

test.afterAll(async () => {
  for (const stranger of strangers?.values() ?? []) stranger.stop();
  await Promise.all(contexts.map((context) => context.close()));
  await room?.stop();
});

test('[VOTE-10] with 7 of 15 present nothing is decided, and a quick poll says that it decides nothing', async () => {
  await expect(chair.page.getByText(/Không đủ điều kiện biểu quyết/)).toBeVisible();
  await expect(chair.step('Mở biểu quyết')).toBeDisabled();
  await shoot(chair, 'chair-too-few');
  await chair.step('Thăm dò nhanh').click();
  await a02.vote('Tán thành');
  await a09.vote('Không tán thành');
  for (const place of early) expect(await cast(place, 'approve')).toMatchObject({ status: 'accepted' });
  await finish();
  await expect(screen.page.getByText('Thăm dò nhanh, không phải là quyết định')).toBeVisible();
  await expect(screen.page.getByText('7/7 ủy viên có mặt đã trả lời')).toBeVisible();
  await shoot(screen, 'screen-poll');
});

test('[AT-29] raised hands: 13 – 0 – 1 counted by the secretary, confirmed by a second person, 13 of 15', async () => {
  for (const place of later) await signInAt(room, place, seatAt(place));
  await expect(chair.page.getByText('Có mặt 14/15').first()).toBeVisible();
  await prepare('Chủ trương đầu tư', 'giơ tay');
  await chair.step('Mở biểu quyết').click();
  await expect(a02.page.getByText('Biểu quyết giơ tay', { exact: true })).toBeVisible();
  await expect(a02.question).toBeHidden();
  await expect(chair.step('Chờ kết quả kiểm phiếu')).toBeDisabled();

  const desk = clerk.page.getByRole('region', { name: 'Kiểm phiếu' });
  await desk.getByLabel('Tán thành', { exact: true }).fill('13');
  await expect(desk.getByText('Tổng các ý kiến là 13, phải là 14.')).toBeVisible();
  await expect(desk.getByRole('button', { name: 'Ghi kết quả kiểm phiếu' })).toBeDisabled();
  await desk.getByLabel('Không biểu quyết').fill('1');
  await shoot(clerk, 'clerk-count');
  await shoot(a02, 'seat-hands');
  await desk.getByRole('button', { name: 'Ghi kết quả kiểm phiếu' }).click();
  await expect(desk.getByText('Người đã nhập không tự xác nhận. Chờ người thứ hai.')).toBeVisible();
  await shoot(chair, 'chair-count');
  await chair.page.getByRole('button', { name: 'Xác nhận đúng' }).click();
  await finish();
  await expect(screen.page.getByText(/13\/15 ủy viên đương nhiệm · cần 8/)).toBeVisible();
  await expect(a02.tally).toContainText('giơ tay');
  await shoot(screen, 'screen-hands');
  await shoot(a02, 'seat-result');
});

test('[AT-34] [AT-35] A09 votes on paper once the right at the terminal has ended; 11 of 15', async () => {
  await prepare('Công tác cán bộ', 'trên máy và phiếu giấy');
  await chair.step('Mở biểu quyết').click();
  await expect(a09.question).toBeVisible();
  await clerk.page.getByRole('button', { name: /Phát phiếu giấy cho/ }).click();
  await clerk.page.getByRole('option', { name: new RegExp(`A09 ${room.personAt('A09').name}`) }).click();
  await clerk.page.getByRole('button', { name: 'Tắt quyền trên máy và phát phiếu giấy' }).click();
  await expect(a09.page.getByText('Đồng chí biểu quyết bằng phiếu giấy')).toBeVisible();
  await expect(a09.question).toBeHidden();

  await shoot(a09, 'seat-paper');
  await shoot(a02, 'seat-ballot');
  await a02.vote('Tán thành');
  for (const place of [...early, ...later])
    await cast(place, place === 'A05' || place === 'A10' ? 'reject' : 'approve');
  const desk = clerk.page.getByRole('region', { name: 'Kiểm phiếu' });
  await desk.getByLabel('Thu về').fill('1');
  await desk.getByLabel('Không hợp lệ').fill('1');
  await desk.getByRole('button', { name: 'Ghi kết quả kiểm phiếu' }).click();
  await chair.page.getByRole('button', { name: 'Xác nhận đúng' }).click();
  await finish();
  await expect(screen.page.getByText(/11\/15 ủy viên đương nhiệm · cần 8/)).toBeVisible();
  await expect(
    screen.page.getByText(/Phiếu giấy: phát ra 1, thu về 1, hợp lệ 0, không hợp lệ 1/),
  ).toBeVisible();
});

test('the three answers and what sends them are in sight in every size of display and text', async () => {
  await chair.step('Mở biểu quyết').click();
  await a02.question.waitFor();
  const before = a02.page.viewportSize();
  for (const [width, height] of [
    [1366, 768],
    [1920, 1080],
  ] as const) {
    await a02.page.setViewportSize({ width, height });
    for (const text of ['100', '125', '150']) {
      await a02.page.evaluate((size) => {
        document.documentElement.dataset['text'] = size;
      }, text);
      for (const answer of ['Tán thành', 'Không tán thành', 'Không biểu quyết', 'Gửi phiếu']) {
        const button = a02.question.getByRole('button', { name: answer, exact: true });
        await expect(button, `${answer} at ${width}, ${text} %`).toBeInViewport({ ratio: 1 });
        expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(60);
      }
    }
  }
  await a02.page.evaluate(() => {
    document.documentElement.dataset['text'] = '100';
  });
  if (before !== null) await a02.page.setViewportSize(before);
});

test('a confirmed ballot is the same picture for each of the three answers, pixel by pixel', async () => {
  const pictures: Buffer[] = [];
  const afterRestart: Buffer[] = [];
  for (const answer of ['Tán thành', 'Không tán thành', 'Không biểu quyết'] satisfies Answer[]) {
    if (pictures.length > 0) await a02.button('Đổi ý kiến').click();
    await a02.vote(answer);
    await confirmed();
    await shoot(a02, `seat-confirmed-${pictures.length}`);
    await blankReceipt();
    pictures.push(await pictureOf(a02));
    await a02.page.reload();
    await confirmed();
    await blankReceipt();
    afterRestart.push(await pictureOf(a02));
    await a02.page.reload();
    await confirmed();
  }
  expect(pictures.map((one) => one.equals(pictures[0] ?? one))).toEqual([true, true, true]);
  expect(afterRestart.map((one) => one.equals(afterRestart[0] ?? one))).toEqual([true, true, true]);

  async function confirmed(): Promise<void> {
    await expect(a02.ballot).toContainText('Đã ghi nhận');
    await expect(a02.ballot).toContainText(/Biên nhận số \d+, mã /);
  }

  /** The number of a receipt is another one for each ballot, and says nothing of the answer. */
  async function blankReceipt(): Promise<void> {
    await a02.ballot.getByText(/Biên nhận số/).evaluate((line) => {
      line.textContent = (line.textContent ?? '').replace(/Biên nhận số .*/, '…');
    });
  }
});

test('hard case 4 [VOTE-14] [VOTE-16] a late ballot of an earlier time counts only by the chairperson’s word; names by seat when asked', async () => {
  await a09.vote('Tán thành');
  for (const place of [...early, ...later]) if (place !== 'A08') await cast(place, 'approve');
  await expect(chair.figure('phiếu đã nhận')).toContainText('13/14');
  const beforeLock = Date.now();
  await chair.step('Khóa biểu quyết…').click();
  const question = chair.page.getByRole('group', { name: 'Khóa biểu quyết khi còn thiếu 1 phiếu?' });
  await expect(question).toContainText('Đã nhận 13/14 phiếu.');
  await shoot(chair, 'chair-lock');
  await question.getByRole('button', { name: 'Khóa biểu quyết', exact: true }).click();
  const seated = seatAt('A08');
  const vote = await runningAt(seated, ['locked']);
  const id = randomUUID();
  const { participantId } = seated;
  const payload = { voteId: vote['id'], participantId, choice: 'approve', versionId: vote['versionId'] };
  const late = { type: 'command', id, command: 'ballot/cast', madeAt: beforeLock, payload } as const;
  expect(await seated.askAgain(id, late)).toMatchObject({ status: 'accepted', note: 'late' });
  await expect(chair.step('Quyết định phiếu đến muộn: 1')).toBeDisabled();
  await shoot(chair, 'chair-late');
  await chair.page.getByRole('button', { name: 'Chấp nhận', exact: true }).click();
  await chair.step('Công bố kết quả').click();
  await expect(screen.page.getByText(/13\/15 ủy viên đương nhiệm · cần 8/)).toBeVisible();
  await expect(screen.page.getByText(/Trong đó 1 phiếu đến muộn được chủ trì chấp nhận/)).toBeVisible();
  expect(screen.frames.kindsReceived()).not.toContain('vote-roll');
  await chair.page.getByRole('button', { name: 'Hiện danh sách trên màn hình' }).click();
  const map = screen.page.getByRole('list', { name: 'Ý kiến theo vị trí' });
  await expect(map.getByRole('listitem').filter({ hasText: 'A08' })).toContainText('Tán thành');
  await expect(map.getByRole('listitem').filter({ hasText: 'A02' })).toContainText('Không biểu quyết');
  await expect(map.getByRole('listitem').filter({ hasText: 'A15' })).toBeInViewport({ ratio: 1 });
  await shoot(screen, 'screen-names');
  await shoot(clerk, 'clerk-roll');
  const words = await screen.words();
  for (const { name } of room.facts.pins) expect(words).not.toContain(name);
});

test('hard case 3: the chair console restarts in a vote and two consoles lock at once: one lock, the state kept', async ({
  browser,
}) => {
  const question = 'Kế hoạch quý IV';
  await prepare(question, 'công khai');
  await chair.step('Mở biểu quyết').click();
  await a02.vote('Tán thành');
  for (const place of [...early, ...later]) await cast(place, 'approve');
  await expect(chair.figure('phiếu đã nhận')).toContainText('13/14');

  const second = await open(browser, ChairPage, 'chair');
  const answers = await meetAtStep([chair.page, second.page], 'vote/lock');
  await second.page.reload();
  await second.enterPin(room.personAt('chair').pin);
  await chair.page.reload();
  for (const desk of [chair, second]) {
    await expect(desk.figure('phiếu đã nhận')).toContainText('13/14');
    await expect(desk.step('Giữ phiên biểu quyết')).toBeEnabled();
  }
  await shoot(chair, 'chair-voting');
  await shoot(screen, 'screen-voting');
  await a09.vote('Không tán thành');

  for (const desk of [chair, second]) await desk.step('Khóa biểu quyết').click();
  await expect.poll(() => answers.toSorted()).toEqual(['accepted', 'refused']);
  for (const desk of [chair, second]) {
    await expect(desk.step('Công bố kết quả')).toBeEnabled();
    await expect(desk.page.getByText(/không thực hiện được/)).toBeHidden();
  }
  await shoot(a02, 'seat-locked');
  await shoot(second, 'chair-locked');
  await second.step('Công bố kết quả').click();
  await expect(screen.page.getByText(/13\/15 ủy viên đương nhiệm · cần 8/)).toBeVisible();
  await clerk.page.getByRole('tab', { name: /^Diễn biến/ }).click();
  await expect(clerk.line(`Công bố kết quả “${question}”`)).toBeVisible();
  await expect(clerk.line(`Khóa biểu quyết “${question}”`)).toHaveCount(1);
  await shoot(clerk, 'clerk-record');
  expect(second.dialogs).toEqual([]);
  expect(second.errors).toEqual([]);
});

test('nothing in the votes opened a dialog or left an error on a console', () => {
  for (const surface of [a02, a09, chair, clerk, screen]) {
    expect(surface.dialogs).toEqual([]);
    expect(surface.errors).toEqual([]);
  }
});
