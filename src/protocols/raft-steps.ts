/**
 * Raft at step grain: winning an election, appending, copying one entry and committing are one step each (Ongaro &
 * Ousterhout 2014, §5.4.2 and figure 8). Left out: messages, crashes (a leader that takes no step is as good as down),
 * and votes that are not enough. Small enough to search the logs, where the message grain is not.
 */
import type { System } from '#simulator/system.ts';

export interface RaftStepsOptions {
  /** At most 9. */
  readonly servers: number;
  /** The bounds: terms that begin, at most 9, and entries a log may hold. */
  readonly terms: number;
  readonly entries: number;
  /** The rule that is missing. */
  /** Where it begins: with nothing, if absent. */
  readonly start?: RaftStepsState;
  readonly broken?: 'commitsOldTerms' | 'noLogCheckOnVotes' | undefined;
}

/** `leader` acts; an election names the servers that vote for it, itself among them; a copy names who receives it. */
export type RaftStep =
  | { readonly action: 'elect'; readonly leader: number; readonly voters: readonly number[] }
  | { readonly action: 'append' | 'commit'; readonly leader: number }
  | { readonly action: 'replicate'; readonly leader: number; readonly follower: number };

export interface RaftStepsState {
  readonly terms: readonly number[];
  /** Whether each server believes itself the leader of its term. */
  readonly leads: readonly boolean[];
  /** Each server's log: the term of each entry, a digit each. Index and term name an entry (Log Matching). */
  readonly logs: readonly string[];
  /** The longest log that a leader has called committed. */
  readonly committed: string;
  /** Whether another leader has called a different one committed. */
  readonly disagreed: boolean;
}

/** The term of an entry, and of none. */
const termAt = (log: string, index: number): number => Number(log[index] ?? 0);
const lastTerm = (log: string): number => termAt(log, log.length - 1);

/** §5.4.1: a later last term, or the same and no shorter. */
const isUpToDate = (log: string, other: string): boolean =>
  lastTerm(log) > lastTerm(other) || (lastTerm(log) === lastTerm(other) && log.length >= other.length);

const commonLength = (one: string, other: string): number => {
  let length = 0;
  while (length < one.length && length < other.length && one[length] === other[length]) length++;
  return length;
};

export function raftSteps({
  servers,
  terms: maxTerm,
  entries,
  start,
  broken,
}: RaftStepsOptions): System<RaftStepsState, RaftStep> {
  const quorum = Math.floor(servers / 2) + 1;
  const all = Array.from({ length: servers }, (_, self) => self);
  const quorums = subsets(all, quorum);

  const nextTerm = ({ terms }: RaftStepsState, voters: readonly number[]): number =>
    1 + Math.max(...voters.map((voter) => terms[voter] ?? 0));
  const canWin = ({ logs }: RaftStepsState, leader: number, voters: readonly number[]): boolean =>
    broken === 'noLogCheckOnVotes' || voters.every((voter) => isUpToDate(logs[leader] ?? '', logs[voter] ?? ''));

  /** How far the leader may call its log committed: a quorum of its term holds it, and the last entry is its own. */
  const committable = ({ terms, logs }: RaftStepsState, leader: number): string => {
    const log = logs[leader] ?? '';
    const term = terms[leader];
    for (let length = log.length; length > 0; length--) {
      const isOwn = termAt(log, length - 1) === term || broken === 'commitsOldTerms';
      const holders = all.filter((self) => terms[self] === term && commonLength(logs[self] ?? '', log) >= length);
      if (isOwn && holders.length >= quorum) return log.slice(0, length);
    }
    return '';
  };

  return {
    init: () =>
      start ?? {
        terms: all.map(() => 0),
        leads: all.map(() => false),
        logs: all.map(() => ''),
        committed: '',
        disagreed: false,
      },
    key: ({ terms, leads, logs, committed, disagreed }) => {
      let key = '';
      for (const self of all) key += `${terms[self]}${leads[self] ? '!' : ''}${logs[self]},`;
      // A term has one digit, and so has each entry: the first digit is the server's term.
      return disagreed ? `${key}${committed}?` : key + committed;
    },
    moves: (state) => {
      const steps: RaftStep[] = [];
      for (const leader of all) {
        for (const voters of quorums) {
          if (voters.includes(leader) && nextTerm(state, voters) <= maxTerm && canWin(state, leader, voters))
            steps.push({ action: 'elect', leader, voters });
        }
        if (!state.leads[leader]) continue;
        const log = state.logs[leader] ?? '';
        const term = state.terms[leader] ?? 0;
        if (log.length < entries) steps.push({ action: 'append', leader });
        for (const follower of all) {
          const isBehind =
            (state.terms[follower] ?? 0) < term || commonLength(state.logs[follower] ?? '', log) < log.length;
          if (follower !== leader && isBehind && (state.terms[follower] ?? 0) <= term)
            steps.push({ action: 'replicate', leader, follower });
        }
        const said = committable(state, leader);
        if (!state.committed.startsWith(said)) steps.push({ action: 'commit', leader });
      }
      return steps;
    },
    apply: (state, step) => {
      const { leader } = step;
      const log = state.logs[leader] ?? '';
      const term = state.terms[leader] ?? 0;
      switch (step.action) {
        case 'elect': {
          const won = nextTerm(state, step.voters);
          const terms = state.terms.map((own, self) => (step.voters.includes(self) ? won : own));
          const leads = state.leads.map((own, self) => (self === leader ? true : own && !step.voters.includes(self)));
          return { ...state, terms, leads };
        }
        case 'append':
          return { ...state, logs: state.logs.with(leader, log + String(term)) };
        case 'replicate': {
          const { follower } = step;
          const own = state.logs[follower] ?? '';
          const agreed = commonLength(own, log);
          // The first entry that is missing, if one is; a conflict takes all that follows with it (figure 2).
          const copied = agreed === log.length ? own : log.slice(0, agreed + 1);
          return {
            ...state,
            terms: state.terms.with(follower, term),
            leads: state.leads.with(follower, false),
            logs: state.logs.with(follower, copied),
          };
        }
        case 'commit': {
          const said = committable(state, leader);
          const disagreed = state.disagreed || !said.startsWith(state.committed);
          return { ...state, committed: disagreed ? state.committed : said, disagreed };
        }
      }
    },
  };
}

function subsets(values: readonly number[], size: number): readonly (readonly number[])[] {
  if (size === 0) return [[]];
  return values.flatMap((value, place) => subsets(values.slice(place + 1), size - 1).map((rest) => [value, ...rest]));
}

/** Figure 8 (a): S1 leads term 2, and has copied the entry of its term to S2 alone. */
export const figure8: RaftStepsState = {
  terms: [2, 2, 2, 1, 1],
  leads: [true, false, false, false, false],
  logs: ['12', '12', '1', '1', '1'],
  committed: '1',
  disagreed: false,
};

/** Leader Completeness: the newest leader, if there is one, lacks an entry that was called committed. */
export const leadsWithoutCommitted = ({ terms, leads, logs, committed }: RaftStepsState): boolean => {
  const newest = Math.max(...terms.map((term, self) => (leads[self] ? term : 0)));
  return (
    newest > 0 && !(logs[terms.findIndex((term, self) => leads[self] && term === newest)] ?? '').startsWith(committed)
  );
};

/** An entry that was called committed is held by fewer than a majority: figure 8 (d). */
export const hasErasedCommitted = ({ logs, committed }: RaftStepsState): boolean =>
  2 * logs.filter((log) => log.startsWith(committed)).length <= logs.length;

/** State Machine Safety: two leaders have called different entries committed at the same index. */
export const hasDisagreed = ({ disagreed }: RaftStepsState): boolean => disagreed;
