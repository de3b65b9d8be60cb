import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { browserArguments } from '#tests/support/browser.ts';
import { ensureChromium } from '#tests/support/chromium.mjs';

const quiet = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-extensions',
  '--disable-sync',
  '--mute-audio',
];

/** A Chromium with a new profile, and its DevTools on a port, for as long as `use` takes. No other tool is attached to it. */
export async function withDebuggableChromium<Value>(
  folder: string,
  use: (port: number) => Promise<Value>,
): Promise<Value> {
  const profile = mkdtempSync(join(folder, 'profile-'));
  const words = [
    '--headless=new',
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    ...quiet,
    ...browserArguments,
    'about:blank',
  ];
  const browser = spawn(await ensureChromium(), words, { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise<void>((resolve) => browser.once('exit', () => resolve()));
  try {
    return await use(await portOf(browser.stderr));
  } finally {
    browser.kill();
    await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Chromium says it once it listens. */
function portOf(stderr: NodeJS.ReadableStream): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = '';
    stderr.on('data', (chunk) => {
      said += String(chunk);
      const port = /DevTools listening on ws:\/\/[^:]+:(\d+)\//.exec(said)?.[1];
      if (port !== undefined) resolve(Number(port));
    });
    stderr.once('end', () => reject(new Error(`Chromium did not start: ${said}`)));
  });
}
