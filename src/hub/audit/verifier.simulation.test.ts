import { afterAll, describe, expect, it } from 'vitest';
import type { CountFigures } from '../../shared/records/count.ts';
import { roomId } from '../../shared/records/ids.ts';
import { announcedResult, type Tally } from '../../shared/records/tally.ts';
import { readExport } from '../../verifier/read-export.ts';
import { recount } from '../../verifier/recount.ts';
import { all } from '../room/room-state.ts';
import { sampleVote } from '../room/testing/sample-plan.ts';
import { createTestRoom, openRoom, type TestRoom } from '../room/testing/test-room.ts';
import { Chance } from '../simulation/chance.ts';
import { exportLog } from '../store/export-log.ts';
import { openSigningKey } from '../store/signing-key.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';

const folders = [temporaryFolder(), temporaryFolder()] as const;
const signingKey = openSigningKey(folders[0].path);
const other = openSigningKey(folders[1].path);
afterAll(() => folders.forEach((folder) => folder.remove()));

const chair = 'chair:p-A01';
const clerk = 'clerk:p-clerk';

function exported(test: TestRoom, key = signingKey): Uint8Array {
  const lines = exportLog({ roomId: roomId.parse('room1'), entries: test.log, signingKey: key });
  return new TextEncoder().encode([...lines].join(''));
}

function members(count: number): string[] {
  return Array.from({ length: count }, (_, at) => `A${String(at + 1).padStart(2, '0')}`);
}

/** A meeting of chance: who is here, what is asked by which rule, who answers what on what, who comes late. */
function meetingOf(chance: Chance, sign = signingKey.sign): TestRoom {
  const present = chance.whole(8, 15);
  const test = openRoom(present, null, createTestRoom([], 1, sign));
  for (let round = chance.whole(1, 2); round > 0; round -= 1) holdVote(test, chance, `r${round}`, present);
  return test;
}

function holdVote(test: TestRoom, chance: Chance, voteId: string, present: number): void {
  const kind = chance.pick(['open', 'raised-hands', 'paper', 'mixed', 'quick-poll'] as const);
  const options = ['Một', 'Hai', 'Ba', 'Bốn'];
  const form = chance.pick([
    { type: 'approval' as const, other: false },
    { type: 'options' as const, options, most: chance.whole(1, 3) },
    { type: 'election' as const, candidates: options, seats: chance.whole(1, 3) },
  ]);
  const rule = {
    base: chance.pick(['in-office', 'present', 'summoned'] as const),
    threshold: chance.pick(['more-than-half', 'two-thirds', 'three-quarters'] as const),
  };
  test.ask(clerk, 'vote/prepare', { ...sampleVote, voteId, kind, form, rule });
  test.ask(chair, 'vote/open', { voteId });
  const voters = members(present);
  const most = form.type === 'options' ? form.most : form.type === 'election' ? form.seats : 0;
  const answer = () => {
    if (most === 0) return chance.pick(['approve', 'approve', 'approve', 'reject', 'abstain'] as const);
    const from = chance.whole(0, options.length - most);
    return { options: Array.from({ length: chance.whole(1, most) }, (_, at) => from + at) };
  };
  const cast = (at: string): void => {
    const participantId = `p-${at}`;
    const choice = answer();
    test.ask(`seat:${participantId}`, 'ballot/cast', { voteId, participantId, choice, versionId: 'v1' });
  };
  const onPaper = kind === 'mixed' ? voters.slice(0, chance.whole(0, 3)) : [];
  for (const at of onPaper) test.ask(clerk, 'ballot/issue-paper', { voteId, participantId: `p-${at}` });
  const early = voters.filter(() => chance.happens(0.8));
  for (const at of early) cast(at);
  const ballots = kind === 'mixed' ? onPaper.length : present;
  test.ask(clerk, 'count/enter', {
    voteId,
    ...figuresOf(chance, { kind, ballots, most, options: options.length }),
  });
  test.ask(chair, 'count/confirm', { voteId, agrees: true });
  test.ask(chair, 'vote/lock', { voteId });
  for (const at of voters.filter((one) => !early.includes(one) && chance.happens(0.5))) cast(at);
  for (const at of voters)
    test.ask(chair, 'ballot/accept-late', { voteId, participantId: `p-${at}`, accept: chance.happens(0.6) });
  test.ask(chair, 'vote/announce', { voteId });
}

interface Asked {
  readonly kind: string;
  readonly ballots: number;
  readonly most: number;
  readonly options: number;
}

/** A count of chance that adds up. */
function figuresOf(chance: Chance, { kind, ballots, most, options }: Asked): CountFigures {
  const isHands = kind === 'raised-hands';
  const returned = isHands ? ballots : chance.whole(0, ballots);
  const valid = isHands ? ballots : chance.whole(0, returned);
  const paper = isHands
    ? { issued: 0, returned: 0, valid: 0, invalid: 0 }
    : { issued: ballots, returned, valid, invalid: returned - valid };
  const first = chance.whole(0, valid);
  const abstain = chance.whole(0, valid - first);
  if (most === 0) {
    const rest = valid - first - abstain;
    return { ...paper, approve: first, abstain, reject: rest, other: 0, options: [] };
  }
  const marks = [first, valid - first - abstain, 0, 0].slice(0, options);
  return { ...paper, approve: 0, abstain, reject: 0, other: 0, options: marks };
}

const resultOf = (tally: Tally) => announcedResult.strip().parse(tally);

describe('the verifier', () => {
  it('[VOTE-15] gives what was announced, over 1,000 meetings of chance', () => {
    const kinds = new Map<string, number>();
    for (let seed = 1; seed <= 1_000; seed += 1) {
      const test = meetingOf(new Chance(seed));
      const log = readExport(exported(test), [signingKey.publicKey]);
      const counted = recount(log.entries);
      const tallies = [...all(test.room.state(), 'tally')].filter(({ announced }) => announced);
      expect(counted).toHaveLength(tallies.length);
      for (const tally of tallies) {
        const own = counted.find(({ voteId }) => voteId === tally.voteId);
        expect(own?.result, `seed ${seed}`).toEqual(resultOf(tally));
        const what = `${tally.kind} ${tally.form.type} ${tally.verdict}`;
        kinds.set(what, (kinds.get(what) ?? 0) + 1);
      }
    }
    // Nearly every kind with every form, passed and not; a quick poll decides nothing.
    expect(kinds.size).toBeGreaterThanOrEqual(24);
  });

  it('[VOTE-18] refuses a change of any byte of a log', () => {
    const test = createTestRoom([], 1, signingKey.sign);
    test.ask(clerk, 'vote/lock', { voteId: 'x' });
    test.ask(clerk, 'vote/announce', { voteId: 'Đ/c' });
    const bytes = exported(test);
    expect(() => readExport(bytes, [])).not.toThrow();
    for (let at = 0; at < bytes.length; at += 1) {
      for (const mask of [0x01, 0x20, 0x80]) {
        const changed = Uint8Array.from(bytes);
        changed[at] = (bytes[at] ?? 0) ^ mask;
        expect(() => readExport(changed, []), `byte ${at}`).toThrow();
      }
    }
  });

  it('[VOTE-18] refuses a change, a loss or a gift of a byte anywhere in the log of a meeting', () => {
    const chance = new Chance(7);
    const bytes = exported(meetingOf(chance));
    for (let time = 0; time < 400; time += 1) {
      const at = chance.whole(0, bytes.length - 1);
      const changed = Uint8Array.from(bytes);
      changed[at] = ((bytes[at] ?? 0) + chance.whole(1, 255)) % 256;
      const shorter = Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(at + 1)]);
      const longer = Uint8Array.from([...bytes.subarray(0, at), 0x20, ...bytes.subarray(at)]);
      const made = [changed, shorter, longer][time % 3] ?? changed;
      expect(() => readExport(made, []), `byte ${at}`).toThrow();
    }
  });

  it('[VOTE-18] refuses a log that another room signed, and one whose end was cut off', () => {
    const test = meetingOf(new Chance(3));
    expect(() => readExport(exported(test, other), [signingKey.publicKey])).toThrow(/another key/);
    expect(() => readExport(exported(test, other), [])).toThrow(/another key/);
    const lines = new TextDecoder().decode(exported(test)).split('\n');
    const cut = [...lines.slice(0, -3), lines.at(-2), ''].join('\n');
    expect(() => readExport(new TextEncoder().encode(cut), [])).toThrow(/end of the log/);
  });

  it('[VOTE-18] a room that lost its key: older results verify with the old key, which has to be given', () => {
    const test = meetingOf(new Chance(3));
    const bytes = exported(test, other);
    const keys = [other.publicKey, signingKey.publicKey];
    expect(() => readExport(bytes, [other.publicKey])).toThrow(
      `verify again with --key ${other.publicKey} --key ${signingKey.publicKey}`,
    );
    const log = readExport(bytes, keys);
    expect(log).toMatchObject({ key: other.publicKey, olderKeys: [signingKey.publicKey] });
    expect(recount(log.entries).length).toBeGreaterThan(0);
    const forge = (text: string) => ({ ...other.sign(text), key: signingKey.publicKey });
    const lying = exported(meetingOf(new Chance(3), forge), other);
    expect(() => readExport(lying, keys)).toThrow(/does not verify/);
  });

  it('[VOTE-15] refuses a result that the ballots do not give', () => {
    const test = meetingOf(new Chance(3));
    const { entries } = readExport(exported(test), []);
    const forged = entries.map((entry) =>
      entry.type === 'vote/announced'
        ? { ...entry, payload: { ...(entry.payload as object), result: { approve: 99 } } }
        : entry,
    );
    expect(() => recount(forged as typeof entries)).toThrow(/the ballots give/);
  });
});
