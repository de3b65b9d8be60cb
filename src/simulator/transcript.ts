/** A run as a story: a line for each move, and under it what came of it. Timers that are only set are not told. */
import { initialWorld, transition, type Transition } from './apply.ts';
import type { Move } from './move.ts';
import type { AnyProtocol, NodeId } from './protocol.ts';
import { nodeName, sentence } from './sentence.ts';
import type { NodeState, Setup, World } from './world.ts';

/** Moves from the initial world on, each possible when its turn comes. Ends with a newline. */
export function transcript<P extends AnyProtocol>(
  setup: Setup<P>,
  moves: Iterable<{ readonly at?: number; readonly move: Move<P> }>,
): string {
  let world = initialWorld(setup);
  const lines = ['At the start', ...startLines(setup, world).map(indented)];
  for (const { at, move } of moves) {
    const made = transition(setup, world, move);
    lines.push(`${at === undefined ? '' : `${at.toFixed(1)}  `}${sentence(setup, world, move)}`);
    lines.push(...changeLines(setup, made).map(indented));
    world = made.world;
  }
  return `${lines.join('\n')}\n`;
}

const indented = (line: string): string => `    ${line}`;

function startLines<P extends AnyProtocol>(setup: Setup<P>, { nodes, network }: World<P>): string[] {
  const roles = nodes.flatMap((node, self) => {
    const role = roleOf(setup, node);
    return role === null ? [] : [`${nodeName(setup, self)}: ${role}`];
  });
  return [
    ...roles,
    ...network.map(({ from, to, message }) => sends(setup, from, to, setup.protocol.words.message(message))),
  ];
}

function changeLines<P extends AnyProtocol>(
  setup: Setup<P>,
  { before, world, node, effects }: Transition<P>,
): string[] {
  const { words } = setup.protocol;
  const lines: string[] = [];
  world.nodes.forEach((is, self) => {
    const was = before.nodes[self];
    if (was === undefined || was === is) return;
    const change = was.volatile === null || is.volatile === null ? null : words.change?.(was, is);
    if (change) lines.push(`${nodeName(setup, self)}: ${change}`);
    const had = roleOf(setup, was);
    const role = roleOf(setup, is);
    if (role === had || is.status === 'down') return;
    lines.push(`${nodeName(setup, self)} is ${role === null ? `no longer: ${had}` : `now: ${role}`}`);
  });
  for (const effect of effects) {
    if (effect.kind === 'send') lines.push(sends(setup, node ?? 0, effect.to, words.message(effect.message)));
  }
  for (const event of world.history.slice(before.history.length)) {
    if (event.kind === 'returned')
      lines.push(`${nodeName(setup, event.node)} has its answer: ${words.response(event.response)}`);
  }
  return lines;
}

const sends = <P extends AnyProtocol>(setup: Setup<P>, from: NodeId, to: NodeId, message: string): string =>
  `${nodeName(setup, from)} sends ${message} to ${from === to ? 'itself' : nodeName(setup, to)}`;

function roleOf<P extends AnyProtocol>({ protocol }: Setup<P>, { durable, volatile }: NodeState<P>): string | null {
  return volatile === null ? null : protocol.words.role(durable, volatile);
}
