import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build, createServer, type InlineConfig, type Rolldown } from 'vite';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { contentFromDisk } from '#build/content-files.ts';
import { content } from '#build/content-plugin.ts';
import { filesOf, paths, soundFixture, type Fixture } from '#tests/content/fixture.ts';

const root = mkdtempSync(join(tmpdir(), 'content-'));
afterAll(() => rmSync(root, { recursive: true }));
beforeEach(() => write(() => undefined));

function write(change: (fixture: Fixture) => void): void {
  const fixture = soundFixture();
  change(fixture);
  const entry = {
    path: 'entry.ts',
    text: `import { contentFiles } from 'virtual:content';\nconsole.log(contentFiles);`,
  };
  for (const file of [...filesOf(fixture), entry]) {
    mkdirSync(dirname(join(root, file.path)), { recursive: true });
    writeFileSync(join(root, file.path), file.text);
  }
}

const config: InlineConfig = { root, configFile: false, logLevel: 'silent', publicDir: false };

async function built(options: { readonly ssr?: boolean; readonly mode?: string } = {}) {
  const result = await build({
    ...config,
    mode: options.mode ?? 'production',
    plugins: [content()],
    build: { write: false, ssr: options.ssr ?? false, rolldownOptions: { input: join(root, 'entry.ts') } },
  });
  const { output } = result as Rolldown.RolldownOutput;
  const code = output.flatMap((file) => (file.type === 'chunk' ? [file.code] : [])).join('');
  return {
    assets: output
      .filter((file) => file.type === 'asset')
      .map((file) => file.fileName)
      .toSorted(),
    code,
  };
}

const breakRules = (fixture: Fixture) => {
  fixture.module.summary = 'It works!';
  fixture.track.quote.source = 'lost';
};

test('the client build carries every file under the name the app knows', async () => {
  const { assets, code } = await built();
  expect(assets).toHaveLength(8);
  for (const asset of assets) {
    expect(asset).toMatch(/^content\/[a-z0-9.-]+-[0-9a-f]{8}\.json$/);
    expect(code).toContain(asset);
  }
});

test('a server build knows the same names and carries no files', async () => {
  const client = await built();
  const server = await built({ ssr: true });
  expect(server.assets).toEqual([]);
  for (const asset of client.assets) expect(server.code).toContain(asset);
});

test('an edit changes the names of the files it touches, and no others', async () => {
  const before = contentFromDisk(root).files.map((file) => file.url);
  write((fixture) => Object.assign(fixture.questions[0] ?? {}, { traps: ['It will not pass.'] }));
  const after = contentFromDisk(root).files.map((file) => file.url);
  expect(after.filter((url) => !before.includes(url)).map((url) => url.replace(/-[0-9a-f]+\.json/, ''))).toEqual([
    'content/questions',
  ]);
});

test('a build stops at content that breaks a rule, and lists every issue', async () => {
  write(breakRules);
  await expect(built()).rejects.toThrow(
    `The content has 2 issues:\n${paths.track}: quote.source: there is no source lost\n${paths.module}: summary: no exclamation marks`,
  );
});

test('a draft is built all the same, unless it cannot be read', async () => {
  write(breakRules);
  expect((await built({ mode: 'draft' })).assets).toHaveLength(8);
  writeFileSync(join(root, paths.track), '{');
  await expect(built({ mode: 'draft' })).rejects.toThrow(`${paths.track}: line 1`);
});

test('in development the files are served under the base', async () => {
  const server = await createServer({
    ...config,
    plugins: [content()],
    base: '/quorum/',
    server: { host: '127.0.0.1', port: 0, watch: null },
  });
  try {
    await server.listen();
    const [file] = contentFromDisk(root).files;
    const origin = server.resolvedUrls?.local[0] ?? '';
    const response = await fetch(`${origin}${file?.url}`);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.text()).toBe(file?.json);
    const code = (await server.transformRequest('virtual:content'))?.code;
    expect(code).toContain(`"track":"${file?.url}"`);
  } finally {
    await server.close();
  }
});

test('a page’s visit knows which files it read', async () => {
  const disk = contentFromDisk(root);
  const page = disk.visit();
  await page.content.track();
  await page.content.module('9.1');
  await page.content.module('9.9');
  expect(page.urls().map((url) => url.replace(/-[0-9a-f]{8}\.json/, ''))).toEqual([
    'content/track',
    'content/module-9.1',
  ]);
  expect(disk.visit().urls()).toEqual([]);
});
