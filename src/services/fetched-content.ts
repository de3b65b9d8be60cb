import { ContentUnavailable, type ContentService } from './content-service.ts';
import { namedContent } from './named-content.ts';

export interface ContentOrigin {
  /** Name → path below the base, as `virtual:content` gives it. */
  readonly files: Readonly<Record<string, string>>;
  /** The path the app is served from, ending in a slash. */
  readonly base: string;
  readonly fetch: (url: string) => Promise<Response>;
}

/** Each file is asked for once; one that could not be had is asked for again the next time. */
export function fetchedContent({ files, base, fetch }: ContentOrigin): ContentService {
  const asked = new Map<string, Promise<unknown>>();
  const read = (name: string): Promise<unknown> => {
    const known = asked.get(name);
    if (known !== undefined) return known;
    const file = fetchJson(base + (files[name] ?? `content/${name}.json`), fetch);
    asked.set(name, file);
    file.catch(() => asked.delete(name));
    return file;
  };
  return namedContent(new Set(Object.keys(files)), read);
}

async function fetchJson(url: string, fetch: ContentOrigin['fetch']): Promise<unknown> {
  try {
    const response = await fetch(url);
    if (response.ok) return await response.json();
  } catch {
    // No network, or not JSON: either way the file is not to be had, which is what the caller is told below.
  }
  throw new ContentUnavailable(url);
}
