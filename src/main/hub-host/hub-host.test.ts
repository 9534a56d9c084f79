import { beforeEach, describe, expect, it } from 'vitest';
import { HubHost } from './hub-host.ts';
import type { HubEvents } from './hub-process.ts';
import type { ToHub } from './hub-messages.ts';

const ready = '{"ready":true,"hub":"http://127.0.0.1:4860","roomCode":"4K7Q-PQRS","pins":[{"pin":"482913"}]}';

/** A machine on which hubs are started by the test. */
class Machine {
  now = 1_000_000;
  readonly due: { at: number; run: () => void }[] = [];
  readonly started: { events: HubEvents; sent: ToHub[]; killed: boolean }[] = [];
  readonly logged: string[] = [];
  readonly lines: string[] = [];
  readonly host: HubHost;

  constructor() {
    const write = (event: string, fields = {}): void =>
      void this.logged.push(`${event} ${JSON.stringify(fields)}`);
    this.host = new HubHost({
      start: (events) => {
        const started = { events, sent: [] as ToHub[], killed: false };
        this.started.push(started);
        return {
          send: (message) => void started.sent.push(message),
          kill: () => void (started.killed = true),
        };
      },
      timers: {
        now: () => this.now,
        after: (ms, run) => {
          const due = { at: this.now + ms, run };
          this.due.push(due);
          return () => void (this.due.includes(due) && this.due.splice(this.due.indexOf(due), 1));
        },
      },
      log: { info: write, warn: write, error: write },
      lines: { write: (line) => void this.lines.push(line) },
    });
  }

  get hub() {
    const last = this.started.at(-1);
    if (last === undefined) throw new Error('none was started');
    return last;
  }

  pass(ms: number): void {
    const end = this.now + ms;
    for (;;) {
      const [next] = this.due.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at);
      if (next === undefined) break;
      this.due.splice(this.due.indexOf(next), 1);
      this.now = next.at;
      next.run();
    }
    this.now = end;
  }

  /** The hub answers every ping meanwhile. */
  passAlive(ms: number): void {
    for (let passed = 0; passed < ms; passed += 1_000) {
      this.pass(1_000);
      const { sent, events } = this.hub;
      for (const message of sent) if (message.op === 'ping') events.answered(message.round);
    }
  }
}

describe('a hosted hub', () => {
  let machine: Machine;
  beforeEach(() => void (machine = new Machine()));

  it('is ready when it says so, and nothing of what it says then is logged', () => {
    expect(machine.host.state.get()).toEqual({ is: 'starting' });
    machine.hub.events.said('not that line');
    machine.hub.events.said(ready);
    expect(machine.host.state.get()).toEqual({
      is: 'ready',
      hub: { hub: 'http://127.0.0.1:4860', roomCode: '4K7Q-PQRS' },
    });
    expect(machine.logged.join()).not.toMatch(/4K7Q|482913/);
    expect(machine.lines).toEqual([]);
  });

  it('is started again when it ends, later each time, and at once again after a sound minute', () => {
    const waits: number[] = [];
    for (let times = 0; times < 9; times += 1) {
      machine.hub.events.ended(1);
      waits.push((machine.due[0]?.at ?? 0) - machine.now);
      machine.pass(30_000);
    }
    expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
    machine.hub.events.said(ready);
    machine.passAlive(61_000);
    machine.hub.events.ended(1);
    expect(machine.host.state.get()).toEqual({ is: 'restarting', restarts: 1 });
    machine.pass(500);
    expect(machine.started).toHaveLength(11);
  });

  it('that refuses to start is left alone, with its sentence', () => {
    machine.hub.events.logged('{"level":"info","event":"hub/starting"}');
    machine.hub.events.logged('Thư mục dữ liệu đang được dùng. / The data folder is in use.');
    machine.hub.events.ended(2);
    expect(machine.host.state.get()).toEqual({
      is: 'refused',
      sentence: 'Thư mục dữ liệu đang được dùng. / The data folder is in use.',
    });
    machine.pass(600_000);
    expect(machine.started).toHaveLength(1);
    expect(machine.lines).toHaveLength(2);
  });

  it('that answers no ping for half a minute is killed and started again', () => {
    machine.hub.events.said(ready);
    machine.passAlive(120_000);
    expect(machine.hub.killed).toBe(false);
    machine.pass(35_000);
    expect(machine.hub.killed).toBe(true);
    machine.hub.events.ended(137);
    machine.pass(500);
    expect(machine.started).toHaveLength(2);
  });

  it('is stopped in good order', async () => {
    machine.hub.events.said(ready);
    const stopped = machine.host.stop();
    expect(machine.hub.sent.at(-1)).toEqual({ op: 'stop' });
    machine.hub.events.ended(0);
    await stopped;
    expect(machine.host.state.get()).toEqual({ is: 'stopped' });
    machine.pass(600_000);
    expect(machine.started).toHaveLength(1);
    expect(machine.hub.killed).toBe(false);
  });

  it('that does not stop is killed', async () => {
    machine.hub.events.said(ready);
    const stopped = machine.host.stop();
    machine.pass(8_000);
    expect(machine.hub.killed).toBe(true);
    machine.hub.events.ended(137);
    await stopped;
  });

  it('is not started again while it waits for that and the program ends', async () => {
    machine.hub.events.ended(1);
    await machine.host.stop();
    machine.pass(600_000);
    expect(machine.started).toHaveLength(1);
  });
});
