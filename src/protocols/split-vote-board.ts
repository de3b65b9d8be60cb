import type { BoardEntry, Mark } from './boards.ts';
import {
  electionTimeouts,
  leaderlessTerms,
  leaderOf,
  newestTerm,
  splitVote,
  worstOf,
  type SplitVote,
  type SplitVoteOptions,
  type SplitVoteStep,
  type Timeouts,
} from './split-vote.ts';

const source = 'Ongaro & Ousterhout 2014, §5.2 and §5.6';
const name = (server: number): string => String.fromCharCode(65 + server);
const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const options: SplitVoteOptions = {
  timeouts: [
    [3, 4],
    [3, 4],
    [3, 4],
  ],
  delay: 1,
  losses: 0,
  terms: 4,
};

/** Elections in time, until somebody leads: the player is the network, and the dice that draw the timeouts. */
export const splitVoteBoard: BoardEntry<SplitVote, SplitVoteStep> = {
  id: 'split-vote',
  name: 'Raft’s elections, tick by tick',
  source,
  brokenRules: {},
  options: { ...options },
  board: (_broken, _size, given) => {
    const chosen = { ...options, ...given };
    const { timeouts, delay, losses, terms } = chosen;
    return {
      system: splitVote(chosen),
      nodes: timeouts.map((_, server) => name(server)),
      bounds: [
        `${timeouts.length} servers with empty logs`,
        `timeouts of ${timeouts.map(([least, most]) => (least === most ? `${least}` : `${least} to ${most}`)).join(', ')} ticks`,
        `delays of at most ${counted(delay, 'tick', 'ticks')}`,
        losses === 0 ? 'no faults' : counted(losses, 'lost message', 'lost messages'),
        counted(terms, 'term', 'terms'),
        'until somebody leads',
      ],
      say: (_, step) => sentenceOf(step),
      namesOf: (step) => [step.kind, ...('server' in step ? [`${step.kind}: ${name(step.server)}`] : [])],
      observations: {
        leaderlessTerms,
        newestTerm,
        leaders: (state) => (leaderOf(state) < 0 ? 0 : 1),
        /** Those who stand in the newest term. */
        candidates: (state) =>
          state.servers.filter(({ term, votes }) => votes > 0 && term === newestTerm(state)).length,
        /** How long each has waited, in words. */
        waits: ({ servers }) => servers.map(({ waited }, server) => `${name(server)} ${waited}`).join(', '),
      },
      invariants: [],
      marks: (before, step, after) => marksOf(timeouts, before, step, after),
    };
  },
};

function sentenceOf(step: SplitVoteStep): string {
  if (step.kind === 'wait') return step.ticks === 1 ? '1 tick passes' : `${step.ticks} ticks pass`;
  if (step.kind === 'fire') return `${name(step.server)}’s election timer fires`;
  const { kind, from, to, term } = step.message;
  return `${step.kind === 'drop' ? 'Lose' : 'Deliver'} ${kind}(term ${term}) from ${name(from)} to ${name(to)}`;
}

function marksOf(
  timeouts: SplitVoteOptions['timeouts'],
  before: SplitVote,
  step: SplitVoteStep,
  after: SplitVote,
): readonly Mark[] {
  const local = (node: number, label: string): Mark => ({ kind: 'local', node, label });
  if (step.kind === 'wait') {
    const isDue = ({ servers }: SplitVote, server: number): boolean =>
      (servers[server]?.waited ?? 0) >= (timeouts[server]?.[0] ?? 0);
    return timeouts.flatMap((_, server) =>
      isDue(after, server) && !isDue(before, server) ? [local(server, 'timer may fire')] : [],
    );
  }
  if (step.kind === 'fire') return [local(step.server, `stands for term ${after.servers[step.server]?.term ?? 0}`)];
  const { kind, from, to, term } = step.message;
  const label = `${kind}(term ${term})`;
  if (step.kind === 'drop') return [local(from, `${kind} to ${name(to)} lost`)];
  const news = kind === 'RequestVote' ? `votes for ${name(from)}` : leaderOf(after) === to ? `leads term ${term}` : '';
  return [{ kind: 'message', from, to, label }, ...(news === '' ? [] : [local(to, news)])];
}

const timeoutOptions = { servers: 3, least: 2, most: 6, delay: 1, terms: 3 };

/** The timeouts are the player's; what the network can then make of them is searched. */
export const electionTimeoutsBoard: BoardEntry<Timeouts, number> = {
  id: 'election-timeouts',
  name: 'Raft’s election timeouts',
  source,
  brokenRules: {},
  options: timeoutOptions,
  board: (_broken, _size, given) => {
    const { servers, least, most, delay, terms } = { ...timeoutOptions, ...given };
    const known = new Map<string, number>();
    const worst = (timeouts: Timeouts): number => {
      const key = timeouts.join();
      const found = known.get(key) ?? worstOf(timeouts, delay, terms);
      known.set(key, found);
      return found;
    };
    return {
      system: electionTimeouts(servers, least, most),
      nodes: Array.from({ length: servers }, (_, server) => name(server)),
      bounds: [
        `${servers} servers with empty logs`,
        `timeouts of ${least} to ${most} ticks`,
        `delays of at most ${counted(delay, 'tick', 'ticks')}`,
        'no faults',
        `${terms} terms`,
      ],
      say: (timeouts, server) => `Raise ${name(server)}’s timeout to ${(timeouts[server] ?? 0) + 1}`,
      namesOf: (server) => ['raise', `raise: ${name(server)}`],
      observations: {
        /** How many terms without a leader the network can make of them, at most. */
        worst,
        shortest: (timeouts) => Math.min(...timeouts),
        spread: (timeouts) => Math.max(...timeouts) - Math.min(...timeouts),
        timeouts: (timeouts) => timeouts.map((timeout, server) => `${name(server)} ${timeout}`).join(', '),
      },
      invariants: [],
      marks: (_, server, after) => [{ kind: 'local', node: server, label: `timeout ${after[server] ?? 0}` }],
    };
  },
};
