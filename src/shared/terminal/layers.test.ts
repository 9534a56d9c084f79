import { beforeEach, describe, expect, it } from 'vitest';
import { holdInMemory, type HeldKeys, type LayerKeyStore } from '../private-layer/held-keys.ts';
import { pinFloor } from '../private-layer/pin-cost.ts';
import { newSettings, secretsOf, type StretchPin } from '../private-layer/stretch-pin.ts';
import type { ChangeKeysRequest, HttpRefusal, LayerKeys, ResetPinRequest } from '../protocol/http.ts';
import type { PinSettings } from '../protocol/pin.ts';
import { layerPartId, meetingId, participantId, personId, type ParticipantId } from '../records/ids.ts';
import { ok, type Result } from '../std/result.ts';
import { Layers, refusal } from './layers.ts';

const randomBytes = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count));
const me = participantId.parse('p1');
const minh = personId.parse('minh');
const part = { meetingId: meetingId.parse('m1'), partId: layerPartId.parse('x1') };

/** A stretching that costs nothing; what it costs is not what is tried here. */
const stretch: StretchPin = async (pin, { salt }) => {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', Buffer.from(`${salt}|${pin}`)));
  return bytes;
};

/** What a hub keeps of one person, and does with it. */
class OneHub {
  settings: PinSettings = newSettings(pinFloor, randomBytes);
  proof = '';
  keys: string | null = null;
  revision = 0;
  recoveries: string[] = [];

  async issue(pin: string): Promise<void> {
    this.proof = secretsOf(await stretch(pin, this.settings)).proof;
  }

  readonly signInChoices = async () =>
    ok({
      participants: [
        { participantId: me, personId: minh, fullName: '', office: '', seat: null, pin: this.settings },
      ],
    });

  /** As the route of sign-in does with the keys that are offered. */
  offer(keys: string): string {
    if (this.keys === null) {
      this.keys = keys;
      this.revision = 1;
    }
    return this.keys;
  }

  readonly layerKeys = async (
    _: unknown,
    { proof }: { proof: string },
  ): Promise<Result<LayerKeys, HttpRefusal>> =>
    proof === this.proof && this.keys !== null
      ? ok({ revision: this.revision, keys: this.keys, recoveries: this.recoveries })
      : refusal('access/wrong-pin');

  readonly changeKeys = async (_: unknown, change: ChangeKeysRequest): Promise<Result<null, HttpRefusal>> => {
    if (change.proof !== this.proof) return refusal('access/wrong-pin');
    if (change.revision !== this.revision) return refusal('layer/keys-changed');
    this.keys = change.keys;
    this.revision += 1;
    if (change.recovery !== null) this.recoveries = [change.recovery, ...this.recoveries];
    if (change.pin !== null) ({ settings: this.settings, proof: this.proof } = change.pin);
    return ok(null);
  };

  readonly resetPin = async (_: unknown, { pin }: ResetPinRequest): Promise<Result<null, HttpRefusal>> => {
    ({ settings: this.settings, proof: this.proof } = pin);
    this.keys = null;
    return ok(null);
  };
}

/** A terminal of that person. */
class Terminal {
  participantId: ParticipantId | null = null;
  kept: HeldKeys | null = null;
  readonly store: LayerKeyStore = {
    load: async () => this.kept,
    keep: async (keys) => (this.kept = holdInMemory(keys, randomBytes)),
    forget: async () => void (this.kept = null),
  };
  layers: Layers;
  readonly #hub: OneHub;

  constructor(hub: OneHub) {
    this.#hub = hub;
    this.layers = new Layers(this.#ports(), null);
  }

  async restart(): Promise<void> {
    this.layers = await Layers.open(this.#ports());
  }

  async signIn(pin: string): Promise<void> {
    const choices = await this.#hub.signInChoices();
    const [choice] = choices.value.participants;
    if (choice === undefined) throw new Error('nobody to sign in');
    const prepared = await this.layers.prepare(choice, pin);
    if (!prepared.ok) throw new Error(prepared.reason.code);
    if (prepared.value.proof !== this.#hub.proof) throw new Error('access/wrong-pin');
    const keys = this.#hub.offer(prepared.value.keys);
    await prepared.value.take({ participantId: me, sessionToken: 's', keys, hasRecovery: false });
    this.participantId = me;
    this.layers.personChanged();
  }

  async write(text: string): Promise<string> {
    return this.layers.seal(part, new Uint8Array(Buffer.from(text)));
  }

  async read(sealed: string): Promise<string | null> {
    const [clear] = await this.layers.open(part.meetingId, [{ partId: part.partId, sealed }]);
    return clear === null || clear === undefined ? null : Buffer.from(clear).toString();
  }

  #ports() {
    return {
      store: this.store,
      http: this.#hub,
      stretch,
      randomBytes,
      cost: pinFloor,
      tokens: () => ({ deviceToken: 'd', sessionToken: 's' }),
      participantId: () => this.participantId,
    };
  }
}

describe('the layers of a terminal', () => {
  let hub: OneHub;
  beforeEach(async () => {
    hub = new OneHub();
    await hub.issue('111111');
  });

  it('[INV-7] open what another terminal of the same person has written', async () => {
    const [one, other] = [new Terminal(hub), new Terminal(hub)];
    await one.signIn('111111');
    await other.signIn('111111');
    expect(await other.read(await one.write('ghi chú'))).toBe('ghi chú');
  });

  it('[LAYER-5] of two that make a first key at once use the one that reached the hub first', async () => {
    const [one, other] = [new Terminal(hub), new Terminal(hub)];
    await Promise.all([one.signIn('111111'), other.signIn('111111')]);
    expect(one.layers.state.get().keys).toEqual(other.layers.state.get().keys);
    expect(await one.read(await other.write('viết cùng lúc'))).toBe('viết cùng lúc');
  });

  it('are ready after a restart, and nobody’s after the person has left', async () => {
    const terminal = new Terminal(hub);
    await terminal.signIn('111111');
    const sealed = await terminal.write('còn đây');
    await terminal.restart();
    expect(await terminal.read(sealed)).toBe('còn đây');
    terminal.participantId = null;
    await terminal.restart();
    expect([terminal.layers.state.get().state, terminal.kept]).toEqual(['nobody', null]);
    expect(await terminal.read(sealed)).toBeNull();
    await expect(terminal.write('x')).rejects.toThrow('not open');
  });

  it('are locked when the hub gives keys that the PIN does not open, and say so', async () => {
    hub.keys = Buffer.alloc(60).toString('base64');
    const terminal = new Terminal(hub);
    await terminal.signIn('111111');
    expect(terminal.layers.state.get().state).toBe('locked');
  });

  it('[LAYER-4] derive nothing for a hub that asks for less than the floor, or for somebody without a PIN', async () => {
    const terminal = new Terminal(hub);
    const choices = await hub.signInChoices();
    const [choice] = choices.value.participants;
    if (choice === undefined) throw new Error('nobody');
    const weak = { ...choice, pin: { ...hub.settings, memoryKiB: 8 } };
    expect(await terminal.layers.prepare(weak, '1')).toMatchObject({
      reason: { code: 'access/pin-not-protected' },
    });
    expect(await terminal.layers.prepare({ ...choice, pin: null }, '1')).toMatchObject({
      reason: { code: 'access/no-pin' },
    });
  });

  it('[LAYER-6] keep the notes over a change of the PIN, which the old one does not open any more', async () => {
    const terminal = new Terminal(hub);
    await terminal.signIn('111111');
    const sealed = await terminal.write('giữ lại');
    expect(await terminal.layers.changePin('999999', '222222')).toMatchObject({
      reason: { code: 'access/wrong-pin' },
    });
    expect(await terminal.layers.changePin('111111', '222222')).toEqual({ ok: true, value: null });
    const other = new Terminal(hub);
    await expect(other.signIn('111111')).rejects.toThrow();
    await other.signIn('222222');
    expect(await other.read(sealed)).toBe('giữ lại');
  });

  it('[LAYER-6] lose the notes with a reset, unless the recovery key was printed', async () => {
    const terminal = new Terminal(hub);
    await terminal.signIn('111111');
    const before = await terminal.write('trước khi đặt lại');
    const recovery = await terminal.layers.makeRecovery('111111');
    if (!recovery.ok) throw new Error(recovery.reason.code);
    expect(terminal.layers.state.get().hasRecovery).toBe(true);

    const reset = await new Terminal(hub).layers.resetPin(me);
    if (!reset.ok) throw new Error(reset.reason.code);
    const spare = new Terminal(hub);
    await spare.signIn(reset.value);
    expect(await spare.read(before)).toBeNull();
    const after = await spare.write('sau khi đặt lại');

    expect(await spare.layers.restore(reset.value, `${recovery.value.slice(0, -1)}-`)).toMatchObject({
      reason: { code: 'layer/no-such-recovery' },
    });
    expect(await spare.layers.restore(reset.value, recovery.value.toLowerCase())).toEqual({
      ok: true,
      value: null,
    });
    expect([await spare.read(before), await spare.read(after)]).toEqual([
      'trước khi đặt lại',
      'sau khi đặt lại',
    ]);

    const next = new Terminal(hub);
    await next.signIn(reset.value);
    expect([await next.read(before), await next.read(after)]).toEqual([
      'trước khi đặt lại',
      'sau khi đặt lại',
    ]);
  });

  it('refuse the recovery key of somebody else', async () => {
    const terminal = new Terminal(hub);
    await terminal.signIn('111111');
    await terminal.layers.makeRecovery('111111');
    const other = new OneHub();
    await other.issue('333333');
    const stranger = new Terminal(other);
    await stranger.signIn('333333');
    const theirs = await stranger.layers.makeRecovery('333333');
    expect(await terminal.layers.restore('111111', theirs.ok ? theirs.value : '')).toMatchObject({
      reason: { code: 'layer/no-such-recovery' },
    });
  });
});
