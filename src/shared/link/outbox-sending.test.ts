import { describe, expect, it } from 'vitest';
import { limits } from '../protocol/limits.ts';
import type { CommandIntent } from '../protocol/commands/command-schemas.ts';
import { callId, commandId, personId, seatLabel } from '../records/ids.ts';
import { pass } from './testing/linked-room.ts';
import {
  accepted,
  ballot,
  busy,
  full,
  lan,
  locked,
  minh,
  OutboxTerminal,
} from './testing/outbox-terminal.ts';

const settle = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

describe('sending', () => {
  it('has one command in flight at a time, in the order they were made', async () => {
    const terminal = await new OutboxTerminal(settle).start();
    await terminal.submit();
    await terminal.submit();
    terminal.channel.live();
    await terminal.submit();
    expect(terminal.channel.sentIds).toEqual(['c1']);
    await terminal.answer('c1', accepted(1));
    expect(terminal.channel.sentIds).toEqual(['c1', 'c2']);
    await terminal.answer('c2', locked);
    expect(terminal.channel.sentIds).toEqual(['c1', 'c2', 'c3']);
    expect(terminal.shown).toEqual([
      ['c1', 'accepted'],
      ['c2', 'refused'],
      ['c3', 'waiting'],
    ]);
  });

  it('[INV-2] sends again under the same id on a new connection and after limits.answerMs', async () => {
    const terminal = await new OutboxTerminal(settle).start();
    await terminal.submit();
    terminal.channel.live();
    pass(terminal.time, limits.answerMs);
    expect(terminal.channel.sentIds).toEqual(['c1', 'c1']);
    terminal.channel.session.set(null);
    pass(terminal.time, limits.answerMs * 3);
    expect(terminal.channel.sentIds).toEqual(['c1', 'c1']);
    terminal.channel.live();
    expect(terminal.channel.sentIds).toEqual(['c1', 'c1', 'c1']);
    expect(new Set(terminal.channel.sent.map((command) => JSON.stringify(command))).size).toBe(1);
  });

  it('keeps a command through weather and tries again, before any later command', async () => {
    const terminal = await new OutboxTerminal(settle).start();
    await terminal.submit();
    await terminal.submit();
    terminal.channel.live();
    await terminal.answer('c1', busy);
    expect(terminal.shown[0]).toEqual(['c1', 'waiting']);
    pass(terminal.time, limits.reconnectFirstMs);
    expect(terminal.channel.sentIds).toEqual(['c1', 'c1']);
    await terminal.answer('c1', accepted(3));
    expect(terminal.channel.sentIds).toEqual(['c1', 'c1', 'c2']);
  });

  it('says what hinders the hub, for as long as it does', async () => {
    const terminal = await new OutboxTerminal(settle).start();
    await terminal.submit();
    terminal.channel.live();
    expect(terminal.outbox.hindrance.get()).toBeNull();
    await terminal.answer('c1', full);
    expect(terminal.outbox.hindrance.get()).toBe('hub/disk-full');
    pass(terminal.time, limits.reconnectFirstMs);
    await terminal.answer('c1', accepted(3));
    expect(terminal.outbox.hindrance.get()).toBeNull();
  });

  it('sends no command in the session of another person, and holds up nobody else’s', async () => {
    const terminal = await new OutboxTerminal(settle).start();
    await terminal.submit(ballot('approve', lan));
    terminal.signedIn = minh;
    await terminal.submit(ballot('reject', minh));
    terminal.channel.live(null);
    expect(terminal.channel.sentIds).toEqual([]);
    terminal.channel.live(minh);
    expect(terminal.channel.sentIds).toEqual(['c2']);
    await terminal.answer('c2', accepted(1));
    expect(terminal.shown).toEqual([
      ['c1', 'waiting'],
      ['c2', 'accepted'],
    ]);
    terminal.channel.live(lan);
    expect(terminal.channel.sentIds).toEqual(['c2', 'c1']);
  });

  it('sends nothing after stop()', async () => {
    const terminal = await new OutboxTerminal(settle).start();
    await terminal.submit();
    terminal.channel.live();
    terminal.outbox.stop();
    terminal.channel.live();
    pass(terminal.time, limits.answerMs);
    expect(terminal.channel.sentIds).toEqual(['c1']);
  });
});

describe('a new epoch', () => {
  it('[INV-1] sends accepted commands again, in order and before waiting ones, under their ids', async () => {
    const terminal = await new OutboxTerminal(settle).start();
    await terminal.submit();
    await terminal.submit();
    await terminal.submit();
    terminal.channel.live();
    await terminal.answer('c1', accepted(1));
    await terminal.answer('c2', locked);
    void terminal.outbox.dismiss(commandId.parse('c1'));
    await terminal.sync();
    terminal.channel.session.set(null);
    terminal.channel.live(lan, 2);
    expect(terminal.channel.sentIds.slice(-1)).toEqual(['c1']);
    await terminal.answer('c1', accepted(1));
    expect(terminal.channel.sentIds.slice(-1)).toEqual(['c3']);
    terminal.channel.live(lan, 2);
    await terminal.answer('c3', accepted(7, 2));
    await terminal.restart();
    terminal.channel.live(lan, 2);
    expect(terminal.channel.sentIds).toEqual([]);
  });

  it('[INV-4] shows what the restored hub makes of a command that the lost one had accepted', async () => {
    const terminal = await new OutboxTerminal(settle).start();
    await terminal.submit();
    terminal.channel.live();
    await terminal.answer('c1', accepted(5));
    terminal.channel.live(lan, 2);
    expect(terminal.shown).toEqual([['c1', 'accepted']]);
    await terminal.answer('c1', { ...locked, epoch: 2 });
    expect(terminal.shown).toEqual([['c1', 'refused']]);
  });
});

describe('people who come and go at a terminal', () => {
  const a = personId.parse('n-a');
  const b = personId.parse('n-b');

  it('[SUB-4] sends nothing of the person before under the name of a substitute in the same place', async () => {
    const terminal = await new OutboxTerminal(settle).start();
    terminal.person = a;
    await terminal.submit(ballot('approve', lan));
    terminal.channel.live(lan, 1, b);
    expect(terminal.channel.sentIds).toEqual([]);
    terminal.channel.live(lan, 1, a);
    expect(terminal.channel.sentIds).toEqual(['c1']);
  });

  it('[CALL-1] sends a call that nobody signed in had made, whoever signs in before the link is back', async () => {
    const terminal = await new OutboxTerminal(settle).start();
    terminal.signedIn = null;
    await terminal.submit(call);
    terminal.channel.live(lan);
    expect(terminal.channel.sentIds).toEqual(['c1']);
  });

  it('[CALL-2] sends a call of one person in no session of another', async () => {
    const terminal = await new OutboxTerminal(settle).start();
    await terminal.submit(call);
    terminal.channel.live(minh);
    terminal.channel.live(null);
    expect(terminal.channel.sentIds).toEqual([]);
  });

  it('[SEAT-4] forgets what waits for somebody else when that is discarded, and never what it may still send', async () => {
    const terminal = await new OutboxTerminal(settle).start();
    await terminal.submit();
    await terminal.outbox.dismiss(commandId.parse('c1'));
    await terminal.sync();
    expect(terminal.shown).toEqual([['c1', 'waiting']]);
    terminal.signedIn = minh;
    void terminal.outbox.dismiss(commandId.parse('c1'));
    await terminal.sync();
    expect(terminal.shown).toEqual([]);
    await terminal.restart();
    expect(terminal.shown).toEqual([]);
  });
});

describe('a restored hub, and nobody here who could send again', () => {
  /** A ballot that epoch 1 has taken; then its person has gone from here and a hub of epoch 2 answers. */
  async function taken(): Promise<OutboxTerminal> {
    const terminal = await new OutboxTerminal(settle).start();
    terminal.channel.live();
    await terminal.submit();
    await terminal.answer('c1', accepted(3));
    void terminal.outbox.dismiss(commandId.parse('c1'));
    await terminal.sync();
    terminal.signedIn = null;
    terminal.channel.live(null, 2);
    return terminal;
  }

  it('[SEAT-4] is asked whether it has it, and sent nothing', async () => {
    const terminal = await taken();
    expect(terminal.channel.recollected).toEqual(['c1']);
    expect(terminal.channel.sentIds).toEqual(['c1']);
    terminal.channel.remember(['c1'], ['c1']);
    await terminal.sync();
    expect(terminal.shown).toEqual([]);
    terminal.channel.live(null, 2);
    expect(terminal.channel.recollected).toEqual(['c1']);
  });

  it('[SEAT-4] a ballot that it has lost waits again and is shown, until its person is here', async () => {
    const terminal = await taken();
    terminal.channel.remember(['c1'], []);
    await terminal.sync();
    expect(terminal.shown).toEqual([['c1', 'waiting']]);
    await terminal.restart();
    expect(terminal.shown).toEqual([['c1', 'waiting']]);
    terminal.signedIn = lan;
    terminal.channel.live(lan, 2);
    expect(terminal.channel.sentIds).toEqual(['c1']);
  });
});

describe('a hub of the same epoch with another history', () => {
  it('[INV-10] is sent again what the former one has taken, once for each history', async () => {
    const terminal = await new OutboxTerminal(settle).start();
    terminal.channel.live();
    await terminal.submit();
    await terminal.answer('c1', accepted(3));
    terminal.channel.live();
    expect(terminal.channel.sentIds).toEqual(['c1']);
    terminal.channel.liveIn(1);
    expect(terminal.channel.sentIds).toEqual(['c1', 'c1']);
    await terminal.answer('c1', accepted(8));
    terminal.channel.liveIn(1);
    expect(terminal.channel.sentIds).toEqual(['c1', 'c1']);
    expect(terminal.channel.answered.map(({ history, seq }) => [history, seq])).toEqual([
      [0, 3],
      [1, 8],
    ]);
  });

  it('[INV-10] is told after a restart of the answers that are kept', async () => {
    const terminal = await new OutboxTerminal(settle).start();
    terminal.channel.live();
    await terminal.submit();
    await terminal.answer('c1', accepted(3));
    const told = { epoch: 1, history: 0, seq: 3, check: 'RCPT-3' };
    expect(terminal.channel.answered).toEqual([told]);
    await terminal.restart();
    expect(terminal.channel.answered).toContainEqual(told);
  });

  it('[INV-10] [SEAT-4] is asked after what people who have left had sent', async () => {
    const terminal = await new OutboxTerminal(settle).start();
    terminal.channel.live();
    await terminal.submit();
    await terminal.answer('c1', accepted(3));
    terminal.signedIn = null;
    terminal.channel.liveIn(1, null);
    expect(terminal.channel.recollected).toEqual(['c1']);
    terminal.channel.remember(['c1'], []);
    await terminal.sync();
    expect(terminal.shown).toEqual([['c1', 'waiting']]);
  });
});

const call: CommandIntent = {
  type: 'call/make',
  payload: { callId: callId.parse('k1'), meetingId: null, seat: seatLabel.parse('A07'), kind: 'help' },
};
