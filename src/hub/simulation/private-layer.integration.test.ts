import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdInMemory, type HeldKeys, type LayerKeyStore } from '../../shared/private-layer/held-keys.ts';
import { pinFloor } from '../../shared/private-layer/pin-cost.ts';
import { stretchPin } from '../../shared/private-layer/stretch-pin.ts';
import type { LayerPart } from '../../shared/records/layer-part.ts';
import {
  layerPartId,
  meetingId,
  participantId,
  personId,
  type ParticipantId,
} from '../../shared/records/ids.ts';
import { createHubHttp, type HubTransport, type Tokens } from '../../shared/terminal/hub-http.ts';
import { Layers } from '../../shared/terminal/layers.ts';
import { attach, headersOf, sendJson, Refused, type LiveLine } from '../audit/protocol-client.ts';
import { seededTerminal, startSeededHub, type SeededHub } from '../audit/seeded-room.ts';
import { read } from '../room/room-state.ts';
import { issueHere } from '../store/kept-pin.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';

/**
 * The client's own keys against the real hub on real sockets and a real disk: what one terminal writes another one
 * opens, and nothing else that was written down anywhere does.
 */
const folder = temporaryFolder();
const copies = temporaryFolder();
const pin = '860247';
const words = 'Ghi chú riêng: đề nghị hoãn khoản 3';
let hub: SeededHub;
let parts = 0;

beforeAll(async () => {
  hub = await startSeededHub(folder.path);
  for (const id of ['p-A01', 'p-A04', 'p-A05', 'p-A06']) {
    const person = read(hub.room.state(), 'participant', id)?.personId ?? personId.parse('nobody');
    hub.store.credentials.issuePin(person, await issueHere(pin, pinFloor));
  }
}, 60_000);
afterAll(() => {
  folder.remove();
  copies.remove();
});

const randomBytes = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count));

function transportTo(url: string): HubTransport {
  return {
    async ask({ method, path, headers, body }) {
      const response = await fetch(url + path, { method, headers, body });
      return { status: response.status, text: await response.text() };
    },
    fetchPiece: () => Promise.reject(new Error('nothing is read here')),
    upload: () => Promise.reject(new Error('nothing is uploaded here')),
  };
}

/** A terminal at a seat: its keys by the product's own code, its line by the audit's. */
class Terminal {
  readonly http = createHubHttp(transportTo(hub.url));
  readonly layers: Layers;
  readonly #device: ReturnType<typeof seededTerminal>;
  readonly #participantId: ParticipantId;
  sessionToken: string | null = null;

  constructor(seat: string, surface: 'seat' | 'chair' = 'seat') {
    this.#device = seededTerminal(hub, surface, surface === 'seat' ? { seat } : {});
    this.#participantId = participantId.parse(`p-${seat}`);
    let kept: HeldKeys | null = null;
    const store: LayerKeyStore = {
      load: async () => kept,
      keep: async (keys) => (kept = holdInMemory(keys, randomBytes)),
      forget: async () => void (kept = null),
    };
    const participant = (): ParticipantId | null => (this.sessionToken === null ? null : this.#participantId);
    this.layers = new Layers(
      {
        store,
        http: this.http,
        stretch: stretchPin,
        randomBytes,
        cost: pinFloor,
        tokens: () => this.tokens,
        participantId: participant,
      },
      null,
    );
  }

  get tokens(): Tokens {
    return { deviceToken: this.#device.deviceToken, sessionToken: this.sessionToken };
  }

  async signIn(entered: string): Promise<string | null> {
    const choices = await this.http.signInChoices(this.tokens);
    const choice = choices.ok
      ? choices.value.participants.find((one) => one.participantId === this.#participantId)
      : undefined;
    if (choice === undefined) throw new Error('nobody to sign in');
    const prepared = await this.layers.prepare(choice, entered);
    if (!prepared.ok) return prepared.reason.code;
    const { proof, keys, take } = prepared.value;
    const made = await this.http.signIn(this.tokens, { participantId: this.#participantId, proof, keys });
    if (!made.ok) return made.reason.code;
    await take(made.value);
    this.sessionToken = made.value.sessionToken;
    this.layers.personChanged();
    return null;
  }

  async write(text: string): Promise<void> {
    parts += 1;
    const number = parts;
    const part = { meetingId: meetingId.parse('m1'), partId: layerPartId.parse(`part-${number}`) };
    const sealed = await this.layers.seal(part, new Uint8Array(Buffer.from(text)));
    const line = await this.line();
    const answer = await line.command(`append-${number}`, 'layer/append', { ...part, sealed });
    line.close();
    if (answer.status !== 'accepted') throw new Error(answer.code);
  }

  /** Everything that the hub sends this person, opened; null for what does not open. */
  async readAll(): Promise<(string | null)[]> {
    const line = await this.line();
    line.send({ type: 'pull', request: 1, since: 0, limit: 2000 });
    const { records } = await line.next('page');
    line.close();
    const mine = records.filter(({ kind }) => kind === 'layer-part').map(({ body }) => body as LayerPart);
    const opened = await this.layers.open(
      meetingId.parse('m1'),
      mine.map(({ id, sealed }) => ({ partId: id, sealed })),
    );
    return opened.map((clear) => clear && Buffer.from(clear).toString());
  }

  line(): Promise<LiveLine> {
    return attach({ hub: hub.url, ...this.tokens });
  }
}

describe('personal layers at a real hub', () => {
  it('[INV-7] [LAYER-1] are opened at the next terminal of their person, and sent to nobody else', async () => {
    const first = new Terminal('A04');
    expect(await first.signIn('000000')).toBe('access/wrong-pin');
    expect(await first.signIn(pin)).toBeNull();
    await first.write(words);
    const spare = new Terminal('A04');
    expect(await spare.signIn(pin)).toBeNull();
    expect(await spare.readAll()).toEqual([words]);
    const neighbour = new Terminal('A05');
    expect(await neighbour.signIn(pin)).toBeNull();
    expect(await neighbour.readAll()).toEqual([]);
  });

  it('[LAYER-5] have one key when two terminals make the first one at once', async () => {
    // The chairperson has a seat and a console.
    const [one, other] = [new Terminal('A01'), new Terminal('A01', 'chair')];
    await Promise.all([one.signIn(pin), other.signIn(pin)]);
    await Promise.all([one.write('từ máy một'), other.write('từ máy hai')]);
    const last = new Terminal('A01');
    await last.signIn(pin);
    expect(new Set(await last.readAll())).toEqual(new Set(['từ máy hai', 'từ máy một']));
  });

  it('[LAYER-6] survive a change of the PIN, and a reset by the secretary for whoever has the recovery key', async () => {
    const seat = new Terminal('A05');
    await seat.signIn(pin);
    await seat.write('trước khi đổi');
    expect(await seat.layers.changePin(pin, '112233')).toMatchObject({ ok: true });
    const recovery = await seat.layers.makeRecovery('112233');
    if (!recovery.ok) throw new Error(recovery.reason.code);

    const clerk = seededTerminal(hub, 'clerk', { person: 'p-clerk' });
    const asClerk = new Layers(
      {
        store: {
          load: async () => null,
          keep: () => Promise.reject(new Error('x')),
          forget: async () => undefined,
        },
        http: seat.http,
        stretch: stretchPin,
        randomBytes,
        cost: pinFloor,
        tokens: () => clerk,
        participantId: () => participantId.parse('p-clerk'),
      },
      null,
    );
    const reset = await asClerk.resetPin(participantId.parse('p-A05'));
    if (!reset.ok) throw new Error(reset.reason.code);
    expect(
      await seat.http.layerKeys(seat.tokens, { proof: Buffer.alloc(32).toString('base64') }),
    ).toMatchObject({
      reason: { code: 'access/not-signed-in' },
    });

    const again = new Terminal('A05');
    expect(await again.signIn('112233')).toBe('access/wrong-pin');
    expect(await again.signIn(reset.value)).toBeNull();
    expect(await again.readAll()).toEqual([null]);
    await again.write('sau khi đặt lại');
    expect(await again.layers.restore(reset.value, recovery.value)).toMatchObject({ ok: true });
    expect(await again.readAll()).toEqual(['trước khi đổi', 'sau khi đặt lại']);
  });

  it('[INV-6] lets only the secretary, at the secretary’s console, reset a PIN', async () => {
    const seat = new Terminal('A04');
    await seat.signIn(pin);
    const chair = seededTerminal(hub, 'chair', { person: 'p-A01' });
    const body = {
      participantId: 'p-A06',
      pin: {
        settings: { salt: Buffer.alloc(16).toString('base64'), ...pinFloor },
        proof: Buffer.alloc(32).toString('base64'),
      },
    };
    for (const asking of [{ hub: hub.url, ...seat.tokens }, chair]) {
      await expect(sendJson(`${hub.url}/v1/pins`, body, headersOf(asking))).rejects.toMatchObject({
        status: 403,
      });
    }
    const clerk = seededTerminal(hub, 'clerk', { person: 'p-clerk' });
    const weak = { ...body, pin: { ...body.pin, settings: { ...body.pin.settings, memoryKiB: 8 } } };
    const refused = sendJson(`${hub.url}/v1/pins`, weak, headersOf(clerk));
    await expect(refused).rejects.toBeInstanceOf(Refused);
    await expect(refused).rejects.toThrow('access/pin-not-protected');
  });

  it('makes guessing wait at the keys as at the door', async () => {
    const seat = new Terminal('A06');
    await seat.signIn(pin);
    const wrong = { proof: Buffer.alloc(32, 7).toString('base64') };
    const codes: string[] = [];
    for (let tried = 0; tried < 6; tried += 1) {
      // oxlint-disable-next-line no-await-in-loop
      const answer = await seat.http.layerKeys(seat.tokens, wrong);
      codes.push(answer.ok ? 'ok' : answer.reason.code);
    }
    expect(codes).toEqual([
      ...Array.from({ length: 5 }, () => 'access/wrong-pin'),
      'access/too-many-attempts',
    ]);
  });

  it('[INV-7] leave neither words nor PIN in the hub’s folder, in a copy of it, or in the log', async () => {
    cpSync(folder.path, join(copies.path, 'running'), { recursive: true });
    await hub.stop();
    cpSync(folder.path, join(copies.path, 'stopped'), { recursive: true });
    const files = readdirSync(copies.path, { recursive: true, withFileTypes: true }).filter((one) =>
      one.isFile(),
    );
    expect(files.length).toBeGreaterThan(4);
    let sawPart = false;
    for (const { parentPath, name } of files) {
      const bytes = readFileSync(join(parentPath, name));
      sawPart ||= bytes.includes('layer/appended');
      for (const needle of [words, 'từ máy một', 'trước khi đổi']) {
        for (const encoding of ['utf8', 'utf16le'] as const) {
          expect([name, bytes.includes(Buffer.from(needle, encoding))]).toEqual([name, false]);
        }
      }
      // By chance six digits may stand inside of a hash, so only by themselves do they count.
      expect([name, /(?<![0-9A-Za-z+/])860247(?![0-9A-Za-z+/])/.test(bytes.toString('latin1'))]).toEqual([
        name,
        false,
      ]);
    }
    expect(sawPart).toBe(true);
    const log = hub.lines.join('\n');
    for (const needle of [words, pin, 'đặt lại']) expect(log).not.toContain(needle);
    expect(log).not.toMatch(/[\w+/]{43}=/);
  });
});
