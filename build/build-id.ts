import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Everything a build is made from. */
const sources = ['index.html', 'vite.config.ts', 'package-lock.json', 'build', 'content', 'public', 'src'];

/** Names a build by what went into it, so that the same sources always give the same build. `BUILD_ID` overrides it. */
export function buildId(root: string): string {
  if (process.env['BUILD_ID']) return process.env['BUILD_ID'];
  const digest = createHash('sha256');
  for (const source of sources) addTo(digest, root, source);
  return digest.digest('hex').slice(0, 8);
}

function addTo(digest: ReturnType<typeof createHash>, root: string, path: string): void {
  const file = join(root, path);
  if (statSync(file).isDirectory()) {
    for (const name of readdirSync(file).sort()) addTo(digest, root, `${path}/${name}`);
  } else {
    digest.update(`${path}\0`).update(readFileSync(file)).update('\0');
  }
}
