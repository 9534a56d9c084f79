import { describe, expect, it } from 'vitest';
import { limits } from '../protocol/limits.ts';
import { commandId, layerPartId, meetingId } from '../records/ids.ts';
import { pass } from './testing/linked-room.ts';
import { accepted, ballot, locked, OutboxTerminal } from './testing/outbox-terminal.ts';

const settle = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

describe('keeping a command', () => {
  it('[INV-1] shows, resolves and sends it only once it is durable', async () => {
    const terminal = await new OutboxTerminal(settle).start();
    terminal.channel.live();
    let resolved = false;
    const submitted = terminal.outbox.submit(ballot()).then(() => (resolved = true));
    await settle();
    expect([resolved, terminal.shown, terminal.channel.sentIds]).toEqual([false, [], []]);
    terminal.store.sync();
    await submitted;
    expect([resolved, terminal.shown, terminal.channel.sentIds]).toEqual([true, [['c1', 'waiting']], ['c1']]);
  });

  it('rejects when the disk refuses, and goes on with the next command', async () => {
    const terminal = await new OutboxTerminal(settle).start();
    const first = terminal.outbox.submit(ballot());
    const second = terminal.outbox.submit(ballot('reject'));
    await settle();
    terminal.store.refuse();
    await expect(first).rejects.toThrow('disk full');
    await terminal.sync();
    expect((await second).id).toBe('c2');
    expect(terminal.shown).toEqual([['c2', 'waiting']]);
  });

  it('[INV-1] keeps it over a restart and goes on counting its order', async () => {
    const terminal = await new OutboxTerminal(settle).start();
    await terminal.submit();
    await terminal.restart();
    expect(terminal.shown).toEqual([['c1', 'waiting']]);
    expect((await terminal.submit()).order).toBe(2);
    terminal.channel.live();
    expect(terminal.channel.sentIds).toEqual(['c1']);
  });

  it('rejects a command that the wire would not take, instead of holding up all others', async () => {
    const terminal = await new OutboxTerminal(settle).start();
    terminal.channel.live();
    const title = 'x'.repeat(limits.messageBytes);
    const huge = { type: 'meeting/open', payload: { meetingId: title as never } } as const;
    await expect(terminal.outbox.submit(huge)).rejects.toThrow('larger than the wire takes');
    await terminal.submit({ type: 'meeting/open', payload: { meetingId: meetingId.parse('m1') } });
    expect(terminal.channel.sentIds).toEqual(['c2']);
  });
});

describe('answers', () => {
  it('[INV-4] shows an answer only once it is durable', async () => {
    const terminal = await new OutboxTerminal(settle).start();
    await terminal.submit();
    terminal.channel.live();
    terminal.channel.answer('c1', accepted(4));
    await settle();
    expect(terminal.shown).toEqual([['c1', 'waiting']]);
    await terminal.restart();
    expect(terminal.shown).toEqual([['c1', 'waiting']]);
    terminal.channel.live();
    await terminal.answer('c1', accepted(4));
    await terminal.restart();
    expect(terminal.outbox.entries.get()[0]?.answer).toEqual(accepted(4));
  });

  it('asks for the answer again when the disk refuses to keep it', async () => {
    const terminal = await new OutboxTerminal(settle).start();
    await terminal.submit();
    terminal.channel.live();
    terminal.channel.answer('c1', accepted(4));
    await settle();
    terminal.store.refuse();
    await settle();
    expect(terminal.shown).toEqual([['c1', 'waiting']]);
    pass(terminal.time, limits.reconnectFirstMs);
    expect(terminal.channel.sentIds).toEqual(['c1', 'c1']);
    await terminal.answer('c1', accepted(4));
    expect(terminal.shown).toEqual([['c1', 'accepted']]);
  });

  it('takes no notice of repeated answers and of answers to commands it never made', async () => {
    const terminal = await new OutboxTerminal(settle).start();
    await terminal.submit();
    terminal.channel.live();
    await terminal.answer('c1', accepted(4));
    await terminal.answer('c1', locked);
    await terminal.answer('c77', accepted(5));
    expect(terminal.outbox.entries.get()).toMatchObject([{ id: 'c1', answer: accepted(4) }]);
  });

  it('forgets a refusal that was seen; hides an accepted command but keeps it', async () => {
    const terminal = await new OutboxTerminal(settle).start();
    await terminal.submit();
    await terminal.submit();
    terminal.channel.live();
    await terminal.answer('c1', accepted(1));
    await terminal.answer('c2', locked);
    for (const id of ['c1', 'c2']) void terminal.outbox.dismiss(commandId.parse(id));
    await terminal.sync();
    expect(terminal.shown).toEqual([]);
    expect([...terminal.store.disk.keys()]).toEqual(['c1']);
  });

  it('does not forget a command that still waits', async () => {
    const terminal = await new OutboxTerminal(settle).start();
    await terminal.submit();
    await terminal.outbox.dismiss(commandId.parse('c1'));
    expect(terminal.shown).toEqual([['c1', 'waiting']]);
  });

  it('lets no number of notes push a ballot out of what is kept, and shows few that were taken', async () => {
    const terminal = await new OutboxTerminal(settle).start();
    terminal.channel.live();
    const cast = await terminal.submit();
    await terminal.answer(cast.id, accepted(1));
    for (let at = 0; at < 520; at += 1) {
      const part = { meetingId: meetingId.parse('m1'), partId: layerPartId.parse(`x${at}`), sealed: 'QUJD' };
      // oxlint-disable-next-line no-await-in-loop
      const entry = await terminal.submit({ type: 'layer/append', payload: part });
      // oxlint-disable-next-line no-await-in-loop
      await terminal.answer(entry.id, accepted(at + 2));
    }
    expect(terminal.shown).toHaveLength(21);
    expect(terminal.shown[0]).toEqual([cast.id, 'accepted']);
    const kept = await terminal.store.load();
    expect(kept.map(({ id }) => id)).toContain(cast.id);
    expect(kept).toHaveLength(501);
  });

  it('keeps the last 500 answered commands and every waiting one', async () => {
    const terminal = await new OutboxTerminal(settle).start();
    terminal.channel.live();
    for (let made = 1; made <= 502; made += 1) {
      await terminal.submit();
      await terminal.answer(`c${made}`, accepted(made));
    }
    terminal.channel.session.set(null);
    await terminal.submit();
    expect(terminal.store.disk.size).toBe(501);
    expect(terminal.store.disk.has(commandId.parse('c2'))).toBe(false);
    expect(terminal.shown.at(-1)).toEqual(['c503', 'waiting']);
  });
});
