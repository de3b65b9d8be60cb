import type { Move } from '#simulator/move.ts';
import { noFaults, type Budget, type Setup, type World } from '#simulator/world.ts';
import type { CatalogEntry } from '../catalog-entry.ts';
import { committedRules, raftInvariants } from './invariants.ts';
import { raft, type Raft, type RaftOptions, type RaftRule } from './raft.ts';
import { withoutIdleAnswers } from './without-idle.ts';

/** Servers, and a client for each list of values to ask for. */
export function raftSetup(
  rules: RaftOptions,
  budget: Partial<Budget>,
  ...clients: readonly (readonly string[])[]
): Setup<Raft> {
  return {
    protocol: raft(rules),
    size: rules.servers + clients.length,
    budget: { ...noFaults, ...budget },
    requests: [...Array.from({ length: rules.servers }, () => []), ...clients],
    sheltered: clients.map((_, client) => rules.servers + client),
    keepsHistory: false,
  };
}

/** Who now leads, of which term. Two at once are no fault: one of them only has not heard yet. */
export const leadersOf = ({ nodes }: World<Raft>): readonly { readonly node: number; readonly term: number }[] =>
  nodes.flatMap(({ volatile, durable }, node) =>
    volatile?.role === 'leader' ? [{ node, term: durable.currentTerm }] : [],
  );

/** What the clients ask, where no rule is missing: a list for each. */
const options: { readonly clients: readonly (readonly string[])[] } = { clients: [['x']] };

/** Timers that fire twice are two elections, or one and a heartbeat: what each rule needs to be missed. */
function setupWithout(broken: RaftRule | undefined, servers: number, clients: typeof options.clients): Setup<Raft> {
  switch (broken) {
    case 'quorumIsHalf':
      return raftSetup({ servers: 4, broken }, { fires: 2 });
    case 'votesAreNotSaved':
      return raftSetup({ servers, broken }, { fires: 2, crashes: 1 });
    case 'acksOfOtherTermsCount':
      return raftSetup({ servers, broken }, { fires: 3 });
    case 'commitsOldTerms':
      return raftSetup({ servers: 5, broken }, { fires: 5 }, ['x'], ['y']);
    default:
      return raftSetup({ servers, broken }, { fires: 2 }, ...clients);
  }
}

const committedBy = (node: World<Raft>['nodes'][number] | undefined): number =>
  node?.volatile && 'commitIndex' in node.volatile ? node.volatile.commitIndex : 0;

const crashAndCut: readonly { readonly at: number; readonly move: Move<Raft> }[] = [
  { at: 400, move: { kind: 'crash', node: 0 } },
  { at: 700, move: { kind: 'restart', node: 0 } },
  { at: 800, move: { kind: 'cut', between: [0, 1] } },
  { at: 900, move: { kind: 'crash', node: 2 } },
  { at: 1200, move: { kind: 'heal', between: [0, 1] } },
  { at: 1300, move: { kind: 'restart', node: 2 } },
];

/** One leader, the same log everywhere, the client answered. A new leader learns what is committed only with its next entry (§8). */
export const hasSettled =
  ({ requests }: Setup<Raft>) =>
  (world: World<Raft>): boolean => {
    const { nodes, waiting, asked } = world;
    const logs = nodes.flatMap(({ volatile, durable }) =>
      volatile?.role === 'client' ? [] : [JSON.stringify(durable.log)],
    );
    const isAnswered = waiting.every((operation, node) => operation === null && asked[node] === requests[node]?.length);
    return isAnswered && logs.every((log) => log === logs[0]) && leadersOf(world).length === 1;
  };

export const raftEntry: CatalogEntry<Raft> = {
  id: 'raft',
  name: 'Raft',
  source: 'Ongaro & Ousterhout 2014, In Search of an Understandable Consensus Algorithm, figure 2',
  brokenRules: {
    votesAreNotSaved: 'A server that restarts has forgotten whom it voted for.',
    quorumIsHalf: 'Half of the servers is enough, where it takes more than half.',
    noLogCheckOnVotes: 'A server votes for anyone, also for a candidate whose log lacks what its own holds.',
    acksOfOtherTermsCount: 'Votes and acknowledgements of an earlier term are counted in this one.',
    commitsOldTerms: 'A leader calls an entry of an earlier term committed as soon as a majority holds it.',
  },
  sizes: [3, 5, 7],
  observations: {
    leaders: (world) => leadersOf(world).length,
    /** The most that lead the same term. */
    leadersInOneTerm: (world) => {
      const leaders = leadersOf(world);
      return Math.max(0, ...leaders.map(({ term }) => leaders.filter((other) => other.term === term).length));
    },
    /** How many entries are known to be committed, by anyone. */
    committed: ({ nodes }) => Math.max(...nodes.map(committedBy)),
    /** The same of a leader whose successor leads already. */
    committedByOldLeader: (world) => {
      const leaders = leadersOf(world);
      const old = leaders.filter(({ term }) => leaders.some((other) => other.term > term));
      return Math.max(0, ...old.map(({ node }) => committedBy(world.nodes[node])));
    },
    highestTerm: ({ nodes }) => Math.max(...nodes.map(({ durable }) => durable.currentTerm)),
    /** Whether a leader lacks an entry that another server knows to be committed, or two know different ones. */
    committedEntryLost: (world) => committedRules.some(({ fault }) => fault(world)),
  },
  options,
  example: (broken, size = 3, given) => {
    const { clients } = { ...options, ...given };
    const rule = broken as RaftRule | undefined;
    const setup = setupWithout(rule, size, clients);
    return {
      setup,
      // All that two timers can bring about, as long as no more than four messages are under way at once. A violation
      // is met long before that many states.
      ...(!rule && {
        within: ({ network }) => network.length <= 4,
        bounds: ['at most four messages under way at once'],
      }),
      ...(rule !== 'acksOfOtherTermsCount' && { withoutIdle: withoutIdleAnswers }),
      timed: { link: { latency: [5, 15], loss: 0.02, duplication: 0.02 }, faults: crashAndCut, thinkTime: [100, 300] },
      invariants: raftInvariants,
      hasSettled: hasSettled(setup),
    };
  },
};
