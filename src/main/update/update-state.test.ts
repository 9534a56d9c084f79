import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idle, stepUpdate, type UpdateAction, type UpdateEvent, type UpdateState } from './update-state.ts';

const version = '1.2.0';
const quiet = { name: 'offer', version, isQuiet: true } as const;
const busy = { name: 'offer', version, isQuiet: false } as const;
const none = { name: 'offer', version: null, isQuiet: true } as const;
const cut = { name: 'failed', code: 'update/unreachable', isFinal: false } as const;
const forged = { name: 'failed', code: 'update/wrong-signature', isFinal: true } as const;

function run(...events: readonly UpdateEvent[]): { state: UpdateState; actions: UpdateAction[] } {
  let state: UpdateState = idle;
  const actions: UpdateAction[] = [];
  for (const event of events) {
    const step = stepUpdate(state, event);
    state = step.state;
    if (step.action !== 'none') actions.push(step.action);
  }
  return { state, actions };
}

describe('an update of this machine', () => {
  it('is fetched, waits for two quiet moments in a row, and is installed', () => {
    const steps = [quiet, { name: 'progress', percent: 40 }, { name: 'downloaded' }, quiet] as const;
    expect(run(...steps)).toEqual({ state: { name: 'ready', version, calm: 1 }, actions: ['download'] });
    expect(run(...steps, busy, quiet).state).toEqual({ name: 'ready', version, calm: 1 });
    expect(run(...steps, { name: 'meeting' }, quiet).state).toEqual({ name: 'ready', version, calm: 1 });
    expect(run(...steps, quiet)).toEqual({
      state: { name: 'installing', version },
      actions: ['download', 'install'],
    });
  });

  it('waits while a meeting is open, and stops fetching when one opens', () => {
    expect(run(busy)).toEqual({ state: { name: 'offered', version }, actions: [] });
    expect(run(busy, quiet).actions).toEqual(['download']);
    expect(run(quiet, { name: 'meeting' })).toEqual({
      state: { name: 'offered', version },
      actions: ['download', 'cancel'],
    });
    expect(run(quiet, busy).actions).toEqual(['download', 'cancel']);
  });

  it('is dropped when it is taken back, and another one takes its place', () => {
    expect(run(quiet, none)).toEqual({ state: idle, actions: ['download', 'cancel'] });
    expect(run(quiet, { name: 'downloaded' }, none)).toEqual({ state: idle, actions: ['download'] });
    expect(run(quiet, { ...quiet, version: '1.3.0' }, { ...quiet, version: '1.3.0' })).toEqual({
      state: { name: 'downloading', version: '1.3.0', percent: 0, failures: 0 },
      actions: ['download', 'cancel', 'download'],
    });
  });

  it('that could not be fetched is tried again after longer and longer waits', () => {
    const attempts = (offers: number) => {
      let state: UpdateState = idle;
      let count = 0;
      for (let at = 0; at < offers; at += 1) {
        const step = stepUpdate(state, quiet);
        state = step.action === 'download' ? stepUpdate(step.state, cut).state : step.state;
        count += Number(step.action === 'download');
      }
      return count;
    };
    expect([attempts(1), attempts(3), attempts(6), attempts(11), attempts(20)]).toEqual([1, 2, 3, 4, 5]);
  });

  it('that is forged is not tried again, until another one is offered', () => {
    const { state, actions } = run(quiet, forged, quiet, quiet, quiet, quiet);
    expect(state).toMatchObject({ name: 'failed', code: 'update/wrong-signature' });
    expect(actions).toEqual(['download']);
    expect(stepUpdate(state, { ...quiet, version: '1.2.1' }).action).toBe('download');
  });

  it('says when the installer did not run', () => {
    const { state } = run(quiet, { name: 'downloaded' }, quiet, quiet, {
      name: 'failed',
      code: 'update/not-installed',
      isFinal: true,
    });
    expect(state).toMatchObject({ name: 'failed', code: 'update/not-installed' });
  });

  it('is never installed without two quiet answers in a row after it is whole, whatever happens', () => {
    const event: fc.Arbitrary<UpdateEvent> = fc.oneof(
      fc.record({
        name: fc.constant('offer' as const),
        version: fc.constantFrom(null, '1.2.0', '1.3.0'),
        isQuiet: fc.boolean(),
      }),
      fc.constantFrom<UpdateEvent>({ name: 'downloaded' }, { name: 'meeting' }, cut, forged, {
        name: 'progress',
        percent: 5,
      }),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) => {
        expect(rashSteps(events)).toEqual([]);
      }),
    );
  });
});

/** Steps that were taken too early: installs without two quiet answers in a row, downloads at another moment. */
function rashSteps(events: readonly UpdateEvent[]): string[] {
  const rash: string[] = [];
  let state: UpdateState = idle;
  let calm = 0;
  for (const one of events) {
    const step = stepUpdate(state, one);
    if (one.name === 'downloaded' || one.name === 'meeting') calm = 0;
    if (one.name === 'offer') calm = one.isQuiet ? calm + 1 : 0;
    const isQuiet = one.name === 'offer' && one.isQuiet;
    if (step.action === 'install' && (state.name !== 'ready' || calm < 2)) rash.push('install');
    if (step.action === 'download' && !isQuiet) rash.push('download');
    state = step.state;
  }
  return rash;
}
