import type { Invariant } from '#simulator/check/invariants.ts';
import type { AnyProtocol } from '#simulator/protocol.ts';
import type { ScheduleOptions } from '#simulator/schedule.ts';
import type { Setup, World } from '#simulator/world.ts';

/** One small cluster of a protocol, ready for either driver. */
export interface Example<P extends AnyProtocol> {
  readonly setup: Setup<P>;
  /** Keeps a search finite: what it refuses is not explored any further. */
  readonly within?: (world: World<P>) => boolean;
  /** The same in words, a limit each; also what the protocol itself limits: "each payment tried at most three times". */
  readonly bounds?: readonly string[];
  /**
   * Moves, in the simulator's sentences, after which an invariant fails. Given where the missing rule shows only in runs
   * that are too long for a search to find.
   */
  readonly script?: readonly string[];
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
  /**
   * The sound protocol, or the one without the rule that `broken` names, with one of `sizes` nodes. A rule whose loss
   * shows only with a certain number keeps to that.
   */
  readonly example: (broken?: string, size?: number) => Example<P>;
}
