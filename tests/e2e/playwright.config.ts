import { defineConfig, devices } from '@playwright/test';
import { ensureChromium } from '#tests/support/chromium.mjs';

const isRoot = process.getuid?.() === 0;

// oxlint-disable-next-line no-default-export -- Playwright asks for one
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../node_modules/.cache/playwright',
  // A spec serves the site itself, on a port of its own; two at a time fit a small machine.
  workers: 2,
  fullyParallel: true,
  // Generous, because the machine may be busy with something else; a test that passes does not wait for it.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list']],
  globalSetup: './build-first.ts',
  use: {
    ...devices['Pixel 7'],
    // Study days are local days: the specs say where they take place.
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    // Any Chromium will do; Playwright's own is fetched only where there is none.
    launchOptions: { executablePath: await ensureChromium(), args: isRoot ? ['--no-sandbox'] : [] },
    // What is not there in this time is not there: the test then says what it looked for.
    actionTimeout: 20_000,
    trace: 'retain-on-failure',
  },
});
