import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { chromiumPath, chromiumSwitches } from '../e2e/fixtures/chromium-path.ts';
import { launchApp, type AppHandle } from '../e2e/fixtures/launch-app.ts';
import { startRoom, type TestRoom } from '../e2e/fixtures/room/start-room.ts';
import type { Bench } from './measure/bench.ts';
import { compare } from './measure/figure.ts';
import { inRounds } from './measure/rounds.ts';

const seat = 'A02';
/** AT-09: what a seat may take at most, in milliseconds. */
const longestMs = 20_000;
const patience = { timeout: 60_000 };

/** A seat is switched on while the hub is off, until a page of its pack is drawn; beside it Chromium with an empty page. */
export const coldStart: Bench = {
  name: 'cold-start',
  async run({ folder, quick, say }) {
    if (!existsSync('out/main/main.js')) throw new Error('build the windows first: npm run build');
    const userData = join(folder, 'seat');
    const room = await startRoom();
    try {
      await readyTheSeat(room, userData);
      await room.shutDown();
      const { ours, bare } = await inRounds(
        { ours: () => startSeat(userData, say), bare: () => startChromium(join(folder, 'bare')) },
        quick ? 1 : 5,
      );
      return [
        compare({
          ...{ what: 'cold start of a seat to a readable page, hub off', size: 'pack of the sample' },
          ...{ unit: 'ms', against: 'Chromium with an empty page', target: null },
          ...{ ours: ours.ms, limit: bare.ms },
        }),
        compare({
          ...{ what: 'cold start of a seat to a readable page, hub off', size: 'pack of the sample' },
          ...{ unit: 'ms', against: '20 s (AT-09)', target: { atMost: 1 } },
          ...{ ours: ours.ms, limit: ours.ms.map(() => longestMs) },
        }),
      ];
    } finally {
      await room.stop();
    }
  },
};

/** The seat has its pack, its person and an open paper, and loses its power. */
async function readyTheSeat(room: TestRoom, userData: string): Promise<void> {
  const app = await launchApp({ userData, args: [`--address=${room.address(seat)}`] });
  const page = await app.firstWindow();
  await page.getByText(/^Tài liệu đủ (\d+)\/\1 /).waitFor(patience);
  await page.getByLabel('Mã PIN 6 số').fill(room.personAt(seat).pin);
  await openPaper(page);
  await app.kill();
}

async function startSeat(userData: string, say: (line: string) => void): Promise<{ readonly ms: number }> {
  const from = performance.now();
  const app: AppHandle = await launchApp({ userData });
  await openPaper(await app.firstWindow());
  const ms = performance.now() - from;
  if (app.kind === 'double') say(`on the double of Electron: ${Math.round(ms)} ms`);
  await app.kill();
  return { ms };
}

async function startChromium(profile: string): Promise<{ readonly ms: number }> {
  const executablePath = chromiumPath(process.env);
  const from = performance.now();
  const context = await chromium.launchPersistentContext(profile, {
    args: chromiumSwitches(),
    ...(executablePath === undefined ? {} : { executablePath }),
  });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto('about:blank');
  const ms = performance.now() - from;
  await context.close();
  return { ms };
}

/** Opens the first paper as the delegate does, and waits until a page of it is on the screen, in its colours. */
async function openPaper(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /trang · tài liệu chính/ })
    .first()
    .click(patience);
  await page.locator('[data-page][data-drawn="true"]').first().waitFor(patience);
}
