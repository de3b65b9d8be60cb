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
/** The same fields in every role; what a role has no use for is empty. */
export interface ServerMemory {
  readonly role: 'follower' | 'candidate' | 'leader';
  /** A candidate's: who voted for it, in order. */
  readonly votes: readonly NodeId[];
  /** A leader's, by server. */
  readonly nextIndex: readonly number[];
  readonly matchIndex: readonly number[];
  /** What it voted in this term: as on the disk, and all there is of it where votes are not saved. */
  readonly votedFor: NodeId | null;
  readonly commitIndex: number;
}
export interface ClientMemory {
  readonly role: 'client';
  readonly server: NodeId;
  readonly pending: PendingRequest | null;
}
export interface PendingRequest {
  readonly operation: OperationId;
  readonly value: string;
}
export type RaftVolatile = ServerMemory | ClientMemory;
export type Raft = Protocol<RaftDurable, RaftVolatile, RaftMessage, RaftTimer, string, 'committed'>;

type Writable<Fields> = { -readonly [Key in keyof Fields]: Fields[Key] };
/** A server in the middle of a step: its disk and its memory, changed in place, and what it wants done. */
export interface Server extends Writable<RaftDurable>, Writable<ServerMemory> {
  readonly self: NodeId;
  readonly rules: RaftOptions;
  readonly effects: RaftEffect[];
}

/** None of what candidates and leaders keep. */
export const followerMemory = { role: 'follower', votes: [], nextIndex: [], matchIndex: [] } as const;

export function raft(rules: RaftOptions): Raft {
  return {
    name: 'Raft',
    format: () => ({ currentTerm: 0, votedFor: null, log: [] }),
    boot: ({ votedFor }, { self }) =>
      self < rules.servers
        ? { volatile: { ...followerMemory, votedFor, commitIndex: 0 }, effects: [electionTimer(rules, self)] }
        : bootClient(),
    step: (durable, volatile, event, { self }) => {
      if (volatile.role === 'client') return stepClient(rules, durable, volatile, event);
      const server: Server = { self, rules, effects: [], ...durable, ...volatile };
      if (event.kind === 'message') receive(server, event.from, event.message);
      if (event.kind === 'timer') (event.timer === 'election' ? startElection : heartbeat)(server);
      return end(server, durable);
    },
    words: raftWords(rules.servers),
  };
}

function end(server: Server, before: RaftDurable): ReturnType<Raft['step']> {
  const { rules, effects, currentTerm, log, role, votes, nextIndex, matchIndex, votedFor, commitIndex } = server;
  const vote = rules.broken === 'votesAreNotSaved' ? null : votedFor;
  const isSame = currentTerm === before.currentTerm && vote === before.votedFor && log === before.log;
  return {
    durable: isSame ? before : { currentTerm, votedFor: vote, log },
    volatile: { role, votes, nextIndex, matchIndex, votedFor, commitIndex },
    effects,
  };
}

function receive(server: Server, from: NodeId, message: RaftMessage): void {
  if ('term' in message && message.term > server.currentTerm) becomeFollower(server, message.term);
  switch (message.kind) {
    case 'RequestVote':
      return receiveRequestVote(server, from, message);
    case 'Vote':
      return receiveVote(server, from, message);
    case 'AppendEntries':
      return receiveAppendEntries(server, from, message);
    case 'AppendEntriesReply':
      return receiveAppendEntriesReply(server, from, message);
    case 'ClientRequest':
      return appendRequest(server, from, message);
    case 'ClientReply':
      return;
  }
}

/** An answer counts only for who asked, in the term that asked: what was granted to an earlier one says nothing about this. */
export const stillAsks = (server: Server, role: Server['role'], term: number): boolean =>
  server.role === role && (server.currentTerm === term || server.rules.broken === 'acksOfOtherTermsCount');

export function send({ effects }: Server, to: NodeId, message: RaftMessage): void {
  effects.push({ kind: 'send', to, message });
}

export function sendToPeers(server: Server, messageFor: (peer: NodeId) => RaftMessage): void {
  for (let peer = 0; peer < server.rules.servers; peer++) {
    if (peer !== server.self) send(server, peer, messageFor(peer));
  }
}

export function electionTimer({ electionTimeout }: RaftOptions, self: NodeId): RaftEffect {
  const [least, most] = electionTimeout?.(self) ?? [150, 300];
  return { kind: 'setTimer', timer: 'election', least, most };
}

/** The wait for a leader begins anew. */
export function resetElectionTimer({ self, rules, effects }: Server): void {
  effects.push(electionTimer(rules, self));
}

/** More than half of the servers. */
export const isQuorum = ({ servers, broken }: RaftOptions, count: number): boolean =>
  broken === 'quorumIsHalf' ? 2 * count >= servers : 2 * count > servers;

/** Indexes count from 1, as in the paper; before the first entry, and past the last, the term is 0. */
export const termAt = (log: readonly Entry[], index: number): number => log[index - 1]?.term ?? 0;
