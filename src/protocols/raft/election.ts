/** How a Raft cluster comes by a leader (Ongaro & Ousterhout 2014, §5.2 and §5.4.1). */
import type { NodeId } from '#simulator/protocol.ts';
import { electionTimer, isQuorum, type RaftMessage, type Server } from './raft.ts';
import { becomeLeader } from './replication.ts';

type Of<Kind> = Extract<RaftMessage, { readonly kind: Kind }>;

/** A term is over: whoever was candidate or leader in it is a follower in the next. */
export function becomeFollower(server: Server, term: number): void {
  if (server.role === 'leader')
    server.effects.push({ kind: 'clearTimer', timer: 'heartbeat' }, electionTimer(server.rules, server.self));
  if (term > server.currentTerm) server.votedFor = null;
  server.currentTerm = term;
  server.role = 'follower';
  server.votes = [];
  server.nextIndex = [];
  server.matchIndex = [];
}

export function startElection(server: Server): void {
  const { self, rules, effects, log } = server;
  server.currentTerm++;
  server.role = 'candidate';
  server.votedFor = self;
  server.votes = [self];
  effects.push(electionTimer(rules, self));
  if (isQuorum(rules, 1)) return becomeLeader(server);
  const message: RaftMessage = {
    kind: 'RequestVote',
    term: server.currentTerm,
    lastLogIndex: log.length,
    lastLogTerm: log.at(-1)?.term ?? 0,
  };
  for (let to = 0; to < rules.servers; to++) if (to !== self) effects.push({ kind: 'send', to, message });
}

/** One vote a term, and only for a log that is at least as up to date as one's own. */
export function receiveRequestVote(
  server: Server,
  candidate: NodeId,
  { term, lastLogIndex, lastLogTerm }: Of<'RequestVote'>,
): void {
  const { self, rules, effects, log, currentTerm, votedFor } = server;
  const ownLastTerm = log.at(-1)?.term ?? 0;
  const isUpToDate = lastLogTerm > ownLastTerm || (lastLogTerm === ownLastTerm && lastLogIndex >= log.length);
  const isFree = votedFor === null || votedFor === candidate;
  const voteGranted = term === currentTerm && isFree && (isUpToDate || rules.broken === 'noLogCheckOnVotes');
  if (voteGranted) {
    server.votedFor = candidate;
    effects.push(electionTimer(rules, self));
  }
  effects.push({ kind: 'send', to: candidate, message: { kind: 'Vote', term: currentTerm, voteGranted } });
}

export function receiveVote(server: Server, from: NodeId, { voteGranted }: Of<'Vote'>): void {
  if (server.role !== 'candidate' || !voteGranted || server.votes.includes(from)) return;
  server.votes = [...server.votes, from].sort((one, other) => one - other);
  if (isQuorum(server.rules, server.votes.length)) becomeLeader(server);
}
