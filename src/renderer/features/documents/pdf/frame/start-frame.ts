// The linter does not see that `?url` gives the address as the default export.
// oxlint-disable-next-line import/default
import drawerUrl from './frame-worker.ts?worker&url';
// oxlint-disable-next-line import/default
import parserUrl from './parser-worker.ts?worker&url';
import { z } from 'zod';
import { FrameLine, type FramePort, type Supplies } from './frame-line.ts';
import { framePage } from './frame-page.ts';
import { readInterfaceFile } from './interface-file.ts';

/** A frame with pdf.js in it, and the line to it. */
export interface PdfFrame {
  readonly line: FrameLine;
  close(): void;
}

/**
 * A server for development gives modules one by one, which name each other by address: out of reach without an origin,
 * where workers are scripts in one piece. Only there the frame keeps the origin.
 */
const isBuilt = !import.meta.env.DEV;
const type: WorkerType = isBuilt ? 'classic' : 'module';

const unseen = {
  position: 'fixed',
  insetBlockEnd: '0',
  inlineSize: '1px',
  blockSize: '1px',
  opacity: '0',
  border: '0',
};

const failure = z.object({ type: z.literal('pdf-frame-failed'), message: z.string().max(2_000).optional() });

/**
 * Puts a frame into the page that has no origin, no network and no way to its window but the port, and starts pdf.js in
 * it. Questions may be asked at once; they wait.
 */
export function startFrame(
  supplies: Omit<Supplies, 'asset'>,
  onTrouble: (reason: unknown) => void,
): PdfFrame {
  const { port1, port2 } = new MessageChannel();
  const line = new FrameLine(
    startRelay(port1, onTrouble),
    { ...supplies, asset: ({ folder, name }) => readAsset(`/pdfjs/${folder}/${name}`) },
    onTrouble,
  );
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', isBuilt ? 'allow-scripts' : 'allow-scripts allow-same-origin');
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  frame.title = 'pdf';
  // What is out of sight altogether may be given less of the processor.
  Object.assign(frame.style, unseen);
  const notice = ({ source, data }: MessageEvent<unknown>): void => {
    if (source !== frame.contentWindow || !failure.safeParse(data).success) return;
    onTrouble(data);
    line.close();
  };
  window.addEventListener('message', notice);
  const code = Promise.all([readCode(drawerUrl), readCode(parserUrl)]);
  frame.addEventListener('load', () => {
    code.then(
      // A frame of no origin can be addressed in no other way; nothing but it holds this window.
      ([drawer, parser]) => frame.contentWindow?.postMessage({ drawer, parser, type }, '*', [port2]),
      (reason: unknown) => {
        onTrouble(reason);
        line.close();
      },
    );
  });
  frame.srcdoc = framePage(isBuilt);
  document.body.append(frame);
  return {
    line,
    close() {
      window.removeEventListener('message', notice);
      line.close();
      frame.remove();
    },
  };
}

/** The window's end of the port, behind the relay. */
function startRelay(frame: MessagePort, onTrouble: (reason: unknown) => void): FramePort {
  const worker = new Worker(new URL('./relay-worker.ts', import.meta.url), {
    type: 'module',
    name: 'pdf-relay',
  });
  worker.onerror = onTrouble;
  worker.postMessage(null, [frame]);
  return Object.assign(worker, { close: () => worker.terminate() });
}

async function readCode(path: string): Promise<Blob> {
  if (!isBuilt) {
    const address = JSON.stringify(new URL(path, location.href).href);
    return new Blob([`import ${address};`], { type: 'text/javascript' });
  }
  const file = await readInterfaceFile(path);
  if (file === null) throw new Error(`${path} is missing`);
  return new Blob([file], { type: 'text/javascript' });
}

async function readAsset(path: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const file = await readInterfaceFile(path);
  return file === null ? null : new Uint8Array(await file.arrayBuffer());
}
