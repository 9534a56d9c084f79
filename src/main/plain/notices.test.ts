import { describe, expect, it } from 'vitest';
import type { PlainPage } from './plain-page.ts';
import { Notices } from './notices.ts';
import type { PlainWindowOptions } from './plain-windows.ts';

class Desk {
  isLocked = false;
  readonly windows = new Set<PlainWindowOptions>();
  readonly notices = new Notices({
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    openPlain: (options) => {
      this.windows.add(options);
      const close = (): void => {
        if (this.windows.delete(options)) options.onClosed();
      };
      return { window: {} as never, close };
    },
    exportLog: async () => ({ vi: 'Đã xuất.', en: 'Saved.' }),
    isLocked: () => this.isLocked,
  });

  get pages(): readonly PlainPage[] {
    return [...this.windows].map(({ page }) => page);
  }
}

describe('a notice', () => {
  it('says its sentence once for each subject, and again after it was closed', async () => {
    const desk = new Desk();
    desk.notices.tell('shell/display-missing', 'screen', 'HDMI-1');
    desk.notices.tell('shell/display-missing', 'screen', 'HDMI-1');
    const stop = desk.notices.tell('shell/display-missing', 'chair', '2');
    expect(desk.pages.map((page) => page.facts().detail)).toEqual(['HDMI-1', '2']);
    expect(desk.pages[0]?.facts().text.vi).toMatch(/^Không thấy màn hình đã chọn/);
    stop();
    stop();
    expect(desk.windows.size).toBe(1);
    await desk.pages[0]?.act('close');
    expect(desk.windows.size).toBe(0);
    desk.notices.tell('shell/display-missing', 'screen');
    expect(desk.windows.size).toBe(1);
  });

  it('that hinders waits for what the person chooses', async () => {
    const desk = new Desk();
    const hindrance = desk.notices.hinder('shell/disk-full', null);
    expect(desk.pages[0]?.facts().actions).toEqual(['retry', 'export-log', 'quit']);
    expect(await desk.pages[0]?.act('export-log')).toEqual({ vi: 'Đã xuất.', en: 'Saved.' });
    await desk.pages[0]?.act('retry');
    expect(await hindrance.chosen).toBe('retry');
    expect(desk.windows.size).toBe(1);
    hindrance.close();
    expect(desk.windows.size).toBe(0);
  });

  it('that is closed by its frame ends the program', async () => {
    const desk = new Desk();
    const hindrance = desk.notices.hinder('shell/keys-locked', null);
    for (const window of desk.windows) window.onClosed();
    expect(await hindrance.chosen).toBe('quit');
  });

  it('offers no way out of a kiosk', () => {
    const desk = new Desk();
    desk.isLocked = true;
    desk.notices.hinder('shell/disk-full', null);
    desk.notices.tell('shell/page-keeps-failing', 'A07', null, () => undefined);
    expect(desk.pages.map((page) => page.facts().actions)).toEqual([['retry'], ['retry', 'close']]);
  });

  it('opens nothing by a password', async () => {
    const desk = new Desk();
    desk.notices.tell('shell/data-damaged', 'A07');
    expect(await desk.pages[0]?.leave('mat-khau-1')).toMatchObject({ ok: false });
  });
});
