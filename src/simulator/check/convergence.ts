/** Replicas that have received the same updates hold the same (Shapiro et al. 2011). Only a quiet world is asked. */
import { canonicalJson } from '../digest.ts';
import type { AnyProtocol, NodeId } from '../protocol.ts';
import type { NodeState, World } from '../world.ts';

/** Nothing is under way, nobody is cut off, down or paused, and no client waits. Timers may still be armed. */
export const isQuiet = <P extends AnyProtocol>({ network, cuts, nodes, waiting }: World<P>): boolean =>
  network.length === 0 &&
  cuts.length === 0 &&
  nodes.every(({ status }) => status === 'up') &&
  waiting.every((operation) => operation === null);

/** Two replicas that show different things, the first such pair; `null` where all show the same. */
export function divergence<P extends AnyProtocol, Shown>(
  { nodes }: Pick<World<P>, 'nodes'>,
  replicas: readonly NodeId[],
  observe: (node: NodeState<P>, self: NodeId) => Shown,
): { readonly one: NodeId; readonly other: NodeId; readonly shows: readonly [Shown, Shown] } | null {
  const shown = replicas.map((self) => observe(nodes[self] as NodeState<P>, self));
  const texts = shown.map(canonicalJson);
  const place = texts.findIndex((text) => text !== texts[0]);
  if (place < 0) return null;
  return {
    one: replicas[0] as NodeId,
    other: replicas[place] as NodeId,
    shows: [shown[0] as Shown, shown[place] as Shown],
  };
}
