import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CommandAnswer } from '../protocol/answer.ts';
import type { CommandMessage } from '../protocol/command.ts';
import { limits } from '../protocol/limits.ts';
import { commandId } from '../records/ids.ts';
import { pass } from './testing/linked-room.ts';
import { accepted, ballot, busy, locked, OutboxTerminal } from './testing/outbox-terminal.ts';

const settle = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

/** A hub as far as an outbox can tell: the first arrival of an id decides, every arrival gets that answer. */
class ModelHub {
  readonly effects: string[] = [];
  readonly #answers = new Map<string, CommandAnswer>();

  arrive(id: string, epoch: number): CommandAnswer {
    const known = this.#answers.get(id);
    if (known !== undefined) return known;
    this.effects.push(id);
    const seq = this.effects.length;
    const answer: CommandAnswer = seq % 4 === 0 ? { ...locked, epoch, seq } : accepted(seq, epoch);
    this.#answers.set(id, answer);
    return answer;
  }

  answerOf(id: string): CommandAnswer | undefined {
    return this.#answers.get(id);
  }
}

const steps = [
  'submit',
  'sync',
  'refuse',
  'connect',
  'break',
  'arrive',
  'lose',
  'answer',
  'weather',
  'pass',
  'restart',
];

describe('any interleaving', () => {
  it('[INV-2] gives each durable command one effect, in order, and shows its answer in the end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...steps), { maxLength: 80 }), async (plan) => {
        const terminal = await new OutboxTerminal(settle).start();
        const hub = new ModelHub();
        const durable: string[] = [];
        let up: CommandMessage[] = [];
        let down: string[] = [];
        const collect = (): void => void up.push(...terminal.channel.sent.splice(0));
        const forgetWire = (): void => {
          terminal.channel.sent.length = 0;
          up = [];
          down = [];
        };
        const act: Record<string, () => unknown> = {
          submit: () =>
            void terminal.outbox.submit(ballot()).then(
              (entry) => durable.push(entry.id),
              () => undefined,
            ),
          sync: () => terminal.store.sync(),
          refuse: () => terminal.store.refuse(),
          connect: () => {
            forgetWire();
            terminal.channel.live();
          },
          break: () => {
            terminal.channel.session.set(null);
            forgetWire();
          },
          arrive: () => {
            const command = up.shift();
            if (command === undefined) return;
            hub.arrive(command.id, 1);
            down.push(command.id);
          },
          lose: () => up.shift(),
          answer: () => {
            const id = down.shift();
            const answer = id === undefined ? undefined : hub.answerOf(id);
            if (id !== undefined && answer !== undefined) terminal.channel.answer(id, answer);
          },
          weather: () => {
            const command = up.shift();
            if (command !== undefined) terminal.channel.answer(command.id, busy);
          },
          pass: () => pass(terminal.time, limits.answerMs),
          restart: async () => {
            forgetWire();
            await terminal.restart();
          },
        };
        const run = async (step: string): Promise<void> => {
          await act[step]?.();
          await settle();
          collect();
          for (const id of durable) expect(terminal.store.disk.has(commandId.parse(id))).toBe(true);
        };
        for (const step of plan) await run(step);
        await run('connect');
        for (let round = 0; round < 4 * plan.length + 8; round += 1) {
          for (const step of ['sync', 'arrive', 'answer', 'sync']) await run(step);
        }
        const entries = terminal.outbox.entries.get();
        expect(new Set(hub.effects).size).toBe(hub.effects.length);
        expect(hub.effects).toEqual(entries.map((entry) => entry.id));
        expect(entries.map((entry) => entry.answer)).toEqual(entries.map((entry) => hub.answerOf(entry.id)));
        expect(durable.every((id) => entries.some((entry) => entry.id === id))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
