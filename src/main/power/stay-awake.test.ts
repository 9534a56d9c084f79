import { describe, expect, it } from 'vitest';
import { createSignal } from '../../shared/std/signal.ts';
import { stayAwake } from './stay-awake.ts';

describe('a machine in a meeting', () => {
  it('stays awake while the meeting is open, and only then', () => {
    const started = new Map<number, string>();
    const logged: string[] = [];
    let lastId = 0;
    const meetingIsOpen = createSignal(false);
    const write = (event: string): void => void logged.push(event);
    stayAwake({
      blocker: {
        start: (type) => {
          started.set(++lastId, type);
          return lastId;
        },
        stop: (id) => started.delete(id),
      },
      meetingIsOpen,
      log: { info: write, warn: write, error: write },
    });
    expect(started.size).toBe(0);
    meetingIsOpen.set(true);
    expect([...started.values()]).toEqual(['prevent-display-sleep']);
    meetingIsOpen.set(false);
    expect(started.size).toBe(0);
    meetingIsOpen.set(true);
    expect([...started.keys()]).toEqual([2]);
    expect(logged).toEqual(['power/kept-awake', 'power/may-sleep', 'power/kept-awake']);
  });

  it('stays awake from the start when it was told of an open meeting before', () => {
    const types: string[] = [];
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const blocker = { start: (type: string) => types.push(type), stop: () => true };
    stayAwake({ blocker, meetingIsOpen: createSignal(true), log });
    expect(types).toEqual(['prevent-display-sleep']);
  });
});
