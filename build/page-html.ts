import { contentSecurityPolicy } from './content-security-policy.ts';
import type { Stylesheet } from './critical-css.ts';

export interface PageParts {
  readonly title: string;
  readonly description: string;
  /** What the browser is told to fetch early, as addresses. */
  readonly modules: readonly string[];
  readonly data: readonly string[];
  /** The page's own path, and what is in it; `null` for the shell, which any address may be given. */
  readonly body: { readonly path: string; readonly html: string } | null;
}

const escapeHtml = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** Replaces the one place where `pattern` is found; a template without it is not the one this was written for. */
function replaceOnce(html: string, pattern: RegExp, replacement: string): string {
  const found = html.match(new RegExp(pattern, 'g'))?.length ?? 0;
  if (found !== 1) throw new Error(`index.html has ${pattern} ${found} times, and needs it once`);
  return html.replace(pattern, () => replacement);
}

/** The template as Vite wrote it, and what every page is made of. */
export interface Frame {
  readonly template: string;
  readonly stylesheet: Stylesheet;
  /** Where the whole of the stylesheet is. */
  readonly stylesheetUrl: string;
}

/** Makes the template, as Vite wrote it, the frame of every page. */
export function frame(
  template: string,
  stylesheet: Stylesheet,
  stylesheetUrl: string,
  headLinks: readonly string[],
): Frame {
  if (/<\/style/i.test(stylesheet.whole)) throw new Error('the stylesheet holds </style');
  if (/url\((?!["']?(data:|#))/i.test(stylesheet.whole)) {
    throw new Error('the stylesheet names a file by url(): it would be looked for beside each page');
  }
  const html = replaceOnce(template, /<link rel="stylesheet"[^>]*>/, '')
    .replace(/\n\s*/g, '\n')
    .trim();
  return {
    template: replaceOnce(startedLate(html), /<\/head>/, [...headLinks, '</head>'].join('\n')),
    stylesheet,
    stylesheetUrl,
  };
}

/** `boot.js` starts the app once the page is painted: until then nothing competes with the page for a slow line. */
function startedLate(html: string): string {
  const script = /<script type="module" crossorigin src="([^"]+)"><\/script>/;
  const entry = script.exec(html)?.[1] ?? '';
  return replaceOnce(html, script, lateLink('modulepreload', entry)).replaceAll(
    '<link rel="modulepreload" ',
    '<link data-late="modulepreload" ',
  );
}

const lateLink = (kind: 'modulepreload' | 'stylesheet' | 'preload" as="fetch', url: string): string =>
  `<link data-late="${kind}" crossorigin href="${url}">`;

/** One page of the site: policy first, the part of the stylesheet that it needs in the page itself, the whole of it late. */
export function pageHtml(framed: Frame, { title, description, modules, data, body }: PageParts): string {
  const { template, stylesheet, stylesheetUrl } = framed;
  const style = stylesheet.criticalOf(body?.html ?? '');
  const named = [
    `<title>${escapeHtml(title)}</title>`,
    `<meta name="description" content="${escapeHtml(description)}">`,
  ];
  // The whole stylesheet comes after its part: where both have a rule, the order of the whole is what counts.
  const head = [
    ...modules.map((url) => lateLink('modulepreload', url)),
    ...data.map((url) => lateLink('preload" as="fetch', url)),
    `<style>${style}</style>`,
    lateLink('stylesheet', stylesheetUrl),
    '</head>',
  ];
  const policy = `<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(style)}">`;
  const titled = replaceOnce(template, /<title>.*?<\/title>/, named.join('\n'));
  const html = replaceOnce(replaceOnce(titled, /<head>/, `<head>\n${policy}`), /<\/head>/, head.join('\n'));
  if (body === null) return html;
  refuseWhatThePolicyRefuses(body.path, body.html);
  return replaceOnce(
    html,
    /<div id="app"><\/div>/,
    `<div id="app" data-path="${escapeHtml(body.path)}">${body.html}</div>`,
  );
}

/** The policy would drop these silently, on the learner's device; here they are loud. */
function refuseWhatThePolicyRefuses(path: string, html: string): void {
  for (const [what, pattern] of [
    ['a style attribute', /<[a-z][^<>]*\sstyle=[^<>]*>/i],
    ['a style element', /<style\b[^>]*>/i],
    ['a script', /<script\b[^>]*>/i],
    ['an inline handler', /<[a-z][^<>]*\son[a-z]+=[^<>]*>/i],
  ] as const) {
    const found = pattern.exec(html);
    if (found) throw new Error(`${path} holds ${what}, which the content security policy refuses: ${found[0]}`);
  }
}
