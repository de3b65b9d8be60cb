import { describe, expect, it } from 'vitest';
import {
  charged,
  chargedTwice,
  hasGivenUp,
  requestResponse,
  requestResponseEntry,
  type RequestResponse,
} from '#protocols/request-response.ts';
import { search } from '#simulator/search.ts';
import { systemOf } from '#simulator/system.ts';
import { noFaults, type Budget, type Setup, type World } from '#simulator/world.ts';
import { brokenStory, expectGolden, searchForFault, story, timedMoves } from '../support/protocol-runs.ts';

const sound = requestResponseEntry.example();
const proof = searchForFault({ ...sound, setup: { ...sound.setup, budget: { ...sound.setup.budget, duplicates: 1 } } });
const broken = Object.keys(requestResponseEntry.brokenRules);

const purchase = (options: Parameters<typeof requestResponse>[0], budget: Partial<Budget>): Setup<RequestResponse> => ({
  protocol: requestResponse(options),
  size: 2,
  budget: { ...noFaults, ...budget },
  requests: [[], [20]],
  sheltered: [1],
  keepsHistory: true,
});
const reach = (setup: Setup<RequestResponse>, goal: (world: World<RequestResponse>) => boolean) =>
  search(systemOf(setup), goal, { limit: 100_000 });

describe('request and response', () => {
  it(`charges at most once in all ${proof.states} states of three tries, a crash, a loss and a duplicate`, () => {
    expect(proof.kind).toBe('impossible');
  });

  it.each(broken)('charges twice where the rule is missing: %s', (rule) => {
    expect(searchForFault(requestResponseEntry.example(rule)).kind).toBe('found');
  });

  it('charges twice with no message lost and nothing crashed: a retry is enough', () => {
    const isTwice = (world: World<RequestResponse>) => chargedTwice(world).length > 0;
    const careless = reach(purchase({ retries: 1, broken: 'noIdempotencyKey' }, {}), isTwice);
    expect(careless.kind === 'found' && careless.path.map(({ kind }) => kind)).toEqual([
      'request',
      'deliver',
      'fire',
      'deliver',
    ]);
    expect(reach(purchase({ retries: 1 }, {}), isTwice).kind).toBe('impossible');
  });

  it('leaves a client that gave up unable to tell: charged or not, it has seen the same', () => {
    const uncertain = purchase({ retries: 3 }, { drops: 4 });
    const taken = reach(uncertain, (world) => hasGivenUp(world) && charged(world) === 20);
    const nothing = reach(
      uncertain,
      (world) => hasGivenUp(world) && charged(world) === 0 && world.network.length === 0,
    );
    expect([taken.kind, nothing.kind]).toEqual(['found', 'found']);
  });

  it('reads as a story', () => {
    expectGolden(requestResponseEntry, [
      story(
        'The question is lost, then the answer; the second retry finds its key',
        sound.setup,
        timedMoves(sound.setup, 3, sound.timed, 20),
      ),
      ...broken.map((rule) => brokenStory(requestResponseEntry, rule)),
    ]);
  });
});
