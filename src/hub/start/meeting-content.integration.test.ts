import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { meetingId, participantId, seatLabel } from '../../shared/records/ids.ts';
import { mustStart, type HubProcess } from '../audit/hub-process.ts';
import { attach, registerTerminal, signInAt } from '../audit/protocol-client.ts';
import { startSeededHub } from '../audit/seeded-room.ts';
import { cut, makePdf } from '../documents/pdf-samples.ts';
import { all, read } from '../room/room-state.ts';
import { samplePlan, sampleVote } from '../room/testing/sample-plan.ts';
import { createLogger } from '../transport/logger.ts';
import { temporaryFolder, type TemporaryFolder } from '../store/temporary-folder.ts';
import { makeMeeting } from './make-meeting.ts';
import type { MeetingPlan } from './meeting-plan.ts';

const printed = z.object({
  meetingId,
  surfaces: z.object({
    chair: z.string(),
    clerk: z.string(),
    screen: z.string(),
    seats: z.record(seatLabel, z.string()),
  }),
  pins: z.array(
    z.strictObject({
      name: z.string().min(1),
      office: z.string(),
      seat: seatLabel.nullable(),
      roles: z.array(z.string()),
      pin: z.string().regex(/^[0-9]{6}$/),
      participantId,
    }),
  ),
});

let folder: TemporaryFolder;
beforeEach(() => void (folder = temporaryFolder()));
afterEach(() => folder.remove());

const args = (...more: string[]): string[] => ['--data', join(folder.path, 'data'), '--port', '0', ...more];

/** Signs the first person with a role in at a console, as somebody would who reads the printed line. */
async function consoleOf(hub: HubProcess, role: 'chair' | 'clerk') {
  const person = printed.parse(hub.ready).pins.find(({ roles }) => roles.includes(role));
  if (person === undefined) throw new Error(`nobody is ${role}`);
  const terminal = await registerTerminal(hub.url, { roomCode: hub.roomCode, surface: role, seat: null });
  const { participantId: id, pin } = person;
  return attach(await signInAt(terminal, { participantId: id, pin }), { epoch: 1, seq: 0 });
}

/** How many records of each kind the secretary has. */
async function counted(hub: HubProcess): Promise<Record<string, number>> {
  const line = await consoleOf(hub, 'clerk');
  const { records } = await line.next('page');
  line.close();
  const counts: Record<string, number> = {};
  for (const { kind } of records) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

describe('a hub that begins with a meeting', () => {
  it('has the sample meeting, with PINs that open, now and after a restart', async () => {
    const hub = await mustStart(args('--sample'));
    const line = printed.parse(hub.ready);
    expect(Object.keys(line.surfaces.seats)).toHaveLength(24);
    expect(line.surfaces.seats[seatLabel.parse('A07')]).toBe(`${hub.url}/seat/A07#room=${hub.roomCode}`);
    expect(line.pins.map(({ name }) => name)).toContain('Trần Văn Minh');
    expect(await counted(hub)).toMatchObject({ meeting: 1, 'agenda-item': 6, document: 11, vote: 1 });
    const chair = await consoleOf(hub, 'chair');
    const opened = await chair.command('open', 'meeting/open', { meetingId: line.meetingId });
    expect(opened).toMatchObject({ status: 'accepted' });
    chair.close();
    expect(await hub.end('SIGTERM')).toBe(0);
    const again = await mustStart(args('--sample'));
    expect(printed.parse(again.ready).pins).toEqual(line.pins);
    await again.end('SIGTERM');
  }, 120_000);

  it('has a meeting of the papers in a folder, and says which files it left out', async () => {
    const papers = join(folder.path, 'papers');
    for (const item of ['1 - Kinh tế', '2 - Chuyển đổi số'])
      mkdirSync(join(papers, item), { recursive: true });
    writeFileSync(join(papers, '2 - Chuyển đổi số', 'Dự thảo.pdf'), await makePdf({ pages: 5 }));
    writeFileSync(join(papers, '1 - Kinh tế', 'Hỏng.pdf'), cut(await makePdf(), 700));
    const hub = await mustStart(args('--documents', papers));
    expect(hub.stderr()).toContain('1 - Kinh tế/Hỏng.pdf: Tệp PDF bị cắt cụt');
    expect(await counted(hub)).toMatchObject({ 'agenda-item': 2, document: 1, vote: 1 });
    await hub.end('SIGTERM');
  }, 120_000);
});

describe('making a meeting', () => {
  it('[INV-2] goes on where an interrupted start left it, and makes nothing twice', async () => {
    const hub = await startSeededHub(join(folder.path, 'data'), { isEmpty: true });
    const plan = await smallPlan(folder.path);
    const ports = {
      ...hub,
      credentials: hub.store.credentials,
      logger: createLogger(() => undefined, Date.now),
    };
    const interrupted = {
      ...ports,
      ask: async (...asked: Parameters<typeof hub.ask>) => {
        if (asked[0].type === 'vote/prepare') throw new Error('the power went out');
        return hub.ask(...asked);
      },
    };
    await expect(makeMeeting(plan, interrupted)).rejects.toThrow('the power went out');
    expect(read(hub.room.state(), 'meeting', plan.create.meeting.id)?.state).toBe('draft');
    expect(await makeMeeting(plan, ports)).toBe(true);
    const state = hub.room.state();
    const count = (kind: 'document' | 'vote' | 'meeting'): number => [...all(state, kind)].length;
    expect([count('meeting'), count('document'), count('vote')]).toEqual([1, 2, 1]);
    expect(read(state, 'meeting', plan.create.meeting.id)?.state).toBe('released');
    expect(await makeMeeting(plan, ports)).toBe(false);
    await hub.stop();
  });
});

/** The seeded plan with two papers and a vote on the second. */
async function smallPlan(path: string): Promise<MeetingPlan> {
  const papers = [];
  for (const number of [1, 2]) {
    const fileName = `paper-${number}.pdf`;
    writeFileSync(join(path, fileName), await makePdf({ pages: number }));
    papers.push({
      itemId: sampleVote.itemId,
      path: join(path, fileName),
      fileName,
      title: `Tài liệu ${number}`,
      category: 'main' as const,
    });
  }
  const [, paper] = papers;
  if (paper === undefined) throw new Error('no paper');
  return {
    create: samplePlan,
    papers,
    vote: { voteId: sampleVote.voteId, title: sampleVote.title, paper },
    copies: [],
    absences: [],
    pins: [],
  };
}
