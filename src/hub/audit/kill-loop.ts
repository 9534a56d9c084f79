import { join } from 'node:path';
import type { CommandAnswer } from '../../shared/protocol/answer.ts';
import type { CommandIntent } from '../../shared/protocol/commands/command-schemas.ts';
import { meetingId, participantId } from '../../shared/records/ids.ts';
import { checkCode } from '../../shared/std/base32.ts';
import { canonicalJson } from '../../shared/std/canonical-json.ts';
import type { Random } from '../../shared/std/random.ts';
import { sampleVote } from '../room/testing/sample-plan.ts';
import { openDatabase } from '../store/open-database.ts';
import { createSqliteLog } from '../store/sqlite-log.ts';
import { hubActor } from '../transport/ask.ts';
import { mustStart, type HubProcess } from './hub-process.ts';
import { attach, type LiveLine, type Terminal } from './protocol-client.ts';
import { seededTerminal, startSeededHub } from './seeded-room.ts';

/**
 * The kill loop: a real hub process under five writing clients is killed at a random moment, started again on the same
 * folder, and asked for everything it had answered. What it once said it must say again, word for word, and it must be
 * in the log (INV-1, INV-2). A kill loses what the process had not handed to the system; it loses nothing that was.
 */
export interface KillLoopOptions {
  /** Where the rooms of the loop are kept. */
  readonly folder: string;
  readonly kills: number;
  readonly random: Random;
  /** A fault to plant, to see that the loop notices; see `faulty-hub.ts`. */
  readonly fault?: string;
  /**
   * Ends a hub in another way than SIGKILL, and resolves when it has ended and can be started again. What was answered
   * before the moment that it gives, by `process.hrtime`, counts as answered.
   */
  breakOff?(hub: HubProcess): Promise<bigint>;
}

export interface KillLoopReport {
  kills: number;
  /** Final answers that clients had received. */
  answers: number;
  /** Answers asked for again after a restart. */
  resends: number;
  /** Commands that were under way at a kill and were answered after it. */
  resumed: number;
  /** What was wrong, in words; empty when nothing was lost. */
  readonly losses: string[];
}

/** A command that a client has made, and the answer it was given. */
interface Asked {
  readonly id: string;
  readonly seat: number;
  readonly command: string;
  readonly payload: unknown;
  answer: CommandAnswer | null;
  /** When the answer had come, by `process.hrtime`. */
  answeredAt: bigint;
}

interface Ward {
  readonly data: string;
  readonly terminals: readonly Terminal[];
  readonly versionId: string;
  readonly asked: Asked[];
  /** Where the commands of the round that is on, or was the last, begin in `asked`. */
  roundFrom: number;
}

const writers = ['A01', 'A02', 'A03', 'A04', 'A05'] as const;
/** Commands that one client has under way at the same time. */
const lanes = 2;
const earliestKillMs = 20;
const latestKillMs = 170;
/** Kills before a new room is begun, so that replaying a long log does not become the test. */
const killsPerRoom = 25;
/** Older answers asked for again after every restart, besides all of the last round. */
const oldResends = 40;

/** Runs the loop. Does not throw for a loss: the report says what was lost. */
export async function runKillLoop(options: KillLoopOptions): Promise<KillLoopReport> {
  const report: KillLoopReport = { kills: 0, answers: 0, resends: 0, resumed: 0, losses: [] };
  while (report.kills < options.kills) {
    const ward = await prepareRoom(join(options.folder, `room-${report.kills}`));
    const here = Math.min(killsPerRoom, options.kills - report.kills);
    for (let kill = 0; kill < here; kill += 1) {
      await oneRound(ward, options, report);
      report.kills += 1;
    }
    await lastLook(ward, options, report);
    report.answers += ward.asked.filter((asked) => asked.answer !== null).length;
  }
  return report;
}

/** A released, open meeting with an open vote and five terminals whose people vote. */
async function prepareRoom(data: string): Promise<Ward> {
  const hub = await startSeededHub(data);
  const order = async (intent: CommandIntent, actor = hubActor): Promise<void> => {
    const answer = await hub.ask(intent, actor);
    if (answer.status !== 'accepted') throw new Error(`${intent.type}: ${answer.code}`);
  };
  for (let seat = 1; seat <= 12; seat += 1) {
    const id = participantId.parse(`p-A${String(seat).padStart(2, '0')}`);
    await order({ type: 'attendance/mark', payload: { participantId: id, state: 'present', reason: '' } });
  }
  const chair = { ...hubActor, surface: 'chair' as const, participantId: participantId.parse('p-A01') };
  await order({ type: 'meeting/open', payload: { meetingId: meetingId.parse('m1') } }, chair);
  await order({ type: 'vote/open', payload: { voteId: sampleVote.voteId } }, chair);
  const terminals = writers.map((seat) => seededTerminal(hub, 'seat', { seat, person: `p-${seat}` }));
  await hub.stop();
  return { data, terminals, versionId: hub.paper.versionId, asked: [], roundFrom: 0 };
}

async function oneRound(ward: Ward, options: KillLoopOptions, report: KillLoopReport): Promise<void> {
  const hub = await startWard(ward, options);
  const lines = await attachAll(ward, hub);
  await auditAnswers(ward, lines, options.random, report);
  ward.roundFrom = ward.asked.length;
  const round = { ward, random: options.random, isOver: false };
  const writing = lines.flatMap((line, seat) =>
    Array.from({ length: lanes }, () => write(line, seat, round)),
  );
  const killMs = earliestKillMs + options.random() * (latestKillMs - earliestKillMs);
  await new Promise((resolve) => setTimeout(resolve, killMs));
  const end = options.breakOff === undefined ? null : await options.breakOff(hub);
  if (end === null) await hub.end('SIGKILL');
  round.isOver = true;
  await Promise.all(writing);
  for (const asked of ward.asked.slice(ward.roundFrom))
    if (end !== null && asked.answeredAt >= end) asked.answer = null;
  for (const line of lines) line.close();
  if (ward.asked.length === ward.roundFrom)
    report.losses.push(`nothing was written before kill ${report.kills}`);
}

function startWard(ward: Ward, { fault }: KillLoopOptions): Promise<HubProcess> {
  const args = ['--data', ward.data, '--port', '0'];
  return fault === undefined ? mustStart(args) : mustStart([fault, ...args], 'faulty');
}

function attachAll(ward: Ward, hub: HubProcess): Promise<LiveLine[]> {
  return Promise.all(ward.terminals.map((terminal) => attach({ ...terminal, hub: hub.url })));
}

interface Round {
  readonly ward: Ward;
  readonly random: Random;
  isOver: boolean;
}

/** One lane of a client: asks, waits for the answer, asks again, until the line breaks. */
async function write(line: LiveLine, seat: number, round: Round): Promise<void> {
  while (!round.isOver) {
    const asked = nextCommand(seat, round.ward, round.random);
    round.ward.asked.push(asked);
    try {
      asked.answer = await line.command(asked.id, asked.command, asked.payload);
      asked.answeredAt = process.hrtime.bigint();
    } catch {
      return; // The line broke: this command has no answer yet and is asked again after the restart.
    }
  }
}

/** Mostly a ballot that changes; sometimes something that this person may not do, for refusals are answers as well. */
function nextCommand(seat: number, ward: Ward, random: Random): Asked {
  const id = `k-${ward.asked.length}-${seat}`;
  const base = { id, seat, answer: null, answeredAt: 0n };
  if (random() < 0.2) return { ...base, command: 'item/start', payload: { itemId: 'i2' } };
  const choice = ['approve', 'reject', 'abstain'][Math.floor(random() * 3)];
  const payload = {
    voteId: sampleVote.voteId,
    participantId: `p-${writers[seat]}`,
    choice,
    versionId: ward.versionId,
  };
  return { ...base, command: 'ballot/cast', payload };
}

/** Asks again for what was answered, and for what was under way at the kill. */
async function auditAnswers(
  ward: Ward,
  lines: readonly LiveLine[],
  random: Random,
  report: KillLoopReport,
): Promise<void> {
  const recent = ward.asked.slice(ward.roundFrom);
  const older = ward.asked.slice(0, ward.roundFrom).filter(() => random() < oldResends / ward.asked.length);
  await Promise.all([...older, ...recent].map((asked) => askAgain(asked, lines, report)));
}

async function askAgain(asked: Asked, lines: readonly LiveLine[], report: KillLoopReport): Promise<void> {
  const line = lines[asked.seat];
  if (line === undefined) return;
  const again = await line.command(asked.id, asked.command, asked.payload);
  if (asked.answer === null) {
    report.resumed += 1;
    asked.answer = again;
    return;
  }
  report.resends += 1;
  if (canonicalJson(again) !== canonicalJson(asked.answer)) {
    report.losses.push(
      `${asked.id} was answered ${canonicalJson(asked.answer)}, now ${canonicalJson(again)}`,
    );
  }
}

/** After the last kill of a room: everything that was ever answered, asked again and looked up in the log itself. */
async function lastLook(ward: Ward, options: KillLoopOptions, report: KillLoopReport): Promise<void> {
  const hub = await startWard(ward, options);
  const lines = await attachAll(ward, hub);
  for (let from = 0; from < ward.asked.length; from += 200) {
    await Promise.all(ward.asked.slice(from, from + 200).map((asked) => askAgain(asked, lines, report)));
  }
  const exitCode = await hub.end('SIGTERM');
  if (exitCode !== 0) report.losses.push(`the hub ended with ${exitCode}`);
  const logged = readAnswers(ward.data);
  for (const { id, answer } of ward.asked) {
    const inLog = logged.get(id) ?? [];
    const said = answer === null ? 'nothing' : factsOf(answer);
    if (inLog.length !== 1 || inLog[0] !== said) {
      report.losses.push(`${id} was answered ${said}, the log says ${inLog.join(' and ') || 'nothing'}`);
    }
  }
}

/** What the log says about each command: sequence with check code, or with the code of the refusal. */
function readAnswers(data: string): Map<string, string[]> {
  const database = openDatabase(join(data, 'log.sqlite'), data);
  const facts = new Map<string, string[]>();
  for (const entry of createSqliteLog(database).read()) {
    const fact = entry.type === 'command/refused' ? entry.payload.code : checkCode(entry.hash);
    facts.set(entry.commandId, [...(facts.get(entry.commandId) ?? []), `${entry.seq} ${fact}`]);
  }
  database.close();
  return facts;
}

function factsOf(answer: CommandAnswer): string {
  switch (answer.status) {
    case 'accepted':
      return `${answer.seq} ${answer.receipt}`;
    case 'refused':
      return `${answer.seq} ${answer.code}`;
    case 'unavailable':
      return answer.code;
  }
}
