import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { stylesheetOf } from '#build/critical-css.ts';
import { frame, pageHtml, type PageParts } from '#build/page-html.ts';

const template = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Quorum</title>
    <script type="module" crossorigin src="/assets/index.js"></script>
    <link rel="modulepreload" crossorigin href="/assets/shell.js">
    <link rel="stylesheet" crossorigin href="/assets/style-1.css">
  </head>
  <body>
    <div id="app"></div>
  </body>
</html>`;

const styles = stylesheetOf('h1{color:red}.other{color:blue}');
const framed = frame(template, styles, '/assets/style-1.css', ['<link rel="icon" href="/icon.svg">']);

const page = (parts: Partial<PageParts>) =>
  pageHtml(framed, {
    title: 'Learn',
    description: 'A course',
    modules: [],
    data: [],
    body: { path: '/learn/', html: '<h1>Learn</h1>' },
    ...parts,
  });

test('the policy comes first and allows the styles that the page carries, and the files of its own host', () => {
  const html = page({});
  const hash = createHash('sha256').update('h1{color:red}').digest('base64');
  expect(html).toMatch(/<head>\n<meta http-equiv="Content-Security-Policy"/);
  expect(html).toContain(`style-src 'self' 'sha256-${hash}'`);
  expect(html).toContain('<style>h1{color:red}</style>');
});

test('the whole stylesheet comes after the page’s own part of it, and late', () => {
  expect(page({})).toContain('</style>\n<link data-late="stylesheet" crossorigin href="/assets/style-1.css">\n</head>');
  expect(page({})).not.toContain('rel="stylesheet"');
});

test('a page says its own path, so that the app knows what it takes over', () => {
  expect(page({})).toContain('<div id="app" data-path="/learn/"><h1>Learn</h1></div>');
});

test('the shell holds no page and names no path', () => {
  expect(page({ body: null })).toContain('<div id="app"></div>');
});

test('a page names what it will need, the entry first, and asks for none of it before it is painted', () => {
  const html = page({ modules: ['/assets/a.js'], data: ['/content/track.json'] });
  const late = [...html.matchAll(/<link data-late="(.*?)" crossorigin href="([^"]+)">/g)].map(([, kind, url]) => [
    kind,
    url,
  ]);
  expect(late).toEqual([
    ['modulepreload', '/assets/index.js'],
    ['modulepreload', '/assets/shell.js'],
    ['modulepreload', '/assets/a.js'],
    ['preload" as="fetch', '/content/track.json'],
    ['stylesheet', '/assets/style-1.css'],
  ]);
  expect(html).not.toMatch(/<script type="module"|rel="(modulepreload|preload)"/);
});

test('a title is text, whatever characters it has', () => {
  expect(page({ title: 'R + W > N & "quorum"' })).toContain('<title>R + W &gt; N &amp; &quot;quorum&quot;</title>');
});

test('a dollar sign in a page is kept as it is', () => {
  expect(page({ body: { path: '/', html: "<p>$& $' $1</p>" } })).toContain("<p>$& $' $1</p>");
});

test.each([
  ['a style attribute', '<p style="color:red">'],
  ['a style attribute between others', '<p class="a" style=color:red id="b">'],
  ['a style element', '<style>p{}</style>'],
  ['a script', '<script src="/x.js"></script>'],
  ['an inline handler', '<a onclick="go()">'],
])('a page with %s stops the build', (_, html) => {
  expect(() => page({ body: { path: '/', html } })).toThrow('which the content security policy refuses');
});

test('words about styles and scripts are no style and no script', () => {
  const html = '<p>Set style="x" and onclick= in &lt;script> by hand.</p>';
  expect(page({ body: { path: '/', html } })).toContain(html);
});

test('a stylesheet that names a file stops the build', () => {
  expect(() => frame(template, stylesheetOf('p{background:url(/paper.png)}'), '/assets/style-1.css', [])).toThrow(
    'names a file',
  );
});
