import { createSHA256 } from 'hash-wasm';
import { useEffect, useRef, useState } from 'react';
import type { HubBridge } from '../../../shared/bridge/bridge.ts';
import { useBridge } from '../../data/data-context.ts';
import { saveFile } from './hand-over.ts';
import type { PackFile } from './pack-files.ts';
import { DamagedFile, mostBytes, writePack, type PackSource } from './write-pack.ts';

/** How far the export of the pack is. */
export type PackExportState =
  | { readonly phase: 'idle' | 'stopped' | 'failed' | 'too-large' }
  | { readonly phase: 'working'; readonly files: number; readonly bytes: number }
  | { readonly phase: 'done'; readonly fileName: string }
  | { readonly phase: 'damaged'; readonly path: string };

export interface PackExport {
  readonly state: PackExportState;
  start(files: readonly PackFile[], list: { path: string; bytes: Uint8Array }, fileName: string): void;
  stop(): void;
}

/** So much is collected before it is handed to the browser, which may put it on its own disk. In bytes. */
const collectedBytes = 16 * 1024 * 1024;

/** Exports one pack at a time; going away stops it. Nothing is saved unless it is whole. */
export function usePackExport(): PackExport {
  const { hub } = useBridge();
  const [state, setState] = useState<PackExportState>({ phase: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const run: PackExport['start'] = (files, list, fileName) => {
    const { readBlob } = hub;
    const bytes = files.reduce((sum, { blob }) => sum + blob.bytes, 0);
    if (bytes > mostBytes) return setState({ phase: 'too-large' });
    running.current?.abort();
    const control = new AbortController();
    running.current = control;
    setState({ phase: 'working', files: 0, bytes: 0 });
    const pieces = collectPieces();
    writePack(files, list, sourceAt(readBlob), {
      write: pieces.add,
      onProgress: (done, ofBytes) => {
        if (!control.signal.aborted) setState({ phase: 'working', files: done, bytes: ofBytes });
      },
      signal: control.signal,
    }).then(
      () => {
        saveFile(fileName, pieces.all(), 'application/zip');
        setState({ phase: 'done', fileName });
      },
      (reason: unknown) => {
        if (control.signal.aborted) return;
        console.error('export:', reason);
        setState(
          reason instanceof DamagedFile ? { phase: 'damaged', path: reason.path } : { phase: 'failed' },
        );
      },
    );
  };
  const stop = (): void => {
    running.current?.abort();
    setState({ phase: 'stopped' });
  };
  return { state, start: run, stop };
}

function sourceAt(readBlob: HubBridge['readBlob']): PackSource {
  return {
    async read({ sha256 }, begin, end) {
      const piece = await readBlob(sha256, begin, end);
      if (!piece.ok) throw new Error(`the hub refused a file: ${piece.reason.code}`);
      return piece.value;
    },
    async createHasher() {
      const hasher = await createSHA256();
      hasher.init();
      return { update: (bytes) => void hasher.update(bytes), digest: () => hasher.digest('hex') };
    },
  };
}

/** Collects a long file without holding all of it in the memory of the page. */
function collectPieces() {
  const whole: Blob[] = [];
  let loose: Uint8Array<ArrayBuffer>[] = [];
  let looseBytes = 0;
  const settle = (): void => {
    whole.push(new Blob(loose));
    loose = [];
    looseBytes = 0;
  };
  return {
    add(piece: Uint8Array<ArrayBuffer>): void {
      loose.push(piece);
      looseBytes += piece.length;
      if (looseBytes >= collectedBytes) settle();
    },
    all(): readonly Blob[] {
      settle();
      return whole;
    },
  };
}
