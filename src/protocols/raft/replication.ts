/** How a Raft leader's log becomes everybody's, and when an entry is committed (Ongaro & Ousterhout 2014, §5.3 and §5.4.2). */
import type { NodeId } from '#simulator/protocol.ts';
import { becomeFollower } from './election.ts';
import {
  isQuorum,
  resetElectionTimer,
  send,
  sendToPeers,
  stillAsks,
  termAt,
  type Entry,
  type RaftMessage,
  type Server,
} from './raft.ts';

type Of<Kind> = Extract<RaftMessage, { readonly kind: Kind }>;

/** Milliseconds; far below the election timeout. */
const HEARTBEAT = 50;

export function becomeLeader(server: Server): void {
  server.role = 'leader';
  server.votes = [];
  server.nextIndex = new Array<number>(server.rules.servers).fill(server.log.length + 1);
  server.matchIndex = new Array<number>(server.rules.servers).fill(0);
  server.effects.push({ kind: 'clearTimer', timer: 'election' });
  heartbeat(server);
}

/** To every follower: what it may be missing, which often is nothing. Lost ones are made good by the next. */
export function heartbeat(server: Server): void {
  server.effects.push({ kind: 'setTimer', timer: 'heartbeat', least: HEARTBEAT, most: HEARTBEAT });
  replicate(server);
}

function replicate(server: Server): void {
  sendToPeers(server, (peer) => appendEntries(server, peer));
}

function appendEntries({ currentTerm, log, nextIndex, commitIndex }: Server, follower: NodeId): RaftMessage {
  const prevLogIndex = (nextIndex[follower] as number) - 1;
  return {
    kind: 'AppendEntries',
    term: currentTerm,
    prevLogIndex,
    prevLogTerm: termAt(log, prevLogIndex),
    entries: log.slice(prevLogIndex),
    leaderCommit: commitIndex,
  };
}

/** A client that asks again is answered from the log. What another leader appended is appended anew: only that commits it (§5.4.2). */
export function appendRequest(server: Server, client: NodeId, { operation, value }: Of<'ClientRequest'>): void {
  if (server.role !== 'leader') return;
  const { log, currentTerm, commitIndex } = server;
  if (log.slice(0, commitIndex).some((entry) => entry.operation === operation))
    return send(server, client, { kind: 'ClientReply', operation });
  if (log.some((entry) => entry.operation === operation && entry.term === currentTerm)) return;
  server.log = [...log, { term: currentTerm, value, client, operation }];
  replicate(server);
  advanceCommitIndex(server);
}

export function receiveAppendEntries(server: Server, leader: NodeId, message: Of<'AppendEntries'>): void {
  const { prevLogIndex, entries } = message;
  const { currentTerm, log } = server;
  const reply = (success: boolean, matchIndex: number): void =>
    send(server, leader, { kind: 'AppendEntriesReply', term: currentTerm, success, matchIndex });

  if (message.term < currentTerm) return reply(false, 0);
  becomeFollower(server, currentTerm);
  resetElectionTimer(server);
  if (termAt(log, prevLogIndex) !== message.prevLogTerm) return reply(false, 0);
  // Only a conflict cuts the log: an old message must not take back what a newer one brought.
  const conflict = entries.findIndex(({ term }, place) => term !== termAt(log, prevLogIndex + place + 1));
  if (conflict >= 0) server.log = [...log.slice(0, prevLogIndex + conflict), ...entries.slice(conflict)];
  const matchIndex = prevLogIndex + entries.length;
  server.commitIndex = Math.max(server.commitIndex, Math.min(message.leaderCommit, matchIndex));
  reply(true, matchIndex);
}

export function receiveAppendEntriesReply(
  server: Server,
  from: NodeId,
  { term, success, matchIndex }: Of<'AppendEntriesReply'>,
): void {
  if (!stillAsks(server, 'leader', term)) return;
  const known = server.matchIndex[from] as number;
  const next = server.nextIndex[from] as number;
  if (success && matchIndex > known) {
    server.matchIndex = server.matchIndex.with(from, matchIndex);
    server.nextIndex = server.nextIndex.with(from, matchIndex + 1);
    advanceCommitIndex(server);
  }
  if (!success && next > known + 1) {
    server.nextIndex = server.nextIndex.with(from, next - 1);
    send(server, from, appendEntries(server, from));
  }
}

/** A quorum commits an entry of the leader's own term, and with it all before; never an earlier term's by count alone. */
function advanceCommitIndex(server: Server): void {
  const { rules, log, currentTerm, commitIndex, matchIndex } = server;
  const isCommitted = ({ term }: Entry, place: number): boolean =>
    (term === currentTerm || rules.broken === 'commitsOldTerms') &&
    isQuorum(rules, 1 + matchIndex.filter((match) => match > place).length);
  const index = 1 + log.findLastIndex(isCommitted);
  server.commitIndex = Math.max(commitIndex, index);
  for (const { client, operation } of log.slice(commitIndex, index))
    send(server, client, { kind: 'ClientReply', operation });
}
