import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { citationsIn, countWords, markupNodes, parseMarkup, plainText, type MarkupNode } from '#content/markup.ts';
import { markupFaults } from '#content/check/markup-faults.ts';

const text = (words: string): MarkupNode => ({ kind: 'text', text: words });

describe('the markup that is understood', () => {
  const cases: readonly (readonly [string, readonly MarkupNode[]])[] = [
    ['plain words', [text('plain words')]],
    ['a **bold** word', [text('a '), { kind: 'strong', children: [text('bold')] }, text(' word')]],
    ['*all of it*', [{ kind: 'emphasis', children: [text('all of it')] }]],
    [
      '**bold with *italic* inside**',
      [
        {
          kind: 'strong',
          children: [text('bold with '), { kind: 'emphasis', children: [text('italic')] }, text(' inside')],
        },
      ],
    ],
    ['run `a * b * c`', [text('run '), { kind: 'code', text: 'a * b * c' }]],
    ['[a lease](concept:lease)', [{ kind: 'concept', concept: 'lease', children: [text('a lease')] }]],
    [
      '[`raft`](https://raft.github.io)',
      [{ kind: 'link', url: 'https://raft.github.io', children: [{ kind: 'code', text: 'raft' }] }],
    ],
    [
      'said so [@flp-1985][@dwork-1988].',
      [
        text('said so '),
        { kind: 'citation', source: 'flp-1985' },
        { kind: 'citation', source: 'dwork-1988' },
        text('.'),
      ],
    ],
    ['it is {{hidden here}}', [text('it is '), { kind: 'blank', text: 'hidden here' }]],
  ];
  test.each(cases)('%s', (written, nodes) => expect(parseMarkup(written)).toEqual(nodes));
});

describe('what is not understood stays plain text, and is reported', () => {
  test.each([
    ['2 * 3 is six', 'a * has no partner'],
    ['**half bold', 'a * has no partner'],
    ['half `code', 'a ` has no partner'],
    ['[words](http://insecure.example)', 'a link is written [words](concept:id) or [words](https://…)'],
    ['[words](javascript:alert)', 'a link is written [words](concept:id) or [words](https://…)'],
    ['[@one, @two]', 'a citation is written [@source-id], one id in each'],
    ['{{never closed', 'a gap is written {{words}}'],
    ['<b>bold</b>', 'HTML is not understood'],
    ['# A heading', 'headings, dashes and line breaks are not understood'],
  ])('%s', (written, reason) => {
    expect(parseMarkup(written)).toEqual([text(written)]);
    expect(markupFaults(written)).toEqual([reason]);
  });

  test('brackets, arrows and asterisks in code are no faults', () => {
    expect(markupFaults('Keep [a, b] where a < b, and `x **` as it is.')).toEqual([]);
  });
});

test('no text makes the parser throw, and none of its words are lost', () => {
  const pieces = fc.array(
    fc.constantFrom(
      '**',
      '*',
      '`',
      '[',
      ']',
      '(',
      ')',
      '[@a]',
      '{{',
      '}}',
      'concept:',
      'https://',
      'word',
      ' ',
      '\n',
      '\\',
    ),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        pieces.map((each) => each.join('')),
      ),
      (written) => {
        for (const word of written.match(/word/g) ?? []) expect(JSON.stringify(markupNodes(written))).toContain(word);
      },
    ),
  );
});

test('plain text has neither markers nor citations, and closes the gap a citation leaves', () => {
  expect(plainText('A **round trip** takes [long](concept:latency) [@dean-2009], or `t` units [@dean-2009].')).toBe(
    'A round trip takes long, or t units.',
  );
});

test('citations are no words', () => expect(countWords('Half a millisecond [@dean-2009] – no more.')).toBe(5));

test('each source is cited once', () =>
  expect(citationsIn('One [@a-1]. **Two [@b-2]**. Three [@a-1].')).toEqual(['a-1', 'b-2']));
