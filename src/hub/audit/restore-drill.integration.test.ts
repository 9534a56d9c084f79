import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it, vi } from 'vitest';
import type { CommandIntent } from '../../shared/protocol/commands/command-schemas.ts';
import {
  layerPartId,
  meetingId,
  participantId,
  personId,
  type ParticipantId,
} from '../../shared/records/ids.ts';
import { present } from '../../shared/std/must.ts';
import type { LogEntry } from '../room/log-entry.ts';
import { restoreBackup } from '../backup/restore-backup.ts';
import { backUp, sampleRecoveryKey, startSampleRoom } from '../backup/sample-backup.ts';
import { all } from '../room/room-state.ts';
import { sampleVote } from '../room/testing/sample-plan.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { hubActor } from '../transport/ask.ts';
import { startLiveSeat, type LiveSeat } from './live-seat.ts';
import { headersOf } from './protocol-client.ts';
import { seededTerminal, startSeededHub, type SeededHub } from './seeded-room.ts';

const folder = temporaryFolder();
const verifier = fileURLToPath(new URL('../../verifier/main.ts', import.meta.url));
const labels = ['A01', 'A02', 'A03', 'A04', 'A05', 'A06', 'A07', 'A08', 'A09'];
/** Of those who did not approve; A01 first did. */
const lastWord: Readonly<Record<string, string>> = { A01: 'reject', A09: 'abstain' };
const note = 'ghi chú riêng: hỏi lại số liệu đầu tư công';

const personAt = (seat: string): ParticipantId => participantId.parse(`p-${seat}`);
const entriesOf = (hub: SeededHub): string[] =>
  Array.from(hub.store.log.read(), (entry) => JSON.stringify(entry));

async function order(hub: SeededHub, intent: CommandIntent, actor = hubActor): Promise<void> {
  const answer = await hub.ask(intent, actor);
  if (answer.status !== 'accepted') throw new Error(`${intent.type}: ${answer.code}`);
}

async function openTheVote(hub: SeededHub): Promise<void> {
  for (let seat = 1; seat <= 15; seat += 1) {
    const id = personAt(`A${String(seat).padStart(2, '0')}`);
    await order(hub, {
      type: 'attendance/mark',
      payload: { participantId: id, state: 'present', reason: '' },
    });
  }
  const chair = { ...hubActor, surface: 'chair' as const, participantId: personAt('A01') };
  await order(hub, { type: 'meeting/open', payload: { meetingId: meetingId.parse('m1') } }, chair);
  await order(hub, { type: 'vote/open', payload: { voteId: sampleVote.voteId } }, chair);
}

/** Until the hub has answered everything that this seat ever made, in the epoch that it is in. */
const settled = (seat: LiveSeat, epoch: number): Promise<unknown> =>
  vi.waitFor(
    () => {
      for (const { answer, confirmedEpoch } of seat.entries.values())
        expect([answer?.status, confirmedEpoch]).toEqual(['accepted', epoch]);
      expect(seat.link.session.get()?.epoch).toBe(epoch);
    },
    { timeout: 30_000, interval: 20 },
  );

/** What nobody but its owner can read; as far as a hub and a backup are concerned it is what this is: not the text. */
function sealedNote(nonce: number): string {
  const bytes = Buffer.from(note, 'utf8').map((byte, at) => (byte * 31 + at * 17 + nonce) & 0xff);
  return Buffer.from(bytes).toString('base64');
}

const byFirst = ([a = '']: readonly string[], [b = '']: readonly string[]): number => (a < b ? -1 : 1);

/** Who voted what by the log, the last word of each. */
function choicesIn(entries: Iterable<LogEntry>): readonly (readonly [string, string])[] {
  const choices = new Map<string, string>();
  for (const entry of entries)
    if (entry.type === 'ballot/cast')
      choices.set(entry.payload.participantId, JSON.stringify(entry.payload.choice));
  return Array.from(choices).toSorted(byFirst);
}

afterAll(() => folder.remove());

describe('a hub that is destroyed in the middle of a meeting', () => {
  it('[INV-1] [INV-7] [INV-9] [INV-10] is restored: nothing is lost, nothing is counted twice, the old one is fenced', async () => {
    const room = await startSampleRoom(folder.path);
    let now: SeededHub | null = room.hub;
    await openTheVote(room.hub);
    const seats = await Promise.all(
      labels.map((seat) =>
        startLiveSeat({
          terminal: seededTerminal(room.hub, 'seat', { seat, person: `p-${seat}` }),
          roomId: room.hub.store.roomId,
          person: { participantId: personAt(seat), personId: personId.parse(`n-${seat}`) },
          hub: () => now?.url ?? null,
        }),
      ),
    );
    const seatAt = (seat: string): LiveSeat => present(seats[labels.indexOf(seat)], seat);
    const cast = (seat: string, choice: 'approve' | 'reject' | 'abstain') =>
      seatAt(seat).ask({
        type: 'ballot/cast',
        payload: {
          voteId: sampleVote.voteId,
          participantId: personAt(seat),
          choice,
          versionId: room.hub.paper.versionId,
        },
      });
    const write = (seat: string, part: string, nonce: number) =>
      seatAt(seat).ask({
        type: 'layer/append',
        payload: {
          meetingId: meetingId.parse('m1'),
          partId: layerPartId.parse(part),
          sealed: sealedNote(nonce),
        },
      });

    // Before the backup: four ballots and a note, all answered.
    for (const seat of ['A01', 'A02', 'A03', 'A04']) await cast(seat, 'approve');
    await write('A02', 'note-1', 1);
    await Promise.all(seats.map((seat) => settled(seat, 1)));
    const disk = join(folder.path, 'disk');
    mkdirSync(disk);
    const backup = await backUp(room, disk);
    const before = entriesOf(room.hub);

    // After it: more ballots, one that changes, another note; answered by the hub that is about to go.
    for (const seat of ['A05', 'A06', 'A07']) await cast(seat, 'approve');
    await cast('A01', 'reject');
    await write('A02', 'note-2', 2);
    await Promise.all(seats.map((seat) => settled(seat, 1)));
    expect(room.hub.room.head().seq).toBeGreaterThan(backup.seq);

    // Its disk is gone; somebody has the machine's older copy in a drawer. Meanwhile two more vote.
    now = null;
    await room.hub.stop();
    cpSync(room.data, join(folder.path, 'old'), { recursive: true });
    rmSync(room.data, { recursive: true });
    await cast('A08', 'approve');
    await cast('A09', 'abstain');

    const data = join(folder.path, 'restored');
    const facts = await restoreBackup(
      {
        backup: backup.path,
        recoveryKey: sampleRecoveryKey,
        data,
        withoutDamagedDocuments: false,
        now: Date.now,
      },
      () => undefined,
    );
    const restored = await startSeededHub(data);
    expect(entriesOf(restored)).toEqual(before.slice(0, backup.seq));
    now = restored;
    await Promise.all(seats.map((seat) => settled(seat, facts.epoch)));

    // Each command is there once, those of before the backup word for word as they were.
    const after = Array.from(restored.store.log.read());
    expect(after.slice(0, backup.seq).map((entry) => JSON.stringify(entry))).toEqual(before);
    const logged = new Map<string, number>();
    for (const { commandId: id } of after) logged.set(id, (logged.get(id) ?? 0) + 1);
    const made = seats.flatMap((seat) => Array.from(seat.entries.keys()));
    expect(made).toHaveLength(12);
    expect(made.map((id) => logged.get(id))).toEqual(made.map(() => 1));
    expect(choicesIn(after)).toEqual(
      labels.map((seat) => [`p-${seat}`, JSON.stringify(lastWord[seat] ?? 'approve')]),
    );
    expect(Array.from(all(restored.room.state(), 'ballot'))).toHaveLength(labels.length);
    const parts = Array.from(all(restored.room.state(), 'layer-part'), ({ id, sealed }) => [id, sealed]);
    expect(parts.toSorted(byFirst)).toEqual([
      ['note-1', sealedNote(1)],
      ['note-2', sealedNote(2)],
    ]);

    // The old hub, switched on again, is told by the first seat that it has been replaced, and takes nothing.
    const old = await startSeededHub(join(folder.path, 'old'));
    now = old;
    seatAt('A03').link.stop();
    const stray = await startLiveSeat({
      terminal: seededTerminal(old, 'seat', { seat: 'A10', person: 'p-A10' }),
      roomId: old.store.roomId,
      person: { participantId: personAt('A10'), personId: personId.parse('n-A10') },
      hub: () => old.url,
      epochSeen: facts.epoch,
    });
    await vi.waitFor(() => expect(old.room.mode()).toBe('stale'), { timeout: 10_000, interval: 20 });
    const oldHead = old.room.head().seq;
    expect(
      await old.ask({ type: 'meeting/close', payload: { meetingId: meetingId.parse('m1') } }, hubActor),
    ).toMatchObject({
      status: 'unavailable',
    });
    expect(old.room.head().seq).toBe(oldHead);
    stray.stop();
    await old.stop();

    // Who recounts believes nobody: the exported log of the restored room is whole.
    const clerk = seededTerminal(restored, 'clerk', { person: 'p-clerk' });
    const exported = await fetch(`${restored.url}/v1/log`, { headers: headersOf(clerk) });
    const file = join(folder.path, 'log.ndjson');
    writeFileSync(file, new Uint8Array(await exported.arrayBuffer()));
    const { status, stdout } = spawnSync(process.execPath, [verifier, file], { encoding: 'utf8' });
    expect([status, stdout]).toEqual([0, expect.stringContaining('The log is whole')]);

    // INV-7: the backup holds neither the note nor what it was sealed to.
    const needles = [note, sealedNote(1), 'layer/append', 'ballot/cast'];
    const found = readdirSync(disk, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
      .filter((bytes) => needles.some((needle) => bytes.includes(Buffer.from(needle).toString('latin1'))));
    expect(found).toEqual([]);
    for (const seat of seats) seat.stop();
    await restored.stop();
  }, 120_000);
});
