import type { Invariant } from '#simulator/check/invariants.ts';
import { noFaults, type Budget, type Setup, type World } from '#simulator/world.ts';
import type { CatalogEntry } from '../catalog-entry.ts';
import { paxos, type Paxos, type PaxosOptions, type PaxosRule } from './paxos.ts';

/** One node for each list of values that its client wants. */
export const paxosSetup = (
  rules: PaxosOptions,
  requests: readonly (readonly string[])[],
  budget: Partial<Budget> = {},
): Setup<Paxos> => ({
  protocol: paxos(rules),
  size: requests.length,
  budget: { ...noFaults, fires: 0, ...budget },
  requests,
  keepsHistory: false,
});

/**
 * Every value that was ever chosen: a majority has accepted it in one ballot, whatever it has accepted since (§2.1); or
 * that somebody takes to be. Agreement allows one.
 */
export function chosenValues({ nodes }: World<Paxos>): readonly string[] {
  const values: string[] = [];
  const add = (value: string): void => void (values.includes(value) || values.push(value));
  for (const { volatile, durable } of nodes) {
    if (volatile && volatile.chosen !== null) add(volatile.chosen);
    for (const { ballot, value } of durable.votes)
      if (2 * nodes.filter((node) => node.durable.votes.some((vote) => vote.ballot === ballot)).length > nodes.length)
        add(value);
  }
  return values;
}

/**
 * The world without packets that the sound protocol heeds no more, whenever they come: questions and answers of ballots
 * that their proposer has left behind, since its ballots only grow, and news to one who knows it and cannot forget.
 */
export function withoutOldBallots(world: World<Paxos>): World<Paxos> {
  const { nodes, budget } = world;
  const isHeeded = ({ from, to, message }: World<Paxos>['network'][number]): boolean => {
    const receiver = nodes[to];
    const sender = nodes[from];
    if (!receiver || !sender) return true;
    if (!('ballot' in message))
      return message.kind === 'Propose' || receiver.volatile?.chosen !== message.value || budget.crashes > 0;
    const { ballot, kind } = message;
    if (kind === 'Prepare' || kind === 'Accept')
      return ballot >= receiver.durable.promised || ballot === sender.durable.ballot;
    if (ballot !== receiver.durable.ballot) return false;
    return kind === 'Reject' || receiver.volatile?.phase === (kind === 'Promise' ? 'preparing' : 'accepting');
  };
  const network = world.network.filter(isHeeded);
  return network.length === world.network.length ? world : { ...world, network };
}

const agreement: Invariant<World<Paxos>> = {
  name: 'Agreement',
  fault: (world) => {
    const values = chosenValues(world);
    return values.length > 1 ? `${values.join(' and ')} are both chosen` : null;
  },
};

/** The highest ballot that a proposer has begun. As long as it grows and nothing is chosen, they duel (§2.4). */
export const highestBallot = ({ nodes }: World<Paxos>): number =>
  Math.max(...nodes.map(({ durable }) => durable.ballot));

/** Whether A alone proposes, for all. */
const options = { hasLeader: false };

/** Those of A and C want a value each. */
const clientsOf = (size: number): string[][] =>
  Array.from({ length: size }, (_, node) => [['x'], [], ['z']][node] ?? []);

export const paxosEntry: CatalogEntry<Paxos> = {
  id: 'paxos',
  name: 'Paxos',
  source: 'Lamport 2001, Paxos Made Simple, §2',
  brokenRules: {
    acceptorsForgetPromises: 'An acceptor keeps its promises in memory, and a restart forgets them.',
    acceptorsIgnorePromises: 'An acceptor accepts what its promise to a higher ballot rules out.',
    quorumOfOne: 'One acceptor is enough, where it takes a majority.',
    proposersIgnorePromisedValues: 'A proposer insists on its own value, whatever the promises tell it.',
  },
  sizes: [3, 5],
  options,
  observations: {
    /** How many values were ever chosen, and which: "x and z". */
    valuesChosen: (world) => chosenValues(world).length,
    chosen: (world) => chosenValues(world).join(' and ') || 'nothing',
    ballotsBegun: ({ nodes }) => nodes.reduce((sum, { durable }) => sum + durable.begun, 0),
    highestBallot,
  },
  example: (broken, size = 3, given) => ({
    setup: paxosSetup(
      {
        leader: { ...options, ...given }.hasLeader ? 0 : undefined,
        broken: broken as PaxosRule | undefined,
      },
      clientsOf(size),
      { crashes: broken === 'acceptorsForgetPromises' ? 1 : 0 },
    ),
    ...(broken === undefined && { withoutIdle: withoutOldBallots }),
    timed: {
      link: { latency: [5, 15], loss: 0.1, duplication: 0.1 },
      faults: [
        { at: 12, move: { kind: 'crash', node: 0 } },
        { at: 60, move: { kind: 'restart', node: 0 } },
        { at: 80, move: { kind: 'cut', between: [1, 2] } },
        { at: 160, move: { kind: 'heal', between: [1, 2] } },
      ],
      thinkTime: [0, 20],
    },
    invariants: [agreement],
    hasSettled: ({ waiting, asked }) =>
      asked.some((count) => count > 0) && waiting.every((operation) => operation === null),
  }),
};
