/**
 * Raft's elections in time (Ongaro & Ousterhout 2014, §5.2): three servers, timeouts and delays in ticks. It goes on until
 * somebody leads. Left out: logs, crashes, and refusals, which bring no vote; a newer term is learnt from the requests.
 */
import { search } from '#simulator/search.ts';
import type { System } from '#simulator/system.ts';

export interface SplitVoteOptions {
  /** By server, the ticks without a vote given after which it may stand, and those after which it must. */
  readonly timeouts: readonly (readonly [least: number, most: number])[];
  /** Within how many ticks a message arrives. */
  readonly delay: number;
  /** How many messages may be lost. */
  readonly losses: number;
  /** Terms that begin. */
  readonly terms: number;
}

interface Server {
  readonly term: number;
  /** Whom it voted for in its term. */
  readonly votedFor: number | null;
  /** Of its own candidacy in its term; none if it does not stand. */
  readonly votes: number;
  /** Ticks since its timer was set. */
  readonly waited: number;
}
interface VoteMessage {
  readonly kind: 'RequestVote' | 'Vote';
  readonly from: number;
  readonly to: number;
  readonly term: number;
  /** Ticks that it has been under way. */
  readonly age: number;
}
export interface SplitVote {
  readonly servers: readonly Server[];
  readonly messages: readonly VoteMessage[];
  readonly losses: number;
}
export type SplitVoteStep =
  | { readonly kind: 'wait'; readonly ticks: number }
  | { readonly kind: 'fire'; readonly server: number }
  | { readonly kind: 'deliver' | 'drop'; readonly message: VoteMessage };

const MAJORITY = 2;

export const leaderOf = ({ servers }: SplitVote): number => servers.findIndex(({ votes }) => votes >= MAJORITY);
export const newestTerm = ({ servers }: SplitVote): number => Math.max(...servers.map(({ term }) => term));

const withoutOld = (servers: readonly Server[], messages: readonly VoteMessage[]): readonly VoteMessage[] =>
  messages.filter(({ kind, to, term }) => {
    const { term: own, votedFor, votes } = servers[to] as Server;
    return own === term ? (kind === 'Vote' ? votes > 0 : votedFor === null) : own < term;
  });

/** Terms that have no leader and can have none any more: everybody is in them or beyond, and no majority is left to be had. */
export function leaderlessTerms(state: SplitVote): number {
  const { servers, messages } = state;
  if (leaderOf(state) >= 0) return 0;
  const over = Math.min(...servers.map(({ term }) => term));
  // A message that is under way to a server in its term can still change something: the rest are left out.
  const isOpen = servers.some(
    ({ term, votes }, server) =>
      term === over &&
      votes > 0 &&
      votes +
        messages.filter((each) => each.term === over && (each.kind === 'Vote' ? each.to : each.from) === server)
          .length >=
        MAJORITY,
  );
  return isOpen ? over - 1 : over;
}

export function splitVote({ timeouts, delay, losses, terms }: SplitVoteOptions): System<SplitVote, SplitVoteStep> {
  const timeoutOf = (server: number): readonly [least: number, most: number] => timeouts[server] ?? [1, 1];
  const all = timeouts.map((_, server) => server);

  const stood = (state: SplitVote, server: number): SplitVote => {
    const term = (state.servers[server]?.term ?? 0) + 1;
    const servers = state.servers.with(server, { term, votedFor: server, votes: 1, waited: 0 });
    const asked = all.filter((to) => to !== server);
    const requests = asked.map((to): VoteMessage => ({ kind: 'RequestVote', from: server, to, term, age: 0 }));
    return { ...state, servers, messages: [...state.messages, ...requests] };
  };
  const delivered = (state: SplitVote, { kind, from, to, term }: VoteMessage): SplitVote => {
    const own = state.servers[to] as Server;
    if (kind === 'Vote') return { ...state, servers: state.servers.with(to, { ...own, votes: own.votes + 1 }) };
    // What would change nothing is not under way: the receiver is behind, or has not voted in this term.
    const servers = state.servers.with(to, { term, votedFor: from, votes: 0, waited: 0 });
    return { ...state, servers, messages: [...state.messages, { kind: 'Vote', from: to, to: from, term, age: 0 }] };
  };
  const settled = (state: SplitVote): SplitVote => ({
    ...state,
    messages: withoutOld(state.servers, state.messages).toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1)),
  });
  /** Until something else may happen, or must. */
  const ticksLeft = ({ servers, messages }: SplitVote): number =>
    Math.min(
      ...messages.map(({ age }) => delay - age),
      ...servers.map(({ waited }, server) => {
        const [least, most] = timeoutOf(server);
        return waited < least ? least - waited : most - waited;
      }),
    );

  return {
    init: () => ({
      servers: all.map(() => ({ term: 0, votedFor: null, votes: 0, waited: 0 })),
      messages: [],
      losses,
    }),
    moves: (state) => {
      if (leaderOf(state) >= 0) return [];
      const { servers, messages } = state;
      const ticks = ticksLeft(state);
      const due = all.filter((server) => {
        const { term, waited } = servers[server] as Server;
        return term < terms && waited >= timeoutOf(server)[0];
      });
      return [
        ...(ticks > 0 ? [{ kind: 'wait', ticks } as const] : []),
        ...due.map((server) => ({ kind: 'fire', server }) as const),
        ...messages.map((message) => ({ kind: 'deliver', message }) as const),
        ...(state.losses > 0 ? messages.map((message) => ({ kind: 'drop', message }) as const) : []),
      ];
    },
    apply: (state, step) => {
      if (step.kind === 'fire') return settled(stood(state, step.server));
      if (step.kind === 'wait')
        return {
          ...state,
          servers: state.servers.map((server) => ({ ...server, waited: server.waited + step.ticks })),
          messages: state.messages.map((message) => ({ ...message, age: message.age + step.ticks })),
        };
      const rest = { ...state, messages: state.messages.filter((each) => keyOf(each) !== keyOf(step.message)) };
      return step.kind === 'drop' ? { ...rest, losses: rest.losses - 1 } : settled(delivered(rest, step.message));
    },
    key: ({ servers, messages, losses: left }) =>
      `${servers.map(({ term, votedFor, votes, waited }) => `${term} ${votedFor} ${votes} ${waited}`).join()};${messages.map(keyOf).join()};${left}`,
  };
}

const keyOf = ({ kind, from, to, term, age }: VoteMessage): string => `${kind} ${term} ${from}>${to} ${age}`;

/** Timeouts that are fixed, and set one tick up at a time. */
export type Timeouts = readonly number[];

export const electionTimeouts = (servers: number, least: number, most: number): System<Timeouts, number> => ({
  init: () => new Array<number>(servers).fill(least),
  moves: (timeouts) => timeouts.flatMap((timeout, server) => (timeout < most ? [server] : [])),
  apply: (timeouts, server) => timeouts.with(server, (timeouts[server] ?? 0) + 1),
  key: (timeouts) => timeouts.join(),
});

/** How many terms without a leader the network can make of timeouts by its delays alone, `atMost` so many. */
export function worstOf(timeouts: Timeouts, delay: number, atMost: number): number {
  const ranges = timeouts.map((timeout) => [timeout, timeout] as const);
  let worst = 0;
  const isWorst = (state: SplitVote): boolean => {
    worst = Math.max(worst, leaderlessTerms(state));
    return worst >= atMost;
  };
  search(splitVote({ timeouts: ranges, delay, losses: 0, terms: atMost + 1 }), isWorst, { limit: 20_000 });
  return worst;
}
