/** How a Raft cluster comes by a leader (Ongaro & Ousterhout 2014, §5.2 and §5.4.1). */
import type { NodeId } from '#simulator/protocol.ts';
import {
  followerMemory,
  isQuorum,
  resetElectionTimer,
  send,
  sendToPeers,
  stillAsks,
  termAt,
  type RaftMessage,
  type Server,
} from './raft.ts';
import { becomeLeader } from './replication.ts';

type Of<Kind> = Extract<RaftMessage, { readonly kind: Kind }>;

/** A term is over: whoever was candidate or leader in it is a follower in the next. */
export function becomeFollower(server: Server, term: number): void {
  if (server.role === 'leader') {
    server.effects.push({ kind: 'clearTimer', timer: 'heartbeat' });
    resetElectionTimer(server);
  }
  if (term > server.currentTerm) server.votedFor = null;
  server.currentTerm = term;
  Object.assign(server, followerMemory);
}

export function startElection(server: Server): void {
  const { self, log } = server;
  const term = ++server.currentTerm;
  const lastLogIndex = log.length;
  const lastLogTerm = termAt(log, lastLogIndex);
  server.role = 'candidate';
  server.votedFor = self;
  server.votes = [];
  resetElectionTimer(server);
  sendToPeers(server, () => ({ kind: 'RequestVote', term, lastLogIndex, lastLogTerm }));
  countVote(server, self);
}

/** One vote a term, and only for a log that is at least as up to date as one's own. */
export function receiveRequestVote(
  server: Server,
  candidate: NodeId,
  { term, lastLogIndex, lastLogTerm }: Of<'RequestVote'>,
): void {
  const { log, currentTerm, votedFor } = server;
  const ownLastTerm = termAt(log, log.length);
  const isUpToDate = lastLogTerm === ownLastTerm ? lastLogIndex >= log.length : lastLogTerm > ownLastTerm;
  const isFree = votedFor === null || votedFor === candidate;
  const voteGranted = term === currentTerm && isFree && (isUpToDate || server.rules.broken === 'noLogCheckOnVotes');
  if (voteGranted) {
    server.votedFor = candidate;
    resetElectionTimer(server);
  }
  send(server, candidate, { kind: 'Vote', term: currentTerm, voteGranted });
}

export function receiveVote(server: Server, from: NodeId, { term, voteGranted }: Of<'Vote'>): void {
  if (stillAsks(server, 'candidate', term) && voteGranted && !server.votes.includes(from)) countVote(server, from);
}

function countVote(server: Server, from: NodeId): void {
  server.votes = [...server.votes, from].sort((one, other) => one - other);
  if (isQuorum(server.rules, server.votes.length)) becomeLeader(server);
}
