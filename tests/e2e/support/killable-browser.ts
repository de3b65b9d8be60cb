/** A Chromium of our own, on a profile on the disk, whose processes can all be killed at once. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { chromium, type BrowserContext } from '@playwright/test';
import { browserArguments } from '#tests/support/browser.ts';
import { ensureChromium } from '#tests/support/chromium.mjs';

interface KillableBrowser {
  readonly context: BrowserContext;
  /** SIGKILL to the whole process group. Resolves once the browser is gone. */
  readonly kill: () => Promise<void>;
}

export async function startKillable(folder: string): Promise<KillableBrowser> {
  const words = [
    '--headless=new',
    '--remote-debugging-port=0',
    `--user-data-dir=${folder}`,
    '--no-first-run',
    ...browserArguments,
  ];
  // A group of its own, so that the kill reaches every process of the browser and nothing else.
  const browser = spawn(await ensureChromium(), [...words, 'about:blank'], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const exited = once(browser, 'exit');
  const kill = async () => {
    if (browser.pid !== undefined && browser.exitCode === null && browser.signalCode === null)
      process.kill(-browser.pid, 'SIGKILL');
    await exited;
  };
  try {
    const connected = await chromium.connectOverCDP(await debuggerAddress(browser));
    const [context] = connected.contexts();
    if (context === undefined) throw new Error('the browser has no profile');
    return { context, kill };
  } catch (error) {
    await kill();
    throw error;
  }
}

/** Chromium says on its error output where it listens. */
async function debuggerAddress({ stderr }: ChildProcess): Promise<string> {
  if (stderr === null) throw new Error('the browser has no error output');
  for await (const line of createInterface({ input: stderr })) {
    const [, address] = /DevTools listening on (ws:\S+)/.exec(line) ?? [];
    if (address !== undefined) {
      stderr.resume();
      return address;
    }
  }
  throw new Error('the browser ended before it listened');
}
