/**
 * What a protocol is: a reducer. It sees one event at a time and answers with its next states and what it wants done.
 * It holds no clock and no chance of its own, and it cannot touch the network: that is the world's.
 */

/** A node's place in the cluster, from 0. */
export type NodeId = number;
/** An operation's place in the history, from 0. */
export type OperationId = number;

export type NodeEvent<Message, Timer, Request> =
  | { readonly kind: 'message'; readonly from: NodeId; readonly message: Message }
  | { readonly kind: 'timer'; readonly timer: Timer }
  | { readonly kind: 'request'; readonly operation: OperationId; readonly request: Request };

export type Effect<Message, Timer, Response> =
  | { readonly kind: 'send'; readonly to: NodeId; readonly message: Message }
  /** Fires once, `least` to `most` units of the node's own clock from now. Setting it again starts it anew. */
  | { readonly kind: 'setTimer'; readonly timer: Timer; readonly least: number; readonly most: number }
  | { readonly kind: 'clearTimer'; readonly timer: Timer }
  | { readonly kind: 'respond'; readonly operation: OperationId; readonly response: Response };

export interface Context {
  readonly self: NodeId;
  readonly size: number;
  /** The node's own clock, right or wrong. */
  readonly clock: number;
}

export interface Step<Durable, Volatile, Message, Timer, Response> {
  readonly durable: Durable;
  readonly volatile: Volatile;
  readonly effects: readonly Effect<Message, Timer, Response>[];
}

/** A node is a reducer. `Durable` survives a crash, `Volatile` does not. All states and messages are plain JSON values. */
export interface Protocol<Durable, Volatile, Message, Timer extends string, Request, Response> {
  /** As in its paper: "Raft". */
  readonly name: string;
  /** An empty disk. */
  readonly format: (self: NodeId, size: number) => Durable;
  /** The first start, and each restart: what is in memory then, and what is done at once. */
  readonly boot: (
    durable: Durable,
    context: Context,
  ) => Pick<Step<Durable, Volatile, Message, Timer, Response>, 'volatile' | 'effects'>;
  /** One atomic step: what it makes durable is on disk before anything it sends. */
  readonly step: (
    durable: Durable,
    volatile: Volatile,
    event: NodeEvent<Message, Timer, Request>,
    context: Context,
  ) => Step<Durable, Volatile, Message, Timer, Response>;
  readonly words: Words<Durable, Volatile, Message, Timer, Request, Response>;
}

/** How a protocol's things are called, on the diagram and in sentences. Short: a label has 22 characters. */
export interface Words<Durable, Volatile, Message, Timer, Request, Response> {
  readonly message: (message: Message) => string;
  /** A noun: "election timer". It is said to fire. */
  readonly timer: (timer: Timer) => string;
  readonly request: (request: Request) => string;
  readonly response: (response: Response) => string;
  /** What the node is now, if that is worth a bar beside it: "leader, term 2", "holds the lock". `null` for nothing. */
  readonly role: (durable: Durable, volatile: Volatile) => string | null;
  /** What changed at the node that no message shows: "charged 20", "voted for A". `null` for nothing. */
  readonly change?: (
    before: { readonly durable: Durable; readonly volatile: Volatile },
    after: { readonly durable: Durable; readonly volatile: Volatile },
  ) => string | null;
  /** Names of the nodes by their role, where A, B, C will not do. */
  readonly node?: (self: NodeId, size: number) => string;
}

/** A protocol of which only the shape is known: for code that handles all of them alike. */
// oxlint-disable-next-line typescript/no-explicit-any -- six unrelated parameters, used by nobody who holds one of these
export type AnyProtocol = Protocol<any, any, any, any, any, any>;

export type DurableOf<P> =
  P extends Protocol<infer Durable, infer _V, infer _M, infer _T, infer _Q, infer _R> ? Durable : never;
export type VolatileOf<P> =
  P extends Protocol<infer _D, infer Volatile, infer _M, infer _T, infer _Q, infer _R> ? Volatile : never;
export type MessageOf<P> =
  P extends Protocol<infer _D, infer _V, infer Message, infer _T, infer _Q, infer _R> ? Message : never;
export type TimerOf<P> =
  P extends Protocol<infer _D, infer _V, infer _M, infer Timer, infer _Q, infer _R> ? Timer : never;
export type RequestOf<P> =
  P extends Protocol<infer _D, infer _V, infer _M, infer _T, infer Request, infer _R> ? Request : never;
export type ResponseOf<P> =
  P extends Protocol<infer _D, infer _V, infer _M, infer _T, infer _Q, infer Response> ? Response : never;
