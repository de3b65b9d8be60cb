import { join, sep } from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
import { buildContent, issueReport, type BuiltContent } from './content-files.ts';

const virtualId = 'virtual:content';
const resolvedId = `\0${virtualId}`;

/**
 * Checks and cuts the course, and serves it: hashed assets under `content/` in the client build, the same paths in
 * development, and `virtual:content` to find them by name. A build stops and lists every issue; development and
 * `--mode draft` only list them.
 */
export function content(): Plugin {
  let root = process.cwd();
  let base = '/';
  let isDraft = false;
  let isTest = false;
  let built: BuiltContent | undefined;
  const current = () => (built ??= buildContent(root));
  return {
    name: 'quorum-content',

    configResolved(config) {
      root = config.root;
      base = config.base;
      isDraft = config.command === 'serve' || config.mode === 'draft';
      isTest = config.mode === 'test';
    },

    buildStart() {
      // The tests of the content tell its issues better than a warning before every other test.
      if (isTest) return;
      const { issues, files } = current();
      if (issues.length === 0) return;
      if (isDraft && files.length > 0) this.warn(issueReport(issues));
      else this.error(issueReport(issues));
    },

    resolveId: (id) => (id === virtualId ? resolvedId : undefined),

    load(id) {
      if (id !== resolvedId) return undefined;
      const files = Object.fromEntries(current().files.map((file) => [file.name, file.url]));
      return `export const contentFiles = ${JSON.stringify(files)};`;
    },

    /** Only the app's own build carries the files; the others share their names. */
    generateBundle() {
      if (this.environment.name !== 'client') return;
      for (const file of current().files) this.emitFile({ type: 'asset', fileName: file.url, source: file.json });
    },

    configureServer(server) {
      const rebuild = (path: string) => {
        if (!path.startsWith(join(root, 'content') + sep)) return;
        built = undefined;
        reload(server, current());
      };
      server.watcher.add(join(root, 'content'));
      server.watcher.on('all', (_, path) => rebuild(path));
      server.middlewares.use((request, response, next) => {
        const path = (request.url ?? '').split('?')[0] ?? '';
        const file = current().files.find((each) => path === base + each.url);
        if (file === undefined) return next();
        response.setHeader('Content-Type', 'application/json');
        response.end(file.json);
      });
    },
  };
}

function reload(server: ViteDevServer, { issues }: BuiltContent): void {
  if (issues.length > 0) server.config.logger.warn(issueReport(issues), { timestamp: true });
  for (const environment of Object.values(server.environments)) {
    const module = environment.moduleGraph.getModuleById(resolvedId);
    if (module !== undefined) environment.moduleGraph.invalidateModule(module);
  }
  server.environments.client.hot.send({ type: 'full-reload' });
}
