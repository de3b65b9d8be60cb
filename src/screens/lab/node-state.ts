/** What a node holds, as lines to read: names and values of its plain JSON state, and which of them have just changed. */

export interface StateLine {
  readonly name: string;
  readonly value: string;
  readonly isNew: boolean;
}

type Json = unknown;

/** `before` is the same state one move earlier. What holds nothing is said to. */
export function stateLines(state: Json, before: Json): readonly StateLine[] {
  if (state === null || state === undefined) return [];
  if (!isRecord(state)) return [{ name: 'state', value: jsonText(state), isNew: jsonText(state) !== jsonText(before) }];
  const earlier = isRecord(before) ? before : {};
  return Object.entries(state).map(([key, value]) => {
    const text = jsonText(value);
    return { name: words(key), value: text, isNew: before !== undefined && text !== jsonText(earlier[key]) };
  });
}

const isRecord = (value: Json): value is Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** "currentTerm" is "current term". */
const words = (name: string): string => name.replaceAll(/(?<=[a-z\d])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** JSON without its quotes and braces where they say nothing: `[{term: 1, value: x}]`. */
export function jsonText(value: Json): string {
  if (value === undefined || value === null) return '–';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : `[${value.map(jsonText).join(', ')}]`;
  if (isRecord(value)) {
    const parts = Object.entries(value).map(([key, each]) => `${words(key)}: ${jsonText(each)}`);
    return parts.length === 0 ? 'none' : `{${parts.join(', ')}}`;
  }
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
