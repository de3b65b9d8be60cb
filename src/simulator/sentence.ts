/** Moves as sentences: one wording for the list under a diagram, a transcript, and a screen reader. */
import { unreachable } from '#base/assert.ts';
import type { Move } from './move.ts';
import type { AnyProtocol, NodeId } from './protocol.ts';
import type { Packet, Setup, World } from './world.ts';

/** The name its protocol gives a node, or A, B, C and so on. */
export function nodeName<P extends AnyProtocol>(
  { protocol, size }: Pick<Setup<P>, 'protocol' | 'size'>,
  self: NodeId,
): string {
  return protocol.words.node?.(self, size) ?? String.fromCharCode(65 + self);
}

/** "Deliver RequestVote(term 2) from A to B", without a full stop. `world` is the one the move is made in. */
export function sentence<P extends AnyProtocol>(
  setup: Setup<P>,
  world: Pick<World<P>, 'asked'>,
  move: Move<P>,
): string {
  const { words } = setup.protocol;
  const name = (node: NodeId): string => nodeName(setup, node);
  switch (move.kind) {
    case 'deliver':
      return `Deliver ${packetWords(setup, move.packet)}`;
    case 'duplicate':
      return `Deliver a copy of ${packetWords(setup, move.packet)}`;
    case 'drop':
      return `Lose ${packetWords(setup, move.packet)}`;
    case 'fire':
      return `${name(move.node)}’s ${words.timer(move.timer)} fires`;
    case 'request': {
      const request = setup.requests[move.node]?.[world.asked[move.node] ?? 0];
      return `${name(move.node)} asks: ${request === undefined ? 'nothing' : words.request(request)}`;
    }
    case 'tick':
      return `${name(move.node)}’s clock ticks`;
    case 'crash':
      return `Crash ${name(move.node)}`;
    case 'restart':
      return `Restart ${name(move.node)}`;
    case 'pause':
      return `Pause ${name(move.node)}`;
    case 'resume':
      return `Resume ${name(move.node)}`;
    case 'cut':
      return `Cut the link between ${name(move.between[0])} and ${name(move.between[1])}`;
    case 'heal':
      return `Heal the link between ${name(move.between[0])} and ${name(move.between[1])}`;
    default:
      return unreachable(move);
  }
}

const packetWords = <P extends AnyProtocol>(setup: Setup<P>, { from, to, message }: Packet<P>): string =>
  `${setup.protocol.words.message(message)} from ${nodeName(setup, from)} to ${nodeName(setup, to)}`;
