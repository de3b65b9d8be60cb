// What every command needs first: a Node that is new enough, and the packages of the lock file.
// Plain old syntax, so that an old Node gets as far as the sentence that says so.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Runs a command with its output on the screen; its exit code. */
export function run(command, args, env) {
  const options = {
    cwd: root,
    stdio: 'inherit',
    env: Object.assign({}, process.env, env),
    shell: process.platform === 'win32',
  };
  const { status, error } = spawnSync(command, args, options);
  if (error) console.error(`${command} could not be started: ${error.message}`);
  return status === null ? 1 : status;
}

/** Runs a program that the packages brought. */
export const runLocal = (name, args, env) => run(join(root, 'node_modules', '.bin', name), args, env);

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(
    `Quorum needs Node 20.19 or newer, and this is Node ${process.versions.node}. Get a newer one from nodejs.org, then run the command again.`,
  );
  process.exit(1);
}

/** Installs the packages when there are none, or when the lock file changed since. */
function requirePackages() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const mark = join(root, 'node_modules', '.cache', 'installed-lock');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return;
  console.log('Installing the packages…');
  // Not `npm ci`: it refuses a lock file that leaves out another platform's optional packages, as this one does.
  const status = run('npm', ['install', '--no-save', '--no-audit', '--no-fund']);
  if (status !== 0) {
    console.error('npm install failed: the packages could not be installed. Is the network there?');
    process.exit(status);
  }
  mkdirSync(dirname(mark), { recursive: true });
  writeFileSync(mark, lock);
}

export function setUp() {
  requireNode();
  requirePackages();
}
