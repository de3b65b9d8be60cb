import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';
import { buildId } from './build/build-id.ts';
import { content } from './build/content-plugin.ts';
import { cssNames } from './build/css-names.ts';
import { site } from './build/site-plugin.ts';

const root = import.meta.dirname;

/** Where the app is served from: `/`, or a folder of a host, as in `BASE_PATH=/quorum/`. */
const base = process.env['BASE_PATH'] || '/';
if (!/^\/([\w.~-]+\/)*$/.test(base)) throw new Error(`BASE_PATH must begin and end with a slash, unlike ${base}`);

/** What every screen stands on goes into one file: many small ones cost each learner kilobytes more. */
const shell = new RegExp(
  [
    'node_modules/(preact|@preact|preact-iso)/',
    'src/app/(app|app-navigation|apply-settings|create-services|layout|page|rebuilt|routes|scroll-and-focus|start|styles)\\.',
    'src/base/',
    'src/content/(markup|revision)\\.',
    'src/figures/prose\\.',
    'src/screens/(page-header|storage-notice)\\.',
    'src/services/(browser-device|chunk-reload|clock|content-service|fetched-content|first-paint|lazy-progress|named-content|navigation-service|services|update-service)\\.',
    'src/ui/styles/',
    'src/ui/(answered-options|button|button-row|class-names|deferred|foot|icon|icon-button|key-hint|kicker|live-region|mark|markup|markup-context|option-list|question-group|screen-header|sheet|shortcuts-enabled|source-anchor|term)\\.',
  ].join('|'),
);

/** What a screen that only shows progress reads it with. */
const days = /src\/(progress\/event|scheduling\/(durable|forgetting-curve|study-day)|services\/(durable-concepts|settings))\./;

/** What is needed wherever cards are graded. */
const review = /node_modules\/ts-fsrs\/|src\/scheduling\/(card-schedule|fsrs|fuzz|heap|memory|mix|queue|session)\.|src\/services\/(grading|todays-queue)\./;

/** What writes to the log. */
const recording = /src\/progress\/(card|check|day|design-review|reading|settings)-projection|src\/progress\/(projection|projections|replay|subjects)\.|src\/storage\/(card-memory|projecting|recording|transaction)\./;

export default defineConfig(({ command }) => {
  const id = command === 'build' ? buildId(root) : 'development';
  return {
    root,
    base,
    plugins: [preact({ reactAliasesEnabled: false }), content(), site(id)],
    define: { 'import.meta.env.BUILD_ID': JSON.stringify(id) },
    css: { modules: { generateScopedName: cssNames(root, command !== 'build') } },
    build: {
      target: 'es2022',
      // One stylesheet, which every page carries itself.
      cssCodeSplit: false,
      // A page names its own preloads; what a route needs later comes from the device in no time.
      modulePreload: { polyfill: false, resolveDependencies: (_file, dependencies, { hostType }) => (hostType === 'html' ? dependencies : []) },
      rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'shell', test: shell }, { name: 'days', test: days }, { name: 'review', test: review }, { name: 'recording', test: recording }] } } },
      assetsInlineLimit: 0,
      reportCompressedSize: false,
    },
    worker: { format: 'es' },
    test: {
      projects: [
        {
          extends: true,
          test: {
            name: 'source',
            // A machine may be busy: nothing here is about how fast it is.
            testTimeout: 60_000,
            setupFiles: 'tests/support/fixed-seed.ts',
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
