import type { Invariant } from '#simulator/check/invariants.ts';
import type { AnyProtocol, NodeId } from '#simulator/protocol.ts';
import type { ScheduleOptions } from '#simulator/schedule.ts';
import type { Renaming } from '#simulator/symmetry.ts';
import type { Setup, World } from '#simulator/world.ts';

/** What is seen of a state from outside. Goals of puzzles, and the sentences that tell how far one is, rest on nothing else. */
export type Observed = number | boolean | string;
/** By name, in the words of a sentence: "charges", "stale reads". */
export type Observations<State> = Readonly<Record<string, (state: State) => Observed>>;
/** By name, plain JSON. */
export type ExampleOptions = Readonly<Record<string, unknown>>;

/** One small cluster of a protocol, ready for either driver. */
export interface Example<P extends AnyProtocol> {
  readonly setup: Setup<P>;
  /** Keeps a search finite: what it refuses is not explored any further. */
  readonly within?: (world: World<P>) => boolean;
  /** The same in words, a limit each; also what the protocol itself limits: "each payment tried at most three times". */
  readonly bounds?: readonly string[];
  /** Nodes that are alike, group by group, so that a search may count worlds once that differ in their names only. */
  readonly symmetry?: { readonly groups: readonly (readonly NodeId[])[]; readonly renaming?: Renaming<P> };
  /** Takes away packets that can change nothing any more: sound for goals that do not look at the network. */
  readonly withoutIdle?: (world: World<P>) => World<P>;
  readonly timed: ScheduleOptions<P>;
  readonly invariants: readonly Invariant<World<P>>[];
  /** Once faults have stopped and the network has healed, whether it has done what it is there for. */
  readonly hasSettled: (world: World<P>) => boolean;
}

/** A line of the catalog: adding a protocol is a file, a line here, and a transcript. */
export interface CatalogEntry<P extends AnyProtocol = AnyProtocol> {
  readonly id: string;
  readonly name: string;
  /** Where it is described: "Ongaro & Ousterhout 2014, figure 2". */
  readonly source: string;
  /** The rules that can be taken away, by flag: what is missing then, in a sentence. */
  readonly brokenRules: Readonly<Record<string, string>>;
  /** How many nodes, clients aside, its example may have, where that can be chosen: its own number first. */
  readonly sizes?: readonly number[];
  /** What else its example can be given, by name, each with what it has by itself: `retries: 2`. */
  readonly options?: ExampleOptions;
  /** What can be observed of its worlds, beside what every world shows. */
  readonly observations?: Observations<World<P>>;
  /**
   * The sound protocol, or the one without the rule that `broken` names, with one of `sizes` nodes. A rule whose loss
   * shows only with a certain number keeps to that. `options` are some of the entry's, in place of its own.
   */
  readonly example: (broken?: string, size?: number, options?: ExampleOptions) => Example<P>;
}
