import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright';
import { build } from 'vite';
import { chromiumPath, chromiumSwitches } from '../../e2e/fixtures/chromium-path.ts';
import type { Measures } from '../pages/measures.ts';
import { servePage, type Route } from './page-server.ts';

/** A page of the product's own parts in a real Chromium with a profile on disk. */
export interface OpenPage {
  /** Loads the page anew and measures there. */
  measure<Name extends keyof Measures>(
    name: Name,
    ...given: Parameters<Measures[Name]>
  ): ReturnType<Measures[Name]>;
  /** Goes on in a process of its own, in which nothing is left of what was measured before. */
  renew(): Promise<void>;
  stop(): Promise<void>;
}

/** Bundles the page as the windows are bundled, serves it and opens it. */
export async function openPage(folder: string, route: Route): Promise<OpenPage> {
  const built = join(folder, 'page');
  await bundle(built);
  const server = await servePage(built, route);
  const executablePath = chromiumPath(process.env);
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    args: chromiumSwitches(),
    ...(executablePath === undefined ? {} : { executablePath }),
  });
  const newPage = async (): Promise<Page> => {
    const page = await context.newPage();
    page.on('console', (message) => message.type() === 'error' && console.error(message.text()));
    page.on('pageerror', (error) => console.error(error));
    return page;
  };
  let page = await newPage();
  return {
    measure: <Name extends keyof Measures>(name: Name, ...given: Parameters<Measures[Name]>) =>
      measureOn(page, server.url, `${name}(...${JSON.stringify(given)})`) as ReturnType<Measures[Name]>,
    async renew() {
      await page.close();
      page = await newPage();
    },
    async stop() {
      await context.close();
      server.stop();
    },
  };
}

async function measureOn(page: Page, url: string, call: string): Promise<unknown> {
  await page.goto(url);
  await page.evaluate(untilReady);
  return await page.evaluate(`globalThis.measures.${call}`);
}

/** Waits in the page: its policy forbids what Playwright would wait with. */
const untilReady = `new Promise((resolve) => {
  const look = () => (globalThis.measures === undefined ? setTimeout(look, 20) : resolve());
  look();
})`;

async function bundle(outDir: string): Promise<void> {
  await build({
    configFile: false,
    root: fileURLToPath(new URL('../pages', import.meta.url)),
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 4000 },
    // Each in one piece: the frame of pdf.js, which has no origin, starts no modules.
    worker: { format: 'iife' },
  });
}
