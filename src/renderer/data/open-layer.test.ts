import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { DeviceIdentity, LayersState } from '../../shared/bridge/bridge.ts';
import { layerOperation, type LayerOperation } from '../../shared/domain/annotations/layer-operation.ts';
import type { OutboxEntry } from '../../shared/link/outbox-entry.ts';
import type { CommandIntent } from '../../shared/protocol/commands/command-schemas.ts';
import { layerPartId, meetingId, participantId, personId } from '../../shared/records/ids.ts';
import type { LayerPart } from '../../shared/records/layer-part.ts';
import { createSignal } from '../../shared/std/signal.ts';
import { divideOperations, packOperations, unpackOperations } from './layer-parts.ts';
import { OpenLayer } from './open-layer.ts';
import type { RecordSet } from './replica.ts';

const m1 = meetingId.parse('m1');
const me = participantId.parse('p1');

function note(at: number, text = `ghi chú ${at}`): LayerOperation {
  return layerOperation.parse({
    kind: 'add',
    layer: 'personal',
    stamp: `${at}.writer-${'0'.repeat(8)}`,
    anchor: { versionId: 'v1', page: 1 },
    shape: { kind: 'note', x: 1, y: 1 },
    content: { text, color: 'blue' },
  });
}

/** A window's surroundings; "sealing" is base 64 with the part's id before it. */
class Surroundings {
  readonly identity = createSignal<DeviceIdentity>({
    surface: 'seat',
    seat: null,
    registered: null,
    participantId: me,
    personId: null,
  });
  readonly state = createSignal<LayersState>({ state: 'ready', keys: ['k'], hasRecovery: false });
  readonly entries = createSignal<readonly OutboxEntry[]>([]);
  readonly parts = createSignal<RecordSet<'layer-part'>>({ read: true, list: [], byId: new Map() });
  isFull = false;
  #made = 0;

  layer(): OpenLayer {
    return new OpenLayer({
      meetingId: m1,
      identity: this.identity,
      layers: {
        state: this.state,
        seal: async ({ partId }, clear) =>
          Buffer.from(`${partId}|${Buffer.from(clear).toString('hex')}`).toString('base64'),
        open: async (_, parts) => parts.map(({ partId, sealed }) => clearOf(partId, sealed)),
      },
      outbox: { entries: this.entries, submit: (intent) => this.#submit(intent) },
      parts: this.parts,
      newPartId: () => layerPartId.parse(`x${(this.#made += 1)}`),
      onTrouble: (reason) => {
        throw reason;
      },
    });
  }

  /** The hub has taken what waited, and the replica has it. */
  deliver(): void {
    const list = this.entries.get().map(({ payload }): LayerPart => {
      const { partId, sealed } = payload as { partId: string; sealed: string };
      return { id: layerPartId.parse(partId), meetingId: m1, personId: personId.parse('minh'), sealed };
    });
    this.parts.set({ read: true, list: [...this.parts.get().list, ...list], byId: new Map() });
    this.entries.set([]);
  }

  async #submit({ type, payload }: CommandIntent): Promise<OutboxEntry> {
    if (this.isFull) throw new Error('disk full');
    const order = this.entries.get().length + 1;
    const about = {
      madeAt: 0,
      participantId: me,
      personId: null,
      answer: null,
      confirmedEpoch: 0,
      confirmedHistory: 0,
      dismissed: false,
    };
    const entry = {
      id: `c${order}-${Math.random()}`,
      order,
      command: type,
      payload,
      ...about,
    } as OutboxEntry;
    this.entries.set([...this.entries.get(), entry]);
    return entry;
  }
}

function clearOf(partId: string, sealed: string): Uint8Array | null {
  const [id, hex] = Buffer.from(sealed, 'base64').toString().split('|');
  return id === partId && hex !== undefined ? new Uint8Array(Buffer.from(hex, 'hex')) : null;
}

describe('an open layer', () => {
  let around: Surroundings;
  beforeEach(() => void (around = new Surroundings()));
  const watch = (layer: OpenLayer): OpenLayer => {
    layer.subscribe(() => undefined);
    return layer;
  };

  it('shows what was written as soon as it is durable here, and once when the hub has sent it back', async () => {
    const layer = watch(around.layer());
    await layer.get().append([note(1), note(2)]);
    expect(layer.get()).toMatchObject({ operations: [note(1), note(2)], waiting: 1 });
    around.deliver();
    expect(layer.get()).toMatchObject({ operations: [note(1), note(2)], waiting: 0 });
  });

  it('opens after a restart what waits in the outbox and what the hub has sent', async () => {
    const before = watch(around.layer());
    await before.append([note(1)]);
    around.deliver();
    await before.append([note(2)]);
    const after = watch(around.layer());
    await vi.waitFor(() => expect(after.get().operations).toEqual([note(1), note(2)]));
    expect(after.get().waiting).toBe(1);
  });

  it('puts what is written meanwhile into one part', async () => {
    const layer = watch(around.layer());
    await Promise.all([1, 2, 3, 4].map((at) => layer.append([note(at)])));
    expect(layer.get().operations).toEqual([1, 2, 3, 4].map((at) => note(at)));
    expect(around.entries.get().length).toBeLessThanOrEqual(2);
  });

  it('tells the writer when the disk refuses, and shows nothing that is not durable', async () => {
    const layer = watch(around.layer());
    around.isFull = true;
    await expect(layer.append([note(1)])).rejects.toThrow('disk full');
    around.isFull = false;
    await layer.append([note(2)]);
    expect(layer.get().operations).toEqual([note(2)]);
  });

  it('[INV-7] forgets everything when its person leaves, and shows nothing of it to the next', async () => {
    const layer = watch(around.layer());
    await layer.append([note(1)]);
    around.identity.set({ ...around.identity.get(), participantId: null });
    around.state.set({ state: 'nobody', keys: [], hasRecovery: false });
    expect(layer.get()).toMatchObject({ state: 'nobody', operations: [], waiting: 0 });
    around.identity.set({ ...around.identity.get(), participantId: participantId.parse('p2') });
    around.state.set({ state: 'ready', keys: ['k2'], hasRecovery: false });
    await Promise.resolve();
    expect(layer.get()).toMatchObject({ state: 'ready', operations: [], waiting: 0 });
  });
});

describe('the parts of a layer', () => {
  it('hold the operations in their order, whatever was written', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 2_000, unit: 'binary' }), { maxLength: 40 }), (texts) => {
        const operations = texts.map((text, at) => note(at + 1, text));
        const parts = divideOperations(operations);
        expect(parts.flatMap((some) => unpackOperations(packOperations(some)) ?? [])).toEqual(operations);
      }),
    );
  });

  it('fit into the wire, the largest operation there is as well', () => {
    const longest = layerOperation.parse({
      ...note(1),
      shape: { kind: 'ink', tool: 'pen', width: 2, points: 'AAA'.repeat(5_000) },
    });
    const many = Array.from({ length: 200 }, (_, at) => note(at + 1, 'ế'.repeat(2_000)));
    for (const part of divideOperations([longest, ...many])) {
      expect(packOperations(part).length).toBeLessThanOrEqual(35_000);
    }
  });

  it('are not read when they are no list, and without what this version does not know', () => {
    expect(unpackOperations(new Uint8Array([1, 2, 3]))).toBeNull();
    const future = { ...note(2), kind: 'sing' } as unknown as LayerOperation;
    expect(unpackOperations(packOperations([note(1), future]))).toEqual([note(1)]);
  });
});
