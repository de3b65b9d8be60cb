import { failed, ok, type Result } from '#base/result.ts';
import type { ContentIssue } from './issue.ts';
import type { ContentFile } from './parse.ts';

/** The JSON of a file, or the line where it stops being JSON. */
export function parseJson(file: ContentFile): Result<unknown, ContentIssue> {
  try {
    return ok(JSON.parse(file.text));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const line = file.text.slice(0, faultPosition(file.text, message)).split('\n').length;
    return failed({ file: file.path, path: '', reason: `line ${line}: ${message.replaceAll(/\s+/g, ' ')}` });
  }
}

/** The engine names the position, or, for an unexpected token, ten characters on each side of it. */
function faultPosition(text: string, message: string): number {
  const position = /at position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return Number(position);
  const [, token = '', cut, around = ''] = /token '(.)', (\.\.\.)?"(.*)"(?:\.\.\.)? is not valid/su.exec(message) ?? [];
  const start = text.indexOf(around);
  if (token === '' || start < 0) return text.length;
  return cut === undefined ? text.indexOf(token) : start + 10;
}
