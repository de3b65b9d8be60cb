// Runs a command written in TypeScript, which Node 20 cannot: `node build/run.mjs build/<command>.ts`.
// The file exports `main(root)`, which returns the exit code, or a promise of it.
import { resolve } from 'node:path';
import { runnerImport } from 'vite';

const { module } = await runnerImport(resolve(process.argv[2]), { configFile: false, logLevel: 'error' });
process.exitCode = await module.main(process.cwd());
