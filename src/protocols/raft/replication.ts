/** How a Raft leader's log becomes everybody's, and when an entry is committed (Ongaro & Ousterhout 2014, §5.3 and §5.4.2). */
import type { NodeId } from '#simulator/protocol.ts';
import { becomeFollower } from './election.ts';
import { electionTimer, isQuorum, type RaftMessage, type Server } from './raft.ts';

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
  replicateToAll(server);
}

function replicateToAll(server: Server): void {
  for (let to = 0; to < server.rules.servers; to++) if (to !== server.self) replicate(server, to);
}

function replicate({ effects, currentTerm, log, nextIndex, commitIndex }: Server, to: NodeId): void {
  const prevLogIndex = (nextIndex[to] ?? 1) - 1;
  const prevLogTerm = log[prevLogIndex - 1]?.term ?? 0;
  const entries = log.slice(prevLogIndex);
  const message: RaftMessage = {
    kind: 'AppendEntries',
    term: currentTerm,
    prevLogIndex,
    prevLogTerm,
    entries,
    leaderCommit: commitIndex,
  };
  effects.push({ kind: 'send', to, message });
}

/** A client that asks again is answered from the log. What another leader appended is appended anew: only that commits it (§5.4.2). */
export function appendRequest(server: Server, client: NodeId, { operation, value }: Of<'ClientRequest'>): void {
  if (server.role !== 'leader') return;
  const { log, currentTerm, commitIndex, effects } = server;
  if (log.slice(0, commitIndex).some((entry) => entry.operation === operation)) {
    effects.push({ kind: 'send', to: client, message: { kind: 'ClientReply', operation } });
    return;
  }
  if (log.some((entry) => entry.operation === operation && entry.term === currentTerm)) return;
  server.log = [...log, { term: currentTerm, value, client, operation }];
  replicateToAll(server);
  advanceCommitIndex(server);
}

export function receiveAppendEntries(server: Server, leader: NodeId, message: Of<'AppendEntries'>): void {
  const { self, rules, effects, currentTerm, log } = server;
  const { term, prevLogIndex, prevLogTerm, entries, leaderCommit } = message;
  const isCurrent = term === currentTerm;
  if (isCurrent) {
    becomeFollower(server, term);
    effects.push(electionTimer(rules, self));
  }
  const success = isCurrent && (prevLogIndex === 0 || log[prevLogIndex - 1]?.term === prevLogTerm);
  const matchIndex = success ? prevLogIndex + entries.length : 0;
  if (success) {
    // Only a conflict cuts the log: an old message must not take back what a newer one brought.
    const conflict = entries.findIndex((entry, place) => log[prevLogIndex + place]?.term !== entry.term);
    if (conflict >= 0) server.log = [...log.slice(0, prevLogIndex + conflict), ...entries.slice(conflict)];
    server.commitIndex = Math.max(server.commitIndex, Math.min(leaderCommit, matchIndex));
  }
  effects.push({
    kind: 'send',
    to: leader,
    message: { kind: 'AppendEntriesReply', term: currentTerm, success, matchIndex },
  });
}

export function receiveAppendEntriesReply(
  server: Server,
  from: NodeId,
  { success, matchIndex }: Of<'AppendEntriesReply'>,
): void {
  if (server.role !== 'leader') return;
  const known = server.matchIndex[from] ?? 0;
  if (success && matchIndex > known) {
    server.matchIndex = server.matchIndex.with(from, matchIndex);
    server.nextIndex = server.nextIndex.with(from, matchIndex + 1);
    advanceCommitIndex(server);
  }
  const next = server.nextIndex[from] ?? 1;
  if (!success && next > known + 1) {
    server.nextIndex = server.nextIndex.with(from, next - 1);
    replicate(server, from);
  }
}

/** A quorum commits an entry of the leader's own term, and with it all before; never an earlier term's by count alone. */
function advanceCommitIndex(server: Server): void {
  const { rules, effects, log, currentTerm, commitIndex, matchIndex } = server;
  for (let index = log.length; index > commitIndex; index--) {
    const isOwn = log[index - 1]?.term === currentTerm || rules.broken === 'commitsOldTerms';
    const stored = matchIndex.reduce((count, match) => (match >= index ? count + 1 : count), 1);
    if (!isOwn || !isQuorum(rules, stored)) continue;
    server.commitIndex = index;
    for (const { client, operation } of log.slice(commitIndex, index))
      effects.push({ kind: 'send', to: client, message: { kind: 'ClientReply', operation } });
    return;
  }
}
