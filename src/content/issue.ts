import type { Filed } from './course.ts';

/** Something wrong with the content, said so that its author can find and mend it. */
export interface ContentIssue {
  readonly file: string;
  /** JSON path in the file; empty for the file as a whole. */
  readonly path: string;
  readonly reason: string;
}

export function issueAt(place: Omit<Filed<unknown>, 'value'>, path: string, reason: string): ContentIssue {
  return { file: place.file, path: joinedPath(place.path, path), reason };
}

/** `cards[3]` and `options[0].text` make `cards[3].options[0].text`. */
export function joinedPath(outer: string, inner: string): string {
  if (outer === '' || inner === '') return outer + inner;
  return inner.startsWith('[') ? outer + inner : `${outer}.${inner}`;
}

export function jsonPath(keys: readonly PropertyKey[]): string {
  return keys.reduce<string>((path, key) => joinedPath(path, typeof key === 'number' ? `[${key}]` : String(key)), '');
}

export function issueLine(issue: ContentIssue): string {
  return [issue.file, issue.path, issue.reason].filter((part) => part !== '').join(': ');
}
