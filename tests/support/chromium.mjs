// Finds the browser that the tests drive, or gets one: what CHROME_PATH names, one that is installed, Debian's
// package, Playwright's own. `node tests/support/chromium.mjs` prints where it is.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** The path of a Chromium that is here, without installing anything; `undefined` where there is none. */
export async function findChromium() {
  const named = process.env.CHROME_PATH;
  if (named && !isExecutable(named)) throw new Error(`CHROME_PATH names ${named}, which cannot be run.`);
  return named || installedChromium() || (await playwrights());
}

/** The path of a Chromium, which is installed first where there is none. */
export async function ensureChromium() {
  const found = await findChromium();
  if (found) return found;
  const installed = installPackage() ?? (await installPlaywrights());
  if (installed) return installed;
  throw new Error(
    'The end-to-end tests need a Chromium. None was found, and none could be installed: neither with apt-get nor with ' +
      '"npx playwright install chromium". Install Chromium or Chrome, or set CHROME_PATH to one.',
  );
}

function installedChromium() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...places].find(isExecutable);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Debian's package, where there is apt-get and the right to use it. */
function installPackage() {
  if (process.platform !== 'linux') return undefined;
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const run = (...words) => {
    const [command, ...rest] = [...asRoot, ...words];
    return (
      spawnSync(command, rest, { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
        .status === 0
    );
  };
  console.error('No Chromium is here yet: installing the package.');
  const isInstalled = run('apt-get', 'install', '-y', '--no-install-recommends', 'chromium');
  // A machine that has never listed its packages does not know this one.
  const isThere =
    isInstalled || (run('apt-get', 'update') && run('apt-get', 'install', '-y', '--no-install-recommends', 'chromium'));
  return isThere ? installedChromium() : undefined;
}

async function installPlaywrights() {
  console.error('Installing the Chromium of Playwright.');
  const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx';
  const result = spawnSync(npx, ['playwright', 'install', 'chromium'], {
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  return result.status === 0 ? playwrights() : undefined;
}

/** Playwright's own browser, if it has been installed. */
async function playwrights() {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) console.log(await ensureChromium());
