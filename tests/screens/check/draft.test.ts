import { expect, test } from 'vitest';
import { presented } from '#assessment/presented.ts';
import { draftOf, emptyDraft, responseOf, withKey } from '#screens/check/draft.ts';
import { samples } from '#tests/assessment/sample-items.ts';
import { responseTo } from '#tests/support/responses.ts';

const { single, multiple, matching, numeric, cloze } = samples;

test.each(Object.values(samples))('an answer to a $kind item is shown again as it was given', (item) => {
  for (const isRight of [true, false]) {
    const response = responseTo(item, isRight);
    const again = responseOf(item, draftOf(response));
    // Picks that are too few or too many could never have been given.
    if (item.kind === 'multiple' && !isRight) expect(again).toBeUndefined();
    else expect(again).toEqual(response);
  }
});

test.each(Object.values(samples))('an untouched $kind item has no answer', (item) => {
  expect(responseOf(item, emptyDraft)).toBeUndefined();
});

test('several of several is an answer only with as many as are right', () => {
  expect(responseOf(multiple, { ...emptyDraft, chosen: ['right-1', 'wrong-1'] })).toBeUndefined();
  expect(responseOf(multiple, { ...emptyDraft, chosen: ['right-1', 'wrong-1', 'right-2'] })).toBeDefined();
  expect(responseOf(multiple, { ...emptyDraft, chosen: ['right-1', 'wrong-1', 'right-2', 'right-3'] })).toBeUndefined();
});

test('a matching and a cloze are answers only when every place is filled', () => {
  expect(responseOf(matching, { ...emptyDraft, pairs: { crash: 'cut' } })).toBeUndefined();
  expect(responseOf(cloze, { ...emptyDraft, pairs: { first: 'right-1' } })).toBeUndefined();
});

test.each(['', 'soon', '1e999'])('"%s" is no number to answer with', (typed) => {
  expect(responseOf(numeric, { ...emptyDraft, typed })).toBeUndefined();
});

test('a key chooses the option that stands at its place', () => {
  const shown = presented(single, 1);
  const chosen = withKey(single, shown, emptyDraft, 1).chosen;
  expect(chosen).toEqual([shown.choices[1]?.id]);
  expect(withKey(single, shown, emptyDraft, 5)).toEqual(emptyDraft);
});

test('among checkboxes the same key chooses and takes back', () => {
  const shown = presented(multiple, 1);
  const once = withKey(multiple, shown, emptyDraft, 0);
  expect(once.chosen).toHaveLength(1);
  expect(withKey(multiple, shown, once, 0).chosen).toEqual([]);
});
