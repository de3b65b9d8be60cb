import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';
import { buildId } from './build/build-id.ts';
import { content } from './build/content-plugin.ts';
import { cssNames } from './build/css-names.ts';
import { sharedChunks } from './build/shared-chunks.ts';
import { sharedWorkers } from './build/shared-workers.ts';
import { site } from './build/site-plugin.ts';

const root = import.meta.dirname;

/** Where the app is served from: `/`, or a folder of a host, as in `BASE_PATH=/quorum/`. */
const base = process.env['BASE_PATH'] || '/';
if (!/^\/([\w.~-]+\/)*$/.test(base)) throw new Error(`BASE_PATH must begin and end with a slash, unlike ${base}`);

export default defineConfig(({ command }) => {
  const id = command === 'build' ? buildId(root) : 'development';
  return {
    root,
    base,
    plugins: [preact({ reactAliasesEnabled: false }), content(), sharedWorkers(), site(id)],
    define: { 'import.meta.env.BUILD_ID': JSON.stringify(id) },
    css: { modules: { generateScopedName: cssNames(root, command !== 'build') } },
    build: {
      target: 'es2022',
      // One stylesheet, which every page carries itself.
      cssCodeSplit: false,
      // A page names its own preloads; what a route needs later comes from the device in no time.
      modulePreload: {
        polyfill: false,
        resolveDependencies: (_file, dependencies, { hostType }) => (hostType === 'html' ? dependencies : []),
      },
      rolldownOptions: { output: { codeSplitting: { groups: sharedChunks } } },
      assetsInlineLimit: 0,
      reportCompressedSize: false,
    },
    worker: { format: 'es' },
    test: {
      // Both of a small machine's cores: nothing else runs meanwhile.
      maxWorkers: '100%',
      projects: [
        {
          extends: true,
          test: {
            name: 'source',
            // A machine may be busy: nothing here is about how fast it is.
            testTimeout: 60_000,
            setupFiles: 'tests/support/every-test.ts',
            include: ['tests/**/*.test.{ts,tsx}'],
            exclude: ['tests/site/**', 'tests/e2e/**'],
          },
        },
        {
          extends: true,
          // Measures what a learner is sent, which is built first where it is missing or stale.
          test: { name: 'site', include: ['tests/site/**/*.test.ts'], globalSetup: 'tests/support/built-site.ts' },
        },
      ],
    },
  };
});
