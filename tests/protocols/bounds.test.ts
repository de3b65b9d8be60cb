import { expect, test } from 'vitest';
import { boundsOf } from '#protocols/bounds.ts';
import { catalog } from '#protocols/catalog.ts';
import { leaseLockEntry } from '#protocols/lease-lock.ts';
import { requestResponseEntry } from '#protocols/request-response.ts';
import { twoPhaseCommitEntry } from '#protocols/two-phase-commit.ts';

test('the bounds of an example are what may go wrong in it, and what it leaves out', () => {
  expect(boundsOf(requestResponseEntry.example())).toEqual([
    '2 nodes',
    '1 request',
    '1 crash',
    '1 lost message',
    'no other fault',
    'Customer never fails',
    'each payment tried at most three times',
  ]);
});

test('how often timers fire and clocks tick is said where it is limited', () => {
  expect(boundsOf(twoPhaseCommitEntry.example())).toContain('2 firings of timers');
  expect(boundsOf(leaseLockEntry.example())).toEqual([
    '4 nodes',
    '2 requests',
    'no faults',
    '2 ticks of clocks',
    '4 firings of timers',
  ]);
});

test('whatever keeps a search from going on is said in words', async () => {
  for (const load of Object.values(catalog)) {
    const { id, brokenRules, example } = await load();
    for (const broken of [undefined, ...Object.keys(brokenRules)]) {
      const { within, bounds = [] } = example(broken);
      if (within) expect(bounds, `${id} ${broken ?? ''}`).not.toEqual([]);
    }
  }
});
