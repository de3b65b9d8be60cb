/** What a run of the lab is made from. Whatever is absent is as the protocol's own example has it. */

export type LabFaultKind = 'crash' | 'restart' | 'pause' | 'resume' | 'cut' | 'heal';
export const faultKinds: readonly LabFaultKind[] = ['crash', 'restart', 'pause', 'resume', 'cut', 'heal'];

/** Made at its time if it is possible then. `cut` and `heal` are of the link to `other`, or of all links of the node. */
export interface LabFault {
  readonly at: number;
  readonly kind: LabFaultKind;
  /** A node's place in the cluster, from 0. */
  readonly node: number;
  readonly other?: number;
}

export type Span = readonly [least: number, most: number];

export interface LabSettings {
  /** An id of the catalog. */
  readonly protocol: string;
  /** The rule that is taken away. */
  readonly broken?: string;
  /** How many nodes, clients aside. */
  readonly size?: number;
  /** Options of the protocol, by name. */
  readonly options?: Readonly<Record<string, unknown>>;
  readonly seed: number;
  /** In units of virtual time. */
  readonly latency?: Span;
  /** The share of messages that are lost, 0 to 1. */
  readonly loss?: number;
  /** The share of messages that arrive twice, 0 to 1. */
  readonly duplication?: number;
  /** How long a client waits before it asks. */
  readonly thinkTime?: Span;
  /** How many of the nodes that ask do so. */
  readonly clients?: number;
  /** How often each client asks what it asks. */
  readonly rounds?: number;
  /** How fast each node's clock runs: 1 keeps time. */
  readonly clockRates?: readonly number[];
  readonly faults?: readonly LabFault[];
  /** What each node's client asks, by node, as the protocol writes requests. */
  readonly requests?: readonly (readonly unknown[])[];
  /** Other names for the nodes, in their order. */
  readonly names?: readonly string[];
  /** Moves are made by hand: those of a shared text, or none yet where it is empty. */
  readonly hand?: string;
  /** A figure's moves, as sentences; they are made at once, by hand. */
  readonly script?: readonly string[];
  /** A figure's faults, each a sentence, in place of `faults`. */
  readonly told?: readonly { readonly at: number; readonly move: string }[];
}

export const isByHand = ({ hand, script }: LabSettings): boolean => hand !== undefined || script !== undefined;

/** What may be chosen: enough to see anything, and never so much that a phone runs out of memory. */
export const limits = {
  seed: [0, 4_294_967_295],
  latency: [0, 10_000],
  share: [0, 0.9],
  thinkTime: [0, 10_000],
  clients: [0, 8],
  rounds: [1, 50],
  clockRate: [0.1, 10],
  at: [0, 1_000_000],
} as const satisfies Readonly<Record<string, Span>>;

/** How many faults a set-up may have. */
export const MOST_FAULTS = 60;

export const firstSettings: LabSettings = { protocol: 'raft', seed: 1 };
