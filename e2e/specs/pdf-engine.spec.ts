import { createServer, type Server } from 'node:http';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PDFDocument, PDFName, StandardFonts } from '@cantoo/pdf-lib';
import { expect, test, type Page } from '@playwright/test';
import { build } from 'vite';
import { windowPolicy } from '../../src/shared/protocol/window-policy.ts';

/** The engine alone in a page of the product's policy: what it lets through, and what becomes of bad documents. */
test.setTimeout(120_000);

interface Shown {
  readonly pages: number;
  readonly inked: number;
  readonly words: string;
  readonly reason: string | null;
}

const papers = new Map<string, Uint8Array>();
/** The addresses that the server has been asked for. */
const reached: string[] = [];
let folder: string;
let server: Server;
let address: string;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  folder = mkdtempSync(join(tmpdir(), 'nghisu-engine-'));
  await build({
    configFile: false,
    root: fileURLToPath(
      new URL('../../src/renderer/features/documents/pdf/testing/engine-page', import.meta.url),
    ),
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0 },
    worker: { format: 'iife' },
  });
  server = createServer((request, response) => {
    const path = request.url ?? '/';
    reached.push(path);
    const paper = papers.get(path);
    const headers = { 'content-security-policy': windowPolicy };
    if (paper !== undefined) return void response.writeHead(200, headers).end(paper);
    try {
      const body = readFileSync(join(folder, path === '/' ? 'index.html' : path.replaceAll('..', '')));
      const type =
        { '.js': 'text/javascript', '.html': 'text/html' }[extname(path) || '.html'] ?? 'text/plain';
      return void response.writeHead(200, { ...headers, 'content-type': type }).end(body);
    } catch {
      return void response.writeHead(404, headers).end();
    }
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

test.afterAll(() => {
  server?.close();
  server?.closeAllConnections();
  rmSync(folder, { recursive: true, force: true });
});

async function openEngine(page: Page): Promise<void> {
  await page.goto(address);
  await expect(page.locator('iframe')).toHaveCount(1);
}

async function show(page: Page, name: string, bytes: Uint8Array): Promise<Shown> {
  papers.set(`/${name}`, bytes);
  const shown: Shown = await page.evaluate(`show('/${name}')`);
  return shown;
}

async function pdfOf(pages: number, size: [number, number] = [595, 842]): Promise<PDFDocument> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.TimesRoman);
  for (let page = 1; page <= pages; page += 1)
    pdf
      .addPage(size)
      .drawText(`Page ${page} of the report`, { x: 60, y: size[1] / 2, size: size[0] / 12, font });
  return pdf;
}

test('the frame of pdf.js has no origin, no network, no way into the window and no storage', async ({
  page,
}) => {
  await openEngine(page);
  const shown = await show(page, 'warm.pdf', await (await pdfOf(1)).save());
  expect(shown).toMatchObject({ pages: 1, reason: null });
  reached.length = 0;
  const frame = page.frames().find((each) => each !== page.mainFrame());
  if (frame === undefined) throw new Error('there is no frame');
  expect(await page.locator('iframe').getAttribute('sandbox')).toBe('allow-scripts');
  expect(await frame.evaluate('origin')).toBe('null');
  const attempts = {
    fetch: `fetch('${address}/index.html').then(() => 'reached', () => 'refused')`,
    image: `new Promise((done) => { const image = new Image(); image.onload = () => done('reached'); image.onerror = () => done('refused'); image.src = '${address}/index.html'; })`,
    script: `import('${address}/index.html').then(() => 'reached', () => 'refused')`,
    socket: `new Promise((done) => { try { const line = new WebSocket('${address.replace('http', 'ws')}'); line.onopen = () => done('reached'); line.onerror = () => done('refused'); } catch { done('refused'); } })`,
    window: `(() => { try { return String(parent.document.title && 'reached'); } catch { return 'refused'; } })()`,
    storage: `(() => { try { localStorage.length; return 'reached'; } catch { return 'refused'; } })()`,
    leave: `(() => { try { top.location.href = '${address}/left'; return 'tried'; } catch { return 'refused'; } })()`,
    worker: `new Promise((done) => { const code = "fetch('${address}/index.html').then(() => postMessage('reached'), () => postMessage('refused'))"; const worker = new Worker(URL.createObjectURL(new Blob([code]))); worker.onmessage = ({ data }) => done(data); worker.onerror = () => done('refused'); })`,
  };
  for (const [way, code] of Object.entries(attempts))
    expect({ way, came: await frame.evaluate(code) }).toEqual({
      way,
      came: way === 'leave' ? expect.not.stringContaining('reached') : 'refused',
    });
  // What a browser refuses by policy it may still list as a request; here is what came.
  expect(reached).toEqual([]);
  expect(page.url()).toBe(`${address}/`);
});

test('documents that are odd are shown, and those that are broken are refused, none hangs the window', async ({
  page,
}) => {
  await openEngine(page);
  const five = await pdfOf(5_000);
  const cut = await (await pdfOf(40)).save({ useObjectStreams: false });
  const locked = await pdfOf(1);
  locked.encrypt({ userPassword: 'mat-khau', ownerPassword: 'chu' });
  const scripted = await pdfOf(1);
  scripted.addJavaScript('away', `app.launchURL('${address}/launched', true); while (true);`);

  expect(await show(page, 'five.pdf', await five.save())).toMatchObject({ pages: 5_000, reason: null });
  const wide = await show(page, 'wide.pdf', await (await pdfOf(1, [14_173, 842])).save());
  expect(wide).toMatchObject({ pages: 1, reason: null });
  const font = await show(page, 'font.pdf', await withBrokenFont());
  expect(font).toMatchObject({ pages: 1, reason: null });
  // The table at the end is gone: pdf.js looks for what is left, and shows it or says that there is nothing.
  const half = await show(page, 'cut.pdf', cut.slice(0, cut.length / 2));
  expect(half.pages > 0 || half.reason !== null).toBe(true);
  expect((await show(page, 'locked.pdf', await locked.save())).reason).toContain('PasswordException');
  expect((await show(page, 'words.pdf', new TextEncoder().encode('no PDF'.repeat(50)))).reason).toContain(
    'InvalidPDF',
  );
  const run = await show(page, 'script.pdf', await scripted.save());
  expect(run).toMatchObject({ pages: 1, reason: null });
  // And after all of them a good one, by the same frame.
  const good = await show(page, 'good.pdf', await (await pdfOf(3)).save());
  expect(good).toMatchObject({ pages: 3, words: 'Page 1 of the report', reason: null });
  expect(good.inked).toBeGreaterThan(0.001);
  expect(reached).not.toContain('/launched');
  await expect(page.locator('iframe')).toHaveCount(1);
});

/** A page of words in a face whose outlines are noise. */
async function withBrokenFont(): Promise<Uint8Array> {
  const pdf = await pdfOf(1);
  const { context } = pdf;
  const file = context.register(
    context.stream(Uint8Array.from({ length: 4_000 }, (_, at) => (at * 131) % 251)),
  );
  const descriptor = context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: 'Broken',
      Flags: 32,
      FontBBox: [0, 0, 1, 1],
      ItalicAngle: 0,
      Ascent: 800,
      Descent: -200,
      StemV: 80,
      CapHeight: 700,
      FontFile2: file,
    }),
  );
  const broken = context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'TrueType',
      BaseFont: 'Broken',
      FirstChar: 32,
      LastChar: 32,
      Widths: [500],
      FontDescriptor: descriptor,
    }),
  );
  const page = pdf.getPage(0);
  page.node.setFontDictionary(PDFName.of('F1'), broken);
  const drawing = context.stream('BT /F1 40 Tf 60 300 Td (Broken words) Tj ET');
  page.node.addContentStream(context.register(drawing));
  return await pdf.save();
}
