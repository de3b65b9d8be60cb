/**
 * A run of the simulator as the space-time diagram draws it. Everything in the picture was read off the worlds, so a
 * figure cannot say what its protocol does not do.
 */
import { assert } from '#base/assert.ts';
import type { Run, RunEvent } from '#content/figure.ts';
import type { AnyProtocol, NodeId } from '#simulator/protocol.ts';
import type { Happening } from '#simulator/schedule.ts';
import { nodeName } from '#simulator/sentence.ts';
import type { NodeState, Packet, Setup, World } from '#simulator/world.ts';

export interface TraceOptions {
  /** Units of the picture for one unit of the run's time. */
  readonly scale: number;
  /** Whether each change of a node's own clock is drawn. */
  readonly showsClocks: boolean;
  /** Timers whose firing is worth a mark even where nothing else changes, in their protocol's words. */
  readonly showsTimers: readonly string[];
  /** What a reader need not see: bars of roles, bars of clients’ operations, marks of changes. */
  readonly hides?: readonly ('roles' | 'operations' | 'changes')[];
}

interface Drawing<P extends AnyProtocol> {
  readonly setup: Setup<P>;
  readonly options: TraceOptions;
  readonly events: RunEvent[];
  /** When each packet under way was sent. */
  readonly sentAt: Map<string, number>;
  /** Bars that are still growing, by what they show. */
  readonly open: Map<string, { readonly node: NodeId; readonly label: string; readonly at: number }>;
  readonly cutAt: Map<string, number>;
}

const isHidden = <P extends AnyProtocol>(
  { options }: Drawing<P>,
  what: NonNullable<TraceOptions['hides']>[number],
): boolean => options.hides?.includes(what) === true;

const nodeId = (node: NodeId): string => `n${node}`;

/** The picture of a run from `start` on. */
export function runOfTrace<P extends AnyProtocol>(
  setup: Setup<P>,
  start: World<P>,
  happenings: readonly Happening<P>[],
  options: TraceOptions,
): Run {
  const drawing: Drawing<P> = { setup, options, events: [], sentAt: new Map(), open: new Map(), cutAt: new Map() };
  let before = start;
  for (const packet of before.network) drawing.sentAt.set(packet.key, 0);
  before.nodes.forEach((node, self) => followRole(drawing, 0, self, null, node));
  let end = 0;
  for (const { at, move, world } of happenings) {
    end = Math.round(at * options.scale);
    drawMove(drawing, end, move, before, world);
    before = world;
  }
  for (const key of [...drawing.open.keys()]) closeBar(drawing, key, end + 1);
  for (const [key, at] of drawing.cutAt) drawCut(drawing, key, at, end + 1);
  for (const packet of before.network) drawMessage(drawing, packet, end + 1, 'under way');
  const nodes = before.nodes.map((_, self) => ({ id: nodeId(self), name: nodeName(setup, self) }));
  return { nodes, events: drawing.events.toSorted((one, other) => one.at - other.at) };
}

function drawMove<P extends AnyProtocol>(
  drawing: Drawing<P>,
  at: number,
  move: Happening<P>['move'],
  before: World<P>,
  after: World<P>,
): void {
  switch (move.kind) {
    case 'deliver':
      drawMessage(drawing, move.packet, at, 'arrives');
      drawing.sentAt.delete(move.packet.key);
      break;
    case 'duplicate':
      drawMessage(drawing, move.packet, at, 'arrives twice');
      break;
    case 'drop':
      drawMessage(drawing, move.packet, at, 'lost');
      drawing.sentAt.delete(move.packet.key);
      break;
    case 'crash':
    case 'restart':
    case 'pause':
    case 'resume':
      drawing.events.push({
        kind: move.kind,
        at,
        node: nodeId(move.node),
        text: `${nameOf(drawing, move.node)} ${statusWords[move.kind]}.`,
      });
      break;
    case 'cut':
      drawing.cutAt.set(move.between.join(), at);
      break;
    case 'heal':
      drawCut(drawing, move.between.join(), drawing.cutAt.get(move.between.join()) ?? 0, at);
      drawing.cutAt.delete(move.between.join());
      break;
    case 'tick':
      drawClock(drawing, at, move.node, after);
      break;
    case 'fire': {
      const timer = drawing.setup.protocol.words.timer(move.timer);
      if (drawing.options.showsTimers.includes(timer)) drawLocal(drawing, at, move.node, timer);
      break;
    }
    case 'request':
      break;
  }
  after.nodes.forEach((node, self) => {
    const was = before.nodes[self];
    if (was !== node && was !== undefined) followNode(drawing, at, self, was, node);
  });
  for (const packet of after.network) if (!drawing.sentAt.has(packet.key)) drawing.sentAt.set(packet.key, at);
  followHistory(drawing, at, before, after);
}

const statusWords = { crash: 'crashes', restart: 'starts again', pause: 'pauses', resume: 'goes on' } as const;

const nameOf = <P extends AnyProtocol>({ setup }: Drawing<P>, node: NodeId): string => nodeName(setup, node);

/** `arrives twice` is the first arrival of the two: the network made a copy, and the message itself is still to come. */
type Fate = 'arrives' | 'arrives twice' | 'lost' | 'under way';

const endWords = { arrives: '', lost: ', and it is lost', 'under way': '. It is still under way' } as const;

function drawMessage<P extends AnyProtocol>(drawing: Drawing<P>, packet: Packet<P>, arrives: number, fate: Fate): void {
  const at = drawing.sentAt.get(packet.key) ?? arrives;
  const label = drawing.setup.protocol.words.message(packet.message);
  const from = nameOf(drawing, packet.from);
  const to = nameOf(drawing, packet.to);
  drawing.events.push({
    kind: 'message',
    at,
    arrives: Math.max(arrives, at + 1),
    from: nodeId(packet.from),
    to: nodeId(packet.to),
    label: fate === 'arrives twice' ? `copy of ${label}` : label,
    ...(fate === 'lost' && { isLost: true }),
    ...(fate === 'under way' && { isUnderWay: true }),
    text:
      fate === 'arrives twice'
        ? `The network delivers a copy of ${label} from ${from} to ${to}.`
        : `${from} sends ${label} to ${to}${endWords[fate]}.`,
  });
}

function drawLocal<P extends AnyProtocol>(drawing: Drawing<P>, at: number, node: NodeId, label: string): void {
  drawing.events.push({ kind: 'local', at, node: nodeId(node), label, text: `${nameOf(drawing, node)}: ${label}.` });
}

function drawClock<P extends AnyProtocol>(drawing: Drawing<P>, at: number, node: NodeId, { nodes }: World<P>): void {
  if (!drawing.options.showsClocks) return;
  const shows = String(nodes[node]?.clock ?? 0);
  drawing.events.push({
    kind: 'clock',
    at,
    node: nodeId(node),
    shows,
    text: `The clock of ${nameOf(drawing, node)} shows ${shows}.`,
  });
}

function drawCut<P extends AnyProtocol>(drawing: Drawing<P>, key: string, at: number, until: number): void {
  const [one, other] = key.split(',').map(Number);
  assert(one !== undefined && other !== undefined, 'a cut has two ends');
  const text = `The link between ${nameOf(drawing, one)} and ${nameOf(drawing, other)} carries nothing.`;
  drawing.events.push({ kind: 'cut', at, until, between: [nodeId(one), nodeId(other)], text });
}

/** What a step changed at a node: a mark for what its protocol calls a change, a bar for its role. */
function followNode<P extends AnyProtocol>(
  drawing: Drawing<P>,
  at: number,
  self: NodeId,
  was: NodeState<P>,
  is: NodeState<P>,
): void {
  const { change } = drawing.setup.protocol.words;
  if (change && !isHidden(drawing, 'changes') && was.status !== 'down' && is.status !== 'down') {
    const label = change(
      { durable: was.durable, volatile: was.volatile },
      { durable: is.durable, volatile: is.volatile },
    );
    if (label !== null) drawLocal(drawing, at, self, label);
  }
  followRole(drawing, at, self, was, is);
}

function followRole<P extends AnyProtocol>(
  drawing: Drawing<P>,
  at: number,
  self: NodeId,
  was: NodeState<P> | null,
  is: NodeState<P>,
): void {
  const { role } = drawing.setup.protocol.words;
  const roleOf = (node: NodeState<P> | null) =>
    node === null || node.status === 'down' ? null : role(node.durable, node.volatile);
  const label = roleOf(is);
  if (label === roleOf(was)) return;
  closeBar(drawing, `role ${self}`, at);
  if (label !== null && !isHidden(drawing, 'roles')) drawing.open.set(`role ${self}`, { node: self, label, at });
}

/** A client's operation is a bar from its call to its return. */
function followHistory<P extends AnyProtocol>(
  drawing: Drawing<P>,
  at: number,
  before: World<P>,
  after: World<P>,
): void {
  if (isHidden(drawing, 'operations')) return;
  const { request, response } = drawing.setup.protocol.words;
  for (const event of after.history.slice(before.history.length)) {
    const key = `operation ${event.operation}`;
    if (event.kind === 'invoked') drawing.open.set(key, { node: event.node, label: request(event.request), at });
    else {
      closeBar(drawing, key, at);
      drawLocal(drawing, at, event.node, response(event.response));
    }
  }
}

function closeBar<P extends AnyProtocol>(drawing: Drawing<P>, key: string, until: number): void {
  const bar = drawing.open.get(key);
  if (bar === undefined) return;
  drawing.open.delete(key);
  const { node, label, at } = bar;
  drawing.events.push({
    kind: 'span',
    at,
    until: Math.max(until, at + 1),
    node: nodeId(node),
    label,
    text: `${nameOf(drawing, node)}: ${label}.`,
  });
}
