import { describe, expect, it } from 'vitest';
import { LinkDown, type LinkStatus } from '../../../shared/bridge/bridge.ts';
import {
  ipcRequestNames,
  ipcStateNames,
  vaultReadLimitBytes,
  type IpcEventName,
  type IpcRequestName,
} from '../../../shared/bridge/ipc-channels.ts';
import { ipcEvents, ipcRequests, type IpcApi } from '../../../shared/bridge/ipc.ts';
import { meetingId, sha256 } from '../../../shared/records/ids.ts';
import { openElectronBridge } from './open-electron-bridge.ts';

const offline: LinkStatus = { state: 'offline', since: 1, clockDifferenceMs: null, code: null };
const live: LinkStatus = { ...offline, state: 'live' };

const firstStates: Readonly<Record<(typeof ipcStateNames)[number], unknown>> = {
  'device/identity': { surface: 'seat', seat: 'A07', registered: null, participantId: null, personId: null },
  'hub/status': offline,
  'hub/room': null,
  'hub/roster': [],
  'hub/pointer': null,
  'outbox/entries': [],
  'outbox/hindrance': null,
  'vault/progress': [],
  'layers/state': { state: 'nobody', keys: [], hasRecovery: false },
  'guard/state': { state: 'open', lockedBy: null, canLock: false, recalled: [] },
};

/** What main would do, answering each request as the test says. */
class FakeMain {
  readonly asked: { readonly name: IpcRequestName; readonly input: unknown }[] = [];
  readonly #listeners = new Map<IpcEventName, (event: never) => void>();
  readonly #answers: Partial<Record<IpcRequestName, unknown>>;
  readonly api: IpcApi;

  constructor(
    answers: Partial<Record<IpcRequestName, unknown>>,
    offered: readonly IpcRequestName[] = ipcRequestNames,
  ) {
    this.#answers = answers;
    this.api = {
      requests: Object.fromEntries(
        offered.map((name) => [name, (input: unknown) => this.#answer(name, input)]),
      ) as unknown as IpcApi['requests'],
      on: (name, listener) => {
        this.#listeners.set(name, listener);
        return () => undefined;
      },
    };
  }

  send(name: IpcEventName, event: unknown): void {
    this.#listeners.get(name)?.(event as never);
  }

  #answer(name: IpcRequestName, input: unknown): Promise<unknown> {
    this.asked.push({ name, input: ipcRequests[name].input.parse(input) });
    if (name === 'state/watch') {
      for (const state of ipcStateNames) this.send(state, ipcEvents[state].parse(firstStates[state]));
      return Promise.resolve({ status: 'answered', answer: null });
    }
    const told = this.#answers[name];
    const answer: unknown = typeof told === 'function' ? told(input) : told;
    return Promise.resolve(answer === 'down' ? { status: 'link-down' } : { status: 'answered', answer });
  }
}

const host = { kind: 'electron', kiosk: true, prints: false, displays: true, keepsPack: true };
const ignore = (): void => undefined;

describe('the bridge to Electron', () => {
  it('holds every state from the first moment and follows it', async () => {
    const main = new FakeMain({ 'host/facts': host });
    const bridge = await openElectronBridge(main.api, ignore, ignore);
    expect(bridge.host).toEqual(host);
    expect(bridge.device.identity.get()).toMatchObject({ surface: 'seat', seat: 'A07' });
    const seen: string[] = [];
    bridge.hub.status.subscribe(({ state }) => seen.push(state));
    main.send('hub/status', live);
    expect(bridge.hub.status.get()).toEqual(live);
    expect(seen).toEqual(['live']);
  });

  it('rejects with LinkDown for weather and passes refusals on', async () => {
    const refused = { ok: false, reason: { code: 'access/wrong-pin', vi: 'x', en: 'x' } };
    const main = new FakeMain({ 'host/facts': host, 'device/register': 'down', 'device/sign-in': refused });
    const bridge = await openElectronBridge(main.api, ignore, ignore);
    await expect(bridge.device.register('4K7Q')).rejects.toBeInstanceOf(LinkDown);
    const identity = bridge.device.identity.get();
    expect(identity.participantId).toBeNull();
    await expect(bridge.device.signIn('p1' as never, '123456')).resolves.toEqual(refused);
  });

  it('tells an upload how far it is, and no other', async () => {
    const main = new FakeMain({ 'host/facts': host, 'hub/add-document': { ok: true, value: null } });
    const bridge = await openElectronBridge(main.api, ignore, ignore);
    const seen: number[] = [];
    const query = { meetingId: 'm1', itemId: 'i1', category: 'main', fileName: 'a.pdf' } as never;
    const added = bridge.hub.addDocument(query, new Uint8Array(3), (sent) => seen.push(sent));
    main.send('hub/upload-progress', { upload: 99, sent: 1, total: 3 });
    main.send('hub/upload-progress', { upload: 1, sent: 2, total: 3 });
    await added;
    main.send('hub/upload-progress', { upload: 1, sent: 3, total: 3 });
    expect(seen).toEqual([2]);
  });

  it('reads a piece of a file at the hub through main, with its refusals and its weather', async () => {
    const name = sha256.parse('0'.repeat(64));
    const answer = { ok: true, value: new Uint8Array([1, 2]) };
    const main = new FakeMain({ 'host/facts': host, 'hub/read-blob': answer });
    const bridge = await openElectronBridge(main.api, ignore, ignore);
    expect(await bridge.hub.readBlob(name, 4, 6)).toEqual(answer);
    expect(main.asked.at(-1)).toEqual({ name: 'hub/read-blob', input: { sha256: name, begin: 4, end: 6 } });
    const cut = new FakeMain({ 'host/facts': host, 'hub/read-blob': 'down' });
    await expect(
      (await openElectronBridge(cut.api, ignore, ignore)).hub.readBlob(name, 0, 1),
    ).rejects.toBeInstanceOf(LinkDown);
  });

  it('reads a long document in pieces that main gives', async () => {
    const name = sha256.parse('0'.repeat(64));
    const read = ({ begin, end }: { begin: number; end: number }): Uint8Array =>
      new Uint8Array(end - begin).fill(begin === 0 ? 1 : 2);
    const main = new FakeMain({ 'host/facts': host, 'vault/read': read });
    const { vault } = await openElectronBridge(main.api, ignore, ignore);
    const whole = await vault.read(name, 0, vaultReadLimitBytes + 2);
    expect(whole?.length).toBe(vaultReadLimitBytes + 2);
    expect([...(whole?.subarray(vaultReadLimitBytes - 1) ?? [])]).toEqual([1, 2, 2]);
    const lacking = new FakeMain({ 'host/facts': host, 'vault/read': null });
    const other = await openElectronBridge(lacking.api, ignore, ignore);
    expect(await other.vault.read(name, 0, vaultReadLimitBytes + 2)).toBeNull();
  });

  it('numbers prints, so that what comes late of one is not taken for the next', async () => {
    const main = new FakeMain({
      ...{ 'host/facts': host, 'print/begin': 'ready', 'print/page': true },
      ...{ 'print/show': 'printed', 'print/drop': null },
    });
    const { printer } = await openElectronBridge(main.api, ignore, ignore);
    const picture = new Uint8Array([0xff, 0xd8, 0xff]);
    await printer?.begin(meetingId.parse('m1'), 2);
    printer?.drop();
    expect(await printer?.begin(meetingId.parse('m1'), 1)).toBe('ready');
    expect(await printer?.addPage(picture)).toBe(true);
    expect(await printer?.show()).toBe('printed');
    expect(main.asked.slice(-5)).toEqual([
      { name: 'print/begin', input: { print: 1, meetingId: 'm1', pages: 2 } },
      { name: 'print/drop', input: { print: 1 } },
      { name: 'print/begin', input: { print: 2, meetingId: 'm1', pages: 1 } },
      { name: 'print/page', input: { print: 2, picture } },
      { name: 'print/show', input: { print: 2 } },
    ]);
  });

  it('fetches the signed log through main, with its weather', async () => {
    const answer = { ok: true, value: { text: '{}\n', seq: 3 } };
    const main = new FakeMain({ 'host/facts': host, 'hub/export-log': answer });
    expect(await (await openElectronBridge(main.api, ignore, ignore)).hub.exportLog()).toEqual(answer);
    const cut = new FakeMain({ 'host/facts': host, 'hub/export-log': 'down' });
    const { hub } = await openElectronBridge(cut.api, ignore, ignore);
    await expect(hub.exportLog()).rejects.toBeInstanceOf(LinkDown);
  });

  it('passes live changes on in the order they were told', async () => {
    const main = new FakeMain({ 'host/facts': host });
    const bridge = await openElectronBridge(main.api, ignore, ignore);
    const seen: unknown[] = [];
    bridge.hub.onChange((change) => seen.push(change === 'live' ? change : change.seq));
    main.send('hub/change', 'live');
    main.send('hub/change', { epoch: 1, prev: 0, seq: 1, records: [] });
    expect(seen).toEqual(['live', 1]);
  });

  it('says so when a window of a lower tier asks for more than it may', async () => {
    const main = new FakeMain({ 'host/facts': host }, ['host/facts', 'state/watch']);
    const bridge = await openElectronBridge(main.api, ignore, ignore);
    const name = sha256.parse('0'.repeat(64));
    await expect(bridge.vault.read(name, 0, 1)).rejects.toThrow('this window may not ask for vault/read');
  });
});
