/**
 * Raft at message grain: elections and log replication (Ongaro & Ousterhout 2014, figure 2). Left out: membership
 * changes, snapshots, redirects of clients, a new leader's empty entry (§8), and the state machine: what is committed is
 * what it would have applied.
 */
import type { Effect, NodeId, OperationId, Protocol } from '#simulator/protocol.ts';
import { bootClient, stepClient } from './client.ts';
import { becomeFollower, receiveRequestVote, receiveVote, startElection } from './election.ts';
import { appendRequest, heartbeat, receiveAppendEntries, receiveAppendEntriesReply } from './replication.ts';
import { raftWords } from './words.ts';

export interface RaftOptions {
  /** Nodes 0 to `servers` - 1. Nodes beyond are clients, which ask server after server until one answers. */
  readonly servers: number;
  /** Milliseconds without a leader after which a server stands for election: 150 to 300 if absent (§9.3). */
  readonly electionTimeout?: (self: NodeId) => readonly [least: number, most: number];
  /** The rule that is missing. */
  readonly broken?: RaftRule | undefined;
}
export type RaftRule =
  | 'votesAreNotSaved'
  | 'quorumIsHalf'
  | 'noLogCheckOnVotes'
  | 'commitsOldTerms'
  | 'acksOfOtherTermsCount';

/** `operation` tells a client's requests apart (§8): nothing else knows that two entries are the same request. */
export interface Entry {
  readonly term: number;
  readonly value: string;
  readonly client: NodeId;
  readonly operation: OperationId;
}

/** Who sends a message is on its envelope: no `candidateId`, no `leaderId`. */
export type RaftMessage =
  | { readonly kind: 'RequestVote'; readonly term: number; readonly lastLogIndex: number; readonly lastLogTerm: number }
  | { readonly kind: 'Vote'; readonly term: number; readonly voteGranted: boolean }
  | {
      readonly kind: 'AppendEntries';
      readonly term: number;
      readonly prevLogIndex: number;
      readonly prevLogTerm: number;
      readonly entries: readonly Entry[];
      readonly leaderCommit: number;
    }
  /** `matchIndex` says which request it answers: how far the follower's log is now known to be the leader's. */
  | {
      readonly kind: 'AppendEntriesReply';
      readonly term: number;
      readonly success: boolean;
      readonly matchIndex: number;
    }
  | { readonly kind: 'ClientRequest'; readonly operation: OperationId; readonly value: string }
  | { readonly kind: 'ClientReply'; readonly operation: OperationId };
export type RaftTimer = 'election' | 'heartbeat' | 'retry';
export type RaftEffect = Effect<RaftMessage, RaftTimer, 'committed'>;

/** A server's disk; a client's stays empty. */
export interface RaftDurable {
  readonly currentTerm: number;
  readonly votedFor: NodeId | null;
  readonly log: readonly Entry[];
}
export type ServerMemory = {
  readonly role: 'follower' | 'candidate' | 'leader';
  readonly commitIndex: number;
  /** A candidate's: who voted for it, in order. */
  readonly votes?: readonly NodeId[];
  /** A leader's, by server. */
  readonly nextIndex?: readonly number[];
  readonly matchIndex?: readonly number[];
  /** Here instead of on the disk where votes are not saved. */
  readonly votedFor?: NodeId | null;
};
export interface ClientMemory {
  readonly role: 'client';
  readonly server: NodeId;
  readonly pending: { readonly operation: OperationId; readonly value: string } | null;
}
export type RaftVolatile = ServerMemory | ClientMemory;
export type Raft = Protocol<RaftDurable, RaftVolatile, RaftMessage, RaftTimer, string, 'committed'>;

/** A server in the middle of a step: what it holds, changed in place, and what it wants done. */
export interface Server {
  readonly self: NodeId;
  readonly rules: RaftOptions;
  readonly effects: RaftEffect[];
  currentTerm: number;
  votedFor: NodeId | null;
  log: readonly Entry[];
  role: ServerMemory['role'];
  votes: readonly NodeId[];
  commitIndex: number;
  nextIndex: readonly number[];
  matchIndex: readonly number[];
}

export function raft(rules: RaftOptions): Raft {
  const isServer = (self: NodeId): boolean => self < rules.servers;
  return {
    name: 'Raft',
    format: () => ({ currentTerm: 0, votedFor: null, log: [] }),
    boot: (_, { self }) =>
      isServer(self)
        ? { volatile: { role: 'follower', commitIndex: 0 }, effects: [electionTimer(rules, self)] }
        : bootClient(),
    step: (durable, volatile, event, { self }) => {
      if (volatile.role === 'client') return stepClient(rules, durable, volatile, event);
      const server = begin(self, rules, durable, volatile);
      if (event.kind === 'message') receive(server, event.from, event.message);
      if (event.kind === 'timer') (event.timer === 'election' ? startElection : heartbeat)(server);
      return { durable: saved(server, durable), volatile: kept(server), effects: server.effects };
    },
    words: raftWords(rules.servers),
  };
}

export function electionTimer({ electionTimeout }: RaftOptions, self: NodeId): RaftEffect {
  const [least, most] = electionTimeout?.(self) ?? [150, 300];
  return { kind: 'setTimer', timer: 'election', least, most };
}

function begin(
  self: NodeId,
  rules: RaftOptions,
  { currentTerm, votedFor, log }: RaftDurable,
  memory: ServerMemory,
): Server {
  const { role, commitIndex, votes = [], nextIndex = [], matchIndex = [] } = memory;
  return {
    self,
    rules,
    effects: [],
    currentTerm,
    votedFor: memory.votedFor ?? votedFor,
    log,
    role,
    commitIndex,
    votes,
    nextIndex,
    matchIndex,
  };
}

function saved({ rules, currentTerm, votedFor, log }: Server, before: RaftDurable): RaftDurable {
  const vote = rules.broken === 'votesAreNotSaved' ? null : votedFor;
  const isSame = currentTerm === before.currentTerm && vote === before.votedFor && log === before.log;
  return isSame ? before : { currentTerm, votedFor: vote, log };
}

/** Only what the role needs: a search keeps millions of these. */
function kept({ rules, role, commitIndex, votes, nextIndex, matchIndex, votedFor }: Server): ServerMemory {
  const memory: ServerMemory =
    role === 'follower'
      ? { role, commitIndex }
      : role === 'candidate'
        ? { role, commitIndex, votes }
        : { role, commitIndex, nextIndex, matchIndex };
  return rules.broken === 'votesAreNotSaved' ? { ...memory, votedFor } : memory;
}

/** More than half of the servers. */
export const isQuorum = ({ servers, broken }: RaftOptions, count: number): boolean =>
  broken === 'quorumIsHalf' ? 2 * count >= servers : 2 * count > servers;

function receive(server: Server, from: NodeId, message: RaftMessage): void {
  if ('term' in message && message.term > server.currentTerm) becomeFollower(server, message.term);
  switch (message.kind) {
    case 'RequestVote':
      return receiveRequestVote(server, from, message);
    case 'AppendEntries':
      return receiveAppendEntries(server, from, message);
    case 'ClientRequest':
      return appendRequest(server, from, message);
    case 'Vote':
    case 'AppendEntriesReply': {
      // What was granted to an earlier term says nothing about this one.
      if (message.term < server.currentTerm && server.rules.broken !== 'acksOfOtherTermsCount') return;
      return message.kind === 'Vote'
        ? receiveVote(server, from, message)
        : receiveAppendEntriesReply(server, from, message);
    }
    case 'ClientReply':
      return;
  }
}
