import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve, type ServedSite } from '#build/serve.mjs';

let root: string;
let site: ServedSite;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'quorum-serve-'));
  mkdirSync(join(root, 'site/learn/5.1'), { recursive: true });
  writeFileSync(join(root, 'secret.txt'), 'secret');
  writeFileSync(join(root, 'site/index.html'), 'home');
  writeFileSync(join(root, 'site/about.html'), 'about');
  writeFileSync(join(root, 'site/404.html'), 'shell');
  writeFileSync(join(root, 'site/boot.js'), 'boot()');
  writeFileSync(join(root, 'site/learn/5.1/index.html'), 'module');
  site = await serve({ root: join(root, 'site'), base: '/quorum/', noStore: true });
});

afterAll(async () => {
  await site.close();
  rmSync(root, { recursive: true });
});

/** Asks as a browser does, but follows no redirect and leaves the path as it is. */
function ask(path: string): Promise<{ status: number | undefined; headers: Record<string, unknown>; text: string }> {
  const { hostname, port } = new URL(site.url);
  return new Promise((done, fail) => {
    const asked = request({ hostname, port, path }, (response) => {
      let text = '';
      response.on('data', (part) => (text += part));
      response.on('end', () => done({ status: response.statusCode, headers: response.headers, text }));
    });
    asked.on('error', fail).end();
  });
}

test('a folder is a page, by its slash', async () => {
  expect(await ask('/quorum/learn/5.1/')).toMatchObject({ status: 200, text: 'module' });
});

test('a folder without its slash is sent to it, with its question', async () => {
  const { status, headers } = await ask('/quorum/learn/5.1?from=here');
  expect([status, headers['location']]).toEqual([301, '/quorum/learn/5.1/?from=here']);
});

test('a page file answers without its extension', async () => {
  expect(await ask('/quorum/about')).toMatchObject({ status: 200, text: 'about' });
});

test('what is not there gets the 404 page, and says so', async () => {
  expect(await ask('/quorum/learn/9.9/')).toMatchObject({ status: 404, text: 'shell' });
});

test('nothing is served beside the base path', async () => {
  expect(await ask('/learn/')).toMatchObject({ status: 404, text: 'Not found' });
});

test.each(['/quorum/../secret.txt', '/quorum/..%2fsecret.txt', '/quorum/%2e%2e/secret.txt', '/quorum/%'])(
  'no path leads out of the folder: %s',
  async (path) => {
    expect((await ask(path)).text).not.toBe('secret');
  },
);

test('a script is sent as a script, and kept by no cache when that is asked for', async () => {
  const { headers } = await ask('/quorum/boot.js');
  expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
  expect(headers['cache-control']).toBe('no-store');
});

test('text is compressed for whoever understands it', async () => {
  const response = await fetch(`${site.url}boot.js`, { headers: { 'accept-encoding': 'gzip' } });
  expect(response.headers.get('content-encoding')).toBe('gzip');
  expect(await response.text()).toBe('boot()');
});
