import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test } from '@playwright/test';
import { expect } from '../fixtures/room/patient-expect.ts';
import { startRoom, type TestRoom } from '../fixtures/room/start-room.ts';
import { SeatPage } from '../pages/seat-page.ts';
import { openSurface } from '../pages/surface-page.ts';

const beside = fileURLToPath(new URL('../../../shared/data', import.meta.url));
const folder = process.env['NGHISU_REAL_DOCUMENTS'] ?? beside;
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.pdf')) : [];

test.skip(
  files.length === 0,
  'no real decrees on this machine: set NGHISU_REAL_DOCUMENTS to the folder of the three',
);
test.setTimeout(240_000);

let room: TestRoom;

test.beforeAll(async () => {
  room = await startRoom({ documents: folder });
});

test.afterAll(async () => {
  await room?.stop();
});

test('a meeting made of real documents shows page 1 of each on a seat and turns all pages', async ({
  browser,
}) => {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const seat = await openSurface(context, SeatPage, room.address('A02'));
  await seat.packIsWhole();
  await seat.enterPin(room.personAt('A02').pin);
  await expect(seat.button('Rời máy')).toBeVisible();
  expect(files.length).toBe(3);

  for (const [at, name] of files.toSorted().entries()) {
    await test.step(name, async () => {
      await seat.listPapersOfItem(at + 1);
      await seat.openFirstPaper();
      await expect(seat.drawnPage(1)).toBeVisible({ timeout: 20_000 });
      const pages = await seat.pageCount();
      const words = await seat.drawnPage(1).innerText();
      const inked = await seat.inkOn(1);
      test.info().annotations.push({
        type: 'measured',
        description: `${name}: ${pages} pages, page 1 has ${words.length} characters of text, ${(inked * 100).toFixed(1)} % ink`,
      });
      // A page is read by its words or, when it is a picture of a page, by its ink.
      if (words.trim() === '') expect(inked).toBeGreaterThan(0.01);
      // The text layer breaks words where the PDF does.
      else expect(words.normalize('NFC').replace(/\s/g, '')).toMatch(/NGHỊĐỊNH/i);
      expect(inked).toBeGreaterThan(0.005);
      for (let page = 2; page <= pages; page += 1) {
        await seat.button('Trang sau').click();
        await expect(seat.pageNumber).toHaveValue(String(page));
        await expect(seat.drawnPage(page)).toBeVisible({ timeout: 20_000 });
      }
      await expect(seat.button('Trang sau')).toBeDisabled();
      expect(await seat.inkOn(pages)).toBeGreaterThan(0);
    });
  }
  expect(seat.errors).toEqual([]);
  await context.close();
});
