import { expect, test } from 'vitest';
import { issuesAfter } from '../fixture.ts';

test('a sound course has no issues', () => {
  expect(issuesAfter(() => undefined)).toEqual([]);
});
