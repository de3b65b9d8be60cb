/** Never two at once (Dijkstra 1965): in a world, by what nodes believe; in a log, by who was let in when. */
import type { AnyProtocol, NodeId } from '../protocol.ts';
import type { NodeState, World } from '../world.ts';
import type { Invariant } from './invariants.ts';

/** `holds` says what a running or paused node holds ("the lock", "term 2"), or `null`. No two may hold the same. */
export function mutualExclusion<P extends AnyProtocol>(
  name: string,
  holds: (node: NodeState<P>, self: NodeId) => string | null,
  nameOf: (self: NodeId) => string = String,
): Invariant<World<P>> {
  return {
    name,
    fault: ({ nodes }) => {
      const holders = new Map<string, NodeId>();
      for (const [self, node] of nodes.entries()) {
        const held = node.volatile === null ? null : holds(node, self);
        if (held === null) continue;
        const other = holders.get(held);
        if (other !== undefined) return `${nameOf(other)} and ${nameOf(self)} both hold ${held}.`;
        holders.set(held, self);
      }
      return null;
    },
  };
}

/** A line of a log: a process was let in, or left. Who never leaves holds on for ever. */
export interface LockEvent {
  readonly process: number;
  readonly kind: 'acquired' | 'released';
  readonly lock?: string;
}

/** The first event that lets somebody in while another is inside. */
export function overlappingHold(
  events: Iterable<LockEvent>,
): { readonly event: number; readonly holder: number; readonly intruder: number } | null {
  const holderByLock = new Map<string, number>();
  let event = 0;
  for (const { process, kind, lock = '' } of events) {
    const holder = holderByLock.get(lock);
    if (kind === 'released') {
      if (holder === process) holderByLock.delete(lock);
    } else if (holder !== undefined && holder !== process) return { event, holder, intruder: process };
    else holderByLock.set(lock, process);
    event++;
  }
  return null;
}

/**
 * The first write that a resource took although it had already taken one with a larger fencing token (Kleppmann 2016).
 * Tokens are given in the order the resource took them.
 */
export function staleToken(
  tokens: readonly number[],
): { readonly write: number; readonly token: number; readonly newer: number } | null {
  let newer = -Infinity;
  for (const [write, token] of tokens.entries()) {
    if (token < newer) return { write, token, newer };
    newer = token;
  }
  return null;
}
