/**
 * The Markdown subset that all text of the course is written in. It ships on the first route, so it is one
 * regular expression and knows no schema. What it does not recognise stays plain text; the check reports it.
 */
export type MarkupNode =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly children: readonly MarkupNode[] }
  | { readonly kind: 'concept'; readonly concept: string; readonly children: readonly MarkupNode[] }
  | { readonly kind: 'link'; readonly url: string; readonly children: readonly MarkupNode[] }
  | { readonly kind: 'citation'; readonly source: string }
  /** A gap: in a card the hidden words, in a cloze item the id of the blank. */
  | { readonly kind: 'blank'; readonly text: string };

const patterns = [
  '`([^`]+)`',
  '\\{\\{(.+?)\\}\\}',
  '\\*\\*(\\S|\\S.*?\\S)\\*\\*(?!\\*)',
  '\\*([^\\s*]|[^\\s*][^*]*[^\\s*])\\*',
  '\\[@([a-z0-9-]+)\\]',
  '\\[([^\\]]+)\\]\\((?:concept:([a-z0-9-]+)|(https://[^\\s)]+))\\)',
];
const token = new RegExp(patterns.join('|'), 'gs');

/** Never throws: the text of all nodes together is the text that was written. */
export function parseMarkup(text: string): readonly MarkupNode[] {
  const nodes: MarkupNode[] = [];
  let from = 0;
  for (const match of text.matchAll(token)) {
    if (match.index > from) nodes.push({ kind: 'text', text: text.slice(from, match.index) });
    nodes.push(nodeOf(match));
    from = match.index + match[0].length;
  }
  if (from < text.length) nodes.push({ kind: 'text', text: text.slice(from) });
  return nodes;
}

function nodeOf(match: RegExpExecArray): MarkupNode {
  const [whole, code, blank, strong, emphasis, source, words, concept, url] = match;
  if (code !== undefined) return { kind: 'code', text: code };
  if (blank !== undefined) return { kind: 'blank', text: blank };
  if (strong !== undefined) return { kind: 'strong', children: parseMarkup(strong) };
  if (emphasis !== undefined) return { kind: 'emphasis', children: parseMarkup(emphasis) };
  if (source !== undefined) return { kind: 'citation', source };
  if (words !== undefined && concept !== undefined) return { kind: 'concept', concept, children: parseMarkup(words) };
  if (words !== undefined && url !== undefined) return { kind: 'link', url, children: parseMarkup(words) };
  return { kind: 'text', text: whole };
}

/** Every node, parents before their children. */
export function markupNodes(text: string): readonly MarkupNode[] {
  const flat = (nodes: readonly MarkupNode[]): readonly MarkupNode[] =>
    nodes.flatMap((node) => ('children' in node ? [node, ...flat(node.children)] : [node]));
  return flat(parseMarkup(text));
}

/** The words alone: no markers, no citations; a card's gap shows what it hides. */
export function plainText(text: string): string {
  const words = markupNodes(text).map((node) => ('text' in node ? node.text : ''));
  return words
    .join('')
    .replaceAll(/\s+(?=[.,;:?)])/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

export function countWords(text: string): number {
  return plainText(text)
    .split(' ')
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** The ids of the sources that a text cites, in order, each once. */
export function citationsIn(text: string): readonly string[] {
  const cited = markupNodes(text).flatMap((node) => (node.kind === 'citation' ? [node.source] : []));
  return [...new Set(cited)];
}
