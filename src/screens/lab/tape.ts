/** A run that runs, as strokes: few enough to be drawn anew in every frame, without words. Read off the worlds like any picture here. */
import type { AnyProtocol, NodeId } from '#simulator/protocol.ts';
import type { Happening } from '#simulator/schedule.ts';
import type { Setup, World } from '#simulator/world.ts';

export type Stroke =
  | {
      readonly kind: 'message';
      readonly from: NodeId;
      readonly to: NodeId;
      readonly at: number;
      readonly arrives: number;
      readonly isLost: boolean;
      /** It has not arrived: how long its way is, nobody knows. */
      readonly isUnderWay?: boolean;
    }
  /** A node's role, where it has one, and the time it is down or paused. */
  | {
      readonly kind: 'role' | 'down' | 'paused';
      readonly node: NodeId;
      readonly at: number;
      readonly until: number;
    }
  /** A client was answered. */
  | { readonly kind: 'answer'; readonly node: NodeId; readonly at: number };

/** What happened from `from` to `now`, `before` being the world that it began with. */
export function tapeOf(
  setup: Setup<AnyProtocol>,
  before: World<AnyProtocol>,
  happenings: readonly Happening<AnyProtocol>[],
  from: number,
  now: number,
): readonly Stroke[] {
  const strokes: Stroke[] = [];
  const sentAt = new Map<string, number>(before.network.map(({ key }) => [key, from]));
  const since = before.nodes.map(() => from);
  const bars = before.nodes.map((node) => barOf(setup, node));
  let world = before;
  for (const { at, move, world: after } of happenings) {
    if (move.kind === 'deliver' || move.kind === 'drop' || move.kind === 'duplicate') {
      const { key, from: sender, to } = move.packet;
      const isLost = move.kind === 'drop';
      strokes.push({ kind: 'message', from: sender, to, at: sentAt.get(key) ?? at, arrives: at, isLost });
      if (move.kind !== 'duplicate') sentAt.delete(key);
    }
    if (after.network !== world.network) for (const { key } of after.network) if (!sentAt.has(key)) sentAt.set(key, at);
    if (after.history.length > world.history.length && after.history.last?.kind === 'returned')
      strokes.push({ kind: 'answer', node: after.history.last.node, at });
    after.nodes.forEach((node, self) => {
      if (node === world.nodes[self]) return;
      const bar = barOf(setup, node);
      if (bar === bars[self]) return;
      endBar(strokes, bars[self], self, since[self] ?? from, at);
      bars[self] = bar;
      since[self] = at;
    });
    world = after;
  }
  bars.forEach((bar, self) => endBar(strokes, bar, self, since[self] ?? from, now));
  for (const { key, from: sender, to } of world.network)
    strokes.push({
      kind: 'message',
      from: sender,
      to,
      at: sentAt.get(key) ?? now,
      arrives: now,
      isLost: false,
      isUnderWay: true,
    });
  return strokes;
}

type Bar = 'role' | 'down' | 'paused' | null;

function barOf(
  { protocol }: Setup<AnyProtocol>,
  { status, durable, volatile }: World<AnyProtocol>['nodes'][number],
): Bar {
  if (status !== 'up') return status;
  return protocol.words.role(durable, volatile) === null ? null : 'role';
}

function endBar(strokes: Stroke[], bar: Bar | undefined, node: NodeId, at: number, until: number): void {
  if (bar) strokes.push({ kind: bar, node, at, until });
}
