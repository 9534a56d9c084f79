import { describe, expect, it } from 'vitest';
import { Children, Stopped } from './children.mjs';

const forever = 'setInterval(() => {}, 1000);';
const stubborn = `process.on('SIGTERM', () => {}); console.log('up'); ${forever}`;

describe('children of a command', () => {
  it('keeps what a captured child wrote, and how it ended', async () => {
    const ended = await new Children().run(process.execPath, ['-e', 'console.log("a"); process.exit(3)'], {
      capture: true,
    });
    expect(ended).toEqual({ code: 3, signal: null, timedOut: false, output: 'a\n' });
  });

  it('ends a child that takes too long, with what it started', async () => {
    const parent = `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(forever)}], { stdio: 'inherit' }); ${forever}`;
    // The pipe closes only when the grandchild is gone too, so an orphan would hang this test.
    const ended = await new Children().run(process.execPath, ['-e', parent], {
      capture: true,
      limitMs: 1000,
    });
    expect(ended).toMatchObject({ timedOut: true, signal: 'SIGKILL' });
  });

  it('stops all, those that do not listen after the grace', async () => {
    const children = new Children();
    const child = children.start(process.execPath, ['-e', stubborn], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => child.stdout?.once('data', resolve));
    await children.stop(50);
    expect(child.signalCode).toBe('SIGKILL');
  });

  it('starts nothing once it is stopping', async () => {
    const children = new Children();
    await children.stop();
    expect(() => children.start(process.execPath, [])).toThrow(Stopped);
  });

  it('says that a run was stopped, not that it failed', async () => {
    const children = new Children();
    const run = children.run(process.execPath, ['-e', forever], { capture: true });
    const outcome = expect(run).rejects.toThrow(Stopped);
    await children.stop();
    await outcome;
  });
});
