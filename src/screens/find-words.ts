/** Text as it is searched: in lower case, without accents, and with one kind of apostrophe and dash. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('’', "'")
    .replaceAll(/[‐‑–—]/g, '-')
    .toLowerCase();

/** The words that are looked for; none for a query of blanks. */
export const wordsIn = (query: string): readonly string[] => folded(query).split(/\s+/).filter(Boolean);

/** Whether a word of the folded `text` begins so. */
export function hasWordBeginning(text: string, beginning: string): boolean {
  for (let at = text.indexOf(beginning); at >= 0; at = text.indexOf(beginning, at + 1)) {
    const before = text[at - 1];
    if (before === undefined || !/[\p{L}\p{N}]/u.test(before)) return true;
  }
  return false;
}
