import { describe, expect, it } from 'vitest';

/** Every source of the windows, by its path. */
const sources = import.meta.glob<string>(['../features/**/*.{ts,tsx}', '../windows/**/*.{ts,tsx}'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** What of the data is a moment by this machine's own clock. */
const ownMoments = /\b(?:entry\.madeAt|own\.at|state\.at|link\.since|wholeAt)\b/;

/**
 * Another terminal's clock is shown as that, beside the hub's: when somebody pressed there while the link was gone. Of
 * the links on IT's page the hub tells, by its own clock.
 */
const elsewhere = new Set([
  '../features/floor/use-speech-words.ts',
  '../features/room-check/StrandedPanel.tsx',
  '../features/room-health/health-cells.tsx',
]);

describe('the times on the screen', () => {
  it('[AT-08] are the room’s: a moment by this machine’s own clock is put right before it is written', () => {
    expect(Object.keys(sources).length).toBeGreaterThan(150);
    const written = Object.entries(sources).flatMap(([path, text]) =>
      [...text.matchAll(/format\.(?:time|timeWithSeconds|at|date)\(([^;]*?)\)[,)}`]/g)].map(
        ([whole, argument = '']) => ({ path, whole, argument }),
      ),
    );
    const own = written.filter(({ path, argument }) => ownMoments.test(argument) && !elsewhere.has(path));
    expect(own.length).toBeGreaterThan(7);
    expect(own.filter(({ argument }) => !/\bownTime\(/.test(argument))).toEqual([]);
  });

  it('are never asked of this machine alone: the clock of a window is read in one place', () => {
    const readers = Object.entries(sources)
      .filter(([path, text]) => !path.includes('.test.') && /Date\.now\(\)|new Date\(\)/.test(text))
      .map(([path]) => path);
    // How much longer a pairing window stands open is counted on IT's own machine.
    expect(readers.filter((path) => !path.startsWith('../features/pairing/'))).toEqual([]);
  });
});
