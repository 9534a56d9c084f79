import { describe, expect, it, vi } from 'vitest';
import { FrameLine, type FramePort } from './frame-line.ts';
import type { ToFrame } from './frame-messages.ts';

/** A line to a frame that says whatever the test makes it say. */
function setUp() {
  const heard: ToFrame[] = [];
  const trouble: unknown[] = [];
  const port: FramePort = {
    postMessage: (message) => void heard.push(message),
    onmessage: null,
    close: () => undefined,
  };
  const supplies = {
    bytes: (_: number, begin: number, end: number) => Promise.resolve(new Uint8Array(end - begin)),
    asset: () => Promise.resolve(null),
  };
  const line = new FrameLine(port, supplies, (reason) => trouble.push(reason));
  const say = (data: unknown): void => port.onmessage?.({ data } as MessageEvent);
  return { line, heard, trouble, say };
}

describe('the line to the frame', () => {
  it('brings answers to their questions', async () => {
    const { line, heard, say } = setUp();
    const first = line.ask(1, { kind: 'size', page: 1 });
    const second = line.ask(1, { kind: 'words', page: 2 });
    expect(heard.map((message) => message.type)).toEqual(['ask', 'ask']);
    say({ type: 'answer', call: 2, value: 'Nghị quyết' });
    say({ type: 'answer', call: 1, value: { width: 600, height: 800 } });
    expect(await first.answer).toEqual({ width: 600, height: 800 });
    expect(await second.answer).toBe('Nghị quyết');
  });

  it.each([
    ['a size beyond all papers', { kind: 'size', page: 1 } as const, { width: 1e9, height: 1 }],
    ['a size that is no number', { kind: 'size', page: 1 } as const, { width: Number.NaN, height: 1 }],
    ['words that are none', { kind: 'words', page: 1 } as const, { toString: 'x' }],
    [
      'places that do not fit the words',
      { kind: 'text', page: 1 } as const,
      { words: ['a'], places: new Float32Array(3) },
    ],
    ['a drawing that is none', { kind: 'draw', page: 1, width: 1, height: 1 } as const, { width: 1 }],
    [
      'an outline with a page before the first',
      { kind: 'outline' } as const,
      [{ title: 'a', page: 0, children: [] }],
    ],
  ])('refuses %s', async (_, question, value) => {
    const { line, say } = setUp();
    const { answer } = line.ask(1, question);
    say({ type: 'answer', call: 1, value });
    await expect(answer).rejects.toThrow();
  });

  it('takes no notice of what it does not understand, but says so', () => {
    const { line, heard, trouble, say } = setUp();
    for (const nonsense of [
      null,
      'x',
      { type: 'open-window' },
      { type: 'need-asset', need: 1, asset: { folder: 'wasm', name: '../../v1/x' } },
    ])
      say(nonsense);
    expect(trouble).toHaveLength(4);
    expect(heard).toEqual([]);
    line.close();
  });

  it('gives bytes that are asked for', async () => {
    const { heard, say } = setUp();
    say({ type: 'need-bytes', need: 7, document: 1, begin: 10, end: 14 });
    await vi.waitUntil(() => heard.length === 1);
    expect(heard[0]).toEqual({ type: 'supply', need: 7, bytes: new Uint8Array(4) });
  });

  it('lets nobody wait for a frame that has gone', async () => {
    const { line, heard } = setUp();
    const { answer } = line.ask(1, { kind: 'size', page: 1 });
    line.close();
    await expect(answer).rejects.toThrow('the frame has gone');
    await expect(line.ask(1, { kind: 'outline' }).answer).rejects.toThrow('the frame has gone');
    expect(heard).toHaveLength(1);
  });

  it('passes a cancelled question on and hears no more of it', () => {
    const { line, heard, say, trouble } = setUp();
    const call = line.ask(1, { kind: 'draw', page: 1, width: 10, height: 10 });
    call.cancel();
    call.cancel();
    say({ type: 'answer', call: 1, value: {} });
    expect(heard.map((message) => message.type)).toEqual(['ask', 'cancel']);
    expect(trouble).toEqual([]);
  });
});
