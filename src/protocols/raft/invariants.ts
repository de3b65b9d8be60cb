/** What Raft promises (Ongaro & Ousterhout 2014, figure 3), as far as one world can show it. */
import type { Invariant } from '#simulator/check/invariants.ts';
import type { World } from '#simulator/world.ts';
import type { Entry, Raft, ServerMemory } from './raft.ts';

interface Seen {
  readonly self: number;
  readonly currentTerm: number;
  readonly log: readonly Entry[];
  /** `null` while the server is down. */
  readonly memory: ServerMemory | null;
}

/** The first pair of servers of which `says` has something to say. */
function ofPairs({ nodes }: World<Raft>, says: (one: Seen, other: Seen) => string | null): string | null {
  const servers: Seen[] = [];
  for (let self = 0; self < nodes.length; self++) {
    const node = nodes[self];
    if (!node || node.volatile?.role === 'client') continue;
    servers.push({ self, currentTerm: node.durable.currentTerm, log: node.durable.log, memory: node.volatile });
  }
  for (const one of servers) {
    for (const other of servers) {
      const said = one === other ? null : says(one, other);
      if (said !== null) return said;
    }
  }
  return null;
}

const name = ({ self }: Seen): string => String.fromCharCode(65 + self);
const isLeader = ({ memory }: Seen): boolean => memory?.role === 'leader';
const committed = ({ memory }: Seen): number => memory?.commitIndex ?? 0;

/** By term and operation: an entry of one term has one place, but two entries may hold the same value. */
const isSame = (one: Entry | undefined, other: Entry | undefined): boolean =>
  one?.term === other?.term && one?.operation === other?.operation;

const electionSafety: Invariant<World<Raft>> = {
  name: 'Election Safety',
  fault: (world) =>
    ofPairs(world, (one, other) =>
      isLeader(one) && isLeader(other) && one.currentTerm === other.currentTerm
        ? `${name(one)} and ${name(other)} lead term ${one.currentTerm}`
        : null,
    ),
};

const logMatching: Invariant<World<Raft>> = {
  name: 'Log Matching',
  fault: (world) =>
    ofPairs(world, (one, other) => {
      let agrees = true;
      for (let place = 0; place < one.log.length && place < other.log.length; place++) {
        const own = one.log[place];
        agrees &&= isSame(own, other.log[place]);
        if (!agrees && own?.term === other.log[place]?.term)
          return `${name(one)} and ${name(other)} differ before or at index ${place + 1}, where the terms are the same`;
      }
      return null;
    }),
};

/** A leader of a term that is not behind the server's own holds everything which that server knows to be committed. */
const leaderCompleteness: Invariant<World<Raft>> = {
  name: 'Leader Completeness',
  fault: (world) =>
    ofPairs(world, (leader, other) => {
      if (!isLeader(leader) || leader.currentTerm < other.currentTerm) return null;
      for (let place = 0; place < committed(other); place++) {
        if (!isSame(leader.log[place], other.log[place]))
          return `${name(leader)} leads term ${leader.currentTerm} without entry ${place + 1}, which ${name(other)} has committed`;
      }
      return null;
    }),
};

const stateMachineSafety: Invariant<World<Raft>> = {
  name: 'State Machine Safety',
  fault: (world) =>
    ofPairs(world, (one, other) => {
      const both = Math.min(committed(one), committed(other));
      for (let place = 0; place < both; place++) {
        if (!isSame(one.log[place], other.log[place]))
          return `${name(one)} and ${name(other)} have committed different entries at index ${place + 1}`;
      }
      return null;
    }),
};

/** That what is committed stays. */
export const committedRules: readonly Invariant<World<Raft>>[] = [leaderCompleteness, stateMachineSafety];

export const raftInvariants: readonly Invariant<World<Raft>>[] = [electionSafety, logMatching, ...committedRules];
