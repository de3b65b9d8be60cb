/** What every page must be, read from the files as they are served. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { routes } from '#app/render.tsx';
import { contentFromDisk } from '#build/content-files.ts';
import { siteBytes } from '#build/site-bytes.ts';
import { dist, root } from '#tests/support/built-site.ts';

const site = siteBytes(dist);
const pages = site.pages.map((file) => ({ file, html: site.read(file) }));

/** The pages that break a rule, by file. */
const breaking = (rule: (html: string) => boolean) => pages.filter(({ html }) => !rule(html)).map(({ file }) => file);

test('every route has a page, which names its own path', async () => {
  const paths = await routes(contentFromDisk(root).visit().content);
  const wrong = paths.filter((path) => {
    const file = `${path.slice(1)}index.html`;
    return !site.files.includes(file) || !site.read(file).includes(`<div id="app" data-path="${path}">`);
  });
  expect(wrong).toEqual([]);
});

test('an address without a page of its own gets the empty shell', () => {
  expect(site.read('404.html')).toBe(site.read('shell.html'));
  expect(site.read('shell.html')).toContain('<div id="app"></div>');
});

test('every page begins with a policy that allows its own styles, those of its host, and nothing else', () => {
  const holds = (html: string) => {
    const [, stylesheet] = /<style>([^]*?)<\/style>/.exec(html) ?? [];
    const [, policy] = /<head>\s*<meta http-equiv="Content-Security-Policy" content="([^"]+)">/.exec(html) ?? [];
    const hash = createHash('sha256')
      .update(stylesheet ?? '')
      .digest('base64');
    const allows = new Map(policy?.split('; ').map((directive) => [directive.split(' ')[0], directive] as const));
    return (
      allows.get('default-src') === "default-src 'none'" &&
      allows.get('script-src') === "script-src 'self'" &&
      allows.get('style-src') === `style-src 'self' 'sha256-${hash}'`
    );
  };
  expect(breaking(holds)).toEqual([]);
});

test('no page holds a style attribute, an inline script or a second stylesheet', () => {
  expect(breaking((html) => !/<[a-z][^<>]*\sstyle=/i.test(html))).toEqual([]);
  expect(breaking((html) => [...html.matchAll(/<script\b[^>]*>/g)].every(([tag]) => /\ssrc="/.test(tag)))).toEqual([]);
  expect(breaking((html) => html.match(/<style\b/g)?.length === 1)).toEqual([]);
});

test('everything that a page names is there', () => {
  const missing = pages.flatMap(({ file, html }) =>
    [...html.matchAll(/<(?:script|link)\b[^>]*\s(?:src|href)="([^"]+)"/g)]
      .map(([, url]) => url ?? '')
      .filter((url) => !url.startsWith(site.base) || !site.files.includes(url.slice(site.base.length)))
      .map((url) => `${file}: ${url}`),
  );
  expect(missing).toEqual([]);
});

test('every page has a title of its own and one h1', () => {
  const withBody = pages.filter(({ html }) => !html.includes('<div id="app"></div>'));
  const titles = withBody.map(({ html }) => /<title>(.*?)<\/title>/.exec(html)?.[1]);
  expect(titles.filter((title, index) => !title || titles.indexOf(title) !== index)).toEqual([]);
  expect(withBody.filter(({ html }) => html.match(/<h1\b/g)?.length !== 1).map(({ file }) => file)).toEqual([]);
});
