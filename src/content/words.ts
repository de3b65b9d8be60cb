import { plainText } from './markup.ts';

/** The words of texts that carry meaning, in lower case, each once, in order. The very common ones are left out. */
export function meaningfulWords(texts: readonly string[]): ReadonlySet<string> {
  const words = texts.flatMap(
    (text) =>
      plainText(text)
        .toLowerCase()
        .match(/[\p{L}\p{N}]([\p{L}\p{N}.'’-]*[\p{L}\p{N}])?/gu) ?? [],
  );
  return new Set(words.filter((word) => word.length > 2 && !common.has(word)));
}

const common = new Set(
  'the and for that with this but not are was were you your its from have has had can may then than they them their there which what when where who how will would could one two into only also each more most other some such same both out all any been being does did too very here because while after before about over under between'.split(
    ' ',
  ),
);
