/** The order of the build: the app, its renderer, every page, the service worker. `id` names the version. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { minifySync, type Plugin, type ResolvedConfig } from 'vite';
import { takeClientBundle, type ClientBundle } from './client-bundle.ts';
import { contentFromDisk } from './content-files.ts';
import { drawIcon, icons } from './icons.ts';
import { prerender } from './prerender.ts';
import { writeServiceWorker } from './service-worker.ts';
import { webManifest } from './web-manifest.ts';

export function site(id: string): Plugin {
  let config: ResolvedConfig;
  let client: ClientBundle | undefined;
  // Beside the packages, so that the renderer finds them; by process, so that two builds never meet.
  const cache = `node_modules/.cache/quorum-${process.pid}`;

  return {
    name: 'quorum:site',
    apply: 'build',

    config: () => ({
      builder: { sharedConfigBuild: true },
      environments: {
        renderer: {
          consumer: 'server',
          build: {
            outDir: `${cache}/renderer`,
            copyPublicDir: false,
            minify: false,
            rolldownOptions: { input: 'src/app/render.tsx', output: { entryFileNames: 'render.js' } },
          },
        },
        serviceWorker: {
          consumer: 'client',
          build: {
            outDir: `${cache}/service-worker`,
            copyPublicDir: false,
            rolldownOptions: {
              input: 'src/service-worker/service-worker.ts',
              output: { format: 'iife', entryFileNames: 'sw.js', codeSplitting: false },
            },
          },
        },
      },
    }),

    configResolved(resolved) {
      config = resolved;
    },

    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        if (this.environment.name !== 'client') return;
        client = takeClientBundle(bundle, config.root);
        for (const icon of icons) {
          this.emitFile({ type: 'asset', fileName: icon.file, source: drawIcon(config.publicDir, icon) });
        }
        const manifest = webManifest(config.base, config.publicDir);
        this.emitFile({ type: 'asset', fileName: 'manifest.webmanifest', source: JSON.stringify(manifest) });
        // Says of a folder, or of a deployed site, what it was built from.
        const version = { id, base: config.base, mode: config.mode };
        this.emitFile({ type: 'asset', fileName: 'version.json', source: JSON.stringify(version) });
      },
    },

    async buildApp(builder) {
      const build = async (name: string) => {
        const environment = builder.environments[name];
        if (!environment) throw new Error(`the build has no environment ${name}`);
        await builder.build(environment);
      };
      const outDir = resolve(config.root, config.build.outDir);
      try {
        await build('client');
        if (!client) throw new Error('the app was not built');
        minifyInPlace(join(outDir, 'boot.js'));
        await build('renderer');
        const pages = await prerender({
          client,
          renderer: resolve(config.root, cache, 'renderer/render.js'),
          content: contentFromDisk(config.root),
          base: config.base,
          outDir,
        });
        await build('serviceWorker');
        await writeServiceWorker({ built: join(config.root, cache, 'service-worker/sw.js'), outDir, pages });
        config.logger.info(`${pages.length} pages`);
      } finally {
        rmSync(join(config.root, cache), { recursive: true, force: true });
      }
    },
  };
}

/** The one script that no bundler sees. */
function minifyInPlace(file: string): void {
  writeFileSync(file, minifySync(file, readFileSync(file, 'utf8')).code);
}
