/** The app in a real browser, outside the end-to-end tests: how it is started, and how a learner's log gets into it. */
import type { LaunchOptions, Page } from '@playwright/test';
import { ensureChromium } from './chromium.mjs';

/** As root, Chromium runs only without its sandbox. */
export const browserArguments: readonly string[] = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

export async function launchOptions(): Promise<LaunchOptions> {
  return { executablePath: await ensureChromium(), args: [...browserArguments] };
}

/** Opens a page of the app, by its address or by one relative to the context's, and waits until the app runs there. */
export async function openApp(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await appStarted(page);
}

/** A prerendered page looks ready before it listens: a click before this would be lost. */
export async function appStarted(page: Page): Promise<void> {
  // Preact keeps its tree on the element that it renders into.
  await page.waitForFunction(() => Object.hasOwn(document.querySelector('#app') ?? {}, '__k'));
}

/** Restores a backup as a learner does, on You, into an app that holds nothing yet; returns once all of it is kept. */
export async function restoreBackup(page: Page, base: string, backup: string): Promise<void> {
  const events = backup.trimEnd().split('\n').length - 1;
  const entries = page.locator('dl > div', { hasText: 'Entries in your log' });
  await openApp(page, `${base}you/`);
  await entries.waitFor();
  const file = { name: 'quorum.jsonl', mimeType: 'application/jsonl', buffer: Buffer.from(backup) };
  await page.locator('input[type=file]').setInputFiles(file);
  await entries.filter({ hasText: new RegExp(`log\\s*${events}$`) }).waitFor();
}
