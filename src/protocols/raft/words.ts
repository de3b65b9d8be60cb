import type { NodeId } from '#simulator/protocol.ts';
import type { Entry, Raft, RaftMessage } from './raft.ts';

const values = (entries: readonly Entry[]): string => entries.map(({ value }) => value).join(', ');

const sentBy = (message: Extract<RaftMessage, { readonly term: number }>): string => {
  switch (message.kind) {
    case 'RequestVote':
      return message.kind;
    case 'Vote':
      return message.voteGranted ? 'Vote' : 'No vote';
    case 'AppendEntries':
      return message.entries.length === 0 ? message.kind : `Append ${values(message.entries)} `;
    case 'AppendEntriesReply':
      return message.success ? `Match ${message.matchIndex} ` : 'No match';
  }
};

export const raftWords = (servers: number): Raft['words'] => ({
  message: (message) => {
    if ('term' in message) return `${sentBy(message)}(term ${message.term})`;
    return message.kind === 'ClientRequest' ? `Request(${message.value})` : 'Committed';
  },
  timer: (timer) => `${timer} timer`,
  request: (value) => value,
  response: (response) => response,
  role: (durable, { role }) =>
    role === 'client' || durable.currentTerm === 0 ? null : `${role}, term ${durable.currentTerm}`,
  change: (before, after) => {
    const news: string[] = [];
    const { volatile: was } = before;
    const { volatile: is, durable } = after;
    if (was.role === 'client' || is.role === 'client') return null;
    const isNew = is.votedFor !== was.votedFor || durable.currentTerm !== before.durable.currentTerm;
    if (is.votedFor !== null && isNew) news.push(`voted for ${serverName(is.votedFor)}`);
    if (durable.log !== before.durable.log)
      news.push(`log ${durable.log.map(({ value, term }) => `${value} (term ${term})`).join(', ')}`);
    if (is.commitIndex > was.commitIndex)
      news.push(`committed ${values(durable.log.slice(was.commitIndex, is.commitIndex))}`);
    return news.join('; ') || null;
  },
  node: (self, size) =>
    self < servers ? serverName(self) : size === servers + 1 ? 'Client' : `Client ${self - servers + 1}`,
});

const serverName = (self: NodeId): string => String.fromCharCode(65 + self);
