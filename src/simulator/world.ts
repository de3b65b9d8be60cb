/**
 * The whole state of a run, and nothing else: the nodes, the packets under way, the cuts, what may still go wrong,
 * what clients asked and were told. Immutable; `apply` makes the next one.
 */
import type { Log } from './log.ts';
import type {
  AnyProtocol,
  DurableOf,
  MessageOf,
  NodeId,
  OperationId,
  RequestOf,
  ResponseOf,
  TimerOf,
  VolatileOf,
} from './protocol.ts';

/** How often each kind of move may still be made. Part of the state: two worlds that differ in it are different. */
export interface Budget {
  readonly crashes: number;
  readonly drops: number;
  readonly duplicates: number;
  readonly pauses: number;
  readonly cuts: number;
  /** Ticks of single clocks, which make clocks differ. */
  readonly ticks: number;
  /** Firings of timers. `Infinity` where the protocol itself is bounded. */
  readonly fires: number;
}

export const noFaults: Budget = { crashes: 0, drops: 0, duplicates: 0, pauses: 0, cuts: 0, ticks: 0, fires: Infinity };

/** A run that can be made: a protocol, how many nodes, what clients will ask, what may go wrong. */
export interface Setup<P extends AnyProtocol> {
  readonly protocol: P;
  readonly size: number;
  readonly budget: Budget;
  /** What each node's client asks, in order, by node. A client asks its next only when it has the last answer. */
  readonly requests: readonly (readonly RequestOf<P>[])[];
  /** Nodes that no fault may touch: clients, say. */
  readonly sheltered?: readonly NodeId[];
  /** Whether worlds with different histories are different: needed where a goal looks at the history. */
  readonly keepsHistory: boolean;
}

export interface ArmedTimer<Timer> {
  readonly timer: Timer;
  readonly least: number;
  readonly most: number;
}

export interface NodeState<P extends AnyProtocol> {
  readonly status: 'up' | 'paused' | 'down';
  readonly durable: DurableOf<P>;
  /** `null` while the node is down. */
  readonly volatile: VolatileOf<P> | null;
  /** In the order of their names. */
  readonly timers: readonly ArmedTimer<TimerOf<P>>[];
  readonly clock: number;
}

/** A message under way. Equal ones coalesce: `key` is its content. */
export interface Packet<P extends AnyProtocol> {
  readonly key: string;
  readonly from: NodeId;
  readonly to: NodeId;
  readonly message: MessageOf<P>;
}

/** What a client did and saw, in the order it happened: the stamp of an event is its place in the list. */
export type HistoryEvent<P extends AnyProtocol> =
  | { readonly kind: 'invoked'; readonly operation: OperationId; readonly node: NodeId; readonly request: RequestOf<P> }
  | {
      readonly kind: 'returned';
      readonly operation: OperationId;
      readonly node: NodeId;
      readonly response: ResponseOf<P>;
    };

export interface World<P extends AnyProtocol> {
  readonly nodes: readonly NodeState<P>[];
  /** In the order of their content. */
  readonly network: readonly Packet<P>[];
  /** Links that carry nothing, smaller node first, in order. */
  readonly cuts: readonly (readonly [NodeId, NodeId])[];
  readonly budget: Budget;
  /** How many of its requests each node has asked. */
  readonly asked: readonly number[];
  /** The operation each node waits for, or `null`. */
  readonly waiting: readonly (OperationId | null)[];
  readonly history: Log<HistoryEvent<P>>;
}

export const isCut = ({ cuts }: Pick<World<AnyProtocol>, 'cuts'>, one: NodeId, other: NodeId): boolean =>
  cuts.some(([low, high]) => (low === one && high === other) || (low === other && high === one));
