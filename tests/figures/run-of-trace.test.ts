import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runFaults } from '#content/check/runs.ts';
import type { Run } from '#content/figure.ts';
import { runOfTrace } from '#figures/run-of-trace.ts';
import { requestResponseEntry } from '#protocols/request-response.ts';
import type { CatalogEntry, Example } from '#protocols/catalog-entry.ts';
import { catalog } from '#protocols/catalog.ts';
import { apply, initialWorld } from '#simulator/apply.ts';
import type { Move } from '#simulator/move.ts';
import type { AnyProtocol } from '#simulator/protocol.ts';
import { schedule, type Happening } from '#simulator/schedule.ts';

const options = { scale: 10, showsClocks: true, showsTimers: ['retry timer', 'watch timer'] };
const LONGEST = 120;

function pictureOf<P extends AnyProtocol>({ setup, timed }: Example<P>, seed: number): Run {
  const start = initialWorld(setup);
  const happenings: Happening<P>[] = [];
  for (const happening of schedule(setup, seed, timed, start)) {
    if (happenings.length === LONGEST) break;
    happenings.push(happening);
  }
  return runOfTrace(setup, start, happenings, options);
}

const entries: readonly CatalogEntry[] = await Promise.all(Object.values(catalog).map((load) => load()));

test.each(entries)('whatever happens in a run of $name, its picture could have happened', (entry) => {
  const rules = [undefined, ...Object.keys(entry.brokenRules)];
  fc.assert(
    fc.property(fc.nat({ max: 1_000 }), fc.constantFrom(...rules), (seed, broken) => {
      const example = entry.example(broken);
      expect(runFaults(pictureOf(example, seed))).toEqual([]);
    }),
    { numRuns: 15 },
  );
});

test('a lost answer is drawn as lost, and the charge as done', () => {
  const example = requestResponseEntry.example('noIdempotencyKey');
  const drawn = Array.from({ length: 40 }, (_, seed) => pictureOf(example, seed));
  const isLost = drawn.find(({ events }) => events.some((event) => event.kind === 'message' && event.isLost === true));
  expect(isLost?.nodes.map(({ name }) => name)).toContain('Shop');
  expect(isLost?.events.some(({ text }) => text.endsWith('and it is lost.'))).toBe(true);
  expect(isLost?.events.some(({ kind }) => kind === 'local')).toBe(true);
});

test('what arrives twice was sent once: the first arrival is told as a copy', () => {
  const { setup } = requestResponseEntry.example('noIdempotencyKey');
  const start = initialWorld(setup);
  let world = start;
  const happenings = ['request', 'duplicate', 'deliver'].map((kind, index) => {
    const packet = world.network.find(({ to }) => to === 0);
    const move = kind === 'request' ? { kind, node: 1 } : { kind, packet };
    world = apply(setup, world, move as Move<typeof setup.protocol>);
    return { at: index + 1, move: move as Move<typeof setup.protocol>, world };
  });
  const { events } = runOfTrace(setup, start, happenings, { ...options, showsClocks: false });
  const arrivals = events.filter((event) => event.kind === 'message' && event.to === 'n0');
  expect(arrivals.map((event) => 'label' in event && [event.at, event.label])).toEqual([
    [10, 'copy of Pay(20, try 1)'],
    [10, 'Pay(20, try 1)'],
  ]);
  expect(arrivals[0]?.text).toBe('The network delivers a copy of Pay(20, try 1) from Customer to Shop.');
});
