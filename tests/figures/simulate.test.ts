import { describe, expect, test } from 'vitest';
import type { Simulation } from '#content/simulation.ts';
import { simulate } from '#figures/simulate.ts';
import type { CatalogEntry } from '#protocols/catalog-entry.ts';
import { requestResponseEntry } from '#protocols/request-response.ts';

const entry = requestResponseEntry as CatalogEntry;
const chargedOnce = [
  'Customer asks: pay 20',
  'Deliver Pay(20, try 1) from Customer to Shop',
  'Shop’s timer to answer fires',
];
const chargedTwice = [
  ...chargedOnce,
  'Lose Paid from Shop to Customer',
  'Customer’s retry timer fires',
  'Deliver Pay(20, try 2) from Customer to Shop',
];

const run = (simulation: Omit<Simulation, 'protocol'>) => simulate(entry, { protocol: entry.id, ...simulation });

function check(simulation: Omit<Simulation, 'protocol'>, texts: readonly string[]) {
  const drawn = run(simulation);
  expect(drawn.ok ? drawn.value.events.map(({ text }) => text) : drawn.fault).toEqual(texts);
}

function expectFault(simulation: Omit<Simulation, 'protocol'>, path: string, reason: string) {
  const drawn = run(simulation);
  expect(drawn.ok ? 'no fault' : drawn.fault).toMatchObject({ path, reason: expect.stringContaining(reason) });
}

test('a script is played move by move', () => {
  check({ moves: chargedOnce, hides: ['roles', 'operations'] }, [
    'Customer sends Pay(20, try 1) to Shop.',
    'Shop: charged 20.',
    'Shop sends Paid to Customer. It is still under way.',
  ]);
});

test('an author may say a step better, and everything else stays', () => {
  const says = [{ of: 'Shop: charged 20.', text: 'The shop takes the money.' }];
  check({ moves: chargedOnce, hides: ['roles', 'operations'], says }, [
    'Customer sends Pay(20, try 1) to Shop.',
    'The shop takes the money.',
    'Shop sends Paid to Customer. It is still under way.',
  ]);
});

test('of steps that say the same, one may be meant', () => {
  const again = [...chargedTwice, 'Shop’s timer to answer fires', 'Deliver Paid from Shop to Customer'];
  const says = [{ of: 'Shop: charged 20.', nth: 2, text: 'The shop takes the money again.' }];
  const drawn = run({
    broken: 'noIdempotencyKey',
    moves: again,
    breaks: 'Charged at most once',
    says,
    hides: ['roles'],
  });
  const charges = drawn.ok
    ? drawn.value.events.filter(({ text }) => text.includes('shop') || text.includes('charged 20.'))
    : [];
  expect(charges.map(({ text }) => text)).toEqual(['Shop: charged 20.', 'The shop takes the money again.']);
});

test('nodes may have other names, in moves and steps alike', () => {
  check({ names: ['Payments', 'You'], moves: ['You asks: pay 20'], hides: ['roles', 'operations'] }, [
    'You sends Pay(20, try 1) to Payments. It is still under way.',
  ]);
});

test('columns stand in the order that the author wants', () => {
  const drawn = run({ moves: chargedOnce, columns: [1, 0] });
  expect(drawn.ok && drawn.value.nodes.map(({ name }) => name)).toEqual(['Customer', 'Shop']);
});

test('a script may lose what the example would not, and crash whom it shelters', () => {
  const drawn = run({ moves: ['Customer asks: pay 20', 'Crash Customer', 'Crash Shop', 'Restart Shop'] });
  expect(drawn.ok && drawn.value.events.filter(({ kind }) => kind === 'crash')).toHaveLength(2);
});

test('a seed gives the same run each time', () => {
  const timed = { seed: 7, until: 60 };
  expect(run({ timed })).toEqual(run({ timed }));
  expect(run({ timed }).ok).toBe(true);
});

describe('a fault of a seeded run', () => {
  test('happens at its moment', () => {
    const drawn = run({ timed: { seed: 7, until: 60, faults: [{ at: 1, move: 'Crash Shop' }] } });
    expect(drawn.ok && drawn.value.events.find(({ kind }) => kind === 'crash')).toMatchObject({
      text: 'Shop crashes.',
    });
  });

  test('is one of this cluster', () => {
    const faults = [{ at: 1, move: 'Crash Postman' }];
    expectFault({ timed: { seed: 7, until: 60, faults } }, 'timed.faults[0]', '“Crash Postman” is no fault');
  });
});

describe('a simulation that says what is not so is refused', () => {
  test('a move that is not possible, with those that are', () => {
    expectFault({ moves: ['Customer asks: pay 20', 'Crash Bank'] }, 'moves[1]', 'what can: Deliver Pay(20, try 1)');
  });

  test('a rule that the protocol does not have', () => {
    expectFault({ broken: 'noMoney', moves: chargedOnce }, 'broken', 'noIdempotencyKey');
  });

  test('an invariant that holds', () => {
    expectFault({ moves: chargedTwice, breaks: 'Charged at most once' }, 'breaks', 'does not break');
  });

  test('silence about an invariant that is broken', () => {
    expectFault(
      { broken: 'noIdempotencyKey', moves: chargedTwice },
      'breaks',
      'operation 0 was charged more than once',
    );
  });

  test('columns that leave a node out', () => {
    expectFault({ moves: chargedOnce, columns: [1, 1] }, 'columns', 'each of 2 nodes has one column');
  });

  test('words for a step that does not happen', () => {
    expectFault({ moves: chargedOnce, says: [{ of: 'The shop burns.', text: 'Oh.' }] }, 'says[0].of', 'no step says');
  });
});

test('a run that breaks what it says is drawn', () => {
  expect(run({ broken: 'noIdempotencyKey', moves: chargedTwice, breaks: 'Charged at most once' }).ok).toBe(true);
});
