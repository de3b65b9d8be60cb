import { expect, it } from 'vitest';
import { catalog } from '#protocols/catalog.ts';
import { exampleOf, type Variation } from '#protocols/example-of.ts';
import type { AnyProtocol } from '#simulator/protocol.ts';
import { search } from '#simulator/search.ts';
import { systemOf } from '#simulator/system.ts';
import type { World } from '#simulator/world.ts';

/** What a world shows, by the name of the observation. */
type Sees = (name: string) => number | boolean | string | undefined;
type Rule = readonly [
  claim: string,
  id: string,
  variation: Variation,
  goal: (sees: Sees) => boolean,
  isPossible: boolean,
];

const read = { kind: 'read' } as const;
const write = { kind: 'write', value: 'x' } as const;
const some =
  (name: string): Rule[3] =>
  (sees) =>
    Number(sees(name)) > 0;
const apart = { requests: [[], [], [write], [read]], budget: { cuts: 1, drops: 0 } };
const ask = [[], [], [], [write], [read]];
const threeFaults = { crashes: 1, fires: 2 };

/** Each option and each missing rule that a goal of a puzzle rests on: what it makes possible, or rules out. */
const rules: readonly Rule[] = [
  [
    'a customer that may ask again once asks twice',
    'request-response',
    { options: { retries: 1 } },
    (sees) => sees('tries') === 2,
    true,
  ],
  ['and never a third time', 'request-response', { options: { retries: 1 } }, (sees) => sees('tries') === 3, false],
  [
    'a shop that answers at once has no step in between to crash in',
    'request-response',
    { options: { answersLater: false }, broken: 'keyNotSavedWithWork', budget: { crashes: 0 } },
    some('operationsChargedTwice'),
    false,
  ],
  ['a short timeout accuses the living', 'heartbeats', { options: { timeout: 2 } }, some('wrongSuspicions'), true],
  [
    'one longer than the silence that delays can make does not',
    'heartbeats',
    { options: { timeout: 4, delay: 1, horizon: 10 } },
    some('wrongSuspicions'),
    false,
  ],
  [
    'a heartbeat that may take long accuses the living',
    'heartbeats',
    { options: { delay: 5 } },
    some('wrongSuspicions'),
    true,
  ],
  [
    'physical clocks put an effect before its cause',
    'clocks',
    { options: { kind: 'physical' } },
    some('effectsBeforeCauses'),
    true,
  ],
  [
    'Lamport’s clocks do not, and invent an order',
    'clocks',
    { options: { kind: 'lamport' } },
    some('effectsNotAfterCauses'),
    false,
  ],
  ['which vector clocks do not', 'clocks', { options: { kind: 'vector' } }, some('lies'), false],
  [
    'hybrid clocks keep causes first',
    'clocks',
    { options: { kind: 'hybrid' }, budget: { crashes: 0 } },
    some('effectsNotAfterCauses'),
    false,
  ],
  [
    'a replica alone that may do either can answer',
    'split-link',
    { ...apart, options: { alone: 'either' } },
    (sees) => sees('split') === true && Number(sees('laterReads')) > 0,
    true,
  ],
  ['or refuse', 'split-link', { ...apart, options: { alone: 'either' } }, some('refusals'), true],
  [
    'and one that must answer never refuses',
    'split-link',
    { ...apart, options: { alone: 'answers' } },
    some('refusals'),
    false,
  ],
  [
    'R and W of one read stale values',
    'quorum-register',
    { options: { r: 1, w: 1, writesBack: false }, requests: ask },
    some('staleReads'),
    true,
  ],
  [
    'R and W of two do not',
    'quorum-register',
    { options: { r: 2, w: 2, writesBack: false }, requests: ask },
    some('staleReads'),
    false,
  ],
  [
    'but go back without write-back',
    'quorum-register',
    { options: { writesBack: false } },
    some('readsGoneBack'),
    true,
  ],
  [
    'asynchronous copies lose what was acknowledged',
    'primary-backup',
    { options: { mode: 'asynchronous' }, budget: threeFaults },
    some('acknowledgedWritesLost'),
    true,
  ],
  [
    'a majority does not',
    'primary-backup',
    { options: { mode: 'quorum' }, budget: { crashes: 1, fires: 1 } },
    some('acknowledgedWritesLost'),
    false,
  ],
  ['two proposers begin a ballot each', 'paxos', {}, (sees) => Number(sees('ballotsBegun')) > 1, true],
  [
    'a leader begins one for all',
    'paxos',
    { options: { hasLeader: true } },
    (sees) => Number(sees('ballotsBegun')) > 1,
    false,
  ],
  [
    'two believe that they hold a lock whose lease is over',
    'lease-lock',
    {},
    (sees) => Number(sees('believedHolders')) > 1,
    true,
  ],
  [
    'one that lasts longer than time runs is lent once',
    'lease-lock',
    { options: { duration: 9 }, budget: { fires: 3 } },
    (sees) => Number(sees('tokensLent')) > 1 && sees('stored') === 'nothing',
    false,
  ],
  [
    'a watcher that starts from now misses a change',
    'etcd-watch',
    { broken: 'restartsFromNow' },
    (sees) => sees('changeMissed') === true,
    true,
  ],
  ['a key vanishes while its owner works', 'etcd-lease', {}, some('ownersOfNothing'), true],
  ['a release wakes one', 'zookeeper', {}, (sees) => Number(sees('wokenTogether')) > 1, false],
  [
    'or all who wait',
    'zookeeper',
    { broken: 'everyoneWatchesTheLock' },
    (sees) => Number(sees('wokenTogether')) > 1,
    true,
  ],
  [
    'two watch at once behind a client that holds the lock at the start, and is its only holder',
    'zookeeper',
    { options: { holder: 3 }, requests: [[], ['lock'], ['lock'], []] },
    (sees) => sees('watchesSet') === 2 && sees('believedHolders') === 1,
    true,
  ],
  [
    'where it stays, nobody else holds the lock',
    'zookeeper',
    { options: { holder: 3 }, requests: [[], ['lock'], ['lock'], []], budget: { fires: 0 } },
    (sees) => Number(sees('believedHolders')) > 1,
    false,
  ],
  [
    'where all pods are there at the start, none is missing before one is lost',
    'kubernetes-replica-set',
    { options: { pods: 3 }, requests: [[]] },
    some('missingPods'),
    false,
  ],
  [
    'db-0 runs twice once it is deleted by force',
    'kubernetes-stateful-set',
    { requests: [['force-delete']] },
    (sees) => Number(sees('runningCopies')) > 1,
    true,
  ],
  [
    'by waiting alone it does not',
    'kubernetes-stateful-set',
    { requests: [[]] },
    (sees) => Number(sees('runningCopies')) > 1,
    false,
  ],
  [
    'nor does db-0 get a second life while no word comes that it has stopped',
    'kubernetes-stateful-set',
    { requests: [[]], budget: { fires: 1 } },
    (sees) => Number(sees('lives')) > 1,
    false,
  ],
  ['the latest write is lost though nobody had seen another', 'last-writer-wins', {}, some('laterWritesLost'), true],
  ['and never where its writer had seen what won', 'last-writer-wins', {}, some('laterWritesLostThoughSeen'), false],
  [
    'two siblings agree on both replicas',
    'version-vectors',
    {},
    (sees) => sees('replicasAgree') === true && Number(sees('siblings')) > 1,
    true,
  ],
  [
    'what is added back to a set of two phases is lost',
    'two-phase-set',
    { requests: [['add', 'remove', 'add'].map((kind) => ({ kind, element: 'milk' })), []] },
    some('elementsLost'),
    true,
  ],
  ['and to one that observes is not', 'or-set', {}, some('elementsLost'), false],
  [
    'an increment that counts twice makes replicas disagree',
    'operation-counter',
    { broken: 'duplicatesCount' },
    some('disagreeingReplicas'),
    true,
  ],
  ['the greater of two numbers does not', 'g-counter', {}, some('disagreeingReplicas'), false],
  ['a participant is stuck while its coordinator is down', 'two-phase-commit', {}, some('stuckParticipants'), true],
  ['and yet nobody disagrees', 'two-phase-commit', {}, (sees) => sees('disagreement') === true, false],
  ['two lead at the same moment', 'raft', { requests: [] }, (sees) => Number(sees('leaders')) > 1, true],
  ['never the same term', 'raft', { requests: [] }, (sees) => Number(sees('leadersInOneTerm')) > 1, false],
];

it.each(rules)('%s (%s)', async (_, id, variation, goal, isPossible) => {
  const entry = await catalog[id]?.();
  const varied = entry && exampleOf(entry, variation);
  if (!varied?.ok) throw new Error(JSON.stringify(varied));
  const { setup, within, withoutIdle } = varied.value;
  const meets = (world: World<AnyProtocol>) => goal((name) => entry?.observations?.[name]?.(world));
  const result = search(systemOf(setup, within), meets, {
    limit: 50_000,
    ...(withoutIdle && { representative: withoutIdle }),
  });
  expect(result.kind).toBe(isPossible ? 'found' : 'impossible');
});
