import { expect, test } from 'vitest';
import type { DeckCard } from '#content/compiled.ts';
import type { LogEvent } from '#progress/event.ts';
import { ankiText, designReviewMarkdown, reviewLogCsv } from '#services/exports.ts';
import { cardRow, eventAfter, gradeOf } from '#tests/support/histories.ts';

const at = Date.UTC(2026, 2, 1, 12);

const card = (id: string, words: Partial<DeckCard>): DeckCard => ({
  id,
  concept: 'lease',
  paragraph: 'leases#what',
  sources: [],
  angle: 'definition',
  prompt: 'What?',
  module: '5.2',
  ...words,
});

test('the deck comes as notes that Anki knows again by their ids', () => {
  const log: LogEvent[] = [];
  for (const body of [
    { kind: 'cardReworded', card: 'mine', prompt: 'My\twords', answer: 'Two\nlines' },
    { kind: 'cardSuspended', card: 'mine' },
  ] as const)
    log.push(eventAfter(log, 'a', body, at));
  const mine = cardRow(log, 'mine');
  const text = ankiText(
    [
      card('what', {
        prompt: 'What is a *lease*?',
        answer: 'A **lock** that ends [by itself](concept:lease) when `t < now` [@gray-1989].',
        note: 'See [more](https://example.org/a?b=1&c=2).',
      }),
      card('gap', { prompt: 'A lease is {{a lock that ends}}.' }),
      card('mine', { answer: 'Course words' }),
    ],
    mine === undefined ? [] : [mine],
  );
  expect(text.split('\n')).toEqual([
    '#separator:tab',
    '#html:true',
    '#guid column:1',
    '#notetype column:2',
    '#deck:Quorum',
    '#tags column:5',
    'quorum-what\tBasic\tWhat is a <i>lease</i>?\t"A <b>lock</b> that ends by itself when <code>t &lt; now</code>.<br><br>See <a href=""https://example.org/a?b=1&amp;c=2"">more</a>."\tquorum::5.2 quorum::lease',
    'quorum-gap\tCloze\tA lease is {{c1::a lock that ends}}.\t\tquorum::5.2 quorum::lease',
    'quorum-mine\tBasic\tMy words\tTwo<br>lines\tquorum::5.2 quorum::lease quorum::suspended',
    '',
  ]);
});

test('the review log has one line a grade, undone ones marked', () => {
  const log: LogEvent[] = [];
  const first = eventAfter(log, 'a', { ...gradeOf(log, 'lease', 'good', at), dueDay: 20_516 }, at, 60);
  log.push(first);
  log.push(eventAfter(log, 'a', { kind: 'gradeUndone', target: first.id, card: 'lease', day: 20_513 }, at + 1000));
  const { grade, dueDay, memoryBefore, retention } = gradeOf([], '=cmd,"x"', 'again', at);
  log.push(
    eventAfter(
      log,
      'a',
      {
        kind: 'checkAnswered',
        attempt: 'one',
        module: '5.1',
        item: 'x',
        objective: 'name-it',
        response: { kind: 'single', chosen: 'a' },
        isRight: false,
        score: 0,
        confidence: 'sure',
        card: '=cmd,"x"',
        major: 2,
        outcome: { grade, dueDay, memoryBefore, retention },
      },
      at + 2000,
    ),
  );
  expect(reviewLogCsv(log).split('\r\n')).toEqual([
    'event,time,offset_minutes,study_day,card,revision,given_in,grade,due_day,elapsed_ms,undone',
    'a-1-n,2026-03-01T12:00:00.000Z,60,2026-03-01,lease,1,review,good,2026-03-04,4000,true',
    `a-3-n,2026-03-01T12:00:02.000Z,0,2026-03-01,"'=cmd,""x""",2,check,again,2026-03-02,,false`,
    '',
  ]);
});

test('a design review comes as Markdown, with what is still open', () => {
  const question = { examples: [], traps: [], links: [], concepts: [] };
  const text = designReviewMarkdown(
    { review: 'shop', system: 'The shop', answers: { failure: ' It retries.\n' }, savedAt: at, isDeleted: false },
    [
      { ...question, id: 'failure', text: 'What if this call fails?', why: 'Design for partial failure' },
      { ...question, id: 'twice', text: 'What if it happens twice?', why: 'Make it idempotent' },
    ],
  );
  expect(text).toBe(`# Design review: The shop

Last saved on 2026-03-01.

## What if this call fails?

*Design for partial failure*

It retries.

## What if it happens twice?

*Make it idempotent*

Not answered yet.
`);
});
