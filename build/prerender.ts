import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ContentService } from '#services/content-service.ts';
import type { ClientBundle } from './client-bundle.ts';
import type { DiskContent } from './content-files.ts';
import { stylesheetOf } from './critical-css.ts';
import { frame, pageHtml } from './page-html.ts';

/** What the app's own `render.tsx` exports, once built for Node. */
interface Renderer {
  readonly routes: (content: ContentService) => Promise<readonly string[]>;
  readonly render: (
    path: string,
    content: ContentService,
  ) => Promise<{
    readonly html: string;
    readonly title: string;
    readonly description: string;
    readonly chunks: readonly string[];
  }>;
}

export interface Site {
  readonly client: ClientBundle;
  /** The built renderer. */
  readonly renderer: string;
  readonly content: DiskContent;
  readonly base: string;
  readonly outDir: string;
}

const headLinks = (base: string) => [
  `<link rel="manifest" href="${base}manifest.webmanifest">`,
  `<link rel="icon" type="image/svg+xml" href="${base}icons/icon.svg">`,
  `<link rel="apple-touch-icon" href="${base}icons/apple-touch-icon.png">`,
];

/** Writes a page for every route, and the shell for every other address. Returns the paths of the pages. */
export async function prerender({ client, renderer, content, base, outDir }: Site): Promise<readonly string[]> {
  const { routes, render } = (await import(pathToFileURL(renderer).href)) as Renderer;
  const { template, stylesheet } = client;
  const framed = frame(template, stylesheetOf(stylesheet.text), base + stylesheet.file, headLinks(base));
  const write = (file: string, html: string) => {
    mkdirSync(dirname(join(outDir, file)), { recursive: true });
    writeFileSync(join(outDir, file), html);
  };

  const paths = await routes(content.visit().content);
  // One after the other: the renderer keeps the address it renders for in one place.
  for (const path of paths) {
    const visit = content.visit();
    const { html, title, description, chunks } = await render(path, visit.content);
    const modules = new Set(chunks.flatMap(client.chunksOf));
    const page = pageHtml(framed, {
      title,
      description,
      modules: [...modules].map((file) => base + file),
      data: visit.urls().map((file) => base + file),
      body: { path, html },
    });
    write(`${path.slice(1)}index.html`, page);
  }

  const description = 'A self-paced course on distributed systems that fits in a phone and works with the network off.';
  const shell = pageHtml(framed, { title: 'Quorum', description, modules: [], data: [], body: null });
  write('shell.html', shell);
  write('404.html', shell);
  return paths;
}
