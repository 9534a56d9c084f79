import type { IpcMainInvokeEvent, WebFrameMain } from 'electron';
import { beforeEach, describe, expect, it } from 'vitest';
import { LinkDown, type Bridge } from '../../shared/bridge/bridge.ts';
import {
  ipcRequestNames,
  ipcTiers,
  type IpcRequestName,
  type IpcTier,
} from '../../shared/bridge/ipc-channels.ts';
import { printLimits } from '../../shared/bridge/ipc.ts';
import { registerRequests, type AskingWindow } from './register-requests.ts';
import { RunningUploads } from './running-uploads.ts';

const origin = 'app://nghisu';
const ourFrame = { parent: null, origin };
const facts = { kind: 'electron', kiosk: false, prints: true, displays: false, keepsPack: true };

type Handler = (event: IpcMainInvokeEvent, input: unknown) => unknown;

/** A main process whose window 1 is ours, with a bridge of the test's making. */
class Room {
  tier: IpcTier = 'console';
  bridge: object = { host: facts };
  readonly called: string[] = [];
  readonly refused: string[] = [];
  readonly troubles: unknown[] = [];
  readonly handlers = new Map<string, Handler>();

  constructor() {
    registerRequests({
      ipcMain: { handle: (name, handler) => void this.handlers.set(name, handler) },
      origin,
      windowOf: (id) => (id === 1 ? this.#window() : null),
      onRefused: ({ code }) => this.refused.push(code),
      onTrouble: (reason) => this.troubles.push(reason),
    });
  }

  async ask(name: IpcRequestName, input?: unknown, from: Partial<Sender> = {}): Promise<unknown> {
    const { id = 1, frame = ourFrame } = from;
    const event = { sender: { id }, senderFrame: frame as WebFrameMain | null } as IpcMainInvokeEvent;
    return this.handlers.get(name)?.(event, input);
  }

  #window(): AskingWindow {
    const watch = (): void => void this.called.push('watch');
    return {
      tier: this.tier,
      bridge: this.bridge as Bridge,
      watch,
      askToLeave: () => void this.called.push('ask-to-leave'),
      send: () => undefined,
      uploads: new RunningUploads(),
      prints: {
        begin: async () => 'ready',
        addPage: () => true,
        show: async () => 'printed',
        drop: (print) => void this.called.push(`drop ${print}`),
      },
    };
  }
}

/** Bytes that begin as a picture does. */
function jpeg(bytes: number): Uint8Array {
  const picture = new Uint8Array(bytes);
  picture.set([0xff, 0xd8, 0xff]);
  return picture;
}

interface Sender {
  readonly id: number;
  readonly frame: object | null;
}

describe('requests of windows', () => {
  let room: Room;
  beforeEach(() => void (room = new Room()));

  it('have one handler each', () => {
    expect([...room.handlers.keys()].toSorted()).toEqual([...ipcRequestNames].toSorted());
  });

  it('are answered to the top frame of our own page', async () => {
    expect(await room.ask('host/facts')).toEqual({ status: 'answered', answer: facts });
    expect(await room.ask('state/watch')).toEqual({ status: 'answered', answer: null });
    expect(await room.ask('host/ask-to-leave')).toEqual({ status: 'answered', answer: null });
    expect(room.called).toEqual(['watch', 'ask-to-leave']);
  });

  it.each<[string, Partial<Sender>]>([
    ['a window that is not ours', { id: 2 }],
    ['a page from elsewhere', { frame: { parent: null, origin: 'https://nghisu' } }],
    ['a page of another host of the scheme', { frame: { parent: null, origin: 'app://other' } }],
    ['a frame inside our page', { frame: { parent: ourFrame, origin } }],
    ['a page that has gone', { frame: null }],
  ])('are refused to %s, every one of them', async (_who, from) => {
    for (const name of ipcRequestNames) {
      await expect(room.ask(name, undefined, from)).rejects.toMatchObject({ code: 'ipc/foreign-sender' });
    }
    expect(room.refused).toHaveLength(ipcRequestNames.length);
  });

  it.each(['screen', 'seat'] as const)('are refused to a %s beyond its trust tier', async (tier) => {
    room.tier = tier;
    const offered: readonly string[] = ipcTiers[tier];
    const others = ipcRequestNames.filter((name) => !offered.includes(name));
    expect(others.length).toBeGreaterThan(0);
    for (const name of others) {
      await expect(room.ask(name)).rejects.toMatchObject({ code: 'ipc/not-offered' });
    }
  });

  it.each<[IpcRequestName, unknown]>([
    ['host/facts', 1],
    ['device/register', { roomCode: '' }],
    ['device/register', { roomCode: 'x', more: 1 }],
    ['device/sign-in', { participantId: 'p1', pin: 'drop table' }],
    ['hub/pull', { since: { epoch: 1, seq: -1 }, limit: 10 }],
    ['outbox/submit', { type: 'vote/steal', payload: {} }],
    ['outbox/submit', { type: 'ballot/cast', payload: {} }],
    ['vault/read', { sha256: '../../etc/passwd', begin: 0, end: 1 }],
    ['vault/read', { sha256: 'a'.repeat(64), begin: 0, end: 1e12 }],
    ['hub/read-blob', { sha256: 'x', begin: 0, end: 1 }],
    ['hub/read-blob', { sha256: 'a'.repeat(64), begin: 2, end: 1 }],
    ['hub/read-blob', { sha256: 'a'.repeat(64), begin: 0, end: 1e12 }],
    ['vault/want', [{ meetingId: 'm1', versionId: 'v1', sha256: 'a'.repeat(64), bytes: 0 }]],
    ['hub/add-document', { upload: 1, query: {}, pdf: 'text' }],
    ['print/begin', { print: 1, meetingId: 'm1', pages: 0 }],
    ['print/begin', { print: 1, meetingId: '../m1', pages: 1 }],
    ['print/page', { print: 1, picture: new Uint8Array([0x25, 0x50, 0x44, 0x46]) }],
    ['print/page', { print: -1, picture: jpeg(3) }],
    ['print/show', { print: 1, silent: true }],
  ])('are refused when %s carries %j', async (name, input) => {
    await expect(room.ask(name, input)).rejects.toMatchObject({ code: 'ipc/malformed' });
    expect(room.refused).toEqual(['ipc/malformed']);
  });

  it('give a console a piece of a file, and what the hub says instead of one', async () => {
    const name = 'a'.repeat(64);
    const refusal = { ok: false, reason: { code: 'blob/unknown', vi: 'x', en: 'x' } };
    const readBlob = async (sha256: string, begin: number, end: number): Promise<unknown> =>
      begin === 0 ? { ok: true, value: [sha256, begin, end] } : refusal;
    room.bridge = { hub: { readBlob } };
    expect(await room.ask('hub/read-blob', { sha256: name, begin: 0, end: 3 })).toEqual({
      status: 'answered',
      answer: { ok: true, value: [name, 0, 3] },
    });
    expect(await room.ask('hub/read-blob', { sha256: name, begin: 1, end: 3 })).toEqual({
      status: 'answered',
      answer: refusal,
    });
  });

  it('print page by page for whoever is offered it', async () => {
    expect(await room.ask('print/begin', { print: 1, meetingId: 'm1', pages: 1 })).toMatchObject({
      answer: 'ready',
    });
    expect(await room.ask('print/page', { print: 1, picture: jpeg(3) })).toMatchObject({ answer: true });
    expect(await room.ask('print/show', { print: 1 })).toMatchObject({ answer: 'printed' });
    expect(await room.ask('print/drop', { print: 1 })).toMatchObject({ answer: null });
    expect(room.called).toEqual(['drop 1']);
    const tooLarge = { print: 1, picture: jpeg(printLimits.pageBytes + 1) };
    await expect(room.ask('print/page', tooLarge)).rejects.toMatchObject({ code: 'ipc/malformed' });
  });

  it('tell weather apart from faults', async () => {
    const down = new LinkDown('away');
    room.bridge = {
      device: { register: () => Promise.reject(down), replicaKey: () => Promise.reject(new Error('x')) },
    };
    expect(await room.ask('device/register', { roomCode: '4K7Q' })).toEqual({ status: 'link-down' });
    await expect(room.ask('device/replica-key')).rejects.toThrow('x');
    expect(room.troubles).toHaveLength(1);
  });
});
