import type { NodeId } from '#simulator/protocol.ts';
import type { Entry, Raft } from './raft.ts';

const values = (entries: readonly Entry[]): string => entries.map(({ value }) => value).join(', ');

/** Entries with their terms, as figure 8 draws them: "x₁ y₂" would be its boxes. */
const logText = (log: readonly Entry[]): string =>
  log.length === 0 ? 'empty' : log.map(({ value, term }) => `${value} (term ${term})`).join(', ');

export const raftWords = (servers: number): Raft['words'] => ({
  message: (message) => {
    switch (message.kind) {
      case 'RequestVote':
        return `RequestVote(term ${message.term})`;
      case 'Vote':
        return message.voteGranted ? `Vote(term ${message.term})` : `No vote(term ${message.term})`;
      case 'AppendEntries':
        return message.entries.length === 0
          ? `AppendEntries(term ${message.term})`
          : `Append ${values(message.entries)} (term ${message.term})`;
      case 'AppendEntriesReply':
        return message.success
          ? `Match ${message.matchIndex} (term ${message.term})`
          : `No match(term ${message.term})`;
      case 'ClientRequest':
        return `Request(${message.value})`;
      case 'ClientReply':
        return 'Committed';
    }
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
    const vote = is.votedFor ?? durable.votedFor;
    const isNew =
      vote !== (was.votedFor ?? before.durable.votedFor) || durable.currentTerm !== before.durable.currentTerm;
    if (vote !== null && isNew) news.push(`voted for ${serverName(vote)}`);
    if (durable.log !== before.durable.log) news.push(`log ${logText(durable.log)}`);
    if (is.commitIndex > was.commitIndex)
      news.push(`committed ${values(durable.log.slice(was.commitIndex, is.commitIndex))}`);
    return news.length === 0 ? null : news.join('; ');
  },
  node: (self, size) =>
    self < servers ? serverName(self) : size === servers + 1 ? 'Client' : `Client ${self - servers + 1}`,
});

const serverName = (self: NodeId): string => String.fromCharCode(65 + self);
