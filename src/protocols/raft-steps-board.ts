import { unreachable } from '#base/assert.ts';
import type { BoardEntry, Mark } from './boards.ts';
import {
  figure8,
  hasDisagreed,
  hasErasedCommitted,
  leadsWithoutCommitted,
  raftSteps,
  type RaftStep,
  type RaftStepsOptions,
  type RaftStepsState,
} from './raft-steps.ts';

const name = (server: number): string => `S${server + 1}`;
const list = (servers: readonly number[]): string => servers.map(name).join(', ');

/** The bounds. `fromFigure8`: begins with figure 8 (a), where five servers hold what two terms have left. */
const options = { servers: 3, terms: 4, entries: 2, fromFigure8: false };

/** Raft's logs, where an election, a copy and a commit are a step each. */
export const raftStepsBoard: BoardEntry<RaftStepsState, RaftStep> = {
  id: 'raft-steps',
  name: 'Raft’s logs, step by step',
  source: 'Ongaro & Ousterhout 2014, §5.4.2 and figure 8',
  brokenRules: {
    commitsOldTerms: 'A leader calls an entry of an earlier term committed once a majority holds it.',
    noLogCheckOnVotes: 'A server votes for a candidate whose log lacks entries that it has.',
  },
  options,
  board: (broken, _size, given) => {
    const { terms, entries, fromFigure8, ...chosen } = { ...options, ...given };
    const servers = fromFigure8 ? figure8.terms.length : chosen.servers;
    const rule = broken as RaftStepsOptions['broken'];
    return {
      system: raftSteps({ servers, terms, entries, broken: rule, ...(fromFigure8 && { start: figure8 }) }),
      nodes: Array.from({ length: servers }, (_, server) => name(server)),
      bounds: [`${servers} servers`, `${terms} terms`, `logs of at most ${entries} entries`, 'no vote is lost'],
      say: (_, step) => sentenceOf(step),
      namesOf: (step) => [step.action, `${step.action}: ${name(step.leader)}`],
      observations: {
        hasErasedCommitted,
        hasDisagreed,
        leadsWithoutCommitted,
        entriesCommitted: ({ committed }) => committed.length,
        leaders: ({ leads }) => leads.filter(Boolean).length,
        newestTerm: (state) => Math.max(...state.terms),
      },
      invariants: [],
      marks: marksOf,
    };
  },
};

function sentenceOf(step: RaftStep): string {
  switch (step.action) {
    case 'elect':
      return `${name(step.leader)} is elected by ${list(step.voters)}`;
    case 'append':
      return `${name(step.leader)} appends an entry of its term`;
    case 'replicate':
      return `${name(step.leader)} copies an entry to ${name(step.follower)}`;
    case 'commit':
      return `${name(step.leader)} calls its log committed`;
    default:
      return unreachable(step);
  }
}

function marksOf(_: RaftStepsState, step: RaftStep, after: RaftStepsState): readonly Mark[] {
  const { leader } = step;
  const log = (server: number): string => `log ${after.logs[server] ?? ''}`;
  switch (step.action) {
    case 'elect':
      return [{ kind: 'local', node: leader, label: `leads term ${after.terms[leader] ?? 0}` }];
    case 'append':
      return [{ kind: 'local', node: leader, label: log(leader) }];
    case 'replicate':
      return [
        { kind: 'message', from: leader, to: step.follower, label: 'entry' },
        { kind: 'local', node: step.follower, label: log(step.follower) },
      ];
    case 'commit':
      return [{ kind: 'local', node: leader, label: `committed ${after.committed}` }];
    default:
      return unreachable(step);
  }
}
