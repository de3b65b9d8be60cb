/** Systems written by hand that a puzzle can be played on, by id. They share their ids with the catalog's protocols. */
import type { Invariant } from '#simulator/check/invariants.ts';
import type { System } from '#simulator/system.ts';
import type { ExampleOptions, Observations } from './catalog-entry.ts';

/** What a step shows on the diagram, at the moment it is made. Nodes are places among the columns. */
export type Mark =
  | { readonly kind: 'message'; readonly from: number; readonly to: number; readonly label: string }
  | { readonly kind: 'local'; readonly node: number; readonly label: string };

export interface BoardSetup<State, Step> {
  readonly system: System<State, Step>;
  /** The columns of the diagram, in order. */
  readonly nodes: readonly string[];
  /** What keeps it finite, in words, a limit each. */
  readonly bounds: readonly string[];
  /** A step as a sentence without its full stop. */
  readonly say: (state: State, step: Step) => string;
  /** The names by which a puzzle may allow a step or not: its kind first. */
  readonly namesOf: (step: Step) => readonly string[];
  readonly observations: Observations<State>;
  readonly invariants: readonly Invariant<State>[];
  readonly marks: (before: State, step: Step, after: State) => readonly Mark[];
}

export interface BoardEntry<State = unknown, Step = unknown> {
  readonly id: string;
  readonly name: string;
  /** Where it is described. */
  readonly source: string;
  readonly brokenRules: Readonly<Record<string, string>>;
  readonly sizes?: readonly number[];
  /** What else it can be given, by name, each with what it has by itself. */
  readonly options?: ExampleOptions;
  readonly board: (broken?: string, size?: number, options?: ExampleOptions) => BoardSetup<State, Step>;
}

export const boards: Readonly<Record<string, () => Promise<BoardEntry>>> = {
  'election-timeouts': async () => (await import('./split-vote-board.ts')).electionTimeoutsBoard as BoardEntry,
  'gossip-rounds': async () => (await import('./gossip-rounds-board.ts')).gossipRoundsBoard as BoardEntry,
  'latency-map': async () => (await import('./latency-map-board.ts')).latencyMapBoard as BoardEntry,
  'raft-steps': async () => (await import('./raft-steps-board.ts')).raftStepsBoard as BoardEntry,
  'split-vote': async () => (await import('./split-vote-board.ts')).splitVoteBoard as BoardEntry,
};
