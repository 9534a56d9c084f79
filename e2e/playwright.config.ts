import { defineConfig } from '@playwright/test';
import { chromiumPath, chromiumSwitches } from './fixtures/chromium-path.ts';

/** Specs that hold the product to times; nothing else runs beside them. */
const timed = /(meeting|electron-room|electron-revival|versions|viewer|private-layer|vault)\.spec\.ts$/;

const executablePath = chromiumPath(process.env);

/** End-to-end tests. PLAYWRIGHT_JSON_OUTPUT_NAME names the file of the machine-readable report. */
export default defineConfig({
  testDir: 'specs',
  outputDir: '../test-results/e2e',
  globalSetup: './fixtures/room/sample-room.ts',
  workers: 1,
  projects: [
    { name: 'timed', testMatch: timed },
    { name: 'untimed', testMatch: /\.spec\.ts$/, testIgnore: timed },
  ],
  // On a machine that others use too a browser now and then loses a page. What needed its second try is named in the
  // summary, and looked into.
  retries: 1,
  timeout: 60_000,
  forbidOnly: true,
  preserveOutput: 'failures-only',
  reporter: [
    ['list'],
    ['json', { outputFile: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ?? '../test-results/e2e.json' }],
  ],
  use: {
    browserName: 'chromium',
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    screenshot: 'only-on-failure',
    // A recording of every step takes a third of the time of a whole room; it is made when asked for.
    trace: process.env['NGHISU_TRACE'] === undefined ? 'off' : 'retain-on-failure',
    launchOptions: {
      args: chromiumSwitches(),
      ...(executablePath === undefined ? {} : { executablePath }),
    },
  },
});
