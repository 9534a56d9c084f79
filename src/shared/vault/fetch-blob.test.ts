import { describe, expect, it } from 'vitest';
import { sha256 } from '../records/ids.ts';
import { fetchBlob, type DownloadResponse, type OpenDownload } from './fetch-blob.ts';

const request = { headers: {}, sha256: sha256.parse('a'.repeat(64)), offset: 0 };

/** Timers that fire when the test says so. */
function heldTimers() {
  const running = new Set<() => void>();
  const after = (_ms: number, run: () => void) => {
    const own = (): void => run();
    running.add(own);
    return () => void running.delete(own);
  };
  return { running, timers: { now: () => 0, after } };
}

/** A hub that sends these pieces and then nothing more, until it is let go of. */
function silentHub(pieces: readonly Uint8Array[]): OpenDownload {
  return () => {
    const silence = Promise.withResolvers<never>();
    silence.promise.catch(() => undefined);
    const left = [...pieces];
    const read = async () => ({ done: false, value: left.shift() ?? (await silence.promise) });
    const response: DownloadResponse = { status: 200, body: { getReader: () => ({ read }) } };
    return { response: Promise.resolve(response), abort: (reason) => silence.reject(reason) };
  };
}

describe('a blob on its way', () => {
  it('counts as broken when nothing has come for too long, and waits anew after each piece', async () => {
    const { running, timers } = heldTimers();
    const stream = await fetchBlob(request, { open: silentHub([new Uint8Array(3)]), timers });
    const atFirst = [...running];
    expect(await stream.next()).toHaveLength(3);
    expect(running.size).toBe(1);
    expect([...running]).not.toEqual(atFirst);
    const next = stream.next();
    for (const run of running) run();
    await expect(next).rejects.toThrow('silent');
  });

  it('leaves no timer behind when it is given up', async () => {
    const { running, timers } = heldTimers();
    const stream = await fetchBlob(request, { open: silentHub([]), timers });
    stream.cancel();
    stream.cancel();
    expect(running.size).toBe(0);
  });
});
