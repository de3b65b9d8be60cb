/** The build's way in: every page's path, and each page as HTML without anything personal. */
import './styles.ts';
import { locationStub } from 'preact-iso/prerender';
import { renderToStringAsync } from 'preact-render-to-string';
import type { ContentService } from '#services/content-service.ts';
import { href } from '#services/navigation-service.ts';
import { App } from './app.tsx';
import { openPage } from './page.ts';
import { prerenderServices } from './prerender-services.ts';

export interface Rendered {
  readonly html: string;
  readonly title: string;
  readonly description: string;
  /** The source files whose chunks the page runs. */
  readonly chunks: readonly string[];
}

/** Every path that has a page of its own, with its trailing slash. */
export async function routes(content: ContentService): Promise<string[]> {
  const [{ modules }, { concepts }, { puzzles }] = await Promise.all([
    content.track(),
    content.concepts(),
    content.puzzles(),
  ]);
  return [
    ...[
      '/',
      '/learn/',
      '/practise/',
      '/review/',
      '/lab/',
      '/puzzles/',
      '/concepts/',
      '/questions/',
      '/questions/review/',
      '/search/',
      '/you/',
      '/you/sources/',
    ],
    ...modules.map(({ id }) => `/learn/${id}/`),
    ...modules.filter(({ items }) => items > 0).map(({ id }) => `/check/${id}/`),
    ...modules.flatMap(({ id, sections }) => sections.map((section) => `/learn/${id}/${section.id}/`)),
    ...puzzles.map(({ id }) => `/puzzles/${id}/`),
    ...concepts.map(({ id }) => `/concepts/${id}/`),
  ];
}

export async function render(path: string, content: ContentService): Promise<Rendered> {
  const url = href(path);
  locationStub(url);
  const { services, navigation } = prerenderServices(content);
  const first = await openPage(path, content);
  if (first.source === null) throw new Error(`${path} has no page: ${first.title}`);
  const html = await renderToStringAsync(
    <App services={services} navigation={navigation} first={first} base={import.meta.env.BASE_URL} url={url} />,
  );
  return {
    html,
    title: path === '/' ? 'Quorum: distributed systems, offline' : `${first.title} · Quorum`,
    description: 'A self-paced course on distributed systems that fits in a phone and works with the network off.',
    // A review without its cards is nothing: the store's code is fetched along with the page.
    chunks: path === '/review/' ? [first.source, 'src/app/open-progress.ts'] : [first.source],
  };
}
