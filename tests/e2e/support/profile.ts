/** A browser whose profile is on the disk, so that it can be closed, or killed, and opened again. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type BrowserContextOptions, type LaunchOptions } from '@playwright/test';

/** As in the configuration, which knows only the contexts that Playwright makes for a test. */
const ACTION_LIMIT_MS = 20_000;

interface Profile {
  /** Starts the browser on this profile at `time`, which then stands still. */
  readonly start: (time: Date) => Promise<BrowserContext>;
  readonly remove: () => Promise<void>;
}

export async function createProfile(options: LaunchOptions & BrowserContextOptions): Promise<Profile> {
  const folder = await mkdtemp(join(tmpdir(), 'quorum-profile-'));
  return {
    start: async (time) => {
      const context = await chromium.launchPersistentContext(folder, options);
      context.setDefaultTimeout(ACTION_LIMIT_MS);
      await context.clock.setFixedTime(time);
      return context;
    },
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}
