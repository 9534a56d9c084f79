import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from '@playwright/test';
import { LiveFrames } from '../fixtures/room/live-frames.ts';

/** What the pages of all surfaces share: the page, what it said and heard, and what it complained of. */
export class SurfacePage {
  readonly page: Page;
  readonly frames: LiveFrames;
  /** Errors on the console and uncaught ones, without the browser's own lines about a hub that is away. */
  readonly errors: string[] = [];
  /** `window.alert` and its kind: nothing may ever call them. */
  readonly dialogs: string[] = [];

  constructor(page: Page) {
    this.page = page;
    this.frames = new LiveFrames(page);
    page.on('console', (message) => {
      if (message.type() === 'error' && !isWeather(message.text())) this.errors.push(message.text());
    });
    page.on('pageerror', (error) => this.errors.push(error.message));
    page.on('dialog', (dialog) => {
      this.dialogs.push(dialog.message());
      void dialog.dismiss();
    });
  }

  get linked(): Locator {
    return this.page.getByText('Đã kết nối', { exact: true });
  }

  /** Fills in the PIN; the last digit sends it. */
  async enterPin(pin: string): Promise<void> {
    await this.page.getByLabel('Mã PIN 6 số').fill(pin);
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
  }

  /** Whatever covers the page and asks for an answer. */
  get modals(): Locator {
    return this.page.locator('[role=dialog], [role=alertdialog], dialog[open]');
  }
}

/** Opens a surface's address in a new page of the context. */
export async function openSurface<Surface extends SurfacePage>(
  context: BrowserContext,
  Kind: new (page: Page) => Surface,
  address: string,
): Promise<Surface> {
  const surface = new Kind(await context.newPage());
  await surface.page.goto(address);
  return surface;
}

/** Terminals of one test: each a browser context that shares nothing with the others. */
export class Terminals {
  readonly #contexts: BrowserContext[] = [];

  /** Switches one on; the smallest screen that the product is made for, unless told otherwise. */
  async open<Surface extends SurfacePage>(
    browser: Browser,
    Kind: new (page: Page) => Surface,
    address: string,
    options: BrowserContextOptions = {},
  ): Promise<Surface> {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, ...options });
    this.#contexts.push(context);
    return openSurface(context, Kind, address);
  }

  async close(): Promise<void> {
    await Promise.all(this.#contexts.splice(0).map((context) => context.close()));
  }
}

/** What the browser says of a hub that is away, and what the bridge notes of it. */
function isWeather(text: string): boolean {
  return /net::ERR_|WebSocket connection to|Failed to load resource|^bridge: (TypeError: Failed to fetch|Error: the hub has fallen silent)/.test(
    text,
  );
}
