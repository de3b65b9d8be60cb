import type { AnyProtocol, NodeId, TimerOf } from './protocol.ts';
import type { Packet } from './world.ts';

/** The only ways a world changes. */
export type Move<P extends AnyProtocol> =
  | { readonly kind: 'deliver' | 'drop' | 'duplicate'; readonly packet: Packet<P> }
  | { readonly kind: 'fire'; readonly node: NodeId; readonly timer: TimerOf<P> }
  | { readonly kind: 'request' | 'tick' | 'crash' | 'restart' | 'pause' | 'resume'; readonly node: NodeId }
  | { readonly kind: 'cut' | 'heal'; readonly between: readonly [NodeId, NodeId] };
