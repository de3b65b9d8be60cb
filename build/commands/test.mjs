// `npm test`: installs what is missing, then runs everything that must hold. Goes on after a failure, so that one run
// tells all. `npm test -- types lint` runs only the steps named.
import { runLocal, setUp } from './set-up.mjs';

setUp();
const { ensureChromium } = await import('../../tests/support/chromium.mjs');

const steps = [
  ['format', () => runLocal('oxfmt', ['--check', '.'])],
  ['types', () => runLocal('tsc', ['-p', 'tsconfig.json'])],
  ['types of the pure folders', () => runLocal('tsc', ['-p', 'src/tsconfig.pure.json'])],
  ['types of the service worker', () => runLocal('tsc', ['-p', 'src/service-worker/tsconfig.json'])],
  ['lint', () => runLocal('oxlint', ['--type-aware', '--deny-warnings'])],
  ['unused code', () => runLocal('knip', [])],
  ['source', () => runLocal('vitest', ['run', '--project', 'source'])],
  ['build', () => runLocal('vite', ['build', '--logLevel', 'warn'])],
  ['what is shipped', () => runLocal('vitest', ['run', '--project', 'site'])],
  [
    'end to end',
    async () =>
      runLocal('playwright', ['test', '-c', 'tests/e2e/playwright.config.ts'], { CHROME_PATH: await ensureChromium() }),
  ],
];

const wanted = process.argv.slice(2);
const chosen = wanted.length === 0 ? steps : steps.filter(([name]) => wanted.some((word) => name.includes(word)));
const failed = [];
for (const [name, step] of chosen) {
  const startedMs = performance.now();
  console.log(`\n── ${name}`);
  if ((await step()) !== 0) failed.push(name);
  console.log(
    `── ${name}: ${failed.includes(name) ? 'FAILED' : 'holds'} (${((performance.now() - startedMs) / 1000).toFixed(1)} s)`,
  );
}

if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}`);
console.log(`\n${chosen.length - failed.length} passed, ${failed.length} failed`);
process.exit(failed.length > 0 ? 1 : 0);
