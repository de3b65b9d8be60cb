/** A page that is ready to be shown: its screen's chunk and its content are here. */
import { h, type ComponentType, type VNode } from 'preact';
import type { ContentService } from '#services/content-service.ts';
import { matchRoute, type Tab } from './routes.ts';

export interface Page {
  /** Without the base path, with a trailing slash. */
  readonly path: string;
  readonly tab: Tab | null;
  readonly isFocused: boolean;
  readonly title: string;
  /** The screen's source file; `null` for a page that stands in for one. */
  readonly source: string | null;
  readonly view: () => VNode;
}

/** The path as the routes know it: without query, with a trailing slash. */
export const canonical = (path: string): string => path.replace(/[?#].*$/, '').replace(/\/*$/, '/');

/** The key makes a new page a new instance, so that no screen meets another page's state. */
const show =
  <Props extends object>(View: ComponentType<Props>, key: string, props: Props) =>
  (): VNode =>
    h(View as ComponentType<object>, { key, ...props });

const standIn = (path: string, title: string, view: () => VNode): Page => ({
  path,
  tab: null,
  isFocused: false,
  title,
  source: null,
  view,
});

async function openRoute(path: string, content: ContentService): Promise<Page | undefined> {
  const match = matchRoute(path);
  if (match === undefined) return undefined;
  const { tab, isFocused, source, open } = match.route;
  const screen = await open();
  const data = await screen.load(match.params, content);
  if (data === undefined) return undefined;
  const view = show(screen.View, path, { data, params: match.params });
  return { path, tab, isFocused, source, title: screen.title(data), view };
}

/** Brings a page's code and content together. What cannot be had becomes a page that says so, which the first visit put on the device. */
export async function openPage(anyPath: string, content: ContentService): Promise<Page> {
  const path = canonical(anyPath);
  try {
    const page = await openRoute(path, content);
    if (page) return page;
    const { NotFound } = await import('./not-found.tsx');
    return standIn(path, 'No such page', show(NotFound, path, {}));
  } catch (error) {
    const { PageUnavailable } = await import('./page-unavailable.tsx');
    return standIn(path, 'Not on this device', show(PageUnavailable, path, { error }));
  }
}
