import { startPdfEngine } from '../../pdf-engine.ts';

/** What became of a document: how many pages, and the share of the first page's pixels that are not white; or why not. */
export interface Shown {
  readonly pages: number;
  readonly inked: number;
  readonly words: string;
  readonly reason: string | null;
}

const engine = startPdfEngine();

/** The engine alone on a page, for tests that drive it in a real browser: opens what lies at an address. */
async function show(address: string): Promise<Shown> {
  // oxlint-disable-next-line no-restricted-globals
  const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
  const read = (begin: number, end: number): Promise<Uint8Array> => Promise.resolve(bytes.slice(begin, end));
  const opening = engine.open({ bytes: bytes.length, read });
  try {
    const opened = await opening.document;
    const size = await opened.sizeOf(1);
    const scale = 600 / Math.max(size.width, size.height);
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(size.width * scale));
    canvas.height = Math.max(1, Math.round(size.height * scale));
    await opened.draw(1, canvas).done;
    return { pages: opened.pages, inked: inkOn(canvas), words: await opened.textOf(1), reason: null };
  } catch (reason) {
    return { pages: 0, inked: 0, words: '', reason: String(reason) };
  } finally {
    opening.close();
  }
}

function inkOn(canvas: HTMLCanvasElement): number {
  const copy = document.createElement('canvas');
  copy.width = canvas.width;
  copy.height = canvas.height;
  const context = copy.getContext('2d');
  context?.drawImage(canvas, 0, 0);
  const data = context?.getImageData(0, 0, copy.width, copy.height).data ?? [];
  let inked = 0;
  for (let at = 0; at < data.length; at += 4) if (Number(data[at]) < 200) inked += 1;
  return inked / (data.length / 4);
}

Object.assign(globalThis, { show });
