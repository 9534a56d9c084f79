import { defineConfig } from 'vitest/config';

const slow = ['**/*.integration.test.ts', '**/*.simulation.test.ts', '**/*.kill-loop.test.ts'];

/** Unit tests over RxDB and an IndexedDB that is put in place for the whole process: each has a process of its own. */
const withGlobals = [
  'src/renderer/data/create-replica.test.ts',
  'src/renderer/bridge/browser/terminal.test.ts',
];

/** One vitest project per stage of `npm test`; the name says what the test costs. */
export default defineConfig({
  test: {
    allowOnly: false,
    passWithNoTests: false,
    restoreMocks: true,
    unstubGlobals: true,
    // The contrast test reads the colours; every other style sheet stays empty in tests.
    css: { include: [/styles\/tokens\.css/] },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['src/**/*.test.{ts,tsx}', 'build/**/*.test.ts', 'bench/**/*.test.ts', 'e2e/**/*.test.ts'],
          exclude: ['**/node_modules/**', ...slow, ...withGlobals],
          // Property tests take long where others use the machine too.
          testTimeout: 30_000,
          // Loading the same modules for every file anew took two thirds of the time. Modules hold no state
          // that changes, so what one file has loaded the next may use.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'unit-alone',
          environment: 'node',
          include: withGlobals,
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          environment: 'node',
          include: ['src/**/*.integration.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'packaging',
          environment: 'node',
          include: ['build/**/*.integration.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'simulation',
          environment: 'node',
          include: ['src/**/*.simulation.test.ts'],
          testTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'kill-loop',
          environment: 'node',
          include: ['src/**/*.kill-loop.test.ts'],
          testTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
