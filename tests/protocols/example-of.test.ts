import { expect, test } from 'vitest';
import { exampleOf } from '#protocols/example-of.ts';
import { requestResponseEntry } from '#protocols/request-response.ts';
import { apply, initialWorld } from '#simulator/apply.ts';
import { moves } from '#simulator/moves.ts';
import { sentence } from '#simulator/sentence.ts';

test('an example without a variation is the entry’s own', () => {
  const example = exampleOf(requestResponseEntry, {});
  expect(example.ok && example.value.setup.requests).toEqual([[], [20]]);
});

test('other requests are asked in place of the entry’s, and all else stays', () => {
  const example = exampleOf(requestResponseEntry, { broken: 'noIdempotencyKey', requests: [[], [7]] });
  if (!example.ok) throw new Error(example.fault.kind);
  const { setup, invariants } = example.value;
  const world = initialWorld(setup);
  const [asks] = moves(setup, world).filter(({ kind }) => kind === 'request');
  if (!asks) throw new Error('nobody asks');
  expect(sentence(setup, world, asks)).toBe('Customer asks: pay 7');
  expect(apply(setup, world, asks).network.map(({ message }) => message)).toMatchObject([{ amount: 7, key: null }]);
  expect(invariants.map(({ name }) => name)).toContain('Charged at most once');
});

test('a rule that the protocol does not have is named, beside those that it has', () => {
  expect(exampleOf(requestResponseEntry, { broken: 'toString' })).toEqual({
    ok: false,
    fault: { kind: 'unknownRule', broken: 'toString', known: ['noIdempotencyKey', 'keyNotSavedWithWork'] },
  });
});

test('requests for a node that is not there are refused', () => {
  expect(exampleOf(requestResponseEntry, { requests: [[], [], [5]] })).toEqual({
    ok: false,
    fault: { kind: 'tooManyNodes', of: 'requests', asked: 3, size: 2 },
  });
});
